"""A receipt of a talk holds all the talk knew: computed anew it is the same, at any moment of the talk."""

from __future__ import annotations

import pytest

from actions.gesprek.beurt import overzicht
from actions.gesprek.bewijs import bewijs
from actions.gesprek.opslag import GesprekOnbekend
from actions.regels.bewijs import als_bestand
from actions.regels.herreken import Herrekening, herreken, lees_bewijs
from content.lokaal.versie import versie
from tests.gesprek.praat import Praat
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER, GROOT_HUIS


def is_hetzelfde(praat: Praat) -> bool:
    gelezen = lees_bewijs(als_bestand(bewijs(praat.bronnen, praat.id)))
    bronnen = praat.bronnen
    lokaal = bronnen.inhoud.lokaal(praat.gemeente)
    assert lokaal is not None
    catalogus = bronnen.catalogus(praat.gemeente)
    nu = herreken(gelezen, bronnen.parameters, bronnen.regels, catalogus, versie(lokaal))
    return nu == Herrekening((), ())


def bedragen(praat: Praat) -> dict[str, str | None]:
    return {u["regeling"]: u["bedrag_per_maand"] for u in bewijs(praat.bronnen, praat.id)["uitkomsten"]}


@pytest.mark.parametrize("huishouden", [ALLEENSTAANDE_OUDER, GROOT_HUIS], ids=["ouder", "groot-huis"])
def test_after_every_answer(praat: Praat, huishouden: dict[str, object]) -> None:
    praat.klik("start")
    while praat.open is not None:
        assert is_hetzelfde(praat), praat.open
        praat.antwoord(huishouden)
    assert is_hetzelfde(praat)
    getoond = overzicht(praat.bronnen, praat.id).uitkomsten
    assert bedragen(praat) == {
        u.regeling: None if u.bedrag_per_maand is None else f"{u.bedrag_per_maand:.2f}" for u in getoond
    }
    assert sum(bedrag not in (None, "0.00") for bedrag in bedragen(praat).values()) >= 3


def test_what_was_converted_and_what_is_not_known_travels_along(praat: Praat) -> None:
    praat.klik("start")
    for antwoord in ("34", "nee", "loon", "2400 bruto per maand", "ja"):
        praat.zeg(antwoord)
    tussen = bewijs(praat.bronnen, praat.id)
    assert tussen["geschat"] == {"inkomen_jaar": {"uit": "maand"}}
    assert is_hetzelfde(praat)
    while praat.open is not None:
        praat.zeg("weet ik niet")
        assert is_hetzelfde(praat)


def test_a_talk_that_is_not_there(praat: Praat) -> None:
    with pytest.raises(GesprekOnbekend):
        bewijs(praat.bronnen, "0" * 64)
