"""The rules of the language check. Thresholds were measured on easy and hard texts of the government.

Word choice tells easy from hard, sentence length alone does not; therefore both are looked at. There is no official measure of
"B1" for texts: this helps an editor, it is no hallmark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import simplemma

from content.taal.lijsten import Lijsten
from content.taal.meting import meet
from content.taal.ontleden import Zin, kaal, zinnen
from content.taal.woordkeus import FUNCTIEWOORDEN, ZELDZAAM, bekendheid

Ernst = Literal["fout", "waarschuwing"]
Regel = Literal[
    "lange_zin", "gemiddelde_zin", "leesbaarheid", "woordkeus", "zeldzame_woorden", "zeldzaam_woord", "lijdend", "jargon",
    "engels", "aanspreekvorm", "getypt_bedrag", "getypt_getal", "te_lang", "sjabloon",
]  # fmt: skip
Soort = Literal["antwoord", "bubbel", "label", "voorbeeld"]
"""A whole answer; one message; the text of a button or field; a hint that shows an example (may name an amount)."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing to mend. `fout` blocks publishing, `waarschuwing` does not."""

    ernst: Ernst
    regel: Regel
    plek: str
    """The sentence, or "" for the text as a whole."""
    woord: str | None
    uitleg: str
    """For the editor, in Dutch."""
    alternatief: str | None = None


_BEDRAG = re.compile(
    r"(?:€|\bEUR)\s*-?\d[\d.,]*|\b\d[\d.,]*(?:,-)?\s*(?:euro|eur)\b|\b\d[\d.]*,-", re.IGNORECASE
)
_MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_GETAL = re.compile(
    rf"\b\d[\d.,]*\s*(?:%|procent\b)|\b\d+\s+(?:dag|dagen|week|weken|maand|maanden|kwartaal|kwartalen|minuten|uur|uren)\b"
    rf"|\b\d{{1,2}}\s+(?:{_MAANDEN})(?:\s+\d{{4}})?\b|\b\d{{1,2}}e van de maand\b|(?<!0[89]00 )\b(?:19|20)\d\d(?:-\d\d)*\b",
    re.IGNORECASE,
)
"""Percentages, terms, days and years: as amounts, they change."""
_NUMMER = re.compile(
    r"(?<![\d.,])(?:0[89]00[ -]?\d[\d ]{2,6}\d|0\d{1,3}[ -]\d[\d ]{4,8}\d|14 ?0\d{2,4}|11[23])(?![\d.,]*\d)"
    r"|\bvan \d{1,2}(?:[.:]\d\d)? tot \d{1,2}(?:[.:]\d\d)? uur\b",
    re.IGNORECASE,
)
"""Telephone numbers and opening hours."""
_JIJ = re.compile(r"(?<![\w-])(?:je|jij|jou|jouw|jullie|jezelf)(?![\w-])", re.IGNORECASE)
_WORDEN = r"\b(?:word|wordt|worden|werd|werden)\b"
_WORDEN_WOORD = re.compile(_WORDEN, re.IGNORECASE)
_DEELWOORD = re.compile(
    r"\b(?:(?:aan|af|bij|door|in|mee|na|om|op|over|terug|toe|uit|vast|voor|weg|samen)?ge[a-zë]{2,}(?:d|t|en)"
    r"|(?:aan|af|bij|door|in|mee|na|om|op|over|terug|toe|uit|vast|voor|weg)?(?:be|ver|ont|her)[a-zë]{2,}(?:d|t|en))\b",
    re.IGNORECASE,
)
_GEEN_DEELWOORD = frozenset(
    """beeld bestand bezit bedragen beleid bericht berichten besluit besluiten gebied geduld geld gelden geluid gemiddeld
    getrouwd gevolgen gewicht gezicht gezinnen gezond gebouwen bewijzen verband verschillen verschil vergoed herhalend
    bekend betekent geen gelukkig genoeg gegevens gesprekken gewoon verstand verdriet gescheiden""".split()  # noqa: SIM905
)
_AFSTAND = 90
"""Characters within which "worden" and its participle stand."""
_HEEL = 60
"""Words from which the formulas say something; shorter texts swing too much."""


def bekijk_tekst(tekst: str, soort: Soort, bij: str, lijst: Lijsten) -> Iterator[Bevinding]:
    """Everything to mend in one text without template tags. `bij`: text the resident sees with it."""
    alle = zinnen(tekst)
    if soort != "label":
        yield from _zinnen(alle, soort)
        yield from _lijdend(alle)
    if soort == "antwoord" or sum(len(z.woorden) for z in alle) >= _HEEL:
        yield from _geheel(alle, lijst)
    yield from _woorden(alle, lijst)
    schoon = kaal(tekst)
    yield from _jargon(alle, f"{' '.join(schoon.split())}\n{' '.join(kaal(bij).split())}", lijst)
    for zin in alle:
        for treffer in _JIJ.finditer(zin.tekst):
            yield Bevinding(
                "fout", "aanspreekvorm", zin.tekst, treffer[0], "spreek de lezer aan met u", _u(treffer[0])
            )
    if soort != "voorbeeld":
        for treffer in _BEDRAG.finditer(schoon):
            yield Bevinding(
                "fout", "getypt_bedrag", treffer[0], treffer[0],
                "typ geen bedragen: ze veranderen elk jaar", '{{ bedrag("…") | euro }}',
            )  # fmt: skip


def getypte_getallen(tekst: str, vast: Mapping[str, str]) -> Iterator[Bevinding]:
    """Percentages, terms, days, years, telephone numbers and hours that are typed and not filled in, but for those in `vast`
    (`vast.yml`)."""
    for getypt in veranderlijk(kaal(tekst)):
        if getypt.lower() not in vast:
            uitleg = (
                "typ geen percentage, termijn, dag, jaar, telefoonnummer of openingstijd: die veranderen. "
                "Staat het vast? Zet het met de reden in vast.yml"
            )
            yield Bevinding("fout", "getypt_getal", getypt, getypt, uitleg, '{{ bedrag("…") | getal }}')


def veranderlijk(tekst: str) -> Iterator[str]:
    """What is typed in a text (without Markdown) and can change, but for amounts of money."""
    nummers = [treffer[0] for treffer in _NUMMER.finditer(tekst)]
    yield from nummers
    for nummer in nummers:
        tekst = tekst.replace(nummer, " ")
    yield from (treffer[0] for treffer in _GETAL.finditer(tekst))


def _u(woord: str) -> str:
    return "uw" if woord.lower() == "jouw" else "uzelf" if woord.lower() == "jezelf" else "u"


def _zinnen(alle: list[Zin], soort: Soort) -> Iterator[Bevinding]:
    for zin in alle:
        lengte = len(zin.woorden)
        if lengte > 15:
            ernst: Ernst = "fout" if lengte > 20 else "waarschuwing"
            yield Bevinding(
                ernst, "lange_zin", zin.tekst, None, f"{lengte} woorden in één zin; knip de zin in tweeën"
            )
    if soort == "antwoord":
        totaal = sum(len(zin.woorden) for zin in alle)
        if totaal > 120:
            ernst = "fout" if totaal > 150 else "waarschuwing"
            yield Bevinding(
                ernst, "te_lang", "", None, f"{totaal} woorden; een antwoord heeft er hoogstens 120"
            )


def _geheel(alle: list[Zin], lijst: Lijsten) -> Iterator[Bevinding]:
    gemeten = meet(alle, lijst)
    if gemeten is None:
        return
    yield from _grens(
        "gemiddelde_zin", gemeten.per_zin, 12, 15, "woorden per zin gemiddeld; maak de zinnen korter"
    )
    if gemeten.woorden < _HEEL:
        return
    yield from _grens(
        "leesbaarheid", gemeten.leesbaar, 60, 50, "op de schaal van Flesch-Douma; gebruik kortere woorden"
    )
    if gemeten.zipf is None:
        return
    yield from _grens("woordkeus", gemeten.zipf, 4.6, 4.4, "is hoe gewoon de woorden zijn; kies gewonere")
    yield from _grens("zeldzame_woorden", gemeten.zeldzaam, 6, 10, "procent zeldzame woorden; kies gewonere")


def _grens(regel: Regel, waarde: float, waarschuwing: float, fout: float, uitleg: str) -> Iterator[Bevinding]:
    """Beyond the warning or the error threshold; the order of the two says which side is wrong."""
    teken = 1 if fout > waarschuwing else -1
    if teken * (waarde - waarschuwing) > 0:
        ernst: Ernst = "fout" if teken * (waarde - fout) > 0 else "waarschuwing"
        yield Bevinding(ernst, regel, "", None, f"{waarde:.1f} {uitleg}".replace(".", ",", 1))


def _woorden(alle: list[Zin], lijst: Lijsten) -> Iterator[Bevinding]:
    for zin in alle:
        for woord in zin.gewone_woorden():
            if len(woord) < 3 or woord in FUNCTIEWOORDEN or lijst.elk_jargon.fullmatch(woord):
                continue
            if bekendheid(woord, lijst.bekend) < ZELDZAAM:
                uitleg = "weinig mensen kennen dit woord; neem een ander woord of leg het uit"
                yield Bevinding("waarschuwing", "zeldzaam_woord", zin.tekst, woord, uitleg)


def _lijdend(alle: list[Zin]) -> Iterator[Bevinding]:
    lijdend = [(zin, woord) for zin in alle if (woord := _lijdende_vorm(zin.tekst))]
    # One in a short text is over ten per cent at once: only a habit blocks.
    ernst: Ernst = "fout" if len(lijdend) >= 2 and len(lijdend) > 0.1 * len(alle) else "waarschuwing"
    for zin, woord in lijdend:
        yield Bevinding(ernst, "lijdend", zin.tekst, woord, "lijdende vorm; zeg wie het doet")


def _lijdende_vorm(zin: str) -> str | None:
    for hulp in _WORDEN_WOORD.finditer(zin):
        venster = zin[max(0, hulp.start() - _AFSTAND) : hulp.end() + _AFSTAND]
        for deelwoord in _DEELWOORD.finditer(venster):
            if _is_deelwoord(deelwoord[0].lower()):
                return f"{hulp[0]} … {deelwoord[0]}"
    return None


def _is_deelwoord(woord: str) -> bool:
    if woord in _GEEN_DEELWOORD:
        return False
    # "betalen" and "gesprekken" are their own base form or a plural; "bekeken" and "gegeven" are not.
    return not woord.endswith("en") or simplemma.lemmatize(woord, lang="nl") not in (woord, woord[:-2])


def _jargon(alle: list[Zin], alles: str, lijst: Lijsten) -> Iterator[Bevinding]:
    for zin in alle:
        if not lijst.elk_jargon.search(zin.tekst):
            continue
        for jargon in lijst.jargon:
            treffer = jargon.patroon.search(zin.tekst)
            if treffer is None or (jargon.uitgelegd is not None and jargon.uitgelegd.search(alles)):
                continue
            if jargon.soort == "engels":
                uitleg = "Engels woord"
            else:
                uitleg = (
                    "ambtelijk woord"
                    if jargon.uitgelegd is None
                    else "vakwoord zonder uitleg in dezelfde tekst"
                )
            yield Bevinding(jargon.ernst, jargon.soort, zin.tekst, treffer[0], uitleg, jargon.alternatief)
