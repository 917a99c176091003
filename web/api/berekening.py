"""The calculation API (public contract, section 2): facts in, outcomes out, nothing kept."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from actions.contract import Versie
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.rekenen import meld_rekenfouten
from actions.gesprek.weergave import uitkomst_model
from actions.regels.inlezen import OngeldigeFeiten, lees_feiten
from actions.regels.kern import bepaal
from web.api.gegevens import (
    Fouten,
    alle_regelingen,
    feitfouten,
    in_json,
    keur_lijsten,
    lees_datum,
    lees_gemeente,
    lees_regelingen,
)
from web.api.modellen import Berekening, BerekeningVerzoek
from web.diensten import MetDiensten
from web.fouten import Probleem

router = APIRouter(tags=["berekening"])


@router.post("/api/v1/berekening", response_model=Berekening)
async def bereken(verzoek: BerekeningVerzoek, diensten: MetDiensten) -> Response:
    """All outcomes for a household on one date."""
    return await in_json(_bereken, verzoek, diensten)


def _bereken(verzoek: BerekeningVerzoek, bronnen: Bronnen, lijst_max: int) -> Berekening:
    inhoud = bronnen.inhoud
    fouten: Fouten = []
    peildatum = lees_datum(verzoek.peildatum, "peildatum", bronnen, fouten)
    gemeente = lees_gemeente(verzoek.gemeente, inhoud, fouten)
    bekend = alle_regelingen(bronnen, verzoek.gemeente)
    regelingen = lees_regelingen(verzoek.regelingen, bekend, inhoud, fouten)
    keur_lijsten(verzoek.feiten, "feiten", lijst_max, inhoud, fouten)
    if fouten:
        raise Probleem(422, "ongeldig", fouten=fouten)
    try:
        feiten = lees_feiten(verzoek.feiten, peildatum)
    except OngeldigeFeiten as fout:
        raise Probleem(422, "ongeldig", fouten=feitfouten(inhoud, fout.fouten)) from None
    catalogus = bronnen.catalogus(verzoek.gemeente)
    uitslag = bepaal(feiten, bronnen.parameters, peildatum, regelingen, catalogus=catalogus)
    meld_rekenfouten(uitslag)
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
