"""From the first question to the amounts, every turn through Rasa."""

from __future__ import annotations

from collections.abc import Callable

from ops.huis import Huis
from tests.keten.huishoudens import (
    ALLEENSTAANDE_OUDER,
    ALLEENSTAANDE_OUDER_BEDRAGEN,
    GROOT_HUIS,
    GROOT_HUIS_BEDRAGEN,
    GROOT_HUIS_SAMEN,
)
from tests.keten.hulp import gemeten_wegen, wegen_van
from tests.keten.klant import Klant

Nieuw = Callable[[], Klant]


def test_a_whole_check_by_typing_ends_in_the_right_amounts(huis: Huis, gesprek: Nieuw) -> None:
    begin = gemeten_wegen(huis)
    klant = gesprek()
    klant.zeg("waar heb ik recht op?")
    klant.tot_het_einde(
        GROOT_HUIS, verder=True
    )  # the partner could have a benefit, and the gemeente helps too

    assert klant.beurten >= 15
    assert gemeten_wegen(huis) - begin == {"rasa": klant.beurten}
    assert wegen_van(huis, klant.token) == ["rasa"] * klant.beurten
    assert klant.bedragen() == GROOT_HUIS_BEDRAGEN
    wel = {regeling for regeling, u in klant.uitkomsten().items() if u["recht"] == "waarschijnlijk_wel"}
    assert wel == {*GROOT_HUIS_BEDRAGEN, "kinderbijslag"}
    assert klant.laatste["tussenstand"] == {
        "aantal": 3,
        "bedrag_per_maand": GROOT_HUIS_SAMEN,
        "waarvan_al_ontvangen": "0.00",
        "onder_voorbehoud": False,
    }
    # the last answer was that to the question about last year
    slot = [b for b in klant.stand()["berichten"] if b["soort"] == "uitkomst"][-1]
    assert "1.120 euro per maand" in slot["tekst"]
    assert klant.laatste["voortgang"]["nog_ongeveer"] == 0


def test_the_talk_can_be_read_back_whole(gesprek: Nieuw) -> None:
    klant = gesprek()
    gezegd = list(klant.berichten)
    gezegd += klant.zeg("start")["berichten"]
    while klant.open is not None:
        gezegd += klant.antwoord(ALLEENSTAANDE_OUDER)["berichten"]
    stand = klant.stand()
    assert [b for b in stand["berichten"] if b["van"] == "bot"] == gezegd
    assert sum(b["van"] == "u" for b in stand["berichten"]) == klant.beurten
    assert stand["open_vraag"] is None
    assert stand["tussenstand"] == klant.laatste["tussenstand"]


def test_going_back_changing_and_stopping_on_the_way_ends_in_the_same_amounts(gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("inkomen_jaar", ALLEENSTAANDE_OUDER)
    klant.zeg("45000 per jaar")
    klant.zeg("oeps, nog even terug")
    assert klant.open == ("inkomen_jaar", None)
    klant.tot_vraag("vermogen", ALLEENSTAANDE_OUDER)
    klant.zeg("stop")
    klant.zeg("nee")
    assert klant.open == ("vermogen", None)
    klant.tot_het_einde({**ALLEENSTAANDE_OUDER, "vermogen": "150000"})
    assert klant.bedragen() == {}
    antwoord = klant.stuur(wijzig={"feit": "vermogen"})
    assert antwoord.json()["berichten"][-1]["vraag"] == "vermogen"
    klant.laatste = antwoord.json()
    klant.tot_het_einde(ALLEENSTAANDE_OUDER)
    assert klant.bedragen() == ALLEENSTAANDE_OUDER_BEDRAGEN
