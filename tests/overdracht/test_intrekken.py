"""Withdrawing: with a code, and by erasing the talk."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from actions.overdracht import codes
from actions.overdracht.bewaartermijn import ruim_op
from actions.overdracht.tabellen import codeslot, overdracht, toestemming
from tests.overdracht.conftest import Huis, Maker

FOUT = "CCCCCCCC"


def _stand(huis: Huis, kenmerk: str) -> tuple[str, str | None, str | None]:
    t = overdracht.c
    with huis.bronnen.opslag.lees_naast() as verbinding:
        rij = verbinding.execute(select(t.stand, t.taak, t.inhoud).where(t.kenmerk == kenmerk)).one()
    return rij.stand, rij.taak, rij.inhoud


def test_status_and_withdrawing_with_the_code(huis: Huis) -> None:
    uit = huis.ingediend()
    stand = huis.status(uit)
    assert stand.status_code == 200
    assert stand.json() == {
        "kenmerk": uit["kenmerk"],
        "status": "wordt_verstuurd",
        "tekst": "Uw vraag is onderweg naar Team Inkomen van Voorbeeldstad. U hoeft niets te doen.",
    }
    for _ in range(2):
        weg = huis.trek_in(uit)
        assert (weg.status_code, weg.json()["status"]) == (200, "ingetrokken")
    assert _stand(huis, uit["kenmerk"]) == ("ingetrokken", None, None)
    assert huis.status(uit).json()["status"] == "ingetrokken"
    with huis.bronnen.opslag.lees_naast() as verbinding:
        bewijs = verbinding.execute(select(toestemming)).one()
    assert (bewijs.uitkomst, bewijs.ingetrokken) == ("ingetrokken", huis.klok.nu)


def test_a_code_may_be_typed_as_people_type(huis: Huis) -> None:
    uit = huis.ingediend()
    code = uit["intrekcode"]
    assert huis.status(uit, f" {code[:4].lower()}-{code[4:].lower()} ").status_code == 200


def test_withdrawn_content_is_gone_from_the_files(huis: Huis) -> None:
    uit = huis.ingediend()
    zegel = _stand(huis, uit["kenmerk"])[2]
    assert zegel is not None
    assert zegel[:60].encode() in huis.bytes()
    huis.trek_in(uit)
    assert zegel[:60].encode() not in huis.bytes()
    assert zegel[-60:].encode() not in huis.bytes()


def test_five_wrong_codes_lock_it_for_an_hour(huis: Huis) -> None:
    uit, ander = huis.ingediend(), huis.ingediend()
    for _ in range(4):
        assert huis.status(uit, FOUT).status_code == 403
    assert huis.status(uit).status_code == 200  # a right one starts the count anew
    for nr in range(5):
        fout = (huis.trek_in if nr % 2 else huis.status)(uit, FOUT)
        assert (fout.status_code, fout.json()["code"]) == (403, "code_onjuist")
    dicht = huis.trek_in(uit)
    assert (dicht.status_code, dicht.json()["code"]) == (429, "code_op_slot")
    assert dicht.headers["Retry-After"] == "3600"
    assert huis.status(ander).status_code == 200
    huis.klok.verder(minutes=59, seconds=59)
    assert huis.trek_in(uit).status_code == 429
    huis.klok.verder(seconds=1)
    assert huis.status(uit, FOUT).status_code == 403
    assert huis.trek_in(uit).status_code == 200


def test_more_than_five_wrong_codes_with_a_right_one_between_lock_nothing(huis: Huis) -> None:
    uit = huis.ingediend()
    for _ in range(3):
        for _ in range(4):
            assert huis.status(uit, FOUT).status_code == 403
        assert huis.status(uit).status_code == 200


def test_nobody_can_find_out_which_numbers_exist(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is typed, and whenever: a number of ours and one that is not answer the same, after the same work."""
    werk: list[str] = []
    echt = codes.bewaarvorm

    def bewaarvorm(kenmerk: str, code: str) -> str:
        werk.append(kenmerk)
        return echt(kenmerk, code)

    monkeypatch.setattr(codes, "bewaarvorm", bewaarvorm)
    bekend = huis.ingediend()
    onbekend = {**bekend, "kenmerk": str((int(bekend["kenmerk"]) - 10**9 + 1) % (9 * 10**9) + 10**9)}
    werk.clear()
    doen = (huis.status, huis.trek_in)
    for nr, (code, minuten) in enumerate(
        [
            (FOUT, 0),
            ("x", 1),
            (FOUT, 0),
            ("", 3),
            (FOUT, 0),
            (FOUT, 0),
            ("é", 58),
            (FOUT, 3),
            (FOUT, 61),
            ("x", 0),
        ]
    ):
        huis.klok.verder(minutes=minuten)
        een, ander = (doen[nr % 2]({**wie, "intrekcode": code}, code or " ") for wie in (bekend, onbekend))
        assert (een.status_code, een.text) == (ander.status_code, ander.text), nr
        koppen = [{k: v for k, v in antwoord.headers.items() if k != "date"} for antwoord in (een, ander)]
        assert koppen[0] == koppen[1], nr
    assert {een.status_code for een in (een, ander)} == {403}
    assert werk.count(bekend["kenmerk"]) == werk.count(onbekend["kenmerk"]) == 6


def test_what_is_counted_is_no_number_and_is_gone_after_an_hour(huis: Huis) -> None:
    for kenmerk in ("1234567890", huis.ingediend()["kenmerk"]):
        huis.status({"kenmerk": kenmerk, "intrekcode": FOUT})

    def geteld() -> list[str]:
        with huis.bronnen.opslag.lees_naast() as verbinding:
            return list(verbinding.scalars(select(codeslot.c.sleutel)))

    assert [len(sleutel) for sleutel in geteld()] == [64, 64]
    assert b"1234567890" not in huis.bytes()
    huis.klok.verder(minutes=59)
    ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert len(geteld()) == 2
    huis.klok.verder(minutes=1)
    ruim_op(huis.bronnen.opslag, huis.klok.nu)
    assert geteld() == []


def test_one_address_may_not_try_number_after_number(maak_huis: Maker) -> None:
    huis = maak_huis(intrek_pogingen=3)
    uit = huis.ingediend()
    for _ in range(5):
        assert huis.status(uit).status_code == 200  # only what is wrong counts
    assert huis.status({"kenmerk": "abc", "intrekcode": FOUT}).status_code == 403  # nobody's number: no try
    for nr in range(3):
        assert huis.status({"kenmerk": f"123456789{nr}", "intrekcode": FOUT}).status_code == 403
    for vol in (huis.status(uit), huis.trek_in(uit)):
        assert (vol.status_code, vol.json()["code"]) == (429, "te_veel_pogingen")
        assert 3500 < int(vol.headers["Retry-After"]) <= 3600


def test_an_unknown_number_and_what_can_be_no_code_are_wrong_codes(huis: Huis) -> None:
    uit = huis.ingediend()
    for kenmerk in ("9999999999", "1", "abc"):
        fout = huis.status({"kenmerk": kenmerk, "intrekcode": uit["intrekcode"]})
        assert (fout.status_code, fout.json()["code"]) == (403, "code_onjuist")
    for code in ("x", "", "é" * 8, "12345678"):
        antwoord = huis.client.post(f"/api/v1/overdracht/{uit['kenmerk']}/status", json={"intrekcode": code})
        assert antwoord.status_code == 403
        huis.status(uit)


def test_erasing_the_talk_withdraws_what_was_not_delivered(huis: Huis) -> None:
    token = huis.gesprek()
    uit = huis.stuur(token).json()
    zegel = str(_stand(huis, uit["kenmerk"])[2])
    assert huis.client.delete(f"/api/v1/gesprekken/{token}").status_code == 204
    assert _stand(huis, uit["kenmerk"]) == ("ingetrokken", None, None)
    assert zegel[:60].encode() not in huis.bytes()
    assert huis.status(uit).json()["status"] == "ingetrokken"
    assert huis.stuur(token, {"versie": "x", "gegeven": True}).status_code == 404


def test_a_talk_that_expires_withdraws_nothing(huis: Huis) -> None:
    token = huis.gesprek()
    uit = huis.stuur(token).json()
    huis.klok.verder(hours=25)
    assert huis.bronnen.opslag.wis_verlopen() == 1
    assert _stand(huis, uit["kenmerk"])[:2] == ("wordt_verstuurd", "bezorg")
    with huis.bronnen.opslag.lees_naast() as verbinding:
        rij = verbinding.execute(select(overdracht)).one()
    assert (rij.gesprek, rij.client_id) == (None, None)
