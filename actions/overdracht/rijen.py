"""The rows of the outbox: every change of state, each in a transaction of its caller.

`stand` is what the resident is told, `taak` what is still to be done outside. Whoever does that holds the row for a while
(`bezorger`, `bezet_tot`); the next step is only taken while it is still held and the task is still the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, func, or_, select, update

from actions.gesprek.tabellen import gesprek as t_gesprek
from actions.overdracht import toestemming
from actions.overdracht.kluis import herkenbaar
from actions.overdracht.tabellen import overdracht as t
from actions.overdracht.tabellen import toestemming as t_bewijs

Stand = Literal[
    "wordt_verstuurd",
    "verstuurd",
    "niet_gelukt",
    "wordt_ingetrokken",
    "ingetrokken",
    "afgehandeld",
    "verlopen",
    "gewist",
]
"""The last three only of our own inbox: handled; erased because its time was over; erased by the staff."""
Taak = Literal["bezorg", "trek_in"]


@dataclass(frozen=True, slots=True)
class Opgegeven:
    kenmerk: str
    gemeente: str
    kanaal: str
    reden: str | None


def lees(verbinding: Connection, kenmerk: str) -> Row[Any] | None:
    """The row, locked where the database has locks per row."""
    return verbinding.execute(select(t).where(t.c.kenmerk == kenmerk).with_for_update()).one_or_none()


def van_gesprek(verbinding: Connection, gesprek: str) -> Sequence[Row[Any]]:
    """The requests of this talk with the names of their lines (`velden`), the newest first."""
    samen = select(t, t_bewijs.c.velden).join(t_bewijs, t_bewijs.c.kenmerk == t.c.kenmerk, isouter=True)
    return verbinding.execute(
        samen.where(t.c.gesprek == gesprek).order_by(t.c.ingediend.desc(), t.c.kenmerk)
    ).all()


def zet(verbinding: Connection, kenmerk: str, **waarden: object) -> None:
    verbinding.execute(update(t).where(t.c.kenmerk == kenmerk).values(waarden))


def trek_in(verbinding: Connection, kenmerk: str, nu: datetime, weg: set[str]) -> Stand:
    """Withdraw. What was never on its way is gone at once; the rest is taken back at the gemeente.

    Adds to `weg` what to look for on disk.
    """
    rij = lees(verbinding, kenmerk)
    assert rij is not None
    stand: Stand = rij.stand
    if stand in ("ingetrokken", "wordt_ingetrokken"):
        return stand
    if rij.inhoud is not None:
        weg.add(herkenbaar(rij.inhoud))
    nooit_weg = stand == "wordt_verstuurd" and rij.pogingen == 0
    opgeruimd = stand in ("niet_gelukt", "verlopen", "gewist") and rij.taak is None
    if nooit_weg or opgeruimd:
        stand = "ingetrokken"
        zet(verbinding, kenmerk, stand=stand, taak=None, inhoud=None, volgende=None, weg_na=_weg_na(rij, nu))
    else:
        stand = "wordt_ingetrokken"
        # From now on nobody delivers; whoever is busy with it notices before the next step.
        zet(
            verbinding,
            kenmerk,
            stand=stand,
            taak="trek_in",
            inhoud=None,
            volgende=nu,
            pogingen=0,
            weg_na=None,
        )
    toestemming.noteer(verbinding, kenmerk, stand, ingetrokken=nu)
    return stand


def laat_los(verbinding: Connection, gesprek: str, nu: datetime) -> set[str]:
    """The talk is being erased: withdraw what was not delivered. What was stays with the gemeente, under its own code.

    Gives what to look for on disk.
    """
    weg: set[str] = set()
    onderweg = select(t.c.kenmerk).where(t.c.gesprek == gesprek, t.c.stand == "wordt_verstuurd")
    for kenmerk in verbinding.scalars(onderweg).all():
        trek_in(verbinding, kenmerk, nu, weg)
    vergeet_gesprek(verbinding, select(t_gesprek.c.id).where(t_gesprek.c.id == gesprek))
    return weg


def vergeet_gesprek(verbinding: Connection, gesprekken: Select[tuple[str]]) -> None:
    """From now on no request leads to one of these talks. It is delivered all the same."""
    verbinding.execute(update(t).where(t.c.gesprek.in_(gesprekken)).values(gesprek=None, client_id=None))


# --- for whoever delivers --------------------------------------------------------------------------------------------


def geef_op(verbinding: Connection, nu: datetime, weg: set[str]) -> list[Opgegeven]:
    """What could not be delivered in time is erased. What of it may be at the gemeente already is taken back there."""
    te_laat = select(t).where(t.c.taak == "bezorg", t.c.uiterlijk <= nu, _vrij(nu)).with_for_update()
    op = []
    for rij in verbinding.execute(te_laat).all():
        if rij.inhoud is not None:
            weg.add(herkenbaar(rij.inhoud))
        half = rij.pogingen > 0
        zet(
            verbinding,
            rij.kenmerk,
            stand="niet_gelukt",
            taak="trek_in" if half else None,
            inhoud=None,
            pogingen=0,
            volgende=nu if half else None,
            bezorger=None,
            bezet_tot=None,
            weg_na=_weg_na(rij, nu),
            opgegeven=nu,
            opgegeven_reden=rij.reden,
        )
        toestemming.noteer(verbinding, rij.kenmerk, "niet_gelukt")
        op.append(Opgegeven(rij.kenmerk, rij.gemeente, rij.kanaal, rij.reden))
    return op


def neem(verbinding: Connection, wie: str, nu: datetime, termijn: timedelta) -> Row[Any] | None:
    """The row that waits longest for its turn, held by `wie` from now on. Counted as an attempt before anything is sent."""
    aan_de_beurt = (
        select(t)
        .where(t.c.taak.is_not(None), t.c.volgende <= nu, _vrij(nu))
        .order_by(t.c.volgende, t.c.kenmerk)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    rij = verbinding.execute(aan_de_beurt).one_or_none()
    if rij is not None:
        zet(verbinding, rij.kenmerk, bezorger=wie, bezet_tot=nu + termijn, pogingen=rij.pogingen + 1)
    return rij


def houd(verbinding: Connection, kenmerk: str, wie: str, taak: Taak, tot: datetime) -> bool:
    """Go on holding it. False when the task is another one by now, or somebody else has it: stop."""
    return _van_mij(verbinding, kenmerk, wie, taak, {"bezet_tot": tot})


def bezorgd(verbinding: Connection, rij: Row[Any], wie: str, nu: datetime) -> bool:
    """It is with the gemeente: erased here. False when it was withdrawn meanwhile."""
    af = {"stand": "verstuurd", **_AF, "weg_na": _weg_na(rij, nu)}
    klaar = _van_mij(verbinding, rij.kenmerk, wie, "bezorg", af)
    if klaar:
        toestemming.noteer(verbinding, rij.kenmerk, "verstuurd")
    return klaar


def teruggehaald(verbinding: Connection, rij: Row[Any], wie: str, nu: datetime) -> bool:
    """Nothing of it is with the gemeente any more."""
    gelukt = _van_mij(verbinding, rij.kenmerk, wie, "trek_in", {**_AF, "weg_na": _weg_na(rij, nu)})
    nu_rij = lees(verbinding, rij.kenmerk)
    if gelukt and nu_rij is not None and nu_rij.stand == "wordt_ingetrokken":
        zet(verbinding, rij.kenmerk, stand="ingetrokken")
        toestemming.noteer(verbinding, rij.kenmerk, "ingetrokken")
    return gelukt


def mislukt(verbinding: Connection, kenmerk: str, wie: str, reden: str, volgende: datetime) -> None:
    """This attempt came to nothing: the next one is at `volgende`, unless the row was given another task meanwhile."""
    verbinding.execute(
        update(t)
        .where(t.c.kenmerk == kenmerk, t.c.bezorger == wie, t.c.pogingen > 0)
        .values(reden=reden, volgende=volgende)
    )
    laat_vrij(verbinding, kenmerk, wie)


def laat_vrij(verbinding: Connection, kenmerk: str, wie: str) -> None:
    verbinding.execute(
        update(t).where(t.c.kenmerk == kenmerk, t.c.bezorger == wie).values(bezorger=None, bezet_tot=None)
    )


def in_de_balie(verbinding: Connection, kenmerk: str, stand: Stand, weg: set[str], **ook: object) -> None:
    """What became of a request in our own inbox, for the resident to read. Whatever staff do with it, it was delivered:
    whoever was about to write that down stops. One that was withdrawn stays so. Adds to `weg` what to look for on disk."""
    rij = lees(verbinding, kenmerk)
    if rij is None or rij.stand not in ("wordt_verstuurd", "verstuurd", "afgehandeld"):
        return
    if rij.inhoud is not None:
        weg.add(herkenbaar(rij.inhoud))
    weg_na = rij.weg_na or _weg_na(rij, rij.ingediend)
    zet(verbinding, kenmerk, **{**_AF, "stand": stand, "weg_na": weg_na, **ook})
    toestemming.noteer(verbinding, kenmerk, stand)


def telling(verbinding: Connection, nu: datetime) -> Mapping[str, float]:
    """How the outbox stands, for whoever watches over it."""
    per_stand = select(t.c.stand, func.count()).group_by(t.c.stand)
    standen = {str(rij[0]): int(rij[1]) for rij in verbinding.execute(per_stand)}
    oudste = verbinding.scalar(select(func.min(t.c.ingediend)).where(t.c.taak.is_not(None)))
    return {
        "onderweg": standen.get("wordt_verstuurd", 0),
        "niet_gelukt": standen.get("niet_gelukt", 0),
        "terug_te_halen": standen.get("wordt_ingetrokken", 0),
        "oudste_seconden": 0.0 if oudste is None else (nu - oudste).total_seconds(),
    }


_AF: Mapping[str, object] = {
    "taak": None, "inhoud": None, "volgende": None, "reden": None, "bezorger": None, "bezet_tot": None,
}  # fmt: skip


def _van_mij(
    verbinding: Connection, kenmerk: str, wie: str, taak: Taak, waarden: Mapping[str, object]
) -> bool:
    mijn = (t.c.kenmerk == kenmerk, t.c.bezorger == wie, t.c.taak == taak)
    return verbinding.execute(update(t).where(*mijn).values(dict(waarden))).rowcount == 1


def _vrij(nu: datetime) -> Any:
    return or_(t.c.bezet_tot.is_(None), t.c.bezet_tot <= nu)


def _weg_na(rij: Row[Any], nu: datetime) -> datetime:
    return nu + timedelta(days=rij.bewaar_dagen)
