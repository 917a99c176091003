"""Telling what one gets already: offered after outcomes, so that the total says what would be new. The rules do not read it."""

from __future__ import annotations

from actions.gesprek.ontvangen import ontvangen
from actions.gesprek.werk import Knop, Werk


def te_noemen(werk: Werk) -> tuple[str, ...]:
    """Schemes with an amount that were not named as received yet."""
    al = ontvangen(werk.staat)
    return tuple(
        u.regeling
        for u in werk.uitslag.uitkomsten
        if u.regeling not in al and (u.recht == "waarschijnlijk_wel" or u.voorlopig is not None)
    )


def vraag(werk: Werk) -> None:
    """One button per scheme; each click adds one."""
    knoppen = [Knop(werk.regeling(id_).titel, {"krijgt_al": id_}) for id_ in te_noemen(werk)]
    werk.bericht(
        werk.tekst("gesprek.krijgt_al" if knoppen else "gesprek.krijgt_alles_al"),
        knoppen=[*knoppen, Knop(werk.tekst("knop.klaar"), {"doe": "uitkomst"})],
    )


def noteer(werk: Werk, regeling: str) -> None:
    al = [*werk.staat.feiten.get("krijgt_al", []), regeling]
    werk.zet(feiten={**werk.staat.feiten, "krijgt_al": list(dict.fromkeys(al))})
    werk.zeg("gesprek.krijgt_al_genoteerd", regeling=werk.regeling(regeling).korte_titel)
    vraag(werk)
