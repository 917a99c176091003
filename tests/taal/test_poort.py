"""Nothing reaches a person past the gate on language: not in a talk, an error, a receipt or on a page.

The gate (`python -m content`) looks at templates. Here the house really talks, and each text that leaves it has to be one of
those, filled in with words of the content. Once filled in it has to be easy enough still.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from content.taal import bekijk
from content.uitspraken import alle
from tests.taal import gesprekken
from tests.taal.bestanden import teksten
from tests.taal.conftest import API, Huis
from tests.taal.gehoord import Dekking

EEN = "voorbeeldstad"
DELEN: Mapping[str, tuple[Callable[[Huis, list[str]], None], int]] = {
    "checks": (lambda huis, alle: gesprekken.checks(huis, alle, 1), 900),
    "strange answers": (lambda huis, _: gesprekken.raar_bij_elke_vraag(huis, EEN), 450),
    "sentences": (lambda huis, _: gesprekken.zinnen(huis, EEN), 200),
    "incomes": (lambda huis, _: gesprekken.inkomens(huis, EEN), 50),
    "changes": (lambda huis, _: gesprekken.veranderingen(huis, EEN), 150),
    "changes in life": (lambda huis, _: gesprekken.gebeurtenissen(huis, EEN), 40),
    "topics": (lambda huis, _: gesprekken.onderwerpen(huis, EEN), 450),
    "schemes": (lambda huis, _: gesprekken.regelingen(huis, EEN), 400),
    "calculation": (lambda huis, alle: gesprekken.berekeningen(huis, alle, 2), 450),
    "errors": (lambda huis, _: gesprekken.fout(huis), 150),
    "reading": (lambda huis, _: gesprekken.gelezen(huis), 20),
    "pages": (lambda huis, alle: gesprekken.paginas(huis, alle), 200),
}
"""What is done, and how many different texts it has to bring out at least: who hears nothing finds nothing."""
INGEVULD = frozenset({"getypt_bedrag", "getypt_getal"})
"""Amounts that are filled in are no fault."""
_CITAAT = re.compile(r"\bartikel \d")
"""Where it stands in the law."""
_VELD = re.compile(r"\"[\w.]+\"|Kies uit .*")
"""What the calculation for other programs calls its fields."""


def ongezien(huis: Huis) -> list[str]:
    """What was sent and does not come from a text the gate saw."""
    dekking = huis.gehoord.dekking()
    mis = [
        f"{waar}: {tekst!r}: {' '.join(over)}"
        for tekst, waar in huis.gezien.items()
        if (over := dekking.ongedekt(tekst))
    ]
    return [*mis, *huis.gehoord.niet_gezien(), *huis.gehoord.vreemde_waarden()]


def te_moeilijk(huis: Huis) -> Iterator[str]:
    """What is too hard now that it is filled in. A term may be explained on the same screen, or in the help of its question."""
    hulp = "\n\n".join(v.hulp or "" for v in huis.bronnen.inhoud.vragen().values())
    for tekst, waar in huis.gezien.items():
        if _CITAAT.search(tekst) or tekst in huis.anderstalig:
            continue
        naast = f"{huis.naast.get(tekst, '')}\n\n{hulp}"
        # Answers in a row are an enumeration, each with its own name.
        for b in bekijk(_VELD.sub("", tekst).replace("; ", "\n- "), "bubbel", bij=naast):
            if b.ernst == "fout" and b.regel not in INGEVULD:
                yield f"{b.regel}: {b.uitleg} {b.woord or ''} in {b.plek!r} of {tekst!r} ({waar})"


@pytest.mark.parametrize("deel", DELEN)
def test_nothing_passes(huis: Huis, deel: str) -> None:
    doe, minstens = DELEN[deel]
    doe(huis, sorted(huis.bronnen.inhoud.gemeenten()))
    assert len(huis.gezien) >= minstens
    for mis in (ongezien(huis), list(te_moeilijk(huis))):
        assert not mis, f"{len(mis)} past the gate:\n" + "\n".join(mis[:40])


def test_a_sentence_from_elsewhere_is_caught(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above can fail: a text the gate does not know, a template of the code, a word of the code in a good template."""
    inhoud = huis.bronnen.inhoud
    gesprekken.paginas(huis, [EEN])
    huis.stuur(f"{API}/berekening", {"feiten": {}})
    assert ongezien(huis) == []
    huis.gezien["Uw aanvraag is bij ons binnen."] = "here"
    assert any("aanvraag" in mis for mis in ongezien(huis))
    del huis.gezien["Uw aanvraag is bij ons binnen."]
    inhoud.render("Dit staat nergens: {{ x }}.", x=1)
    assert any("Dit staat nergens" in mis for mis in ongezien(huis))
    huis.gehoord.gevuld.clear()
    inhoud.tekst("gesprek.genoteerd", waarde="Zonder huisdieren")
    assert [mis for mis in ongezien(huis) if "Zonder huisdieren" in mis]


def test_hard_once_filled_in_is_caught(huis: Huis) -> None:
    inhoud = huis.bronnen.inhoud
    gevuld = inhoud.tekst("gesprek.genoteerd", waarde="de beschikking over " + "uw huis en " * 8 + "uw geld")
    huis.gezien[gevuld] = "here"
    regels = {mis.partition(":")[0] for mis in te_moeilijk(huis)}
    assert {"jargon", "lange_zin"} <= regels


def test_words_are_covered_by_whole_texts_only() -> None:
    dekking = Dekking()
    dekking.voeg_toe(["Ja", "Nee, ga verder", "U krijgt 12 euro", "Huur"])
    assert dekking.ongedekt("U krijgt 15 euro. Ja!") == []
    assert dekking.ongedekt("Nee, ga") == ["nee", "ga"]
    assert dekking.ongedekt("Huur ja, maar niet hier") == ["maar", "niet", "hier"]


def test_everything_in_the_content_folders_is_looked_at(huis: Huis) -> None:
    """Each text of a content file that is no code, name, date or address is one the gate looks at."""
    gezien = {u.tekst for u in alle(huis.bronnen.inhoud)}
    mis = [f"{waar}: {tekst[:80]!r}" for waar, tekst in teksten() if tekst not in gezien]
    assert not mis, f"{len(mis)} not looked at:\n" + "\n".join(mis[:40])
