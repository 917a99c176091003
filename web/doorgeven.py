"""How a message travels: from the resident to Rasa and back, and what happens when Rasa does not answer.

Whatever goes wrong, the message is counted once: the client's id names the turn, and the record knows which turns were made.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions.contract import Bericht, naar_json
from actions.gesprek.beurt import BeurtInvoer
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.nood import herken
from actions.gesprek.opslag import GesprekOnbekend
from actions.schoon import schoon
from web.draad import in_draad
from web.fouten import Probleem
from web.grenzen import Adres, Grenzen
from web.instellingen import Instellingen
from web.invoer import weigering, zonder_schuine_streep
from web.motor import Motor
from web.rasa import Rasa
from web.tellers import Tellers
from web.wachtrij import Wachtrij

_log = logging.getLogger(__name__)

_PAUZE = 0.25
"""Seconds between the two tries at Rasa."""
_EXCUUS_TIJD = 2.0
_DAG = 24 * 60 * 60
_KLIK = "/keuze"
Antwoord = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Inkomend:
    """One message as the client sent it: a text, a click, or the wish to change an answer. `id` is the client's."""

    id: str
    tekst: str | None = None
    keuze: str | None = None
    wijzig: str | None = None
    gezien: str | None = None


class Doorgever:
    """Sends messages on their way, one at a time per talk."""

    def __init__(
        self,
        instellingen: Instellingen,
        bronnen: Bronnen,
        motor: Motor,
        rasa: Rasa,
        grenzen: Grenzen,
        tellers: Tellers,
    ) -> None:
        self._instellingen = instellingen
        self._bronnen = bronnen
        self._motor = motor
        self._rasa = rasa
        self._grenzen = grenzen
        self._tellers = tellers
        self._wachtrij = Wachtrij(instellingen.wacht_tijd)
        self._lopend: dict[tuple[str, str], asyncio.Task[Antwoord]] = {}

    async def bericht(self, gesprek: str, bericht: Inkomend, adres: Adres) -> Antwoord:
        """The answer (a BeurtAntwoord as JSON). The same client id twice shares one turn.

        Raises GesprekOnbekend, and Probleem when a limit is reached or another turn takes too long.
        """
        sleutel = (gesprek, bericht.id)
        taak = self._lopend.get(sleutel)
        if taak is None:
            taak = asyncio.create_task(self._een_beurt(gesprek, bericht, adres))
            self._lopend[sleutel] = taak
            taak.add_done_callback(lambda klaar: self._afgelopen(sleutel, klaar))
        # A client that goes away does not take the turn with it: it can ask again.
        return await asyncio.shield(taak)

    async def wis(self, gesprek: str) -> bool:
        """Erase the talk, after the turn that is under way. False when there is no such talk."""
        async with self._wachtrij.beurt(gesprek):
            return await in_draad(self._bronnen.opslag.wis, gesprek)

    async def wis_nu(self, gesprek: str) -> bool:
        """As `wis`, for who cannot ask again: when turns hold it up too long it is erased under their hands. The record has a
        lock of its own, and a turn that finds its talk gone stores nothing."""
        try:
            return await self.wis(gesprek)
        except Probleem:
            return await in_draad(self._bronnen.opslag.wis, gesprek)

    def _afgelopen(self, sleutel: tuple[str, str], taak: asyncio.Task[Antwoord]) -> None:
        self._lopend.pop(sleutel, None)
        if not taak.cancelled():
            taak.exception()  # seen, also when nobody waits for it any more

    async def _een_beurt(self, gesprek: str, bericht: Inkomend, adres: Adres) -> Antwoord:
        eerder, aantal = await in_draad(self._bronnen.opslag.kijk, gesprek, bericht.id)
        if eerder is not None:
            return eerder.antwoord
        self._grenzen.bericht(gesprek, adres)
        async with self._wachtrij.beurt(gesprek) as gewacht:
            if gewacht:
                eerder, aantal = await in_draad(self._bronnen.opslag.kijk, gesprek, bericht.id)
                if eerder is not None:
                    return eerder.antwoord
            if aantal >= self._instellingen.berichten_per_gesprek:
                raise Probleem(
                    429, "gesprek_vol", later=_DAG, aantal=self._instellingen.berichten_per_gesprek
                )
            return await self._op_weg(gesprek, bericht)

    async def _op_weg(self, gesprek: str, bericht: Inkomend) -> Antwoord:
        try:
            async with asyncio.timeout(self._instellingen.beurt_tijd):
                antwoord, weg = await self._langs_de_wegen(gesprek, bericht)
        except GesprekOnbekend:
            raise
        except Exception as fout:
            # The message of an exception may quote what the resident said; its type does not.
            _log.error("a turn failed: %s", type(fout).__name__)
            antwoord, weg = await self._excuus(gesprek), "mislukt"
        self._tellers.beurten.labels(weg=weg).inc()
        return antwoord

    async def _langs_de_wegen(self, gesprek: str, bericht: Inkomend) -> tuple[Antwoord, str]:
        tekst, letterlijk = None, False
        if bericht.tekst is not None:
            getypt = schoon(bericht.tekst)
            # Too long is what the resident typed, empty is what is left of it.
            nee = weigering(getypt, langste=self._instellingen.tekst_max)
            tekst = zonder_schuine_streep(getypt)
            nee = nee or weigering(tekst, langste=self._instellingen.tekst_max)
            letterlijk = tekst != getypt
            if nee is not None:
                # The text itself stops here: what may not be kept is not passed on either. Danger in it is.
                invoer = BeurtInvoer(
                    id=bericht.id,
                    tekst="",
                    gezien=bericht.gezien,
                    weg="direct",
                    weigering=nee,
                    gevaar=await in_draad(herken, tekst),
                )
                return naar_json(await in_draad(self._motor.beurt, gesprek, invoer)), "direct"
        gevonden = await self._langs_rasa(gesprek, bericht, tekst, letterlijk=letterlijk)
        if gevonden is not None:
            return gevonden
        invoer = BeurtInvoer(
            id=bericht.id,
            tekst=tekst,
            keuze=bericht.keuze,
            wijzig=bericht.wijzig,
            gezien=bericht.gezien,
            letterlijk=letterlijk,
            weg="nood",
        )
        return naar_json(await in_draad(self._motor.beurt, gesprek, invoer)), "nood"

    async def _langs_rasa(
        self, gesprek: str, bericht: Inkomend, tekst: str | None, *, letterlijk: bool
    ) -> tuple[Antwoord, str] | None:
        metadata = {
            "beurt": bericht.id,
            "keuze": bericht.keuze,
            "wijzig": bericht.wijzig,
            "gezien": bericht.gezien,
            "letterlijk": letterlijk,
        }
        for nr, tijd in enumerate((self._instellingen.rasa_tijd, self._instellingen.rasa_tijd_opnieuw)):
            if nr:
                await asyncio.sleep(_PAUZE)
            elif self._rasa.rust:
                return None
            antwoord = await self._rasa.vraag(gesprek, _KLIK if tekst is None else tekst, metadata, tijd)
            if antwoord is not None:
                return antwoord, "rasa"
            # Rasa or the line may have died after the turn was made.
            eerder = await in_draad(self._bronnen.opslag.eerder, gesprek, bericht.id)
            if eerder is not None:
                return eerder.antwoord, eerder.weg
        return None

    async def _excuus(self, gesprek: str) -> Antwoord:
        """Kind words and a telephone number, and the open question as it was. Nothing of it is stored."""
        try:
            async with asyncio.timeout(_EXCUUS_TIJD):
                vorige, tekst = await in_draad(self._woorden_van_excuus, gesprek)
        except GesprekOnbekend:
            raise
        except Exception as fout:
            _log.error("no words for a failed turn: %s", type(fout).__name__)
            raise Probleem(503, "even_niet", later=5) from None
        excuus = naar_json(Bericht(id=f"fout-{uuid.uuid4().hex}", van="bot", soort="fout", tekst=tekst))
        # The question comes last again, so that it is the last one the resident has seen.
        open_vraag = [b for b in vorige["berichten"] if b.get("vraag")][-1:]
        return {**vorige, "berichten": [excuus, *open_vraag]}

    def _woorden_van_excuus(self, gesprek: str) -> tuple[Antwoord, str]:
        opslag, inhoud = self._bronnen.opslag, self._bronnen.inhoud
        vorige = opslag.laatste_beurt(gesprek)
        gemeente = opslag.gemeente(gesprek)
        if vorige is None or gemeente is None:
            raise GesprekOnbekend
        return vorige.antwoord, inhoud.tekst("fouten.beurt_mislukt", gemeente=gemeente)
