"""What comes in already, as far as the resident said."""

from __future__ import annotations

from actions.gesprek.staat import Staat
from actions.regels.participatiewet.soort import PERSONEN, krijgt_bijstand

_UITKERING = ("bijstand", "aio")


def ontvangen(staat: Staat) -> frozenset[str]:
    """Ids of the schemes that come in already, as far as was said."""
    gezegd = staat.feiten.get("krijgt_al")
    al = frozenset(gezegd) if isinstance(gezegd, list) else frozenset()
    leeft_van = any(krijgt_bijstand(staat.feiten, achter) for achter in PERSONEN)
    return al | frozenset(_UITKERING) if leeft_van else al
