"""Households in which something changes, every number worked out by hand from the amounts of 2026."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.regels.hulp import GEZIN
from tests.regels.vergelijken.hulp import VANDAAG, bedragen, euro, van, vergeleken

ALLEEN: dict[str, Any] = {
    "leeftijd": 34,
    "partner": False,
    "inkomen_jaar": "24000",
    "inkomen_soort": "loon",
    "kinderen": [],
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "650",
    "medebewoners": [],
    "vermogen": "0",
}
"""One person with a wage and a rented home."""


def test_a_baby_is_born() -> None:
    """On 15 August: kindgebonden budget from September, kinderbijslag by who is there on 1 October.

    Kindgebonden budget, income 24,000 under the threshold of 29,736, so nothing comes off:
        before  2 x 2,580 + 3,416 = 8,576 a year; 8,576 / 12 = 714.67, down 714 a month
        after   3 x 2,580 + 3,416 = 11,156 a year; 11,156 / 12 = 929.67, down 929 a month
        2026    8 months of 8,576 / 12 and 4 of 11,156 / 12 = 5,717.33 + 3,718.67 = 9,436; less 8,576 = 860
    Kinderbijslag a quarter: 298.40 (3 years) + 362.35 (8 years) = 660.75; with the baby 298.40 more = 959.15.
        2026    only the fourth quarter: 298.40
    Huurtoeslag: three persons or more already. Zorgtoeslag: children do not matter.
    """
    v = vergeleken(GEZIN, {**GEZIN, "kinderen": [3, 8, 0]}, date(2026, 8, 15), "kind-geboren")
    kgb, kinderbijslag = van(v, "kindgebonden-budget"), van(v, "kinderbijslag")
    assert bedragen(kgb) == [714, 929, 860]
    assert (kgb.vanaf, kgb.werkt, kgb.oorzaak, kgb.door) == (
        date(2026, 9, 1),
        "vanaf_maand",
        "hoger",
        ("kinderen",),
    )
    assert bedragen(kinderbijslag) == [euro("660.75"), euro("959.15"), euro("298.40")]
    assert (kinderbijslag.vanaf, kinderbijslag.verschil_per_maand) == (date(2026, 10, 1), None)
    assert [van(v, r).dit_jaar for r in ("zorgtoeslag", "huurtoeslag")] == [0, 0]
    assert v.dit_jaar == euro("1158.40")  # 860 + 298.40
    assert v.per_maand.verschil == 215  # 929 - 714
    assert v.vol_jaar.verschil == euro(
        "3766.94"
    )  # 11,156 - 8,576 = 2,580, and 2 x 295.07 + 2 x 298.40 = 1,186.94
    assert [(m.bij, m.uiterlijk) for m in v.melden] == [
        ("toeslagen", date(2026, 9, 12)),  # 15 August and four weeks
        ("svb", date(2026, 9, 12)),
    ]
    assert v.nieuw_aanvragen == ()
    assert v.let_op == ()


def test_moving_in_together() -> None:
    """A single parent with 24,000, from 16 July with a partner who earns 20,000: from August. Together 44,000.

    Zorgtoeslag (drempel 29,736; 13.730% above it)
        alone   2,119 - 1.912% x 29,736 = 2,119 - 568.55232 = 1,550.44768; rounded 1,550 / 12 = 129.17, down 129
        two     4,238 - 4.289% x 29,736 - 13.730% x (44,000 - 29,736)
                = 4,238 - 1,275.37704 - 1,958.4472 = 1,004.17576; rounded 1,004 / 12 = 83.67, down 83
        2026    7/12 x 1,550.44768 + 5/12 x 1,004.17576 = 904.42781 + 418.40657 = 1,322.83, rounded 1,323; less 1,550 = -227
    Huurtoeslag (rent 720; three persons, then four: aftoppingsgrens 764.14 for both)
        100%    498.20 - 200.71 = 297.49
        65%     720 - 498.20 = 221.80 x 65% = 144.17
        alone   297.49 + 144.17 = 441.66 (24,000 is under the ijkpunt of 31,500), down 441
        two     22% x (44,000 - 31,500) / 12 = 229.16667 off: 212.49333, down 212
        2026    7 x 441.66 + 5 x 212.49333 = 3,091.62 + 1,062.46667 = 4,154.09, rounded 4,154
                less 12 x 441.66 = 5,299.92, rounded 5,300: -1,146
    Kindgebonden budget
        alone   2 x 2,580 + 3,416 = 8,576; 714 a month
        two     no top-up for who is alone; 7.60% x (44,000 - 39,141) = 369.284 off: 5,160 - 369.284 = 4,790.716; 399 a month
        2026    7/12 x 8,576 + 5/12 x 4,790.716 = 5,002.66667 + 1,996.13167 = 6,998.80, rounded 6,999; less 8,576 = -1,577
    """
    samen = {**GEZIN, "partner": True, "leeftijd_partner": 36, "inkomen_partner_jaar": "20000"}
    v = vergeleken(GEZIN, samen, date(2026, 7, 16), "samenwonen")
    assert bedragen(van(v, "zorgtoeslag")) == [129, 83, -227]
    assert bedragen(van(v, "huurtoeslag")) == [441, 212, -1146]
    assert bedragen(van(v, "kindgebonden-budget")) == [714, 399, -1577]
    assert {van(v, r).vanaf for r in ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")} == {
        date(2026, 8, 1)
    }
    assert {van(v, r).werkt for r in ("zorgtoeslag", "huurtoeslag")} == {"vanaf_maand"}
    assert van(v, "kinderbijslag").oorzaak == "gelijk"
    assert v.per_maand.voor == 1284  # 129 + 441 + 714
    assert v.per_maand.na == 694  # 83 + 212 + 399
    assert v.dit_jaar == -2950  # -227 - 1,146 - 1,577
    # 1,004 + (12 x 212.49333 = 2,549.92, rounded 2,550) + 4,791 less 1,550 + 5,300 + 8,576
    assert v.vol_jaar.verschil == 8345 - 15426
    assert [r.code for r in v.let_op] == ["geef_nu_door"]
    assert [(m.bij, m.soorten, m.uiterlijk) for m in v.melden] == [
        ("toeslagen", ("partner",), date(2026, 8, 13))
    ]


def test_a_pay_rise_in_july_also_lowers_january_to_june() -> None:
    """24,000 a year, from July at a level of 36,000: 30,000 over 2026. Rent 650, alone.

    Zorgtoeslag
        24,000  1,550 a year, 129 a month (see above)
        30,000  2,119 - 568.55232 - 13.730% x 264 = 1,550.44768 - 36.2472 = 1,514.20048; 1,514 a year, 126.17: 126 a month
        2026    1,514 - 1,550 = -36; January up to and including July: 7 x 3 = 21 too much
        36,000  2,119 - 568.55232 - 13.730% x 6,264 = 690.40048; 690 in a full year
    Huurtoeslag, one person (ijkpunt 23,425; 27%)
        100%    498.20 - 202.52 = 295.68
        65%     (650 - 498.20) x 65% = 98.67
        24,000  394.35 - 27% x 575 / 12 = 394.35 - 12.9375 = 381.4125: 381; year 4,576.95: 4,577
        30,000  394.35 - 27% x 6,575 / 12 = 394.35 - 147.9375 = 246.4125: 246; year 2,956.95: 2,957
        2026    2,957 - 4,577 = -1,620; 7 x (381 - 246) = 945 too much
        36,000  394.35 - 27% x 12,575 / 12 = 394.35 - 282.9375 = 111.4125; year 1,336.95: 1,337
    """
    v = vergeleken(
        ALLEEN,
        {**ALLEEN, "inkomen_jaar": "30000"},
        date(2026, 7, 1),
        "meer-verdienen",
        vol_jaar={"inkomen_jaar": "36000"},
    )
    zorg, huur = van(v, "zorgtoeslag"), van(v, "huurtoeslag")
    assert bedragen(zorg) == [129, 126, -36]
    assert bedragen(huur) == [381, 246, -1620]
    assert [zorg.al_te_veel_ontvangen, huur.al_te_veel_ontvangen] == [21, 945]
    assert (zorg.vanaf, zorg.werkt, zorg.door) == (date(2026, 1, 1), "heel_jaar", ("inkomen",))
    assert [zorg.vol_jaar_voor, zorg.vol_jaar_na] == [1550, 690]
    assert [huur.vol_jaar_voor, huur.vol_jaar_na] == [4577, 1337]
    assert v.dit_jaar == -1656
    assert [(r.code, r.waarden.get("som")) for r in v.let_op] == [
        ("al_te_veel", Decimal(966)),
        ("geef_nu_door", None),
        ("zonder_inkomen", None),
    ]
    assert [(m.bij, m.uiterlijk) for m in v.melden] == [("toeslagen", date(2026, 7, 29))]


def test_who_gets_nothing_got_nothing_too_much() -> None:
    na = {**ALLEEN, "inkomen_jaar": "30000"}
    v = vergeleken({**ALLEEN, "krijgt_al": ["huurtoeslag"]}, na, date(2026, 7, 1))
    assert van(v, "zorgtoeslag").al_te_veel_ontvangen is None
    assert van(v, "huurtoeslag").al_te_veel_ontvangen == 945
    v = vergeleken({**ALLEEN, "krijgt_al": []}, na, date(2026, 7, 1), ontvangt=frozenset({"zorgtoeslag"}))
    assert van(v, "zorgtoeslag").al_te_veel_ontvangen == 21
    assert van(v, "huurtoeslag").al_te_veel_ontvangen is None


def test_nothing_changes() -> None:
    v = vergeleken(GEZIN, GEZIN, VANDAAG)
    assert {d.oorzaak for d in v.verschillen} == {"gelijk"}
    assert {d.vanaf for d in v.verschillen} == {None}
    assert [v.dit_jaar, v.per_maand.verschil, v.vol_jaar.verschil] == [0, 0, 0]
    assert (v.melden, v.nieuw_aanvragen, v.let_op) == ((), (), ())
