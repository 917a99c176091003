"""The nearest examples: what an editor is shown as the why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.inhoud import Inhoud
from content.parameters import laad_parameters
from web.redactie.buren import Buren, buren_van

CONTENT = Path(__file__).resolve().parents[3] / "content"
ZINNEN = (
    ("huurtoeslag", "krijg ik huurtoeslag"),
    ("huurtoeslag", "hoeveel huurtoeslag krijg ik per maand"),
    ("geen-geld-nu", "ik heb geen geld meer"),
    ("privacy", "wat doen jullie met mijn gegevens"),
)
BUREN = Buren(ZINNEN)


def test_the_same_sentence_is_alike_in_full_whatever_its_capitals_and_marks() -> None:
    [eerste, *_] = BUREN.bij("Krijg ik huurtoeslag?")
    assert (eerste.onderwerp, eerste.zin) == ZINNEN[0]
    assert eerste.gelijkenis == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("zin", "onderwerp"),
    [
        ("krijg ik hurtoeslag", "huurtoeslag"),  # a letter short
        ("geen poen", "geen-geld-nu"),  # another word for it
        ("mijn gegeven", "privacy"),  # another form
    ],
)
def test_other_words_and_slips_of_the_pen_are_near(zin: str, onderwerp: str) -> None:
    assert BUREN.bij(zin, 1)[0].onderwerp == onderwerp


def test_likest_first_as_many_as_were_asked_and_not_of_the_topic_itself() -> None:
    alle = BUREN.bij("krijg ik geen geld", 10)
    assert [een.gelijkenis for een in alle] == sorted((een.gelijkenis for een in alle), reverse=True)
    assert BUREN.bij("krijg ik geen geld", 1) == alle[:1]
    assert {een.onderwerp for een in BUREN.bij("krijg ik huurtoeslag", 10, zonder="huurtoeslag")} == {
        "geen-geld-nu"
    }


@pytest.mark.parametrize("zin", ["", "?!", "xqz"])
def test_nothing_in_common_is_no_neighbour(zin: str) -> None:
    assert BUREN.bij(zin) == ()
    assert Buren(()).bij("krijg ik huurtoeslag") == ()


@given(st.text(max_size=60))
def test_whatever_is_typed_is_between_nothing_and_the_same(zin: str) -> None:
    assert all(0 < een.gelijkenis <= 1 for een in BUREN.bij(zin, 10))


def test_they_are_made_again_only_when_an_example_changed(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    bestand = tmp_path / "faq" / "proef.md"

    def schrijf(antwoord: str, zin: str) -> None:
        bestand.write_text(
            f"---\ntitel: Hoe?\neigenaar: ik\nnagekeken: {date(2026, 1, 1)}\n"
            f"bronnen: [{{naam: wet, url: 'https://wetten.overheid.nl/'}}]\n"
            f"voorbeelden: [hoe dan, {zin}]\n---\n{antwoord}\n"
        )

    schrijf("Zo.", "waarom dan")
    inhoud = Inhoud(tmp_path, laad_parameters(CONTENT / "parameters"), kijk_elke=0)
    eerst = buren_van(inhoud)
    schrijf("Anders.", "waarom dan")
    assert inhoud.faq("proef").antwoord == "Anders."
    assert buren_van(inhoud) is eerst
    schrijf("Anders.", "wie dan toch")
    assert buren_van(inhoud).bij("wie dan toch")[0].gelijkenis == pytest.approx(1.0)
