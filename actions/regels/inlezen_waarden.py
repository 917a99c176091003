"""Reading one raw (JSON) value of each kind. One that cannot be read is reported, never guessed or dropped.

Each function gets the raw value, the path of the field and the list of faults. It returns the value; after
reporting a fault it returns None, which nobody uses, because faults make the whole reading fail.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from actions.regels.feiten import FeitDef
from actions.regels.ids import REGELINGEN
from actions.regels.typen import WEET_NIET, Maand, Vermogen

MAX_LIJST = 20
"""Entries a list may hold (contract, section 1)."""
OUDSTE = 120
"""Years a person can be old."""

_BEDRAG = re.compile(r"(-?)([0-9]{1,15})(?:\.([0-9]+))?")
_GETAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_MAAND = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EIGEN_REGELING = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*:[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Fout:
    """One fault. `code` names a sentence in `content/teksten/feiten.yml`, filled in with `waarden`."""

    veld: str
    """Path from the request, "feiten.kale_huur" or "feiten.medebewoners.0.inkomen_jaar"."""
    code: str
    waarden: Mapping[str, object] = field(default_factory=dict)


class Fouten(list[Fout]):
    """The faults found so far."""

    def meld(self, veld: str, code: str, **waarden: object) -> None:
        self.append(Fout(veld, code, waarden))


def onbekend(ruw: object) -> bool:
    """Did the resident say not to know this?"""
    return isinstance(ruw, str) and ruw == WEET_NIET.value


def binnen(waarde: Decimal | int, definitie: FeitDef, veld: str, fouten: Fouten) -> bool:
    """Within the bounds of the fact (both inclusive)? Whole years are shown as such, money as money."""
    grens = int if isinstance(waarde, int) else Decimal
    if definitie.minimum is not None and waarde < definitie.minimum:
        fouten.meld(veld, "te_laag", minimum=grens(definitie.minimum))
        return False
    if definitie.maximum is not None and waarde > definitie.maximum:
        fouten.meld(veld, "te_hoog", maximum=grens(definitie.maximum))
        return False
    return True


def ja_nee(ruw: object, veld: str, fouten: Fouten) -> bool | None:
    if isinstance(ruw, bool):
        return ruw
    fouten.meld(veld, "geen_ja_nee")
    return None


def leeftijd(ruw: object, definitie: FeitDef, veld: str, fouten: Fouten) -> int | None:
    if isinstance(ruw, bool) or not isinstance(ruw, int):
        fouten.meld(veld, "geen_leeftijd")
        return None
    return ruw if binnen(ruw, definitie, veld, fouten) else None


def geld(ruw: object, definitie: FeitDef, veld: str, fouten: Fouten) -> Decimal | None:
    """Euros from a string or an integer. A float has already lost its cents, so it is refused."""
    if isinstance(ruw, int) and not isinstance(ruw, bool):
        bedrag = Decimal(ruw)
    elif isinstance(ruw, str) and (gevonden := _BEDRAG.fullmatch(ruw)):
        if len(gevonden[3] or "") > 2:
            fouten.meld(veld, "te_veel_decimalen")
            return None
        bedrag = Decimal(ruw)
    else:
        fouten.meld(veld, "geen_bedrag")
        return None
    if bedrag < 0:
        fouten.meld(veld, "negatief")
        return None
    return bedrag if binnen(bedrag, definitie, veld, fouten) else None


def vermogen(ruw: object, definitie: FeitDef, veld: str, fouten: Fouten) -> Vermogen | None:
    """An amount x gives (x, x); {"van", "tot"} a range, both ends inclusive, `tot` null without an end."""
    if not isinstance(ruw, Mapping):
        bedrag = geld(ruw, definitie, veld, fouten)
        return None if bedrag is None else (bedrag, bedrag)
    eerder = len(fouten)
    for naam in ruw:
        if naam not in ("van", "tot"):
            fouten.meld(f"{veld}.{naam}", "onbekend_veld", naam=str(naam))
    for naam in ("van", "tot"):
        if naam not in ruw:
            fouten.meld(f"{veld}.{naam}", "veld_ontbreekt")
    if len(fouten) > eerder:
        return None
    van = geld(ruw["van"], definitie, f"{veld}.van", fouten)
    tot = None if ruw["tot"] is None else geld(ruw["tot"], definitie, f"{veld}.tot", fouten)
    if len(fouten) > eerder or van is None:
        return None
    if tot is not None and tot < van:
        fouten.meld(veld, "van_boven_tot", van=van, tot=tot)
        return None
    return van, tot


def maand(ruw: object, veld: str, fouten: Fouten) -> Maand | None:
    gevonden = _MAAND.fullmatch(ruw) if isinstance(ruw, str) else None
    if gevonden is None or int(gevonden[1]) < 1900:
        fouten.meld(veld, "geen_maand")
        return None
    return Maand(int(gevonden[1]), int(gevonden[2]))


def geboortemaand(ruw: object, peildatum: date, veld: str, fouten: Fouten) -> Maand | None:
    gelezen = maand(ruw, veld, fouten)
    if gelezen is None:
        return None
    jongst, oudst = mogelijke_leeftijden(gelezen, peildatum)
    if oudst < 0:
        fouten.meld(veld, "maand_in_toekomst")
        return None
    if jongst > OUDSTE:
        fouten.meld(veld, "te_lang_geleden")
        return None
    return gelezen


def mogelijke_leeftijden(geboren: Maand, peildatum: date) -> tuple[int, int]:
    """The youngest and oldest someone can be on a day: in the birth month itself there are two ages."""
    jaren = peildatum.year - geboren.jaar
    if peildatum.month == geboren.maand:
        return jaren - 1, jaren
    verjaard = jaren if peildatum.month > geboren.maand else jaren - 1
    return verjaard, verjaard


def datum(ruw: object, veld: str, fouten: Fouten) -> date | None:
    if isinstance(ruw, str) and _DATUM.fullmatch(ruw):
        try:
            return date.fromisoformat(ruw)
        except ValueError:
            pass
    fouten.meld(veld, "geen_datum")
    return None


def getal(ruw: object, definitie: FeitDef, veld: str, fouten: Fouten) -> Decimal | None:
    """A count that may have decimals (no money, so a JSON number with a point is fine)."""
    tekst = str(ruw) if isinstance(ruw, int | float | str) and not isinstance(ruw, bool) else ""
    if not _GETAL.fullmatch(tekst):
        fouten.meld(veld, "geen_getal")
        return None
    gelezen = Decimal(tekst)
    return gelezen if binnen(gelezen, definitie, veld, fouten) else None


def keuze(ruw: object, keuzes: tuple[str, ...], veld: str, fouten: Fouten) -> str | None:
    if isinstance(ruw, str) and ruw in keuzes:
        return ruw
    fouten.meld(veld, "geen_keuze", keuzes=keuzes)
    return None


def regeling(ruw: object, veld: str, fouten: Fouten) -> str | None:
    if isinstance(ruw, str) and (ruw in REGELINGEN or _EIGEN_REGELING.fullmatch(ruw)):
        return ruw
    fouten.meld(veld, "geen_regeling")
    return None


def lijst(ruw: object, veld: str, fouten: Fouten) -> list[object] | None:
    if not isinstance(ruw, list | tuple):
        fouten.meld(veld, "geen_lijst")
        return None
    if len(ruw) > MAX_LIJST:
        fouten.meld(veld, "lijst_te_lang", maximum=MAX_LIJST)
        return None
    return list(ruw)
