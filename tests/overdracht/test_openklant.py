"""Delivering to Open Klant over HTTP, and taking back there. The marked test does so at a real one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from actions.overdracht.codes import nieuw_kenmerk
from actions.overdracht.veld import Veld
from actions.overdracht.wegen import NietGelukt, Zending
from actions.overdracht.wegen.openklant import OpenKlantWeg
from content.lokaal.instelling import OpenKlant
from tests.overdracht.nepopenklant import ACTOR, TOKEN, NepOpenKlant, draai

REGELS = (
    Veld("onderwerp", "Onderwerp", "Huurtoeslag"),
    Veld("naam", "Naam", "Noor Verzonnen"),
    Veld("telefoon", "Telefoon", "0612345678"),
    Veld("email", "E-mail", "noor@verzonnen.example"),
    Veld("beste_moment", "Beste moment om te bellen", "In de ochtend"),
    Veld("bericht", "Uw vraag", "Kan iemand mij helpen?"),
    Veld("feit", "Huur", "650 euro", "kale_huur"),
    Veld("uitkomst", "Huurtoeslag", "Waarschijnlijk wel, 394 euro per maand", "huurtoeslag"),
)


@pytest.fixture
def nep() -> Iterator[NepOpenKlant]:
    with draai(NepOpenKlant()) as een:
        yield een


def _weg(
    url: str, token: str = TOKEN, actor: str = ACTOR, transport: httpx.BaseTransport | None = None
) -> OpenKlantWeg:
    instelling = OpenKlant.model_validate({"url": url, "actor": actor})
    return OpenKlantWeg(instelling, token, lambda naam, **waarden: "Neem contact op", transport)


def _zending(regels: tuple[Veld, ...] = REGELS, kenmerk: str = "4821007731") -> Zending:
    return Zending(kenmerk, "openstad", datetime(2026, 11, 20, 12, 0, tzinfo=UTC), 28, regels)


def _niets() -> None:
    pass


def test_all_of_it_arrives_where_staff_look_for_it(nep: NepOpenKlant) -> None:
    _weg(nep.url).bezorg(_zending(), _niets)
    (een,) = nep.compleet()
    assert een["referentienummer"] == "4821007731"
    assert (een["kanaal"], een["onderwerp"], een["taal"], een["vertrouwelijk"]) == (
        "chatbot",
        "Huurtoeslag",
        "nld",
        True,
    )
    assert (
        een["inhoud"]
        == "Uw vraag: Kan iemand mij helpen?\nHuurtoeslag: Waarschijnlijk wel, 394 euro per maand"
    )
    (wie,) = een["betrokkenen"]
    assert wie["naam"]["voornaam"] == "Noor Verzonnen"
    assert {(a["soortDigitaalAdres"], a["adres"]) for a in een["adressen"]} == {
        ("telefoonnummer", "0612345678"),
        ("email", "noor@verzonnen.example"),
    }
    (taak,) = een["taken"]
    assert taak["toegewezenAanActoren"] == [{"uuid": ACTOR}]
    assert taak["toelichting"] == "Beste moment om te bellen: In de ochtend\nHuur: 650 euro"
    assert nep.gevraagd[-1] == "POST /internetaken"  # staff see it when it is complete


def test_delivering_again_adds_nothing(nep: NepOpenKlant) -> None:
    for _ in range(3):
        _weg(nep.url).bezorg(_zending(), _niets)
    assert len(nep.compleet()) == 1
    assert nep.alles() == 5


def test_a_nameless_request(nep: NepOpenKlant) -> None:
    regels = tuple(veld for veld in REGELS if veld.soort in ("onderwerp", "telefoon", "beste_moment"))
    _weg(nep.url).bezorg(_zending(regels), _niets)
    (een,) = nep.compleet()
    assert een["inhoud"] == ""
    assert len(een["adressen"]) == 1


def test_whatever_breaks_off_it_is_gone_on_with(nep: NepOpenKlant) -> None:
    """Each call fails once, before or after it did its work."""
    for na_het_werk in (False, True):
        kenmerk = nieuw_kenmerk()
        for keer in range(20):
            lijn = _Breekt(keer, na_het_werk=na_het_werk)
            try:
                _weg(nep.url, transport=lijn).bezorg(_zending(kenmerk=kenmerk), _niets)
            except NietGelukt:
                continue
            if not lijn.gebroken:
                break
        else:
            raise AssertionError("it never came through")
        (een,) = [c for c in nep.compleet() if c["referentienummer"] == kenmerk]
        assert (len(een["taken"]), len(een["betrokkenen"]), len(een["adressen"])) == (1, 1, 2)


class _Breekt(httpx.BaseTransport):
    """The line breaks at one of the calls."""

    def __init__(self, bij: int, *, na_het_werk: bool) -> None:
        self._echt = httpx.HTTPTransport()
        self._nog = bij
        self._na = na_het_werk
        self.gebroken = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._nog -= 1
        breekt = self._nog == -1
        self.gebroken |= breekt
        if breekt and not self._na:
            raise httpx.ReadError("broken")
        antwoord = self._echt.handle_request(request)
        if breekt:
            antwoord.close()
            raise httpx.ReadError("broken")
        return antwoord


def test_taking_back_leaves_no_orphan(nep: NepOpenKlant) -> None:
    weg = _weg(nep.url)
    weg.bezorg(_zending(), _niets)
    for breek_bij in range(8):
        try:
            _weg(nep.url, transport=_Breekt(breek_bij, na_het_werk=True)).haal_terug(_zending(()), _niets)
        except NietGelukt:
            continue
    weg.haal_terug(_zending(()), _niets)
    assert nep.alles() == 0
    weg.haal_terug(_zending(()), _niets)


def test_the_fake_keeps_the_orphan_of_the_real_one(nep: NepOpenKlant) -> None:
    _weg(nep.url).bezorg(_zending(), _niets)
    httpx.delete(
        f"{nep.url}/klantcontacten/{next(iter(nep.contacten))}", headers={"Authorization": f"Token {TOKEN}"}
    )
    assert (len(nep.betrokkenen), len(nep.taken), len(nep.adressen)) == (0, 0, 2)


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"token": "fout"}, "antwoord_401"),
        ({"actor": "00000000-0000-4000-8000-000000000009"}, "antwoord_400"),
    ],
)
def test_what_is_set_up_wrong_is_told_without_secrets(nep: NepOpenKlant, anders: Any, reden: str) -> None:
    with pytest.raises(NietGelukt) as gevangen:
        _weg(nep.url, **anders).bezorg(_zending(), _niets)
    assert gevangen.value.reden == reden
    assert nep.compleet() == []


def test_nobody_there() -> None:
    with pytest.raises(NietGelukt, match="lijn_ConnectError"):
        _weg("http://127.0.0.1:9/x").bezorg(_zending(), _niets)


@pytest.mark.openklant
def test_at_a_real_open_klant() -> None:
    """OPENKLANT_URL (the root of Klantinteracties) and OPENKLANT_TOKEN. Makes an actor, and erases what it made."""
    url, token = os.environ["OPENKLANT_URL"], os.environ["OPENKLANT_TOKEN"]
    with httpx.Client(base_url=url, headers={"Authorization": f"Token {token}"}) as client:
        wie = {"naam": "Proef", "soortActor": "organisatorische_eenheid", "indicatieActief": True}
        actor = client.post("/actoren", json=wie).raise_for_status().json()["uuid"]
        weg, zending = _weg(url, token, actor), _zending(kenmerk=nieuw_kenmerk())
        try:
            for _ in range(2):
                weg.bezorg(zending, _niets)
            zoek = {"referentienummer": zending.kenmerk}
            assert client.get("/klantcontacten", params=zoek).json()["count"] == 1
            weg.haal_terug(zending, _niets)
            assert client.get("/klantcontacten", params=zoek).json()["count"] == 0
            assert (
                client.get("/digitaleadressen", params={"adres": "noor@verzonnen.example"}).json()["count"]
                == 0
            )
        finally:
            client.delete(f"/actoren/{actor}")
