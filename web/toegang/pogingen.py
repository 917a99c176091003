"""Failed tries: each next one waits longer. Kept in the database, so that it holds over several processes.

Three things are counted: a name from one address, a name from everywhere, and an address. Nobody can shut somebody else
out with it: a wait ends by itself, tries during a wait do not make it longer, and an address from which the person
logged in before does not wait for what others do elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update

from actions.gesprek.database import voeg_in
from web.toegang.kluis import Kluis
from web.toegang.tabellen import poging

_MACHT_MAX = 20
"""Doubling further makes no difference, and a large number does."""


@dataclass(frozen=True, slots=True)
class Maat:
    """How many tries are free, how long the first wait is, and the longest."""

    vrij: int
    wacht: timedelta
    langst: timedelta

    def wachttijd(self, mislukt: int) -> timedelta:
        """How long the next try has to wait after this many failures."""
        if mislukt < self.vrij:
            return timedelta()
        return min(self.wacht * (1 << min(mislukt - self.vrij, _MACHT_MAX)), self.langst)


@dataclass(frozen=True, slots=True)
class Maten:
    paar: Maat
    naam: Maat
    adres: Maat
    vergeet: timedelta
    """After so long without a failure counting starts anew."""
    bekend: timedelta
    """So long an address stays known after somebody logged in from it."""


@dataclass(frozen=True, slots=True)
class Poging:
    """A try that was counted as failed beforehand, so that a hundred at once count as a hundred."""

    paar: str
    naam: str
    adres: str
    bekend: str


class Wacht(Exception):
    """Not yet. `tot`: from when it can be tried again."""

    def __init__(self, tot: datetime) -> None:
        super().__init__(tot.isoformat())
        self.tot = tot


def begin(verbinding: Connection, kluis: Kluis, maten: Maten, nu: datetime, naam: str, adres: str) -> Poging:
    """Count a try, or raise Wacht without counting it."""
    deze = Poging(
        paar=kluis.merk("poging", "paar", naam, adres),
        naam=kluis.merk("poging", "naam", naam),
        adres=kluis.merk("poging", "adres", adres),
        bekend=kluis.merk("poging", "bekend", naam, adres),
    )
    tellers = [(deze.paar, maten.paar), (deze.adres, maten.adres)]
    if not _is_bekend(verbinding, deze.bekend, nu - maten.bekend):
        tellers.append((deze.naam, maten.naam))
    standen = [(sleutel, maat, _stand(verbinding, sleutel, nu, maten.vergeet)) for sleutel, maat in tellers]
    wachten = [tot for _, _, (_, tot) in standen if tot is not None and tot > nu]
    if wachten:
        raise Wacht(max(wachten))
    for sleutel, maat, (mislukt, _) in standen:
        nieuw = mislukt + 1
        wacht = maat.wachttijd(nieuw)
        waarden = {"mislukt": nieuw, "laatst": nu, "wacht_tot": nu + wacht if wacht else None}
        verbinding.execute(update(poging).where(poging.c.sleutel == sleutel).values(waarden))
    return deze


def geslaagd(verbinding: Connection, deze: Poging, nu: datetime) -> None:
    """Take back what `begin` counted. The address itself keeps its other failures: somebody with an account must not be
    able to clear the way for guessing at those of others."""
    verbinding.execute(delete(poging).where(poging.c.sleutel.in_([deze.paar, deze.naam])))
    adres = update(poging).where(poging.c.sleutel == deze.adres, poging.c.mislukt > 0)
    verbinding.execute(adres.values(mislukt=poging.c.mislukt - 1, wacht_tot=None))
    _leg(verbinding, deze.bekend, nu)
    verbinding.execute(update(poging).where(poging.c.sleutel == deze.bekend).values(laatst=nu))


def vergeet(verbinding: Connection, maten: Maten, nu: datetime) -> None:
    """Erase what counts no more."""
    oud = nu - max(maten.vergeet, maten.bekend)
    verbinding.execute(delete(poging).where(poging.c.laatst < oud))


def _is_bekend(verbinding: Connection, sleutel: str, vanaf: datetime) -> bool:
    vraag = select(poging.c.sleutel).where(poging.c.sleutel == sleutel, poging.c.laatst >= vanaf)
    return verbinding.scalar(vraag) is not None


def _stand(
    verbinding: Connection, sleutel: str, nu: datetime, vergeet_na: timedelta
) -> tuple[int, datetime | None]:
    """Failures and until when to wait; the row is made when it is not there, and held until the end of the transaction."""
    _leg(verbinding, sleutel, nu)
    vraag = select(poging.c.mislukt, poging.c.laatst, poging.c.wacht_tot).where(poging.c.sleutel == sleutel)
    mislukt, laatst, wacht_tot = verbinding.execute(vraag.with_for_update()).one()
    return (0, None) if laatst < nu - vergeet_na else (mislukt, wacht_tot)


def _leg(verbinding: Connection, sleutel: str, nu: datetime) -> None:
    rij = {"sleutel": sleutel, "mislukt": 0, "laatst": nu, "wacht_tot": None}
    nieuw = voeg_in(poging, verbinding.dialect.name).values(rij)
    verbinding.execute(nieuw.on_conflict_do_nothing(index_elements=["sleutel"]))
