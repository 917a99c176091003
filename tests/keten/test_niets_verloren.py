"""Each process may fall at any moment: the resident goes on with the next question and the same facts."""

from __future__ import annotations

import os
import signal
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from ops.huis import Huis
from tests.keten.huishoudens import (
    ALLEENSTAANDE_OUDER,
    ALLEENSTAANDE_OUDER_BEDRAGEN,
    ALLEENSTAANDE_OUDER_SAMEN,
)
from tests.keten.hulp import bewaakt, in_logs, wegen_van
from tests.keten.klant import Json, Klant, http_client


@pytest.fixture
def http(breekhuis: Huis) -> Iterator[httpx.Client]:
    with http_client(breekhuis.web_url) as client:
        yield client


def test_kill_9_of_rasa_then_actions_then_web(breekhuis: Huis, http: httpx.Client) -> None:
    klant = Klant(http)
    klant.klik("start")
    klant.antwoord(ALLEENSTAANDE_OUDER)
    assert klant.open == ("partner", None)

    breekhuis.kill9("rasa")
    with pytest.raises(AssertionError, match="went round Rasa"), bewaakt(breekhuis, Counter()):
        klant.antwoord(ALLEENSTAANDE_OUDER)  # and so the watch over all other tests is one that can bark
    assert klant.open == ("inkomen_soort", None)
    assert http.get("/gezond").status_code == 200
    assert _binnen(breekhuis)["status"] == "degraded"

    breekhuis.kill9("actions")
    klant.antwoord(ALLEENSTAANDE_OUDER)
    assert klant.open == ("inkomen_jaar", None)
    assert http.get("/gezond").status_code == 200
    assert _binnen(breekhuis) | {"status": "degraded", "rasa": False, "actions": False} == _binnen(breekhuis)

    breekhuis.herstart("rasa")  # Rasa is there, the action server is not
    klant.zeg("zebrastreep kwartje")
    assert klant.open == ("inkomen_jaar", None)
    klant.antwoord(ALLEENSTAANDE_OUDER)
    assert klant.open == ("kinderen", None)

    breekhuis.herstart("actions")
    klant.antwoord(ALLEENSTAANDE_OUDER)
    assert klant.open == ("kinderen.leeftijd", None)
    assert _binnen(breekhuis)["status"] == "ok"

    feiten, stand = klant.feiten(), klant.stand()
    breekhuis.kill9("web")
    with pytest.raises(httpx.TransportError):
        klant.stand()
    breekhuis.herstart("web")
    assert klant.stand() == stand
    assert klant.feiten() == feiten
    assert stand["open_vraag"]["vraag"] == "kinderen.leeftijd"

    klant.tot_het_einde(ALLEENSTAANDE_OUDER)
    assert klant.bedragen() == ALLEENSTAANDE_OUDER_BEDRAGEN
    assert klant.laatste["tussenstand"]["bedrag_per_maand"] == ALLEENSTAANDE_OUDER_SAMEN
    wegen = wegen_van(breekhuis, klant.token)
    assert wegen == ["rasa"] * 2 + ["nood"] * 4 + ["rasa"] * (klant.beurten - 6)
    assert in_logs(breekhuis, klant.token, "zebrastreep") == [], "a failing process tells what was said"


def test_a_message_sent_while_web_falls_counts_once(breekhuis: Huis, http: httpx.Client) -> None:
    """The resident's program does not know whether its message came in, and sends it again."""
    klant = Klant(http)
    klant.klik("start")
    bericht = {"id": str(uuid.uuid4()), "tekst": "34", "gezien": klant.gezien}
    antwoord = klant.stuur(**bericht).json()
    breekhuis.kill9("web")
    with pytest.raises(httpx.TransportError):
        klant.stuur(**bericht)
    breekhuis.herstart("web")
    assert klant.stuur(**bericht).json() == antwoord
    klant.laatste = antwoord
    assert klant.feiten() == {"leeftijd": 34}
    klant.zeg("nee")
    assert klant.open == ("inkomen_soort", None)
    assert wegen_van(breekhuis, klant.token) == ["rasa"] * 3


def test_a_frozen_rasa_is_gone_round_and_its_late_turn_counts_for_nothing(
    breekhuis: Huis, http: httpx.Client
) -> None:
    klant = Klant(http)
    klant.klik("start")
    pid = breekhuis.pid("rasa")
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    try:
        klant.zeg("34")
        assert klant.open == ("partner", None)
        assert http.get("/gezond").status_code == 200
        klant.zeg("nee")  # left alone now: no second wait
        assert klant.open == ("inkomen_soort", None)
    finally:
        os.kill(pid, signal.SIGCONT)
    _wacht_tot_via_rasa(breekhuis, http)  # what it still had to do is done then
    assert wegen_van(breekhuis, klant.token) == ["rasa", "nood", "nood"]
    assert klant.feiten() == {"leeftijd": 34, "partner": False}
    klant.tot_het_einde(ALLEENSTAANDE_OUDER)
    assert klant.bedragen() == ALLEENSTAANDE_OUDER_BEDRAGEN


def test_rasa_started_again_between_any_two_turns_gives_the_same_talk(
    breekhuis: Huis, http: httpx.Client
) -> None:
    """One restart, met by as many talks as there are places between two turns."""
    ongestoord = _Verloop(Klant(http))
    ongestoord.praat()
    onderbroken = [_Verloop(Klant(http)) for _ in range(1, len(ongestoord.gezegd))]
    for gedaan, verloop in enumerate(onderbroken):
        verloop.praat(tot=gedaan)
        assert verloop.klant.beurten == gedaan
    breekhuis.kill9("rasa")
    breekhuis.herstart("rasa")
    for verloop in onderbroken:
        verloop.praat()
        assert verloop.gezegd == ongestoord.gezegd
        assert verloop.klant.overzicht() == ongestoord.klant.overzicht()
    for verloop in (ongestoord, *onderbroken):
        assert wegen_van(breekhuis, verloop.klant.token) == ["rasa"] * verloop.klant.beurten
    # Greeting, start, four answers, and whether last year was the same: a restart after each but the last.
    assert len(ongestoord.gezegd) == 7
    assert len(onderbroken) == 6


class _Verloop:
    """One talk about zorgtoeslag, and all that was said to it."""

    def __init__(self, klant: Klant) -> None:
        self.klant = klant
        self.gezegd = [_zonder_ids(klant.laatste)]

    def praat(self, tot: int | None = None) -> None:
        """Goes on until this many messages were sent, by default to the end."""
        while self.klant.beurten != tot:
            if self.klant.beurten == 0:
                antwoord = self.klant.klik("start:zorgtoeslag")
            elif self.klant.open is not None:
                antwoord = self.klant.antwoord(ALLEENSTAANDE_OUDER)
            else:
                assert tot is None, "the talk ended early"
                return
            self.gezegd.append(_zonder_ids(antwoord))


def _wacht_tot_via_rasa(huis: Huis, http: httpx.Client) -> None:
    """Returns when messages pass through Rasa again: after a slow failure web leaves it alone for some seconds."""
    for _ in range(120):
        klant = Klant(http)
        klant.klik("start")
        if wegen_van(huis, klant.token) == ["rasa"]:
            return
        time.sleep(0.25)
    raise AssertionError("Rasa answers, and web still goes round it")


def _binnen(huis: Huis) -> dict[str, Any]:
    antwoord: dict[str, Any] = httpx.get(f"{huis.intern_url}/gezond", trust_env=False, timeout=10).json()
    return antwoord


def _zonder_ids(antwoord: Json) -> Json:
    """The answer without what is drawn anew for each talk."""
    berichten = [
        {**b, "id": None, "keuzes": [k["label"] for k in b.get("keuzes", ())]} for b in antwoord["berichten"]
    ]
    return {**antwoord, "berichten": berichten, "gesprek": None, "verloopt": None}
