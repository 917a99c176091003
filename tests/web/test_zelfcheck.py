"""The talk as plain forms: the way through it, and what the outside sees of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from actions.gesprek.opslag import gesprek_id
from tests.web.conftest import Huis
from tests.web.formulier import Bezoeker, Pagina
from web.app import maak_app
from web.instellingen import Instellingen

START = "/zelfcheck/voorbeeldstad"
Echt = Callable[..., Bezoeker]


@pytest.fixture
def echt(huis: Huis) -> Iterator[Echt]:
    """A visitor of a gateway with the real talk and no Rasa."""
    clients: list[TestClient] = []

    def maak(**instellingen: Any) -> Bezoeker:
        weg = httpx.MockTransport(lambda _: httpx.Response(200, json=[]))
        app = maak_app(Instellingen(_env_file=None, grenzen_lokaal="los", **instellingen), huis.bronnen, weg)
        client = TestClient(app, client=("127.0.0.1", 1), raise_server_exceptions=False)
        client.__enter__()
        clients.append(client)
        return Bezoeker(client)

    yield maak
    for client in clients:
        client.__exit__(None, None, None)


def token_van(pagina: Pagina) -> str:
    return pagina.url.partition("#")[0].rsplit("/", 1)[1]


def begin(bezoeker: Bezoeker) -> Pagina:
    return bezoeker.druk(bezoeker.open(START), "Beginnen")


def over_de_api(bezoeker: Bezoeker, pagina: Pagina, wat: str) -> dict[str, Any]:
    """The same talk, as the API gives it."""
    gegeven: dict[str, Any] = bezoeker.client.get(f"/api/v1/gesprekken/{token_van(pagina)}{wat}").json()
    return gegeven


def feiten(bezoeker: Bezoeker, pagina: Pagina) -> dict[str, str]:
    return {f["feit"]: f["tekst"] for f in over_de_api(bezoeker, pagina, "/overzicht")["feiten"]}


def beurten(huis: Huis, pagina: Pagina) -> int:
    gesprek = huis.bronnen.opslag.lees(gesprek_id(token_van(pagina)))
    assert gesprek is not None
    return len(gesprek.beurten) - 1


def test_de_start_is_er_met_en_zonder_javascript(huis: Huis) -> None:
    met = Bezoeker(huis.client).open(START)
    assert [s["src"] for s in met.scripts] == ["/widget.js"]
    assert "<rechtop-chat" in met.antwoord.text
    assert "Beginnen" in met.knoppen
    zonder = Bezoeker(huis.client).open(
        met.links["Werkt de chat niet goed bij u? Gebruik de eenvoudige pagina"]
    )
    assert zonder.scripts == []
    assert "<rechtop-chat" not in zonder.antwoord.text
    assert "Beginnen" in zonder.knoppen
    assert "script-src" not in zonder.antwoord.headers["content-security-policy"]
    assert zonder.links["Ik heb een code van een ander apparaat"] == "/verder?gemeente=voorbeeldstad"
    for pagina in (met, zonder):
        assert pagina.links["14 0000"] == "tel:140000"


def test_klikken_typen_en_enter(echt: Echt) -> None:
    bezoeker = echt()
    pagina = begin(bezoeker)
    assert "Ik ben een chatbot, een computer." in pagina.op_id["nieuw"]
    pagina = bezoeker.druk(pagina, "Kijk waar ik recht op heb")
    assert pagina.op_id["vraag"].strip() == "Hoe oud bent u?"
    assert pagina.titel.startswith("Hoe oud bent u? - ")
    pagina = bezoeker.typ(pagina, "34")
    assert pagina.op_id["vraag"].startswith("Bent u getrouwd")
    assert "Nog ongeveer" in pagina.tekst
    assert pagina.op_id["nieuw"].startswith("Laatste berichten U: 34")
    gezegd = [b["tekst"] for b in over_de_api(bezoeker, pagina, "")["berichten"] if b["van"] == "u"]
    assert gezegd == ["Kijk waar ik recht op heb", "34"]


def test_enter_in_het_veld_drukt_op_geen_keuze(echt: Echt) -> None:
    """A browser presses the first button of the form of the field: that must be the one that sends it."""
    bezoeker = echt()
    pagina = bezoeker.typ(bezoeker.druk(begin(bezoeker), "Kijk waar ik recht op heb"), "34")
    formulier = pagina.met_veld("tekst")
    assert [knop.label for knop in formulier.knoppen] == ["Versturen"]
    assert "maxlength" not in pagina.elementen["antwoord"], "a browser would cut off in silence"
    assert pagina.elementen["antwoord"]["autocomplete"] == "off"


def test_twee_keer_sturen_telt_een_keer(echt: Echt, huis: Huis) -> None:
    bezoeker = echt()
    pagina = bezoeker.druk(begin(bezoeker), "Kijk waar ik recht op heb")
    velden = [*pagina.met_veld("gezien").velden, ("tekst", "34")]
    velden = [(n, w) for n, w in velden if (n, w) != ("tekst", "")]
    doel = pagina.met_veld("tekst").actie
    eerste, tweede = bezoeker.stuur(doel, velden), bezoeker.stuur(doel, velden)
    assert eerste.status_code == tweede.status_code == 303
    assert beurten(huis, pagina) == 2


def test_een_oude_pagina_met_een_ander_antwoord_verandert_niets_stil(echt: Echt) -> None:
    """Back to the page before, and another answer there: it is said that this question is not the one any more."""
    bezoeker = echt()
    oud = bezoeker.typ(bezoeker.druk(begin(bezoeker), "Kijk waar ik recht op heb"), "34")
    bezoeker.druk(oud, "Nee")
    pagina = bezoeker.druk(oud, "Ja")
    assert "Deze knop hoort bij een eerdere vraag." in pagina.op_id["nieuw"]
    assert feiten(bezoeker, pagina) == {"leeftijd": "34 jaar", "partner": "Nee"}


def test_wijzigen_zoals_de_knop_op_het_overzicht(echt: Echt) -> None:
    bezoeker = echt()
    pagina = bezoeker.typ(bezoeker.druk(begin(bezoeker), "Kijk waar ik recht op heb"), "34")
    doel = f"{START}/{token_van(pagina)}"
    antwoord = bezoeker.stuur(doel, [("wijzig", "leeftijd"), ("id", "w1")])
    assert antwoord.status_code == 303
    pagina = bezoeker.open(antwoord.headers["location"])
    assert "u zei 34 jaar" in pagina.tekst
    bezoeker.typ(pagina, "35")
    assert feiten(bezoeker, pagina)["leeftijd"] == "35 jaar"


def test_wat_iemand_typt_is_tekst(echt: Echt) -> None:
    bezoeker = echt()
    kwaad = "<script>alert(1)</script> & \"'><b>dik</b> [klik](https://kwaad.example) {{ 7*7 }}"
    pagina = bezoeker.typ(bezoeker.druk(begin(bezoeker), "Kijk waar ik recht op heb"), kwaad)
    html = pagina.antwoord.text
    assert pagina.scripts == []
    assert "<b>dik" not in html
    assert 'href="https://kwaad.example' not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "{{ 7*7 }}" in pagina.op_id["nieuw"]
    te_lang = bezoeker.typ(pagina, kwaad * 20)
    assert te_lang.veld("tekst") == kwaad * 20, "the value comes back whole"
    assert te_lang.scripts == []


def test_geen_koekje_en_strenge_koppen(echt: Echt) -> None:
    bezoeker = echt()
    pagina = begin(bezoeker)
    token = token_van(pagina)
    paden = ("", "/wissen", "/weg")
    for antwoord in [bezoeker.client.get(f"{START}/{token}{pad}") for pad in paden]:
        assert "set-cookie" not in antwoord.headers
        beleid = antwoord.headers["content-security-policy"]
        assert "default-src 'none'" in beleid
        assert "script" not in beleid
        assert "unsafe" not in beleid
        assert "frame-ancestors 'none'" in beleid
        assert antwoord.headers["referrer-policy"] == "no-referrer"
        assert antwoord.headers["cache-control"] == "no-store"
        assert antwoord.headers["x-robots-tag"] == "noindex"
        assert "style=" not in antwoord.text
    assert not bezoeker.client.cookies


def test_een_andere_gemeente_in_het_adres_gaat_naar_de_goede(echt: Echt) -> None:
    bezoeker = echt()
    pagina = begin(bezoeker)
    token = token_van(pagina)
    for pad in ("", "/wissen", "/weg"):
        antwoord = bezoeker.client.get(f"/zelfcheck/anderstad/{token}{pad}", follow_redirects=False)
        assert antwoord.status_code == 303
        assert antwoord.headers["location"].startswith(f"{START}/{token}")
    velden = [("id", "x1"), ("keuze", "start")]
    antwoord = bezoeker.stuur(f"/zelfcheck/anderstad/{token}", velden)
    assert antwoord.headers["location"] == f"{START}/{token}#nieuw"


def test_het_menu_gaat_terug_en_begint_opnieuw(echt: Echt) -> None:
    bezoeker = echt()
    pagina = bezoeker.typ(bezoeker.druk(begin(bezoeker), "Kijk waar ik recht op heb"), "34")
    antwoorden = bezoeker.druk(pagina, "Mijn antwoorden")
    assert "Uw leeftijd: 34 jaar" in antwoorden.op_id["nieuw"]
    assert antwoorden.links["Bekijk alles op één pagina"] == f"/overzicht/{token_van(pagina)}"
    terug = bezoeker.druk(antwoorden, "Vorige vraag")
    assert "leeftijd" in terug.titel.lower() or "oud" in terug.titel


def test_wissen_vraagt_eerst_en_laat_niets_over(echt: Echt, huis: Huis) -> None:
    bezoeker = echt()
    pagina = begin(bezoeker)
    plek = f"{START}/{token_van(pagina)}"
    vraag = bezoeker.open(pagina.links["Gesprek wissen"])
    assert vraag.op_id == {} or "Wilt u het gesprek wissen?" in vraag.tekst
    assert vraag.links["Nee, ga terug"] == plek
    assert beurten(huis, pagina) == 0, "asking is not erasing"
    gewist = bezoeker.druk(vraag, "Ja, wis het gesprek")
    assert "Uw gesprek is gewist" in gewist.tekst
    assert huis.bronnen.opslag.lees(gesprek_id(token_van(pagina))) is None
    weg = bezoeker.open(plek)
    assert weg.antwoord.status_code == 404
    assert weg.links["Begin een nieuw gesprek"] == f"{START}?zonder=1"


def test_snel_weg_wist_en_gaat_weg(echt: Echt, huis: Huis) -> None:
    bezoeker = echt()
    pagina = begin(bezoeker)
    formulier, _ = pagina.knoppen["Snel weg"]
    antwoord = bezoeker.stuur(formulier.actie, [])
    assert antwoord.status_code == 303
    doel = antwoord.headers["location"]
    assert doel.startswith("https://")
    assert antwoord.headers["clear-site-data"] == '"storage"'
    assert huis.bronnen.opslag.lees(gesprek_id(token_van(pagina))) is None
    # A browser holds the way out to the policy of the page it leaves.
    beleid = pagina.antwoord.headers["content-security-policy"]
    assert doel.split("/")[2].removeprefix("www.") in beleid.partition("form-action")[2]
    assert bezoeker.stuur(formulier.actie, []).status_code == 303, "also when there is nothing left"


def test_snel_weg_zegt_wat_de_browser_onthoudt(echt: Echt) -> None:
    bezoeker = echt()
    pagina = begin(bezoeker)
    uitleg = bezoeker.open(pagina.links["Wat doet de knop Snel weg?"])
    assert "uw browser onthoudt welke pagina's u heeft bekeken" in uitleg.tekst
    assert "Snel weg" in uitleg.knoppen


def test_een_gedeelde_computer_bewaart_korter(echt: Echt, huis: Huis) -> None:
    bezoeker = echt()
    start = bezoeker.open(f"{START}?zonder")
    gedeeld = bezoeker.druk(start, "Beginnen", "ja")
    gewoon = bezoeker.druk(start, "Beginnen")
    tot = [huis.bronnen.opslag.lees(gesprek_id(token_van(p))) for p in (gedeeld, gewoon)]
    assert tot[0] is not None
    assert tot[1] is not None
    assert tot[0].verloopt < tot[1].verloopt


def test_bewijs_en_agenda_als_bestand(echt: Echt) -> None:
    bezoeker = echt()
    pagina = begin(bezoeker)
    bewijs = bezoeker.client.get(f"{START}/{token_van(pagina)}/bewijs")
    assert bewijs.headers["content-disposition"].startswith('attachment; filename="rechtop-bewijs')
    agenda = bezoeker.client.get(f"{START}/{token_van(pagina)}/agenda")
    assert agenda.status_code == 404
    assert "Er zijn geen datums" in Pagina(agenda).tekst
