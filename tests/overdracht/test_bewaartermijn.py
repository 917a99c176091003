"""Nothing is kept longer than was said: the clock moves on, and the bytes are gone."""

from __future__ import annotations

import logging
from datetime import date

import pytest
from sqlalchemy import func, select

from actions.overdracht.bewaartermijn import maanden_later, ruim_op
from actions.overdracht.kluis import herkenbaar
from actions.overdracht.tabellen import balie, overdracht, toestemming, toestemmingstekst
from tests.overdracht.conftest import PERSOONLIJK, Huis
from tests.overdracht.test_bezorger import in_de_balie, maak_bezorger, rij

TABELLEN = (overdracht, balie, toestemming, toestemmingstekst)


def _aantallen(huis: Huis) -> list[int]:
    with huis.bronnen.opslag.lees_naast() as verbinding:
        return [verbinding.scalar(select(func.count()).select_from(tabel)) or 0 for tabel in TABELLEN]


def test_the_terms_of_the_gemeente(huis: Huis) -> None:
    """`korter` keeps a request 3 days and a proof 1 month; that nobody handled it can be read 3 days more."""
    huis.ingediend("korter")
    maak_bezorger(huis).ronde()
    assert _aantallen(huis) == [1, 1, 1, 1]
    huis.klok.verder(days=2, hours=23)
    assert ruim_op(huis.bronnen.opslag, huis.klok.nu).verzoeken == 0
    huis.klok.verder(hours=1)
    ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert _aantallen(huis) == [1, 0, 1, 1]
    huis.klok.verder(days=3)
    ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert _aantallen(huis) == [0, 0, 1, 1]
    huis.klok.verder(days=23)
    ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert _aantallen(huis) == [0, 0, 1, 1]
    huis.klok.verder(days=1)
    ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert _aantallen(huis) == [0, 0, 0, 0]


def test_the_terms_when_a_gemeente_says_nothing(huis: Huis) -> None:
    uit = huis.ingediend("postvak")
    assert (rij(huis, uit["kenmerk"]).uiterlijk - huis.klok.nu).total_seconds() == 72 * 3600
    maak_bezorger(huis).ronde()
    (daar,) = in_de_balie(huis)
    assert (daar.weg_na - huis.klok.nu).days == 28
    assert (rij(huis, uit["kenmerk"]).weg_na - huis.klok.nu).days == 28
    with huis.bronnen.opslag.lees_naast() as verbinding:
        assert verbinding.execute(select(toestemming)).one().weg_na == date(2028, 11, 20)


def test_nothing_is_left_in_the_files_nor_was_ever_in_the_log(
    huis: Huis, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        token = huis.gesprek()
        uit = huis.stuur(token).json()
        sporen = [rij(huis, uit["kenmerk"]).inhoud, rij(huis, uit["kenmerk"]).code, uit["kenmerk"]]
        maak_bezorger(huis).ronde()
        sporen.append(in_de_balie(huis)[0].inhoud)
        assert herkenbaar(sporen[-1]).encode() in huis.bytes()
        huis.klok.verder(days=1, minutes=1)
        huis.bronnen.opslag.wis_verlopen()
        huis.klok.verder(days=800)
        ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert _aantallen(huis) == [0, 0, 0, 0]
    schijf = huis.bytes()
    for spoor in sporen:
        assert herkenbaar(spoor).encode() not in schijf
        assert spoor[-60:].encode() not in schijf
    # The client of the test is not ours: it logs what it asks.
    log = "\n".join(regel.getMessage() for regel in caplog.records if regel.name != "httpx")
    assert "overdracht" in log
    for woord in (*PERSOONLIJK, token, uit["intrekcode"]):
        assert woord.encode() not in schijf
        assert woord not in log


def test_what_is_still_to_be_taken_back_is_not_forgotten(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTOP_OPENKLANT_TOKEN_OPENSTAD", "x")
    uit = huis.ingediend("openstad")  # nobody listens there
    maak_bezorger(huis).ronde()
    assert huis.trek_in(uit).json()["status"] == "wordt_ingetrokken"
    huis.klok.verder(days=400)
    maak_bezorger(huis).ronde()
    ruim_op(huis.bronnen.opslag, huis.klok.nu)
    blijft = rij(huis, uit["kenmerk"])
    assert (blijft.stand, blijft.taak, blijft.inhoud) == ("wordt_ingetrokken", "trek_in", None)


def test_a_month_later() -> None:
    assert maanden_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert maanden_later(date(2026, 12, 1), 1) == date(2027, 1, 1)
    assert maanden_later(date(2026, 11, 20), 24) == date(2028, 11, 20)
