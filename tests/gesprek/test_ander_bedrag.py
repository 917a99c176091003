"""An amount that was said of something else is never taken for the answer to the question that is open."""

from __future__ import annotations

import pytest

from tests.gesprek.praat import Praat

HUISHOUDEN = {
    "leeftijd": 34,
    "partner": True,
    "leeftijd_partner": 33,
    "kinderen": [],
    "inkomen_soort": "loon",
    "inkomen_jaar": "28000",
    "inkomen_partner_jaar": "12000",
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "650",
    "medebewoners": [],
}
GEZEGD = {
    "kale_huur": [
        "ik verdien 1900 netto",
        "spaargeld 5000",
        "servicekosten 50",
        "mijn zoon betaalt 300",
        "24000 inkomen",
    ],
    "inkomen_jaar": ["huur 700", "mijn huur is 700 per maand", "ik heb 5000 spaargeld", "ik betaal 650 huur"],
    "inkomen_partner_jaar": [
        "huur 700",
        "ik verdien 1900",
        "mijn inkomen is 26000 per jaar",
        "ik krijg 900 bijstand",
    ],
    "vermogen": ["mijn huur is 650", "ik verdien 1800 per maand", "mijn auto is 4000 waard", "24000 inkomen"],
}


def tot(praat: Praat, vraag: str) -> None:
    praat.klik("start")
    while praat.open is None or praat.open[0] != vraag:
        praat.antwoord(HUISHOUDEN)


@pytest.mark.parametrize(("vraag", "tekst"), [(v, t) for v, reeks in GEZEGD.items() for t in reeks])
def test_an_amount_of_something_else(praat: Praat, vraag: str, tekst: str) -> None:
    tot(praat, vraag)
    praat.zeg(tekst)
    staat = praat.bronnen.opslag.lees(praat.id)
    assert staat is not None
    assert vraag not in staat.staat.feiten
    assert praat.open == (vraag, None)
    # Nor is anything asked about it as if it were the answer ("700 euro: per maand of per jaar?").
    assert "tussen" not in staat.staat.extra


@pytest.mark.parametrize("tekst", ["wij zijn met 2", "we wonen hier met z'n drieen, 3"])
def test_everybody_at_home_is_no_number_of_children(praat: Praat, tekst: str) -> None:
    tot(praat, "kinderen")
    praat.zeg(tekst)
    assert praat.open == ("kinderen", None)


def test_what_is_told_of_the_rent_is_kept_and_the_question_comes_back(praat: Praat) -> None:
    tot(praat, "inkomen_jaar")
    praat.zeg("ik betaal 650 huur")
    assert "uw huur zonder extra kosten is 650 euro" in praat.tekst
    assert praat.open == ("inkomen_jaar", None)
    assert {f.feit: f.waarde for f in praat.overzicht.feiten}["kale_huur"] == "650.00"


@pytest.mark.parametrize("tekst", ["1900 per maand netto loon na aftrek van de huur", "700 huur netto"])
def test_the_answer_may_name_something_else_too(praat: Praat, tekst: str) -> None:
    tot(praat, "inkomen_jaar" if "loon" in tekst else "kale_huur")
    praat.zeg(tekst)
    assert "iets anders" not in praat.tekst
