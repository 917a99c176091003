"""The figures of everything a resident can read, and of one text on request: `python -m content b1 [bestand]`.

Printed per kind of text, per answer and per flow (an answer with what is asked and told after it), with the hardest ones and the
words to mend. There is no official measure of "B1" for texts: this helps an editor, it is no hallmark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from content import onderwerpen, uitspraken
from content.controle import zeg
from content.inhoud import Inhoud
from content.parameters import laad_parameters
from content.schema import Faq, Vervolg
from content.taal import Meting, bekijk, meting

_KOP = f"{'':<28}{'zinnen':>7}{'per zin':>9}{'Flesch':>8}{'Zipf':>7}{'zeldz.':>8}"
_HEEL = 60
"""Words from which the formulas say something."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of the table."""

    naam: str
    meting: Meting

    def __str__(self) -> str:
        m = self.meting
        zipf = "-" if m.zipf is None else f"{m.zipf:.2f}"
        return f"{self.naam:<28}{m.zinnen:>7}{m.per_zin:>9.1f}{m.leesbaar:>8.0f}{zipf:>7}{m.zeldzaam:>7.1f}%"


def per_soort(inhoud: Inhoud) -> Iterator[Regel]:
    """All texts of a folder together, and everything together."""
    teksten: dict[str, list[str]] = {}
    for u in uitspraken.alle(inhoud):
        if u.bestand != "teksten/andere_taal.yml":
            teksten.setdefault(u.bestand.partition("/")[0], []).append(u.tekst)
    yield from _regels(teksten)
    yield from _regels({"alles": [tekst for reeks in teksten.values() for tekst in reeks]})


def antwoorden(inhoud: Inhoud) -> Iterator[Regel]:
    """Each answer to a question of the resident's own."""
    alle = onderwerpen.bestanden(inhoud.faqs(), inhoud.faqs_eigen())
    yield from _regels(
        {bestand.removeprefix("faq/").removesuffix(".md"): [faq.antwoord] for bestand, faq in alle}
    )


def stromen(inhoud: Inhoud) -> Iterator[Regel]:
    """Each answer with one way through what comes after it."""
    for bestand, faq in onderwerpen.bestanden(inhoud.faqs(), inhoud.faqs_eigen()):
        naam = bestand.removeprefix("faq/").removesuffix(".md")
        yield from _regels({f"{naam} {nr}": [weg] for nr, weg in enumerate(_wegen(faq), start=1)})


def _wegen(faq: Faq) -> Iterator[str]:
    for weg in _door(faq.vervolg):
        yield f"{faq.antwoord}\n\n{weg}"


def _door(vervolg: Vervolg | None) -> Iterator[str]:
    for keuze in vervolg.keuzes if vervolg else ():
        hier = f"{vervolg.vraag if vervolg else ''}\n\n{keuze.antwoord}"
        verder = list(_door(keuze.vervolg))
        yield from (f"{hier}\n\n{weg}" for weg in verder) if verder else (hier,)


def _regels(teksten: Mapping[str, list[str]]) -> Iterator[Regel]:
    for naam, reeks in teksten.items():
        gemeten = meting("\n\n".join(reeks))
        if gemeten is not None:
            yield Regel(naam, gemeten)


def toon(map_: Path) -> Iterator[str]:
    """The whole table, line by line."""
    inhoud = Inhoud(map_, laad_parameters(map_ / "parameters"))
    yield _KOP
    yield from map(str, per_soort(inhoud))
    for kop, regels in (("Antwoorden", antwoorden(inhoud)), ("Antwoorden met vervolg", stromen(inhoud))):
        moeilijkst = sorted((r for r in regels if r.meting.woorden >= _HEEL), key=lambda r: r.meting.leesbaar)
        yield f"\n{kop}, de moeilijkste van {len(moeilijkst)}:"
        yield from map(str, moeilijkst[:10])


def toon_tekst(tekst: str) -> Iterator[str]:
    """One text: its figures, and what is to be mended, each with the sentence, the word and a plainer one."""
    gemeten = meting(tekst)
    if gemeten is None:
        yield "Er staat geen tekst in."
        return
    yield _KOP
    yield str(Regel("deze tekst", gemeten))
    for bevinding in bekijk(tekst, "antwoord"):
        yield f"{'fout' if bevinding.ernst == 'fout' else 'let op'}: {zeg(bevinding)}"
