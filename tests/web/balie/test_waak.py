"""Staff hear in time of what waits too long: figures, one line in the log, and at most one mail a day with numbers only."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from actions.overdracht.post import Postkantoor
from content.inhoud import Inhoud
from content.parameters import Parameters
from tests.overdracht import nepmail
from tests.overdracht.nepmail import GEBRUIKER, WACHTWOORD, NepMail
from tests.web.balie.conftest import INHOUD, Loket
from web.balie.waak import waak


@pytest.fixture
def post(tmp_path: Path) -> Iterator[NepMail]:
    with nepmail.draai(tmp_path) as een:
        yield een


@pytest.fixture
def gewaarschuwd(loket: Loket, inhoud: Inhoud, parameters: Parameters, tmp_path: Path) -> Loket:
    """The staff of Voorbeeldstad want a mail; those of Anderstad do not."""
    map_ = tmp_path / "content"
    shutil.copytree(inhoud._map, map_)  # a copy: another test must not see the address
    bestand = map_ / "gemeenten" / "voorbeeldstad.yml"
    tekst = bestand.read_text(encoding="utf-8")
    assert "  kanaal: balie" in tekst
    bestand.write_text(
        tekst.replace("  kanaal: balie", "  waarschuw: team@voorbeeldstad.example\n  kanaal: balie"),
        encoding="utf-8",
    )
    huis = loket.kantoor.huis
    huis.bronnen = replace(huis.bronnen, inhoud=Inhoud(map_, parameters))
    return loket


def _kijk(loket: Loket, post: NepMail | None = None) -> dict[str, float]:
    """One look, and the figures after it."""
    huis = loket.kantoor.huis
    tellers = huis.app.state.diensten.tellers
    kantoor = None
    if post is not None:
        kantoor = Postkantoor(
            "127.0.0.1", post.poort, "rechtop@rechtop.example", GEBRUIKER, WACHTWOORD, ca=post.ca
        )
    waak(huis.bronnen, tellers, kantoor, "https://chat.voorbeeldstad.example")
    regels = (regel for regel in tellers.tekst().decode().splitlines() if regel.startswith("rechtop_balie{"))
    return {regel.split('"')[1]: float(regel.split()[-1]) for regel in regels}


def test_the_figures(loket: Loket) -> None:
    assert _kijk(loket) == {"wacht": 0, "te_laat": 0, "bijna_gewist": 0}
    loket.vraag("1000000001")
    loket.vraag("1000000002", "anderstad")
    assert _kijk(loket) == {"wacht": 2, "te_laat": 0, "bijna_gewist": 0}
    loket.kantoor.later(days=5)
    loket.vraag("1000000003")
    assert _kijk(loket) == {"wacht": 3, "te_laat": 2, "bijna_gewist": 0}
    loket.kantoor.later(days=20)
    assert _kijk(loket) == {"wacht": 3, "te_laat": 3, "bijna_gewist": 2}
    loket.doe(loket.wie(), "1000000001", "afgehandeld")
    assert _kijk(loket) == {"wacht": 2, "te_laat": 2, "bijna_gewist": 1}


def test_one_line_in_the_log_for_each(loket: Loket, caplog: pytest.LogCaptureFixture) -> None:
    loket.vraag("1000000001")
    loket.kantoor.later(days=24, hours=23)
    _kijk(loket)
    assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []
    loket.kantoor.later(hours=1)
    for _ in range(3):
        _kijk(loket)
    (regel,) = (r for r in caplog.records if r.levelno >= logging.ERROR)
    assert regel.getMessage() == (
        "handoff 1000000001 for voorbeeldstad waits in the inbox, and nobody handled it; it is erased on 2026-12-18"
    )


def test_at_most_one_mail_a_day_with_numbers_only(gewaarschuwd: Loket, post: NepMail) -> None:
    loket = gewaarschuwd
    loket.vraag("1000000001")
    loket.vraag("1000000002", "anderstad")
    _kijk(loket, post)
    assert post.brieven == []
    loket.kantoor.later(days=5)
    for _ in range(3):
        _kijk(loket, post)
    (brief,) = post.brieven
    assert brief["To"] == "team@voorbeeldstad.example"
    tekst = brief.get_content()
    assert "Te laat: 1." in tekst
    assert "https://chat.voorbeeldstad.example/balie" in tekst
    assert "Bijna gewist" not in tekst
    for woord in (*INHOUD, "1000000001"):
        assert woord not in brief.as_string()
    loket.kantoor.later(days=1)
    _kijk(loket, post)
    assert len(post.brieven) == 2
    assert post.brieven[0]["Message-ID"] != post.brieven[1]["Message-ID"]
    loket.doe(loket.wie(), "1000000001", "afgehandeld")
    loket.kantoor.later(days=1)
    _kijk(loket, post)
    assert len(post.brieven) == 2


def test_what_was_given_up_is_mailed_until_it_is_put_away(gewaarschuwd: Loket, post: NepMail) -> None:
    loket = gewaarschuwd
    loket.vraag("1000000003", kanaal="e-mail")
    loket.kantoor.later(hours=73)
    loket.bezorg()
    _kijk(loket, post)
    assert "Niet bezorgd: 1." in post.brieven[0].get_content()
    noor = loket.wie()
    noor.stuur("/balie/1000000003/gezien", bewijs=noor.bewijs("/balie"))
    loket.kantoor.later(days=1)
    _kijk(loket, post)
    assert len(post.brieven) == 1


def test_a_mail_that_is_not_taken_is_tried_again_at_the_next_look(
    gewaarschuwd: Loket, post: NepMail, caplog: pytest.LogCaptureFixture
) -> None:
    loket = gewaarschuwd
    loket.vraag("1000000001")
    loket.kantoor.later(days=5)
    post.weigert = "451 later, team@voorbeeldstad.example"
    _kijk(loket, post)
    assert post.brieven == []
    assert "could not be mailed: mail_SMTP" in caplog.text
    assert "team@" not in caplog.text
    post.weigert = None
    for _ in range(2):
        _kijk(loket, post)
    assert len(post.brieven) == 1
    loket.kantoor.later(days=1)
    post.weigert = "451 later"
    _kijk(loket, post)
    post.weigert = None
    _kijk(loket, post)
    assert len(post.brieven) == 2
