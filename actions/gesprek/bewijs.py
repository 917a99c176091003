"""The receipt of a talk: a file for the resident, of which nothing is kept."""

from __future__ import annotations

from typing import Any

from actions.gesprek import gebeurtenis
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import GesprekOnbekend
from actions.gesprek.rekenen import meld_rekenfouten, opgave
from actions.regels.bewijs import Kop, maak_bewijs
from content.lokaal.versie import versie


def bewijs(bronnen: Bronnen, gesprek_id: str) -> dict[str, Any]:
    """What was answered and what follows from it now, with the versions it rests on. Raises GesprekOnbekend."""
    gesprek = bronnen.opslag.lees(gesprek_id)
    if gesprek is None:
        raise GesprekOnbekend
    som = opgave(bronnen, gebeurtenis.van_nu(gesprek.staat))
    uitslag = som.reken(bronnen.parameters, bronnen.catalogus(gesprek.staat.gemeente))
    meld_rekenfouten(uitslag)
    lokaal = bronnen.inhoud.lokaal(gesprek.staat.gemeente)
    kop = Kop(
        gemeente=gesprek.staat.gemeente,
        parameters=bronnen.parameters.versie,
        regels=bronnen.regels,
        gemeenteregels=None if lokaal is None else versie(lokaal),
        moment=bronnen.nu(),
        uitleg=bronnen.inhoud.tekst("bewijs.uitleg").splitlines(),
    )
    return maak_bewijs(kop, som, uitslag.uitkomsten)
