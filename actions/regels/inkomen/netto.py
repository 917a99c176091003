"""From gross to net over a calendar year, as it stands after the tax return."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from actions.regels.inkomen.belasting import (
    NUL,
    algemene_heffingskorting,
    alleenstaande_ouderenkorting,
    arbeidskorting,
    belasting_box1,
    inkomensafhankelijke_combinatiekorting,
    jonggehandicaptenkorting,
    ouderenkorting,
    zvw_bijdrage,
)
from actions.regels.inkomen.belastingregels import Belastingregels
from actions.regels.inkomen.profiel import Inkomensprofiel

CENT = Decimal("0.01")
MAANDEN = 12


def netto_per_jaar(
    profiel: Inkomensprofiel, bruto: Decimal, regels: Belastingregels, *, met_iack: bool = False
) -> Decimal:
    """Net income over the year: gross, less tax after credits, less the own health levy; euros, rounded to cents.

    `bruto`: fiscal income, holiday pay included and after the own pension premium, at least 0.
    `met_iack`: also count the combination credit. It comes with the tax return or a voorlopige aanslag and not on the pay
    slip, so it is left out where the law looks at what comes in each month (bijstand), and counted for what a year of work
    yields in all.
    """
    return netto_onafgerond(profiel, bruto, regels, met_iack=met_iack).quantize(CENT, ROUND_HALF_UP)


def netto_onafgerond(
    profiel: Inkomensprofiel, bruto: Decimal, regels: Belastingregels, *, met_iack: bool = False
) -> Decimal:
    """`netto_per_jaar` before rounding: continuous, and strictly rising with `bruto`."""
    return (
        bruto
        - belasting_na_kortingen(profiel, bruto, regels, met_iack=met_iack)
        - zelf_betaalde_zvw(profiel, bruto, regels)
    )


def belasting_na_kortingen(
    profiel: Inkomensprofiel, bruto: Decimal, regels: Belastingregels, *, met_iack: bool = False
) -> Decimal:
    """Tax and premiums less credits; the credits never exceed the tax (IB art. 8.8). Euros a year, not rounded."""
    kortingen = heffingskortingen(profiel, bruto, regels, met_iack=met_iack)
    return max(NUL, belasting_zonder_kortingen(profiel, bruto, regels) - kortingen)


def belasting_zonder_kortingen(profiel: Inkomensprofiel, bruto: Decimal, regels: Belastingregels) -> Decimal:
    """Tax and premiums before credits. Euros a year, not rounded."""
    return belasting_box1(
        bruto, regels, aow=profiel.aow_leeftijd, geboren_voor_1946=profiel.geboren_voor_1946
    )


def heffingskortingen(
    profiel: Inkomensprofiel, bruto: Decimal, regels: Belastingregels, *, met_iack: bool = False
) -> Decimal:
    """All credits together (IB chapter 8); box 1 is taken to be the whole verzamelinkomen. Euros a year, not rounded."""
    aow, arbeid = profiel.aow_leeftijd, profiel.arbeid(bruto)
    kortingen = (
        algemene_heffingskorting(bruto, regels, aow=aow)
        + arbeidskorting(arbeid, regels, aow=aow)
        + ouderenkorting(bruto, regels, aow=aow)
        + alleenstaande_ouderenkorting(regels, alleenstaand_aow=aow and profiel.alleenstaand_aow)
        + jonggehandicaptenkorting(regels, wajong=profiel.soort == "wajong", aow=aow)
    )
    if met_iack and profiel.iack:
        kortingen += inkomensafhankelijke_combinatiekorting(arbeid, regels, aow=aow)
    return kortingen


def zelf_betaalde_zvw(profiel: Inkomensprofiel, bruto: Decimal, regels: Belastingregels) -> Decimal:
    """The health levy that this person pays; nothing where the payer does. Euros a year, not rounded."""
    return zvw_bijdrage(profiel.zelf_zvw(bruto), regels)


def per_maand(jaarbedrag: Decimal) -> Decimal:
    """One twelfth of a year, so that holiday pay is spread over the months; euros, rounded to cents."""
    return (jaarbedrag / MAANDEN).quantize(CENT, ROUND_HALF_UP)
