"""A gemeente laid over its regions, as a pure function and through `Inhoud` while files change."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import content
from content.fouten import InhoudFout
from content.inhoud import Inhoud
from content.lokaal.erven import los_op
from content.lokaal.regeling import LOKAAL
from content.parameters import Parameters, laad_parameters

from . import conftest as goed
from .lokaal import REGELING, gemeente, regio, ruw
from .test_inhoud import Klok

ECHT = Path(content.__file__).parent
CONTACT = {
    "telefoon": "14 0001", "openingstijden": "elke dag", "adres": "Plein 2", "website": "https://regio.example",
}  # fmt: skip


def hulp(naam: str) -> dict[str, Any]:
    return {"naam": naam, "wat": "Hulp.", "waar": "Hier", "wanneer": "altijd"}


def test_own_schemes_win_as_a_whole_and_null_switches_off() -> None:
    regios = {
        "land": regio(
            "land",
            contact=CONTACT,
            hulp_dichtbij=[hulp("Land")],
            regelingen={
                "gratis-ov": ruw(titel="Bus van het land"),
                "energiekosten": ruw(leeftijd={"van": 18}),
                "voedselbank": ruw(),
            },
        ),
        "dienst": regio("dienst", hulp_dichtbij=[hulp("Dienst")], regelingen={"gratis-ov": ruw(titel="Bus")}),
    }
    eigen = {"energiekosten": ruw(), "voedselbank": None, "proefstad:fiets": ruw()}
    een = los_op(gemeente(erft=["land", "dienst"], regelingen=eigen, hulp_dichtbij=[hulp("Wijk")]), regios)
    waar = {id: (r.bestand, r.contact.telefoon) for id, r in een.regelingen.items()}
    assert waar == {
        "gratis-ov": ("regios/dienst.yml", "14 0000"),
        "energiekosten": ("gemeenten/proefstad.yml", "14 0000"),
        "proefstad:fiets": ("gemeenten/proefstad.yml", "14 0000"),
    }
    # Not field by field: the age of the inherited scheme is gone.
    assert een.regelingen["energiekosten"].data.leeftijd is None
    assert [h.naam for h in een.hulp_dichtbij] == ["Wijk", "Dienst", "Land"]
    # The other way around the other region is on top, with its own contact.
    anders = los_op(gemeente(erft=["dienst", "land"]), regios).regelingen["gratis-ov"]
    assert (anders.data.titel, anders.contact.telefoon) == ("Bus van het land", "14 0001")


def test_regions_inherit_too_and_each_counts_once() -> None:
    regios = {
        "top": regio("top", regelingen={"gratis-ov": ruw(titel="Top")}),
        "links": regio("links", erft=["top"], regelingen={"gratis-ov": ruw(titel="Links")}),
        "rechts": regio("rechts", erft=["top"]),
    }
    een = los_op(gemeente(erft=["links", "rechts"]), regios)
    assert [laag.id for laag in een.lagen] == ["top", "links", "rechts"]
    assert een.regelingen["gratis-ov"].data.titel == "Links"


LEEG_VOORBEELD = {"naam": "x", "peildatum": date(2026, 1, 1), "feiten": {}}
FOUT: dict[str, tuple[dict[str, Any], dict[str, dict[str, Any]], str]] = {
    "unknown": ({"erft": ["weg"]}, {}, "gemeenten/proefstad.yml:erft: de regio 'weg' bestaat niet"),
    "unknown above": ({"erft": ["a"]}, {"a": {"erft": ["weg"]}}, "regios/a.yml:erft: de regio 'weg' bestaat niet"),
    "circle": (
        {"erft": ["a"]},
        {"a": {"erft": ["b"]}, "b": {"erft": ["a"]}},
        "regios/b.yml:erft: deze regio's erven van elkaar in een kring: a → b → a",
    ),
    "itself": ({"erft": ["a"]}, {"a": {"erft": ["a"]}}, "in een kring: a → a"),
    "nothing to switch off": ({"regelingen": {"voedselbank": None}}, {}, "hier is niets om uit te zetten"),
    "foreign name": (
        {"regelingen": {"elders:fiets": ruw()}},
        {},
        "regelingen.elders:fiets: een eigen regeling heet hier proefstad:<naam>",
    ),
    "invented region": ({"cbs_code": "GM0001", "erft": ["a"]}, {"a": {"verzonnen": True}}, "de regio 'a' is verzonnen"),
    "invented scheme": (
        {"cbs_code": "GM0001", "regelingen": {"voedselbank": ruw(zekerheid="verzonnen")}},
        {},
        "gemeenten/proefstad.yml:regelingen.voedselbank.zekerheid: verzonnen, maar Proefstad bestaat echt",
    ),
    "example": (
        {"voorbeelden": [{**LEEG_VOORBEELD, "verwacht": {"voedselbank": {"recht": "onbekend"}}}]},
        {},
        "voorbeelden.1.verwacht.voedselbank: deze regeling heeft de gemeente niet",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("velden", "regios", "melding"), FOUT.values(), ids=FOUT)
def test_fault(velden: dict[str, Any], regios: dict[str, dict[str, Any]], melding: str) -> None:
    with pytest.raises(InhoudFout) as gevangen:
        los_op(gemeente(**velden), {id: regio(id, **meer) for id, meer in regios.items()})
    (fout,) = gevangen.value.fouten
    assert melding in str(fout)


def test_the_scheme_of_a_region_can_be_switched_off_by_its_own_name() -> None:
    land = regio("land", regelingen={"land:fiets": ruw()})
    assert list(los_op(gemeente(erft=["land"]), {"land": land}).regelingen) == ["land:fiets"]
    assert not los_op(gemeente(erft=["land"], regelingen={"land:fiets": None}), {"land": land}).regelingen


@pytest.fixture
def met_regio(map_: Path) -> Path:
    (map_ / "regios").mkdir()
    ingesprongen = REGELING.replace("\n", "\n    ").rstrip()
    (map_ / "regios/land.yml").write_text(
        f"id: land\nnaam: Land\nregelingen:\n  meedoenregeling:\n    {ingesprongen}\n", encoding="utf-8"
    )
    (map_ / "gemeenten/proefstad.yml").write_text(f"{goed.GEMEENTE}erft: [land]\n", encoding="utf-8")
    return map_


def test_an_edit_of_a_region_reaches_the_gemeente(met_regio: Path, parameters: Parameters) -> None:
    klok = Klok()
    inhoud = Inhoud(met_regio, parameters, klok=klok)
    eerste = inhoud.lokaal("proefstad")
    assert eerste is not None
    assert eerste.gemeente is inhoud.gemeente("proefstad")
    assert inhoud.lokaal("elders") is None
    # Another file changes nothing: what is worked out from a gemeente can be kept.
    (met_regio / "teksten/nieuw.yml").write_text("a: Nieuw.\n", encoding="utf-8")
    klok.nu += 2
    assert inhoud.tekst("nieuw.a") == "Nieuw."
    assert inhoud.lokaal("proefstad") is eerste
    pad = met_regio / "regios/land.yml"
    pad.write_text(pad.read_text(encoding="utf-8").replace("375.00", "1400.00"), encoding="utf-8")
    klok.nu += 2
    nieuw = inhoud.lokaal("proefstad")
    assert nieuw is not None
    assert nieuw.regelingen["meedoenregeling"].data.bedragen[0].bedrag == 1400


def test_a_gemeente_that_loses_its_region_stays_as_it_was(
    met_regio: Path, parameters: Parameters, caplog: pytest.LogCaptureFixture
) -> None:
    klok = Klok()
    inhoud = Inhoud(met_regio, parameters, klok=klok)
    (met_regio / "regios/land.yml").unlink()
    klok.nu += 2
    with caplog.at_level(logging.ERROR):
        een = inhoud.lokaal("proefstad")
    assert een is not None
    assert list(een.regelingen) == ["meedoenregeling"]
    assert inhoud.gemeente("proefstad") is een.gemeente
    assert "gemeenten/proefstad.yml:erft: de regio 'land' bestaat niet" in caplog.text
    with pytest.raises(InhoudFout, match=r"'land' bestaat niet in content/regios \(regel 6\)"):
        Inhoud(met_regio, parameters)


def test_a_broken_region_is_said_once_at_its_own_line(met_regio: Path, parameters: Parameters) -> None:
    pad = met_regio / "regios/land.yml"
    pad.write_text(pad.read_text(encoding="utf-8").replace("ritme: jaar", "ritme: week"), encoding="utf-8")
    with pytest.raises(InhoudFout) as gevangen:
        Inhoud(met_regio, parameters)
    (fout,) = gevangen.value.fouten
    assert str(fout).startswith(
        "regios/land.yml:regelingen.meedoenregeling.ritme: dit kan niet; kies uit 'maand'"
    )
    assert fout.regelnummer == 9


def test_voorbeeldstad_has_every_local_scheme() -> None:
    een = Inhoud(ECHT, laad_parameters(ECHT / "parameters")).lokaal("voorbeeldstad")
    assert een is not None
    assert set(LOKAAL) <= een.regelingen.keys()
    bestanden = {r.bestand for r in een.regelingen.values()}
    assert bestanden == {"gemeenten/voorbeeldstad.yml", "regios/regio-voorbeeldland.yml"}
    assert {r.data.zekerheid for r in een.regelingen.values()} == {"verzonnen"}
    assert all("erzonnen" in bron.naam for r in een.regelingen.values() for bron in r.data.bron)
    assert "regio-voorbeeldland:fietsplan" not in een.regelingen
