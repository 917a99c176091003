"""Which folder Rasa learns from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from content.inhoudmap import inhoudmap
from ops.huis import Huis
from ops.plekken import CONTENT
from ops.train import ZinnenOnbruikbaar, genereer


@pytest.fixture
def hier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where somebody starts the house, with a folder of content in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inhoud").symlink_to(CONTENT)
    return tmp_path


def test_a_folder_that_is_named_from_here_teaches_the_same(hier: Path) -> None:
    """What trains runs in a folder of its own: it would look for it there, find nothing, and understand nothing."""
    eerste = genereer(Path("inhoud"), Path("a"))
    assert eerste == genereer(CONTENT, hier / "b")
    assert "faq_huurtoeslag" in (hier / "a" / "domain.yml").read_text()


def test_the_folder_of_the_environment_is_the_same_wherever_it_is_read(hier: Path) -> None:
    bron = inhoudmap({"RECHTOP_CONTENT": "inhoud"})
    os.chdir("/")
    assert bron.samefile(CONTENT)
    assert inhoudmap({}) == inhoudmap({"RECHTOP_CONTENT": ""}) == CONTENT


def test_every_process_gets_the_folder_by_its_whole_path(hier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTOP_CONTENT", "inhoud")
    huis = Huis(hier / "gegevens")
    eigen = huis.omgeving()
    assert Path(eigen["RECHTOP_CONTENT"]).is_absolute()
    assert Path(eigen["RECHTOP_CONTENT"]).samefile(CONTENT)


def test_nothing_to_learn_from_is_no_model(hier: Path) -> None:
    (hier / "leeg").mkdir()
    with pytest.raises(ZinnenOnbruikbaar, match=r"no topics in .*leeg.faq"):
        genereer(hier / "leeg", hier / "bouw")
