"""Number words to numbers: "achttienhonderd vijftig", "18 honderd", "anderhalf duizend". The words themselves are text2num's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from text_to_num import text2num  # type: ignore[import-untyped]

from actions.lezen.woorden import Deel, Getal, Woord, lijkt_op

_LANGSTE_WOORD = 50
_LANGSTE_REEKS = 8
_FOUTEN = (
    ("hondert", "honderd"),
    ("honder", "honderd"),
    ("duizent", "duizend"),
    ("duisend", "duizend"),
    ("duizen", "duizend"),
    ("achtien", "achttien"),
    ("tachentig", "tachtig"),
    ("dertich", "dertig"),
    ("twintich", "twintig"),
    ("zeuven", "zeven"),
    ("negetig", "negentig"),
    ("veertich", "veertig"),
)
_LIJKT_GETAL = re.compile(
    r"[a-z]{2,20}onder[dt]|[a-z]{2,20}d(?:ui|uy|ei)[sz]en[dt]?|[a-z]{0,20}(?:win|der|veer|vij[fv]|zes|ze?ven|se?ven|tach|negen)t[iy](?:g|ch|gh|k)"
)
_MAAL = {
    "honderd": Decimal(100),
    "duizend": Decimal(1000),
    "dzd": Decimal(1000),
    "k": Decimal(1000),
    "mille": Decimal(1000),
    "ton": Decimal(100_000),
    "miljoen": Decimal(1_000_000),
    "miljard": Decimal(1_000_000_000),
}
_LOS = {"anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5")}
_ENKEL = ("honderd", "duizend", "miljoen", "miljard")


@cache
def _woordenlijst() -> frozenset[str]:
    eenheden = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
    tientallen = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
    lijst = {"twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"}
    lijst.update(tientallen, ("honderd", "duizend"))
    lijst.update(f"{een}en{tien}" for een in eenheden for tien in tientallen)
    lijst.update(f"{een}honderd" for een in eenheden if een != "een")
    return frozenset(lijst)


@lru_cache(maxsize=4096)
def _woord(woord: str) -> tuple[str, int] | None:
    """One written-out number, mended where one typing error cannot mean anything else. Nearly every word of every message is held
    against this, more than once."""
    if len(woord) > _LANGSTE_WOORD or len(woord) < 3:
        return None
    gemaakt = woord
    for fout, goed in _FOUTEN:
        if goed not in gemaakt:
            gemaakt = gemaakt.replace(fout, goed)
    for poging in (woord, gemaakt, lijkt_op(woord, _woordenlijst(), vanaf=6)):
        if poging is None:
            continue
        try:
            return poging, _text2num(poging)
        except (ValueError, OverflowError):
            continue
    return None


def _text2num(woorden: str) -> int:
    """The accent that `schoon` took away is needed in this one word."""
    return int(text2num(woorden.replace("tweeen", "tweeën"), "nl"))


def _reeks(woorden: Sequence[str]) -> int | None:
    try:
        return _text2num(" ".join(woorden))
    except (ValueError, OverflowError):
        return None


def _schaal(woord: str) -> int:
    if woord.endswith("duizend"):
        return 1000
    if woord.endswith("honderd"):
        return 100
    return 1_000_000 if woord.endswith("miljoen") else 1


def _lees_reeks(stukken: Sequence[Deel], begin: int) -> tuple[Getal, int] | None:
    """The longest written-out number that starts here, and where it ends."""
    woorden: list[str] = []
    waarden: list[int] = []
    beste: tuple[Getal, int] | None = None
    plaats = begin
    while plaats < len(stukken) and len(woorden) < _LANGSTE_REEKS:
        deel = stukken[plaats]
        if not isinstance(deel, Woord):
            break
        if deel.tekst == "en" and waarden and 1 <= waarden[-1] <= 9:
            volgend = stukken[plaats + 1] if plaats + 1 < len(stukken) else None
            tiental = _woord(volgend.tekst) if isinstance(volgend, Woord) else None
            # "vijf en dertig" is 35; every other "en" stands between two numbers.
            if tiental is None or tiental[1] not in range(20, 100, 10):
                break
            woorden.append("en")
            waarden.append(0)
            plaats += 1
            continue
        los = _woord(deel.tekst)
        if los is None:
            break
        woorden.append(los[0])
        waarden.append(los[1])
        plaats += 1
        if (
            len(woorden) > 1
            and "en" not in woorden
            and not any(woord.endswith(maal) for woord in woorden for maal in _ENKEL)
        ):
            break
        waarde = _reeks(woorden)
        if waarde is not None and waarde <= 10**12:
            tekst = " ".join(woorden)
            beste = Getal((Decimal(waarde),), tekst, _schaal(woorden[-1])), plaats
    return beste


def met_getalwoorden(stukken: Sequence[Deel]) -> tuple[Deel, ...]:
    """The same parts with written-out numbers and multipliers made into numbers."""
    uit: list[Deel] = []
    plaats = 0
    while plaats < len(stukken):
        deel = stukken[plaats]
        plaats += 1
        if isinstance(deel, Woord):
            gevonden = _lees_reeks(stukken, plaats - 1)
            if deel.tekst in _LOS:
                deel = Getal((_LOS[deel.tekst],), deel.tekst)
            elif gevonden is not None:
                deel, plaats = gevonden
        volgend = stukken[plaats] if plaats < len(stukken) else None
        if isinstance(deel, Getal) and isinstance(volgend, Woord) and volgend.tekst in _MAAL:
            deel = _maal(deel, _MAAL[volgend.tekst], volgend.tekst)
            plaats += 1
        uit.append(deel)
        _voeg_samen(uit)
        _voeg_samen_met_en(uit)
    return tuple(uit)


def half_getalwoord(stukken: Sequence[Deel]) -> bool:
    """Is there a word that looks like a number and could not be read? Then a number beside it may be a part of it."""
    return any(isinstance(deel, Woord) and _LIJKT_GETAL.fullmatch(deel.tekst) for deel in stukken)


def _maal(getal: Getal, maal: Decimal, woord: str) -> Getal:
    # "1.5k" and "2,5 duizend": only the reading with decimals makes sense before a multiplier.
    klein = tuple(waarde for waarde in getal.lezingen if waarde < 1000) or getal.lezingen
    return Getal(tuple(waarde * maal for waarde in klein), f"{getal.tekst} {woord}", int(maal))


def _voeg_samen(uit: list[Deel]) -> None:
    """ "2 duizend" + "400" is 2400; "2 duizend" + "1200" stays two numbers."""
    if len(uit) < 2:
        return
    eerste, tweede = uit[-2], uit[-1]
    if not (isinstance(eerste, Getal) and isinstance(tweede, Getal)):
        return
    heel = eerste.waarde == eerste.waarde.to_integral_value()
    if eerste.schaal > 1 and heel and len(tweede.lezingen) == 1 and 0 < tweede.waarde < eerste.schaal:
        som = replace(
            tweede, lezingen=(eerste.waarde + tweede.waarde,), tekst=f"{eerste.tekst} {tweede.tekst}"
        )
        uit[-2:] = [som]


def _voeg_samen_met_en(uit: list[Deel]) -> None:
    """ "Zeshonderd en vijftig", both in words, is 650."""
    if len(uit) < 3 or uit[-2] != Woord("en"):
        return
    eerste, tweede = uit[-3], uit[-1]
    if not (isinstance(eerste, Getal) and isinstance(tweede, Getal)) or eerste.schaal not in (100, 1000):
        return
    in_woorden = not any(teken.isdigit() for teken in eerste.tekst + tweede.tekst)
    if in_woorden and tweede.schaal == 1 and 1 < tweede.waarde < 100 and eerste.waarde % 100 == 0:
        tekst = f"{eerste.tekst} en {tweede.tekst}"
        uit[-3:] = [Getal((eerste.waarde + tweede.waarde,), tekst)]
