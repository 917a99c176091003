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
    assert v.melden == ()  # the gemeente passes it on
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


def test_a_child_comes_of_age() -> None:
    """On 20 August: from September no child any more but somebody who lives along, and earns 18,000 a year.

    Kindgebonden budget
        before  2 x 2,580 + 964 (16 or 17) + 3,416 = 9,540; 795 a month
        after   2,580 + 3,416 = 5,996; 499.67, down 499
        2026    8/12 x 9,540 + 4/12 x 5,996 = 6,360 + 1,998.66667 = 8,358.67, rounded 8,359; less 9,540 = -1,181
    Kinderbijslag a quarter: 362.35 (8 years) + 426.29 (17 years) = 788.64; from 1 October 362.35
    Huurtoeslag: of the income of a child under 23 what is above 6,218 counts: 24,000 + 11,782 = 35,782
        before  441.66 (see above); after 22% x (35,782 - 31,500) / 12 = 78.50333 off: 363.15667, down 363
        2026    8 x 441.66 + 4 x 363.15667 = 3,533.28 + 1,452.62667 = 4,985.91, rounded 4,986; less 5,300 = -314
    """
    voor = {**GEZIN, "kinderen": [8, 17], "kinderen_geboortemaand": [None, "2008-08"]}
    kind = {"leeftijd": 18, "geboortemaand": "2008-08", "inkomen_jaar": "18000", "relatie": "kind"}
    na = {**GEZIN, "kinderen": [8], "medebewoners": [kind]}
    v = vergeleken(voor, na, date(2026, 8, 20), "kind-wordt-18")
    assert bedragen(van(v, "kindgebonden-budget")) == [795, 499, -1181]
    assert bedragen(van(v, "kinderbijslag")) == [euro("788.64"), euro("362.35"), euro("-426.29")]
    assert bedragen(van(v, "huurtoeslag")) == [441, 363, -314]
    assert van(v, "huurtoeslag").door == ("kinderen", "medebewoners")
    assert van(v, "kinderbijslag").vanaf == date(2026, 10, 1)
    # The SVB knows how old a child is; Dienst Toeslagen does not know what it earns.
    assert [(m.bij, m.soorten) for m in v.melden] == [("toeslagen", ("medebewoners",))]
    assert [(r.code, r.waarden) for r in v.let_op] == [("geef_nu_door", {"regelingen": ("huurtoeslag",)})]


def test_a_couple_separates() -> None:
    """On 3 May: from June alone again. Amounts of one and of two as in `test_moving_in_together`.

    2026: zorgtoeslag 5/12 x 1,004.17576 + 7/12 x 1,550.44768 = 418.40657 + 904.42781 = 1,322.83, rounded 1,323; less 1,004
    huurtoeslag 5 x 212.49333 + 7 x 441.66 = 1,062.46667 + 3,091.62 = 4,154.09, rounded 4,154; less 2,549.92, rounded 2,550
    kindgebonden budget 5/12 x 4,790.716 + 7/12 x 8,576 = 1,996.13167 + 5,002.66667 = 6,998.80, rounded 6,999; less 4,791
    """
    samen = {**GEZIN, "partner": True, "leeftijd_partner": 36, "inkomen_partner_jaar": "20000"}
    v = vergeleken(samen, GEZIN, date(2026, 5, 3), "uit-elkaar")
    assert bedragen(van(v, "zorgtoeslag")) == [83, 129, 319]
    assert bedragen(van(v, "huurtoeslag")) == [212, 441, 1604]
    assert bedragen(van(v, "kindgebonden-budget")) == [399, 714, 2208]
    assert {v.vanaf for v in v.verschillen if v.vanaf} == {date(2026, 6, 1)}
    assert {d.al_te_veel_ontvangen for d in v.verschillen} == {None}
    assert [(m.bij, m.uiterlijk) for m in v.melden] == [("toeslagen", date(2026, 5, 31))]


def test_a_higher_rent_from_the_first_of_a_month() -> None:
    """720, from 1 October 900: that month counts already. Three persons: aftoppingsgrens 764.14.

    before  441.66 (see above)
    after   100%: 297.49; 65% x (764.14 - 498.20) = 172.861; 40% x (900 - 764.14) = 54.344; together 524.695, down 524
    2026    9 x 441.66 + 3 x 524.695 = 3,974.94 + 1,574.085 = 5,549.03, rounded 5,549; less 5,300 = 249
    A full year: 12 x 524.695 = 6,296.34, rounded 6,296.
    """
    v = vergeleken(GEZIN, {**GEZIN, "kale_huur": "900"}, date(2026, 10, 1), "verhuizen")
    huur = van(v, "huurtoeslag")
    assert bedragen(huur) == [441, 524, 249]
    assert [huur.vol_jaar_voor, huur.vol_jaar_na] == [5300, 6296]
    assert (huur.vanaf, huur.door, huur.werkt) == (date(2026, 10, 1), ("wonen",), "vanaf_maand")
    assert [d.regeling for d in v.verschillen if d.oorzaak != "gelijk"] == ["huurtoeslag"]


def test_a_job_is_lost_and_bijstand_comes() -> None:
    """36,000 a year until 1 September, then bijstand: 27,000 over 2026.

    Zorgtoeslag: at 36,000 690 a year (see above), 57.50: 57 a month; at 27,000 1,550 and 129. 1,550 - 690 = 860
    Huurtoeslag: at 36,000 111.4125: 111, 1,337 a year; at 27,000 394.35 - 27% x (27,000 - 23,425) / 12 = 394.35 - 80.4375 =
        313.9125: 313, 3,766.95 a year: 3,767. 3,767 - 1,337 = 2,430
    Bijstand: 1,419.46, of which 4.8% is held back: 1,351.33 a month; September to December 4 x 1,419.46 = 5,677.84
    """
    loon = {**ALLEEN, "inkomen_jaar": "36000"}
    bijstand = {**ALLEEN, "inkomen_jaar": "27000", "inkomen_soort": "bijstand"}
    v = vergeleken(loon, bijstand, date(2026, 9, 1), "baan-kwijt")
    assert bedragen(van(v, "zorgtoeslag")) == [57, 129, 860]
    assert bedragen(van(v, "huurtoeslag")) == [111, 313, 2430]
    assert bedragen(van(v, "bijstand")) == [0, euro("1351.33"), euro("5677.84")]
    assert (van(v, "bijstand").vanaf, van(v, "bijstand").werkt) == (date(2026, 9, 1), "vanaf_maand")
    assert (van(v, "zorgtoeslag").vanaf, van(v, "zorgtoeslag").werkt) == (date(2026, 1, 1), "heel_jaar")
    assert [(n.regeling, n.uiterlijk) for n in v.nieuw_aanvragen] == [("bijstand", None)]
    assert [m.bij for m in v.melden] == ["toeslagen"]  # bijstand is asked for, not reported
    # Told by the month instead of by the year: eight months of the wage, four of the norm.
    zonder = {naam: w for naam, w in bijstand.items() if naam != "inkomen_jaar"}
    geschat = vergeleken(loon, zonder, date(2026, 9, 1), "baan-kwijt")
    assert van(geschat, "bijstand").dit_jaar == euro("5677.84")
    assert van(geschat, "zorgtoeslag").schatting
    assert "inkomen_omgerekend" in {r.code for r in geschat.let_op}


def test_wealth_counts_from_the_next_january() -> None:
    """60,000 in October is above the limit of the huurtoeslag (38,479), not above that of the zorgtoeslag (146,011)."""
    v = vergeleken(ALLEEN, {**ALLEEN, "vermogen": "60000"}, date(2026, 10, 9), "vermogen-erbij")
    huur = van(v, "huurtoeslag")
    assert (huur.oorzaak, huur.vanaf, huur.werkt) == ("stopt", date(2027, 1, 1), "vanaf_maand")
    assert bedragen(huur) == [381, 0, 0]
    assert [huur.vol_jaar_voor, huur.vol_jaar_na] == [4577, 0]
    assert van(v, "zorgtoeslag").oorzaak == "gelijk"
    # Told in time it changes nothing in the year of the change; bijstand looks at the wealth of the day.
    bijstand = {naam: w for naam, w in ALLEEN.items() if naam != "inkomen_jaar"} | {
        "inkomen_soort": "bijstand",
        "schulden_bedrag": "0",
    }
    v = vergeleken(bijstand, {**bijstand, "vermogen": "60000"}, date(2026, 10, 9), "vermogen-erbij")
    assert van(v, "bijstand").vanaf == date(2026, 11, 1)
    assert van(v, "bijstand").dit_jaar == euro("-2838.92")  # 2 x 1,419.46
    assert van(v, "huurtoeslag").vanaf == date(2027, 1, 1)
    # On 1 January it counts at once.
    v = vergeleken(ALLEEN, {**ALLEEN, "vermogen": "60000"}, date(2027, 1, 1), "vermogen-erbij")
    assert van(v, "huurtoeslag").vanaf == date(2027, 1, 1)


def test_a_change_of_last_year_that_was_not_reported() -> None:
    """Together since November 2025, told in February 2026: the whole year as two.

    2 months: 2 x (129 - 83) = 92, 2 x (441 - 212) = 458, 2 x (714 - 399) = 630.
    """
    samen = {**GEZIN, "partner": True, "leeftijd_partner": 36, "inkomen_partner_jaar": "20000"}
    v = vergeleken(GEZIN, samen, date(2025, 11, 10), "samenwonen", vandaag=date(2026, 2, 10))
    zorg, huur, kgb = (van(v, r) for r in ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget"))
    assert [d.al_te_veel_ontvangen for d in (zorg, huur, kgb)] == [92, 458, 630]
    assert [d.dit_jaar for d in (zorg, huur, kgb)] == [1004 - 1550, 2550 - 5300, 4791 - 8576]
    assert zorg.vanaf == date(2025, 12, 1)
    assert {"al_te_veel", "vorig_jaar_ook"} <= {r.code for r in v.let_op}


def test_childcare_goes_on_for_three_months_after_work_ends() -> None:
    """Work ends on 20 July: August, September and October still count (Wko art. 1.6 lid 5), from November nothing.

    100 hours at 10 euro, 96% at this income: 960 a month. 2026: 10 x 960 instead of 12 x 960.
    """
    voor = {
        **GEZIN,
        "werkt": True,
        "opvang": [{"kind": 0, "soort": "dagopvang", "uren_maand": "100", "uurprijs": "10"}],
    }
    v = vergeleken(voor, {**voor, "werkt": False}, date(2026, 7, 20), "baan-kwijt")
    opvang = van(v, "kinderopvangtoeslag")
    assert bedragen(opvang) == [960, 0, -1920]
    assert (opvang.oorzaak, opvang.vanaf) == ("stopt", date(2026, 11, 1))
    assert opvang.al_te_veel_ontvangen is None
    assert [(r.code, r.waarden) for r in v.let_op] == [
        ("stop_op_tijd", {"regelingen": ("kinderopvangtoeslag",)})
    ]


def test_childcare_is_asked_for_within_three_months() -> None:
    na = {
        **GEZIN,
        "werkt": True,
        "opvang": [{"kind": 0, "soort": "dagopvang", "uren_maand": "100", "uurprijs": "10"}],
    }
    v = vergeleken({**GEZIN, "werkt": True, "opvang": []}, na, date(2026, 9, 15))
    assert [(n.regeling, n.uiterlijk) for n in v.nieuw_aanvragen] == [
        ("kinderopvangtoeslag", date(2026, 12, 31))  # the care of September is paid up to then
    ]


def test_born_on_the_first_of_a_quarter() -> None:
    """The child counts from that day: for the quarter and for the month."""
    na = {**GEZIN, "kinderen": [3, 8, 0], "kinderen_geboortemaand": [None, None, "2026-10"]}
    v = vergeleken(GEZIN, na, date(2026, 10, 1), "kind-geboren")
    assert van(v, "kinderbijslag").vanaf == date(2026, 10, 1)
    assert bedragen(van(v, "kinderbijslag")) == [euro("660.75"), euro("959.15"), euro("298.40")]
    assert van(v, "kindgebonden-budget").vanaf == date(2026, 10, 1)
    assert van(v, "kindgebonden-budget").dit_jaar == 645  # 3/12 x (11,156 - 8,576)
    # A day later: the next month, and the next quarter.
    v = vergeleken(GEZIN, na, date(2026, 10, 2), "kind-geboren")
    assert van(v, "kinderbijslag").vanaf == date(2027, 1, 1)
    assert van(v, "kinderbijslag").dit_jaar == 0
    assert van(v, "kindgebonden-budget").dit_jaar == 430  # 2/12


def test_who_turns_18_gets_zorgtoeslag_from_the_next_month() -> None:
    """In August: September to December, 4/12 x 1,550.44768 = 516.82, rounded 517."""
    zeventien = {
        "leeftijd": 17,
        "geboortemaand": "2008-08",
        "partner": False,
        "kinderen": [],
        "woonsituatie": "inwonend",
        "inkomen_jaar": "6000",
        "vermogen": "0",
    }
    v = vergeleken(zeventien, {**zeventien, "leeftijd": 18}, date(2026, 8, 20), "zelf-18")
    zorg = van(v, "zorgtoeslag")
    assert bedragen(zorg) == [0, 129, 517]
    assert (zorg.oorzaak, zorg.vanaf, zorg.door) == ("begint", date(2026, 9, 1), ("leeftijd",))
    assert [(n.regeling, n.uiterlijk) for n in v.nieuw_aanvragen] == [("zorgtoeslag", date(2027, 12, 31))]
    assert v.melden == ()
