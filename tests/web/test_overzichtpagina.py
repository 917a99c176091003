"""The page with everything of one talk: without JavaScript, with the same words and amounts as the API."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from html import unescape
from typing import Any

from actions.contract import naar_json
from actions.contract_vergelijken import Tijdelijk, Vergelijking
from actions.gesprek.beurt import overzicht
from actions.gesprek.opslag import gesprek_id
from tests.gesprek.krommen import FEITEN, vergelijking, voorbeeld
from tests.web.conftest import Huis
from tests.web.staten import met_extra
from web.koppen import KOPPEN


def _pagina(huis: Huis, token: str) -> str:
    antwoord = huis.client.get(f"/overzicht/{token}")
    assert antwoord.status_code == 200, antwoord.text
    assert antwoord.headers["content-type"] == "text/html; charset=utf-8"
    return str(antwoord.text)


def _tekst(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def test_alles_van_het_gesprek(huis: Huis) -> None:
    token = met_extra(huis, feiten=FEITEN)
    html = _pagina(huis, token)
    tekst = _tekst(html)
    api = overzicht(huis.bronnen, gesprek_id(token))
    zorg = next(u for u in api.uitkomsten if u.regeling == "zorgtoeslag")
    assert zorg.recht == "waarschijnlijk_wel"
    assert zorg.bedrag_per_maand is not None
    assert f"{zorg.bedrag_per_maand:.0f} euro per maand" in tekst
    for uitkomst in api.uitkomsten:
        assert uitkomst.titel in tekst
    for feit in api.feiten:
        assert feit.label in tekst
        assert feit.tekst in tekst
    # Total and first step come first, before every scheme.
    assert tekst.index("U krijgt waarschijnlijk") < tekst.index("Hier is waarschijnlijk recht op")
    assert tekst.index("Begin hiermee:") < tekst.index("Hier is waarschijnlijk recht op")
    assert "Als er iets verandert" not in tekst
    assert "Als u meer of minder werkt" not in tekst
    assert "Kies in het menu van uw browser voor Afdrukken" in tekst
    assert "{" not in tekst
    assert "None" not in tekst


def test_met_verandering_en_kromme(huis: Huis) -> None:
    werk = voorbeeld()
    token = met_extra(
        huis, feiten=FEITEN, vergelijking=naar_json(vergelijking()), kromme=naar_json(werk), taal="nl"
    )
    html = _pagina(huis, token)
    tekst = _tekst(html)
    assert "129 euro minder" in tekst
    assert "Dit blijft hetzelfde: Kinderbijslag." in tekst
    assert "U heeft waarschijnlijk al 1.369,50 euro te veel gekregen." in tekst
    assert "Geef door dat u samenwoont. Dienst Toeslagen. Doe dit binnen 4 weken." in tekst
    assert f'href="/api/v1/gesprekken/{token}/agenda"' in html
    assert "U houdt het meest over bij 40 uur werk per week: 2.440 euro per maand." in tekst
    assert "pensioenpremie" in tekst
    assert "Van deze regeling ken ik de grens niet." in tekst
    # The curve, now and then, and what the total is made of.
    assert html.count("<svg") == 3
    for een in werk.punten:
        rij = f">{een.uren}" if een.uren != 8 else ">8 "
        assert rij in html
        assert f"<strong>{een.totaal_per_maand:,.0f}</strong>".replace(",", ".") in html
    api = huis.bronnen
    assert overzicht(api, gesprek_id(token)).werken == werk
    assert overzicht(api, gesprek_id(token)).vergelijking == vergelijking()


def test_eerste_maanden_in_een_zin(huis: Huis) -> None:
    eerst = [Tijdelijk(uren=Decimal(u), tot_en_met_maand=12, extra=Decimal(u) * 10) for u in (2, 4, 8)]
    los = Tijdelijk(uren=Decimal(4), tot_en_met_maand=6, extra=Decimal("20.40"))
    werk = voorbeeld().model_copy(update={"tijdelijk": [*eerst, los]})
    tekst = _tekst(_pagina(huis, met_extra(huis, feiten=FEITEN, kromme=naar_json(werk))))
    assert (
        "Werkt u 2 tot en met 8 uur? Dan houdt u de eerste 12 maanden meer over: van 20 euro tot 80 euro"
        in tekst
    )
    assert "Werkt u 4 uur? Dan houdt u de eerste 6 maanden meer over: 20 euro per maand." in tekst


def test_koppen(huis: Huis) -> None:
    antwoord = huis.client.get(f"/overzicht/{met_extra(huis, feiten=FEITEN)}")
    verwacht = {naam: waarde for naam, waarde in KOPPEN.items() if naam != "Content-Security-Policy"}
    assert {naam: antwoord.headers[naam] for naam in verwacht} == verwacht
    csp = antwoord.headers["content-security-policy"]
    assert "default-src 'none'" in csp
    assert "script-src" not in csp, "nothing runs on this page"
    assert "unsafe" not in csp
    assert "style=" not in antwoord.text
    assert "<script" not in antwoord.text


def test_een_gesprek_dat_er_niet_is(huis: Huis) -> None:
    token = met_extra(huis, feiten=FEITEN)
    huis.klok.nu += timedelta(days=2)
    for wie in (token, "a" * 43, "x", "%3Cb%3E"):
        antwoord = huis.client.get(f"/overzicht/{wie}")
        assert antwoord.status_code == 404
        assert "Deze pagina is er niet meer" in antwoord.text
        assert antwoord.headers["content-type"] == "text/html; charset=utf-8"
        assert antwoord.headers["cache-control"] == "no-store"
        assert "<b>" not in antwoord.text


def test_nog_niets_geantwoord(huis: Huis) -> None:
    tekst = _tekst(_pagina(huis, huis.begin()))
    assert "U heeft nog geen vragen beantwoord." in tekst
    assert "Hier is waarschijnlijk recht op" not in tekst


def test_wat_een_bewoner_typte_wordt_nooit_html(huis: Huis) -> None:
    kwaad = vergelijking().model_dump()
    kwaad["verschillen"][0]["reden"] = "<img src=x onerror=alert(1)>"
    kwaad["melden"][0]["bij"] = "[klik](javascript:alert(1))"
    kwaad["nieuw_aanvragen"][0]["url"] = "javascript:alert(1)"
    html = _pagina(huis, met_extra(huis, feiten=FEITEN, vergelijking=_json(kwaad)))
    assert "<img" not in html
    assert 'href="javascript' not in html


def _json(ruw: dict[str, Any]) -> dict[str, Any]:
    return naar_json(Vergelijking.model_validate(ruw))
