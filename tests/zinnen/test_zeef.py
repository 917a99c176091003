"""What may be kept of what residents type: nothing that can lead to a person survives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban
from stdnum.nl import bsn

from actions.zinnen.namen import NAMEN
from actions.zinnen.opvangen import eigen_woorden, is_eigen_vraag, vraagt_iets
from actions.zinnen.zeef import zeef
from content.inhoud import Inhoud
from content.parameters import laad_parameters

CONTENT = Path(__file__).resolve().parents[2] / "content"
EIGEN = eigen_woorden(Inhoud(CONTENT, laad_parameters(CONTENT / "parameters")))
GEWOON = (
    "waar vraag ik een laadpaal aan",
    "hoe kom ik aan een nieuw rijbewijs",
    "wie helpt mij met de hondenbelasting",
)


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [
        ("Waar vraag ik een laadpaal aan?", "waar vraag ik een laadpaal aan?"),
        ("  waar kan ik mijn grofvuil kwijt ", "waar kan ik mijn grofvuil kwijt"),
        ("WAAR VRAAG IK EEN SCOOTMOBIEL AAN", "waar vraag ik een scootmobiel aan"),
        (
            "Krijg ik, als ik bijstand heb, korting op de sportschool!",
            "krijg ik als ik bijstand heb korting op de sportschool",
        ),
        ("Helpt de Belastingdienst mij met parkeren", "helpt de belastingdienst mij met parkeren"),
    ],
)
def test_a_plain_question_is_kept_in_small_letters(getypt: str, bewaard: str) -> None:
    assert zeef(getypt, EIGEN) == bewaard


@pytest.mark.parametrize(
    "getypt",
    [
        # numbers, in figures and in words
        "mijn bsn is 123456782", "ik woon op nummer twaalf", "bel mij op nul zes een twee drie", "ik ben vierendertig jaar",
        "ik heb er twee van", "wat als het de dertigste is", "ik heb een tweeling thuis", "waarom ½ van de huur", "het is ٣ keer",
        # amounts and dates
        "ik verdien zestienhonderd euro", "hoe kom ik aan honderd euro", "kan ik maandag langskomen", "mijn vakantie in maart",
        # addresses, on the web and on earth
        "mail naar piet@voorbeeld.nl", "mail piet apenstaart gmail punt com", "kijk op www.voorbeeld.nl",
        "ik woon in de kerkstraat", "iets met de lange laan", "wat is mijn postcode dan", "het pand aan het marktplein",
        # names
        "ik ben Jan Jansen", "ik ben jan en wil hulp", "mijn zoon mohammed wil zwemles", "vraag het aan J. de Wit",
        "ik heet iets anders", "mevrouw de wit zei dat", "waar is Bakker gebleven", "dit is voor Nieuwenhuis bedoeld",
        "kan xqzwv mij ook helpen", "help ingrid met haar huur",
        # danger, also in words that nobody thought of
        "hoe kom ik van mijn leven af", "wat als mijn man mij slaat",
        # too little, or a story
        "laadpaal", "ja nee", "", "?!", "wat is " + "heel " * 20 + "duur", "<script> wat is dit",
    ],
)  # fmt: skip
def test_in_doubt_it_is_not_kept(getypt: str) -> None:
    assert zeef(getypt, EIGEN) is None


def _met(zin: str, stuk: str, plek: int) -> str:
    woorden = zin.split()
    return " ".join([*woorden[:plek], stuk, *woorden[plek:]])


cijfers = st.text("0123456789", min_size=1, max_size=9)
een_bsn = st.integers(10_000_000, 999_999_999).map(lambda n: f"{n:09}").filter(bsn.is_valid)
een_iban = st.text("0123456789", min_size=10, max_size=10).map(
    lambda n: "NL" + iban.calc_check_digits(f"NL00ABNA{n}") + f"ABNA{n}"
)
een_telefoon = st.text("0123456789", min_size=8, max_size=8).map(lambda n: f"06{n}")
een_mail = st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,8})?@[a-z]{2,8}\.(nl|com)", fullmatch=True)
een_bedrag = st.integers(1, 100_000).map(lambda n: f"€{n}")
een_postcode = st.from_regex(r"[1-9][0-9]{3} ?[A-Z]{2}", fullmatch=True)
geschreven = st.sampled_from(("{}", "({})", "{}.", "-{}-", "'{}'", "x{}x"))


def _verdeel(stuk: str, tussen: str) -> str:
    return tussen.join(re.findall(".{1,3}", stuk))


@given(
    st.sampled_from(GEWOON),
    st.integers(0, 5),
    een_bsn | een_iban | een_telefoon | een_mail | een_bedrag | een_postcode | cijfers,
    geschreven,
    st.sampled_from(("", " ", "-", ".", "/")),
)
def test_no_number_and_no_address_comes_through(
    zin: str, plek: int, stuk: str, vorm: str, tussen: str
) -> None:
    assert zeef(zin, EIGEN) is not None
    assert zeef(_met(zin, vorm.format(_verdeel(stuk, tussen)), plek), EIGEN) is None


@given(
    st.sampled_from(GEWOON),
    st.integers(0, 5),
    st.sampled_from(sorted(NAMEN)),
    st.sampled_from((str.lower, str.title, str.upper)),
)
def test_no_name_of_the_list_comes_through(zin: str, plek: int, naam: str, schrijf: object) -> None:
    assert zeef(_met(zin, schrijf(naam), plek), EIGEN) is None  # type: ignore[operator]


@given(st.sampled_from(GEWOON), st.integers(1, 5), st.from_regex(r"[A-Z][a-z]{2,9}", fullmatch=True))
def test_nor_a_word_with_a_capital_that_nobody_knows(zin: str, plek: int, woord: str) -> None:
    bewaard = zeef(_met(zin, woord, plek), EIGEN)
    assert bewaard is None or woord.lower() in EIGEN


@given(st.text(max_size=130))
def test_whatever_is_typed_only_plain_words_come_through(getypt: str) -> None:
    bewaard = zeef(getypt, EIGEN)
    assert bewaard is None or re.fullmatch(r"[a-z']+( [a-z']+){2,15}\??", bewaard)


@given(st.lists(st.sampled_from(sorted(EIGEN)), min_size=1, max_size=18), st.text(max_size=10))
def test_what_comes_through_comes_through_again(woorden: list[str], rest: str) -> None:
    bewaard = zeef(" ".join([*woorden, rest]), EIGEN)
    assert bewaard is None or zeef(bewaard, EIGEN) == bewaard


@pytest.mark.parametrize(
    ("getypt", "eigen_vraag", "vraagt"),
    [
        ("waar vraag ik een laadpaal aan", True, True),
        ("hoi, mag ik mijn hond meenemen", True, True),
        ("krijg ik ook korting op zwemles", True, True),
        ("ik zoek een traplift voor mijn moeder", False, True),
        ("regels voor zonnepanelen", False, True),
        ("vragen over de laadpaal", False, True),
        # These tell of a person: they may be the answer to a question.
        ("mijn moeder woont hier ook", False, False),
        ("ik zit in de gevangenis", False, False),
        ("is niet van mij maar van mijn broer", False, False),
        ("wij wonen samen met haar ouders?", False, False),
    ],
)
def test_a_question_is_told_from_an_answer(getypt: str, eigen_vraag: bool, vraagt: bool) -> None:
    assert is_eigen_vraag(getypt) is eigen_vraag
    assert vraagt_iets(getypt) is vraagt
