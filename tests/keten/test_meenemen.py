"""A talk that is begun on one device and ended on another, over the real processes. And no secret of it in any log."""

from __future__ import annotations

import copy
from collections.abc import Callable
from hashlib import sha256

import httpx

from ops.huis import Huis
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER, ALLEENSTAANDE_OUDER_BEDRAGEN
from tests.keten.hulp import in_database, in_logs
from tests.keten.klant import Klant, http_client

Nieuw = Callable[[], Klant]
_OPHALEN = "/api/v1/gesprekken/ophalen"


def _code(klant: Klant) -> str:
    antwoord = klant.http.post(f"{klant.pad}/meenemen")
    assert antwoord.status_code == 201, antwoord.text
    return str(antwoord.json()["code"])


def test_begun_on_one_device_ended_on_another(huis: Huis, gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.tot_vraag("vermogen", ALLEENSTAANDE_OUDER)
    code = _code(klant)
    assert in_database(huis, klant.token, code) == []
    with http_client(huis.web_url) as telefoon:
        opgehaald = telefoon.post(_OPHALEN, json={"code": f"{code[:4].lower()} {code[4:]}"}).json()
        assert (opgehaald["gesprek"], opgehaald["gemeente"]) == (klant.token, klant.gemeente)
        assert telefoon.post(_OPHALEN, json={"code": code}).status_code == 404
        elders = copy.copy(klant)
        elders.http = telefoon
        elders.tot_het_einde(ALLEENSTAANDE_OUDER)
        assert elders.bedragen() == klant.bedragen() == ALLEENSTAANDE_OUDER_BEDRAGEN
        # The first device still shows the question that the other one answered: a bare number is no answer to what came after.
        eerst = elders.feiten()
        klant.zeg("7")
        assert elders.feiten() == eerst
        assert klant.stand() == elders.stand()
        assert (
            telefoon.post(f"{klant.pad}/weg", content=b"", headers={"content-type": "text/plain"}).status_code
            == 204
        )
    assert klant.http.get(klant.pad).status_code == 404
    assert in_database(huis, sha256(klant.token.encode()).hexdigest()) == []


def test_no_call_leaves_the_token_or_the_code_in_a_log(
    huis: Huis, http: httpx.Client, gesprek: Nieuw
) -> None:
    """Every call and page that has the token in its address, by every method."""
    klant = gesprek()
    code = _code(klant)
    http.post(_OPHALEN, json={"code": code[::-1]})
    http.post(_OPHALEN, json={"code": [code]})
    http.get(f"{_OPHALEN}?code={code}")
    klant.klik("start")
    paden = [pad for pad in http.get("/openapi.json").json()["paths"] if "{gesprek}" in pad]
    assert len(paden) >= 7
    paden += ["/overzicht/{gesprek}", f"/zelfcheck/{klant.gemeente}/{{gesprek}}"]
    paden += [f"/zelfcheck/{klant.gemeente}/{{gesprek}}/{deel}" for deel in ("meenemen", "wissen", "weg")]
    adressen = [pad.replace("{gesprek}", klant.token) for pad in paden]
    for methode in ("GET", "HEAD", "PUT", "OPTIONS", "POST", "DELETE"):
        # What erases comes last, so that the others meet a talk that is there.
        for adres in sorted(adressen, key=lambda pad: pad.endswith(("/weg", "/wissen"))):
            antwoord = http.request(methode, adres)
            assert antwoord.status_code < 500, (methode, antwoord.status_code)
            assert antwoord.headers["cache-control"] == "no-store", (methode, paden[adressen.index(adres)])
            assert antwoord.headers["referrer-policy"] == "no-referrer"
    assert http.post(_OPHALEN, json={"code": code}).status_code == 404
    assert in_logs(huis, klant.token, code, code[::-1], sha256(klant.token.encode()).hexdigest()) == []
    assert in_logs(huis, _OPHALEN) == [_OPHALEN], "the test looks amiss"
