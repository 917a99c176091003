"""What the talk itself says about a question that was handed over: that it is on its way, and when it did not arrive.

Nothing of the request is kept in the talk, only the client's own id of it, for as long as it is under way.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from actions.gesprek.werk import Werk
from actions.overdracht.aanvraag import Aanvraag
from actions.overdracht.tabellen import overdracht as t
from actions.overdracht.veld import Veld
from actions.overdracht.wanneer import wanneer
from content.lokaal.instelling import Overdracht

ONDERWEG = "doorgegeven"
"""In the state of the talk: the client's ids of what was not known to have arrived at the last turn. Outlives beginning again."""


def verstuurd(werk: Werk, hier: Overdracht, aanvraag: Aanvraag, velden: Sequence[Veld], nu: datetime) -> None:
    """It is on its way: what happens next and when, and that who talks here goes on and is nobody of the gemeente. `velden`: what
    is sent."""
    telefoon = any(veld.soort == "telefoon" for veld in velden)
    werk.bericht(
        werk.tekst(
            "overdracht.gesprek.verstuurd",
            ontvanger=hier.ontvanger,
            wanneer=wanneer(werk.tekst, hier, nu, aanvraag.beste_moment, telefoon=telefoon),
        )
    )
    werk.onthoud(**{ONDERWEG: [*werk.staat.extra.get(ONDERWEG, ()), aanvraag.id]})


def meld_mislukt(werk: Werk, verbinding: Connection, gesprek: str) -> None:
    """Before all else of this turn, once: what was handed over did not arrive, and whom to call."""
    onderweg = werk.staat.extra.get(ONDERWEG)
    if not onderweg:
        return
    rijen = verbinding.execute(
        select(t.c.client_id, t.c.stand).where(t.c.gesprek == gesprek, t.c.client_id.in_(onderweg))
    )
    standen = {str(rij.client_id): rij.stand for rij in rijen}
    nog = [id_ for id_ in onderweg if standen.get(id_) == "wordt_verstuurd"]
    werk.onthoud(**{ONDERWEG: nog or None})
    if "niet_gelukt" in standen.values():
        werk.bericht(werk.tekst("overdracht.gesprek.niet_gelukt"))
        werk.berichten.insert(0, werk.berichten.pop())
