"""The measurements measure what they say: counts of one run, and the arithmetic of the table. No times on the wall."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.rekenen import GENOEG_GEVRAAGD
from ops.bench.bewoner import KomtNietKlaar, doe_de_check
from ops.bench.gegevens import Huishouden, huishoudens, zinnen
from ops.bench.tabel import Meting, p50, p95, percentiel, toon
from ops.bench.vragen import bronnen_in

HUISHOUDENS = huishoudens()


@pytest.fixture(scope="module")
def bronnen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bronnen]:
    """One record for all households, as in the measurement itself."""
    with bronnen_in(tmp_path_factory.mktemp("bench")) as bronnen:
        yield bronnen


def test_percentielen() -> None:
    assert p50([3, 1, 2]) == 2
    assert p95(range(1, 101)) == 95
    assert percentiel([7], 0.01) == 7
    with pytest.raises(ValueError, match="no values"):
        p50([])


def test_boven_de_balk_is_te_zien() -> None:
    tabel = toon(
        "Kop",
        [Meting("goed", 2, "ms", 2), Meting("te veel", 2.5, "ms", 2), Meting("niet gemeten", None, "ms", 2)],
    )
    regels = tabel.splitlines()
    assert [regel for regel in regels if "<-- over" in regel] == [
        regel for regel in regels if "te veel" in regel
    ]
    assert "2.50 ms" in tabel
    assert regels[-1].split()[-3:] == ["<=", "2", "ms"]


def test_verschillende_huishoudens() -> None:
    assert len({h.naam for h in HUISHOUDENS}) == len(HUISHOUDENS) >= 24
    assert {h.feiten["inkomen_soort"] for h in HUISHOUDENS} >= {"loon", "bijstand", "ww", "aow", "geen"}
    assert any(h.paar for h in HUISHOUDENS)
    assert {h.feiten["woonsituatie"] for h in HUISHOUDENS} >= {
        "huur_zelfstandig",
        "huur_kamer",
        "koop",
        "inwonend",
    }
    assert any("weet_niet" in h.feiten.values() for h in HUISHOUDENS)


@pytest.mark.parametrize("huishouden", HUISHOUDENS, ids=lambda h: h.naam)
def test_elk_huishouden_is_binnen_de_balk_klaar(huishouden: Huishouden, bronnen: Bronnen) -> None:
    gesprekje = doe_de_check(bronnen, huishouden)
    assert 0 < gesprekje.vragen <= 26
    # What would only sharpen a sum is not asked of somebody who answered so much already.
    assert not [vraag for vraag in gesprekje.gevraagd[GENOEG_GEVRAAGD:] if "geboortemaand" in vraag]
    if gesprekje.eerste_bedrag is not None:
        assert 0 < gesprekje.eerste_bedrag <= gesprekje.vragen
    # Asked twice: an income per month (is the holiday pay in it?), and wealth that is not known (is it under the limit?).
    onbekend = {"vermogen"} if huishouden.feiten["vermogen"] == "weet_niet" else set()
    dubbel = {vraag for vraag in gesprekje.gevraagd if gesprekje.gevraagd.count(vraag) > 1}
    assert dubbel == set(huishouden.zegt) | onbekend


def test_wie_geen_antwoord_heeft_wordt_gemeld(bronnen: Bronnen) -> None:
    kaal = Huishouden(naam="kaal", soort="", feiten={"leeftijd": 40})
    with pytest.raises(KomtNietKlaar, match="no answer to partner"):
        doe_de_check(bronnen, kaal)


def test_zinnen() -> None:
    assert len(zinnen().gesprek) == 25
    assert len(zinnen().rondje) == 10
