"""What an editor changed in the form of a scheme, written in its file.

Only the values that changed are written anew, at their place in the text: comments, quotes, order and lines stay to the letter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from web.redactie.lokaal.plekken import Plekken, velden_van
from web.redactie.lokaal.vorm import (
    GROEPEN,
    Bron,
    Onleesbaar,
    deel_van,
    lees_bestand,
    nummer_van,
    regeling_uit,
    soort_van,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wijziging:
    """What an editor changed: path of a field → the new value, as `lees_waarde` gives it."""

    waarden: Mapping[str, str]
    bron: Bron
    zekerheid: str
    vandaag: date
    vanaf: date | None = None
    """From which day it holds. None: now."""


def schrijf(tekst: str, id_: str, wijziging: Wijziging, straks: str | None = None) -> str:
    """The file with the change. Raises Onleesbaar."""
    if wijziging.vanaf is not None:
        return _bereid_voor(tekst, id_, wijziging)
    return _wijzig(tekst, id_, wijziging, straks)


def zet_nagekeken(tekst: str, id_: str, dag: date) -> str:
    """Looked at again, and still right. Raises Onleesbaar."""
    boek = Plekken(tekst)
    boek.zet(("regelingen", id_, "nagekeken"), dag.isoformat())
    return boek.klaar(id_)


def zet_verwacht(tekst: str, alle: Sequence[tuple[int, str, str, str]]) -> str:
    """What has to come out for example households: (number from 0, scheme, field, value). Raises Onleesbaar."""
    boek = Plekken(tekst)
    for nr, id_, veld, waarde in alle:
        boek.zet(("voorbeelden", nr, "verwacht", id_, veld), waarde)
    return boek.klaar(None)


def _wijzig(tekst: str, id_: str, wijziging: Wijziging, straks: str | None) -> str:
    regeling = regeling_uit(lees_bestand(tekst), id_)
    plek: tuple[str | int, ...] = ("regelingen", id_)
    if straks is not None:
        plek = (*plek, "straks", nummer_van(regeling, straks))
    deel = deel_van(regeling, straks)
    boek = Plekken(tekst)
    for pad, waarde in wijziging.waarden.items():
        boek.zet((*plek, *_stappen(pad)), waarde, heel=_is_heel(pad))
    alleen_bedragen = all(pad.startswith("bedragen.") for pad in wijziging.waarden)
    eigen = alleen_bedragen and bool(deel.get("bron_bedragen"))
    veld = "bron_bedragen" if eigen else "bron"
    zeker = "zekerheid_bedragen" if eigen and deel.get("zekerheid_bedragen") else "zekerheid"
    if alleen_bedragen and straks is None and not eigen and boek.is_gedeeld((*plek, veld)):
        # The source of more schemes than this one: the amounts get one of their own.
        boek.voeg_in(plek, "zekerheid", {"bron_bedragen": f"[{{{velden_van(wijziging.bron)}}}]",
                                         "zekerheid_bedragen": wijziging.zekerheid})  # fmt: skip
    else:
        boek.zet_bron((*plek, veld), wijziging.bron)
        boek.zet((*plek, zeker), wijziging.zekerheid)
    boek.zet((*plek, "nagekeken"), wijziging.vandaag.isoformat())
    return boek.klaar(id_)


def _bereid_voor(tekst: str, id_: str, wijziging: Wijziging) -> str:
    """What holds from a later day, below the scheme."""
    assert wijziging.vanaf is not None
    regeling = regeling_uit(lees_bestand(tekst), id_)
    dagen = [str(later.get("van")) for later in regeling.get("straks") or ()]
    if dagen and wijziging.vanaf.isoformat() <= max(dagen):
        raise Onleesbaar("straks")
    groepen = {pad.partition(".")[0] for pad in wijziging.waarden}
    nieuw = {naam: deepcopy(regeling[naam]) for naam in GROEPEN if naam in groepen}
    for pad, waarde in wijziging.waarden.items():
        stappen = _stappen(pad)
        doel: Any = nieuw
        for stap in stappen[:-1]:
            doel = doel[stap]
        doel[stappen[-1]] = int(waarde) if _is_heel(pad) and waarde.isdigit() else waarde
    bron: dict[str, Any] = {"naam": wijziging.bron.naam, "url": wijziging.bron.url}
    bron["datum"] = date.fromisoformat(wijziging.bron.datum)
    if wijziging.bron.artikel:
        bron["artikel"] = wijziging.bron.artikel
    rij = {"van": wijziging.vanaf, **nieuw, "bron": [bron]}
    rij |= {"zekerheid": wijziging.zekerheid, "nagekeken": wijziging.vandaag}
    geschreven = yaml.dump([rij], Dumper=_Schrijver, sort_keys=False, allow_unicode=True, width=10_000,
                           default_flow_style=None)  # fmt: skip
    boek = Plekken(tekst)
    boek.voeg_onderaan(("regelingen", id_), "straks", geschreven)
    return boek.klaar(id_)


def _is_heel(pad: str) -> bool:
    return soort_van(pad) in ("leeftijd", "aantal")


def _stappen(pad: str) -> tuple[str | int, ...]:
    return tuple(int(deel) if deel.isdigit() else deel for deel in pad.split("."))


class _Schrijver(yaml.SafeDumper):
    """Without marks for what stands in two places: a person reads this."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True
