"""Last year's claim in the talk: asked once at the end, never in this month's total."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from actions.contract import Uitkomst
from actions.gesprek.beurt import stand
from actions.gesprek.bronnen import Bronnen
from actions.regels.opgave import Opgave
from tests.gesprek.praat import Praat
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER

VRAAG = ("was_vorig_jaar_zelfde", None)
ANDERS = ("was_vorig_jaar_zelfde.anders", None)
INKOMEN = ("was_vorig_jaar_zelfde.inkomen_jaar", None)


@pytest.fixture
def praat(bronnen: Bronnen) -> Praat:
    """A talk at the question about last year."""
    gesprek = Praat(bronnen, vorig_jaar=True)
    tot_de_vraag(gesprek)
    return gesprek


def tot_de_vraag(praat: Praat, **anders: object) -> None:
    praat.klik("start")
    for _ in range(60):
        if praat.open == VRAAG:
            break
        if praat.open is not None:
            praat.antwoord({**ALLEENSTAANDE_OUDER, **anders})
        elif any(k.id == "verder" for b in praat.laatste.berichten for k in b.keuzes or ()):
            praat.klik("verder")
        else:
            break


def van_toen(praat: Praat) -> dict[str, Uitkomst]:
    """The outcomes of last year that were shown in the last turn."""
    return {u.regeling: u for b in praat.laatste.berichten for u in b.uitkomsten or () if u.jaar == 2025}


def jaarbedragen(bronnen: Bronnen, **anders: object) -> dict[str, Decimal | None]:
    """What the rules give for 2025 for the same household a year younger."""
    feiten: dict[str, object] = {naam: w for naam, w in ALLEENSTAANDE_OUDER.items() if naam != "opvang"}
    feiten["leeftijd"] = int(str(feiten["leeftijd"])) - 1
    kinderen = feiten["kinderen"]
    assert isinstance(kinderen, list)
    feiten |= {"kinderen": [k - 1 for k in kinderen], "servicekosten": "0", **anders}
    regelingen = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")
    uitslag = Opgave(feiten, date(2025, 12, 31), regelingen).reken(bronnen.parameters)
    return {u.regeling: u.bedrag_per_jaar for u in uitslag.uitkomsten if u.bedrag_per_jaar}


def test_it_is_asked_after_the_outcomes_of_the_whole_check(praat: Praat) -> None:
    uitkomst, vraag = praat.laatste.berichten[-2:]
    assert uitkomst.soort == "uitkomst"
    assert all(u.jaar == 2026 for u in uitkomst.uitkomsten or () if u.jaar)
    assert vraag.vraag == "was_vorig_jaar_zelfde"
    assert [k.label for k in vraag.keuzes or ()] == ["Ja", "Nee", "Weet ik niet"]
    assert "2025" in vraag.tekst
    assert praat.laatste.voortgang.nog_ongeveer == 0


def test_yes_shows_what_can_still_be_claimed_and_leaves_this_month_alone(
    bronnen: Bronnen, praat: Praat
) -> None:
    voor = praat.laatste.tussenstand
    praat.klik_op("Ja")
    assert {r: u.bedrag_per_jaar for r, u in van_toen(praat).items()} == jaarbedragen(bronnen)
    (bericht,) = praat.laatste.berichten
    assert bericht.soort == "uitkomst"
    assert bericht.tekst.startswith("**Ook over 2025 kunt u")
    assert "31 december 2026" in bericht.tekst
    for u in bericht.uitkomsten or ():
        assert u.titel.endswith("over 2025")
        assert (u.bedrag_per_maand, u.ritme, u.schatting) == (None, "eenmalig", True)
        assert u.aanvragen.uiterlijk == "2026-12-31"
        assert u.let_op[0].code == "vorig_jaar_schatting"
    assert praat.laatste.tussenstand == voor
    assert praat.open is None
    assert {u.jaar for u in praat.overzicht.uitkomsten} <= {2026, None}
    assert stand(bronnen, praat.id).tussenstand == voor
    assert stand(bronnen, praat.id).open_vraag is None


def test_dont_know_tells_where_to_go_and_is_not_asked_again(praat: Praat) -> None:
    praat.zeg("weet ik niet")
    assert praat.open is None
    assert not van_toen(praat)
    assert "0800 0543" in praat.tekst
    praat.klik("wijzig:kale_huur")
    praat.zeg("650")
    assert praat.open is None
    assert not van_toen(praat)


def test_another_income_last_year(bronnen: Bronnen, praat: Praat) -> None:
    voor = praat.laatste.tussenstand
    praat.zeg("nee")
    assert praat.open == ANDERS
    praat.klik_op("Alleen het inkomen")
    assert praat.open == INKOMEN
    assert "2025" in praat.tekst
    praat.zeg("19000 per jaar")
    assert {r: u.bedrag_per_jaar for r, u in van_toen(praat).items()} == jaarbedragen(
        bronnen, inkomen_jaar="19000"
    )
    assert praat.laatste.tussenstand == voor
    gezegd = {f.feit: f.waarde for f in praat.overzicht.feiten}
    assert Decimal(gezegd["inkomen_jaar"]) == Decimal(str(ALLEENSTAANDE_OUDER["inkomen_jaar"]))


def test_another_income_and_another_rent(bronnen: Bronnen, praat: Praat) -> None:
    praat.zeg("nee")
    praat.klik_op("Het inkomen en de huur")
    praat.zeg("19000 per jaar")
    assert praat.open == ("was_vorig_jaar_zelfde.kale_huur", None)
    praat.zeg("550")
    assert {r: u.bedrag_per_jaar for r, u in van_toen(praat).items()} == jaarbedragen(
        bronnen, inkomen_jaar="19000", kale_huur="550"
    )


def test_an_income_per_month_of_last_year_names_that_year(praat: Praat) -> None:
    praat.zeg("nee")
    praat.zeg("inkomen")
    praat.zeg("1500 bruto per maand")
    assert "heel 2025" in praat.tekst
    assert "2026" not in praat.tekst
    praat.klik_op("Nee, het inkomen veranderde")
    assert "heel 2025" in praat.tekst
    assert praat.open == INKOMEN
    praat.zeg("1500 netto per maand")
    praat.zeg("ja, vakantiegeld zit erin")
    assert "inkomen_omgerekend" in {r.code for r in van_toen(praat)["zorgtoeslag"].let_op}


def test_an_income_that_leaves_nothing(praat: Praat) -> None:
    praat.zeg("nee")
    praat.zeg("alleen het inkomen")
    praat.zeg("190000 per jaar")
    assert praat.open is None
    assert not van_toen(praat)
    assert "Over 2025" in praat.tekst


@pytest.mark.parametrize(
    "stappen", [("Iets anders",), ("Weet ik niet",), ("Alleen het inkomen", "Weet ik niet")]
)
def test_where_no_honest_amount_follows_a_person_is_named(praat: Praat, stappen: tuple[str, ...]) -> None:
    praat.zeg("nee")
    for stap in stappen:
        praat.klik_op(stap)
    assert praat.open is None
    assert not van_toen(praat)
    assert "0800 0543" in praat.tekst
    assert "31 december 2026" in praat.tekst


def test_back_at_every_step(praat: Praat) -> None:
    praat.klik_op("Ja")
    praat.zeg("terug")
    assert praat.open == VRAAG
    praat.zeg("nee")
    praat.zeg("terug")
    assert praat.open == VRAAG
    praat.zeg("nee")
    praat.klik_op("Het inkomen en de huur")
    praat.zeg("terug")
    assert praat.open == ANDERS
    praat.klik_op("Het inkomen en de huur")
    praat.zeg("19000 per jaar")
    praat.zeg("terug")
    assert praat.open == INKOMEN
    praat.zeg("terug")
    praat.zeg("terug")
    assert praat.open == VRAAG
    praat.zeg("terug")
    assert praat.open is not None
    assert praat.open[0] in ALLEENSTAANDE_OUDER, "the last question of the check itself"
    praat.antwoord(ALLEENSTAANDE_OUDER)
    assert praat.open == VRAAG


@pytest.mark.parametrize("vraag", [VRAAG, ANDERS, INKOMEN])
def test_commands_and_questions_in_between_lose_nothing(praat: Praat, vraag: tuple[str, None]) -> None:
    if vraag != VRAAG:
        praat.zeg("nee")
    if vraag == INKOMEN:
        praat.zeg("inkomen")
    for zin in ("waarom", "herhaal", "overzicht", "medewerker", "blabla xyz"):
        praat.zeg(zin)
        assert praat.open == vraag, zin
    praat.zeg("moet ik misschien terugbetalen", intenties=(("faq_toeslag-terugbetalen", 0.99),))
    assert praat.open == vraag
    praat.klik("faq:privacy")
    assert praat.open == vraag


def test_stop_at_the_question_just_stops(praat: Praat) -> None:
    praat.zeg("stop")
    assert praat.open is None
    assert len(praat.laatste.berichten) == 1


def test_a_changed_answer_afterwards_recomputes_last_year_too(bronnen: Bronnen, praat: Praat) -> None:
    praat.klik_op("Ja")
    praat.klik("wijzig:kale_huur")
    praat.zeg("500")
    assert {r: u.bedrag_per_jaar for r, u in van_toen(praat).items()} == jaarbedragen(
        bronnen, kale_huur="500"
    )
    praat.klik("wijzig:inkomen_jaar")
    praat.zeg("190000 per jaar")
    assert not van_toen(praat)


def test_the_answer_itself_can_be_changed(praat: Praat) -> None:
    praat.klik_op("Ja")
    assert {f.feit: f.tekst for f in praat.overzicht.feiten}["was_vorig_jaar_zelfde"] == "Ja"
    praat.klik("wijzig:was_vorig_jaar_zelfde")
    assert praat.open == VRAAG
    praat.zeg("nee")
    assert praat.open == ANDERS


def test_what_comes_in_already_is_not_asked_about(praat: Praat) -> None:
    praat.klik_op("Ik krijg al iets hiervan")
    for titel in ("Zorgtoeslag", "Huurtoeslag"):
        praat.klik_op(titel)
    praat.klik_op("Klaar")
    assert praat.open == VRAAG, "kindgebonden budget is left"
    praat.klik_op("Ik krijg al iets hiervan")
    praat.klik_op("Kindgebonden budget")
    praat.klik_op("Klaar")
    assert praat.open is None


def test_who_could_claim_nothing_is_not_asked(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, vorig_jaar=True)
    tot_de_vraag(praat, inkomen_jaar="190000")
    assert praat.open is None


def test_too_late_for_last_year_is_not_asked(bronnen: Bronnen) -> None:
    praat = Praat(replace(bronnen, vandaag=lambda: date(2025, 10, 1)), vorig_jaar=True)
    tot_de_vraag(praat, servicekosten="0")
    assert praat.open is None


def test_one_scheme_asks_too_and_going_on_to_all_does_not_wait_for_it(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, vorig_jaar=True)
    praat.klik("start:zorgtoeslag")
    while praat.open is not None and praat.open != VRAAG:
        praat.antwoord(ALLEENSTAANDE_OUDER)
    assert praat.open == VRAAG
    praat.klik_op("Kijk ook naar de andere regelingen")
    assert praat.open == ("kinderen", None)
    while praat.open is not None and praat.open != VRAAG:
        praat.antwoord(ALLEENSTAANDE_OUDER)
    praat.zeg("ja")
    assert set(van_toen(praat)) == {"zorgtoeslag", "huurtoeslag", "kindgebonden-budget"}


def test_a_warning_about_paying_back_is_said_once_among_the_outcomes(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.klik("start")
    while praat.open is not None:
        if praat.open[0] == "inkomen_jaar":
            praat.zeg("2000 bruto per maand, inclusief vakantiegeld")
            praat.zeg("ja")
        else:
            praat.antwoord(ALLEENSTAANDE_OUDER)
    getoond = [r.code for u in praat.laatste.berichten[-1].uitkomsten or () for r in u.let_op]
    assert getoond.count("terugbetalen_schatting") == 1
    overzicht = [r.code for u in praat.overzicht.uitkomsten for r in u.let_op]
    assert overzicht.count("terugbetalen_schatting") == 3


def test_what_is_taken_for_granted_is_of_that_year(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, vorig_jaar=True)
    tot_de_vraag(
        praat, partner=True, leeftijd_partner=36, inkomen_partner_jaar="0", inkomen_soort_partner="geen"
    )
    praat.zeg("ja")
    voorwaarden = {v.tekst for u in van_toen(praat).values() for v in u.voorwaarden}
    assert "U heeft heel 2025 dezelfde partner." in voorwaarden
