"""When the call may come: opening hours, holidays, the part of the day that was asked for."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from actions.gesprek.bronnen import NEDERLAND
from actions.overdracht.aanvraag import MOMENTEN, Moment
from actions.overdracht.bellen import Belmoment, eerste, feestdagen, te_laat_na, uiterlijk
from content.lokaal.instelling import Overdracht

TIJDEN = {
    "maandag": "09:00-12:00, 13:00-17:00",
    "dinsdag": "09:00-12:00, 13:00-17:00",
    "woensdag": "09:00-12:00",
    "vrijdag": "10:00-14:00",
}


def gemeente(**anders: Any) -> Overdracht:
    return Overdracht.model_validate({"ontvanger": "Team Geld", "openingstijden": TIJDEN} | anders)


def op(tekst: str) -> datetime:
    return datetime.fromisoformat(tekst).replace(tzinfo=NEDERLAND)


def in_het_kort(wanneer: Belmoment | None) -> str | None:
    if wanneer is None:
        return None
    return f"{wanneer.dag} {wanneer.van:%H:%M}-{wanneer.tot:%H:%M}{' nu' if wanneer.nu else ''}"


@pytest.mark.parametrize(
    ("nu", "moment", "verwacht"),
    [
        ("2026-11-23T08:00", "geen_voorkeur", "2026-11-23 09:00-12:00"),  # a Monday, before it opens
        ("2026-11-23T09:00", "geen_voorkeur", "2026-11-23 09:00-12:00 nu"),
        ("2026-11-23T12:00", "geen_voorkeur", "2026-11-23 13:00-17:00"),  # the break
        ("2026-11-23T16:59", "geen_voorkeur", "2026-11-23 13:00-17:00 nu"),
        ("2026-11-23T17:00", "geen_voorkeur", "2026-11-24 09:00-12:00"),
        ("2026-11-23T12:30", "ochtend", "2026-11-24 09:00-12:00"),
        ("2026-11-23T10:00", "middag", "2026-11-23 13:00-17:00"),
        (
            "2026-11-25T10:00",
            "middag",
            "2026-11-27 12:00-14:00",
        ),  # Wednesday afternoon and Thursday are closed
        ("2026-11-25T13:00", "geen_voorkeur", "2026-11-27 10:00-14:00"),
        ("2026-11-27T14:00", "geen_voorkeur", "2026-11-30 09:00-12:00"),  # over the weekend
        ("2026-12-25T10:30", "geen_voorkeur", "2026-12-28 09:00-12:00"),  # Christmas on a Friday
        ("2026-04-03T10:00", "geen_voorkeur", "2026-04-07 09:00-12:00"),  # goede vrijdag to after Easter
        ("2027-04-26T18:00", "geen_voorkeur", "2027-04-28 09:00-12:00"),  # koningsdag on a Tuesday
    ],
)
def test_the_first_stretch(nu: str, moment: Moment, verwacht: str) -> None:
    assert in_het_kort(eerste(gemeente(), op(nu), moment)) == verwacht


def test_the_clock_is_that_of_the_netherlands() -> None:
    utc = datetime.fromisoformat("2026-11-23T07:59:00+00:00")
    zomer = datetime.fromisoformat("2026-07-06T07:00:00+00:00")  # two hours
    for moment, open_ in ((utc, False), (utc.replace(hour=8), True), (zomer, True)):
        gevonden = eerste(gemeente(), moment)
        assert gevonden is not None
        assert gevonden.nu is open_


def test_a_day_that_the_gemeente_names_is_closed() -> None:
    dicht = gemeente(gesloten=[date(2026, 11, 23), date(2026, 11, 24)])
    assert in_het_kort(eerste(dicht, op("2026-11-20T15:00"))) == "2026-11-25 09:00-12:00"


def test_who_never_calls_at_that_part_of_the_day_calls_at_another() -> None:
    ochtend = gemeente(openingstijden={"maandag": "09:00-12:00"})
    assert in_het_kort(eerste(ochtend, op("2026-11-24T10:00"), "middag")) == "2026-11-30 09:00-12:00"


def test_without_hours_nothing_is_said() -> None:
    assert all(
        eerste(gemeente(openingstijden={}), op("2026-11-23T10:00"), moment) is None for moment in MOMENTEN
    )


def test_a_gemeente_that_is_closed_for_months_says_nothing() -> None:
    dicht = gemeente(gesloten=[date.fromordinal(date(2026, 11, 20).toordinal() + n) for n in range(90)])
    assert eerste(dicht, op("2026-11-23T10:00")) is None


@pytest.mark.parametrize(
    ("ingediend", "dagen", "verwacht"),
    [
        ("2026-11-23T10:00", 1, "2026-11-24"),
        ("2026-11-23T23:59", 2, "2026-11-25"),
        ("2026-11-25T10:00", 2, "2026-11-30"),  # Friday, and then Monday
        ("2026-12-23T10:00", 1, "2026-12-28"),  # Thursday and Christmas are closed
    ],
)
def test_a_promise_counts_days_on_which_it_is_open(ingediend: str, dagen: int, verwacht: str) -> None:
    hier = gemeente(binnen_werkdagen=dagen)
    assert uiterlijk(hier, op(ingediend)) == te_laat_na(hier, op(ingediend)) == date.fromisoformat(verwacht)


def test_without_promise_staff_have_two_days() -> None:
    assert uiterlijk(gemeente(), op("2026-11-25T10:00")) is None
    assert te_laat_na(gemeente(), op("2026-11-25T10:00")) == date(2026, 11, 30)
    assert te_laat_na(gemeente(openingstijden={}), op("2026-11-25T10:00")) == date(2026, 11, 27)
    assert te_laat_na(None, op("2026-11-25T10:00")) == date(2026, 11, 27)


def test_a_morning_ends_at_noon() -> None:
    wanneer = eerste(gemeente(), op("2026-11-27T09:00"), "ochtend")
    assert wanneer == Belmoment(date(2026, 11, 27), time(10), time(12))


def test_the_holidays() -> None:
    assert {date(2026, 1, 1), date(2026, 4, 27), date(2026, 12, 26)} < feestdagen(2026)
    assert date(2025, 4, 26) in feestdagen(2025), "koningsdag is never on a Sunday"
    assert date(2026, 5, 5) not in feestdagen(2026)
    assert date(2030, 5, 5) in feestdagen(2030)
