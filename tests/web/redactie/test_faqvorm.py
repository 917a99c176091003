"""A topic as a form and back: what was not changed stays to the letter, and what was typed is read back as it was typed."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from content.bestanden import ontleed
from web.redactie.schrijven.faqvorm import Bron, Faqvorm, Keuze, Onleesbaar, Vervolg, lees, schrijf

FAQ = Path(__file__).parents[3] / "content" / "faq"
ALLE = sorted(FAQ.glob("**/*.md"))
BESTAND = """\
---
titel: Krijg ik huurtoeslag?
eigenaar: Team Inkomen # belt op dinsdag
nagekeken: 2026-11-20
# de wet zelf
bronnen:
  - naam: Wet op de huurtoeslag, artikel 13
    url: https://wetten.overheid.nl/BWBR0008659/2026-01-01
vervolg:
  vraag: Wat huurt u?
  keuzes:
    - label: Een huis
      antwoord: Dan kan het.
    - label: Een kamer
      antwoord: |-
        Dan meestal niet.
        Vraag het na.
voorbeelden:
  - krijg ik huurtoeslag # kort
  - "ja: of nee"
  - huur toeslag
---
Vaak wel.

**Wat kunt u nu doen?** Reken het uit.
"""


def anders(oud: str, nieuw: str) -> list[str]:
    regels = difflib.unified_diff(oud.splitlines(), nieuw.splitlines(), n=0, lineterm="")
    return [regel for regel in regels if not regel.startswith(("---", "+++", "@@"))]


def met(**velden: object) -> list[str]:
    return anders(BESTAND, schrijf(BESTAND, replace(lees(BESTAND), **velden)))  # type: ignore[arg-type]


@pytest.mark.parametrize("pad", ALLE, ids=lambda pad: pad.stem)
def test_every_topic_of_the_house_fits_in_the_form(pad: Path) -> None:
    oud = pad.read_text(encoding="utf-8")
    vorm = lees(oud)
    nieuw = schrijf(oud, vorm)
    assert lees(nieuw) == vorm
    # Deeper trees stand indented in more than one way; then the whole tree moves once, and says the same.
    assert all(regel[1:].strip() in oud for regel in anders(oud, nieuw))


def test_nearly_all_stay_to_the_letter() -> None:
    teksten = [pad.read_text(encoding="utf-8") for pad in ALLE]
    gelijk = sum(schrijf(tekst, lees(tekst)) == tekst for tekst in teksten)
    assert gelijk >= 0.9 * len(teksten)


def test_nothing_changed_is_nothing_changed() -> None:
    assert met() == []


def test_one_example_more_is_one_line_more() -> None:
    zinnen = lees(BESTAND).voorbeelden
    assert met(voorbeelden=(*zinnen, "hoeveel toeslag")) == ["+  - hoeveel toeslag"]
    assert met(voorbeelden=("eerst", *zinnen)) == ["+  - eerst"]
    assert met(voorbeelden=zinnen[:1] + zinnen[2:]) == ['-  - "ja: of nee"']


def test_comments_and_quotes_stay() -> None:
    assert met(titel="Kan ik huurtoeslag krijgen?") == [
        "-titel: Krijg ik huurtoeslag?",
        "+titel: Kan ik huurtoeslag krijgen?",
    ]
    assert met(nagekeken="2026-11-22") == ["-nagekeken: 2026-11-20", "+nagekeken: 2026-11-22"]


def test_one_answer_in_the_tree() -> None:
    vervolg = lees(BESTAND).vervolg
    assert vervolg is not None
    huis, kamer = vervolg.keuzes
    beter = replace(vervolg, keuzes=(replace(huis, antwoord="Dan kan het vaak."), kamer))
    assert met(vervolg=beter) == ["-      antwoord: Dan kan het.", "+      antwoord: Dan kan het vaak."]
    andersom = replace(vervolg, keuzes=(kamer, huis))
    assert lees(schrijf(BESTAND, replace(lees(BESTAND), vervolg=andersom))).vervolg == andersom
    dieper = replace(
        vervolg,
        keuzes=(replace(huis, vervolg=Vervolg("Nog iets?", (Keuze("a", "b"), Keuze("c", "d")))), kamer),
    )
    nieuw = schrijf(BESTAND, replace(lees(BESTAND), vervolg=dieper))
    assert lees(nieuw).vervolg == dieper
    assert lees(schrijf(nieuw, replace(lees(nieuw), vervolg=vervolg))).vervolg == vervolg


def test_a_field_comes_and_goes() -> None:
    assert met(regeling="huurtoeslag") == ["+regeling: huurtoeslag"]
    zonder = met(vervolg=None)
    assert len(zonder) == 9
    assert all(regel.startswith("-") for regel in zonder)


def test_the_answer_alone() -> None:
    assert met(antwoord="Vaak wel.\n\n**Wat kunt u nu doen?** Vraag het aan.") == [
        "-**Wat kunt u nu doen?** Reken het uit.",
        "+**Wat kunt u nu doen?** Vraag het aan.",
    ]


def test_a_new_topic() -> None:
    vorm = Faqvorm(
        titel="Nieuw?",
        eigenaar="Team",
        nagekeken="2026-11-22",
        bronnen=(Bron("Wet", "https://x.example/"),),
        voorbeelden=("nee", "yes", "12:30", "0800 1234", "'t kan", "a # b", "- x", "1e3", "~"),
        antwoord="Ja.",
    )
    nieuw = schrijf("", vorm)
    assert lees(nieuw) == vorm
    ruw = ontleed(nieuw, Path("x.md"), "")
    assert list(ruw["voorbeelden"]) == list(vorm.voorbeelden)
    assert str(ruw["nagekeken"]) == "2026-11-22"
    assert "- nee\n" in nieuw
    assert '- "yes"\n' in nieuw, "a truth value for the reader of content"


@pytest.mark.parametrize(
    "kapot",
    [
        "geen velden",
        "---\ntitel: [\n---\nx",
        "---\n- een\n---\nx",
        "---\ntitel: x\nraar: y\n---\nz",
        "---\nbronnen: x\n---\n",
        "---\n",
    ],
)
def test_what_no_form_can_show_is_said(kapot: str) -> None:
    with pytest.raises(Onleesbaar):
        lees(kapot)


_regel = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30)
_woord = st.one_of(
    _regel,
    st.sampled_from(
        ["yes", "no", "null", "~", "1:30", "0x1", "a: b", "#", "- x", "'", '"', "|", "%", "@a", "é"]
    ),
)
_lap = st.lists(_regel, min_size=1, max_size=4).map("\n".join)


def _vervolgen(dieper: st.SearchStrategy[Vervolg | None]) -> st.SearchStrategy[Vervolg | None]:
    keuze = st.builds(Keuze, _woord, _lap.map(str.strip), dieper)
    return st.builds(Vervolg, _woord, st.lists(keuze, max_size=3).map(tuple))


_vorm = st.builds(
    Faqvorm,
    titel=_woord,
    eigenaar=_woord,
    nagekeken=st.one_of(st.dates().map(str), _woord),
    bronnen=st.lists(st.builds(Bron, _woord, _woord), max_size=2).map(tuple),
    regeling=st.none() | _woord,
    stap=st.none() | st.just("start"),
    gebeurtenis=st.none(),
    vervolg=st.recursive(st.none(), _vervolgen, max_leaves=4),
    voorbeelden=st.lists(_woord, max_size=4).map(tuple),
    antwoord=_lap.map(str.strip),
)


# Without making the example small: that takes minutes for forms, and what was typed tells enough.
_FASEN = [fase for fase in Phase if fase not in (Phase.shrink, Phase.explain)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=_FASEN)
@given(_vorm, _vorm)
def test_whatever_is_typed_is_read_back(eerst: Faqvorm, dan: Faqvorm) -> None:
    een = schrijf("", eerst)
    assert lees(een) == eerst
    twee = schrijf(een, dan)
    assert lees(twee) == dan
    assert schrijf(twee, dan) == twee
