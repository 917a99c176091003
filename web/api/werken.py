"""What is left with so many hours of work (public contract, section 2c): facts and a wage in, a curve out, nothing kept."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from actions.contract_vergelijken import Werken
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.werken_weergave import werken_model
from actions.regels import inlezen_waarden
from actions.regels.feiten import FeitDef
from actions.regels.inlezen import OngeldigeFeiten
from actions.regels.opgave import Opgave
from actions.regels.werken.gezin import GeenLoonregels
from actions.regels.werken.kromme import werken
from actions.regels.werken.loon import Kosten, Loon
from content.inhoud import Inhoud
from web.api.gegevens import (
    Fouten,
    alle_regelingen,
    feitfouten,
    in_json,
    keur_lijsten,
    lees_datum,
    lees_gemeente,
)
from web.api.modellen import WerkenVerzoek
from web.diensten import MetDiensten
from web.fouten import Probleem, reden

router = APIRouter(tags=["werken"])
MEESTE_PUNTEN = 100
MEESTE_UREN = Decimal(60)
_VOLTIJD = Decimal(40)
_NUL = Decimal(0)
_UURLOON = FeitDef("uurloon", "geld", 0, _NUL, Decimal(1_000))
_MAANDBEDRAG = FeitDef("maandloon", "geld", 0, _NUL, Decimal(100_000))


@router.post("/api/v1/werken", response_model=Werken)
async def loont_werken(verzoek: WerkenVerzoek, diensten: MetDiensten) -> Response:
    """What is left per month at each number of hours of work."""
    return await in_json(_reken, verzoek, diensten)


def _reken(verzoek: WerkenVerzoek, bronnen: Bronnen, lijst_max: int) -> Werken:
    inhoud = bronnen.inhoud
    fouten: Fouten = []
    peildatum = lees_datum(verzoek.peildatum, "peildatum", bronnen, fouten)
    gemeente = lees_gemeente(verzoek.gemeente, inhoud, fouten)
    keur_lijsten(verzoek.feiten, "feiten", lijst_max, inhoud, fouten)
    uren = _uren(verzoek.uren, inhoud, fouten)
    loon = _loon(verzoek, uren, inhoud, fouten)
    kosten = Kosten(
        reizen=_bedrag(verzoek.kosten.reizen, "kosten.reizen", _MAANDBEDRAG, inhoud, fouten),
        opvang=_bedrag(verzoek.kosten.opvang, "kosten.opvang", _MAANDBEDRAG, inhoud, fouten),
    )
    if fouten:
        raise Probleem(422, "ongeldig", fouten=fouten)
    try:
        kromme = werken(
            Opgave(verzoek.feiten, peildatum, alle_regelingen(bronnen, verzoek.gemeente)),
            loon,
            uren,
            kosten=kosten,
            parameters=bronnen.parameters,
            catalogus=bronnen.catalogus(verzoek.gemeente),
            intern=False,
        )
    except OngeldigeFeiten as fout:
        raise Probleem(422, "ongeldig", fouten=feitfouten(inhoud, fout.fouten)) from None
    except GeenLoonregels:
        raise Probleem(422, "ongeldig", fouten=[("peildatum", reden(inhoud, "geen_loonregels"))]) from None
    tekst = partial(inhoud.tekst, datum=peildatum, gemeente=gemeente)
    return werken_model(inhoud, kromme, tekst, verzoek.gemeente)


def _uren(ruw: list[Any], inhoud: Inhoud, fouten: Fouten) -> tuple[Decimal, ...]:
    if not ruw:
        fouten.append(("uren", reden(inhoud, "geen_uren")))
    if len(ruw) > MEESTE_PUNTEN:
        fouten.append(("uren", reden(inhoud, "te_veel_uren", aantal=MEESTE_PUNTEN)))
        return ()
    return tuple(_aantal_uren(een, f"uren.{nr}", _NUL, inhoud, fouten) for nr, een in enumerate(ruw))


def _aantal_uren(ruw: Any, veld: str, minst: Decimal, inhoud: Inhoud, fouten: Fouten) -> Decimal:
    """Hours a week; 0 where it is wrong (and then told)."""
    try:
        uren = Decimal(str(ruw)) if isinstance(ruw, int | float | str) and not isinstance(ruw, bool) else None
    except InvalidOperation:
        uren = None
    if uren is None or not uren.is_finite() or not minst <= uren <= MEESTE_UREN:
        fouten.append((veld, reden(inhoud, "uren_grens", aantal=MEESTE_UREN)))
        return _NUL
    return uren


def _loon(verzoek: WerkenVerzoek, uren: tuple[Decimal, ...], inhoud: Inhoud, fouten: Fouten) -> Loon:
    if (verzoek.uurloon is None) == (verzoek.maandloon is None):
        velden = ("uurloon",) if verzoek.uurloon is None else ("uurloon", "maandloon")
        fouten += [(veld, reden(inhoud, "een_loon")) for veld in velden]
        return Loon(_NUL)
    if verzoek.maandloon is None:
        if verzoek.maandloon_uren is not None:
            fouten.append(("maandloon_uren", reden(inhoud, "een_loon")))
        return Loon(_bedrag(verzoek.uurloon, "uurloon", _UURLOON, inhoud, fouten))
    bedrag = _bedrag(verzoek.maandloon, "maandloon", _MAANDBEDRAG, inhoud, fouten)
    if verzoek.maandloon_uren is None:
        return Loon(bedrag, max(uren, default=_NUL) or _VOLTIJD)
    bij = _aantal_uren(verzoek.maandloon_uren, "maandloon_uren", Decimal(1), inhoud, fouten)
    return Loon(bedrag, bij or _VOLTIJD)


def _bedrag(ruw: Any, veld: str, definitie: FeitDef, inhoud: Inhoud, fouten: Fouten) -> Decimal:
    """Euros; 0 where it is wrong (and then told)."""
    mis = inlezen_waarden.Fouten()
    bedrag = inlezen_waarden.geld(ruw, definitie, veld, mis)
    fouten += feitfouten(inhoud, mis)
    return bedrag or _NUL
