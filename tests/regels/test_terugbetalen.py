"""One warning where an outcome may lead to paying back, that fits how the scheme is settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions.regels.catalogus import REGELINGEN
from actions.regels.opgave import Opgave
from actions.regels.regeling import Reden, Regeling
from actions.regels.terugbetalen import CODES
from tests.regels.hulp import GEZIN, parameters

VANDAAG = date(2026, 6, 20)
MET_OPVANG: dict[str, Any] = {**GEZIN, "opvang": []}
GESCHAT = {"inkomen_jaar": {"uit": "maand"}}


def gewaarschuwd(
    feiten: Mapping[str, Any],
    regeling: str,
    vandaag: date = VANDAAG,
    catalogus: Mapping[str, Regeling] = REGELINGEN,
    **rest: Any,
) -> list[Reden]:
    uitslag = Opgave(feiten, vandaag, (regeling,), **rest).reken(parameters(), catalogus)
    assert uitslag.uitkomst(regeling).fout is None
    return [r for r in uitslag.uitkomst(regeling).let_op if r.code in CODES]


@pytest.mark.parametrize("regeling", ["zorgtoeslag", "huurtoeslag", "kindgebonden-budget"])
def test_a_year_that_was_said_gets_no_warning_a_converted_one_does(regeling: str) -> None:
    assert gewaarschuwd(MET_OPVANG, regeling) == []
    assert [r.code for r in gewaarschuwd(MET_OPVANG, regeling, geschat=GESCHAT)] == ["terugbetalen_schatting"]


def test_bijstand_is_settled_by_what_is_told_exactly() -> None:
    feiten = {**MET_OPVANG, "kinderen": [], "inkomen_jaar": "6000"}
    assert [r.code for r in gewaarschuwd(feiten, "bijstand", geschat=GESCHAT)] == ["terugbetalen_precies"]


def test_the_norm_is_no_estimate_that_can_turn_out_otherwise() -> None:
    feiten = {naam: w for naam, w in MET_OPVANG.items() if naam != "inkomen_jaar"} | {
        "inkomen_soort": "bijstand"
    }
    assert gewaarschuwd(feiten, "zorgtoeslag") == []


def test_near_the_end_of_the_right_no_higher_income_is_advised() -> None:
    """Net 2,480 a month is gross about what zorgtoeslag ends at."""
    feiten = {naam: w for naam, w in MET_OPVANG.items() if naam != "inkomen_jaar"} | {"kinderen": []}
    for netto in range(2300, 3000, 10):
        uitslag = Opgave({**feiten, "netto_inkomen_maand": str(netto)}, VANDAAG, ("zorgtoeslag",)).reken(
            parameters()
        )
        u = uitslag.uitkomst("zorgtoeslag")
        codes = {r.code for r in u.let_op}
        if u.recht == "waarschijnlijk_wel" and "marge_kan_omslaan" in codes:
            assert codes & CODES == {"terugbetalen_grens"}
            break
    else:
        pytest.fail("no income near the limit was found")


def test_no_right_no_warning() -> None:
    assert gewaarschuwd({**MET_OPVANG, "inkomen_jaar": "90000"}, "zorgtoeslag", geschat=GESCHAT) == []


def test_a_scheme_with_a_limit_of_its_own_says_nothing() -> None:
    lokaal = {**REGELINGEN, "zorgtoeslag": replace(REGELINGEN["zorgtoeslag"], terugbetalen=None)}
    assert gewaarschuwd(MET_OPVANG, "zorgtoeslag", catalogus=lokaal, geschat=GESCHAT) == []


def test_a_child_that_turns_18_this_year_ends_its_part() -> None:
    feiten = {**MET_OPVANG, "kinderen": [17, 8], "kinderen_geboortemaand": ["2008-08", None]}
    (reden,) = gewaarschuwd(feiten, "kindgebonden-budget")
    assert (reden.code, reden.waarden["vanaf"]) == ("terugbetalen_verandering", "2026-09")
    september = Opgave(
        {**feiten, "kinderen": [8], "kinderen_geboortemaand": [None]},
        date(2026, 9, 1),
        ("kindgebonden-budget",),
    )
    assert (
        reden.waarden["som"] == september.reken(parameters()).uitkomst("kindgebonden-budget").bedrag_per_maand
    )


def test_the_last_child_that_turns_18_ends_it_all() -> None:
    feiten = {**MET_OPVANG, "kinderen": [17], "kinderen_geboortemaand": ["2008-08"]}
    (reden,) = gewaarschuwd(feiten, "kindgebonden-budget")
    assert reden.waarden["som"] == Decimal(0)


@pytest.mark.parametrize(
    ("geboren", "vandaag", "gezegd"),
    [
        ("2008-08", date(2026, 9, 1), False),  # behind us: the amount is right already
        ("2008-08", date(2026, 8, 31), True),
        ("2009-02", date(2026, 12, 5), True),  # next year, but soon
        ("2009-02", date(2026, 11, 5), False),
    ],
)
def test_only_what_is_ahead_this_year_or_soon(geboren: str, vandaag: date, gezegd: bool) -> None:
    oud = 17 if vandaag < date(2026, 9, 1) or geboren > "2009" else 18
    if oud == 18:
        feiten = {**MET_OPVANG, "kinderen": [8], "kinderen_geboortemaand": [None]}
    else:
        feiten = {**MET_OPVANG, "kinderen": [oud, 8], "kinderen_geboortemaand": [geboren, None]}
    assert bool(gewaarschuwd(feiten, "kindgebonden-budget", vandaag)) is gezegd


def test_a_rise_is_no_risk() -> None:
    feiten = {**MET_OPVANG, "kinderen": [11], "kinderen_geboortemaand": ["2014-08"]}
    assert gewaarschuwd(feiten, "kindgebonden-budget") == []


@pytest.mark.parametrize("maand", range(1, 13))
@pytest.mark.parametrize("regeling", [id_ for id_, r in REGELINGEN.items() if r.terugbetalen])
def test_a_coming_birthday_never_breaks_an_outcome(regeling: str, maand: int) -> None:
    """Also when the change falls in a year without amounts."""
    for vandaag in (date(2026, 1, 10), date(2026, 12, 10)):
        for leeftijd, geboren in ((20, 2005), (17, 2008), (66, 1959)):
            feiten = {
                **MET_OPVANG,
                "leeftijd": leeftijd,
                "geboortemaand": f"{geboren}-{maand:02d}",
                "kinderen": [],
            }
            echt = vandaag.year - geboren - (maand > vandaag.month)
            feiten["leeftijd"] = echt
            for inkomen in ("0", "12000"):
                assert len(gewaarschuwd({**feiten, "inkomen_jaar": inkomen}, regeling, vandaag)) <= 1


def test_childcare_ends_at_no_age_of_its_own() -> None:
    opvang = [{"kind": 0, "soort": "dagopvang", "uren_maand": 80, "uurprijs": "10"}]
    feiten = {**MET_OPVANG, "opvang": opvang, "werkt": True}
    assert gewaarschuwd(feiten, "kinderopvangtoeslag") == []
    assert [r.code for r in gewaarschuwd(feiten, "kinderopvangtoeslag", geschat=GESCHAT)] == [
        "terugbetalen_schatting"
    ]
