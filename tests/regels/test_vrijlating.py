"""Which part of an income does not count beside bijstand and AIO: the part from work, exact, as an estimate, or not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions.regels.kern import Uitslag, bepaal
from actions.regels.regeling import Uitkomst
from actions.regels.typen import WEET_NIET, Schatting
from tests.regels.hulp import ALLES, WEL, parameters

D = Decimal
NU = date(2026, 11, 20)
ALLEEN: dict[str, object] = {
    "leeftijd": 35,
    "partner": False,
    "kinderen": (),
    "medebewoners": (),
    "woonsituatie": "huur_zelfstandig",
    "vermogen": (D(0), D(0)),
}
WERKT: dict[str, object] = {**ALLEEN, "netto_inkomen_maand": D(600), "bijverdienen_maanden": D(1)}
"""The norm is 1419.46; of what is left 95.2% is paid each month."""


def oordeel(feiten: dict[str, object], geschat: dict[str, Schatting] | None = None) -> Uitslag:
    return bepaal(feiten, parameters(), NU, ("bijstand", "aio"), geschat=geschat or {}, catalogus=ALLES)


def bijstand(feiten: dict[str, object], geschat: dict[str, Schatting] | None = None) -> Uitkomst:
    return oordeel(feiten, geschat).uitkomst("bijstand")


@pytest.mark.parametrize(
    ("arbeid", "maand"),
    [
        ("0", "780.13"),  # (1419.46 - 600) x 0.952
        ("5000", "851.53"),  # half of it is work: 25% of 300 left out of account
        ("10000", "922.93"),
        ("20000", "922.93"),  # never more than all of it
    ],
)
def test_alleen_het_deel_uit_werk_is_vrij(arbeid: str, maand: str) -> None:
    feiten = {**WERKT, "inkomen_jaar": D(10_000), "arbeidsinkomen_jaar": D(arbeid)}
    assert bijstand(feiten).bedrag_per_maand == D(maand)


def test_zonder_jaarinkomen_is_het_deel_uit_werk_niet_bekend() -> None:
    feiten = {**WERKT, "inkomen_jaar": WEET_NIET, "arbeidsinkomen_jaar": D(5_000)}
    assert bijstand(feiten).bedrag_per_maand == D("780.13")


def test_na_zes_maanden_maken_kinderen_uit_wat_vrij_is() -> None:
    feiten = {**WERKT, "inkomen_soort": "loon", "bijverdienen_maanden": D(7)}
    del feiten["kinderen"]
    assert oordeel(feiten).ontbrekend["bijstand"] == ("kinderen",)


DEELS = {**WERKT, "inkomen_jaar": D(10_000), "arbeidsinkomen_jaar": D(5_000)}
MARGES = {
    # 25% of 600, for the part from work that each end of the year leaves: 5/12 to 10/19 of it; half of it is told.
    "ruimer omhoog": (9_500, 12_000, "851.53", "11.90"),
    "ruimer omlaag": (8_000, 10_100, "851.53", "17.85"),  # 5/8
    "alles kan uit werk zijn": (4_000, 10_000, "851.53", "71.40"),
}


@pytest.mark.parametrize(("laag", "hoog", "maand", "marge"), MARGES.values(), ids=MARGES)
def test_een_geschat_jaar_geeft_het_deel_uit_werk_een_marge(
    laag: int, hoog: int, maand: str, marge: str
) -> None:
    """Neither nothing nor one end of it: what is left out of account lies between what both ends give."""
    geschat = {"inkomen_jaar": Schatting("vier_weken", D(laag), D(hoog))}
    u = bijstand(DEELS, geschat)
    assert (u.recht, u.schatting) == (WEL, True)
    assert (u.bedrag_per_maand, u.marge) == (D(maand), D(marge))
    assert u.marge is not None
    for jaar in range(laag, hoog + 1, 500):
        echt = bijstand({**DEELS, "inkomen_jaar": D(jaar)})
        assert echt.bedrag_per_maand is not None
        assert abs(echt.bedrag_per_maand - D(maand)) <= u.marge


def test_zonder_marge_in_het_deel_uit_werk_is_er_geen() -> None:
    """A year with a margin that is all from work, whichever end of it is the right one."""
    feiten = {**DEELS, "arbeidsinkomen_jaar": D(20_000)}
    u = bijstand(feiten, {"inkomen_jaar": Schatting("vier_weken", D(9_000), D(11_000))})
    assert (u.bedrag_per_maand, u.marge) == (D("922.93"), D(0))


def test_een_jaar_dat_uit_het_netto_volgt_maakt_de_bijstand_een_schatting() -> None:
    """The part from work is held against a year that nobody gave, and the outcome says so."""
    feiten = {
        **WERKT,
        "netto_inkomen_maand": D(1_000),
        "inkomen_soort": "loon",
        "arbeidsinkomen_jaar": D(6_000),
    }
    u = bijstand(feiten)
    assert u.schatting
    assert ("inkomen_omgerekend", ("netto",)) in [(r.code, r.waarden.get("uit")) for r in u.let_op]
    assert u.marge
    assert not bijstand(WERKT).schatting


@pytest.mark.parametrize("feit", ["inkomen_jaar", "arbeidsinkomen_jaar"])
def test_de_uitkomst_noemt_waarop_het_deel_uit_werk_rust(feit: str) -> None:
    assert feit in bijstand(DEELS).door
    assert feit not in bijstand({**DEELS, "bijverdienen_maanden": D(30)}).door


@pytest.mark.parametrize(("arbeid", "verwacht"), [("0", False), ("1", True), (None, False)])
def test_wie_werk_naast_bijstand_heeft_leest_wat_er_vrij_kan_blijven(
    arbeid: str | None, verwacht: bool
) -> None:
    """By the amount from work, also where another source is the main one."""
    feiten = {
        **ALLEEN,
        "netto_inkomen_maand": D(600),
        "inkomen_soort": "alimentatie",
        "inkomen_jaar": D(7_200),
    }
    if arbeid is not None:
        feiten["arbeidsinkomen_jaar"] = D(arbeid)
    codes = {r.code for r in bijstand(feiten).let_op}
    assert ("misschien_deel_houden" in codes) is verwacht


def test_de_som_van_bijstand_is_heel() -> None:
    feiten = {**WERKT, "inkomen_soort": "loon"}
    assert [s.id for s in bijstand(feiten).stappen] == [
        "norm", "inkomen", "vrijlating", "bijstand", "vakantietoeslag", "maand", "jaar",
    ]  # fmt: skip
