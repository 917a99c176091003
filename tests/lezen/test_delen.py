"""An income said in parts is taken apart as it was said; what may be no sum at all is left alone."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from actions.lezen.delen import Deelbedrag, lees_delen


def deel(bedrag: str, **rest: object) -> Deelbedrag:
    velden: dict[str, object] = {"keer": None, "periode": None, "netto": None, "tijd": None, **rest}
    return Deelbedrag(D(bedrag), **velden)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        (
            "mijn loon is 900 per maand en ik krijg 600 ziektewet",
            (deel("900", periode="maand"), deel("600")),
        ),
        ("900 pm + 600 pm", (deel("900", periode="maand"), deel("600", periode="maand"))),
        (
            "900 per 4 wk en 600 per 4 weken",
            (deel("900", periode="vier_weken"), deel("600", periode="vier_weken")),
        ),
        (
            "850 netto loon en 600 netto ww",
            (deel("850", netto=True), deel("600", netto=True)),
        ),
        (
            "tot nu 18000 en nog 2 maanden 1800",
            (deel("18000", tijd="tot_nu"), deel("1800", keer=2, tijd="nog")),
        ),
        ("18.000 tot nu toe, nog 3600", (deel("18000", tijd="tot_nu"), deel("3600", tijd="nog"))),
        ("tot nu toe 18 duizend", (deel("18000", tijd="tot_nu"),)),
        ("2 x 1800", (deel("1800", keer=2),)),
        ("nog 1800 p/m", (deel("1800", periode="maand", tijd="nog"),)),
    ],
)
def test_parts_as_they_were_said(tekst: str, verwacht: tuple[Deelbedrag, ...]) -> None:
    assert lees_delen(tekst) == verwacht


@pytest.mark.parametrize(
    "tekst",
    [
        "650 of 700",
        "tussen 1500 en 1600",
        "mijn vrouw 900 en ik 1200",
        "900 loon 600",
        "1.85 en 600",
        "900 per maand per jaar en 600",
        "krijg ik nog iets als ik 900 verdien?",
        "900-600",
        "niet 900 en 600",
        "{900} en 600",
        "ja",
        "",
    ],
)
def test_what_is_no_sum_is_left_alone(tekst: str) -> None:
    assert lees_delen(tekst) is None


def test_the_partners_words_are_no_one_elses_where_the_question_is_about_the_partner() -> None:
    tekst = "hij krijgt 900 en 600 ww"
    assert lees_delen(tekst) is None
    assert lees_delen(tekst, partner=True) == (deel("900"), deel("600"))
