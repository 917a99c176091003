"""Said once, at the start: what a gemeente switched on in its file and this installation cannot do. Residents get the telephone
number instead, so without these lines nobody would notice."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping

from actions.overdracht.wegen.keuze import POST_INSTELLINGEN, ontbreekt
from content.inhoud import Inhoud
from content.schema import Gemeente
from web.instellingen import Instellingen

_log = logging.getLogger(__name__)

_SLEUTEL = "RECHTOP_SLEUTEL"


def meld_wat_ontbreekt(instellingen: Instellingen, inhoud: Inhoud, omgeving: Mapping[str, str]) -> None:
    """One line for each gemeente; names of settings, never their values."""
    for slug, gemeente in sorted(inhoud.gemeenten().items()):
        wat = "; ".join(_wat(instellingen, gemeente, omgeving))
        if wat:
            _log.warning("%s is not wholly set up: %s", slug, wat)


def _wat(instellingen: Instellingen, gemeente: Gemeente, omgeving: Mapping[str, str]) -> Iterator[str]:
    kantoor, hier = instellingen.postkantoor(), gemeente.overdracht
    if hier is not None and hier.kanaal is not None:
        mist = ontbreekt(gemeente, kantoor, omgeving)
        if not mist and hier.kanaal != "open_formulieren" and instellingen.kluis() is None:
            mist = (_SLEUTEL,)
        if mist:
            wat = ", ".join(mist)
            yield f"no question can be handed over ({hier.kanaal}), residents get the telephone number; missing: {wat}"
    if gemeente.overzicht_mail:
        geheim = instellingen.sleutel is not None and instellingen.sleutel.get_secret_value()
        mist = (*(() if kantoor else POST_INSTELLINGEN), *(() if geheim else (_SLEUTEL,)))
        if mist:
            yield f"no overview can be sent by e-mail; missing: {', '.join(mist)}"
