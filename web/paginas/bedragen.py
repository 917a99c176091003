"""Amounts in words on a page, with the words of the chat window (`content/teksten/widget.yml`)."""

from __future__ import annotations

from decimal import Decimal

from actions.contract_vergelijken import Verschil
from actions.gesprek.bedrag_in_woorden import Woord, bedrag, heel_jaar, vul
from content.opmaak import euro

__all__ = ["Woord", "bedrag", "blijft_gelijk", "cellen", "heel_jaar", "verschil", "vul"]


def verschil(woord: Woord, anders: Decimal) -> str:
    """ "129 euro minder"."""
    teken = (anders > 0) - (anders < 0)
    return vul(woord, f"v_verschil_{teken}", bedrag=euro(abs(anders)))


def cellen(woord: Woord, v: Verschil) -> tuple[str, str, str]:
    """Now, then and the difference of one scheme; what has no amount is said in words."""
    voor, na = (v.voor, v.na) if v.ritme == "maand" else (v.voor_per_keer, v.na_per_keer)
    anders = "" if voor is None or na is None else verschil(woord, na - voor)

    def cel(hoeveel: Decimal | None, recht: str) -> str:
        # Nothing is an amount only beside another amount.
        return euro(hoeveel) if hoeveel or (anders and hoeveel is not None) else woord(f"v_{recht}")

    return cel(voor, v.recht_voor), cel(na, v.recht_na), anders


def blijft_gelijk(v: Verschil) -> bool:
    return v.vanaf is None and v.recht_voor == v.recht_na != "onbekend"
