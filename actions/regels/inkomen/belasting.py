"""Tax, credits and health levy of one person, each article a function.

All amounts are euros per calendar year and are not rounded here: whoever shows one rounds it to cents. "IB" is the Wet
inkomstenbelasting 2001. `aow`: has AOW age in the whole year; the year in which that age is reached is weighed by month,
by a rule that has no source here, so a caller computes both ways (see `lezingen`).
Gaps: box 2 and 3, deductions (mortgage, alimony), and the credit paid out through a partner (art. 8.9, only for someone born
before 1963).
"""

from __future__ import annotations

from decimal import Decimal

from actions.regels.inkomen.belastingregels import Belastingregels

NUL = Decimal(0)


def belasting_box1(
    inkomen: Decimal, regels: Belastingregels, *, aow: bool, geboren_voor_1946: bool = False
) -> Decimal:
    """Income tax and national-insurance premiums in box 1, before credits (IB art. 2.10, 2.10a; Wfsv art. 11).

    Premiums are due in the first bracket only. From AOW age the AOW premium is not due; for someone born before 1946 the
    first bracket is longer.
    """
    eerste = regels["schijf1_tot_geboren_voor_1946" if geboren_voor_1946 else "schijf1_tot"]
    tweede = regels["schijf2_tot"]
    return (
        _tussen(inkomen, NUL, eerste) * regels.deel("schijf1_pct_aow" if aow else "schijf1_pct")
        + _tussen(inkomen, eerste, tweede) * regels.deel("schijf2_pct")
        + _boven(inkomen, tweede) * regels.deel("schijf3_pct")
    )


def algemene_heffingskorting(inkomen: Decimal, regels: Belastingregels, *, aow: bool) -> Decimal:
    """General credit: a maximum, less a percentage of the verzamelinkomen above a limit (IB art. 8.10; AOW 8.3-8.7)."""
    hoogste, tempo = ("ahk_max_aow", "ahk_afbouw_pct_aow") if aow else ("ahk_max", "ahk_afbouw_pct")
    afbouw = _boven(inkomen, regels["ahk_afbouw_vanaf"]) * regels.deel(tempo)
    return max(NUL, regels[hoogste] - afbouw)


def arbeidskorting(arbeidsinkomen: Decimal, regels: Belastingregels, *, aow: bool) -> Decimal:
    """Credit for work: three steps up, each with its maximum, then down to nothing (IB art. 8.11 lid 2 a-d).

    From AOW age the same part of it is left as of the rate; the law rounds each part up, which makes at most 2 euros more.
    """
    a = min(arbeidsinkomen * regels.deel("ak_pct1"), regels["ak_max1"])
    b = min(a + _boven(arbeidsinkomen, regels["ak_grens1"]) * regels.deel("ak_pct2"), regels["ak_max2"])
    c = min(b + _boven(arbeidsinkomen, regels["ak_grens2"]) * regels.deel("ak_pct3"), regels["ak_max"])
    d = _boven(arbeidsinkomen, regels["ak_grens3"]) * regels.deel("ak_afbouw_pct")
    return _naar_leeftijd(max(NUL, c - d), regels, aow=aow)


def inkomensafhankelijke_combinatiekorting(
    arbeidsinkomen: Decimal, regels: Belastingregels, *, aow: bool
) -> Decimal:
    """Credit for work and a young child together (IB art. 8.14a): a percentage above a threshold, up to a maximum.

    Only for who meets the conditions: a child under 12 on 1 January at least six months in the household, and no partner or
    less income from work than the partner. The caller answers for those.
    """
    opbouw = _boven(arbeidsinkomen, regels["iack_drempel"]) * regels.deel("iack_pct")
    return _naar_leeftijd(min(opbouw, regels["iack_max"]), regels, aow=aow)


def ouderenkorting(inkomen: Decimal, regels: Belastingregels, *, aow: bool) -> Decimal:
    """Credit from AOW age, less a percentage of the verzamelinkomen above a limit (IB art. 8.17)."""
    if not aow:
        return NUL
    afbouw = _boven(inkomen, regels["ouderenkorting_afbouw_vanaf"]) * regels.deel("ouderenkorting_afbouw_pct")
    return max(NUL, regels["ouderenkorting_max"] - afbouw)


def alleenstaande_ouderenkorting(regels: Belastingregels, *, alleenstaand_aow: bool) -> Decimal:
    """Credit for who has a right to the AOW of a single person (IB art. 8.18); it does not fall with income."""
    return regels["alleenstaande_ouderenkorting"] if alleenstaand_aow else NUL


def jonggehandicaptenkorting(regels: Belastingregels, *, wajong: bool, aow: bool) -> Decimal:
    """Credit for who has a right to Wajong, not together with the ouderenkorting (IB art. 8.16a)."""
    return regels["jonggehandicaptenkorting"] if wajong and not aow else NUL


def zvw_bijdrage(bijdrage_inkomen: Decimal, regels: Belastingregels) -> Decimal:
    """Health levy that the person pays himself, over at most a maximum income (Zvw art. 41 and further).

    `bijdrage_inkomen`: only the part over which he pays; over wages the employer pays. Without a known maximum nothing is
    capped.
    """
    hoogste = regels.zvw_maximum
    grondslag = bijdrage_inkomen if hoogste is None else min(bijdrage_inkomen, hoogste)
    return max(NUL, grondslag) * regels.deel("zvw_pct")


def _naar_leeftijd(korting: Decimal, regels: Belastingregels, *, aow: bool) -> Decimal:
    return korting * regels.deel_zonder_aow_premie if aow else korting


def _boven(bedrag: Decimal, grens: Decimal) -> Decimal:
    return max(NUL, bedrag - grens)


def _tussen(bedrag: Decimal, van: Decimal, tot: Decimal) -> Decimal:
    return min(_boven(bedrag, van), tot - van)
