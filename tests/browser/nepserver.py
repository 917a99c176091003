"""A scripted talk server, for tests of the widget only: it speaks the contract and fails on command."""

from __future__ import annotations

import asyncio
import re
import threading
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.applications import Starlette

from actions.contract import naar_json
from actions.gesprek.kromme_beeld import beeld
from content.inhoud import Inhoud
from tests.browser.nepcontact import CONTACT, maak_contact, vraagt_contact
from tests.browser.uitkomsten import LOKAAL, NIET_VOOR_U, ONBEKEND_HIER, UITKOMSTEN
from tests.gesprek.krommen import vergelijking, voorbeeld
from web.paginas.demo import maak_router
from web.paginas.zelfcheck import maak_zelfcheck

VRAGEN: tuple[dict[str, Any], ...] = (
    {
        "vraag": "leeftijd",
        "tekst": "Hoe oud bent u?",
        "invoer": {"type": "leeftijd", "hulp": "Alleen uw leeftijd in jaren is genoeg."},
        "keuzes": [{"id": "waarom", "label": "Waarom vraagt u dit?"}],
    },
    {
        "vraag": "partner",
        "tekst": "Woont u samen met een **partner**?",
        "invoer": {"type": "keuze"},
        "keuzes": [
            {"id": "k-ja", "label": "Ja"},
            {"id": "k-nee", "label": "Nee"},
            {"id": "weet_niet", "label": "Weet ik niet"},
            {"id": "waarom", "label": "Waarom vraagt u dit?"},
        ],
    },
    {
        "vraag": "kale_huur",
        "tekst": "Hoeveel **kale huur** betaalt u?\n\nDit is de huur zonder:\n\n- gas, water en licht\n- de service",
        "invoer": {
            "type": "bedrag",
            "eenheid": "euro_per_maand",
            "hulp": "Het staat in de brief over uw huur.",
        },
        "keuzes": [{"id": "weet_niet", "label": "Weet ik niet"}],
    },
    {
        "vraag": "groep:situatie",
        "feiten": ["energie_hoog", "chronisch_ziek", "schulden"],
        "tekst": "Wat past bij u?",
        "invoer": {"type": "meerkeuze", "geen": "v4_4", "hulp": "Kies alleen wat u wilt zeggen."},
        "keuzes": [
            {"id": "v4_1", "label": "Ik heb moeite om gas en stroom te betalen"},
            {"id": "v4_2", "label": "Ik ben lang ziek of heb een handicap"},
            {"id": "v4_3", "label": "Ik heb schulden die ik niet kan betalen"},
            {"id": "v4_4", "label": "Geen van deze"},
            {"id": "v4_5", "label": "Hulp dichtbij"},
            {"id": "weet_niet", "label": "Weet ik niet"},
        ],
    },
)
BEWIJS = '{"soort": "rechtop-bewijs",\n "peildatum": "2026-11-20", "eten": "appelmoes à 2.0"}\n'
GROET = "Goedendag! Ik ben een **chatbot**. U praat met een computer. U hoeft niet te zeggen wie u bent."
GEVAARLIJK = '<img src=x onerror="window.gehackt=1"> [klik](javascript:window.gehackt=1) **vet** [wet](https://wetten.overheid.nl/)'
VALS_BEELD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" onload="window.gehackt=1"><title>Vals</title>'
    '<script>window.gehackt=1</script><a href="javascript:window.gehackt=1"><text>klik</text></a>'
    '<image href="https://elders.example/x.png"/><style>*{display:none}</style>'
    '<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="window.gehackt=1"/></foreignObject>'
    '<rect width="9" height="9" style="fill:red" onclick="window.gehackt=1"/></svg>'
)
AGENDA = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Uiterste dag à\r\nEND:VCALENDAR\r\n"
ARABISCH = "Veilig Thuis: اتصل بالرقم [0800 2000](tel:08002000) الآن"
TURKS = "Veilig Thuis'i arayın"


@dataclass
class Gesprek:
    gemeente: str
    gedeeld: bool
    plek: int = 0
    berichten: list[dict[str, Any]] = field(default_factory=list)
    antwoorden: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass
class Nep:
    """What the test can see and set. `storingen`: one per coming message (see `_storing`)."""

    gesprekken: dict[str, Gesprek] = field(default_factory=dict)
    storingen: deque[str] = field(default_factory=deque)
    ontvangen: list[dict[str, Any]] = field(default_factory=list)
    """Every message that reached the server, repeats included."""
    codes: dict[str, str] = field(default_factory=dict)
    """Code to the key of its talk, or of a talk of another gemeente."""
    geen_codes: int = 0
    """Not zero: the status that every call for or with a code gets."""
    contact: str = ""
    """What is wrong with the contact page: see `nepcontact`."""
    teller: int = 0
    tekst: Callable[..., str] = str
    """Words of the content folder (set when the app is made)."""

    @property
    def gesprek(self) -> Gesprek:
        (enige,) = self.gesprekken.values()
        return enige

    def leeg(self) -> None:
        self.gesprekken.clear()
        self.storingen.clear()
        self.ontvangen.clear()
        self.codes.clear()
        self.geen_codes = 0
        self.contact = ""

    def bericht(self, **velden: Any) -> dict[str, Any]:
        self.teller += 1
        return {"id": f"m{self.teller}", "van": "bot", "soort": "tekst", **velden}

    def vraag(self, gesprek: Gesprek) -> dict[str, Any]:
        return self.bericht(**{"soort": "vraag", **VRAGEN[gesprek.plek]})

    def beurt(self, gesprek: Gesprek, bericht: dict[str, Any]) -> list[dict[str, Any]]:
        tekst = bericht.get("tekst", "")
        if (contact := vraagt_contact(bericht)) is not None:
            bel = self.bericht(soort="overdracht", tekst=CONTACT, **contact)
            return [bel, self.vraag(gesprek)] if gesprek.plek < len(VRAGEN) else [bel]
        if bericht.get("keuze") == "waarom":
            return [self.bericht(tekst="Uw leeftijd telt mee voor het bedrag."), self.vraag(gesprek)]
        if tekst == "gevaar":
            return [self.bericht(tekst=GEVAARLIJK), self.vraag(gesprek)]
        if tekst == "alles":
            return [
                self.bericht(soort="uitkomst", tekst="Dit is alles.", uitkomsten=[*UITKOMSTEN, *NIET_VOOR_U])
            ]
        if tekst == "gemeente":
            lokaal = [*UITKOMSTEN, *LOKAAL, *ONBEKEND_HIER, *NIET_VOOR_U]
            return [self.bericht(soort="uitkomst", tekst="Dit is alles.", uitkomsten=lokaal)]
        if tekst == "twee onbekend":
            return [self.bericht(soort="uitkomst", tekst="Dit is alles.", uitkomsten=ONBEKEND_HIER[:2])]
        if tekst == "arabisch":
            talen = [{"tekst": ARABISCH, "taal": "ar"}, {"tekst": TURKS, "taal": "tr"}]
            return [self.bericht(tekst="Bel **113**."), *(self.bericht(**velden) for velden in talen)]
        if tekst == "samenwonen":
            na = naar_json(vergelijking())
            return [self.bericht(tekst="Als u gaat samenwonen, krijgt u minder.", vergelijking=na)]
        if tekst == "werken":
            werk = voorbeeld()
            return [
                self.bericht(
                    tekst="U houdt het meest over bij 40 uur werk per week.",
                    werken=naar_json(werk),
                    beeld=beeld(self.tekst, werk),
                )
            ]
        if tekst == "vals beeld":
            return [self.bericht(tekst="Dit is vals.", werken=naar_json(voorbeeld()), beeld=VALS_BEELD)]
        if tekst == "onzin":
            return [self.bericht(soort="fout", tekst="Dat begrijp ik niet. Kunt u het anders zeggen?")]
        gesprek.plek += 1
        if gesprek.plek < len(VRAGEN):
            return [self.vraag(gesprek)]
        slot = (
            "U krijgt waarschijnlijk **2 toeslagen**: samen 412 euro per maand. Vraag eerst zorgtoeslag aan."
        )
        return [self.bericht(soort="uitkomst", tekst=slot, uitkomsten=UITKOMSTEN)]

    def stand(self, gesprek: Gesprek) -> dict[str, Any]:
        bekend = gesprek.plek >= 2
        return {
            "voortgang": {"beantwoord": gesprek.plek, "nog_ongeveer": len(VRAGEN) - gesprek.plek},
            "tussenstand": {
                "aantal": 1 if bekend else 0,
                "bedrag_per_maand": "129.00" if bekend else "0.00",
                "waarvan_al_ontvangen": "0.00",
                "onder_voorbehoud": True,
            },
        }


def maak_app(nep: Nep, inhoud: Inhoud) -> FastAPI:
    @dataclass(frozen=True)
    class Bronnen:
        inhoud: Inhoud

    nep.tekst = partial(inhoud.tekst, gemeente=inhoud.gemeente("voorbeeldstad"))
    app = FastAPI()
    app.include_router(maak_router(Bronnen(inhoud)))
    app.include_router(maak_zelfcheck(Bronnen(inhoud)))
    app.include_router(maak_contact(nep))
    basis = "/api/v1/gesprekken"

    @app.get("/streng", response_class=Response)
    def streng() -> Response:
        """A page of another maker: element with fallback, tokens of its own, a tight policy."""
        html = (
            '<!doctype html><html lang="nl"><head><title>Streng</title>'
            '<link rel="icon" href="/static/wapen.svg"></head><body><main><h1>Streng</h1>'
            '<rechtop-chat gemeente="voorbeeldstad"><a href="/zelfcheck/voorbeeldstad">Doe de check</a></rechtop-chat>'
            '</main><script src="/widget.js" async></script></body></html>'
        )
        csp = "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'"
        return Response(html, media_type="text/html", headers={"Content-Security-Policy": csp})

    @app.middleware("http")
    async def storingen(vraag: Request, verder: Callable[[Request], Awaitable[Response]]) -> Response:
        if vraag.method == "POST" and vraag.url.path.endswith("/berichten"):
            nep.ontvangen.append(await vraag.json())
            if nep.storingen:
                return await _storing(nep.storingen.popleft(), vraag, verder)
        return await verder(vraag)

    @app.post(basis, status_code=201)
    async def begin(vraag: Request) -> dict[str, Any]:
        lijf = await vraag.json()
        gesprek = Gesprek(lijf["gemeente"], lijf["gedeelde_computer"])
        gesprek.berichten = [nep.bericht(tekst=GROET), nep.vraag(gesprek)]
        sleutel = f"geheim-{len(nep.gesprekken)}"
        nep.gesprekken[sleutel] = gesprek
        return {"gesprek": sleutel, "berichten": gesprek.berichten, "verloopt": "2026-11-21T12:00:00Z"}

    @app.post(basis + "/ophalen")
    async def ophalen(vraag: Request) -> Response:
        if nep.geen_codes:
            return _probleem(nep.geen_codes, "U heeft te vaak een code geprobeerd. Wacht een kwartier.")
        code = re.sub(r"[\s-]", "", (await vraag.json())["code"]).upper()
        sleutel = nep.codes.pop(code, None)
        if sleutel is None:
            return _probleem(404, "Deze code werkt niet. Maak op uw andere apparaat een nieuwe code.")
        gemeente = nep.gesprekken[sleutel].gemeente
        return JSONResponse({"gesprek": sleutel, "gemeente": gemeente, "verloopt": "2026-11-21T12:00:00Z"})

    @app.post(basis + "/{sleutel}/meenemen")
    async def meenemen(sleutel: str) -> Response:
        if nep.geen_codes:
            return _probleem(nep.geen_codes, "Het is druk.", **{"Retry-After": "900"})
        if sleutel not in nep.gesprekken:
            return _probleem(404, "Dit gesprek is er niet meer.")
        code = f"K7PM4XQ{len(nep.codes) + 2}"
        nep.codes[code] = sleutel
        return JSONResponse({"code": code, "geldig_tot": "2026-11-20T13:35:00Z"}, 201)

    @app.post(basis + "/{sleutel}/weg")
    async def weg(sleutel: str) -> Response:
        nep.gesprekken.pop(sleutel, None)
        return Response(status_code=204)

    @app.get(basis + "/{sleutel}")
    async def haal(sleutel: str) -> Response:
        gesprek = nep.gesprekken.get(sleutel)
        if gesprek is None:
            return _probleem(404, "Dit gesprek is er niet meer.")
        vragen = [b for b in gesprek.berichten if "vraag" in b]
        return JSONResponse(
            {
                "gemeente": gesprek.gemeente,
                "berichten": gesprek.berichten,
                "open_vraag": vragen[-1] if gesprek.plek < len(VRAGEN) else None,
                "verloopt": "2026-11-21T12:00:00Z",
                **nep.stand(gesprek),
            }
        )

    @app.get(basis + "/{sleutel}/bewijs")
    async def bewijs(sleutel: str) -> Response:
        if sleutel not in nep.gesprekken:
            return _probleem(404, "Dit gesprek is er niet meer.")
        return Response(BEWIJS, media_type="application/json")

    @app.get(basis + "/{sleutel}/agenda")
    async def agenda(sleutel: str) -> Response:
        if sleutel not in nep.gesprekken:
            return _probleem(404, "Dit gesprek is er niet meer.")
        return Response(AGENDA, media_type="text/calendar")

    @app.post(basis + "/{sleutel}/berichten")
    async def stuur(sleutel: str, vraag: Request) -> Response:
        gesprek = nep.gesprekken.get(sleutel)
        if gesprek is None:
            return _probleem(404, "Dit gesprek is er niet meer.")
        lijf = await vraag.json()
        if lijf["id"] not in gesprek.antwoorden:
            eigen = lijf.get("tekst") or next(
                (
                    k["label"]
                    for b in gesprek.berichten
                    for k in b.get("keuzes", [])
                    if k["id"] == lijf["keuze"]
                ),
                lijf.get("keuze"),
            )
            nieuw = nep.beurt(gesprek, lijf)
            gesprek.berichten += [nep.bericht(van="u", tekst=eigen), *nieuw]
            gesprek.antwoorden[lijf["id"]] = {"berichten": nieuw, **nep.stand(gesprek)}
        return JSONResponse(gesprek.antwoorden[lijf["id"]])

    @app.delete(basis + "/{sleutel}")
    async def wis(sleutel: str) -> Response:
        if nep.gesprekken.pop(sleutel, None) is None:
            return _probleem(404, "Dit gesprek is er niet meer.")
        return Response(status_code=204)

    return app


def _probleem(status: int, detail: str, **koppen: str) -> Response:
    lijf = {"type": "about:blank", "title": "Fout", "status": status, "detail": detail}
    return JSONResponse(lijf, status, koppen, "application/problem+json")


async def _storing(soort: str, vraag: Request, verder: Callable[[Request], Awaitable[Response]]) -> Response:
    """`verbreek`: the turn is done but its answer breaks off; `weg`: nothing is done; a number: that status."""
    if soort == "druk":
        return _probleem(429, "Het is druk.", **{"Retry-After": "1"})
    if soort == "heel_druk":
        return _probleem(429, "U hebt veel berichten gestuurd. Wacht een kwartier.", **{"Retry-After": "900"})
    if soort == "traag":
        await asyncio.sleep(2.5)
        return await verder(vraag)
    if soort == "verbreek":
        await verder(vraag)

    async def half() -> AsyncIterator[bytes]:
        yield b'{"berichten": ['
        raise ConnectionError("broken off on purpose")

    return StreamingResponse(half(), headers={"Content-Length": "1000"}, media_type="application/json")


@contextmanager
def draai(app: Starlette) -> Iterator[str]:
    """Serves the app on a free port of loopback; gives its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical"))
    draad = threading.Thread(target=server.run, daemon=True)
    draad.start()
    while not server.started:
        if not draad.is_alive():
            raise RuntimeError("the test server did not start")
        threading.Event().wait(0.02)
    poort = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{poort}"
    finally:
        server.should_exit = True
        draad.join(10)
