"""Last year's claim: the facts of today a year earlier, and what can still be claimed with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.regels.catalogus import REGELINGEN
from actions.regels.inlezen import lees_feiten
from actions.regels.opgave import Opgave
from actions.regels.vorig_jaar import VorigJaar, terug_te_vragen, uitkomsten, vorig_jaar
from tests.regels.hulp import GEZIN, parameters

VANDAAG = date(2026, 11, 20)


def opgave(feiten: Mapping[str, Any], vandaag: date = VANDAAG, **rest: Any) -> Opgave:
    return Opgave(feiten, vandaag, tuple(REGELINGEN), **rest)


def toen(feiten: Mapping[str, Any], vandaag: date = VANDAAG, **rest: Any) -> VorigJaar:
    return vorig_jaar(opgave(feiten, vandaag), **rest)


# --- which schemes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vandaag", "verwacht"),
    [
        (date(2026, 1, 1), ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")),
        (date(2026, 12, 31), ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")),
        # 2024 closed on 1 September 2025
        (date(2025, 9, 1), ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")),
        (date(2025, 9, 2), ()),
    ],
)
def test_only_what_pays_a_whole_year_back_and_is_still_open(vandaag: date, verwacht: tuple[str, ...]) -> None:
    assert terug_te_vragen(vandaag) == verwacht


def test_only_schemes_in_scope() -> None:
    sommetje = vorig_jaar(Opgave(GEZIN, VANDAAG, ("kinderopvangtoeslag", "zorgtoeslag")))
    assert sommetje.opgave.regelingen == ("zorgtoeslag",)


# --- the facts -----------------------------------------------------------------------------------------------------


def test_the_same_circumstances_a_year_younger() -> None:
    feiten = toen({**GEZIN, "krijgt_al": ["zorgtoeslag"], "was_vorig_jaar_zelfde": True}).opgave
    assert feiten.peildatum == date(2025, 12, 31)
    assert feiten.feiten == {**GEZIN, "leeftijd": 33, "kinderen": [2, 7], "servicekosten": "0"}
    assert feiten.geschat["servicekosten"]["uit"] == "servicekosten"


def test_service_costs_that_are_known_stay() -> None:
    sommetje = toen({**GEZIN, "servicekosten": "30"})
    assert sommetje.opgave.feiten["servicekosten"] == "30"
    assert "servicekosten" not in sommetje.opgave.geschat


def test_a_birth_month_tells_the_age_exactly() -> None:
    feiten: Mapping[str, Any] = toen(
        {
            **GEZIN,
            "geboortemaand": "1992-12",  # 33 on 20 November 2026, 33 on 31 December 2025
            "leeftijd": 33,
            "kinderen": [8, 3],
            "kinderen_geboortemaand": ["2018-11", None],
            "medebewoners": [
                {"leeftijd": 60, "geboortemaand": "1966-02", "inkomen_jaar": "0", "relatie": "ouder"}
            ],
        }
    ).opgave.feiten
    assert feiten["leeftijd"] == 33
    assert feiten["kinderen"] == [7, 2]
    assert feiten["medebewoners"][0]["leeftijd"] == 59


def test_a_child_that_was_not_born_yet_is_left_out_and_childcare_keeps_its_child() -> None:
    opvang = [
        {"kind": 0, "soort": "dagopvang", "uren_maand": 100, "uurprijs": "10"},
        {"kind": 1, "soort": "bso", "uren_maand": 40, "uurprijs": "8"},
        {"kind": 2, "soort": "dagopvang", "uren_maand": 80, "uurprijs": "9"},
    ]
    feiten = {
        **GEZIN,
        "kinderen": [0, 8, 0],
        "kinderen_geboortemaand": ["2026-03", None, "2025-12"],
        "opvang": opvang,
    }
    sommetje = toen(feiten)
    assert sommetje.opgave.feiten["kinderen"] == [7, 0]
    assert sommetje.opgave.feiten["kinderen_geboortemaand"] == [None, "2025-12"]
    assert sommetje.opgave.feiten["opvang"] == [{**opvang[1], "kind": 0}, {**opvang[2], "kind": 1}]
    assert sommetje.let_op == ("vorig_jaar_kind_niet_geboren",)
    assert feiten["opvang"] == opvang, "the facts of today stay as they are"


def test_a_child_of_the_house_that_turned_18_is_told() -> None:
    zoon = {"leeftijd": 18, "inkomen_jaar": "4000", "relatie": "kind"}
    sommetje = toen({**GEZIN, "medebewoners": [zoon]})
    assert sommetje.opgave.feiten["medebewoners"] == [{**zoon, "leeftijd": 17}]
    assert sommetje.let_op == ("vorig_jaar_kind_werd_18",)
    assert not toen({**GEZIN, "medebewoners": [{**zoon, "leeftijd": 20}]}).let_op


def test_a_partner_of_this_year_was_not_there() -> None:
    feiten = {**GEZIN, "partner": True, "leeftijd_partner": 40, "inkomen_partner_jaar": "9000"}
    later = toen({**feiten, "partner_sinds": "2026-02"})
    assert later.opgave.feiten["partner"] is False
    assert later.let_op == ("vorig_jaar_zonder_partner",)
    eerder = toen({**feiten, "partner_sinds": "2025-12"})
    assert eerder.opgave.feiten["partner"] is True
    assert not eerder.let_op


def test_a_partner_is_never_younger_than_the_law_knows() -> None:
    feiten = toen({**GEZIN, "partner": True, "leeftijd_partner": 18}).opgave
    assert feiten.feiten["leeftijd_partner"] == 18
    lees_feiten(feiten.feiten, feiten.peildatum)


def test_what_was_otherwise_takes_the_place_of_today() -> None:
    feiten = {naam: w for naam, w in GEZIN.items() if naam != "inkomen_jaar"} | {
        "netto_inkomen_maand": "1900"
    }
    sommetje = vorig_jaar(
        opgave(feiten, geschat={"netto_inkomen_maand": {"uit": "week"}}), anders={"inkomen_jaar": "21000"}
    ).opgave
    assert sommetje.feiten["inkomen_jaar"] == "21000"
    assert "netto_inkomen_maand" not in sommetje.feiten
    assert "netto_inkomen_maand" not in sommetje.geschat


# --- the outcomes --------------------------------------------------------------------------------------------------


def test_outcomes_are_those_of_last_year_paid_once_and_called_an_estimate() -> None:
    gevonden = uitkomsten(toen(GEZIN), parameters())
    zelf = Opgave(
        {**GEZIN, "leeftijd": 33, "kinderen": [2, 7], "servicekosten": "0"},
        date(2025, 12, 31),
        tuple(REGELINGEN),
    ).reken(parameters())
    assert {u.regeling: u.bedrag_per_jaar for u in gevonden} == {
        r: zelf.uitkomst(r).bedrag_per_jaar for r in ("kindgebonden-budget", "huurtoeslag", "zorgtoeslag")
    }
    for u in gevonden:
        assert (u.jaar, u.schatting, u.ritme, u.bedrag_per_maand) == (2025, True, "eenmalig", None)
        assert u.bedrag_per_keer == u.bedrag_per_jaar
        assert u.uiterlijk == date(2026, 12, 31)
        assert u.let_op[0].code == "vorig_jaar_schatting"
    assert [u.bedrag_per_jaar for u in gevonden] == sorted(
        (u.bedrag_per_jaar or Decimal(0) for u in gevonden), reverse=True
    )


def test_what_comes_in_already_is_no_claim() -> None:
    gevonden = uitkomsten(toen(GEZIN), parameters(), zonder={"zorgtoeslag"})
    assert {u.regeling for u in gevonden} == {"kindgebonden-budget", "huurtoeslag"}


def test_service_costs_may_end_the_right_near_the_maximum_rent() -> None:
    ruim = {u.regeling: u for u in uitkomsten(toen({**GEZIN, "kale_huur": "700"}), parameters())}
    krap = {u.regeling: u for u in uitkomsten(toen({**GEZIN, "kale_huur": "890"}), parameters())}
    assert "marge_kan_omslaan" not in {r.code for r in ruim["huurtoeslag"].let_op}
    assert "marge_kan_omslaan" in {r.code for r in krap["huurtoeslag"].let_op}


def test_what_avoids_paying_back_is_not_said_of_a_year_that_is_over() -> None:
    sommetje = vorig_jaar(opgave(GEZIN, geschat={"inkomen_jaar": {"uit": "maand"}}))
    codes = {r.code for u in uitkomsten(sommetje, parameters()) for r in u.let_op}
    assert "inkomen_omgerekend" in codes
    assert not any(code.startswith("terugbetalen") for code in codes)


# --- whatever the household ----------------------------------------------------------------------------------------

_MAAND = st.dates(date(2008, 12, 1), date(2026, 11, 1))


@st.composite
def gezinnen(draw: st.DrawFn) -> tuple[dict[str, Any], date]:
    vandaag = draw(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
    geboren = [m for m in draw(st.lists(_MAAND, max_size=4)) if m <= vandaag]
    leeftijden = [(vandaag - m).days // 366 for m in geboren]
    kinderen = [(oud, m) for oud, m in zip(leeftijden, geboren, strict=True) if oud <= 17]
    bekend = draw(st.lists(st.booleans(), min_size=len(kinderen), max_size=len(kinderen)))
    return {
        "leeftijd": draw(st.integers(0, 120)),
        "partner": draw(st.booleans()),
        "leeftijd_partner": draw(st.integers(18, 120)),
        "kinderen": [oud for oud, _ in kinderen],
        "kinderen_geboortemaand": [
            f"{m:%Y-%m}" if weet else None for (_, m), weet in zip(kinderen, bekend, strict=True)
        ],
        "medebewoners": draw(
            st.lists(
                st.fixed_dictionaries(
                    {
                        "leeftijd": st.integers(0, 99),
                        "inkomen_jaar": st.just("1000"),
                        "relatie": st.sampled_from(["kind", "ander"]),
                    }
                ),
                max_size=3,
            )
        ),
        "opvang": [
            {"kind": k, "soort": "dagopvang", "uren_maand": 10 + k, "uurprijs": "9"}
            for k in range(len(kinderen))
        ],
        "inkomen_jaar": "22000",
        "inkomen_partner_jaar": "5000",
        "woonsituatie": "huur_zelfstandig",
        "kale_huur": "600",
        "vermogen": "0",
    }, vandaag


@given(gezinnen())
@settings(max_examples=150, deadline=None)
def test_last_years_facts_can_always_be_read(
    gezin: tuple[dict[str, Any], date],
) -> None:
    feiten, vandaag = gezin
    sommetje = toen(feiten, vandaag)
    nieuw: Mapping[str, Any] = sommetje.opgave.feiten
    lees_feiten(nieuw, sommetje.opgave.peildatum)  # raises for what cannot be, ages below zero among it
    assert len(nieuw["kinderen"]) == len(nieuw["kinderen_geboortemaand"]) == len(nieuw["opvang"])
    assert [deel["kind"] for deel in nieuw["opvang"]] == list(range(len(nieuw["kinderen"])))
    assert all(0 <= leeftijd <= 17 for leeftijd in nieuw["kinderen"])
    for u in uitkomsten(sommetje, parameters()):
        assert u.fout is None
        assert u.bedrag_per_jaar
        assert u.bedrag_per_maand is None


def test_nothing_in_scope_nothing_to_claim() -> None:
    assert uitkomsten(vorig_jaar(Opgave(GEZIN, VANDAAG, ("bijstand",))), parameters()) == ()


def test_what_is_not_known_stays_not_known() -> None:
    sommetje = toen({"leeftijd": "weet_niet", "kinderen": "weet_niet", "kinderen_geboortemaand": "weet_niet"})
    assert sommetje.opgave.feiten == {
        "leeftijd": "weet_niet",
        "kinderen": "weet_niet",
        "kinderen_geboortemaand": "weet_niet",
        "servicekosten": "0",
    }
    assert uitkomsten(sommetje, parameters()) == ()


def test_an_estimate_moves_along_with_who_lives_along() -> None:
    anderen = [
        {"leeftijd": 0, "inkomen_jaar": "0", "relatie": "ander"},
        {"leeftijd": 50, "inkomen_jaar": "9000", "relatie": "familie"},
    ]
    sommetje = vorig_jaar(
        opgave(
            {**GEZIN, "medebewoners": anderen},
            geschat={
                "medebewoners.0.inkomen_jaar": {"uit": "maand"},
                "medebewoners.1.inkomen_jaar": {"uit": "week"},
            },
        )
    ).opgave
    assert sommetje.feiten["medebewoners"] == [{**anderen[1], "leeftijd": 49}]
    assert sommetje.geschat["medebewoners.0.inkomen_jaar"] == {"uit": "week"}
    assert "medebewoners.1.inkomen_jaar" not in sommetje.geschat
