"""The norm: what a household needs a month according to the Participatiewet (Pw art. 20-23), net, vakantietoeslag included.

- Alone (with or without children) or together. "Together" is a partner, or a shared household (`gezamenlijke_huishouding`;
  absent: only the partner). Children change the norm of couples under 21 only: a single parent has the norm of a single person.
- From 21 to AOW age art. 21; from AOW age art. 22 (one of a couple is enough); 18 to 20 art. 20.
- 18 to 20, from 2026: raised when the parents do not contribute (`ouders_dragen_bij` false), never above the norm from 21
  (art. 20 lid 3 and 4).
- Sharing costs (art. 22a), from 21 years: ((40% + A x 30%) / A) x the norm of a couple for each person, where A counts the
  household's adults from 21 and the co-residents who share costs: from 27 years, no student, and nobody with a written
  contract, unless parent, child, brother or sister (art. 19a; first and second degree). For a couple the sum of both (lid 2).
- In an institution art. 23, with the raise of lid 2.
Amounts change on 1 January and 1 July. Rounding: a person's share to the cent, half up (the published tables).
Never read here: income and wealth, so an income may follow from the norm.

Gaps: one of a couple in an institution (art. 23 lid 3); the raise for a partner of 18 to 20 (only the applicant's parents are
asked about, and it is given once); a couple of somebody at AOW age and somebody under 21; a partner without right (art. 24,
see `bijstand`); lower norms for the home or after school (art. 27 and 28, local); "familie" counts as farther than the second
degree; care elsewhere (art. 22a lid 4). Of a shared household that is no partner, the other person is taken to be one of the
co-residents who would otherwise count.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from actions.regels.huishouden import MEESTE_IN_LIJST, Huishouden, Maandstand, Medebewonerstand
from actions.regels.waarden import (
    GEEN,
    JA,
    NEE,
    NUL,
    Bereik,
    Oordeel,
    grootste,
    kies,
    kies_uit,
    kleinste,
    meer_dan,
    minstens,
    som,
    vast,
)
from content.parameters import Parameters

REGELING = "bijstand"
"""Under this id the amounts stand, also those of the AIO."""
NODIG = frozenset(
    {
        "norm_alleenstaande",
        "norm_gehuwden",
        "norm_alleenstaande_aow",
        "norm_gehuwden_aow",
        "norm_alleenstaande_18_20",
        "norm_gehuwden_beiden_18_20_zonder_kind",
        "norm_gehuwden_beiden_18_20_met_kind",
        "norm_gehuwden_een_18_20_zonder_kind",
        "norm_gehuwden_een_18_20_met_kind",
        "deel_18_20_met_kind_bij_kostendelers",
        "norm_inrichting_alleenstaande",
        "norm_inrichting_gehuwden",
        "inrichting_verhoging_alleenstaande",
        "inrichting_verhoging_gehuwden",
        "leeftijd_norm_21",
        "kostendelers_vast_pct",
        "kostendelers_per_persoon_pct",
        "kostendeler_vanaf_leeftijd",
        "kostendelersnorm_vanaf_leeftijd",
    }
)
VERHOGING = "verhoging_18_20"
"""Exists since 2026."""
VANAF_2026 = frozenset({VERHOGING})
AOW_LEEFTIJD = "aow.leeftijd_maanden"


class Bedragen(dict[str, Decimal]):
    """The amounts of the bijstand on one day, by their own name, and the AOW age under `AOW_LEEFTIJD`.

    Never changed, so what a household gets by them is kept under them.
    """

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)


_CENT = Decimal("0.01")
_HONDERD = Decimal(100)
_MAANDEN = Decimal(12)
EEN, TWEE = Decimal(1), Decimal(2)
NIETS = vast(0)


def nodig(jaar: int) -> frozenset[str]:
    """Names of the bijstand without which there is no norm for a year."""
    return NODIG | (VANAF_2026 if jaar >= 2026 else GEEN)


def bedragen(bron: Parameters, dag: date) -> Bedragen:
    """Everything that is known of the bijstand on a day."""
    return bron.eenmaal(_bedragen, bron.tijdvak(dag))


def _bedragen(bron: Parameters, dag: date) -> Bedragen:
    aow = bron.waarde("aow", "leeftijd_maanden", dag)
    return Bedragen({**bron.op(REGELING, dag), **({} if aow is None else {AOW_LEEFTIJD: aow.waarde})})


def bedragen_of_eerder(bron: Parameters, peildatum: date) -> Bedragen | None:
    """The amounts on the reference date or, when those are not complete, at the end of the year before; else None."""
    for dag in (peildatum, date(peildatum.year - 1, 12, 31)):
        gevonden = bedragen(bron, dag)
        if gevonden.keys() >= nodig(dag.year) | {AOW_LEEFTIJD}:
            return gevonden
    return None


def halfjaren(bron: Parameters, dag: date) -> tuple[Bedragen, Bedragen]:
    """The amounts of both halves of the year of `dag`; of a half that is not known yet, those of `dag`."""
    return bron.eenmaal(_halfjaren, bron.tijdvak(dag))


def _halfjaren(bron: Parameters, dag: date) -> tuple[Bedragen, Bedragen]:
    nu = bedragen(bron, dag)
    eerste, tweede = (bedragen(bron, date(dag.year, maand, 1)) for maand in (1, 7))
    return _aangevuld(nu, eerste), _aangevuld(nu, tweede)


def _aangevuld(nu: Bedragen, half: Bedragen) -> Bedragen:
    """The amounts of a half-year; `nu` itself when they are the same."""
    samen_ = Bedragen(nu | half)
    return nu if samen_ == nu else samen_


def samen(h: Huishouden) -> Oordeel:
    """Married, living together or sharing a household: one norm for both (Pw art. 3)."""
    partner = h.ja("partner")
    if h.feiten.get("gezamenlijke_huishouding") is None:
        return partner
    return partner | h.ja("gezamenlijke_huishouding")


def personen(h: Huishouden) -> dict[str, Decimal]:
    """For the words of a reason: of one person, or of two (also as long as that is not known)."""
    return {"personen": Decimal(1 if samen(h).waarde is False else 2)}


def aow_leeftijd(leeftijd: Bereik, n: Mapping[str, Decimal]) -> Oordeel:
    return minstens(leeftijd, n[AOW_LEEFTIJD] / _MAANDEN)


def heeft_aow_leeftijd(h: Huishouden, stand: Maandstand, n: Mapping[str, Decimal]) -> Oordeel:
    """The applicant or, of two together, one of them (Pw art. 22 and 47a)."""
    return aow_leeftijd(stand.leeftijd, n) | (samen(h) & aow_leeftijd(stand.leeftijd_partner, n))


def in_inrichting(h: Huishouden) -> Oordeel:
    return h.is_een_van("woonsituatie", "instelling")


def met_kind(stand: Maandstand) -> Oordeel:
    return meer_dan(stand.aantal_kinderen, NUL)


def norm(h: Huishouden, stand: Maandstand, n: Bedragen) -> Bereik:
    """Net euros a month, vakantietoeslag included."""
    return h.eenmaal(_norm, stand, n)


def _norm(h: Huishouden, stand: Maandstand, n: Bedragen) -> Bereik:
    gehuwd = samen(h)

    def in_een_inrichting() -> Bereik:
        return kies(
            gehuwd,
            n["norm_inrichting_gehuwden"] + n["inrichting_verhoging_gehuwden"],
            n["norm_inrichting_alleenstaande"] + n["inrichting_verhoging_alleenstaande"],
        )

    return kies_uit(
        in_inrichting(h),
        in_een_inrichting,
        lambda: kies_uit(gehuwd, lambda: _gehuwden(h, stand, n), lambda: _alleenstaande(h, stand, n)),
    )


def norm_rust_op(h: Huishouden, stand: Maandstand, n: Bedragen) -> tuple[Hashable, ...]:
    """What of a month the norm rests on: months alike in this have the same norm."""
    return stand.leeftijd, stand.leeftijd_partner, met_kind(stand), kostendelers(h, stand, n)


def artikel(h: Huishouden, stand: Maandstand, n: Bedragen) -> str:
    """Where the norm stands in the law, once it is certain."""
    if in_inrichting(h).waarde:
        return "Pw art. 23"
    if (~_vanaf_21(stand.leeftijd, n) | (samen(h) & ~_vanaf_21(stand.leeftijd_partner, n))).waarde:
        return "Pw art. 20"
    if deelt_kosten(h, stand, n).waarde:
        return "Pw art. 22a"
    return "Pw art. 22" if heeft_aow_leeftijd(h, stand, n).waarde else "Pw art. 21"


def deelt_kosten(h: Huishouden, stand: Maandstand, n: Bedragen) -> Oordeel:
    """The norm is lower because others share the costs (Pw art. 22a lid 1)."""
    oud_genoeg = minstens(stand.leeftijd, n["kostendelersnorm_vanaf_leeftijd"]) | (
        samen(h) & minstens(stand.leeftijd_partner, n["kostendelersnorm_vanaf_leeftijd"])
    )
    return ~in_inrichting(h) & oud_genoeg & minstens(kostendelers(h, stand, n), EEN)


def kostendelers(h: Huishouden, stand: Maandstand, n: Mapping[str, Decimal]) -> Bereik:
    """How many co-residents share the costs (Pw art. 19a), the one with whom the household is shared left out."""
    aantal = stand.eenmaal(_delers, n["kostendeler_vanaf_leeftijd"])
    if h.feiten.get("gezamenlijke_huishouding") is True and h.feiten.get("partner") is not True:
        return grootste(aantal - EEN, NUL) if stand.medebewoners is not None else aantal
    return aantal


def _delers(stand: Maandstand, vanaf: Decimal) -> Bereik:
    spoor = frozenset({"medebewoners"})
    if stand.medebewoners is None:
        return Bereik(NUL, Decimal(MEESTE_IN_LIJST), spoor, spoor)
    aantal = som(kies(_deelt_mee(m, vanaf), EEN, NUL) for m in stand.medebewoners)
    return aantal + Bereik(NUL, NUL, GEEN, spoor)


def _deelt_mee(m: Medebewonerstand, vanaf: Decimal) -> Oordeel:
    return minstens(m.leeftijd, vanaf) & ~m.studeert & (m.tweede_graad | ~m.huurcontract)


def _vanaf_21(leeftijd: Bereik, n: Bedragen) -> Oordeel:
    return minstens(leeftijd, n["leeftijd_norm_21"])


def halve_norm(
    feiten: Mapping[str, object], bron: Parameters, peildatum: date, *, heel_jaar: bool
) -> Bereik | None:
    """What one person of a household on bijstand has of the norm, net: a month now or, with `heel_jaar`, the calendar year.

    None when there are no amounts, or when the norm rests on something that the resident does not know.
    """
    n = bedragen_of_eerder(bron, peildatum)
    if n is None:
        return None
    h = Huishouden(feiten, peildatum)
    stand = h.vandaag
    if heel_jaar:
        eerste, tweede = halfjaren(bron, peildatum)
        compleet = eerste.keys() >= n.keys()
        bedrag = (
            (norm(h, stand, eerste) + norm(h, stand, tweede)) * (_MAANDEN / 2)
            if compleet
            else norm(h, stand, n) * _MAANDEN
        )
    else:
        bedrag = norm(h, stand, n)
    if any(h.weet_niet(pad) for pad in bedrag.open):
        return None
    gehuwd = samen(h)
    return kies(gehuwd, bedrag / Decimal(2), bedrag)


def _alleenstaande(h: Huishouden, stand: Maandstand, n: Bedragen) -> Bereik:
    def vanaf_21(eigen: str, gehuwden: str) -> Bereik:
        delers = kostendelers(h, stand, n)
        return kies_uit(
            minstens(delers, EEN), lambda: _deel(delers, 1, n[gehuwden], n), lambda: vast(n[eigen])
        )

    def jong() -> Bereik:
        return _verhoogd(h, JA, vast(n["norm_alleenstaande_18_20"]), vast(n["norm_alleenstaande"]), n)

    return kies_uit(
        aow_leeftijd(stand.leeftijd, n),
        lambda: vanaf_21("norm_alleenstaande_aow", "norm_gehuwden_aow"),
        lambda: kies_uit(
            _vanaf_21(stand.leeftijd, n), lambda: vanaf_21("norm_alleenstaande", "norm_gehuwden"), jong
        ),
    )


def _gehuwden(h: Huishouden, stand: Maandstand, n: Bedragen) -> Bereik:
    oud, oud_partner = _vanaf_21(stand.leeftijd, n), _vanaf_21(stand.leeftijd_partner, n)
    delers = kostendelers(h, stand, n)
    deelt, kind = minstens(delers, EEN), met_kind(stand)

    def beiden_vanaf_21(naam: str) -> Bereik:
        return kies_uit(deelt, lambda: _deel(delers, 2, n[naam], n) * TWEE, lambda: vast(n[naam]))

    def oudere() -> Bereik:
        ouderen = aow_leeftijd(stand.leeftijd, n) | aow_leeftijd(stand.leeftijd_partner, n)
        return kies_uit(
            ouderen, lambda: beiden_vanaf_21("norm_gehuwden_aow"), lambda: beiden_vanaf_21("norm_gehuwden")
        )

    def een_jong() -> Bereik:
        van_de_jongste = kies(kind, n["deel_18_20_met_kind_bij_kostendelers"], n["norm_alleenstaande_18_20"])
        norm_ = kies_uit(
            deelt,
            lambda: van_de_jongste + _deel(delers, 1, n["norm_gehuwden"], n),
            lambda: kies(
                kind, n["norm_gehuwden_een_18_20_met_kind"], n["norm_gehuwden_een_18_20_zonder_kind"]
            ),
        )
        return _verhoogd(h, ~oud, norm_, beiden_vanaf_21("norm_gehuwden"), n)

    def beiden_jong() -> Bereik:
        norm_ = kies(
            kind, n["norm_gehuwden_beiden_18_20_met_kind"], n["norm_gehuwden_beiden_18_20_zonder_kind"]
        )
        return _verhoogd(h, JA, norm_, vast(n["norm_gehuwden"]), n)

    return kies_uit(oud & oud_partner, oudere, lambda: kies_uit(oud | oud_partner, een_jong, beiden_jong))


def _verhoogd(h: Huishouden, jong: Oordeel, basis: Bereik, hoogstens: Bereik, n: Bedragen) -> Bereik:
    """Raised when the parents of the (young) applicant do not contribute, up to the norm from 21 (art. 20 lid 3 and 4)."""
    verhoging = n.get(VERHOGING)
    zonder_ouders = NEE if verhoging is None else jong & ~h.ja("ouders_dragen_bij")
    return kies(zonder_ouders, kleinste(basis + (verhoging or NUL), grootste(basis, hoogstens)), basis)


def _deel(delers: Bereik, volwassenen: int, gehuwden: Decimal, n: Bedragen) -> Bereik:
    """One person's share when at least one co-resident shares the costs (art. 22a lid 1); falls as more share."""

    def bij(aantal: Decimal) -> Decimal:
        procent = n["kostendelers_vast_pct"] + aantal * n["kostendelers_per_persoon_pct"]
        return (procent / _HONDERD * gehuwden / aantal).quantize(_CENT, ROUND_HALF_UP)

    a = grootste(delers, EEN) + Decimal(volwassenen)
    laag, hoog = bij(a.hoog), bij(a.laag)
    return Bereik(laag, hoog, GEEN if laag == hoog else a.open, a.feiten)
