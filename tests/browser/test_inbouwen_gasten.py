"""The chat on pages of others: another origin, a strict policy, hostile style, odd scripts. The lines are those of the guide."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import ConsoleMessage, FloatRect, FrameLocator, Page, Request, expect

from tests.browser.gasten import Buurt
from web.paginas.voorbeeld import MANIEREN

KNOP = "Waar heb ik recht op?"
MET_VENSTER = ("script", "iframe-knop")
INGEBED = ("script", "element", "iframe", "iframe-knop")
PAGINA = '<!doctype html><html lang="nl"><head><title>Gast</title>{kop}</head><body>{lijf}</body></html>'
TEKST = "<h1>Geldzaken</h1>" + "<p>Over geld.</p>" * 80

OVERAL = "* { all: unset !important }"
VIJANDIG = {
    "alles weg": OVERAL,
    "knoppen weg": "button, dialog, iframe { display: none !important } svg { width: 400px !important }",
    "kleine letters": "html { font-size: 62.5% } body { font-size: 5px; line-height: 0.5; text-transform: uppercase }",
    "transform": "body { transform: scale(1) }",
    "filter op body": "body { filter: grayscale(1) } html { filter: contrast(1) }",
    "van rechts": "html { direction: rtl; text-align: right; white-space: nowrap; text-indent: -99em }",
    "onzichtbaar": "body { visibility: hidden; pointer-events: none; user-select: none; cursor: none }",
    "alles erboven": "body > :not(rechtop-chat, rechtop-venster) { position: relative; z-index: 999 }",
}


def luister(page: Page) -> list[str]:
    """Everything that goes wrong in the console."""
    fouten: list[str] = []

    def regel(bericht: ConsoleMessage) -> None:
        if bericht.type in ("error", "warning"):
            fouten.append(bericht.text)

    page.on("console", regel)
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    return fouten


def open_check(page: Page, naam: str) -> Page | FrameLocator:
    """Clicks where there is something to click; gives the place where the chat is."""
    if naam in MET_VENSTER:
        page.get_by_role("button", name=KNOP).click()
    return page.frame_locator("iframe") if "iframe" in naam else page


def praat(plek: Page | FrameLocator) -> None:
    plek.get_by_role("button", name="Beginnen").click()
    plek.get_by_role("log").get_by_text("Hallo, ik ben een chatbot.").wait_for()
    plek.locator("rechtop-chat textarea").fill("Hoi")
    plek.get_by_role("button", name="Versturen").click()
    plek.get_by_role("log").get_by_text("1: Hoi").wait_for()


def test_de_gids_en_de_voorbeelden_zijn_gelijk(buurt: Buurt) -> None:
    for naam, manier in MANIEREN.items():
        assert buurt.regels(naam) == manier.met(buurt.chat, "voorbeeldstad")
        if naam != "link":
            gids = "csp script" if naam == "element" else f"csp {naam}"
            assert buurt.regels(gids) == manier.csp_met(buurt.chat)


@pytest.mark.parametrize(
    ("naam", "verzoeken", "bytes_"),
    [("script", 4, 24_000), ("element", 4, 24_000), ("iframe", 7, 26_000), ("iframe-knop", 8, 30_000)],
)
def test_met_alleen_de_regels_van_de_gids(
    buurt: Buurt, page: Page, naam: str, verzoeken: int, bytes_: int
) -> None:
    """On a site that allows nothing else: a whole talk, and nothing but our own files for it."""
    gedaan: list[Request] = []
    page.on("request", lambda verzoek: gedaan.append(verzoek))
    fouten = luister(page)
    html = PAGINA.format(kop="", lijf=TEKST + buurt.regels(naam))
    csp = buurt.csp("csp script" if naam == "element" else f"csp {naam}")
    page.goto(buurt.gemeente.zet(html, csp))
    if naam == "iframe-knop":
        page.get_by_role("button", name=KNOP).wait_for()
        eerst = [verzoek.url for verzoek in gedaan if verzoek.url.startswith(buurt.chat)]
        assert eerst == [f"{buurt.chat}/venster/voorbeeldstad.js"]
        assert len(gzip.compress(httpx.get(eerst[0]).content)) <= 5_000
    if naam == "iframe":
        page.locator("iframe").scroll_into_view_if_needed()
    plek = open_check(page, naam)
    plek.get_by_role("button", name="Beginnen").wait_for()

    ons = [verzoek.url for verzoek in gedaan if urlsplit(verzoek.url).netloc == urlsplit(buurt.chat).netloc]
    bestanden = [url for url in ons if "/api/" not in url]
    assert len(bestanden) == verzoeken, bestanden
    gzips = [len(gzip.compress(httpx.get(url.partition("#")[0]).content)) for url in bestanden]
    assert sum(gzips) <= bytes_, dict(zip(bestanden, gzips, strict=True))
    for verzoek in gedaan:
        assert "cookie" not in verzoek.all_headers()

    praat(plek)
    overal = {urlsplit(verzoek.url).netloc for verzoek in gedaan if not verzoek.url.startswith("blob:")}
    assert overal == {urlsplit(adres).netloc for adres in (buurt.chat, buurt.gemeente.adres)}
    assert page.context.cookies() == []
    for frame in page.frames:
        assert frame.evaluate("[document.cookie, ...Object.keys(localStorage)]") == [""]
    assert fouten == []


@pytest.mark.parametrize("naam", MET_VENSTER)
@pytest.mark.parametrize("stijl", VIJANDIG.values(), ids=VIJANDIG)
def test_vijandige_stijl(buurt: Buurt, page: Page, naam: str, stijl: str) -> None:
    html = PAGINA.format(kop=f"<style>{stijl}</style>", lijf=TEKST + buurt.regels(naam))
    page.goto(buurt.gemeente.zet(html))
    knop = page.get_by_role("button", name=KNOP)
    knop.wait_for()
    in_hoek(page, knop.bounding_box())
    maten = knop.evaluate(
        """e => { const s = getComputedStyle(e), groot = parseFloat(s.fontSize);
                  return [groot, parseFloat(s.lineHeight) / groot, s.direction, s.textTransform, s.visibility,
                          s.whiteSpace, s.textIndent, s.pointerEvents] }"""
    )
    assert maten[0] >= 16
    assert maten[1] >= 1.2
    assert maten[2:] == ["ltr", "none", "visible", "normal", "0px", "auto"]
    knop.click()
    paneel = page.get_by_role("dialog")
    doos = paneel.bounding_box()
    assert doos is not None
    assert doos["width"] > 300
    assert doos["height"] > 500
    in_hoek(page, doos)
    plek = page.frame_locator("iframe") if naam == "iframe-knop" else page
    plek.get_by_role("button", name="Beginnen").wait_for()
    plek.get_by_role("button", name="Sluiten").click()
    expect(knop).to_be_visible()


def in_hoek(page: Page, doos: FloatRect | None) -> None:
    """Bottom right on the screen, and what is there is ours."""
    assert doos is not None
    assert page.viewport_size is not None
    rechts, onder = doos["x"] + doos["width"], doos["y"] + doos["height"]
    assert page.viewport_size["width"] - 40 <= rechts <= page.viewport_size["width"]
    assert page.viewport_size["height"] - 40 <= onder <= page.viewport_size["height"]
    wie = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y)?.localName",
        [doos["x"] + doos["width"] / 2, doos["y"] + doos["height"] / 2],
    )
    assert wie in ("rechtop-chat", "rechtop-venster")


@pytest.mark.parametrize("naam", MET_VENSTER)
def test_een_cookiebalk_ligt_erboven(buurt: Buurt, page: Page, naam: str) -> None:
    stijl = "#balk { position: fixed; inset: auto 0 0 0; height: 9em; z-index: 1001 }"
    html = PAGINA.format(
        kop=f"<style>{stijl}</style>", lijf=buurt.regels(naam) + "<div id=balk>Koekjes?</div>" + TEKST
    )
    page.goto(buurt.gemeente.zet(html))
    page.get_by_role("button", name=KNOP).wait_for()
    assert page.evaluate("document.elementFromPoint(innerWidth - 60, innerHeight - 40).id") == "balk"


def _in_kop(soort: str) -> Callable[[str], str]:
    return lambda regels: PAGINA.format(kop=regels.replace(" async", soort), lijf=TEKST)


@pytest.mark.parametrize("naam", MET_VENSTER)
@pytest.mark.parametrize(
    "maak",
    [
        _in_kop(" async"),
        _in_kop(" defer"),
        _in_kop(""),
        lambda regels: PAGINA.format(kop=regels * 2, lijf=regels),
    ],
    ids=["async", "defer", "gewoon", "drie keer"],
)
def test_waar_en_hoe_vaak_de_regel_staat(
    buurt: Buurt, page: Page, naam: str, maak: Callable[[str], str]
) -> None:
    fouten = luister(page)
    page.goto(buurt.gemeente.zet(maak(buurt.regels(naam))))
    page.get_by_role("button", name=KNOP).wait_for()
    page.wait_for_load_state("networkidle")
    expect(page.locator("rechtop-chat, rechtop-venster")).to_have_count(1)
    assert fouten == []
    open_check(page, naam).get_by_role("button", name="Beginnen").wait_for()


@pytest.mark.parametrize("naam", INGEBED)
def test_een_oude_pagina_met_vervuilde_globals(buurt: Buurt, page: Page, naam: str) -> None:
    vuil = """<script>
      Array.prototype.weg = function () {}; Object.prototype.extend = function () {};
      window.$ = window.jQuery = window.h = window.open = window.name = window.status = "bezet";
      window.Event.prototype.stop = 1; String.prototype.trim2 = 1; window.JSON.vuil = 1;
    </script>"""
    page.goto(buurt.gemeente.zet(PAGINA.format(kop=vuil, lijf=buurt.regels(naam))))
    praat(open_check(page, naam))


@pytest.mark.parametrize("naam", ["script", "element", "iframe-knop"])
def test_een_pagina_die_het_element_weghaalt_en_terugzet(buurt: Buurt, page: Page, naam: str) -> None:
    fouten = luister(page)
    lijf = '<a href="#" data-rechtop-open>Doe de check</a>' + buurt.regels(naam)
    page.goto(buurt.gemeente.zet(PAGINA.format(kop="", lijf=lijf)))
    plek = open_check(page, naam)
    praat(plek)
    page.evaluate(
        """async () => { const e = document.querySelector("rechtop-chat, rechtop-venster");
           for (let i = 0; i < 3; i++) { e.remove(); await new Promise(requestAnimationFrame); document.body.append(e); } }"""
    )
    expect(plek.get_by_role("log").get_by_text("1: Hoi")).to_be_visible()
    plek.locator("rechtop-chat textarea").fill("Nog eens")
    plek.get_by_role("button", name="Versturen").click()
    expect(plek.get_by_role("log").get_by_text("2: Nog eens")).to_have_count(1)
    if naam in MET_VENSTER:
        plek.get_by_role("button", name="Sluiten").click()
        page.evaluate("document.querySelector('rechtop-chat, rechtop-venster').remove()")
        page.get_by_role("link", name="Doe de check").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
    assert fouten == []


@pytest.mark.parametrize("naam", ["script", "element", "iframe-knop"])
def test_een_site_die_niet_op_de_lijst_staat(buurt: Buurt, page: Page, naam: str) -> None:
    regels = luister(page)
    kapot: list[str] = []
    page.on("pageerror", lambda fout: kapot.append(str(fout)))
    page.goto(buurt.vreemd.zet(PAGINA.format(kop="", lijf=TEKST + buurt.regels(naam))))
    link = page.get_by_role("link", name=KNOP)
    expect(link).to_have_attribute("href", f"{buurt.chat}/zelfcheck/voorbeeldstad")
    expect(page.get_by_role("button", name=KNOP)).to_have_count(0)
    page.wait_for_load_state("networkidle")
    assert kapot == []
    (onze,) = [regel for regel in regels if regel.startswith("Rechtop:")]
    assert onze.endswith(f"{buurt.vreemd.adres} is not in toegestane_herkomst of voorbeeldstad")
    link.click()
    page.wait_for_url("**/zelfcheck/voorbeeldstad")


@pytest.mark.parametrize(
    ("regels", "melding"),
    [
        ('<script src="{chat}/widget.js" data-gemeente="nergens"></script>', "Rechtop: no chat here. Error: status 404"),
        ('<script>{inhoud}</script>', "Rechtop: no button here. Place the line as it is"),
    ],
)  # fmt: skip
def test_de_meldingen_van_de_gids(buurt: Buurt, page: Page, regels: str, melding: str) -> None:
    inhoud = httpx.get(f"{buurt.chat}/venster/voorbeeldstad.js").text
    lijf = regels.replace("{chat}", buurt.chat).replace("{inhoud}", inhoud)
    adres = buurt.gemeente.zet(PAGINA.format(kop="", lijf=lijf))
    with page.expect_console_message(lambda bericht: bericht.text.startswith(melding)):
        page.goto(adres)
