"""The record: what is committed stays, what is erased is gone from the disk, one turn at a time."""

from __future__ import annotations

import json
import multiprocessing
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, event

from actions.gesprek.opslag import GesprekOnbekend, Opslag, gesprek_id
from actions.gesprek.staat import Aanbod, Beurt, OpenVraag, Staat
from actions.gesprek.tabellen import metadata
from actions.regels.opgave import lees_schatting
from actions.regels.typen import Schatting
from actions.zinnen import tabellen as _zinnen  # noqa: F401 -- its table is in the same metadata
from web.redactie.tabellen import metadata as redactie
from web.toegang.tabellen import metadata as medewerkers

MERK = "Pannenkoek-Zeewier-é"


class Klok:
    def __init__(self) -> None:
        self.nu = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.nu


def aantal_beurten(opslag: Opslag, id_: str) -> int:
    """How many messages were answered; 0 for an unknown talk."""
    gesprek = opslag.lees(id_)
    return 0 if gesprek is None else len(gesprek.beurten) - 1


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def opslag(tmp_path: Path, klok: Klok) -> Iterator[Opslag]:
    record = maak(tmp_path, klok)
    yield record
    record.sluit()


def maak(map_: Path, klok: Klok) -> Opslag:
    record = Opslag(f"sqlite:///{map_ / 'gesprekken.db'}", klok)
    record.migreer()
    return record


def antwoord(tekst: str) -> dict[str, Any]:
    return {"berichten": [{"id": "b1", "van": "bot", "soort": "tekst", "tekst": tekst}]}


def praat(opslag: Opslag, id_: str, client_id: str, tekst: str, **anders: Any) -> Beurt:
    """A turn as the talk does it: the stored answer, or a new one."""
    with opslag.transactie(id_) as transactie:
        eerder = transactie.eerder(client_id)
        if eerder is not None:
            return eerder
        beurt = Beurt(transactie.volgend_nr, client_id, {"tekst": tekst}, antwoord(f"u zei {tekst}"), "rasa")
        transactie.bewaar(replace(transactie.gesprek.staat, **anders), beurt)
        return beurt


def bestanden(map_: Path) -> bytes:
    return b"".join(bestand.read_bytes() for bestand in sorted(map_.iterdir()))


def test_what_goes_in_comes_out(opslag: Opslag) -> None:
    staat = Staat(
        gemeente="voorbeeldstad",
        feiten={"partner": True, "kinderen": [4, 7], "leeftijd": "weet_niet", "auto_waarde": None},
        geschat={"inkomen_jaar": {"uit": "maand"}},
        scope=("zorgtoeslag",),
        open_vraag=OpenVraag("b1", "medebewoners.leeftijd", nummer=2, mislukt=1),
        aanbod=(
            Aanbod("k1", "b1", {"vraag": "partner", "waarde": True}),
            Aanbod("k2", "b1", {"doe": "stop"}),
        ),
        extra={"ronde": 2},
    )
    token, verloopt = opslag.nieuw(staat, antwoord("Hallo"), False)
    gesprek = opslag.lees(gesprek_id(token))
    assert gesprek is not None
    assert gesprek.staat == staat
    assert list(gesprek.staat.feiten) == list(staat.feiten)
    assert gesprek.beurten == (Beurt(0, "begin", None, antwoord("Hallo"), "direct"),)
    assert gesprek.verloopt == verloopt
    assert len(token) >= 43
    assert token not in gesprek.id


def test_a_talk_from_before_estimates_had_a_how_is_still_read(opslag: Opslag, tmp_path: Path) -> None:
    """It held the paths alone. It is written back in the form of today."""
    begin = Staat("voorbeeldstad", feiten={"inkomen_jaar": "22200.00"})
    id_ = gesprek_id(opslag.nieuw(begin, antwoord("Hallo"), False)[0])
    with sqlite3.connect(tmp_path / "gesprekken.db") as db:
        assert db.execute("UPDATE gesprek SET geschat = '[\"inkomen_jaar\"]'").rowcount == 1
    gesprek = opslag.lees(id_)
    assert gesprek is not None
    assert gesprek.staat.geschat == {"inkomen_jaar": {"uit": "niet_bewaard"}}
    assert lees_schatting(gesprek.staat.geschat["inkomen_jaar"]) == Schatting("niet_bewaard")
    praat(opslag, id_, "c1", "Hoi")
    with sqlite3.connect(tmp_path / "gesprekken.db") as db:
        assert json.loads(db.execute("SELECT geschat FROM gesprek").fetchone()[0]) == gesprek.staat.geschat


def test_first_answer_may_depend_on_the_talk(opslag: Opslag) -> None:
    token, _ = opslag.nieuw(Staat("voorbeeldstad"), antwoord, False)
    gesprek = opslag.lees(gesprek_id(token))
    assert gesprek is not None
    assert gesprek.beurten[0].antwoord == antwoord(gesprek_id(token))


def test_token_is_stored_nowhere(opslag: Opslag, tmp_path: Path) -> None:
    token, _ = opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)
    inhoud = bestanden(tmp_path)
    assert gesprek_id(token).encode() in inhoud
    assert token.encode() not in inhoud


def test_order_and_changes_of_facts_and_buttons(opslag: Opslag) -> None:
    begin = Staat(
        "voorbeeldstad", feiten={"partner": 1, "leeftijd": 30}, aanbod=(Aanbod("k1", "b1", {"x": 1}),)
    )
    id_ = gesprek_id(opslag.nieuw(begin, antwoord("Hallo"), False)[0])
    rij: list[dict[str, Any]] = [
        {"partner": True, "leeftijd": 30},
        {"leeftijd": 31, "partner": True},
        {"partner": True, "kale_huur": "650.00"},
        {"kinderen": [], "partner": True, "kale_huur": {"van": 1, "tot": None}},
        {},
    ]
    for nr, feiten in enumerate(rij):
        aanbod = tuple(Aanbod(f"k{k}", "b2", {"x": k}) for k in range(nr, nr + 3))
        praat(opslag, id_, f"c{nr}", "hoi", feiten=feiten, aanbod=aanbod)
        gesprek = opslag.lees(id_)
        assert gesprek is not None
        assert list(gesprek.staat.feiten.items()) == list(feiten.items())
        assert repr(gesprek.staat.feiten) == repr(feiten)
        assert gesprek.staat.aanbod == aanbod
    assert aantal_beurten(opslag, id_) == 5


def test_same_client_id_counts_once(opslag: Opslag) -> None:
    id_ = gesprek_id(opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)[0])
    eerste = praat(opslag, id_, "c1", "650")
    assert praat(opslag, id_, "c1", "iets anders") == eerste
    assert opslag.eerder(id_, "c1") == eerste
    assert opslag.eerder(id_, "c2") is None
    assert aantal_beurten(opslag, id_) == 1


def test_an_exception_undoes_the_whole_turn(opslag: Opslag) -> None:
    id_ = gesprek_id(opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)[0])
    voor = opslag.lees(id_)

    def halverwege() -> None:
        with opslag.transactie(id_) as transactie:
            nieuw = Staat("voorbeeldstad", feiten={"partner": True})
            transactie.bewaar(nieuw, Beurt(1, "c1", None, antwoord("x"), "rasa"))
            raise RuntimeError("halfway")

    with pytest.raises(RuntimeError):
        halverwege()
    assert opslag.lees(id_) == voor


def test_a_turn_with_the_wrong_number_is_refused(opslag: Opslag) -> None:
    id_ = gesprek_id(opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)[0])
    with opslag.transactie(id_) as transactie, pytest.raises(ValueError, match="1 is next"):
        transactie.bewaar(transactie.gesprek.staat, Beurt(7, "c1", None, antwoord("x"), "rasa"))
    assert aantal_beurten(opslag, id_) == 0


def test_last_turns_only(opslag: Opslag) -> None:
    id_ = gesprek_id(opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)[0])
    for nr in range(1, 5):
        praat(opslag, id_, f"c{nr}", str(nr))
    with opslag.transactie(id_) as transactie:
        assert [b.nr for b in transactie.beurten()] == [0, 1, 2, 3, 4]
        assert [b.nr for b in transactie.beurten(laatste=2)] == [3, 4]


@pytest.mark.parametrize(
    ("gedeeld", "termijn"), [(False, timedelta(hours=24)), (True, timedelta(minutes=30))]
)
def test_expired_is_unknown_and_every_message_moves_it_on(
    opslag: Opslag, klok: Klok, gedeeld: bool, termijn: timedelta
) -> None:
    token, verloopt = opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), gedeeld)
    id_ = gesprek_id(token)
    assert verloopt == klok.nu + termijn
    klok.nu += termijn - timedelta(seconds=1)
    praat(opslag, id_, "c1", "hoi")
    klok.nu += termijn - timedelta(seconds=1)
    assert opslag.lees(id_) is not None
    klok.nu += timedelta(seconds=1)
    assert opslag.lees(id_) is None
    assert opslag.gemeente(id_) is None
    with pytest.raises(GesprekOnbekend):
        praat(opslag, id_, "c2", "hoi")
    with pytest.raises(GesprekOnbekend):
        opslag.eerder(id_, "c1")
    assert opslag.wis(id_) is False


def test_unknown_talk(opslag: Opslag) -> None:
    id_ = gesprek_id("made up")
    assert opslag.lees(id_) is None
    assert opslag.wis(id_) is False
    assert aantal_beurten(opslag, id_) == 0
    with pytest.raises(GesprekOnbekend), opslag.transactie(id_):
        pass


def test_two_turns_of_one_talk_do_not_run_through_each_other(
    opslag: Opslag, tmp_path: Path, klok: Klok
) -> None:
    tweede = Opslag(f"sqlite:///{tmp_path / 'gesprekken.db'}", klok)
    id_ = gesprek_id(opslag.nieuw(Staat("voorbeeldstad", extra={"teller": 0}), antwoord("Hallo"), False)[0])
    fouten: list[Exception] = []

    def tel(record: Opslag, naam: str) -> None:
        try:
            for i in range(25):
                with record.transactie(id_) as transactie:
                    staat = transactie.gesprek.staat
                    meer = replace(staat, extra={"teller": staat.extra["teller"] + 1})
                    transactie.bewaar(
                        meer, Beurt(transactie.volgend_nr, f"{naam}{i}", None, antwoord("x"), "rasa")
                    )
        except Exception as fout:
            fouten.append(fout)

    draden = [threading.Thread(target=tel, args=(r, f"{n}-")) for n, r in enumerate([opslag, tweede, opslag])]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    tweede.sluit()
    gesprek = opslag.lees(id_)
    assert fouten == []
    assert gesprek is not None
    assert gesprek.staat.extra["teller"] == 75
    assert [b.nr for b in gesprek.beurten] == list(range(76))


def test_the_same_client_id_at_once_is_answered_once(opslag: Opslag) -> None:
    id_ = gesprek_id(opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)[0])
    uit: list[Beurt] = []
    start = threading.Barrier(6)

    def zend(nr: int) -> None:
        start.wait()
        uit.append(praat(opslag, id_, "c1", f"tekst {nr}"))

    draden = [threading.Thread(target=zend, args=(nr,)) for nr in range(6)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(uit) == 6
    assert all(beurt == uit[0] for beurt in uit)
    assert aantal_beurten(opslag, id_) == 1


def test_erased_means_gone_from_the_disk_while_others_are_busy(tmp_path: Path, klok: Klok) -> None:
    opslag, ander = maak(tmp_path, klok), maak(tmp_path, klok)
    ids = [gesprek_id(opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)[0]) for _ in range(12)]
    doel = ids[5]
    for ronde in range(30):
        for id_ in ids:
            wie = MERK if id_ == doel else "iemand anders"
            feiten = {f"feit_{n}": wie * (1 + (ronde + n) % 5) for n in range(ronde % 20 + 1)}
            aanbod = tuple(Aanbod(f"{ronde}-{n}", wie, {"waarde": wie}) for n in range(4))
            tekst = wie * (1 + (ronde * 37) % 200)
            praat(
                opslag, id_, f"c{ronde}", tekst, feiten=feiten, aanbod=aanbod, extra={"x": wie * (ronde % 9)}
            )
    assert MERK.encode() in bestanden(tmp_path)
    klaar = threading.Event()
    fouten: list[Exception] = []

    def druk(schrijft: bool) -> None:
        nr = 0
        try:
            while not klaar.is_set():
                if schrijft:
                    nr += 1
                    praat(ander, ids[0], f"druk{nr}", "bezig")
                else:
                    assert ander.lees(ids[1]) is not None
        except Exception as fout:
            fouten.append(fout)

    draden = [threading.Thread(target=druk, args=(schrijft,)) for schrijft in (True, False)]
    for draad in draden:
        draad.start()
    assert opslag.wis(doel) is True
    klaar.set()
    for draad in draden:
        draad.join()
    assert fouten == []
    inhoud = bestanden(tmp_path)
    assert inhoud.count(MERK.encode()) == 0
    assert inhoud.count(doel.encode()) == 0
    assert opslag.wis(doel) is False
    assert opslag.lees(ids[0]) is not None
    assert opslag.lees(doel) is None


def test_no_copy_of_an_erased_talk_stays_behind_in_a_page(tmp_path: Path, klok: Klok) -> None:
    """SQLite may leave old bytes in the free space of a page when rows move."""
    opslag = maak(tmp_path, klok)
    ids = [gesprek_id(opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)[0]) for _ in range(300)]
    for nr, id_ in enumerate(ids):
        for ronde in range(2):
            feiten = {f"feit_{n}": "waarde" * (nr % 7) for n in range(nr % 9)}
            praat(opslag, id_, f"c{ronde}", "tekst " * (nr % 60), feiten=feiten)
    for id_ in ids[::3]:
        assert opslag.wis(id_) is True
    inhoud = bestanden(tmp_path)
    assert [id_ for id_ in ids[::3] if id_.encode() in inhoud] == []
    assert opslag.lees(ids[1]) is not None


def test_a_reader_that_holds_on_only_delays_the_clean_up(tmp_path: Path, klok: Klok, opslag: Opslag) -> None:
    """An open read keeps the old pages in the WAL: erasing waits for it."""
    id_ = gesprek_id(opslag.nieuw(Staat("voorbeeldstad"), antwoord(MERK), False)[0])
    lezer = sqlite3.connect(tmp_path / "gesprekken.db", isolation_level=None, check_same_thread=False)
    lezer.execute("BEGIN")
    lezer.execute("SELECT count(*) FROM gesprek").fetchone()
    los = threading.Timer(0.5, lambda: lezer.execute("COMMIT"))
    los.start()
    assert opslag.wis(id_) is True
    los.join()
    lezer.close()
    assert MERK.encode() not in bestanden(tmp_path)


def test_expired_talks_are_erased(opslag: Opslag, klok: Klok, tmp_path: Path) -> None:
    opslag.nieuw(Staat("voorbeeldstad"), antwoord(MERK), True)
    blijft = gesprek_id(opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)[0])
    assert opslag.wis_verlopen() == 0
    klok.nu += timedelta(hours=1)
    assert opslag.wis_verlopen() == 1
    assert MERK.encode() not in bestanden(tmp_path)
    assert opslag.lees(blijft) is not None


def test_turn_100_asks_no_more_of_the_database_than_turn_10(opslag: Opslag) -> None:
    id_ = gesprek_id(opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)[0])
    opdrachten: list[str] = []
    event.listen(
        opslag._schrijver, "before_cursor_execute", lambda conn, cur, sql, *rest: opdrachten.append(sql)
    )
    per_beurt = []
    for nr in range(100):
        opdrachten.clear()
        praat(opslag, id_, f"c{nr}", "hoi", feiten={"leeftijd": nr})
        per_beurt.append(len(opdrachten))
        # Only the turn with this very client id is ever read.
        beurt_lezen = [sql for sql in opdrachten if "FROM beurt" in sql]
        assert beurt_lezen
        assert all("client_id =" in sql for sql in beurt_lezen)
    assert per_beurt[99] == per_beurt[10]


def test_health(opslag: Opslag, tmp_path: Path, klok: Klok) -> None:
    assert opslag.gezond() is True
    kaal = Opslag(f"sqlite:///{tmp_path / 'leeg.db'}", klok)
    assert kaal.gezond() is False
    kaal.sluit()


def test_migration_makes_the_tables_the_code_expects(opslag: Opslag, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'gesprekken.db'}")
    with engine.connect() as verbinding:
        # Alembic takes several too; only its types do not say so.
        alle: Any = [metadata, medewerkers, redactie]
        assert compare_metadata(MigrationContext.configure(verbinding), alle) == []
    engine.dispose()


def _migreer_in_proces(url: str) -> None:
    opslag = Opslag(url, lambda: datetime(2026, 11, 20, tzinfo=UTC))
    opslag.migreer()
    opslag.nieuw(Staat("voorbeeldstad"), antwoord("Hallo"), False)


def test_two_processes_may_start_at_once(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    url = f"sqlite:///{tmp_path / 'samen' / 'gesprekken.db'}"
    processen = [spawn.Process(target=_migreer_in_proces, args=(url,)) for _ in range(3)]
    for proces in processen:
        proces.start()
    for proces in processen:
        proces.join(60)
    assert [proces.exitcode for proces in processen] == [0, 0, 0]
    with sqlite3.connect(tmp_path / "samen" / "gesprekken.db") as verbinding:
        assert verbinding.execute("SELECT count(*) FROM gesprek").fetchone() == (3,)


def test_memory_is_refused(klok: Klok) -> None:
    with pytest.raises(ValueError, match="file"):
        Opslag("sqlite://", klok)
