"""The mail of the week: to the team that looks after it, never twice, and not without something to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from actions.overdracht.post import Postkantoor
from tests.overdracht import nepmail
from tests.overdracht.nepmail import GEBRUIKER, WACHTWOORD, NepMail
from tests.web.redactie.kantoor import Kantoor
from tests.web.redactie.test_nakijken import FAQ, STAD, maak_oud
from web.redactie.bijhouden.herinner import herinner

ADRES = "https://chat.voorbeeldstad.example"
REDACTIE = "redactie:\n  email: redactie@voorbeeldstad.example\n  teams:\n    Team Jeugd: jeugd@voorbeeldstad.example\n"


@pytest.fixture
def post(tmp_path: Path) -> Iterator[NepMail]:
    with nepmail.draai(tmp_path) as een:
        yield een


def stuur(kantoor: Kantoor, post: NepMail) -> int:
    kantoor.inhoudmap.tik()
    naar = Postkantoor("127.0.0.1", post.poort, "rechtop@rechtop.example", GEBRUIKER, WACHTWOORD, ca=post.ca)
    return herinner(kantoor.huis.bronnen, naar, ADRES)


def zet_aan(kantoor: Kantoor) -> None:
    (kantoor.map / STAD).write_text(kantoor.lees(STAD) + REDACTIE, encoding="utf-8")


def test_not_without_an_address_and_not_without_something_to_do(kantoor: Kantoor, post: NepMail) -> None:
    maak_oud(kantoor, FAQ)
    assert stuur(kantoor, post) == 0
    kantoor.inhoudmap.herstel()
    zet_aan(kantoor)
    assert stuur(kantoor, post) == 0
    assert herinner(kantoor.huis.bronnen, None, ADRES) == 0
    assert post.brieven == []


def test_once_a_week_to_whoever_looks_after_it(kantoor: Kantoor, post: NepMail) -> None:
    maak_oud(kantoor, FAQ)
    zet_aan(kantoor)
    assert [stuur(kantoor, post) for _ in range(3)] == [1, 0, 0]
    kantoor.huis.klok.nu += timedelta(days=7)
    assert [stuur(kantoor, post) for _ in range(2)] == [1, 0]
    een, twee = post.brieven
    assert een["To"] == "redactie@voorbeeldstad.example"
    assert een["Subject"] == "1 tekst wacht op uw controle"
    tekst = een.get_content()
    assert f"{ADRES}/redactie/nakijken" in tekst
    assert "- Wat kan ik doen als" in tekst
    assert een["Message-ID"] != twee["Message-ID"]


def test_an_owner_with_an_address_of_its_own(kantoor: Kantoor, post: NepMail) -> None:
    maak_oud(kantoor, FAQ)
    zet_aan(kantoor)
    tekst = kantoor.lees(STAD)
    jeugd = tekst.index("nagekeken: 2026-11-20", tekst.index("  kind-school-sport:"))
    (kantoor.map / STAD).write_text(
        tekst[:jeugd] + "nagekeken: 2025-01-01" + tekst[jeugd + 21 :], encoding="utf-8"
    )
    assert stuur(kantoor, post) == 2
    assert sorted(str(brief["To"]) for brief in post.brieven) == [
        "jeugd@voorbeeldstad.example", "redactie@voorbeeldstad.example",
    ]  # fmt: skip


def test_what_the_server_does_not_take_goes_at_the_next_look(kantoor: Kantoor, post: NepMail) -> None:
    maak_oud(kantoor, FAQ)
    zet_aan(kantoor)
    kantoor.inhoudmap.tik()
    dicht = Postkantoor("127.0.0.1", 9, "rechtop@rechtop.example", GEBRUIKER, WACHTWOORD, ca=post.ca)
    assert herinner(kantoor.huis.bronnen, dicht, ADRES) == 0
    assert stuur(kantoor, post) == 1
