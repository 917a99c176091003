"""Who may put the check in a frame, and what is sent for it."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from content.inhoud import Inhoud
from content.parameters import Parameters
from tests.web.conftest import ANDERE_SITE, CONTENT, EIGEN_SITE, TWEEDE_GEMEENTE, Huis
from web.paginas.venster import maak_venster


def _ouders(csp: str) -> list[str]:
    (gevonden,) = re.findall(r"frame-ancestors ([^;]*)", csp)
    return str(gevonden).split()


def test_alleen_de_sites_van_de_gemeente_mogen_er_een_kader_om_zetten(huis: Huis) -> None:
    antwoord = huis.client.get("/venster/voorbeeldstad")
    assert antwoord.status_code == 200
    ouders = _ouders(antwoord.headers["content-security-policy"])
    assert {"'self'", EIGEN_SITE} <= set(ouders)
    assert ANDERE_SITE not in ouders
    assert not {"*", "http:", "https:"} & set(ouders)
    assert f'data-herkomst="{" ".join(ouders[1:])}"' in antwoord.text
    assert "x-frame-options" not in antwoord.headers
    for naam, waarde in (("permissions-policy", "camera=()"), ("referrer-policy", "no-referrer")):
        assert antwoord.headers[naam].startswith(waarde)
    assert "unsafe" not in antwoord.headers["content-security-policy"]
    assert "set-cookie" not in antwoord.headers


def test_zonder_sites_alleen_wij_zelf(huis: Huis, tmp_path: Path, parameters: Parameters) -> None:
    for soort in ("teksten", "gemeenten"):
        (tmp_path / soort).mkdir()
    for naam in ("widget", "insluiten"):
        shutil.copy(CONTENT / "teksten" / f"{naam}.yml", tmp_path / "teksten")
    zonder = TWEEDE_GEMEENTE.partition("toegestane_herkomst")[0]
    (tmp_path / "gemeenten" / "anderstad.yml").write_text(zonder, encoding="utf-8")
    app = FastAPI()
    app.include_router(maak_venster(replace(huis.bronnen, inhoud=Inhoud(tmp_path, parameters))))
    antwoord = TestClient(app).get("/venster/anderstad")
    assert _ouders(antwoord.headers["content-security-policy"]) == ["'self'"]
    assert 'data-herkomst=""' in antwoord.text


@pytest.mark.parametrize("pad", ["/", "/zelfcheck/voorbeeldstad", "/venster/voorbeeldstad.js", "/gezond"])
def test_al_het_andere_blijft_dicht(huis: Huis, pad: str) -> None:
    antwoord = huis.client.get(pad)
    assert antwoord.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in antwoord.headers["content-security-policy"]


def test_een_verkeerde_naam_is_te_lezen_waar_die_staat(huis: Huis) -> None:
    antwoord = huis.client.get("/venster/nergens")
    assert antwoord.status_code == 404
    assert "Wij kennen deze gemeente niet" in antwoord.text
    assert "<script" not in antwoord.text
    assert {EIGEN_SITE, ANDERE_SITE} <= set(_ouders(antwoord.headers["content-security-policy"]))
    assert huis.client.get("/venster/nergens.js").status_code == 404
    assert huis.client.get("/static/venster/nergens.css").status_code == 404


def test_het_script_weet_alles_van_een_gemeente(huis: Huis) -> None:
    antwoord = huis.client.get("/venster/voorbeeldstad.js")
    assert antwoord.headers["content-type"] == "text/javascript; charset=utf-8"
    assert antwoord.headers["cross-origin-resource-policy"] == "cross-origin"
    begin = antwoord.text.index('{"gemeente": "voorbeeldstad"')
    gegevens, _ = json.JSONDecoder().raw_decode(antwoord.text, begin)
    assert gegevens["knop"] == "Waar heb ik recht op?"
    assert EIGEN_SITE in gegevens["herkomst"]
    assert ".starter{" in gegevens["stijl"]
    weer = huis.client.get("/venster/voorbeeldstad.js", headers={"If-None-Match": antwoord.headers["etag"]})
    assert weer.status_code == 304
    assert huis.client.get("/venster/anderstad.js").headers["etag"] != antwoord.headers["etag"]
