"""What the tests of the income tax share: the real tax rules, and profiles of every kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from actions.regels.inkomen.belastingregels import Belastingregels, belastingregels
from actions.regels.inkomen.profiel import SOORTEN, Inkomensprofiel
from tests.regels.hulp import parameters

D = Decimal
JAREN = (2025, 2026)
LOON = Inkomensprofiel("loon")
AOW_ALLEEN = Inkomensprofiel("aow", aow_leeftijd=True, alleenstaand_aow=True)


@cache
def regels(jaar: int) -> Belastingregels:
    gevonden = belastingregels(parameters(), date(jaar, 6, 15))
    assert gevonden is not None
    assert (gevonden.jaar, gevonden.eerder_jaar) == (jaar, False)
    return gevonden


def cent(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(D("0.01"))


jaren = st.sampled_from(JAREN)
bedragen = st.integers(0, 20_000_000).map(lambda centen: D(centen) / 100)


@st.composite
def profielen(draw: st.DrawFn) -> Inkomensprofiel:
    janee = st.booleans()
    return Inkomensprofiel(
        soort=draw(st.sampled_from(sorted(SOORTEN))),
        arbeidsinkomen=draw(st.none() | st.integers(0, 60_000).map(D)),
        aow_leeftijd=draw(janee),
        wordt_dit_jaar_aow=draw(janee),
        alleenstaand_aow=draw(janee),
        geboren_voor_1946=draw(janee),
        iack=draw(janee),
        loonheffingskorting=draw(st.sampled_from((True, False, None))),
        betaalt_zvw=draw(st.sampled_from((True, False, None))),
    )
