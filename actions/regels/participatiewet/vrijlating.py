"""Income that does not count (Pw art. 31 lid 2 and 33 lid 5).

Work under AOW age: 25% for six months, then for a single parent of a child under 12 12.5% for thirty months, from 27 years,
and only if the gemeente finds that it helps to find work (art. 31 lid 2 n and r). Nobody can know that beforehand. So it is
counted only when the resident says how many months it has been going on (`bijverdienen_maanden`, asked as "the gemeente lets
you keep a part"); otherwise the outcome says that a part may perhaps be kept. From 2027, and in a gemeente that
applies the new exemption already: see `balans`.
From AOW age the 25% has no end and needs no judgement (art. 31 lid 2 n), so it always counts.
An exemption is for who gets bijstand: it never makes a right out of an income above the norm.
Gaps: the partner's work; medically limited hours and loonkostensubsidie (y, z, aa); premiums and volunteer work (j, k).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from actions.regels.huishouden import Huishouden, Maandstand
from actions.regels.participatiewet.norm import Bedragen, samen
from actions.regels.waarden import GEEN, NUL, Bereik, Oordeel, een_van, kies, minder_dan, minstens, vast

HONDERD = Decimal(100)
_EEN = Decimal(1)
_NIETS = vast(0)
_MAANDEN = Decimal(12)
_WERK = ("loon", "eigen_bedrijf")


@dataclass(frozen=True, slots=True)
class Vrijlating:
    procent: Decimal
    hoogstens: Decimal | None
    """Euros a month; None: no maximum."""
    artikel: str


def na_vrijlating(inkomen: Bereik, vrij: Vrijlating | None, deel: Bereik) -> Bereik:
    """What still counts. `deel`: the part of the income that is from work, 0-1."""
    if vrij is None or not deel.hoog:
        return inkomen

    def telt(bedrag: Decimal, uit_werk: Decimal) -> Decimal:
        eraf = bedrag * uit_werk * vrij.procent / HONDERD
        return bedrag - (eraf if vrij.hoogstens is None else min(eraf, vrij.hoogstens))

    # More income counts for more, more of it from work for less.
    laag, hoog = telt(inkomen.laag, deel.hoog), telt(inkomen.hoog, deel.laag)
    open_ = GEEN if laag == hoog else inkomen.open | deel.open
    return Bereik(laag, hoog, open_, inkomen.feiten | deel.feiten)


def arbeidsdeel(h: Huishouden) -> Bereik:
    """Which part of the applicant's income is from work: what was said, else all of it for wages and an own business.

    None of it as long as the income of the year is not known at all; of an estimate every part that its margin leaves.
    """
    arbeid, soort = h.feiten.get("arbeidsinkomen_jaar"), frozenset({"inkomen_soort"})
    if not isinstance(arbeid, Decimal):
        return Bereik(_EEN, _EEN, GEEN, soort) if h.feiten.get("inkomen_soort") in _WERK else _NIETS
    jaar = h.geld("inkomen_jaar")
    if not arbeid or not jaar.laag:
        return _NIETS
    laag, hoog = min(_EEN, arbeid / jaar.hoog), min(_EEN, arbeid / jaar.laag)
    return Bereik(laag, hoog, GEEN if laag == hoog else jaar.open, jaar.feiten | {"arbeidsinkomen_jaar"})


def werkt_al(h: Huishouden) -> bool:
    """There is income from work, as far as is known."""
    arbeid = h.feiten.get("arbeidsinkomen_jaar")
    soorten = h.feiten.get("inkomen_soorten")
    return (
        h.feiten.get("inkomen_soort") in _WERK
        or (isinstance(arbeid, Decimal) and arbeid > 0)
        or (isinstance(soorten, tuple) and any(s in _WERK for s in soorten))
    )


def maanden_bezig(h: Huishouden) -> Decimal | None:
    """Whole months that the gemeente has let the applicant keep a part; None when nothing was said about it."""
    maanden = h.feiten.get("bijverdienen_maanden")
    return maanden if isinstance(maanden, Decimal) else None


def tot_2027(h: Huishouden, stand: Maandstand, n: Bedragen, inkomen: Bereik, deel: Bereik) -> Bereik:
    """The income that counts with the exemptions of art. 31 lid 2 n and r."""
    maanden = maanden_bezig(h)
    if maanden is None or n["vrijlating_vanaf_leeftijd"] > stand.leeftijd.hoog:
        return inkomen
    eerste, ouder = n["vrijlating_arbeid_maanden"], n["vrijlating_alleenstaande_ouder_maanden"]
    if maanden < eerste:
        vrij = Vrijlating(n["vrijlating_arbeid_pct"], n["vrijlating_arbeid_max"], "Pw art. 31 lid 2 n")
        mag = minstens(stand.leeftijd, n["vrijlating_vanaf_leeftijd"])
    elif maanden < eerste + ouder:
        vrij = Vrijlating(
            n["vrijlating_alleenstaande_ouder_pct"],
            n["vrijlating_alleenstaande_ouder_max"],
            "Pw art. 31 lid 2 r",
        )
        mag = minstens(stand.leeftijd, n["vrijlating_vanaf_leeftijd"]) & _alleenstaande_ouder(h, stand, n)
    else:
        return inkomen
    return kies(mag, na_vrijlating(inkomen, vrij, deel), inkomen)


def _alleenstaande_ouder(h: Huishouden, stand: Maandstand, n: Bedragen) -> Oordeel:
    """Alone, with a child under 12."""
    spoor = frozenset({"kinderen"})
    if stand.kinderen is None:
        jong = Oordeel(None, spoor, spoor)
    else:
        grens = n["vrijlating_alleenstaande_ouder_kind_jonger_dan"]
        jong = een_van(minstens(k, NUL) & minder_dan(k, grens) for k in stand.kinderen) | Oordeel(
            False, frozenset(), spoor
        )
    return ~samen(h) & jong


def pensioen_vrij(h: Huishouden, alleen: Decimal, gehuwden: Decimal) -> Bereik | None:
    """What of an own pension does not count, euros a month (art. 33 lid 5); None when nobody is known to have one."""
    if not any(_heeft_pensioen(h, achter) for achter in ("", "_partner")):
        return None
    return kies(samen(h), gehuwden, alleen)


def _heeft_pensioen(h: Huishouden, achter: str) -> bool:
    soorten = h.feiten.get(f"inkomen_soorten{achter}")
    return h.feiten.get(f"inkomen_soort{achter}") == "pensioen" or (
        isinstance(soorten, tuple) and "pensioen" in soorten
    )


def naast_bijstand(h: Huishouden, achter: str) -> Bereik:
    """Income of somebody who lives on bijstand, the bijstand itself left out: what is from work, a twelfth of the gross year.

    Gap: as there is tax on the bijstand as well, the net of it is somewhat less.
    """
    arbeid = h.feiten.get(f"arbeidsinkomen{achter}_jaar")
    bedrag = arbeid / _MAANDEN if isinstance(arbeid, Decimal) else NUL
    return Bereik(bedrag, bedrag, frozenset(), frozenset({f"inkomen_soort{achter}"}))
