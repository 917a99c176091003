"""What the pages of `/redactie` share: who may come in, the menu, the words, and a part of a page for htmx."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Depends
from fastapi.responses import HTMLResponse

from web.redactie.huis import Redactie
from web.redactie.rechten import SCHRIJVERS
from web.toegang.bladen import Bladen, Woorden
from web.toegang.wie import Aangemeld, MetMedewerker

MAG_SCHRIJVEN = Depends(MetMedewerker(*SCHRIJVERS))
Ik = Annotated[Aangemeld, MAG_SCHRIJVEN]
"""Somebody who may write."""
Beheerder = Annotated[Aangemeld, Depends(MetMedewerker("beheerder"))]


def koppen(kader: Literal["none", "self"] = "none") -> dict[str, str]:
    """The headers of a page: as every page of staff, and htmx beside it. `kader`: on whose pages it may stand in a frame."""
    beleid = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        f"frame-ancestors '{kader}'",
    )
    return {"Content-Security-Policy": "; ".join(beleid)}


class Kamer:
    """One room: its words (`content/teksten/redactie_<naam>.yml`) and its place in the menu."""

    def __init__(self, bladen: Bladen, redactie: Redactie, naam: str) -> None:
        self.redactie = redactie
        self._bladen = bladen
        self._naam = naam

    def woorden(self, ik: Aangemeld) -> Woorden:
        """Those of this room."""
        gemeente = self._bladen.inhoud.gemeente(ik.wie.gemeente)
        return self._bladen.woorden(gemeente, f"redactie_{self._naam}")

    def geef(self, sjabloon: str, ik: Aangemeld, status: int = 200, **gegevens: Any) -> HTMLResponse:
        """A page, or a part of one for htmx (a template that does not extend `blad.html`).

        In it `t` has the words of all pages of staff, `b` those of this room, `r` those of the whole redactie and `l` those
        of amounts and local rules.
        """
        gemeente = self._bladen.inhoud.gemeente(ik.wie.gemeente)
        antwoord = self._bladen.geef(
            sjabloon,
            ik,
            status=status,
            hier="redactie",
            kamer="redactie",
            groep=f"redactie_{self._naam}",
            r=self._bladen.woorden(gemeente, "redactie"),
            l=self._bladen.woorden(gemeente, "redactie_lokaal"),
            deel=self._naam,
            **gegevens,
        )
        antwoord.headers.update(koppen())
        return antwoord
