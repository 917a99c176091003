"""What a gemeente gets on its page: small, no cookies, nothing of others, and its own colours."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from playwright.sync_api import expect

from tests.browser.conftest import Widget

GRENS = 20_000
STATISCH = Path(__file__).resolve().parents[2] / "web" / "static"


def test_widget_blijft_klein(adres: str) -> None:
    totaal = 0
    for pad in ("/widget.js", "/widget/element.js", "/widget.css"):
        antwoord = httpx.get(adres + pad, headers={"Accept-Encoding": "gzip"})
        assert antwoord.status_code == 200
        totaal += len(gzip.compress(antwoord.content))
    assert 5_000 < totaal <= GRENS


def test_bestanden_worden_niet_twee_keer_gehaald(adres: str) -> None:
    for pad in (
        "/widget.js",
        "/widget/element.js",
        "/widget.css",
        "/widget-teksten.json?gemeente=voorbeeldstad",
    ):
        eerst = httpx.get(adres + pad)
        assert eerst.headers["access-control-allow-origin"] == "*"
        weer = httpx.get(adres + pad, headers={"If-None-Match": eerst.headers["etag"]})
        assert (weer.status_code, weer.content) == (304, b"")
        assert httpx.get(adres + pad, headers={"If-None-Match": '"anders"'}).status_code == 200


def test_ingepakt_alleen_voor_wie_dat_kan(adres: str) -> None:
    pad = adres + "/widget/element.js"
    ingepakt = httpx.get(pad, headers={"Accept-Encoding": "gzip"})
    gewoon = httpx.get(pad, headers={"Accept-Encoding": "identity"})
    assert ingepakt.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in gewoon.headers
    assert ingepakt.text == gewoon.text


def test_onbekende_gemeente(adres: str) -> None:
    assert httpx.get(adres + "/widget-teksten.json?gemeente=nergens").status_code == 404
    pagina = httpx.get(adres + "/zelfcheck/nergens")
    assert pagina.status_code == 404
    assert "Wij kennen deze gemeente niet" in pagina.text


def test_geen_cookies_geen_anderen_geen_fouten(widget: Widget) -> None:
    page = widget.page
    verzoeken: list[str] = []
    fouten: list[str] = []
    page.on("request", lambda verzoek: verzoeken.append(verzoek.url))
    page.on(
        "console", lambda regel: fouten.append(regel.text) if regel.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.add_init_script(
        "window.csp = []; document.addEventListener('securitypolicyviolation', e => csp.push(e.violatedDirective))"
    )
    widget.tot_uitkomst()
    assert {urlsplit(url).netloc for url in verzoeken} == {urlsplit(widget.adres).netloc}
    assert page.context.cookies() == []
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.evaluate("csp") == []
    assert fouten == []


def test_strenge_regels_van_een_andere_pagina(widget: Widget) -> None:
    fouten: list[str] = []
    widget.page.on("console", lambda regel: fouten.append(regel.text) if regel.type == "error" else None)
    widget.open("/streng")
    widget.knop("Beginnen").click()
    expect(widget.log).to_contain_text("Hoe oud bent u?")
    expect(widget.page.get_by_role("link", name="Doe de check")).to_have_count(0)
    assert fouten == []


def test_zonder_constructable_stylesheets(widget: Widget) -> None:
    """Safari before 16.4: the same style sheet as a link."""
    widget.page.add_init_script(
        "delete ShadowRoot.prototype.adoptedStyleSheets; delete Document.prototype.adoptedStyleSheets"
    )
    widget.begin()
    assert widget.page.evaluate(
        "document.querySelector('rechtop-chat').shadowRoot.querySelector('link[rel=stylesheet]') !== null"
    )
    assert widget.venster.evaluate("e => getComputedStyle(e).position") == "fixed"


def test_kleuren_van_de_pagina_gaan_voor(widget: Widget) -> None:
    widget.page.goto(widget.adres)
    widget.starter.wait_for()
    kleur = "e => getComputedStyle(e).backgroundColor"
    assert widget.starter.evaluate(kleur) == "rgb(21, 66, 115)"
    widget.page.evaluate("document.body.style.setProperty('--rechtop-kleur', '#0a5c36')")
    assert widget.starter.evaluate(kleur) == "rgb(10, 92, 54)"


def test_kleine_letters_van_de_pagina_maken_de_chat_niet_klein(widget: Widget) -> None:
    widget.page.goto(widget.adres)
    widget.page.evaluate("document.documentElement.style.fontSize = '62.5%'")
    assert widget.starter.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 16


def test_elke_tekst_bestaat_en_wordt_gebruikt(adres: str) -> None:
    """A name that code builds (`recht_${…}`) stands for every text that begins so; there must be one."""
    teksten = httpx.get(adres + "/widget-teksten.json?gemeente=voorbeeldstad").json()["teksten"]
    bronnen = "".join(pad.read_text("utf-8") for pad in (STATISCH / "widget").glob("*.js"))
    vast = set(re.findall(r'"([a-z]+(?:_[a-z]+)*)"', bronnen))
    begin = set(re.findall(r"`([a-z_]+_)\$\{", bronnen))
    assert {naam for naam in teksten if naam not in vast and not naam.startswith(tuple(begin))} == set()
    gevraagd = set(re.findall(r'\bt\("([a-z_]+)"', bronnen))
    assert len(gevraagd) > 40
    assert gevraagd - set(teksten) == set()
    assert {kop for kop in begin if not any(naam.startswith(kop) for naam in teksten)} == set()
