"""Danger comes first: in every state of the talk, in every spelling, and never by mistake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from actions.gesprek import nood
from tests.gesprek.praat import Praat
from tests.gesprek.staten import tot

_MAP = Path(__file__).parent / "zinnen"
_GEVAAR = ("crisis", "crisis_ander", "geweld")


def _zinnen(naam: str) -> dict[str, list[str]]:
    data = yaml.safe_load((_MAP / f"{naam}.yml").read_text(encoding="utf-8"))
    return {soort: [str(zin) for zin in zinnen] for soort, zinnen in data.items()}


def _soort(zin: str) -> str:
    return nood.herken(zin) or nood.zorg(zin) or "niets"


@pytest.mark.parametrize(("soort", "zin"), [(s, z) for s, rij in _zinnen("nood").items() for z in rij])
def test_each_sentence_is_taken_for_what_it_is(soort: str, zin: str) -> None:
    assert _soort(zin) == soort


def test_sentences_never_tuned_on_are_mostly_seen_and_never_raise_a_false_alarm() -> None:
    apart = _zinnen("nood_apart")
    recall = {
        gevaar: sum(_soort(zin).startswith(gevaar) for zin in apart[gevaar]) / len(apart[gevaar])
        for gevaar in ("crisis", "geweld")
    }
    vals = [z for s, rij in apart.items() if s not in _GEVAAR for z in rij if nood.herken(z)]
    assert recall["crisis"] >= 0.9, recall
    assert recall["geweld"] >= 0.8, recall
    assert not vals


BLIND = _zinnen("nood_blind")


@pytest.mark.parametrize("zin", [z for s, rij in BLIND.items() if s.startswith("gevaar") for z in rij])
def test_danger_written_without_looking_is_found(zin: str) -> None:
    assert nood.herken(zin) is not None


@pytest.mark.parametrize("zin", [z for s, rij in BLIND.items() if s.startswith("geen") for z in rij])
def test_what_only_looks_like_danger_raises_no_alarm(zin: str) -> None:
    assert nood.herken(zin) is None


@pytest.mark.parametrize("zin", BLIND["nabestaande"])
def test_somebody_lost_to_suicide_is_no_crisis_and_no_bare_condolence(zin: str) -> None:
    assert _soort(zin) == "nabestaande"


def test_danger_goes_before_somebody_lost() -> None:
    assert nood.herken("mijn man heeft zelfmoord gepleegd en ik wil ook dood") == "crisis"


def test_danger_at_the_end_of_a_long_text_is_found() -> None:
    assert nood.herken("ik heb een huurhuis en twee kinderen. " * 60 + "ik wil niet meer leven") == "crisis"


def test_there_are_enough_sentences() -> None:
    alle = [_zinnen("nood"), _zinnen("nood_apart")]
    aantal = {soort: sum(len(set(d.get(soort, ()))) for d in alle) for soort in alle[0] | alle[1]}
    assert aantal["crisis"] + aantal["crisis_ander"] >= 80
    assert aantal["geweld"] >= 60
    assert sum(n for soort, n in aantal.items() if soort not in _GEVAAR) >= 80


def _begin(praat: Praat) -> None:
    pass


def _vraag(praat: Praat) -> None:
    praat.klik("start")


def _niet_begrepen(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("blabla dinges")
    praat.zeg("blabla dinges")


def _bevestiging(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("opnieuw")


def _tussendoor(praat: Praat) -> None:
    praat.klik("start:zorgtoeslag")
    praat.zeg("34")
    praat.zeg("nee")
    praat.zeg("450 per week")


def _wijzigen(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("wijzig")


def _einde(praat: Praat) -> None:
    praat.tot_het_einde(
        {"leeftijd": 34, "partner": False, "toetsingsinkomen_jaar": 20000, "vermogen": 0},
        start="start:zorgtoeslag",
    )


def _na_faq(praat: Praat) -> None:
    praat.klik("start")
    praat.klik("faq:huurtoeslag")


@pytest.mark.parametrize(
    "staat", [_begin, _vraag, _niet_begrepen, _bevestiging, _tussendoor, _wijzigen, _einde, _na_faq]
)
@pytest.mark.parametrize(
    ("zin", "nummer"),
    [
        ("ik wil dot", "0800 0113"),
        ("mijn zoon zegt dat hij dood wil", "0800 0113"),
        ("me man slaat me", "0800 2000"),
    ],
)
def test_danger_is_answered_in_every_state_and_nothing_is_lost(
    praat: Praat, staat: Callable[[Praat], None], zin: str, nummer: str
) -> None:
    staat(praat)
    open_, feiten = praat.open, [f.feit for f in praat.overzicht.feiten]
    praat.zeg(zin, intenties=(("stop", 0.95),))
    assert [nummer in b.tekst for b in praat.laatste.berichten] == [True]
    assert not praat.laatste.berichten[0].keuzes
    assert len({"0800 0113", "0800 2000"} - set(praat.tekst.split("[")[1].split("]"))) == 1
    praat.zeg("ok, dank u")
    assert open_ is None or praat.open == open_
    assert [f.feit for f in praat.overzicht.feiten] == feiten


def test_the_answer_after_the_number_is_read(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("ik wil niet meer leven")
    praat.zeg("34")
    assert praat.open == ("partner", None)


@pytest.mark.parametrize("zin", ["ja", "ok dank u wel", "nee"])
def test_yes_after_the_number_is_no_answer_to_the_question(praat: Praat, zin: str) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("ik wil niet meer leven")
    praat.zeg(zin)
    assert praat.open == ("partner", None)
    praat.zeg("nee")
    assert praat.open != ("partner", None)


def test_a_saying_gets_a_soft_question_and_no_number(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("ik ga dood van die formulieren", intenties=(("stop", 0.9),))
    eerste = praat.laatste.berichten[0].tekst
    assert "113" not in praat.tekst
    assert "Gaat het nog" in eerste
    assert praat.open == ("partner", None)
    praat.zeg("ik ga dood aan die brieven")
    assert praat.laatste.berichten[0].tekst != eerste
    assert "medewerker" in {k.id for k in praat.laatste.berichten[0].keuzes or ()}


def test_who_cannot_go_on_is_asked_softly_and_offered_113(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("ik kan echt niet meer")
    assert "113" in praat.laatste.berichten[0].tekst
    assert praat.open == ("leeftijd", None)


def test_a_death_in_the_family_gets_one_kind_sentence_and_the_question(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("mijn man is dood")
    assert "Gecondoleerd" in praat.laatste.berichten[0].tekst
    assert "113" not in praat.tekst
    assert praat.open == ("partner", None)
    praat.zeg("mijn man is overleden")
    assert "Gecondoleerd" not in praat.tekst


@pytest.mark.parametrize(
    ("zin", "woorden"),
    [
        ("mijn broer heeft zelfmoord gepleegd", "als u achterblijft"),
        ("mijn man is altijd boos op mij", "0800 2000"),
    ],
)
def test_what_is_soft_gets_kind_words_the_question_and_other_words_the_next_time(
    praat: Praat, zin: str, woorden: str
) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg(zin)
    eerste = praat.laatste.berichten[0].tekst
    assert woorden in eerste
    assert praat.open == ("partner", None)
    praat.zeg(zin)
    assert praat.laatste.berichten[0].tekst != eerste


def test_danger_inside_an_answer_goes_first(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("ik ben 34 en ik wil dood")
    assert [b.tekst.count("Bel 113") for b in praat.laatste.berichten] == [1]
    praat.zeg("34")
    assert praat.open == ("partner", None)


def test_an_answer_beside_the_saying_counts(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34, pff ik word gek van die vragen")
    assert praat.open == ("partner", None)


def test_danger_beside_a_saying_is_danger() -> None:
    assert nood.herken("ik lach me dood, nee echt, ik wil niet meer leven") == "crisis"


def test_after_the_number_nothing_is_called_not_understood(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("ik wil niet meer leven")
    praat.zeg("het gaat wel weer een beetje met mij")
    assert praat.laatste.berichten[0].tekst.startswith("Neem rustig de tijd")
    assert praat.open == ("leeftijd", None)


def test_danger_in_a_refused_message_is_answered(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("", weigering="bsn", gevaar="geweld")
    assert "0800 2000" in praat.tekst
    assert len(praat.laatste.berichten) == 1


@pytest.mark.parametrize(
    ("intent", "kans", "deel"),
    [
        ("faq_crisis", 0.8, "0800 0113"),
        ("faq_crisis", 0.2, "113"),
        ("faq_huiselijk_geweld", 0.7, "0800 2000"),
        ("faq_huiselijk_geweld", 0.2, "Veilig Thuis"),
    ],
)
def test_danger_in_words_only_the_model_knows(praat: Praat, intent: str, kans: float, deel: str) -> None:
    """A second net under the patterns, with a question open too; what is less sure is asked about softly."""
    praat.klik("start")
    praat.zeg("woorden die in geen patroon staan", intenties=((intent, kans), ("antwoord", 0.1)))
    assert deel in praat.laatste.berichten[0].tekst
    assert not {f.feit for f in praat.overzicht.feiten}
    if kans > 0.5:
        assert len(praat.laatste.berichten) == 1, "the number, and nothing else"


def test_a_saying_stays_a_saying_whatever_the_model_makes_of_it(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("ik ga dood van die formulieren", intenties=(("faq_crisis", 0.9),))
    assert "0113" not in praat.laatste.berichten[0].tekst


def test_a_little_likeness_to_danger_is_no_danger(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34", intenties=(("antwoord", 0.6), ("faq_crisis", 0.3)))
    assert praat.open == ("partner", None)


@pytest.mark.parametrize(
    ("vraag", "antwoord"),
    [
        ("kinderen.leeftijd", "13"),
        ("medebewoners", "niemand"),
        ("leeftijd", "ik ben 71"),
        ("partner", "nee"),
        ("kale_huur", "1300"),
    ],
)
def test_a_plain_answer_is_no_danger_whatever_a_model_hears(praat: Praat, vraag: str, antwoord: str) -> None:
    tot(praat, vraag)
    praat.zeg(antwoord, intenties=(("faq_crisis", 0.9), ("antwoord", 0.05)))
    assert "113" not in praat.tekst
    assert praat.open is None or praat.open[0] != vraag


@pytest.mark.parametrize(
    "zin", ["er verandert iets in mijn leven", "ik ga op mezelf wonen", "wat als ik ga verhuizen"]
)
def test_a_change_that_is_told_is_no_danger(praat: Praat, zin: str) -> None:
    praat.zeg(zin, intenties=(("faq_crisis", 0.9), ("antwoord", 0.05)))
    assert "113" not in praat.tekst


def test_what_is_no_answer_is_heard_by_the_second_net(praat: Praat) -> None:
    tot(praat, "leeftijd")
    praat.zeg("laat mij maar liggen voor altijd", intenties=(("faq_crisis", 0.5), ("antwoord", 0.05)))
    assert "113" in praat.tekst


@pytest.mark.parametrize(("vraag", "crisis"), [(None, True), ("leeftijd", True), ("kale_huur", False)])
def test_113_is_asked_for_unless_an_amount_was_asked(praat: Praat, vraag: str | None, crisis: bool) -> None:
    if vraag is not None:
        tot(praat, vraag)
    praat.zeg("113")
    assert ("113" in praat.tekst and "bel" in praat.tekst.lower()) == crisis
