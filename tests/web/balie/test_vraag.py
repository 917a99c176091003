"""One request: opening it, everything that can be done with it, and everything that is refused."""

from __future__ import annotations

import logging

import pytest

from tests.web.balie.conftest import INHOUD, Loket, verborgen

K = "1000000001"
BLAD = f"/balie/{K}"
DADEN = ("neem", "terug", "afgehandeld", "niet-bereikt", "opnieuw", "wissen", "gezien")


def test_what_the_resident_wrote(loket: Loket) -> None:
    loket.vraag()
    blad = loket.wie().kijk(BLAD).text
    for woord in ("Huurtoeslag", "Noor Verzonnen", "In de ochtend", "650 euro", "&lt;kachelkwestie&gt;"):
        assert woord in blad
    assert 'href="tel:0612345678"' in blad
    assert 'href="mailto:noor@verzonnen.example"' in blad
    assert "Uw vraag" not in blad
    assert "Versie van de tekst: v1" in blad
    assert "Ja, dat mag." in blad
    assert "vrijdag 18 december" in blad
    assert blad.index("Telefoon") < blad.index("Kale huur")
    assert loket.spoor(K) == [("aanvraag_geopend", "n.noor")]


def test_the_whole_way(loket: Loket) -> None:
    """Taken, not reached, taken again, handled, put back, handled, erased: each in the trail, once."""
    loket.vraag()
    noor = loket.wie()
    antwoord = loket.doe(noor, K, "neem")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, BLAD)
    antwoord = loket.doe(noor, K, "niet-bereikt")
    assert antwoord.headers["location"] == "/balie?gedaan=niet_bereikt"
    assert "wacht weer" in noor.kijk("/balie?gedaan=niet_bereikt").text
    assert "Een keer niet bereikt vandaag om" in noor.kijk("/balie").text
    loket.doe(noor, K, "neem")
    loket.doe(noor, K, "niet-bereikt")
    assert "2 keer niet bereikt, voor het laatst vandaag om" in noor.kijk("/balie").text
    assert loket.stand(K) == "verstuurd"
    assert loket.doe(noor, K, "afgehandeld").headers["location"] == "/balie?gedaan=afgehandeld"
    assert loket.stand(K) == "afgehandeld"
    klok = loket.kantoor.huis.klok
    assert (loket.in_de_balie(K).weg_na - klok()).days == 7
    loket.doe(noor, K, "opnieuw")
    assert loket.stand(K) == "verstuurd"
    assert loket.in_de_balie(K).weg_na == loket.in_de_balie(K).uiterlijk
    loket.doe(noor, K, "afgehandeld")
    zegels = (loket.in_de_balie(K).inhoud, loket.in_de_balie(K).moment)
    assert all(zegel[:60].encode() in loket.kantoor.huis.bytes() for zegel in zegels)
    assert loket.doe(noor, K, "wissen").headers["location"] == "/balie?gedaan=wissen"
    assert loket.in_de_balie(K) is None
    assert not any(zegel[:60].encode() in loket.kantoor.huis.bytes() for zegel in zegels)
    assert loket.stand(K) == "afgehandeld"
    gedaan = [soort for soort, _ in loket.spoor(K) if soort != "aanvraag_geopend"]
    assert gedaan == [
        "aanvraag_genomen",
        "aanvraag_niet_bereikt",
        "aanvraag_genomen",
        "aanvraag_niet_bereikt",
        "aanvraag_afgehandeld",
        "aanvraag_teruggezet",
        "aanvraag_afgehandeld",
        "aanvraag_gewist",
    ]
    assert {wie for _, wie in loket.spoor(K)} == {"n.noor"}


def test_the_trail_has_every_opening_and_the_page_shows_it_once(loket: Loket) -> None:
    loket.vraag()
    noor, ans = loket.wie(), loket.wie("a.ans")
    for browser in (noor, noor, ans):
        browser.kijk(BLAD)
    loket.doe(ans, K, "neem")
    assert [soort for soort, _ in loket.spoor(K)] == ["aanvraag_geopend"] * 4 + ["aanvraag_genomen"]
    blad = ans.kijk(BLAD).text
    assert blad.count("Proef n.noor bekeek") == 1
    assert "Proef a.ans nam deze vraag om te bellen" in blad


def test_erasing_asks_first_and_tells_the_resident(loket: Loket) -> None:
    loket.vraag()
    noor = loket.wie()
    blad = noor.kijk(f"{BLAD}/wissen").text
    assert "voor altijd weg" in blad
    for woord in INHOUD:
        assert woord not in blad
    assert loket.in_de_balie(K) is not None
    loket.doe(noor, K, "wissen")
    assert loket.stand(K) == "gewist"
    weg = noor.kijk(BLAD)
    assert weg.status_code == 404
    assert "Iemand van uw gemeente wiste de vraag" in weg.text
    assert loket.spoor(K) == [("aanvraag_gewist", "n.noor")]


def test_two_at_once_the_second_reads_what_the_first_did(loket: Loket) -> None:
    loket.vraag()
    noor, ans = loket.wie(), loket.wie("a.ans")
    oud = {
        daad: verborgen(ans.kijk(BLAD).text, f"{BLAD}/{daad}")
        for daad in ("neem", "afgehandeld", "niet-bereikt")
    }
    wissen = verborgen(ans.kijk(f"{BLAD}/wissen").text, f"{BLAD}/wissen")
    loket.doe(noor, K, "neem")
    for daad, velden in {**oud, "wissen": wissen}.items():
        antwoord = ans.stuur(f"{BLAD}/{daad}", **velden)
        assert antwoord.status_code == 409
        assert (
            "Proef n.noor was u voor: Proef n.noor nam deze vraag om te bellen, vandaag om" in antwoord.text
        )
        assert "Ik neem deze vraag over van Proef n.noor" in antwoord.text
    assert loket.in_de_balie(K).genomen_naam == "Proef n.noor"
    assert loket.spoor(K)[-1] == ("aanvraag_geopend", "a.ans")
    assert loket.doe(ans, K, "neem").status_code == 303
    assert loket.in_de_balie(K).genomen_naam == "Proef a.ans"


def test_the_same_button_twice_is_one_press(loket: Loket) -> None:
    loket.vraag()
    noor = loket.wie()
    for daad, naar in (
        ("neem", BLAD),
        ("niet-bereikt", "/balie?gedaan=niet_bereikt"),
        ("afgehandeld", "/balie?gedaan=afgehandeld"),
    ):
        velden = verborgen(noor.kijk(BLAD).text, f"{BLAD}/{daad}")
        for _ in range(2):
            antwoord = noor.stuur(f"{BLAD}/{daad}", **velden)
            assert (antwoord.status_code, antwoord.headers["location"]) == (303, naar)
    assert loket.in_de_balie(K).pogingen == 1
    gedaan = [soort for soort, _ in loket.spoor(K) if soort != "aanvraag_geopend"]
    assert gedaan == ["aanvraag_genomen", "aanvraag_niet_bereikt", "aanvraag_afgehandeld"]


def test_who_does_not_have_it_cannot_do_it(loket: Loket) -> None:
    """Also with the version of now: a request of somebody else is taken over first."""
    loket.vraag()
    noor, ans = loket.wie(), loket.wie("a.ans")
    loket.doe(noor, K, "neem")
    nu = verborgen(ans.kijk(BLAD).text, f"{BLAD}/neem")
    for daad in ("afgehandeld", "niet-bereikt", "terug", "wissen", "opnieuw"):
        assert ans.stuur(f"{BLAD}/{daad}", **nu).status_code == 409, daad
    assert ans.kijk(f"{BLAD}/wissen").status_code == 409
    assert loket.in_de_balie(K).genomen_naam == "Proef n.noor"
    assert [soort for soort, _ in loket.spoor(K) if soort != "aanvraag_geopend"] == ["aanvraag_genomen"]


@pytest.mark.parametrize("versie", ["", "x", "-1", "7", "99999999999", "¹"])
def test_a_form_without_the_version_that_was_seen(loket: Loket, versie: str) -> None:
    loket.vraag()
    noor = loket.wie()
    assert loket.doe(noor, K, "neem", versie=versie).status_code == 409
    assert loket.in_de_balie(K).genomen is None


def test_withdrawn_while_the_page_was_open(loket: Loket) -> None:
    """From the moment the resident says so, also when it was not taken out yet."""
    loket.vraag()
    noor = loket.wie()
    loket.doe(noor, K, "neem")
    velden = verborgen(noor.kijk(BLAD).text, f"{BLAD}/afgehandeld")
    loket.trek_in(K)
    for _ in range(2):
        voor = loket.spoor(K)
        for antwoord in (
            noor.kijk(BLAD),
            noor.kijk(f"{BLAD}/wissen"),
            *(noor.stuur(f"{BLAD}/{daad}", **velden) for daad in DADEN if daad != "gezien"),
        ):
            assert antwoord.status_code == 404
            assert "De inwoner heeft de vraag ingetrokken" in antwoord.text
            for woord in INHOUD:
                assert woord not in antwoord.text
        assert K not in noor.kijk("/balie").text
        assert loket.spoor(K) == voor
        loket.bezorg()
    assert loket.stand(K) == "ingetrokken"
    assert loket.in_de_balie(K) is None


def test_another_gemeente_is_as_if_it_is_not_there(loket: Loket) -> None:
    loket.vraag()
    ans = loket.wie("a.ans", gemeente="anderstad")
    bewijs = ans.bewijs("/account")
    nergens = ans.kijk("/balie/1999999999")
    for antwoord in (
        ans.kijk(BLAD),
        ans.kijk(f"{BLAD}/wissen"),
        *(ans.stuur(f"{BLAD}/{daad}", bewijs=bewijs, versie="0") for daad in DADEN),
    ):
        assert antwoord.status_code == 404
        assert antwoord.text == nergens.text
    assert loket.spoor(K) == []
    assert loket.in_de_balie(K).versie == 0
    for raar in ("x", "123", "10000000011", "١٠٠٠٠٠٠٠٠١"):
        assert ans.kijk(f"/balie/{raar}").status_code == 404


@pytest.mark.parametrize("rol", ["schrijver", "publicist", "beheerder"])
def test_another_role_is_refused(loket: Loket, rol: str) -> None:
    loket.vraag()
    browser = loket.kantoor.binnen(loket.kantoor.persoon("iemand", rol))
    bewijs = browser.bewijs("/account")
    for antwoord in (
        browser.kijk("/balie"),
        browser.kijk(BLAD),
        *(browser.stuur(f"{BLAD}/{daad}", bewijs=bewijs, versie="0") for daad in DADEN),
    ):
        assert antwoord.status_code == 403
    assert loket.spoor(K) == []


def test_a_form_that_is_not_ours(loket: Loket) -> None:
    loket.vraag()
    noor = loket.wie()
    goed = verborgen(noor.kijk(BLAD).text, f"{BLAD}/neem")
    voor = loket.spoor(K)
    for daad in DADEN:
        assert noor.stuur(f"{BLAD}/{daad}", versie="0").status_code == 403
        vreemd = noor.stuur_met({"Origin": "https://kwaad.example"}, f"{BLAD}/{daad}", **goed)
        assert vreemd.status_code == 403
    assert loket.spoor(K) == voor
    assert loket.in_de_balie(K).versie == 0
    los = loket.kantoor.browser()
    assert los.kijk(BLAD).headers["location"] == f"/aanmelden?volgende={BLAD}"


def test_nothing_of_it_in_the_log_or_in_an_address(loket: Loket, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        loket.vraag()
        noor = loket.wie()
        adressen = [
            loket.doe(noor, K, daad).headers["location"] for daad in ("neem", "afgehandeld", "opnieuw")
        ]
        noor.kijk("/balie")
    # The client of the test is not ours: it logs what it asks.
    log = "\n".join(regel.getMessage() for regel in caplog.records if regel.name != "httpx")
    assert "/balie/{kenmerk}" in log
    for woord in INHOUD:
        assert woord not in log
        assert woord.encode() not in loket.kantoor.huis.bytes()
        assert not any(woord in adres for adres in adressen)


def test_a_key_that_does_not_fit(loket: Loket) -> None:
    loket.vraag()
    noor = loket.wie()
    with loket.kantoor.huis.bronnen.opslag.schrijf() as verbinding:
        verbinding.exec_driver_sql("UPDATE balie SET inhoud = 'gAAAA', moment = 'gAAAA'")
    antwoord = noor.kijk(BLAD)
    assert antwoord.status_code == 200
    assert "De sleutel past niet" in antwoord.text
    assert "Te laat" not in noor.kijk("/balie").text
    assert loket.doe(noor, K, "wissen").status_code == 303


def test_what_was_half_written_down_as_delivered_is_not_delivered_again(loket: Loket) -> None:
    """Killed between the inbox and the note that it is there: what the staff erased meanwhile does not come back."""
    loket.vraag()
    klok = loket.kantoor.huis.klok()
    noor = loket.wie()
    with loket.kantoor.huis.bronnen.opslag.schrijf() as verbinding:
        verbinding.exec_driver_sql(
            "UPDATE overdracht SET stand = 'wordt_verstuurd', taak = 'bezorg', pogingen = 1, weg_na = NULL, volgende = ?, "
            "inhoud = (SELECT inhoud FROM balie)",
            (klok.strftime("%Y-%m-%d %H:%M:%S.%f"),),
        )
    loket.doe(noor, K, "wissen")
    loket.bezorg()
    assert loket.in_de_balie(K) is None
    assert loket.stand(K) == "gewist"
