"""The check of patterns: each pattern lives, each sentence is found, and nothing is found where nothing may be."""

from __future__ import annotations

from pathlib import Path

import pytest

import content
from content.herkennen import Patronen
from content.herkennen.controle import fouten, van_bestand
from content.plek import Plekken

GOED = """\
groepen:
  wie: [man, vrouw]
soorten:
  niets:
    - slaat .. over
  geweld:
    - <wie> slaat .. mij
    - word geslagen
weg: [niets]
voorbeelden:
  niets:
    - mijn man slaat dit over
  geweld:
    - mijn man slaat ook mij
    - ik word geslagen
tegenvoorbeelden:
  - mijn man slaat mij over
  - mijn man werkt
"""


def _fouten(tmp_path: Path, tekst: str) -> list[str]:
    (tmp_path / "herkennen").mkdir(exist_ok=True)
    (tmp_path / "herkennen" / "x.yml").write_text(tekst, encoding="utf-8")
    return [str(fout) for fout in Plekken(tmp_path).bij(fouten(tmp_path))]


def test_a_good_file(tmp_path: Path) -> None:
    assert _fouten(tmp_path, GOED) == []


def test_the_real_files() -> None:
    assert list(fouten(Path(content.__file__).parent)) == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        (
            "<wie> slaat",
            "<wat> slaat",
            "soorten.geweld.1: dit is geen goed patroon: de groep <wat> bestaat niet (<wat>) (regel 7)",
        ),
        ("word geslagen\nweg", "word|$ geslagen\nweg", "een teken dat niets betekent: word|$ (regel 8)"),
        ("word geslagen\nweg", "..\nweg", "een woord in staan dat niet mag ontbreken (regel 8)"),
        (
            "    - ik word geslagen\n",
            "",
            "soorten.geweld.2: geen voorbeeldzin van 'geweld' raakt dit patroon",
        ),
        (
            "    - ik word geslagen\n",
            "    - ik word geslagen\n    - hoi\n",
            "voorbeelden.geweld.3: geen patroon van 'geweld' vindt",
        ),
        (
            "mijn man werkt",
            "ik word geslagen",
            "tegenvoorbeelden.2: in deze zin mag niets worden gevonden, maar 'geweld' vindt: word geslagen",
        ),
        ("slaat ook mij", "slaat mij over", "soorten.geweld.1: geen voorbeeldzin"),
        (
            "    - word geslagen\n",
            "    - word geslagen\n    - word geslagen\n",
            "dit patroon staat er twee keer",
        ),
        ("weg: [niets]", "weg: [iets]", "weg: de soort 'iets' bestaat niet"),
        ("soorten:", "soort: 1\nsoorten:", "dit veld bestaat niet"),
        ("groepen:", "groepen: [", "geen goede YAML"),
    ],
)
def test_each_fault_is_told_with_its_place(tmp_path: Path, oud: str, nieuw: str, verwacht: str) -> None:
    assert oud in GOED
    gevonden = _fouten(tmp_path, GOED.replace(oud, nieuw, 1))
    assert any(verwacht in fout for fout in gevonden), gevonden
    assert all(fout.startswith("herkennen/x.yml") for fout in gevonden)


def test_a_file_of_another_form_is_not_looked_at(tmp_path: Path) -> None:
    assert _fouten(tmp_path, "namen: {}\n") == []


def test_a_pattern_whose_sentences_are_taken_out_before_is_dead() -> None:
    data = Patronen(
        groepen={}, soorten={"niets": ("ik slaap",), "erna": ("slaap",)}, weg=("niets",),
        voorbeelden={"niets": ("ik slaap",), "erna": ("ik slaap",)},
    )  # fmt: skip
    assert [fout.veld for fout in van_bestand("x.yml", data)] == ["voorbeelden.erna.1", "soorten.erna.1"]


def test_parts_anywhere_in_the_sentence() -> None:
    data = Patronen.model_validate({
        "groepen": {}, "soorten": {"geweld": ["man & slaat & mij"]}, "voorbeelden": {"geweld": ["mij slaat hij, mijn man"]},
        "tegenvoorbeelden": ["mijn man slaat over", "mijn man. hij slaat mij"],
    })  # fmt: skip
    assert list(van_bestand("x.yml", data)) == []
