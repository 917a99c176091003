"""An answer in a message that tells of a change is not lost."""

from __future__ import annotations

from typing import Any

import pytest

from actions.gesprek.bronnen import Bronnen
from tests.gesprek.praat import Praat
from tests.gesprek.staten import HUISHOUDEN, tot

ALLEEN = {**HUISHOUDEN, "vermogen_nu": "1000", "gezamenlijke_huishouding": False}


def _stand(praat: Praat) -> tuple[dict[str, Any], str | None]:
    gesprek = praat.bronnen.opslag.lees(praat.id)
    assert gesprek is not None
    bezig = gesprek.staat.extra.get("gebeurtenis")
    return dict(gesprek.staat.feiten), None if bezig is None else bezig["id"]


@pytest.mark.parametrize(
    ("vraag", "zin", "waarde", "gebeurtenis"),
    [
        ("kale_huur", "650 maar ik ga verhuizen", "650.00", "verhuizen"),
        ("leeftijd", "17, word in maart 18", 17, "zelf-18"),
        ("partner", "nee maar we gaan in mei trouwen", False, "samenwonen"),
        ("partner", "ja wij zijn net getrouwd", True, None),
        ("partner", "nee we zijn vorige maand uit elkaar gegaan", False, None),
        ("inkomen_soort", "loon, maar ik ga minder werken", "loon", "minder-verdienen"),
        ("leeftijd", "ik word volgende maand 18", None, "zelf-18"),
        ("partner", "we gaan trouwen in mei", None, "samenwonen"),
    ],
)
def test_het_antwoord_blijft(
    bronnen: Bronnen, vraag: str, zin: str, waarde: Any, gebeurtenis: str | None
) -> None:
    praat = Praat(bronnen, "voorbeeldstad")
    tot(praat, vraag, ALLEEN)
    praat.zeg(zin)
    feiten, bezig = _stand(praat)
    assert (feiten.get(vraag), bezig) == (waarde, gebeurtenis)
    assert praat.open != (vraag, None) or waarde is None
