"""Aanvullende inkomensvoorziening ouderen, AIO (Participatiewet, Pw art. 47a): bijstand from AOW age, paid by the SVB.

Conditions
- AOW age; of two together one of them is enough (art. 22 b and c, 47a).
- Lawful residence (art. 11). A partner without it: another norm (art. 24), left to a person.
- Income of both, AOW and pension included, under the norm of art. 22 (shared costs: art. 22a; see `norm`).
- Wealth and own home as for bijstand (art. 34, 50).
Not a condition: being fit for work, a full or a short AOW. A single person with a full AOW (`aow_volledig`) is above the norm
whatever else comes in, so that settles it without an amount.

Amount: the norm less the income, see `uitkering`. Of an own pension a fixed amount does not count (art. 33 lid 5), only when the
facts say that there is one; of the applicant's work 25% up to a maximum, without end (art. 31 lid 2 n; from 2027 34a lid 1 c).
Who has AIO already (`inkomen_soort` bijstand): the own income beside it is asked, as the total equals the norm.
Told with it: weeks abroad (art. 13 lid 4), changes must be told at once, a pension that may count less.
Gaps: a partner under 21, the partner's own work, insured years are not turned into an amount of AOW.
"""

from __future__ import annotations

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.participatiewet import balans, middelen, norm, uitkering, vrijlating
from actions.regels.participatiewet.soort import krijgt_bijstand
from actions.regels.regeling import Beoordeling, Leeftijdsgrenzen, Reden, Regeling, Voorwaarde, Waarden
from actions.regels.waarden import JA, NUL, Bereik, Oordeel, grootste

_PENSIOEN = frozenset({"pensioen_vrij_alleenstaande", "pensioen_vrij_gehuwden"})
_WERK = frozenset({"vrijlating_arbeid_pct", "vrijlating_arbeid_max"})


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    n = uitkering.van_bron(p)
    nu = h.vandaag
    leeftijd = Voorwaarde(
        "nog_geen_aow", norm.heeft_aow_leeftijd(h, nu, n), "Pw art. 22 en 47a", norm.personen(h)
    )
    if leeftijd.oordeel.waarde is False:
        return Beoordeling((leeftijd,), maand=norm.NIETS, jaar=norm.NIETS)
    eigen = _inkomen(h, "")
    partner = middelen.van_partner(h, lambda: _inkomen(h, "_partner"))
    telt = _na_vrijlating(h, p, n, eigen, partner)

    def geldt(stand: Maandstand) -> Oordeel:
        return norm.heeft_aow_leeftijd(h, stand, n)

    u = uitkering.reken(h, nu, p, n, eigen + partner, telt, geldt)
    voor_een_mens = (
        middelen.overwaarde_binnen_grens(h, n),
        middelen.partner_met_recht(h),
        Voorwaarde("giften", middelen.giften_binnen_grens(h, n), "Pw art. 31 lid 2 m en s"),
    )
    return Beoordeling(
        voorwaarden=(
            leeftijd,
            middelen.verblijf(h),
            Voorwaarde("aow_volledig", _niet_volledig(h), "Pw art. 19 en 22"),
            middelen.vermogen_binnen_grens(h, nu, n),
            *(v for v in voor_een_mens if v.oordeel.waarde is not False),
            u.onder_de_norm(),
        ),
        maand=u.maand,
        jaar=u.jaar,
        deel=u.per_maand,
        stappen=lambda: uitkering.stappen(h, nu, n, u, "Pw art. 31 lid 2 n en 33 lid 5"),
        let_op=_let_op(h, p),
        niet_te_bepalen=next((v.code for v in voor_een_mens if v.oordeel.waarde is False), None),
    )


def _inkomen(h: Huishouden, achter: str) -> Bereik:
    """Own net income a month. Beside AIO it cannot follow from the norm: the total is the norm by itself."""
    if not krijgt_bijstand(h.feiten, achter):
        return middelen.eigen_inkomen(h, achter)
    return Huishouden(h.feiten, h.peildatum).geld(f"netto_inkomen{achter}_maand")


def _na_vrijlating(h: Huishouden, p: Waarden, n: norm.Bedragen, eigen: Bereik, partner: Bereik) -> Bereik:
    vrij = (
        balans.vanaf_aow(p)
        if balans.geldt(h.peildatum)
        else vrijlating.Vrijlating(
            n["vrijlating_arbeid_pct"], n["vrijlating_arbeid_max"], "Pw art. 31 lid 2 n"
        )
    )
    telt = vrijlating.na_vrijlating(eigen, vrij, vrijlating.arbeidsdeel(h)) + partner
    pensioen = vrijlating.pensioen_vrij(h, p["pensioen_vrij_alleenstaande"], p["pensioen_vrij_gehuwden"])
    return telt if pensioen is None else grootste(telt - pensioen, NUL)


def _niet_volledig(h: Huishouden) -> Oordeel:
    """Not a single person with a full AOW. Only looked at when it was said: an amount tells more."""
    if not isinstance(h.feiten.get("aow_volledig"), bool):
        return JA
    return norm.samen(h) | norm.in_inrichting(h) | ~h.ja("aow_volledig")


def _let_op(h: Huishouden, p: Waarden) -> tuple[Reden, ...]:
    weken = p.bron.waarde("aio", "buitenland_weken", p.datum)
    pensioen = vrijlating.pensioen_vrij(h, NUL, NUL)
    getallen = balans.getallen_aow(p)
    komt_eraan = balans.komt_eraan(h.peildatum) and vrijlating.werkt_al(h)
    return (
        *((Reden("krijgt_al_aio"),) if krijgt_bijstand(h.feiten, "") else ()),
        *(() if weken is None else (Reden("buitenland", {"weken": weken.waarde}),)),
        *((Reden("klein_pensioen"),) if pensioen is None else ()),
        Reden("geef_door"),
        *((Reden("werken_vanaf_2027", getallen),) if getallen and komt_eraan else ()),
    )


def _leeftijdsgrenzen(p: Waarden) -> Leeftijdsgrenzen:
    aow = frozenset({int(p[norm.AOW_LEEFTIJD] / 12)})
    return {
        "leeftijd": aow,
        "leeftijd_partner": aow,
        "medebewoners": frozenset({int(p["bijstand.kostendeler_vanaf_leeftijd"])}),
    }


def _parameters(jaar: int) -> frozenset[str]:
    van_bijstand = norm.nodig(jaar) | middelen.VERMOGEN | _WERK | {"vakantietoeslag_pct"}
    return frozenset(f"bijstand.{naam}" for naam in van_bijstand) | _PENSIOEN | {norm.AOW_LEEFTIJD}


REGELING = Regeling(
    id="aio",
    ronde=2,
    beoordeel=beoordeel,
    parameters=_parameters,
    leeftijdsgrenzen=_leeftijdsgrenzen,
    uiterlijk=lambda _jaar: None,
    terugbetalen="precies",
)
