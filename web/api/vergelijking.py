"""Comparing two situations (public contract, section 2c): what a change in life does to every scheme. Nothing is kept."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response

from actions.contract_vergelijken import Vergelijking
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.vergelijken_weergave import vergelijking_model
from actions.regels.inlezen import OngeldigeFeiten
from actions.regels.opgave import Opgave
from actions.regels.vergelijken.veranderingen import VERANDERINGEN
from actions.regels.vergelijken.vergelijking import vergelijk
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
from web.api.modellen import VergelijkingVerzoek
from web.diensten import MetDiensten
from web.fouten import Probleem, reden

router = APIRouter(tags=["vergelijking"])
_MEESTE_JAREN: Final = 10
"""Further from the reference date than this, a day is a slip of the pen."""


@router.post("/api/v1/vergelijking", response_model=Vergelijking)
async def vergelijken(verzoek: VergelijkingVerzoek, diensten: MetDiensten) -> Response:
    """What changes for a household, from when, over the year, and what there is to do."""
    return await in_json(_vergelijk, verzoek, diensten)


def _vergelijk(verzoek: VergelijkingVerzoek, bronnen: Bronnen, lijst_max: int) -> Vergelijking:
    inhoud = bronnen.inhoud
    fouten: Fouten = []
    peildatum = lees_datum(verzoek.peildatum, "peildatum", bronnen, fouten)
    ingangsdatum = lees_datum(verzoek.ingangsdatum, "ingangsdatum", bronnen, fouten)
    if not fouten and not _dichtbij(ingangsdatum, peildatum):
        fouten.append(("ingangsdatum", reden(inhoud, "datum_te_ver")))
    gemeente = lees_gemeente(verzoek.gemeente, inhoud, fouten)
    bekend = alle_regelingen(bronnen, verzoek.gemeente)
    regelingen = lees_regelingen(verzoek.regelingen, bekend, inhoud, fouten)
    if verzoek.verandering is not None and verzoek.verandering not in VERANDERINGEN:
        fouten.append(("verandering", reden(inhoud, "geen_verandering")))
    for veld, feiten in (("voor", verzoek.voor), ("na", verzoek.na), ("vol_jaar", verzoek.vol_jaar or {})):
        keur_lijsten(feiten, veld, lijst_max, inhoud, fouten)
    if fouten:
        raise Probleem(422, "ongeldig", fouten=fouten)
    try:
        gevonden = vergelijk(
            Opgave(verzoek.voor, peildatum, regelingen),
            Opgave(verzoek.na, peildatum, regelingen),
            verandering=verzoek.verandering,
            ingangsdatum=ingangsdatum,
            parameters=bronnen.parameters,
            catalogus=bronnen.catalogus(verzoek.gemeente),
            vol_jaar=verzoek.vol_jaar,
            intern=False,
        )
    except OngeldigeFeiten as fout:
        raise Probleem(422, "ongeldig", fouten=feitfouten(inhoud, fout.fouten)) from None
    return vergelijking_model(
        inhoud,
        gevonden,
        peildatum,
        verandering=verzoek.verandering,
        gemeente=gemeente,
        zeg=partial(inhoud.tekst, datum=peildatum, gemeente=gemeente),
    )


def _dichtbij(dag: date, peildatum: date) -> bool:
    """Near enough to calculate with, and far enough from the ends of the calendar."""
    ver = abs(dag.year - peildatum.year)
    return ver <= _MEESTE_JAREN and date.min.year + 200 < dag.year < date.max.year - 1
