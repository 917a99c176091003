"""The check in a frame: the window of the script, plain frames, what the two sides say to each other, and who may not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, FrameLocator, Page, ViewportSize, expect

from tests.browser.gasten import Buurt
from tests.browser.test_inbouwen_gasten import KNOP, PAGINA, TEKST, luister, open_check, praat

ACTIEF = "document.querySelector('rechtop-venster').shadowRoot.activeElement?.localName"
SLEUTEL = "rechtop-venster:voorbeeldstad"
SESSIE = f"sessionStorage.getItem('{SLEUTEL}')"
TELEFOON: ViewportSize = {"width": 360, "height": 740}


def gastpagina(buurt: Buurt, lijf: str = "", csp: str = "") -> str:
    return buurt.gemeente.zet(
        PAGINA.format(kop="", lijf=TEKST + lijf + buurt.regels("iframe-knop")),
        csp or buurt.csp("csp iframe-knop"),
    )


def geopend(page: Page) -> FrameLocator:
    page.get_by_role("button", name=KNOP).click()
    kader = page.frame_locator("iframe[title='Waar heeft u recht op?']")
    kader.get_by_role("button", name="Beginnen").wait_for()
    return kader


def frame_van(page: Page, buurt: Buurt) -> Frame:
    (frame,) = [een for een in page.frames if een.url.startswith(f"{buurt.chat}/venster/")]
    return frame


def test_met_het_toetsenbord(buurt: Buurt, page: Page) -> None:
    page.goto(gastpagina(buurt))
    knop = page.get_by_role("button", name=KNOP)
    expect(knop).to_have_attribute("aria-expanded", "false")
    knop.focus()
    page.keyboard.press("Enter")
    kader = page.frame_locator("iframe[title='Waar heeft u recht op?']")
    expect(kader.get_by_role("heading", name="Krijgt u alles waar u recht op heeft?")).to_be_focused()
    assert page.evaluate(ACTIEF) == "iframe"
    page.keyboard.press("Escape")
    expect(knop).to_be_focused()
    expect(knop).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    # The same frame again: nothing is fetched anew, and the focus is in it at once.
    expect(kader.get_by_role("heading", name="Krijgt u alles waar u recht op heeft?")).to_be_focused()
    kader.get_by_role("button", name="Sluiten").press("Enter")
    expect(knop).to_be_focused()


def test_een_eigen_link_krijgt_de_focus_terug(buurt: Buurt, page: Page) -> None:
    page.goto(gastpagina(buurt, '<a href="/elders" data-rechtop-open>Doe de <b>check</b></a>'))
    page.get_by_role("button", name=KNOP).wait_for()
    link = page.get_by_role("link", name="Doe de check")
    link.click()
    page.frame_locator("iframe").get_by_role("button", name="Sluiten").click()
    expect(link).to_be_focused()


def test_een_telefoon_ziet_alleen_de_chat(buurt: Buurt, page: Page) -> None:
    page.set_viewport_size(TELEFOON)
    page.goto(gastpagina(buurt, '<button id="achter">Achter</button>'))
    kader = geopend(page)
    assert page.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, **TELEFOON}
    sluit = kader.get_by_role("button", name="Sluiten")
    doos = sluit.bounding_box()
    assert doos is not None
    assert doos["y"] + doos["height"] < 100
    page.locator("#achter").evaluate("e => e.focus()")
    assert page.evaluate("document.activeElement.id") != "achter", "what is behind cannot be reached"
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(sluit).to_be_visible()
    # The window hears of its new size a moment after the page has it.
    page.wait_for_function("(achter.focus(), document.activeElement.id === 'achter')")
    sluit.click()
    expect(page.get_by_role("button", name=KNOP)).to_be_visible()


def test_vierhonderd_procent(buurt: Buurt, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(gastpagina(buurt))
    kader = geopend(page)
    doos = kader.get_by_role("button", name="Sluiten").bounding_box()
    assert doos is not None
    assert doos["x"] >= 0
    assert doos["x"] + doos["width"] <= 320
    assert doos["y"] + doos["height"] <= 100
    praat(kader)


def test_herladen_en_een_volgende_pagina(buurt: Buurt, page: Page) -> None:
    adres = gastpagina(buurt)
    page.goto(adres)
    praat(geopend(page))
    assert page.evaluate(SESSIE) == "open"
    page.reload()
    kader = page.frame_locator("iframe")
    expect(kader.get_by_role("log").get_by_text("1: Hoi")).to_be_visible()
    assert page.evaluate("document.activeElement.localName") == "body", "a page that loads takes no focus"
    kader.get_by_role("button", name="Sluiten").click()
    expect(page.get_by_role("button", name=KNOP)).to_be_visible()
    assert page.evaluate(SESSIE) is None
    page.reload()
    expect(page.get_by_role("button", name=KNOP)).to_be_visible()
    expect(page.locator("iframe")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage)") == []


@pytest.mark.parametrize("naam", ["iframe", "iframe-knop"])
def test_zonder_opslag(buurt: Buurt, page: Page, naam: str) -> None:
    page.add_init_script(
        """for (const naam of ["sessionStorage", "localStorage", "indexedDB", "caches"])
             Object.defineProperty(window, naam, { get() { throw new DOMException("no", "SecurityError") } })"""
    )
    fouten = luister(page)
    page.goto(buurt.gemeente.zet(PAGINA.format(kop="", lijf=buurt.regels(naam))))
    kader = open_check(page, naam)
    praat(kader)
    if naam == "iframe-knop":
        kader.get_by_role("button", name="Sluiten").click()
        page.get_by_role("button", name=KNOP).click()
    expect(kader.get_by_role("log").get_by_text("1: Hoi")).to_be_visible()
    assert fouten == []


def test_zonder_constructable_stylesheets(buurt: Buurt, page: Page) -> None:
    """Safari before 16.4: the same style as a link, which the policy of the guide lets through. And no `<dialog>`."""
    page.add_init_script(
        """delete ShadowRoot.prototype.adoptedStyleSheets; delete Document.prototype.adoptedStyleSheets;
           for (const naam of ["close", "show", "showModal"]) delete HTMLDialogElement.prototype[naam];"""
    )
    page.set_viewport_size(TELEFOON)
    page.goto(gastpagina(buurt))
    kader = geopend(page)
    assert page.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, **TELEFOON}
    kader.get_by_role("button", name="Sluiten").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_een_kader_dat_niet_komt(buurt: Buurt, page: Page) -> None:
    """A policy without frame-src: the window says so, has a link, and closes."""
    csp = f"default-src 'none'; script-src {buurt.chat}"
    page.goto(gastpagina(buurt, csp=csp))
    page.get_by_role("button", name=KNOP).click()
    link = page.get_by_role("link", name="Open de check op een eigen pagina")
    expect(link).to_have_attribute("href", f"{buurt.chat}/zelfcheck/voorbeeldstad")
    page.get_by_role("button", name="Sluiten").click()
    expect(page.get_by_role("button", name=KNOP)).to_be_focused()


# What the two sides say to each other


SLUIT = {"bron": "rechtop", "soort": "sluit"}


def test_berichten_van_een_ander_tellen_niet(buurt: Buurt, page: Page) -> None:
    """The page itself, another frame of another origin, and another frame of our own origin: none of them is our frame."""
    buurt.vreemd.zet(PAGINA.format(kop="", lijf="<p>Reclame</p>"), pad="/reclame")
    ander = "".join(
        f'<iframe title="{naam}" src="{adres}"></iframe>'
        for naam, adres in (
            ("reclame", f"{buurt.vreemd.adres}/reclame"),
            ("van ons", f"{buurt.chat}/venster/voorbeeldstad"),
        )
    )
    lijf = TEKST + ander + buurt.regels("iframe-knop")
    page.goto(buurt.gemeente.zet(PAGINA.format(kop="", lijf=lijf)))
    page.get_by_role("button", name=KNOP).click()
    kader = page.frame_locator("iframe[title='Waar heeft u recht op?']")
    kader.get_by_role("button", name="Beginnen").wait_for()
    page.evaluate("window.gehoord = []; addEventListener('message', e => gehoord.push(e.data))")
    ons = next(f for f in page.frames if "#herkomst" in f.url)
    reclame = next(f for f in page.frames if f.url.endswith("/reclame"))
    zus = next(f for f in page.frames if f.url == f"{buurt.chat}/venster/voorbeeldstad")
    for afzender in (page.main_frame, reclame, zus):
        afzender.evaluate("b => parent.postMessage(b, '*')", SLUIT)
    # From our own frame, but not of the form.
    vormen: list[Any] = [
        None,
        "sluit",
        7,
        [],
        {},
        {"soort": "sluit"},
        {"bron": "ander", "soort": "sluit"},
        {"bron": "rechtop"},
    ]
    weg = {"bron": "rechtop", "soort": "weg", "naar": f"{buurt.vreemd.adres}/reclame"}
    vormen += [
        weg,
        {**weg, "naar": "javascript:alert(1)"},
        {**weg, "naar": None},
        {"bron": "rechtop", "soort": "weg"},
    ]
    for vorm in vormen:
        ons.evaluate("b => parent.postMessage(b, '*')", vorm)
    page.wait_for_function("aantal => gehoord.length === aantal", arg=3 + len(vormen))
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.url.startswith(buurt.gemeente.adres)
    ons.evaluate("b => parent.postMessage(b, '*')", SLUIT)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_het_kader_hoort_alleen_de_pagina_eromheen(buurt: Buurt, page: Page) -> None:
    """ "open" moves the focus: only the page around it, at the address it gave itself, may ask for that."""
    buurt.vreemd.zet(PAGINA.format(kop="", lijf="<p>Reclame</p>"), pad="/reclame")
    lijf = f'<iframe title="reclame" src="{buurt.vreemd.adres}/reclame"></iframe><input id="veld">'
    page.goto(buurt.gemeente.zet(PAGINA.format(kop="", lijf=lijf + buurt.regels("iframe-knop"))))
    geopend(page)
    kader = frame_van(page, buurt)
    kader.evaluate(
        "window.open_ = 0; document.querySelector('rechtop-chat').open = () => { open_ += 1 };"
        "window.gehoord = 0; addEventListener('message', () => { gehoord += 1 })"
    )
    open_ = {"bron": "rechtop", "soort": "open"}
    reclame = next(f for f in page.frames if f.url.endswith("/reclame"))
    reclame.evaluate("b => { for (let i = 0; i < parent.length; i++) parent[i].postMessage(b, '*') }", open_)
    stuur = "b => document.querySelector('rechtop-venster').shadowRoot.querySelector('iframe').contentWindow.postMessage(b, '*')"
    for vorm in ("open", None, {"soort": "open"}, {"bron": "rechtop", "soort": "dicht"}):
        page.evaluate(stuur, vorm)
    page.evaluate(stuur, open_)
    kader.wait_for_function("gehoord >= 5")
    assert kader.evaluate("open_") == 1


@pytest.mark.parametrize(
    "herkomst", ["", "#herkomst=https%3A%2F%2Fkwaad.example", "#herkomst=*", "#herkomst=null"]
)
def test_een_kader_zegt_alleen_iets_tegen_wie_op_de_lijst_staat(
    buurt: Buurt, page: Page, herkomst: str
) -> None:
    lijf = f'<iframe title="kader" width="500" height="700" src="{buurt.chat}/venster/voorbeeldstad{herkomst}"></iframe>'
    script = "<script>window.gehoord = []; addEventListener('message', e => gehoord.push(e.data))</script>"
    page.goto(buurt.gemeente.zet(PAGINA.format(kop=script, lijf=lijf)))
    kader = page.frame_locator("iframe")
    kader.get_by_role("button", name="Beginnen").click()
    kader.get_by_role("log").get_by_text("Hallo").wait_for()
    page.keyboard.press("Escape")
    expect(kader.get_by_role("button", name="Sluiten")).to_have_count(0)
    assert page.evaluate("gehoord") == []


def test_wie_niet_op_de_lijst_staat_krijgt_geen_kader(buurt: Buurt, page: Page) -> None:
    fouten = luister(page)
    for gast in (buurt.gemeente, buurt.vreemd):
        gast.zet(PAGINA.format(kop="", lijf=buurt.regels("iframe")))
    page.goto(buurt.gemeente.adres)
    page.frame_locator("iframe").get_by_role("button", name="Beginnen").wait_for()
    page.goto(buurt.vreemd.adres)
    link = page.get_by_role("link", name="Open de check op een eigen pagina")
    link.wait_for()
    page.wait_for_load_state("networkidle")
    assert any('Content Security Policy directive: "frame-ancestors' in fout for fout in fouten), fouten
    assert [f.url for f in page.frames if "/venster/" in f.url] == []
    # Not by a page in between either: every page around it must be on the list.
    buurt.gemeente.zet(PAGINA.format(kop="", lijf=buurt.regels("iframe")), pad="/tussen")
    buurt.vreemd.zet(
        PAGINA.format(kop="", lijf=f'<iframe title="t" src="{buurt.gemeente.adres}/tussen"></iframe>')
    )
    page.goto(buurt.vreemd.adres)
    page.wait_for_load_state("networkidle")
    assert [f.url for f in page.frames if "/venster/" in f.url] == []


# Snel weg

RUIM = (
    "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads "
    "allow-top-navigation-by-user-activation"
)


def _weg(plek: Page | FrameLocator) -> None:
    plek.get_by_role("button", name="Snel weg").first.click()


@pytest.fixture
def weer(page: Page, buurt: Buurt) -> str:
    """The page that "snel weg" leads to, without going outside."""
    adres = buurt.snel_weg
    page.context.route(adres, lambda route: route.fulfill(body="<h1>Het weer</h1>", content_type="text/html"))
    return adres


def test_snel_weg_uit_het_venster(buurt: Buurt, page: Page, weer: str) -> None:
    eerder = buurt.gemeente.zet("<h1>Eerder</h1>", pad="/eerder")
    page.goto(eerder)
    page.goto(gastpagina(buurt))
    kader = geopend(page)
    praat(kader)
    with page.expect_request("**/api/v1/gesprekken/*/weg"):
        _weg(kader)
    page.wait_for_url(weer)
    page.go_back()
    assert page.url == eerder, "the page with the chat is not behind this one"
    page.goto(gastpagina(buurt))
    page.get_by_role("button", name=KNOP).wait_for()
    assert page.evaluate(SESSIE) is None
    geopend(page)


@pytest.mark.parametrize(
    ("sandbox", "hele_tab", "nieuwe_tab"),
    [
        (None, True, False),
        (RUIM, True, False),
        (RUIM.replace(" allow-top-navigation-by-user-activation", ""), False, True),
        ("allow-scripts allow-same-origin allow-forms", False, False),
    ],
    ids=["gewoon", "alles van de gids", "zonder navigatie", "kaal"],
)
def test_snel_weg_uit_een_kaal_kader(
    buurt: Buurt, page: Page, weer: str, sandbox: str | None, hele_tab: bool, nieuwe_tab: bool
) -> None:
    """What the guide says about a plain frame, with and without `sandbox`."""
    regels = buurt.regels("iframe")
    if sandbox is not None:
        regels = regels.replace("<iframe ", f'<iframe sandbox="{sandbox}" ')
        gids = json.dumps(buurt.gids())
        assert sandbox != RUIM or RUIM in gids
    page.goto(buurt.gemeente.zet(PAGINA.format(kop="", lijf=regels)))
    kader = page.frame_locator("iframe")
    praat(kader)
    if nieuwe_tab:
        with page.context.expect_page() as nieuw:
            _weg(kader)
        nieuw.value.wait_for_url(weer)
    else:
        _weg(kader)
    if hele_tab:
        page.wait_for_url(weer)
    else:
        expect(page.frame_locator("iframe").locator("rechtop-chat")).to_have_count(0)
        page.wait_for_function("document.querySelector('iframe') !== null")
        assert page.url.startswith(buurt.gemeente.adres)
    assert len(page.context.pages) == (2 if nieuwe_tab else 1)


@pytest.mark.parametrize("breed", [True, False], ids=["computer", "telefoon"])
def test_axe(buurt: Buurt, browser: Browser, breed: bool) -> None:
    from tests.browser.conftest import Widget

    context = browser.new_context(
        locale="nl-NL",
        reduced_motion="reduce",
        viewport={"width": 1280, "height": 800} if breed else TELEFOON,
    )
    page = context.new_page()
    page.goto(
        buurt.gemeente.zet(PAGINA.format(kop="", lijf=f"<main>{TEKST}</main>" + buurt.regels("iframe-knop")))
    )
    geopend(page)
    regio = [een for een in Widget(page, "").axe() if not een.startswith("region")]
    assert regio == []
    page.goto(f"{buurt.chat}/venster/voorbeeldstad")
    page.get_by_role("button", name="Beginnen").wait_for()
    assert Widget(page, "").axe() == []
    context.close()
