"""Nothing is kept longer than was said: the clock moves on, and the bytes are gone."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from pydantic import ValidationError
from sqlalchemy import func, select

from actions.overdracht import postvak
from actions.overdracht.bewaartermijn import maanden_later, ruim_op
from actions.overdracht.kluis import herkenbaar
from actions.overdracht.postvak import Beller
from actions.overdracht.tabellen import balie, overdracht, toestemming, toestemmingstekst
from content.lokaal.instelling import Bewaren
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


def test_what_nobody_handled_goes_in_time_and_the_resident_can_read_that(
    huis: Huis, caplog: pytest.LogCaptureFixture
) -> None:
    """28 days after it was sent, also when it came in a day later: that is what was agreed to."""
    uit = huis.ingediend()
    huis.klok.verder(days=1)
    maak_bezorger(huis).ronde()
    (daar,) = in_de_balie(huis)
    zegels = (daar.inhoud, daar.moment)
    huis.klok.verder(days=26, hours=23)
    ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert huis.status(uit).json()["status"] == "verstuurd"
    assert all(herkenbaar(zegel).encode() in huis.bytes() for zegel in zegels)
    huis.klok.verder(hours=1)
    assert ruim_op(huis.bronnen.opslag, huis.klok.nu).onbehandeld == ((uit["kenmerk"], "voorbeeldstad"),)
    assert in_de_balie(huis) == []
    assert not any(herkenbaar(zegel).encode() in huis.bytes() for zegel in zegels)
    (regel,) = (r for r in caplog.records if r.levelno == logging.ERROR)
    assert "nobody had handled it" in regel.getMessage()
    stand = huis.status(uit).json()
    assert stand["status"] == "verlopen"
    assert "14 0000" in stand["tekst"]
    assert "belt niemand meer" in stand["tekst"]
    assert huis.trek_in(uit).json()["status"] == "ingetrokken"
    huis.klok.verder(days=28)
    ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert _aantallen(huis)[:2] == [0, 0]


def test_what_was_handled_goes_sooner_and_never_later_than_agreed(huis: Huis) -> None:
    uiten = [huis.ingediend("postvak") for _ in range(2)]
    maak_bezorger(huis).ronde()
    zegels = {daar.kenmerk: daar.inhoud for daar in in_de_balie(huis)}
    nog = timedelta(days=7)

    def handel_af(uit: Mapping[str, str]) -> None:
        with huis.bronnen.opslag.schrijf() as verbinding:
            postvak.handel_af(verbinding, uit["kenmerk"], 0, Beller(1, "Ans"), huis.klok.nu, nog, set())

    handel_af(uiten[0])
    assert huis.status(uiten[0]).json()["tekst"] == "De gemeente heeft uw vraag afgehandeld."
    huis.klok.verder(days=6, hours=23)
    assert ruim_op(huis.bronnen.opslag, huis.klok.nu).balie == 0
    huis.klok.verder(hours=1)
    uit = ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert (uit.balie, uit.onbehandeld) == (1, ())
    schijf = huis.bytes()
    assert herkenbaar(zegels[uiten[0]["kenmerk"]]).encode() not in schijf
    assert herkenbaar(zegels[uiten[1]["kenmerk"]]).encode() in schijf
    assert huis.status(uiten[0]).json()["status"] == "afgehandeld"
    huis.klok.verder(days=20)  # day 27: seven more would be too many
    handel_af(uiten[1])
    huis.klok.verder(days=1)
    ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert in_de_balie(huis) == []


def test_a_handled_one_can_still_be_withdrawn(huis: Huis) -> None:
    uit = huis.ingediend()
    maak_bezorger(huis).ronde()
    with huis.bronnen.opslag.schrijf() as verbinding:
        postvak.handel_af(
            verbinding, uit["kenmerk"], 0, Beller(1, "Ans"), huis.klok.nu, timedelta(days=7), set()
        )
    assert huis.trek_in(uit).json()["status"] == "wordt_ingetrokken"
    maak_bezorger(huis).ronde()
    assert huis.status(uit).json()["status"] == "ingetrokken"
    assert in_de_balie(huis) == []


def test_a_term_after_handling_is_no_longer_than_the_term_itself() -> None:
    assert Bewaren(verzoek_dagen=3).afgehandeld_dagen == 7  # shortened when it is used
    assert Bewaren(verzoek_dagen=3, afgehandeld_dagen=3).afgehandeld_dagen == 3
    with pytest.raises(ValidationError, match="afgehandeld_dagen"):
        Bewaren(verzoek_dagen=3, afgehandeld_dagen=4)


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
