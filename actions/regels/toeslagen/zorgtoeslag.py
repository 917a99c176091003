"""Zorgtoeslag (Wet op de zorgtoeslag, Wzt): help with the premium of the health insurance.

Conditions
- 18 or older, from the month after the birthday (art. 1 lid 1 c).
- Insured under the Zvw (art. 1). A partner who is not insured halves the amount (art. 2 lid 4).
- Lawful residence, the partner too (Awir art. 9).
- Wealth on 1 January at most the limit, with the same partner all year both together (art. 3 lid 1).
Not a condition: rent, children, the insurer, an own-risk amount, where the income comes from.

Sum (art. 2): standard premium for one or two persons, minus the norm premium. The norm premium is a percentage of the
drempelinkomen plus a percentage of the income above it. The drempelinkomen is the whole-euro amount that Dienst Toeslagen
fixes, not the unrounded formula of art. 1: only that one gives the published income limits.
Rounding: the year half up to whole euros, under 24 euro nothing (Awir art. 14); the month is the rounded year / 12, down.
Each month is determined on its own (art. 2 lid 5): who turns 18, and who has a partner for part of the year, see `awir`.
Gaps: residents of treaty countries (woonlandfactor).
"""

from __future__ import annotations

from decimal import Decimal

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.regeling import Beoordeling, Regeling, Stap, Voorwaarde, Waarden
from actions.regels.toeslagen import awir
from actions.regels.waarden import (
    NUL,
    Bereik,
    Oordeel,
    een_van,
    grootste,
    kies,
    kies_uit,
    minstens,
    som,
    vast,
)

_NODIG = frozenset(
    {
        "standaardpremie",
        "drempelinkomen",
        "normpremie_pct_drempel_alleen",
        "normpremie_pct_drempel_partner",
        "normpremie_pct_boven_drempel",
        "aandeel_bij_partner_niet_verzekerd",
        "vermogensgrens_alleen",
        "vermogensgrens_partner",
        "minimumleeftijd",
        awir.MINIMUM,
    }
)
_HONDERD = Decimal(100)


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    oud_genoeg = [minstens(maand.leeftijd, p["minimumleeftijd"]) for maand in h.maanden]
    verblijf = awir.partners_verblijf(h)
    recht = [o & v for o, v in zip(oud_genoeg, awir.waar_het_verschilt(verblijf), strict=True)]

    # Only the partner makes months differ.
    bij = {maand.partner: _jaarbasis(h, maand.partner, p) for maand in h.maanden}
    jaarbasis = [bij[maand.partner] for maand in h.maanden]

    per_maand = list(zip(h.maanden, recht, jaarbasis, strict=True))
    jaar = awir.toegekend(
        som(kies(mag, bedrag * vast(maand.aantal), NUL) for maand, mag, bedrag in per_maand) / awir.MAANDEN, p
    )
    stand, mag_nu, jaarbasis_nu = next(deel for deel in per_maand if deel[0].nu)
    nu = kies(mag_nu, (jaarbasis_nu.euros_rekenkundig() / awir.MAANDEN).euros_omlaag(), NUL)
    partner = stand.partner
    inkomen = awir.toetsingsinkomen(h, partner)
    return Beoordeling(
        voorwaarden=(
            Voorwaarde("te_jong", een_van(oud_genoeg), "Wzt art. 1 lid 1 c"),
            Voorwaarde("niet_verzekerd", h.ja("zorgverzekerd"), "Wzt art. 1 lid 1 c"),
            awir.verblijf(h),
            awir.vermogen_binnen_grens(
                h, p["vermogensgrens_alleen"], p["vermogensgrens_partner"], "Wzt art. 3 lid 1"
            ),
            awir.iets_over(jaar, een_van(oud_genoeg) & een_van(verblijf), "Wzt art. 2 lid 1"),
        ),
        maand=awir.als_het_jaar_iets_geeft(jaar, nu),
        jaar=jaar,
        deel=kies(mag_nu, jaarbasis_nu / awir.MAANDEN, NUL),
        stappen=lambda: (
            Stap("toetsingsinkomen", inkomen, "Awir art. 8"),
            Stap(
                "standaardpremie",
                kies(partner, p["standaardpremie"] * 2, p["standaardpremie"]),
                "Wzt art. 2 lid 1",
            ),
            Stap(
                "normpremie",
                kies(
                    partner,
                    normpremie(inkomen, p, met_partner=True),
                    normpremie(inkomen, p, met_partner=False),
                ),
                "Wzt art. 2 lid 3",
            ),
            *(
                (Stap("helft", jaarbasis_nu, "Wzt art. 2 lid 4"),)
                if _partner_niet_verzekerd(h, stand)
                else ()
            ),
            Stap("jaar_afgerond", jaar, "Awir art. 14 lid 4"),
            Stap("maand_omlaag", nu, "Awir art. 14"),
        ),
        let_op=awir.partner_deel_van_jaar(h),
    )


def _jaarbasis(h: Huishouden, partner: Oordeel, p: Waarden) -> Bereik:
    """What a year with or without the partner gives, euros, not rounded."""
    inkomen = h.geld("inkomen_jaar")

    def samen() -> Bereik:
        samen_inkomen = inkomen + h.geld("inkomen_partner_jaar")
        return tegemoetkoming(samen_inkomen, p, met_partner=True) * _aandeel(h, p)

    return kies_uit(partner, samen, lambda: tegemoetkoming(inkomen, p, met_partner=False))


def tegemoetkoming(inkomen: Bereik, p: Waarden, *, met_partner: bool) -> Bereik:
    """The standard premium for one or two persons minus the norm premium, at least nothing; euros a year (art. 2 lid 1)."""
    premies = p["standaardpremie"] * (2 if met_partner else 1)
    return grootste(vast(premies) - normpremie(inkomen, p, met_partner=met_partner), NUL)


def normpremie(inkomen: Bereik, p: Waarden, *, met_partner: bool) -> Bereik:
    """What someone with this income is expected to pay a year (art. 2 lid 3)."""
    drempel = p["drempelinkomen"]
    van_de_drempel = p["normpremie_pct_drempel_partner" if met_partner else "normpremie_pct_drempel_alleen"]
    boven_de_drempel = grootste(inkomen - drempel, NUL) * (p["normpremie_pct_boven_drempel"] / _HONDERD)
    return boven_de_drempel + van_de_drempel * drempel / _HONDERD


def _aandeel(h: Huishouden, p: Waarden) -> Bereik:
    """Half when the partner is not insured (art. 2 lid 4)."""
    half = p["aandeel_bij_partner_niet_verzekerd"] / _HONDERD
    return kies(h.ja("zorgverzekerd_partner"), Decimal(1), half)


def _partner_niet_verzekerd(h: Huishouden, maand: Maandstand) -> bool:
    return maand.partner.waarde is True and h.feiten.get("zorgverzekerd_partner") is False


REGELING = Regeling(
    id="zorgtoeslag",
    ronde=1,
    beoordeel=beoordeel,
    parameters=lambda _jaar: _NODIG,
    leeftijdsgrenzen=lambda p: {"leeftijd": frozenset({int(p["minimumleeftijd"])})},
    uiterlijk=awir.uiterlijk,
    heel_jaar_terug=True,
    terugbetalen="liever_hoger",
)
