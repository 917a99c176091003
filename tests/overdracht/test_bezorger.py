"""The whole way, from handing in to the gemeente: nothing lost, nothing twice, whatever breaks or is killed."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import Opslag
from actions.overdracht import bezorger as bezorger_
from actions.overdracht.bezorger import Bezorger, wacht
from actions.overdracht.kluis import Kluis
from actions.overdracht.post import Postkantoor
from actions.overdracht.tabellen import balie, overdracht
from actions.overdracht.wegen.keuze import Wegen
from content.parameters import Parameters
from tests.overdracht import nepmail
from tests.overdracht.conftest import PERSOONLIJK, Huis, Klok, Maker, maak_inhoud
from tests.overdracht.nepmail import GEBRUIKER, WACHTWOORD, NepMail
from tests.overdracht.nepopenklant import TOKEN, NepOpenKlant, draai

OMGEVING = {"RECHTOP_OPENKLANT_TOKEN_OPENSTAD": TOKEN}


@pytest.fixture
def nep() -> Iterator[NepOpenKlant]:
    with draai(NepOpenKlant()) as een:
        yield een


@pytest.fixture
def open_huis(
    nep: NepOpenKlant,
    maak_huis: Maker,
    parameters: Parameters,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Huis:
    monkeypatch.setenv("RECHTOP_OPENKLANT_TOKEN_OPENSTAD", TOKEN)
    map_ = tmp_path / "content"
    map_.mkdir()
    return maak_huis(maak_inhoud(map_, parameters, nep.url))


def maak_bezorger(
    huis: Huis,
    transport: httpx.BaseTransport | None = None,
    kantoor: Postkantoor | None = None,
    bronnen: Bronnen | None = None,
    gemeld: list[tuple[str, str]] | None = None,
) -> Bezorger:
    bronnen, kluis = bronnen or huis.bronnen, Kluis([huis.sleutel])
    wegen = Wegen(bronnen, kluis, huis.klok, kantoor, OMGEVING, transport)
    meld = (
        (lambda kanaal, wat: gemeld.append((kanaal, wat)))
        if gemeld is not None
        else (lambda kanaal, wat: None)
    )
    return Bezorger(bronnen.opslag, kluis, wegen, huis.klok, meld)


def rij(huis: Huis, kenmerk: str) -> Any:
    with huis.bronnen.opslag.lees_naast() as verbinding:
        return verbinding.execute(select(overdracht).where(overdracht.c.kenmerk == kenmerk)).one()


def in_de_balie(huis: Huis) -> list[Any]:
    with huis.bronnen.opslag.lees_naast() as verbinding:
        return list(verbinding.execute(select(balie)).all())


# --- the ways out -----------------------------------------------------------------------------------------------------


def test_our_own_inbox_gets_it_sealed(huis: Huis) -> None:
    uit = huis.ingediend()
    zegel = rij(huis, uit["kenmerk"]).inhoud
    assert maak_bezorger(huis).ronde() == 1
    assert huis.status(uit).json()["status"] == "verstuurd"
    (daar,) = in_de_balie(huis)
    assert (daar.kenmerk, daar.gemeente) == (uit["kenmerk"], "voorbeeldstad")
    velden = Kluis([huis.sleutel]).open(daar.kenmerk, daar.inhoud)
    assert ["naam", "Naam", "Noor Verzonnen", None] in velden
    assert rij(huis, uit["kenmerk"]).inhoud is None
    assert zegel[:60].encode() not in huis.bytes()
    assert maak_bezorger(huis).ronde() == 0
    assert huis.trek_in(uit).json()["status"] == "wordt_ingetrokken"
    maak_bezorger(huis).ronde()
    assert huis.status(uit).json()["status"] == "ingetrokken"
    assert in_de_balie(huis) == []
    assert daar.inhoud[:60].encode() not in huis.bytes()


def test_open_klant_gets_exactly_what_was_shown(open_huis: Huis, nep: NepOpenKlant) -> None:
    token = open_huis.gesprek("openstad")
    getoond = open_huis.voorbeeld(token).json()["velden"]
    uit = open_huis.stuur(token).json()
    maak_bezorger(open_huis).ronde()
    (daar,) = nep.compleet()
    assert daar["referentienummer"] == uit["kenmerk"]
    tekst = str(daar)
    for veld in getoond:
        assert veld["waarde"] in tekst, veld
    for niet in ("21000", "21.000", "1.000", token):
        assert niet not in tekst
    assert open_huis.trek_in(uit).json()["status"] == "wordt_ingetrokken"
    maak_bezorger(open_huis).ronde()
    assert nep.alles() == 0
    assert open_huis.status(uit).json()["status"] == "ingetrokken"


def test_a_mailbox(huis: Huis, maak_huis: Maker, tmp_path: Path) -> None:
    with nepmail.draai(tmp_path) as post:
        huis = maak_huis(smtp_host="127.0.0.1", smtp_afzender="rechtop@rechtop.example")
        uit = huis.ingediend("mailstad")
        maak_bezorger(huis, kantoor=_kantoor(post)).ronde()
        assert [brief["Message-ID"] for brief in post.brieven] == [
            f"<{uit['kenmerk']}.vraag@rechtop.example>"
        ]
        assert "Noor Verzonnen" in post.brieven[0].get_content()
        huis.trek_in(uit)
        maak_bezorger(huis, kantoor=_kantoor(post)).ronde()
        assert len(post.brieven) == 2
        assert "gevraagd om uw vraag ook te wissen" in huis.status(uit).json()["tekst"]


def _kantoor(post: NepMail) -> Postkantoor:
    return Postkantoor("127.0.0.1", post.poort, "rechtop@rechtop.example", GEBRUIKER, WACHTWOORD, ca=post.ca)


def test_what_is_not_set_up_is_not_taken_in(huis: Huis) -> None:
    for slug in ("mailstad", "openstad"):
        assert huis.voorbeeld(huis.gesprek(slug)).json()["code"] == "geen_overdracht", slug


# --- trying again -----------------------------------------------------------------------------------------------------


def test_it_waits_longer_each_time_and_then_comes_through(open_huis: Huis, nep: NepOpenKlant) -> None:
    uit = open_huis.ingediend("openstad")
    nep.kapot = lambda methode, pad: 503
    gemeld: list[tuple[str, str]] = []
    bezorger = maak_bezorger(open_huis, gemeld=gemeld)
    for seconden in (30, 60, 120, 240):
        assert bezorger.ronde() == 1
        open_huis.klok.verder(seconds=seconden - 1)
        assert bezorger.ronde() == 0
        open_huis.klok.verder(seconds=1)
    assert rij(open_huis, uit["kenmerk"]).reden == "antwoord_503"
    nep.kapot = lambda methode, pad: None
    assert bezorger.ronde() == 1
    assert len(nep.compleet()) == 1
    assert gemeld == [("open_klant", "mislukt")] * 4 + [("open_klant", "verstuurd")]
    assert wacht(1000) == bezorger_.LANGSTE_WACHT


def test_one_that_cannot_be_delivered_holds_up_no_other(huis: Huis) -> None:
    eerste, tweede = huis.ingediend(), huis.ingediend()
    with huis.bronnen.opslag.schrijf() as verbinding:
        kapot = overdracht.c.kenmerk == eerste["kenmerk"]
        verbinding.execute(overdracht.update().where(kapot).values(inhoud="kapot"))
    maak_bezorger(huis).ronde()
    assert rij(huis, eerste["kenmerk"]).reden == "KluisDicht"
    assert rij(huis, tweede["kenmerk"]).stand == "verstuurd"


def test_after_72_hours_it_is_given_up_and_everybody_is_told(
    open_huis: Huis, nep: NepOpenKlant, caplog: pytest.LogCaptureFixture
) -> None:
    uit = open_huis.ingediend("openstad")
    zegel = rij(open_huis, uit["kenmerk"]).inhoud
    nep.kapot = lambda methode, pad: 500 if pad == "/internetaken" else None
    gemeld: list[tuple[str, str]] = []
    bezorger = maak_bezorger(open_huis, gemeld=gemeld)
    bezorger.ronde()
    assert nep.alles() == 4  # half of it is there
    open_huis.klok.verder(hours=71, minutes=59)
    bezorger.ronde()
    assert open_huis.status(uit).json()["status"] == "wordt_verstuurd"
    open_huis.klok.verder(minutes=1)
    with caplog.at_level(logging.ERROR):
        bezorger.ronde()
    assert uit["kenmerk"] in caplog.text
    assert not any(woord in caplog.text for woord in PERSOONLIJK)
    assert ("open_klant", "niet_gelukt") in gemeld
    stand = open_huis.status(uit).json()
    assert stand["status"] == "niet_gelukt"
    assert "14 0999" in stand["tekst"]
    assert nep.alles() == 0  # and the half that was there is gone
    assert zegel[:60].encode() not in open_huis.bytes()


# --- withdrawing while it is on its way -------------------------------------------------------------------------------


def test_withdrawing_at_any_moment_of_a_delivery_leaves_nothing(open_huis: Huis, nep: NepOpenKlant) -> None:
    for moment in range(12):
        uit = open_huis.ingediend("openstad")
        lijn = _Dan(moment, partial(open_huis.trek_in, uit))
        maak_bezorger(open_huis, lijn).ronde()
        if not lijn.gedaan:
            break
        assert open_huis.status(uit).json()["status"] == "ingetrokken", moment
        assert nep.alles() == 0, moment
    assert moment > 5


class _Dan(httpx.BaseTransport):
    """Does something after one of the calls, while its answer is under way."""

    def __init__(self, bij: int, doe: Callable[[], object]) -> None:
        self._echt = httpx.HTTPTransport()
        self._nog = bij
        self._doe = doe
        self.gedaan = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        antwoord = self._echt.handle_request(request)
        self._nog -= 1
        if self._nog == -1:
            self.gedaan = True
            self._doe()
        return antwoord


def test_two_at_once_deliver_once(open_huis: Huis, nep: NepOpenKlant) -> None:
    open_huis.ingediend("openstad")
    ander = maak_bezorger(open_huis)
    lijn = _Dan(1, ander.ronde)
    maak_bezorger(open_huis, lijn).ronde()
    assert lijn.gedaan
    assert len(nep.compleet()) == 1
    assert nep.alles() == 5


def test_what_somebody_is_busy_with_is_left_alone(open_huis: Huis, nep: NepOpenKlant) -> None:
    open_huis.ingediend("openstad")
    ander: list[int] = []
    lijn = _Dan(1, lambda: ander.append(maak_bezorger(open_huis).ronde()))
    maak_bezorger(open_huis, lijn).ronde()
    assert ander == [0]
    assert nep.alles() == 5


# --- killed -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", ["openstad", "voorbeeldstad"])
@pytest.mark.parametrize("intrekken", [False, True])
def test_killed_after_any_step(open_huis: Huis, nep: NepOpenKlant, slug: str, intrekken: bool) -> None:
    """A child process delivers and is killed (SIGKILL) after its n-th call or commit; another goes on. For every n."""
    for stap in range(40):
        uit = open_huis.ingediend(slug)
        if intrekken:
            maak_bezorger(open_huis).ronde()
            open_huis.trek_in(uit)
        gedood = _in_een_kind(open_huis, stap)
        open_huis.klok.verder(minutes=5)  # nobody holds it any more
        maak_bezorger(open_huis).ronde()
        open_huis.klok.verder(minutes=5)
        maak_bezorger(open_huis).ronde()
        stand = open_huis.status(uit).json()["status"]
        assert stand == ("ingetrokken" if intrekken else "verstuurd"), stap
        daar = [c["referentienummer"] for c in nep.compleet()] + [
            een.kenmerk for een in in_de_balie(open_huis)
        ]
        assert daar.count(uit["kenmerk"]) == (0 if intrekken else 1), stap
        if not intrekken and slug == "openstad":
            (een,) = [c for c in nep.compleet() if c["referentienummer"] == uit["kenmerk"]]
            assert (len(een["taken"]), len(een["betrokkenen"]), len(een["adressen"])) == (1, 1, 2), stap
        if intrekken:
            assert nep.alles() == 0, stap
        if not gedood:
            break
    assert not gedood
    assert stap > 3


def _in_een_kind(huis: Huis, stap: int) -> bool:
    """Deliver in a child that kills itself after `stap` calls and commits. Gives whether it came to that."""
    kind = os.fork()
    if kind == 0:
        try:
            _bezorg_tot(huis, stap)
        finally:
            os._exit(0)
    _, hoe = os.waitpid(kind, 0)
    return os.WIFSIGNALED(hoe) and os.WTERMSIG(hoe) == signal.SIGKILL


def _bezorg_tot(huis: Huis, stap: int) -> None:
    nog = stap

    def tel(*_: object) -> None:
        nonlocal nog
        nog -= 1
        if nog < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    class Lijn(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            antwoord = super().handle_request(request)
            antwoord.read()
            tel()
            return antwoord

    class NaCommit(Opslag):
        def schrijf(self) -> Any:
            from contextlib import contextmanager

            @contextmanager
            def een() -> Iterator[Any]:
                with Opslag.schrijf(self) as verbinding:
                    yield verbinding
                tel()

            return een()

    # Connections of the parent are not the child's.
    opslag = NaCommit(f"sqlite:///{huis.map / 'db' / 'proef.db'}", huis.klok)
    bronnen = Bronnen(
        opslag, huis.bronnen.inhoud, huis.bronnen.parameters, huis.bronnen.vandaag, nu=huis.klok
    )
    maak_bezorger(huis, Lijn(), bronnen=bronnen).ronde()


def test_a_row_is_held_longer_than_its_steps_can_last() -> None:
    from actions.overdracht.wegen import mail, openklant

    langste = max(openklant.TIJD.connect or 0, openklant.TIJD.read or 0) * 4
    assert timedelta(seconds=langste) < bezorger_.VAST
    assert timedelta(seconds=mail.SECONDEN * 2) < bezorger_.VAST


def test_the_clock_of_the_tests_moves() -> None:
    klok = Klok()
    voor = klok()
    klok.verder(hours=1)
    assert klok() - voor == timedelta(hours=1)
