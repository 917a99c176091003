"""`/redactie/probeer`: type a sentence, see what the chatbot does with it and why, and make it an example."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi import Request as Verzoek
from fastapi.responses import HTMLResponse

from actions.gesprek.begrip import ZEKER, faq_id
from actions.gesprek.beproef import Proef, beproef
from actions.gesprek.onderwerp import GEVAAR
from actions.schoon import schoon
from web.draad import in_draad
from web.invoer import weigering, zonder_schuine_streep
from web.paginas.opmaak import markdown
from web.redactie.buren import Buren, Buur, buren_van
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.schrijven.overzicht import titels
from web.redactie.verstaan.voorbeeldzin import KanNiet, van_wie, zet_erbij
from web.toegang.accounts import Medewerker
from web.toegang.bladen import Bladen
from web.toegang.wie import Aangemeld, diensten_van

_RANG = 3
"""What is on top, and the next two."""
_VOORBEELDEN = 2
"""Examples of a topic that are shown as the why."""
_BUREN = 5


@dataclass(frozen=True, slots=True)
class Rang:
    """One line of the ranking. `onderwerp` None: a command, or an answer."""

    intent: str
    onderwerp: str | None
    titel: str | None
    procent: int
    waarom: tuple[Buur, ...]


@dataclass(frozen=True, slots=True)
class Uitslag:
    zin: str
    weigering: str | None = None
    """Why the chatbot does not read it at all."""
    proef: Proef | None = None
    rangen: tuple[Rang, ...] | None = None
    """None: the model did not answer."""
    buren: tuple[Buur, ...] = ()
    al_van: tuple[str, ...] = ()
    """Topics that have exactly this sentence."""
    voorstel: str | None = None
    """The topic it most likely belongs to."""


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "probeer")

    def geef(ik: Aangemeld, uitslag: Uitslag | None, status: int = 200, **meer: object) -> HTMLResponse:
        proef = None if uitslag is None else uitslag.proef
        nieuw = redactie.bronnen.inhoud.tekst("widget.nieuw_tabblad")
        return kamer.geef(
            "probeer.html",
            ik,
            status,
            uitslag=uitslag,
            leest=[] if proef is None else [(b, markdown(b.tekst, nieuw)) for b in proef.berichten],
            titels=titels(redactie.bronnen.inhoud.faqs(ik.wie.gemeente)),
            gevaar=GEVAAR,
            zeker=round(ZEKER * 100),
            **{"erbij": None, "kan_niet": None, "bij": None, **meer},
        )

    async def probeer(ik: Aangemeld, request: Verzoek) -> Uitslag:
        diensten = diensten_van(request)
        getypt = schoon(ik.veld("zin"))
        zin = zonder_schuine_streep(getypt)
        nee = weigering(getypt, langste=diensten.instellingen.tekst_max)
        nee = nee or weigering(zin, langste=diensten.instellingen.tekst_max)
        if nee is not None:
            # A number that names a person goes no further here either.
            return Uitslag(zin if nee == "te_lang" else "", weigering=nee)
        ranglijst = await diensten.rasa.proef(zin)
        return await in_draad(_uitslag, redactie, ik.wie, zin, ranglijst, zin != getypt)

    @router.get("/redactie/probeer")
    async def blad(ik: Ik) -> HTMLResponse:
        return geef(ik, None)

    @router.post("/redactie/probeer")
    async def een_zin(ik: Ik, request: Verzoek) -> HTMLResponse:
        return geef(ik, await probeer(ik, request))

    @router.post("/redactie/probeer/voorbeeld")
    async def voorbeeld(ik: Ik, request: Verzoek) -> HTMLResponse:
        uitslag = await probeer(ik, request)
        if uitslag.weigering is not None:
            return geef(ik, uitslag)
        onderwerp = ik.veld("onderwerp")
        reden = bladen.inhoud.tekst("redactie_probeer.reden", zin=uitslag.zin)
        try:
            concept = await in_draad(zet_erbij, redactie, ik.wie, onderwerp, [uitslag.zin], reden)
        except KanNiet as fout:
            return geef(ik, uitslag, 409, kan_niet=fout, bij=onderwerp)
        return geef(ik, uitslag, erbij=concept, bij=onderwerp)


def _uitslag(
    redactie: Redactie, wie: Medewerker, zin: str, ranglijst: list[tuple[str, float]] | None, letterlijk: bool
) -> Uitslag:
    bronnen = redactie.bronnen
    proef = beproef(bronnen, wie.gemeente, zin, tuple(ranglijst or ()), letterlijk=letterlijk)
    buren = buren_van(bronnen.inhoud)
    namen = titels(bronnen.inhoud.faqs(wie.gemeente))
    rangen = None if ranglijst is None else tuple(_rang(een, namen, buren, zin) for een in ranglijst[:_RANG])
    dichtbij = buren.bij(zin, _BUREN)
    al_van = van_wie(bronnen.inhoud, zin)
    eerste = (een.onderwerp for een in rangen or () if een.onderwerp is not None)
    voorstel = proef.onderwerp or next(eerste, None) or next((een.onderwerp for een in dichtbij), None)
    return Uitslag(
        zin,
        proef=proef,
        rangen=rangen,
        buren=dichtbij,
        al_van=tuple(sorted(al_van)),
        voorstel=voorstel,
    )


def _rang(een: tuple[str, float], namen: dict[str, str], buren: Buren, zin: str) -> Rang:
    intent, kans = een
    onderwerp = faq_id(intent)
    waarom = () if onderwerp is None else buren.bij(zin, _VOORBEELDEN, alleen=onderwerp)
    # A topic of another gemeente, or one that was taken away, cannot be answered here.
    hier = onderwerp if onderwerp in namen else None
    return Rang(intent, hier, namen.get(onderwerp or ""), round(kans * 100), waarom)
