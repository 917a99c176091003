"""What every room of `/redactie` works with."""

from __future__ import annotations

from dataclasses import dataclass

from dulwich.errors import NotGitRepository

from actions.gesprek.bronnen import Bronnen
from web.instellingen import Instellingen
from web.redactie.bewaarplaats import Bewaarplaats
from web.redactie.concepten import Concepten
from web.redactie.rechten import Regels


@dataclass(frozen=True, slots=True)
class Redactie:
    instellingen: Instellingen
    bronnen: Bronnen
    plaats: Bewaarplaats
    concepten: Concepten
    regels: Regels


def maak_huis(instellingen: Instellingen, bronnen: Bronnen) -> Redactie | None:
    """None: content has no repository of its own (RECHTOP_CONTENT), so nothing can be changed on screens."""
    if instellingen.content is None:
        return None
    try:
        plaats = Bewaarplaats(instellingen.content)
    except NotGitRepository:
        return None
    regels = Regels(vier_ogen=instellingen.vier_ogen)
    concepten = Concepten(bronnen.opslag, plaats, bronnen.nu, regels)
    return Redactie(instellingen, bronnen, plaats, concepten, regels)
