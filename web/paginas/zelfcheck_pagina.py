"""How a page of the talk without JavaScript is made: words, policy, and the address to leave to."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlsplit

from fastapi.responses import HTMLResponse
from markupsafe import Markup

from content.inhoud import Inhoud
from content.schema import Gemeente
from web.fouten import Probleem
from web.paginas import bedragen, opmaak
from web.paginas.demo import telefoon_link
from web.paginas.sjablonen import MetInhoud, inline, maak_sjablonen

_GEDEELD = frozenset(
    {"naar_inhoud", "nep", "gemeente", "contact_open", "onbekend_kop", "onbekend_tekst", "onbekend_terug"}
)
"""Words that stand on every page (`content/teksten/demo.yml`)."""
_CSP = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
)
VAN_WIDGET = "van=widget"
"""In the address of a page that the chat window frames: nothing of the talk is in it."""
MET_WIDGET = ("script-src 'self'", "connect-src 'self'", "frame-src 'self'")
"""What the chat window needs on the page it stands on."""


WACHT_MAX = 120
"""Seconds; longer is not worth naming as seconds."""


def csp(*, meer: tuple[str, ...] = (), naar: str | None = None, kader: str = "'none'") -> str:
    """The policy of a page. `naar`: where a form may lead to besides ourselves; `kader`: which pages may frame it."""
    # A browser holds every step of an answer to a form to this list, and a site often answers from its twin with "www".
    host = (urlsplit(naar).hostname or "") if naar else ""
    kaal = host.removeprefix("www.")
    doelen = ["'self'", *([f"https://{kaal}", f"https://*.{kaal}"] if kaal else [])]
    return "; ".join((*_CSP, f"frame-ancestors {kader}", *meer, f"form-action {' '.join(doelen)}"))


class Paginas:
    """Renders the templates of the talk."""

    def __init__(self, bronnen: MetInhoud) -> None:
        self._bronnen = bronnen
        self._sjablonen = maak_sjablonen(lstrip_blocks=True)
        self._sjablonen.filters["inline"] = inline

    @property
    def inhoud(self) -> Inhoud:
        return self._bronnen.inhoud

    def geef(
        self,
        sjabloon: str,
        gemeente: Gemeente | None,
        *,
        status: int = 200,
        meer: tuple[str, ...] = (),
        koppen: dict[str, str] | None = None,
        **gegevens: Any,
    ) -> HTMLResponse:
        """`meer`: what the policy allows besides the usual; `gegevens`: what the template needs."""
        html = self._sjablonen.get_template(sjabloon).render(
            t=partial(self._tekst, gemeente),
            w=partial(bedragen.vul, self._woord(gemeente)),
            blokken=partial(self._blokken, gemeente),
            gemeente=gemeente,
            tel=telefoon_link(gemeente),
            **gegevens,
        )
        naar = gemeente.contact.snel_weg if gemeente else None
        alle = {"Content-Security-Policy": csp(meer=meer, naar=naar), **(koppen or {})}
        return HTMLResponse(html, status, alle)

    def fout(self, probleem: Probleem, gemeente: Gemeente | None) -> str:
        """What went wrong, in words, and when to try again."""
        waarden: dict[str, Any] = {"gemeente": gemeente, **probleem.waarden}
        woorden = [self.inhoud.tekst(f"fouten.{probleem.code}", **waarden)]
        later = probleem.koppen.get("Retry-After", "")
        if later.isdigit() and int(later) <= WACHT_MAX:
            woorden.append(self.inhoud.tekst("zelfcheck.straks", aantal=int(later)))
        return " ".join(woorden)

    def _woord(self, gemeente: Gemeente | None) -> bedragen.Woord:
        return lambda naam: self.inhoud.tekst(f"widget.{naam}", gemeente=gemeente)

    def _tekst(self, gemeente: Gemeente | None, naam: str, **waarden: Any) -> Markup:
        id_ = f"demo.{naam}" if naam in _GEDEELD else f"zelfcheck.{naam}"
        return inline(self.inhoud.tekst(id_, gemeente=gemeente, **waarden))

    def _blokken(self, gemeente: Gemeente | None, id_: str) -> Markup:
        """A text of more than one paragraph, by its whole id."""
        tabblad = self._woord(gemeente)(opmaak.NIEUW_TABBLAD)
        return opmaak.markdown(self.inhoud.tekst(id_, gemeente=gemeente), tabblad)
