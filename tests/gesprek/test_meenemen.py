"""A code gives the talk once, and the record holds neither the code nor the token."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, repeat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.gesprek.meenemen import ALFABET, LENGTE, CodeOnbekend, Meenemen, lees_code
from actions.gesprek.opslag import GesprekOnbekend, Opslag, gesprek_id
from actions.gesprek.staat import Staat
from tests.opslag import verse_opslag

_HALLO = {"berichten": [{"id": "b1", "van": "bot", "soort": "tekst", "tekst": "Hallo"}]}
_SLEUTEL = "een geheim van deze installatie, lang genoeg"
_KWARTIER = timedelta(minutes=15)


class Klok:
    def __init__(self) -> None:
        self.nu = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.nu


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def opslag(tmp_path: Path, klok: Klok) -> Iterator[Opslag]:
    record = verse_opslag(tmp_path / "gesprekken.db", klok)
    yield record
    record.sluit()


@pytest.fixture
def meenemen(opslag: Opslag) -> Meenemen:
    return Meenemen(opslag, _SLEUTEL)


def nieuw(opslag: Opslag, *, gedeeld: bool = False) -> str:
    return opslag.nieuw(Staat("voorbeeldstad"), _HALLO, gedeeld)[0]


def op_schijf(map_: Path) -> bytes:
    return b"".join(bestand.read_bytes() for bestand in sorted(map_.iterdir()))


def rijen(map_: Path) -> list[tuple[str, bytes]]:
    with sqlite3.connect(map_ / "gesprekken.db") as db:
        return db.execute("SELECT zoek, zegel FROM meeneemcode").fetchall()


def werkt_niet(meenemen: Meenemen, code: str) -> None:
    with pytest.raises(CodeOnbekend):
        meenemen.haal(code)


def test_a_code_gives_the_same_token_once(opslag: Opslag, meenemen: Meenemen, klok: Klok) -> None:
    token, verloopt = opslag.nieuw(Staat("voorbeeldstad"), _HALLO, False)
    klok.nu += timedelta(minutes=5)
    code = meenemen.maak(token)
    assert code.geldig_tot == klok.nu + _KWARTIER
    assert len(code.code) == LENGTE == 8
    opgehaald = meenemen.haal(code.code)
    assert (opgehaald.gesprek, opgehaald.gemeente) == (token, "voorbeeldstad")
    assert opgehaald.verloopt == verloopt  # neither call keeps the talk longer
    werkt_niet(meenemen, code.code)


def test_codes_look_alike_in_nothing() -> None:
    for groep in ("0OQD", "1IL", "2Z", "5S", "6G", "8B", "UV"):
        assert len(set(groep) & set(ALFABET)) <= (2 if groep == "0OQD" else 1), groep
    assert not set("0O1IL2Z5S8B") & set(ALFABET)
    assert len(set(ALFABET)) == len(ALFABET) == 21


@pytest.mark.parametrize("hoe", ["na de tijd", "andere code", "nieuwe code", "gewist", "ander geheim"])
def test_a_code_that_is_over_opens_nothing(opslag: Opslag, meenemen: Meenemen, klok: Klok, hoe: str) -> None:
    token = nieuw(opslag)
    code = meenemen.maak(token).code
    if hoe == "na de tijd":
        klok.nu += _KWARTIER
    elif hoe == "andere code":
        werkt_niet(meenemen, ("C" if code[0] != "C" else "D") + code[1:])
        assert meenemen.haal(code).gesprek == token
    elif hoe == "nieuwe code":
        assert meenemen.maak(token).code != code
    elif hoe == "gewist":
        assert opslag.wis(gesprek_id(token))
    else:
        meenemen = Meenemen(opslag, None)
    werkt_niet(meenemen, code)


def test_a_new_code_works_where_the_old_one_does_not(opslag: Opslag, meenemen: Meenemen) -> None:
    token, ander = nieuw(opslag), nieuw(opslag)
    van_ander = meenemen.maak(ander).code
    meenemen.maak(token)
    tweede = meenemen.maak(token).code
    assert meenemen.haal(tweede).gesprek == token
    assert meenemen.haal(van_ander).gesprek == ander


def test_just_in_time(opslag: Opslag, meenemen: Meenemen, klok: Klok) -> None:
    token = nieuw(opslag)
    code = meenemen.maak(token)
    klok.nu = code.geldig_tot - timedelta(seconds=1)
    assert meenemen.haal(code.code).gesprek == token


def test_on_a_shared_computer_the_code_ends_with_the_talk(
    opslag: Opslag, meenemen: Meenemen, klok: Klok
) -> None:
    token = nieuw(opslag, gedeeld=True)
    klok.nu += timedelta(minutes=20)
    assert meenemen.maak(token).geldig_tot == klok.nu + timedelta(minutes=10)


def test_no_code_for_a_talk_that_is_not_there(opslag: Opslag, meenemen: Meenemen, klok: Klok) -> None:
    verlopen, gewist = nieuw(opslag, gedeeld=True), nieuw(opslag)
    klok.nu += timedelta(hours=1)
    opslag.wis(gesprek_id(gewist))
    for token in ("verzonnen", verlopen, gewist):
        with pytest.raises(GesprekOnbekend):
            meenemen.maak(token)


def test_who_may_not_have_it_does_not_use_it_up(opslag: Opslag, meenemen: Meenemen) -> None:
    token = nieuw(opslag)
    code = meenemen.maak(token).code

    def mag_niet(gemeente: str) -> None:
        raise PermissionError(gemeente)

    with pytest.raises(PermissionError, match="voorbeeldstad"):
        meenemen.haal(code, mag_niet)
    assert meenemen.haal(code).gesprek == token


def test_a_code_that_another_talk_has_is_not_given_again(opslag: Opslag) -> None:
    gekozen = chain(repeat("CCCCDDDD", 3), ["FFFFHHHH"])
    meenemen = Meenemen(opslag, _SLEUTEL, kies=lambda: next(gekozen))
    een, twee = nieuw(opslag), nieuw(opslag)
    assert meenemen.maak(een).code == "CCCCDDDD"
    assert meenemen.maak(twee).code == "FFFFHHHH"
    assert meenemen.haal("CCCCDDDD").gesprek == een
    assert meenemen.haal("FFFFHHHH").gesprek == twee


@pytest.mark.parametrize(
    "vorm",
    [str.lower, lambda c: f"{c[:4]}-{c[4:]}", lambda c: f"  {c[:4].lower()} {c[4:]}\n", lambda c: "-".join(c),
     lambda c: f"{c[:4]}–{c[4:]}", lambda c: f"{c[:4]}\u200b{c[4:]}\u00a0",
     lambda c: "".join(chr(ord(t) + 0xFEE0) for t in c)],
)  # fmt: skip
def test_how_it_is_typed_does_not_matter(vorm: Callable[[str], str]) -> None:
    assert lees_code(vorm("K7PMXQR4")) == "K7PMXQR4"


@pytest.mark.parametrize(
    "tekst", ["", "K7PMXQR", "K7PMXQR44", "K7PM XQR0", "K7PMXQRß", " " * 8, "K7PMXQR4" + " " * 93]
)
def test_what_cannot_be_a_code(tekst: str) -> None:
    assert lees_code(tekst) is None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.text(alphabet=ALFABET + ALFABET.lower() + " -", min_size=8, max_size=9)))
def test_any_text_is_an_unknown_code(meenemen: Meenemen, tekst: str) -> None:
    werkt_niet(meenemen, tekst)


def test_of_many_at_once_exactly_one_gets_it(tmp_path: Path, klok: Klok, opslag: Opslag) -> None:
    ander = Opslag(f"sqlite:///{tmp_path / 'gesprekken.db'}", klok)
    loketten = [Meenemen(opslag, _SLEUTEL), Meenemen(ander, _SLEUTEL)]
    for _ in range(2):
        token = nieuw(opslag)
        code = loketten[0].maak(token).code
        start, uit = threading.Barrier(6), list[str]()

        def haal(
            loket: Meenemen, start: threading.Barrier = start, code: str = code, uit: list[str] = uit
        ) -> None:
            start.wait()
            try:
                uit.append(loket.haal(code).gesprek)
            except CodeOnbekend:
                uit.append("")

        draden = [threading.Thread(target=haal, args=(loketten[nr % 2],)) for nr in range(6)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
        assert sorted(uit) == ["", "", "", "", "", token]
    ander.sluit()


def test_the_record_holds_neither_code_nor_token(opslag: Opslag, meenemen: Meenemen, tmp_path: Path) -> None:
    token = nieuw(opslag)
    code = meenemen.maak(token).code
    ((zoek, zegel),) = rijen(tmp_path)
    schijf = op_schijf(tmp_path)
    assert zegel in schijf
    assert zoek.encode() in schijf
    for geheim in (token, token[:12], code, code.lower()):
        assert geheim.encode() not in schijf


@pytest.mark.parametrize("hoe", ["wis", "verlopen gesprek", "verlopen code", "gebruikt", "vervangen"])
def test_what_is_over_leaves_no_bytes(
    opslag: Opslag, meenemen: Meenemen, klok: Klok, tmp_path: Path, hoe: str
) -> None:
    token = nieuw(opslag)
    code = meenemen.maak(token).code
    ((zoek, zegel),) = rijen(tmp_path)
    if hoe == "wis":
        opslag.wis(gesprek_id(token))
    elif hoe == "vervangen":
        meenemen.maak(token)
    elif hoe == "gebruikt":
        meenemen.haal(code)
    else:
        klok.nu += _KWARTIER if hoe == "verlopen code" else timedelta(days=2)
    if hoe != "wis":
        assert opslag.wis_verlopen() == (1 if hoe == "verlopen gesprek" else 0)
    assert len(rijen(tmp_path)) == (1 if hoe == "vervangen" else 0)
    schijf = op_schijf(tmp_path)
    assert zegel not in schijf
    assert zoek.encode() not in schijf
    assert (opslag.lees(gesprek_id(token)) is None) == (hoe in ("wis", "verlopen gesprek"))
