"""`python -m ops.plaatjes`: the pictures of docs/redactie.md, made anew of the pages as they are.

On the real gateway with invented people (those of the browser tests), so that no picture shows what no longer is.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, expect, sync_playwright

from ops.browser import vind_browser
from tests.browser.staten_redactie import Bezoek, Huis, draai_redactie

PLAATJES = Path(__file__).resolve().parents[1] / "docs" / "plaatjes"
_BREED, _HOOG = 1120, 760
_KLEUREN = 64
"""Enough for pages like these, and a third of the bytes."""
_KEURING = 300_000
"""Milliseconds for the whole check of the content."""
_RUIM = 30_000
"""The same for what follows typing, on a machine that does more."""
_ONDERWERP = "bezwaar"
_PAD = f"faq/{_ONDERWERP}.md"
_ERBIJ = "Ook een vriend mag u helpen."
_MOEILIJK = "Ook een belanghebbende mag dit doen."
_ZIN = "de gemeente heeft nee gezegd en dat vind ik raar"


def _onderwerpen(p: Bezoek) -> Locator | None:
    p.als().naar("/redactie/onderwerpen")
    p.page.get_by_label("Zoek een onderwerp").evaluate("veld => veld.parentElement.scrollIntoView()")
    return None


def _onderwerp(p: Bezoek) -> Locator | None:
    p.als().naar(f"/redactie/onderwerp/{_ONDERWERP}")
    return None


def _schrijf(p: Bezoek, erbij: str) -> None:
    een = p.huis.concept("noor", _PAD)
    p.als().naar(f"/redactie/concept/{een.id}")
    veld = p.page.get_by_label("Het antwoord", exact=True)
    veld.fill(f"{veld.input_value()}\n\n{erbij}")
    expect(p.page.frame_locator(".voorbeeld iframe").get_by_text(erbij)).to_be_visible(timeout=_RUIM)


def _bewerken(p: Bezoek) -> Locator | None:
    _schrijf(p, _ERBIJ)
    return None


def _tips(p: Bezoek) -> Locator | None:
    _schrijf(p, _MOEILIJK)
    tips = p.page.locator("#tips-antwoord")
    expect(tips).to_contain_text("belanghebbende")
    return p.page.locator(".veld", has=tips)


def _vervolg(p: Bezoek) -> Locator | None:
    een = p.huis.concept("noor", _PAD)
    p.als().naar(f"/redactie/concept/{een.id}")
    return p.page.locator("#vervolg")


def _probeer(p: Bezoek) -> Locator | None:
    p.als().naar("/redactie/probeer")
    p.page.get_by_label("Zin van een inwoner").fill(_ZIN)
    p.kies("Probeer")
    return None


def _klaar(p: Bezoek, reden: str = "Een vriend mag ook helpen") -> int:
    """A draft that somebody else may look at."""
    een = p.huis.concept("noor", _PAD, f"{p.huis.lees(_PAD)}\n{_ERBIJ}\n", reden)
    return een.id


def _bekijk(p: Bezoek) -> Locator | None:
    nr = _klaar(p)
    p.als().naar(f"/redactie/concept/{nr}/bekijk")
    return p.page.get_by_role("region", name="Wat inwoners zien")


def _concepten(p: Bezoek) -> Locator | None:
    nr = _klaar(p)
    p.als().naar(f"/redactie/concept/{nr}/bekijk")
    p.kies("Laat een collega kijken")
    p.als("sam").naar("/redactie/concepten")
    return None


def _publiceer(p: Bezoek) -> Locator | None:
    p.als("sam").naar("/redactie/concepten")
    p.page.get_by_role("link", name=p.huis.bronnen.inhoud.faq(_ONDERWERP).titel).first.click()
    expect(p.page.get_by_text("De controle is goed.")).to_be_visible(timeout=_KEURING)
    p.page.get_by_role("button", name="Publiceer").scroll_into_view_if_needed()
    return None


def _uitgave(p: Bezoek) -> Locator | None:
    """What `_botsing` published."""
    laatste = p.huis.plaats.geschiedenis(aantal=1)[0]
    p.als("sam").naar(f"/redactie/uitgave/{laatste.id}")
    p.page.get_by_role("link", name="Draai dit terug").scroll_into_view_if_needed()
    return None


def _botsing(p: Bezoek) -> Locator | None:
    pad = "faq/huurtoeslag.md"
    tekst = p.huis.lees(pad)
    een = p.huis.concept("noor", pad, f"{tekst}\nBel eerst met uw gemeente.\n", "Bellen helpt")
    nu = p.huis.plaats.lees(pad)
    p.huis.plaats.geef_uit(
        {pad: f"{tekst}\nVraag het aan een vriend.\n"},
        gezien={pad: nu.id if nu else None},
        auteur="Bo Verzonnen",
        reden="Korter",
    )
    p.als().naar(f"/redactie/concept/{een.id}/botsing")
    return p.page.get_by_role("group", name="Plek 1 van 1")


_ALLE: Mapping[str, Callable[[Bezoek], Locator | None]] = {
    "onderwerpen": _onderwerpen,
    "onderwerp": _onderwerp,
    "bewerken": _bewerken,
    "tips": _tips,
    "vervolg": _vervolg,
    "probeer": _probeer,
    "botsing": _botsing,
    "bekijk": _bekijk,
    "concepten": _concepten,
    "uitgave": _uitgave,
    "publiceer": _publiceer,
}
"""In this order: what one leaves behind the next may need. Each gives the part to show; None: the window."""
NAMEN = tuple(_ALLE)


def _neem(browser: Browser, huis: Huis, naam: str) -> None:
    with browser.new_context(
        locale="nl-NL",
        viewport={"width": _BREED, "height": _HOOG},
        reduced_motion="reduce",
        device_scale_factor=1,
    ) as context:
        page = context.new_page()
        deel = _ALLE[naam](Bezoek(page, huis))
        page.wait_for_load_state("networkidle")
        ruw = page.screenshot() if deel is None else deel.screenshot()
    with Image.open(io.BytesIO(ruw)) as beeld:
        klein = beeld.convert("RGB").quantize(_KLEUREN, dither=Image.Dither.NONE)
        klein.save(PLAATJES / f"{naam}.png", optimize=True)


def main() -> int:
    programma = vind_browser()
    if programma is None:
        print("no Chromium: run python -m ops.browser", file=sys.stderr)
        return 1
    PLAATJES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as map_,
        draai_redactie(Path(map_)) as huis,
        sync_playwright() as speler,
    ):
        vlaggen = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = speler.chromium.launch(executable_path=str(programma), args=vlaggen)
        for naam in NAMEN:
            _neem(browser, huis, naam)
            print(f"docs/plaatjes/{naam}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
