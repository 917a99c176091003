"""Every day in wanneer.yml is read as it should be."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from actions.lezen import Dubbelzinnig, Gelezen, NietGelezen
from actions.lezen.wanneer import (
    MAANDEN_TERUG,
    MAANDEN_VOORUIT,
    REDENEN_DUBBELZINNIG,
    REDENEN_NIET_GELEZEN,
    lees_wanneer,
    plus_maanden,
    zoek_wanneer,
)

DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "wanneer.yml").read_text(encoding="utf-8"))
VANDAAG: date = DATA["vandaag"]
CONTENT = Path(__file__).parents[2] / "content"
AL = {"komt": False, "was": True, None: None}


def _regels(lijst: str) -> list[Any]:
    return [pytest.param(*regel, id=f"{regel[0]}-{regel[1]}") for regel in DATA[lijst]]


@pytest.mark.parametrize(("tekst", "wanneer", "dag"), _regels("gelezen"))
def test_gelezen(tekst: str, wanneer: str | None, dag: str) -> None:
    uitslag = lees_wanneer(tekst, VANDAAG, al=AL[wanneer])
    assert isinstance(uitslag, Gelezen), uitslag
    assert str(uitslag.waarde) == dag
    assert uitslag.vreemd <= 1


@pytest.mark.parametrize(("tekst", "wanneer", "reden", "dagen"), _regels("dubbelzinnig"))
def test_dubbelzinnig(tekst: str, wanneer: str | None, reden: str, dagen: list[str]) -> None:
    uitslag = lees_wanneer(tekst, VANDAAG, al=AL[wanneer])
    assert isinstance(uitslag, Dubbelzinnig), uitslag
    assert uitslag.reden == reden
    assert [str(lezing.waarde) for lezing in uitslag.lezingen] == dagen
    assert reden in REDENEN_DUBBELZINNIG


@pytest.mark.parametrize(("tekst", "wanneer", "reden"), _regels("niet_gelezen"))
def test_niet_gelezen(tekst: str, wanneer: str | None, reden: str) -> None:
    assert lees_wanneer(tekst, VANDAAG, al=AL[wanneer]) == NietGelezen(reden)
    assert reden in REDENEN_NIET_GELEZEN


@pytest.mark.parametrize(("tekst", "wanneer", "dag"), _regels("zin"))
def test_in_een_zin(tekst: str, wanneer: str | None, dag: str | list[str] | None) -> None:
    uitslag = zoek_wanneer(tekst, VANDAAG, al=AL[wanneer])
    if isinstance(uitslag, Dubbelzinnig):
        assert [str(lezing.waarde) for lezing in uitslag.lezingen] == dag
    else:
        assert (uitslag and str(uitslag.waarde)) == dag


def test_genoeg_en_verschillend() -> None:
    alles = [
        (*regel[:2], lijst) for lijst in ("gelezen", "dubbelzinnig", "niet_gelezen") for regel in DATA[lijst]
    ]
    onleesbaar = [regel for regel in alles if regel[2] != "gelezen"]
    assert len(alles) >= 150
    assert 10 * len(onleesbaar) >= 4 * len(alles)
    assert [regel for regel, keer in Counter(regel[:2] for regel in alles).items() if keer > 1] == []
    assert {regel[2] for regel in DATA["dubbelzinnig"]} == REDENEN_DUBBELZINNIG
    assert {regel[2] for regel in DATA["niet_gelezen"]} | {"te_lang"} == REDENEN_NIET_GELEZEN


def test_te_lang_wordt_niet_gelezen() -> None:
    assert lees_wanneer("1 december " * 60, VANDAAG) == NietGelezen("te_lang")
    assert zoek_wanneer("1 december " * 60, VANDAAG) is None


@given(
    st.dates(date(2024, 1, 1), date(2031, 12, 31)),
    st.integers(-360, 540),
    st.sampled_from([True, False, None]),
)
def test_een_hele_datum_is_die_datum_of_buiten_de_grens(
    vandaag: date, verschil: int, al: bool | None
) -> None:
    dag = vandaag + timedelta(days=verschil)
    uitslag = lees_wanneer(f"{dag.day}-{dag.month}-{dag.year}", vandaag, al=al)
    if plus_maanden(vandaag, -MAANDEN_TERUG) <= dag <= plus_maanden(vandaag, MAANDEN_VOORUIT):
        assert uitslag == Gelezen(dag, 0)
    else:
        assert isinstance(uitslag, NietGelezen)


@given(
    st.text(max_size=80), st.dates(date(2024, 1, 1), date(2031, 12, 31)), st.sampled_from([True, False, None])
)
def test_nooit_een_fout(tekst: str, vandaag: date, al: bool | None) -> None:
    uitslag = lees_wanneer(tekst, vandaag, al=al)
    if isinstance(uitslag, Gelezen) and isinstance(uitslag.waarde, date):
        assert (
            plus_maanden(vandaag, -MAANDEN_TERUG) <= uitslag.waarde <= plus_maanden(vandaag, MAANDEN_VOORUIT)
        )
    zoek_wanneer(tekst, vandaag, al=al)


def test_bij_elke_reden_is_er_een_tekst() -> None:
    teksten = yaml.safe_load((CONTENT / "teksten" / "wanneer.yml").read_text(encoding="utf-8"))
    assert set(teksten) == REDENEN_DUBBELZINNIG | REDENEN_NIET_GELEZEN | {"weet_niet"}
