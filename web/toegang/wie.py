"""Who asks? `MetMedewerker` stands before every page of staff, and checks every form that one sends.

@router.post("/balie/{kenmerk}/klaar")
async def klaar(wie: Annotated[Aangemeld, Depends(MetMedewerker("balie"))]) -> Response: ...
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import Request

from web.diensten import Diensten
from web.draad import in_draad
from web.getal import getal
from web.paginas.zelfcheck_vorm import velden
from web.toegang import koekje
from web.toegang.accounts import Medewerker
from web.toegang.sessies import Sessie, formulierbewijs
from web.toegang.spoor import Soort
from web.toegang.toegang import Toegang
from web.toegang.volgende import veilig

BEWIJS = "bewijs"
"""The field of every form that proves that it is ours."""
_VELDEN_MAX = 500
"""The form of a topic with all its follow-up questions has many."""
_LEEST = frozenset({"GET", "HEAD"})


class NaarAanmelden(Exception):
    """Nobody is logged in. `volgende`: where to go on afterwards."""

    def __init__(self, volgende: str | None = None) -> None:
        super().__init__()
        self.volgende = volgende


class NaarAanbieder(NaarAanmelden):
    """Somebody is logged in, and the provider of the gemeente has to say again that this is so."""


class Geweigerd(Exception):
    """A page that says no in words. `reden` is the name of its texts: `<reden>_kop` and `<reden>_tekst`."""

    def __init__(self, status: int, reden: str) -> None:
        super().__init__(reden)
        self.status = status
        self.reden = reden


@dataclass(frozen=True, slots=True)
class Aangemeld:
    """A person of the staff, with the session and, for a form, its fields."""

    toegang: Toegang
    sessie: Sessie
    bewijs: str
    """For the hidden field `bewijs` of every form."""
    velden: Mapping[str, list[str]]

    @property
    def wie(self) -> Medewerker:
        return self.sessie.wie

    def veld(self, naam: str) -> str:
        """A field of the form, "" when it is not there."""
        return self.velden.get(naam, [""])[-1]

    def getal(self, naam: str) -> int:
        """A field of the form; -1, which nothing of ours has, when it is no number."""
        gestuurd = getal(self.veld(naam))
        return -1 if gestuurd is None else gestuurd

    def eis_gemeente(self, gemeente: str) -> None:
        """Everybody sees only their own gemeente: of another it is as if it is not there. Raises Geweigerd (404)."""
        if gemeente != self.wie.gemeente:
            raise Geweigerd(404, "weg")

    async def noteer(self, soort: Soort, kenmerk: str | None = None) -> None:
        """Add a line to the trail: who opened, handled or erased what. Only with a kenmerk, never with content."""
        await in_draad(self.toegang.noteer, soort, self.wie, kenmerk)


class MetMedewerker:
    """The dependency. `rollen`: one of these is needed; none: any person of the staff.

    Raises NaarAanmelden, or Geweigerd for a wrong role or a form that is not ours.
    """

    def __init__(self, *rollen: str) -> None:
        self._rollen = rollen

    async def __call__(self, request: Request) -> Aangemeld:
        toegang = toegang_van(request)
        leest = request.method in _LEEST
        if not leest:
            weiger_ander_adres(request)
        sleutel = koekje.lees(request, diensten_van(request).instellingen)
        sessie = await in_draad(toegang.sessie, sleutel)
        if sleutel is None or sessie is None:
            raise NaarAanmelden(_hier(request) if leest else None)
        # Only for a page: a form that was opened in time is taken, or what was typed would be lost.
        if leest and toegang.moet_opnieuw(sessie):
            raise NaarAanbieder(_hier(request))
        bewijs = formulierbewijs(sleutel)
        gestuurd = {} if leest else await velden(request, _VELDEN_MAX)
        if not leest and not hmac.compare_digest(
            gestuurd.get(BEWIJS, [""])[-1].encode("utf-8", "replace"), bewijs.encode()
        ):
            raise Geweigerd(403, "formulier")
        if not sessie.wie.mag(*self._rollen):
            await in_draad(toegang.noteer, Soort.GEWEIGERD, sessie.wie)
            raise Geweigerd(403, "rol")
        return Aangemeld(toegang, sessie, bewijs, gestuurd)


def weiger_ander_adres(request: Request) -> None:
    """A form of staff comes from a page of ours, and the browser must say so. Raises Geweigerd (403)."""
    plek, herkomst = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if plek not in (None, "same-origin"):
        raise Geweigerd(403, "formulier")
    eigen = herkomst is not None and _host(herkomst) == request.headers.get("host")
    if herkomst is None:
        eigen = plek == "same-origin"
    if not eigen:
        raise Geweigerd(403, "formulier")


def diensten_van(request: Request) -> Diensten:
    diensten = request.app.state.diensten
    assert isinstance(diensten, Diensten)
    return diensten


def toegang_van(request: Request) -> Toegang:
    """Raises Geweigerd (503) when this house has no key, and so no login."""
    toegang = request.app.state.toegang
    if toegang is None:
        raise Geweigerd(503, "geen_sleutel")
    assert isinstance(toegang, Toegang)
    return toegang


def _host(herkomst: str) -> str | None:
    try:
        return urlsplit(herkomst).netloc or None
    except ValueError:
        return None


def _hier(request: Request) -> str | None:
    vraag = f"?{request.url.query}" if request.url.query else ""
    return veilig(request.url.path + vraag)
