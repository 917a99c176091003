"""An income that was given but converted from what was said: its margin, and what does not follow from it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

from actions.regels.afleiden import Afgeleid, Afleider
from actions.regels.kern import bepaal
from actions.regels.participatiewet import bijstand
from actions.regels.typen import Medebewoner, Schatting
from tests.regels.hulp import parameters

DAG = date(2026, 11, 20)
BIJSTAND = {"bijstand": bijstand.REGELING}
ALLEEN: dict[str, object] = {"leeftijd": 34, "partner": False, "vermogen": (D(0), D(0))}


def test_a_margin_that_spans_the_limit_is_said_and_one_that_does_not_is_not() -> None:
    """Without a partner zorgtoeslag ends at a toetsingsinkomen of 40,857 (2026)."""
    for bedrag, verwacht in ((D(40_700), True), (D(30_000), False)):
        ruim = Schatting("delen", bedrag - 300, bedrag + 300)
        uitslag = bepaal(
            {**ALLEEN, "inkomen_jaar": bedrag},
            parameters(),
            DAG,
            ["zorgtoeslag"],
            geschat={"inkomen_jaar": ruim},
        )
        uitkomst = uitslag.uitkomst("zorgtoeslag")
        assert uitkomst.schatting
        assert uitkomst.marge is not None
        assert uitkomst.marge > 0
        assert ("marge_kan_omslaan" in [r.code for r in uitkomst.let_op]) is verwacht
        assert uitkomst.let_op[0].waarden == {"uit": ("delen",)}


def test_where_something_else_says_no_the_income_cannot_turn_it() -> None:
    """Close to the income limit, but far too much wealth: exact amounts change nothing."""
    ruim = Schatting("delen", D(40_400), D(41_000))
    feiten = {**ALLEEN, "inkomen_jaar": D(40_900), "vermogen": D(500_000)}
    uitslag = bepaal(feiten, parameters(), DAG, ["zorgtoeslag"], geschat={"inkomen_jaar": ruim})
    uitkomst = uitslag.uitkomst("zorgtoeslag")
    assert {r.code for r in uitkomst.redenen} == {"inkomen_te_hoog", "vermogen_te_hoog"}
    assert "marge_kan_omslaan" not in [r.code for r in uitkomst.let_op]


def test_a_multiplied_amount_has_no_margin_of_its_own() -> None:
    uitslag = bepaal(
        {**ALLEEN, "inkomen_jaar": D(30_000)},
        parameters(),
        DAG,
        ["zorgtoeslag"],
        geschat={"inkomen_jaar": Schatting("maand")},
    )
    uitkomst = uitslag.uitkomst("zorgtoeslag")
    assert uitkomst.schatting
    assert [r.code for r in uitkomst.let_op] == ["inkomen_omgerekend", "terugbetalen_schatting"]


def test_the_net_month_does_not_follow_from_a_year_in_parts() -> None:
    feiten = {**ALLEEN, "inkomen_jaar": D(12_000), "inkomen_soort": "loon"}
    delen = {"inkomen_jaar": Schatting("delen")}
    gelijk = bepaal(feiten, parameters(), DAG, ["bijstand"], catalogus=BIJSTAND)
    wisselend = bepaal(feiten, parameters(), DAG, ["bijstand"], geschat=delen, catalogus=BIJSTAND)
    assert "netto_inkomen_maand" not in gelijk.open_paden
    assert "netto_inkomen_maand" in wisselend.open_paden


def test_the_estimate_of_a_co_resident_counts_too() -> None:
    feiten = {
        **ALLEEN, "inkomen_jaar": D(20_000), "kinderen": (), "woonsituatie": "huur_zelfstandig", "kale_huur": D(650),
        "medebewoners": (Medebewoner(45, D(18_000), "broer_zus"),),
    }  # fmt: skip
    pad = "medebewoners.0.inkomen_jaar"
    geschat = {pad: Schatting("netto", D(17_000), D(19_000))}
    zonder = bepaal(feiten, parameters(), DAG, ["huurtoeslag"]).uitkomst("huurtoeslag")
    met = bepaal(feiten, parameters(), DAG, ["huurtoeslag"], geschat=geschat).uitkomst("huurtoeslag")
    assert met.bedrag_per_maand == zonder.bedrag_per_maand
    assert not zonder.schatting
    assert met.schatting
    assert met.marge is not None
    assert met.marge > 0


def test_the_bounds_of_what_was_said_travel_to_what_follows_from_it() -> None:
    """1,850 net a month, or with holiday pay up to 1,980: the gross year may be anything both give."""
    feiten = {**ALLEEN, "inkomen_soort": "loon"}

    def jaar(maand: D, **geschat: Schatting) -> Afgeleid:
        afleider = Afleider({**feiten, "netto_inkomen_maand": maand}, parameters(), DAG, geschat=geschat)
        gevonden = afleider.van("inkomen_jaar")
        assert gevonden is not None
        return gevonden

    laagste, hoogste = jaar(D(1_850)), jaar(D(1_980))
    ruim = jaar(D(1_980), netto_inkomen_maand=Schatting("vakantiegeld", D(1_850), D(1_980)))
    assert (ruim.laag, ruim.waarde, ruim.hoog) == (laagste.laag, hoogste.waarde, hoogste.hoog)
    assert laagste.laag < hoogste.laag
