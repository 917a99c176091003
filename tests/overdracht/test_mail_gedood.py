"""Killed while mailing: the mail arrives once or, when nobody could know that it had gone, twice the same. Never half."""

from __future__ import annotations

import os
import signal
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import Opslag
from actions.overdracht import rijen
from tests.overdracht import nepmail
from tests.overdracht.conftest import Huis, Maker
from tests.overdracht.nepmail import NepMail
from tests.overdracht.test_bezorger import maak_bezorger

_EINDE = b"\r\n.\r\n"
"""The last bytes of a mail on the line."""


@pytest.mark.parametrize("intrekken", [False, True])
def test_killed_after_any_step(maak_huis: Maker, tmp_path: Path, intrekken: bool) -> None:
    """A child mails and is killed (SIGKILL) after its n-th commit, answer or part of the mail; another goes on. For every n."""
    with nepmail.draai(tmp_path) as post:
        huis = maak_huis(smtp_host="127.0.0.1", smtp_afzender="rechtop@rechtop.example")
        keren: dict[str, set[int]] = {"voor": set(), "tussen": set(), "na": set()}
        stap, fase = 0, ""
        while fase != "heel":
            uit = huis.ingediend("mailstad")
            if intrekken:
                maak_bezorger(huis, kantoor=post.kantoor()).ronde()
                huis.trek_in(uit)
            fase = _in_een_kind(huis, post, stap)
            huis.klok.verder(minutes=5)  # nobody holds it any more
            maak_bezorger(huis, kantoor=post.kantoor()).ronde()
            assert huis.status(uit).json()["status"] == ("ingetrokken" if intrekken else "verstuurd"), stap
            soort = "intrekken" if intrekken else "vraag"
            brieven = [b for b in post.brieven if b["Message-ID"].startswith(f"<{uit['kenmerk']}.{soort}@")]
            assert len({brief.as_bytes() for brief in brieven}) == 1, stap
            assert ("Noor Verzonnen" in brieven[0].get_content()) is not intrekken
            keren["na" if fase == "heel" else fase].add(len(brieven))
            stap += 1
    assert keren["voor"] == keren["na"] == {1}
    assert keren["tussen"] <= {1, 2}
    assert 2 in keren["tussen"], "it was never killed between the answer and the note"
    assert stap > 15


def _in_een_kind(huis: Huis, post: NepMail, stap: int) -> str:
    """Deliver in a child that kills itself after so many steps. Gives when it was: before the last byte of the mail was
    sent ("voor"), before that was noted ("tussen"), after that ("na"), or not at all ("heel")."""
    lees, schrijf = os.pipe()
    kind = os.fork()
    if kind == 0:
        try:
            _bezorg_tot(huis, post, stap, schrijf)
        finally:
            os._exit(0)
    os.close(schrijf)
    with os.fdopen(lees) as pijp:
        fase = pijp.read()
    _, hoe = os.waitpid(kind, 0)
    gedood = os.WIFSIGNALED(hoe) and os.WTERMSIG(hoe) == signal.SIGKILL
    assert gedood == bool(fase)
    return fase or "heel"


def _bezorg_tot(huis: Huis, post: NepMail, stap: int, meld: int) -> None:
    """In the child only: what it changes here is gone with it."""
    nog, fase, genoteerd = stap, "voor", False

    def tel() -> None:
        nonlocal nog
        nog -= 1
        if nog < 0:
            os.write(meld, fase.encode())
            os.kill(os.getpid(), signal.SIGKILL)

    stuur, hoor = smtplib.SMTP.send, smtplib.SMTP.getreply

    def in_stukken(lijn: Any, wat: Any) -> None:
        nonlocal fase
        if not (isinstance(wat, bytes) and wat.endswith(_EINDE)):
            stuur(lijn, wat)
            return
        helft = len(wat) // 2
        stuur(lijn, wat[:helft])
        tel()
        stuur(lijn, wat[helft:])
        fase = "tussen"
        tel()

    def en_tel(lijn: Any) -> Any:
        antwoord = hoor(lijn)
        tel()
        return antwoord

    def noteer(naam: str) -> None:
        echt = getattr(rijen, naam)

        def en_onthoud(*alles: Any) -> Any:
            nonlocal genoteerd
            genoteerd = True
            return echt(*alles)

        setattr(rijen, naam, en_onthoud)

    smtplib.SMTP.send = in_stukken  # type: ignore[method-assign, assignment]
    smtplib.SMTP.getreply = en_tel  # type: ignore[method-assign, assignment]
    noteer("bezorgd")
    noteer("teruggehaald")

    class NaCommit(Opslag):
        @contextmanager
        def schrijf(self) -> Iterator[Any]:
            nonlocal fase
            with super().schrijf() as verbinding:
                yield verbinding
            if genoteerd:
                fase = "na"
            tel()

    # Connections of the parent are not the child's.
    opslag = NaCommit(f"sqlite:///{huis.map / 'db' / 'proef.db'}", huis.klok)
    bronnen = Bronnen(
        opslag, huis.bronnen.inhoud, huis.bronnen.parameters, huis.bronnen.vandaag, nu=huis.klok
    )
    maak_bezorger(huis, kantoor=post.kantoor(), bronnen=bronnen).ronde()
