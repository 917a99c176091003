"""The calculation API (public contract, section 2): facts in, outcomes out, nothing kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from actions.contract import Versie, naar_json
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.rekenen import meld_rekenfouten
from actions.gesprek.weergave import uitkomst_model
from actions.regels.ids import REGELINGEN
from actions.regels.inlezen import OngeldigeFeiten, lees_feiten
from actions.regels.kern import bepaal
from content.inhoud import Inhoud
from web.api.modellen import Berekening, BerekeningVerzoek
from web.diensten import MetDiensten
from web.draad import in_draad
from web.fouten import Probleem, reden

router = APIRouter(tags=["berekening"])
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@router.post("/api/v1/berekening", response_model=Berekening)
async def bereken(verzoek: BerekeningVerzoek, diensten: MetDiensten) -> Response:
    """All outcomes for a household on one date."""
    return JSONResponse(
        naar_json(await in_draad(_bereken, verzoek, diensten.bronnen, diensten.instellingen.lijst_max))
    )


def _bereken(verzoek: BerekeningVerzoek, bronnen: Bronnen, lijst_max: int) -> Berekening:
    inhoud = bronnen.inhoud
    fouten: list[tuple[str, str]] = []
    peildatum = _peildatum(verzoek.peildatum, bronnen, fouten)
    if verzoek.gemeente is not None and inhoud.gemeente(verzoek.gemeente) is None:
        fouten.append(("gemeente", reden(inhoud, "geen_gemeente")))
    catalogus = bronnen.catalogus(verzoek.gemeente)
    bekend = tuple(dict.fromkeys((*REGELINGEN, *catalogus)))
    fouten += [
        (f"regelingen.{nr}", reden(inhoud, "geen_regeling"))
        for nr, regeling in enumerate(verzoek.regelingen or ())
        if regeling not in bekend
    ]
    fouten += [
        (f"feiten.{naam}", reden(inhoud, "lijst_te_lang", max_length=lijst_max))
        for naam, waarde in verzoek.feiten.items()
        if isinstance(waarde, list) and len(waarde) > lijst_max
    ]
    if fouten:
        raise Probleem(422, "ongeldig", fouten=fouten)
    try:
        feiten = lees_feiten(verzoek.feiten, peildatum)
    except OngeldigeFeiten as fout:
        raise Probleem(422, "ongeldig", fouten=_feitfouten(inhoud, fout)) from None
    regelingen = bekend if verzoek.regelingen is None else tuple(dict.fromkeys(verzoek.regelingen))
    uitslag = bepaal(feiten, bronnen.parameters, peildatum, regelingen, catalogus=catalogus)
    meld_rekenfouten(uitslag)
    gemeente = inhoud.gemeente(verzoek.gemeente) if verzoek.gemeente else None
    krijgt_al = feiten.get("krijgt_al")
    ontvangen = frozenset(krijgt_al) if isinstance(krijgt_al, tuple) else frozenset()
    return Berekening(
        uitkomsten=[
            uitkomst_model(inhoud, uitkomst, peildatum, gemeente, ontvangen)
            for uitkomst in uitslag.uitkomsten
        ],
        ontbrekende_feiten={regeling: list(open) for regeling, open in uitslag.ontbrekend.items()},
        volgende_vraag=uitslag.volgende,
        parameters=Versie(versie=bronnen.parameters.versie),
    )


def _peildatum(ruw: str | None, bronnen: Bronnen, fouten: list[tuple[str, str]]) -> date:
    if ruw is None:
        return bronnen.vandaag()
    try:
        if _DATUM.fullmatch(ruw):
            return date.fromisoformat(ruw)
    except ValueError:
        pass
    fouten.append(("peildatum", reden(bronnen.inhoud, "geen_datum")))
    return bronnen.vandaag()


def _feitfouten(inhoud: Inhoud, fout: OngeldigeFeiten) -> list[tuple[str, str]]:
    return [(een.veld, _feitfout(inhoud, een.code, een.waarden)) for een in fout.fouten]


def _feitfout(inhoud: Inhoud, code: str, waarden: Mapping[str, Any]) -> str:
    return inhoud.tekst(f"feiten.{code}", **waarden)
