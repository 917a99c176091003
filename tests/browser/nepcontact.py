"""A small contact page with the agreed messages, for tests of the frame in the widget; it fails on command."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse, RedirectResponse

if TYPE_CHECKING:
    from tests.browser.nepserver import Nep

CONTACT = (
    "U kunt de gemeente bellen: [14 0000](tel:140000). Dat kan maandag tot en met vrijdag, van 9 tot 17 uur.\n\n"
    "De gemeente kan u ook bellen."
)
VERSTUURD = "Uw vraag is onderweg naar de gemeente. Wij gaan hier gewoon verder."
_KOPPEN = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; form-action 'self'; frame-ancestors *",
    "Cache-Control": "no-store",
}
_SCRIPT = """
const meld = (wat) => window.parent !== window && window.parent.postMessage({ rechtop: "contact", wat }, "*");
addEventListener("keydown", ({ key }) => key === "Escape" && meld("dicht"));
document.querySelector("#dicht")?.addEventListener("click", () => meld("dicht"));
meld("klaar");
if (document.body.dataset.verstuurd) meld("verstuurd");
"""
_BLAD = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Contact</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
<body{kenmerk}><main aria-labelledby="kop">{lijf}
<p><button id="dicht" style="min-height: 44px">Terug</button></p></main>
{script}</body></html>"""
_FORMULIER = """<h1 id="kop">Vraag om contact</h1><form method="post">
<p><label>Uw telefoonnummer <input name="telefoon" autocomplete="off"></label></p>
<p><button>Ja, stuur dit</button></p></form>"""
_BEVESTIGD = '<h1 id="kop">Uw vraag is verstuurd</h1><p>Uw nummer is 1234567890.</p>'


def vraagt_contact(bericht: dict[str, Any]) -> dict[str, str] | None:
    """What the bubble says of its topic, when this message asks for contact."""
    keuze = bericht.get("keuze") or ""
    if keuze in ("contact", "medewerker"):
        return {}
    if keuze.startswith("contact:"):
        return {"onderwerp": keuze.partition(":")[2]}
    return None


def maak_contact(nep: Nep) -> APIRouter:
    """`nep.contact`: `stil` says nothing, `traag` comes late, `breekt` fails when it is sent."""
    router = APIRouter()
    verstuurd: set[str] = set()

    @router.get("/nep/contact.js")
    def script() -> Response:
        return Response(_SCRIPT, media_type="text/javascript")

    @router.get("/contact/{sleutel}")
    async def toon(sleutel: str) -> Response:
        if nep.contact == "traag":
            await asyncio.sleep(1)
        if sleutel not in nep.gesprekken:
            return HTMLResponse("<h1>Weg</h1>", 404, _KOPPEN)
        klaar = sleutel in verstuurd
        verstuurd.discard(sleutel)
        html = _BLAD.format(
            kenmerk=' data-verstuurd="ja"' if klaar else "",
            lijf=_BEVESTIGD if klaar else _FORMULIER,
            script="" if nep.contact == "stil" else '<script src="/nep/contact.js"></script>',
        )
        return HTMLResponse(html, 200, _KOPPEN)

    @router.post("/contact/{sleutel}")
    async def stuur(sleutel: str) -> Response:
        if nep.contact == "breekt":
            return HTMLResponse("<h1>Kapot</h1>", 500, _KOPPEN)
        gesprek = nep.gesprekken[sleutel]
        gesprek.berichten.append(nep.bericht(tekst=VERSTUURD))
        verstuurd.add(sleutel)
        return RedirectResponse(f"/contact/{sleutel}?van=widget", 303)

    return router
