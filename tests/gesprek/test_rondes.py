"""The second round: the benefit. And what comes in already."""

from __future__ import annotations

from decimal import Decimal

from tests.gesprek.praat import Praat

ALLEEN = ("41", "nee", "geen inkomen", "0", "huurhuis", "600", "niemand")
"""Age, partner, source of income, children, home, rent, others."""


def _zeg(praat: Praat, *zinnen: str) -> None:
    praat.klik("start")
    for zin in zinnen:
        praat.zeg(zin)


def test_wealth_is_asked_once_for_both_days_by_all_limits(praat: Praat) -> None:
    _zeg(praat, *ALLEEN)
    assert praat.open == ("vermogen", None)
    assert next(k.label for k in praat.vraag.keuzes or ()) == "8.000 euro of minder"  # type: ignore[union-attr]
    praat.klik_op("8.000 euro of minder")
    # the whole check: no income means the whole norm, 1,419.46 less 4.8%
    uit = praat.uitkomsten()["bijstand"]
    assert uit.recht == "waarschijnlijk_wel"
    assert uit.bedrag_per_maand == Decimal("1351.33")


def test_wealth_of_today_is_asked_when_that_of_january_says_too_little(praat: Praat) -> None:
    _zeg(praat, *ALLEEN, "minder dan 20000")
    while praat.open is None:
        praat.klik("verder")
    assert praat.open == ("vermogen_nu", None)
    praat.zeg("weet ik niet")
    assert praat.tekst.endswith("Is het 8.000 euro of minder?")
    praat.zeg("ja")
    assert praat.uitkomsten()["bijstand"].recht == "waarschijnlijk_wel"


def test_wealth_not_known_at_all_is_not_asked_again_for_today(praat: Praat) -> None:
    _zeg(praat, *ALLEEN, "weet ik niet", "weet ik niet")
    assert praat.open is None
    assert not any(k.id == "verder" for b in praat.laatste.berichten for k in b.keuzes or ())
    uit = praat.uitkomsten()["bijstand"]
    assert uit.recht == "onbekend"
    assert uit.redenen[0].code == "weet_niet"


def test_a_round_not_asked_yet_has_no_outcomes_on_screen(praat: Praat) -> None:
    _zeg(praat, *ALLEEN, "minder dan 20000")
    getoond = {u.regeling for u in praat.laatste.berichten[-1].uitkomsten or ()}
    assert "zorgtoeslag" in getoond
    assert "bijstand" not in getoond  # wealth of today is still open
    assert "aio" in getoond  # certain: too young


def test_a_year_is_no_amount(praat: Praat) -> None:
    _zeg(praat, *ALLEEN, "500")
    redenen = [r.tekst for r in praat.uitkomsten()["ioaw"].redenen]
    assert any("voor 1965 " in tekst for tekst in redenen), redenen


def test_yes_after_an_outcome_goes_on(praat: Praat) -> None:
    _zeg(praat, *ALLEEN, "minder dan 20000")
    assert any(k.id == "verder" for b in praat.laatste.berichten for k in b.keuzes or ())
    praat.zeg("ja", intenties=(("ja", 0.99),))
    assert praat.open == ("vermogen_nu", None)


def test_no_after_an_outcome_stops_and_what_is_not_understood_offers_to_go_on(praat: Praat) -> None:
    _zeg(praat, *ALLEEN, "minder dan 20000")
    praat.zeg("blauwe fiets")
    assert [k.id for k in praat.laatste.berichten[-1].keuzes or ()] == ["verder", "overzicht", "medewerker"]
    praat.zeg("nee", intenties=(("nee", 0.99),))
    assert praat.open is None
    assert praat.laatste.berichten[-1].keuzes[0].label == "Toch verdergaan"  # type: ignore[index]


def test_who_lives_on_bijstand_names_no_amount_and_sees_what_is_new(praat: Praat) -> None:
    _zeg(praat, "41", "nee", "bijstand", "0", "huurhuis", "600", "niemand", "500")
    assert praat.open is None
    stand = praat.laatste.tussenstand
    assert stand.waarvan_al_ontvangen == Decimal("1351.33")
    assert "Daarvan krijgt u 1.351,33 euro al." in praat.tekst
    assert "vraag uw huurtoeslag aan" in praat.tekst
    assert praat.uitkomsten()["bijstand"].al_ontvangen


def test_what_comes_in_already_can_be_said(praat: Praat) -> None:
    _zeg(praat, "41", "nee", "loon", "24000", "0", "huurhuis", "600", "niemand", "500")
    zorg = praat.uitkomsten()["zorgtoeslag"].bedrag_per_maand
    praat.klik_op("Ik krijg al iets hiervan")
    praat.klik_op("Zorgtoeslag")
    assert "zorgtoeslag" in praat.tekst
    praat.klik_op("Klaar")
    assert praat.laatste.tussenstand.waarvan_al_ontvangen == zorg
    uitkomsten = {u.regeling: u for u in praat.laatste.berichten[-1].uitkomsten or ()}
    assert uitkomsten["zorgtoeslag"].al_ontvangen
    assert not uitkomsten["huurtoeslag"].al_ontvangen


def test_a_year_not_known_is_asked_as_what_comes_in(praat: Praat) -> None:
    _zeg(praat, "41", "nee", "loon", "weet ik niet")
    assert praat.open == ("netto_inkomen_maand", None)
    praat.zeg("1650")
    assert "Was dat heel 2026 zo?" in praat.tekst
    praat.zeg("ja")
    assert praat.open == ("kinderen", None)
    zorg = praat.uitkomsten()["zorgtoeslag"]
    assert zorg.voorlopig is not None
    assert zorg.schatting


def test_neither_the_year_nor_the_month_is_asked_twice(praat: Praat) -> None:
    _zeg(praat, "41", "nee", "loon", "weet ik niet", "weet ik niet")
    gevraagd = []
    while praat.open is not None:
        gevraagd.append(praat.open[0])
        praat.zeg("weet ik niet")
    assert not {"inkomen_jaar", "netto_inkomen_maand"} & set(gevraagd)
