"""Kinderopvangtoeslag: what must hold for every household, known and half known, and what the parameters must be like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.regels.huishouden import Huishouden
from actions.regels.jaar import kies_jaar
from actions.regels.kern import Uitslag, bepaal
from actions.regels.paden import basisfeit, hoekwaarden, met_waarde, veldnaam
from actions.regels.regeling import Beoordeling, Uitkomst
from actions.regels.toeslagen import kinderopvangtoeslag, opvang
from actions.regels.typen import OPVANG_SOORTEN, WEET_NIET, Opvang
from actions.regels.waarden import Bereik
from tests.regels.hulp import ALLES, NIET, ONBEKEND, WEL, WORTEL, parameters

SNEL = settings(max_examples=150, deadline=None, derandomize=True)
DAG = date(2026, 6, 15)
ID = "kinderopvangtoeslag"
D = Decimal
Feiten = Mapping[str, object]
GOED: Feiten = {
    "partner": False,
    "werkt": True,
    "kinderen": (3, 6),
    "inkomen_jaar": D(60_000),
    "inkomen_partner_jaar": D(0),
    "werkt_partner": True,
    "opvang": (Opvang(0, "dagopvang", D(100), D(10)),),
}
VELDEN = ("kind", "soort", "uren_maand", "uurprijs")


def uitslag(feiten: Feiten, dag: date = DAG) -> Uitslag:
    return bepaal(feiten, parameters(), dag, (ID,), catalogus=ALLES)


def uitkomst(feiten: Feiten, dag: date = DAG) -> Uitkomst:
    return uitslag(feiten, dag).uitkomst(ID)


def beoordeling(feiten: Feiten, dag: date = DAG) -> Beoordeling:
    regels = kies_jaar(parameters(), kinderopvangtoeslag.REGELING, dag)
    assert regels is not None
    return kinderopvangtoeslag.beoordeel(Huishouden(feiten, dag), regels.waarden)


def jaar(feiten: Feiten) -> Bereik:
    gevonden = beoordeling(feiten).jaar
    assert gevonden is not None
    return gevonden


@st.composite
def opvanglijst(draw: st.DrawFn) -> tuple[Opvang, ...]:
    """Few different hours and prices, so that hours and costs are often equal."""
    return tuple(
        Opvang(
            kind=draw(st.integers(0, 2)),
            soort=draw(st.sampled_from(OPVANG_SOORTEN)),
            uren_maand=draw(st.sampled_from((D(0), D(40), D("99.5"), D(100), D(229), D(240)))),
            uurprijs=draw(st.sampled_from((D(0), D(8), D("8.49"), D(10), D("12.45")))),
        )
        for _ in range(draw(st.integers(1, 4)))
    )


@st.composite
def huishoudens(draw: st.DrawFn) -> dict[str, object]:
    inkomen = st.integers(0, 260_000).map(D) | st.sampled_from((D(56_412), D(56_413), D(165_658)))
    return {
        "partner": draw(st.booleans()),
        "werkt": True,
        "werkt_partner": True,
        "kinderen": (1, 3, 7),
        "inkomen_jaar": draw(inkomen),
        "inkomen_partner_jaar": draw(inkomen),
        "opvang": draw(opvanglijst()),
    }


def _weg(feiten: Feiten, toeval: Random, waarde: object = None) -> dict[str, object]:
    """Some facts and some fields of the care not answered."""
    uit = {naam: w for naam, w in feiten.items() if naam in ("kinderen", "opvang") or toeval.random() < 0.7}
    lijst = feiten["opvang"]
    assert isinstance(lijst, tuple)
    leeg = [{veld: waarde for veld in VELDEN if toeval.random() < 0.3} for _ in lijst]
    uit["opvang"] = tuple(replace(deel, **weg) for deel, weg in zip(lijst, leeg, strict=True))
    if toeval.random() < 0.1:
        del uit["opvang"]
    return uit


@SNEL
@given(huishoudens(), st.randoms(use_true_random=False))
def test_het_bedrag_ligt_altijd_binnen_wat_nog_mogelijk_was(
    feiten: dict[str, object], toeval: Random
) -> None:
    heel, half = beoordeling(feiten), beoordeling(_weg(feiten, toeval))
    assert heel.jaar is not None
    assert half.jaar is not None
    assert heel.jaar.exact
    assert not heel.jaar.open
    assert half.maand is not None
    assert heel.maand is not None
    assert half.jaar.laag <= heel.jaar.laag <= half.jaar.hoog
    assert half.maand.laag <= heel.maand.laag <= half.maand.hoog
    assert bool(half.jaar.open) == (not half.jaar.exact)


@SNEL
@given(huishoudens(), st.randoms(use_true_random=False))
def test_wat_beslist_is_blijft_zo(feiten: dict[str, object], toeval: Random) -> None:
    half, heel = uitkomst(_weg(feiten, toeval)), uitkomst(feiten)
    if half.recht != ONBEKEND:
        gelijk = ("recht", "bedrag_per_maand", "bedrag_per_jaar")
        assert [getattr(half, naam) for naam in gelijk] == [getattr(heel, naam) for naam in gelijk]
    elif half.voorlopig is not None:
        assert heel.recht == NIET or heel.bedrag_per_maand == half.voorlopig.bedrag_per_maand


@SNEL
@given(huishoudens())
def test_vragen_tot_alles_bekend_is_geeft_hetzelfde_als_alles_ineens(feiten: dict[str, object]) -> None:
    """Only what is open is answered, in order; no further question remains, and each has its words."""
    nu: dict[str, object] = {}
    gevraagd: list[str] = []
    while (pad := uitslag(nu).volgende_pad) is not None:
        assert pad not in gevraagd
        gevraagd.append(pad)
        assert (WORTEL / "content" / "vragen" / f"{veldnaam(pad)}.yml").is_file()
        nu = _antwoord(nu, pad, feiten)
    na, ineens = uitkomst(nu), uitkomst(feiten)
    assert (na.recht, na.bedrag_per_jaar) == (ineens.recht, ineens.bedrag_per_jaar)
    assert na.recht != ONBEKEND
    assert "vermogen" not in {basisfeit(pad) for pad in gevraagd}


def _antwoord(nu: Feiten, pad: str, feiten: Feiten) -> dict[str, object]:
    """A list is answered by its number of items, as in the talk."""
    if pad == "opvang":
        return {**nu, pad: tuple(Opvang() for _ in feiten["opvang"])}  # type: ignore[attr-defined]
    waarde = feiten[basisfeit(pad)]
    if pad.startswith("opvang."):
        _, plaats, veld = pad.split(".")
        return met_waarde(nu, pad, getattr(waarde[int(plaats)], veld))  # type: ignore[index]
    return {**nu, pad: waarde}


@SNEL
@given(huishoudens(), st.randoms(use_true_random=False))
def test_de_volgorde_maakt_niets_uit(feiten: dict[str, object], toeval: Random) -> None:
    lijst = list(feiten["opvang"])  # type: ignore[call-overload]
    toeval.shuffle(lijst)
    nieuw = list(range(3))
    toeval.shuffle(nieuw)
    anders = {**feiten, "opvang": tuple(replace(deel, kind=nieuw[deel.kind]) for deel in lijst)}
    assert jaar(anders).laag == jaar(feiten).laag


@SNEL
@given(huishoudens(), st.integers(1, 60_000))
def test_meer_inkomen_geeft_nooit_meer_toeslag(feiten: dict[str, object], erbij: int) -> None:
    meer = {**feiten, "inkomen_jaar": feiten["inkomen_jaar"] + D(erbij)}  # type: ignore[operator]
    assert jaar(meer).laag <= jaar(feiten).laag


@pytest.mark.parametrize("veld", VELDEN)
def test_wie_een_veld_niet_weet_krijgt_geen_bedrag_en_geen_vraag_ernaar(veld: str) -> None:
    deel = replace(Opvang(0, "gastouder", D(100), D(10)), **{veld: WEET_NIET})
    ander = Opvang(1, "dagopvang", D(90), D(10))
    onzeker = uitslag({**GOED, "opvang": (deel, ander)})
    gevonden = onzeker.uitkomst(ID)
    assert gevonden.recht == ONBEKEND
    assert [(reden.code, reden.waarden["feit"]) for reden in gevonden.redenen] == [
        ("weet_niet", f"opvang.{veld}")
    ]
    assert onzeker.open_paden == ()


@pytest.mark.parametrize("waarde", [WEET_NIET, (WEET_NIET,)], ids=["lijst", "item"])
def test_opvang_die_niemand_weet(waarde: object) -> None:
    bekend = {naam: w for naam, w in GOED.items() if naam not in ("werkt", "inkomen_jaar")}
    open_ = uitslag({**bekend, "opvang": waarde})
    assert open_.uitkomst(ID).recht == ONBEKEND
    assert open_.open_paden == ("werkt",), "only work can still end the right"


def test_bij_een_kind_is_er_geen_vraag_welk_kind() -> None:
    een = {**GOED, "kinderen": (3,), "opvang": (Opvang(), Opvang())}
    assert not [pad for pad in uitslag(een).open_paden if pad.endswith(".kind")]
    alleen = {**GOED, "opvang": (Opvang(),)}
    assert not [pad for pad in uitslag(alleen).open_paden if pad.endswith(".kind")]
    twee = {**GOED, "opvang": (Opvang(), Opvang())}
    assert [pad for pad in uitslag(twee).open_paden if pad.endswith(".kind")] == [
        "opvang.0.kind",
        "opvang.1.kind",
    ]


def test_onder_de_laagste_maximumprijs_maakt_de_soort_niet_uit() -> None:
    goedkoop = {**GOED, "opvang": (Opvang(0, None, D(100), D(8)),)}
    assert uitkomst(goedkoop).recht == WEL
    duur = {**GOED, "opvang": (Opvang(0, None, D(100), D(9)),)}
    assert uitslag(duur).open_paden == ("opvang.0.soort",)


def test_zonder_tabel_worden_de_voorwaarden_nog_wel_gevraagd() -> None:
    """An amount is out of reach, a refusal is not."""
    twee = (Opvang(0, "dagopvang", D(100), D(10)), Opvang(1, "bso", D(50), D(9)))
    feiten = {"partner": False, "kinderen": (3, 6), "opvang": twee}
    open_ = uitslag(feiten, date(2025, 6, 15))
    gevonden = open_.uitkomst(ID)
    assert gevonden.recht == ONBEKEND
    assert [reden.code for reden in gevonden.redenen] == ["tabel_ontbreekt", "feit_ontbreekt"]
    assert open_.open_paden == ("werkt",)
    assert gevonden.voorlopig is None
    assert uitkomst({**feiten, "werkt": False}, date(2025, 6, 15)).recht == NIET
    af = uitslag({**feiten, "werkt": True}, date(2025, 6, 15))
    assert af.open_paden == ()
    assert [reden.code for reden in af.uitkomst(ID).redenen] == ["tabel_ontbreekt"]
    assert af.uitkomst(ID).bedrag_per_maand is None


def test_jaren_zonder_en_na_de_tabellen() -> None:
    assert [r.code for r in uitkomst(GOED, date(2024, 6, 15)).redenen] == ["geen_parameters"]
    later = uitkomst(GOED, date(2027, 2, 1))
    assert (later.recht, later.jaar, later.schatting) == (WEL, 2026, True)
    assert later.bedrag_per_maand == uitkomst(GOED).bedrag_per_maand


def test_waarschuwingen_en_laatste_dag() -> None:
    gewoon = uitkomst(GOED)
    assert [reden.code for reden in gewoon.let_op] == ["terugwerkend"]
    assert gewoon.let_op[0].waarden["maand"] == f"{DAG:%Y-%m}"
    assert gewoon.let_op[0].waarden["vanaf"] == f"{DAG.replace(month=DAG.month - 3):%Y-%m}"
    assert gewoon.uiterlijk == date(2027, 3, 31)
    assert gewoon.voorwaarden == ("verblijfsrecht",)
    verdeeld = (Opvang(0, "dagopvang", D(200), D(10)), Opvang(0, "gastouder", D(60), D(8)))
    boven = uitkomst({**GOED, "opvang": verdeeld})
    assert [reden.code for reden in boven.let_op] == ["terugwerkend", "uren_over_soorten_verdeeld"]
    assert boven.schatting


@pytest.mark.parametrize(
    ("kinderen", "kind", "gezegd"),
    [
        ((10,), 0, False),
        ((11,), 0, True),
        ((14,), 0, True),
        ((13, 4), 1, False),
        ((13, 4), 0, True),
        ((13, 4), None, False),
    ],
)
def test_bij_opvang_van_een_ouder_kind_staat_tot_wanneer_die_telt(
    kinderen: tuple[int, ...], kind: int | None, gezegd: bool
) -> None:
    """Told of the child that goes, in no amount: whether it is at secondary school is not asked."""
    u = uitkomst({**GOED, "kinderen": kinderen, "opvang": (Opvang(kind, "bso", D(40), D(8)),)})
    assert ("tot_de_middelbare_school" in [reden.code for reden in u.let_op]) is gezegd
    if gezegd:
        jonger = uitkomst(
            {
                **GOED,
                "kinderen": tuple(min(k, 9) for k in kinderen),
                "opvang": (Opvang(kind, "bso", D(40), D(8)),),
            }
        )
        assert (u.recht, u.bedrag_per_jaar) == (WEL, jonger.bedrag_per_jaar)


def test_zonder_kinderen_staat_er_niets_over_school() -> None:
    assert "tot_de_middelbare_school" not in [r.code for r in uitkomst({**GOED, "kinderen": None}).let_op]


def test_de_stappen_tellen_op_tot_het_bedrag() -> None:
    twee = (Opvang(0, "bso", D(65), D("10.10")), Opvang(1, "dagopvang", D(87), D("12.45")))
    stappen = {s.id: s for s in uitkomst({**GOED, "inkomen_jaar": D(120_000), "opvang": twee}).stappen}
    assert stappen["kosten_opvang"].bedrag == D("1625.71")
    assert (stappen["eerste_kind"].bedrag, stappen["eerste_kind"].waarden) == (
        D("592.07"),
        {"procent": D("60.6")},
    )
    assert stappen["volgende_kinderen"].bedrag == D("570.21")
    assert stappen["volgende_kinderen"].waarden == {"procent": D("87.9")}
    assert stappen["maand_omlaag"].bedrag == 1162
    assert "volgende_kinderen" not in {s.id for s in uitkomst(GOED).stappen}


@pytest.mark.parametrize(
    ("naam", "jaar"), [("eerste_kind", 2025), ("eerste_kind", 2026), ("volgende_kinderen", 2026)]
)
def test_de_tabel_daalt_en_een_bereik_omvat_al_zijn_rijen(naam: str, jaar: int) -> None:
    rijen = parameters().tabel(ID, naam, date(jaar, 1, 1))
    assert rijen is not None
    assert all(hoger < lager for (_, lager), (_, hoger) in pairwise(rijen))
    grenzen = [grens for grens, _ in rijen if grens is not None]
    alles = Bereik(D(0), D(10_000_000), frozenset({"inkomen_jaar"})).uit_tabel(rijen)
    assert (alles.laag, alles.hoog, alles.open) == (rijen[-1][1], rijen[0][1], frozenset({"inkomen_jaar"}))
    for nummer, grens in enumerate(grenzen):
        op, boven = (Bereik(x, x).uit_tabel(rijen) for x in (grens, grens + 1))
        assert (op.laag, op.hoog) == (rijen[nummer][1],) * 2
        assert boven.laag == rijen[nummer + 1][1]
        om = Bereik(grens, grens + 1, frozenset({"inkomen_jaar"})).uit_tabel(rijen)
        assert (om.laag, om.hoog) == (boven.laag, op.laag)


def test_uitersten_van_de_velden() -> None:
    for veld in VELDEN:
        assert len(hoekwaarden(f"opvang.0.{veld}")) > 1
    leeg, rijk = hoekwaarden("opvang")
    assert leeg == ()
    assert uitkomst({**GOED, "opvang": rijk}).recht == WEL


def test_kosten_zolang_open_is_welk_kind_het_is() -> None:
    regels = kies_jaar(parameters(), kinderopvangtoeslag.REGELING, DAG)
    assert regels is not None
    niets = Huishouden({"opvang": (Opvang(uren_maand=D(0)), Opvang(uren_maand=D(0)))}, DAG)
    plekken = opvang.plekken(niets, regels.waarden)
    assert plekken is not None
    assert opvang.per_kind(plekken, regels.waarden) is None
    assert opvang.hoogste_kosten(plekken, regels.waarden) == Bereik(D(0), D(0))


def test_een_regeling_ziet_haar_eigen_waarden_en_tabellen() -> None:
    regels = kies_jaar(parameters(), kinderopvangtoeslag.REGELING, DAG)
    assert regels is not None
    w = regels.waarden
    assert set(w) == kinderopvangtoeslag.REGELING.parameters(2026)
    assert len(w) == len(set(w))
    assert w["maximum_uurprijs_bso"] == D("9.98")
    assert w.tabel("eerste_kind") is not None
    assert w.tabel("derde_kind") is None


@pytest.mark.parametrize(
    ("delen", "kosten"),
    [
        ((Opvang(0, "dagopvang", D("7.1"), D("3.33")),), D("23.64")),
        ((Opvang(0, "dagopvang", D("7.5"), D("3.33")),), D("24.98")),
        ((Opvang(0, "dagopvang", D("7.1"), D("3.33")), Opvang(0, "bso", D("1.1"), D("3.33"))), D("27.31")),
    ],
    ids=["omlaag", "halve cent omhoog", "een keer per kind"],
)
def test_kosten_per_kind_op_de_cent(delen: tuple[Opvang, ...], kosten: Decimal) -> None:
    stappen = {s.id: s.bedrag for s in uitkomst({**GOED, "opvang": delen}).stappen}
    assert stappen["kosten_opvang"] == kosten


def test_wat_nog_kan_wordt_niet_te_laag_geschat() -> None:
    """The children are rounded up one by one, so that no cent falls out of the range."""
    deel = Opvang(soort="dagopvang", uren_maand=D("7.1"), uurprijs=D("3.33"))
    regels = kies_jaar(parameters(), kinderopvangtoeslag.REGELING, DAG)
    assert regels is not None
    plekken = opvang.plekken(Huishouden({"opvang": (deel, deel)}, DAG), regels.waarden)
    assert plekken is not None
    hoogste = opvang.hoogste_kosten(plekken, regels.waarden)
    assert (hoogste.laag, hoogste.hoog) == (D(0), D("47.30"))
    assert hoogste.open == frozenset({"opvang.0.kind", "opvang.1.kind"})


def test_uren_die_nog_open_zijn_geven_nog_geen_waarschuwing() -> None:
    half = (Opvang(0, "dagopvang", None, D(10)), Opvang(0, "gastouder", D(60), D(8)))
    open_ = uitkomst({**GOED, "opvang": half})
    assert open_.recht == ONBEKEND
    assert [reden.code for reden in open_.let_op] == ["terugwerkend"]
    assert not open_.schatting


@pytest.mark.parametrize(("leeftijd", "recht"), [(14, WEL), (15, NIET)])
def test_vanaf_vijftien_jaar_telt_geen_opvang_meer(leeftijd: int, recht: str) -> None:
    """Of two children the care of the elder; the younger goes nowhere."""
    opvang = (Opvang(1, "bso", D(100), D(10)),)
    assert uitkomst({**GOED, "kinderen": (6, leeftijd), "opvang": opvang}).recht == recht
