"""Kinderbijslag (Algemene Kinderbijslagwet, AKW): money for the costs of children, paid per quarter by the SVB.

Conditions, all judged on the first day of the quarter (art. 11 lid 2)
- A child under 18 in the household (art. 7 lid 1). Born after the first day of a quarter, it counts from the next quarter.
- The parent lives here lawfully (art. 6).
- A child of 16 or 17 goes to school, has a startkwalificatie or is exempt (art. 7 lid 2). Not asked: assumed, and said.
Not a condition: income, wealth, rent, work, a partner.

Sum (art. 12 lid 3): per child an amount by its age on the first day of the quarter: 0-5, 6-11, 12-17 years.
The amounts change on 1 January and 1 July; a quarter has those of its first day. One payment is that of the quarter of the
reference date; the year is the sum of its four quarters. Where the amounts of a later half year are not known yet, those of
the reference date are taken, and the year is an estimate. Nothing is rounded: the amounts are in cents.

Application: at most twelve months before the quarter of application (art. 14 lid 5 a), so the last quarter of a year can be
claimed until 31 December of the next; earlier quarters lapse before that.
Gaps
- A child born on the very first day of a quarter counts, and ages, a quarter earlier than its birth month tells.
- Double kinderbijslag (child lives elsewhere for school or care, or needs intensive care; art. 7 lid 6, art. 7a), the extra
  amount of art. 7a lid 2, and children who live elsewhere and are maintained: not counted; the SVB tells.
- Shared care: both parents have the right, it is paid once or divided. The outcome gives the whole and says so.
- Insured by work from abroad, and children abroad (art. 7b, art. 12 lid 2).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.mensen import LAATSTE_KINDERJAAR, NOG_NIET_GEBOREN, is_kind
from actions.regels.regeling import Beoordeling, Regeling, Stap, Voorwaarde, Waarden
from actions.regels.waarden import (
    GEEN,
    NUL,
    Bereik,
    Oordeel,
    een_van,
    meer_dan,
    som,
)

KWARTALEN = (1, 4, 7, 10)
"""First months."""
_BEDRAGEN = ("bedrag_0_5", "bedrag_6_11", "bedrag_12_17")
_NODIG = frozenset(_BEDRAGEN)
Eerstedagen = tuple[tuple[date, Maandstand], ...]
"""The first day of each quarter, with who is how old then."""
_SCHOOLLEEFTIJD = Decimal(16)


def beoordeel(h: Huishouden, p: Waarden) -> Beoordeling:
    eerste_dagen = tuple(_eerste_dagen(h))
    kwartalen = _per_kwartaal(eerste_dagen, p)
    gedeelde_zorg = h.ja("co_ouder")
    jaar = som(kwartalen.values()) + Bereik(NUL, NUL, GEEN, gedeelde_zorg.feiten)
    dit_kwartaal = max(dag for dag in kwartalen if dag <= h.peildatum)
    samen = gedeelde_zorg.waarde is True
    # Rules of an earlier year are an estimate already, and the kernel says so.
    onbekend = p.datum.year == h.peildatum.year and not p.eenmaal(_heel_jaar_bekend, h.peildatum.year)
    return Beoordeling(
        voorwaarden=(
            Voorwaarde("geen_kind", _heeft_kind(eerste_dagen), "AKW art. 7 lid 1"),
            Voorwaarde("geen_verblijfsrecht", h.ja("verblijfsrecht"), "AKW art. 6"),
        ),
        maand=None,
        jaar=jaar,
        keer=kwartalen[dit_kwartaal],
        stappen=lambda: _stappen(
            dict(eerste_dagen)[dit_kwartaal],
            p.eenmaal(bedragen_op, dit_kwartaal),
            kwartalen[dit_kwartaal],
            jaar,
        ),
        let_op=(
            *(("kind_naar_school",) if _iemand_van_16(eerste_dagen) else ()),
            *(("kinderbijslag_gedeeld",) if samen else ()),
            *(("halfjaar_onbekend",) if onbekend else ()),
        ),
        schatting=samen or onbekend,
    )


def _per_kwartaal(eerste_dagen: Eerstedagen, p: Waarden) -> dict[date, Bereik]:
    """First day → what all children give that quarter. Most quarters are like the one before: those are not worked out again."""
    uit: dict[date, Bereik] = {}
    vorige: tuple[Maandstand, tuple[Decimal, ...], Bereik] | None = None
    for dag, stand in eerste_dagen:
        bedragen = p.eenmaal(bedragen_op, dag)
        if vorige is None or vorige[0] is not stand or vorige[1] != bedragen:
            vorige = (stand, bedragen, _bedrag(stand, bedragen))
        uit[dag] = vorige[2]
    return uit


def _heel_jaar_bekend(p: Waarden, jaar: int) -> bool:
    """The amounts of every quarter are known."""
    return all(p.bron.op(p.regeling, date(jaar, maand, 1)).keys() >= _NODIG for maand in KWARTALEN)


def bedragen_op(p: Waarden, dag: date) -> tuple[Decimal, Decimal, Decimal]:
    """The amounts for 0-5, 6-11 and 12-17 years on a day; those of the reference date while they are not known for it."""
    toen = p.bron.op(p.regeling, dag)
    jong, midden, oud = (toen.get(naam, p[naam]) for naam in _BEDRAGEN)
    return jong, midden, oud


def _eerste_dagen(h: Huishouden) -> Iterator[tuple[date, Maandstand]]:
    """The first day of each quarter, with who is how old then. A birthday later in that month counts from the next month on."""
    laatste = 0
    for stand in h.maanden:
        maanden = range(laatste + 1, laatste + stand.aantal + 1)
        yield from ((date(h.peildatum.year, maand, 1), stand) for maand in KWARTALEN if maand in maanden)
        laatste += stand.aantal


def _bedrag(stand: Maandstand, bedragen: tuple[Decimal, Decimal, Decimal]) -> Bereik:
    """One quarter for all children."""
    if stand.kinderen is None:
        aantal = stand.aantal_kinderen
        return Bereik(NUL, aantal.hoog * max(bedragen), aantal.open, aantal.feiten)
    return som(voor_kind(leeftijd, bedragen) for leeftijd in stand.kinderen)


def voor_kind(leeftijd: Bereik, bedragen: tuple[Decimal, Decimal, Decimal]) -> Bereik:
    """One quarter for a child of this age on its first day (art. 12 lid 3)."""
    jong, midden, oud = bedragen
    return leeftijd.uit_tabel(
        (
            (NOG_NIET_GEBOREN, NUL),
            (Decimal(5), jong),
            (Decimal(11), midden),
            (LAATSTE_KINDERJAAR, oud),
            (None, NUL),
        )
    )


def _heeft_kind(eerste_dagen: Eerstedagen) -> Oordeel:
    op_een_eerste_dag = {id(stand): stand for _, stand in eerste_dagen}
    return een_van(meer_dan(stand.aantal_kinderen, NUL) for stand in op_een_eerste_dag.values())


def _iemand_van_16(eerste_dagen: Eerstedagen) -> bool:
    return any(
        leeftijd.exact and _SCHOOLLEEFTIJD <= leeftijd.laag < 18
        for _, stand in eerste_dagen
        for leeftijd in stand.kinderen or ()
    )


def _stappen(
    stand: Maandstand, bedragen: tuple[Decimal, Decimal, Decimal], kwartaal: Bereik, jaar: Bereik
) -> tuple[Stap, ...]:
    return (
        *(
            Stap("kind", voor_kind(leeftijd, bedragen), "AKW art. 12 lid 3", {"leeftijd": leeftijd.laag})
            for leeftijd in stand.kinderen or ()
            if is_kind(leeftijd).waarde
        ),
        Stap("kwartaal", kwartaal, "AKW art. 12"),
        Stap("jaar", jaar, "AKW art. 12"),
    )


REGELING = Regeling(
    id="kinderbijslag",
    ronde=1,
    beoordeel=beoordeel,
    parameters=lambda _jaar: _NODIG,
    leeftijdsgrenzen=lambda _p: {"kinderen": frozenset({0, 6, 12, 18})},
    uiterlijk=lambda jaar: date(jaar + 1, 12, 31),
    ritme="kwartaal",
)
