"""The page with everything of one talk: without JavaScript, with the same words and amounts as the API."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from html import unescape
from typing import Any

from actions.contract import Uitkomst, naar_json
from actions.contract_vergelijken import Tijdelijk, Vergelijking
from actions.gesprek.beurt import overzicht
from actions.gesprek.opslag import gesprek_id
from actions.gesprek.staat import Beurt
from content.opmaak import datum, euro
from tests.gesprek.krommen import FEITEN, vergelijking, voorbeeld
from tests.web.conftest import Huis
from tests.web.staten import met_extra
from web.koppen import KOPPEN
from web.paginas.uitkomst_beeld import TWIJFEL

RUIM: dict[str, Any] = {
    **FEITEN,
    "kinderen": [9, 13],
    "inkomen_jaar": "21000",
    "opvang": [],
    "jaren_laag_inkomen": "4",
    "krijgt_al": ["huurtoeslag"],
    "belastingaanslag": True,
    "bijzondere_kosten": ["bril"],
    "energie_hoog": True,
    "chronisch_ziek": True,
    "schulden": False,
    "huurachterstand": False,
    "studeert": False,
    "eigen_risico_op": False,
    "werkt": True,
}
"""Somebody with nearly every kind of outcome."""


def _pagina(huis: Huis, token: str) -> str:
    antwoord = huis.client.get(f"/overzicht/{token}")
    assert antwoord.status_code == 200, antwoord.text
    assert antwoord.headers["content-type"] == "text/html; charset=utf-8"
    return str(antwoord.text)


def _koppen(html: str) -> list[str]:
    return [_tekst(kop).strip() for kop in re.findall(r"<h2.*?</h2>", html)]


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


def test_wat_iemand_eerst_moet_weten_staat_eerst(huis: Huis) -> None:
    token = met_extra(
        huis, feiten=RUIM, vergelijking=naar_json(vergelijking()), kromme=naar_json(voorbeeld())
    )
    assert _koppen(_pagina(huis, token)) == [
        "Hier is waarschijnlijk recht op",
        "Dit komt al binnen",
        "Dit weten wij nog niet",
        "Vraag dit aan de gemeente",
        "Als er iets verandert",
        "Als u meer of minder werkt",
        "Hier is waarschijnlijk geen recht op",
        "Dit heeft u geantwoord",
        "Printen of bewaren",
        "Hulp dichtbij",
        "Contact",
    ]


def test_elk_bedrag_en_elke_uiterste_dag(huis: Huis) -> None:
    token = met_extra(huis, feiten=RUIM)
    html = _pagina(huis, token)
    wel = html[html.index('id="wel"') : html.index('id="al"')]
    kaarten = {_tekst(k[: k.index("</h3>")]).strip(): _tekst(k) for k in wel.split("<h3>")[1:]}
    per_jaar = []
    for u in _uitkomsten(huis, token):
        if u.recht != "waarschijnlijk_wel" or u.al_ontvangen:
            assert u.titel not in kaarten
            continue
        kaart = kaarten[u.titel]
        per_jaar.append((u.titel, u.bedrag_per_jaar or Decimal(0)))
        if u.bedrag_per_keer:
            assert euro(u.bedrag_per_keer) in kaart
        if u.aanvragen.uiterlijk:
            assert f"tot en met {datum(u.aanvragen.uiterlijk)}" in kaart
        for wat in u.aanvragen.nodig:
            assert wat in kaart
        assert u.aanvragen.bij in kaart
    assert [titel for titel, _ in sorted(per_jaar, key=lambda een: -een[1])] == list(kaarten)
    # What must be asked for soon is said first, whatever it brings.
    assert "vóór of op 31 december 2026: " in wel[: wel.index("<h3>")]
    assert "31 december 2027" not in wel[: wel.index("<h3>")]


def test_staafjes_zijn_het_totaal(huis: Huis) -> None:
    html = _pagina(huis, met_extra(huis, feiten=RUIM))
    som = re.search(r"U krijgt waarschijnlijk ([\d.,]+) euro per maand", _tekst(html))
    assert som is not None
    beeld = re.search(r"<title>(Geld per maand: .*?)</title>", html)
    assert beeld is not None
    bedragen = [_getal(een) for een in re.findall(r"([\d.,]+) euro", beeld[1])]
    assert len(bedragen) > 1
    assert sum(bedragen) == _getal(som[1])
    assert "Huurtoeslag (krijgt u al)" in beeld[1]


def test_een_bedrag_in_twijfel_staat_nooit_alleen(huis: Huis) -> None:
    """Of what the gemeente has not confirmed, the year is said and the number to call, and no amount as if it were sure."""
    token = met_extra(huis, huis.begin("amsterdam"), feiten=RUIM)
    html = _pagina(huis, token)
    vragen = _tekst(html[html.index('id="vragen"') : html.index('id="niet"')])
    twijfel = [
        u
        for u in _uitkomsten(huis, token)
        if any(r.code in TWIJFEL for r in u.let_op) and u.recht != "waarschijnlijk_niet"
    ]
    assert twijfel
    for u in twijfel:
        assert u.titel in vragen
        assert all(r.tekst in vragen for r in u.let_op if r.code in TWIJFEL)
    assert "14 020" in vragen
    assert "kennen wij de regels in Amsterdam niet" in vragen


def test_net_niet_wordt_een_vraag_aan_de_gemeente(huis: Huis) -> None:
    token = met_extra(huis, feiten={**RUIM, "inkomen_jaar": "22000"})
    bijna = [u for u in _uitkomsten(huis, token) if u.bijna]
    assert bijna
    html = _pagina(huis, token)
    vragen, niet = html[html.index('id="vragen"') : html.index('id="niet"')], html[html.index('id="niet"') :]
    for u in bijna:
        assert f"<strong>{u.titel}.</strong> Uw inkomen is maar een beetje te hoog." in vragen
        assert f"<strong>{u.titel}.</strong>" not in niet


def test_elk_antwoord_is_te_veranderen(huis: Huis) -> None:
    token = met_extra(huis, feiten=FEITEN)
    html = _pagina(huis, token)
    vormen = re.findall(r'<form class="scherm" method="post" action="([^"]+)">(.*?)</form>', html, re.DOTALL)
    velden = [dict(re.findall(r'name="(\w+)" value="([^"]+)"', vorm)) for _, vorm in vormen]
    feiten = overzicht(huis.bronnen, gesprek_id(token)).feiten
    assert [v["wijzig"] for v in velden] == [f.feit for f in feiten if f.wijzigbaar]
    assert {naar for naar, _ in vormen} == {f"/zelfcheck/voorbeeldstad/{token}"}
    assert len({v["id"] for v in velden}) == len(velden), "the same id twice is answered once"
    assert velden[0]["id"] not in _pagina(huis, token), "also after the page is opened again"
    assert "form-action 'self'" in huis.client.get(f"/overzicht/{token}").headers["content-security-policy"]
    huur = next(v for v in velden if v["wijzig"] == "kale_huur")
    antwoord = huis.client.post(vormen[0][0], data=huur, follow_redirects=False)
    assert antwoord.status_code == 303
    assert antwoord.headers["location"].startswith(f"/zelfcheck/voorbeeldstad/{token}")
    assert huis.praatje.invoer[-1].wijzig == "kale_huur"
    assert huis.praatje.invoer[-1].id.startswith(huur["id"])


def test_halverwege(huis: Huis) -> None:
    token = met_extra(huis, feiten={"leeftijd": 34, "partner": False})
    tekst = _tekst(_pagina(huis, token))
    assert "U bent nog niet klaar met de vragen." in tekst
    assert "Verder met de vragen" in tekst
    # Schemes of a later round were not asked about: their names are enough.
    assert re.search(r"Naar deze regelingen hebben wij nog niet gekeken: [^.]*Bijstand", tekst)
    assert "Huurtoeslag. Wij missen nog: " in tekst
    assert "Deze antwoorden helpen het meest: " in tekst


def test_wie_niets_weet_krijgt_geen_rij_van_tien(huis: Huis) -> None:
    feiten = dict.fromkeys(FEITEN, "weet_niet")
    tekst = _tekst(_pagina(huis, met_extra(huis, feiten=feiten)))
    assert "U weet dit nog niet" not in tekst
    assert re.search(r"Huurtoeslag\. Wij missen nog: [^,.]+, [^,.]+, [^,.]+ en nog \d+ antwoorden\.", tekst)


def test_over_een_ander(huis: Huis) -> None:
    token = met_extra(
        huis,
        feiten=FEITEN,
        voor_wie="moeder",
        vergelijking=naar_json(vergelijking()),
        kromme=naar_json(voorbeeld()),
    )
    html = _pagina(huis, token)
    tekst = _tekst(html)
    assert "<h1>Overzicht voor uw moeder</h1>" in html
    assert "<title>Overzicht voor uw moeder" in html
    assert "Uw moeder krijgt waarschijnlijk" in tekst
    assert "Alles hieronder gaat over uw moeder. Staat er 'u'? Dan is uw moeder bedoeld." in tekst
    assert "Dit is geantwoord over uw moeder" in tekst
    assert "Als uw moeder meer of minder werkt" in tekst
    assert "Tot en met 31 december 2026 krijgt uw moeder: 1.369,50 euro minder." in tekst
    assert "Dit heeft u geantwoord" not in tekst


def test_een_gesprek_over_een_regeling(huis: Huis) -> None:
    token = met_extra(huis, feiten=FEITEN)
    with huis.bronnen.opslag.transactie(gesprek_id(token)) as transactie:
        staat = replace(transactie.gesprek.staat, scope=("zorgtoeslag",))
        transactie.bewaar(staat, Beurt(transactie.volgend_nr, "een", None, {"berichten": []}, "direct"))
    tekst = _tekst(_pagina(huis, token))
    assert "U heeft nog niet alles gevraagd. Er zijn meer regelingen." in tekst
    assert "Huurtoeslag" not in tekst


def test_binnengekomen_en_toch_twijfel(huis: Huis) -> None:
    """Only what the resident named: who lives on bijstand is not asked whether the AIO is right."""
    feiten = {**FEITEN, "inkomen_soort": "bijstand", "krijgt_al": ["kindgebonden-budget"]}
    tekst = _tekst(_pagina(huis, met_extra(huis, feiten=feiten)))
    assert "Kindgebonden budget. Dit komt al binnen. Klopt dat nog?" in tekst
    assert tekst.count("Klopt dat nog?") == 1


def test_hulp_dichtbij_met_nummer_en_tijden(huis: Huis) -> None:
    html = _pagina(huis, huis.begin())
    tekst = _tekst(html)
    hulp = huis.bronnen.inhoud.lokaal("voorbeeldstad")
    assert hulp is not None
    assert hulp.hulp_dichtbij
    for plek in hulp.hulp_dichtbij:
        assert f"Waar: {plek.waar} Wanneer: {plek.wanneer}" in tekst
        assert not plek.telefoon or f'href="tel:{plek.telefoon.replace(" ", "")}"' in html
    assert "Open: maandag tot en met vrijdag, van 9 tot 17 uur" in tekst


def _uitkomsten(huis: Huis, token: str) -> list[Uitkomst]:
    return overzicht(huis.bronnen, gesprek_id(token)).uitkomsten


def _getal(tekst: str) -> Decimal:
    return Decimal(tekst.strip(".,").replace(".", "").replace(",", "."))


def _json(ruw: dict[str, Any]) -> dict[str, Any]:
    return naar_json(Vergelijking.model_validate(ruw))
