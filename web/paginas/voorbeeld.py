"""`/voorbeeld/{manier}`: each way to put the check on a page, shown on our own page with the lines to copy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from content.inhoud import Inhoud
from content.schema import Gemeente
from web.paginas.sjablonen import MetInhoud, inline, maak_sjablonen

_HIER = frozenset({"127.0.0.1", "localhost", "[::1]"})
_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Manier:
    """One way: the lines an editor copies, and what a page with a policy (CSP) must allow for it."""

    regels: str
    csp: str = ""

    def met(self, basis: str, gemeente: str) -> str:
        return self.regels.format(basis=basis, gemeente=gemeente)

    def csp_met(self, basis: str) -> str:
        return self.csp.format(basis=basis)


MANIEREN = MappingProxyType(
    {
        "script": Manier(
            '<script src="{basis}/widget.js" data-gemeente="{gemeente}" async></script>',
            "script-src {basis};\nconnect-src {basis};\nframe-src {basis};\nstyle-src {basis};",
        ),
        "element": Manier(
            '<rechtop-chat gemeente="{gemeente}" weergave="pagina">\n'
            '  <a href="{basis}/zelfcheck/{gemeente}">Waar heb ik recht op?</a>\n'
            "</rechtop-chat>\n"
            '<script src="{basis}/widget.js" async></script>',
            "script-src {basis};\nconnect-src {basis};\nframe-src {basis};\nstyle-src {basis};",
        ),
        "iframe": Manier(
            '<iframe src="{basis}/venster/{gemeente}" title="Waar heb ik recht op?"\n'
            '  width="100%" height="700" frameborder="0" loading="lazy" allow="clipboard-write"></iframe>\n'
            '<p><a href="{basis}/zelfcheck/{gemeente}">Open de check op een eigen pagina</a></p>',
            "frame-src {basis};",
        ),
        "iframe-knop": Manier(
            '<script src="{basis}/venster/{gemeente}.js" async></script>',
            "script-src {basis};\nframe-src {basis};\nstyle-src {basis};",
        ),
        "link": Manier('<a href="{basis}/zelfcheck/{gemeente}">Waar heb ik recht op?</a>'),
    }
)
"""The same lines stand in docs/insluiten.md (a test holds that)."""


def maak_voorbeeld(bronnen: MetInhoud, slug: str) -> APIRouter:
    """The pages, for this gemeente."""
    router = APIRouter(include_in_schema=False)
    sjablonen = maak_sjablonen()

    @router.get("/voorbeeld/{naam}")
    def voorbeeld(naam: str, request: Request) -> HTMLResponse:
        gemeente = bronnen.inhoud.gemeente(slug)
        manier = MANIEREN.get(naam)
        t = partial(_tekst, bronnen.inhoud, gemeente)
        koppen = {"Content-Security-Policy": _CSP, "Cache-Control": "no-cache"}
        if manier is None or gemeente is None:
            html = sjablonen.get_template("geen_gemeente.html").render(t=t, gemeente=None)
            return HTMLResponse(html, 404, koppen)
        basis = _adres(request)
        html = sjablonen.get_template("voorbeeld.html").render(
            t=t,
            gemeente=gemeente,
            naam=naam,
            namen=list(MANIEREN),
            regels=manier.met(basis, slug),
            csp=manier.csp_met(basis),
            hier=Markup(manier.met("", slug)),  # noqa: S704 -- the lines above, and the name of a file of ours
        )
        return HTMLResponse(html, 200, koppen)

    return router


def _adres(request: Request) -> str:
    """As an editor must type it. Before a proxy that ends TLS we only see http."""
    hier = request.url.hostname in _HIER
    return f"{'http' if hier else 'https'}://{request.url.netloc}"


def _tekst(inhoud: Inhoud, gemeente: Gemeente | None, naam: str) -> Markup:
    """A text of `insluiten.yml`; the words around the page are those of the demo."""
    id = f"insluiten.{naam}" if f"insluiten.{naam}" in inhoud.teksten() else f"demo.{naam}"
    return inline(inhoud.tekst(id, gemeente=gemeente))
