"""A scheme that the resident named goes before the others of the check; the others are not lost."""

from __future__ import annotations

from collections.abc import Sequence

from actions.gesprek import contactknop
from actions.gesprek.ontvangen import ontvangen
from actions.gesprek.rekenen import open_vragen
from actions.gesprek.weergave import uitkomst_model, zonder_herhaling
from actions.gesprek.werk import Knop, Werk
from actions.regels.kern import Uitslag


def geef(werk: Werk, ids: Sequence[str]) -> None:
    """From now on these schemes go first."""
    werk.onthoud(eerst=list(ids))


def van(werk: Werk) -> tuple[str, ...]:
    """The schemes that go first now."""
    return tuple(id_ for id_ in werk.staat.extra.get("eerst", ()) if id_ in werk.staat.scope)


def vragen(werk: Werk) -> tuple[tuple[str, int | None], ...]:
    """What the schemes that go first still have to ask, in order."""
    ids = van(werk)
    if not ids:
        return ()
    standen = tuple(stand for stand in werk.uitslag.standen if stand.uitkomst.regeling in ids)
    return open_vragen(Uitslag(standen), werk.staat)


def rond_af(werk: Werk) -> tuple[str, ...]:
    """Nothing goes first any more. Returns what did."""
    ids = van(werk)
    werk.onthoud(eerst=None)
    return ids


def toon(werk: Werk, ids: Sequence[str], tekst: str, knoppen: Sequence[Knop] | None = None) -> None:
    """The outcomes of these schemes alone. `knoppen` None: only whom to ask about them."""
    vandaag, al = werk.bronnen.vandaag(), ontvangen(werk.staat)
    modellen = [
        uitkomst_model(werk.bronnen.inhoud, u, vandaag, werk.gemeente, al)
        for u in werk.uitslag.uitkomsten
        if u.regeling in ids
    ]
    # What else can be done is about all outcomes, the person to ask about these.
    bij = [contactknop.knop(werk, ids)] if knoppen is None else knoppen
    werk.bericht(tekst, soort="uitkomst", knoppen=bij, uitkomsten=zonder_herhaling(modellen))


def namen(werk: Werk, ids: Sequence[str]) -> list[str]:
    """What these schemes are called."""
    return [werk.regeling(id_).korte_titel for id_ in ids]
