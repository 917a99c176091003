"""What a manager typed in the form of a scheme, and what is wrong with it. Nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self, get_args

from content.lokaal.herkomst import Zekerheid
from web.redactie.lokaal.vorm import Bron, Regelingvorm, lees_waarde
from web.redactie.lokaal.wijzigen import Wijziging

_URL = re.compile(r"https?://[^\s<>\"]+")
WAARDE = "w:"
"""How the fields of values begin."""


@dataclass(frozen=True, slots=True)
class Invoer:
    waarden: Mapping[str, str]
    """Path of a field → as it was typed."""
    bron: Bron
    zekerheid: str
    wanneer: str = "nu"
    vanaf: str = ""
    reden: str = ""
    straks: str = ""
    """What is edited is what holds from this day."""
    fouten: Mapping[str, str] = field(default_factory=dict)
    """Field → code of what is wrong."""
    wijziging: Wijziging | None = None
    """None: nothing can be done with it yet."""

    @classmethod
    def van(cls, vorm: Regelingvorm, reden: str, straks: str = "") -> Self:
        """As the form begins. The date of the source is asked anew with each change."""
        waarden = {veld.pad: veld.waarde.replace(".", ",") for veld in vorm.velden}
        return cls(waarden, replace(vorm.bron, datum=""), vorm.zekerheid, reden=reden, straks=straks)

    def met_fout(self, veld: str, code: str) -> Invoer:
        return replace(self, fouten={**self.fouten, veld: code})


def lees_invoer(velden: Mapping[str, list[str]], vorm: Regelingvorm, vandaag: date, straks: str) -> Invoer:
    def een(naam: str) -> str:
        return velden.get(naam, [""])[-1].strip()

    fouten: dict[str, str] = {}
    getypt = {veld.pad: een(f"{WAARDE}{veld.pad}") for veld in vorm.velden}
    anders: dict[str, str] = {}
    for veld in vorm.velden:
        waarde = lees_waarde(veld.soort, getypt[veld.pad])
        if waarde is None:
            fouten[f"{WAARDE}{veld.pad}"] = f"waarde_{veld.soort}"
        elif waarde != veld.waarde:
            anders[veld.pad] = waarde
    if not anders and not fouten:
        fouten["blad"] = "niets"
    bron = Bron(*(" ".join(een(f"bron_{naam}").split()) for naam in ("naam", "url", "datum", "artikel")))
    if not bron.naam:
        fouten["bron_naam"] = "leeg"
    if not _URL.fullmatch(bron.url):
        fouten["bron_url"] = "url"
    bron_dag = dag_van(bron.datum)
    if bron_dag is None:
        fouten["bron_datum"] = "datum"
    elif bron_dag > vandaag:
        fouten["bron_datum"] = "toekomst"
    zekerheid, wanneer = een("zekerheid"), een("wanneer") or "nu"
    if zekerheid not in get_args(Zekerheid):
        fouten["zekerheid"] = "leeg"
    vanaf = dag_van(een("vanaf")) if wanneer == "later" and not straks else None
    if wanneer == "later" and not straks and (vanaf is None or vanaf <= vandaag):
        fouten["vanaf"] = "later"
    if not een("reden"):
        fouten["reden"] = "leeg"
    wijziging = None if fouten else Wijziging(anders, bron, zekerheid, vandaag, vanaf)
    return Invoer(getypt, bron, zekerheid, wanneer, een("vanaf"), een("reden"), straks, fouten, wijziging)


def dag_van(getypt: str) -> date | None:
    """None: it is no day."""
    try:
        return date.fromisoformat(getypt)
    except ValueError:
        return None
