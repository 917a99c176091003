"""The parts of a comparison: reading both situations, the months, whom to tell, and what cannot be said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

from actions.regels.catalogus import REGELINGEN
from actions.regels.huishouden import Huishouden
from actions.regels.inlezen import OngeldigeFeiten
from actions.regels.lokaal.bouw import regelingen
from actions.regels.opgave import Opgave
from actions.regels.regeling import Beoordeling, Waarden
from actions.regels.typen import WEET_NIET, Maand, Medebewoner, Schatting
from actions.regels.vergelijken.melden import melden, soort_van
from actions.regels.vergelijken.situatie import Situatie, lees_situatie
from actions.regels.vergelijken.tijdlijn import eerste_maand, maak_tijdlijn
from actions.regels.vergelijken.vergelijking import vergelijk
from content.parameters import Parameters
from tests.regels.hulp import GEZIN, inhoud, parameters
from tests.regels.vergelijken.hulp import VANDAAG, bedragen, euro, van, vergeleken

# --- reading -------------------------------------------------------------------------------------------------------


def lees(feiten: dict[str, Any], dag: date) -> Situatie:
    return lees_situatie(Opgave(feiten, VANDAAG, ()), dag)


def test_ages_of_the_day_it_changes_are_taken_when_they_do_not_fit_today() -> None:
    later = {"leeftijd": 18, "geboortemaand": "2008-08"}
    assert lees(later, date(2026, 9, 1)).dag == date(2026, 9, 1)
    assert lees({"leeftijd": 17, "geboortemaand": "2008-08"}, date(2026, 9, 1)).dag == VANDAAG
    with pytest.raises(OngeldigeFeiten) as fout:
        lees({**later, "geboortemaand": "1970-01"}, date(2026, 9, 1))
    assert [een.code for een in fout.value.fouten] == ["leeftijd_past_niet"]
    with pytest.raises(OngeldigeFeiten):
        lees({**later, "partner": "ja"}, date(2026, 9, 1))


def test_what_is_wrong_is_told_of_all_three_sets() -> None:
    with pytest.raises(OngeldigeFeiten) as fout:
        vergeleken({"kale_huur": "-1"}, {"leeftijd": 300}, VANDAAG)
    assert [een.veld for een in fout.value.fouten] == ["voor.kale_huur", "na.leeftijd"]
    with pytest.raises(OngeldigeFeiten) as fout:
        vergeleken(GEZIN, GEZIN, VANDAAG, vol_jaar={"kale_huur": "-1"})
    assert [een.veld for een in fout.value.fouten] == ["vol_jaar.kale_huur"]


# --- ages on another day -------------------------------------------------------------------------------------------

MENSEN = Situatie(
    {
        "leeftijd": 40,
        "leeftijd_partner": 30,
        "geboortemaand_partner": Maand(1996, 3),
        "kinderen": (17, 3, WEET_NIET),
        "kinderen_geboortemaand": (Maand(2008, 11), None, None),
        "medebewoners": (Medebewoner(22, geboortemaand=Maand(2003, 12)), Medebewoner(50), WEET_NIET),
    },
    date(2026, 7, 10),
)


def test_birth_months_tell_every_age_and_other_ages_hold_a_year() -> None:
    dan = MENSEN.op(date(2027, 6, 1)).feiten
    assert [dan["leeftijd"], dan["leeftijd_partner"], dan["kinderen"]] == [40, 31, (18, 3, WEET_NIET)]
    bewoners = dan["medebewoners"]
    assert isinstance(bewoners, tuple)
    assert [getattr(b, "leeftijd", b) for b in bewoners] == [23, 50, WEET_NIET]
    assert MENSEN.op(date(2027, 7, 1)).feiten["leeftijd"] == 41
    assert MENSEN.op(date(2026, 7, 1)) is MENSEN
    assert MENSEN.op(date(2026, 1, 1)).feiten["leeftijd"] == 40
    assert Situatie({"leeftijd": 40}, VANDAAG).bevroren(date(2027, 1, 1)).feiten == {"leeftijd": 40}


def test_frozen_nobody_grows_older() -> None:
    stil = MENSEN.bevroren(date(2026, 12, 1))
    assert stil.feiten["kinderen"] == (18, 3, WEET_NIET)
    straks = stil.op(date(2028, 4, 1)).feiten
    assert [straks["leeftijd"], straks["leeftijd_partner"], straks["kinderen"]] == [
        40,
        30,
        (18, 3, WEET_NIET),
    ]
    assert straks["geboortemaand_partner"] == Maand(1997, 12)
    assert straks["kinderen_geboortemaand"] == (Maand(2009, 12), None, None)
    bewoners = straks["medebewoners"]
    assert isinstance(bewoners, tuple)
    assert [getattr(b, "geboortemaand", b) for b in bewoners] == [Maand(2005, 12), None, WEET_NIET]


# --- the months ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "maand"),
    [
        (date(2026, 5, 1), Maand(2026, 5)),
        (date(2026, 5, 2), Maand(2026, 6)),
        (date(2026, 12, 31), Maand(2027, 1)),
    ],
)
def test_first_month(dag: date, maand: Maand) -> None:
    assert eerste_maand(dag) == maand


def lijn(voor: dict[str, object], na: dict[str, object], dag: date, jaar: int = 2026) -> Any:
    een, ander = (Situatie(feiten, VANDAAG) for feiten in (voor, na))
    return maak_tijdlijn(een, ander, jaar, dag, parameters(), peiljaar=2026, vol_jaar=ander)


LOON: dict[str, object] = {"inkomen_soort": "loon", "leeftijd": 40, "partner": False}


def test_two_levels_each_for_its_months() -> None:
    """1,800 net a month for six months and 2,400 for six: the mean of both years; each month keeps what comes in."""
    voor = {**LOON, "netto_inkomen_maand": Decimal(1800)}
    na = {**LOON, "netto_inkomen_maand": Decimal(2400)}
    jaren = [Situatie(f, VANDAAG).bedrag("inkomen_jaar", parameters()) for f in (voor, na)]
    assert all(jaren)
    t = lijn(voor, na, date(2026, 7, 1))
    midden = sum((jaar[0] for jaar in jaren if jaar), Decimal(0)) / 2
    for deel, netto in ((t.ervoor, 1800), (t.erna, 2400)):
        assert abs(deel.feiten["inkomen_jaar"] - midden) <= Decimal("0.01")
        assert deel.feiten["netto_inkomen_maand"] == netto
        hoe = deel.geschat["inkomen_jaar"]
        assert hoe.uit == "delen"
        assert hoe.laag <= midden <= hoe.hoog
    assert t.zonder.feiten == voor


def test_a_year_that_was_given_leaves_the_month_of_before_alone() -> None:
    voor = {**LOON, "inkomen_jaar": Decimal(36000)}
    t = lijn(voor, {**LOON, "inkomen_jaar": Decimal(27000)}, date(2026, 9, 1))
    assert t.ervoor.feiten["inkomen_jaar"] == 27000
    netto = Situatie(voor, VANDAAG).bedrag("netto_inkomen_maand", parameters())
    assert netto is not None
    assert t.ervoor.feiten["netto_inkomen_maand"] == netto[0]
    assert isinstance(t.ervoor.geschat["netto_inkomen_maand"], Schatting)


def test_an_income_that_is_not_known_stays_open() -> None:
    t = lijn({**LOON, "inkomen_jaar": Decimal(36000)}, {**LOON, "inkomen_jaar": WEET_NIET}, date(2026, 9, 1))
    assert t.ervoor.feiten["inkomen_jaar"] == 36000
    assert t.erna.feiten["inkomen_jaar"] is WEET_NIET
    # Of the old situation nothing is known: neither is a year with both.
    t = lijn({"inkomen_jaar": WEET_NIET}, {**LOON, "netto_inkomen_maand": Decimal(2400)}, date(2026, 9, 1))
    assert "inkomen_jaar" not in t.erna.feiten
    t = lijn({"inkomen_jaar": WEET_NIET}, {**LOON, "netto_inkomen_maand": Decimal(2400)}, date(2025, 9, 1))
    assert t.ervoor.feiten["inkomen_jaar"] > 0


def test_a_partner_counts_from_the_month_and_the_one_who_left_keeps_the_income() -> None:
    samen = {**LOON, "partner": True, "inkomen_partner_jaar": Decimal(20000)}
    assert lijn(LOON, samen, date(2026, 7, 1)).erna.feiten["partner_sinds"] == (2026, 6)
    assert lijn(LOON, samen, date(2026, 1, 1)).erna.feiten["partner_sinds"] == (2025, 12)
    weg = lijn(samen, LOON, date(2026, 7, 1))
    assert weg.ervoor.feiten["inkomen_partner_jaar"] == 20000
    assert "partner_sinds" not in weg.erna.feiten


def test_next_year_has_both_levels_by_its_own_months() -> None:
    """24,000 and, from April 2027, 36,000: 3/12 x 24,000 + 9/12 x 36,000 = 33,000."""
    voor, na = ({**LOON, "inkomen_jaar": Decimal(b)} for b in (24000, 36000))
    assert lijn(voor, na, date(2027, 4, 1)).ervoor.feiten["inkomen_jaar"] == 24000
    assert lijn(voor, na, date(2027, 4, 1), 2027).ervoor.feiten["inkomen_jaar"] == 33000
    assert lijn(voor, na, date(2027, 4, 1), 2028).ervoor.feiten["inkomen_jaar"] == 36000


def test_the_wealth_of_january_stays_and_that_of_today_counts_at_once() -> None:
    voor = {**LOON, "vermogen": (Decimal(0), Decimal(0))}
    na = {**LOON, "vermogen": (Decimal(60000), Decimal(60000))}
    erna = lijn(voor, na, date(2026, 7, 1)).erna.feiten
    assert [erna["vermogen"], erna["vermogen_nu"]] == [voor["vermogen"], na["vermogen"]]
    erna = lijn(voor, {**na, "vermogen_nu": (Decimal(1), Decimal(1))}, date(2026, 7, 1)).erna.feiten
    assert erna["vermogen_nu"] == (1, 1)
    anders = lijn({**voor, "vermogen_partner": (Decimal(1), Decimal(1))}, na, date(2026, 7, 1)).erna.feiten
    assert anders["vermogen_partner"] == (1, 1)
    assert lijn(voor, na, date(2026, 1, 1)).erna.feiten["vermogen"] == na["vermogen"]


# --- whom to tell --------------------------------------------------------------------------------------------------


def test_whose_income_it_is_decides_who_wants_to_know() -> None:
    feiten = {
        "inkomen_soort": "ww",
        "inkomen_soorten": ("anw", WEET_NIET),
        "inkomen_soort_partner": "bijstand",
    }
    gevonden = melden(feiten, {"inkomen_jaar", "partner"}, {}, date(2026, 9, 10), parameters())
    assert [(m.bij, m.soorten, m.uiterlijk, m.weken) for m in gevonden] == [
        ("uwv", ("inkomen",), date(2026, 9, 17), 1),
        ("svb", ("inkomen", "partner"), date(2026, 10, 8), 4),
        ("gemeente", ("inkomen", "partner"), None, None),
    ]


def test_only_what_a_scheme_rests_on_matters_to_its_payer() -> None:
    rust_op = {"zorgtoeslag": {"inkomen_jaar", "partner"}, "kinderbijslag": {"kinderen"}}
    assert melden({}, {"kale_huur"}, rust_op, date(2026, 9, 10), parameters()) == ()
    assert melden({}, {"leeftijd"}, {"zorgtoeslag": {"leeftijd"}}, date(2026, 9, 10), parameters()) == ()


def test_what_the_gemeente_passes_on_is_not_reported_twice() -> None:
    rust_op = {"kindgebonden-budget": {"kinderen", "inkomen_jaar"}, "kinderbijslag": {"kinderen"}}
    bijstand = {"inkomen_soort": "bijstand"}

    def bij(verandering: str, veranderd: set[str]) -> list[tuple[str, tuple[str, ...], bool]]:
        gevonden = melden(bijstand, veranderd, rust_op, VANDAAG, parameters(), verandering)
        return [(m.bij, m.soorten, m.alleen_de_rest) for m in gevonden]

    assert bij("kind-geboren", {"kinderen"}) == [("gemeente", ("kinderen",), False)]
    assert bij("kind-geboren", {"kinderen", "inkomen_jaar"}) == [
        ("toeslagen", ("inkomen",), True),
        ("gemeente", ("inkomen", "kinderen"), False),
    ]
    assert bij("uit-elkaar", {"kinderen"})[1] == ("svb", ("kinderen",), False)


def test_terms_of_the_last_year_that_is_known() -> None:
    rust_op = {"zorgtoeslag": {"inkomen_jaar"}}

    def weken(dag: date, p: Parameters) -> list[int | None]:
        return [m.weken for m in melden({}, {"inkomen_jaar"}, rust_op, dag, p)]

    assert weken(date(2028, 9, 10), parameters()) == [4]
    assert weken(date(2020, 9, 10), parameters()) == [4]
    assert weken(date(2026, 9, 10), Parameters("", {})) == [None]


@pytest.mark.parametrize(
    ("feit", "veranderd", "soort"),
    [
        ("partner", (), "partner"),
        ("partner_sinds", (), "partner"),
        ("gezamenlijke_huishouding", (), "partner"),
        ("inkomen_jaar", (), "inkomen"),
        ("inkomen_partner_jaar", (), "inkomen"),
        ("inkomen_partner_jaar", ("partner",), "partner"),
        ("inkomen_soort_partner", ("partner",), "partner"),
        ("leeftijd_partner", (), "leeftijd"),
        ("leeftijd_partner", ("partner",), "partner"),
        ("werkt_partner", (), "opvang"),
        ("werkt_partner", ("partner",), "partner"),
        ("werkt", (), "opvang"),
        ("kinderen", (), "kinderen"),
        ("kale_huur", (), "wonen"),
        ("medebewoners", (), "medebewoners"),
        ("vermogen_nu", (), "vermogen"),
        ("vermogen_partner", (), "vermogen"),
        ("geboortemaand", (), "leeftijd"),
        ("studeert", (), "anders"),
    ],
)
def test_what_kind_of_change_it_is(feit: str, veranderd: tuple[str, ...], soort: str) -> None:
    assert soort_van(feit, veranderd) == soort


# --- what cannot be said -------------------------------------------------------------------------------------------


def test_a_scheme_that_cannot_be_said_has_no_amounts() -> None:
    na = {naam: w for naam, w in GEZIN.items() if naam != "kale_huur"}
    v = vergeleken(GEZIN, na, date(2026, 9, 1), "verhuizen")
    huur = van(v, "huurtoeslag")
    assert (huur.oorzaak, huur.recht_voor, huur.recht_na) == ("onbekend", "waarschijnlijk_wel", "onbekend")
    assert (huur.voor_per_maand, huur.na_per_maand, huur.verschil_per_maand) == (None, None, None)
    assert (huur.vanaf, huur.dit_jaar) == (None, None)
    assert v.per_maand.verschil == 0
    assert ("niet_te_zeggen", {"regelingen": ("huurtoeslag",)}) in [(r.code, r.waarden) for r in v.let_op]


def test_a_scheme_that_is_not_built_says_nothing() -> None:
    catalogus = MappingProxyType({naam: r for naam, r in REGELINGEN.items() if naam != "zorgtoeslag"})
    opgave = Opgave(GEZIN, VANDAAG, ("zorgtoeslag",))
    v = vergelijk(
        opgave,
        opgave,
        verandering=None,
        ingangsdatum=VANDAAG,
        parameters=parameters(),
        catalogus=catalogus,
        ontvangt=frozenset({"zorgtoeslag"}),
    )
    (een,) = v.verschillen
    assert (een.oorzaak, een.ontvangen, een.dit_jaar) == ("onbekend", True, None)


def _kapot(_: Huishouden, __: Waarden) -> Beoordeling:
    raise ZeroDivisionError


def test_one_scheme_that_raises_takes_no_other_down() -> None:
    catalogus = {**REGELINGEN, "huurtoeslag": replace(REGELINGEN["huurtoeslag"], beoordeel=_kapot)}
    v = vergeleken(
        GEZIN,
        {**GEZIN, "inkomen_jaar": "50000"},
        date(2026, 9, 1),
        catalogus=catalogus,
        ontvangt=frozenset(REGELINGEN),
    )
    assert van(v, "huurtoeslag").oorzaak == "onbekend"
    assert van(v, "zorgtoeslag").oorzaak == "stopt"


def test_yearly_and_single_schemes_stand_apart() -> None:
    jaarlijks = replace(REGELINGEN["zorgtoeslag"], ritme="jaar")
    v = vergeleken(
        GEZIN,
        {**GEZIN, "inkomen_jaar": "50000"},
        date(2026, 9, 1),
        catalogus={**REGELINGEN, "zorgtoeslag": jaarlijks},
    )
    een = van(v, "zorgtoeslag")
    assert (een.oorzaak, een.dit_jaar, een.werkt) == ("stopt", None, "vanaf_maand")
    assert [een.vol_jaar_voor, een.vol_jaar_na] == [1550, 0]
    assert ("niet_per_maand", {"regelingen": ("zorgtoeslag",)}) in [(r.code, r.waarden) for r in v.let_op]


def test_an_amount_that_is_only_known_before() -> None:
    """As when the law of a gemeente is in doubt for one kind of household."""

    def zonder_bedrag(h: Huishouden, p: Waarden) -> Beoordeling:
        b = REGELINGEN["zorgtoeslag"].beoordeel(h, p)
        return replace(b, jaar=None, maand=None) if h.feiten["kale_huur"] == 650 else b

    regeling = replace(
        REGELINGEN["zorgtoeslag"], ritme="eenmalig", terugbetalen=None, beoordeel=zonder_bedrag
    )
    v = vergeleken(
        GEZIN, {**GEZIN, "kale_huur": "650"}, date(2026, 9, 1), catalogus={"zorgtoeslag": regeling}
    )
    assert van(v, "zorgtoeslag").oorzaak == "anders"


def test_a_year_of_which_a_month_cannot_be_said_has_no_sum() -> None:
    """The rules of 2023 are not known; and a scheme that fails, or cannot be said, in one month only."""
    eerder = vergeleken(
        GEZIN, {**GEZIN, "inkomen_jaar": "35000"}, date(2024, 1, 1), vandaag=date(2023, 12, 20)
    )
    assert van(eerder, "zorgtoeslag").oorzaak == "lager"
    assert van(eerder, "zorgtoeslag").dit_jaar is None

    def in_januari_kapot(h: Huishouden, p: Waarden) -> Beoordeling:
        return _kapot(h, p) if h.peildatum.month == 1 else REGELINGEN["zorgtoeslag"].beoordeel(h, p)

    def in_januari_onbekend(h: Huishouden, p: Waarden) -> Beoordeling:
        b = REGELINGEN["zorgtoeslag"].beoordeel(h, p)
        return replace(b, niet_te_bepalen="tabel_ontbreekt") if h.peildatum.month == 1 else b

    for beoordeel in (in_januari_kapot, in_januari_onbekend):
        anders = {"zorgtoeslag": replace(REGELINGEN["zorgtoeslag"], beoordeel=beoordeel)}
        v = vergeleken(GEZIN, {**GEZIN, "inkomen_jaar": "35000"}, date(2026, 9, 1), catalogus=anders)
        assert (van(v, "zorgtoeslag").oorzaak, van(v, "zorgtoeslag").dit_jaar) == ("lager", None)


def test_a_child_of_before_is_not_born_again() -> None:
    feiten = {**GEZIN, "kinderen": [3, 0], "kinderen_geboortemaand": [None, "2026-07"]}
    v = vergeleken(feiten, {**feiten, "kale_huur": "900"}, date(2026, 7, 1), vandaag=date(2026, 7, 10))
    assert van(v, "kindgebonden-budget").oorzaak == "gelijk"
    assert van(v, "kindgebonden-budget").dit_jaar == 0


def test_the_last_day_for_childcare_in_a_year_without_the_term() -> None:
    opvang = [{"kind": 0, "soort": "dagopvang", "uren_maand": "100", "uurprijs": "10"}]
    voor = {**GEZIN, "werkt": True, "opvang": []}
    v = vergeleken(voor, {**voor, "opvang": opvang}, date(2025, 9, 15), vandaag=date(2025, 9, 1))
    assert [(n.regeling, n.uiterlijk) for n in v.nieuw_aanvragen] == [
        ("kinderopvangtoeslag", date(2026, 3, 31))
    ]


def test_what_only_a_full_year_shows_is_told() -> None:
    """24,000 and 30,000 are both under the ijkpunt of the huurtoeslag, 36,000 is not."""
    v = vergeleken(
        GEZIN, {**GEZIN, "inkomen_jaar": "30000"}, date(2026, 7, 1), vol_jaar={"inkomen_jaar": "36000"}
    )
    assert van(v, "huurtoeslag").oorzaak == "gelijk"
    assert ("later_anders", {"regelingen": ("huurtoeslag",)}) in [(r.code, r.waarden) for r in v.let_op]


def test_a_sum_that_only_both_halves_reach() -> None:
    """Zorgtoeslag at 40,857: 2,119 - 568.55232 - 13.730% x 11,121 = 23.53 a year, rounded 24: a right of 2 a month. One euro more
    gives 23.40, rounded 23: nothing. With a partner without income from July the months count by their own sums."""
    alleen = {**GEZIN, "kinderen": [], "woonsituatie": "koop", "inkomen_jaar": "40857"}
    samen = {**alleen, "partner": True, "leeftijd_partner": 30, "inkomen_partner_jaar": "0"}
    v = vergeleken(alleen, samen, date(2026, 7, 1))
    # 6/12 x 23.53 + 6/12 x (4,238 - 1,275.37704 - 1,526.9133 = 1,435.70966) = 729.62, rounded 730; less 24
    assert bedragen(van(v, "zorgtoeslag")) == [2, 119, 706]
    net_te_veel = {**alleen, "inkomen_jaar": "40858"}
    v = vergeleken(net_te_veel, {**samen, "inkomen_jaar": "40858"}, date(2026, 7, 1))
    # 6/12 x 23.40 (granted, as the year is above 24) + 6/12 x 1,435.57 = 729.48, rounded 729
    assert bedragen(van(v, "zorgtoeslag")) == [0, 119, 729]


def test_a_right_that_ends_by_itself_in_the_month_is_no_right() -> None:
    """Together with who earns much: the months alone still give zorgtoeslag over the year, the new month does not."""
    samen = {**GEZIN, "partner": True, "leeftijd_partner": 36, "inkomen_partner_jaar": "60000"}
    zorg = van(vergeleken(GEZIN, samen, date(2026, 7, 16), "samenwonen"), "zorgtoeslag")
    assert (zorg.na.recht, zorg.recht_na, zorg.oorzaak) == (
        "waarschijnlijk_wel",
        "waarschijnlijk_niet",
        "stopt",
    )
    assert zorg.dit_jaar == 904 - 1550  # 7/12 x 1,550.44768 = 904.43


def test_too_much_kinderbijslag_is_of_quarters_that_were_paid() -> None:
    """A child left in February; in July the second quarter has been paid, the third has not. H1: 295.07 and 358.30."""
    v = vergeleken(GEZIN, {**GEZIN, "kinderen": [3]}, date(2026, 2, 10))
    kinderbijslag = van(v, "kinderbijslag")
    oud = {r.naam: r.waarde for r in parameters().waarden["kinderbijslag"] if r.van == date(2026, 1, 1)}
    assert kinderbijslag.al_te_veel_ontvangen == oud["bedrag_6_11"]
    assert kinderbijslag.vanaf == date(2026, 4, 1)
    assert kinderbijslag.dit_jaar == -(oud["bedrag_6_11"] + 2 * euro("362.35"))


def test_an_income_of_the_year_beside_another_change() -> None:
    """The rent from October, the income over the whole year: the amount with both is there from October."""
    v = vergeleken(
        GEZIN, {**GEZIN, "kale_huur": "900", "inkomen_jaar": "34000"}, date(2026, 10, 1), "verhuizen"
    )
    huur, zorg = van(v, "huurtoeslag"), van(v, "zorgtoeslag")
    assert (huur.werkt, huur.vanaf, huur.jaarinkomen) == ("vanaf_maand", date(2026, 10, 1), True)
    assert (zorg.werkt, zorg.vanaf, zorg.jaarinkomen) == ("heel_jaar", date(2026, 1, 1), True)
    # 22% x (34,000 - 31,500) / 12 = 45.83333 off 441.66: 395.82667, down 395; seven months of 441 - 395
    assert huur.al_te_veel_ontvangen == 322


def test_wealth_is_only_named_where_its_limit_decides() -> None:
    na = {
        **GEZIN,
        "partner": True,
        "leeftijd_partner": 36,
        "inkomen_partner_jaar": "20000",
        "vermogen": "50000",
    }
    v = vergeleken(GEZIN, {**na, "vermogen_partner": "0"}, date(2026, 7, 16), "samenwonen")
    assert van(v, "zorgtoeslag").door == ("partner",)
    assert (van(v, "huurtoeslag").oorzaak, van(v, "huurtoeslag").door) == ("stopt", ("partner", "vermogen"))


def test_help_of_a_gemeente_is_not_claimed_back() -> None:
    """Of two who separated, one was insured through the gemeente: 60 a month for both, 30 for one."""
    lokaal = inhoud().lokaal("voorbeeldstad")
    assert lokaal is not None
    samen = {
        **GEZIN,
        "partner": True,
        "leeftijd_partner": 36,
        "inkomen_jaar": "10000",
        "inkomen_partner_jaar": "8000",
        "inkomen_soort": "loon",
        "inkomen_soort_partner": "loon",
    }
    alleen = {naam: w for naam, w in samen.items() if not naam.endswith(("partner", "partner_jaar"))}
    v = vergeleken(
        samen,
        {**alleen, "partner": False},
        date(2026, 3, 12),
        "uit-elkaar",
        catalogus={**REGELINGEN, **regelingen(lokaal)},
        ontvangt=frozenset({"gemeentepolis", "zorgtoeslag"}),
    )
    assert bedragen(van(v, "gemeentepolis"))[:2] == [60, 30]
    assert van(v, "gemeentepolis").al_te_veel_ontvangen is None
    assert van(v, "zorgtoeslag").al_te_veel_ontvangen


def test_years_ahead_the_amounts_are_those_of_now_and_the_people_those_of_then() -> None:
    """In September 2029 the child of 15 is 18 and the other 6; together with somebody from then on."""
    voor = {**GEZIN, "kinderen": [3, 15], "kinderen_geboortemaand": ["2023-02", "2011-03"]}
    samen = {**voor, "partner": True, "leeftijd_partner": 36, "inkomen_partner_jaar": "20000"}
    v = vergeleken(voor, samen, date(2029, 8, 10), "samenwonen")
    # 2,580 + 3,416 = 5,996: 499; and 2,580 - 369.284 = 2,210.716: 184.23
    assert bedragen(van(v, "kindgebonden-budget")) == [499, 184, 0]
    assert van(v, "kindgebonden-budget").vanaf == date(2029, 9, 1)
    assert ("regels_van_eerder_jaar", {"jaar": "2026", "nieuw": "2029"}) in [
        (r.code, r.waarden) for r in v.let_op
    ]
    # Before the first year with rules nothing can be said.
    hoger = {**GEZIN, "kale_huur": "800"}
    assert vergeleken(GEZIN, hoger, date(2019, 8, 10), vandaag=date(2019, 7, 1)).verschillen == ()
