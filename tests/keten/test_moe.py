"""Answers of tired people while a question is open, through the trained model: the answer is heard, not a topic or a danger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.gesprek.staten import HUISHOUDEN
from tests.keten.klant import Klant

Nieuw = Callable[[], Klant]
ZONDER_KINDEREN = {**HUISHOUDEN, "kinderen": []}


@pytest.mark.parametrize(
    ("vraag", "tekst", "volgende"),
    [
        ("partner", "mn vriendin woont in haar eigen huis", "inkomen_soort"),
        ("partner", "samen met me zoon", "inkomen_soort"),
        ("partner", "heb een vriend maar woont niet hier", "inkomen_soort"),
        ("inkomen_soort", "uitzendkracht", "inkomen_jaar"),
        ("inkomen_soort", "student", "inkomen_jaar"),
        ("inkomen_soort", "uwv", "inkomen_soort"),
        ("kinderen", "een zoon van 12 en dochter van 15", "woonsituatie"),
        ("kinderen", "mn dochter van 21 woont nog thuis", "woonsituatie"),
        ("woonsituatie", "van de woningbouw", "kale_huur"),
        ("medebewoners", "een onderhuurder", "medebewoners.huurcontract"),
        ("medebewoners", "zoon van 18 en dochter van 20", "medebewoners.inkomen_jaar"),
    ],
)
def test_an_answer_is_heard_as_one(gesprek: Nieuw, vraag: str, tekst: str, volgende: str) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag(vraag, ZONDER_KINDEREN)
    klant.zeg(tekst)
    assert klant.faq is None, klant.tekst
    assert "Veilig Thuis" not in klant.tekst
    assert klant.open is not None
    assert klant.open[0] == volgende, klant.tekst
