"""The talk, driven through its own door (no Rasa needed: the ranking is an argument)."""

from __future__ import annotations

import uuid
from dataclasses import replace
from decimal import Decimal

import pytest

from actions.gesprek.beurt import BeurtInvoer, beurt, stand
from actions.gesprek.bronnen import Bronnen
from actions.regels.catalogus import REGELINGEN
from actions.regels.regeling import Beoordeling
from tests.gesprek.praat import Praat
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER, GROOT_HUIS

PAAR = {**GROOT_HUIS, "medebewoners": GROOT_HUIS["medebewoners"][:1]}
"""Without the lodger."""


def test_the_first_message_says_it_is_a_computer_and_anonymous(praat: Praat) -> None:
    assert "computer" in praat.laatste.berichten[0].tekst
    assert "naam" in praat.laatste.berichten[0].tekst
    ids = [k.id for b in praat.laatste.berichten for k in b.keuzes or ()]
    assert ids[:4] == ["start", "start:zorgtoeslag", "start:huurtoeslag", "start:kindgebonden-budget"]
    praat.klik_op("Een andere regeling")
    assert {k.id for k in praat.laatste.berichten[0].keuzes or ()} == {f"start:{id_}" for id_ in REGELINGEN}


def test_a_whole_check_by_typing_ends_in_the_amounts_of_the_payer(praat: Praat) -> None:
    praat.tot_het_einde(ALLEENSTAANDE_OUDER)
    uit = praat.uitkomsten()
    assert {r: u.bedrag_per_maand for r, u in uit.items()} == {
        "zorgtoeslag": Decimal(126),
        "huurtoeslag": Decimal(396),
        "kindgebonden-budget": Decimal(497),
        "kinderopvangtoeslag": Decimal(0),
        "kinderbijslag": None,
        **dict.fromkeys(
            ("bijstand", "aio", "toeslagenwet", "ioaw", "ioaz", "bbz"),
            Decimal(0),
        ),
        "alleenverdieners": None,
    }
    assert uit["kinderbijslag"].bedrag_per_keer == Decimal("362.35")
    assert praat.laatste.tussenstand.bedrag_per_maand == Decimal(1019)
    assert not praat.laatste.tussenstand.onder_voorbehoud
    uitkomst = praat.laatste.berichten[-1]
    assert uitkomst.soort == "uitkomst"
    assert uitkomst.tekst.startswith("**U krijgt waarschijnlijk 1.019 euro per maand.**")
    assert "kindgebonden budget" in uitkomst.tekst.split("\n\n")[1]
    assert next(u.regeling for u in uitkomst.uitkomsten or ()) == "kindgebonden-budget"
    assert uit["huurtoeslag"].aanvragen.uiterlijk == "2027-12-31"


def test_a_couple_with_a_grown_up_son(praat: Praat) -> None:
    aantal = praat.tot_het_einde(PAAR)
    # age, partner, source, two incomes, children, ages, home, rent, others (how many, who, age, income), childcare, wealth
    assert aantal == 15
    # income 34,000 + nothing of the son (under the exemption): 297.49 + 172.86 + 67.52 - 45.83
    assert praat.uitkomsten()["huurtoeslag"].bedrag_per_maand == Decimal(492)


def test_one_scheme_asks_only_what_it_needs_and_can_go_on_to_all(praat: Praat) -> None:
    praat.klik("start:zorgtoeslag")
    gevraagd = []
    while praat.open is not None:
        gevraagd.append(praat.open[0])
        praat.antwoord(ALLEENSTAANDE_OUDER)
    assert gevraagd == ["leeftijd", "partner", "inkomen_jaar", "vermogen"]
    assert "126 euro" in praat.tekst
    praat.klik_op("Kijk ook naar de andere regelingen")
    assert praat.open == ("kinderen", None)
    praat.tot_het_einde(ALLEENSTAANDE_OUDER, start=None)
    assert praat.laatste.tussenstand.bedrag_per_maand == Decimal(1019)


def test_rounds_show_the_outcome_so_far_and_ask_whether_to_go_on(bronnen: Bronnen) -> None:
    latere = replace(REGELINGEN["huurtoeslag"], ronde=2)
    praat = Praat(replace(bronnen, landelijk={**REGELINGEN, "huurtoeslag": latere}))
    praat.tot_het_einde(ALLEENSTAANDE_OUDER)
    assert "623 euro per maand" in praat.tekst
    labels = [k.label for k in praat.laatste.berichten[-1].keuzes or ()]
    assert labels[:2] == ["Verder (nog ongeveer 3 vragen)", "Stoppen"]
    praat.klik("verder")
    assert praat.open == ("woonsituatie", None)
    praat.tot_het_einde(ALLEENSTAANDE_OUDER, start=None)
    assert praat.laatste.tussenstand.bedrag_per_maand == Decimal(1019)


@pytest.mark.parametrize("huishouden", [ALLEENSTAANDE_OUDER, PAAR], ids=["alone", "couple"])
def test_back_at_every_question_changes_nothing_in_the_end(
    bronnen: Bronnen, huishouden: dict[str, object]
) -> None:
    vers = Praat(bronnen)
    vers.tot_het_einde(huishouden)
    praat = Praat(bronnen)
    praat.klik("start")
    while praat.open is not None:
        eerder = praat.open
        praat.antwoord(huishouden)
        praat.zeg("terug")
        assert praat.open == eerder
        praat.antwoord(huishouden)
    assert praat.uitkomsten() == vers.uitkomsten()


def test_back_at_the_first_question_is_said_kindly(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("terug")
    assert "eerste vraag" in praat.tekst
    assert praat.open == ("leeftijd", None)


@pytest.mark.parametrize(
    ("feit", "ander"),
    [
        ("leeftijd", {"leeftijd": 19}),
        ("partner", {"partner": True, "inkomen_partner_jaar": "8000"}),
        ("kinderen", {"kinderen": [3, 13]}),
        ("inkomen_jaar", {"inkomen_jaar": "41000"}),
        ("woonsituatie", {"woonsituatie": "koop"}),
        ("kale_huur", {"kale_huur": "820"}),
        ("medebewoners", {"medebewoners": [{"relatie": "ander", "huurcontract": True}]}),
        ("vermogen", {"vermogen": "60000"}),
    ],
)
def test_changing_any_answer_gives_what_a_fresh_talk_gives(
    bronnen: Bronnen, feit: str, ander: dict[str, object]
) -> None:
    nieuw = {**ALLEENSTAANDE_OUDER, **ander}
    vers = Praat(bronnen)
    vers.tot_het_einde(nieuw)
    praat = Praat(bronnen)
    praat.tot_het_einde(ALLEENSTAANDE_OUDER)
    praat.klik(f"wijzig:{feit}")
    assert praat.open == (feit, None)
    praat.tot_het_einde(nieuw, start=None)
    # What was asked before the change stays known, so the sum may show more lines; the outcome is the same.
    assert _kern(praat) == _kern(vers)


def _kern(praat: Praat) -> dict[str, object]:
    return {
        r: (u.recht, u.bedrag_per_maand, u.bedrag_per_jaar, u.voorlopig, u.schatting, u.redenen)
        for r, u in praat.uitkomsten().items()
    }


def test_a_change_says_what_it_did(praat: Praat) -> None:
    praat.tot_het_einde(ALLEENSTAANDE_OUDER)
    praat.klik("wijzig:inkomen_jaar")
    assert "u zei 30.000 euro" in praat.tekst
    praat.zeg("32000 per jaar")
    assert "Zorgtoeslag: eerst 126 euro per maand, nu 103 euro per maand" in praat.tekst


def test_why_answers_and_asks_again(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("waarom?")
    assert "18 jaar" in praat.tekst
    assert praat.open == ("leeftijd", None)


def test_dont_know_on_wealth_is_first_asked_by_its_limit(praat: Praat) -> None:
    zonder = {k: v for k, v in ALLEENSTAANDE_OUDER.items() if k != "vermogen"}
    praat.klik("start")
    while praat.open != ("vermogen", None):
        praat.antwoord(zonder)
    praat.zeg("weet ik niet")
    assert praat.vraag is not None
    assert praat.vraag.tekst == "Was het 38.479 euro of minder?"
    praat.zeg("ja")
    assert praat.open is None
    assert praat.laatste.tussenstand.bedrag_per_maand == Decimal(1019)


def test_dont_know_twice_keeps_the_amount_with_its_condition(praat: Praat) -> None:
    praat.tot_het_einde({**ALLEENSTAANDE_OUDER, "vermogen": "weet_niet"})
    uit = praat.uitkomsten()["zorgtoeslag"]
    assert uit.recht == "onbekend"
    assert uit.redenen[0].code == "weet_niet"
    assert uit.voorlopig is not None
    assert uit.voorlopig.als == ["vermogen"]
    assert "misschien 1.019 euro" in praat.tekst


def test_what_was_known_of_the_wealth_stays_known(praat: Praat) -> None:
    """More than the first limit, and no idea about the next one: huurtoeslag is settled, zorgtoeslag is not."""
    praat.klik("start")
    while praat.open != ("vermogen", None):
        praat.antwoord(ALLEENSTAANDE_OUDER)
    praat.zeg("weet ik niet")
    praat.zeg("nee")
    praat.zeg("weet ik niet")
    praat.zeg("weet ik niet")
    uit = praat.uitkomsten()
    assert uit["huurtoeslag"].recht == "waarschijnlijk_niet"
    assert uit["zorgtoeslag"].recht == "onbekend"
    assert praat.open is None


def test_dont_know_the_rent_leaves_the_rest_alone(praat: Praat) -> None:
    praat.tot_het_einde({**ALLEENSTAANDE_OUDER, "kale_huur": "weet_niet"})
    uit = praat.uitkomsten()
    assert uit["huurtoeslag"].recht == "onbekend"
    assert uit["zorgtoeslag"].bedrag_per_maand == Decimal(126)


@pytest.mark.parametrize("woord", ["opnieuw", "stop"])
def test_restart_and_stop_ask_first_and_lose_nothing(praat: Praat, woord: str) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg(woord)
    assert praat.open == (f"bevestig:{woord}", None)
    praat.zeg("nee")
    assert praat.open == ("partner", None)
    praat.zeg(woord)
    praat.zeg("ja")
    assert praat.open is None
    if woord == "opnieuw":
        assert praat.overzicht.feiten == []
    else:
        assert [f.feit for f in praat.overzicht.feiten] == ["leeftijd"]
        praat.klik("verder")
        assert praat.open == ("partner", None)


def test_a_faq_in_between_is_answered_and_the_question_returns(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("wat is huurtoeslag eigenlijk voor iets", intenties=(("faq_huurtoeslag", 0.9),))
    assert praat.laatste.berichten[0].faq == "huurtoeslag"
    assert praat.open == ("leeftijd", None)
    praat.zeg("34")
    assert praat.open == ("partner", None)


def test_a_valid_answer_wins_from_a_topic(praat: Praat) -> None:
    praat.klik("start")
    while praat.open != ("woonsituatie", None):
        praat.antwoord(ALLEENSTAANDE_OUDER)
    praat.zeg("huurhuis", intenties=(("faq_huurtoeslag", 0.95),))
    assert praat.open == ("kale_huur", None)


def test_a_sentence_with_an_answer_in_it_but_about_something_else_is_not_an_answer(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("ja maar wat is huurtoeslag dan", intenties=(("faq_huurtoeslag", 0.8),))
    assert praat.laatste.berichten[0].faq == "huurtoeslag"
    assert praat.open == ("partner", None)


def test_not_sure_which_topic_offers_choices(praat: Praat) -> None:
    praat.zeg("geld en zo", intenties=(("faq_toeslag_terugbetalen", 0.3), ("faq_huurtoeslag", 0.25)))
    ids = [k.id for k in praat.laatste.berichten[0].keuzes or ()]
    assert ids == ["faq:toeslag-terugbetalen", "faq:huurtoeslag", "medewerker"]


def test_an_old_button_never_answers_another_question(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    oud = praat.knop("Ja")
    praat.zeg("nee")
    praat.klik(oud)
    assert "eerdere vraag" in praat.tekst
    assert praat.open == ("inkomen_soort", None)


def test_a_button_of_the_same_question_asked_twice_still_works(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    eerste = praat.knop("Nee")
    praat.zeg("waarom")
    praat.klik(eerste)
    assert praat.open == ("inkomen_soort", None)


def test_text_typed_under_another_question_is_not_read(praat: Praat) -> None:
    praat.klik("start")
    assert praat.vraag is not None
    gezien = praat.vraag.id
    praat.zeg("34", gezien=gezien)
    praat.zeg("34", gezien=gezien)
    assert praat.open == ("partner", None)
    assert "andere vraag" in praat.tekst


def test_the_same_client_id_is_answered_once(bronnen: Bronnen, praat: Praat) -> None:
    praat.klik("start")
    invoer = BeurtInvoer(uuid.uuid4().hex, "34")
    eerste, tweede = beurt(bronnen, praat.id, invoer), beurt(bronnen, praat.id, invoer)
    assert eerste == tweede
    assert tweede.voortgang.beantwoord == 1


def test_income_per_month_asks_about_holiday_pay_and_is_an_estimate(praat: Praat) -> None:
    praat.klik("start:zorgtoeslag")
    praat.zeg("34")
    praat.zeg("nee")
    praat.zeg("2400 per maand")
    assert praat.open == ("inkomen_jaar", None)
    assert "vakantiegeld" in praat.tekst
    praat.zeg("ja")
    praat.zeg("niks")
    uit = praat.uitkomsten()["zorgtoeslag"]
    assert uit.schatting
    assert uit.bedrag_per_maand == Decimal(113)  # 31,104 a year
    assert [r.code for r in uit.let_op] == ["inkomen_omgerekend", "terugbetalen_schatting"]
    assert praat.laatste.tussenstand.onder_voorbehoud


def test_an_amount_without_a_period_is_asked(praat: Praat) -> None:
    praat.klik("start:zorgtoeslag")
    praat.zeg("34")
    praat.zeg("nee")
    praat.zeg("2400")
    assert [k.label for k in praat.laatste.berichten[-1].keuzes or ()] == [
        "Per maand",
        "Per jaar",
        "Weet ik niet",
    ]
    praat.zeg("per maand")
    praat.klik_op("Ja, vakantiegeld zit er al in")
    assert "28.800 euro" in praat.tekst
    assert praat.open == ("vermogen", None)


def test_an_assumption_that_is_not_so_can_be_said(praat: Praat) -> None:
    praat.tot_het_einde(ALLEENSTAANDE_OUDER)
    praat.klik_op("Er klopt iets niet")
    praat.klik_op("Ik heb geen Nederlandse zorgverzekering")
    assert "Zorgtoeslag: eerst 126 euro per maand, nu geen recht" in praat.tekst


def test_an_answer_of_a_branch_that_fell_away_is_not_shown(praat: Praat) -> None:
    praat.tot_het_einde(ALLEENSTAANDE_OUDER)
    praat.klik("wijzig:woonsituatie")
    praat.zeg("koophuis")
    assert "kale_huur" not in [f.feit for f in praat.overzicht.feiten]


def test_birth_month_is_asked_where_a_limit_age_lies_in_the_year(praat: Praat) -> None:
    praat.klik("start:zorgtoeslag")
    for tekst in ("18", "nee", "8000 per jaar", "0"):
        praat.zeg(tekst)
    assert praat.open == ("geboortemaand", None)
    praat.zeg("maart 1990")
    assert praat.open == ("geboortemaand", None)  # that would be 36 years: said kindly, asked again
    praat.zeg("maart 2008")
    assert praat.uitkomsten()["zorgtoeslag"].bedrag_per_jaar == Decimal(1163)


@pytest.mark.parametrize(
    "rommel",
    [
        "x" * 500,
        "😀😀😀",
        "<script>alert(1)</script>",
        '{"a": 1}',
        "/restart",
        "restart",
        "-5",
        "1000000000",
        "300",
        "\u0000",
    ],
)
def test_rubbish_gets_a_sentence_and_loses_nothing(praat: Praat, rommel: str) -> None:
    praat.klik("start")
    praat.zeg(rommel)
    if praat.open == ("bevestig:opnieuw", None):  # "restart" asks first
        praat.zeg("nee")
    assert praat.open == ("leeftijd", None)
    assert praat.laatste.berichten[0].tekst
    praat.zeg("34")
    assert praat.open == ("partner", None)


def test_not_understood_never_says_the_same_twice_in_a_row(praat: Praat) -> None:
    praat.klik("start")
    gezegd = []
    for _ in range(5):
        praat.zeg("blabla dinges")
        gezegd.append(praat.laatste.berichten[0].tekst)
    assert len(set(gezegd)) == len(gezegd)
    assert any("14 0000" in tekst for tekst in gezegd[2:])


def test_reading_the_talk_back_gives_everything_on_screen(bronnen: Bronnen, praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    gelezen = stand(bronnen, praat.id)
    assert [b.van for b in gelezen.berichten] == ["bot", "bot", "u", "bot", "u", "bot"]
    assert gelezen.open_vraag == praat.vraag
    assert gelezen.berichten[2].tekst == "Kijk waar ik recht op heb"
    assert gelezen.voortgang == praat.laatste.voortgang


@pytest.mark.parametrize(
    "zin",
    [
        "ik wil niet meer leven",
        "Ik wil dood",
        "soms denk ik aan zelfmoord",
        "mijn zoon zegt dat hij dood wil",
        "ik maak er een einde aan",
        "ik wil een eind aan mijn leven maken",
    ],
)
def test_a_crisis_sentence_gets_113_and_nothing_else(praat: Praat, zin: str) -> None:
    praat.klik("start")
    praat.zeg(zin, intenties=(("stop", 0.95),))
    assert len(praat.laatste.berichten) == 1
    assert "0800 0113" in praat.tekst
    assert not praat.laatste.berichten[0].keuzes
    praat.zeg("34")
    assert praat.open == ("partner", None)


@pytest.mark.parametrize("zin", ["mijn man slaat mij", "ik word thuis geslagen", "er is huiselijk geweld"])
def test_violence_gets_veilig_thuis(praat: Praat, zin: str) -> None:
    praat.zeg(zin)
    assert "0800 2000" in praat.tekst


@pytest.mark.parametrize(
    "zin", ["ik huur een dode hoek", "de huur is dodelijk duur", "34 jaar en nog niet dood"]
)
def test_ordinary_sentences_are_no_crisis(praat: Praat, zin: str) -> None:
    praat.zeg(zin)
    assert "113" not in praat.tekst


def test_i_understand_nothing_is_no_zero(praat: Praat) -> None:
    praat.klik("start:zorgtoeslag")
    for tekst in ("34", "nee", "24000 per jaar"):
        praat.zeg(tekst)
    praat.zeg("ik snap er niks van", intenties=(("frustratie", 0.9),))
    assert praat.open == ("vermogen", None)


def test_no_means_nobody_where_a_number_is_asked(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("nee")
    praat.zeg("loon")
    praat.zeg("24000")
    praat.zeg("nee alleen ik")
    assert praat.open == ("woonsituatie", None)


@pytest.mark.parametrize("tekst", ["restart", "start", "stop", "terug"])
def test_what_was_typed_with_a_slash_is_no_command(praat: Praat, tekst: str) -> None:
    praat.klik("start")
    praat.zeg(tekst, letterlijk=True, intenties=(("opnieuw", 0.99),))
    assert praat.open == ("leeftijd", None)


def test_a_common_word_is_no_typing_error(praat: Praat) -> None:
    praat.klik("start")
    while praat.open != ("woonsituatie", None):
        praat.antwoord(ALLEENSTAANDE_OUDER)
    praat.zeg("zien mijn buren dit", intenties=(("faq_privacy", 0.8),))
    assert praat.laatste.berichten[0].faq == "privacy"
    assert praat.open == ("woonsituatie", None)


def test_a_question_of_ones_own_wins_from_a_half_read_answer(praat: Praat) -> None:
    praat.klik("start")
    while praat.open != ("woonsituatie", None):
        praat.antwoord(ALLEENSTAANDE_OUDER)
    praat.zeg(
        "kan ik ook huurtoeslag krijgen als ik een kamer huur of een flat",
        intenties=(("faq_huurtoeslag", 0.8),),
    )
    assert praat.laatste.berichten[0].faq == "huurtoeslag"


def test_i_have_no_partner_is_no(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("ik heb geen partner")
    assert praat.open == ("inkomen_soort", None)


def test_only_the_two_of_us_is_nobody_else(praat: Praat) -> None:
    praat.klik("start:huurtoeslag")
    while praat.open != ("medebewoners", None):
        praat.antwoord(PAAR)
    praat.zeg("alleen wij tweeën")
    assert praat.open == ("vermogen", None)


@pytest.mark.parametrize(
    "zin",
    [
        "kan ik iemand bellen",
        "ik wil met een echt mens praten",
        "wat is het telefoonnummer?",
        "kan ik ook gewoon met iemand praten",
        "geef me een medewerker",
    ],
)
def test_who_wants_a_person_gets_the_number_and_the_question_again(praat: Praat, zin: str) -> None:
    praat.klik("start")
    praat.zeg(zin)
    assert "14 0000" in praat.tekst
    assert praat.open == ("leeftijd", None)


@pytest.mark.parametrize(("antwoord", "netto"), [("ja, dat zit erin", "2000"), ("ja", None)])
def test_a_net_income_per_month_is_converted_and_says_so(
    praat: Praat, antwoord: str, netto: str | None
) -> None:
    praat.klik("start:zorgtoeslag")
    praat.zeg("34")
    praat.zeg("nee")
    praat.zeg("ongeveer 2000 in de maand netto")
    assert praat.open == ("inkomen_jaar", None)
    assert "vakantiegeld" in praat.tekst
    praat.zeg(antwoord)
    assert praat.open == ("vermogen", None)
    feit = next(f for f in praat.overzicht.feiten if f.feit == "netto_inkomen_maand")
    assert Decimal(feit.waarde) > 2000 if netto is None else feit.tekst == "2.000 euro netto per maand"
    praat.zeg("0")
    uit = praat.uitkomsten()["zorgtoeslag"]
    assert uit.schatting
    assert "inkomen_omgerekend" in [r.code for r in uit.let_op]
    assert "netto_inkomen_maand" in uit.door
    praat.klik("wijzig:netto_inkomen_maand")
    praat.zeg("1800")
    assert [f.feit for f in praat.overzicht.feiten].count("netto_inkomen_maand") == 1


def test_a_gross_income_takes_the_place_of_a_net_one(praat: Praat) -> None:
    praat.klik("start:zorgtoeslag")
    for tekst in ("34", "nee", "2000 netto", "ja zit erin", "0"):
        praat.zeg(tekst)
    praat.zeg("terug")
    praat.zeg("terug")
    assert praat.open == ("netto_inkomen_maand", None)
    praat.zeg("2100")
    praat.zeg("ja")
    praat.klik("wijzig:netto_inkomen_maand")
    praat.zeg("1900")
    praat.zeg("ja")
    assert {f.feit for f in praat.overzicht.feiten} >= {"netto_inkomen_maand"}


def test_a_partners_net_income_too(praat: Praat) -> None:
    praat.klik("start:zorgtoeslag")
    for tekst in ("34", "ja", "24000", "mijn man krijgt 1500 netto", "ja zit erin", "0"):
        praat.zeg(tekst)
    uit = praat.uitkomsten()["zorgtoeslag"]
    assert "netto_inkomen_partner_maand" in uit.door
    assert uit.recht == "waarschijnlijk_wel"


def test_a_question_in_between_never_takes_the_answer_to_the_next_one(praat: Praat) -> None:
    praat.klik("start")
    for tekst in ("34", "nee", "loon", "2000 netto"):
        praat.zeg(tekst)
    praat.klik("weet_niet")
    assert praat.open == ("kinderen", None)
    praat.zeg("nee")
    feiten = {f.feit: f.waarde for f in praat.overzicht.feiten}
    assert Decimal(feiten["netto_inkomen_maand"]) > 2_000
    assert feiten["kinderen"] == []


def test_a_scheme_that_raises_is_logged_without_facts_and_hides_no_other(
    bronnen: Bronnen, caplog: pytest.LogCaptureFixture
) -> None:
    def valt(*_: object) -> Beoordeling:
        raise ZeroDivisionError("30000 euro")

    kapot = replace(REGELINGEN["huurtoeslag"], beoordeel=valt)
    praat = Praat(replace(bronnen, landelijk={**REGELINGEN, "huurtoeslag": kapot}))
    praat.tot_het_einde(ALLEENSTAANDE_OUDER)
    assert praat.uitkomsten()["huurtoeslag"].redenen[0].code == "rekenfout"
    assert praat.uitkomsten()["zorgtoeslag"].bedrag_per_maand == Decimal(126)
    assert "huurtoeslag could not be computed: ZeroDivisionError" in caplog.text
    assert "30000" not in caplog.text


def test_a_partner_for_part_of_the_year_is_said_under_something_is_wrong(praat: Praat) -> None:
    praat.tot_het_einde(PAAR)
    eerst = praat.uitkomsten()["zorgtoeslag"].bedrag_per_jaar
    praat.klik_op("Er klopt iets niet")
    praat.klik_op("Ik heb mijn partner nog geen heel jaar")
    assert praat.open == ("partner_sinds", None)
    praat.zeg("juni 2026")
    assert "partner_sinds" in [f.feit for f in praat.overzicht.feiten]
    assert praat.overzicht.feiten[-1].tekst == "juni 2026"
    zorg = praat.uitkomsten()["zorgtoeslag"]
    assert zorg.bedrag_per_jaar != eerst
    assert "partner_sinds" not in [v.feit for v in zorg.voorwaarden]
    assert "Uw partner telt mee vanaf juli 2026." in [r.tekst.partition(" Vanaf")[0] for r in zorg.let_op]
