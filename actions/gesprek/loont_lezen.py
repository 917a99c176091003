"""The answers about the work, typed: a wage per hour or per month, hours a week, travel per month.

Amounts and numbers are read by the readers of every question; here only what people say around them.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from actions.gesprek import loont, niet_begrepen
from actions.gesprek.begrip import Begrip
from actions.gesprek.geven import neem_aan
from actions.gesprek.staat import OpenVraag
from actions.gesprek.vragen import vraag_tussendoor
from actions.gesprek.werk import Knop, Werk
from actions.lezen import Gelezen, NietGelezen, Vraagvorm, lees
from content.opmaak import euro

_CENT = Decimal("0.01")
_WEKEN, _MAANDEN, _VIERWEKEN = Decimal(52), Decimal(12), Decimal(13)
_UURLOON_TOT: Final = Decimal(100)
_MAANDLOON_VANAF: Final = Decimal(250)
"""A bare amount up to the first is a wage an hour, from the second on a month; in between it is asked."""
_MEEST: Final = Decimal(60)
"""Hours a week."""
_VOLTIJD = "40"
_GETAL = r"(\d{1,2}(?:[.,]\d{1,2})?)"
_UREN = re.compile(rf"(?<![\d.,€]){_GETAL}\s*-?\s*(?:uur|uren|uurtjes|u)\b(?!\s*loon)")
_PER_WEEK = r"(?:\s*(?:per|in de|in een|p\.?|/)\s*w(?:ee)?k\b)?"
_UREN_MET_WEEK = re.compile(_UREN.pattern + _PER_WEEK)
_DAGEN = re.compile(rf"\b(\d)\s*dagen\s*(?:van|à|a|x|keer|maal|,)?\s*{_GETAL}\s*(?:uur|uren|u)\b")
_PER_UUR = re.compile(
    r"\b(?:per|p|het|elk)\s*\.?/?\s*(?:uur|u)\b|/\s*(?:uur|u)\b|\buurloon\b|\bp/?u\b|\bpu\b"
)
_VIER_WEKEN = re.compile(r"\b(?:per|elke|iedere)?\s*(?:4|vier)\s*weken\b")
_PER_WEEKLOON = re.compile(r"\b(?:per|in de|elke|p)\s*\.?/?\s*(?:week|wk|w)\b|/\s*(?:week|wk)\b|\bweekloon\b")
_PER_MAAND = re.compile(
    r"\b(?:per|in de|elke|p)\s*\.?/?\s*(?:maand|mnd|mnd\.|m)\b|/\s*(?:maand|mnd)\b|\bmaand(?:loon|salaris)?\b"
)
_PER_JAAR = re.compile(r"\b(?:per|p)\s*\.?/?\s*(?:jaar|jr|j)\b|\bjaar(?:loon|salaris)?\b")
_PER_DAG = re.compile(r"\b(?:per|p)\s*\.?/?\s*dag\b|\bdagloon\b")
_OPVULLING = re.compile(
    r"\b(?:bruto|euro|eur|ongeveer|zo'n|rond de|circa|ca|denk ik|ik (?:ga|zou|wil|kan|krijg)|ga ik|verdienen|werken|"
    r"ik|dan|wordt het|het is|is het|salaris|loon|reiskosten|voor de|met de|bus|trein|benzine|dus|wel|toch|want|gewoon)\b"
)
_MINIMUM = re.compile(r"\bminimum|\bwml\b|\bminimaal loon|\bhet laagste\b")
_NETTO = re.compile(r"\b(?:netto|schoon|in het handje|op mijn rekening)\b")
_VOLTIJDS = re.compile(r"\b(?:full\s*-?time|voltijds?|hele week|volledig|ft)\b")
_GEEN = re.compile(
    r"^(?:nee|geen|niks|niets|nul|0|gratis|noppes)\b|\b(?:geen|zonder) (?:reis)?kosten\b|\b(?:fiets|fietsen|loop|lopen|lopend|"
    r"te voet|thuis|baas betaalt|wordt betaald|wordt vergoed|krijg ik vergoed|vergoeding)\b"
)
_GELD = re.compile(r"\b(?:euro|eur|bruto|netto)\b")
_MET_PUNT = re.compile(r"(?<!\d)(\d{1,3})\.(\d)(?!\d)")
"""A wage an hour as some type it: "15.5"."""
_VREEMD = 2


def uren_in(tekst: str) -> Decimal | None:
    """The one number of hours a week that a sentence names."""
    gevonden = {_decimaal(getal) for getal in _UREN.findall(tekst.lower())}
    (uren,) = gevonden if len(gevonden) == 1 else (None,)
    return uren if uren is not None and 0 < uren <= _MEEST else None


def antwoord(werk: Werk, open_: OpenVraag, tekst: str, begrip: Begrip) -> bool:
    """Take the answer, or say what is wrong with it. False when the text is about something else."""
    laag = " ".join(tekst.lower().replace("€", " ").split())
    lezen = {loont.LOON: _loon, loont.UREN: _uren, loont.REIZEN: _reizen}[open_.vraag]
    if lezen(werk, open_, laag):
        return True
    if begrip.iets_anders:
        return False
    niet_begrepen.bij_vraag(werk, open_, tekst, NietGelezen("geen_antwoord"), begrip)
    return True


def _loon(werk: Werk, open_: OpenVraag, tekst: str) -> bool:
    uren = uren_in(tekst)
    rest = _UREN_MET_WEEK.sub(" ", tekst) if uren is not None else tekst
    if _MINIMUM.search(rest):
        _met_uren(werk, open_, "minimum", uren)
        return True
    per = _periode(rest)
    bedrag = _bedrag(rest)
    if bedrag is None and uren is not None:
        loont.neem_bij(werk, uren)  # the hours, said before they were asked
        _begrepen(werk, werk.tekst("loont.uren_gezegd", uren=uren))
        return True
    if bedrag is None:
        return per is not None and _kies_periode(werk, open_, per)
    if not bedrag:
        niet_begrepen.uitleg_opnieuw(werk, werk.tekst("loont.geen_loon"))
    elif _NETTO.search(rest):
        niet_begrepen.uitleg_opnieuw(werk, werk.tekst("loont.bruto_nodig"))
    elif per in ("dag", "jaar"):
        niet_begrepen.uitleg_opnieuw(
            werk, werk.tekst("loont.per_dag" if per == "dag" else "loont.per_jaar_loon")
        )
    elif per in ("week", "vier_weken"):
        keer = _WEKEN if per == "week" else _VIERWEKEN
        maand = (bedrag * keer / _MAANDEN).quantize(_CENT, ROUND_HALF_UP)
        werk.zeg("gesprek.genoteerd", waarde=werk.tekst("loont.per_maand", som=maand))
        _met_uren(werk, open_, f"maand:{maand}", uren)
    elif (per == "uur" or per is None) and bedrag <= _UURLOON_TOT:
        _met_uren(werk, open_, f"uur:{bedrag}", uren)
    elif (per == "maand" or per is None) and bedrag >= _MAANDLOON_VANAF:
        _met_uren(werk, open_, f"maand:{bedrag}", uren)
    else:
        _uur_of_maand(werk, open_, bedrag)
    return True


def _met_uren(werk: Werk, open_: OpenVraag, waarde: str, uren: Decimal | None) -> None:
    """The wage; with the hours when they were said in the same breath."""
    if uren is not None:
        loont.neem_bij(werk, uren)
    neem_aan(werk, open_.vraag, open_.nummer, waarde)


def _uur_of_maand(werk: Werk, open_: OpenVraag, bedrag: Decimal) -> None:
    def knop(per: str) -> Knop:
        betekenis = {"vraag": open_.vraag, "nummer": open_.nummer, "waarde": f"{per}:{bedrag}"}
        return Knop(werk.tekst(f"loont.per_{per}", som=bedrag), betekenis)

    vraag_tussendoor(werk, open_, werk.tekst("loont.uur_of_maand", som=bedrag), [knop("uur"), knop("maand")])


def _kies_periode(werk: Werk, open_: OpenVraag, per: str) -> bool:
    """ "Per uur", said to "is dat per uur of per maand?"."""
    tussen = werk.staat.extra.get("tussen")
    betekenissen = [betekenis for _, betekenis in tussen["knoppen"]] if tussen is not None else []
    waarde = next((b["waarde"] for b in betekenissen if b["waarde"].startswith(f"{per}:")), None)
    if waarde is not None:
        neem_aan(werk, open_.vraag, open_.nummer, waarde)
    return waarde is not None


def _periode(tekst: str) -> str | None:
    for naam, patroon in (
        ("uur", _PER_UUR),
        ("vier_weken", _VIER_WEKEN),
        ("week", _PER_WEEKLOON),
        ("maand", _PER_MAAND),
        ("jaar", _PER_JAAR),
        ("dag", _PER_DAG),
    ):
        if patroon.search(tekst):
            return naam
    return None


def _bedrag(tekst: str) -> Decimal | None:
    """The one amount in it, whatever period was named."""
    for patroon in (
        _PER_UUR,
        _VIER_WEKEN,
        _PER_WEEKLOON,
        _PER_MAAND,
        _PER_JAAR,
        _PER_DAG,
        _NETTO,
        _OPVULLING,
    ):
        tekst = patroon.sub(" ", tekst)
    tekst = _MET_PUNT.sub(r"\1,\g<2>0", tekst)
    gelezen = lees(Vraagvorm("bedrag", maximum=Decimal(100_000), eenheid="euro"), tekst.strip())
    if isinstance(gelezen, Gelezen) and isinstance(gelezen.waarde, Decimal) and gelezen.vreemd <= _VREEMD:
        return gelezen.waarde.quantize(_CENT)
    return None


def _toch_loon(werk: Werk, tekst: str) -> bool:
    """At the question about hours somebody mends the wage."""
    bedrag, per = _bedrag(tekst), _periode(tekst)
    if bedrag is None:
        return False
    if per in ("uur", None) and bedrag <= _UURLOON_TOT:
        waarde, gezegd = f"uur:{bedrag}", "loont.per_uur"
    elif per in ("maand", None) and bedrag >= _MAANDLOON_VANAF:
        waarde, gezegd = f"maand:{bedrag}", "loont.per_maand"
    else:
        return False
    loont.neem(werk, loont.LOON, waarde)
    _begrepen(werk, werk.tekst(gezegd, som=bedrag))
    return True


def _begrepen(werk: Werk, gezegd: str) -> None:
    """Say back what was taken in besides the answer, and ask on."""
    werk.zeg("gesprek.genoteerd", waarde=gezegd)
    loont.ga_door(werk)


def _uren(werk: Werk, open_: OpenVraag, tekst: str) -> bool:
    if _GELD.search(tekst) or _PER_UUR.search(tekst):
        return _toch_loon(werk, tekst)
    dagen = _DAGEN.search(tekst)
    uren = uren_in(tekst) if dagen is None else Decimal(dagen[1]) * _decimaal(dagen[2])
    if uren is None and _VOLTIJDS.search(tekst):
        uren = Decimal(_VOLTIJD)
    if uren is None and re.search(r"\bdag(?:en)?\b", tekst):
        niet_begrepen.uitleg_opnieuw(werk, werk.tekst("loont.uren_per_dag"))
        return True
    if uren is None:
        kaal = _OPVULLING.sub(" ", re.sub(rf"\b(?:uur|uren|u)\b{_PER_WEEK}", " ", tekst)).strip()
        vorm = Vraagvorm("aantal", minimum=Decimal(1), maximum=_MEEST, heel=False)
        gelezen = lees(vorm, kaal)
        if isinstance(gelezen, Gelezen) and gelezen.vreemd <= _VREEMD and gelezen.waarde != "weet_niet":
            uren = Decimal(str(gelezen.waarde))
    if uren is None or not 0 < uren <= _MEEST:
        return False
    if str(uren) not in tekst.replace(",", "."):
        werk.zeg("gesprek.genoteerd", waarde=werk.tekst("loont.uren_gezegd", uren=uren))
    neem_aan(werk, open_.vraag, open_.nummer, str(uren))
    return True


def _reizen(werk: Werk, open_: OpenVraag, tekst: str) -> bool:
    per = _periode(tekst)
    bedrag = _bedrag(tekst)
    if bedrag is None and _GEEN.search(tekst):
        bedrag, per = Decimal(0), None
    if bedrag is None:
        return False
    if per in ("dag", "uur"):
        niet_begrepen.uitleg_opnieuw(werk, werk.tekst("loont.per_dag"))
        return True
    keer = {"week": _WEKEN / _MAANDEN, "vier_weken": _VIERWEKEN / _MAANDEN, "jaar": 1 / _MAANDEN}.get(
        per or ""
    )
    if keer is not None:
        bedrag = (bedrag * keer).quantize(_CENT, ROUND_HALF_UP)
        werk.zeg("gesprek.genoteerd", waarde=euro(bedrag))
    neem_aan(werk, open_.vraag, open_.nummer, str(bedrag))
    return True


def _decimaal(getal: str) -> Decimal:
    return Decimal(getal.replace(",", "."))
