"""For somebody else: the talk hears for whom, asks about that person, and reads what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.contract import Bericht
from actions.gesprek import persoon
from actions.gesprek.beurt import stand
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.voor_wie_horen import Gezegd, herken
from content.herkennen import patronen
from content.inhoud import Inhoud
from content.taal.sjablonen import versies
from content.voor_ander import TEKSTEN
from tests.gesprek.praat import Praat

ZINNEN = yaml.safe_load((Path(__file__).parent / "zinnen/voor_wie.yml").read_text(encoding="utf-8"))
TOT_U = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
IK = re.compile(r"\b(?:ik|mij|mijn|mezelf|wij|we|ons|onze)\b", re.IGNORECASE)
WIE = ("moeder", "vader", "client", persoon.IEMAND)
MOEDER: dict[str, Any] = {
    "leeftijd": 71,
    "partner": False,
    "inkomen_soort": "aow",
    "inkomen_jaar": 19500,
    "kinderen": [],
    "medebewoners": [],
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": 650,
    "vermogen": "3000",
    "vermogen_nu": "3000",
    "aow_volledig": True,
    "netto_inkomen_maand": 1500,
    "bijzondere_kosten": [],
    "jaren_laag_inkomen": 5,
}


def tot_wie_typt(tekst: str, naam: str) -> list[str]:
    """The words in a text that mean who types, when the person is called `naam`."""
    return TOT_U.findall(re.sub(re.escape(naam), " ", tekst, flags=re.IGNORECASE))


# --- hearing for whom --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("geval", ZINNEN["ander"], ids=lambda geval: geval["zin"])
def test_heard_for_whom(geval: dict[str, str]) -> None:
    assert herken(geval["zin"]) == Gezegd(geval["relatie"], geval.get("rest", ""))


@pytest.mark.parametrize("zin", ZINNEN["zelf"])
def test_heard_that_it_is_about_who_types(zin: str) -> None:
    assert herken(zin) == Gezegd(None)


@pytest.mark.parametrize("zin", ZINNEN["geen"])
def test_something_else(zin: str) -> None:
    assert herken(zin) is None


def test_every_relation_has_a_name_and_every_name_a_relation(inhoud: Inhoud) -> None:
    groepen = patronen("voor_wie").groepen
    namen = {id_.rpartition(".")[2] for id_ in inhoud.teksten() if id_.startswith("voor_wie.naam.")}
    assert namen <= groepen.keys()
    voornaamwoorden = {"zij": 0, "hij": 0, None: 0}
    for naam in namen:
        voornaamwoorden[persoon.voornaamwoord(naam)] += 1
    assert all(voornaamwoorden.values())
    # What stands in one group of words for all of them is not forgotten in the other.
    los = {w for naam, woorden in groepen.items() if naam in namen for w in woorden}
    assert los <= {*groepen["een_ander"], *groepen["eigen_kind"]}
    assert los <= set(groepen["wie"])


# --- the words of the questions ------------------------------------------------------------------------------------


@pytest.mark.parametrize("relatie", WIE)
def test_no_question_speaks_to_who_helps(inhoud: Inhoud, relatie: str) -> None:
    namen = persoon.namen(inhoud, relatie)
    for id_, vraag in inhoud.vragen().items():
        woorden = vraag.over(namen)
        for veld in TEKSTEN:
            for versie in versies(getattr(woorden, veld) or ""):
                assert not tot_wie_typt(versie, namen["persoon"]), (id_, veld, versie)
                assert "persoon }}" not in versie, (id_, veld)
        for keuze in woorden.keuzes:
            assert not tot_wie_typt(keuze.label, namen["persoon"]), (id_, keuze.label)
            assert not IK.search(keuze.label.replace(namen["persoon"], "")), (id_, keuze.label)


def test_questions_name_the_person(praat: Praat) -> None:
    praat.zeg("ik vul dit in voor mijn moeder")
    assert "uw moeder" in praat.tekst
    assert praat.klik_op("Kijk waar uw moeder recht op heeft").berichten[-1].tekst == "Hoe oud is uw moeder?"
    praat.zeg("71")
    assert praat.vraag is not None
    assert praat.vraag.tekst.startswith("Is uw moeder getrouwd, of woont zij samen")


def test_of_whom_nothing_is_known_there_is_no_pronoun(praat: Praat) -> None:
    praat.zeg("ik help iemand")
    praat.klik("start")
    assert (
        praat.zeg("40")
        .berichten[-1]
        .tekst.startswith("Is deze persoon getrouwd, of woont deze persoon samen")
    )


# --- a whole talk ---------------------------------------------------------------------------------------------------


def alles(praat: Praat, huishouden: dict[str, Any]) -> list[Bericht]:
    """All messages of a talk through every round."""
    gezegd = list(praat.klik("start").berichten)
    for _ in range(60):
        if praat.open is not None:
            praat.antwoord(huishouden)
        elif any(k.id == "verder" for b in praat.laatste.berichten for k in b.keuzes or ()):
            praat.klik("verder")
        else:
            return gezegd
        gezegd += praat.laatste.berichten
    raise AssertionError("the talk does not end")


def woorden_van(berichten: Iterable[Bericht]) -> Iterable[str]:
    for bericht in berichten:
        yield bericht.tekst
        yield from (keuze.label for keuze in bericht.keuzes or ())
        if bericht.invoer is not None and bericht.invoer.hulp:
            yield bericht.invoer.hulp


@pytest.mark.parametrize("gemeente", ["kaalstad", "voorbeeldstad"])
def test_a_mother_of_71_through_all_rounds(bronnen: Bronnen, gemeente: str) -> None:
    zelf, voor_moeder = Praat(bronnen, gemeente, vorig_jaar=True), Praat(bronnen, gemeente, vorig_jaar=True)
    huishouden = {**MOEDER, "was_vorig_jaar_zelfde": True}
    alles(zelf, huishouden)
    voor_moeder.zeg("ik vul dit in voor mijn moeder")
    gezegd = alles(voor_moeder, huishouden)

    assert len([b for b in gezegd if b.soort == "vraag"]) > 8
    toegestaan = ("Staat er 'u'?", "Bel", "helpen u", "helpt u", "kom langs")
    for tekst in woorden_van(gezegd):
        for zin in re.split(r"(?<=[.?!:])\s+|\n", tekst):
            assert not tot_wie_typt(zin, "uw moeder") or any(t in zin for t in toegestaan), zin
    uitkomst = next(b for b in gezegd if b.soort == "uitkomst")
    assert "**Uw moeder krijgt waarschijnlijk" in uitkomst.tekst
    assert "Alles hieronder gaat over uw moeder." in uitkomst.tekst

    # Whom it is about changes no outcome.
    assert voor_moeder.uitkomsten() == zelf.uitkomsten()
    assert {f.feit: f.waarde for f in voor_moeder.overzicht.feiten} == {
        f.feit: f.waarde for f in zelf.overzicht.feiten
    }


# --- reading what the helper says -----------------------------------------------------------------------------------


def test_what_is_said_of_her_is_taken_in(praat: Praat) -> None:
    praat.zeg("ik vul dit in voor mijn moeder van 71, ze woont alleen in een huurhuis van 650 euro")
    assert "uw moeder is 71 jaar." in praat.tekst
    assert "Uw moeder heeft geen partner." in praat.tekst
    feiten = {f.feit: f.waarde for f in praat.overzicht.feiten}
    assert feiten["leeftijd"] == 71
    assert feiten["partner"] is False
    assert feiten["woonsituatie"] == "huur_zelfstandig"


@pytest.mark.parametrize(
    "zin", ["ze is 71", "mijn moeder is 71", "71", "Ma is 71 jaar", "ik ben 45 maar zij is 71"]
)
def test_her_age(praat: Praat, zin: str) -> None:
    praat.zeg("voor mijn moeder")
    praat.klik("start")
    praat.zeg(zin)
    assert {f.feit: f.waarde for f in praat.overzicht.feiten} == {"leeftijd": 71}


def test_the_age_of_the_helper_is_asked_again(praat: Praat) -> None:
    praat.zeg("voor mijn moeder")
    praat.klik("start")
    eerste = praat.zeg("ik ben 45").berichten[0].tekst
    assert praat.open == ("leeftijd", None)
    assert "uw moeder" in eerste
    assert praat.zeg("ik ben 45 jaar").berichten[0].tekst != eerste
    assert not praat.overzicht.feiten


def test_her_husband_is_her_partner(praat: Praat) -> None:
    praat.zeg("voor mijn moeder")
    praat.klik("start")
    praat.zeg("71")
    praat.zeg("ja, haar man is 75")
    assert "De partner van uw moeder is 75 jaar." in praat.tekst


def test_who_lives_there_is_said_as_hers(bronnen: Bronnen) -> None:
    praat = Praat(bronnen)
    praat.zeg("voor mijn moeder")
    praat.klik("start:huurtoeslag")
    huishouden = {**MOEDER, "medebewoners": [{"relatie": "kind"}]}
    while praat.open is not None and praat.open[0] != "medebewoners.relatie":
        praat.antwoord(huishouden)
    assert praat.vraag is not None
    assert praat.vraag.tekst == "Wie is dat van uw moeder?"
    praat.zeg("mijn broer")
    assert praat.open == ("medebewoners.relatie", 1)
    praat.zeg("haar zoon")
    assert praat.open != ("medebewoners.relatie", 1)


# --- the small things -----------------------------------------------------------------------------------------------


def test_care_is_not_filling_in(praat: Praat) -> None:
    praat.zeg("ik help mijn moeder elke dag", intenties=(("faq_huurtoeslag", 0.9),))
    assert "uw moeder" not in praat.tekst
    praat.zeg("ik help mijn moeder met dit", intenties=(("faq_huurtoeslag", 0.9),))
    assert "uw moeder" in praat.tekst


def test_by_the_button(praat: Praat) -> None:
    praat.klik_op("Voor iemand anders")
    praat.klik_op("Mijn vader")
    praat.klik_op("Alleen huurtoeslag")
    assert praat.vraag is not None
    assert praat.vraag.tekst == "Hoe oud is uw vader?"
    praat.zeg("hij is 68")
    assert praat.open == ("partner", None)


def test_to_the_button_a_word_is_enough(praat: Praat) -> None:
    praat.klik_op("Voor iemand anders")
    praat.zeg("buurvrouw")
    assert "uw buurvrouw" in praat.tekst


def test_a_name_is_not_kept(praat: Praat, bronnen: Bronnen) -> None:
    praat.klik_op("Voor iemand anders")
    praat.zeg("Wilhelmina")
    assert "deze persoon" in praat.tekst
    praat.zeg("ik vul dit in voor mijn moeder Wilhelmina van der Berg")
    praat.zeg("start")
    praat.zeg("ze heet Wilhelmina Berg en ze is 71")
    alles_ = stand(bronnen, praat.id).model_dump_json()
    assert "Wilhelmina" not in alles_
    assert "Berg" not in alles_


def test_survives_reload_back_and_change_and_goes_with_begin_again(praat: Praat, bronnen: Bronnen) -> None:
    praat.zeg("voor mijn oma")
    praat.klik("start")
    praat.zeg("82")
    opnieuw_geladen = stand(bronnen, praat.id).open_vraag
    assert opnieuw_geladen is not None
    assert "uw oma" in opnieuw_geladen.tekst
    assert praat.zeg("terug").berichten[-1].tekst == "Hoe oud is uw oma?"
    praat.zeg("82")
    assert praat.klik("wijzig:leeftijd").berichten[-1].tekst == "Hoe oud is uw oma?"
    praat.zeg("83")
    praat.zeg("opnieuw")
    praat.zeg("ja")
    praat.klik("start")
    assert praat.vraag is not None
    assert praat.vraag.tekst == "Hoe oud bent u?"


def test_back_to_oneself(praat: Praat) -> None:
    praat.zeg("voor mijn oma")
    praat.zeg("nee het gaat over mijzelf")
    praat.klik("start")
    assert praat.vraag is not None
    assert praat.vraag.tekst == "Hoe oud bent u?"


@pytest.mark.parametrize(("antwoord", "over"), [("ja", 1), ("nee", 0)])
def test_answers_given_before_are_hers_only_when_that_is_said(praat: Praat, antwoord: str, over: int) -> None:
    praat.klik("start")
    praat.zeg("71")
    praat.zeg("ik vul dit in voor mijn moeder")
    assert praat.vraag is not None
    assert praat.vraag.tekst == "Gingen de antwoorden tot nu toe ook over uw moeder?"
    praat.zeg(antwoord)
    assert len(praat.overzicht.feiten) == over
    if praat.open is None:
        praat.klik("start")
    assert praat.vraag is not None
    assert "uw moeder" in praat.vraag.tekst


def test_told_of_somebody_else_before_anything_is_asked(praat: Praat) -> None:
    praat.zeg("mijn moeder is 71 en woont alleen")
    assert "Vult u dit in voor uw moeder?" in praat.tekst
    praat.zeg("ja")
    assert "Uw moeder heeft geen partner." in praat.tekst
    assert {f.feit: f.waarde for f in praat.overzicht.feiten}["leeftijd"] == 71


def test_asked_for_somebody_else(praat: Praat) -> None:
    praat.zeg("heeft mijn oma recht op huurtoeslag?", intenties=(("faq_huurtoeslag", 0.9),))
    assert "Vult u dit in voor uw oma?" in praat.tekst
    praat.klik_op("Ja")
    assert praat.vraag is not None
    assert praat.vraag.tekst == "Hoe oud is uw oma?"
    assert praat.bronnen.opslag.lees(praat.id).staat.scope == ("huurtoeslag",)  # type: ignore[union-attr]


@pytest.mark.parametrize("zin", ["mijn moeder is 71 en woont bij mij", "mijn dochter is 8", "mijn man is 71"])
def test_told_of_the_own_household_is_no_reason_to_ask(praat: Praat, zin: str) -> None:
    praat.zeg(zin)
    assert "Vult u dit in" not in praat.tekst


def test_the_helpers_own_family_is_not_the_person(praat: Praat) -> None:
    praat.zeg("voor mijn vader")
    praat.klik("start")
    praat.zeg("me moeder is 66")
    assert praat.open == ("leeftijd", None)
    assert not praat.overzicht.feiten


def test_two_people_are_asked_about_one_by_one(praat: Praat) -> None:
    praat.zeg("voor mijn ouders")
    praat.klik_op("Mijn vader")
    assert praat.klik("start").berichten[-1].tekst == "Hoe oud is uw vader?"


def test_a_husband_counts_with_who_types(praat: Praat) -> None:
    praat.zeg("ik doe dit voor mijn man")
    assert praat.klik("start").berichten[-1].tekst == "Hoe oud bent u?"


def test_boxes_are_ticked_in_the_words_on_screen(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, "voorbeeldstad")
    praat.zeg("voor mijn buurman")
    praat.klik("start")
    for _ in range(60):
        if praat.open is None:
            praat.klik("verder")
        elif praat.open[0] == "groep:situatie":
            break
        else:
            praat.antwoord(MOEDER)
    assert praat.vraag is not None
    labels = {k.label for k in praat.vraag.keuzes or ()}
    gekozen = ["Heeft moeite om gas en stroom te betalen", "Loopt achter met de huur of een vaste rekening"]
    assert set(gekozen) <= labels
    praat.zeg(", ".join(gekozen))
    feiten = bronnen.opslag.lees(praat.id)
    assert feiten is not None
    assert feiten.staat.feiten["energie_hoog"] is True
    assert feiten.staat.feiten["huurachterstand"] is True
    assert replace(feiten.staat).extra[persoon.SLEUTEL] == "buurman"
