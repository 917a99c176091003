"""Reading an amount or a range: "5.000", "minder dan 5.000", "tussen 8.000 en 38.000"."""

from __future__ import annotations

from decimal import Decimal

from actions.lezen.bedrag import (
    CENT,
    Bedragtekst,
    buiten,
    euro,
    lezing,
    onleesbaar,
    ontleed,
    periodes,
    zegt_elk,
    zegt_nul,
)
from actions.lezen.vorm import Dubbelzinnig, Gelezen, Lezing, NietGelezen, Uitslag, Vraagvorm
from actions.lezen.vulwoorden import IEMAND_ANDERS, SCHULD, woordgroep
from actions.lezen.woorden import Teken, Woord

_TUSSEN = (Teken("-"), Woord("tot"), Woord("a"))

_ONDER = (
    ("minder", "dan"),
    ("lager", "dan"),
    ("kleiner", "dan"),
    ("onder",),
    ("beneden",),
    ("bijna",),
    ("nog", "geen"),
    ("net", "geen"),
)
_HOOGUIT = (
    ("niet", "meer", "dan"),
    ("niet", "hoger", "dan"),
    ("niet", "boven"),
    ("ten", "hoogste"),
    ("hooguit",),
    ("hoogstens",),
    ("maximaal",),
    ("max",),
    ("tot",),
)
_BOVEN = (("meer", "dan"), ("hoger", "dan"), ("groter", "dan"), ("boven",), ("ruim",))
_MINSTENS = (
    ("niet", "minder", "dan"),
    ("niet", "onder"),
    ("ten", "minste"),
    ("tenminste",),
    ("minstens",),
    ("minimaal",),
    ("vanaf",),
)
_ANDER_BEZIT = woordgroep("auto huis woning koophuis scooter motor caravan boot")
_SPAARGELD = woordgroep("spaargeld gespaard spaar spaarrekening bank rekening vermogen")
_ALLEBEI = woordgroep("ik we wij samen ons onze")
_TUSSENWOORDEN = frozenset({"de", "het", "een", "euro", "ongeveer", "en", "met"})

Grens = tuple[Decimal | None, Decimal | None]


def lees_bereik(vorm: Vraagvorm, kaal: str) -> Uitslag:
    """An amount x as (x, x), or what the text says about it as (van, tot), both inclusive; None: no upper bound."""
    if kaal.startswith(("<", ">")):
        kaal = ("minder dan " if kaal[0] == "<" else "meer dan ") + kaal[1:].lstrip()
    tekst = ontleed(vorm, kaal)
    twijfel = onleesbaar(tekst)
    if twijfel is not None:
        return twijfel
    if periodes(tekst):
        return Dubbelzinnig((), "periode")
    if set(tekst.woorden) & SCHULD - vorm.vulwoorden:
        return NietGelezen("geen_antwoord")
    woorden = set(tekst.woorden) - vorm.vulwoorden
    if tekst.plaatsen and woorden & _ANDER_BEZIT and not woorden & _SPAARGELD:
        return NietGelezen("iets_anders")
    if tekst.plaatsen and woorden & IEMAND_ANDERS and not woorden & _ALLEBEI:
        return Dubbelzinnig((), "wie")
    nul = zegt_nul(vorm, tekst)
    aantal = len(tekst.plaatsen)
    if aantal == 0:
        nul_bereik = (Decimal("0.00"), Decimal("0.00"))
        return Gelezen(nul_bereik, tekst.vreemd) if nul else NietGelezen("geen_antwoord")
    for nummer in range(aantal):
        getal = tekst.getal(nummer)
        if len(getal.lezingen) > 1:
            return Dubbelzinnig(tuple(_lezing((w, w)) for w in getal.lezingen), "punt_of_komma")
        fout = buiten(vorm, getal.waarde)
        if fout is not None:
            return fout
    if zegt_elk(tekst):
        return Dubbelzinnig((), "wie")
    if nul or aantal > 2:
        return Dubbelzinnig((), "twee_bedragen")
    if aantal == 2:
        return _twee(tekst)
    grens = _grens(tekst, 0)
    if grens is None:
        return NietGelezen("ontkenning")
    return _klaar(tekst, grens)


def _twee(tekst: Bedragtekst) -> Uitslag:
    een, twee = tekst.getal(0), tekst.getal(1)
    van, tot = een.waarde, twee.waarde
    eerste, tweede = tekst.plaatsen
    tussenin = tekst.stukken[eerste + 1 : tweede]
    if "tussen" in tekst.woorden[:eerste] or any(deel in _TUSSEN for deel in tussenin):
        if twee.schaal > 1 and een.schaal == 1 and van * twee.schaal <= tot:
            # "tussen 8 en 38 duizend": nearly always 8.000, but it says 8.
            return Dubbelzinnig((_lezing((van * twee.schaal, tot)),), "tussen")
        return _klaar(tekst, (min(van, tot), max(van, tot)))
    onder, boven = _grens(tekst, 0), _grens(tekst, 1)
    if onder is not None and boven is not None and (onder[1] is None) != (boven[1] is None):
        if onder[1] is not None:
            onder, boven = boven, onder
        if onder[0] is not None and boven[1] is not None and onder[0] <= boven[1]:
            return _klaar(tekst, (onder[0], boven[1]))
    return Dubbelzinnig((lezing(van), lezing(tot)), "twee_bedragen")


def _grens(tekst: Bedragtekst, nummer: int) -> Grens | None:
    """What is said about one amount; None when it is denied ("niet 5.000")."""
    bedrag = tekst.getal(nummer).waarde.quantize(CENT)
    begin = tekst.plaatsen[nummer - 1] + 1 if nummer else 0
    voor = [woord for woord in tekst.woorden[begin : tekst.plaatsen[nummer]] if woord]
    while voor and voor[-1] in _TUSSENWOORDEN:
        voor.pop()
    na = tekst.woorden[tekst.plaatsen[nummer] + 1 :]
    achter = tuple(woord for woord in na if woord and woord != "euro")[:2]
    if _eindigt(voor, _HOOGUIT) or achter == ("of", "minder"):
        return (Decimal("0.00"), bedrag)
    if _eindigt(voor, _MINSTENS) or achter in (("of", "meer"), ("of", "hoger")):
        return (bedrag, None)
    if _eindigt(voor, _ONDER):
        return (Decimal("0.00"), bedrag - CENT)
    if _eindigt(voor, _BOVEN):
        return (bedrag + CENT, None)
    if "niet" in voor or "geen" in voor or Teken("+") in tekst.stukken:
        return None
    return (bedrag, bedrag)


def _eindigt(voor: list[str], zinnen: tuple[tuple[str, ...], ...]) -> bool:
    return any(tuple(voor[-len(zin) :]) == zin for zin in zinnen)


def _klaar(tekst: Bedragtekst, grens: Grens) -> Uitslag:
    van, tot = (None if zijde is None else zijde.quantize(CENT) for zijde in grens)
    if tot is not None and tot < 0:
        return NietGelezen("te_laag")
    return Gelezen((van, tot), tekst.vreemd)


def _lezing(grens: tuple[Decimal, Decimal]) -> Lezing:
    van, tot = (zijde.quantize(CENT) for zijde in grens)
    label = euro(van) if van == tot else f"tussen {euro(van).removesuffix(' euro')} en {euro(tot)}"
    return Lezing((van, tot), label)
