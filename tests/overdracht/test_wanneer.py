"""When the gemeente gets in touch, in words: opening hours, the part of the day, and what it promised."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.gesprek.bronnen import NEDERLAND
from actions.overdracht.aanvraag import MOMENTEN, Moment
from actions.overdracht.bellen import eerste, uiterlijk
from actions.overdracht.wanneer import wanneer
from content.inhoud import Inhoud
from content.lokaal.instelling import Overdracht
from content.parameters import laad_parameters

CONTENT = Path(__file__).parents[2] / "content"
INHOUD = Inhoud(CONTENT, laad_parameters(CONTENT / "parameters"))
TIJDEN = {"maandag": "09:00-12:00, 13:00-17:00", "dinsdag": "09:30-12:00", "vrijdag": "13:00-17:00"}
MAANDAG = "2026-11-23"


def gemeente(**anders: Any) -> Overdracht:
    return Overdracht.model_validate({"ontvanger": "Team Geld", "openingstijden": TIJDEN} | anders)


def woorden(tijd: str, hier: Overdracht, moment: Moment = "geen_voorkeur", *, telefoon: bool = True) -> str:
    nu = datetime.fromisoformat(tijd).replace(tzinfo=NEDERLAND)
    return wanneer(INHOUD.tekst, hier, nu, moment, telefoon=telefoon)


def test_inside_opening_hours_it_can_be_today() -> None:
    assert woorden(f"{MAANDAG}T10:00", gemeente()) == "De gemeente kan u vandaag nog bellen."


def test_in_the_break_the_afternoon_is_named() -> None:
    verwacht = "De gemeente kan u bellen op zijn vroegst vandaag tussen 13.00 en 17.00 uur."
    assert woorden(f"{MAANDAG}T12:10", gemeente()) == verwacht


def test_outside_opening_hours_the_day_and_the_hours_are_named() -> None:
    verwacht = "De gemeente kan u bellen op zijn vroegst maandag 23 november tussen 9.00 en 12.00 uur."
    assert woorden("2026-11-21T20:00", gemeente()) == verwacht


def test_a_holiday_is_no_day_to_call() -> None:
    tweede_paasdag = "2026-04-04T20:00"
    assert "dinsdag 7 april tussen 9.30 en 12.00 uur" in woorden(tweede_paasdag, gemeente())


def test_a_promise_only_where_the_gemeente_made_one() -> None:
    assert "of eerder" not in woorden(f"{MAANDAG}T10:00", gemeente())
    beloofd = woorden(f"{MAANDAG}T10:00", gemeente(binnen_werkdagen=2))
    assert (
        beloofd
        == "De gemeente kan u vandaag nog bellen. De gemeente belt u op vrijdag 27 november of eerder."
    )


def test_when_the_first_day_is_the_promised_day_it_is_told_once() -> None:
    beloofd = woorden("2026-11-21T20:00", gemeente(binnen_werkdagen=1))
    assert beloofd.endswith("tussen 9.00 en 12.00 uur. De gemeente belt u nog die dag.")


def test_a_wish_that_comes_after_the_promised_day_does_not_undo_the_promise() -> None:
    """Monday evening: the first afternoon is Friday, promised is Tuesday."""
    zin = woorden(f"{MAANDAG}T18:00", gemeente(binnen_werkdagen=1), "middag")
    assert "dinsdag 24 november tussen 9.30 en 12.00 uur. De gemeente belt u nog die dag." in zin
    assert zin.endswith("Het kan op een ander deel van de dag zijn dan u koos.")


def test_a_part_of_the_day_on_which_nobody_calls() -> None:
    alleen_ochtend = gemeente(openingstijden={"maandag": "09:00-12:00"})
    assert woorden(f"{MAANDAG}T08:00", alleen_ochtend, "middag").endswith("dan u koos.")
    assert "ander deel" not in woorden(f"{MAANDAG}T08:00", alleen_ochtend, "ochtend")


def test_a_gemeente_that_tells_nothing_promises_nothing() -> None:
    assert woorden(f"{MAANDAG}T10:00", gemeente(openingstijden={})) == ""


def test_a_promise_without_hours_is_told_in_days() -> None:
    assert woorden(f"{MAANDAG}T10:00", gemeente(openingstijden={}, binnen_werkdagen=1)) == (
        "De gemeente belt u binnen 1 werkdag."
    )


@pytest.mark.parametrize("hier", [gemeente(), gemeente(openingstijden={}), gemeente(binnen_werkdagen=3)])
def test_without_a_telephone_number_nobody_calls(hier: Overdracht) -> None:
    zin = woorden(f"{MAANDAG}T10:00", hier, telefoon=False)
    assert zin == "De gemeente stuurt u een e-mail."


@given(
    minuten=st.integers(0, 60 * 24 * 400),
    moment=st.sampled_from(MOMENTEN),
    belofte=st.none() | st.integers(1, 10),
)
def test_what_is_told_never_contradicts_itself(minuten: int, moment: Moment, belofte: int | None) -> None:
    """The first day is not after the promised day, "vandaag" is a day on which somebody calls, and every day told is one."""
    hier = gemeente(binnen_werkdagen=belofte)
    nu = datetime(2026, 11, 20, 0, 0, tzinfo=NEDERLAND) + timedelta(minutes=minuten)
    zin = wanneer(INHOUD.tekst, hier, nu, moment, telefoon=True)
    vroegst, laatst = eerste(hier, nu), uiterlijk(hier, nu)
    assert vroegst is not None
    if "vandaag" in zin:
        assert vroegst.dag == nu.date()
    if belofte is None:
        assert "of eerder" not in zin
        assert "nog die dag" not in zin
    else:
        assert laatst is not None
        genoemd = [dag for dag in _dagen(nu.date()) if f" {INHOUD.render('{{ d | weekdag }}', d=dag)}" in zin]
        assert genoemd == sorted(genoemd)
        assert all(vroegst.dag <= dag <= laatst for dag in genoemd)


def _dagen(begin: date) -> list[date]:
    return [begin + timedelta(days=nr) for nr in range(60)]
