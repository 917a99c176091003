"""The ways to the contact page from the plain page of the talk and from the overview, and where there are none."""

from __future__ import annotations

import re

import pytest

from actions.gesprek.staat import Staat
from tests.overdracht.conftest import FEITEN, SCOPE, Huis
from tests.web.formulier import Bezoeker, Pagina
from tests.web.test_overzichtpagina import RUIM

HIEROVER = "Laat de gemeente hierover contact opnemen"
ZONDER = ("niets", "leeg")
"""Gemeenten that take nothing over."""


def met_berichten(huis: Huis, gemeente: str = "voorbeeldstad") -> tuple[str, Pagina]:
    """The token and the plain page of a talk that said its outcomes and then how to reach the gemeente."""
    uit = huis.client.get(f"/api/v1/gesprekken/{huis.gesprek(gemeente)}/overzicht").json()
    stand = {"voortgang": {"beantwoord": 0, "nog_ongeveer": 0}, "tussenstand": uit["tussenstand"]}
    berichten = [
        {"id": "1", "van": "bot", "soort": "uitkomst", "tekst": "Dit is alles.", "uitkomsten": uit["uitkomsten"]},
        {"id": "2", "van": "bot", "soort": "overdracht", "tekst": "U kunt bellen."},
    ]  # fmt: skip
    staat = Staat(gemeente, feiten=FEITEN, scope=SCOPE)
    token = huis.bronnen.opslag.nieuw(staat, {"berichten": berichten, **stand}, False)[0]
    return token, Bezoeker(huis.client).open(f"/zelfcheck/{gemeente}/{token}")


def aanbod(pagina: Pagina) -> dict[str, str]:
    """What each button on a card sends, by its words."""
    return {
        label: knop.waarde
        for label, (_, knop) in pagina.knoppen.items()
        if knop.waarde.startswith("contact:")
    }


def test_het_bericht_en_het_menu_leiden_erheen(huis: Huis) -> None:
    token, pagina = met_berichten(huis)
    assert pagina.links["Vraag de gemeente om contact"] == f"/contact/{token}"
    assert pagina.links["Contact met de gemeente"] == f"/contact/{token}"
    contact = Bezoeker(huis.client).open(pagina.links["Vraag de gemeente om contact"])
    assert contact.antwoord.status_code == 200
    assert contact.met_veld("telefoon")


def test_een_kaart_vraagt_het_over_die_regeling(huis: Huis) -> None:
    token, pagina = met_berichten(huis)
    uitkomsten = huis.client.get(f"/api/v1/gesprekken/{token}/overzicht").json()["uitkomsten"]
    zin = {u["titel"]: u["regeling"] for u in uitkomsten if u["recht"] != "waarschijnlijk_niet"}
    assert 0 < len(zin) <= len(uitkomsten)
    assert aanbod(pagina) == {f"{HIEROVER} : {titel}": f"contact:{id_}" for titel, id_ in zin.items()}


def test_niet_waar_er_geen_recht_is(huis: Huis) -> None:
    token = huis.gesprek(inkomen_jaar="90000.00")
    uit = huis.client.get(f"/api/v1/gesprekken/{token}/overzicht").json()["uitkomsten"]
    assert {u["recht"] for u in uit} == {"waarschijnlijk_niet"}
    berichten = [{"id": "1", "van": "bot", "soort": "uitkomst", "tekst": "Dit is alles.", "uitkomsten": uit}]
    stand = {
        "voortgang": {"beantwoord": 0, "nog_ongeveer": 0},
        "tussenstand": huis.client.get(f"/api/v1/gesprekken/{token}").json()["tussenstand"],
    }
    token = huis.bronnen.opslag.nieuw(Staat("voorbeeldstad"), {"berichten": berichten, **stand}, False)[0]
    assert aanbod(Bezoeker(huis.client).open(f"/zelfcheck/voorbeeldstad/{token}")) == {}


@pytest.mark.parametrize("gemeente", ZONDER)
def test_een_gemeente_die_niets_overneemt(huis: Huis, gemeente: str) -> None:
    _, pagina = met_berichten(huis, gemeente)
    assert aanbod(pagina) == {}
    # Asking stays possible: the answer is how to reach the gemeente.
    _, knop = pagina.knoppen["Contact met de gemeente"]
    assert (knop.naam, knop.waarde) == ("keuze", "contact")
    assert "/contact/" not in vragen(huis, gemeente)
    woorden = huis.client.get("/widget-teksten.json", params={"gemeente": gemeente}).json()
    assert woorden["gemeente"]["neemt_over"] is False


@pytest.mark.parametrize("gemeente", ["voorbeeldstad", "openstad", "mailstad", "formulierstad"])
def test_wie_het_wel_doet(huis: Huis, gemeente: str) -> None:
    woorden = huis.client.get("/widget-teksten.json", params={"gemeente": gemeente}).json()
    assert woorden["gemeente"]["neemt_over"] is True


def vragen(huis: Huis, gemeente: str) -> str:
    """The part of the overview with what to ask the gemeente: of such a made-up one no rule is known."""
    token = huis.gesprek(gemeente, tuple(huis.bronnen.catalogus(gemeente)), **RUIM)
    html = huis.client.get(f"/overzicht/{token}").text
    deel = html[html.index('id="vragen"') :]
    return str(deel[: deel.index("</section>")])


def test_het_overzicht_leidt_erheen_op_het_scherm(huis: Huis) -> None:
    (klasse,) = re.findall(r'<p class="([^"]*)"><a href="/contact/[\w-]{43}">', vragen(huis, "postvak"))
    assert "scherm" in klasse.split(), "not on paper, and not in the PDF"
