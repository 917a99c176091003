"""The states of topics, of writing in a draft, and of a file that is edited as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.browser.staten_redactie import Bezoek

TROMBONE = "faq/trombone.md"
ERBIJ = {
    TROMBONE: """\
---
titel: Is er geld voor trombone?
eigenaar: Team Sport
nagekeken: 2025-06-01
bronnen:
  - naam: Zwembad De Verzonnen Duik
    url: https://zwembad.voorbeeldstad.example/
vervolg:
  vraag: Voor wie is de trombone?
  keuzes:
    - label: Voor mijn kind
      antwoord: Vraag het aan de school.
    - label: Voor mij
      antwoord: Bel {{ gemeente.naam }}.
voorbeelden:
  - trombone betalen
  - kikkerslag
---
Soms wel. De zorgtoeslag is hoogstens {{ bedrag("zorgtoeslag.max_per_maand_alleen") | euro }}, maar die is niet voor trombone.
""",
    "faq/voorbeeldstad/trombone.md": """\
---
titel: Is er geld voor trombone?
eigenaar: Team Sport
nagekeken: 2026-06-01
bronnen:
  - naam: Zwembad De Verzonnen Duik
    url: https://zwembad.voorbeeldstad.example/
---
Ja. Ga naar het zwembad en vraag het daar.
""",
}
"""A topic of our own, so that no real one has to stay as it is."""


def onderwerpen(p: Bezoek) -> None:
    """Looked for while typing: the list is made anew beside the field."""
    p.als().naar("/redactie/onderwerpen?op=hielp_niet")
    p.page.get_by_label("Zoek een onderwerp").fill("kikkerslag")
    p.page.get_by_text("1 onderwerp.").wait_for()


def onderwerp(p: Bezoek) -> None:
    p.als().naar("/redactie/onderwerp/trombone")
    p.page.get_by_text("Zinnen van inwoners").click()


def nieuw_onderwerp(p: Bezoek) -> None:
    p.als().naar("/redactie/onderwerpen/nieuw")
    p.page.get_by_label("De vraag").fill("Trombone")
    p.kies("Schrijf het antwoord")


def schrijven(p: Bezoek) -> None:
    """With what is to be mended in every kind of field, what may be filled in folded out, and the common answer beside it."""
    concept = p.huis.concept("noor", "faq/voorbeeldstad/trombone.md")
    p.als().naar(f"/redactie/concept/{concept.id}")
    p.page.get_by_label("De vraag").fill("Krijgen jullie trombone?")
    p.page.get_by_label("Elke zin op een eigen regel").fill("premie vgz")
    p.page.get_by_label("Webadres van bron 2").fill("geen adres")
    p.page.get_by_text("spreek de lezer aan met u").wait_for()
    p.page.get_by_text("deze zin hoort al bij een ander onderwerp").wait_for()
    p.page.get_by_text("Bedragen en namen die de chatbot zelf invult").click()
    if not p.page.get_by_label("Vraag onder het antwoord").is_visible():
        p.page.get_by_role("button", name="Vraag met knoppen erbij").click()
    p.page.get_by_label("Knop 2: de woorden op de knop").wait_for()
    # The figures of the day are not ours to keep.
    p.page.get_by_label("Zoek een bedrag").fill("hoogste zorgtoeslag per jaar zonder")
    p.page.get_by_text("1 bedrag.").wait_for()


def bestand(p: Bezoek) -> None:
    concept = p.huis.concept("noor", "teksten/begroeting.yml", "hoi: [\n", "Korter")
    p.als().naar(f"/redactie/concept/{concept.id}")


ALLE: tuple[Callable[[Bezoek], None], ...] = (onderwerpen, onderwerp, nieuw_onderwerp, schrijven, bestand)
