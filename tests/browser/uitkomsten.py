"""Outcomes as the contract has them, one of each kind. The amounts mean nothing."""

from __future__ import annotations

from typing import Any

_AANVRAGEN = {
    "bij": "Dienst Toeslagen",
    "url": "https://www.belastingdienst.nl/wps/wcm/connect/nl/toeslagen/toeslagen",
    "telefoon": "0800 0543",
    "uiterlijk": "2027-12-31",
    "nodig": ["DigiD", "uw rekeningnummer"],
}


def _uitkomst(regeling: str, titel: str, recht: str, **velden: Any) -> dict[str, Any]:
    return {
        "regeling": regeling,
        "titel": titel,
        "recht": recht,
        "bedrag_per_maand": None,
        "bedrag_per_jaar": None,
        "voorwaarden": [],
        "ritme": "maand",
        "bedrag_per_keer": None,
        "vorm": "geld",
        "tot_en_met": False,
        "jaar": 2026,
        "schatting": False,
        "marge": None,
        "al_ontvangen": False,
        "bijna": False,
        "door": [],
        "redenen": [{"code": "voldoet", "tekst": "U voldoet aan de regels."}],
        "stappen": [],
        "bronnen": [],
        "aanvragen": _AANVRAGEN,
        "let_op": [],
        **velden,
    }


UITKOMSTEN = [
    _uitkomst(
        "zorgtoeslag",
        "Zorgtoeslag",
        "waarschijnlijk_wel",
        bedrag_per_maand="129.00",
        bedrag_per_jaar="1548.00",
        bedrag_per_keer="129.00",
        voorwaarden=[{"feit": "zorgverzekerd", "tekst": "U hebt een zorgverzekering in Nederland."}],
        redenen=[{"code": "voldoet", "tekst": "Uw inkomen is laag genoeg en u bent 18 jaar of ouder."}],
        stappen=[
            {"tekst": "Standaardpremie", "bedrag": "2112.00", "bron": "Wzt art. 4"},
            {"tekst": "Min: wat u zelf kunt betalen", "bedrag": "-564.00", "bron": "Wzt art. 2 lid 2"},
            {"tekst": "Per jaar", "bedrag": "1548.00", "bron": "Wzt art. 2 lid 1"},
        ],
        bronnen=[
            {"naam": "Wet op de zorgtoeslag, artikel 2", "url": "https://wetten.overheid.nl/BWBR0018451/"}
        ],
        let_op=[
            {
                "code": "terugbetalen",
                "tekst": "Verdient u straks meer? Geef dat door. Anders betaalt u terug.",
            }
        ],
    ),
    _uitkomst(
        "huurtoeslag",
        "Huurtoeslag",
        "onbekend",
        voorlopig={"bedrag_per_maand": "283.00", "als": ["vermogen"]},
        schatting=True,
        marge="20.00",
        redenen=[{"code": "weet_niet", "tekst": "Wij weten niet hoeveel spaargeld u hebt."}],
    ),
    _uitkomst(
        "kindgebonden-budget",
        "Kindgebonden budget",
        "waarschijnlijk_niet",
        bedrag_per_maand="0.00",
        bedrag_per_jaar="0.00",
        redenen=[{"code": "geen_kinderen", "tekst": "U hebt geen kinderen onder de 18 jaar."}],
        bronnen=[
            {
                "naam": "Wet op het kindgebonden budget, artikel 2",
                "url": "https://wetten.overheid.nl/BWBR0022751/",
            }
        ],
    ),
]
NIET_VOOR_U: list[dict[str, Any]] = [
    _uitkomst(id_, titel, "waarschijnlijk_niet", redenen=[{"code": "te_jong", "tekst": "U bent te jong."}])
    for id_, titel in (("aio", "AIO"), ("ioaw", "IOAW"), ("ioaz", "IOAZ"))
]
