"""Income as people know it: per month or week, net, in parts, of more than one source. Sums of the tests are made by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from actions.gesprek.antwoord import geef, schattingen_na
from actions.gesprek.begrip import Begrip
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.staat import Staat
from actions.gesprek.tekst import verwerk
from actions.gesprek.vragen import stel_vraag
from actions.gesprek.werk import Werk
from tests.gesprek.praat import Praat

HEEL_JAAR = "Was dat heel 2026 zo? En komt er nog vakantiegeld bij?"


@pytest.fixture
def inkomen(bronnen: Bronnen) -> Praat:
    """A talk in which the own income of a single person is asked."""
    return tot_inkomen(bronnen, "34", "nee")


def tot_inkomen(bronnen: Bronnen, *antwoorden: str) -> Praat:
    praat = Praat(bronnen)
    praat.klik("start:zorgtoeslag")
    for tekst in antwoorden:
        praat.zeg(tekst)
    return praat


def feiten(praat: Praat) -> dict[str, Any]:
    return dict(praat.bronnen.opslag.lees(praat.id).staat.feiten)  # type: ignore[union-attr]


def geschat(praat: Praat) -> dict[str, Any]:
    return dict(praat.bronnen.opslag.lees(praat.id).staat.geschat)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("gezegd", "antwoord", "jaar", "uit"),
    [
        ("1850 p/m", "ja", "23976.00", "maand"),  # 12 x 1,850 = 22,200, and 8% of it
        ("1850 p/m", "ja, zit er al in", "22200.00", "maand"),
        ("1850 per maand", "geen vakantiegeld", "22200.00", "maand"),
        ("per 4 wk 1700 bruto", "ja inclusief", "22100.00", "vier_weken"),  # 13 x
        ("450 per week", "ja exclusief", "25272.00", "week"),  # 52 x 450 = 23,400
        ("ongeveer 2 duizend per mnd", "ja", "25920.00", "maand"),
        ("1850 per maand exclusief vakantiegeld", "ja", "23976.00", "maand"),
        ("1850 per maand inclusief vakantiegeld", "ja", "22200.00", "maand"),
    ],
)
def test_the_same_all_year_takes_one_bubble(
    inkomen: Praat, gezegd: str, antwoord: str, jaar: str, uit: str
) -> None:
    inkomen.zeg(gezegd)
    assert inkomen.open == ("inkomen_jaar", None)
    assert "heel 2026" in inkomen.tekst
    inkomen.zeg(antwoord)
    assert inkomen.open == ("vermogen", None)
    assert feiten(inkomen)["inkomen_jaar"] == jaar
    assert geschat(inkomen) == {"inkomen_jaar": {"uit": uit}}


def test_a_year_without_its_holiday_pay_gets_it_and_says_so(inkomen: Praat) -> None:
    inkomen.zeg("24000 per jaar exclusief vakantiegeld")
    assert "Ik reken met 25.920 euro bruto over het hele jaar." in inkomen.tekst
    assert geschat(inkomen) == {"inkomen_jaar": {"uit": "vakantiegeld"}}


@pytest.mark.parametrize(
    "rest",
    [
        ("nee, mijn inkomen veranderde", "18000", "3600"),
        ("nee niet het hele jaar", "18 duizend bruto", "nog 2 maanden 1800"),
        ("het wisselt", "10 keer 1800", "1800 per maand", "2"),
        ("nee", "was niet altijd hetzelfde", "tot nu 18000 en nog 2 maanden 1800"),
        ("nee ik ben op 1 mei begonnen", "18.000", "3600"),
    ],
)
def test_not_the_same_all_year_is_so_far_and_still_to_come(inkomen: Praat, rest: tuple[str, ...]) -> None:
    inkomen.zeg("1850 per maand")
    for tekst in rest:
        assert inkomen.open == ("inkomen_jaar", None)
        inkomen.zeg(tekst)
    assert (
        "18.000 euro tot nu toe, en nog 3.600 euro. Ik reken met 21.600 euro bruto over het hele jaar"
        in inkomen.tekst
    )
    assert inkomen.open == ("vermogen", None)
    assert feiten(inkomen)["inkomen_jaar"] == "21600.00"
    assert geschat(inkomen) == {"inkomen_jaar": {"uit": "delen"}}


@pytest.mark.parametrize(
    "gezegd",
    ["tot nu 18000 en nog 2 maanden 1800", "18.000 tot nu toe, en ik verwacht nog 3600", "tot nu toe 18000"],
)
def test_parts_straight_away(inkomen: Praat, gezegd: str) -> None:
    inkomen.zeg(gezegd)
    if inkomen.open == ("inkomen_jaar", None):
        assert "nog tot en met december" in inkomen.tekst
        inkomen.zeg("3600")
    assert feiten(inkomen)["inkomen_jaar"] == "21600.00"


def test_by_buttons_alone(inkomen: Praat) -> None:
    inkomen.zeg("1850 per maand")
    inkomen.klik_op("Nee, het inkomen veranderde")
    inkomen.zeg("18000")
    inkomen.zeg("nog 1800 per maand")
    inkomen.klik_op("Nog 2 keer: 3.600 euro")
    assert feiten(inkomen)["inkomen_jaar"] == "21600.00"


def test_a_year_can_be_said_at_every_step_and_is_no_estimate(bronnen: Bronnen) -> None:
    stappen = ("1850 per maand", "nee niet het hele jaar", "18000")
    for tot in range(1, len(stappen) + 1):
        praat = tot_inkomen(bronnen, "34", "nee", *stappen[:tot], "24310 per jaar")
        assert praat.open == ("vermogen", None)
        assert feiten(praat)["inkomen_jaar"] == "24310.00"
        assert geschat(praat) == {}


def test_every_step_waits_whatever_comes_in_between(inkomen: Praat) -> None:
    inkomen.zeg("1850 per maand")
    for stap, vraag in (
        (None, "heel 2026"),
        ("nee niet altijd", "tot nu toe"),
        ("18000", "nog tot en met december"),
    ):
        if stap:
            inkomen.zeg(stap)
        assert vraag in inkomen.tekst
        for tekst, rest in (
            ("waarom", {}),
            ("herhaal", {}),
            ("overzicht", {}),
            ("wat is huurtoeslag eigenlijk voor iets", {"intenties": (("faq_huurtoeslag", 0.9),)}),
            ("blabla", {}),
        ):
            inkomen.zeg(tekst, **rest)
            assert inkomen.vraag is not None
            assert vraag in inkomen.vraag.tekst, tekst
        inkomen.zeg("stop")
        inkomen.zeg("nee")
        assert inkomen.vraag is not None
        assert vraag in inkomen.vraag.tekst
    inkomen.zeg("terug")
    assert inkomen.vraag is not None
    assert "tot nu toe" in inkomen.vraag.tekst
    inkomen.zeg("terug")
    assert HEEL_JAAR in inkomen.vraag.tekst
    inkomen.zeg("terug")
    assert "bruto inkomen over heel 2026" in inkomen.vraag.tekst
    inkomen.zeg("terug")
    assert inkomen.open == ("partner", None)


def test_a_button_of_an_earlier_step_corrects_a_later_one(inkomen: Praat) -> None:
    inkomen.zeg("1850 per maand")
    eerder = inkomen.knop("Ja, vakantiegeld zit er al in")
    inkomen.klik_op("Nee, het inkomen veranderde")
    inkomen.zeg("18000")
    inkomen.klik(eerder)
    assert feiten(inkomen)["inkomen_jaar"] == "22200.00"
    inkomen.klik(eerder)
    assert "eerdere vraag" in inkomen.tekst


@pytest.mark.parametrize("tussen", [(), ("nee",)])
def test_not_knowing_about_holiday_pay_gives_the_safe_estimate(
    inkomen: Praat, tussen: tuple[str, ...]
) -> None:
    """Too high an income never leads to paying back: 12 x 1,850 is 22,200, and with 8% it is 23,976."""
    for tekst in ("1850 per maand", *tussen, "weet ik niet"):
        inkomen.zeg(tekst)
    assert (
        "Dan reken ik met 23.976 euro bruto over het hele jaar, met vakantiegeld erbij. Dat is een schatting."
        in inkomen.tekst
    )
    assert inkomen.open == ("vermogen", None)
    assert feiten(inkomen)["inkomen_jaar"] == "23976.00"
    assert geschat(inkomen) == {"inkomen_jaar": {"uit": "maand", "laag": "22200.00", "hoog": "23976.00"}}
    inkomen.zeg("0")
    uit = inkomen.uitkomsten()["zorgtoeslag"]
    assert uit.schatting
    assert uit.marge is not None
    assert tekst_van(inkomen, "inkomen_jaar") == "ongeveer 23.976 euro bruto per jaar"


def test_not_knowing_whether_it_was_the_same_all_year(bronnen: Bronnen) -> None:
    praat = tot_inkomen(bronnen, "34", "nee", "1850 per maand inclusief vakantiegeld")
    praat.klik("weet_niet")
    assert "Dan reken ik met 22.200 euro bruto over het hele jaar. Dat is een schatting." in praat.tekst
    assert geschat(praat) == {"inkomen_jaar": {"uit": "maand"}}


def test_not_knowing_about_a_net_month_has_both_readings_in_its_bounds(inkomen: Praat) -> None:
    for tekst in ("2300 netto", "weet ik niet"):
        inkomen.zeg(tekst)
    maand, hoe = Decimal(feiten(inkomen)["netto_inkomen_maand"]), geschat(inkomen)["netto_inkomen_maand"]
    assert "inkomen_jaar" not in feiten(inkomen)
    assert "Dat is een schatting." in inkomen.tekst
    assert (Decimal(hoe["laag"]), Decimal(hoe["hoog"])) == (Decimal("2300.00"), maand)
    assert maand > 2_350


def test_not_knowing_about_the_income_of_a_co_resident(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.klik("start:huurtoeslag")
    antwoorden = {
        "leeftijd": "50", "partner": "nee", "kinderen": "0", "inkomen_jaar": "20000 per jaar", "kale_huur": "650",
        "woonsituatie": "huurhuis", "medebewoners": "1", "medebewoners.relatie": "mijn zoon",
        "medebewoners.leeftijd": "24",
    }  # fmt: skip
    while praat.open is not None and praat.open[0] != "medebewoners.inkomen_jaar":
        praat.zeg(antwoorden[praat.open[0]])
    praat.zeg("1000 netto per maand")
    praat.klik("weet_niet")
    hoe = geschat(praat)["medebewoners.0.inkomen_jaar"]
    jaar = Decimal(feiten(praat)["medebewoners"][0]["inkomen_jaar"])
    assert Decimal(hoe["laag"]) < 12_500 < 12_900 < jaar <= Decimal(hoe["hoog"])


def test_not_knowing_whether_this_month_is_counted_already(inkomen: Praat) -> None:
    for tekst in ("1850 per maand", "nee niet altijd", "18000", "nog 1800 per maand"):
        inkomen.zeg(tekst)
    inkomen.klik("weet_niet")
    assert "Ik reken met 21.600 euro bruto over het hele jaar. Dat is een schatting." in inkomen.tekst
    assert geschat(inkomen) == {"inkomen_jaar": {"uit": "delen", "laag": "19800.00", "hoog": "21600.00"}}


@pytest.mark.parametrize("stappen", [("nee niet altijd",), ("nee niet altijd", "18000")])
def test_not_knowing_the_amounts_of_a_changed_year_leaves_it_unknown(
    inkomen: Praat, stappen: tuple[str, ...]
) -> None:
    """The month that was said is no bound of a year that was not like it."""
    for tekst in ("1850 per maand", *stappen, "weet ik niet"):
        inkomen.zeg(tekst)
    assert feiten(inkomen)["inkomen_jaar"] == "weet_niet"
    assert inkomen.open == ("vermogen", None)


def test_a_net_month_in_place_of_an_unknown_year_is_asked_about(inkomen: Praat) -> None:
    inkomen.zeg("weet ik niet")
    assert inkomen.open == ("netto_inkomen_maand", None)
    inkomen.zeg("1850")
    assert "1.850 euro netto per maand. Was dat heel 2026 zo?" in inkomen.tekst
    assert "vakantiegeld" not in inkomen.tekst
    inkomen.zeg("nee, dat veranderde")
    inkomen.zeg("12000")
    inkomen.zeg("3700")
    assert geschat(inkomen)["inkomen_jaar"]["uit"] == "delen"


def test_a_net_month_in_place_of_an_unknown_year_that_was_the_same(inkomen: Praat) -> None:
    for tekst in ("weet ik niet", "400 per week"):
        inkomen.zeg(tekst)
    assert "400 euro netto per week. Was dat heel 2026 zo?" in inkomen.tekst
    inkomen.zeg("ja")
    assert "inkomen_jaar" not in feiten(inkomen)
    assert feiten(inkomen)["netto_inkomen_maand"] == "1733.33"
    inkomen.zeg("terug")
    assert inkomen.open == ("netto_inkomen_maand", None)


def test_who_only_needs_the_month_is_not_asked_about_the_year(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.klik("start:bijstand")
    huishouden = {
        "leeftijd": 34, "partner": False, "kinderen": [], "medebewoners": [], "inkomen_soort": "loon",
        "woonsituatie": "huur_zelfstandig", "gezamenlijke_huishouding": False,
        "vermogen_nu": 0, "vermogen": 0,
    }  # fmt: skip
    while praat.open is not None and praat.open[0] != "netto_inkomen_maand":
        praat.antwoord(huishouden)
    assert praat.open is not None
    praat.zeg("900")
    assert "heel 2026" not in praat.tekst
    while praat.open is not None:
        praat.antwoord(huishouden)
    praat.klik("start")
    assert "900 euro netto per maand. Was dat heel 2026 zo?" in praat.tekst
    praat.zeg("ja")
    assert praat.open != ("netto_inkomen_maand", None)
    praat.klik("start")
    assert "Was dat heel 2026 zo?" not in praat.tekst


def test_a_year_that_was_said_stays_when_the_month_is_asked(inkomen: Praat) -> None:
    inkomen.zeg("15000 per jaar")
    werk = Werk(inkomen.bronnen, inkomen.bronnen.opslag.lees(inkomen.id).staat, 9)  # type: ignore[union-attr]
    stel_vraag(werk, "netto_inkomen_maand")
    verwerk(werk, "1100", Begrip())
    assert werk.staat.feiten["inkomen_jaar"] == "15000.00"
    assert werk.staat.feiten["netto_inkomen_maand"] == "1100.00"
    stel_vraag(werk, "inkomen_jaar")
    verwerk(werk, "1200 netto", Begrip())
    verwerk(werk, "ja, zit erin", Begrip())
    assert "inkomen_jaar" not in werk.staat.feiten
    assert werk.staat.feiten["netto_inkomen_maand"] == "1200.00"


def test_a_sum_of_parts_is_shown_as_an_estimate_until_a_year_is_said(inkomen: Praat) -> None:
    for tekst in ("1850 per maand", "nee niet altijd", "20000", "4310,40", "0"):
        inkomen.zeg(tekst)
    assert tekst_van(inkomen, "inkomen_jaar") == "ongeveer 24.310 euro bruto per jaar"
    uit = inkomen.uitkomsten()["zorgtoeslag"]
    assert uit.schatting
    assert uit.let_op[0].tekst == "Dit is een schatting. Ik heb opgeteld wat u al had en wat nog komt."
    assert [r.code for r in uit.let_op[1:]] == ["terugbetalen_schatting"]
    inkomen.klik("wijzig:inkomen_jaar")
    inkomen.zeg("24310 per jaar")
    assert tekst_van(inkomen, "inkomen_jaar") == "24.310 euro bruto per jaar"
    assert not inkomen.uitkomsten()["zorgtoeslag"].schatting
    assert inkomen.uitkomsten()["zorgtoeslag"].let_op == []


def tekst_van(praat: Praat, feit: str) -> str:
    return next(f.tekst for f in praat.overzicht.feiten if f.feit == feit)


@pytest.mark.parametrize(
    ("gezegd", "antwoord", "maand"),
    [
        ("1850 netto", "ja zit erin", "1850.00"),
        ("ik krijg 450 netto per week", "zit er al in", "1950.00"),  # 52 x 450 / 12
        ("1800 netto per 4 weken", "zit er al in", "1950.00"),  # 13 x 1,800 / 12
        ("24000 netto per jaar", None, "2000.00"),
    ],
)
def test_net_for_any_period(inkomen: Praat, gezegd: str, antwoord: str | None, maand: str) -> None:
    inkomen.zeg(gezegd)
    if antwoord is not None:
        assert "netto" in inkomen.tekst
        inkomen.zeg(antwoord)
    assert inkomen.open == ("vermogen", None)
    assert feiten(inkomen)["netto_inkomen_maand"] == maand
    assert "Ik reken met ongeveer" in inkomen.tekst
    inkomen.zeg("0")
    assert "netto" in inkomen.uitkomsten()["zorgtoeslag"].let_op[0].tekst


def test_a_bare_net_amount_that_may_be_a_year_is_asked(inkomen: Praat) -> None:
    inkomen.zeg("18000 netto")
    labels = [k.label for k in inkomen.laatste.berichten[-1].keuzes or ()]
    assert labels == ["Per maand", "Per jaar", "Weet ik niet"]
    inkomen.klik_op("Per jaar")
    assert feiten(inkomen)["netto_inkomen_maand"] == "1500.00"


def test_it_was_net_after_all(inkomen: Praat) -> None:
    inkomen.zeg("1850 per maand")
    assert "1.850 euro bruto per maand" in inkomen.tekst
    inkomen.zeg("nee het was netto")
    assert "1.850 euro netto per maand" in inkomen.tekst


def test_net_in_parts_becomes_gross_with_its_margin(inkomen: Praat) -> None:
    for tekst in ("1850 netto", "nee dat wisselt", "16000", "3600"):
        inkomen.zeg(tekst)
    jaar = Decimal(feiten(inkomen)["inkomen_jaar"])
    hoe = geschat(inkomen)["inkomen_jaar"]
    assert hoe["uit"] == "delen"
    assert Decimal(hoe["laag"]) <= jaar <= Decimal(hoe["hoog"])
    assert jaar > 19_600
    inkomen.zeg("0")
    assert inkomen.uitkomsten()["zorgtoeslag"].marge is not None


def test_the_margin_of_a_converted_income_that_can_flip_the_outcome_is_said(bronnen: Bronnen) -> None:
    """Single, above about 40,857 there is no zorgtoeslag in 2026: 33,750 net in the year lies just at it."""
    praat = tot_inkomen(bronnen, "34", "nee", "tot nu toe 31000 netto", "2200", "0")
    codes = [r.code for r in praat.uitkomsten()["zorgtoeslag"].let_op]
    assert "marge_kan_omslaan" in codes


def test_the_partner_too(bronnen: Bronnen) -> None:
    praat = tot_inkomen(bronnen, "34", "ja", "24000", "mijn man krijgt 400 per week")
    praat.zeg("nee hij begon pas in mei")
    assert "uw partner" in praat.tekst
    praat.zeg("hij heeft tot nu 12000 verdiend en krijgt nog 1500")
    assert feiten(praat)["inkomen_partner_jaar"] == "13500.00"
    assert geschat(praat) == {"inkomen_partner_jaar": {"uit": "delen"}}


def test_a_co_resident_per_month_and_net(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.klik("start:huurtoeslag")
    antwoorden = {
        "leeftijd": "50", "partner": "nee", "kinderen": "0", "inkomen_jaar": "20000 per jaar", "kale_huur": "650",
        "woonsituatie": "huurhuis", "medebewoners": "2", "medebewoners.relatie": "mijn zoon",
        "medebewoners.leeftijd": "24",
    }  # fmt: skip
    while praat.open is not None and praat.open[0] != "medebewoners.inkomen_jaar":
        praat.zeg(antwoorden[praat.open[0]])
    nummer = praat.open[1] if praat.open else None
    praat.zeg("1000 per maand")
    praat.zeg("ja zit erin")
    eerste = feiten(praat)["medebewoners"][(nummer or 1) - 1]
    assert eerste["inkomen_jaar"] == "12000.00"
    while praat.open is not None and praat.open[0] != "medebewoners.inkomen_jaar":
        praat.zeg(antwoorden[praat.open[0]])
    praat.zeg("1500 netto")
    assert "1.500 euro netto per maand" in praat.tekst
    praat.zeg("ja zit erin")
    tweede = Decimal(feiten(praat)["medebewoners"][1]["inkomen_jaar"])
    # 18,000 net: wages of 18,000 to 20,000 pay little tax after the credits
    assert Decimal(18_000) <= tweede < Decimal(20_000)
    assert {pad: hoe["uit"] for pad, hoe in geschat(praat).items()} == {
        "medebewoners.0.inkomen_jaar": "maand",
        "medebewoners.1.inkomen_jaar": "netto",
    }
    while praat.open is not None:
        praat.zeg("0")
    uit = praat.uitkomsten()["huurtoeslag"]
    assert uit.schatting
    assert "uit netto" in uit.let_op[-1].tekst or any("uit netto" in r.tekst for r in uit.let_op)
    praat.klik("wijzig:medebewoners")
    praat.zeg("0")
    assert geschat(praat) == {}


@pytest.mark.parametrize(
    ("leeftijd", "gezegd", "jaar"),
    [
        # 12 x 1,637.57 + 12 x 106.55, what comes with a full AOW of a single person
        ("68", "1637,57 per maand", "20929.44"),
        # a pension has no holiday pay of its own: 12 x 1,500 + 12 x 106.55
        ("70", "AOW 1100 per maand en pensioen 400 per maand", "19278.60"),
    ],
)
def test_the_holiday_pay_of_aow_is_its_own(bronnen: Bronnen, leeftijd: str, gezegd: str, jaar: str) -> None:
    praat = tot_inkomen(bronnen, leeftijd, "nee", gezegd, "ja")
    assert feiten(praat)["inkomen_jaar"] == jaar


def test_sources_said_alike_are_added_and_said_back(inkomen: Praat) -> None:
    inkomen.zeg("mijn loon is 900 per maand en ik krijg 600 per maand ziektewet")
    assert "900 euro en 600 euro. Samen 1.500 euro bruto per maand" in inkomen.tekst
    inkomen.zeg("ja")
    assert feiten(inkomen)["inkomen_jaar"] == "19440.00"  # 18,000 and 8%


def test_sources_not_said_alike_are_never_guessed(inkomen: Praat) -> None:
    inkomen.zeg("mijn loon is 900 per maand en ik krijg 600 ziektewet")
    assert "inkomen_jaar" not in feiten(inkomen)
    inkomen.klik_op("Samen 1.500 euro per maand")
    assert HEEL_JAAR in inkomen.tekst
    inkomen.zeg("terug")
    assert "Wat is het samen?" in inkomen.tekst
    inkomen.zeg("1400 per maand")
    inkomen.zeg("ja zit erin")
    assert feiten(inkomen)["inkomen_jaar"] == "16800.00"


@pytest.mark.parametrize(
    "gezegd", ["850 netto en 400 bruto", "900 per maand en 200 per week", "900 per maand en 4000 per jaar"]
)
def test_sources_that_cannot_be_added_are_asked_as_a_whole(inkomen: Praat, gezegd: str) -> None:
    inkomen.zeg(gezegd)
    assert "Tel zelf alles op" in inkomen.tekst
    assert inkomen.open == ("inkomen_jaar", None)
    assert "inkomen_jaar" not in feiten(inkomen)


@pytest.mark.parametrize("gezegd", ["1.85", "mijn vrouw verdient 900 en ik 1200"])
def test_a_small_amount_chosen_from_two_is_not_taken_for_a_year(inkomen: Praat, gezegd: str) -> None:
    inkomen.zeg(gezegd)
    keuze = (inkomen.laatste.berichten[-1].keuzes or [])[0]
    inkomen.klik(keuze.id)
    assert "per maand of per jaar" in inkomen.tekst
    assert "inkomen_jaar" not in feiten(inkomen)


def test_a_changed_net_month_asks_about_the_year_it_gives(inkomen: Praat) -> None:
    for tekst in ("2000 netto", "ja zit erin", "0"):
        inkomen.zeg(tekst)
    inkomen.klik("wijzig:netto_inkomen_maand")
    inkomen.zeg("1800")
    assert "1.800 euro netto per maand. Was dat heel 2026 zo?" in inkomen.tekst
    inkomen.zeg("ja")
    assert feiten(inkomen)["netto_inkomen_maand"] == "1800.00"
    inkomen.klik("wijzig:netto_inkomen_maand")
    for tekst in ("1700", "nee", "18000", "1700"):
        inkomen.zeg(tekst)
    assert geschat(inkomen)["inkomen_jaar"]["uit"] == "delen"


@pytest.mark.parametrize(
    ("vraag", "soort", "woorden"),
    [
        ("inkomen_jaar", "eigen_bedrijf", "uw winst over heel 2026"),
        ("inkomen_jaar", "aow", "AOW en pensioen krijgt u samen"),
        ("inkomen_jaar", "pensioen", "AOW en pensioen krijgt u samen"),
        ("inkomen_jaar", "loon", "uw bruto loon"),
        ("inkomen_jaar", "ww", "Hoeveel uitkering krijgt u"),
        ("inkomen_jaar", "weet_niet", "uw bruto inkomen"),
        ("inkomen_jaar", None, "uw bruto inkomen"),
        ("inkomen_partner_jaar", "eigen_bedrijf", "de winst van uw partner"),
        ("inkomen_partner_jaar", "bijstand", "het bruto inkomen van uw partner"),
    ],
)
def test_the_question_is_about_the_income_one_has(
    bronnen: Bronnen, vraag: str, soort: str | None, woorden: str
) -> None:
    achter = "_partner" if "partner" in vraag else ""
    werk = Werk(
        bronnen, Staat("voorbeeldstad", {"partner": bool(achter), f"inkomen_soort{achter}": soort}), 1
    )
    stel_vraag(werk, vraag)
    assert woorden in werk.berichten[0].tekst


@pytest.mark.parametrize("soort", ["eigen_bedrijf", "alimentatie"])
def test_no_holiday_pay_is_asked_where_there_is_none(bronnen: Bronnen, soort: str) -> None:
    werk = Werk(bronnen, Staat("voorbeeldstad", {"partner": False, "inkomen_soort": soort}), 1)
    stel_vraag(werk, "inkomen_jaar")
    verwerk(werk, "2000 per maand", Begrip())
    assert "vakantiegeld" not in werk.berichten[-1].tekst
    assert "heel 2026" in werk.berichten[-1].tekst


def test_a_year_in_parts_and_this_months_net_stand_side_by_side() -> None:
    delen = {"inkomen_jaar": {"uit": "delen"}}
    naast = {"inkomen_jaar": "21600.00", "netto_inkomen_maand": "1500"}
    assert geef({"inkomen_jaar": "21600.00"}, "netto_inkomen_maand", None, "1500", delen) == naast
    assert geef({"netto_inkomen_maand": "1500"}, "inkomen_jaar", None, "21600.00", delen) == naast
    assert geef(naast, "inkomen_jaar", None, "20000.00") == {"inkomen_jaar": "20000.00"}
    assert schattingen_na(delen, "netto_inkomen_maand", None) == delen
    assert schattingen_na(delen, "inkomen_jaar", None) == {}


def _labels(praat: Praat) -> list[str]:
    return [keuze.label for keuze in praat.laatste.berichten[-1].keuzes or ()]


def test_the_sources_of_an_income_that_fit_the_age_have_a_button(bronnen: Bronnen) -> None:
    jong, oud, partner = Praat(bronnen), Praat(bronnen), Praat(bronnen)
    for praat, leeftijd in ((jong, "25"), (oud, "72"), (partner, "45")):
        praat.klik("start")
        praat.zeg(leeftijd)
        praat.zeg("nee")
        assert praat.open == ("inkomen_soort", None)
    assert "AOW" not in _labels(jong)
    assert "Studiefinanciering" in _labels(jong)
    assert {"AOW", "Pensioen"} <= set(_labels(oud))
    assert not {"Studiefinanciering", "WW", "Wajong"} & set(_labels(oud))
    assert not {"AOW", "Studiefinanciering"} & set(_labels(partner))


def test_the_partners_age_decides_about_the_partners_buttons(bronnen: Bronnen) -> None:
    feiten_ = {"leeftijd": 72, "partner": True, "leeftijd_partner": 38}
    werk = Werk(bronnen, Staat("voorbeeldstad", feiten_), 1)
    stel_vraag(werk, "inkomen_soort_partner")
    labels = [keuze.label for keuze in werk.berichten[0].keuzes or ()]
    assert "AOW" not in labels
    assert "Studiefinanciering" in labels


@pytest.mark.parametrize(
    ("leeftijd", "gezegd", "soort"),
    [
        (25, "aow", "aow"),
        (72, "ik heb een wajong", "wajong"),
        # a number counts the buttons that are there: for a young person AOW and pension are not
        (25, "de tweede", "bijstand"),
        (72, "de tweede", "aow"),
        (25, "de laatste", "geen"),
    ],
)
def test_a_source_without_a_button_can_still_be_typed(
    bronnen: Bronnen, leeftijd: int, gezegd: str, soort: str
) -> None:
    werk = Werk(bronnen, Staat("voorbeeldstad", {"leeftijd": leeftijd, "partner": False}), 1)
    stel_vraag(werk, "inkomen_soort")
    verwerk(werk, gezegd, Begrip())
    assert werk.staat.feiten["inkomen_soort"] == soort


@pytest.mark.parametrize(
    ("gezegd", "knoppen"),
    [
        ("loon en bijstand", ["Loon uit werk", "Bijstand"]),
        ("ww en ik werk ook", ["Loon uit werk", "WW"]),
        ("bijbaan en stufi", ["Loon uit werk", "Studiefinanciering"]),
    ],
)
def test_two_sources_are_asked_with_a_hint_which_to_take(
    bronnen: Bronnen, gezegd: str, knoppen: list[str]
) -> None:
    praat = Praat(bronnen)
    praat.klik("start")
    for tekst in ("28", "nee", gezegd):
        praat.zeg(tekst)
    assert sorted(_labels(praat)) == sorted([*knoppen, "Weet ik niet"])
    assert praat.vraag is not None
    assert praat.vraag.invoer is not None
    assert praat.vraag.invoer.hulp == "Heeft u meer dan één inkomen? Kies dan het hoogste."
    praat.klik_op(knoppen[0])
    assert feiten(praat)["inkomen_soort"] == "loon"


@pytest.mark.parametrize(
    ("soort", "wel", "niet"),
    [
        ("loon", "loonstrook", "winst"),
        ("eigen_bedrijf", "winst", "vakantiegeld"),
        ("aow", "vakantiegeld", "loon"),
    ],
)
def test_the_help_with_what_came_in_so_far_fits_the_income(
    bronnen: Bronnen, soort: str, wel: str, niet: str
) -> None:
    feiten_ = {"leeftijd": 68, "partner": False, "inkomen_soort": soort}
    werk = Werk(bronnen, Staat("voorbeeldstad", feiten_), 1)
    stel_vraag(werk, "inkomen_jaar")
    verwerk(werk, "1800 per maand", Begrip())
    verwerk(werk, "nee dat veranderde", Begrip())
    invoer = werk.berichten[-1].invoer
    assert invoer is not None
    assert invoer.hulp is not None
    assert wel in invoer.hulp
    assert niet not in invoer.hulp
