"""What a helper says of somebody else, as that person would say it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from actions.lezen.derde import Derde, naar_ik

WIE = {
    "moeder": Derde(frozenset({"moeder", "mama", "ma"}), "zij"),
    "vader": Derde(frozenset({"vader", "papa", "pa"}), "hij"),
    "client": Derde(frozenset({"client", "cliënt"}), None),
}
ZINNEN = yaml.safe_load((Path(__file__).parent / "derde.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("wie", "zin", "gelezen"),
    [(wie, zin, gelezen) for wie, zinnen in ZINNEN.items() for zin, gelezen in zinnen.items()],
)
def test_said_of_somebody_else(wie: str, zin: str, gelezen: str | None) -> None:
    assert naar_ik(zin, WIE[wie]) == gelezen


def test_while_another_question_waits_she_is_not_taken_for_the_person() -> None:
    assert naar_ik("ze is 75", WIE["moeder"], over_u=False) == "ze is 75"
    assert naar_ik("mijn moeder is 71", WIE["moeder"], over_u=False) == "ik ben 71"


@pytest.mark.parametrize("zin", ["", " ", ",", "en", "ze", "mijn", "zijn", "haar", "…", "ik", "de huur van"])
def test_never_raises(zin: str) -> None:
    for derde in WIE.values():
        naar_ik(zin, derde)
        naar_ik(zin, derde, over_u=False)
