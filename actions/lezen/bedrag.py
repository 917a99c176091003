"""Reading one amount of money, and the period it was said for."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from actions.lezen.getalwoorden import half_getalwoord, met_getalwoorden
from actions.lezen.samenvoegen import met_centen, zonder_vier_weken
from actions.lezen.vorm import (
    Dubbelzinnig,
    Gelezen,
    Lezing,
    NietGelezen,
    Periode,
    Uitslag,
    Vraagvorm,
)
from actions.lezen.vulwoorden import BEDRAG_PER_EENHEID, IEMAND_ANDERS, MAANDEN, woordgroep
from actions.lezen.woorden import (
    Deel,
    Getal,
    Rommel,
    Teken,
    Woord,
    delen,
    hoort_erbij,
    is_naam,
    teksten,
    tel_vreemd,
)

CENT = Decimal("0.01")
KLEIN_JAARBEDRAG = Decimal(6000)
"""Below this a bare amount may be per month. A year income below it is possible, so neither reading is taken."""

SPATIE_GROEP = re.compile(r"(?<![\d.,])([1-9]\d{0,2})((?: \d{3}){1,2})(?![\d.]|,\d{3})")
PERIODE_WOORD: dict[str, Periode] = {
    **dict.fromkeys(("maand", "maanden", "maandelijks", "mnd", "pm", "maandbedrag"), "maand"),
    **dict.fromkeys(("maandinkomen", "maandloon", "maandsalaris"), "maand"),
    **dict.fromkeys(("jaar", "jaarlijks", "pj", "jr", "jaarinkomen", "jaarloon"), "jaar"),
    **dict.fromkeys(("week", "wekelijks", "pw", "weekloon", "wk"), "week"),
    "vierwekelijks": "vier_weken",
}
_PERIODE_TEKST: dict[Periode, str] = {
    "maand": " per maand",
    "jaar": " per jaar",
    "week": " per week",
    "vier_weken": " per 4 weken",
}
_ANDERE_PERIODE = frozenset({"uur", "dag", "nacht", "kwartaal", "uurloon", "dagloon"})
_EENHEDEN = woordgroep(
    "kind kinderen kids personen mensen kamers kamer uur uren dagen dag keer x procent meter jarige oud cent centen km vraag "
    "vragen maanden weken hond hoog"
)
_GRENS = woordgroep(
    "minder hooguit hoogstens maximaal max boven minstens minimaal vanaf lager hoger onder dan meer tenminste"
)
_VAAG = woordgroep("half halve helft kwart dubbele paar enkele honderden duizenden")
_VRIJWEL = woordgroep("bijna haast vrijwel praktisch als nauwelijks")
_ELK = woordgroep("deel aandeel elk ieder allebei beiden persoon pp")
_NETTO = frozenset({"netto", "schoon", "handje", "rekening", "gestort"})
_ERBIJ = woordgroep(
    "gas licht water stroom gwl g l w service servicekosten elektra energie verwarming stookkosten internet"
)
"""What a rent with them is no bare rent with."""
_TOESLAG = woordgroep("toeslag toeslagen zorgtoeslag huurtoeslag kinderbijslag kindgebonden")
_GEEN_HUUR = _TOESLAG | {"hypotheek", "borg", "boete", "waarborgsom"}
_NIKS_GEZEGD = woordgroep("gaat begrijp snap zegt boeit versta mis")
"""With one of these "niks" is no amount: "gaat je niks aan"."""
_ZONDER = frozenset({"zonder", "exclusief", "excl", "kale", "kaal"})
_NUL = frozenset({"niks", "niets", "nul", "noppes", "nada"})
_NEE = frozenset({"nee", "neen", "neej", "nope"})
_HEB_IK_NIET = _NEE | woordgroep("heb hebben had hadden ik we wij dat niet nie ook hoor helaas")
_GEEN_WAT = woordgroep("cent euro geld bedrag stuiver enkele")
_GEEN_WAT_PER_EENHEID = {
    "euro_per_maand": woordgroep("huur huurprijs kosten servicekosten kale"),
    "euro_per_jaar": woordgroep("inkomen inkomsten loon salaris"),
    "euro": woordgroep("spaargeld vermogen spaarrekening bezit"),
}


@dataclass(frozen=True, slots=True)
class Bedragtekst:
    """The text of an amount, taken apart."""

    stukken: tuple[Deel, ...]
    woorden: tuple[str, ...]
    plaatsen: tuple[int, ...]
    """Where in `stukken` the amounts stand."""
    vreemd: int

    def getal(self, nummer: int) -> Getal:
        deel = self.stukken[self.plaatsen[nummer]]
        assert isinstance(deel, Getal)
        return deel

    def voor(self, nummer: int, aantal: int = 1) -> tuple[str, ...]:
        """The words right before an amount."""
        plaats = self.plaatsen[nummer]
        return self.woorden[max(0, plaats - aantal) : plaats]


def euro(bedrag: Decimal) -> str:
    """ "1.850 euro", "1.850,50 euro"."""
    kaal = bedrag.quantize(CENT)
    tekst = f"{kaal:,.0f}" if kaal == kaal.to_integral_value() else f"{kaal:,.2f}"
    return tekst.translate(str.maketrans(",.", ".,")) + " euro"


def lezing(bedrag: Decimal, periode: Periode | None = None) -> Lezing:
    label = euro(bedrag) + (_PERIODE_TEKST[periode] if periode else "")
    return Lezing(bedrag.quantize(CENT), label, periode)


def ontleed(vorm: Vraagvorm, kaal: str) -> Bedragtekst:
    """Find the amounts in a text. The 4 of "per 4 weken" is not one."""
    stukken = met_getalwoorden(delen(SPATIE_GROEP.sub(lambda m: m[0].replace(" ", ""), kaal)))
    stukken = met_centen(zonder_vier_weken(stukken))
    woorden = tuple(teksten(stukken))
    plaatsen = [i for i, deel in enumerate(stukken) if isinstance(deel, Getal)]
    echt = [i for i in plaatsen if not _is_lidwoord(stukken, i)]
    if not echt:
        echt = [i for i in plaatsen if i + 1 < len(woorden) and woorden[i + 1] == "euro"]
    vul = BEDRAG_PER_EENHEID[vorm.eenheid or "euro"] | vorm.vulwoorden | _NUL | {"geen"}
    if _heeft_het_niet(vorm, woorden):
        vul |= _HEB_IK_NIET
    return Bedragtekst(stukken, woorden, tuple(echt), tel_vreemd(stukken, vul))


def _is_lidwoord(stukken: Sequence[Deel], plaats: int) -> bool:
    deel = stukken[plaats]
    return isinstance(deel, Getal) and deel.tekst == "een"


def periodes(tekst: Bedragtekst) -> list[Periode]:
    gevonden = [PERIODE_WOORD[woord] for woord in tekst.woorden if woord in PERIODE_WOORD]
    return list(dict.fromkeys(gevonden))


def zegt_nul(vorm: Vraagvorm, tekst: Bedragtekst) -> bool:
    """ "niks", or "geen" alone or with what is asked: "geen spaargeld". "Geen schulden" says nothing about savings."""
    if any(woord in _NUL for woord in tekst.woorden):
        return _NIKS_GEZEGD.isdisjoint(tekst.woorden)
    if _heeft_het_niet(vorm, tekst.woorden):
        return True
    if "geen" not in tekst.woorden:
        return False
    na = tekst.woorden[tekst.woorden.index("geen") + 1 :]
    eenheid = "euro_per_jaar" if vorm.bruto_of_netto == "netto" else vorm.eenheid or "euro"
    bekend = _GEEN_WAT | vorm.vulwoorden | _GEEN_WAT_PER_EENHEID[eenheid]
    return not na or (bool(na[0]) and hoort_erbij(na[0], bekend))


def _heeft_het_niet(vorm: Vraagvorm, woorden: Collection[str]) -> bool:
    """ "Nee", "heb ik niet", to what somebody owns or owes; of a rent or a wage it says nothing."""
    gezegd = set(woorden)
    return (
        vorm.eenheid == "euro" and gezegd <= _HEB_IK_NIET and bool(gezegd & _NEE or {"heb", "niet"} <= gezegd)
    )


def zegt_tot_nu(woorden: Collection[str]) -> bool:
    """ "Tot nu toe 18.000", "18.000 tot en met oktober": a part of the year."""
    tot_maand = "tot" in woorden and not MAANDEN.keys().isdisjoint(woorden)
    return {"tot", "nu"} <= set(woorden) or "totnutoe" in woorden or tot_maand


def zegt_elk(tekst: Bedragtekst) -> bool:
    """ "Elk 5.000": of how many people is not said."""
    return any(woord in _ELK for woord in tekst.woorden)


def onleesbaar(tekst: Bedragtekst) -> NietGelezen | None:
    """What makes any number in the text doubtful, whatever is asked."""
    if any(isinstance(deel, Rommel) and deel.heeft_cijfer for deel in tekst.stukken):
        return NietGelezen("geen_antwoord")
    if half_getalwoord(tekst.stukken):
        return NietGelezen("geen_antwoord")
    if "contract" in tekst.woorden and "uren" in tekst.woorden:
        return NietGelezen("andere_eenheid")
    bijna_nul = any(w in _NUL and voor in _VRIJWEL for voor, w in pairwise(tekst.woorden))
    if bijna_nul or any(woord in _VAAG for woord in tekst.woorden):
        return NietGelezen("niet_precies")
    for nummer, plaats in enumerate(tekst.plaatsen):
        voor = tekst.stukken[plaats - 1] if plaats else None
        if voor == Teken("min") or "minus" in tekst.voor(nummer) or _streepje_vooraan(tekst, plaats):
            return NietGelezen("te_laag")
        na = tekst.woorden[plaats + 1] if plaats + 1 < len(tekst.woorden) else ""
        if (
            na in _EENHEDEN
            or is_naam(tekst.woorden, plaats)
            or tekst.voor(nummer) == ("ben",)
            or (na in {"jaar", "jr"} and tekst.getal(nummer).waarde < 150)
        ):
            return NietGelezen("andere_eenheid")
        ervoor = tekst.voor(nummer)
        jaartal = tekst.getal(nummer).tekst.isdecimal() and 1900 <= tekst.getal(nummer).waarde <= 2035
        datum = (ervoor and ervoor[0] in MAANDEN) or {"sinds", "geboren"} & set(tekst.woorden)
        if jaartal and (datum or (ervoor == ("in",) and len(tekst.plaatsen) == 1)):
            return NietGelezen("andere_eenheid")
    return None


def _streepje_vooraan(tekst: Bedragtekst, plaats: int) -> bool:
    return plaats == 1 and tekst.stukken[0] == Teken("-")


def buiten(vorm: Vraagvorm, bedrag: Decimal) -> NietGelezen | None:
    if bedrag < (vorm.minimum if vorm.minimum is not None else 0):
        return NietGelezen("te_laag")
    if vorm.maximum is not None and bedrag > vorm.maximum:
        return NietGelezen("te_hoog")
    return None


def lees_bedrag(vorm: Vraagvorm, kaal: str) -> Uitslag:
    """One exact amount for the period that is asked."""
    tekst = ontleed(vorm, kaal)
    twijfel = onleesbaar(tekst)
    if twijfel is not None:
        return twijfel
    nul = zegt_nul(vorm, tekst)
    aantal = len(tekst.plaatsen)
    if aantal == 0:
        return _klaar(vorm, tekst, Decimal(0)) if nul else NietGelezen("geen_antwoord")
    if aantal > 1 or nul:
        return _meer_bedragen(vorm, tekst, nul)
    getal = tekst.getal(0)
    if "niet" in tekst.voor(0, 2) or "geen" in tekst.voor(0, 2):
        return NietGelezen("ontkenning")
    if Teken("+") in tekst.stukken or "min" in tekst.woorden or _is_grens(tekst):
        return NietGelezen("niet_precies")
    huur = vorm.eenheid == "euro_per_maand" and vorm.bruto_of_netto is None
    if huur and not (_GEEN_HUUR - vorm.vulwoorden).isdisjoint(tekst.woorden):
        return NietGelezen("andere_eenheid")
    if len(getal.lezingen) > 1:
        periode = next(iter(periodes(tekst)), None)
        return Dubbelzinnig(tuple(lezing(waarde, periode) for waarde in getal.lezingen), "punt_of_komma")
    return _in_periode(vorm, tekst, getal.waarde)


def _is_grens(tekst: Bedragtekst) -> bool:
    voor = set(tekst.voor(0, 3))
    if "min" in voor:
        # A minus or a minimum.
        return True
    return bool(_GRENS & voor) or tekst.voor(0) == ("tot",) or {"of", "meer"} <= set(tekst.woorden)


def _meer_bedragen(vorm: Vraagvorm, tekst: Bedragtekst, nul: bool) -> Dubbelzinnig:
    getallen = [tekst.getal(nummer) for nummer in range(len(tekst.plaatsen))]
    lezingen = tuple(lezing(getal.waarde) for getal in getallen[:3] if buiten(vorm, getal.waarde) is None)
    eerste, tweede = tekst.plaatsen[0], tekst.plaatsen[-1]
    tussenin = tekst.stukken[eerste + 1 : tweede]
    streep = any(deel in (Teken("-"), Woord("tot"), Woord("a")) for deel in tussenin)
    if len(getallen) == 2 and not nul and ("tussen" in tekst.woorden or streep):
        return Dubbelzinnig(lezingen, "tussen")
    if len(getallen) == 2 and not nul:
        jaren = [getal for getal in getallen if getal.tekst.isdecimal() and 2015 <= getal.waarde <= 2035]
        voor = tekst.voor(getallen.index(jaren[0])) if len(jaren) == 1 else ()
        if voor and voor[0] in {"in", "over", "voor", "jaar", "sinds", "van"}:
            return Dubbelzinnig(tuple(lezing(g.waarde) for g in getallen if g not in jaren), "jaartal")
    return Dubbelzinnig(() if nul else lezingen, "twee_bedragen")


def _in_periode(vorm: Vraagvorm, tekst: Bedragtekst, bedrag: Decimal) -> Uitslag:
    woorden = set(tekst.woorden)
    gezegd = periodes(tekst)
    per_jaar = vorm.eenheid == "euro_per_jaar"
    verwacht = vorm.bruto_of_netto or ("bruto" if per_jaar else None)
    inkomen = verwacht is not None
    if verwacht == "bruto" and woorden & _NETTO - vorm.vulwoorden:
        return Dubbelzinnig((), "bruto_netto")
    if verwacht == "netto" and "bruto" in woorden:
        return Dubbelzinnig((), "netto_bruto")
    if inkomen and "samen" in woorden and woorden & {"wij", "we"}:
        return Dubbelzinnig((), "samen")
    if zegt_elk(tekst) or (inkomen and woorden & IEMAND_ANDERS - vorm.vulwoorden):
        return Dubbelzinnig((lezing(bedrag, gezegd[0] if gezegd else None),), "wie")
    if inkomen and "samen" in woorden:
        return Dubbelzinnig((), "samen")
    if "jaar" in woorden and woorden & {"vorig", "afgelopen", "volgend"}:
        return Dubbelzinnig((lezing(bedrag, "jaar"),), "jaartal")
    zonder = woorden & {"exclusief", "excl", "zonder"} if per_jaar else set()
    inclusief = woorden & {"inclusief", "incl", "warm", "warme", "allin", "all"} if not per_jaar else set()
    extra = _TOESLAG if inkomen else _ERBIJ - vorm.vulwoorden
    if not per_jaar and woorden & extra and woorden & {"met", "erbij", "plus"} and not woorden & _ZONDER:
        inclusief = set(extra)
    if zonder or inclusief:
        return Dubbelzinnig(tuple(lezing(bedrag, periode) for periode in gezegd or (None,)), "inclusief")
    if woorden & _ANDERE_PERIODE:
        return Dubbelzinnig((), "periode")
    if per_jaar and zegt_tot_nu(tekst.woorden):
        return Dubbelzinnig((), "tot_nu")
    if len(gezegd) > 1:
        return Dubbelzinnig(tuple(lezing(bedrag, periode) for periode in gezegd), "periode")
    if vorm.eenheid in (None, "euro"):
        return Dubbelzinnig((), "periode") if gezegd else _klaar(vorm, tekst, bedrag)
    wil: Periode = "jaar" if per_jaar else "maand"
    if gezegd and gezegd[0] != wil and bedrag > 0:
        return Dubbelzinnig((lezing(bedrag, gezegd[0]),), "periode")
    if per_jaar and not gezegd and 0 < bedrag < KLEIN_JAARBEDRAG:
        return Dubbelzinnig((lezing(bedrag, "maand"), lezing(bedrag, "jaar")), "periode")
    return _klaar(vorm, tekst, bedrag)


def _klaar(vorm: Vraagvorm, tekst: Bedragtekst, bedrag: Decimal) -> Uitslag:
    return buiten(vorm, bedrag) or Gelezen(bedrag.quantize(CENT), tekst.vreemd)
