"""Kindgebonden budget (Wet op het kindgebonden budget, Wkb): extra money for children, on top of kinderbijslag.

Conditions
- A child under 18 for whom kinderbijslag is paid, or would be (art. 2 lid 1): from the month after birth up to and including
  the month of the 18th birthday.
- Lawful residence (Awir art. 9 lid 1). That of the partner is no condition when the child may live here (art. 1 lid 5), which is
  taken for granted; without it the outcome says so.
- Wealth on 1 January at most the limit, with the same partner all year both together (art. 1 lid 4).
Not a condition: the parent's age, rent, work. There is no separate income limit: the amount falls until nothing is left.

Sum (art. 2): an amount per child, more for 12-15 and for 16-17 years (from the month after that birthday), the
alleenstaande-ouderkop without a toeslagpartner; minus a percentage of the income above the threshold, which is higher with a
partner. Per calendar month (lid 11): when a child turns 12, 16 or 18, or a partner comes, the year is the sum of monthly
twelfths.
Rounding: the year half up to whole euros, under 24 euro nothing (Awir art. 14); the month is the unrounded year / 12, down.
Gaps: no official example with a split year was found; co-parenting: only the one who gets the kinderbijslag has the right.
"""

from __future__ import annotations

from decimal import Decimal

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.mensen import LAATSTE_KINDERJAAR, NOG_NIET_GEBOREN
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
    meer_dan,
    som,
    vast,
)

_NODIG = frozenset(
    {
        "bedrag_per_kind",
        "verhoging_12_15",
        "verhoging_16_17",
        "alleenstaande_ouderkop",
        "drempelinkomen_alleen",
        "drempelinkomen_partner",
        "afbouwpercentage",
        "vermogensgrens_alleen",
        "vermogensgrens_partner",
        awir.MINIMUM,
    }
)
_HONDERD = Decimal(100)


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    heeft_kind = [meer_dan(maand.aantal_kinderen, NUL) for maand in h.maanden]
    nooit_kind = een_van(heeft_kind).waarde is False
    per_maand = [(maand, vast(0) if nooit_kind else op_jaarbasis(h, maand, p)) for maand in h.maanden]

    jaar = awir.toegekend(som(bedrag * vast(maand.aantal) for maand, bedrag in per_maand) / awir.MAANDEN, p)
    basis_nu = next(bedrag for maand, bedrag in per_maand if maand.nu)
    nu = (basis_nu / awir.MAANDEN).euros_omlaag()
    partner = h.nu.partner
    inkomen = awir.toetsingsinkomen(h, partner)
    return Beoordeling(
        voorwaarden=(
            Voorwaarde("geen_kind", een_van(heeft_kind), "Wkb art. 2 lid 1"),
            Voorwaarde("geen_kinderbijslag", kinderbijslag(h), "Wkb art. 2 lid 1"),
            Voorwaarde("geen_verblijfsrecht", h.ja("verblijfsrecht"), "Awir art. 9 lid 1"),
            awir.vermogen_binnen_grens(
                h, p["vermogensgrens_alleen"], p["vermogensgrens_partner"], "Wkb art. 1 lid 4"
            ),
            awir.iets_over(jaar, een_van(heeft_kind), "Wkb art. 2 lid 7"),
        ),
        maand=awir.als_het_jaar_iets_geeft(jaar, nu),
        jaar=jaar,
        deel=basis_nu / awir.MAANDEN,
        stappen=lambda: (
            Stap("toetsingsinkomen", inkomen, "Awir art. 8"),
            Stap("bedrag_kinderen", kinderbedrag(h.nu, p), "Wkb art. 2 lid 2-5"),
            *(
                (Stap("alleenstaande_ouderkop", vast(p["alleenstaande_ouderkop"]), "Wkb art. 2 lid 6"),)
                if partner.waarde is False
                else ()
            ),
            Stap("drempelinkomen", _drempel(partner, p), "Wkb art. 2 lid 7-8"),
            Stap("afbouw", _afbouw(inkomen, _drempel(partner, p), p), "Wkb art. 2 lid 7"),
            Stap("jaar_afgerond", jaar, "Awir art. 14 lid 4"),
            Stap("maand_omlaag", nu, "Awir art. 14"),
        ),
        let_op=(
            *awir.partner_deel_van_jaar(h),
            *(("partner_zonder_verblijfsrecht",) if _partner_zonder_verblijf(h) else ()),
        ),
    )


def kinderbijslag(h: Huishouden) -> Oordeel:
    """Kinderbijslag is paid. Assumed, but with shared care (co-ouders) it may go to the other parent: then it is asked."""
    if h.feiten.get("co_ouder") is True and h.feiten.get("kinderbijslag_ontvangt") is None:
        spoor = frozenset({"kinderbijslag_ontvangt"})
        return Oordeel(None, spoor, spoor)
    return h.ja("kinderbijslag_ontvangt")


def op_jaarbasis(h: Huishouden, maand: Maandstand, p: Waarden) -> Bereik:
    """The amount a year would give if every month were like this one; euros a year, not rounded."""
    kinderen = kinderbedrag(maand, p)
    heeft_kind = meer_dan(maand.aantal_kinderen, NUL)
    inkomen = h.geld("inkomen_jaar")

    def samen() -> Bereik:
        drempel = vast(p["drempelinkomen_partner"])
        return grootste(kinderen - _afbouw(inkomen + h.geld("inkomen_partner_jaar"), drempel, p), NUL)

    def alleen() -> Bereik:
        kop = kies(heeft_kind, p["alleenstaande_ouderkop"], NUL)
        return grootste(kinderen + kop - _afbouw(inkomen, vast(p["drempelinkomen_alleen"]), p), NUL)

    return kies_uit(maand.partner, samen, alleen)


def _partner_zonder_verblijf(h: Huishouden) -> bool:
    """The partner may not live here, or nobody knows."""
    met_partner = any(maand.partner.waarde for maand in h.maanden)
    return met_partner and h.ja("verblijfsrecht_partner").waarde is not True


def kinderbedrag(maand: Maandstand, p: Waarden) -> Bereik:
    """Amounts for all children, the rises for 12-15 and 16-17 included (art. 2 lid 2, 4 and 5); euros a year."""
    if maand.kinderen is None:
        meeste = p["bedrag_per_kind"] + max(p["verhoging_12_15"], p["verhoging_16_17"])
        aantal = maand.aantal_kinderen
        return Bereik(NUL, aantal.hoog * meeste, aantal.open, aantal.feiten)
    return som(_bedrag_voor(leeftijd, p) for leeftijd in maand.kinderen)


def _bedrag_voor(leeftijd: Bereik, p: Waarden) -> Bereik:
    bedrag = p["bedrag_per_kind"]
    return leeftijd.uit_tabel(
        (
            (NOG_NIET_GEBOREN, NUL),
            (Decimal(11), bedrag),
            (Decimal(15), bedrag + p["verhoging_12_15"]),
            (LAATSTE_KINDERJAAR, bedrag + p["verhoging_16_17"]),
            (None, NUL),
        )
    )


def _drempel(partner: Oordeel, p: Waarden) -> Bereik:
    return kies(partner, p["drempelinkomen_partner"], p["drempelinkomen_alleen"])


def _afbouw(inkomen: Bereik, drempel: Bereik, p: Waarden) -> Bereik:
    """What the income above the threshold takes off (art. 2 lid 7)."""
    return grootste(inkomen - drempel, NUL) * (p["afbouwpercentage"] / _HONDERD)


REGELING = Regeling(
    id="kindgebonden-budget",
    ronde=1,
    beoordeel=beoordeel,
    parameters=lambda _jaar: _NODIG,
    leeftijdsgrenzen=lambda _p: {"kinderen": frozenset({0, 12, 16, 18})},
    uiterlijk=awir.uiterlijk,
    heel_jaar_terug=True,
    terugbetalen="liever_hoger",
)
