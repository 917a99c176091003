"""At the start the log says of which gemeente a way out is not wholly set up: residents only see a telephone number."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from content.inhoud import Inhoud
from content.parameters import Parameters
from tests.overdracht.conftest import GEMEENTEN, Maker, maak_inhoud

SMTP = {"smtp_host": "127.0.0.1", "smtp_afzender": "rechtop@rechtop.example"}
SLEUTEL = "geheim" * 7


@pytest.fixture
def met_mail(tmp_path: Path, parameters: Parameters) -> Inhoud:
    """With a gemeente that mails overviews and one of which a field was forgotten."""
    map_ = tmp_path / "content"
    map_.mkdir()
    inhoud = maak_inhoud(map_, parameters)
    for slug, meer in (("leeg", "overzicht_mail: true\n"), ("niets", "")):
        bestand = map_ / "gemeenten" / f"{slug}.yml"
        tekst = bestand.read_text(encoding="utf-8").replace("kanaal: null", "kanaal: e-mail")
        bestand.write_text(tekst + meer, encoding="utf-8")
    assert inhoud.gemeenten()
    return Inhoud(map_, parameters)


def _gezegd(
    maak_huis: Maker, inhoud: Inhoud, caplog: pytest.LogCaptureFixture, **instellingen: Any
) -> dict[str, str]:
    """By gemeente: what the log says at the start."""
    huis = maak_huis(inhoud, **instellingen)
    with caplog.at_level(logging.WARNING, "web.ontbreekt"), TestClient(huis.app):
        pass
    regels = [r for r in caplog.records if r.name == "web.ontbreekt"]
    assert {r.levelno for r in regels} <= {logging.WARNING}
    assert SLEUTEL not in caplog.text
    gezegd = {regel.getMessage().partition(" ")[0]: regel.getMessage() for regel in regels}
    assert len(gezegd) == len(regels), "one line for each"
    return gezegd


def test_what_is_missing_is_named(
    maak_huis: Maker, met_mail: Inhoud, caplog: pytest.LogCaptureFixture
) -> None:
    gezegd = _gezegd(maak_huis, met_mail, caplog)
    assert gezegd.keys() == {"openstad", "mailstad", "niets", "leeg"}
    assert gezegd["openstad"].endswith("missing: RECHTOP_OPENKLANT_TOKEN_OPENSTAD")
    assert gezegd["mailstad"].endswith("missing: RECHTOP_SMTP_HOST, RECHTOP_SMTP_AFZENDER")
    assert gezegd["niets"].endswith("missing: overdracht.e_mail")
    assert gezegd["leeg"].endswith(
        "by e-mail; missing: RECHTOP_SMTP_HOST, RECHTOP_SMTP_AFZENDER, RECHTOP_SLEUTEL"
    )


def test_without_a_key_nobody_can_hand_over(
    maak_huis: Maker, inhoud: Inhoud, caplog: pytest.LogCaptureFixture
) -> None:
    gezegd = _gezegd(maak_huis, inhoud, caplog, overdracht_sleutels=None)
    assert gezegd.keys() == {"voorbeeldstad", *GEMEENTEN} - {"leeg", "niets", "formulierstad"}
    assert gezegd["voorbeeldstad"].endswith("missing: RECHTOP_SLEUTEL")


def test_nothing_is_said_of_what_is_in_order(
    maak_huis: Maker, met_mail: Inhoud, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECHTOP_OPENKLANT_TOKEN_OPENSTAD", SLEUTEL)
    assert _gezegd(maak_huis, met_mail, caplog, sleutel=SLEUTEL, **SMTP).keys() == {"niets"}
