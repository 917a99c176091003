"""`/redactie/concepten`: all drafts that are under way, and what was changed by hand."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Response
from fastapi import Request as Verzoek
from fastapi.responses import RedirectResponse

from web.draad import in_draad
from web.redactie.bewaren.concepten import Concept
from web.redactie.huis import Redactie
from web.redactie.kamer import Ik, Kamer
from web.redactie.publiceren.stroom import klok
from web.redactie.publiceren.verschil import Verschil
from web.redactie.rechten import mag_publiceren, mag_zien
from web.toegang.accounts import Medewerker
from web.toegang.bladen import Bladen
from web.toegang.spoor import Soort
from web.toegang.wie import Geweigerd

_GEDAAN = ("teruggestuurd", "weggegooid", "opgenomen", "niets_opgenomen")


@dataclass(frozen=True, slots=True)
class Rij:
    concept: Concept
    naam: str
    botst: bool


@dataclass(frozen=True, slots=True)
class Lijst:
    beoordelen: tuple[Rij, ...]
    """These wait for this person."""
    eigen: tuple[Rij, ...]
    anderen: tuple[Rij, ...]
    buiten: tuple[Verschil, ...]
    buiten_anders: int
    """Changed by hand in files of another gemeente."""


def voeg_toe(router: APIRouter, bladen: Bladen, redactie: Redactie) -> None:
    kamer = Kamer(bladen, redactie, "concepten")

    @router.get("/redactie/concepten")
    async def concepten(ik: Ik, request: Verzoek) -> Response:
        gedaan = request.query_params.get("gedaan")
        return kamer.geef(
            "concepten.html",
            ik,
            lijst=await in_draad(_lijst, redactie, ik.wie),
            klok=klok(kamer, ik),
            mag_opnemen=_mag_opnemen(ik.wie),
            gedaan=gedaan if gedaan in _GEDAAN else None,
        )

    @router.post("/redactie/concepten/opnemen")
    async def neem_op(ik: Ik) -> Response:
        if not _mag_opnemen(ik.wie):
            raise Geweigerd(403, "rol")
        uitgave = await in_draad(redactie.plaats.neem_op)
        if uitgave is None:
            return RedirectResponse("/redactie/concepten?gedaan=niets_opgenomen", 303)
        await ik.noteer(Soort.INHOUD_OPGENOMEN, uitgave.id[:10])
        return RedirectResponse(f"/redactie/uitgave/{uitgave.id}?gedaan=opgenomen", 303)


def _mag_opnemen(wie: Medewerker) -> bool:
    """It changes nothing for residents: it was live already."""
    return wie.mag("publicist", "beheerder")


def _lijst(redactie: Redactie, wie: Medewerker) -> Lijst:
    kijker, plaats = redactie.kijker(wie.gemeente), redactie.plaats
    rijen = [
        Rij(
            een,
            kijker.naam(een.pad, een.tekst or _tekst(redactie, een.pad)),
            redactie.concepten.botst(een) is not None or redactie.concepten.is_weg(een),
        )
        for een in redactie.concepten.open_()
        if mag_zien(wie, een.pad)
    ]

    def beoordeelt(een: Concept) -> bool:
        klaar = een.stand == "ter_beoordeling"
        return klaar and mag_publiceren(wie, een.pad, een.auteur, redactie.regels)

    met_de_hand = plaats.buiten()
    hoofd = plaats.geschiedenis(aantal=1)[0].id
    verschillen = []
    for pad in met_de_hand:
        if mag_zien(wie, pad):
            eerder = plaats.bij(hoofd, pad)
            verschillen.append(kijker.verschil(pad, eerder.tekst if eerder else None, _tekst(redactie, pad)))
    return Lijst(
        tuple(rij for rij in rijen if beoordeelt(rij.concept)),
        tuple(rij for rij in rijen if rij.concept.auteur == wie.id and not beoordeelt(rij.concept)),
        tuple(rij for rij in rijen if rij.concept.auteur != wie.id and not beoordeelt(rij.concept)),
        tuple(verschillen),
        len(met_de_hand) - len(verschillen),
    )


def _tekst(redactie: Redactie, pad: str) -> str | None:
    versie = redactie.plaats.lees(pad)
    return versie.tekst if versie else None
