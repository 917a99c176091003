"""A new release of content in a folder in which a gemeente works already, with the real content."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from content.inhoud import Inhoud
from content.parameters import laad_parameters
from tests.web.redactie.conftest import git
from web.redactie.bewaren import afwijkend
from web.redactie.bewaren.bewaarplaats import Bewaarplaats
from web.redactie.bewaren.zaad import ZAAD, GeenBewaarplaats, Verslag, neem_op

DAG = date(2026, 11, 22)
KNOP, BEZWAAR, STAD = "teksten/knop.yml", "faq/bezwaar.md", "gemeenten/voorbeeldstad.yml"


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def begonnen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release, and a folder that began with it."""
    map_ = tmp_path_factory.mktemp("zaad")
    shutil.copytree(ZAAD, map_ / "zaad", ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    (map_ / "inhoud" / "lost+found").mkdir(parents=True)  # as an empty disk has it
    assert neem_op(map_ / "inhoud", DAG, map_ / "zaad").begonnen
    return map_


@pytest.fixture
def map_(begonnen: Path, tmp_path: Path) -> Path:
    return shutil.copytree(begonnen, tmp_path / "alles")


def neem(map_: Path) -> Verslag:
    return neem_op(map_ / "inhoud", DAG, map_ / "zaad")


def test_it_begins_with_all_content_and_then_nothing_happens(map_: Path) -> None:
    assert Inhoud(map_ / "inhoud", laad_parameters(map_ / "inhoud" / "parameters")).gemeente("voorbeeldstad")
    hoofd = git(map_ / "inhoud", "rev-parse", "HEAD")
    assert neem(map_) == Verslag()
    assert git(map_ / "inhoud", "rev-parse", "HEAD") == hoofd
    git(map_ / "inhoud", "fsck", "--strict")


def test_both_worked_on(map_: Path) -> None:
    ons, hen = map_ / "inhoud", map_ / "zaad"
    klaar = "klaar: Klaar"
    # The gemeente: in its history, by hand, and taken away.
    plaats = Bewaarplaats(ons)
    knop = plaats.lees(KNOP)
    assert knop is not None
    plaats.geef_uit(
        {KNOP: knop.tekst.replace(klaar, "klaar: Dat was het"), "faq/klacht.md": None},
        gezien={KNOP: knop.id, "faq/klacht.md": plaats.boek.bestanden(plaats.boek.hoofd())["faq/klacht.md"]},
        auteur="Noor Vis",
        reden="Zo zeggen wij het",
    )
    vervang(ons / BEZWAAR, "voorbeelden:\n", "voorbeelden:\n  - een zin van de gemeente zelf\n")
    vervang(ons / STAD, 'bedrag: "460.00"', 'bedrag: "470.00"')
    # The release: other places, the same places, new and gone.
    vervang(hen / KNOP, klaar, "klaar: Gereed")
    (hen / KNOP).write_text((hen / KNOP).read_text() + "gloednieuw: Een tekst van nieuwe code\n")
    vervang(hen / BEZWAAR, "voorbeelden:\n", "voorbeelden:\n  - een zin van de uitgave\n")
    vervang(hen / STAD, "Team Belastingen\n", "Team Belastingen en meer\n")
    vervang(hen / "faq" / "klacht.md", "voorbeelden:\n", "voorbeelden:\n  - nog een zin\n")
    (hen / "faq" / "eigen-risico.md").unlink()
    (hen / "teksten" / "nieuwe_groep.yml").write_text("begin: Begin\n")

    verslag = neem(map_)
    assert set(verslag.genomen) == {
        KNOP, BEZWAAR, STAD, "faq/eigen-risico.md", "teksten/nieuwe_groep.yml",
    }  # fmt: skip
    assert [(een.pad, een.veld, een.eigen, een.nieuw) for een in verslag.afwijkend] == [
        (KNOP, "klaar", "Dat was het", "Gereed")
    ]
    assert afwijkend.lees(Bewaarplaats(ons).boek.beheer) == verslag.afwijkend
    assert verslag.vervangen == ()
    inhoud = Inhoud(ons, laad_parameters(ons / "parameters"))
    assert inhoud.tekst("knop.gloednieuw") == "Een tekst van nieuwe code"
    assert inhoud.tekst("knop.klaar") == "Dat was het"
    assert inhoud.tekst("nieuwe_groep.begin") == "Begin"
    assert {"een zin van de gemeente zelf", "een zin van de uitgave"} <= set(
        inhoud.faq("bezwaar").voorbeelden
    )
    assert not {"klacht", "eigen-risico"} & inhoud.faqs().keys()
    stad = (ons / STAD).read_text()
    assert 'bedrag: "470.00"' in stad
    assert "Team Belastingen en meer" in stad
    assert git(ons, "log", "-3", "--format=%an: %s").splitlines() == [
        "Rechtop: New release of Rechtop", "Rechtop: Changed by hand", "Noor Vis: Zo zeggen wij het",
    ]  # fmt: skip
    assert git(ons, "status", "--porcelain") == ""
    assert neem(map_) == Verslag()


def test_texts_and_files_the_code_needs_come_back(map_: Path) -> None:
    (map_ / "inhoud" / "teksten" / "begin.yml").unlink()
    vervang(map_ / "inhoud" / KNOP, "klaar: Klaar\n", "")
    assert set(neem(map_).genomen) == {"teksten/begin.yml", KNOP}
    assert (map_ / "inhoud" / KNOP).read_text() == (map_ / "zaad" / KNOP).read_text()


def test_what_the_code_of_the_release_cannot_read_does_not_stop_the_start(map_: Path) -> None:
    vraag = "vragen/partner.yml"
    vervang(map_ / "inhoud" / vraag, "vraag: ", "een_veld_van_vroeger: ja\nvraag: ")
    (map_ / "zaad" / vraag).write_text((map_ / "zaad" / vraag).read_text() + "# een nieuw woord\n")
    verslag = neem(map_)
    assert verslag.vervangen == (vraag,)
    Inhoud(map_ / "inhoud", laad_parameters(map_ / "inhoud" / "parameters")).vraag("partner")
    assert "een_veld_van_vroeger" in git(map_ / "inhoud", "show", f"HEAD~1:{vraag}")


def test_a_folder_that_somebody_keeps_otherwise_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    (tmp_path / "faq" / "eigen.md").write_text("van ons")
    with pytest.raises(GeenBewaarplaats):
        neem_op(tmp_path, DAG)
    assert [een.name for een in tmp_path.iterdir()] == ["faq"]
