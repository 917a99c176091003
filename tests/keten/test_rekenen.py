"""The calculation API and reading one answer, over HTTP."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import httpx
import pytest

from tests.keten.huishoudens import (
    ALLEENSTAANDE_OUDER,
    ALLEENSTAANDE_OUDER_BEDRAGEN,
    GROOT_HUIS,
    GROOT_HUIS_BEDRAGEN,
)
from tests.keten.hulp import VANDAAG
from tests.regels.test_voorbeelden import VOORBEELDEN

# The talk asks relation first and stops there for a lodger; the calculation API wants every field.
GROOT_HUIS_HEEL = {
    **GROOT_HUIS,
    "medebewoners": [{"inkomen_jaar": "30000", **ander} for ander in GROOT_HUIS["medebewoners"]],
}


def bereken(http: httpx.Client, **lichaam: Any) -> dict[str, dict[str, Any]]:
    antwoord = http.post("/api/v1/berekening", json=lichaam)
    assert antwoord.status_code == 200, antwoord.text
    return {u["regeling"]: u for u in antwoord.json()["uitkomsten"]}


def test_every_reference_household(http: httpx.Client) -> None:
    assert len(VOORBEELDEN) > 200
    for voorbeeld in VOORBEELDEN:
        uit = bereken(
            http,
            peildatum=voorbeeld.peildatum.isoformat(),
            feiten=voorbeeld.feiten,
            regelingen=list(voorbeeld.verwacht),
        )
        for regeling, verwacht in voorbeeld.verwacht.items():
            for veld, waarde in verwacht.model_dump(exclude_none=True).items():
                gekregen = uit[regeling][veld]
                if veld == "redenen":
                    assert {reden["code"] for reden in gekregen} == set(waarde), (voorbeeld.id, uit[regeling])
                else:
                    op_de_lijn = f"{waarde:.2f}" if isinstance(waarde, Decimal) else waarde
                    assert gekregen == op_de_lijn, (voorbeeld.id, uit[regeling])


@pytest.mark.parametrize(
    ("feiten", "bedragen"),
    [(ALLEENSTAANDE_OUDER, ALLEENSTAANDE_OUDER_BEDRAGEN), (GROOT_HUIS_HEEL, GROOT_HUIS_BEDRAGEN)],
    ids=["alone", "couple"],
)
def test_the_same_amounts_as_the_talk(
    http: httpx.Client, feiten: dict[str, Any], bedragen: dict[str, str]
) -> None:
    vandaag = bereken(http, feiten=feiten, regelingen=list(bedragen))
    assert {r: u["bedrag_per_maand"] for r, u in vandaag.items()} == bedragen
    assert {u["jaar"] for u in vandaag.values()} == {2026}
    assert vandaag == bereken(http, feiten=feiten, regelingen=list(bedragen), peildatum=VANDAAG)


def test_the_date_chooses_the_rules(http: httpx.Client) -> None:
    feiten = {**ALLEENSTAANDE_OUDER, "servicekosten": "0"}
    toen = bereken(http, feiten=feiten, regelingen=list(ALLEENSTAANDE_OUDER_BEDRAGEN), peildatum="2025-07-01")
    assert {(u["jaar"], u["schatting"]) for u in toen.values()} == {(2025, False)}
    # 2025: 2,511 + 3,389 - 7.1% of (30,000 - 28,406), over twelve months
    assert toen["kindgebonden-budget"]["bedrag_per_maand"] == "482.00"

    straks = bereken(
        http, feiten=feiten, regelingen=list(ALLEENSTAANDE_OUDER_BEDRAGEN), peildatum="2027-01-02"
    )
    assert {r: u["bedrag_per_maand"] for r, u in straks.items()} == ALLEENSTAANDE_OUDER_BEDRAGEN
    for uitkomst in straks.values():
        assert (uitkomst["jaar"], uitkomst["schatting"]) == (2026, True)
        assert "2026" in " ".join(let_op["tekst"] for let_op in uitkomst["let_op"])

    verder = bereken(http, feiten=feiten, regelingen=["zorgtoeslag"], peildatum="2028-01-02")
    assert verder["zorgtoeslag"]["recht"] == "onbekend"
    assert [r["code"] for r in verder["zorgtoeslag"]["redenen"]] == ["geen_parameters"]


def test_what_is_not_known_yet_is_listed(http: httpx.Client) -> None:
    antwoord = http.post(
        "/api/v1/berekening", json={"feiten": {"leeftijd": 34}, "regelingen": ["zorgtoeslag"]}
    )
    lichaam = antwoord.json()
    assert set(lichaam["ontbrekende_feiten"]) == {"zorgtoeslag"}
    assert "inkomen_jaar" in lichaam["ontbrekende_feiten"]["zorgtoeslag"]
    assert lichaam["volgende_vraag"] in lichaam["ontbrekende_feiten"]["zorgtoeslag"]
    assert lichaam["uitkomsten"][0]["recht"] == "onbekend"
    assert lichaam["uitkomsten"][0]["bedrag_per_maand"] is None


@pytest.mark.parametrize(
    ("lichaam", "veld"),
    [
        ({"feiten": {"schoenmaat": 43}}, "feiten.schoenmaat"),
        ({"feiten": {"kale_huur": "-650"}}, "feiten.kale_huur"),
        ({"feiten": {"kale_huur": "650.123"}}, "feiten.kale_huur"),
        ({"feiten": {"leeftijd": "oud"}}, "feiten.leeftijd"),
        ({"feiten": {"leeftijd": 300}}, "feiten.leeftijd"),
        ({"feiten": {"inkomen_jaar": "1000000000"}}, "feiten.inkomen_jaar"),
        ({"feiten": {"leeftijd": 34, "geboortemaand": "1950-01"}}, "feiten.leeftijd"),
        ({"feiten": {"medebewoners": [{"leeftijd": 20}]}}, "feiten.medebewoners"),
        ({"feiten": {"kinderen": [1] * 21}}, "feiten.kinderen"),
        ({"feiten": {}, "gemeente": "nergens"}, "gemeente"),
        ({"feiten": {}, "peildatum": "2026-02-30"}, "peildatum"),
        ({"feiten": {}, "regelingen": ["gratis-geld"]}, "regelingen.0"),
        ({"feiten": {}, "zomaar": 1}, "zomaar"),
    ],
)
def test_what_cannot_be_is_refused_by_name(http: httpx.Client, lichaam: dict[str, Any], veld: str) -> None:
    antwoord = http.post("/api/v1/berekening", json=lichaam)
    assert antwoord.status_code == 422, antwoord.text
    assert antwoord.headers["content-type"] == "application/problem+json"
    fouten = antwoord.json()["fouten"]
    assert any(f["veld"].startswith(veld) for f in fouten), fouten
    assert all(f["reden"] for f in fouten)


@pytest.mark.parametrize(
    ("feit", "tekst", "waarde"),
    [
        ("kale_huur", "achttienhonderd vijftig", "1850.00"),
        ("kale_huur", "€ 1.234,56", "1234.56"),
        ("leeftijd", "vierendertig", 34),
        ("partner", "ja hoor", True),
        ("kinderen", "twee", 2),
        ("woonsituatie", "huurhuis", "huur_zelfstandig"),
        ("inkomen_jaar", "geen idee", "weet_niet"),
    ],
)
def test_an_answer_is_read(http: httpx.Client, feit: str, tekst: str, waarde: object) -> None:
    antwoord = http.post("/api/v1/lees", json={"feit": feit, "tekst": tekst})
    assert antwoord.status_code == 200, antwoord.text
    assert antwoord.json()["waarde"] == waarde


def test_what_can_be_read_in_two_ways_is_not_read(http: httpx.Client) -> None:
    antwoord = http.post("/api/v1/lees", json={"feit": "inkomen_jaar", "tekst": "2400"}).json()
    assert antwoord["waarde"] is None
    assert antwoord["uitleg"]
    assert len(antwoord["lezingen"]) >= 2
    onbekend = http.post("/api/v1/lees", json={"feit": "schoenmaat", "tekst": "43"})
    assert onbekend.status_code == 422
    assert [f["veld"] for f in onbekend.json()["fouten"]] == ["feit"]


def test_the_contract_is_published(http: httpx.Client) -> None:
    paden = http.get("/openapi.json").json()["paths"]
    assert paden.keys() >= {"/api/v1/berekening", "/api/v1/lees", "/api/v1/gesprekken/{gesprek}/berichten"}
