"""The states of amounts and rules, and of what is due for a check.

To work out what people get takes seconds (tests/web/redactie/test_rekenproef.py): here it is done at once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from unittest import mock

from web.redactie.bewaren import afwijkend
from web.redactie.bewaren.afwijkend import Afwijking
from web.redactie.lokaal import pagina as lokaal
from web.redactie.lokaal.rekenproef import Huishouden, Misser, Regel, Uit
from web.toegang import accounts

if TYPE_CHECKING:
    from tests.browser.staten_redactie import Bezoek

_STAD = "gemeenten/voorbeeldstad.yml"
_IIT = "/redactie/lokaal/gemeenten/voorbeeldstad/individuele-inkomenstoeslag"
_PAD = "faq/uitgave-lenen.md"
_TEKST = """\
---
titel: Kan ik een fiets lenen?
eigenaar: Team Fiets
nagekeken: 2025-06-01
bronnen:
  - naam: De Verzonnen Bron
    url: https://bron.voorbeeldstad.example/
voorbeelden:
  - fiets lenen
---
Ja. Vraag het in het buurthuis.
"""
_DAG = date(2026, 11, 20)
_WEL, _NIET = "waarschijnlijk_wel", "waarschijnlijk_niet"
_UIT = (
    Huishouden(
        "alleenstaande met weinig loon",
        _DAG,
        _DAG,
        (
            Regel(
                "a",
                "Inkomenstoeslag",
                True,
                Uit(_WEL, "460.00", "jaar", False),
                Uit(_WEL, "470.00", "jaar", True),
            ),
            Regel("b", "Zwemles", True, None, Uit("onbekend", None, "jaar", False)),
            Regel("c", "Fiets", True, Uit(_NIET, "0.00", "maand", False), Uit(_NIET, "0.00", "maand", False)),
        ),
        True,
        (
            Misser(0, "a", "Inkomenstoeslag", "bedrag_per_keer", "470.00", ""),
            Misser(0, "b", "Zwemles", "recht", "onbekend", ""),
        ),
    ),
    Huishouden("gezin met twee kinderen", _DAG, _DAG, (), True),
)


def bedragen_en_regels(p: Bezoek) -> None:
    p.als("bo").naar("/redactie/lokaal")
    p.page.locator("summary", has_text="Studietoeslag").first.click()
    p.page.get_by_text("Verzonnen regels studietoeslag").wait_for()


def regeling_met_fouten(p: Bezoek) -> None:
    p.als("bo").naar(_IIT)
    p.page.get_by_label("Bedrag voor een paar", exact=True).fill("veel")
    p.page.get_by_label("Vanaf een latere dag").check()
    p.kies("Bewaren als concept")


def wat_mensen_krijgen(p: Bezoek) -> None:
    concept = p.huis.concept("bo", _STAD)
    with mock.patch.object(lokaal, "vergelijk", return_value=_UIT):
        p.als("bo").naar(f"/redactie/lokaal/proef?concept={concept.id}")
    # Which number it got hangs on what was looked at before.
    p.page.locator("a[href^='/redactie/concept/']").evaluate("a => a.href = '/redactie/concept/1/bekijk'")
    with p.huis.bronnen.opslag.lees_naast() as verbinding:
        wie = accounts.vind(verbinding, "bo")
    assert wie is not None
    p.huis.concepten.trek_in(wie, concept.id, concept.versie)


def bedragen_van_het_rijk(p: Bezoek) -> None:
    p.als("bo").naar("/redactie/lokaal/landelijk")


def nakijken(p: Bezoek) -> None:
    (p.huis.map / _PAD).write_text(_TEKST, encoding="utf-8")
    een = Afwijking(_PAD, "titel", "Kan ik een fiets lenen?", None, _DAG)
    afwijkend.bewaar(p.huis.plaats.boek.beheer, [een])
    p.als("bo").naar("/redactie/nakijken?eigenaar=Team+Fiets")
    p.page.get_by_role("heading", name="Aan de beurt (1)").wait_for()
    (p.huis.map / _PAD).unlink()
    # Owners of topics of other rooms come and go.
    p.page.locator("#eigenaar option:not(:checked):not(:first-child)").evaluate_all(
        "alle => alle.map(e => e.remove())"
    )


LOKAAL: tuple[Callable[[Bezoek], None], ...] = (
    bedragen_en_regels,
    regeling_met_fouten,
    wat_mensen_krijgen,
    bedragen_van_het_rijk,
    nakijken,
)
