"""Why something is asked, and why an outcome is as it is: from the rules, with the way to change what decided."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.uitleg import gevraagd
from content.herkennen import patronen
from content.opmaak import euro
from content.parameters import Parameters
from tests.gesprek.conftest import VANDAAG
from tests.gesprek.praat import Praat
from tests.gesprek.test_opdrachten import SAMEN, STATEN
from tests.gesprek.test_veranderen import OUDER, PAAR, tot

DUUR: dict[str, Any] = {**OUDER, "inkomen_jaar": "52000", "kale_huur": "990"}


def _zinnen() -> list[tuple[str, str]]:
    pad = Path(__file__).parent / "zinnen" / "waarom.yml"
    data = yaml.safe_load(pad.read_text(encoding="utf-8"))
    zinnen = {**patronen("waarom").voorbeelden, "niets": data["niets"]}
    return [(soort, str(zin)) for soort, rij in zinnen.items() for zin in rij]


def _knoppen(praat: Praat, bericht: int = 0) -> list[str]:
    return [keuze.id for keuze in praat.laatste.berichten[bericht].keuzes or ()]


@pytest.mark.parametrize(("soort", "zin"), _zinnen())
def test_what_somebody_wants_explained(soort: str, zin: str) -> None:
    assert (gevraagd(zin) or "niets") == soort


# --- why is this asked? -------------------------------------------------------------------------------------------------


def test_the_reason_and_the_schemes_that_wait_for_it(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("waarom vraagt u dat?")
    reden = praat.laatste.berichten[0].tekst
    assert re.search(
        r"Ik heb dit nodig voor: zorgtoeslag, huurtoeslag, \w+ en nog \d andere regelingen\.$", reden
    )
    assert praat.open == ("leeftijd", None)


def test_only_the_schemes_that_still_wait_are_named(praat: Praat) -> None:
    tot(praat, "kale_huur")
    praat.zeg("waarom wilt u dat weten")
    assert praat.laatste.berichten[0].tekst.endswith("Ik heb dit nodig voor: huurtoeslag.")


@pytest.mark.parametrize(
    "staat", [staat for staat in STATEN if staat not in ("no check yet", "after outcomes", "are you sure")]
)
def test_every_question_says_what_it_is_for(bronnen: Bronnen, staat: str) -> None:
    gemeente, breng = STATEN[staat]
    praat = breng(Praat(bronnen, gemeente))
    praat.zeg("waarom vraagt u dat?")
    assert "Ik heb dit nodig voor: " in praat.laatste.berichten[0].tekst, praat.tekst


def test_another_question_that_is_named(praat: Praat) -> None:
    tot(praat, "kale_huur")
    praat.zeg("waarom wil je mijn inkomen weten")
    assert praat.laatste.berichten[0].tekst.startswith("Uw inkomen bepaalt")
    assert praat.open == ("kale_huur", None)


# --- why is this the outcome? -------------------------------------------------------------------------------------------


def test_a_no_names_the_answer_and_the_limit_and_can_be_changed(praat: Praat, parameters: Parameters) -> None:
    praat.tot_het_einde({**OUDER, "vermogen": "160000"})
    praat.zeg("waarom krijg ik geen zorgtoeslag")
    tekst = praat.laatste.berichten[0].tekst
    grens = parameters.waarde("zorgtoeslag", "vermogensgrens_alleen", VANDAAG)
    assert grens is not None
    assert f"De grens is {euro(grens.waarde)}" in tekst
    assert "spaargeld en bezit: 160.000 euro" in tekst
    assert _knoppen(praat) == ["wijzig:vermogen"]
    praat.klik("wijzig:vermogen")
    praat.zeg("1000")
    assert praat.uitkomsten()["zorgtoeslag"].recht == "waarschijnlijk_wel"


def test_too_high_an_income_says_from_where_on_it_is_a_yes(praat: Praat) -> None:
    praat.tot_het_einde(DUUR)
    praat.zeg("waarom geen zorgtoeslag")
    tekst = praat.laatste.berichten[0].tekst
    assert "uw inkomen per jaar: 52.000 euro" in tekst
    keerpunt = tekst.split("inkomen van ongeveer ")[1].split(" euro")[0].replace(".", "")
    for erbij, recht in ((0, "waarschijnlijk_wel"), (100, "waarschijnlijk_niet")):
        praat.zeg(f"mijn inkomen is toch {int(keerpunt) + erbij} per jaar")
        assert praat.uitkomsten()["zorgtoeslag"].recht == recht


def test_an_amount_gives_the_lines_of_the_sum_and_what_changes_it(praat: Praat) -> None:
    praat.tot_het_einde(OUDER)
    praat.zeg("hoezo krijg ik maar 40 euro zorgtoeslag")
    tekst = praat.laatste.berichten[0].tekst
    bedrag = praat.uitkomsten()["zorgtoeslag"].bedrag_per_maand
    assert bedrag is not None
    assert f"u krijgt waarschijnlijk {euro(bedrag)} per maand" in tekst
    assert tekst.count("\n- ") >= 2
    assert "wijzig:inkomen_jaar" in _knoppen(praat)


def test_without_a_name_the_schemes_that_are_a_no_are_buttons(praat: Praat) -> None:
    praat.tot_het_einde(DUUR)
    praat.zeg("waarom krijg ik dit niet?")
    eerste = praat.laatste.berichten[0]
    assert len(eerste.keuzes or ()) > 1
    praat.klik_op("Zorgtoeslag")
    assert praat.laatste.berichten[0].tekst.startswith("Zorgtoeslag: dat krijgt u waarschijnlijk niet.")


def test_with_one_no_that_is_meant(praat: Praat) -> None:
    praat.tot_het_einde({**OUDER, "inkomen_jaar": "60000"}, start="start:zorgtoeslag")
    praat.zeg("waarom krijg ik dit niet")
    assert praat.laatste.berichten[0].tekst.startswith("Zorgtoeslag: dat krijgt u waarschijnlijk niet.")


def test_in_the_middle_a_scheme_that_is_settled_is_explained_and_the_question_comes_back(
    praat: Praat,
) -> None:
    tot(praat, "kinderen", {**OUDER, "inkomen_jaar": "60000"})
    praat.zeg("waarom geen zorgtoeslag")
    assert praat.laatste.berichten[0].tekst.startswith("Zorgtoeslag: dat krijgt u waarschijnlijk niet.")
    assert praat.open == ("kinderen", None)


def test_in_the_middle_what_is_not_settled_is_said_so(praat: Praat) -> None:
    tot(praat, "kale_huur")
    praat.zeg("waarom geen huurtoeslag")
    assert "dat weet ik nog niet zeker" in praat.laatste.berichten[0].tekst
    assert praat.open == ("kale_huur", None)


def test_what_nobody_can_change_is_said_kindly_with_what_else_helps(praat: Praat) -> None:
    praat.tot_het_einde(OUDER)
    praat.zeg("waarom krijg ik geen aio")
    tekst = praat.laatste.berichten[0].tekst
    assert "Het ligt niet aan u." in tekst
    assert "Dit krijgt u waarschijnlijk wel: " in tekst
    assert "contact:aio" in _knoppen(praat)


def test_a_scheme_that_was_not_checked_can_be_worked_out(praat: Praat) -> None:
    praat.tot_het_einde(OUDER, start="start:zorgtoeslag")
    praat.zeg("waarom krijg ik geen huurtoeslag")
    assert _knoppen(praat) == ["start:huurtoeslag"]


def test_before_a_check_a_topic_answers_and_otherwise_the_scheme_is_offered(praat: Praat) -> None:
    praat.zeg("waarom krijg ik geen huurtoeslag", intenties=(("faq_huurtoeslag", 0.9),))
    assert praat.laatste.berichten[0].faq == "huurtoeslag"
    praat.zeg("waarom krijg ik geen huurtoeslag")
    assert _knoppen(praat) == ["start:huurtoeslag"]


@pytest.mark.parametrize("zin", ["waarom geen {}", "hoe kom je aan het bedrag van {}"])
def test_every_scheme_can_be_explained_in_any_outcome(bronnen: Bronnen, zin: str) -> None:
    for gezin in (DUUR, PAAR, {**SAMEN, "inkomen_jaar": "9000", "leeftijd": 68, "inkomen_soort": "aow"}):
        praat = Praat(bronnen, "voorbeeldstad")
        praat.tot_het_einde({**SAMEN, **gezin}, verder=True)
        for regeling, u in praat.uitkomsten().items():
            if ":" in regeling:
                continue
            praat.zeg(zin.format(u.titel.lower()))
            tekst = praat.laatste.berichten[0].tekst
            assert tekst.startswith(u.titel) or "Over welke" in tekst, (regeling, tekst)
            assert "{{" not in tekst


def test_a_why_in_a_story_of_ones_own_is_no_question_about_our_questions(praat: Praat) -> None:
    zin = "Ik moest naar het ziekenhuis. Waarom moet ik dit betalen? Ik dacht dat ik daar juist voor verzekerd was."
    praat.zeg(zin, intenties=(("faq_eigen_risico", 0.9), ("buiten_bereik", 0.05)))
    assert praat.laatste.berichten[0].faq == "eigen-risico"
