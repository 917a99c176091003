"""Questions of the resident's own in between: answered, and the talk goes on where it was."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from actions.gesprek.bronnen import Bronnen
from content.bestanden import SOORTEN
from content.inhoud import Inhoud
from content.parameters import Parameters
from tests.gesprek.conftest import CONTENT
from tests.gesprek.praat import Praat
from tests.gesprek.staten import HUISHOUDEN, MET_VRAAG, STATEN, ZONDER_VRAAG, tot

HUUR = (("faq_huurtoeslag", 0.9),)
PRIVACY = (("faq_privacy", 0.9),)
TERUG = (("faq_toeslag_terugbetalen", 0.9),)


MET_VERVOLG = (("faq_met_vervolg", 0.9),)
FAQ_MET_VERVOLG = """\
---
titel: Moet ik bang zijn?
eigenaar: Team Proef
nagekeken: 2026-11-20
bronnen:
  - {naam: Proef, url: "https://voorbeeldstad.example"}
voorbeelden: [moet ik bang zijn]
vervolg:
  vraag: Heeft u al een brief?
  keuzes:
    - {label: "Nee, maar ik ben bang", antwoord: Dat is nergens voor nodig.}
    - {label: "Ja, ik heb een brief", antwoord: Kijk of de brief klopt.}
---
Nee hoor.
"""


@pytest.fixture(scope="module")
def met_vervolg(tmp_path_factory: pytest.TempPathFactory, parameters: Parameters) -> Inhoud:
    """The real texts, one topic with a follow-up question, and one scheme without a topic."""
    map_ = tmp_path_factory.mktemp("content")
    for soort in SOORTEN:
        if soort != "faq":
            (map_ / soort).symlink_to(CONTENT / soort)
    (map_ / "faq").mkdir()
    for bestand in (CONTENT / "faq").iterdir():
        if bestand.name != "kinderopvangtoeslag.md":
            (map_ / "faq" / bestand.name).symlink_to(bestand)
    (map_ / "faq" / "met-vervolg.md").write_text(FAQ_MET_VERVOLG, encoding="utf-8")
    return Inhoud(map_, parameters)


@pytest.fixture
def praat(bronnen: Bronnen, met_vervolg: Inhoud) -> Praat:
    return Praat(replace(bronnen, inhoud=met_vervolg), "voorbeeldstad")


def _regelingen(praat: Praat) -> list[str]:
    return [u.regeling for b in praat.laatste.berichten for u in b.uitkomsten or ()]


def _knoppen(praat: Praat) -> set[str]:
    return {k.id for b in praat.laatste.berichten for k in b.keuzes or ()}


# --- three in a row, in every state ----------------------------------------------------------------------------------


@pytest.mark.parametrize("staat", MET_VRAAG)
def test_three_questions_in_a_row_are_answered_and_the_open_one_waits(praat: Praat, staat: str) -> None:
    MET_VRAAG[staat](praat)
    open_, feiten = praat.open, praat.overzicht.feiten
    assert praat.vraag is not None
    gesteld = [praat.vraag.tekst]
    for zin, intenties, faq in (
        ("mag mijn buurman dit lezen", PRIVACY, "privacy"),
        ("hoe werkt die toeslag op mijn woning", HUUR, "huurtoeslag"),
        ("straks pakken ze het weer af", TERUG, "toeslag-terugbetalen"),
    ):
        praat.zeg(zin, intenties=intenties)
        assert praat.laatste.berichten[0].faq == faq, praat.tekst
        assert praat.open == open_
        assert praat.vraag is not None
        gesteld.append(praat.vraag.tekst)
    assert praat.overzicht.feiten == feiten
    assert all(eerst != dan for eerst, dan in pairwise(gesteld)), gesteld


def test_in_between_the_question_comes_back_in_its_shorter_form(praat: Praat) -> None:
    tot(praat, "leeftijd")
    praat.zeg("mag mijn buurman dit lezen", intenties=PRIVACY)
    assert praat.vraag is not None
    assert praat.vraag.tekst == "Wat is uw leeftijd?"
    praat.zeg("34")
    assert praat.open == ("partner", None)


@pytest.mark.parametrize("staat", ZONDER_VRAAG)
def test_without_a_question_a_topic_is_answered_and_nothing_is_asked(praat: Praat, staat: str) -> None:
    ZONDER_VRAAG[staat](praat)
    praat.zeg("mag mijn buurman dit lezen", intenties=PRIVACY)
    assert praat.laatste.berichten[0].faq == "privacy"
    assert praat.open is None


# --- follow-up steps -------------------------------------------------------------------------------------------------


def _met_vervolg(praat: Praat) -> None:
    praat.zeg("moet je daar dan voor vrezen", intenties=MET_VERVOLG)
    assert "Heeft u al een brief?" in praat.tekst


BANG = "Dat is nergens voor nodig."


@pytest.mark.parametrize(
    "getypt", ["Nee, maar ik ben bang", "ik ben bang", "nee maar ik ben heel bang", "nee"]
)
def test_a_follow_up_choice_can_be_typed_when_nothing_else_waits(praat: Praat, getypt: str) -> None:
    _met_vervolg(praat)
    praat.zeg(getypt)
    assert BANG in praat.tekst


@pytest.mark.parametrize("getypt", ["Nee, maar ik ben bang", "ik ben bang", "nee maar ik ben heel bang"])
def test_a_follow_up_choice_can_be_typed_while_a_question_is_open(praat: Praat, getypt: str) -> None:
    tot(praat, "leeftijd")
    _met_vervolg(praat)
    praat.zeg(getypt)
    assert BANG in praat.tekst
    assert praat.open == ("leeftijd", None)


def test_what_answers_the_open_question_is_for_that(praat: Praat) -> None:
    tot(praat, "partner")
    _met_vervolg(praat)
    praat.zeg("nee")
    assert BANG not in praat.tekst
    assert praat.overzicht.feiten[-1].feit == "partner"
    tot_leeftijd = Praat(praat.bronnen, "voorbeeldstad")
    tot(tot_leeftijd, "leeftijd")
    _met_vervolg(tot_leeftijd)
    tot_leeftijd.zeg("34")
    assert tot_leeftijd.open == ("partner", None)


def test_a_number_chooses_only_when_it_is_no_answer(praat: Praat) -> None:
    tot(praat, "partner")
    _met_vervolg(praat)
    praat.zeg("1")
    assert BANG in praat.tekst
    assert praat.open == ("partner", None)


def test_what_is_said_with_a_not_is_not_taken_for_the_choice_without(praat: Praat) -> None:
    _met_vervolg(praat)
    praat.zeg("ik ben helemaal niet bang hoor")
    assert BANG not in praat.tekst


@pytest.mark.parametrize("weg", ["34", "mag mijn buurman dit lezen", "waarom", "wat is kindgebonden budget"])
def test_a_follow_up_can_be_left_and_its_old_button_still_answers(praat: Praat, weg: str) -> None:
    tot(praat, "leeftijd")
    _met_vervolg(praat)
    oud = praat.knop("Nee, maar ik ben bang")
    praat.zeg(weg, intenties=PRIVACY if "buurman" in weg else ())
    assert BANG not in praat.tekst
    open_ = praat.open
    praat.klik(oud)
    assert BANG in praat.tekst
    assert praat.open == open_


def test_the_old_button_of_a_follow_up_never_grows_too_old(praat: Praat) -> None:
    praat.klik("start")
    _met_vervolg(praat)
    oud = praat.knop("Nee, maar ik ben bang")
    praat.tot_het_einde(HUISHOUDEN, start=None, verder=True)
    praat.klik(oud)
    assert BANG in praat.tekst


@pytest.mark.parametrize(
    "knop",
    [
        "vervolg:met-vervolg:9",
        "vervolg:met-vervolg:x",
        "vervolg:niks:0",
        "vervolg:crisis:0",
    ],
)
def test_a_follow_up_that_is_not_there_is_an_old_button(praat: Praat, knop: str) -> None:
    tot(praat, "leeftijd")
    praat.klik(knop)
    assert "Deze knop hoort bij een eerdere vraag" in praat.tekst
    assert praat.open == ("leeftijd", None)


# --- what is it? -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("staat", STATEN)
@pytest.mark.parametrize(
    "zin",
    [
        "wat is kinderopvangtoeslag",
        "wat is de kot?",
        "kinderopvangtoeslg wat is dat",
        "hoe zit het met kinder opvang toeslag",
    ],
)
def test_a_scheme_without_a_topic_is_told_in_its_own_words(praat: Praat, staat: str, zin: str) -> None:
    STATEN[staat](praat)
    open_, feiten = praat.open, praat.overzicht.feiten
    praat.zeg(zin)
    assert "Kinderopvangtoeslag is geld voor de opvang van uw kinderen" in praat.tekst
    assert "start:kinderopvangtoeslag" in _knoppen(praat)
    assert (praat.open, praat.overzicht.feiten) == (open_, feiten)


def test_a_scheme_with_a_topic_is_answered_by_that(praat: Praat) -> None:
    praat.zeg("wat is huursubsidie")
    assert praat.laatste.berichten[0].faq == "huurtoeslag"
    assert "start:huurtoeslag" in _knoppen(praat)


@pytest.mark.parametrize("naam", ["voedselbank", "voedslbank", "de voedselbank?"])
def test_a_name_alone_is_enough(praat: Praat, naam: str) -> None:
    tot(praat, "leeftijd")
    praat.zeg(naam)
    assert "eten" in praat.tekst or praat.laatste.berichten[0].faq == "voedselbank"
    assert praat.open == ("leeftijd", None)


def test_a_scheme_that_this_gemeente_has_not_told_of(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    if "voedselbank" not in praat.bronnen.inhoud.faqs():
        praat.zeg("krijg ik iets van de voedselbank")
        praat.zeg("wat is de voedselbank")
        assert "14 0000" in praat.tekst
        assert "start:voedselbank" not in _knoppen(praat)


@pytest.mark.parametrize(
    "zin", ["bijstand", "ik krijg bijstand", "krijg ik bijstand", "bijstnad", "ik leef van bijstand"]
)
def test_the_name_of_a_scheme_that_answers_the_question_is_an_answer(praat: Praat, zin: str) -> None:
    tot(praat, "inkomen_soort")
    praat.zeg(zin)
    assert praat.open != ("inkomen_soort", None), praat.tekst
    gezegd = {f.feit: f.waarde for f in praat.overzicht.feiten}
    assert gezegd["inkomen_soort"] == "bijstand"


@pytest.mark.parametrize(
    "zin",
    [
        "ik krijg geen huurtoeslag",
        "waarom krijg ik geen huurtoeslag",
        "moet ik huurtoeslag terugbetalen",
        "mijn zus krijgt ook zorgtoeslag",
        "wat is het verschil tussen huurtoeslag en zorgtoeslag",
        "hoeveel huurtoeslag krijg ik als ik 700 euro huur betaal",
        "wanneer wordt zorgtoeslag gestort",
    ],
)
def test_more_than_a_plain_question_does_not_start_a_scheme(praat: Praat, zin: str) -> None:
    praat.zeg(zin)
    assert praat.open is None or praat.open[0] != "partner"
    assert "Ik reken het voor u uit" not in praat.tekst


# --- work it out for me ----------------------------------------------------------------------------------------------

REKEN = (
    "bereken huurtoeslag voor mij",
    "krijg ik huurtoeslag",
    "heb ik recht op huurtoeslag?",
    "hoeveel huursubsidie krijg ik",
    "reken hurtoeslag eens uit joh",
    "ik wil graag weten of ik recht heb op huurtoeslag",
)


@pytest.mark.parametrize("zin", REKEN)
def test_before_a_check_it_starts_that_scheme(praat: Praat, zin: str) -> None:
    praat.zeg(zin)
    assert "Ik reken het voor u uit" in praat.tekst
    praat.tot_het_einde(HUISHOUDEN, start=None)
    assert _regelingen(praat) == ["huurtoeslag"]


@pytest.mark.parametrize("zin", ["reken maar uit", "ja graag", "reken t uit", "heb ik daar recht op"])
def test_reken_maar_uit_is_about_what_was_just_told(praat: Praat, zin: str) -> None:
    praat.zeg("wat is huurtoeslag")
    praat.zeg(zin)
    assert "Ik reken het voor u uit" in praat.tekst, praat.tekst
    praat.tot_het_einde(HUISHOUDEN, start=None)
    assert _regelingen(praat) == ["huurtoeslag"]


def test_reken_maar_uit_without_a_subject_is_the_whole_check(praat: Praat) -> None:
    praat.zeg("reken maar uit")
    assert praat.open == ("leeftijd", None)
    praat.zeg("reken maar uit")
    assert praat.open == ("leeftijd", None)
    assert "nog een antwoord nodig" in praat.tekst


@pytest.mark.parametrize("zin", [*REKEN, "!start:huurtoeslag"])
def test_in_the_middle_the_named_scheme_comes_first_and_the_rest_after_it(praat: Praat, zin: str) -> None:
    tot(praat, "kinderen")
    _zeg_of_klik(praat, zin)
    assert "eerst naar huurtoeslag" in praat.tekst
    gevraagd = []
    while not _regelingen(praat):
        assert praat.open is not None
        gevraagd.append(praat.open[0])
        praat.antwoord(HUISHOUDEN)
    assert _regelingen(praat) == ["huurtoeslag"]
    assert "verder met de rest" in praat.tekst
    assert "leeftijd" not in gevraagd
    assert "woonsituatie" in gevraagd
    praat.tot_het_einde(HUISHOUDEN, start=None)
    assert {"zorgtoeslag", "huurtoeslag", "kindgebonden-budget"} <= set(_regelingen(praat))
    gewoon = Praat(praat.bronnen, "voorbeeldstad")
    gewoon.tot_het_einde(HUISHOUDEN)
    assert praat.uitkomsten() == gewoon.uitkomsten()


def _zeg_of_klik(praat: Praat, zin: str) -> None:
    if zin.startswith("!"):
        praat.klik(zin[1:])
    else:
        praat.zeg(zin)


@pytest.mark.parametrize("staat", STATEN)
@pytest.mark.parametrize("zin", ["bereken bijstand", "!start:zorgtoeslag"])
def test_in_every_state_no_answer_is_lost_and_the_check_ends_the_same(
    praat: Praat, staat: str, zin: str
) -> None:
    huishouden = STATEN[staat](praat)
    feiten = {f.feit: f.waarde for f in praat.overzicht.feiten}
    _zeg_of_klik(praat, zin)
    assert feiten.items() <= {f.feit: f.waarde for f in praat.overzicht.feiten}.items()
    praat.vorig_jaar = False
    if staat == "grens" and praat.open == ("vermogen", None):
        praat.zeg("ja")
    praat.tot_het_einde(huishouden, start=None, verder=True)
    gewoon = Praat(praat.bronnen, "voorbeeldstad")
    gewoon.tot_het_einde(huishouden, verder=True)
    assert _oordelen(praat) == _oordelen(gewoon)


def _oordelen(praat: Praat) -> dict[str, tuple[str, object]]:
    return {id_: (u.recht, u.bedrag_per_maand) for id_, u in praat.uitkomsten().items()}


def test_what_is_settled_is_shown_at_once_and_the_question_stays(praat: Praat) -> None:
    tot(praat, "groep:situatie")
    praat.zeg("heb ik recht op huurtoeslag")
    assert _regelingen(praat) == ["huurtoeslag"]
    assert praat.open == ("groep:situatie", None)


def test_after_one_scheme_another_can_be_worked_out_and_then_all(praat: Praat) -> None:
    praat.tot_het_einde(HUISHOUDEN, start="start:huurtoeslag")
    praat.zeg("en krijg ik ook zorgtoeslag")
    praat.tot_het_einde(HUISHOUDEN, start=None)
    assert "zorgtoeslag" in _regelingen(praat)
    praat.klik("verder")
    praat.tot_het_einde(HUISHOUDEN, start=None)
    assert {"zorgtoeslag", "huurtoeslag", "kindgebonden-budget"} <= set(_regelingen(praat))


def test_two_schemes_in_one_sentence(praat: Praat) -> None:
    praat.zeg("heb ik recht op huurtoeslag en zorgtoeslag")
    praat.tot_het_einde(HUISHOUDEN, start=None)
    assert set(_regelingen(praat)) == {"huurtoeslag", "zorgtoeslag"}
