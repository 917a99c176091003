"""As many gemeenten as the country has: all are read the way production reads them, each file once, and a few are worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from actions.regels.catalogus import REGELINGEN
from actions.regels.kern import bepaal
from actions.regels.lokaal.bouw import regelingen
from content import bestanden
from content.inhoud import Inhoud
from content.opmaak import Opmaker
from content.parameters import Parameters, laad_parameters
from ops.bench.gegevens import PEILDATUM
from ops.bench.gemeenten import HEEL_NEDERLAND, WEINIG, maak
from ops.plekken import CONTENT


class Teller:
    """How often a file is read and a template is made."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.gelezen: Counter[str] = Counter()
        self.sjablonen = 0
        ontleed, sjabloon = bestanden.ontleed, Opmaker.sjabloon

        def tel_bestand(tekst: str, pad: Path, naam: str) -> Any:
            self.gelezen[naam] += 1
            return ontleed(tekst, pad, naam)

        def tel_sjabloon(opmaker: Opmaker, tekst: str) -> Any:
            self.sjablonen += 1
            return sjabloon(opmaker, tekst)

        patch.setattr(bestanden, "ontleed", tel_bestand)
        patch.setattr(Opmaker, "sjabloon", tel_sjabloon)


@dataclass
class Land:
    map: Path
    inhoud: Inhoud
    teller: Teller
    nu: list[float]
    """The clock of `inhoud`."""


@pytest.fixture(scope="module")
def parameters() -> Parameters:
    return laad_parameters(CONTENT / "parameters")


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory, parameters: Parameters) -> Iterator[Land]:
    """The whole country, read once for all tests here: that is what takes the time."""
    map_ = tmp_path_factory.mktemp("land")
    assert len(set(maak(map_, HEEL_NEDERLAND))) == HEEL_NEDERLAND
    with pytest.MonkeyPatch.context() as patch:
        teller, nu = Teller(patch), [0.0]
        yield Land(map_, Inhoud(map_, parameters, klok=lambda: nu[0]), teller, nu)


def test_het_hele_land_wordt_een_keer_gelezen(land: Land, parameters: Parameters, tmp_path: Path) -> None:
    assert len(land.inhoud.gemeenten()) == HEEL_NEDERLAND
    assert len(land.teller.gelezen) > HEEL_NEDERLAND
    assert set(land.teller.gelezen.values()) == {1}
    # What a gemeente writes is hardly ever a template, so many of them need no more than a few.
    met_veel = land.teller.sjablonen
    maak(tmp_path, WEINIG)
    Inhoud(tmp_path, parameters)
    assert land.teller.sjablonen == 2 * met_veel


def test_later_wordt_alleen_gelezen_wat_veranderde(land: Land) -> None:
    eerder = {slug: land.inhoud.lokaal(slug) for slug in land.inhoud.gemeenten()}
    land.teller.gelezen.clear()
    pad = land.map / "gemeenten" / "verzonnen-7.yml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace("naam: Verzonnen-7", "naam: Verzonnen Zeven"), encoding="utf-8")
    land.nu[0] += 5
    nieuw = {slug: land.inhoud.lokaal(slug) for slug in land.inhoud.gemeenten()}
    assert land.teller.gelezen == {"gemeenten/verzonnen-7.yml": 1}
    # The others are the same objects, so what was worked out from them can stay.
    assert [slug for slug in nieuw if nieuw[slug] is not eerder[slug]] == ["verzonnen-7"]


def test_gemeenten_verschillen_en_worden_uitgerekend(land: Land, parameters: Parameters) -> None:
    feiten: dict[str, object] = {
        "leeftijd": 40,
        "partner": False,
        "kinderen": (13,),
        "inkomen_soort": "bijstand",
    }
    gezien: dict[str, tuple[tuple[str, str], ...]] = {}
    for slug in list(land.inhoud.gemeenten())[::40]:
        lokaal = land.inhoud.lokaal(slug)
        assert lokaal is not None
        assert len(lokaal.lagen) == 3
        eigen = regelingen(lokaal)
        uit = bepaal(feiten, parameters, PEILDATUM, list(eigen), catalogus={**REGELINGEN, **eigen})
        assert [u.fout for u in uit.uitkomsten if u.fout] == []
        gezien[slug] = tuple((u.regeling.rpartition(":")[2], u.recht) for u in uit.uitkomsten)
    assert len(gezien) >= 8
    assert len(set(gezien.values())) > 4


def test_dezelfde_gemeenten_elke_keer(tmp_path: Path) -> None:
    """Or two figures could not be held beside each other."""
    een, twee = tmp_path / "een", tmp_path / "twee"
    for map_ in (een, twee):
        map_.mkdir()
        maak(map_, 3)
    for soort in bestanden.MET_NAAM:
        paden = sorted((een / soort).iterdir())
        assert len(paden) >= 3
        assert [p.read_bytes() for p in paden] == [(twee / soort / p.name).read_bytes() for p in paden]
