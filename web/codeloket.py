"""Number and code of a request that was handed over, as the API and the pages take them: with limits, so that none is guessed."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable

from actions.overdracht.codes import is_kenmerk
from actions.overdracht.uitbak import CodeFout, OpSlot, Toegang
from web.draad import in_draad
from web.fouten import Probleem
from web.grenzen import Adres, Grenzen
from web.instellingen import Instellingen
from web.wachtrij import Wachtrij

_TEGELIJK = 2
"""How many codes are worked on at once: each takes 16 MB and a core, and turns of talks go first."""


class Codeloket:
    """`diensten.codeloket`: the only way in for a code that somebody typed."""

    def __init__(self, instellingen: Instellingen, grenzen: Grenzen) -> None:
        self._grenzen = grenzen
        self._per_adres = Wachtrij(instellingen.wacht_tijd)
        self._tegelijk = asyncio.Semaphore(_TEGELIJK)

    async def open(
        self, functie: Callable[[str, str], Toegang], kenmerk: str, code: str, adres: Adres
    ) -> Toegang:
        """What `functie` (`Uitbak.status` or `Uitbak.trek_in`) does with this number and code.

        Raises Probleem: 403 `code_onjuist`, 429 `code_op_slot` for the number, 429 `te_veel_pogingen` for the address (with
        Retry-After). Nobody learns whether there is such a number: an unknown one is answered, and locked, as a known one.
        """
        if not is_kenmerk(kenmerk):
            raise Probleem(403, "code_onjuist")  # no try: this can be nobody's number
        # One at a time, so that many tries at once cannot all slip through before the first one is counted.
        async with self._per_adres.beurt(adres.sleutel):
            self._grenzen.intrekken(adres)
            goed = False
            try:
                async with self._tegelijk:
                    uit = await in_draad(functie, kenmerk, code)
                goed = True
            except CodeFout:
                raise Probleem(403, "code_onjuist") from None
            except OpSlot as slot:
                seconden = max(1, math.ceil(slot.nog.total_seconds()))
                raise Probleem(429, "code_op_slot", later=seconden) from None
            finally:
                if not goed:
                    self._grenzen.intrekken_mislukt(adres)
            return uit
