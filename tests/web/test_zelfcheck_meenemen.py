"""A talk goes on on another device, with plain pages only."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.web.conftest import VREEMDE_SITE, Huis, Maker
from tests.web.formulier import Bezoeker, Pagina

START = "/zelfcheck/voorbeeldstad"
_CODE = re.compile(r"<span>(\w{4})</span> <span>(\w{4})</span>")


def met_code(huis: Huis) -> tuple[Bezoeker, Pagina, str]:
    bezoeker = Bezoeker(huis.client)
    gesprek = bezoeker.druk(bezoeker.open(START), "Beginnen")
    pagina = bezoeker.druk(gesprek, "Verder op een ander apparaat")
    gevonden = _CODE.search(pagina.antwoord.text)
    assert gevonden is not None, pagina.tekst
    return bezoeker, gesprek, f"{gevonden[1]}-{gevonden[2]}".lower()


def test_de_code_staat_er_groot_met_waar_en_tot_wanneer(huis: Huis) -> None:
    bezoeker, gesprek, code = met_code(huis)
    pagina = bezoeker.druk(gesprek, "Verder op een ander apparaat")
    assert "testserver/verder" in pagina.tekst
    # 12.00 in UTC is 13.00 here in winter.
    assert "De code werkt tot 13.15 uur." in pagina.tekst
    assert code.replace("-", "").upper() not in pagina.url
    nieuw = _CODE.search(bezoeker.druk(pagina, "Maak een nieuwe code").antwoord.text)
    assert nieuw is not None
    assert f"{nieuw[1]}-{nieuw[2]}".lower() != code
    assert pagina.links["Terug naar het gesprek"] == gesprek.url.removeprefix("http://testserver")


def test_beide_apparaten_gaan_met_hetzelfde_gesprek_verder(huis: Huis) -> None:
    eerste, gesprek, code = met_code(huis)
    tweede = Bezoeker(huis.client)
    pagina = tweede.verzend(tweede.open("/verder"), tweede.open("/verder").formulieren[0], [("code", code)])
    assert pagina.url == gesprek.url
    tweede.typ(pagina, "hallo van hier")
    assert "hallo van hier" in eerste.open(gesprek.url).tekst


def ingevuld(huis: Huis, code: str, **koppen: str) -> Pagina:
    bezoeker = Bezoeker(huis.client, koppen or {"Origin": "null"})
    antwoord = bezoeker.stuur("/verder", [("gemeente", "voorbeeldstad"), ("code", code)])
    return Pagina(antwoord)


@pytest.mark.parametrize("code", ["KKKK-KKKK", "kort", "x" * 300, "<b>", "éé éé"])
def test_een_code_die_niemand_heeft(huis: Huis, code: str) -> None:
    pagina = ingevuld(huis, code)
    assert pagina.antwoord.status_code == 404
    assert pagina.titel.startswith("Fout: ")
    assert pagina.op_id["fout"].startswith("Deze code werkt niet.")
    assert pagina.elementen["code"]["aria-describedby"].split() == ["hulp", "fout"]
    assert pagina.elementen["code"]["aria-invalid"] == "true"
    assert pagina.veld("code") == code
    assert pagina.links["14 0000"] == "tel:140000", "the number stays in its place"


def test_niets_ingevuld(huis: Huis) -> None:
    pagina = ingevuld(huis, "  ")
    assert pagina.antwoord.status_code == 422
    assert pagina.op_id["fout"].strip() == "Typ eerst uw code."


def test_een_code_werkt_een_keer_en_niet_te_lang(huis: Huis) -> None:
    _, _, code = met_code(huis)
    assert ingevuld(huis, code).antwoord.status_code == 303
    assert ingevuld(huis, code).antwoord.status_code == 404
    _, _, code = met_code(huis)
    huis.klok.nu += timedelta(minutes=16)
    assert ingevuld(huis, code).antwoord.status_code == 404


def test_te_vaak_geprobeerd(maak_huis: Maker) -> None:
    huis = maak_huis(ophaal_pogingen=2)
    for _ in range(2):
        assert ingevuld(huis, "KKKK-KKKK").antwoord.status_code == 404
    pagina = ingevuld(huis, "KKKK-KKKK")
    assert pagina.antwoord.status_code == 429
    assert "te vaak een code ingevuld" in pagina.op_id["fout"]
    assert int(pagina.antwoord.headers["retry-after"]) > 0


def test_een_vreemde_pagina_haalt_niets_op(huis: Huis) -> None:
    _, _, code = met_code(huis)
    assert ingevuld(huis, code, Origin=VREEMDE_SITE).antwoord.status_code == 403
    assert ingevuld(huis, code).antwoord.status_code == 303, "and the code still works"


def test_zonder_gemeente_werkt_het_ook(huis: Huis) -> None:
    pagina = Bezoeker(huis.client).open("/verder")
    assert pagina.antwoord.status_code == 200
    assert "Heeft u geen code?" in pagina.tekst
    onbekend = huis.client.get(f"{START}/{'A' * 43}/meenemen")
    assert onbekend.status_code == 404
    assert onbekend.headers["content-type"].startswith("text/html")
