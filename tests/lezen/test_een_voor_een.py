"""Whoever names the people in the house one by one, in whatever form, is heard; how many they are is no child more."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from actions.lezen import aantal_kinderen, volwassenen_genoemd

SNEL = settings(max_examples=150, deadline=None, derandomize=True)
_TUSSEN = (" en ", ", ", " ", " + ", ", en ")
_HOEVEEL = {1: "een", 2: "twee", 3: "drie", 4: "vier"}


@st.composite
def gezin(draw: st.DrawFn, minstens: int = 1) -> tuple[list[int], str]:
    """Ages of children, and how somebody says them."""
    jaren = draw(st.lists(st.integers(2, 30), min_size=minstens, max_size=4))
    wie = st.sampled_from(
        ["zoon", "dochter", "jongen", "meisje", "een zoon", "een dochter", "eentje", "mijn zoon"]
    )
    vorm = st.sampled_from(["{wie} van {jaar}", "{wie} {jaar} jaar", "{wie} {jaar}jr", "{wie} is {jaar}"])
    delen = [draw(vorm).format(wie=draw(wie), jaar=jaar) for jaar in jaren]
    return jaren, draw(st.sampled_from(_TUSSEN)).join(delen)


@SNEL
@given(gezin())
def test_children_named_one_by_one_are_these_children(geval: tuple[list[int], str]) -> None:
    jaren, tekst = geval
    assert aantal_kinderen(tekst) == tuple(jaar for jaar in jaren if jaar < 18)


@SNEL
@given(gezin(minstens=2), st.integers(1, 4), st.sampled_from([" ", ": ", ", ", " kinderen, "]), st.booleans())
def test_how_many_said_in_front_is_no_child_more(
    geval: tuple[list[int], str], aantal: int, rand: str, in_woorden: bool
) -> None:
    jaren, tekst = geval
    assume(aantal > 1)
    vooraf = _HOEVEEL[aantal] if in_woorden else str(aantal)
    gelezen = aantal_kinderen(f"{vooraf}{rand}{tekst}")
    if aantal == len(jaren):
        assert gelezen == tuple(jaar for jaar in jaren if jaar < 18)
    else:
        assert gelezen is None


@SNEL
@given(gezin())
def test_who_is_grown_up_lives_here_with_that_age(geval: tuple[list[int], str]) -> None:
    jaren, tekst = geval
    mensen = volwassenen_genoemd(tekst)
    assert mensen is not None
    assert [mens.leeftijd for mens in mensen] == [jaar for jaar in jaren if jaar >= 18]


@SNEL
@given(gezin(), st.sampled_from(["niet", "maar", "waarvan", "bijna", "uit huis", "overleden", "ex"]))
def test_what_says_something_else_as_well_is_no_list(geval: tuple[list[int], str], erbij: str) -> None:
    assert volwassenen_genoemd(f"{geval[1]} {erbij}") is None
