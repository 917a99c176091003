"""What a household has left per month at one number of hours of work.

For each number of hours the wage is put into the facts and the kernel works out every scheme: first the bijstand beside the
wage (or the AIO), then, with that as income too, the toeslagen and the schemes of the gemeente.

- A lasting situation: the wage of a whole year, holiday pay included, and no temporary exemptions.
- Net wage: income tax and credits of the year, without the combination credit, which comes with the tax return.
- As long as something is left of the bijstand, that is the main income. It is taxed: the gross year is the one that leaves the
  net wage and the bijstand together, for a couple half of the bijstand each. With it the toeslagen are worked out.
- Amounts that are known while a fact is still open count, as they do in the total of a talk.
- Schemes of the gemeente count with one twelfth of what they give a year; at most so much (`tot_en_met`), once and in kind do
  not. Kwijtschelding counts when the assessment is known: that is what need not be paid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from actions.regels.kern import bepaal
from actions.regels.regeling import Uitkomst
from actions.regels.waarden import NUL
from actions.regels.werken.gezin import BIJSTAND, TOESLAGEN, Gezin
from actions.regels.werken.inkomen_nu import TELT_NIET
from actions.regels.werken.loon import MAANDEN, cent

Feiten = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Punt:
    """Euros a month at so many hours a week, holiday pay spread over the months."""

    uren: Decimal
    bruto_loon: Decimal
    netto_loon: Decimal
    uitkering: Decimal
    """Bijstand or AIO with its vakantietoeslag, and an own benefit that does not depend on the hours."""
    toeslagen: Decimal
    gemeente: Decimal
    kosten: Decimal
    per_regeling: Mapping[str, Decimal]
    """What each scheme adds to it."""
    wel: frozenset[str]
    """Schemes there probably is a right to, also those that give no money."""
    onbekend: Mapping[str, str]
    """Schemes that cannot be said, with the code of the first reason; those of which the amount is known are not among them."""

    @property
    def totaal(self) -> Decimal:
        return self.netto_loon + self.uitkering + self.toeslagen + self.gemeente - self.kosten


def reken_punt(gezin: Gezin, uren: Decimal, loon: Decimal) -> Punt:
    """`loon`: gross euros a year at these hours, holiday pay included."""
    feiten, netto_loon = _met_loon(gezin, loon)
    eigen = _eigen_uitkering(gezin, loon)
    # What is left of another benefit comes before bijstand (Pw art. 15), and it is not known.
    zonder_bijstand = gezin.nu.vervalt and not _zoals_nu(gezin, loon)
    uitkeringen = [] if zonder_bijstand else _reken(gezin, feiten, gezin.uitkeringen)
    bijstand = sum((per_maand(u) for u in uitkeringen), NUL)
    if bijstand and not gezin.nu.blijft:
        feiten = _naast_bijstand(
            gezin, feiten, loon, netto_loon, sum((_per_jaar(u) for u in uitkeringen), NUL)
        )
    uitkomsten = [*uitkeringen, *_reken(gezin, feiten, gezin.overig)]
    per_regeling = {u.regeling: bedrag for u in uitkomsten if (bedrag := per_maand(u))}
    toeslagen = sum((per_regeling.get(id_, NUL) for id_ in TOESLAGEN), NUL)
    return Punt(
        uren=uren,
        bruto_loon=cent(loon / MAANDEN),
        netto_loon=netto_loon,
        uitkering=bijstand + eigen,
        toeslagen=toeslagen,
        gemeente=sum(per_regeling.values(), NUL) - toeslagen - bijstand,
        kosten=_kosten(gezin, feiten, loon),
        per_regeling=per_regeling,
        wel=frozenset(u.regeling for u in uitkomsten if u.recht == "waarschijnlijk_wel"),
        onbekend={
            u.regeling: u.redenen[0].code
            for u in uitkomsten
            if u.recht == "onbekend" and u.regeling not in per_regeling
        },
    )


def tijdelijk_erbij(gezin: Gezin, loon: Decimal, maanden: Decimal) -> Decimal:
    """What the gemeente may leave out of account of the wage, euros a month, after so many months of work beside bijstand."""
    feiten, _ = _met_loon(gezin, loon)
    zonder, met = (
        sum((per_maand(u) for u in _reken(gezin, elk, gezin.uitkeringen)), NUL)
        for elk in (feiten, {**feiten, "bijverdienen_maanden": maanden})
    )
    return met - zonder


def _reken(gezin: Gezin, feiten: Feiten, regelingen: tuple[str, ...]) -> tuple[Uitkomst, ...]:
    return bepaal(
        feiten,
        gezin.parameters,
        gezin.peildatum,
        regelingen,
        geschat=gezin.geschat,
        niet_scherper=gezin.niet_scherper,
        catalogus=gezin.catalogus,
        mensen=gezin.mensen,
        kort=True,
    ).uitkomsten


def _met_loon(gezin: Gezin, loon: Decimal) -> tuple[Feiten, Decimal]:
    """The facts with this wage and no bijstand, and the net wage a month."""
    nu = gezin.nu
    if _zoals_nu(gezin, loon):
        return gezin.zoals_nu, NUL
    feiten = {naam: w for naam, w in gezin.feiten.items() if naam != "bijverdienen_maanden"}
    if loon:
        feiten["werkt"] = True
    elif nu.loon_jaar != NUL or feiten.get("werkt") is not True:
        feiten["werkt"] = False  # who does not work now and said so studies or follows a trajectory
    ander = nu.jaar if nu.blijft else NUL
    soort = nu.soort if nu.blijft and nu.soort is not None else ("loon" if loon else "geen")
    arbeid = loon + ander if soort == "eigen_bedrijf" else loon
    profiel = gezin.afleider.profiel(soort, arbeid)
    netto = cent((gezin.netto(profiel, ander + loon) - _netto_ander(gezin)) / MAANDEN)
    feiten |= {
        "inkomen_soort": soort,
        "inkomen_jaar": ander + loon,
        "arbeidsinkomen_jaar": arbeid,
        "netto_inkomen_maand": netto + _eigen_netto(gezin),
    }
    if loon and soort != "loon":
        feiten["inkomen_soorten"] = (soort, "loon")
    return feiten, netto


def _zoals_nu(gezin: Gezin, loon: Decimal) -> bool:
    """Lives on a benefit of which only the present is known, and does not work."""
    return gezin.nu.vervalt and not loon and gezin.nu.loon_jaar == NUL


def _netto_ander(gezin: Gezin) -> Decimal:
    """Net euros a year of the income that stays, by the tax rules and without a wage."""
    nu = gezin.nu
    if not nu.blijft or not nu.jaar:
        return NUL
    profiel = gezin.afleider.profiel(nu.soort, nu.jaar if nu.soort == "eigen_bedrijf" else NUL)
    return gezin.netto(profiel, nu.jaar)


def _eigen_netto(gezin: Gezin) -> Decimal:
    """The same a month, as it comes in when that was said."""
    if not gezin.nu.blijft:
        return NUL
    return cent(_netto_ander(gezin) / MAANDEN) if gezin.nu.netto is None else gezin.nu.netto


def _eigen_uitkering(gezin: Gezin, loon: Decimal) -> Decimal:
    """An own benefit besides bijstand, as far as it is known what is left of it."""
    nu = gezin.nu
    if nu.vervalt:
        return (nu.netto or NUL) if _zoals_nu(gezin, loon) else NUL
    return NUL if nu.soort in TELT_NIET else _eigen_netto(gezin)


def _naast_bijstand(
    gezin: Gezin, feiten: Feiten, loon: Decimal, netto_loon: Decimal, bijstand_jaar: Decimal
) -> Feiten:
    """The facts with so much bijstand as income too: net euros a year, vakantietoeslag included."""
    deel = bijstand_jaar / 2 if gezin.paar else bijstand_jaar
    profiel = gezin.afleider.profiel("bijstand", loon)
    met: dict[str, object] = {
        **feiten,
        "inkomen_soort": "bijstand",
        "inkomen_soorten": ("bijstand", "loon") if loon else ("bijstand",),
        "inkomen_jaar": gezin.bruto(profiel, netto_loon * MAANDEN + deel),
    }
    van_partner = gezin.partner_profiel
    if van_partner is not None:
        jaar = feiten["inkomen_partner_jaar"]
        assert isinstance(jaar, Decimal)
        arbeid = van_partner.arbeid(jaar)
        met["inkomen_partner_jaar"] = gezin.bruto(
            replace(van_partner, arbeidsinkomen=arbeid), gezin.partner_netto + deel
        )
        if feiten.get("inkomen_soort_partner") == "geen":
            met["inkomen_soort_partner"] = "bijstand"
    return met


def _kosten(gezin: Gezin, feiten: Feiten, loon: Decimal) -> Decimal:
    """Travel and childcare: only while working, and childcare also for who studies or follows a trajectory."""
    werk = gezin.kosten.reizen + gezin.kosten.opvang if loon else NUL
    return werk + (gezin.opvang if feiten.get("werkt") is True else NUL)


def per_maand(u: Uitkomst) -> Decimal:
    """What an outcome adds a month; nothing while the amount is not known."""
    if u.recht == "waarschijnlijk_wel":
        maand, jaar = u.bedrag_per_maand, u.bedrag_per_jaar
    else:
        maand, jaar = (u.voorlopig.bedrag_per_maand if u.voorlopig else None), None
    if u.regeling in BIJSTAND:
        met_vakantietoeslag = next((s.bedrag for s in u.stappen if s.id == "bijstand"), None)
        return cent(met_vakantietoeslag or maand) if maand else NUL
    if u.regeling in TOESLAGEN:
        return maand or NUL
    geld = u.vorm == "geld" and not u.tot_en_met and u.ritme != "eenmalig"
    if geld or u.regeling == "kwijtschelding":
        return cent((jaar or NUL) / MAANDEN)
    return NUL


def _per_jaar(u: Uitkomst) -> Decimal:
    return u.bedrag_per_jaar or per_maand(u) * MAANDEN
