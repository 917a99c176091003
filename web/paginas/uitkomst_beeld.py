"""One outcome as a card, as the chat window shows it (`web/static/widget/uitkomst.js`): the answer first, the sum and the
articles of the law behind a click. The template is `delen/uitkomst.html`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from actions.contract import Uitkomst
from content.opmaak import euro
from web.paginas import bedragen
from web.paginas.bedragen import Woord

Stand = Literal["waarschijnlijk_wel", "bijna", "onbekend", "navragen", "waarschijnlijk_niet"]

INKLAPPEN_VANAF: dict[Stand, int] = {"navragen": 3, "waarschijnlijk_niet": 4}
"""From so many on, what a resident can do little with is folded away: it should not stand between them and the rest."""
REGEL_ONBEKEND = "lokale_regel_onbekend"
TWIJFEL = frozenset({"bedrag_onzeker", "regels_onzeker"})
"""Doubt about the rules or the amount: these words name the year and the number to call."""
MAATWERK = "vraag_maatwerk"

Stukje = tuple[str, bool]
"""Words, and whether they are the telephone number."""


@dataclass(frozen=True, slots=True)
class Kader:
    """What to ask, with the number to call as a link."""

    kop: str | None
    zinnen: tuple[tuple[Stukje, ...], ...]
    bel: str | None
    """The number, when no sentence names it."""


@dataclass(frozen=True, slots=True)
class Kaart:
    u: Uitkomst
    stand: Stand
    bedrag: str | None
    bedrag_groot: bool
    onder_bedrag: tuple[str, ...]
    in_natura: bool
    redenen: tuple[str, ...]
    kaders: tuple[Kader, ...]
    let_op: tuple[str, ...]
    aanvragen: bool
    met_nummer: bool
    """The number to call stands nowhere on the card yet."""


@dataclass(frozen=True, slots=True)
class Kaarten:
    los: tuple[Kaart, ...]
    samen: tuple[tuple[str, tuple[Kaart, ...]], ...]
    """Folded: (what it says, the cards)."""


def kaarten(uitkomsten: Sequence[Uitkomst], woord: Woord, gemeente: str) -> Kaarten:
    """All cards of a message. `gemeente`: its name, for the words of what is folded."""
    alle = [_kaart(u, woord) for u in uitkomsten]
    samen = []
    for stand, vanaf in INKLAPPEN_VANAF.items():
        groep = tuple(k for k in alle if k.stand == stand)
        if len(groep) >= vanaf:
            alle = [k for k in alle if k.stand != stand]
            samen.append((bedragen.vul(woord, f"samen_{stand}", aantal=len(groep), gemeente=gemeente), groep))
    return Kaarten(tuple(alle), tuple(samen))


def stand_van(u: Uitkomst) -> Stand:
    if u.recht == "waarschijnlijk_niet" and u.bijna:
        return "bijna"
    if u.recht == "onbekend" and any(r.code == REGEL_ONBEKEND for r in u.redenen):
        return "navragen"
    return u.recht


def _kaart(u: Uitkomst, woord: Woord) -> Kaart:
    stand = stand_van(u)
    niet = u.recht == "waarschijnlijk_niet"
    twijfel = [r for r in u.let_op if r.code in TWIJFEL]
    maatwerk = [r for r in u.let_op if r.code == MAATWERK]
    onbekend = [r for r in u.redenen if r.code == REGEL_ONBEKEND]
    # Of which year the rules are says more than that they are not known.
    navragen = [*([] if any(r.code == "regels_onzeker" for r in twijfel) else onbekend), *twijfel]
    # An amount in doubt never stands by itself.
    bedrag = None if niet or navragen else bedragen.bedrag(woord, u)
    kaders = []
    if navragen:
        # The badge of a card says "ask" already when nothing of it is sure.
        kop = None if stand == "navragen" else woord("navragen")
        kaders.append(_kader(kop, [r.tekst for r in navragen], u.aanvragen.telefoon))
    if stand == "bijna":
        kaders.append(_kader(woord("maatwerk"), [r.tekst for r in maatwerk], u.aanvragen.telefoon))
    return Kaart(
        u=u,
        stand=stand,
        bedrag=bedrag,
        bedrag_groot=u.vorm not in ("natura", "hulp"),
        onder_bedrag=_onder_bedrag(u, woord) if bedrag else (),
        in_natura=not niet and u.vorm != "geld" and not (bedrag and u.vorm == "korting"),
        redenen=tuple(r.tekst for r in u.redenen if r not in onbekend),
        kaders=tuple(kaders),
        let_op=tuple(r.tekst for r in u.let_op if r not in twijfel and r not in maatwerk),
        aanvragen=stand != "waarschijnlijk_niet" and not u.al_ontvangen,
        met_nummer=stand != "bijna" and not navragen,
    )


def _onder_bedrag(u: Uitkomst, woord: Woord) -> tuple[str, ...]:
    zinnen = []
    if u.recht == "onbekend" and u.voorlopig:
        zinnen.append(woord("bedrag_voorlopig"))
    zinnen.append(bedragen.heel_jaar(woord, u) or "")
    if u.schatting and u.marge:
        zinnen.append(bedragen.vul(woord, "marge", bedrag=euro(u.marge)))
    return tuple(zin for zin in zinnen if zin)


def _kader(kop: str | None, teksten: Sequence[str], telefoon: str | None) -> Kader:
    genoemd = telefoon is not None and any(telefoon in tekst for tekst in teksten)
    return Kader(kop, tuple(_met_nummer(tekst, telefoon) for tekst in teksten), None if genoemd else telefoon)


def _met_nummer(tekst: str, telefoon: str | None) -> tuple[Stukje, ...]:
    if not telefoon:
        return ((tekst, False),)
    delen = re.split(f"({re.escape(telefoon)})", tekst)
    return tuple((deel, deel == telefoon) for deel in delen if deel)
