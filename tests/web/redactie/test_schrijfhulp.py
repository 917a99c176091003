"""What an editor is told while writing, held against the gate before a publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from content import onderwerpen
from content.inhoud import Inhoud
from tests.web.conftest import CONTENT
from web.redactie.schrijven.faqvorm import Keuze, Vervolg
from web.redactie.schrijven.schrijfhulp import Tip, per_veld, van_faq

DAG = date(2026, 11, 20)
PAD = "faq/huurtoeslag.md"


def fouten(tips: dict[str, tuple[Tip, ...]]) -> dict[str, list[str]]:
    return {
        plek: [tip.uitleg for tip in rij if tip.fout]
        for plek, rij in tips.items()
        if any(t.fout for t in rij)
    }


def test_no_topic_of_the_house_has_a_fault_that_the_gate_does_not_see(inhoud: Inhoud) -> None:
    """Somebody who opens a topic and changes nothing has nothing to mend."""
    bestanden = list(onderwerpen.bestanden(inhoud.faqs(), inhoud.faqs_eigen()))
    assert len(bestanden) > 80
    gevonden = {
        pad: fout
        for pad, faq in bestanden
        if (fout := fouten(per_veld(inhoud, CONTENT, pad, van_faq(faq), "voorbeeldstad", DAG)))
    }
    assert gevonden == {}


@pytest.mark.parametrize(
    ("plek", "anders"),
    [
        ("antwoord", {"antwoord": "Bel {{ gemeente.contact.fax }}."}),
        ("antwoord", {"antwoord": "Bel {{ gemeente.contact.telefoon }}."}),
        ("titel", {"titel": "Wat doet {{ gemeente.naam }}?"}),
        (
            "v.vraag",
            {"vervolg": Vervolg("Wat zoekt {{ iemand }}?", (Keuze("Ja", "Goed."), Keuze("Nee", "Goed.")))},
        ),
        ("v.1.label", {"vervolg": Vervolg("Wat?", (Keuze("{{ x }}", "Goed."), Keuze("Nee", "Goed.")))}),
        ("v.1.antwoord", {"vervolg": Vervolg("Wat?", (Keuze("Ja", "{{ x }}"), Keuze("Nee", "Goed.")))}),
    ],
)
def test_what_cannot_be_filled_in_is_a_fault_in_its_field(
    inhoud: Inhoud, plek: str, anders: dict[str, object]
) -> None:
    """An answer is read outside a talk too, where there is no gemeente."""
    vorm = replace(van_faq(inhoud.faq("huurtoeslag")), **anders)  # type: ignore[arg-type]
    assert plek in fouten(per_veld(inhoud, CONTENT, PAD, vorm, "voorbeeldstad", DAG))


def test_after_an_answer_there_is_always_a_gemeente(inhoud: Inhoud) -> None:
    goed = Vervolg(
        "Belt u {{ gemeente.naam }}?", (Keuze("Ja", "{{ gemeente.contact.telefoon }}"), Keuze("Nee", "Goed."))
    )
    vorm = replace(van_faq(inhoud.faq("huurtoeslag")), vervolg=goed)
    gevonden = fouten(per_veld(inhoud, CONTENT, PAD, vorm, "voorbeeldstad", DAG))
    assert not {"v.vraag", "v.1.antwoord"} & set(gevonden)
