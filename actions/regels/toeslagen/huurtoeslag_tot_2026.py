"""Huurtoeslag up to and including 2025: the own part of the rent rises with the income (Wht art. 17-19, old text).

normhuur: at or under the minimum-inkomensijkpunt a fixed amount; above it a x Y^2 + b x Y over the whole income Y, rounded up
to the cent (art. 19). The basishuur is the normhuur minus the reduction of the Wet verlaging eigen bijdrage, taken net.
In 2024 households in which tenant or partner has AOW age have amounts of their own, and 40% above the aftoppingsgrens is only
for one-person households, households with AOW age and adapted homes (art. 21 lid 1 c, old); in 2025 it is for everyone.
Service costs of four kinds count, each up to a maximum (art. 5 lid 3); the fact `servicekosten` is their sum.
"""

from __future__ import annotations

from decimal import Decimal

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.regeling import Waarden
from actions.regels.waarden import NEE, NUL, Bereik, Oordeel, kies, kleinste, minstens, vast

_SOORTEN_SERVICEKOSTEN = 4
_MAANDEN_PER_JAAR = Decimal(12)
_ALTIJD = frozenset(
    {
        "netto_verlaging_basishuur",
        "servicekosten_max_per_soort",
        "factor_a_eenpersoons",
        "factor_b_eenpersoons",
        "factor_a_meerpersoons",
        "factor_b_meerpersoons",
    }
)
_OUDEREN = frozenset(
    {
        f"{naam}_{soort}"
        for naam in ("minimum_inkomensijkpunt", "basishuur_minimum", "factor_a", "factor_b")
        for soort in ("eenpersoonsouderen", "meerpersoonsouderen")
    }
    | {"aow.leeftijd_maanden"}
)


def parameternamen(jaar: int) -> frozenset[str]:
    """What a year before 2026 needs beyond what every year needs; separate amounts for AOW households up to 2024."""
    return _ALTIJD | (_OUDEREN if jaar <= 2024 else frozenset())


def aow_leeftijd(p: Waarden) -> tuple[int, ...]:
    """The AOW age in years, in a year in which it makes a difference for huurtoeslag."""
    return (int(p["aow.leeftijd_maanden"] / _MAANDEN_PER_JAAR),) if _kent_ouderen(p) else ()


def huur_met_servicekosten(h: Huishouden, p: Waarden) -> Bereik:
    """Basic rent plus the service costs that count, euros a month (art. 5 lid 3)."""
    hoogste = p["servicekosten_max_per_soort"] * _SOORTEN_SERVICEKOSTEN
    return h.geld("kale_huur") + kleinste(h.geld("servicekosten"), hoogste)


def basishuur(inkomen: Bereik, soort: str, p: Waarden) -> Bereik:
    """The part of the rent a household of this kind pays itself at this income, euros a month."""
    ijkpunt, laagste = p[f"minimum_inkomensijkpunt_{soort}"], p[f"basishuur_minimum_{soort}"]
    a, b, verlaging = p[f"factor_a_{soort}"], p[f"factor_b_{soort}"], p["netto_verlaging_basishuur"]
    # Rounding up to the cent keeps the order of incomes, so it may be done on the ends of a range.
    boven = inkomen.monotoon(lambda y: a * y * y + b * y if y > ijkpunt else NUL).cent_omhoog()
    return boven.monotoon(lambda normhuur: max(normhuur - verlaging, laagste))


def vergoeding_boven_aftopping(h: Huishouden, soort: str, p: Waarden) -> Bereik:
    """Percentage of the rent above the aftoppingsgrens that is paid: up to 2024 not for every kind of household."""
    procent = p["vergoeding_deel_c_pct"]
    if _kent_ouderen(p) and soort == "meerpersoons":
        return kies(h.ja("aangepaste_woning"), procent, NUL)
    return vast(procent)


def heeft_aow_leeftijd(maand: Maandstand, p: Waarden) -> Oordeel:
    """Tenant or partner has AOW age, in a year in which that makes a difference."""
    if not _kent_ouderen(p):
        return NEE
    grens = p["aow.leeftijd_maanden"] / _MAANDEN_PER_JAAR
    return minstens(maand.leeftijd, grens) | (maand.partner & minstens(maand.leeftijd_partner, grens))


def _kent_ouderen(p: Waarden) -> bool:
    """Up to 2024 AOW households have amounts of their own."""
    return "factor_a_eenpersoonsouderen" in p
