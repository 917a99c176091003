"""Comparing two situations over the wire (public contract, section 2c), with the real rules and words."""

from __future__ import annotations

from typing import Any

import pytest

from actions.contract_vergelijken import Vergelijking
from tests.web.conftest import Huis

ALLEEN: dict[str, Any] = {
    "leeftijd": 40,
    "partner": False,
    "kinderen": [],
    "medebewoners": [],
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "650",
    "inkomen_jaar": "24000.00",
    "inkomen_soort": "loon",
    "vermogen": 1000,
}
SAMEN = {**ALLEEN, "partner": True, "leeftijd_partner": 41, "inkomen_partner_jaar": "30000"}
VRAAG: dict[str, Any] = {"peildatum": "2026-11-20", "ingangsdatum": "2026-12-15", "voor": ALLEEN, "na": SAMEN}


def vergelijk(huis: Huis, **lichaam: Any) -> Any:
    antwoord = huis.client.post("/api/v1/vergelijking", json={**VRAAG, **lichaam})
    assert antwoord.status_code == 200, antwoord.text
    Vergelijking.model_validate(antwoord.json())
    return antwoord.json()


def test_moving_in_together_next_month(huis: Huis) -> None:
    """Two with 54,000 are above both limits; from 1 January, so nothing changes this year."""
    uit = vergelijk(huis, verandering="samenwonen", gemeente="voorbeeldstad")
    zorg = next(v for v in uit["verschillen"] if v["regeling"] == "zorgtoeslag")
    assert zorg | {"reden": ""} == {
        "regeling": "zorgtoeslag",
        "titel": "Zorgtoeslag",
        "voor": "129.00",
        "na": "0.00",
        "verschil_per_maand": "-129.00",
        "vanaf": "2027-01-01",
        "werkt": "vanaf_maand",
        "al_te_veel_ontvangen": None,
        "reden": "",
        "recht_voor": "waarschijnlijk_wel",
        "recht_na": "waarschijnlijk_niet",
        "ritme": "maand",
        "voor_per_keer": "129.00",
        "na_per_keer": "0.00",
        "schatting": True,  # the amounts of 2027 are not known
    }
    assert zorg["reden"] == (
        "U krijgt dit dan waarschijnlijk niet meer. Dat komt door uw partner. "
        "Het inkomen is te hoog. Er blijft dan geen toeslag over."
    )
    assert uit["totaal_per_maand"] == {"voor": "510.00", "na": "0.00", "verschil": "-510.00"}  # 129 + 381
    assert uit["dit_jaar"] == {"verschil": "0.00", "tot_en_met": "2026-12-31"}
    assert uit["melden"] == [
        {
            "bij": "Dienst Toeslagen",
            "wat": "Geef aan Dienst Toeslagen door dat u samenwoont of trouwt.",
            "uiterlijk": "2027-01-12",
            "termijn": "binnen 4 weken",
        }
    ]
    assert uit["nieuw_aanvragen"] == []
    assert uit["vol_jaar"]["verschil"] == "-6127.00"  # 1,550 + 4,577
    codes = {r["code"]: r["tekst"] for r in uit["let_op"]}
    assert codes.keys() >= {"stop_op_tijd", "volgend_jaar", "regels_van_eerder_jaar"}
    assert "zorgtoeslag, huurtoeslag" in codes["stop_op_tijd"]


def test_a_lower_income_gives_a_right_to_apply_for(huis: Huis) -> None:
    uit = vergelijk(huis, voor={**ALLEEN, "inkomen_jaar": "60000"}, na=ALLEEN, ingangsdatum="2026-06-01")
    nieuw = {n["regeling"]: n for n in uit["nieuw_aanvragen"]}
    assert nieuw["zorgtoeslag"] == {
        "regeling": "zorgtoeslag",
        "uiterlijk": "2027-12-31",
        "titel": "Zorgtoeslag",
        "bij": "Dienst Toeslagen",
        "url": "https://www.toeslagen.nl",
    }
    zorg = next(v for v in uit["verschillen"] if v["regeling"] == "zorgtoeslag")
    assert (zorg["werkt"], zorg["vanaf"]) == ("heel_jaar", "2026-01-01")
    assert zorg["reden"].endswith("Ook de maanden die al voorbij zijn, tellen mee.")
    assert uit["melden"] == []  # what is new is asked for


def test_what_was_received_too_much_and_a_day_that_has_passed(huis: Huis) -> None:
    na = {**ALLEEN, "inkomen_jaar": "30000"}
    uit = vergelijk(huis, na=na, ingangsdatum="2026-07-01", vol_jaar={"inkomen_jaar": "36000"})
    zorg = next(v for v in uit["verschillen"] if v["regeling"] == "zorgtoeslag")
    assert zorg["al_te_veel_ontvangen"] == "33.00"  # 11 months of 3
    (melding,) = uit["melden"]
    assert (melding["uiterlijk"], melding["termijn"]) == ("2026-07-29", "zo snel mogelijk")
    assert melding["wat"] == "Geef aan Dienst Toeslagen door wat uw nieuwe inkomen is."
    assert "1.518 euro" in uit["let_op"][0]["tekst"]  # 33, and 11 months of 135 huurtoeslag


def test_the_gemeente_wants_to_know_at_once(huis: Huis) -> None:
    bijstand = {**ALLEEN, "inkomen_soort": "bijstand"}
    del bijstand["inkomen_jaar"]
    uit = vergelijk(huis, voor=bijstand, na=ALLEEN, gemeente="voorbeeldstad", verandering="meer-verdienen")
    assert [(m["bij"], m["uiterlijk"], m["termijn"]) for m in uit["melden"]] == [
        ("Dienst Toeslagen", "2027-01-12", "binnen 4 weken"),
        ("Voorbeeldstad", None, "meteen"),
    ]


def test_only_the_schemes_asked_for_and_today_when_no_date_is_given(huis: Huis) -> None:
    uit = vergelijk(huis, regelingen=["zorgtoeslag"], peildatum=None, ingangsdatum="2026-12-01")
    assert [v["regeling"] for v in uit["verschillen"]] == ["zorgtoeslag"]


@pytest.mark.parametrize(
    ("lichaam", "veld"),
    [
        ({"verandering": "loterij"}, "verandering"),
        ({"ingangsdatum": "15-12-2026"}, "ingangsdatum"),
        ({"ingangsdatum": "2026-02-30"}, "ingangsdatum"),
        ({"ingangsdatum": None}, "ingangsdatum"),
        ({"ingangsdatum": "2126-01-01"}, "ingangsdatum"),
        ({"ingangsdatum": "9999-12-31", "peildatum": "9999-12-31"}, "ingangsdatum"),
        ({"ingangsdatum": "0001-01-01", "peildatum": "0001-01-01"}, "ingangsdatum"),
        ({"peildatum": "20261120"}, "peildatum"),
        ({"gemeente": "nergenshuizen"}, "gemeente"),
        ({"regelingen": ["gratis-geld"]}, "regelingen.0"),
        ({"voor": {"kale_huur": "-1"}}, "voor.kale_huur"),
        ({"na": {"schoenmaat": 42}}, "na.schoenmaat"),
        ({"na": {"medebewoners": [{"leeftijd": 40}]}}, "na.medebewoners.0.inkomen_jaar"),
        ({"na": {"leeftijd": 40, "geboortemaand": "1950-01"}}, "na.leeftijd"),
        ({"voor": {"kinderen": [4] * 21}}, "voor.kinderen"),
        ({"vol_jaar": {"kale_huur": "1.001"}}, "vol_jaar.kale_huur"),
        ({"voor": []}, "voor"),
        ({"feiten": {}}, "feiten"),
    ],
)
def test_wrong_bodies_name_the_field(huis: Huis, lichaam: dict[str, Any], veld: str) -> None:
    antwoord = huis.client.post("/api/v1/vergelijking", json={**VRAAG, **lichaam})
    assert antwoord.status_code == 422, antwoord.text
    fouten = {fout["veld"]: fout["reden"] for fout in antwoord.json()["fouten"]}
    assert veld in fouten
    assert all(reden.endswith((".", "?")) for reden in fouten.values())


def test_every_wrong_field_of_both_at_once(huis: Huis) -> None:
    lichaam = {**VRAAG, "voor": {"kale_huur": "-1"}, "na": {"leeftijd": 300}}
    fouten = huis.client.post("/api/v1/vergelijking", json=lichaam).json()["fouten"]
    assert [fout["veld"] for fout in fouten] == ["voor.kale_huur", "na.leeftijd"]
