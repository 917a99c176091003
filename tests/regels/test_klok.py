"""Which year's rules hold: the reference date's own, last year's said aloud, or none."""

from __future__ import annotations

from datetime import date

import pytest

from tests.regels.hulp import ONBEKEND, TOESLAGEN, vraag

HUISHOUDEN: dict[str, object] = {
    "leeftijd": 40,
    "partner": False,
    "kinderen": [8],
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "600",
    "servicekosten": "0",
    "medebewoners": [],
    "inkomen_jaar": "25000",
    "vermogen": "0",
}


@pytest.mark.parametrize("peildatum", [date(2024, 1, 1), date(2025, 7, 1), date(2026, 12, 31)], ids=str)
def test_een_volledig_jaar_rekent_met_zijn_eigen_regels(peildatum: date) -> None:
    for uitkomst in vraag(HUISHOUDEN, peildatum).uitkomsten:
        assert uitkomst.jaar == peildatum.year
        assert not uitkomst.schatting
        assert "regels_van_eerder_jaar" not in {reden.code for reden in uitkomst.let_op}


@pytest.mark.parametrize("peildatum", [date(2027, 1, 2), date(2027, 7, 1), date(2027, 12, 31)], ids=str)
def test_voor_de_publicatie_gelden_de_regels_van_het_vorige_jaar_en_dat_staat_erbij(peildatum: date) -> None:
    nu = {u.regeling: u for u in vraag(HUISHOUDEN, date(2026, 12, 31)).uitkomsten}
    for uitkomst in vraag(HUISHOUDEN, peildatum).uitkomsten:
        assert uitkomst.jaar == 2026
        assert uitkomst.schatting
        assert "regels_van_eerder_jaar" in {reden.code for reden in uitkomst.let_op}
        assert uitkomst.recht == nu[uitkomst.regeling].recht
        assert uitkomst.bedrag_per_maand == nu[uitkomst.regeling].bedrag_per_maand


@pytest.mark.parametrize("peildatum", [date(2023, 12, 31), date(2028, 1, 1), date(2030, 6, 1)], ids=str)
def test_zonder_regels_voor_een_jaar_zeggen_we_niets(peildatum: date) -> None:
    uitslag = vraag(HUISHOUDEN, peildatum)
    assert {u.regeling for u in uitslag.uitkomsten} == set(TOESLAGEN)
    for uitkomst in uitslag.uitkomsten:
        assert uitkomst.recht == ONBEKEND
        assert {reden.code for reden in uitkomst.redenen} == {"geen_parameters"}
        assert uitkomst.bedrag_per_maand is None
        assert uitkomst.bedrag_per_jaar is None
    assert uitslag.volgende is None


def test_hetzelfde_huishouden_krijgt_elk_jaar_een_ander_bedrag() -> None:
    for regeling in TOESLAGEN:
        bedragen = {
            vraag(HUISHOUDEN, date(jaar, 7, 1)).uitkomst(regeling).bedrag_per_jaar
            for jaar in (2024, 2025, 2026)
        }
        assert len(bedragen) == 3
