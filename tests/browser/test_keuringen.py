"""The checks themselves: on a page that is bad in one way each must see it, and on the same page mended it must not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.keuringen import axe, meet, rust_uit

_LANG = "Arbeidsongeschiktheidsverzekeringsmaatschappijen"
KOP = "<!doctype html><html lang=nl><head><title>Proef</title><meta name=viewport content='width=device-width'></head>"


@pytest.fixture(scope="module")
def proef(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 360, "height": 400}, reduced_motion="reduce") as context:
        rust_uit(context)
        page = context.new_page()
        page.goto("about:blank")
        yield page


@pytest.mark.parametrize(
    ("keuring", "fout", "slecht", "goed"),
    [
        ("past", "sideways", "<p style='width: 500px'>Een zin</p>", "<p>Een zin</p>"),
        ("past", "beside", f"<h1>{_LANG}</h1>", f"<h1 style='overflow-wrap: anywhere'>{_LANG}</h1>"),
        (
            "past",
            "cut off below",
            "<div style='height: 20px; overflow: hidden'><p>Een</p><p>Twee</p></div>",
            "<div style='height: 20px; overflow: auto'><p>Een</p><p>Twee</p></div>",
        ),
        (
            "past",
            "cut off at the side",
            "<p style='width: 60px; overflow: hidden; white-space: nowrap'>Een lange zin</p>",
            "<p style='width: 60px; overflow: hidden'>Een lange zin</p>",
        ),
        ("past", "overlap", "<p>Een zin</p><p style='margin-top: -32px'>Nog een</p>", "<p>Een zin</p><p>Nog een</p>"),
        ("past", "overlap", "<details open><p>Een</p><p style='margin-top: -32px'>Twee</p></details>",
            "<details><p>Een</p><p style='margin-top: -32px'>Twee</p></details>"),
        ("raakvlak", "button", "<button>Ja</button>", "<button style='min-width: 44px; min-height: 44px'>Ja</button>"),
        ("raakvlak", '"los"', "<p><a href='/'>los</a></p>", "<p>Lees <a href='/'>los</a>.</p>"),
        (
            "raakvlak",
            "input",
            "<input type=checkbox id=a><label for=a>Ja</label>",
            "<label style='display: block; height: 44px'><input type=checkbox>Ja</label>",
        ),
        ("stil", "would move", "<p style='transition: color 1s'>Zin</p>", "<p style='transition: color 0s'>Zin</p>"),
        ("stil", "by itself", "<p style='scroll-behavior: smooth'>Zin</p>", "<p>Zin</p>"),
    ],
)  # fmt: skip
def test_een_fout_wordt_gezien(proef: Page, keuring: str, fout: str, slecht: str, goed: str) -> None:
    proef.set_content(f"{KOP}<body><main>{slecht}</main></body></html>")
    assert any(fout in gezien for gezien in meet(proef, keuring)), meet(proef, keuring)
    proef.set_content(f"{KOP}<body><main>{goed}</main></body></html>")
    assert meet(proef, keuring) == []


def test_ook_in_een_schaduwboom(proef: Page) -> None:
    proef.set_content(f"{KOP}<body><main><h1>Kop</h1><x-proef></x-proef></main></body></html>")
    proef.evaluate(
        """() => { const s = document.querySelector("x-proef").attachShadow({mode: "open"});
                   s.innerHTML = "<button style='margin-left: -20px'></button>"; }"""
    )
    assert [een.split(":")[0] for een in meet(proef, "past")] == ["beside the screen"]
    assert len(meet(proef, "raakvlak")) == 1
    assert [een.split(":")[0] for een in axe(proef)] == ["button-name"]


def test_randen_met_kleuren_van_de_lezer(proef: Page) -> None:
    proef.emulate_media(forced_colors="active")
    proef.set_content(f"{KOP}<body><button style='border: 0'>Nee</button><button>Ja</button></body></html>")
    assert meet(proef, "randen") == ['no border: button "Nee"']
    proef.emulate_media(forced_colors="none")
    assert meet(proef, "randen") == ["no forced colours"]


def test_sluiten_uit_beeld_of_onder_iets(proef: Page) -> None:
    proef.set_content(f"{KOP}<body><div style='height: 900px'></div><button>Sluiten</button></body></html>")
    assert "Sluiten is not in view" in meet(proef, "inBeeld", "Sluiten")
    dek = "<div style='position: fixed; inset: 0; background: white'></div>"
    proef.set_content(f"{KOP}<body><button>Sluiten</button>{dek}</body></html>")
    assert "Sluiten is covered" in meet(proef, "inBeeld", "Sluiten")
    proef.set_content(f"{KOP}<body><button>Sluiten</button></body></html>")
    assert meet(proef, "inBeeld", "Sluiten") == []


def test_focus_die_niemand_ziet(proef: Page) -> None:
    dek = "<div style='position: fixed; top: 0; width: 100%; height: 60px; background: white'></div>"
    proef.set_content(f"{KOP}<body><button>Ja</button>{dek}</body></html>")
    proef.keyboard.press("Tab")
    gezien: dict[str, Any] = meet(proef, "focus")
    assert gezien["naam"] == 'button "Ja"'
    assert gezien["fouten"] == ["it is covered"]
    proef.set_content(f"{KOP}<body><button>Ja</button></body></html>")
    proef.keyboard.press("Tab")
    gezien = meet(proef, "focus")
    assert gezien["fouten"] == []
    assert gezien["dikte"] > 0
