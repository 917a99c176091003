"""The kernel: schemes it does not know or that fail, limits of an open question, estimates and how wide they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.regels.afleiden import Afleider
from actions.regels.feiten import FEITEN
from actions.regels.huishouden import Huishouden
from actions.regels.kern import Uitslag, bepaal
from actions.regels.paden import hoekwaarden
from actions.regels.regeling import Beoordeling, Regeling, Voorwaarde, Waarden
from actions.regels.typen import WEET_NIET, Maand, Medebewoner
from actions.regels.waarden import meer_dan
from tests.regels.hoeken import GUNSTIG, Feiten
from tests.regels.hulp import ALLES, NIET, ONBEKEND, TOESLAGEN, WEL, parameters

D = Decimal
DAG = date(2026, 6, 15)
SNEL = settings(max_examples=60, deadline=None, derandomize=True)


def oordeel(feiten: Feiten, regelingen: tuple[str, ...] = TOESLAGEN, dag: date = DAG) -> Uitslag:
    return bepaal(feiten, parameters(), dag, regelingen, catalogus=ALLES)


def zonder(feiten: Feiten, *weg: str, **erbij: object) -> dict[str, object]:
    return {naam: waarde for naam, waarde in feiten.items() if naam not in weg} | erbij


def test_wat_niet_gebouwd_is_zegt_dat() -> None:
    uitslag = bepaal(GUNSTIG, parameters(), DAG, ("zorgtoeslag", "schuldhulp"), catalogus={})
    assert [(u.recht, u.redenen[0].code) for u in uitslag.uitkomsten] == [
        (ONBEKEND, "bron_ontbreekt"),
        (ONBEKEND, "lokale_regel_onbekend"),
    ]
    assert uitslag.ontbrekend == {}


def test_zonder_keuze_komt_elke_regeling_van_het_contract() -> None:
    uitkomsten = bepaal(GUNSTIG, parameters(), DAG).uitkomsten
    assert {u.regeling for u in uitkomsten} >= set(ALLES)


def test_een_regeling_die_faalt_verbergt_de_andere_niet() -> None:
    def stuk(h: Huishouden, p: Waarden) -> Beoordeling:
        raise ZeroDivisionError

    kapot = {**ALLES, "huurtoeslag": replace(ALLES["huurtoeslag"], beoordeel=stuk)}
    uitslag = bepaal(GUNSTIG, parameters(), DAG, TOESLAGEN, catalogus=kapot)
    fout = uitslag.uitkomst("huurtoeslag")
    assert (fout.recht, [r.code for r in fout.redenen], fout.fout) == (
        ONBEKEND,
        ["rekenfout"],
        "ZeroDivisionError",
    )
    assert fout.bedrag_per_maand is None
    heel = oordeel(GUNSTIG)
    for regeling in ("zorgtoeslag", "kindgebonden-budget"):
        assert uitslag.uitkomst(regeling) == heel.uitkomst(regeling)


@pytest.mark.parametrize(
    ("partner", "regelingen", "namen"),
    [
        (False, ("zorgtoeslag",), {"zorgtoeslag.vermogensgrens_alleen"}),
        (True, ("zorgtoeslag",), {"zorgtoeslag.vermogensgrens_partner"}),
        (
            False,
            ("zorgtoeslag", "huurtoeslag"),
            {"zorgtoeslag.vermogensgrens_alleen", "huurtoeslag.vermogensgrens_per_bewoner"},
        ),
    ],
)
def test_een_open_vraag_kent_de_grenzen_waaraan_ze_ligt(
    partner: bool, regelingen: tuple[str, ...], namen: set[str]
) -> None:
    open_ = zonder(GUNSTIG, "vermogen", partner=partner)
    delen = [naam.partition(".") for naam in namen]
    verwacht = {parameters().op(regeling, DAG)[kort] for regeling, _, kort in delen}
    uitslag = oordeel(open_, regelingen)
    assert uitslag.grenzen("vermogen") == tuple(sorted(verwacht))
    assert uitslag.grenzen("kale_huur") == ()
    assert oordeel({**open_, "vermogen": (D(0), D(0))}, regelingen).grenzen("vermogen") == ()


NETTO = zonder(GUNSTIG, "inkomen_jaar", "inkomen_partner_jaar", inkomen_soort="loon")
"""What comes in on the account, instead of the gross year."""


@SNEL
@given(st.integers(500, 4000), st.sampled_from(("loon", "ww", "aow", "pensioen", None)), st.booleans())
def test_de_marge_omvat_wat_elk_inkomen_erbinnen_geeft(netto: int, soort: str | None, partner: bool) -> None:
    """The estimate lies in its own margin, and so does the amount of every gross income that may be meant."""
    feiten = zonder(NETTO, "inkomen_soort", netto_inkomen_maand=D(netto), partner=partner)
    if soort is not None:
        feiten["inkomen_soort"] = soort
    if partner:
        feiten["inkomen_partner_jaar"] = D(0)
    afgeleid = Afleider(feiten, parameters(), DAG).van("inkomen_jaar")
    assert afgeleid is not None
    assert afgeleid.laag <= afgeleid.waarde <= afgeleid.hoog
    geschat = oordeel(feiten)
    for bruto in (afgeleid.laag, afgeleid.waarde, afgeleid.hoog):
        precies = oordeel({**zonder(feiten, "netto_inkomen_maand"), "inkomen_jaar": bruto})
        for u in geschat.uitkomsten:
            echt = precies.uitkomst(u.regeling)
            assert u.schatting
            assert "inkomen_omgerekend" in {r.code for r in u.let_op}
            assert u.marge is not None
            assert u.bedrag_per_maand is not None
            assert echt.bedrag_per_maand is not None
            if bruto == afgeleid.waarde:
                assert (echt.recht, echt.bedrag_per_maand) == (u.recht, u.bedrag_per_maand)
            assert abs(echt.bedrag_per_maand - u.bedrag_per_maand) <= u.marge
            if echt.recht != u.recht:
                assert "marge_kan_omslaan" in {r.code for r in u.let_op}


def test_alleen_bij_een_grens_kan_de_marge_omslaan() -> None:
    """Between plenty and nothing lies an income of which the margin holds both a yes and a no."""

    def codes(netto: int) -> tuple[str, bool]:
        feiten = zonder(NETTO, "inkomen_soort", netto_inkomen_maand=D(netto))
        u = oordeel(feiten).uitkomst("zorgtoeslag")
        return u.recht, "marge_kan_omslaan" in {r.code for r in u.let_op}

    assert [codes(netto) for netto in (1500, 2800, 3500)] == [(WEL, False), (WEL, True), (NIET, False)]


def test_wat_niet_per_maand_komt_heeft_geen_marge_per_maand() -> None:
    def per_jaar(h: Huishouden, p: Waarden) -> Beoordeling:
        inkomen = h.geld("inkomen_jaar")
        return Beoordeling((Voorwaarde("iets", meer_dan(inkomen, D(1)), "art. 1"),), maand=None, jaar=inkomen)

    jaarlijks = Regeling(
        id="jaarlijks",
        ronde=3,
        beoordeel=per_jaar,
        parameters=lambda _jaar: frozenset(),
        leeftijdsgrenzen=lambda _p: {},
        uiterlijk=lambda _jaar: None,
        ritme="jaar",
    )
    feiten = zonder(NETTO, netto_inkomen_maand=D(1500))
    u = bepaal(feiten, parameters(), DAG, ("jaarlijks",), catalogus={"jaarlijks": jaarlijks}).uitkomsten[0]
    assert (u.recht, u.schatting, u.marge, u.bedrag_per_maand) == (WEL, True, None, None)
    assert u.bedrag_per_keer == u.bedrag_per_jaar
    assert [r.code for r in u.let_op] == ["inkomen_omgerekend"]


def test_van_bruto_naar_netto_zonder_te_weten_wat_voor_inkomen() -> None:
    """Every likely kind lies within the bounds; the likeliest is the estimate."""
    feiten: dict[str, object] = {"leeftijd": 40, "partner": False, "inkomen_jaar": D(24_000)}
    open_ = Afleider(feiten, parameters(), DAG).van("netto_inkomen_maand")
    per_soort = {
        soort: Afleider({**feiten, "inkomen_soort": soort}, parameters(), DAG).van("netto_inkomen_maand")
        for soort in ("loon", "ww")
    }
    assert open_ is not None
    assert open_.waarde == per_soort["loon"].waarde  # type: ignore[union-attr]
    for van_soort in per_soort.values():
        assert van_soort is not None
        assert open_.laag <= van_soort.laag <= van_soort.waarde <= van_soort.hoog <= open_.hoog
    assert per_soort["loon"] != per_soort["ww"]
    oud = Afleider({**feiten, "leeftijd": 70}, parameters(), DAG).van("netto_inkomen_maand")
    pensioen = Afleider({**feiten, "leeftijd": 70, "inkomen_soort": "pensioen"}, parameters(), DAG)
    assert oud is not None
    assert oud.waarde == pensioen.van("netto_inkomen_maand").waarde  # type: ignore[union-attr]


@pytest.mark.parametrize("achter", ["", "_partner"])
def test_met_vakantiegeld_komt_er_gemiddeld_acht_procent_bij(achter: str) -> None:
    """Between the bare month and 8% more, as the holiday pay is taxed with the rest."""
    afleider = Afleider({f"leeftijd{achter}": 40, f"inkomen_soort{achter}": "loon"}, parameters(), DAG)
    kaal = D("1500")
    met = afleider.met_vakantiegeld(kaal, achter)
    assert met is not None
    assert kaal < met <= kaal * D("1.08")
    assert afleider.met_vakantiegeld(D(0), achter) == 0


def _zonder_regeling(naam: str) -> Afleider:
    p = parameters()
    kaal = replace(p, waarden={r: w for r, w in p.waarden.items() if r != naam})
    return Afleider(
        {
            "leeftijd": 35,
            "partner": False,
            "inkomen_soort": "bijstand",
            "kinderen": (),
            "medebewoners": (),
            "woonsituatie": "huur_zelfstandig",
        },
        kaal,
        DAG,
    )


def test_zonder_belastingregels_is_er_geen_bruto_maar_wel_een_norm() -> None:
    zonder_belasting = _zonder_regeling("inkomstenbelasting")
    assert zonder_belasting.van("inkomen_jaar") is None
    assert zonder_belasting.met_vakantiegeld(D(1500)) is None
    norm = parameters().op("bijstand", DAG)["norm_alleenstaande"]
    netto = zonder_belasting.van("netto_inkomen_maand")
    assert netto is not None
    assert netto.waarde == norm
    assert _zonder_regeling("loon").met_vakantiegeld(D(1500)) is None


def test_een_afgeleid_inkomen_blijft_open_zolang_de_norm_open_is() -> None:
    """On bijstand, and not known yet who else lives there: the toeslag asks for that, not for the income."""
    feiten = zonder(NETTO, "medebewoners", "kinderen", inkomen_soort="bijstand", kinderen=())
    zorg = oordeel(feiten, ("zorgtoeslag",))
    assert (
        zorg.uitkomst("zorgtoeslag").recht == WEL
    )  # the norm is far under every limit, whoever else is there
    huur = oordeel({**feiten, "kale_huur": D(700)}, ("huurtoeslag",))
    assert "inkomen_jaar" not in huur.ontbrekend["huurtoeslag"]
    assert huur.ontbrekend["huurtoeslag"] == ("medebewoners",)


def test_een_veld_dat_niemand_weet_blijft_open() -> None:
    """Whether a co-resident has a contract of his own decides whether his wealth counts."""
    bewoner = Medebewoner(40, D(0), "ander", huurcontract=WEET_NIET, boven_vermogensgrens=True)
    u = oordeel({**GUNSTIG, "kinderen": (), "medebewoners": (bewoner,)}, ("huurtoeslag",)).uitkomst(
        "huurtoeslag"
    )
    assert u.recht == ONBEKEND
    assert {r.code for r in u.redenen} == {"weet_niet"}
    assert {r.waarden["feit"] for r in u.redenen} == {"medebewoners.huurcontract"}
    arm = replace(bewoner, boven_vermogensgrens=False)
    kind = replace(bewoner, relatie="kind")
    assert (
        oordeel({**GUNSTIG, "medebewoners": (kind,)}, ("huurtoeslag",)).uitkomst("huurtoeslag").recht == NIET
    )
    beide = [
        oordeel({**GUNSTIG, "medebewoners": (replace(arm, huurcontract=w),)}, ("huurtoeslag",)).uitkomst(
            "huurtoeslag"
        )
        for w in (True, False)
    ]
    assert {u.recht for u in beide} == {WEL}


@pytest.mark.parametrize(
    "naam", [n for n, d in FEITEN.items() if d.type not in ("maand", "maanden", "datum", "regelingen")]
)
def test_elk_feit_dat_gevraagd_wordt_heeft_uitersten(naam: str) -> None:
    """Without two extreme answers the kernel cannot tell whether a question still matters."""
    waarden = hoekwaarden(naam)
    assert len(set(waarden)) > 1
    definitie = FEITEN[naam]
    if definitie.type in ("geld", "getal", "leeftijd"):
        assert set(waarden) == {definitie.minimum, definitie.maximum}


def test_uitersten_van_een_kind() -> None:
    assert hoekwaarden("kinderen.0.leeftijd") == (0, 17)
    assert hoekwaarden("geboortemaand") == ()  # nothing extreme about a month


@given(st.builds(Maand, st.integers(1900, 2100), st.integers(1, 12)))
def test_een_maand_schrijft_zich_zoals_het_contract(maand: Maand) -> None:
    jaar, _, rest = str(maand).partition("-")
    assert (len(jaar), len(rest)) == (4, 2)
    assert Maand(int(jaar), int(rest)) == maand
