"""Two editors, one text: nothing of either is lost without somebody choosing so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from web.redactie.bewaren.samen import Allebei, Eens, botsingen, tekst_van, voeg_samen

regel = st.sampled_from("abcde")
tekst = st.lists(regel, max_size=9).map(lambda regels: "".join(f"{r}\n" for r in regels))


def test_what_only_one_changed_is_put_together() -> None:
    was = "titel\neen\ntwee\ndrie\nvier\n"
    stukken = voeg_samen(was, "titel\nEEN\ntwee\ndrie\nvier\n", "titel\neen\ntwee\ndrie\nvier\nvijf\n")
    assert stukken == (Eens(("titel", "EEN", "twee", "drie", "vier", "vijf")),)
    assert tekst_van(stukken, {}) == "titel\nEEN\ntwee\ndrie\nvier\nvijf\n"


def test_where_both_wrote_somebody_chooses() -> None:
    stukken = voeg_samen("a\nb\nc\n", "a\nhun\nc\n", "a\nmijn\nc\n")
    assert stukken == (Eens(("a",)), Allebei(0, ("b",), ("hun",), ("mijn",)), Eens(("c",)))
    assert tekst_van(stukken, {0: "van beiden\nsamen"}) == "a\nvan beiden\nsamen\nc\n"
    assert tekst_van(stukken, {}) == "a\nmijn\nc\n"


def test_two_additions_in_one_place_are_both_offered() -> None:
    (_, beide, _) = voeg_samen("a\nz\n", "a\nhun\nook\nz\n", "a\nmijn\nook\nz\n")
    assert isinstance(beide, Allebei)
    assert beide.voorstel == "hun\nook\nmijn"


def test_empty_lines_between_what_was_added_stay() -> None:
    (een,) = botsingen(voeg_samen("", "hun\n\nhun twee\n", "mijn\n\nmijn twee\n\nmijn drie\n"))
    assert een.voorstel == "hun\n\nhun twee\nmijn\n\nmijn twee\n\nmijn drie"


def test_one_takes_away_what_the_other_changes() -> None:
    (beide,) = botsingen(voeg_samen("a\nb\nc\n", "a\nc\n", "a\nB\nc\n"))
    assert (beide.was, beide.hun, beide.mijn) == (("b",), (), ("B",))


def test_without_what_was_before_every_difference_is_shown() -> None:
    stukken = voeg_samen(None, "a\nb\nc\n", "a\nc\nd\n")
    assert [(een.hun, een.mijn) for een in botsingen(stukken)] == [(("b",), ()), ((), ("d",))]


@given(tekst, tekst)
def test_who_changed_nothing_gets_the_other(was: str, ander: str) -> None:
    gelijk = ander or "\n"
    for stukken in (voeg_samen(was, ander, was), voeg_samen(was, was, ander), voeg_samen(was, ander, ander)):
        assert botsingen(stukken) == ()
        assert tekst_van(stukken, {}) == gelijk


@given(tekst, tekst, tekst)
def test_mine_and_theirs_come_out_of_their_side_of_it(was: str, hun: str, mijn: str) -> None:
    """No line of mine is lost: whoever chooses mine everywhere has every line that I added, in order."""
    stukken = voeg_samen(was, hun, mijn)
    toegevoegd = [r for r in mijn.splitlines() if r not in was.splitlines()]
    regels = iter(
        tekst_van(stukken, {een.nr: "\n".join(een.mijn) for een in botsingen(stukken)}).splitlines()
    )
    assert all(any(r == ander for ander in regels) for r in toegevoegd)
    anders = voeg_samen(was, mijn, hun)
    assert len(botsingen(anders)) == len(botsingen(stukken))
