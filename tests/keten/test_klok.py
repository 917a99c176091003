"""The turn of the year, with the real processes: before new amounts are known, last year's rules hold and that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from ops.huis import Huis
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER, ALLEENSTAANDE_OUDER_BEDRAGEN
from tests.keten.hulp import bewaakt, huis_op
from tests.keten.klant import Klant, http_client

DAGEN = ("2027-01-02", "2027-07-01")


@pytest.fixture(scope="module")
def huizen(tmp_path_factory: pytest.TempPathFactory, model: Path) -> Iterator[dict[str, Huis]]:
    huizen = {dag: huis_op(tmp_path_factory.mktemp(dag), dag, model) for dag in DAGEN}
    with ExitStack() as einde, ThreadPoolExecutor(len(huizen)) as pool:
        for huis in huizen.values():
            einde.callback(huis.stop)
        list(pool.map(Huis.start, huizen.values()))
        yield huizen


@pytest.mark.parametrize("dag", DAGEN)
def test_a_whole_check_in_a_year_without_amounts(huizen: dict[str, Huis], dag: str) -> None:
    huis = huizen[dag]
    with bewaakt(huis, Counter()), http_client(huis.web_url) as http:
        klant = Klant(http)
        klant.zeg("waar heb ik recht op")
        klant.tot_het_einde(ALLEENSTAANDE_OUDER)
        assert klant.bedragen() == ALLEENSTAANDE_OUDER_BEDRAGEN
        for uitkomst in klant.uitkomsten().values():
            assert uitkomst["jaar"] == 2026
            assert uitkomst["schatting"] is True
            redenen = {let_op["code"]: let_op["tekst"] for let_op in uitkomst["let_op"]}
            assert "2026" in redenen["regels_van_eerder_jaar"]
        assert klant.laatste["tussenstand"]["onder_voorbehoud"] is True
