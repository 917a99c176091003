"""What the forms of the contact page send. Everything typed goes along from step to step: nothing is stored before consent."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Self, get_args

from fastapi import Request

from actions.overdracht.aanvraag import MOMENTEN, Aanvraag, Moment
from web.fouten import Probleem
from web.paginas.zelfcheck_vorm import VELDEN_MEEST, Velden, id_van, velden

Stap = Literal["vraag", "meesturen", "alles", "niets", "voorbeeld", "stuur", "nee", "stop", "stop_ja"]
"""What a button asks for: a page, or (`stuur`, `stop_ja`) that something is done."""
_STAPPEN: tuple[Stap, ...] = get_args(Stap)
_DELEN_MAX = 100
_TEKST_MAX = 10_000
"""Characters. Longer than what may be sent: the reason is told in words."""


@dataclass(frozen=True, slots=True)
class Vorm:
    """`id` is made once, with the first page: the same request sent twice is one request."""

    stap: Stap
    id: str
    onderwerp: str = ""
    naam: str = ""
    telefoon: str = ""
    email: str = ""
    beste_moment: Moment = "geen_voorkeur"
    bericht: str = ""
    delen: tuple[str, ...] = ()
    versie: str | None = None
    """Of the text that was agreed to."""
    kenmerk: str = ""
    """Of a request that is to be stopped."""

    @classmethod
    def nieuw(cls, onderwerp: str) -> Self:
        return cls("vraag", uuid.uuid4().hex, onderwerp)

    @classmethod
    async def uit(cls, request: Request) -> Self:
        """Raises Probleem (422) for what is no form of ours."""
        gestuurd = await velden(request, VELDEN_MEEST)

        def een(naam: str) -> str:
            return gestuurd.get(naam, [""])[-1]

        stap = next((s for s in _STAPPEN if s == een("stap")), None)
        delen = tuple(dict.fromkeys(deel for deel in gestuurd.get("delen", ()) if deel))
        if stap is None or len(delen) > _DELEN_MAX or any(len(w) > _TEKST_MAX for w in _alle(gestuurd)):
            raise Probleem(422, "geen_formulier")
        return cls(
            stap=stap,
            id=id_van(gestuurd),
            onderwerp=een("onderwerp"),
            naam=een("naam"),
            telefoon=een("telefoon"),
            email=een("email"),
            beste_moment=next((m for m in MOMENTEN if m == een("beste_moment")), "geen_voorkeur"),
            bericht=een("bericht"),
            delen=delen,
            versie=een("versie") or None,
            kenmerk=een("kenmerk"),
        )

    def aanvraag(self) -> Aanvraag:
        return Aanvraag(
            id=self.id,
            onderwerp=self.onderwerp,
            naam=self.naam or None,
            telefoon=self.telefoon or None,
            email=self.email or None,
            beste_moment=self.beste_moment,
            bericht=self.bericht or None,
            delen=self.delen,
        )

    def mee(self, *behalve: str) -> Iterator[tuple[str, str]]:
        """The hidden fields of the next form: all that this one held, except what it asks itself."""
        namen = ("id", "onderwerp", "naam", "telefoon", "email", "beste_moment", "bericht")
        for naam in namen:
            if naam not in behalve:
                yield naam, getattr(self, naam)
        if "delen" not in behalve:
            yield from (("delen", deel) for deel in self.delen)


def _alle(gestuurd: Velden) -> Iterator[str]:
    for waarden in gestuurd.values():
        yield from waarden
