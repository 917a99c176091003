"""A sentence that a person can read stands in content/, never in the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.zin_in_code import fouten, is_zin

GEVONDEN = {
    "actions/x.py": ('def f(): zeg("Uw aanvraag is nu klaar.")', 1),
    "actions/y.py": ('"""Docstring."""\n\nf = f"Ik reken voor {n} mensen, en niet meer."', 3),
    "bot/z.py": ("VRAAG = 'Hoe oud bent u nu?'", 1),
    "web/a.js": ("// Dit is uitleg voor u.\nt.textContent = `Nog ${n} vragen voor u.`;", 2),
    "web/patroon.js": (
        'const b = `${a.replace(/^\\w+:\\/\\//, "")}/x`;\nt.textContent = `Nog ${n} vragen voor u.`;',
        2,
    ),
    "web/b.html": ("<p>{{ t('kop') }}</p>\n<p>Contact</p>", 2),
    "web/c.html": ('<nav aria-label="Menu"></nav>', 1),
    "web/d.css": ('p::after { content: "let op"; }', 1),
    "web/e.svg": ("<svg><title>Een wapen</title></svg>", 1),
}
NIETS = {
    "actions/x.py": '"""Dit is voor wie het leest, en niet voor u."""\nW = "ik mijn mijn het de die niet een"\n',
    "actions/y.py": 'P = re.compile(r"(?:ik|wij) \\b(?:heb|hebben) een .*")\nA = "Pw art. 31 lid 2 m en s voor u"\n',
    "actions/z.py": 'raise ValueError("this cannot be read in one way")\n',
    "actions/regels/__main__.py": 'print("Dit bestand is niet te lezen voor u.")\n',
    "web/a.js": 'const I = "M4 5h16v11H9.5L5 20v-4H4z"; // Dit is uitleg voor u.\nconst L = "Waar heb ik recht op?";',
    "web/b.html": '<p aria-label="{{ t(\'x\') }}">{{ t("kop") }} - {% if x %}{{ y }}{% endif %}</p>',
    "web/c.css": 'p::after { content: "–"; }',
    "bot/.venv/x.py": 'X = "Dit is de code van een ander, niet van ons."',
}


def leg_neer(map_: Path, naam: str, tekst: str) -> None:
    (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
    (map_ / naam).write_text(tekst, encoding="utf-8")


@pytest.mark.parametrize("naam", GEVONDEN)
def test_a_sentence_is_found_with_its_line(tmp_path: Path, naam: str) -> None:
    tekst, regel = GEVONDEN[naam]
    leg_neer(tmp_path, naam, tekst)
    (fout,) = fouten(tmp_path)
    assert (fout.bestand, fout.regelnummer) == (naam, regel)


@pytest.mark.parametrize("naam", NIETS)
def test_what_nobody_reads_is_left_alone(tmp_path: Path, naam: str) -> None:
    leg_neer(tmp_path, naam, NIETS[naam])
    assert list(fouten(tmp_path, frozenset({"Waar heb ik recht op?"}))) == []


@pytest.mark.parametrize(
    "tekst",
    ["Er gaat iets mis.", "Dit is niet goed: ", "Vul hier uw leeftijd in", "wacht nog even voor u gaat."],
)
def test_short_sentences_count(tekst: str) -> None:
    assert is_zin(tekst)
