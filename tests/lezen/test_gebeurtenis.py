"""Every message in gebeurtenis.yml is heard as it should be."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.lezen import Gelezen
from actions.lezen.gebeurtenis import BESTAND, hoor_verandering
from content.herkennen import patronen

CONTENT = Path(__file__).parents[2] / "content"
DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "gebeurtenis.yml").read_text(encoding="utf-8"))
VANDAAG: date = DATA["vandaag"]
AL = {"komt": False, "was": True, "als": None}
IDS = {pad.stem for pad in (CONTENT / "gebeurtenissen").glob("*.yml")}


@pytest.mark.parametrize(("tekst", "id_", "al", "dag"), DATA["gebeurtenis"])
def test_gebeurtenis(tekst: str, id_: str, al: str, dag: str | None) -> None:
    gehoord = hoor_verandering(tekst, VANDAAG)
    assert gehoord is not None
    assert (gehoord.id, gehoord.al) == (id_, AL[al])
    gezegd = gehoord.wanneer.waarde if isinstance(gehoord.wanneer, Gelezen) else None
    assert (gezegd and str(gezegd)) == dag


@pytest.mark.parametrize(("tekst", "id_"), DATA["partner"])
def test_van_de_partner(tekst: str, id_: str) -> None:
    gehoord = hoor_verandering(tekst, VANDAAG)
    assert gehoord is not None
    assert (gehoord.id, gehoord.van) == (id_, "partner")


@pytest.mark.parametrize("tekst", DATA["lijst"])
def test_er_verandert_iets(tekst: str) -> None:
    gehoord = hoor_verandering(tekst, VANDAAG)
    assert gehoord is not None
    assert gehoord.id is None


@pytest.mark.parametrize("tekst", DATA["niet"])
def test_geen_verandering(tekst: str) -> None:
    assert hoor_verandering(tekst, VANDAAG) is None


def test_elke_gebeurtenis_wordt_gehoord() -> None:
    assert {regel[1] for regel in DATA["gebeurtenis"]} == IDS
    soorten = {soort.partition(".")[0] for soort in patronen(BESTAND).soorten}
    assert soorten >= IDS


def test_een_lang_verhaal_wordt_niet_gehoord() -> None:
    assert hoor_verandering("ik ga samenwonen " * 30, VANDAAG) is None


def test_ook_wat_er_nog_meer_verandert() -> None:
    gehoord = hoor_verandering("ik ga scheiden en verhuizen en ik verlies mijn baan", VANDAAG)
    assert gehoord is not None
    assert (gehoord.id, set(gehoord.ook)) == ("uit-elkaar", {"verhuizen", "baan-kwijt"})
