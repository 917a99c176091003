"""A resident at the contact page, with a browser that knows no JavaScript."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from actions.overdracht.tabellen import overdracht
from tests.overdracht.conftest import Huis
from tests.web.formulier import Bezoeker, Pagina

Rijen = list[Any]
VUL = {"telefoon": "06 12 34 56 78", "bericht": "Kan iemand mij helpen met de kachelkwestie?"}


def rijen(huis: Huis, tabel: Any = overdracht) -> Rijen:
    with huis.bronnen.opslag.lees_naast() as verbinding:
        return list(verbinding.execute(select(tabel)).all())


class Inwoner:
    """One talk and its contact page. `slim`: as the chat window frames it."""

    def __init__(self, huis: Huis, token: str, *, slim: bool = False) -> None:
        self.huis = huis
        self.token = token
        self.bezoeker = Bezoeker(huis.client)
        self.hier = f"/contact/{token}" + ("?van=widget" if slim else "")

    def open(self) -> Pagina:
        return self.bezoeker.open(self.hier)

    def vul(self, pagina: Pagina, **velden: str) -> Pagina:
        """Fill in fields of the page as it stands, with nothing sent."""
        for formulier in pagina.formulieren:
            formulier.velden[:] = [(naam, velden.get(naam, waarde)) for naam, waarde in formulier.velden]
        return pagina

    def druk(self, pagina: Pagina, knop: str, *aan: str) -> Pagina:
        return self.bezoeker.druk(pagina, knop, *aan)

    def kruis_uit(self, pagina: Pagina) -> Pagina:
        for formulier in pagina.formulieren:
            formulier.aangekruist.clear()
        return pagina

    def ingevuld(self, **velden: str) -> Pagina:
        """The page after the first step."""
        return self.druk(self.vul(self.open(), **{**VUL, **velden}), "Verder")

    def voorbeeld(self, *aan: str, **velden: str) -> Pagina:
        return self.druk(self.ingevuld(**velden), "Verder", *aan)

    def verstuurd(self, *aan: str, **velden: str) -> Pagina:
        return self.druk(self.voorbeeld(*aan, **velden), "Ja, stuur dit")
