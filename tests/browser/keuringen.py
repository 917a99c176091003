"""The checks that every state of the widget and every page goes through, in one visit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

NAMEN = Path(__file__).parent / "namen"
AXE_REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BUREAU, TELEFOON, KLEIN = (1280, 800), (360, 740), (320, 256)
"""A desktop, a small telephone, and a desktop at 400% (WCAG 1.4.10)."""
RUIM = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
    "p { margin-bottom: 2em !important; }"
)
"""The values of WCAG 1.4.12."""
DUBBEL = "html { font-size: 200% !important; }"

KEURINGEN = (
    "axe",
    "namen",
    "past",
    "ruime_letters",
    "dubbele_letters",
    "raakvlak",
    "gedwongen_kleuren",
    "stil",
    "sluiten",
)
"""What every state goes through. docs/toegankelijkheid.md says which criterion each is about."""
Fouten = dict[str, list[str]]


def rust_uit(context: BrowserContext) -> None:
    """Puts axe and the functions of keuren.js on every page of this context, past any CSP."""
    context.add_init_script(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    context.add_init_script(f"globalThis.rechtopKeuren = {_keuren()}")


@cache
def _keuren() -> str:
    return (Path(__file__).parent / "keuren.js").read_text("utf-8")


def meet(page: Page, naam: str, *waarden: object) -> Any:
    """The outcome of a function of keuren.js on this page, with its style."""
    page.wait_for_load_state()
    return page.evaluate("([naam, waarden]) => rechtopKeuren[naam](...waarden)", [naam, list(waarden)])


def axe(page: Page) -> list[str]:
    """Violations as "rule: element", nothing when all is well. The text of a page may be there before its style."""
    page.wait_for_load_state()
    uitslag: dict[str, Any] = page.evaluate(
        "regels => axe.run(document, {runOnly: {type: 'tag', values: regels}, resultTypes: ['violations'], preload: false})",
        AXE_REGELS,
    )
    assert len(uitslag["passes"]) > 8, "axe looked at nothing"
    return [
        f"{f['id']}: {n['target']} {n['failureSummary']}" for f in uitslag["violations"] for n in f["nodes"]
    ]


@dataclass(frozen=True, slots=True)
class Staat:
    """A state by its name, and how to get there on a fresh page."""

    naam: str
    bereik: Callable[[Any], None]
    sluiten: bool = False
    """The window is open, so its Close button must stay in view."""
    deel: str = "body"
    """Of which the accessible names are kept (CSS selector)."""


def keur(page: Page, staat: Staat, *, goedkeuren: bool) -> Fouten:
    """All checks on the page as it stands, by name. Leaves its size and style as they were."""
    uit: Fouten = {"namen": [], "stil": meet(page, "stil")}
    uit["namen"] = _vergelijk(namen(page, staat.deel), NAMEN / f"{staat.naam}.yml", goedkeuren=goedkeuren)
    uit["axe"] = _bij("desktop", axe(page))
    uit["past"] = _bij("desktop", meet(page, "past"))
    page.emulate_media(forced_colors="active")
    uit["gedwongen_kleuren"] = meet(page, "randen")
    page.emulate_media(forced_colors="none")
    uit["dubbele_letters"] = _bij("desktop", _met_stijl(page, DUBBEL))
    uit["ruime_letters"], uit["raakvlak"], uit["sluiten"] = [], [], []
    for naam, maat in (("360x740", TELEFOON), ("320x256", KLEIN)):
        page.set_viewport_size({"width": maat[0], "height": maat[1]})
        uit["axe"] += _bij(naam, axe(page))
        uit["past"] += _bij(naam, meet(page, "past"))
        uit["raakvlak"] += _bij(naam, meet(page, "raakvlak"))
        uit["ruime_letters"] += _bij(naam, _met_stijl(page, RUIM))
        if maat == TELEFOON:
            uit["dubbele_letters"] += _bij(naam, _met_stijl(page, DUBBEL))
        if staat.sluiten:
            uit["sluiten"] += _bij(naam, meet(page, "inBeeld", "Sluiten"))
    page.set_viewport_size({"width": BUREAU[0], "height": BUREAU[1]})
    return uit


def _met_stijl(page: Page, css: str) -> list[str]:
    meet(page, "metStijl", css)
    gevonden: list[str] = meet(page, "past")
    meet(page, "metStijl", "")
    return gevonden


def _bij(maat: str, fouten: list[str]) -> list[str]:
    return [f"{maat}: {fout}" for fout in fouten]


_WISSELT = (
    (re.compile(r"(?:http://)?127\.0\.0\.1:\d+"), ""),
    (re.compile(r"/[A-Za-z0-9_-]{43}\b"), "/GESPREK"),
    (re.compile(r"/redactie/concept/\d+"), "/redactie/concept/NR"),
)
"""What differs from run to run: the port of the test server, the key of a talk, and which draft it is."""


def namen(page: Page, deel: str) -> str:
    """What a screen reader has to go by: roles, names and states of everything in this part of the page."""
    boom = page.locator(deel).aria_snapshot()
    for patroon, vast in _WISSELT:
        boom = patroon.sub(vast, boom)
    return boom + "\n"


def _vergelijk(nu: str, bestand: Path, *, goedkeuren: bool) -> list[str]:
    """The difference with the approved file, as lines; or it becomes the approved file."""
    if goedkeuren:
        bestand.write_text(nu, encoding="utf-8")
        return []
    goed = bestand.read_text(encoding="utf-8") if bestand.exists() else ""
    return list(unified_diff(goed.splitlines(), nu.splitlines(), "approved", "now", lineterm="", n=1))
