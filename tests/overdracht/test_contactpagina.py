"""The contact page step by step: what it asks, what it shows before anything is sent, and what it refuses."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from actions.gesprek.staat import Staat
from actions.gesprek.werk import Werk
from actions.overdracht.deelbaar import gevoelige_regeling
from actions.overdracht.kluis import Kluis
from actions.overdracht.tabellen import toestemming
from actions.overdracht.veld import uit_json
from content.lokaal.erven import Lokaal
from content.lokaal.toets import Eisen
from tests.overdracht.conftest import PERSOONLIJK, Huis, Maker
from tests.overdracht.contactpagina import VUL, Inwoner, rijen


@pytest.fixture
def inwoner(huis: Huis) -> Inwoner:
    return Inwoner(huis, huis.gesprek())


def test_from_the_first_page_to_the_outbox(inwoner: Inwoner) -> None:
    pagina = inwoner.open()
    assert pagina.titel == "Stuur uw vraag naar de gemeente - Gemeente Voorbeeldstad"
    pagina = inwoner.druk(inwoner.vul(pagina, **VUL, beste_moment="ochtend", naam="Noor Verzonnen"), "Verder")
    assert "Wilt u iets meesturen?" in pagina.titel
    pagina = inwoner.druk(pagina, "Verder", "feit:kale_huur", "uitkomst:huurtoeslag")
    assert "Mogen wij dit sturen?" in pagina.titel
    for woorden in (
        *("Noor Verzonnen", "0612345678", VUL["bericht"], "650 euro per maand", "Waarschijnlijk wel"),
        *(
            "Team Inkomen van Voorbeeldstad",
            "Contact met u opnemen over uw vraag",
            "28 dagen",
            "maandag 23 november",
        ),
    ):
        assert woorden in pagina.tekst, woorden
    assert "21.000" not in pagina.tekst
    assert rijen(inwoner.huis) == []
    pagina = inwoner.druk(pagina, "Ja, stuur dit")
    (rij,) = rijen(inwoner.huis)
    bewaard = uit_json(Kluis([inwoner.huis.sleutel]).open(rij.kenmerk, rij.inhoud))
    assert [veld.soort for veld in bewaard] == [
        *("onderwerp", "naam", "telefoon", "beste_moment", "bericht", "feit", "uitkomst"),
    ]
    assert pagina.op_id["nummer1"]
    assert " ".join((rij.kenmerk[:4], rij.kenmerk[4:8], rij.kenmerk[8:])) in pagina.tekst
    assert "dinsdag 24 november of eerder" in pagina.tekst


def test_nothing_is_stored_before_consent_and_nothing_after_no(inwoner: Inwoner) -> None:
    def geschreven() -> list[bytes]:
        return [(inwoner.huis.map / "db" / f"proef.db{deel}").read_bytes() for deel in ("", "-wal")]

    voor = geschreven()
    pagina = inwoner.voorbeeld("feit:kale_huur")
    pagina = inwoner.druk(pagina, "Nee, stuur niets")
    assert "Er is niets verstuurd" in pagina.titel
    assert pagina.links["14 0000"] == "tel:140000"
    assert pagina.links["Terug naar het gesprek"] == f"/zelfcheck/voorbeeldstad/{inwoner.token}#nieuw"
    assert all(woord not in pagina.antwoord.text for woord in PERSOONLIJK)
    assert geschreven() == voor


def test_what_was_typed_goes_along_and_comes_back(inwoner: Inwoner) -> None:
    velden = {**VUL, "email": "noor@verzonnen.example", "naam": 'Noor "van" <b>', "beste_moment": "middag"}
    velden["bericht"] = "Regel een\r\n\r\nRegel twee & meer"
    pagina = inwoner.voorbeeld("feit:kale_huur", **velden)
    id_ = pagina.veld("id")
    pagina = inwoner.druk(pagina, "Verander uw vraag of uw nummer")
    assert {naam: pagina.veld(naam) for naam in velden} == velden
    assert pagina.veld("id") == id_
    pagina = inwoner.druk(pagina, "Verder")
    assert pagina.formulieren[-1].aangekruist == ["feit:kale_huur"]
    assert 'Noor "van" <b>' not in pagina.antwoord.text, "it is shown as text"


@pytest.mark.parametrize(
    ("velden", "bij", "woorden"),
    [
        ({"telefoon": ""}, "telefoon", "Vul een telefoonnummer of een e-mailadres in."),
        ({"telefoon": "12"}, "telefoon", "Dit telefoonnummer klopt niet."),
        ({"email": "noor@"}, "email", "Dit e-mailadres klopt niet."),
        ({"bericht": "x" * 501}, "bericht", "Er passen hoogstens 500 tekens in."),
        ({"bericht": "mijn bsn is 111222333"}, "bericht", "Dit lijkt op een burgerservicenummer."),
        ({"naam": "NL91 ABNA 0417 1643 00"}, "naam", "Dit lijkt op een rekeningnummer."),
        ({"onderwerp": "bestaat-niet"}, "onderwerp", "Dit onderwerp kennen wij niet."),
    ],
)
def test_what_is_wrong_stands_above_and_at_the_field(
    inwoner: Inwoner, velden: dict[str, str], bij: str, woorden: str
) -> None:
    pagina = inwoner.ingevuld(**velden)
    assert pagina.antwoord.status_code == 422
    assert pagina.titel.startswith("Fout: Stuur uw vraag")
    naar = {tekst: doel for tekst, doel in pagina.links.items() if doel == f"#{bij}"}
    assert [tekst for tekst in naar if woorden in tekst]
    veld = pagina.elementen[bij]
    assert veld["aria-invalid"] == "true"
    assert woorden in pagina.op_id[veld["aria-describedby"].split()[-1]]
    gehouden = {naam: pagina.veld(naam) for naam in {**VUL, **velden} if naam != "onderwerp"}
    assert gehouden == {naam: waarde for naam, waarde in {**VUL, **velden}.items() if naam != "onderwerp"}


def test_the_fields_tell_a_telephone_what_they_are_for(inwoner: Inwoner) -> None:
    pagina = inwoner.open()
    gewenst = {"telefoon": ("tel", "tel", "tel"), "email": ("email", "email", "email")}
    for naam, verwacht in gewenst.items():
        veld = pagina.elementen[naam]
        assert (veld["type"], veld["autocomplete"], veld["inputmode"]) == verwacht
    assert pagina.elementen["naam"]["autocomplete"] == "name"
    assert "maxlength" not in pagina.elementen["bericht"], "a browser would cut off in silence"


def test_all_off_and_all_never_ticks_health_or_debts(huis: Huis) -> None:
    alles = tuple(huis.bronnen.catalogus("voorbeeldstad"))
    token = huis.gesprek(scope=alles, chronisch_ziek=True, schulden=True, inkomen_soort="wajong")
    inwoner = Inwoner(huis, token)
    pagina = inwoner.ingevuld()
    vakjes = set(pagina.formulieren[-1].vakjes)
    assert pagina.formulieren[-1].aangekruist == []
    pagina = inwoner.druk(pagina, "Alles aanvinken")
    aan = set(pagina.formulieren[-1].aangekruist)
    gevoelig = {"feit:chronisch_ziek", "feit:schulden", "feit:inkomen_soort"} | {
        f"uitkomst:{naam}"
        for naam in (
            *("schuldhulp", "schuldhulp-jongeren", "chronisch-ziek", "bijzondere-bijstand", "gemeentepolis"),
            *("studietoeslag", "toeslagenwet"),
        )
    }
    # What still waits for an answer is not among the lines.
    gevoelig &= vakjes
    assert vakjes - aan == gevoelig
    assert {"feit:chronisch_ziek", "feit:schulden", "feit:inkomen_soort", "uitkomst:schuldhulp"} <= gevoelig
    assert len(gevoelig) >= 6, gevoelig
    assert {"feit:kale_huur", "uitkomst:zorgtoeslag"} <= aan
    for id_ in gevoelig:
        beschreven = next(a for a in pagina.antwoord.text.split("<label") if f'value="{id_}"' in a)
        assert "aria-describedby" in beschreven, id_
    # Who ticks such a line by hand keeps it.
    formulier = pagina.formulieren[-1]
    pagina = inwoner.bezoeker.verzend(pagina, formulier, [("delen", "feit:schulden"), ("stap", "alles")])
    assert set(pagina.formulieren[-1].aangekruist) == aan | {"feit:schulden"}
    pagina = inwoner.druk(pagina, "Alles weer uitzetten")
    assert pagina.formulieren[-1].aangekruist == []


GEZONDHEID = ("chronisch_ziek", "medische_beperking", "eigen_risico_op", "aangepaste_woning")
SCHULDEN = ("schulden", "huurachterstand", "schulden_bedrag")


def test_every_question_about_health_or_debts_is_marked(huis: Huis) -> None:
    vragen = huis.bronnen.inhoud.vragen()
    gemerkt = {naam: vraag.gevoelig for naam, vraag in vragen.items() if vraag.gevoelig}
    assert gemerkt == {
        **dict.fromkeys(GEZONDHEID, "gezondheid"),
        **dict.fromkeys(SCHULDEN, "schulden"),
        "bijzondere_kosten": "beide",
    }
    for feit in ("inkomen_soort", "inkomen_soort_partner"):
        keuzes = {keuze.waarde for keuze in vragen[feit].keuzes if keuze.gevoelig}
        assert keuzes == {"ziekte_arbeidsongeschikt", "wajong"}


def test_a_scheme_of_a_gemeente_that_asks_for_such_a_fact_is_marked_by_itself(
    huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    werk = Werk(huis.bronnen, Staat("voorbeeldstad"), 0)
    lokaal = werk.lokaal
    assert gevoelige_regeling(werk, "energiekosten") is None
    for eisen, verwacht in (
        ({"eigen_risico_op": True}, "gezondheid"),
        ({"huurachterstand": True}, "schulden"),
        ({"chronisch_ziek": True, "schulden": True}, "beide"),
    ):
        data = lokaal.regelingen["energiekosten"].data.model_copy(
            update={"een_van": Eisen.model_validate(eisen)}
        )
        anders = {"energiekosten": replace(lokaal.regelingen["energiekosten"], data=data)}
        met = replace(lokaal, regelingen={**lokaal.regelingen, **anders})
        monkeypatch.setattr(Werk, "lokaal", _altijd(met))
        assert gevoelige_regeling(werk, "energiekosten") == verwacht


def _altijd(lokaal: Lokaal) -> property:
    return property(lambda _: lokaal)


def test_a_talk_with_nothing_to_send_along_has_no_such_step(huis: Huis) -> None:
    token = huis.client.post("/api/v1/gesprekken", json={"gemeente": "voorbeeldstad"}).json()["gesprek"]
    inwoner = Inwoner(huis, token)
    assert "Stap 1 van 2" in inwoner.open().tekst
    pagina = inwoner.ingevuld()
    assert "Mogen wij dit sturen?" in pagina.titel
    assert "Verander wat u meestuurt" not in pagina.knoppen


def test_a_line_that_counts_no_more_is_told_and_left_out(inwoner: Inwoner) -> None:
    pagina = inwoner.ingevuld()
    formulier, knop = pagina.knoppen["Verder"]
    extra = [("delen", "feit:kale_huur"), ("delen", "feit:zorgpremie_maand"), (knop.naam, knop.waarde)]
    pagina = inwoner.bezoeker.verzend(pagina, formulier, extra)
    assert pagina.antwoord.status_code == 422
    assert "Dit kunt u niet meesturen." in pagina.tekst
    assert pagina.formulieren[-1].aangekruist == ["feit:kale_huur"]


def test_without_consent_or_with_an_old_text_nothing_is_sent(inwoner: Inwoner) -> None:
    for versie, status, woorden in (
        ("", 403, "U heeft nog geen toestemming gegeven."),
        (
            "0" * 16,
            409,
            "De tekst over uw toestemming is veranderd. Lees de nieuwe tekst en kies dan opnieuw.",
        ),
    ):
        pagina = inwoner.druk(inwoner.vul(inwoner.voorbeeld(), versie=versie), "Ja, stuur dit")
        assert pagina.antwoord.status_code == status
        assert woorden in pagina.tekst
        assert "Mogen wij dit sturen?" in pagina.titel
        assert rijen(inwoner.huis) == []
        assert rijen(inwoner.huis, toestemming) == []
    # What is read now is what counts.
    inwoner.druk(pagina, "Ja, stuur dit")
    assert len(rijen(inwoner.huis)) == 1


def test_twice_the_same_is_one_request_and_another_is_another(inwoner: Inwoner) -> None:
    pagina = inwoner.voorbeeld()
    eerste = inwoner.druk(pagina, "Ja, stuur dit")
    tweede = inwoner.druk(pagina, "Ja, stuur dit")
    assert eerste.antwoord.text == tweede.antwoord.text
    assert len(rijen(inwoner.huis)) == 1
    pagina = inwoner.druk(inwoner.druk(tweede, "Stuur nog een vraag"), "Verder")
    assert pagina.antwoord.status_code == 422, "nothing of the first one is filled in"
    pagina = inwoner.druk(inwoner.vul(pagina, email="noor@verzonnen.example"), "Verder")
    pagina = inwoner.druk(inwoner.druk(pagina, "Verder"), "Ja, stuur dit")
    assert len(rijen(inwoner.huis)) == 2
    assert pagina.antwoord.text.count('value="stop"') == 2


@pytest.mark.parametrize(
    ("slug", "kop"),
    [
        ("niets", "Wij kunnen uw vraag niet doorgeven"),
        ("leeg", "Wij kunnen uw vraag niet doorgeven"),
        ("openstad", "Wij kunnen uw vraag niet doorgeven"),
        ("mailstad", "Wij kunnen uw vraag niet doorgeven"),
        ("formulierstad", "De gemeente heeft een eigen formulier"),
    ],
)
def test_a_gemeente_that_takes_nothing_over_is_honest_about_it(huis: Huis, slug: str, kop: str) -> None:
    """Open Klant without token and mail without server are not set up."""
    inwoner = Inwoner(huis, huis.gesprek(slug))
    pagina = inwoner.open()
    assert (pagina.antwoord.status_code, kop in pagina.titel) == (200, True)
    for woorden in ("14 0999", "elke werkdag, van 9 tot 12 uur", "Plein 1"):
        assert woorden in pagina.tekst
    if slug == "formulierstad":
        assert pagina.links["Naar het formulier van de gemeente"] == "https://formulier.example/contact"
    velden = [("stap", "stuur"), ("id", "x"), ("onderwerp", "huurtoeslag"), ("telefoon", "0612345678")]
    assert inwoner.bezoeker.stuur(inwoner.hier, velden).status_code == 409
    assert rijen(huis) == []


def test_without_a_key_nothing_is_taken_in(maak_huis: Maker) -> None:
    huis = maak_huis(overdracht_sleutels=None)
    assert "Wij kunnen uw vraag niet doorgeven" in Inwoner(huis, huis.gesprek()).open().titel


def test_nothing_personal_in_an_address_or_a_log(inwoner: Inwoner, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    adressen = []
    inwoner.huis.client.event_hooks["request"].append(lambda verzoek: adressen.append(str(verzoek.url)))
    pagina = inwoner.verstuurd("feit:kale_huur", naam="Noor Verzonnen", email="noor@verzonnen.example")
    kenmerk = rijen(inwoner.huis)[0].kenmerk
    inwoner.druk(inwoner.druk(pagina, "Stop mijn vraag"), "Ja, stop mijn vraag")
    log = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("rechtop"))
    assert "/contact/{gesprek}" in log
    for woord in (*PERSOONLIJK, inwoner.token):
        assert woord not in log
    for woord in (*PERSOONLIJK, kenmerk, "kale_huur", "huurtoeslag"):
        assert all(woord not in adres for adres in adressen)


def test_what_still_waits_for_an_answer_cannot_be_sent_along(huis: Huis) -> None:
    token = huis.gesprek("postvak", scope=("kinderbijslag", "bijzondere-bijstand"))
    antwoord = huis.voorbeeld(token, delen=["uitkomst:kinderbijslag", "uitkomst:bijzondere-bijstand"])
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == ["delen.1"]
    assert huis.voorbeeld(token, delen=["uitkomst:kinderbijslag"]).status_code == 200
