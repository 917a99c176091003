"""Contact asked for in words over the real processes: handed over, told in the talk, and the talk goes on."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from ops.huis import Huis
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER, ALLEENSTAANDE_OUDER_BEDRAGEN
from tests.keten.hulp import in_database, in_logs
from tests.keten.klant import Klant


def test_asked_for_handed_over_and_on_with_the_check(huis: Huis, gesprek: Callable[[], Klant]) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("vermogen", ALLEENSTAANDE_OUDER)
    klant.zeg("kan iemand mij bellen")
    bubbel = klant.berichten[0]
    assert (bubbel["soort"], bubbel["onderwerp"]) == ("overdracht", "medewerker")
    assert klant.open == ("vermogen", None)

    vraag = {
        "id": str(uuid.uuid4()),
        "onderwerp": bubbel["onderwerp"],
        "naam": "Noor Verzonnen",
        "telefoon": "0698765432",
        "bericht": "Mag ik de kachelkwestie uitleggen?",
    }
    gezien = klant.http.post(f"{klant.pad}/overdracht/voorbeeld", json=vraag).json()
    ja = {"versie": gezien["toestemming"]["versie"], "gegeven": True}
    weg = klant.http.post(f"{klant.pad}/overdracht", json=vraag | {"toestemming": ja})
    assert weg.status_code == 201, weg.text

    *_, gezegd, opnieuw = klant.stand()["berichten"]
    assert "onderweg naar Team Inkomen van Voorbeeldstad" in gezegd["tekst"]
    assert (opnieuw["vraag"], klant.stand()["open_vraag"]["id"]) == ("vermogen", opnieuw["id"])
    eerst = klant.stand()["berichten"]
    assert klant.http.post(f"{klant.pad}/overdracht", json=vraag | {"toestemming": ja}).json() == weg.json()
    assert klant.stand()["berichten"] == eerst

    # This window did not fetch the talk again: its question is still answered.
    klant.tot_het_einde(ALLEENSTAANDE_OUDER)
    assert klant.bedragen() == ALLEENSTAANDE_OUDER_BEDRAGEN
    geheim = ("0698765432", "kachelkwestie", "Noor Verzonnen")
    assert in_database(huis, *geheim, weg.json()["intrekcode"]) == []
    assert in_logs(huis, *geheim, weg.json()["intrekcode"], weg.json()["kenmerk"]) == []
