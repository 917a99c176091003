"""Algemene bijstand (Participatiewet, Pw): what a household has too little to live on, paid by the gemeente.

Conditions
- 18 or older (art. 11, 13), and nobody of the household at AOW age: then the SVB pays it as AIO (art. 47a, see `aio`).
- Lawful residence (art. 11). A partner without it: another norm (art. 24, 24a), left to a person.
- Income under the norm (art. 19; norm: see `norm`). Exemptions for work come after that: see `vrijlating`.
- Wealth of today less debts at most the limit (art. 34).
- Own home: value above the mortgage at most the amount of art. 34 lid 2 d. Above it bijstand may come as a loan (art. 50):
  `onbekend`, a person looks at it.
- No education paid by the state: under 27 a student has no right (art. 13 lid 2), and student finance as main income comes
  first for everybody (art. 15). Studying from 27 on without saying how it is paid: a person looks at it.
- Gifts above the amount of the year, and 18 to 20 in an institution: a person looks at it.
Not a condition: work, the kind of home, how long somebody lives in the gemeente.

Amount: see `uitkering`. Month without, year with vakantietoeslag; never below nothing.
Who gets bijstand already (`inkomen_soort`): that income is the bijstand itself and does not count.
Told with it, as `let_op`: the search period under 27 (art. 41 lid 4), that it starts on the day of reporting and goes back only
exceptionally (art. 44 lid 5), that changes must be told at once (art. 17), a lower norm without costs of a home (art. 27), a
possible shared household, what changes in 2027 and what of it this gemeente applies already (see `balans`).
Gaps: detention, more than four weeks abroad (art. 13), a car, measures (art. 18), which other benefit comes first (art. 15;
WW and such are income here), alimony, wealth of children, bijzondere bijstand, a local rule of any kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.participatiewet import balans, middelen, norm, uitkering, vrijlating
from actions.regels.participatiewet.soort import krijgt_bijstand
from actions.regels.regeling import Beoordeling, Leeftijdsgrenzen, Reden, Regeling, Voorwaarde, Waarden
from actions.regels.waarden import JA, Bereik, Oordeel, minder_dan, minstens, vast
from content.schema import Maatregel

VANAF_18 = Decimal(18)
ONDER_27 = Decimal(27)
"""No right next to education that the state pays (art. 13 lid 2 c)."""
_VRIJLATING = frozenset(
    {
        "vrijlating_arbeid_pct",
        "vrijlating_arbeid_max",
        "vrijlating_arbeid_maanden",
        "vrijlating_vanaf_leeftijd",
        "vrijlating_alleenstaande_ouder_pct",
        "vrijlating_alleenstaande_ouder_max",
        "vrijlating_alleenstaande_ouder_maanden",
        "vrijlating_alleenstaande_ouder_kind_jonger_dan",
    }
)
_VANAF_2026 = frozenset(
    {"giften_vrij", "zoektermijn_tot_leeftijd", "zoektermijn_weken", "terugwerkend_maanden"}
)


def beoordeel(h: Huishouden, p: Waarden, past_toe: Collection[Maatregel] = ()) -> Beoordeling:
    """`past_toe`: measures of 2027 that the gemeente applies already."""
    n = uitkering.van_bron(p)
    nu = h.vandaag
    kracht = balans.van_kracht(p, h.peildatum, past_toe)
    leeftijd = (
        Voorwaarde("te_jong", minstens(nu.leeftijd, VANAF_18), "Pw art. 11 en 13"),
        Voorwaarde("aow_leeftijd", ~norm.heeft_aow_leeftijd(h, nu, n), "Pw art. 47a"),
    )
    if any(v.oordeel.waarde is False for v in leeftijd):
        return Beoordeling(leeftijd, maand=norm.NIETS, jaar=norm.NIETS)
    eigen = middelen.netto_inkomen(h, "")
    partner = middelen.van_partner(h, lambda: middelen.netto_inkomen(h, "_partner"))
    telt, artikel_vrij = _wat_telt(h, nu, p, n, eigen, kracht)

    def geldt(stand: Maandstand) -> Oordeel:
        return minstens(stand.leeftijd, VANAF_18) & ~norm.heeft_aow_leeftijd(h, stand, n)

    u = uitkering.reken(h, nu, p, n, eigen + partner, telt + partner, geldt)
    voor_een_mens = (
        middelen.overwaarde_binnen_grens(h, n),
        middelen.partner_met_recht(h),
        Voorwaarde("giften", middelen.giften_binnen_grens(h, n), "Pw art. 31 lid 2 m en s"),
        Voorwaarde("studie_vanaf_27", _geen_studie_vanaf_27(h, nu), "Pw art. 15"),
        Voorwaarde(
            "instelling_jong",
            ~norm.in_inrichting(h) | minstens(nu.leeftijd, n["leeftijd_norm_21"]),
            "Pw art. 13 lid 2",
        ),
    )
    return Beoordeling(
        voorwaarden=(
            *leeftijd,
            middelen.verblijf(h),
            Voorwaarde("studiefinanciering", _geen_studiefinanciering(h, nu), "Pw art. 13 lid 2 en 15"),
            middelen.vermogen_binnen_grens(h, nu, n),
            *(v for v in voor_een_mens if v.oordeel.waarde is not False),
            u.onder_de_norm(),
        ),
        maand=u.maand,
        jaar=u.jaar,
        deel=u.per_maand,
        stappen=lambda: uitkering.stappen(h, nu, n, u, artikel_vrij),
        let_op=_let_op(h, nu, n, p, kracht),
        niet_te_bepalen=next((v.code for v in voor_een_mens if v.oordeel.waarde is False), None),
    )


def _wat_telt(
    h: Huishouden,
    nu: Maandstand,
    p: Waarden,
    n: norm.Bedragen,
    inkomen: Bereik,
    kracht: Collection[Maatregel],
) -> tuple[Bereik, str]:
    """The applicant's income that counts, and the article of what does not."""
    # Beside bijstand only what is from work was counted.
    deel = vast(1) if krijgt_bijstand(h.feiten, "") else vrijlating.arbeidsdeel(h)
    maanden = vrijlating.maanden_bezig(h)
    if "vrijlating_2027" not in kracht:
        return vrijlating.tot_2027(h, nu, n, inkomen, deel), "Pw art. 31 lid 2 n en r"
    vrij = None if maanden is None else balans.tot_aow(p, maanden)
    return vrijlating.na_vrijlating(inkomen, vrij, deel), "Pw art. 34a lid 1 a"


def _geen_studiefinanciering(h: Huishouden, nu: Maandstand) -> Oordeel:
    """No student finance as main income, and under 27 no education that the state pays."""
    soort = h.feiten.get("inkomen_soort")
    als_inkomen = Oordeel(soort == "studiefinanciering", frozenset(), frozenset({"inkomen_soort"}))
    return ~als_inkomen & (minstens(nu.leeftijd, ONDER_27) | ~h.ja("studeert"))


def _geen_studie_vanaf_27(h: Huishouden, nu: Maandstand) -> Oordeel:
    """From 27 on only when it was said: nobody is asked."""
    if h.feiten.get("studeert") is not True:
        return JA
    return minder_dan(nu.leeftijd, ONDER_27) | ~h.ja("studeert")


def _let_op(
    h: Huishouden, nu: Maandstand, n: norm.Bedragen, p: Waarden, kracht: Collection[Maatregel]
) -> tuple[Reden, ...]:
    al = krijgt_bijstand(h.feiten, "")
    zoekt = n.get("zoektermijn_tot_leeftijd")
    terug = n.get("terugwerkend_maanden")
    gevonden: list[Reden] = []
    if al:
        gevonden.append(Reden("krijgt_al_bijstand"))
    elif zoekt is not None and nu.leeftijd.hoog < zoekt:
        gevonden.append(Reden("zoektermijn", {"weken": n["zoektermijn_weken"], "leeftijd": zoekt}))
    if not al and terug is not None:
        gevonden.append(Reden("meld_u_snel", {"maanden": terug}))
    eerder = balans.komt_eraan(h.peildatum) and "vrijlating_2027" in kracht
    if vrijlating.werkt_al(h) and vrijlating.maanden_bezig(h) is None and not eerder:
        gevonden.append(Reden("misschien_deel_houden"))
    if h.feiten.get("woonsituatie") in ("inwonend", "geen"):
        gevonden.append(Reden("lagere_woonkosten"))
    if _misschien_samen(h, nu):
        gevonden.append(Reden("misschien_samen"))
    gevonden.append(Reden("geef_door"))
    gevonden.extend(_van_2027(h, p, kracht))
    return tuple(gevonden)


def _van_2027(h: Huishouden, p: Waarden, kracht: Collection[Maatregel]) -> Iterator[Reden]:
    """What this gemeente applies of it already, what is still coming, and what is there for who works."""
    if balans.komt_eraan(h.peildatum):
        if "vrijlating_2027" in kracht:
            yield Reden("werken_als_in_2027", balans.getallen(p, "vrijlating_2027"))
        if nog := balans.getallen(p, *(m for m in balans.MAATREGELEN if m not in kracht)):
            yield Reden("werken_vanaf_2027", nog)
    budget = balans.getallen(p, "bufferbudget_2027") if "bufferbudget_2027" in kracht else None
    if budget and vrijlating.werkt_al(h):
        yield Reden("bufferbudget", budget)


def _misschien_samen(h: Huishouden, nu: Maandstand) -> bool:
    """Alone as far as we know, with an adult at the address who could share the household."""
    return (
        norm.samen(h).waarde is False
        and h.feiten.get("gezamenlijke_huishouding") is None
        and any(m.huurcontract.waarde is not True for m in nu.medebewoners or ())
    )


def _leeftijdsgrenzen(p: Waarden) -> Leeftijdsgrenzen:
    jong, aow = int(p["leeftijd_norm_21"]), int(p[norm.AOW_LEEFTIJD] / 12)
    return {
        "leeftijd": frozenset({int(VANAF_18), jong, aow}),
        "leeftijd_partner": frozenset({jong, aow}),
        "medebewoners": frozenset({int(p["kostendeler_vanaf_leeftijd"])}),
    }


def _parameters(jaar: int) -> frozenset[str]:
    altijd = norm.nodig(jaar) | middelen.VERMOGEN | _VRIJLATING | {"vakantietoeslag_pct", norm.AOW_LEEFTIJD}
    return altijd | (_VANAF_2026 if jaar >= 2026 else frozenset())


REGELING = Regeling(
    id="bijstand",
    ronde=2,
    beoordeel=beoordeel,
    parameters=_parameters,
    leeftijdsgrenzen=_leeftijdsgrenzen,
    uiterlijk=lambda _jaar: None,
    terugbetalen="precies",
)


def met_maatregelen(past_toe: Collection[Maatregel]) -> Regeling:
    """The bijstand of a gemeente that applies these measures of 2027 already."""
    return replace(REGELING, beoordeel=partial(beoordeel, past_toe=frozenset(past_toe)))
