"""The outbox, the locks and the trail on PostgreSQL. By hand: docs/configuratie.md, "PostgreSQL"."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from actions.gesprek import database
from actions.overdracht import codes, sloten
from content.parameters import Parameters
from tests.overdracht.conftest import maak_inhoud
from tests.overdracht.nepopenklant import NepOpenKlant, draai
from tests.overdracht.test_eigenschappen import (
    _DAG,
    HEEL,
    Bezorg,
    DienIn,
    Rust,
    Stap,
    TrekIn,
    Wacht,
    Wereld,
    Wis,
)

pytestmark = pytest.mark.postgres

LOPEN: tuple[list[Stap], ...] = (
    [HEEL, TrekIn("h1"), Bezorg("na", 2), Bezorg("dood", 3), HEEL],
    [Bezorg("na", 5), Bezorg("dood", 4), DienIn("h2"), Bezorg("ander", 3), Rust()],
    [Bezorg("ander_half", 2), HEEL, Wis(), DienIn("h1"), DienIn("h1"), Bezorg("ingetrokken", 3)],
    [Bezorg("na", 5), Wacht(73 * 60), Bezorg("na", 2), TrekIn("h1"), HEEL, Wacht(29 * _DAG)],
)


@pytest.fixture(scope="module")
def wereld(parameters: Parameters, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wereld]:
    map_ = tmp_path_factory.mktemp("postgres")
    (map_ / "content").mkdir()
    with pytest.MonkeyPatch.context() as even, draai(NepOpenKlant()) as nep:
        even.setattr(codes, "_SCRYPT_N", 2)
        inhoud = maak_inhoud(map_ / "content", parameters, nep.url)
        een = Wereld(map_, inhoud, parameters, nep, os.environ["PROEF_POSTGRES"])
        yield een
        een.sluit()


@pytest.mark.parametrize("stappen", LOPEN, ids=range(len(LOPEN)))
def test_some_orders(wereld: Wereld, stappen: list[Stap]) -> None:
    wereld.loop(stappen)


def test_wrong_codes_at_the_same_moment_are_all_counted(wereld: Wereld) -> None:
    nu = datetime.now(UTC)
    klaar = threading.Barrier(sloten.MEESTE_FOUTEN)

    def mis() -> None:
        klaar.wait()
        with wereld.opslag.schrijf() as verbinding:
            sloten.fout(verbinding, "samen", nu)

    draden = [threading.Thread(target=mis) for _ in range(sloten.MEESTE_FOUTEN)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    with wereld.opslag.schrijf() as verbinding:
        assert sloten.dicht(verbinding, "samen", nu) == sloten.OP_SLOT
        sloten.goed(verbinding, "samen")
        assert sloten.dicht(verbinding, "samen", nu) is None


@pytest.mark.parametrize("opdracht", ["DELETE FROM spoor", "TRUNCATE spoor", "UPDATE spoor SET soort = 'y'"])
def test_the_trail_stays(wereld: Wereld, opdracht: str) -> None:
    with wereld.opslag.schrijf() as verbinding:
        verbinding.execute(
            text("INSERT INTO spoor (wanneer, soort, weg_na) VALUES (now(), 'x', now() + interval '1 day')")
        )
    with (
        pytest.raises(DBAPIError, match=r"kept until its term|cannot be changed"),
        wereld.opslag.schrijf() as verbinding,
    ):
        verbinding.execute(text(opdracht))


def test_migrating_at_the_same_moment_is_safe(wereld: Wereld) -> None:
    engine = database.maak_engine(os.environ["PROEF_POSTGRES"], schrijft=True)
    draden = [threading.Thread(target=database.migreer, args=(engine,)) for _ in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    engine.dispose()
