"""Outcomes as the contract has them, one of each kind. The amounts mean nothing."""

from __future__ import annotations

from typing import Any

_AANVRAGEN: dict[str, Any] = {
    "bij": "Dienst Toeslagen",
    "url": "https://www.belastingdienst.nl/wps/wcm/connect/nl/toeslagen/toeslagen",
    "telefoon": "0800 0543",
    "uiterlijk": "2027-12-31",
    "nodig": ["DigiD", "uw rekeningnummer"],
    "hoe": None,
}
_BIJ_DE_GEMEENTE: dict[str, Any] = {
    "bij": "Team Inkomen",
    "url": "https://voorbeeldstad.example/inkomen",
    "telefoon": "14 0000",
    "uiterlijk": None,
    "nodig": [],
    "hoe": "U vraagt het aan met DigiD.",
}


def _uitkomst(regeling: str, titel: str, recht: str, **velden: Any) -> dict[str, Any]:
    return {
        "regeling": regeling,
        "titel": titel,
        "wat": f"Dit is {titel.lower()}.",
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


def _lokaal(regeling: str, titel: str, recht: str = "waarschijnlijk_wel", **velden: Any) -> dict[str, Any]:
    return _uitkomst(regeling, titel, recht, **{"ritme": "jaar", "aanvragen": _BIJ_DE_GEMEENTE, **velden})


def _keer(bedrag: str) -> dict[str, str]:
    return {"bedrag_per_keer": bedrag, "bedrag_per_jaar": bedrag}


_NUL = _keer("0.00")

LOKAAL = [
    _lokaal(
        "gratis-ov",
        "Gratis met de bus",
        wat="U reist gratis met de bus buiten de spits.",
        vorm="natura",
        **_NUL,
    ),
    _lokaal(
        "voorbeeldstad:computer",
        "Computer voor school",
        wat="Uw kind krijgt een computer voor school.",
        vorm="natura",
        ritme="eenmalig",
        tot_en_met=True,
        **_keer("350.00"),
    ),
    _lokaal("meedoenregeling", "Meedoenregeling", tot_en_met=True, schatting=True, **_keer("450.00")),
    _lokaal(
        "gemeentepolis",
        "Zorgverzekering van de gemeente",
        vorm="korting",
        ritme="maand",
        bedrag_per_maand="30.00",
        bedrag_per_jaar="360.00",
        bedrag_per_keer="30.00",
        tot_en_met=True,
    ),
    _lokaal(
        "kwijtschelding",
        "Geen belasting betalen",
        wat="U betaalt minder belasting van de gemeente.",
        vorm="korting",
        ritme="eenmalig",
    ),
    _lokaal(
        "individuele-inkomenstoeslag",
        "Individuele inkomenstoeslag",
        # An amount that a careless server sends along must not be shown either.
        **_keer("675.00"),
        let_op=[
            {
                "code": "bedrag_onzeker",
                "tekst": "Hoeveel u krijgt, weet ik niet zeker. In 2025 was het 525 euro. Vraag het na: bel 14 0000.",
            },
            {"code": "uitzicht_op_inkomen", "tekst": "De gemeente kijkt of u meer kunt verdienen."},
        ],
    ),
    _lokaal(
        "kind-school-sport",
        "Geld voor school en sport",
        "waarschijnlijk_niet",
        bijna=True,
        redenen=[{"code": "inkomen_te_hoog", "tekst": "Het inkomen is te hoog voor deze regeling."}],
        let_op=[{"code": "vraag_maatwerk", "tekst": "Vraag de gemeente of zij toch kan helpen."}],
        **_NUL,
    ),
]
"""Of a gemeente, one of each kind."""
_REGEL_ONBEKEND = {"code": "lokale_regel_onbekend", "tekst": "Ik ken de regels niet. Bel 14 0000."}
ONBEKEND_HIER = [
    _lokaal(
        "energiekosten",
        "Hulp bij energiekosten",
        "onbekend",
        redenen=[_REGEL_ONBEKEND],
        let_op=[{"code": "regels_onzeker", "tekst": "De regels zijn van 2022. Vraag ze na: bel 14 0000."}],
    ),
    _lokaal("chronisch-ziek", "Geld bij lange ziekte", "onbekend", redenen=[_REGEL_ONBEKEND]),
    _lokaal(
        "voedselbank",
        "Voedselbank",
        "onbekend",
        vorm="hulp",
        wat="U krijgt gratis eten.",
        redenen=[{**_REGEL_ONBEKEND, "tekst": "Ik ken de regels niet. Vraag het aan de gemeente."}],
    ),
]
