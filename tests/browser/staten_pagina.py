"""Pages on the real gateway; those of the plain talk are in staten_zelfcheck.py, the overview in test_overzicht.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import httpx
from playwright.sync_api import Page

from tests.browser.keuringen import Staat

ZONDER = "/zelfcheck/voorbeeldstad?zonder=1"


@dataclass(frozen=True, slots=True)
class Proef:
    """A fresh page, and the address of the gateway behind it."""

    page: Page
    adres: str

    def naar(self, pad: str) -> None:
        self.page.goto(self.adres + pad)

    def zeg(self, tekst: str) -> None:
        """Types an answer on the plain page, and waits for the next page."""
        self.page.get_by_label("antwoord", exact=False).last.fill(tekst)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Versturen").click()

    def kies(self, naam: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=naam, exact=True).click()


def demo(p: Proef) -> None:
    p.naar("/")
    p.page.get_by_role("button", name="Waar heb ik recht op?").wait_for()


def zelfcheck(p: Proef) -> None:
    p.naar("/zelfcheck/voorbeeldstad")
    p.page.locator("rechtop-chat").get_by_role("heading", name="Waar heeft u recht op?").wait_for()


def zelfcheck_zonder(p: Proef) -> None:
    p.naar(ZONDER)


def zelfcheck_widget_weg(p: Proef) -> None:
    """With JavaScript, while our script does not come."""
    p.page.route("**/widget.js", lambda route: route.abort())
    p.naar("/zelfcheck/voorbeeldstad")


def onbekende_gemeente(p: Proef) -> None:
    p.naar("/zelfcheck/nergens")


def gesprek_begin(p: Proef) -> None:
    zelfcheck_zonder(p)
    p.kies("Beginnen")


def gesprek_veld(p: Proef) -> None:
    gesprek_begin(p)
    p.kies("Alleen zorgtoeslag")


def gesprek_te_lang(p: Proef) -> None:
    gesprek_veld(p)
    p.page.get_by_label("antwoord", exact=False).last.evaluate("e => e.removeAttribute('maxlength')")
    p.zeg("a" * 501)


@cache
def _gesprek_bij_vakjes(adres: str) -> str:
    """The path of a talk at the first question with boxes to tick; on the way there all is answered with the first choice or not
    known. One talk for all states: none of them answers that question."""
    with httpx.Client(base_url=adres, follow_redirects=True) as bezoek:
        pagina = bezoek.post("/zelfcheck/voorbeeldstad", data={"begin": "ja"})
        pad = pagina.url.path
        pagina = bezoek.post(pad, data=_verborgen(pagina.text) | {"keuze": "start"})
        for _ in range(60):
            if 'type="checkbox"' in pagina.text:
                break
            keuzes = re.findall(r'name="keuze" value="((?!contact)[^"]+)"', pagina.text)
            keuze = "weet_niet" if "weet_niet" in keuzes else keuzes[0]
            pagina = bezoek.post(pad, data=_verborgen(pagina.text) | {"keuze": keuze})
    return pad


def gesprek_vakjes(p: Proef) -> None:
    p.naar(_gesprek_bij_vakjes(p.adres))
    p.page.get_by_role("checkbox").first.wait_for()


def _verborgen(html: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html))


def gesprek_vakjes_leeg(p: Proef) -> None:
    gesprek_vakjes(p)
    with p.page.expect_navigation():
        p.page.get_by_role("button", name="Verder", exact=True).click()


def in_een_frame(p: Proef) -> None:
    p.naar("/venster/voorbeeldstad")
    p.page.get_by_role("button", name="Beginnen").wait_for()


def in_een_frame_zonder_script(p: Proef) -> None:
    p.page.route("**/*.js", lambda route: route.abort())
    p.naar("/venster/voorbeeldstad")


_ALLE: tuple[Callable[[Proef], None], ...] = (
    *(demo, zelfcheck, zelfcheck_widget_weg, onbekende_gemeente, gesprek_te_lang, gesprek_vakjes),
    *(gesprek_vakjes_leeg, in_een_frame, in_een_frame_zonder_script),
)
STATEN = tuple(Staat(f"pagina-{bereik.__name__.replace('_', '-')}", bereik) for bereik in _ALLE)
