"""Several facts in one sentence: each counts as the answer to its own question, is said back, and is not asked again."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest

from actions.contract import Bericht
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.lees_feit import lees_feit
from tests.gesprek.praat import Praat
from tests.gesprek.staten import HUISHOUDEN, tot
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER

VERTELD = (
    "ik ben 34, woon alleen met een zoon van 8, huur een flat voor 650 per maand, "
    "werk 32 uur en verdien 30000 bruto per jaar"
)
"""What ALLEENSTAANDE_OUDER tells."""


def _samenvatting(praat: Praat) -> Bericht:
    return next(b for b in praat.laatste.berichten if b.tekst.startswith("Ik begrijp:"))


def _knoppen(bericht: Bericht) -> list[str]:
    return [keuze.id for keuze in bericht.keuzes or ()]


def test_a_first_sentence_fills_six_facts_and_gives_the_same_outcome(bronnen: Bronnen) -> None:
    verteld, los = Praat(bronnen), Praat(bronnen)
    verteld.zeg(VERTELD)
    feiten = ["leeftijd", "partner", "inkomen_soort", "inkomen_jaar", "kinderen", "woonsituatie", "kale_huur"]
    assert _knoppen(_samenvatting(verteld)) == [f"wijzig:{feit}" for feit in feiten]
    gevraagd = []
    while verteld.open is not None:
        gevraagd.append(verteld.open[0])
        verteld.antwoord(ALLEENSTAANDE_OUDER)
    assert not set(gevraagd) & set(feiten)
    los.tot_het_einde(ALLEENSTAANDE_OUDER)
    assert verteld.uitkomsten() == los.uitkomsten()
    assert verteld.laatste.tussenstand == los.laatste.tussenstand


def test_it_says_what_it_understood_and_each_can_be_changed(praat: Praat) -> None:
    praat.zeg("ik ben 34 en woon alleen met twee kinderen van 4 en 7")
    assert _samenvatting(praat).tekst == (
        "Ik begrijp: u bent 34 jaar. U heeft geen partner. U heeft 2 kinderen: 4 en 7 jaar. "
        "Klopt dit niet? Kies dan wat u wilt veranderen."
    )
    praat.klik("wijzig:leeftijd")
    assert praat.open == ("leeftijd", None)
    praat.zeg("35")
    assert {f.feit: f.waarde for f in praat.overzicht.feiten}["leeftijd"] == 35


def test_back_takes_what_was_told_one_by_one(praat: Praat) -> None:
    praat.zeg("ik ben 34 en woon alleen met twee kinderen van 4 en 7")
    teruggegaan = []
    for _ in range(4):
        praat.zeg("terug")
        teruggegaan.append(praat.open)
    assert [open_[0] for open_ in teruggegaan if open_] == [
        "kinderen.leeftijd",
        "kinderen",
        "partner",
        "leeftijd",
    ]


def test_an_answer_with_more_in_it(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("nee, en ik woon in een huurhuis met twee kinderen van 4 en 7")
    assert _knoppen(_samenvatting(praat)) == ["wijzig:kinderen", "wijzig:woonsituatie"]
    feiten = {f.feit: f.waarde for f in praat.overzicht.feiten}
    assert (feiten["partner"], feiten["kinderen"], feiten["woonsituatie"]) == (
        False,
        [4, 7],
        "huur_zelfstandig",
    )


def test_the_answer_and_what_hangs_on_it(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("ja, mijn man is 40")
    feiten = {f.feit: f.waarde for f in praat.overzicht.feiten}
    assert feiten["partner"] is True
    assert feiten["leeftijd_partner"] == 40


def test_something_else_than_the_answer_is_kept_and_the_question_asked_again(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("ik woon in een huurhuis")
    assert praat.open == ("leeftijd", None)
    assert _knoppen(_samenvatting(praat)) == ["wijzig:woonsituatie"]


def test_where_an_amount_is_asked_what_was_taken_in_is_no_misunderstanding(praat: Praat) -> None:
    tot(praat, "inkomen_jaar")
    praat.zeg("huurhuis")
    assert _knoppen(_samenvatting(praat)) == ["wijzig:woonsituatie"]
    assert [b.soort for b in praat.laatste.berichten] == ["tekst", "vraag"], praat.tekst
    assert praat.open == ("inkomen_jaar", None)


@pytest.mark.parametrize("ertussen", [False, True])
@pytest.mark.parametrize("zin", ["wacht de huur is 702", "mijn huur is trouwens 702 euro", "huur 702"])
def test_an_amount_that_is_told_plainly_is_taken_whatever_its_topic(
    praat: Praat, zin: str, ertussen: bool
) -> None:
    tot(praat, "inkomen_jaar", HUISHOUDEN)
    if ertussen:
        praat.zeg("1900 per maand")
    praat.zeg(zin, intenties=(("faq_huurtoeslag", 0.95),))
    assert {f.feit: f.waarde for f in praat.overzicht.feiten}["kale_huur"] == "702.00", praat.tekst
    assert praat.open == ("inkomen_jaar", None)
    assert not any(b.faq for b in praat.laatste.berichten)


@pytest.mark.parametrize("zin", ["is een huur van 702 te hoog?", "krijg ik iets bij een huur van 702"])
def test_an_amount_in_a_question_is_asked_about(praat: Praat, zin: str) -> None:
    tot(praat, "inkomen_jaar")
    praat.zeg(zin, intenties=(("faq_huurtoeslag", 0.95),))
    assert "kale_huur" not in {f.feit for f in praat.overzicht.feiten}


def test_what_was_answered_before_stays_and_can_be_changed(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("nee, en ik ben 35 jaar")
    assert {f.feit: f.waarde for f in praat.overzicht.feiten}["leeftijd"] == 34
    verschil = praat.laatste.berichten[0]
    assert verschil.tekst.startswith("U zei eerst iets anders.")
    assert _knoppen(verschil) == ["wijzig:leeftijd"]


def test_the_same_said_twice_is_not_said_back(praat: Praat) -> None:
    praat.klik("start")
    praat.zeg("34")
    praat.zeg("nee, ik ben 34 jaar")
    assert "Ik begrijp" not in praat.tekst
    assert "eerst iets anders" not in praat.tekst


@pytest.mark.parametrize(
    "zin",
    [
        "wat als ik 67 word en alleen woon",
        "krijg ik meer als ik twee kinderen van 4 en 7 heb",
        "mijn zus is 34 en woont alleen met twee kinderen van 4 en 7",
    ],
)
def test_what_is_asked_supposed_or_of_someone_else_is_never_kept(praat: Praat, zin: str) -> None:
    praat.zeg(zin)
    assert not praat.overzicht.feiten
    praat.klik("start")
    praat.zeg(zin)
    assert not praat.overzicht.feiten
    assert praat.open == ("leeftijd", None)


def test_words_about_the_partner_are_not_the_residents_own(praat: Praat) -> None:
    praat.klik("start")
    for zin in ("34", "ja", "loon", "24000 per jaar"):
        praat.zeg(zin)
    while praat.open is not None and "partner" not in praat.open[0]:
        praat.zeg("0")
    praat.zeg("zit in de bijstand")
    assert "eerst iets anders" not in praat.tekst


def test_a_net_month_told_first_is_asked_about_as_ever(praat: Praat) -> None:
    praat.zeg("ik ben 40 en verdien 1800 netto per maand")
    assert praat.open == ("netto_inkomen_maand", None)
    assert "Was dat heel 2026 zo?" in praat.tekst


def test_reading_one_answer_names_what_else_is_told(bronnen: Bronnen) -> None:
    zin = "ik ben 34 en woon alleen met twee kinderen van 4 en 7"
    assert lees_feit(bronnen, "leeftijd", zin) == {
        "waarde": 34,
        "ook": {"partner": False, "kinderen": [4, 7]},
    }
    assert lees_feit(bronnen, "kinderen", zin) == {"waarde": 2, "ook": {"leeftijd": 34, "partner": False}}
    ook = lees_feit(bronnen, "vermogen", zin)
    assert ook["waarde"] is None
    assert ook["ook"] == {"leeftijd": 34, "partner": False, "kinderen": [4, 7]}
    assert lees_feit(bronnen, "leeftijd", "34") == {"waarde": 34, "ook": {}}


def _huishouden(toeval: random.Random) -> dict[str, Any]:
    partner = toeval.random() < 0.4
    huis = {
        "leeftijd": toeval.randint(18, 90),
        "partner": partner,
        "kinderen": [toeval.randint(0, 17) for _ in range(toeval.choice((0, 1, 2, 3)))],
        "inkomen_soort": toeval.choice(("loon", "bijstand", "ww", "aow")),
        "inkomen_jaar": str(toeval.randrange(6000, 60000, 500)),
        "woonsituatie": toeval.choice(("huur_zelfstandig", "koop", "huur_kamer")),
        "kale_huur": str(toeval.randint(250, 1100)),
        "medebewoners": [],
        "opvang": [],
        "vermogen": str(toeval.randrange(0, 60000, 1000)),
    }
    eigen = {"leeftijd_partner": toeval.randint(18, 90), "inkomen_partner_jaar": "12000"} if partner else {}
    return {**huis, **eigen}


def _vertel(huis: Mapping[str, Any], toeval: random.Random) -> str:
    """Some of a household's facts in words, in any order."""
    kinderen = [str(jaar) for jaar in huis["kinderen"]]
    lijst = " en ".join([", ".join(kinderen[:-1]), kinderen[-1]] if len(kinderen) > 1 else kinderen)
    alleen = (
        "ik woon alleen" if not kinderen else f"ik woon alleen met mijn {len(kinderen)} kinderen van {lijst}"
    )
    zinnen = [
        f"ik ben {huis['leeftijd']}",
        f"ik ben getrouwd, mijn vrouw is {huis['leeftijd_partner']}" if huis["partner"] else alleen,
        {
            "loon": "ik werk",
            "bijstand": "ik zit in de bijstand",
            "ww": "ik heb een WW-uitkering",
            "aow": "ik heb AOW",
        }[huis["inkomen_soort"]],
        {
            "huur_zelfstandig": "ik huur een flat",
            "koop": "ik heb een koophuis",
            "huur_kamer": "ik huur een kamer",
        }[huis["woonsituatie"]],
    ]
    if huis["inkomen_soort"] != "bijstand":  # of which no amount is asked
        zinnen.append(f"mijn inkomen is {huis['inkomen_jaar']} bruto per jaar")
    if huis["partner"] and len(kinderen) > 1:
        zinnen.append(f"wij hebben {len(kinderen)} kinderen van {lijst}")
    if not kinderen:
        zinnen.append("ik heb geen kinderen")
    if huis["woonsituatie"] == "huur_zelfstandig":
        zinnen.append(f"de huur is {huis['kale_huur']} euro per maand")
    gekozen = toeval.sample(zinnen, k=toeval.randint(2, 5))
    return toeval.choice((". ", ", ", " en ")).join(gekozen)


@pytest.mark.parametrize("zaad", range(10))
def test_told_in_one_sentence_or_asked_one_by_one_is_the_same(bronnen: Bronnen, zaad: int) -> None:
    toeval = random.Random(zaad)
    huis = _huishouden(toeval)
    zin = _vertel(huis, toeval)
    verteld, los = Praat(bronnen), Praat(bronnen)
    verteld.zeg(zin)
    assert len(_knoppen(_samenvatting(verteld))) >= 2, zin
    verteld.tot_het_einde(huis, start=None, verder=True)
    los.tot_het_einde(huis, verder=True)
    ene, andere = verteld.uitkomsten(), los.uitkomsten()
    assert {r: (u.recht, u.bedrag_per_maand) for r, u in ene.items()} == {
        r: (u.recht, u.bedrag_per_maand) for r, u in andere.items()
    }, zin
