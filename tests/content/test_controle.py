"""`python -m content` on a small project: each kind of fault is reported with file and field, and decides the exit status."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import content
from content.__main__ import main
from content.controle import Melding, controleer

from . import conftest as goed

VANDAAG = date(2026, 11, 20)
ECHT = Path(content.__file__).parent
IDS = 'REGELINGEN = (\n    "zorgtoeslag",\n    "huurtoeslag",\n)\n'
FEITEN = '_ja_nee("partner", 20)\n'
REGELS = 'Voorwaarde("te_jong", o, "art. 1")\n'
BEURT = 'inhoud.tekst("begin.hallo", naam="u")\ninhoud.tekst("begin.keuze.verder")\nReden("voldoet")\n'


@pytest.fixture
def project(map_: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content folder of a project without faults, real amounts of one scheme included; the code stands beside it."""
    wortel = tmp_path_factory.mktemp("project")
    shutil.copytree(map_, wortel / "content")
    (wortel / "content/parameters").mkdir()
    for naam in ("bronnen.yml", "zorgtoeslag.yml"):
        shutil.copy(ECHT / "parameters" / naam, wortel / "content/parameters")
    for pad, tekst in {
        "actions/regels/ids.py": IDS,
        "actions/regels/feiten.py": FEITEN,
        "actions/regels/toeslagen/zorgtoeslag.py": REGELS,
        "actions/gesprek/beurt.py": BEURT,
        "content/uitkomsten/huurtoeslag.yml": goed.UITKOMST.split("redenen:")[0].replace("Zorg", "Huur"),
    }.items():
        (wortel / pad).parent.mkdir(parents=True, exist_ok=True)
        (wortel / pad).write_text(tekst, encoding="utf-8")
    return wortel / "content"


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


def test_a_project_without_faults(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert controleer(project, VANDAAG) == []
    assert main([str(project), "--streng"]) == 0
    assert "0 fouten, 0 waarschuwingen" in capsys.readouterr().out


FOUTEN = {
    "value not given": (
        "teksten/begin.yml",
        "Dag",
        "Dag {{ dag }}",
        "teksten/begin.yml:begin.hallo",
        "geeft 'dag' niet mee",
    ),
    "group of texts": (
        "../actions/gesprek/beurt.py",
        "inhoud.tekst",
        'inhoud.tekst(f"weg.{naam}")\ninhoud.tekst',
        "actions/gesprek/beurt.py:1",
        "'weg.' staat niet",
    ),
    "schema": ("teksten/begin.yml", "Dag", "'", "teksten/begin.yml", "geen goede YAML"),
    "text id in code": (
        "../actions/gesprek/beurt.py",
        "begin.hallo",
        "begin.dag",
        "actions/gesprek/beurt.py:1",
        "begin.dag",
    ),
    "code without text": (
        "../actions/regels/toeslagen/zorgtoeslag.py",
        "te_jong",
        "te_oud",
        "uitkomsten/zorgtoeslag.yml:redenen",
        "'te_oud'",
    ),
    "fact": (
        "../actions/regels/feiten.py",
        "partner",
        "kinderen",
        "vragen/partner.yml",
        "dit feit bestaat niet",
    ),
    "scheme": (
        "../actions/regels/ids.py",
        "huurtoeslag",
        "kinderbijslag",
        "uitkomsten/huurtoeslag.yml",
        "deze regeling bestaat niet",
    ),
    "scheme of faq": (
        "faq/zorgtoeslag.md",
        "eigenaar",
        "regeling: zorg\neigenaar",
        "faq/zorgtoeslag.md:regeling",
        "'zorg' bestaat niet",
    ),
    "faq in code": ("../actions/gesprek/beurt.py", 'u"', 'faq:weg"', "faq", "faq:weg"),
    "amount": (
        "teksten/begin.yml",
        "{{ naam }}",
        "{{ bedrag('zorgtoeslag.weg') }}",
        "teksten/begin.yml:begin.hallo",
        "zorgtoeslag.weg",
    ),
    "amount by name": (
        "faq/zorgtoeslag.md",
        'standaardpremie" %}',
        'weg" %}',
        "faq/zorgtoeslag.md:antwoord",
        "zorgtoeslag.weg",
    ),
    "value in faq": (
        "faq/zorgtoeslag.md",
        "De premie",
        "{{ naam }}",
        "faq/zorgtoeslag.md:antwoord",
        "'naam' is undefined",
    ),
    "typed amount": (
        "uitkomsten/zorgtoeslag.yml",
        "U krijgt waarschijnlijk",
        "U krijgt 129 euro",
        "uitkomsten/zorgtoeslag.yml:redenen.voldoet",
        "typ geen bedragen",
    ),
    "choice label": (
        "vragen/partner.yml",
        "label: Nee",
        "label: Je weet het niet",
        "vragen/partner.yml:keuzes.2.label",
        "(Je → u)",
    ),
    "shared text": (
        "uitkomsten/_gemeenschappelijk.yml",
        "U hebt hier",
        "Indien u hier",
        "uitkomsten/_gemeenschappelijk.yml:redenen.voldoet",
        "(Indien → als)",
    ),
    "future": ("faq/zorgtoeslag.md", "2026-11-20", "2027-01-01", "faq/zorgtoeslag.md:nagekeken", "toekomst"),
    "topic without sentences": (
        "faq/zorgtoeslag.md",
        "voorbeelden: [wat is zorgtoeslag, krijg ik 100 euro voor mijn zorg]\n",
        "",
        "faq/zorgtoeslag.md:voorbeelden",
        "zinnen van bewoners",
    ),
    "nothing is filled in in a title": (
        "faq/zorgtoeslag.md",
        "titel: Wat is zorgtoeslag?",
        'titel: "Wat is {{ gemeente.naam }}?"',
        "faq/zorgtoeslag.md:titel",
        "hier vult de chatbot niets in",
    ),
    "parameters": ("parameters/zorgtoeslag.yml", "standaardpremie", "{", "parameters", "zorgtoeslag.yml"),
}


@pytest.mark.parametrize(("bestand", "oud", "nieuw", "plek", "melding"), FOUTEN.values(), ids=FOUTEN)
def test_fault(
    project: Path,
    bestand: str,
    oud: str,
    nieuw: str,
    plek: str,
    melding: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    vervang(project / bestand, oud, nieuw)
    fouten = [str(m) for m in controleer(project, VANDAAG) if m.ernst == "fout"]
    assert any(fout.startswith(plek) and melding in fout for fout in fouten), fouten
    assert main([str(project)]) == 1
    assert f"fout: {plek}" in capsys.readouterr().out


VERVOLG = """\
vervolg:
  vraag: Wat wilt u weten?
  keuzes:
    - label: Bellen
      antwoord: "Bel {{ gemeente.contact.telefoon }}."
    - {label: Niets, antwoord: Goed.}
voorbeelden:"""


@pytest.mark.parametrize(
    ("oud", "nieuw", "plek", "melding"),
    [
        ("contact.telefoon", "contact.fax", "keuzes.1.antwoord", "has no attribute 'fax' (bij proefstad)"),
        (
            "Wat wilt u weten?",
            '"Wat wilt u van {{ iemand }}?"',
            "vraag",
            "'iemand' is undefined (bij proefstad)",
        ),
        (
            "label: Bellen",
            'label: "Bel {{ gemeente.naam }}"',
            "keuzes.1.label",
            "hier vult de chatbot niets in",
        ),
    ],
)
def test_what_is_said_after_an_answer_can_be_filled_in(
    project: Path, oud: str, nieuw: str, plek: str, melding: str
) -> None:
    """In a talk, so always in a gemeente: without one it need not be."""
    faq = project / "faq/zorgtoeslag.md"
    vervang(faq, "voorbeelden:", VERVOLG)
    assert [m for m in controleer(project, VANDAAG) if m.ernst == "fout"] == []
    vervang(faq, oud, nieuw)
    fouten = [str(m) for m in controleer(project, VANDAAG) if m.ernst == "fout"]
    assert any(f.startswith(f"faq/zorgtoeslag.md:vervolg.{plek}") and melding in f for f in fouten), fouten


def test_an_own_answer_stands_with_a_gemeente_that_is_there(project: Path) -> None:
    for slug, id in (("weg", "zorgtoeslag"), ("proefstad", "stadspas")):
        pad = project / "faq" / slug / f"{id}.md"
        pad.parent.mkdir()
        pad.write_text(
            (project / "faq/zorgtoeslag.md")
            .read_text()
            .replace("voorbeelden: [wat is zorgtoeslag, krijg ik 100 euro voor mijn zorg]\n", "")
        )
    fouten = [str(m) for m in controleer(project, VANDAAG) if m.ernst == "fout"]
    assert any("faq/weg" in fout and "er is geen gemeente" in fout for fout in fouten), fouten
    assert any(fout.startswith("faq/proefstad/stadspas.md:voorbeelden") for fout in fouten), fouten


WAARSCHUWINGEN = {
    "unused text": ("teksten/begin.yml", "hallo:", "over: Weg.\nhallo:", "teksten/begin.yml:begin.over"),
    "unused code": (
        "uitkomsten/zorgtoeslag.yml",
        "redenen:",
        "redenen:\n  oud: Weg.",
        "uitkomsten/zorgtoeslag.yml:redenen.oud",
    ),
    "scheme without file": ("../actions/regels/ids.py", "(", '(\n    "bbz",', "uitkomsten/bbz.yml"),
    "old check": ("faq/zorgtoeslag.md", "2026-11-20", "2025-11-01", "faq/zorgtoeslag.md:nagekeken"),
    "rare word": ("teksten/begin.yml", "Dag", "Let op het vitium", "teksten/begin.yml:begin.hallo"),
}


@pytest.mark.parametrize(("bestand", "oud", "nieuw", "plek"), WAARSCHUWINGEN.values(), ids=WAARSCHUWINGEN)
def test_warning_does_not_fail_unless_strict(
    project: Path, bestand: str, oud: str, nieuw: str, plek: str, capsys: pytest.CaptureFixture[str]
) -> None:
    vervang(project / bestand, oud, nieuw)
    (melding,) = controleer(project, VANDAAG)
    assert melding.ernst == "waarschuwing"
    assert str(melding).startswith(plek)
    assert main([str(project)]) == 0
    assert main([str(project), "--streng"]) == 1
    assert f"let op: {plek}" in capsys.readouterr().out


def test_a_value_that_the_text_can_do_without_need_not_be_given(project: Path) -> None:
    vervang(project / "teksten/begin.yml", "Dag", "Dag{% if dag is defined %}, {{ dag }}{% endif %}")
    assert controleer(project, VANDAAG) == []


def test_texts_of_the_widget_are_used_by_name(project: Path) -> None:
    (project / "teksten/widget.yml").write_text(
        "titel: Chat\nbedrag_maand: Per maand\nover: Weg\n", encoding="utf-8"
    )
    (project.parent / "web").mkdir()
    (project.parent / "web/teksten.py").write_text('GROEP = "widget"\n', encoding="utf-8")
    (project.parent / "web/chat.js").write_text("t.titel; t[`bedrag_${ritme}`];\n", encoding="utf-8")
    assert [m.veld for m in controleer(project, VANDAAG)] == ["widget.over"]


def test_who_changes_only_content_is_not_told_of_the_code(tmp_path: Path) -> None:
    """The script repeats the words of its button for when nothing can be loaded. A gemeente may have other words."""
    shutil.copytree(ECHT, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    vervang(
        tmp_path / "content/teksten/widget.yml",
        "knop_open: Waar heb ik recht op?",
        "knop_open: Krijg ik geld?",
    )
    vervang(
        tmp_path / "content/teksten/zelfcheck.yml", "verder_naam: Waar heb ik recht op?", "verder_naam: Begin"
    )
    fouten = [str(m) for m in controleer(tmp_path / "content", datetime.now(UTC).date()) if m.ernst == "fout"]
    assert fouten == []


def _eigen(melding: Melding) -> bool:
    return melding.bestand.startswith(("faq/", "gemeenten/", "regios/", "parameters"))


def test_the_faq_answers_and_gemeenten_of_this_house_have_no_faults() -> None:
    # Of today: an editor who looks at a file writes down that day.
    meldingen = controleer(ECHT, datetime.now(UTC).date())
    assert [str(m) for m in meldingen if _eigen(m) and m.ernst == "fout"] == []


@pytest.mark.parametrize("op", [date(2027, 1, 2), date(2027, 7, 1)])
def test_the_faq_answers_stand_before_next_years_amounts_are_known(op: date) -> None:
    assert [str(m) for m in controleer(ECHT, op) if _eigen(m) and m.ernst == "fout"] == []
