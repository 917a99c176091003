"""Amounts and local rules on screens: read, change one with its source, see what people get, try another day."""

from __future__ import annotations

import re

import pytest

from tests.web.redactie.kantoor import Kantoor, Redacteur

STAD, IIT = "gemeenten/voorbeeldstad.yml", "individuele-inkomenstoeslag"
VORM = f"/redactie/lokaal/gemeenten/voorbeeldstad/{IIT}"
BRON = {
    "bron_naam": "Verzonnen verordening 2027",
    "bron_url": "https://voorbeeldstad.example/nieuw",
    "bron_datum": "2026-11-12",
    "reden": "Besluit van de raad",
}


def concept_van(kantoor: Kantoor) -> str:
    (een,) = kantoor.concepten.open_(STAD)
    return een.tekst or ""


def test_everything_of_the_gemeente_and_its_regions_with_source_and_date(kantoor: Kantoor) -> None:
    tekst = kantoor.beheerder.kijk("/redactie/lokaal").text
    assert "Individuele inkomenstoeslag" in tekst
    assert re.search(
        r"Bedrag voor iemand alleen</dt><dd>460 euro</dd>|Bedrag voor iemand alleen</dt><dd>€", tekst
    )
    assert "Verzonnen verordening inkomenstoeslag, 1 januari 2026" in tekst
    assert "Dit deelt u met andere gemeenten" in tekst
    assert 'href="/redactie/lokaal/regios/regio-voorbeeldland/' in tekst


@pytest.mark.parametrize(
    "pad", ["/redactie/lokaal", VORM, "/redactie/lokaal/proef", "/redactie/lokaal/landelijk"]
)
def test_only_for_managers(kantoor: Kantoor, pad: str) -> None:
    assert kantoor.publicist.kijk(pad).status_code == 403


def test_another_gemeente_is_not_there(kantoor: Kantoor) -> None:
    assert kantoor.elders.kijk(VORM).status_code == 404
    assert kantoor.elders.doe(VORM, **BRON).status_code == 404
    assert kantoor.beheerder.kijk("/redactie/lokaal/parameters/huurtoeslag/x").status_code == 404


def test_one_amount_with_its_source_becomes_a_draft_and_what_people_get_is_shown(kantoor: Kantoor) -> None:
    wie: Redacteur = kantoor.beheerder
    antwoord = wie.druk(VORM, VORM, **{**BRON, "w:bedragen.0.bedrag": "470"})
    assert antwoord.status_code == 303
    nieuw = concept_van(kantoor)
    assert '{bedrag: "470.00", huishouden: alleenstaande}' in nieuw
    assert "Verzonnen verordening 2027" in nieuw
    assert kantoor.lees(STAD).count("470.00") == 0
    proef = wie.kijk(antwoord.headers["location"]).text
    assert "Er verandert iets bij 1 voorbeeld." in proef
    assert "nu komt eruit: 470 euro." in proef
    (een,) = kantoor.concepten.open_(STAD)
    assert een.reden == "Besluit van de raad"
    # The examples in the file go along with one click.
    gedaan = wie.druk(antwoord.headers["location"], "/redactie/lokaal/verwacht")
    assert gedaan.status_code == 303
    assert 'bedrag_per_keer: "470.00"' in concept_van(kantoor)
    assert "Dit staat anders in uw voorbeelden" not in wie.kijk(gedaan.headers["location"]).text


def test_the_next_change_goes_into_the_same_draft(kantoor: Kantoor) -> None:
    for pad, waarde in (("w:bedragen.0.bedrag", "470"), ("w:inkomen.procent", "115")):
        assert kantoor.beheerder.druk(VORM, VORM, **{**BRON, pad: waarde}).status_code == 303
    assert '"470.00"' in concept_van(kantoor)
    assert 'procent: "115"' in concept_van(kantoor)


def test_what_holds_next_year_is_tried_before_it_holds(kantoor: Kantoor) -> None:
    velden = {**BRON, "w:bedragen.0.bedrag": "500", "wanneer": "later", "vanaf": "2027-01-01"}
    antwoord = kantoor.beheerder.druk(VORM, VORM, **velden)
    assert antwoord.headers["location"].endswith("&dag=2027-01-01")
    assert "van: 2027-01-01" in concept_van(kantoor)
    proef = kantoor.beheerder.kijk(antwoord.headers["location"]).text
    assert re.search(r"waarschijnlijk wel, (€ ?)?500[^<]*per jaar", proef)
    blad = kantoor.beheerder.kijk(f"{VORM}?straks=2027-01-01").text
    assert 'value="500,00"' in blad


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"w:bedragen.0.bedrag": "veel"}, "Typ een bedrag"),
        ({}, "U heeft nog niets gewijzigd"),
        ({"w:bedragen.0.bedrag": "470", "bron_datum": ""}, "Vul de datum van de bron in"),
        ({"w:bedragen.0.bedrag": "470", "bron_datum": "2030-01-01"}, "Deze dag moet nog komen"),
        ({"w:bedragen.0.bedrag": "470", "bron_url": "zomaar"}, "Vul het hele adres in"),
        (
            {"w:bedragen.0.bedrag": "470", "wanneer": "later", "vanaf": "2020-01-01"},
            "Kies een dag die nog moet komen",
        ),
    ],
)
def test_what_is_not_right_is_said_and_nothing_typed_is_lost(
    kantoor: Kantoor, velden: dict[str, str], melding: str
) -> None:
    antwoord = kantoor.beheerder.druk(VORM, VORM, **{**BRON, "bron_naam": "Heel eigen naam", **velden})
    assert antwoord.status_code == 422
    assert melding in antwoord.text
    assert "Heel eigen naam" in antwoord.text
    assert kantoor.concepten.open_(STAD) == ()


def test_who_began_from_another_version_sees_what_they_typed(kantoor: Kantoor) -> None:
    oud = kantoor.beheerder.kijk(VORM).text
    assert oud
    (kantoor.map / STAD).write_text(kantoor.lees(STAD) + "# met de hand\n", encoding="utf-8")
    antwoord = kantoor.beheerder.druk(VORM, VORM, **{**BRON, "w:bedragen.0.bedrag": "471", "stand": "0" * 40})
    assert antwoord.status_code == 409
    assert 'value="471"' in antwoord.text
    assert "net veranderd" in antwoord.text


def test_amounts_of_the_law_are_shown_and_what_is_otherwise_is_marked(kantoor: Kantoor) -> None:
    assert "gelijk aan deze versie" in kantoor.beheerder.kijk("/redactie/lokaal/landelijk").text
    pad = "parameters/zorgtoeslag.yml"
    oud = kantoor.lees(pad)
    assert 'waarde: "2119"' in oud
    (kantoor.map / pad).write_text(oud.replace('waarde: "2119"', 'waarde: "2120"'), encoding="utf-8")
    tekst = kantoor.beheerder.kijk("/redactie/lokaal/landelijk").text
    assert "Anders dan in deze versie" in tekst
    assert "Geraamde premie van de zorgverzekering" in tekst


def test_a_file_may_say_anything_and_is_still_shown(kantoor: Kantoor) -> None:
    """Changed by hand, and wrong: who has to mend it must be able to read it."""
    fout = (
        kantoor.lees(STAD)
        .replace('bedrag: "460.00"', 'bedrag: "veel"', 1)
        .replace("nagekeken: 20", "nagekeken: x20")
    )
    (kantoor.map / STAD).write_text(fout, encoding="utf-8")
    tekst = kantoor.beheerder.kijk("/redactie/lokaal").text
    assert "<dd>veel</dd>" in tekst
    assert "<dd>x20" in tekst
    assert 'value="veel"' in kantoor.beheerder.kijk(VORM).text


def test_a_draft_says_what_changes_in_the_words_of_the_form(kantoor: Kantoor) -> None:
    oud = kantoor.lees(STAD)
    nieuw = (
        oud.replace('bedrag: "460.00"', 'bedrag: "470.00"', 1)
        .replace("inkomenstoeslag, url", "inkomenstoeslag 2027, url", 1)
        .replace("nagekeken: 2026-11-20", "nagekeken: gisteren", 1)
    )
    een = kantoor.concept(kantoor.beheerder, STAD, nieuw, "Proef")
    blad = f"/redactie/concept/{een.id}/bekijk"
    tekst = kantoor.beheerder.kijk(blad).text
    assert "<h1>Wat verandert er: Bedragen en regels van Voorbeeldstad</h1>" in tekst
    assert "<dt>Individuele inkomenstoeslag: Bedrag voor iemand alleen</dt>" in tekst
    assert "460 euro</del>" in tekst
    assert "470 euro</ins>" in tekst
    assert "20 november 2026</del>" in tekst
    assert "gisteren</ins>" in tekst, "what is no day is shown as it stands"
    assert "Wat inwoners zien" not in tekst
    proef = f"/redactie/lokaal/proef?concept={een.id}"
    assert f'href="{proef}"' in tekst
    assert kantoor.beheerder.kijk(proef).status_code == 200
    # Somebody who may only read it has no use for a page that is not theirs.
    assert proef not in kantoor.publicist.kijk(blad).text


def test_a_draft_says_of_whom_something_else_has_to_come_out(kantoor: Kantoor) -> None:
    voor = '{recht: waarschijnlijk_wel, bedrag_per_keer: "460.00"}'
    oud = kantoor.lees(STAD)
    nieuw = oud.replace(voor, '{recht: onbekend, bedrag_per_keer: "veel"}', 1)
    een = kantoor.concept(kantoor.beheerder, STAD, nieuw, "Proef")
    tekst = kantoor.beheerder.kijk(f"/redactie/concept/{een.id}/bekijk").text
    wie = "Voorbeeld met alleenstaande met weinig loon. Individuele inkomenstoeslag"
    assert f"<dt>{wie}: recht</dt>" in tekst
    assert "waarschijnlijk wel</del>" in tekst
    assert "niet te zeggen</ins>" in tekst
    assert f"<dt>{wie}: bedrag per keer</dt>" in tekst
    assert "460 euro</del>" in tekst
    assert "veel</ins>" in tekst, "what is no amount is shown as it stands"


def test_a_row_that_is_about_somebody_else_now_is_named_by_its_place(kantoor: Kantoor) -> None:
    nieuw = kantoor.lees(STAD).replace(
        '- {bedrag: "460.00", huishouden: alleenstaande}', '- {bedrag: "700.00", huishouden: paar}', 1
    )
    een = kantoor.concept(kantoor.beheerder, STAD, nieuw, "Proef")
    tekst = kantoor.beheerder.kijk(f"/redactie/concept/{een.id}/bekijk").text
    assert f"<dt>regelingen › {IIT} › bedragen › 1 › bedrag</dt>" in tekst
    assert f"<dt>regelingen › {IIT} › bedragen › 1 › huishouden</dt>" in tekst


def test_what_was_prepared_is_named_with_its_day(kantoor: Kantoor) -> None:
    wie = kantoor.beheerder
    wie.druk(VORM, VORM, **{**BRON, "w:bedragen.0.bedrag": "470", "wanneer": "later", "vanaf": "2027-01-01"})
    (een,) = kantoor.concepten.open_(STAD)
    een = kantoor.concepten.leg_voor(wie.wie, een.id, een.versie)
    kantoor.plaats.geef_uit({STAD: een.tekst}, gezien={STAD: een.basis}, auteur="Bo", reden="Proef")
    ander = kantoor.concept(
        kantoor.wie("kim", "beheerder"), STAD, kantoor.lees(STAD).replace("470.00", "480.00")
    )
    tekst = wie.kijk(f"/redactie/concept/{ander.id}/bekijk").text
    assert "<dt>Individuele inkomenstoeslag, vanaf 1 januari 2027: Bedrag voor iemand alleen</dt>" in tekst
    assert "480 euro</ins>" in tekst
