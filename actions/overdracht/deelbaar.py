"""What of a talk can be sent along with a question: every line by itself, with what it says and what it gives away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from actions.gesprek import overzicht
from actions.gesprek.bedrag_in_woorden import bedrag
from actions.gesprek.ontvangen import ontvangen
from actions.gesprek.weergave import uitkomst_model
from actions.gesprek.werk import Werk
from actions.overdracht.veld import Veld
from actions.regels.regeling import Uitkomst
from content.schema import Gevoelig


@dataclass(frozen=True, slots=True)
class Deelbaar:
    """One line that can be ticked."""

    id: str
    """As body H of the contract names it: "feit:kale_huur"."""
    veld: Veld
    gevoelig: Gevoelig | None
    """Where it is about health or debts: never ticked together with the rest."""


def deelbaar(werk: Werk) -> tuple[Deelbaar, ...]:
    """The answers that the rules still read, in the order they were given, then the outcomes, those with a right first.

    What still waits for an answer is no outcome: it would tell the gemeente nothing.
    """
    feiten = tuple(_feit(werk, feit) for feit in overzicht.feiten_in_beeld(werk))
    standen = werk.uitslag.standen if werk.staat.scope else ()
    uitkomsten = [s.uitkomst for s in standen if not s.open or s.uitkomst.voorlopig]
    return (*feiten, *(_uitkomst(werk, u) for u in sorted(uitkomsten, key=_volgorde)))


def _volgorde(uitkomst: Uitkomst) -> int:
    return _RECHT.index(uitkomst.recht)


_RECHT = ("waarschijnlijk_wel", "onbekend", "waarschijnlijk_niet")


def _feit(werk: Werk, feit: str) -> Deelbaar:
    veld = Veld("feit", werk.vraag(feit).label, overzicht.in_woorden(werk, feit), feit)
    return _regel("feit", feit, veld, gevoelig_feit(werk, feit))


def _uitkomst(werk: Werk, uitkomst: Uitkomst) -> Deelbaar:
    id_ = uitkomst.regeling
    model = uitkomst_model(
        werk.bronnen.inhoud, uitkomst, werk.bronnen.vandaag(), werk.gemeente, ontvangen(werk.staat)
    )
    recht = werk.tekst(f"widget.recht_{model.recht}")
    som = bedrag(lambda naam: werk.tekst(f"widget.{naam}"), model)
    veld = Veld("uitkomst", model.titel, f"{recht}, {som}" if som else recht, id_)
    return _regel("uitkomst", id_, veld, gevoelige_regeling(werk, id_))


def _regel(soort: Literal["feit", "uitkomst"], wat: str, veld: Veld, gevoelig: Gevoelig | None) -> Deelbaar:
    return Deelbaar(f"{soort}:{wat}", veld, gevoelig)


def gevoelig_feit(werk: Werk, feit: str) -> Gevoelig | None:
    """What the answer to this gives away: by the question, or by the answer that was chosen (`content/vragen`)."""
    vraag = werk.vraag(feit)
    if vraag.gevoelig is not None:
        return vraag.gevoelig
    waarde = werk.staat.feiten[feit]
    gekozen = waarde if isinstance(waarde, list) else [waarde]
    return next(
        (keuze.gevoelig for keuze in vraag.keuzes if keuze.gevoelig and keuze.waarde in gekozen), None
    )


def gevoelige_regeling(werk: Werk, id_: str) -> Gevoelig | None:
    """What an outcome gives away: by the scheme (`content/uitkomsten`), or because a gemeente asks for a sensitive fact."""
    eigen = werk.regeling(id_).gevoelig
    hier = werk.lokaal.regelingen.get(id_)
    if eigen is not None or hier is None:
        return eigen
    gevraagd = [feit for eisen in (hier.data.eisen, hier.data.een_van) if eisen for feit in eisen.gevraagd()]
    soorten = {werk.vraag(feit).gevoelig for feit in gevraagd} - {None}
    return None if not soorten else soorten.pop() if len(soorten) == 1 else "beide"
