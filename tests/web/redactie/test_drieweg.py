"""What the gemeente wrote and what a release brings, in one file."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from web.redactie.bewaren.drieweg import Anders, meng, regels

TEKSTEN = "# Knoppen.\nja: Ja\nnee: Nee\nstop: Stop\nklaar:\n  een: Eén # met accent\n  twee: Twee\n"
PAD = "teksten/knop.yml"
_regels = st.lists(st.sampled_from("abcde"), max_size=7).map(lambda alle: "".join(f"{een}\n" for een in alle))


@given(_regels, _regels)
def test_what_only_one_of_them_changed_is_taken(basis: str, nieuw: str) -> None:
    assert regels(basis, basis, nieuw) == nieuw
    assert regels(basis, nieuw, basis) == nieuw
    assert regels(basis, nieuw, nieuw) == nieuw


@given(_regels, _regels, _regels)
def test_it_does_not_matter_who_is_who_and_once_more_changes_nothing(een: str, twee: str, drie: str) -> None:
    samen = regels(een, twee, drie)
    assert samen == regels(een, drie, twee)


def test_lines_far_from_each_other_go_together_and_comments_stay() -> None:
    eigen, nieuw = TEKSTEN.replace("ja: Ja", "ja: Jazeker"), TEKSTEN.replace("twee: Twee", "twee: Tweede")
    samen = meng(PAD, TEKSTEN, eigen, nieuw)
    assert samen.anders == ()
    assert samen.tekst == eigen.replace("twee: Twee", "twee: Tweede")


def test_beside_each_other_goes_by_name() -> None:
    eigen, nieuw = TEKSTEN.replace("ja: Ja", "ja: Jazeker"), TEKSTEN.replace("nee: Nee", "nee: Nee, dank u")
    samen = meng(PAD, TEKSTEN, eigen, nieuw)
    assert samen.anders == ()
    assert samen.tekst == eigen.replace("nee: Nee", "nee: Nee, dank u")


def test_of_one_text_that_both_changed_ours_stays_and_it_is_told() -> None:
    eigen, nieuw = TEKSTEN.replace("ja: Ja", "ja: Jazeker"), TEKSTEN.replace("ja: Ja", "ja: Jawel")
    samen = meng(PAD, TEKSTEN, eigen, nieuw + "nieuw: Nieuw\n")
    assert samen.anders == (Anders("ja", "Jazeker", "Jawel"),)
    assert samen.tekst == eigen + "nieuw: Nieuw\n"


def test_a_text_that_the_code_asks_for_comes_back() -> None:
    eigen = TEKSTEN.replace("nee: Nee\n", "").replace("  twee: Twee\n", "")
    assert meng(PAD, TEKSTEN, eigen, TEKSTEN, vul_aan=True).tekst == TEKSTEN
    assert meng("uitkomsten/a.yml", TEKSTEN, eigen, TEKSTEN).tekst == eigen


def test_without_what_both_began_with_ours_stays() -> None:
    samen = meng(PAD, None, "ja: Jazeker\neigen: Van ons\n", "ja: Ja\nnee: Nee\n", vul_aan=True)
    assert yaml.safe_load(samen.tekst) == {"ja": "Jazeker", "nee": "Nee", "eigen": "Van ons"}
    assert samen.anders == (Anders("ja", "Jazeker", "Ja"),)


FAQ = "---\ntitel: Wat?\nnagekeken: 2026-01-01\nvoorbeelden:\n  - een\n  - twee\n---\nEerste zin.\n\nTweede zin.\n"


def test_example_sentences_of_both_and_the_answer_by_lines() -> None:
    eigen = FAQ.replace("  - twee\n", "  - twee\n  - van ons\n").replace("Eerste zin.", "Onze eerste zin.")
    nieuw = FAQ.replace("  - een\n  - twee\n", "  - twee\n  - van hen\n").replace(
        "Tweede zin.", "Hun tweede."
    )
    samen = meng("faq/a.md", FAQ, eigen, nieuw)
    assert samen.anders == ()
    assert samen.tekst == (
        "---\ntitel: Wat?\nnagekeken: 2026-01-01\nvoorbeelden:\n  - twee\n  - van ons\n  - van hen\n---\n"
        "Onze eerste zin.\n\nHun tweede.\n"
    )


@pytest.mark.parametrize("stuk", ["ja: [\n", "- geen namen\n", ""])
def test_what_cannot_be_read_stays_whole(stuk: str) -> None:
    nieuw = TEKSTEN.replace("Ja", "Jawel")
    samen = meng(PAD, TEKSTEN, stuk, nieuw)
    assert samen.tekst == stuk
    assert samen.anders == (Anders("", stuk, nieuw),)


def test_what_the_release_took_away_goes_unless_we_changed_it() -> None:
    eigen, nieuw = (
        TEKSTEN.replace("stop: Stop", "stop: Ho"),
        TEKSTEN.replace("stop: Stop\n", "").replace("ja: Ja\n", ""),
    )
    samen = meng(PAD, TEKSTEN, eigen, nieuw)
    assert samen.anders == (Anders("stop", "Ho", None),)
    assert yaml.safe_load(samen.tekst) == {
        "nee": "Nee",
        "stop": "Ho",
        "klaar": {"een": "Eén", "twee": "Twee"},
    }
