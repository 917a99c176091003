"""The words of a change that is being worked out, around the questions it asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.gesprek.staat import Staat
from content.gebeurtenis import Gebeurtenis, Inkomen, Kies, Vraag
from content.inhoud import Inhoud
from content.opmaak import datum
from content.schema import VraagTekst
from content.voor_ander import NAMEN

SLEUTEL = "gebeurtenis"
"""Where a talk keeps the change, in `Staat.extra`: `id`, `al` (it has happened), `datum`, `fase`, and while it is worked out
`voor`, `stap` (the next one), `gesteld` (that one is asked), `kies` (answers), `eerder` (how it was before each question)."""
BEGIN = "verandering."
"""What the ids of its questions begin with."""
DAG, KIES, WIE = f"{BEGIN}datum", f"{BEGIN}kies", f"{BEGIN}wie"
INKOMENS = frozenset({f"{BEGIN}inkomen_jaar", f"{BEGIN}inkomen_partner_jaar"})
"""Asked by the month, and gross."""


def bij(inhoud: Inhoud, staat: Staat, namen: Mapping[str, str] | None, woorden: VraagTekst) -> VraagTekst:
    """The words of a question, as the change has them that asks it now. `namen`: of whom the talk is about; None: who types."""
    nu = staat.extra.get(SLEUTEL)
    if nu is None or nu["id"] not in inhoud.gebeurtenissen():
        return woorden
    vraagt = nu.get("fase") == "straks" and nu["gesteld"]
    if woorden.id not in (WIE, DAG) and not vraagt:
        return woorden
    een = van(inhoud, nu, namen)
    if woorden.id == WIE:
        return _met(woorden, een.van_wie, None, None)
    if woorden.id == DAG:
        return _met(woorden, een.wanneer, None, een.wanneer_hulp)
    return _van_stap(een, nu, woorden)


def van(inhoud: Inhoud, nu: Mapping[str, Any], namen: Mapping[str, str] | None) -> Gebeurtenis:
    """The change that is being worked out, with its words: about the resident, about the partner of who types, or about whom the
    talk is about (`namen`)."""
    een = inhoud.gebeurtenis(nu["id"])
    if nu.get("partner"):
        naam = inhoud.tekst("verandering.partner" if namen is None else "verandering.partner_van_ander")
        namen = dict(
            zip(NAMEN, (naam, naam[0].upper() + naam[1:], naam, naam[0].upper() + naam[1:]), strict=True)
        )
        een = een.van_partner()
    return een if namen is None else een.over(namen)


def _van_stap(een: Gebeurtenis, nu: Mapping[str, Any], woorden: VraagTekst) -> VraagTekst:
    stap = een.stappen[nu["stap"]]
    if isinstance(stap, Vraag) and woorden.id == stap.feit:
        return stap.bij(woorden)
    kiest = isinstance(stap, Kies) and woorden.id == KIES
    if kiest or (isinstance(stap, Inkomen) and woorden.id in INKOMENS):
        return _met(woorden, stap.vraag, stap.kort, stap.hulp)
    return woorden


def _met(woorden: VraagTekst, vraag: str | None, kort: str | None, hulp: str | None) -> VraagTekst:
    eigen = {"vraag": vraag, "kort": kort or vraag, "hulp": hulp}
    return woorden.model_copy(update={naam: tekst for naam, tekst in eigen.items() if tekst is not None})


def samenhang(staat: Staat, vandaag: date) -> Mapping[str, object]:
    """What these words may name: whether it has happened, from which day on, and the first day of next month."""
    nu = staat.extra.get(SLEUTEL)
    if nu is None:
        return {}
    dag = nu.get("datum")
    return {
        "al": nu["al"],
        "vanaf": "" if dag is None else datum(date.fromisoformat(dag)),
        "eerste": eerste_van_volgende_maand(vandaag),
    }


def is_gebeurd(staat: Staat) -> bool | None:
    """Has the change happened already? None when there is none."""
    nu = staat.extra.get(SLEUTEL)
    return None if nu is None else bool(nu["al"])


def eerste_van_volgende_maand(vandaag: date) -> date:
    return date(vandaag.year + vandaag.month // 12, vandaag.month % 12 + 1, 1)
