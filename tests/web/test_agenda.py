"""The dates of a comparison as a calendar file: read back with a calendar's own eyes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from actions.contract import naar_json
from actions.contract_vergelijken import Melding, Vergelijking
from actions.gesprek.opslag import gesprek_id
from tests.gesprek.krommen import vergelijking
from tests.web.conftest import Huis
from tests.web.staten import met_extra
from web.koppen import KOPPEN

BASIS = "/api/v1/gesprekken"


def _dagen(bestand: bytes) -> dict[str, Any]:
    return {str(een["summary"]): een for een in Calendar.from_ical(bestand).walk("VEVENT")}


def test_elke_datum_een_hele_dag_met_wekker(huis: Huis) -> None:
    token = met_extra(huis, vergelijking=naar_json(vergelijking()))
    antwoord = huis.client.get(f"{BASIS}/{token}/agenda")
    assert antwoord.status_code == 200
    assert antwoord.headers["content-type"] == "text/calendar; charset=utf-8"
    assert antwoord.headers["content-disposition"] == 'attachment; filename="rechtop.ics"'
    assert {kop: antwoord.headers[kop] for kop in KOPPEN} == dict(KOPPEN)
    dagen = _dagen(antwoord.content)
    assert {kop: een["dtstart"].dt for kop, een in dagen.items()} == {
        "Laatste dag: Kinderopvangtoeslag aanvragen": date(2027, 3, 31),
        "Laatste dag: doorgeven aan Dienst Toeslagen": date(2027, 1, 12),
    }
    for een in dagen.values():
        assert not hasattr(een["dtstart"].dt, "hour"), "a whole day"
        assert een["dtend"].dt - een["dtstart"].dt == timedelta(days=1)
        assert [w["trigger"].dt for w in een.walk("VALARM")] == [
            timedelta(days=-6, hours=-15),
            timedelta(hours=-15),
        ]
        assert een["class"] == "PRIVATE"
    uitleg = str(dagen["Laatste dag: Kinderopvangtoeslag aanvragen"]["description"])
    assert "https://www.toeslagen.nl/" in uitleg


def test_niets_van_iemands_leven(huis: Huis) -> None:
    token = met_extra(huis, vergelijking=naar_json(vergelijking()), feiten={"leeftijd": 34})
    bestand = huis.client.get(f"{BASIS}/{token}/agenda").content.decode()
    regels = bestand.replace("\r\n ", "").lower().splitlines()
    # A UID is a hash of its own for each talk: any three digits may stand in it.
    plat = "\n".join(regel for regel in regels if not regel.startswith("uid:"))
    assert len(plat.splitlines()) < len(regels)
    assert not [wie for wie in (token, gesprek_id(token)) if wie.lower() in bestand.lower()]
    for woord in ("samenwoon", "partner", "voorbeeldstad", "129", "euro"):
        assert woord not in plat


def test_uid_blijft_ook_als_de_datum_verschuift(huis: Huis) -> None:
    eerst = vergelijking()
    token = met_extra(huis, vergelijking=naar_json(eerst))
    voor = _dagen(huis.client.get(f"{BASIS}/{token}/agenda").content)
    weer = _dagen(huis.client.get(f"{BASIS}/{token}/agenda").content)
    assert {k: str(e["uid"]) for k, e in voor.items()} == {k: str(e["uid"]) for k, e in weer.items()}
    (nieuw,) = eerst.nieuw_aanvragen
    later = eerst.model_copy(
        update={"nieuw_aanvragen": [nieuw.model_copy(update={"uiterlijk": "2027-04-30"})]}
    )
    met_extra(huis, token, vergelijking=naar_json(later))
    na = _dagen(huis.client.get(f"{BASIS}/{token}/agenda").content)
    kop = "Laatste dag: Kinderopvangtoeslag aanvragen"
    assert na[kop]["dtstart"].dt == date(2027, 4, 30)
    assert na[kop]["uid"] == voor[kop]["uid"]
    assert len({str(e["uid"]) for e in na.values()}) == len(na)
    ander = met_extra(huis, vergelijking=naar_json(eerst))
    anders = _dagen(huis.client.get(f"{BASIS}/{ander}/agenda").content)
    assert anders[kop]["uid"] != voor[kop]["uid"], "two talks in one calendar stay apart"


def _met(**velden: Any) -> dict[str, Any]:
    return naar_json(Vergelijking.model_validate({**vergelijking().model_dump(), **velden}))


def test_voorbij_is_voorbij_en_dubbel_is_een(huis: Huis) -> None:
    def meld(dag: str | None, wat: str) -> dict[str, Any]:
        return Melding(bij="de SVB", wat=wat, uiterlijk=dag, termijn="snel").model_dump()

    melden = [meld("2026-11-19", "a"), meld("2026-11-20", "b"), meld("2026-11-20", "c"), meld(None, "d")]
    token = met_extra(huis, vergelijking=_met(melden=melden, nieuw_aanvragen=[]))
    (een,) = _dagen(huis.client.get(f"{BASIS}/{token}/agenda").content).values()
    assert een["dtstart"].dt == date(2026, 11, 20), "today is not too late"


def test_zonder_datums_is_er_geen_bestand(huis: Huis) -> None:
    leeg = met_extra(huis, vergelijking=_met(melden=[], nieuw_aanvragen=[]))
    for token in (huis.begin(), leeg):
        antwoord = huis.client.get(f"{BASIS}/{token}/agenda")
        assert antwoord.status_code == 404
        assert antwoord.json()["code"] == "geen_agenda"
        assert antwoord.json()["detail"] == "Er zijn in dit gesprek geen datums voor uw agenda."


def test_onbekend_gesprek(huis: Huis) -> None:
    token = met_extra(huis, vergelijking=naar_json(vergelijking()))
    assert huis.client.delete(f"{BASIS}/{token}").status_code == 204
    for wie in (token, "a" * 43, "kort"):
        antwoord = huis.client.get(f"{BASIS}/{wie}/agenda")
        assert antwoord.status_code == 404
        assert antwoord.json()["code"] == "gesprek_onbekend"


def test_staat_in_de_beschrijving(huis: Huis) -> None:
    paden = huis.client.get("/openapi.json").json()["paths"]
    antwoord = paden[f"{BASIS}/{{gesprek}}/agenda"]["get"]["responses"]["200"]
    assert "text/calendar" in antwoord["content"]
