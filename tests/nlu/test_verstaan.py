"""The trained model with the talk behind it, on sentences it never learnt from."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from actions.gesprek import nood
from actions.gesprek.begrip import gevaar
from ops.nlu.__main__ import APART, meet, rangschik
from ops.nlu.cijfers import Gemeten, cijfers
from ops.nlu.zinnen import GEVAAR, Zin, lees_zinnen
from ops.plekken import BOT, CONTENT
from ops.train import zorg_voor_model


@pytest.fixture(scope="module")
def gemeten() -> list[Gemeten]:
    return meet(lees_zinnen(APART), zorg_voor_model())


def test_the_bars_of_the_design(gemeten: list[Gemeten]) -> None:
    uit = cijfers(gemeten)
    assert uit.model_eerste >= 0.85
    assert uit.model_drie >= 0.95
    assert uit.fout_en_zeker <= 0.03
    assert uit.geweigerd >= 0.90


def test_danger_is_always_found(gemeten: list[Gemeten]) -> None:
    gemist = [m.zin.tekst for m in gemeten if m.zin.naam in GEVAAR and not m.goed_in_een_keer]
    assert not gemist


LEZEN = Path(__file__).parents[1] / "lezen"


def _antwoorden() -> list[str]:
    """What residents type to the questions of the check, and can be read."""
    uit: dict[str, None] = {}
    for bestand in ("antwoorden.yml", "antwoorden_meer.yml"):
        for vraag in yaml.safe_load((LEZEN / bestand).read_text(encoding="utf-8")).values():
            uit |= dict.fromkeys(str(zin[0]) for zin in vraag.get("gelezen", ()))
    return list(uit)


def test_an_answer_is_seldom_heard_as_danger() -> None:
    """Even before it is looked at as an answer: somebody who types "13" must not read a number for a crisis."""
    zinnen = [Zin(tekst, "opdracht", ("antwoord",)) for tekst in _antwoorden()]
    assert len(zinnen) > 400
    gehoord = [
        zin.tekst
        for zin, ranglijst in zip(zinnen, rangschik(zinnen, zorg_voor_model()), strict=True)
        if nood.als_gevaar(gevaar(None, ranglijst)) is not None
    ]
    assert len(gehoord) <= len(zinnen) / 200, gehoord


GEWOON: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "gewoon.yml").read_text("utf-8"))


@pytest.mark.parametrize(("soort", "hoogstens"), [("verteld", 0.02), ("lastig", 0.1)])
def test_what_people_tell_is_seldom_heard_as_danger(soort: str, hoogstens: float) -> None:
    """ "Het leven is duur" is said by everybody who comes here. A number for a crisis as an answer sends them away."""
    zinnen = [Zin(tekst, "onderwerp", (soort,)) for tekst in GEWOON[soort]]
    gehoord = [
        zin.tekst
        for zin, ranglijst in zip(zinnen, rangschik(zinnen, zorg_voor_model()), strict=True)
        if nood.als_gevaar(gevaar(nood.kijk(zin.tekst), ranglijst)) is not None
    ]
    assert len(gehoord) <= hoogstens * len(zinnen), gehoord


def test_what_people_tell_there_is_no_example() -> None:
    geleerd = {
        regel.strip().removeprefix("- ").strip("\"'").casefold()
        for pad in (*(BOT / "opdrachten").glob("*.yml"), *(CONTENT / "faq").glob("**/*.md"))
        for regel in pad.read_text("utf-8").splitlines()
    }
    assert not [zin for zinnen in GEWOON.values() for zin in zinnen if zin.casefold() in geleerd]
