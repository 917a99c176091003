"""Going on with a talk on another device, as the API and the pages call it: with limits, so that no code can be guessed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.meenemen import Code, CodeOnbekend, Meenemen, Opgehaald, lees_code
from actions.gesprek.opslag import GesprekOnbekend, gesprek_id
from web.draad import in_draad
from web.fouten import Probleem
from web.grenzen import Adres, Grenzen
from web.instellingen import Instellingen
from web.wachtrij import Wachtrij

_TEGELIJK = 2
"""How many codes are worked on at once: each takes 16 MB and a core, and turns of talks go first."""


class Meeneemloket:
    """`diensten.meenemen`: where a code is asked, and handed in."""

    def __init__(self, instellingen: Instellingen, bronnen: Bronnen, grenzen: Grenzen) -> None:
        self._minuten = instellingen.meenemen_minuten
        geheim = instellingen.sleutel
        self._meenemen = Meenemen(
            bronnen.opslag,
            None if geheim is None else geheim.get_secret_value(),
            termijn=timedelta(minutes=self._minuten),
        )
        self._opslag = bronnen.opslag
        self._grenzen = grenzen
        self._per_adres = Wachtrij(instellingen.wacht_tijd)
        self._tegelijk = asyncio.Semaphore(_TEGELIJK)

    async def maak(self, token: str, adres: Adres) -> Code:
        """A new code for the talk with this token; an earlier one of the talk is void.

        Raises GesprekOnbekend, and Probleem (429) when the talk asked too many.
        """
        id_ = gesprek_id(token)
        if await in_draad(self._opslag.gemeente, id_) is None:
            raise GesprekOnbekend
        self._grenzen.nieuwe_code(id_, adres)
        async with self._tegelijk:
            return await in_draad(self._meenemen.maak, token)

    async def haal(
        self,
        getypt: str,
        adres: Adres,
        mag: Callable[[str], object] = lambda gemeente: None,  # noqa: ARG005
    ) -> Opgehaald:
        """The talk of this code, which is used up by it. `getypt`: as somebody typed it, any text.

        `mag` gets the slug of the gemeente of the talk and may raise: then the code still works. Raises Probleem: 404
        `code_onbekend`, 429 `te_veel_pogingen` or `te_veel_ophalen` (with Retry-After).

        Only wrong tries count: behind the address of a library or a town hall many may do this well. An address tries one code
        at a time, so that many tries at once cannot all slip through before the first one is counted.
        """
        onbekend = Probleem(404, "code_onbekend", minuten=self._minuten)
        code = lees_code(getypt)
        if code is None:
            raise onbekend  # no try: this can be nobody's code
        async with self._per_adres.beurt(adres.sleutel):
            self._grenzen.ophalen(adres)
            goed = False
            try:
                async with self._tegelijk:
                    opgehaald = await in_draad(self._meenemen.haal, code, mag)
                goed = True
            except CodeOnbekend:
                raise onbekend from None
            finally:
                if not goed:
                    self._grenzen.ophalen_mislukt(adres)
            return opgehaald
