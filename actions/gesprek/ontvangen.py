"""What comes in already, as far as the resident said."""

from __future__ import annotations

from actions.gesprek.staat import Staat
from actions.regels.participatiewet.soort import PERSONEN, krijgt_bijstand

_UITKERING = ("bijstand", "aio")


def genoemd(staat: Staat) -> frozenset[str]:
    """Ids of the schemes that were said to come in already, one by one."""
    gezegd = staat.feiten.get("krijgt_al")
    return frozenset(gezegd) if isinstance(gezegd, list) else frozenset()


def ontvangen(staat: Staat) -> frozenset[str]:
    """Ids of the schemes that come in already, as far as was said; who lives on bijstand has said so too."""
    al = genoemd(staat)
    leeft_van = any(krijgt_bijstand(staat.feiten, achter) for achter in PERSONEN)
    return al | frozenset(_UITKERING) if leeft_van else al
