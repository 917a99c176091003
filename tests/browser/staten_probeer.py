"""States of two rooms of the redactie: trying a sentence, and what was not understood."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from actions.zinnen import bewaren

if TYPE_CHECKING:
    from tests.browser.staten_redactie import Bezoek, Huis

_ZINNEN = ("waar vraag ik een laadpaal aan", "ik wil een laadpaal", "hoe kan ik een laadpaal aanvragen")


def vul(huis: Huis) -> None:
    with huis.bronnen.opslag.schrijf() as verbinding:
        for zin in _ZINNEN:
            bewaren.bewaar(verbinding, "voorbeeldstad", huis.bronnen.vandaag(), zin)


def probeer(p: Bezoek) -> None:
    p.als().naar("/redactie/probeer")
    p.page.get_by_label("Zin van een inwoner").fill("krijg ik huurtoeslag voor mijn kamer")
    p.kies("Probeer")


def probeer_erbij(p: Bezoek) -> None:
    """Made an example, in one click; each time anew."""
    noor = p.huis.wie("noor")
    for eerder in p.huis.concepten.open_("faq/huurtoeslag.md"):
        if eerder.reden.startswith("Voorbeeldzin erbij"):
            p.huis.concepten.trek_in(noor, eerder.id, eerder.versie)
    probeer(p)
    with p.page.expect_navigation():
        p.page.get_by_role("button", name="Zet de zin bij").first.click()


def probeer_gevaar(p: Bezoek) -> None:
    p.als().naar("/redactie/probeer")
    p.page.get_by_label("Zin van een inwoner").fill("ik wil niet meer leven")
    p.kies("Probeer")


def zinnen(p: Bezoek) -> None:
    p.als().naar("/redactie/zinnen")


ALLE: tuple[Callable[[Bezoek], None], ...] = (probeer, probeer_erbij, probeer_gevaar, zinnen)
