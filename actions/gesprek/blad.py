"""A talk as one sheet to keep or print: the overview, with what stands above it and how long it can be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from actions.contract import Overzicht
from actions.gesprek import beurt, lokaal, verder
from actions.gesprek.bronnen import NEDERLAND, Bronnen
from actions.gesprek.ontvangen import genoemd
from actions.gesprek.weergave import zonder_herhaling
from actions.gesprek.werk import Werk
from actions.regels.regeling import Uitkomst
from content.lokaal.instelling import HulpDichtbij
from content.schema import Gemeente

MIST = frozenset({"feit_ontbreekt", "weet_niet"})
"""Reasons that only say which answer is missing."""


@dataclass(frozen=True, slots=True)
class Blad:
    gemeente: Gemeente
    hulp: Sequence[HulpDichtbij]
    """Who helps nearby."""
    opening: str
    """Total and first step (Markdown); empty when nothing was answered yet."""
    over: str
    """Whom it is about when that is not who types; else empty."""
    overzicht: Overzicht
    """Outcomes as far as there is something to say, with what helps most first."""
    mist: Mapping[str, tuple[str, ...]]
    """By scheme: what it still needs to know, in the words of the questions."""
    noemde: frozenset[str]
    """Schemes that the resident said come in already, one by one."""
    later: tuple[str, ...]
    """Names of the schemes that were not asked about yet."""
    onbekend_hier: tuple[str, ...]
    """Names of the schemes of gemeenten of which nothing is known in this one, after the whole check."""
    nog_vragen: bool
    alles: bool
    """The whole check was begun, not one scheme."""
    gemaakt: date
    verloopt: datetime
    """As the clock in the Netherlands has it."""
    tekst: Callable[..., str]
    """Words about whom the talk is about, by text id and values."""


def blad(bronnen: Bronnen, gesprek_id: str) -> Blad:
    """Raises GesprekOnbekend."""
    gesprek, werk = beurt.lees(bronnen, gesprek_id, van_nu=True)
    overzicht = beurt.overzicht_van(werk)
    nu = [u.regeling for u in sorted(verder.aan_de_beurt(werk), key=verder.hoogste_eerst)]
    per_regeling = {u.regeling: u for u in overzicht.uitkomsten}
    volgende = verder.volgende_ronde(werk)
    return Blad(
        gemeente=werk.gemeente,
        hulp=werk.lokaal.hulp_dichtbij,
        opening=verder.opening(werk) if overzicht.feiten else "",
        over=werk.tekst("voor_wie.alles_over") if werk.persoon else "",
        overzicht=overzicht.model_copy(
            update={"uitkomsten": zonder_herhaling([per_regeling[id_] for id_ in nu])}
        ),
        mist={u.regeling: tuple(_mist(werk, u)) for u in werk.uitslag.uitkomsten},
        noemde=genoemd(werk.staat),
        later=tuple(u.titel for id_, u in per_regeling.items() if id_ not in nu),
        onbekend_hier=lokaal.onbekend(werk) if werk.alles and volgende is None else (),
        nog_vragen=verder.huidige_ronde(werk) is not None or volgende is not None,
        alles=werk.alles,
        gemaakt=bronnen.vandaag(),
        verloopt=gesprek.verloopt.astimezone(NEDERLAND),
        tekst=werk.tekst,
    )


def _mist(werk: Werk, uitkomst: Uitkomst) -> Iterator[str]:
    """Each once: for two lodgers the same is asked twice."""
    feiten = (str(r.waarden["feit"]) for r in uitkomst.redenen if r.code in MIST and "feit" in r.waarden)
    yield from dict.fromkeys(werk.vraag(feit).label for feit in feiten)
