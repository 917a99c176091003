"""What the plain page shows of messages of every kind: tick boxes, other languages, outcomes, a change and a curve."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.contract import Bericht, GesprekStand, Tussenstand, Uitkomst, Voortgang
from tests.browser.uitkomsten import LOKAAL, NIET_VOOR_U, UITKOMSTEN
from tests.gesprek.krommen import vergelijking, voorbeeld
from tests.web.conftest import Huis
from tests.web.formulier import Bezoeker, Pagina
from web.diensten import Diensten

START = "/zelfcheck/voorbeeldstad"
KWAAD = "<img src=x onerror=alert(1)>"
VAKJES: dict[str, Any] = {
    "id": "b9.1",
    "van": "bot",
    "soort": "vraag",
    "vraag": "groep:situatie",
    "tekst": "Wat past bij u?",
    "invoer": {"type": "meerkeuze", "geen": "g"},
    "keuzes": [
        {"id": "a", "label": "Ik heb schulden"},
        {"id": "b", "label": "Ik ben lang ziek"},
        {"id": "g", "label": "Geen van deze"},
        {"id": "hulp_dichtbij", "label": "Hulp dichtbij"},
        {"id": "weet_niet", "label": "Weet ik niet"},
    ],
}


def met(huis: Huis, *berichten: dict[str, Any], gemeente: str = "voorbeeldstad") -> tuple[Bezoeker, Pagina]:
    """A talk in which this was said, whatever is answered."""
    gezegd = [Bericht.model_validate(b) for b in berichten]
    stand = GesprekStand(
        gemeente=gemeente,
        berichten=gezegd,
        open_vraag=gezegd[-1] if gezegd[-1].vraag else None,
        voortgang=Voortgang(beantwoord=3, nog_ongeveer=1),
        tussenstand=Tussenstand(
            aantal=2, bedrag_per_maand="129.00", waarvan_al_ontvangen="29.00", onder_voorbehoud=True
        ),
        verloopt="2026-11-21T12:00:00+00:00",
    )
    diensten: Diensten = huis.app.state.diensten
    huis.app.state.diensten = replace(diensten, motor=replace(diensten.motor, stand=lambda _: stand))
    bezoeker = Bezoeker(huis.client)
    return bezoeker, bezoeker.open(f"{START}/{huis.begin()}")


def test_aankruisen_gaat_als_tekst_naar_het_gesprek(huis: Huis) -> None:
    bezoeker, pagina = met(huis, VAKJES)
    formulier, _ = pagina.knoppen["Verder"]
    assert list(formulier.vakjes) == ["Ik heb schulden", "Ik ben lang ziek"]
    assert [knop.label for knop in formulier.knoppen] == [
        "Verder",
        "Geen van deze",
        "Hulp dichtbij",
        "Weet ik niet",
    ]
    bezoeker.druk(pagina, "Verder", "Ik ben lang ziek", "Ik heb schulden")
    bezoeker.druk(pagina, "Geen van deze", "Ik heb schulden")
    assert [(i.tekst, i.keuze) for i in huis.praatje.invoer] == [
        ("Ik ben lang ziek, Ik heb schulden", None),
        (None, "g"),
    ]
    assert [i.gezien for i in huis.praatje.invoer] == ["b9.1", "b9.1"]


def test_niets_aangekruist_zegt_het_bij_de_vakjes(huis: Huis) -> None:
    bezoeker, pagina = met(huis, VAKJES)
    fout = bezoeker.druk(pagina, "Verder")
    assert fout.titel.startswith("Fout: Wat past bij u?")
    assert 'Kies dan "Geen van deze".' in fout.op_id["fout"]
    assert "fout" in fout.elementen["vakjes"]["aria-describedby"].split()
    assert fout.links[fout.op_id["fout"].strip()] == "#vakjes"
    assert huis.praatje.invoer == []


def test_wat_was_aangekruist_blijft_aan(huis: Huis) -> None:
    bezoeker, pagina = met(huis, VAKJES)
    formulier, _ = pagina.knoppen["Verder"]
    fout = bezoeker.verzend(pagina, formulier, [("vak", "Ik heb schulden"), ("vak", "x" * 600)])
    assert fout.antwoord.text.count(" checked") == 1
    assert 'value="Ik heb schulden" checked' in fout.antwoord.text


def test_een_andere_taal_zegt_welke(huis: Huis) -> None:
    arabisch = {"id": "b1", "van": "bot", "soort": "tekst", "tekst": "أنا روبوت", "taal": "ar"}
    _, pagina = met(huis, arabisch, VAKJES)
    assert pagina.elementen["b0"]["lang"] == "ar"
    assert pagina.elementen["b0"]["dir"] == "rtl"
    assert "lang" not in pagina.elementen["vraag"]


def test_hoe_ver_en_hoeveel(huis: Huis) -> None:
    _, pagina = met(huis, VAKJES)
    assert "Nog ongeveer 1 vraag" in pagina.tekst
    assert "Misschien 129 euro per maand" in pagina.tekst
    assert "U krijgt daarvan al 29 euro." in pagina.tekst


def uitkomst(*uitkomsten: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": "b5",
        "van": "bot",
        "soort": "uitkomst",
        "tekst": "Dit is het.",
        "uitkomsten": list(uitkomsten),
    }


def test_een_uitkomst_heeft_alles_wat_het_venster_toont(huis: Huis) -> None:
    _, pagina = met(huis, uitkomst(*UITKOMSTEN))
    for een in UITKOMSTEN:
        u = Uitkomst.model_validate(een)
        assert u.titel in pagina.tekst
        for reden in u.redenen:
            assert reden.tekst in pagina.tekst or (u.aanvragen.telefoon or "-") in reden.tekst
        for stap in u.stappen:
            assert stap.tekst in pagina.tekst
            assert stap.bron in pagina.tekst
        for bron in u.bronnen:
            assert pagina.links[bron.naam] == bron.url
    assert "Bewaar een bewijs" in pagina.links


def test_veel_dat_niet_kan_staat_gevouwen(huis: Huis) -> None:
    _, pagina = met(huis, uitkomst(*UITKOMSTEN, *NIET_VOOR_U))
    niet = [u for u in (*UITKOMSTEN, *NIET_VOOR_U) if u["recht"] == "waarschijnlijk_niet" and not u["bijna"]]
    assert len(niet) >= 4
    assert f"Waar u waarschijnlijk geen recht op heeft ({len(niet)})" in pagina.tekst


def test_regels_van_de_gemeente_met_het_nummer_als_link(huis: Huis) -> None:
    _, pagina = met(huis, uitkomst(*LOKAAL))
    nummers = {u["aanvragen"]["telefoon"] for u in LOKAAL} - {None}
    assert nummers
    for nummer in nummers:
        assert pagina.links[nummer].startswith("tel:")


def test_kwaad_in_woorden_van_elders_blijft_tekst(huis: Huis) -> None:
    kwaad = {**UITKOMSTEN[0], "titel": KWAAD, "wat": KWAAD, "stappen": [], "bronnen": []}
    kwaad["aanvragen"] = {**kwaad["aanvragen"], "url": "javascript:alert(1)", "bij": KWAAD, "hoe": KWAAD}
    link = "[klik](javascript:alert(1)) [wet](https://wetten.overheid.nl/) ![x](https://kwaad.example/x.png)"
    tekst = {"id": "b1", "van": "bot", "soort": "tekst", "tekst": f"{KWAAD} {link}"}
    vraag = {**VAKJES, "tekst": KWAAD, "keuzes": [{"id": KWAAD, "label": KWAAD}], "invoer": None}
    _, pagina = met(huis, tekst, uitkomst(kwaad), vraag)
    assert "<img" not in pagina.antwoord.text
    assert "javascript:" not in "".join(pagina.links.values())
    assert pagina.links["wet"] == "https://wetten.overheid.nl/"
    assert KWAAD in pagina.knoppen


def test_voor_en_na_met_de_agenda_van_deze_pagina(huis: Huis) -> None:
    bericht = {"id": "b5", "van": "bot", "soort": "tekst", "tekst": "Dit verandert."}
    _, pagina = met(huis, {**bericht, "vergelijking": vergelijking().model_dump(mode="json")})
    assert "Samen per maand" in pagina.tekst
    agenda = [adres for adres in pagina.links.values() if adres.endswith("/agenda")]
    assert all(adres.startswith(START) for adres in agenda)


def test_meer_werk_als_beeld_en_tabel(huis: Huis) -> None:
    werken = voorbeeld()
    svg = '<svg viewBox="0 0 9 9" role="img"><title>De lijn</title></svg>'
    bericht = {"id": "b6", "van": "bot", "soort": "tekst", "tekst": "Zo werkt het uit."}
    _, pagina = met(huis, {**bericht, "werken": werken.model_dump(mode="json"), "beeld": svg})
    assert svg in pagina.antwoord.text
    assert "Alle bedragen per maand" in pagina.tekst


def test_een_eerder_bericht_staat_gevouwen_met_de_uitkomst_in_het_kort(huis: Huis) -> None:
    eigen = {"id": "u1", "van": "u", "soort": "tekst", "tekst": "en dan?"}
    _, pagina = met(huis, uitkomst(*UITKOMSTEN), eigen, VAKJES)
    assert "Wat er eerder is gezegd" in pagina.tekst
    assert pagina.antwoord.text.count("<article") == 0
    assert UITKOMSTEN[0]["titel"] in pagina.tekst
    assert "en dan?" in pagina.op_id["nieuw"]
