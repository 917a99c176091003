"""What staff do with a request is what the resident reads, on every page that tells it."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest

from actions.overdracht import postvak
from actions.overdracht.bewaartermijn import ruim_op
from actions.overdracht.postvak import Beller
from actions.overdracht.rijen import Stand
from tests.overdracht.conftest import Huis
from tests.overdracht.test_bezorger import maak_bezorger

ANS = Beller(1, "Ans")


def test_every_state_has_words(huis: Huis) -> None:
    teksten = huis.bronnen.inhoud.teksten()
    for stand in get_args(Stand):
        assert f"overdracht.stand.{stand}" in teksten
        assert f"contact.kop_{stand}" in teksten


@pytest.mark.parametrize(
    ("stand", "kop"),
    [
        ("afgehandeld", "Uw vraag is afgehandeld"),
        ("gewist", "De gemeente heeft uw vraag gewist"),
        ("verlopen", "Niemand heeft uw vraag behandeld"),
    ],
)
def test_the_resident_reads_what_became_of_it(huis: Huis, stand: Stand, kop: str) -> None:
    uit = huis.ingediend()
    maak_bezorger(huis).ronde()
    with huis.bronnen.opslag.schrijf() as verbinding:
        if stand == "afgehandeld":
            postvak.handel_af(verbinding, uit["kenmerk"], 0, ANS, huis.klok.nu, timedelta(days=7), set())
        elif stand == "gewist":
            postvak.wis_vraag(verbinding, uit["kenmerk"], 0, ANS, set())
    if stand == "verlopen":
        huis.klok.verder(days=28)
        ruim_op(huis.bronnen.opslag, huis.klok.nu)
    blad = huis.client.post(
        "/intrekken", data={"stap": "kijk", "kenmerk": uit["kenmerk"], "code": uit["intrekcode"]}
    )
    assert blad.status_code == 200
    assert kop in blad.text
    # As long as something of it is kept, it can be stopped.
    assert ('value="stop"' in blad.text) == (stand == "afgehandeld")
    assert ("Bel zelf met" in blad.text) == (stand != "afgehandeld")
    assert "neemt contact met u op" not in blad.text


def test_the_contact_page_promises_no_call_any_more(huis: Huis) -> None:
    token = huis.gesprek()
    uit = huis.stuur(token).json()
    maak_bezorger(huis).ronde()
    assert "dinsdag 24 november" in huis.client.get(f"/contact/{token}").text
    with huis.bronnen.opslag.schrijf() as verbinding:
        postvak.handel_af(verbinding, uit["kenmerk"], 0, ANS, huis.klok.nu, timedelta(days=7), set())
    blad = huis.client.get(f"/contact/{token}").text
    assert "Uw vraag is afgehandeld" in blad
    assert "dinsdag 24 november" not in blad
    assert 'value="stop"' in blad
