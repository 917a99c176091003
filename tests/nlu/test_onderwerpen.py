"""The topics of the public contract: each is there, with enough sentences, none of which is known from the measuring set."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from rapidfuzz import fuzz, process

from content.inhoud import Inhoud
from content.parameters import laad_parameters
from content.schema import Faq, Vervolg
from content.taal import meting
from ops.nlu.__main__ import APART
from ops.nlu.zinnen import lees_zinnen
from ops.plekken import CONTENT

IDS = """
wat-zijn-toeslagen toeslag-aanvragen toeslag-terugbetalen toeslag-wijziging-doorgeven toeslag-stopzetten toeslag-vorig-jaar
toeslagpartner toetsingsinkomen vermogen-toeslagen uitbetaaldatum-toeslagen hersteloperatie-toeslagen voorlopig-definitief
toeslagschuld-betalingsregeling zorgtoeslag zorgtoeslag-18-jaar eigen-risico huurtoeslag huurtoeslag-kamer huurtoeslag-jong
huurtoeslag-hoge-huur huurtoeslag-medebewoner kindgebonden-budget kindgebonden-budget-alleen kinderopvangtoeslag
kinderopvangtoeslag-uren kinderbijslag bijstand bijstand-aanvragen bijstand-hoogte bijstand-vermogen bijstand-auto bijstand-giften
bijstand-bijverdienen bijstand-samenwonen bijstand-jongeren bijstand-doorgeven bijstand-vakantie aio loont-werken ww-loopt-af
zelfstandige arbeidsongeschikt inkomensgrens-minima individuele-inkomenstoeslag bijzondere-bijstand inrichting-witgoed
studietoeslag gemeentepolis kwijtschelding meedoenregeling kind-school-sport gratis-ov energiekosten alleenverdieners
chronisch-ziek voedselbank schuldhulp schuldhulp-jongeren huurachterstand bewindvoering deurwaarder-beslag
gemeente-neemt-contact-op geen-geld-nu kind-geboren samenwonen uit-elkaar alimentatie verhuizen baan-kwijt meer-verdienen
kind-wordt-18 zelf-18 met-pensioen partner-overleden mantelzorg nieuw-in-nederland privacy wie-ben-je medewerker hoe-zeker
gegevens-wissen digid hulp-bij-invullen bezwaar klacht crisis huiselijk-geweld
""".split()  # noqa: SIM905
"""faq-onderwerpen.md: ids that never change."""
MINSTE_VOORBEELDEN = 30
MEESTE_WOORDEN = 130
"""Of an answer: "at most about 120"."""
KOPIE = 92.0
"""Per cent likeness, whatever the order of the words, from which two sentences are the same."""


@pytest.fixture(scope="module")
def faqs() -> dict[str, Faq]:
    return dict(Inhoud(CONTENT, laad_parameters(CONTENT / "parameters")).faqs())


def test_the_list_is_whole() -> None:
    assert len(IDS) == len(set(IDS)) == 87


@pytest.mark.parametrize("id_", IDS)
def test_topic(faqs: dict[str, Faq], id_: str) -> None:
    assert id_ in faqs
    faq = faqs[id_]
    assert len(faq.voorbeelden) >= MINSTE_VOORBEELDEN, f"{len(faq.voorbeelden)} sentences"
    gemeten = meting(faq.antwoord)
    assert gemeten is not None
    assert gemeten.woorden <= MEESTE_WOORDEN
    for stap in _stappen(faq.vervolg):
        assert 2 <= len(stap.keuzes) <= 4, stap.vraag


def _stappen(vervolg: Vervolg | None) -> list[Vervolg]:
    if vervolg is None:
        return []
    return [vervolg, *(diep for keuze in vervolg.keuzes for diep in _stappen(keuze.vervolg))]


def test_many_answers_ask_back_where_it_depends(faqs: dict[str, Faq]) -> None:
    assert sum(faq.vervolg is not None for faq in faqs.values()) * 3 >= len(faqs)


def test_no_sentence_is_known_from_the_measuring_set(faqs: dict[str, Faq]) -> None:
    apart = [zin.tekst.casefold() for zin in lees_zinnen(APART)]
    kopie = [
        (id_, zin, gevonden[0])
        for id_, faq in faqs.items()
        for zin in faq.voorbeelden
        if (
            gevonden := process.extractOne(
                zin.casefold(), apart, scorer=fuzz.token_sort_ratio, score_cutoff=KOPIE
            )
        )
    ]
    assert not kopie


def test_no_two_sentences_of_a_topic_differ_only_in_a_number(faqs: dict[str, Faq]) -> None:
    dubbel = [
        (id_, een, ander)
        for id_, faq in faqs.items()
        for een, ander in combinations(faq.voorbeelden, 2)
        if re.sub(r"\d+", "#", een.casefold()) == re.sub(r"\d+", "#", ander.casefold())
    ]
    assert not dubbel
