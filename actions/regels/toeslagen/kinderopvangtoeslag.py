"""Kinderopvangtoeslag (Wet kinderopvang, Wko; Besluit kinderopvangtoeslag, Bkot): part of the costs of childcare.

Conditions
- A child that goes to registered care (Wko art. 1.5). The question says "registered"; nothing here can look it up.
- Care is for children up to the month in which secondary school starts (art. 1.1 lid 1). That month is not asked, but from 15
  no child is at a primary school any more, special schools included (WPO art. 39 lid 4, WEC art. 39 lid 4: they leave it at
  the end of the school year in which they turn 14). Care of such a child does not count.
- The parent works, studies or follows a trajectory or integration course, and so does the partner (art. 1.6).
- Lawful residence, the partner too (Awir art. 9).
Not a condition: wealth, rent, how many hours one works (since 2023), an upper limit of the income.

Sum, per calendar month (art. 1.7; Bkot art. 2-4 and annex I)
- hours: what is used, at most 230 a month per child; price: what is paid, at most the maximum of the kind of care;
- costs per child: hours × price, to the cent;
- the first child is the one with most counted hours, when equal the one with the highest costs (Bkot art. 3);
- each child: costs × the percentage of the band the joint income falls in, to the cent (half up). There is one table for the
  first child and one for all next ones. A band holds up to and including its limit, as printed.
Rounding: the month is the sum of the children, down to whole euros; the year is twelve such months of the situation on the
reference date, unrounded months, half up to whole euros, under 24 euro nothing (Awir art. 14).
Open values: the percentage falls when the income rises, so a range of incomes takes every row it touches. While it is open who
the first child is, the amount runs over everyone it may be.

Application: the right begins at most three months before the month of application (Wko art. 1.3 lid 2 b). So the last day for
any month of a year is 31 March of the next, and the outcome says that waiting costs months.
Gaps
- 2025: the table for next children is not known: with care for more than one child no amount (`tabel_ontbreekt`). 2024: both
  tables are not known. The 2025 table for the first child is derived from published rates.
- Care and work of the reference date hold all year; a year with other months differs. A partner counts month by month, see
  `awir`: so do the joint income, and the partner's work. Spreading the 230 hours over
  the year is not counted. The three months that the right goes on after work ends (art. 1.6 lid 5) are only told.
- Several kinds of care for one child over 230 hours together: each counts for its share, and the outcome is an estimate.
- Exceptions for a partner in Wlz care or detention (art. 1.6 lid 8-10); a partner abroad.
- A child under 15 that is at secondary school already: not asked, but told with the question and with the outcome.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial, reduce

from actions.regels.huishouden import MEESTE_IN_LIJST, Huishouden
from actions.regels.regeling import Beoordeling, Reden, Regeling, Stap, Voorwaarde, Waarden
from actions.regels.toeslagen import awir, opvang
from actions.regels.toeslagen.opvang import Kindopvang, Plek
from actions.regels.typen import Maand
from actions.regels.waarden import (
    GEEN,
    JA,
    NUL,
    Bereik,
    Oordeel,
    alle,
    een_van,
    kies,
    meer_dan,
    som,
    vast,
)

_EERSTE, _VOLGENDE = "eerste_kind", "volgende_kinderen"
_NODIG = frozenset({*opvang.UURPRIJZEN.values(), opvang.MEESTE_UREN_PER_KIND, opvang.TE_OUD, awir.MINIMUM})
_HONDERD = Decimal(100)
_MAANDEN_TERUG = 3


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    plekken = opvang.plekken(h, p)
    heeft_opvang, jong = opvang.heeft_opvang(plekken), opvang.jong_genoeg(h, p)
    kinderen = None if plekken is None else opvang.per_kind(plekken, p)

    werkt_partner = [~maand.partner | h.ja("werkt_partner") for maand in h.maanden]
    verblijf = awir.partners_verblijf(h)
    heeft_kind = _heeft_kind(h)
    # Then there is nothing to add up, and the costs are not to blame.
    niets = any(
        oordeel.waarde is False for oordeel in (heeft_opvang, jong, heeft_kind if plekken is None else JA)
    )
    # Only the partner makes months differ.
    bij = {
        partner: vast(0) if niets else _totaal(h, partner, plekken, kinderen, p)
        for partner in dict.fromkeys(maand.partner for maand in h.maanden)
    }
    recht = map(alle, zip(*map(awir.waar_het_verschilt, (werkt_partner, verblijf)), strict=True))
    per_maand = [
        (maand, kies(mag, bij[maand.partner], NUL)) for maand, mag in zip(h.maanden, recht, strict=True)
    ]
    nu, totaal_nu = next((m, totaal) for m, totaal in per_maand if m.nu)
    inkomen = awir.toetsingsinkomen(h, nu.partner)
    jaar = awir.toegekend(som(totaal * vast(maand.aantal) for maand, totaal in per_maand), p)
    maand = awir.als_het_jaar_iets_geeft(jaar, totaal_nu.euros_omlaag())
    zonder_tabel = kinderen is not None and len(kinderen) > 1 and p.tabel(_VOLGENDE) is None
    gedeeld = kinderen is not None and any(kind.boven_maximum for kind in kinderen)
    return Beoordeling(
        voorwaarden=(
            Voorwaarde("geen_kind", heeft_kind, "Wko art. 1.5"),
            Voorwaarde("kind_te_oud", jong, "Wko art. 1.1 lid 1"),
            Voorwaarde("geen_opvang", heeft_opvang, "Wko art. 1.5"),
            Voorwaarde("werkt_niet", h.ja("werkt"), "Wko art. 1.6"),
            Voorwaarde("partner_werkt_niet", een_van(werkt_partner), "Wko art. 1.6"),
            awir.verblijf(h),
            Voorwaarde(
                "kosten_te_laag",
                JA if niets else _genoeg_kosten(jaar, een_van(werkt_partner) & een_van(verblijf)),
                "Awir art. 14 lid 5",
            ),
        ),
        maand=maand,
        jaar=jaar,
        deel=totaal_nu,
        stappen=partial(_stappen, inkomen, kinderen, p, jaar, maand) if kinderen else tuple,
        let_op=(
            _terugwerkend(h.peildatum),
            *(("uren_over_soorten_verdeeld",) if gedeeld else ()),
            *(("tot_de_middelbare_school",) if _misschien_middelbaar(h, plekken) else ()),
            *awir.partner_deel_van_jaar(h),
        ),
        schatting=gedeeld,
        niet_te_bepalen="tabel_ontbreekt" if zonder_tabel else None,
    )


def _totaal(
    h: Huishouden,
    partner: Oordeel,
    plekken: tuple[Plek, ...] | None,
    kinderen: tuple[Kindopvang, ...] | None,
    p: Waarden,
) -> Bereik:
    """What a month with or without the partner gives, euros and cents."""
    inkomen = awir.toetsingsinkomen(h, partner)
    if plekken is None:
        spoor = frozenset({"opvang"})
        return Bereik(NUL, _meeste(p), spoor, spoor | inkomen.feiten)
    if kinderen is None:
        hoogste = opvang.hoogste_kosten(plekken, p)
        return Bereik(NUL, hoogste.hoog, hoogste.open | inkomen.open, hoogste.feiten | inkomen.feiten)
    return maandtotaal(kinderen, _deel(_EERSTE, inkomen, p), _deel(_VOLGENDE, inkomen, p))


def maandtotaal(kinderen: tuple[Kindopvang, ...], eerste: Bereik, volgende: Bereik) -> Bereik:
    """What all children together give a month, euros and cents; over every child that may be the first one."""
    mogelijk = [
        som(_toeslag(kind, eerste if nummer == plaats else volgende) for nummer, kind in enumerate(kinderen))
        for plaats in kan_eerste_zijn(kinderen)
    ]
    wie = [bereik for kind in kinderen for bereik in (kind.uren, kind.kosten)]
    welke = Oordeel(None, GEEN.union(*(b.open for b in wie)), GEEN.union(*(b.feiten for b in wie)))
    return reduce(lambda a, b: kies(welke, a, b), mogelijk) if mogelijk else vast(0)


def kan_eerste_zijn(kinderen: tuple[Kindopvang, ...]) -> tuple[int, ...]:
    """Places of the children that nobody certainly goes before (Bkot art. 3); more than one when equal in everything."""
    return tuple(
        plaats
        for plaats, kind in enumerate(kinderen)
        if not any(_gaat_voor(ander, kind) for ander in kinderen)
    )


def _gaat_voor(a: Kindopvang, b: Kindopvang) -> bool:
    """Certainly more hours, or certainly the same and higher costs."""
    if a.uren.laag > b.uren.hoog:
        return True
    gelijk = a.uren.exact and b.uren.exact and a.uren.laag == b.uren.laag
    return gelijk and a.kosten.laag > b.kosten.hoog


def _toeslag(kind: Kindopvang, procent: Bereik) -> Bereik:
    return (kind.kosten * procent / _HONDERD).cent_rekenkundig()


def _deel(naam: str, inkomen: Bereik, p: Waarden) -> Bereik:
    """The percentage of the costs that is paid; anything while there is no table."""
    rijen = p.tabel(naam)
    return Bereik(NUL, _HONDERD) if rijen is None else inkomen.uit_tabel(rijen)


def _meeste(p: Waarden) -> Decimal:
    """More than this nobody gets a month: every place in the list the dearest care for all hours."""
    duurste = max(p[naam] for naam in opvang.UURPRIJZEN.values())
    return MEESTE_IN_LIJST * p[opvang.MEESTE_UREN_PER_KIND] * duurste


def _heeft_kind(h: Huishouden) -> Oordeel:
    spoor = frozenset({"kinderen"})
    kinderen = h.feiten.get("kinderen")
    return (
        Oordeel(bool(kinderen), GEEN, spoor) if isinstance(kinderen, tuple) else Oordeel(None, spoor, spoor)
    )


def _misschien_middelbaar(h: Huishouden, plekken: tuple[Plek, ...] | None) -> bool:
    """Care is counted of a child that may be at secondary school."""
    kinderen = h.feiten.get("kinderen")
    if not isinstance(kinderen, tuple):
        return False
    in_opvang = {plek.kind for plek in plekken or ()}
    return opvang.misschien_middelbaar(jaren for plaats, jaren in enumerate(kinderen) if plaats in in_opvang)


def _genoeg_kosten(jaar: Bereik, mits: Oordeel) -> Oordeel:
    """Something is left to pay. Without `mits` (care, work) there is no amount either, but then the costs are not to blame."""
    return JA if mits.waarde is False else meer_dan(jaar, NUL)


def _terugwerkend(vandaag: date) -> Reden:
    """Who applies this month gets the toeslag from which month at the earliest (Wko art. 1.3 lid 2 b)."""
    teller = vandaag.year * 12 + vandaag.month - 1 - _MAANDEN_TERUG
    waarden = {"maand": Maand(vandaag.year, vandaag.month), "vanaf": Maand(teller // 12, teller % 12 + 1)}
    return Reden("terugwerkend", {naam: str(maand) for naam, maand in waarden.items()})


def _stappen(
    inkomen: Bereik,
    kinderen: tuple[Kindopvang, ...],
    p: Waarden,
    jaar: Bereik,
    maand: Bereik,
) -> tuple[Stap, ...]:
    eerste, volgende = _deel(_EERSTE, inkomen, p), _deel(_VOLGENDE, inkomen, p)
    wie = kan_eerste_zijn(kinderen)[0]
    rest = tuple(kind for plaats, kind in enumerate(kinderen) if plaats != wie)
    return (
        Stap("toetsingsinkomen", inkomen, "Awir art. 8"),
        Stap("kosten_opvang", som(kind.kosten for kind in kinderen), "Wko art. 1.7 lid 2"),
        Stap("eerste_kind", _toeslag(kinderen[wie], eerste), "Bkot art. 3", {"procent": eerste.laag}),
        *(
            (
                Stap(
                    "volgende_kinderen",
                    som(_toeslag(kind, volgende) for kind in rest),
                    "Bkot art. 3",
                    {"procent": volgende.laag},
                ),
            )
            if rest
            else ()
        ),
        Stap("jaar_afgerond", jaar, "Awir art. 14 lid 4"),
        Stap("maand_omlaag", maand, "Awir art. 14"),
    )


REGELING = Regeling(
    id="kinderopvangtoeslag",
    ronde=1,
    beoordeel=beoordeel,
    parameters=lambda _jaar: _NODIG,
    tabellen=lambda _jaar: frozenset({_EERSTE}),
    leeftijdsgrenzen=lambda _p: {},
    uiterlijk=lambda jaar: date(jaar + 1, 3, 31),
    terugbetalen="liever_hoger",
)
