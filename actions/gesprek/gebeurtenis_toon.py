"""What a change does: now and then side by side, what to report before when, and what to apply for."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from actions.contract import naar_json
from actions.contract_vergelijken import Vergelijking
from actions.gesprek import contactknop, gebeurtenis, rekenen
from actions.gesprek.ontvangen import ontvangen
from actions.gesprek.staat import Staat
from actions.gesprek.vergelijken_weergave import vergelijking_model
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.regels.inlezen import OngeldigeFeiten
from actions.regels.vergelijken.vergelijking import vergelijk

_BEZIT = ("vermogen", "vermogen_nu", "schulden_bedrag")
_log = logging.getLogger(__name__)


def toon(werk: Werk) -> None:
    """The comparison as a message. After it the facts are those of now again; a change that has happened is how it is now."""
    nu = gebeurtenis.bezig(werk)
    assert nu is not None
    dag = date.fromisoformat(nu["datum"])
    voor, na = gebeurtenis.rond_af(werk)
    try:
        gevonden = vergelijk(
            rekenen.opgave(werk.bronnen, voor),
            rekenen.opgave(werk.bronnen, _met_bezit_van_nu(voor, na)),
            verandering=nu["id"],
            ingangsdatum=dag,
            parameters=werk.bronnen.parameters,
            catalogus=werk.catalogus,
            ontvangt=ontvangen(voor),
            vol_jaar=nu.get("vol_jaar"),
        )
    except OngeldigeFeiten as fout:
        _log.warning("a change could not be compared: %s", ", ".join(een.code for een in fout.fouten))
        werk.onthoud(gebeurtenis=None)
        werk.bericht(werk.tekst("verandering.kan_niet"), knoppen=_knoppen(werk, nu, al=True))
        return
    model = vergelijking_model(
        werk.bronnen.inhoud,
        gevonden,
        werk.bronnen.vandaag(),
        zeg=werk.tekst,
        verandering=nu["id"],
        gemeente=werk.gemeente,
        eigen_woorden=werk.persoon is None,
    )
    tekst = "\n\n".join(_samenvatting(werk, model, nu["id"], dag, al=nu["al"]))
    werk.onthoud(vergelijking=naar_json(model))
    werk.bericht(tekst, soort="overzicht", vergelijking=model, knoppen=_knoppen(werk, nu, al=nu["al"]))
    if nu["al"]:
        gebeurtenis.neem_over(werk)


def _met_bezit_van_nu(voor: Staat, na: Staat) -> Staat:
    """What was had before counts for the months before. It was not asked anew, so for those after it makes no difference."""
    bezit = {feit: voor.feiten[feit] for feit in _BEZIT if feit in voor.feiten and feit not in na.feiten}
    return replace(na, feiten={**na.feiten, **bezit})


def _samenvatting(werk: Werk, model: Vergelijking, id_: str, dag: date, *, al: bool) -> list[str]:
    """Main point first: what it is per month, and the first thing to do. The rest stands in the comparison itself."""
    een = gebeurtenis.tekst_van(werk, id_)
    delen = [werk.tekst("verandering.kop", titel=een.titel, dag=dag), _per_maand(werk, model)]
    if model.melden:
        eerste = model.melden[0]
        delen.append(
            werk.tekst(
                "verandering.doorgeven",
                wat=eerste.wat,
                termijn=eerste.termijn,
                uiterlijk=None if eerste.uiterlijk is None else date.fromisoformat(eerste.uiterlijk),
            )
        )
    if een.niet_mee:
        delen.append(werk.render(een.niet_mee))
    delen.append(werk.tekst("verandering.na_al" if al else "verandering.na_straks"))
    return delen


def _per_maand(werk: Werk, model: Vergelijking) -> str:
    totaal = model.totaal_per_maand
    if not totaal.verschil:
        return werk.tekst("verandering.per_maand_gelijk", na=totaal.na)
    return _meer_of_minder(werk, "per_maand", totaal.verschil, voor=totaal.voor, na=totaal.na)


def _meer_of_minder(werk: Werk, wat: str, verschil: Decimal, **waarden: object) -> str:
    kant = "meer" if verschil > 0 else "minder"
    return werk.tekst(f"verandering.{wat}_{kant}", verschil=abs(verschil), **waarden)


def _knoppen(werk: Werk, nu: Mapping[str, Any], *, al: bool) -> list[Knop]:
    """What can be done then; what else changes first."""
    verder = [
        Knop(werk.tekst("verandering.neem_over"), {"doe": "gebeurtenis_neem_over"}),
        Knop(werk.tekst("verandering.andere_dag"), {"doe": "gebeurtenis_andere_dag"}),
    ]
    return [
        *(gebeurtenis.knop(werk, id_) for id_ in nu.get("ook", ())),
        *([] if al else verder),
        Knop(werk.tekst("verandering.andere"), {"doe": "gebeurtenissen"}),
        vaste_knop("overzicht", werk.tekst("knop.overzicht")),
        contactknop.knop(werk, ()),
    ]
