"""How a page of handing over is made: words, the way back, and who may frame it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from fastapi.responses import HTMLResponse
from markupsafe import Markup

from content.inhoud import Inhoud
from content.schema import Gemeente
from web.fouten import Probleem
from web.paginas import opmaak
from web.paginas.sjablonen import MetInhoud, inline
from web.paginas.zelfcheck_pagina import VAN_WIDGET, Paginas, csp

_SCRIPT = ("script-src 'self'",)
_GROEP = 4
"""Signs of a code, and digits of a number, that stand together."""


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a page stands: of which talk, and whether in the chat window."""

    gesprek: str
    gemeente: Gemeente
    slim: bool

    @property
    def hier(self) -> str:
        """The address of the page, also of its forms."""
        return f"/contact/{self.gesprek}" + (f"?{VAN_WIDGET}" if self.slim else "")

    @property
    def terug(self) -> str:
        """The talk."""
        return f"/zelfcheck/{self.gemeente.slug}/{self.gesprek}"


class Bladen:
    def __init__(self, bronnen: MetInhoud) -> None:
        self._paginas = Paginas(bronnen)

    @property
    def inhoud(self) -> Inhoud:
        return self._paginas.inhoud

    def contact(
        self,
        sjabloon: str,
        plek: Plek,
        *,
        status: int = 200,
        koppen: dict[str, str] | None = None,
        **gegevens: Any,
    ) -> HTMLResponse:
        """A page of a talk. In the chat window without the frame of ours, and with its script."""
        herkomst = plek.gemeente.toegestane_herkomst if plek.slim else ()
        naar = plek.gemeente.contact.snel_weg
        alle = dict(koppen or {})
        if plek.slim:
            kader = " ".join(("'self'", *herkomst))
            alle |= {
                "Content-Security-Policy": csp(meer=_SCRIPT, naar=naar, kader=kader),
                "X-Frame-Options": "",
            }
        return self.blad(
            f"contact/{sjabloon}",
            plek.gemeente,
            status=status,
            koppen=alle,
            plek=plek,
            naar=plek.terug,
            herkomst=" ".join(herkomst),
            **gegevens,
        )

    def blad(
        self,
        sjabloon: str,
        gemeente: Gemeente | None,
        *,
        status: int = 200,
        koppen: dict[str, str] | None = None,
        **gegevens: Any,
    ) -> HTMLResponse:
        return self._paginas.geef(
            sjabloon,
            gemeente,
            status=status,
            koppen=koppen,
            c=partial(self._contact, gemeente),
            i=partial(self._intrekken, gemeente),
            groepen=groepen,
            markdown=partial(opmaak.markdown, nieuw_tabblad=self.inhoud.tekst("widget.nieuw_tabblad")),
            **gegevens,
        )

    def fout(self, probleem: Probleem, gemeente: Gemeente | None) -> str:
        return self._paginas.fout(probleem, gemeente)

    def _contact(self, gemeente: Gemeente | None, naam: str, /, **waarden: Any) -> Markup:
        return inline(self.inhoud.tekst(f"contact.{naam}", gemeente=gemeente, **waarden))

    def _intrekken(self, gemeente: Gemeente | None, naam: str, /, **waarden: Any) -> Markup:
        return inline(self.inhoud.tekst(f"intrekken.{naam}", gemeente=gemeente, **waarden))


def groepen(tekens: str) -> list[str]:
    """A number or code in pieces that can be held in mind."""
    return [tekens[i : i + _GROEP] for i in range(0, len(tekens), _GROEP)]
