"""Requests by e-mail: over TLS or not at all."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from actions.overdracht.post import NietVerstuurd, maak_brief, verstuur
from actions.overdracht.wegen import NietGelukt, Zending
from actions.overdracht.wegen.mail import MailWeg
from content.inhoud import Inhoud
from tests.overdracht import nepmail
from tests.overdracht.nepmail import WACHTWOORD, NepMail
from tests.overdracht.test_openklant import REGELS

ZENDING = Zending("4821007731", "mailstad", datetime(2026, 11, 20, 12, 0, tzinfo=UTC), 28, REGELS)


def _weg(nep: NepMail, inhoud: Inhoud, **anders: Any) -> MailWeg:
    gemeente = inhoud.gemeente("mailstad")

    def woorden(naam: str, **waarden: Any) -> str:
        return inhoud.tekst(f"overdracht.{naam}", gemeente=gemeente, **waarden)

    return MailWeg(nep.kantoor(**anders), "team@mailstad.example", woorden)


def _niets() -> None:
    pass


def test_a_mail_holds_the_lines_and_its_head_nothing(tmp_path: Path, inhoud: Inhoud) -> None:
    with nepmail.draai(tmp_path) as nep:
        _weg(nep, inhoud).bezorg(ZENDING, _niets)
    (brief,) = nep.brieven
    assert brief["To"] == "team@mailstad.example"
    assert brief["Message-ID"] == "<4821007731.vraag@rechtop.example>"
    tekst = brief.get_content().replace("\r\n", "\n")
    for veld in REGELS:
        assert f"{veld.label}: {veld.waarde}" in tekst
    kop = "\n".join(f"{naam}: {waarde}" for naam, waarde in brief.items())
    assert not any(woord in kop for woord in ("Noor", "0612345678", "noor@", "Huurtoeslag"))


def test_the_same_request_has_the_same_number_and_withdrawing_asks_to_erase_it(
    tmp_path: Path, inhoud: Inhoud
) -> None:
    with nepmail.draai(tmp_path) as nep:
        weg = _weg(nep, inhoud)
        weg.bezorg(ZENDING, _niets)
        weg.bezorg(ZENDING, _niets)
        weg.haal_terug(ZENDING, _niets)
    eerste, tweede, stop = nep.brieven
    assert eerste["Message-ID"] == tweede["Message-ID"]
    assert stop["In-Reply-To"] == eerste["Message-ID"] != stop["Message-ID"]
    assert "4821007731" in stop.get_content()
    assert "Noor" not in stop.as_string()


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"ca": None}, "mail_SSLCertVerificationError"),
        ({"wachtwoord": "fout"}, "mail_SMTPAuthenticationError"),
        ({"host": "localhost.invalid"}, "mail_gaierror"),
    ],
)
def test_nothing_is_sent_to_whom_is_not_trusted(
    tmp_path: Path, inhoud: Inhoud, anders: dict[str, Any], reden: str, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.DEBUG, "actions"),
        nepmail.draai(tmp_path) as nep,
        pytest.raises(NietGelukt) as fout,
    ):
        _weg(nep, inhoud, **anders).bezorg(ZENDING, _niets)
    assert fout.value.reden == reden
    assert nep.brieven == []
    assert WACHTWOORD not in caplog.text + repr(_weg(nep, inhoud)._kantoor)


def test_never_without_tls(tmp_path: Path, inhoud: Inhoud) -> None:
    with (
        nepmail.draai(tmp_path, tls=False) as nep,
        pytest.raises(NietGelukt, match="mail_SMTPNotSupportedError"),
    ):
        _weg(nep, inhoud).bezorg(ZENDING, _niets)
    assert nep.brieven == []


def test_a_refusal_is_no_delivery(tmp_path: Path, inhoud: Inhoud) -> None:
    with nepmail.draai(tmp_path) as nep:
        nep.weigert = "452 mailbox of noor@verzonnen.example is full"
        with pytest.raises(NietGelukt, match="mail_SMTPDataError"):
            _weg(nep, inhoud).bezorg(ZENDING, _niets)


def test_a_server_that_is_rude_when_we_leave_has_the_mail(tmp_path: Path, inhoud: Inhoud) -> None:
    with nepmail.draai(tmp_path) as nep:
        nep.afscheid = "421 go away"
        _weg(nep, inhoud).bezorg(ZENDING, _niets)
    assert len(nep.brieven) == 1


def test_a_server_that_does_not_answer_is_not_waited_for(tmp_path: Path) -> None:
    with nepmail.draai(tmp_path) as nep:
        nep.traag = 60
        brief = maak_brief(nep.kantoor(), "noor@verzonnen.example", "Kop", "Tekst", "1", ZENDING.ingediend)
        with pytest.raises(NietVerstuurd, match=r"mail_(Timeout|SMTPServerDisconnected)"):
            verstuur(nep.kantoor(), brief, 1)
        assert nep.brieven == []


def test_an_address_that_is_refused_is_told_from_a_server_that_cannot_now(tmp_path: Path) -> None:
    with nepmail.draai(tmp_path) as nep:
        brief = maak_brief(nep.kantoor(), "noor@verzonnen.example", "Kop", "Tekst", "1", ZENDING.ingediend)
        for antwoord, geweigerd in (("550 noor@ is unknown", True), ("451 noor@ later", False)):
            nep.onbekend = antwoord
            with pytest.raises(NietVerstuurd) as fout:
                verstuur(nep.kantoor(), brief, 5)
            assert fout.value.adres_geweigerd is geweigerd
            assert "noor" not in repr(fout.value)
