"""What people ask and the chatbot does not understand: shown when it recurs, and given a place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from actions.zinnen import bewaren
from actions.zinnen.bewaren import Zin
from tests.web.redactie.kantoor import HIER, Kantoor, ingevuld
from tests.web.redactie.test_probeer import woorden
from web.redactie.buren import Buren
from web.redactie.schrijven import faqvorm
from web.redactie.verstaan.soorten import Soort, soorten

BLAD = "/redactie/zinnen"
DAG = date(2026, 11, 20)
MAAT = Buren(
    [
        ("a", "waar vraag ik huurtoeslag aan"),
        ("b", "hoe kom ik aan hulp"),
        ("c", "ik wil zorgtoeslag"),
        ("d", "wat kost een brief"),
    ]
    * 20
)
EIGEN = frozenset(
    ["waar", "vraag", "ik", "aan", "hoe", "kom", "een", "hulp", "wil", "aanvragen", "krijg", "kan"]
)
LAADPAAL = ("waar vraag ik een laadpaal aan", "hoe kan ik een laadpaal aanvragen", "ik wil een laadpaal")


def van(*zinnen: str, weg: bool = False) -> list[Zin]:
    return [Zin(f"{zin}-{nr}-{weg}", DAG, zin, weg) for nr, zin in enumerate(zinnen)]


def test_like_sentences_are_one_kind_and_others_are_not() -> None:
    [een] = soorten(van(*LAADPAAL, "waar vraag ik een parkeerkaart aan"), MAAT, EIGEN)
    assert set(een.zinnen) == set(LAADPAAL)
    assert een.gesprekken == 3


@pytest.mark.parametrize("aantal", [1, 2])
def test_what_does_not_recur_is_not_shown(aantal: int) -> None:
    assert soorten(van(*LAADPAAL[:aantal]), MAAT, EIGEN) == ()
    assert soorten(van(*[LAADPAAL[0]] * aantal), MAAT, EIGEN) == ()


def test_the_same_words_count_each_time_and_are_shown_once() -> None:
    [een] = soorten(van(*[LAADPAAL[0]] * 3, LAADPAAL[0] + "?"), MAAT, EIGEN)
    assert een.gesprekken == 4
    assert een.zinnen[0] == LAADPAAL[0]


def test_a_word_that_only_one_talk_had_is_not_shown() -> None:
    """It may be a name after all; its sentence counts."""
    [een] = soorten(van(*LAADPAAL[:2], "waar vraag ik een laadpaal zwanenburg aan"), MAAT, EIGEN)
    assert een.gesprekken == 3
    assert set(een.zinnen) == set(LAADPAAL[:2])


def test_what_was_put_away_does_not_come_back_at_once() -> None:
    weg = van(LAADPAAL[0], weg=True)
    assert soorten([*weg, *van(*LAADPAAL, *LAADPAAL)], MAAT, EIGEN) == ()
    [ander] = soorten([*weg, *van(*["hoe kom ik aan een rijbewijs"] * 3)], MAAT, EIGEN)
    assert isinstance(ander, Soort)


# --- the page ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def die_het_wil(maak_redactie: Any) -> Kantoor:
    """On before the gateway starts: it begins with erasing the sentences of every gemeente that does not want them."""
    gemaakt: Kantoor = maak_redactie(erbij={f"gemeenten/{HIER}.yml": "\nzinnen_bewaren: true\n"})
    return gemaakt


def leg_neer(kantoor: Kantoor, *zinnen: str, gemeente: str = HIER, dag: date = DAG) -> None:
    with kantoor.huis.bronnen.opslag.schrijf() as verbinding:
        for zin in zinnen:
            bewaren.bewaar(verbinding, gemeente, dag, zin)


def test_where_it_is_off_the_page_says_so_and_shows_nothing(kantoor: Kantoor) -> None:
    leg_neer(kantoor, *LAADPAAL)
    tekst = woorden(kantoor.schrijver.kijk(BLAD).text)
    assert "Dit staat uit in uw gemeente" in tekst
    assert "laadpaal" not in tekst
    assert kantoor.schrijver.doe(f"{BLAD}/weg", soort="x").status_code == 409


def test_assign_to_a_topic_puts_them_in_a_draft(die_het_wil: Kantoor) -> None:
    noor = die_het_wil.schrijver
    assert "Er zijn nu geen vragen die vaker terugkomen" in woorden(noor.kijk(BLAD).text)
    leg_neer(die_het_wil, *LAADPAAL)
    leg_neer(die_het_wil, "hoe kom ik aan een nieuw rijbewijs", "nieuw rijbewijs aanvragen")
    leg_neer(die_het_wil, *["waar is de kringloop"] * 3, gemeente="heerlen")
    blad = noor.kijk(BLAD)
    tekst = woorden(blad.text)
    assert "In 3 gesprekken:" in tekst
    assert all(zin in tekst for zin in LAADPAAL)
    assert "rijbewijs" not in tekst
    assert "kringloop" not in tekst
    klaar = noor.druk(BLAD, f"{BLAD}/onderwerp", onderwerp="energiekosten", zin=list(LAADPAAL[:2]))
    [concept] = die_het_wil.concepten.open_("faq/energiekosten.md")
    assert klaar.headers["location"] == f"{BLAD}?gedaan=erbij&concept={concept.id}"
    assert faqvorm.lees(concept.tekst or "").voorbeelden[-2:] == tuple(sorted(LAADPAAL[:2]))
    na = woorden(noor.kijk(klaar.headers["location"]).text)
    assert "De zinnen staan in uw concept" in na
    assert "laadpaal" not in na
    # More of the same kind do not bring it back at once.
    leg_neer(die_het_wil, *LAADPAAL)
    assert "laadpaal" not in woorden(noor.kijk(BLAD).text)


def test_a_new_topic_or_away(die_het_wil: Kantoor) -> None:
    noor = die_het_wil.schrijver
    leg_neer(die_het_wil, *LAADPAAL)
    assert "Dit onderwerp is er al" in woorden(noor.druk(BLAD, f"{BLAD}/nieuw", titel="Huurtoeslag").text)
    zelfde = noor.druk(BLAD, f"{BLAD}/nieuw", titel="Kan ik huurtoeslag krijgen?")
    assert "Dit onderwerp is er al" in woorden(zelfde.text)
    assert "Typ de vraag" in woorden(noor.druk(BLAD, f"{BLAD}/nieuw", titel="?!").text)
    klaar = noor.druk(BLAD, f"{BLAD}/nieuw", titel="Hoe vraag ik een laadpaal aan?")
    assert klaar.status_code == 303
    [concept] = die_het_wil.concepten.open_("faq/hoe-vraag-ik-een-laadpaal-aan.md")
    vorm = faqvorm.lees(concept.tekst or "")
    assert vorm.titel == "Hoe vraag ik een laadpaal aan?"
    assert set(vorm.voorbeelden) == set(LAADPAAL)
    assert concept.reden == "Zinnen erbij die de chatbot niet begreep"
    leg_neer(die_het_wil, *["hoe kom ik aan een nieuw rijbewijs"] * 3)
    klaar = noor.druk(BLAD, f"{BLAD}/weg")
    assert klaar.headers["location"] == f"{BLAD}?gedaan=weg"
    assert "Er zijn nu geen vragen" in woorden(noor.kijk(BLAD).text)
    # Who pressed it on another screen reads that somebody was first.
    assert "Misschien was een collega u voor" in woorden(noor.doe(f"{BLAD}/weg", soort="weg").text)


def test_a_new_topic_has_only_what_was_ticked(die_het_wil: Kantoor) -> None:
    leg_neer(die_het_wil, *LAADPAAL)
    keus = list(LAADPAAL[1:])
    die_het_wil.schrijver.druk(BLAD, f"{BLAD}/nieuw", titel="Hoe vraag ik een laadpaal aan?", zin=keus)
    [concept] = die_het_wil.concepten.open_("faq/hoe-vraag-ik-een-laadpaal-aan.md")
    assert set(faqvorm.lees(concept.tekst or "").voorbeelden) == set(keus)


def test_what_was_chosen_is_still_chosen_after_a_refusal(die_het_wil: Kantoor) -> None:
    noor = die_het_wil.schrijver
    leg_neer(die_het_wil, *LAADPAAL)
    leg_neer(die_het_wil, *["hoe kom ik aan een nieuw rijbewijs"] * 3)
    soort = next(
        vorm["soort"] for vorm in vormen(noor.kijk(BLAD).text) if LAADPAAL[0] in vorm["zin"]
    )  # fmt: skip
    keus = {"soort": soort, "zin": list(LAADPAAL[:2]), "onderwerp": "energiekosten", "titel": "Huurtoeslag"}
    na = noor.druk(BLAD, f"{BLAD}/nieuw", **keus)
    assert na.status_code == 422
    hier, ander = sorted(vormen(na.text), key=lambda vorm: vorm["soort"] != soort)
    # The topic that is there already is chosen: one click and they go there.
    assert {naam: hier[naam] for naam in keus} == {
        **keus,
        "zin": sorted(LAADPAAL[:2]),
        "onderwerp": "huurtoeslag",
    }
    niets = noor.druk(BLAD, f"{BLAD}/onderwerp", **{**keus, "zin": []})
    assert "Kruis minstens" in niets.text
    hier = next(vorm for vorm in vormen(niets.text) if vorm["soort"] == soort)
    assert (hier["onderwerp"], hier["titel"], "zin" in hier) == ("energiekosten", "Huurtoeslag", False)
    assert ander["zin"] == "hoe kom ik aan een nieuw rijbewijs"
    assert ander["titel"] == ""


def vormen(blad: str) -> list[dict[str, Any]]:
    """The form of every kind, as it is filled in."""
    deel = blad.split('<form id="soort-')[1:]
    return [ingevuld(f"<form {een}", f"{BLAD}/onderwerp") for een in deel]


def test_what_cannot_be_done_with_them_loses_nothing(die_het_wil: Kantoor) -> None:
    noor = die_het_wil.schrijver
    leg_neer(die_het_wil, *LAADPAAL)
    niets = noor.druk(BLAD, f"{BLAD}/onderwerp", zin=[])
    assert "Kruis minstens één zin aan" in woorden(niets.text)
    vreemd = noor.druk(BLAD, f"{BLAD}/onderwerp", onderwerp="verzonnen")
    assert "Kies een onderwerp" in woorden(vreemd.text)
    # A sentence that stands not on the page is not taken from the form.
    eigen = noor.druk(BLAD, f"{BLAD}/onderwerp", zin=["iets heel anders"])
    assert eigen.status_code == 422
    assert "laadpaal" in noor.kijk(BLAD).text
    elders = die_het_wil.elders.doe(f"{BLAD}/weg", soort="wat dan ook")
    assert elders.status_code == 409
    assert "laadpaal" in noor.kijk(BLAD).text


def test_gone_after_28_days_also_before_they_are_erased(die_het_wil: Kantoor) -> None:
    leg_neer(die_het_wil, *LAADPAAL, dag=DAG - timedelta(days=27))
    assert "laadpaal" in die_het_wil.schrijver.kijk(BLAD).text
    leg_neer(die_het_wil, *["hoe kom ik aan een nieuw rijbewijs"] * 3, dag=DAG - timedelta(days=28))
    assert "rijbewijs" not in die_het_wil.schrijver.kijk(BLAD).text
    bronnen = die_het_wil.huis.bronnen
    bewaren.ruim_op(bronnen)
    with bronnen.opslag.lees_naast() as verbinding:
        over = bewaren.lees(verbinding, HIER, DAG - bewaren.BEWAREN)
    assert {een.zin for een in over} == set(LAADPAAL)


def test_only_for_who_may_write(kantoor: Kantoor) -> None:
    assert kantoor.wie("bel", "balie").kijk(BLAD).status_code == 403
