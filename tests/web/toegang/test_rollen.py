"""Roles, the own gemeente, and the trail."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any

import pytest
from fastapi import Depends
from sqlalchemy.exc import IntegrityError, OperationalError

from tests.web.toegang.conftest import Kantoor, KantoorMaker
from web.toegang import beheer
from web.toegang.beheer import BeheerFout
from web.toegang.spoor import Soort
from web.toegang.wie import Aangemeld, MetMedewerker


@pytest.mark.parametrize(
    ("rol", "begin", "ziet"),
    [
        ("balie", "/balie", {"/balie", "/account"}),
        ("schrijver", "/redactie", {"/account"}),
        ("publicist", "/redactie", {"/account"}),
        ("beheerder", "/account", {"/account", "/beheer/spoor"}),
    ],
)
def test_a_role_sees_its_own_pages_only(kantoor: Kantoor, rol: str, begin: str, ziet: set[str]) -> None:
    browser = kantoor.browser()
    assert browser.meld_aan(kantoor.persoon("iemand", rol)).headers["location"] == begin
    account = browser.kijk("/account").text
    for pad in ("/balie", "/account", "/beheer/spoor"):
        antwoord = browser.kijk(pad)
        assert antwoord.status_code == (200 if pad in ziet else 403), pad
        assert (f'href="{pad}"' in account) == (pad in ziet)
        if pad not in ziet:
            assert "niet voor u" in antwoord.text
            assert kantoor.spoor()[-1].soort == "geweigerd"


def test_a_role_that_is_taken_away_is_gone_at_once(kantoor: Kantoor) -> None:
    browser = kantoor.binnen(kantoor.persoon())
    beheer.zet_rollen(kantoor.toegang, "j.jansen", ["schrijver"])
    assert browser.kijk("/balie").status_code == 403


def test_everybody_sees_only_their_own_gemeente(kantoor: Kantoor) -> None:
    app = kantoor.huis.app

    @app.get("/balie/proef/{gemeente}")
    async def proef(gemeente: str, wie: Annotated[Aangemeld, Depends(MetMedewerker("balie"))]) -> str:
        wie.eis_gemeente(gemeente)
        await wie.noteer(Soort.AANVRAAG_GEOPEND, "1234567890")
        return "gezien"

    jan, ans = kantoor.persoon(), kantoor.persoon("a.ans", gemeente="anderstad")
    bij_jan, bij_ans = kantoor.binnen(jan), kantoor.binnen(ans)
    assert bij_jan.kijk("/balie/proef/voorbeeldstad").status_code == 200
    assert bij_ans.kijk("/balie/proef/voorbeeldstad").status_code == 404
    assert bij_ans.kijk("/balie/proef/anderstad").status_code == 200
    regels = [regel for regel in kantoor.spoor() if regel.soort == "aanvraag_geopend"]
    assert [(r.wie, r.gemeente, r.kenmerk) for r in regels] == [
        ("j.jansen", "voorbeeldstad", "1234567890"),
        ("a.ans", "anderstad", "1234567890"),
    ]


def test_a_manager_sees_the_trail_of_their_own_gemeente(kantoor: Kantoor) -> None:
    kantoor.binnen(kantoor.persoon("hier.iemand"))
    kantoor.binnen(kantoor.persoon("daar.iemand", gemeente="anderstad"))
    browser = kantoor.binnen(kantoor.persoon("de.baas", "beheerder"))
    kantoor.browser(ip="192.0.2.9").stuur("/aanmelden", login="stiekem", wachtwoord="geheim123", code="1")
    blad = browser.kijk("/beheer/spoor").text
    assert "hier.iemand" in blad
    assert "daar.iemand" not in blad
    assert "stiekem" not in blad
    assert "ingelogd" in blad
    assert kantoor.spoor()[-1].soort == "spoor_bekeken"


def test_the_trail_goes_on_on_a_next_page(kantoor: Kantoor) -> None:
    browser = kantoor.binnen(kantoor.persoon("de.baas", "beheerder"))
    for nr in range(150):
        kantoor.toegang.noteer(Soort.AANVRAAG_GEOPEND, beheer.alle(kantoor.toegang)[0], f"{nr:010}")
    eerste = browser.kijk("/beheer/spoor").text
    assert "0000000149" in eerste
    assert "0000000010" not in eerste
    verder = eerste.split('href="/beheer/spoor?voor=')[1].split('"')[0]
    assert "0000000010" in browser.kijk(f"/beheer/spoor?voor={verder}").text
    assert browser.kijk("/beheer/spoor?voor=x'--").status_code == 200


def test_what_is_written_down_and_that_it_is_never_what_was_typed(kantoor: Kantoor) -> None:
    jan = kantoor.persoon()
    browser = kantoor.browser()
    browser.stuur("/aanmelden", login="mijn wachtwoord per ongeluk", wachtwoord="x", code="y")
    browser.meld_aan(jan, wachtwoord="verkeerd wachtwoord")
    browser.meld_aan(jan)
    browser.formulier("/afmelden")
    assert [(r.soort, r.wie) for r in kantoor.spoor()] == [
        ("account_gemaakt", "j.jansen"),
        ("account_ingesteld", "j.jansen"),
        ("mislukt", None),
        ("mislukt", "j.jansen"),
        ("aangemeld", "j.jansen"),
        ("afgemeld", "j.jansen"),
    ]
    assert b"per ongeluk" not in kantoor.huis.bytes()


def test_every_kind_has_words(kantoor: Kantoor) -> None:
    for soort in Soort:
        assert kantoor.huis.bronnen.inhoud.tekst(f"toegang.spoor_{soort}")


def test_a_line_cannot_be_changed(kantoor: Kantoor) -> None:
    kantoor.persoon()
    with (
        pytest.raises((IntegrityError, OperationalError), match="cannot be changed"),
        kantoor.huis.bronnen.opslag.schrijf() as verbinding,
    ):
        verbinding.exec_driver_sql("UPDATE spoor SET wie = 'een ander'")
    assert {regel.wie for regel in kantoor.spoor()} == {"j.jansen"}


def _lang_geleden(maak_kantoor: KantoorMaker, **instellingen: Any) -> Kantoor:
    """The database goes by its own clock, which no test moves: so all of this was years ago."""
    kantoor = maak_kantoor(**instellingen)
    kantoor.huis.klok.nu = datetime(2020, 1, 1, 12, 0, tzinfo=UTC)
    kantoor.toegang.ruim_op()
    return kantoor


def test_lines_outlive_the_account_and_go_after_their_term(maak_kantoor: KantoorMaker) -> None:
    kantoor = _lang_geleden(maak_kantoor, spoor_dagen=30)
    browser = kantoor.binnen(kantoor.persoon())
    beheer.verwijder(kantoor.toegang, "j.jansen")
    assert browser.kijk("/balie").status_code == 303
    assert kantoor.soorten()[-1] == "account_verwijderd"
    kantoor.later(days=29)
    kantoor.toegang.ruim_op()
    assert "aangemeld" in kantoor.soorten()
    kantoor.later(days=2)
    kantoor.toegang.ruim_op()
    assert kantoor.soorten() == []


def test_a_line_keeps_the_term_of_when_it_was_written(maak_kantoor: KantoorMaker) -> None:
    kantoor = _lang_geleden(maak_kantoor, spoor_dagen=90)
    kantoor.persoon()
    korter = replace(kantoor.toegang, spoor_dagen=5)
    korter.ruim_op()
    korter.noteer(Soort.AANGEMELD, None)
    kantoor.later(days=6)
    korter.ruim_op()
    assert kantoor.soorten() == ["account_gemaakt", "account_ingesteld"]


@pytest.mark.parametrize(
    "opdracht",
    [
        "DELETE FROM spoor",
        "DELETE FROM spoor WHERE nr = 1",
        "REPLACE INTO spoor (nr, wanneer, soort) VALUES (1, '2020-01-01', 'x')",
        "INSERT INTO spoor (nr, wanneer, soort) VALUES (1, '2020-01-01', 'x') ON CONFLICT DO UPDATE SET soort = 'x'",
        "UPDATE spoor SET weg_na = '2020-01-01'",
    ],
)
def test_no_line_goes_before_its_term(kantoor: Kantoor, opdracht: str) -> None:
    kantoor.huis.klok.nu = datetime.now(UTC)
    kantoor.persoon()
    voor = kantoor.spoor()
    with (
        pytest.raises((IntegrityError, OperationalError), match=r"kept until its term|cannot be changed"),
        kantoor.toegang.opslag.schrijf() as verbinding,
    ):
        verbinding.exec_driver_sql(opdracht)
    kantoor.toegang.ruim_op()
    assert kantoor.spoor() == voor


def test_the_manager_of_accounts_is_told_what_cannot_be(kantoor: Kantoor) -> None:
    kantoor.persoon()
    for verkeerd in (
        ("j.jansen", ["balie"]),
        ("J.Jansen ", ["balie"]),
        ("x", ["baas"]),
        ("x", []),
        ("a b", ["balie"]),
    ):
        with pytest.raises(BeheerFout):
            beheer.nieuw(kantoor.toegang, verkeerd[0], "X", "voorbeeldstad", verkeerd[1])
    for doe in (beheer.herstel, beheer.verwijder):
        with pytest.raises(BeheerFout):
            doe(kantoor.toegang, "bestaat.niet")
    with pytest.raises(BeheerFout):
        beheer.zet_rollen(kantoor.toegang, "j.jansen", ["baas"])
    assert len(beheer.alle(kantoor.toegang)) == 1
