"""What somebody tired types first, through the trained model: no button, no capital, often a need and no question."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.keten.klant import Klant

Nieuw = Callable[[], Klant]


@pytest.mark.parametrize(
    "zin",
    [
        "ik kom niet rond",
        "hoi ik kom niet rond",
        "ik heb te weinig geld",
        "elke maand tekort",
        "hallo, kunnen jullie mij helpen met geld",
        "alles wordt duurder ik kan het niet betalen",
    ],
)
def test_a_need_begins_the_check_with_a_word_for_it(gesprek: Nieuw, zin: str) -> None:
    klant = gesprek()
    klant.zeg(zin)
    assert klant.berichten[0]["tekst"].startswith("Goed dat u dit vraagt"), klant.tekst
    assert klant.open == ("leeftijd", None)


@pytest.mark.parametrize(
    ("zin", "faq"),
    [
        ("goedemorgen, ik heb een vraag over huurtoeslag", "huurtoeslag"),
        ("hoi, mijn wasmachine is kapot", "inrichting-witgoed"),
        ("goedenavond, hoeveel zorgtoeslag krijg ik", "zorgtoeslag"),
        ("moet ik mn naam zeggen", "privacy"),
        ("ik ben mijn moeder aan het helpen", "mantelzorg"),
        ("ik heb een brief van de belastingdienst en snap het niet", "hulp-bij-invullen"),
        ("energie kan ik niet betalen", "energiekosten"),
        ("mijn kind wil op voetbal", "kind-school-sport"),
        ("ik heb schulden", "schuldhulp"),
        ("wat is dit", "wie-ben-je"),
        ("hoe werkt dit eigenlijk", "wie-ben-je"),
        ("ik word uit mijn huis gezet", "huurachterstand"),
    ],
)
def test_a_greeting_or_a_story_does_not_hide_the_topic(gesprek: Nieuw, zin: str, faq: str) -> None:
    klant = gesprek()
    klant.zeg(zin)
    assert klant.faq == faq, klant.tekst


@pytest.mark.parametrize("zin", ["hoi", "hallo daar", "goedemiddag"])
def test_a_greeting_alone_is_greeted(gesprek: Nieuw, zin: str) -> None:
    klant = gesprek()
    klant.zeg(zin)
    assert klant.berichten[0]["tekst"].startswith("Dag!")


@pytest.mark.parametrize(
    "zin", ["ik woon op mezelf", "ik ben 17 en woon op mezelf", "ik ben mijn moeder aan het helpen", "ik durf niet"]
)  # fmt: skip
def test_an_ordinary_sentence_is_no_danger(gesprek: Nieuw, zin: str) -> None:
    klant = gesprek()
    klant.zeg(zin)
    assert "113" not in klant.tekst
    assert "Veilig Thuis" not in klant.tekst


@pytest.mark.parametrize(
    "zin", ["ik ben kapot", "ik ben op", "dit gaat nooit lukken", "jullie zijn allemaal dieven"]
)
def test_who_is_worn_out_gets_a_calm_word(gesprek: Nieuw, zin: str) -> None:
    klant = gesprek()
    klant.zeg(zin)
    assert klant.faq is None
    assert "begrijp ik niet" not in klant.tekst
    assert "Bedoelt u" not in klant.tekst


def test_how_long_before_and_halfway(gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.zeg("hoe lang duurt dit")
    assert "ongeveer 5 minuten" in klant.tekst
    klant.zeg("start")
    klant.zeg("hoeveel vragen nog")
    assert "Nog ongeveer" in klant.tekst
    assert klant.open == ("leeftijd", None)
