"""A toeslagpartner for part of the year: what must hold for every household and every month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.regels.huishouden import Huishouden
from actions.regels.kern import Uitslag, bepaal
from actions.regels.typen import WEET_NIET, Maand, Opvang
from tests.regels.hoeken import GUNSTIG, Feiten, hoeken
from tests.regels.hulp import ALLES, NIET, ONBEKEND, TOESLAGEN, WEL, parameters
from tests.regels.test_eigenschappen import bedragen, huishoudens, kern, oordeel

SNEL = settings(max_examples=80, deadline=None, derandomize=True)
DAG = date(2026, 6, 15)
SAMEN: Feiten = {**GUNSTIG, "partner": True, "inkomen_partner_jaar": Decimal(8_000)}
D = Decimal


def vermogen(bedrag: int) -> tuple[Decimal, Decimal]:
    return D(bedrag), D(bedrag)


def vraag(feiten: Feiten, dag: date = DAG, regelingen: tuple[str, ...] = TOESLAGEN) -> Uitslag:
    return bepaal(feiten, parameters(), dag, regelingen, catalogus=ALLES)


peildata = st.sampled_from([date(2026, 6, 15), date(2026, 1, 1), date(2026, 12, 31), date(2025, 6, 15)])
paren = peildata.flatmap(
    lambda dag: st.tuples(
        st.just(dag), huishoudens(dag).map(lambda f: {**f, "partner": True, "vermogen": vermogen(0)})
    )
)


@SNEL
@given(paren, st.integers(1, 12))
def test_het_jaar_is_dat_van_de_maanden_alleen_en_samen(
    geval: tuple[date, dict[str, object]], maand: int
) -> None:
    dag, feiten = geval
    alleen = bedragen({**feiten, "partner": False}, dag)
    samen = bedragen({**feiten, "partner_sinds": Maand(dag.year - 1, 12)}, dag)
    deel = bedragen({**feiten, "partner_sinds": Maand(dag.year, maand)}, dag)
    # Ages may differ from month to month: what the year gives alone is then not spread evenly.
    if len(Huishouden(feiten, dag).maanden) == 1:
        for regeling in TOESLAGEN:
            verwacht = (alleen[regeling][1] * maand + samen[regeling][1] * (12 - maand)) / 12
            if min(alleen[regeling][1], samen[regeling][1]) > 0:
                assert abs(deel[regeling][1] - verwacht) <= 1, regeling
    nu = alleen if dag.month <= maand else samen
    for regeling in TOESLAGEN:
        if nu[regeling][1] > 0 and deel[regeling][1] > 0:
            assert deel[regeling][0] == nu[regeling][0], regeling


@SNEL
@given(paren, st.integers(1, 30))
def test_een_partner_van_langer_dan_dit_jaar_is_er_het_hele_jaar(
    geval: tuple[date, dict[str, object]], jaren: int
) -> None:
    dag, feiten = geval
    niet_gezegd, lang = (
        oordeel(f, dag) for f in (feiten, {**feiten, "partner_sinds": Maand(dag.year - jaren, 12)})
    )
    for regeling in TOESLAGEN:
        a, b = niet_gezegd.uitkomst(regeling), lang.uitkomst(regeling)
        assert kern(a) == kern(b)
        assert "partner_sinds" not in b.voorwaarden
        assert ("partner_sinds" in a.voorwaarden) == (a.recht == WEL)


@SNEL
@given(paren, st.integers(0, 3))
def test_een_partner_die_nog_komt_telt_niet_en_wordt_niet_naar_gevraagd(
    geval: tuple[date, dict[str, object]], later: int
) -> None:
    dag, feiten = geval
    alleen = {naam: w for naam, w in feiten.items() if "partner" not in naam}
    straks = {**alleen, "partner": True, "partner_sinds": Maand(dag.year + later, 12)}
    assert {u.regeling: kern(u) for u in oordeel(straks, dag).uitkomsten} == {
        u.regeling: kern(u) for u in oordeel({**alleen, "partner": False}, dag).uitkomsten
    }


@SNEL
@given(paren, st.integers(1, 12))
def test_bijstand_en_aio_kijken_alleen_naar_de_peildatum(
    geval: tuple[date, dict[str, object]], maand: int
) -> None:
    dag, feiten = geval
    regelingen = ("bijstand", "aio", "kinderbijslag")
    deel = {**feiten, "partner_sinds": Maand(dag.year, maand)}
    assert vraag(deel, dag, regelingen).uitkomsten == vraag(feiten, dag, regelingen).uitkomsten


@SNEL
@given(paren, st.integers(1, 12))
def test_wie_de_maand_niet_weet_krijgt_nooit_een_fout_antwoord(
    geval: tuple[date, dict[str, object]], maand: int
) -> None:
    dag, feiten = geval
    echt = oordeel({**feiten, "partner_sinds": Maand(dag.year, min(maand, dag.month))}, dag)
    for u in oordeel({**feiten, "partner_sinds": WEET_NIET}, dag).uitkomsten:
        if u.recht == ONBEKEND:
            assert [reden.code for reden in u.redenen] == ["weet_niet"]
        elif u.recht == NIET:
            assert kern(u) == kern(echt.uitkomst(u.regeling))


def test_wat_de_uitkomst_erover_zegt() -> None:
    (zorg,) = vraag({**SAMEN, "partner_sinds": Maand(2026, 12)}, DAG, ("zorgtoeslag",)).uitkomsten
    assert [(r.code, r.waarden) for r in zorg.let_op] == [("partner_deel_van_jaar", {"vanaf": "2027-01"})]
    (zorg,) = vraag({**SAMEN, "partner_sinds": Maand(2025, 12)}, DAG, ("zorgtoeslag",)).uitkomsten
    assert zorg.let_op == ()
    assert "partner_sinds" in zorg.door


VERMOGEN = [
    # (partner_sinds, vermogen, open facts of huurtoeslag and zorgtoeslag)
    (None, vermogen(60_000), ()),
    (Maand(2025, 12), vermogen(60_000), ()),
    (Maand(2026, 3), vermogen(38_479), ()),
    (Maand(2026, 3), vermogen(38_480), ("vermogen_partner",)),
    (Maand(2026, 3), None, ("vermogen",)),
    (Maand(2027, 3), vermogen(38_480), ("vermogen_partner",)),
    (Maand(2026, 3), (D(0), D(38_479)), ()),
    (Maand(2026, 3), (D("38479.01"), None), ("vermogen_partner",)),
    (WEET_NIET, vermogen(30_000), ()),
]


@pytest.mark.parametrize(("sinds", "bezit", "open_"), VERMOGEN)
def test_wat_van_de_partner_is_wordt_alleen_gevraagd_als_het_telt(
    sinds: object, bezit: object, open_: tuple[str, ...]
) -> None:
    feiten = {k: v for k, v in SAMEN.items() if k != "vermogen"}
    feiten |= {} if sinds is None else {"partner_sinds": sinds}
    feiten |= {} if bezit is None else {"vermogen": bezit}
    assert vraag(feiten, DAG, ("huurtoeslag",)).ontbrekend.get("huurtoeslag", ()) == open_


def test_na_de_verdeling_kan_het_geheel_nog_nodig_zijn() -> None:
    """More than the limit together; of it 20,000 was the partner's: now it depends on how much more."""
    meer = {**SAMEN, "partner_sinds": Maand(2026, 3), "vermogen": (D("38479.01"), None)}
    ruim = vraag({**meer, "vermogen_partner": vermogen(20_000)}, DAG, ("huurtoeslag",))
    assert ruim.open_paden == ("vermogen",)
    assert ruim.grenzen("vermogen") == ()
    arm = vraag({**meer, "vermogen_partner": vermogen(0)}, DAG, ("huurtoeslag",))
    assert arm.uitkomst("huurtoeslag").recht == NIET
    weet_niet = vraag({**meer, "vermogen_partner": WEET_NIET}, DAG, ("huurtoeslag",)).uitkomst("huurtoeslag")
    assert [r.waarden["feit"] for r in weet_niet.redenen] == ["vermogen_partner"]


def test_wiens_vermogen_het_is_als_de_maand_niet_bekend_is() -> None:
    """Within either limit: yes. Above both, all one's own: no. In between nobody can tell."""

    def recht(samen: int, van_partner: int) -> str:
        feiten = {**SAMEN, "vermogen": vermogen(samen), "vermogen_partner": vermogen(van_partner)}
        uit = vraag({**feiten, "partner_sinds": WEET_NIET}, DAG, ("huurtoeslag",)).uitkomst("huurtoeslag")
        return "niet" if uit.recht == NIET else ",".join(str(r.waarden.get("feit")) for r in uit.redenen)

    assert recht(80_000, 0) == "niet"
    assert recht(80_000, 50_000) == "partner_sinds"
    assert recht(70_000, 0) == "partner_sinds"


def test_ouders_met_alleen_grote_kinderen_krijgen_geen_vraag_over_opvang() -> None:
    regeling = ("kinderopvangtoeslag",)
    assert vraag({"kinderen": (15, 17)}, DAG, regeling).open_paden == ()
    assert "opvang" in vraag({"kinderen": (14, 17)}, DAG, regeling).open_paden
    eerst = vraag({"partner": False, "werkt": True, "kinderen": (None, 17)}, DAG, regeling)
    assert eerst.volgende_pad == "kinderen.0.leeftijd"
    # While it is open which child goes, the care may count.
    open_ = {**SAMEN, "kinderen": (16, 8), "opvang": (Opvang(),), "werkt": True, "werkt_partner": True}
    assert vraag(open_, DAG, regeling).uitkomst("kinderopvangtoeslag").recht == ONBEKEND


def test_wat_over_het_bezit_van_huisgenoten_wordt_aangenomen_staat_erbij() -> None:
    zonder, met = hoeken(DAG)["medebewoners"][:2]
    codes = [
        [r.code for r in vraag({**GUNSTIG, "medebewoners": m}, DAG, ("huurtoeslag",)).uitkomsten[0].let_op]
        for m in (zonder, met)
    ]
    assert codes == [[], ["vermogen_medebewoners"]]


def test_zonder_maand_met_recht_blijft_er_niets_over() -> None:
    """2025: too young for this rent alone, and once together the partner may not live here."""
    feiten = {
        **GUNSTIG, "leeftijd": 21, "geboortemaand": Maand(2003, 12), "kinderen": (), "partner": True, "leeftijd_partner": 40,
        "partner_sinds": Maand(2025, 6), "verblijfsrecht_partner": False, "inkomen_partner_jaar": D(0),
    }  # fmt: skip
    uit = vraag(feiten, date(2025, 6, 15), ("huurtoeslag",)).uitkomst("huurtoeslag")
    assert uit.recht == NIET
    assert uit.bedrag_per_jaar == 0
