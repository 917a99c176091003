"""`POST /api/v1/werken` (public contract, section 2c), with the real rules and words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from actions.contract_vergelijken import Werken
from tests.web.conftest import Huis

ALLEEN = {
    "leeftijd": 35,
    "partner": False,
    "kinderen": [],
    "medebewoners": [],
    "woonsituatie": "inwonend",
    "inkomen_soort": "bijstand",
    "vermogen": "500",
    "vermogen_nu": "500",
    "schulden_bedrag": "0",
}
VRAAG: dict[str, Any] = {
    "peildatum": "2026-11-20",
    "gemeente": None,
    "feiten": ALLEEN,
    "uurloon": "14.99",
    "uren": [0, 8, 16, 24, 32, 40],
}


def vraag(huis: Huis, **anders: Any) -> Any:
    antwoord = huis.client.post("/api/v1/werken", json={**VRAAG, **anders})
    assert antwoord.status_code == 200, antwoord.text
    return antwoord.json()


def fout(huis: Huis, **anders: Any) -> set[str]:
    lichaam = {naam: waarde for naam, waarde in {**VRAAG, **anders}.items() if waarde != "weg"}
    antwoord = huis.client.post("/api/v1/werken", json=lichaam)
    assert antwoord.status_code == 422, antwoord.text
    assert antwoord.headers["content-type"].startswith("application/problem+json")
    assert all(een["reden"] for een in antwoord.json()["fouten"])
    return {een["veld"] for een in antwoord.json()["fouten"]}


def test_een_punt_per_aantal_uren(huis: Huis) -> None:
    uit = vraag(huis)
    Werken.model_validate(uit)
    assert [punt["uren"] for punt in uit["punten"]] == [0, 8, 16, 24, 32, 40]
    assert uit["punten"][1] == {
        "uren": 8,
        "bruto_loon": "561.23",
        "netto_loon": "561.23",
        "uitkering": "858.23",
        "toeslagen": "129.00",
        "gemeente": "0.00",
        "kosten": "0.00",
        "totaal_per_maand": "1548.46",
    }
    assert uit["nu"] == uit["punten"][0]
    assert uit["tijdelijk"][0] == {"uren": 8, "tot_en_met_maand": 6, "extra": "140.31"}
    assert "pensioenpremie" in uit["niet_meegerekend"]
    assert [een["code"] for een in uit["later"]] == ["vakantiegeld"]


def test_waar_u_op_moet_letten_staat_er_in_woorden(huis: Huis) -> None:
    teksten = {een["code"]: een["tekst"] for een in vraag(huis, uren=[40])["let_op"]}
    assert teksten["vlak"] == "Tussen 0 en 20 uur houdt u niet meer over als u meer werkt."
    assert teksten["stopt"].startswith("Vanaf 20,8 uur krijgt u geen bijstand meer.")
    assert "uw gemeente" in teksten["lokale_regel_onbekend"]
    hier = {een["code"]: een for een in vraag(huis, uren=[40], gemeente="voorbeeldstad")["let_op"]}
    assert "Voorbeeldstad" not in teksten["lokale_regel_onbekend"]
    assert hier["stopt"]["regeling"]


def test_elke_reden_heeft_woorden(huis: Huis) -> None:
    ouder = {
        **ALLEEN,
        "kinderen": [4],
        "opvang": [{"kind": 0, "soort": "bso", "uren_maand": 60, "uurprijs": "9"}],
    }
    codes = {een["code"] for een in vraag(huis, feiten=ouder, kosten={"reizen": "50"})["let_op"]}
    assert "kosten" in codes
    for soort in ("ww", "ziekte_arbeidsongeschikt", "wajong", "anw"):
        uit = vraag(huis, feiten={**ALLEEN, "inkomen_soort": soort, "inkomen_jaar": "15000"})
        assert "uitkering_onbekend" in {een["code"] for een in uit["let_op"]}
    leeg = vraag(huis, feiten={"leeftijd": 40})
    assert "onbekend" in {een["code"] for een in leeg["let_op"]}
    assert {een["code"] for een in vraag(huis, feiten=ouder)["later"]} == {
        "vakantiegeld",
        "combinatiekorting",
    }


def test_een_maandloon(huis: Huis) -> None:
    # 1 559.47 a month for 24 hours: what 14.99 an hour makes (14.99 x 24 x 52 / 12 = 1 558.96), and 51 cents.
    per_maand = vraag(huis, uurloon=None, maandloon="1558.96", uren=[12, 24])
    per_uur = vraag(huis, uren=[12, 24])
    assert per_maand["punten"] == per_uur["punten"]
    zelfde = vraag(huis, uurloon=None, maandloon="1558.96", maandloon_uren=24, uren=[12])
    assert zelfde["punten"] == per_uur["punten"][:1]


def test_een_punt_alleen_is_hetzelfde_punt(huis: Huis) -> None:
    assert vraag(huis, uren=[27.5])["punten"] == vraag(huis, uren=[3, "27.5", 12])["punten"][1:2]


def test_een_medebewoner_zonder_woord_over_een_contract(huis: Huis) -> None:
    bij = {"leeftijd": 40, "inkomen_jaar": "20000", "relatie": "ander"}
    uit = vraag(huis, feiten={**ALLEEN, "medebewoners": [bij]}, uren=[0])
    assert Decimal(uit["punten"][0]["uitkering"]) == Decimal("1013.90")  # two share the costs


@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({"uurloon": None}, {"uurloon"}),
        ({"uurloon": "weg"}, {"uurloon"}),
        ({"maandloon": "2000"}, {"uurloon", "maandloon"}),
        ({"uurloon": "-1"}, {"uurloon"}),
        ({"uurloon": 14.99}, {"uurloon"}),
        ({"uurloon": "14.999"}, {"uurloon"}),
        ({"uurloon": "5000"}, {"uurloon"}),
        ({"uurloon": None, "maandloon": "-5"}, {"maandloon"}),
        ({"uurloon": None, "maandloon": "2000", "maandloon_uren": 0}, {"maandloon_uren"}),
        ({"maandloon_uren": 20}, {"maandloon_uren"}),
        ({"uren": []}, {"uren"}),
        ({"uren": "weg"}, {"uren"}),
        ({"uren": [8, -1, 61, "acht", True, None, "NaN"]}, {f"uren.{nr}" for nr in range(1, 7)}),
        ({"uren": [1] * 101}, {"uren"}),
        ({"kosten": {"reizen": "-4"}}, {"kosten.reizen"}),
        ({"kosten": {"eten": "4"}}, {"kosten.eten"}),
        ({"gemeente": "nergens"}, {"gemeente"}),
        ({"peildatum": "gisteren"}, {"peildatum"}),
        ({"peildatum": "2020-01-01"}, {"peildatum"}),
        ({"feiten": {**ALLEEN, "leeftijd": 300}}, {"feiten.leeftijd"}),
        ({"feiten": {**ALLEEN, "medebewoners": [{"leeftijd": 40}] * 21}}, {"feiten.medebewoners"}),
        ({"feiten": {"haarkleur": "rood"}}, {"feiten.haarkleur"}),
        ({"iets": 1}, {"iets"}),
    ],
)
def test_wat_niet_kan_wordt_bij_naam_genoemd(huis: Huis, anders: dict[str, Any], velden: set[str]) -> None:
    assert fout(huis, **anders) == velden


def test_honderd_punten_kan(huis: Huis) -> None:
    assert len(vraag(huis, uren=[nr / 2 for nr in range(100)])["punten"]) == 100
