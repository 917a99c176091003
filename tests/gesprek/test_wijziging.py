"""What the resident reads after changing an answer, and what comes back when an answer does."""

from __future__ import annotations

from typing import Any

import pytest

from actions.gesprek.bronnen import Bronnen
from tests.gesprek.praat import Praat

ALLEEN = ("41", "nee", "loon", "18000 per jaar", "0", "huurhuis", "600", "niemand", "500")
"""Single, a small wage, rents: the first round, by typing."""
OUDER = ("41", "nee", "loon", "18000 per jaar", "2", "4 en 7")
ZEVENTIG = ("71", "nee", "aow", "16000 per jaar", "0", "huurhuis", "600", "niemand", "500")


def _zeg(praat: Praat, *zinnen: str, start: str = "start") -> None:
    praat.klik(start)
    for zin in zinnen:
        praat.zeg(zin)


def _wijzig(praat: Praat, feit: str, *zinnen: str) -> str:
    """What is said right after the new answer."""
    praat.klik(f"wijzig:{feit}")
    for zin in zinnen:
        praat.zeg(zin)
    return praat.laatste.berichten[0].tekst


def _labels(praat: Praat) -> list[str]:
    assert praat.vraag is not None
    return [keuze.label for keuze in praat.vraag.keuzes or ()]


def _feiten(praat: Praat) -> dict[str, Any]:
    return {f.feit: f.waarde for f in praat.overzicht.feiten}


# --- what it says ----------------------------------------------------------------------------------------------------


def test_before_and_now_per_scheme_and_together(praat: Praat) -> None:
    _zeg(praat, *ALLEEN)
    gezegd = _wijzig(praat, "kale_huur", "700")
    assert "- Huurtoeslag: eerst 361 euro per maand, nu 426 euro per maand." in gezegd
    assert "Samen: eerst 490 euro per maand, nu 555 euro per maand." in gezegd
    assert "Zorgtoeslag" not in gezegd


def test_what_waits_for_a_question_is_no_loss(praat: Praat) -> None:
    _zeg(praat, *ZEVENTIG)
    gezegd = _wijzig(praat, "partner", "ja")
    assert "Ik moet nog 1 ding weten: inkomen van uw partner per jaar." in gezegd
    assert "eerst" not in gezegd
    assert praat.open == ("inkomen_partner_jaar", None)
    praat.zeg("30000 per jaar")
    gezegd = praat.laatste.berichten[0].tekst
    assert "- Huurtoeslag: eerst 361 euro per maand, nu 97 euro per maand." in gezegd
    assert "nog niet bekend" not in gezegd
    assert "IOAW" not in gezegd


def test_in_the_middle_of_a_round_what_comes_on_top_is_named(praat: Praat) -> None:
    _zeg(praat, "41", "nee", "loon", "18000 per jaar")
    gezegd = _wijzig(praat, "partner", "ja")
    assert (
        "Ik moet ook nog 2 dingen weten:\n\n- inkomen van uw partner per jaar\n- uw partner werkt of leert"
        in gezegd
    )
    gezegd = _wijzig(praat, "partner", "nee")
    assert (
        "Dit hoef ik niet meer te weten:\n\n- inkomen van uw partner per jaar\n- uw partner werkt of leert"
        in gezegd
    )


def test_answers_that_count_no_more_are_named(praat: Praat) -> None:
    _zeg(praat, *ALLEEN)
    gezegd = _wijzig(praat, "inkomen_jaar", "60000 per jaar")
    assert "- Huurtoeslag: eerst 361 euro per maand, nu geen recht." in gezegd
    assert "Dit hoef ik niet meer te weten:" in gezegd


def test_nothing_changed_is_said(praat: Praat) -> None:
    _zeg(praat, *ALLEEN)
    assert _wijzig(praat, "kale_huur", "600") == "Uw antwoord blijft hetzelfde. Er verandert niets."
    assert _wijzig(praat, "vermogen", "700") == "Uw antwoord is veranderd. De bedragen blijven gelijk."


def test_a_right_without_an_amount_is_a_right(bronnen: Bronnen) -> None:
    """It used to read "eerst nog niet bekend, nu nog niet bekend"."""
    praat = Praat(bronnen, "voorbeeldstad")
    _zeg(praat, *ALLEEN[:3], "1300 netto", "ja", *ALLEEN[4:])
    praat.klik("verder")
    while praat.open is not None:
        praat.antwoord({"bijzondere_kosten": ["bril"], "jaren_laag_inkomen": 6, "belastingaanslag": True})
    gezegd = _wijzig(praat, "vermogen", "90000")
    assert "- Geen gemeentelijke belasting betalen: eerst wel recht, nu geen recht." in gezegd
    regels = [regel for regel in gezegd.splitlines() if regel.startswith("- ")]
    assert regels[0] == "- Huurtoeslag: eerst 361 euro per maand, nu geen recht."


def test_at_most_six_lines_and_what_ends_stands_first(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, "voorbeeldstad")
    _zeg(praat, *ALLEEN[:3], "1300 netto", "ja", *ALLEEN[4:])
    praat.klik("verder")
    while praat.open is not None:
        praat.antwoord({"bijzondere_kosten": ["bril"], "jaren_laag_inkomen": 6, "belastingaanslag": True})
    gezegd = _wijzig(praat, "netto_inkomen_maand", "4000", "ja, en vakantiegeld zit er al in")
    gezegd = "\n".join(b.tekst for b in praat.laatste.berichten if "verandert ook" in b.tekst)
    regels = [regel for regel in gezegd.partition("Samen:")[0].splitlines() if regel.startswith("- ")]
    assert len(regels) == 6, gezegd
    assert regels[0].startswith("- Huurtoeslag:")
    assert regels[-1].startswith("- En nog ")


# --- what it asks ----------------------------------------------------------------------------------------------------


def test_birth_months_are_changed_child_by_child(praat: Praat) -> None:
    """Its button in the overview used to break the turn."""
    _zeg(praat, "3", "15, 17 en 6", start="start:kinderbijslag")
    while praat.open is not None:
        assert praat.open[0] == "kinderen_geboortemaand"
        praat.zeg("augustus 2020" if praat.open[1] == 3 else "weet ik niet")
    praat.klik("wijzig:kinderen_geboortemaand")
    assert praat.open == ("kinderen_geboortemaand", 3)
    praat.zeg("september 2020")
    assert praat.open is None
    assert _feiten(praat)["kinderen_geboortemaand"] == [None, None, "2020-09"]


def test_wealth_is_changed_by_its_stretches(praat: Praat) -> None:
    """Once it was known there were no buttons any more."""
    _zeg(praat, *ALLEEN[:-1])
    stukken = _labels(praat)
    assert stukken[0].endswith("euro of minder")
    praat.klik_op(stukken[0])
    praat.klik("wijzig:vermogen")
    assert _labels(praat) == stukken


def test_not_knowing_takes_the_place_of_a_stretch(praat: Praat) -> None:
    _zeg(praat, *ALLEEN[:-1])
    praat.klik_op(_labels(praat)[0])
    _wijzig(praat, "vermogen", "weet ik niet", "weet ik niet")
    assert _feiten(praat)["vermogen"] == "weet_niet"
    assert praat.uitkomsten()["huurtoeslag"].recht == "onbekend"


def test_a_wage_does_not_stay_when_it_is_bijstand_after_all(praat: Praat) -> None:
    _zeg(praat, *ALLEEN[:3], "2400 netto", "ja", *ALLEEN[4:])
    eerst = {u: (x.recht, x.bedrag_per_maand) for u, x in praat.uitkomsten().items()}
    _wijzig(praat, "inkomen_soort", "bijstand")
    vers = Praat(praat.bronnen)
    _zeg(vers, *ALLEEN[:2], "bijstand", *ALLEEN[4:])
    assert {u: x.recht for u, x in praat.uitkomsten().items()} == {
        u: x.recht for u, x in vers.uitkomsten().items()
    }
    _wijzig(praat, "inkomen_soort", "loon")
    assert {u: (x.recht, x.bedrag_per_maand) for u, x in praat.uitkomsten().items()} == eerst


def test_what_cannot_be_narrowed_is_not_asked_again_after_another_change(praat: Praat) -> None:
    _zeg(praat, *ALLEEN[:-1], "tussen 5000 en 60000", "weet ik niet", "weet ik niet")
    assert praat.open is None
    _wijzig(praat, "kale_huur", "700")
    assert praat.open is None, praat.tekst


@pytest.mark.parametrize("feit", ["krijgt_al", "kale_huur", "bestaat_niet"])
def test_what_cannot_be_changed_shows_what_can(praat: Praat, feit: str) -> None:
    _zeg(praat, "41", "nee")
    praat.klik(f"wijzig:{feit}")
    assert "wijzig:leeftijd" in [k.id for b in praat.laatste.berichten for k in b.keuzes or ()]


# --- what comes back -------------------------------------------------------------------------------------------------


def test_children_come_back_with_all_that_was_told_of_them(praat: Praat) -> None:
    _zeg(praat, *OUDER, "huurhuis", "600", "niemand", "1")
    opvang = {"kind": "die van 4 jaar", "soort": "dagopvang", "uren_maand": "80", "uurprijs": "9"}
    while praat.open is not None and praat.open[0] != "vermogen":
        praat.zeg(opvang.get(praat.open[0].partition(".")[2], "ja"))
    praat.zeg("500")
    eerst = _feiten(praat)
    assert eerst["opvang"]
    gezegd = _wijzig(praat, "kinderen", "0")
    assert "- Kinderbijslag: eerst 660,75 euro per kwartaal, nu geen recht." in gezegd
    assert "opvang" not in _feiten(praat)
    gezegd = _wijzig(praat, "kinderen", "2")
    assert "Dit wist ik nog: Kinderen onder de 18: 2, van 4 en 7 jaar." in gezegd
    assert praat.open is None
    assert _feiten(praat) == eerst


def test_of_three_children_it_is_not_known_which_two_are_left(praat: Praat) -> None:
    _zeg(praat, *OUDER)
    _wijzig(praat, "kinderen", "3", "4, 7 en 9")
    _wijzig(praat, "kinderen", "2")
    assert praat.open == ("kinderen.leeftijd", None)


def test_a_partner_who_comes_back_is_the_same(praat: Praat) -> None:
    _zeg(
        praat, "71", "ja", "aow", "16000 per jaar", "9000 per jaar", "0", "huurhuis", "600", "niemand", "500"
    )
    eerst, uitkomsten = _feiten(praat), praat.uitkomsten()
    _wijzig(praat, "partner", "nee")
    assert not any("partner_" in feit for feit in _feiten(praat))
    _wijzig(praat, "partner", "ja")
    assert _feiten(praat) == eerst
    assert praat.uitkomsten() == uitkomsten


def test_back_before_the_new_answer_leaves_the_old_one(praat: Praat) -> None:
    _zeg(praat, *ALLEEN)
    eerst = _feiten(praat)
    assert _wijzig(praat, "kale_huur", "terug") == "Goed, uw antwoord blijft zoals het was."
    assert _feiten(praat) == eerst
    assert praat.open is None


def test_a_second_change_while_the_first_still_waits_is_told_too(praat: Praat) -> None:
    _zeg(praat, *ALLEEN)
    _wijzig(praat, "partner", "ja")
    _wijzig(praat, "kale_huur", "700")
    praat.zeg("0")
    gezegd = praat.laatste.berichten[0].tekst
    assert "Zorgtoeslag: eerst 129 euro per maand" in gezegd
    assert "Huurtoeslag: eerst 361 euro per maand" in gezegd


def test_a_question_that_came_back_is_named_once(praat: Praat) -> None:
    """A second change while the first still waits does not name the first one's questions again."""
    praat.klik("start")
    for tekst in ("34", "nee", "loon", "28000 per jaar", "2", "4 en 7", "huurhuis", "612"):
        praat.zeg(tekst)
    praat.klik("wijzig:partner")
    praat.zeg("ja")
    assert "inkomen van uw partner" in praat.tekst
    praat.klik("wijzig:kale_huur")
    praat.zeg("712")
    assert "inkomen van uw partner" not in praat.laatste.berichten[0].tekst
