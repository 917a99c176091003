"""The amounts and limits of one scheme of a gemeente or region as a form. The way back into its file: `wijzigen.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args

from content.bestanden import ontleed
from content.fouten import InhoudFout
from content.lokaal.toets import Huishoudsoort

Soort = Literal["bedrag", "procent", "getal", "leeftijd", "aantal"]
GROEPEN = (
    "bedragen", "inkomen", "vermogen", "leeftijd", "kinderen", "jaren_laag_inkomen", "draagkracht", "kwijtschelding",
)  # fmt: skip
_PATRONEN: tuple[tuple[str, Soort], ...] = (
    (r"bedragen\.\d+\.bedrag", "bedrag"),
    (r"(inkomen|vermogen)\.bedragen(_aow)?\.\w+", "bedrag"),
    (r"kwijtschelding\.extra_vermogen_vrij\.\w+", "bedrag"),
    (r"inkomen\.procent|kwijtschelding\.norm_procent|draagkracht\.delen\.\d+\.(procent|boven)", "procent"),
    (r"leeftijd\.(van|tot)", "leeftijd"),
    (r"kinderen\.(van|tot)|draagkracht\.maanden", "aantal"),
    (r"jaren_laag_inkomen", "getal"),
)
_SOORTEN = tuple((re.compile(patroon), soort) for patroon, soort in _PATRONEN)
"""What the form shows. All else is edited in the file."""
_GETYPT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,3})?")
ONBEKEND, AOW = "onbekend", "aow"
_HUISHOUDENS = get_args(Huishoudsoort)


@dataclass(frozen=True, slots=True)
class Veld:
    """One value. `pad` within the scheme: "bedragen.0.bedrag"."""

    pad: str
    soort: Soort
    waarde: str
    rij: Mapping[str, Any]
    """For who an amount is: the row it stands in."""

    @property
    def naam(self) -> str:
        """What it is, without which row and for whom: "bedragen_bedrag"."""
        delen = self.pad.split(".")
        return "_".join(deel for deel in delen if not deel.isdigit() and deel not in _HUISHOUDENS)

    @property
    def is_leesbaar(self) -> bool:
        """A file may say anything in the place of a number."""
        return lees_waarde(self.soort, self.waarde) is not None

    def met(self, waarde: str) -> Veld:
        return replace(self, waarde=waarde)

    @property
    def wie(self) -> str:
        """Which households it is for."""
        laatste = self.pad.rpartition(".")[2]
        return laatste if laatste in _HUISHOUDENS else str(self.rij.get("huishouden", "alle"))


@dataclass(frozen=True, slots=True)
class Bron:
    naam: str = ""
    url: str = ""
    datum: str = ""
    artikel: str = ""


@dataclass(frozen=True, slots=True)
class Regelingvorm:
    id: str
    titel: str
    velden: tuple[Veld, ...]
    bron: Bron
    """The first of the amounts, else of the rules."""
    zekerheid: str
    eigenaar: str
    nagekeken: str
    straks: tuple[str, ...]
    """Days from which something else is prepared."""


class Onleesbaar(Exception):
    """No form can be made of this file, or what is asked cannot be written with it: it is edited as it is."""


def lees_waarde(soort: Soort, getypt: str) -> str | None:
    """As it is to stand in the file. None: it cannot be read."""
    kaal = getypt.strip().lower().removeprefix("€").removesuffix("%").strip()
    if kaal == ONBEKEND or (kaal == AOW and soort == "leeftijd"):
        return kaal
    if not _GETYPT.fullmatch(kaal):
        return None
    if "," in kaal or re.fullmatch(r"\d{1,3}(?:\.\d{3})+", kaal):
        kaal = kaal.replace(".", "").replace(",", ".")
    waarde = Decimal(kaal)
    if soort in ("leeftijd", "aantal"):
        return str(int(waarde)) if waarde == int(waarde) else None
    if soort == "bedrag":
        cent = waarde.quantize(Decimal("0.01"))
        return f"{cent:f}" if cent == waarde else None
    return f"{waarde.normalize():f}"


def regelingen(tekst: str) -> tuple[str, ...]:
    """The schemes the file has itself, in its order. Raises Onleesbaar."""
    alle = lees_bestand(tekst).get("regelingen") or {}
    return tuple(id_ for id_, data in alle.items() if isinstance(data, dict))


def lees(tekst: str, id_: str, straks: str | None = None) -> Regelingvorm:
    """One scheme; with `straks` what is prepared from that day on. Raises Onleesbaar."""
    regeling = regeling_uit(lees_bestand(tekst), id_)
    deel = deel_van(regeling, straks)
    bronnen = deel.get("bron_bedragen") or deel.get("bron") or [{}]
    return Regelingvorm(
        id_,
        str(regeling.get("titel", id_)),
        tuple(_velden(deel)),
        Bron(*(str(bronnen[0].get(veld) or "") for veld in ("naam", "url", "datum", "artikel"))),
        str(deel.get("zekerheid_bedragen") or deel.get("zekerheid") or ""),
        str(regeling.get("eigenaar", "")),
        str(deel.get("nagekeken", "")),
        tuple(str(later.get("van")) for later in regeling.get("straks") or ()),
    )


def _velden(deel: Mapping[str, Any]) -> Iterator[Veld]:
    for groep in GROEPEN:
        if groep in deel and deel[groep] is not None:
            yield from _bladeren(groep, deel[groep], {})


def _bladeren(pad: str, waarde: Any, rij: Mapping[str, Any]) -> Iterator[Veld]:
    if isinstance(waarde, dict):
        for naam, een in waarde.items():
            yield from _bladeren(f"{pad}.{naam}", een, waarde)
    elif isinstance(waarde, list):
        for nr, een in enumerate(waarde):
            yield from _bladeren(f"{pad}.{nr}", een, {})
    else:
        soort = soort_van(pad)
        if soort is not None and isinstance(waarde, str | int):
            yield Veld(pad, soort, str(waarde), rij)


def soort_van(pad: str) -> Soort | None:
    """What the form shows of this value. None: nothing."""
    return next((soort for patroon, soort in _SOORTEN if patroon.fullmatch(pad)), None)


def lees_bestand(tekst: str) -> dict[str, Any]:
    """The file as it says. Raises Onleesbaar."""
    try:
        ruw = ontleed(tekst, Path("x.yml"), "")
    except InhoudFout as fout:
        raise Onleesbaar(str(fout)) from fout
    if not isinstance(ruw, dict):
        raise Onleesbaar("vorm")
    return ruw


def regeling_uit(data: Mapping[str, Any], id_: str) -> dict[str, Any]:
    """One scheme as the file has it. Raises Onleesbaar."""
    een = (data.get("regelingen") or {}).get(id_)
    if not isinstance(een, dict):
        raise Onleesbaar("weg")
    return een


def nummer_van(regeling: Mapping[str, Any], straks: str) -> int:
    """Which row of what is prepared begins on this day, from 0. Raises Onleesbaar."""
    dagen = [str(later.get("van")) for later in regeling.get("straks") or ()]
    if straks not in dagen:
        raise Onleesbaar("weg")
    return dagen.index(straks)


def deel_van(regeling: Mapping[str, Any], straks: str | None) -> Mapping[str, Any]:
    """What holds now, or from this day on. Raises Onleesbaar."""
    if straks is None:
        return regeling
    later: Mapping[str, Any] = (regeling.get("straks") or [])[nummer_van(regeling, straks)]
    return later
