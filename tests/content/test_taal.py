"""The language check finds each kind of fault, and leaves a good text alone."""

from __future__ import annotations

import pytest

from content.taal import Ernst, Regel, Soort, bekijk
from content.taal.lijsten import lijsten
from content.taal.ontleden import zinnen
from content.taal.sjablonen import versies
from content.taal.woordkeus import bekendheid, lettergrepen

MOEILIJK = (
    "Indien u in aanmerking wenst te komen voor een tegemoetkoming in de kosten, dient u voor de peildatum de "
    "benodigde bescheiden te verstrekken, conform hetgeen op grond van de beschikking met betrekking tot uw "
    "draagkracht is bepaald."
)
MAKKELIJK = (
    "Wilt u geld voor een deel van de kosten? Stuur ons dan op tijd uw papieren. In onze brief staat welke papieren "
    "dat zijn. Wij kijken hoeveel u zelf kunt betalen. U krijgt daarna een brief met ons besluit."
)
B1 = """\
U hebt misschien recht op geld voor uw huur. Dat heet huurtoeslag.

U kunt huurtoeslag krijgen als:

- u 18 jaar of ouder bent;
- u een eigen huis huurt;
- u niet te veel verdient.

Heeft uw huis een eigen keuken en een eigen wc? Dan telt het als eigen huis. Woont u met anderen in één huis? Dan krijgt u
meestal geen geld. U vraagt het geld aan bij Dienst Toeslagen. Dat kan op hun [website](https://www.toeslagen.nl/). Daarna
krijgt u elke maand geld op uw rekening.
"""
LANG = (
    "Dit is een zin die maar door blijft gaan omdat niemand hem in twee kleine stukken heeft geknipt voor u."
)


def regels(tekst: str, soort: Soort = "bubbel", bij: str = "") -> set[tuple[Regel, Ernst]]:
    return {(b.regel, b.ernst) for b in bekijk(tekst, soort, bij=bij)}


def test_the_hard_and_the_easy_version_of_one_text() -> None:
    moeilijk = bekijk(MOEILIJK, "antwoord")
    assert sum(b.regel == "jargon" and b.ernst == "fout" for b in moeilijk) >= 8
    assert ("lange_zin", "fout") in {(b.regel, b.ernst) for b in moeilijk}
    assert ("gemiddelde_zin", "fout") in {(b.regel, b.ernst) for b in moeilijk}
    assert bekijk(MAKKELIJK, "antwoord") == []


def test_a_good_answer_passes_with_its_formulas() -> None:
    assert sum(len(z.woorden) for z in zinnen(B1)) >= 60
    assert bekijk(B1, "antwoord") == []


@pytest.mark.parametrize(
    ("tekst", "soort", "verwacht"),
    [
        ("U krijgt zorgtoeslag " + "en dan nog wat " * 3 + ".", "bubbel", None),
        ("Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien.",
         "bubbel", ("lange_zin", "waarschuwing")),
        (LANG + " En nog een paar woorden erbij." , "bubbel", ("lange_zin", "waarschuwing")),
        (LANG.replace(" voor u.", " voor u en ook niet voor mij."), "bubbel", ("lange_zin", "fout")),
        (f"{LANG} {LANG}", "antwoord", ("gemiddelde_zin", "fout")),
        ("Uw aanvraag wordt bekeken.", "bubbel", ("lijdend", "waarschuwing")),
        ("Uw aanvraag wordt bekeken. Daarna worden de gegevens bewaard.", "bubbel", ("lijdend", "fout")),
        ("Uw vermogen is te hoog.", "bubbel", ("jargon", "fout")),
        ("Indien u werkt, krijgt u minder.", "bubbel", ("jargon", "fout")),
        ("Dit geldt m.b.t. uw huur.", "bubbel", ("jargon", "fout")),
        ("Vul de deadline in.", "bubbel", ("engels", "fout")),
        ("Je krijgt waarschijnlijk geld.", "bubbel", ("aanspreekvorm", "fout")),
        ("Wat is jouw huur?", "label", ("aanspreekvorm", "fout")),
        ("U krijgt 129 euro per maand.", "bubbel", ("getypt_bedrag", "fout")),
        ("U krijgt € 1.234,56 per jaar.", "label", ("getypt_bedrag", "fout")),
        ("U krijgt 12,- per dag.", "antwoord", ("getypt_bedrag", "fout")),
        ("Bijvoorbeeld: 650 euro.", "voorbeeld", None),
        ("U krijgt {{ bedrag('zorgtoeslag.x') | euro }} per maand.", "bubbel", None),
        ("Let op het vitium van uw woning.", "bubbel", ("zeldzaam_woord", "waarschuwing")),
        ("U woont in Schimmert.", "bubbel", None),
        ("Uw huurhuis is van de woningbouw.", "bubbel", None),
        ("U wordt 18 jaar. U moet betalen als u ouder wordt.", "bubbel", None),
        ("Kijk op de website. " * 45, "antwoord", ("te_lang", "fout")),
    ],
)  # fmt: skip
def test_each_rule(tekst: str, soort: Soort, verwacht: tuple[Regel, Ernst] | None) -> None:
    gevonden = regels(tekst, soort)
    if verwacht is None:
        assert gevonden == set()
    else:
        assert verwacht in gevonden


def test_hard_words_in_short_sentences_are_found_by_the_formulas() -> None:
    ambtelijk = (
        "De gemeentelijke beleidsregels vereisen zorgvuldige documentatie. Financiële verantwoordelijkheden "
        "verschillen per uitvoeringsorganisatie. Bestuursrechtelijke consequenties vereisen nauwkeurige "
        "inkomensvaststelling. Restitutie geschiedt conditioneel, behoudens mutaties en cumulatieve anticumulatie. "
    ) * 3
    gevonden = regels(ambtelijk)
    assert {("leesbaarheid", "fout"), ("woordkeus", "fout"), ("zeldzame_woorden", "fout")} <= gevonden


@pytest.mark.parametrize(
    "tekst",
    [
        "Vermogen is geld en bezit.",
        "Tel al uw spaargeld en ander bezit op (vermogen).",
        "Hoeveel vermogen (spaargeld en bezit) hebt u?",
        "Al uw geld op de bank. Dat heet vermogen.",
        "Uw vermogen telt mee. Dat is ook uw spaargeld en een tweede huis.",
    ],
)
def test_a_term_may_stand_where_it_is_explained(tekst: str) -> None:
    assert regels(tekst) == set()


def test_a_term_may_be_explained_beside_the_text() -> None:
    assert regels("Vermogen", "label") == {("jargon", "fout")}
    assert regels("Vermogen", "label", bij="Hoeveel spaargeld en ander bezit hebt u?") == set()


def test_an_explanation_does_not_help_where_a_plain_word_exists() -> None:
    assert ("jargon", "fout") in regels("Indien betekent als.")


def test_a_finding_names_word_and_alternative() -> None:
    (bevinding,) = bekijk("Krijgt u een beschikking?")
    assert (bevinding.woord, bevinding.alternatief) == ("beschikking", "brief met ons besluit")
    assert bevinding.plek == "Krijgt u een beschikking?"


def test_every_branch_of_a_template_is_looked_at() -> None:
    assert versies("a{% if x %}b{% elif y %}c{% else %}d{% endif %}e") == ["abe", "ace", "ade"]
    assert versies("a{% if x %}b{% endif %}c") == ["abc", "ac"]
    assert versies("{{ 'ja' if waarde else 'nee' }}") == ["ja", "nee"]
    assert (
        versies("{% if x %}1{% else %}2{% endif %}{% if y %}3{% elif z %}4{% else %}5{% endif %}")[2] == "25"
    )
    assert ("aanspreekvorm", "fout") in regels("{% if x %}U bent{% else %}Je bent{% endif %} 18 jaar.")


def test_sentences() -> None:
    tekst = "# Kop\nDit is bijv. art. 3 van de wet. En **dit**\nook, o.a. nu? Ja:\n\n- een [link](https://x.nl/a)\n- twee\n"
    assert [z.tekst for z in zinnen(tekst)] == [
        "Kop", "Dit is bijv. art. 3 van de wet.", "En dit ook, o.a. nu?", "Ja:", "een link", "twee",
    ]  # fmt: skip


def test_words_are_judged_by_their_parts_and_base_form() -> None:
    assert lijsten().elk_jargon.search("de beschikkingen")
    assert bekendheid("spaarrekeningen", frozenset()) >= 3
    assert bekendheid("verzekeringspapieren", frozenset()) >= 3
    assert bekendheid("xqzwarp", frozenset()) < 3
    assert bekendheid("huurtoeslagen", frozenset({"toeslag", "huurtoeslag"})) >= 3
    assert [lettergrepen(w) for w in ("huur", "toeslag", "inkomen", "gemeente", "radio", "beëindigen")] == [
        1, 2, 3, 3, 3, 4,
    ]  # fmt: skip
