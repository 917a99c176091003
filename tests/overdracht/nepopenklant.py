"""An Open Klant of our own, as strict as the real one was measured to be (2.18.0): tokens, required fields, lengths, the form of
a telephone number, a unique number of digits, and an address that stays behind when what it belongs to is erased.
"""

from __future__ import annotations

import re
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

BASIS = "/klantinteracties/api/v1"
TOKEN = "geheim-token-van-de-gemeente"
ACTOR = "3f1b1c1e-0000-4000-8000-000000000001"
_TELEFOON = re.compile(r"^(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})$")
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
Ding = dict[str, Any]


class Fout(Exception):
    def __init__(self, *params: tuple[str, str]) -> None:
        self.params = params


@dataclass
class NepOpenKlant:
    """What it holds, and what it was asked. `bijna` may raise or wait before an answer goes out."""

    contacten: dict[str, Ding] = field(default_factory=dict)
    betrokkenen: dict[str, Ding] = field(default_factory=dict)
    adressen: dict[str, Ding] = field(default_factory=dict)
    taken: dict[str, Ding] = field(default_factory=dict)
    gevraagd: list[str] = field(default_factory=list)
    kapot: Callable[[str, str], int | None] = lambda methode, pad: None
    """Gives a status to fail with, before anything is done."""
    url: str = ""
    slot: threading.Lock = field(default_factory=threading.Lock)

    def compleet(self) -> list[Ding]:
        """The requests that staff can find and act on, with all that belongs to them."""
        uit = []
        for contact in self.contacten.values():
            taken = [t for t in self.taken.values() if t["contact"] == contact["uuid"]]
            wie = [b for b in self.betrokkenen.values() if b["contact"] == contact["uuid"]]
            adressen = [a for a in self.adressen.values() if any(a["betrokkene"] == b["uuid"] for b in wie)]
            if taken:
                uit.append({**contact, "taken": taken, "betrokkenen": wie, "adressen": adressen})
        return uit

    def alles(self) -> int:
        return len(self.contacten) + len(self.betrokkenen) + len(self.adressen) + len(self.taken)

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.middleware("http")
        async def poort(request: Request, verder: Any) -> Response:
            pad = request.url.path.removeprefix(BASIS)
            self.gevraagd.append(f"{request.method} {pad}")
            toegang = request.headers.get("authorization")
            if toegang is None:
                return JSONResponse({"code": "not_authenticated", "status": 401}, 401)
            if toegang != f"Token {TOKEN}":
                return JSONResponse({"code": "authentication_failed", "status": 401}, 401)
            if (status := self.kapot(request.method, pad)) is not None:
                return Response(status_code=status)
            antwoord: Response = await verder(request)
            return antwoord

        @app.exception_handler(Fout)
        async def fout(_: Request, fout: Fout) -> Response:
            params = [{"name": naam, "code": code, "reason": "..."} for naam, code in fout.params]
            return JSONResponse({"code": "invalid", "status": 400, "invalidParams": params}, 400)

        @app.get(f"{BASIS}/klantcontacten")
        def zoek(referentienummer: str | None = None) -> Any:
            gevonden = [
                self._contact(c)
                for c in self.contacten.values()
                if referentienummer is None or c["referentienummer"] == referentienummer
            ]
            return {"count": len(gevonden), "next": None, "previous": None, "results": gevonden}

        @app.get(BASIS + "/klantcontacten/{id}")
        def een(id: str, expand: str = "") -> Any:
            if id not in self.contacten:
                return Response(status_code=404)
            wat = set(filter(None, expand.split(",")))
            uit = self._contact(self.contacten[id])
            open_: Ding = {}
            if "hadBetrokkenen" in wat:
                open_["hadBetrokkenen"] = [
                    self._betrokkene(b, "hadBetrokkenen.digitaleAdressen" in wat)
                    for b in self.betrokkenen.values()
                    if b["contact"] == id
                ]
            if "leiddeTotInterneTaken" in wat:
                open_["leiddeTotInterneTaken"] = [t for t in self.taken.values() if t["contact"] == id]
            return {**uit, "_expand": open_} if wat else uit

        @app.post(f"{BASIS}/klantcontacten", status_code=201)
        async def contact(request: Request) -> Any:
            d = await _lichaam(request)
            _verplicht(d, "kanaal", "onderwerp", "taal", "vertrouwelijk")
            _lengtes(d, kanaal=50, onderwerp=200, inhoud=1000)
            nummer = d.get("referentienummer", "")
            if not re.fullmatch(r"[0-9]{0,10}", nummer):
                raise Fout(("referentienummer", "invalid"))
            with self.slot:
                if nummer and any(c["referentienummer"] == nummer for c in self.contacten.values()):
                    raise Fout(("referentienummer", "unique"))
                nieuw = _nieuw(self.contacten, {"referentienummer": "", **d})
            return self._contact(nieuw)

        @app.post(f"{BASIS}/betrokkenen", status_code=201)
        async def betrokkene(request: Request) -> Any:
            d = await _lichaam(request)
            _verplicht(d, "hadKlantcontact", "rol", "initiator")
            if d["rol"] not in ("klant", "vertegenwoordiger"):
                raise Fout(("rol", "invalid_choice"))
            naam = d.get("contactnaam") or {}
            _lengtes(naam, voorletters=10, voornaam=200, voorvoegselAchternaam=10, achternaam=200)
            bij = self._bestaat(self.contacten, d["hadKlantcontact"], "hadKlantcontact")
            nieuw = _nieuw(self.betrokkenen, {"contact": bij, "naam": naam})
            return self._betrokkene(nieuw, False)

        @app.post(f"{BASIS}/digitaleadressen", status_code=201)
        async def adres(request: Request) -> Any:
            d = await _lichaam(request)
            _verplicht(
                d, "adres", "soortDigitaalAdres", "verstrektDoorBetrokkene", "verstrektDoorPartij", leeg=True
            )
            _lengtes(d, adres=80, omschrijving=40)
            vorm = {"telefoonnummer": _TELEFOON, "email": _EMAIL, "overig": re.compile(".*")}.get(
                d["soortDigitaalAdres"]
            )
            if vorm is None:
                raise Fout(("soortDigitaalAdres", "invalid_choice"))
            if not vorm.fullmatch(d["adres"]):
                raise Fout(("adres", "invalid"))
            bij = self._bestaat(self.betrokkenen, d["verstrektDoorBetrokkene"], "verstrektDoorBetrokkene")
            nieuw = _nieuw(self.adressen, {**d, "betrokkene": bij})
            return {"uuid": nieuw["uuid"]}

        @app.post(f"{BASIS}/internetaken", status_code=201)
        async def taak(request: Request) -> Any:
            d = await _lichaam(request)
            _verplicht(
                d, "gevraagdeHandeling", "aanleidinggevendKlantcontact", "toegewezenAanActoren", "status"
            )
            _lengtes(d, gevraagdeHandeling=200, toelichting=1000)
            if d["status"] not in ("te_verwerken", "verwerkt"):
                raise Fout(("status", "invalid_choice"))
            if any(actor["uuid"] != ACTOR for actor in d["toegewezenAanActoren"]):
                raise Fout(("toegewezenAanActoren.0.uuid", "invalid"))
            bij = self._bestaat(
                self.contacten, d["aanleidinggevendKlantcontact"], "aanleidinggevendKlantcontact"
            )
            return {"uuid": _nieuw(self.taken, {**d, "contact": bij})["uuid"]}

        @app.delete(BASIS + "/{soort}/{id}")
        def wis(soort: str, id: str) -> Response:
            waar = {
                "klantcontacten": self.contacten,
                "internetaken": self.taken,
                "digitaleadressen": self.adressen,
            }
            if id not in waar.get(soort, {}):
                return Response(status_code=404)
            del waar[soort][id]
            if soort == "klantcontacten":
                weg = [b for b, ding in self.betrokkenen.items() if ding["contact"] == id]
                for b in weg:
                    del self.betrokkenen[b]
                for ding in self.adressen.values():
                    if ding["betrokkene"] in weg:
                        ding["betrokkene"] = None  # the address stays
                for t in [t for t, ding in self.taken.items() if ding["contact"] == id]:
                    del self.taken[t]
            return Response(status_code=204)

        return app

    def _contact(self, ding: Ding) -> Ding:
        id_ = ding["uuid"]
        return {
            **ding,
            "url": f"http://x{BASIS}/klantcontacten/{id_}",
            "hadBetrokkenen": [_wijs(b) for b in self.betrokkenen.values() if b["contact"] == id_],
            "leiddeTotInterneTaken": [_wijs(t) for t in self.taken.values() if t["contact"] == id_],
        }

    def _betrokkene(self, ding: Ding, met_adressen: bool) -> Ding:
        adressen = [a for a in self.adressen.values() if a["betrokkene"] == ding["uuid"]]
        uit = {
            "uuid": ding["uuid"],
            "contactnaam": ding["naam"],
            "digitaleAdressen": [_wijs(a) for a in adressen],
        }
        if not met_adressen:
            return uit
        open_ = [{k: a[k] for k in ("uuid", "adres", "soortDigitaalAdres", "omschrijving")} for a in adressen]
        return {**uit, "_expand": {"digitaleAdressen": open_}}

    def _bestaat(self, waar: dict[str, Ding], wijs: Any, naam: str) -> str:
        if not isinstance(wijs, dict) or wijs.get("uuid") not in waar:
            raise Fout((f"{naam}.uuid", "does_not_exist"))
        return str(wijs["uuid"])


async def _lichaam(request: Request) -> Ding:
    if request.headers.get("content-type") != "application/json":
        raise Fout(("", "parse_error"))
    uit: Ding = await request.json()
    return uit


def _verplicht(d: Ding, *namen: str, leeg: bool = False) -> None:
    mist = [naam for naam in namen if naam not in d or (not leeg and d[naam] in (None, ""))]
    if mist:
        raise Fout(*((naam, "required") for naam in mist))


def _lengtes(d: Ding, **langste: int) -> None:
    te_lang = [naam for naam, n in langste.items() if len(str(d.get(naam, ""))) > n]
    if te_lang:
        raise Fout(*((naam, "max_length") for naam in te_lang))


def _nieuw(waar: dict[str, Ding], ding: Ding) -> Ding:
    id_ = str(uuid.uuid4())
    waar[id_] = {**ding, "uuid": id_}
    return waar[id_]


def _wijs(ding: Ding) -> Ding:
    return {"uuid": ding["uuid"], "url": f"http://x/{ding['uuid']}"}


@contextmanager
def draai(nep: NepOpenKlant) -> Iterator[NepOpenKlant]:
    """It listens on a free port of this machine for as long as it is needed."""
    server = uvicorn.Server(uvicorn.Config(nep.app(), port=0, log_level="error", lifespan="off"))
    draad = threading.Thread(target=server.run, daemon=True)
    draad.start()
    while not server.started:
        time.sleep(0.005)
    poort = server.servers[0].sockets[0].getsockname()[1]
    nep.url = f"http://127.0.0.1:{poort}{BASIS}"
    try:
        yield nep
    finally:
        server.should_exit = True
        draad.join(5)
