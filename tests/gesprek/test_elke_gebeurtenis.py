"""Every change that can be worked out, in households of all kinds: it ends in a comparison, and the answers of now stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from actions.gesprek.bronnen import Bronnen
from tests.gesprek.conftest import CONTENT
from tests.gesprek.praat import Praat
from tests.gesprek.staten import HUISHOUDEN

ALLEEN: Mapping[str, Any] = {
    **HUISHOUDEN,
    "kinderen": [],
    "vermogen_nu": "1000",
    "gezamenlijke_huishouding": False,
}
GEZIN: Mapping[str, Any] = {
    **HUISHOUDEN,
    "partner": True,
    "leeftijd_partner": 35,
    "kinderen": [17, 4],
    "inkomen_soort_partner": "loon",
    "inkomen_partner_jaar": "18000",
    "werkt": True,
    "werkt_partner": True,
    "vermogen_nu": "1000",
}
BIJSTAND: Mapping[str, Any] = {
    **HUISHOUDEN,
    "leeftijd": 29,
    "kinderen": [3],
    "inkomen_soort": "bijstand",
    "vermogen_nu": "500",
    "schulden_bedrag": "0",
    "gezamenlijke_huishouding": False,
    "auto_waarde": "0",
}
JONG: Mapping[str, Any] = {
    **HUISHOUDEN,
    "leeftijd": 17,
    "kinderen": [],
    "woonsituatie": "inwonend",
    "inkomen_soort": "geen",
    "inkomen_jaar": "0",
    "vermogen_nu": "100",
    "gezamenlijke_huishouding": False,
}
STRAKS: Mapping[str, Any] = {
    "leeftijd_partner": 36,
    "inkomen_soort_partner": "loon",
    "inkomen_partner_jaar": "26000",
    "co_ouder": False,
    "medebewoners": [],
    "aow_volledig": True,
    "gezamenlijke_huishouding": False,
    "woont_in_gemeente": True,
    "kinderbijslag_ontvangt": True,
}
HUISGENOOT = {
    "leeftijd": "30",
    "relatie": "anders",
    "inkomen_jaar": "9000 per jaar",
    "huurcontract": "nee",
    "studeert": "nee",
    "geboortemaand": "weet ik niet",
}
_MEESTE = 60


def _antwoord(praat: Praat, huishouden: Mapping[str, Any]) -> None:
    assert praat.vraag is not None
    vraag = praat.vraag.vraag or ""
    knoppen = [k.id for k in praat.vraag.keuzes or ()]
    if vraag == "verandering.datum":
        praat.zeg("1 december 2026")
    elif vraag.startswith("verandering.inkomen"):
        praat.klik(knoppen[0]) if "vakantiegeld" in praat.vraag.tekst else praat.zeg("1500")
    elif vraag.startswith("verandering."):
        praat.klik(knoppen[0])
    elif vraag.startswith("medebewoners."):
        praat.zeg(HUISGENOOT[vraag.partition(".")[2]])
    else:
        praat.antwoord(huishouden)


@pytest.mark.parametrize(
    "huishouden", [ALLEEN, GEZIN, BIJSTAND, JONG], ids=["alleen", "gezin", "bijstand", "jong"]
)
@pytest.mark.parametrize("id_", sorted(f.stem for f in (CONTENT / "gebeurtenissen").glob("*.yml")))
def test_it_ends_in_a_comparison_and_now_stays_as_it_was(
    bronnen: Bronnen, id_: str, huishouden: Mapping[str, Any]
) -> None:
    if not bronnen.inhoud.gebeurtenis(id_).uitrekenen:
        return
    praat = Praat(bronnen, "voorbeeldstad")
    praat.tot_het_einde(huishouden)
    eerst = praat.overzicht
    praat.klik_op("Er verandert iets in mijn leven")
    praat.klik_op(bronnen.inhoud.gebeurtenis(id_).knop)
    for _ in range(_MEESTE):
        if praat.vraag is None:
            break
        _antwoord(praat, {**huishouden, **STRAKS})
    if id_ == "kind-wordt-18" and not huishouden["kinderen"]:
        assert "geen kinderen" in praat.tekst
        return
    vergelijking = next(b.vergelijking for b in praat.laatste.berichten if b.vergelijking is not None)
    assert praat.overzicht.feiten[: len(eerst.feiten)] == eerst.feiten
    totaal = vergelijking.totaal_per_maand
    assert totaal.verschil == totaal.na - totaal.voor
    assert praat.laatste.berichten[-1].tekst.count("euro") or not vergelijking.verschillen
