"""The files of changes in a life: their form, and that they fit the facts and the contract."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from actions.regels.feiten import FEITEN
from content.gebeurtenis import VAN_PARTNER, Als, Bijzonder, Gebeurtenis, Inkomen, Kies, Vervalt, Vraag, Zet
from content.inhoud import Inhoud
from content.parameters import laad_parameters

MAP = Path(__file__).parents[2] / "content"
DAG = date(2026, 12, 1)
NAMEN = {"persoon": "uw moeder", "Persoon": "Uw moeder", "zij": "zij", "Zij": "Zij"}
GOED: dict[str, Any] = {
    "id": "feest",
    "titel": "Een feest",
    "knop": "Feest",
    "bevestig": "Er komt een feest.",
    "wanneer": "Wanneer is het feest?",
    "stappen": [{"doe": "zet", "feiten": {"partner": False}}],
}


@pytest.fixture(scope="module")
def inhoud() -> Inhoud:
    return Inhoud(MAP, laad_parameters(MAP / "parameters"))


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"wanneer": None}, "heeft 'wanneer' en 'stappen' nodig"),
        ({"uitrekenen": False}, "zonder uitrekenen"),
        ({"bevestig": "U geeft een feest."}, "'ander.bevestig' ontbreekt"),
        ({"stappen": [{"doe": "dans"}]}, "dans"),
        ({"stappen": [{"doe": "vervalt", "feiten": []}]}, "at least 1"),
        (
            {"stappen": [{"doe": "vervalt", "feiten": ["partner"], "als": [{"kies": "x"}]}]},
            "niet eerder gevraagd",
        ),
        ({"stappen": [{"doe": "vervalt", "feiten": ["partner"], "als": [{}]}]}, "'feit' of 'kies'"),
        (
            {"stappen": [{"doe": "vraag", "feit": "partner", "vraag": "Heeft u taart?"}]},
            "'ander.vraag' ontbreekt",
        ),
        ({"stappen": [{"doe": "inkomen"}]}, "'vraag' of 'bedrag'"),
    ],
)
def test_wat_niet_kan(anders: dict[str, Any], melding: str) -> None:
    Gebeurtenis.model_validate(GOED)
    with pytest.raises(ValidationError, match=melding):
        Gebeurtenis.model_validate({**GOED, **anders})


@pytest.mark.parametrize(
    ("als", "geldt"),
    [
        ({"feit": "partner"}, True),
        ({"feit": "partner", "is": False}, False),
        ({"feit": "leeftijd", "minstens": 18}, True),
        ({"feit": "leeftijd", "minstens": 67}, False),
        ({"feit": "kinderen", "minstens": 1}, True),
        ({"feit": "kinderen", "minstens": 3}, False),
        ({"feit": "woonsituatie", "is": ["huur_kamer", "koop"]}, True),
        ({"feit": "woonsituatie", "is": "inwonend"}, False),
        ({"feit": "kale_huur", "minstens": 1}, False),
        ({"feit": "vermogen", "minstens": 1}, False),
        ({"kies": "verhuist"}, True),
        ({"kies": "verhuist", "is": False}, False),
        ({"kies": "anders"}, False),
    ],
)
def test_voorwaarde(als: dict[str, Any], geldt: bool) -> None:
    feiten = {
        "partner": True,
        "leeftijd": 44,
        "kinderen": [3, 5],
        "woonsituatie": "koop",
        "vermogen": "weet_niet",
    }
    assert Als.model_validate(als).geldt(feiten, {"verhuist": True}) is geldt


def test_ook_over_een_ander(inhoud: Inhoud) -> None:
    """No text of a change says "u" when the talk is about somebody else, but in the name of that person."""
    for een in inhoud.gebeurtenissen().values():
        over = een.over(NAMEN)
        for bron in (over, *(stap for stap in over.stappen if isinstance(stap, Vraag | Kies | Inkomen))):
            for veld in type(bron.ander).model_fields:
                tekst = getattr(bron, veld) or ""
                for al in (True, False):
                    gezegd = inhoud.render(
                        tekst, datum=DAG, gemeente="voorbeeldstad", al=al, eerste=DAG, vanaf="1 december 2026"
                    )
                    assert " u " not in f" {gezegd.lower()} ".replace("uw moeder", ""), (een.id, veld)


CONTRACT = {
    "kind-geboren",
    "samenwonen",
    "uit-elkaar",
    "verhuizen",
    "baan-kwijt",
    "meer-verdienen",
    "minder-verdienen",
    "kind-wordt-18",
    "zelf-18",
    "met-pensioen",
    "partner-overleden",
    "arbeidsongeschikt",
    "ww-loopt-af",
    "mantelzorg",
    "nieuw-in-nederland",
    "vermogen-erbij",
}


def test_alle_van_het_contract(inhoud: Inhoud) -> None:
    assert set(inhoud.gebeurtenissen()) == CONTRACT


@pytest.mark.parametrize("id", ["uit-elkaar", "partner-overleden"])
def test_wie_alleen_verder_gaat_heeft_geen_feiten_van_een_partner(inhoud: Inhoud, id: str) -> None:
    """Left behind, one of them would count as of somebody who is not there."""
    weg = {f for stap in inhoud.gebeurtenis(id).stappen if isinstance(stap, Vervalt) for f in stap.feiten}
    assert {feit for feit in FEITEN if "partner" in feit} - {"partner"} <= weg


def test_van_de_partner(inhoud: Inhoud) -> None:
    """Of the partner the same steps, with the partner's facts: none of the resident's own is touched."""
    eigen = {feit for feit in FEITEN if VAN_PARTNER.get(feit) in FEITEN}
    gezien = 0
    for een in inhoud.gebeurtenissen().values():
        if een.van_wie is None:
            continue
        gezien += 1
        partner = een.van_partner()
        feiten = {feit for _, feit in partner.feiten()}
        assert feiten & set(VAN_PARTNER.values()), een.id
        assert not feiten & eigen, een.id
        assert all(s.feit == "inkomen_partner_jaar" for s in partner.stappen if isinstance(s, Inkomen))
        assert [s.doe for s in partner.stappen] == [s.doe for s in een.stappen]
    assert gezien >= 5


def test_wat_wordt_gezet_past_bij_het_feit(inhoud: Inhoud) -> None:
    for een in inhoud.gebeurtenissen().values():
        for stap in een.stappen:
            if isinstance(stap, Zet):
                for feit, waarde in stap.feiten.items():
                    soort = FEITEN[feit].type
                    if isinstance(waarde, Bijzonder):
                        assert soort in ("leeftijd", "datum")
                    else:
                        assert soort == {bool: "ja_nee", int: "leeftijd", str: "keuze"}[type(waarde)]
                        assert not isinstance(waarde, str) or waarde in FEITEN[feit].keuzes
            for als in stap.als:
                keuzes = FEITEN[als.feit].keuzes if als.feit else ()
                gezegd = als.is_ if isinstance(als.is_, tuple) else (als.is_,)
                assert not keuzes or set(gezegd) <= set(keuzes), (een.id, gezegd)


def test_eigen_woorden_bij_een_gewone_vraag(inhoud: Inhoud) -> None:
    gewoon = inhoud.vraag("woonsituatie")
    stap = next(
        s
        for s in inhoud.gebeurtenis("verhuizen").stappen
        if isinstance(s, Vraag) and s.feit == "woonsituatie"
    )
    anders = stap.bij(gewoon)
    assert anders.vraag == stap.vraag == anders.kort
    assert anders.keuzes == gewoon.keuzes
    assert stap.model_copy(update={"vraag": None}).bij(gewoon) == gewoon
