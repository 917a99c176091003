"""Huurtoeslag (Wet op de huurtoeslag, Wht): help with the rent of a home of one's own.

Conditions
- 18 or older, from the month after the birthday; younger with a child counts as of age (art. 8; Awir art. 10 lid 2).
- A self-contained rented home: own front door, kitchen and toilet (art. 11). A room only in designated buildings: not decided
  here, the outcome says no and tells about the exception.
- Lawful residence, the partner too (Awir art. 9).
- Wealth on 1 January within the limits: tenant alone, tenant and the same partner all year together, and every co-resident on
  its own (Awir art. 7 lid 3 and 4).
- Up to 2025: the rent at most the maximum (art. 13), for the young a lower one; not for an adapted home.
  Month by month: who turns 23 has a right from the next month. From 2026 there is no maximum rent: it only caps the sum.
- The rent above the own part (basishuur), and an income that leaves something.
Not a condition: the landlord, the kind of contract, work, children.

Sum 2026 (art. 21): 100% of the rent between basishuur and kwaliteitskortingsgrens, 65% up to the aftoppingsgrens, 40% above,
minus a twelfth of 27% or 22% of the income above the ijkpunt. Sum up to 2025: see `huurtoeslag_tot_2026`.
Youth limit: everyone in the home under 21 (up to 2025: 23), no child, no handicap.
Income: tenant, partner and co-residents; of a child under 23 on 1 January only what is above the exemption (Awir art. 7 lid 6).
A subtenant with a written contract does not count, unless parent or child (Awir art. 2 lid 1 e).
Rounding: the month down to whole euros from unrounded parts; the year half up, under 24 euro nothing, the month then too.
Gaps: designated rooms, homes for eight or more, an earlier right on the same home (art. 13 lid 2).
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from actions.regels.huishouden import MEESTE_IN_LIJST, Huishouden, Maandstand, Medebewonerstand
from actions.regels.regeling import Beoordeling, Leeftijdsgrenzen, Reden, Regeling, Stap, Voorwaarde, Waarden
from actions.regels.toeslagen import awir
from actions.regels.toeslagen import huurtoeslag_tot_2026 as tot_2026
from actions.regels.waarden import (
    JA,
    NEE,
    NUL,
    Bereik,
    Oordeel,
    alle,
    een_van,
    grootste,
    hoogstens,
    kies,
    kies_uit,
    kleinste,
    meer_dan,
    minder_dan,
    minstens,
    som,
    vast,
)

_GEMEENSCHAPPELIJK = frozenset(
    {
        "kwaliteitskortingsgrens",
        "aftoppingsgrens_1_2_personen",
        "aftoppingsgrens_3_plus",
        "maximale_huurgrens",
        "maximale_huurgrens_jongeren",
        "jongerengrens_leeftijd",
        "vergoeding_deel_a_pct",
        "vergoeding_deel_b_pct",
        "vergoeding_deel_c_pct",
        "vermogensgrens_per_bewoner",
        "vermogensgrens_partners_samen",
        "vrijstelling_inkomen_kind_onder_23",
        "minimum_inkomensijkpunt_eenpersoons",
        "minimum_inkomensijkpunt_meerpersoons",
        "basishuur_minimum_eenpersoons",
        "basishuur_minimum_meerpersoons",
        "minimumleeftijd_aanvrager",
        awir.MINIMUM,
    }
)
_VANAF_2026 = frozenset({"afbouwpercentage_eenpersoons", "afbouwpercentage_meerpersoons"})
_HONDERD = Decimal(100)
KIND_JONGER_DAN = Decimal(23)
"""On 1 January (Awir art. 7 lid 6)."""


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    volwassen = [_oud_genoeg(maand, p) for maand in h.maanden]
    huur_past = [_huur_niet_te_hoog(h, maand, p) for maand in h.maanden]
    verblijf = awir.partners_verblijf(h)
    recht = map(
        alle,
        zip(volwassen, awir.waar_het_verschilt(huur_past), awir.waar_het_verschilt(verblijf), strict=True),
    )
    gevallen = [_geval(h, maand, p) for maand in h.maanden]
    # Most months are alike: those are not worked out again.
    sommen = {geval: _bedrag_en_delen(h, geval, p) for geval in dict.fromkeys(gevallen)}
    per_maand = [
        (maand, kies(mag, sommen[geval][0], NUL))
        for maand, geval, mag in zip(h.maanden, gevallen, recht, strict=True)
    ]
    nu, bedrag_nu = next((m, bedrag) for m, bedrag in per_maand if m.nu)

    jaar = awir.toegekend(som(bedrag * Decimal(maand.aantal) for maand, bedrag in per_maand), p)
    maand_uitbetaald = bedrag_nu.euros_omlaag()
    hoog_genoeg = een_van(meer_dan(delen, NUL) for _, delen in sommen.values())
    return Beoordeling(
        voorwaarden=(
            Voorwaarde("te_jong", een_van(volwassen), "Wht art. 8"),
            eigen_huurwoning(h),
            awir.verblijf(h),
            *((_huurgrens(h, nu, een_van(huur_past), p),) if is_tot_2026(p) else ()),
            awir.vermogen_binnen_grens(
                h,
                p["vermogensgrens_per_bewoner"],
                p["vermogensgrens_partners_samen"],
                "Awir art. 7 lid 3",
            ),
            Voorwaarde(
                "vermogen_medebewoner_te_hoog",
                ~_medebewoner_boven_grens(nu),
                "Awir art. 7 lid 4",
                {"grens": p["vermogensgrens_per_bewoner"]},
            ),
            Voorwaarde("huur_te_laag", hoog_genoeg, "Wht art. 16 en 21"),
            awir.iets_over(
                jaar, alle(map(een_van, (volwassen, huur_past, verblijf))) & hoog_genoeg, "Wht art. 21 lid 2"
            ),
        ),
        maand=awir.als_het_jaar_iets_geeft(jaar, maand_uitbetaald),
        jaar=jaar,
        deel=bedrag_nu,
        stappen=lambda: _stappen(h, nu, p, maand_uitbetaald, jaar),
        let_op=(*awir.partner_deel_van_jaar(h), *_vermogen_medebewoners(nu, p)),
    )


def is_tot_2026(p: Waarden) -> bool:
    """The rules before the reform of 1 January 2026, which brought the taper percentages."""
    return "afbouwpercentage_eenpersoons" not in p


def eigen_huurwoning(h: Huishouden) -> Voorwaarde:
    """A self-contained rented home (art. 11)."""
    code = "kamer" if h.feiten.get("woonsituatie") == "huur_kamer" else "geen_huurwoning"
    return Voorwaarde(code, h.is_een_van("woonsituatie", "huur_zelfstandig"), "Wht art. 11")


def _oud_genoeg(maand: Maandstand, p: Waarden) -> Oordeel:
    return minstens(maand.leeftijd, p["minimumleeftijd_aanvrager"]) | meer_dan(maand.aantal_kinderen, NUL)


class _Geval(NamedTuple):
    """What of a month the sum rests on: months alike in this have the same amount."""

    ouderen: Oordeel
    """Up to 2025: tenant or partner has AOW age, and that makes a difference."""
    meerpersoons: Oordeel
    drie_of_meer: Oordeel
    huur: Bereik
    """See `rekenhuur`."""
    inkomen: Bereik
    """See `rekeninkomen`."""


def _geval(h: Huishouden, maand: Maandstand, p: Waarden) -> _Geval:
    return _Geval(
        ouderen=tot_2026.heeft_aow_leeftijd(maand, p) if is_tot_2026(p) else NEE,
        meerpersoons=maand.meerpersoons,
        drie_of_meer=maand.drie_of_meer,
        huur=rekenhuur(h, maand, p),
        inkomen=rekeninkomen(h, maand, p),
    )


def _bedrag_en_delen(h: Huishouden, geval: _Geval, p: Waarden) -> tuple[Bereik, Bereik]:
    """The toeslag in a month like this when there is a right, not rounded, and the parts of the rent that are paid for when the
    income is no obstacle (art. 21 lid 1); euros a month."""

    gevonden: dict[tuple[str, str, Bereik], Bereik] = {}

    def delen(soort: str, grootte: str, eigen: Bereik) -> Bereik:
        """From 2026 these are the same for every income."""
        sleutel = (soort, grootte, eigen)
        if sleutel not in gevonden:
            gevonden[sleutel] = som(_drie_delen(h, geval.huur, p, eigen, soort, grootte))
        return gevonden[sleutel]

    def bij(inkomen: Bereik) -> Bereik:
        def bedrag(soort: str, grootte: str) -> Bereik:
            return delen(soort, grootte, basishuur(inkomen, soort, p)) - _afbouw(inkomen, soort, p)

        return _per_huishouden(geval, bedrag)

    return bij(geval.inkomen), bij(vast(0))


def _per_huishouden(geval: _Geval, bedrag: Callable[[str, str], Bereik]) -> Bereik:
    """The sum for one person or for more. Each is worked out whole: amounts of the one never meet those of the other."""

    def naar_grootte(soort: str) -> Bereik:
        if soort.startswith("eenpersoons") or geval.drie_of_meer.waarde is False:
            return bedrag(soort, "1_2_personen")
        return kies_uit(
            geval.drie_of_meer, lambda: bedrag(soort, "3_plus"), lambda: bedrag(soort, "1_2_personen")
        )

    def met_ouderen(soort: str) -> Bereik:
        if geval.ouderen.waarde is False:
            return naar_grootte(soort)
        return kies_uit(geval.ouderen, lambda: naar_grootte(f"{soort}ouderen"), lambda: naar_grootte(soort))

    meer = geval.meerpersoons
    if meer.waarde is not None:
        return grootste(met_ouderen("meerpersoons" if meer.waarde else "eenpersoons"), NUL)
    return grootste(kies(meer, met_ouderen("meerpersoons"), met_ouderen("eenpersoons")), NUL)


def _drie_delen(
    h: Huishouden, huur: Bereik, p: Waarden, eigen: Bereik, soort: str, grootte: str
) -> tuple[Bereik, Bereik, Bereik]:
    """The three parts of art. 21 lid 1 for one kind ("eenpersoons", …) and size of household, euros a month.

    `huur`: see `rekenhuur`; `eigen`: see `basishuur`. 65% is paid up to the aftoppingsgrens, which is higher from three
    persons (art. 20 lid 2).
    """
    kwaliteit, aftopping = p["kwaliteitskortingsgrens"], p[f"aftoppingsgrens_{grootte}"]
    procent_c = (
        tot_2026.vergoeding_boven_aftopping(h, soort, p)
        if is_tot_2026(p)
        else vast(p["vergoeding_deel_c_pct"])
    )
    deel_a = grootste(kleinste(huur, kwaliteit) - eigen, NUL) * (p["vergoeding_deel_a_pct"] / _HONDERD)
    deel_b = grootste(kleinste(huur, aftopping) - grootste(eigen, kwaliteit), NUL) * (
        p["vergoeding_deel_b_pct"] / _HONDERD
    )
    deel_c = grootste(huur - grootste(eigen, aftopping), NUL) * procent_c / _HONDERD
    return deel_a, deel_b, deel_c


def basishuur(inkomen: Bereik, soort: str, p: Waarden) -> Bereik:
    """The part of the rent the household pays itself, euros a month; from 2026 the same for every income (art. 16-17)."""
    if is_tot_2026(p):
        return tot_2026.basishuur(inkomen, soort, p)
    return vast(p[f"basishuur_minimum_{soort}"])


def _afbouw(inkomen: Bereik, soort: str, p: Waarden) -> Bereik:
    """From 2026: what the income above the ijkpunt takes off, euros a month (art. 21 lid 2)."""
    if is_tot_2026(p):
        return vast(0)
    boven = grootste(inkomen - p[f"minimum_inkomensijkpunt_{soort}"], NUL)
    return boven * p[f"afbouwpercentage_{soort}"] / (_HONDERD * awir.MAANDEN)


def rekenhuur(h: Huishouden, maand: Maandstand, p: Waarden) -> Bereik:
    """The rent the sum starts from, euros a month: at most the maximum, for the young a lower one (art. 13)."""
    huur = tot_2026.huur_met_servicekosten(h, p) if is_tot_2026(p) else h.geld("kale_huur")
    return kleinste(huur, _hoogste_huur(h, maand, p))


def _hoogste_huur(h: Huishouden, maand: Maandstand, p: Waarden) -> Bereik:
    return kies(jongerengrens(h, maand, p), p["maximale_huurgrens_jongeren"], p["maximale_huurgrens"])


def _huur_niet_te_hoog(h: Huishouden, maand: Maandstand, p: Waarden) -> Oordeel:
    """Up to 2025: the rent is at most the maximum of this month, except in an adapted home (art. 13)."""
    if not is_tot_2026(p):
        return JA
    past = hoogstens(tot_2026.huur_met_servicekosten(h, p), _hoogste_huur(h, maand, p))
    return past | h.ja("aangepaste_woning")


def _huurgrens(h: Huishouden, nu: Maandstand, past: Oordeel, p: Waarden) -> Voorwaarde:
    """The rent is low enough in some month; it is told by the limit of now."""
    grens = _hoogste_huur(h, nu, p)
    return Voorwaarde("huur_te_hoog", past, "Wht art. 13 lid 1", {"grens": grens.laag} if grens.exact else {})


def jongerengrens(h: Huishouden, maand: Maandstand, p: Waarden) -> Oordeel:
    """Everyone in the home is under the youth limit, there is no child and no handicap (art. 13 lid 1)."""
    grens = p["jongerengrens_leeftijd"]
    jong = minder_dan(maand.leeftijd, grens)
    if jong.waarde is False:
        return jong
    anderen = (
        Oordeel(None, frozenset({"medebewoners"}), frozenset({"medebewoners"}))
        if maand.medebewoners is None
        else alle(~m.telt_mee | minder_dan(m.leeftijd, grens) for m in maand.medebewoners)
    )
    return (
        jong
        & (~maand.partner | minder_dan(maand.leeftijd_partner, grens))
        & hoogstens(maand.aantal_kinderen, NUL)
        & ~h.ja("aangepaste_woning")
        & anderen
    )


def rekeninkomen(h: Huishouden, maand: Maandstand, p: Waarden) -> Bereik:
    """Income of tenant, partner and co-residents together, euros a year (Wht art. 7; Awir art. 7)."""
    return awir.toetsingsinkomen(h, maand.partner) + _inkomen_medebewoners(h, maand, p)


def _inkomen_medebewoners(h: Huishouden, maand: Maandstand, p: Waarden) -> Bereik:
    if maand.medebewoners is None:
        spoor = frozenset({"medebewoners"})
        return Bereik(NUL, Decimal(10_000_000) * MEESTE_IN_LIJST, spoor, spoor)
    return som(kies(m.telt_mee, _inkomen_medebewoner(h, m, p), NUL) for m in maand.medebewoners)


def _inkomen_medebewoner(h: Huishouden, m: Medebewonerstand, p: Waarden) -> Bereik:
    inkomen = h.inkomen_medebewoner(m.nummer)
    vrijgesteld = grootste(inkomen - p["vrijstelling_inkomen_kind_onder_23"], NUL)
    return kies(m.is_kind & minder_dan(m.leeftijd_1_januari, KIND_JONGER_DAN), vrijgesteld, inkomen)


def _medebewoner_boven_grens(maand: Maandstand) -> Oordeel:
    if maand.medebewoners is None:
        return Oordeel(None, frozenset({"medebewoners"}), frozenset({"medebewoners"}))
    return een_van(m.telt_mee & m.boven_vermogensgrens for m in maand.medebewoners)


def _vermogen_medebewoners(nu: Maandstand, p: Waarden) -> tuple[Reden, ...]:
    """Nobody is asked what those who live along own: the outcome tells what is taken for granted."""
    if not any(m.telt_mee.waarde for m in nu.medebewoners or ()):
        return ()
    return (Reden("vermogen_medebewoners", {"grens": p["vermogensgrens_per_bewoner"]}),)


def _stappen(h: Huishouden, nu: Maandstand, p: Waarden, maand: Bereik, jaar: Bereik) -> tuple[Stap, ...]:
    """The lines of the sum; only while the kind of household is certain."""
    meer = nu.meerpersoons
    ouderen = NEE if not is_tot_2026(p) else tot_2026.heeft_aow_leeftijd(nu, p)
    drie_of_meer = nu.drie_of_meer
    if meer.waarde is None or ouderen.waarde is None or drie_of_meer.waarde is None:
        return ()
    grootte = "3_plus" if drie_of_meer.waarde else "1_2_personen"
    soort = ("meerpersoons" if meer.waarde else "eenpersoons") + ("ouderen" if ouderen.waarde else "")
    inkomen = rekeninkomen(h, nu, p)
    huur = rekenhuur(h, nu, p)
    deel_a, deel_b, deel_c = _drie_delen(h, huur, p, basishuur(inkomen, soort, p), soort, grootte)
    afbouw = () if is_tot_2026(p) else (Stap("afbouw", _afbouw(inkomen, soort, p), "Wht art. 21 lid 2"),)
    return (
        Stap("rekenhuur", huur, "Wht art. 5 en 13"),
        Stap("rekeninkomen", inkomen, "Wht art. 7; Awir art. 7"),
        Stap("basishuur", basishuur(inkomen, soort, p), "Wht art. 16 en 17"),
        Stap("deel_a", deel_a, "Wht art. 21 lid 1 a"),
        Stap("deel_b", deel_b, "Wht art. 21 lid 1 b"),
        Stap("deel_c", deel_c, "Wht art. 21 lid 1 c"),
        *afbouw,
        Stap("maand_omlaag", maand, "Wht art. 21"),
        Stap("jaar_afgerond", jaar, "Awir art. 14 lid 4"),
    )


def _leeftijdsgrenzen(p: Waarden) -> Leeftijdsgrenzen:
    jong, aow = int(p["jongerengrens_leeftijd"]), tot_2026.aow_leeftijd(p)
    return {
        "leeftijd": frozenset({int(p["minimumleeftijd_aanvrager"]), jong, *aow}),
        "leeftijd_partner": frozenset({jong, *aow}),
        "kinderen": frozenset({0}),
        "medebewoners": frozenset({jong, int(KIND_JONGER_DAN)}),
    }


REGELING = Regeling(
    id="huurtoeslag",
    ronde=1,
    beoordeel=beoordeel,
    parameters=lambda jaar: (
        _GEMEENSCHAPPELIJK | (_VANAF_2026 if jaar >= 2026 else tot_2026.parameternamen(jaar))
    ),
    leeftijdsgrenzen=_leeftijdsgrenzen,
    uiterlijk=awir.uiterlijk,
    heel_jaar_terug=True,
    terugbetalen="liever_hoger",
)
