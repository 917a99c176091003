"""What an editor sees while writing: which words are hard and what to say instead, and whether the text can be filled in.

The same rules as the gate before a publication (`python -m content`), of one topic, at once. The language check takes some eighty
megabytes of word lists: it is opened only when somebody edits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from content.fouten import InhoudFout, uit_validatie
from content.inhoud import Inhoud
from content.opmaak import is_sjabloon
from content.schema import Faq, Gemeente
from content.schema import Vervolg as Gelezen
from web.redactie.rechten import gemeente_van, onderwerp_van
from web.redactie.schrijven.faqvorm import Bron, Faqvorm, Keuze, Vervolg

if TYPE_CHECKING:
    from content.taal import Bevinding, Meting, Soort
    from content.taal.uitzonderingen import Uitzonderingen

Oordeel = Literal["goed", "let_op", "fout"]


@dataclass(frozen=True, slots=True)
class Tip:
    """One thing to mend. `fout` stops a publication."""

    fout: bool
    uitleg: str
    woord: str = ""
    liever: str = ""
    zin: str = ""
    """Where it stands, when that is not the whole text."""


@dataclass(frozen=True, slots=True)
class Taal:
    """How readable a topic is. `score`: Flesch-Douma, 60 is ordinary and 80 easy; None for a short text."""

    oordeel: Oordeel
    fouten: int
    tips: int
    score: int | None


@dataclass(frozen=True, slots=True)
class _Deel:
    """A text of a topic. `plek`: its field in the form; `veld`: in the file."""

    plek: str
    veld: str
    tekst: str
    soort: Soort
    bij: str = ""


def per_veld(
    inhoud: Inhoud, map_: Path, pad: str, vorm: Faqvorm, gemeente: str, vandaag: date
) -> dict[str, tuple[Tip, ...]]:
    """Field of the form → what is to be mended there, worst first. Fields without anything have an empty tuple."""
    over = _uitzonderingen(map_)
    hier_ = inhoud.gemeente(gemeente)
    in_gesprek = (hier_,)
    lezers = in_gesprek if gemeente_van(pad) else (None, hier_)
    uit: dict[str, list[Tip]] = {naam: [] for naam in Faqvorm.__dataclass_fields__}
    for deel in _delen(vorm):
        hier = uit.setdefault(deel.plek, [])
        if deel.plek.endswith(".vraag"):
            uit[f"{deel.plek.removesuffix('.vraag')}.keuzes"] = []
        if deel.soort == "label" or deel.plek == "titel":
            if is_sjabloon(deel.tekst):
                hier.append(Tip(True, inhoud.tekst("redactie_bewerken.niets_in_te_vullen")))
        else:
            # What comes after an answer is said in a talk only, and so always in a gemeente.
            hier += _vulbaar(inhoud, deel.tekst, lezers if deel.plek == "antwoord" else in_gesprek, vandaag)
        hier += [_tip(een) for een in _gevonden(pad, deel, over)]
    for plek, tip in _vorm_fouten(inhoud, pad, vorm):
        if not any(tip.uitleg == er.uitleg for er in uit.setdefault(plek, [])):
            uit[plek].insert(0, tip)
    return {plek: tuple(sorted(tips, key=lambda tip: not tip.fout)) for plek, tips in uit.items()}


def taal(map_: Path, pad: str, vorm: Faqvorm) -> Taal:
    """The figures of a topic as a whole."""
    over = _uitzonderingen(map_)
    alle = [een for deel in _delen(vorm) for een in _gevonden(pad, deel, over)]
    fouten = sum(een.ernst == "fout" for een in alle)
    gemeten = _meet(vorm.antwoord)
    score = None if gemeten is None else round(gemeten.leesbaar)
    return Taal("fout" if fouten else "let_op" if alle else "goed", fouten, len(alle) - fouten, score)


def los(tekst: str, soort: Soort = "bubbel") -> tuple[Tip, ...]:
    """Of a text that is no topic."""
    return tuple(_tip(een) for een in _bekijk(tekst, soort, ""))


def van_faq(faq: Faq) -> Faqvorm:
    """A topic as it was read, in the shape of the form."""
    return Faqvorm(
        titel=faq.titel,
        eigenaar=faq.eigenaar,
        nagekeken=faq.nagekeken.isoformat(),
        bronnen=tuple(Bron(bron.naam, bron.url) for bron in faq.bronnen),
        regeling=faq.regeling,
        stap=faq.stap,
        gebeurtenis=faq.gebeurtenis,
        vervolg=_boom(faq.vervolg),
        voorbeelden=faq.voorbeelden,
        antwoord=faq.antwoord,
    )


def _boom(vervolg: Gelezen | None) -> Vervolg | None:
    if vervolg is None:
        return None
    keuzes = (Keuze(k.label, k.antwoord, _boom(k.vervolg)) for k in vervolg.keuzes)
    return Vervolg(vervolg.vraag, tuple(keuzes))


def _delen(vorm: Faqvorm) -> Iterator[_Deel]:
    yield _Deel("titel", "titel", vorm.titel, "bubbel", vorm.antwoord)
    yield _Deel("antwoord", "antwoord", vorm.antwoord, "antwoord")
    if vorm.vervolg:
        yield from _vervolg("v", "vervolg", vorm.vervolg)


def _vervolg(plek: str, veld: str, vervolg: Vervolg) -> Iterator[_Deel]:
    yield _Deel(f"{plek}.vraag", f"{veld}.vraag", vervolg.vraag, "bubbel")
    for nr, keuze in enumerate(vervolg.keuzes, start=1):
        hier, daar = f"{plek}.{nr}", f"{veld}.keuzes.{nr}"
        yield _Deel(f"{hier}.label", f"{daar}.label", keuze.label, "label", vervolg.vraag)
        yield _Deel(f"{hier}.antwoord", f"{daar}.antwoord", keuze.antwoord, "antwoord", keuze.label)
        if keuze.vervolg:
            yield from _vervolg(f"{hier}.v", f"{daar}.vervolg", keuze.vervolg)


def plek_van(veld: str) -> str:
    """The field of the form for a field of the file: "vervolg.keuzes.2.label" → "v.2.label"."""
    delen = veld.split(".")
    laatste = len(delen) - 1
    # The list of choices itself keeps its name: a fault in how many there are stands beside them.
    return ".".join(
        "v" if deel == "vervolg" else deel
        for nr, deel in enumerate(delen)
        if deel != "keuzes" or nr == laatste
    )


def _vorm_fouten(inhoud: Inhoud, pad: str, vorm: Faqvorm) -> Iterator[tuple[str, Tip]]:
    """What is missing or cannot be so, in the words of the reader of content."""
    id_ = onderwerp_van(pad)
    if not vorm.voorbeelden and (gemeente_van(pad) is None or id_ not in inhoud.faqs()):
        yield "voorbeelden", Tip(True, inhoud.tekst("redactie_bewerken.geen_zinnen"))
    ruw: dict[str, object] = {
        "id": id_,
        "titel": vorm.titel,
        "eigenaar": vorm.eigenaar,
        "nagekeken": vorm.nagekeken,
        "bronnen": [{"naam": bron.naam, "url": bron.url} for bron in vorm.bronnen],
        "antwoord": vorm.antwoord,
        "voorbeelden": vorm.voorbeelden,
        "stap": vorm.stap,
        "vervolg": None if vorm.vervolg is None else _ruw(vorm.vervolg),
    }
    try:
        Faq.model_validate(ruw)
    except ValidationError as fout:
        for een in uit_validatie(pad, fout):
            naam, _, rest = een.veld.partition(".")
            plek = plek_van(een.veld) if naam == "vervolg" else naam
            yield plek, Tip(True, _bron_fout(inhoud, rest, een.melding) if naam == "bronnen" else een.melding)


def _bron_fout(inhoud: Inhoud, plek: str, melding: str) -> str:
    """`plek`: "2.url"; "" for the sources together."""
    nr, _, veld = plek.partition(".")
    if not nr:
        return melding
    return inhoud.tekst(f"redactie_bewerken.bron_fout_{veld or 'naam'}", nr=nr)


def _ruw(vervolg: Vervolg) -> dict[str, object]:
    keuzes = [
        {"label": k.label, "antwoord": k.antwoord, **({"vervolg": _ruw(k.vervolg)} if k.vervolg else {})}
        for k in vervolg.keuzes
    ]
    return {"vraag": vervolg.vraag, "keuzes": keuzes}


def _vulbaar(inhoud: Inhoud, tekst: str, lezers: tuple[Gemeente | None, ...], vandaag: date) -> Iterator[Tip]:
    """A text that cannot be filled in would not be shown. One finding: the second is most often the same."""
    if not is_sjabloon(tekst):
        return
    for lezer in lezers:
        try:
            inhoud.render(tekst, datum=vandaag, gemeente=lezer, jaar=vandaag.year)
        except InhoudFout as fout:
            yield Tip(True, fout.fouten[0].melding)
            return


def _gevonden(pad: str, deel: _Deel, over: Uitzonderingen | None) -> list[Bevinding]:
    """Without what was allowed there before."""
    alle = _bekijk(deel.tekst, deel.soort, deel.bij)
    return [een for een in alle if over is None or not over.geldt(pad, deel.veld, een)]


def _bekijk(tekst: str, soort: Soort, bij: str) -> tuple[Bevinding, ...]:
    if not tekst.strip():
        return ()
    return _bekeken(tekst, soort, bij)


@lru_cache(maxsize=3000)
def _bekeken(tekst: str, soort: Soort, bij: str) -> tuple[Bevinding, ...]:
    """Kept: all texts of the house together take a second."""
    from content.taal import bekijk, getypt

    return tuple(dict.fromkeys([*bekijk(tekst, soort, bij=bij), *getypt(tekst)]))


@lru_cache(maxsize=1000)
def _meet(tekst: str) -> Meting | None:
    from content.taal import meting

    gemeten = meting(tekst)
    return gemeten if gemeten and gemeten.woorden >= _HEEL else None


_HEEL = 30
"""Words from which a score says something at all."""


def _uitzonderingen(map_: Path) -> Uitzonderingen | None:
    from content.taal.uitzonderingen import Uitzonderingen

    try:
        return Uitzonderingen.lees(map_ / "taal")
    except (InhoudFout, OSError):
        return None


def _tip(een: Bevinding) -> Tip:
    zin = een.plek if een.plek and een.plek != een.woord else ""
    return Tip(
        een.ernst == "fout",
        _kort(een.uitleg),
        _kort(een.woord or ""),
        _kort(een.alternatief or ""),
        _kort(zin),
    )


def _kort(tekst: str) -> str:
    """Without the mark that stands for a value."""
    return tekst.replace("\ue000", "…")


def ergste(tips: Mapping[str, tuple[Tip, ...]]) -> tuple[int, int]:
    """(what stops a publication, what does not) in all."""
    alle = [tip for rij in tips.values() for tip in rij]
    return sum(tip.fout for tip in alle), sum(not tip.fout for tip in alle)
