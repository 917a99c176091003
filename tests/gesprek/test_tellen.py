"""Counting topics: per gemeente and day, tied to no talk."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import Opslag, gesprek_id
from actions.gesprek.staat import Beurt, Staat
from actions.gesprek.tabellen import onderwerp_dag
from actions.gesprek.tellen import BEWAREN, Telling, Wat
from tests.gesprek.praat import Praat
from tests.opslag import verse_opslag

DAG = date(2026, 11, 20)


@pytest.fixture
def nu() -> list[datetime]:
    return [datetime(2026, 11, 20, 12, 0, tzinfo=UTC)]


@pytest.fixture
def opslag(tmp_path: Path, nu: list[datetime]) -> Opslag:
    return verse_opslag(tmp_path / "r.db", lambda: nu[0])


def tel(opslag: Opslag, gemeente: str, *geteld: tuple[str, Wat], dag: date = DAG) -> str:
    token, _ = opslag.nieuw(Staat(gemeente), {}, False)
    with opslag.transactie(gesprek_id(token)) as transactie:
        transactie.tel(dag, geteld)
        transactie.bewaar(Staat(gemeente), Beurt(1, "a", None, {}, "rasa"))
    return gesprek_id(token)


def test_counts_add_up_per_gemeente_topic_and_day(opslag: Opslag) -> None:
    tel(opslag, "a", ("privacy", "gevraagd"))
    tel(opslag, "a", ("privacy", "gevraagd"), ("privacy", "hielp"), ("bijstand", "gevraagd"))
    tel(opslag, "b", ("privacy", "gevraagd"), ("privacy", "hielp_niet"))
    tel(opslag, "a", ("privacy", "gevraagd"), dag=DAG + timedelta(days=1))
    assert opslag.tellingen(DAG, DAG) == (
        Telling(DAG, "a", "bijstand", 1, 0, 0),
        Telling(DAG, "a", "privacy", 2, 1, 0),
        Telling(DAG, "b", "privacy", 1, 0, 1),
    )


def test_a_turn_that_is_undone_counts_nothing(opslag: Opslag) -> None:
    token, _ = opslag.nieuw(Staat("a"), {}, False)

    def breekt_af() -> None:
        with opslag.transactie(gesprek_id(token)) as transactie:
            transactie.tel(DAG, [("privacy", "gevraagd")])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        breekt_af()
    assert opslag.tellingen(DAG, DAG) == ()


def test_a_count_outlives_its_talk_and_holds_nothing_of_it(opslag: Opslag) -> None:
    """Erasing a talk leaves the count: there is no column that could lead back to it."""
    opslag.wis(tel(opslag, "a", ("privacy", "gevraagd")))
    assert [t.gevraagd for t in opslag.tellingen(DAG, DAG)] == [1]
    assert {kolom.name for kolom in onderwerp_dag.columns} == {
        "dag", "gemeente", "onderwerp", "gevraagd", "hielp", "hielp_niet",
    }  # fmt: skip


def test_old_counts_are_erased(opslag: Opslag, nu: list[datetime]) -> None:
    tel(opslag, "a", ("privacy", "gevraagd"))
    nu[0] += BEWAREN
    opslag.wis_verlopen()
    assert opslag.tellingen(DAG, DAG)
    nu[0] += timedelta(days=1)
    opslag.wis_verlopen()
    assert not opslag.tellingen(DAG, DAG)


def test_a_talk_counts_what_was_asked_and_what_was_said_of_the_answer_once(
    bronnen: Bronnen, praat: Praat
) -> None:
    vraag = {"intenties": (("faq_privacy", 0.9),)}
    praat.zeg("wat doen jullie met mijn gegevens", **vraag)
    praat.klik("hielp")
    praat.klik("hielp")
    praat.zeg("en bewaren jullie dat ook", **vraag)
    praat.klik("hielp_niet")
    assert "medewerker" in {k.id for b in praat.laatste.berichten for k in b.keuzes or ()}
    (telling,) = bronnen.opslag.tellingen(DAG, DAG)
    assert telling == Telling(DAG, "kaalstad", "privacy", 2, 1, 1)


def test_danger_is_never_counted(bronnen: Bronnen, praat: Praat) -> None:
    praat.zeg("ik wil niet meer leven")
    assert praat.laatste.berichten[0].faq == "crisis"
    praat.klik("faq:crisis")
    assert bronnen.opslag.tellingen(DAG, DAG) == ()


def test_an_answer_on_a_scheme_of_gemeenten_says_how_it_is_in_this_one(bronnen: Bronnen) -> None:
    for slug, deel in (
        ("kaalstad", "ik weet niet hoe het daar gaat"),
        ("voorbeeldstad", "In Voorbeeldstad:"),
    ):
        praat = Praat(bronnen, slug)
        praat.klik("faq:individuele-inkomenstoeslag")
        assert deel in praat.laatste.berichten[0].tekst
