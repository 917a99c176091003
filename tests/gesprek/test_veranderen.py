"""Taking an answer back in one's own words does what the button and the answer do; what cannot be told is asked."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.contract import Bericht
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.noemen import namen_per_vraag
from actions.lezen.correctie import lees_correctie
from content.inhoud import Inhoud
from tests.gesprek.praat import Praat

OUDER: Mapping[str, Any] = {
    "leeftijd": 34,
    "partner": False,
    "kinderen": [4, 8],
    "opvang": [],
    "inkomen_soort": "loon",
    "inkomen_jaar": "30000",
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "612",
    "medebewoners": [],
    "vermogen": "1000",
}
PAAR: Mapping[str, Any] = {
    **OUDER,
    "partner": True,
    "leeftijd_partner": 40,
    "inkomen_soort_partner": "loon",
    "inkomen_partner_jaar": "10000",
}
BEDRAGEN = ("kale_huur", "inkomen_jaar", "inkomen_partner_jaar")
WELKE = ("Welk antwoord wilt u veranderen?", "Welk antwoord bedoelt u?")


def _zinnen() -> list[dict[str, Any]]:
    pad = Path(__file__).parent / "zinnen" / "veranderen.yml"
    zinnen: list[dict[str, Any]] = yaml.safe_load(pad.read_text(encoding="utf-8"))
    return zinnen


def tot(praat: Praat, vraag: str, huishouden: Mapping[str, Any] = OUDER) -> Praat:
    """A talk of this household up to a question."""
    praat.klik("start")
    while praat.open is not None and praat.open[0] != vraag:
        praat.antwoord(huishouden)
    assert praat.open is not None, f"{vraag} is never asked"
    return praat


def _feiten(praat: Praat) -> dict[str, Any]:
    return {f.feit: f.waarde for f in praat.overzicht.feiten}


def _welke(praat: Praat) -> Bericht | None:
    return next((b for b in praat.laatste.berichten if b.tekst.startswith(WELKE)), None)


@pytest.mark.parametrize("geval", _zinnen(), ids=lambda geval: f"{geval['zin']} ({geval.get('bij', '')})")
def test_what_is_taken_back(praat: Praat, geval: Mapping[str, Any]) -> None:
    tot(praat, geval.get("bij", "medebewoners"), PAAR if geval.get("huishouden") == "paar" else OUDER)
    eerst, gevraagd = _feiten(praat), praat.open
    praat.zeg(geval["zin"])
    nu = _feiten(praat)
    if "wordt" in geval:
        for feit, waarde in geval["wordt"].items():
            gezegd = nu[feit]
            if feit == "kinderen" and isinstance(waarde, int):
                gezegd = len(gezegd)
            assert (Decimal(gezegd) == Decimal(waarde)) if feit in BEDRAGEN else (gezegd == waarde), (
                praat.tekst
            )
        assert praat.laatste.berichten[0].tekst.startswith("Ik begrijp"), praat.tekst
    if "vraagt" in geval:
        assert praat.open is not None
        assert praat.open[0] == geval["vraagt"], praat.tekst
    bericht = _welke(praat)
    if "welke" in geval:
        assert nu == eerst
        assert bericht is not None, praat.tekst
        knoppen = [keuze.id for keuze in bericht.keuzes or ()]
        assert all(id_.startswith("wijzig:") for id_ in knoppen)
        if geval["welke"] is not True:
            assert set(knoppen) == {f"wijzig:{feit}" for feit in geval["welke"]}
        assert praat.open == gevraagd
    if "niets" in geval:
        assert bericht is None, praat.tekst
        assert {feit: nu[feit] for feit in eerst if feit in nu} == eerst
        assert not praat.laatste.berichten[0].tekst.startswith("Ik begrijp het zo"), praat.tekst


def test_at_least_sixty_sentences_of_which_a_third_changes_nothing() -> None:
    zinnen = _zinnen()
    anders = [geval for geval in zinnen if "welke" in geval or "niets" in geval]
    assert len(zinnen) >= 60
    assert len(anders) * 3 >= len(zinnen)


@pytest.mark.parametrize(
    ("zin", "feit", "antwoord"),
    [
        ("sorry de huur is 712 niet 612", "kale_huur", "712"),
        ("oeps 34 moet 43 zijn", "leeftijd", "43"),
        ("nee ik heb 3 kinderen geen 2", "kinderen", "3"),
        ("nee wacht, de partner klopt niet, ik ben getrouwd", "partner", "ja"),
        ("mijn inkomen is toch 1900 per maand", "inkomen_jaar", "1900 per maand"),
        ("mijn inkomen is toch 1900 netto per maand", "inkomen_jaar", "1900 netto per maand"),
        ("sorry ik woon in een koophuis", "woonsituatie", "koophuis"),
    ],
)
def test_it_does_what_the_button_and_the_answer_do(
    bronnen: Bronnen, zin: str, feit: str, antwoord: str
) -> None:
    gezegd, geklikt = (tot(Praat(bronnen), "medebewoners") for _ in range(2))
    gezegd.zeg(zin)
    geklikt.klik(f"wijzig:{feit}")
    geklikt.zeg(antwoord)
    assert _feiten(gezegd) == _feiten(geklikt)
    assert gezegd.open == geklikt.open
    assert gezegd.laatste.berichten[-1].tekst == geklikt.laatste.berichten[-1].tekst
    assert gezegd.laatste.tussenstand == geklikt.laatste.tussenstand
    assert gezegd.laatste.voortgang == geklikt.laatste.voortgang
    eerst, daarna = [[b.tekst for b in p.laatste.berichten] for p in (gezegd, geklikt)]
    assert eerst[1:] == [tekst for tekst in daarna if not tekst.startswith("Ik begrijp")]


def test_the_whole_check_ends_alike_after_a_change_in_words(bronnen: Bronnen) -> None:
    gezegd, meteen = Praat(bronnen), Praat(bronnen)
    tot(gezegd, "medebewoners").zeg("sorry de huur is 712 niet 612")
    anders = {**OUDER, "kale_huur": "712"}
    gezegd.tot_het_einde(anders, start=None)
    meteen.tot_het_einde(anders)
    assert gezegd.uitkomsten() == meteen.uitkomsten()


def test_after_the_outcomes_what_changed_is_told(praat: Praat) -> None:
    praat.tot_het_einde(OUDER)
    praat.zeg("oeps mijn huur is 712 niet 612")
    assert praat.laatste.berichten[0].tekst == "Ik begrijp het zo. Kale huur: 712 euro per maand."
    assert "Huurtoeslag: eerst" in praat.laatste.berichten[1].tekst


def test_a_value_that_cannot_be_right_is_asked_again(praat: Praat) -> None:
    tot(praat, "medebewoners")
    praat.zeg("mijn leeftijd klopt niet ik ben 430")
    assert praat.open == ("leeftijd", None)
    assert _feiten(praat)["leeftijd"] == 34


def test_what_was_said_already_is_said_so(praat: Praat) -> None:
    tot(praat, "medebewoners")
    praat.zeg("mijn huur is toch 612")
    assert "Dat had ik al staan" in praat.tekst
    assert praat.open == ("medebewoners", None)


def test_an_answer_that_was_not_asked_yet(praat: Praat) -> None:
    tot(praat, "medebewoners")
    praat.zeg("ik wil mijn spaargeld veranderen")
    assert "nog niet van u" in praat.tekst
    assert praat.open == ("medebewoners", None)


def test_a_question_in_between_is_not_lost_by_a_change_of_another_answer(praat: Praat) -> None:
    tot(praat, "inkomen_jaar")
    praat.zeg("1900 per maand")
    assert praat.vraag is not None
    ertussen = praat.vraag.tekst
    praat.zeg("oeps 34 moet 43 zijn")
    assert _feiten(praat)["leeftijd"] == 43
    assert praat.open == ("inkomen_jaar", None)
    assert praat.vraag.tekst == ertussen
    praat.zeg("ja")
    assert _feiten(praat)["inkomen_jaar"] is not None


def test_nor_by_the_button(praat: Praat) -> None:
    tot(praat, "inkomen_jaar")
    praat.zeg("1900 per maand")
    assert praat.vraag is not None
    ertussen = praat.vraag.tekst
    praat.klik("wijzig:leeftijd")
    praat.zeg("43")
    assert praat.open == ("inkomen_jaar", None)
    assert praat.vraag.tekst == ertussen


def test_a_question_in_between_falls_away_when_the_kind_of_income_changes(praat: Praat) -> None:
    tot(praat, "inkomen_jaar")
    praat.zeg("1900 per maand")
    praat.klik("wijzig:inkomen_soort")
    praat.zeg("ww")
    assert praat.vraag is not None
    assert "1.900" not in praat.vraag.tekst


def test_no_to_a_question_in_between_is_no_correction(praat: Praat) -> None:
    tot(praat, "inkomen_jaar")
    praat.zeg("1900 per maand")
    praat.zeg("nee dat klopt niet")
    assert _welke(praat) is None
    assert praat.open == ("inkomen_jaar", None)


def test_one_of_the_others_at_home_by_what_was_said(praat: Praat) -> None:
    huis = {**OUDER, "medebewoners": [{"relatie": "kind", "leeftijd": 20, "inkomen_jaar": "5000"}]}
    tot(praat, "vermogen", huis)
    praat.zeg("hij is 21 niet 20")
    assert _feiten(praat)["medebewoners"][0]["leeftijd"] == 21
    assert praat.open == ("vermogen", None)


def test_every_name_belongs_to_a_question(inhoud: Inhoud) -> None:
    assert set(namen_per_vraag()) <= set(inhoud.vragen())


@pytest.mark.parametrize(
    "zin", ["", "?", "niet " * 90, "1 moet " * 60, "klopt niet " * 40, "van 1 naar " * 40]
)
def test_reading_never_raises(zin: str) -> None:
    lees_correctie(zin[:500])
