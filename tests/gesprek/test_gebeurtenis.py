"""A change in a life, worked out in the talk: how it is now, how it will be, and what that does."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from actions.gesprek.bronnen import Bronnen
from tests.gesprek.praat import Praat
from tests.gesprek.staten import HUISHOUDEN, tot

ALLEEN: Mapping[str, Any] = {
    **HUISHOUDEN,
    "kinderen": [],
    "vermogen_nu": "1000",
    "gezamenlijke_huishouding": False,
}
KNOP = "Er verandert iets in mijn leven"


@pytest.fixture
def praat(bronnen: Bronnen) -> Praat:
    return Praat(bronnen, "voorbeeldstad")


def _begin(praat: Praat, wat: str) -> None:
    praat.klik_op(KNOP)
    praat.klik_op(wat)


def _check(praat: Praat, huishouden: Mapping[str, Any] = ALLEEN) -> None:
    praat.tot_het_einde(huishouden)


def _antwoord_tot_het_einde(praat: Praat, straks: Mapping[str, Any]) -> int:
    aantal = 0
    while praat.vraag is not None:
        vraag = praat.vraag.vraag or ""
        if vraag == "verandering.datum":
            praat.klik_op("1 december 2026")
        elif vraag.startswith("verandering."):
            antwoord = straks[vraag]
            praat.klik_op(antwoord) if antwoord in ("Ja", "Nee") else praat.zeg(antwoord)
        else:
            praat.antwoord(straks)
        aantal += 1
        assert aantal < 40, "the talk does not end"
    return aantal


SAMEN = {
    **ALLEEN,
    "partner": True,
    "leeftijd_partner": 36,
    "inkomen_soort_partner": "loon",
    "inkomen_partner_jaar": "26000",
    "verandering.kies": "Nee",
}


def _van_nu(praat: Praat) -> Any:
    nu = praat.overzicht
    return nu.feiten, nu.uitkomsten, nu.tussenstand


def _vergelijking(praat: Praat) -> Any:
    return next(b.vergelijking for b in praat.laatste.berichten if b.vergelijking is not None)


def test_after_the_check_only_what_the_change_touches_is_asked(praat: Praat) -> None:
    _check(praat)
    voor = praat.uitkomsten()
    _begin(praat, "Samenwonen of trouwen")
    assert praat.open == ("verandering.datum", None)
    gevraagd = _antwoord_tot_het_einde(praat, SAMEN)
    assert gevraagd <= 10
    gevonden = {v.regeling: v for v in _vergelijking(praat).verschillen}
    assert gevonden["zorgtoeslag"].voor == voor["zorgtoeslag"].bedrag_per_maand
    assert gevonden["zorgtoeslag"].na < gevonden["zorgtoeslag"].voor
    assert gevonden["zorgtoeslag"].vanaf == "2026-12-01"


def test_the_answers_of_now_stay_as_they_were(praat: Praat) -> None:
    _check(praat)
    eerst = _van_nu(praat)
    _begin(praat, "Samenwonen of trouwen")
    praat.klik_op("1 december 2026")
    praat.zeg("ja")
    assert _van_nu(praat) == eerst
    _antwoord_tot_het_einde(praat, SAMEN)
    assert _van_nu(praat) == eerst


def test_the_new_situation_can_be_gone_on_with(praat: Praat) -> None:
    _check(praat)
    _begin(praat, "Samenwonen of trouwen")
    _antwoord_tot_het_einde(praat, SAMEN)
    na = {v.regeling: v.na for v in _vergelijking(praat).verschillen}
    praat.klik_op("Reken verder met de nieuwe situatie")
    assert {f.feit: f.waarde for f in praat.overzicht.feiten}["partner"] is True
    assert praat.uitkomsten()["zorgtoeslag"].bedrag_per_maand == na["zorgtoeslag"]


def test_at_the_start_how_it_is_now_is_asked_first(praat: Praat) -> None:
    _begin(praat, "Samenwonen of trouwen")
    praat.klik_op("1 december 2026")
    assert praat.open == ("leeftijd", None)
    while not praat.tekst.startswith("Nu weet ik"):
        praat.antwoord(ALLEEN)
    _antwoord_tot_het_einde(praat, SAMEN)
    assert _vergelijking(praat).verschillen


def test_in_the_middle_nothing_that_was_answered_is_asked_again(praat: Praat) -> None:
    tot(praat, "woonsituatie", ALLEEN)
    praat.zeg("wat als ik ga samenwonen per 1 december")
    assert "1 december 2026" in praat.tekst
    assert praat.open == ("woonsituatie", None)
    while not praat.tekst.startswith("Nu weet ik"):
        praat.antwoord(ALLEEN)
    _antwoord_tot_het_einde(praat, SAMEN)
    assert _vergelijking(praat).verschillen


@pytest.mark.parametrize("staat", ["begin", "midden", "na"])
@pytest.mark.parametrize(
    ("zin", "id_", "dag"),
    [
        ("ik ga per 1 januari samenwonen", "samenwonen", "2027-01-01"),
        ("me contract stopt eind van de maand", "baan-kwijt", "2026-11-30"),
        ("we krijgen in maart een baby", "kind-geboren", "2027-03-01"),
        ("ik krijg opslag", "meer-verdienen", None),
    ],
)
def test_it_is_heard_in_words_wherever_the_talk_is(
    praat: Praat, staat: str, zin: str, id_: str, dag: str | None
) -> None:
    if staat == "midden":
        tot(praat, "woonsituatie", ALLEEN)
    elif staat == "na":
        _check(praat)
    praat.zeg(zin)
    assert praat.laatste.berichten[0].faq == praat.bronnen.inhoud.gebeurtenis(id_).faq, praat.tekst
    assert (praat.open == ("verandering.datum", None)) == (dag is None)


@pytest.mark.parametrize(
    "zin",
    [
        "moet ik doorgeven dat ik ga samenwonen",
        "ik woon samen",
        "wat is een toeslagpartner",
        "ik ben werkloos",
    ],
)
def test_a_question_or_a_plain_answer_is_no_change(praat: Praat, zin: str) -> None:
    tot(praat, "woonsituatie", ALLEEN)
    praat.zeg(zin)
    assert "gebeurtenis" not in _extra(praat)


def _extra(praat: Praat) -> Mapping[str, Any]:
    gesprek = praat.bronnen.opslag.lees(praat.id)
    assert gesprek is not None
    return gesprek.staat.extra


@pytest.mark.parametrize("getypt", ["1 dec", "volgende maand", "per 1-12", "weet ik nog niet"])
def test_the_day_can_be_typed(praat: Praat, getypt: str) -> None:
    _check(praat)
    _begin(praat, "Samenwonen of trouwen")
    praat.zeg(getypt)
    assert _extra(praat)["gebeurtenis"]["datum"] == "2026-12-01"
    assert praat.open == ("partner", None)


def test_of_two_days_is_asked_which(praat: Praat) -> None:
    praat.zeg("ik ben ontslagen")
    praat.zeg("maart of april")
    assert praat.open == ("verandering.datum", None)


def test_what_has_happened_is_how_it_is_from_then_on(praat: Praat) -> None:
    _check(praat)
    praat.zeg("we wonen sinds 1 november samen")
    _antwoord_tot_het_einde(praat, SAMEN)
    assert _vergelijking(praat).verschillen
    assert {f.feit: f.waarde for f in praat.overzicht.feiten}["partner"] is True


def test_back_goes_question_by_question_and_out_of_the_change(praat: Praat) -> None:
    _check(praat)
    eerst = _van_nu(praat)
    _begin(praat, "Samenwonen of trouwen")
    praat.klik_op("1 december 2026")
    praat.zeg("ja")
    tweede = praat.open
    praat.zeg("nee" if tweede == ("verandering.kies", None) else "36")
    praat.zeg("terug")
    assert praat.open == tweede
    praat.zeg("terug")
    assert praat.open == ("partner", None)
    praat.zeg("terug")
    assert _van_nu(praat) == eerst


def test_stopping_leaves_the_answers_of_now(praat: Praat) -> None:
    _check(praat)
    eerst = _van_nu(praat)
    _begin(praat, "Samenwonen of trouwen")
    praat.klik_op("1 december 2026")
    praat.zeg("ja")
    praat.zeg("stop")
    praat.klik_op("Ja, stop")
    assert _van_nu(praat) == eerst


def test_a_rise_in_the_year_counts_for_all_of_it(praat: Praat) -> None:
    _check(praat)
    _begin(praat, "Meer verdienen")
    praat.zeg("1 december")
    praat.zeg("3000")
    assert "vakantiegeld" in praat.tekst
    praat.klik_op("Nee, dat zit er al in")
    # 30.000 for eleven months and 36.000 for one.
    assert "30.500 euro" in praat.tekst
    _antwoord_tot_het_einde(praat, ALLEEN)
    v = _vergelijking(praat)
    zorg = next(een for een in v.verschillen if een.regeling == "zorgtoeslag")
    assert zorg.werkt == "heel_jaar"
    assert zorg.vanaf == "2026-01-01"
    assert v.vol_jaar.verschil < 0
    assert v.dit_jaar.verschil < 0
    assert abs(v.dit_jaar.verschil) < abs(v.vol_jaar.verschil)
    assert isinstance(zorg.al_te_veel_ontvangen, Decimal)


def test_an_old_mistake_is_mended_for_now_as_well(praat: Praat) -> None:
    _check(praat)
    _begin(praat, "Samenwonen of trouwen")
    praat.klik_op("1 december 2026")
    praat.zeg("ja")
    praat.klik("wijzig:kale_huur")
    praat.zeg("600")
    _antwoord_tot_het_einde(praat, {**SAMEN, "kale_huur": "600"})
    assert {f.feit: f.waarde for f in praat.overzicht.feiten}["kale_huur"] == "600.00"


def test_another_day_asks_nothing_else_again(praat: Praat) -> None:
    _check(praat)
    _begin(praat, "Meer verdienen")
    praat.zeg("1 december")
    praat.zeg("3000")
    praat.klik_op("Nee, dat zit er al in")
    _antwoord_tot_het_einde(praat, ALLEEN)
    december = _vergelijking(praat)
    praat.klik_op("Reken met een andere dag")
    praat.zeg("1 januari 2027")
    januari = _vergelijking(praat)
    assert december.dit_jaar.verschil < 0
    assert januari.dit_jaar.verschil == 0
    assert januari.vol_jaar.verschil == december.vol_jaar.verschil
    assert [m.bij for m in januari.melden] == ["Dienst Toeslagen"]


def test_what_is_known_is_not_announced_to_be_asked(praat: Praat) -> None:
    praat.tot_het_einde(ALLEEN, verder=True)
    _begin(praat, "Samenwonen of trouwen")
    praat.klik_op("1 december 2026")
    assert "Ik vraag eerst" not in praat.tekst
    assert "Nu weet ik" not in praat.tekst


def test_the_overview_shows_a_comparison_until_an_answer_changes(praat: Praat) -> None:
    _check(praat)
    _begin(praat, "Samenwonen of trouwen")
    _antwoord_tot_het_einde(praat, SAMEN)
    assert praat.overzicht.vergelijking is not None
    praat.klik("wijzig:kale_huur")
    praat.zeg("600")
    assert praat.overzicht.vergelijking is None
