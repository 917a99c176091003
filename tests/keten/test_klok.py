"""The turn of the year, with the real processes: before new amounts are known, last year's rules hold and that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from actions.regels.catalogus import REGELINGEN
from ops.huis import Huis
from tests.keten.huishoudens import ALLEENSTAANDE_OUDER, ALLEENSTAANDE_OUDER_BEDRAGEN
from tests.keten.hulp import VANDAAG, bewaakt
from tests.keten.klant import Klant, http_client


@pytest.fixture(scope="module")
def draai_de_klok(_huis: Huis) -> Iterator[Callable[[str], Huis]]:
    """Gives the house in which it is always this day. Rasa knows no day, so it goes on."""

    def draai(dag: str) -> Huis:
        _huis.herstart("actions", "web", RECHTOP_VANDAAG=dag)
        return _huis

    yield draai
    draai(VANDAAG)


@pytest.mark.parametrize("dag", ["2027-01-02", "2027-07-01"])
def test_a_whole_check_in_a_year_without_amounts(draai_de_klok: Callable[[str], Huis], dag: str) -> None:
    huis = draai_de_klok(dag)
    with bewaakt(huis, Counter()), http_client(huis.web_url) as http:
        klant = Klant(http)
        klant.zeg("waar heb ik recht op")
        klant.tot_het_einde(ALLEENSTAANDE_OUDER)
        assert klant.bedragen() == ALLEENSTAANDE_OUDER_BEDRAGEN
        landelijk = {r: u for r, u in klant.uitkomsten().items() if r in REGELINGEN}
        assert len(landelijk) == len(REGELINGEN)
        for uitkomst in landelijk.values():
            assert uitkomst["jaar"] == 2026
            assert uitkomst["schatting"] is True
            redenen = {let_op["code"]: let_op["tekst"] for let_op in uitkomst["let_op"]}
            assert "2026" in redenen["regels_van_eerder_jaar"]
        assert klant.laatste["tussenstand"]["onder_voorbehoud"] is True
