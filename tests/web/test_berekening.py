"""The calculation API and reading one answer (public contract, sections 2 and 2b), with the real rules and words."""

from __future__ import annotations

from typing import Any

import pytest

from actions.contract import Uitkomst
from actions.regels.ids import REGELINGEN
from tests.web.conftest import EIGEN_SITE, VREEMDE_SITE, Huis

ALLEEN = {
    "leeftijd": 40,
    "partner": False,
    "kinderen": [],
    "medebewoners": [],
    "woonsituatie": "koop",
    "inkomen_jaar": "20000.00",
    "vermogen": 1000,
}


def bereken(huis: Huis, **lichaam: Any) -> Any:
    antwoord = huis.client.post("/api/v1/berekening", json=lichaam)
    assert antwoord.status_code == 200, antwoord.text
    return antwoord.json()


def test_one_scheme(huis: Huis) -> None:
    uit = bereken(huis, feiten=ALLEEN, regelingen=["zorgtoeslag"], gemeente="voorbeeldstad")
    assert uit.keys() == {"uitkomsten", "ontbrekende_feiten", "volgende_vraag", "parameters"}
    (uitkomst,) = uit["uitkomsten"]
    Uitkomst.model_validate(uitkomst)
    assert (uitkomst["regeling"], uitkomst["recht"], uitkomst["jaar"]) == (
        "zorgtoeslag",
        "waarschijnlijk_wel",
        2026,
    )
    assert float(uitkomst["bedrag_per_maand"]) > 0
    assert uitkomst["redenen"]
    assert uitkomst["stappen"]
    assert uit["ontbrekende_feiten"] == {}
    assert uit["volgende_vraag"] is None
    assert uit["parameters"]["versie"] == huis.bronnen.parameters.versie


def test_the_date_chooses_the_rules(huis: Huis) -> None:
    bedragen = {
        jaar: bereken(huis, feiten=ALLEEN, regelingen=["zorgtoeslag"], peildatum=f"{jaar}-07-01")[
            "uitkomsten"
        ][0]
        for jaar in (2024, 2025, 2026)
    }
    assert [u["jaar"] for u in bedragen.values()] == [2024, 2025, 2026]
    assert len({u["bedrag_per_jaar"] for u in bedragen.values()}) == 3


def test_all_schemes_and_what_is_open(huis: Huis) -> None:
    uit = bereken(huis, feiten={})
    assert [u["regeling"] for u in uit["uitkomsten"]] == list(REGELINGEN)
    assert all(u["recht"] == "onbekend" for u in uit["uitkomsten"])
    assert uit["volgende_vraag"] in uit["ontbrekende_feiten"]["zorgtoeslag"]
    assert "gemeentepolis" not in uit["ontbrekende_feiten"]
    redenen = {u["regeling"]: u["redenen"][0]["code"] for u in uit["uitkomsten"]}
    assert redenen["gemeentepolis"] == "lokale_regel_onbekend"  # no gemeente was named
    assert redenen["zorgtoeslag"] == "feit_ontbreekt"


def test_already_received(huis: Huis) -> None:
    feiten = {**ALLEEN, "krijgt_al": ["zorgtoeslag"]}
    (uitkomst,) = bereken(huis, feiten=feiten, regelingen=["zorgtoeslag"])["uitkomsten"]
    assert uitkomst["al_ontvangen"] is True


@pytest.mark.parametrize(
    ("lichaam", "veld"),
    [
        ({}, "feiten"),
        ({"feiten": []}, "feiten"),
        ({"feiten": {}, "naam": "Jansen"}, "naam"),
        ({"feiten": {}, "peildatum": "20-11-2026"}, "peildatum"),
        ({"feiten": {}, "peildatum": "2026-02-30"}, "peildatum"),
        ({"feiten": {}, "peildatum": "20261120"}, "peildatum"),
        ({"feiten": {}, "peildatum": 5}, "peildatum"),
        ({"feiten": {}, "gemeente": "nergenshuizen"}, "gemeente"),
        ({"feiten": {}, "regelingen": ["zorgtoeslag", "gratis-geld"]}, "regelingen.1"),
        ({"feiten": {}, "regelingen": "zorgtoeslag"}, "regelingen"),
        ({"feiten": {"schoenmaat": 42}}, "feiten.schoenmaat"),
        ({"feiten": {"kale_huur": "-1"}}, "feiten.kale_huur"),
        ({"feiten": {"kale_huur": "1.001"}}, "feiten.kale_huur"),
        ({"feiten": {"kale_huur": 1.5}}, "feiten.kale_huur"),
        ({"feiten": {"inkomen_jaar": 1_000_000_000}}, "feiten.inkomen_jaar"),
        ({"feiten": {"leeftijd": 300}}, "feiten.leeftijd"),
        ({"feiten": {"partner": "ja"}}, "feiten.partner"),
        ({"feiten": {"kinderen": [4] * 21}}, "feiten.kinderen"),
    ],
)
def test_wrong_bodies_name_the_field(huis: Huis, lichaam: dict[str, Any], veld: str) -> None:
    antwoord = huis.client.post("/api/v1/berekening", json=lichaam)
    assert antwoord.status_code == 422
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert veld in [fout["veld"] for fout in antwoord.json()["fouten"]]
    assert all(fout["reden"].endswith((".", "?")) for fout in antwoord.json()["fouten"])


def test_numbers_that_are_none(huis: Huis) -> None:
    lichaam = b'{"feiten": {"inkomen_jaar": NaN, "leeftijd": Infinity}}'
    antwoord = huis.client.post(
        "/api/v1/berekening", content=lichaam, headers={"Content-Type": "application/json"}
    )
    assert antwoord.status_code == 422


def test_foreign_pages_cannot_read_it(huis: Huis) -> None:
    lichaam: dict[str, Any] = {"feiten": {}}
    vreemd = huis.client.post("/api/v1/berekening", json=lichaam, headers={"Origin": VREEMDE_SITE})
    assert "access-control-allow-origin" not in vreemd.headers
    eigen = huis.client.post("/api/v1/berekening", json=lichaam, headers={"Origin": EIGEN_SITE})
    assert eigen.headers["access-control-allow-origin"] == EIGEN_SITE


def lees(huis: Huis, feit: str, tekst: str) -> Any:
    antwoord = huis.client.post("/api/v1/lees", json={"feit": feit, "tekst": tekst})
    assert antwoord.status_code == 200, antwoord.text
    return antwoord.json()


def test_reading(huis: Huis) -> None:
    assert lees(huis, "kale_huur", "achttienhonderd vijftig")["waarde"] == "1850.00"
    assert lees(huis, "partner", "nee")["waarde"] is False
    assert lees(huis, "kale_huur", "weet ik niet")["waarde"] == "weet_niet"
    onzin = lees(huis, "kale_huur", "paars met stippen")
    assert onzin["waarde"] is None
    assert onzin["uitleg"]
    lang = lees(huis, "kale_huur", "650 " * 200)
    assert lang["waarde"] is None
    assert "500" in lang["uitleg"]


@pytest.mark.parametrize(
    ("lichaam", "veld"),
    [
        ({"feit": "schoenmaat", "tekst": "42"}, "feit"),
        ({"feit": "kale_huur"}, "tekst"),
        ({"feit": "kale_huur", "tekst": 650}, "tekst"),
        ({"feit": "kale_huur", "tekst": "650", "x": 1}, "x"),
    ],
)
def test_reading_wrong_bodies(huis: Huis, lichaam: dict[str, Any], veld: str) -> None:
    antwoord = huis.client.post("/api/v1/lees", json=lichaam)
    assert antwoord.status_code == 422
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]


def test_a_gemeente_adds_its_own_schemes(huis: Huis) -> None:
    feiten = {**ALLEEN, "woonsituatie": "huur_zelfstandig", "inkomen_soort": "bijstand", "vermogen_nu": 500}
    uit = bereken(huis, feiten=feiten, gemeente="voorbeeldstad", peildatum="2026-11-20")
    per = {u["regeling"]: u for u in uit["uitkomsten"]}
    assert [u["regeling"] for u in uit["uitkomsten"]][: len(REGELINGEN)] == list(REGELINGEN)
    assert "voorbeeldstad:computer" in per
    mee = per["meedoenregeling"]
    assert (mee["recht"], mee["bedrag_per_keer"], mee["ritme"]) == ("waarschijnlijk_wel", "150.00", "jaar")
    assert mee["tot_en_met"] is True
    assert mee["aanvragen"]["url"] == "https://voorbeeldstad.example/meedoen"
    assert mee["aanvragen"]["hoe"].startswith("U vraagt het aan met DigiD.")
    assert "belastingaanslag" in uit["ontbrekende_feiten"]["kwijtschelding"]


def test_a_scheme_of_one_gemeente_is_unknown_in_another(huis: Huis) -> None:
    eigen = ["voorbeeldstad:computer"]
    uit = bereken(huis, feiten=ALLEEN, gemeente="voorbeeldstad", regelingen=eigen)
    assert [u["titel"] for u in uit["uitkomsten"]] == ["Computer voor school"]
    for gemeente in ("tilburg", None):
        antwoord = huis.client.post(
            "/api/v1/berekening", json={"feiten": ALLEEN, "gemeente": gemeente, "regelingen": eigen}
        )
        assert antwoord.status_code == 422
        assert antwoord.json()["fouten"][0]["veld"] == "regelingen.0"


def test_doubt_about_a_local_amount_is_told_with_the_number_to_call(huis: Huis) -> None:
    feiten = {**ALLEEN, "inkomen_soort": "bijstand", "vermogen_nu": 500}
    (uit,) = bereken(
        huis, feiten=feiten, gemeente="tilburg", regelingen=["meedoenregeling"], peildatum="2026-11-20"
    )["uitkomsten"]
    assert (uit["recht"], uit["bedrag_per_keer"], uit["bedrag_per_jaar"]) == (
        "waarschijnlijk_wel",
        None,
        None,
    )
    (twijfel,) = (r["tekst"] for r in uit["let_op"] if r["code"] == "bedrag_onzeker")
    assert "2025" in twijfel
    assert "14 013" in twijfel


@pytest.mark.parametrize("regeling", ["aio", "ioaw", "ioaz"])
def test_of_one_person_nothing_is_said_about_a_partner(huis: Huis, regeling: str) -> None:
    werkt = ALLEEN | {"inkomen_soort": "loon", "inkomen_jaar": "30000.00"}
    samen = werkt | {"partner": True, "leeftijd_partner": 41, "inkomen_partner_jaar": "12000.00"}
    (een,) = bereken(huis, feiten=werkt, regelingen=[regeling])["uitkomsten"]
    (twee,) = bereken(huis, feiten=samen, regelingen=[regeling])["uitkomsten"]
    assert not any("partner" in reden["tekst"] for reden in een["redenen"])
    assert any("partner" in reden["tekst"] for reden in twee["redenen"])
