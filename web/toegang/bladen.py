"""How every page for staff is made: words, templates and headers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from actions.gesprek.bronnen import NEDERLAND
from content.inhoud import Inhoud
from content.opmaak import datum
from content.schema import Gemeente
from web.paginas.sjablonen import inline, maak_sjablonen
from web.toegang import koekje
from web.toegang.wie import Aangemeld, Geweigerd, NaarAanbieder, NaarAanmelden, diensten_van

KOPPEN = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
    # A form must tell where it comes from; with `no-referrer` browsers would leave that out.
    "Referrer-Policy": "same-origin",
}
_GEDEELD = frozenset({"naar_inhoud", "nep"})
"""Words that stand on every page (`content/teksten/demo.yml`)."""
Woorden = Callable[..., Markup]


class Bladen:
    def __init__(self, inhoud: Inhoud) -> None:
        self.inhoud = inhoud
        self._sjablonen = maak_sjablonen(lstrip_blocks=True)
        self._sjablonen.filters["plaatselijk"] = _plaatselijk
        self._sjablonen.filters["moment"] = _moment
        self._sjablonen.filters["decimaal"] = Decimal
        self._sjablonen.filters["dag"] = _dag

    def geef(
        self,
        sjabloon: str,
        aangemeld: Aangemeld | None = None,
        *,
        status: int = 200,
        gemeente: Gemeente | None = None,
        hier: str = "",
        kamer: str = "toegang",
        groep: str | None = None,
        **gegevens: Any,
    ) -> HTMLResponse:
        """A page of `templates/<kamer>/`, in which `t` has the words of all pages of staff and `b` those of the room: of `groep`,
        where that has another name.

        With `aangemeld` it has the menu of that person, in which `hier` is where they are, and the colours of their gemeente.
        """
        if aangemeld is not None:
            gemeente = self.inhoud.gemeente(aangemeld.wie.gemeente)
        html = self._sjablonen.get_template(f"{kamer}/{sjabloon}").render(
            t=self.woorden(gemeente),
            b=self.woorden(gemeente, groep or kamer),
            gemeente=gemeente,
            aangemeld=aangemeld,
            hier=hier,
            **gegevens,
        )
        return HTMLResponse(html, status, KOPPEN)

    def woorden(self, gemeente: Gemeente | None, groep: str = "toegang") -> Woorden:
        def t(naam: str, /, **waarden: Any) -> Markup:
            id_ = f"demo.{naam}" if naam in _GEDEELD else _id(groep, naam)
            return inline(self.inhoud.tekst(id_, gemeente=gemeente, **waarden))

        return t

    def geweigerd(self, _: Request, fout: Exception) -> HTMLResponse:
        """As an exception handler."""
        assert isinstance(fout, Geweigerd)
        return self.geef("geweigerd.html", status=fout.status, reden=fout.reden)

    def naar_aanmelden(self, request: Request, fout: Exception) -> Response:
        """As an exception handler. A cookie that opens nothing any more goes."""
        assert isinstance(fout, NaarAanmelden)
        vraag = f"?volgende={quote(fout.volgende, safe='/')}" if fout.volgende else ""
        if isinstance(fout, NaarAanbieder) and hasattr(request.app.state, "oidc_uit"):
            # A page that goes on by itself: after a form our own policy does not let a browser be sent elsewhere.
            return self.geef("opnieuw.html", naar=f"/aanmelden/oidc{vraag}")
        antwoord = RedirectResponse(f"/aanmelden{vraag}", 303)
        instellingen = diensten_van(request).instellingen
        if koekje.lees(request, instellingen) is not None:
            koekje.wis(request, antwoord, instellingen)
        return antwoord


def _id(groep: str, naam: str) -> str:
    # Written out, so that who looks which texts are used finds how they begin.
    if groep == "balie":
        return f"balie.{naam}"
    if groep.startswith("redactie"):
        return f"redactie{groep.removeprefix('redactie')}.{naam}"
    return f"toegang.{naam}"


def _dag(tekst: str) -> str:
    """A day in words; as it stands where it is none: a file that somebody writes may say anything."""
    try:
        return datum(date.fromisoformat(tekst))
    except ValueError:
        return tekst


def _moment(moment: datetime) -> str:
    """As people say it: "22 november 2026 om 16.29 uur"."""
    hier = moment.astimezone(NEDERLAND)
    return f"{datum(hier.date())} om {hier:%H.%M} uur"


def _plaatselijk(moment: datetime) -> str:
    """A moment as a clock here shows it, to the second: in a trail that matters."""
    return moment.astimezone(NEDERLAND).strftime("%d-%m-%Y %H:%M:%S")
