"""Withdrawing: with a code, and by erasing the talk."""

from __future__ import annotations

from sqlalchemy import select

from actions.overdracht.tabellen import overdracht, toestemming
from tests.overdracht.conftest import Huis

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
