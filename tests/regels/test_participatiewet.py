"""Bijstand and AIO: what must hold for every household, incomes that follow from the norm, and the year 2027."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.gesprek.weergave import uitkomst_model
from actions.regels.afleiden import Afleider
from actions.regels.kern import Uitslag, bepaal
from actions.regels.paden import is_maand
from actions.regels.regeling import Uitkomst
from actions.regels.typen import WEET_NIET, Maand, Medebewoner
from tests.regels.hulp import ALLES, NIET, ONBEKEND, WEL, inhoud, parameters

REGELINGEN = ("bijstand", "aio")
NU = date(2026, 11, 20)
SNEL = settings(
    max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
D = Decimal
ALLEEN: dict[str, object] = {
    "leeftijd": 35,
    "partner": False,
    "kinderen": (),
    "medebewoners": (),
    "woonsituatie": "huur_zelfstandig",
    "vermogen": (D(0), D(0)),
    "netto_inkomen_maand": D(0),
}
SAMEN = {**ALLEEN, "partner": True, "leeftijd_partner": 40, "netto_inkomen_partner_maand": D(0)}


def oordeel(feiten: dict[str, object], dag: date = NU) -> Uitslag:
    return bepaal(feiten, parameters(), dag, REGELINGEN, catalogus=ALLES)


def bijstand(feiten: dict[str, object], dag: date = NU) -> Uitkomst:
    return oordeel(feiten, dag).uitkomst("bijstand")


def bedragen(feiten: dict[str, object], dag: date) -> list[tuple[Decimal, Decimal]]:
    """Month and year of each scheme; the household is complete, so the amounts are there."""
    uit = []
    for u in oordeel(feiten, dag).uitkomsten:
        assert u.recht in (WEL, NIET), u
        assert u.bedrag_per_maand is not None
        assert u.bedrag_per_jaar is not None
        uit.append((u.bedrag_per_maand, u.bedrag_per_jaar))
    return uit


@st.composite
def bewoners(draw: st.DrawFn) -> Medebewoner:
    return Medebewoner(
        leeftijd=draw(st.sampled_from((18, 26, 27, 40, 70))),
        inkomen_jaar=D(0),
        relatie=draw(st.sampled_from(("kind", "ouder", "broer_zus", "familie", "ander"))),
        studeert=draw(st.booleans()),
        huurcontract=draw(st.booleans()),
    )


@st.composite
def huishoudens(draw: st.DrawFn) -> dict[str, Any]:
    """A complete household that no person has to look at."""
    leeftijd = draw(st.sampled_from((17, 18, 20, 21, 26, 27, 40, 66, 67, 80)))
    inkomen = st.integers(0, 2500).map(D) | st.sampled_from((D("1419.45"), D("1419.46"), D("2027.79")))
    return {
        "leeftijd": leeftijd,
        "partner": draw(st.booleans()),
        "leeftijd_partner": draw(st.sampled_from((18, 20, 21, 40, 66, 67))),
        "kinderen": tuple(draw(st.lists(st.integers(0, 17), max_size=2))),
        "medebewoners": tuple(draw(st.lists(bewoners(), max_size=3))),
        "woonsituatie": draw(st.sampled_from(("huur_zelfstandig", "huur_kamer", "inwonend", "geen"))),
        "vermogen": (D(draw(st.sampled_from((0, 8000, 8001, 16000, 16001)))),) * 2,
        "schulden_bedrag": (D(draw(st.sampled_from((0, 1, 5000)))),) * 2,
        "netto_inkomen_maand": draw(inkomen),
        "netto_inkomen_partner_maand": draw(inkomen),
        "inkomen_soort": draw(st.sampled_from(("loon", "ww", "geen", "pensioen"))),
        "studeert": False,
        "ouders_dragen_bij": draw(st.booleans()),
        **draw(st.sampled_from(({}, {"bijverdienen_maanden": D(2)}, {"bijverdienen_maanden": D(8)}))),
    }


dagen = st.sampled_from((date(2025, 3, 1), date(2025, 10, 1), date(2026, 3, 1), NU, date(2027, 2, 1)))


@SNEL
@given(huishoudens(), dagen, st.sampled_from(("", "_partner")), st.integers(1, 1500))
def test_meer_inkomen_geeft_nooit_meer(feiten: dict[str, Any], dag: date, wie: str, erbij: int) -> None:
    naam = f"netto_inkomen{wie}_maand"
    eerst = bedragen(feiten, dag)
    later = bedragen({**feiten, naam: feiten[naam] + D(erbij)}, dag)
    for (maand, jaar), (maand_later, jaar_later) in zip(eerst, later, strict=True):
        assert maand_later <= maand
        assert jaar_later <= jaar


@SNEL
@given(huishoudens(), dagen, st.sampled_from(("ander", "familie")))
def test_een_huurder_met_contract_verandert_niets(feiten: dict[str, Any], dag: date, relatie: str) -> None:
    huurder = Medebewoner(45, D(30_000), relatie, huurcontract=True)
    met = {**feiten, "medebewoners": (*feiten["medebewoners"], huurder)}
    assert bedragen(met, dag) == bedragen(feiten, dag)


@SNEL
@given(huishoudens(), dagen, st.randoms(use_true_random=False))
def test_de_volgorde_van_medebewoners_maakt_niets_uit(
    feiten: dict[str, Any], dag: date, toeval: Random
) -> None:
    anders = list(feiten["medebewoners"])
    toeval.shuffle(anders)
    assert bedragen({**feiten, "medebewoners": tuple(anders)}, dag) == bedragen(feiten, dag)


@SNEL
@given(huishoudens(), dagen)
def test_iemand_erbij_van_27_geeft_nooit_meer_per_hoofd(feiten: dict[str, Any], dag: date) -> None:
    """Sharing costs lowers the norm, or leaves it."""
    erbij = (*feiten["medebewoners"], Medebewoner(30, D(0), "ander"))
    for met, zonder in zip(
        bedragen({**feiten, "medebewoners": erbij}, dag), bedragen(feiten, dag), strict=True
    ):
        assert met <= zonder


@SNEL
@given(huishoudens(), dagen, st.randoms(use_true_random=False))
def test_wat_beslist_is_blijft_zo_wat_er_ook_bij_komt(
    feiten: dict[str, Any], dag: date, toeval: Random
) -> None:
    weg = set(toeval.sample(sorted(feiten), toeval.randint(0, 6)))
    weinig = {naam: waarde for naam, waarde in feiten.items() if naam not in weg - {"bijverdienen_maanden"}}
    if "inkomen_soort" not in weinig:  # without it an amount counts as it stands, with it a part may not
        weinig["inkomen_soort"] = feiten["inkomen_soort"]
    alles = oordeel(feiten, dag)
    for u in oordeel(weinig, dag).uitkomsten:
        if u.recht != ONBEKEND:
            echt = alles.uitkomst(u.regeling)
            assert (u.recht, u.bedrag_per_maand, u.bedrag_per_jaar) == (
                echt.recht,
                echt.bedrag_per_maand,
                echt.bedrag_per_jaar,
            )


@SNEL
@given(huishoudens(), st.randoms(use_true_random=False))
def test_wie_steeds_antwoordt_krijgt_een_uitkomst(feiten: dict[str, Any], toeval: Random) -> None:
    """Only the facts that are asked, each once, in the order of the kernel."""
    gegeven: dict[str, object] = {}
    antwoorden = {
        **feiten,
        "vermogen_nu": feiten["vermogen"],
        "inkomen_soort_partner": "loon",
        "overwaarde_woning": D(0),
    }
    for _ in range(20):
        stand = oordeel(gegeven)
        vraag = stand.volgende
        if vraag is None or is_maand(stand.volgende_pad or ""):
            break
        assert vraag not in gegeven
        gegeven[vraag] = antwoorden[vraag]
    assert {u.recht for u in oordeel(gegeven).uitkomsten} <= {WEL, NIET}
    assert len(gegeven) <= 15


@pytest.mark.parametrize(
    ("feiten", "weg", "missen"),
    [
        (ALLEEN, "netto_inkomen_maand", ("inkomen_soort", "netto_inkomen_maand")),
        (ALLEEN, "woonsituatie", ("woonsituatie",)),
        (ALLEEN, "medebewoners", ("medebewoners",)),
        (ALLEEN, "vermogen", ("vermogen_nu",)),
        (ALLEEN, "kinderen", ()),
        ({**ALLEEN, "vermogen": (D(9000), D(9000))}, "kinderen", ("kinderen",)),
        ({**ALLEEN, "vermogen": (D(20_000), D(20_000))}, "kinderen", ("kinderen", "schulden_bedrag")),
        ({**ALLEEN, "vermogen": (D(0), D(38_479))}, "kinderen", ("kinderen", "vermogen_nu")),
        ({**ALLEEN, "woonsituatie": "koop"}, "kinderen", ("overwaarde_woning",)),
        ({**ALLEEN, "leeftijd": 25}, "kinderen", ("studeert",)),
        ({**ALLEEN, "leeftijd": 19, "studeert": False}, "kinderen", ("ouders_dragen_bij",)),
        (SAMEN, "leeftijd_partner", ("leeftijd_partner",)),
    ],
)
def test_alleen_wat_ertoe_doet_ontbreekt(
    feiten: dict[str, object], weg: str, missen: tuple[str, ...]
) -> None:
    over = {naam: waarde for naam, waarde in feiten.items() if naam != weg}
    gemist = bepaal(over, parameters(), NU, ("bijstand",), catalogus=ALLES).ontbrekend.get("bijstand", ())
    assert set(gemist) == set(missen)


def inkomens(feiten: dict[str, object], dag: date = NU) -> dict[str, Decimal | None]:
    afleider = Afleider(feiten, parameters(), dag)
    namen = ("netto_inkomen_maand", "netto_inkomen_partner_maand", "inkomen_jaar", "inkomen_partner_jaar")
    return {naam: None if (a := afleider.van(naam)) is None else a.waarde for naam in namen}


def zonder_inkomen(feiten: dict[str, object], **erbij: object) -> dict[str, object]:
    return {naam: w for naam, w in feiten.items() if not naam.startswith("netto")} | erbij


def test_van_bijstand_volgt_het_inkomen_uit_de_norm() -> None:
    gevonden = inkomens(zonder_inkomen(ALLEEN, inkomen_soort="bijstand"))
    assert gevonden["netto_inkomen_maand"] == D("1419.46")
    bruto = gevonden["inkomen_jaar"]
    assert bruto is not None
    assert 12 * D("1401.50") < bruto < 21_500
    assert gevonden["netto_inkomen_partner_maand"] is None


@pytest.mark.parametrize("ander", [None, "bijstand", "geen"])
@pytest.mark.parametrize("wie", ["inkomen_soort", "inkomen_soort_partner"])
def test_samen_heeft_ieder_de_helft(wie: str, ander: str | None) -> None:
    andere = ({"inkomen_soort", "inkomen_soort_partner"} - {wie}).pop()
    soorten = {wie: "bijstand"} | ({} if ander is None else {andere: ander})
    gevonden = inkomens(zonder_inkomen(SAMEN, **soorten))
    assert gevonden["netto_inkomen_maand"] == gevonden["netto_inkomen_partner_maand"] == D("1013.895")
    assert gevonden["inkomen_jaar"] == gevonden["inkomen_partner_jaar"]
    assert gevonden["inkomen_jaar"] is not None


def test_naast_loon_volgt_niets_uit_de_norm() -> None:
    gevonden = inkomens(zonder_inkomen(SAMEN, inkomen_soort="bijstand", inkomen_soort_partner="loon"))
    assert set(gevonden.values()) == {None}


def test_een_antwoord_wint_van_de_norm() -> None:
    eigen = {**ALLEEN, "netto_inkomen_maand": D(900), "inkomen_soort": "bijstand"}
    assert inkomens(eigen)["inkomen_jaar"] != inkomens(zonder_inkomen(eigen))["inkomen_jaar"]


def test_wat_de_norm_openlaat_laat_het_inkomen_open() -> None:
    feiten = zonder_inkomen(ALLEEN, inkomen_soort="bijstand")
    del feiten["medebewoners"]
    afgeleid = Afleider(feiten, parameters(), NU).van("netto_inkomen_maand")
    assert afgeleid is not None
    assert afgeleid.laag < afgeleid.hoog == D("1419.46")
    assert afgeleid.open == {"medebewoners"}
    onbekend = Afleider({**feiten, "medebewoners": WEET_NIET}, parameters(), NU)
    assert onbekend.van("netto_inkomen_maand") is None


@pytest.mark.parametrize("dag", [date(2023, 1, 1), date(2030, 1, 1)], ids=str)
def test_zonder_normen_geen_inkomen(dag: date) -> None:
    assert inkomens(zonder_inkomen(ALLEEN, inkomen_soort="bijstand"), dag)["inkomen_jaar"] is None


def codes(u: Uitkomst) -> set[str]:
    return {reden.code for reden in u.let_op}


def test_de_regels_van_2027_tellen_pas_vanaf_2027() -> None:
    werkt = {**ALLEEN, "netto_inkomen_maand": D(600), "inkomen_soort": "loon"}
    bezig = {**werkt, "bijverdienen_maanden": D(8)}
    dit_jaar, volgend_jaar = bijstand(bezig), bijstand(bezig, date(2027, 1, 1))
    assert dit_jaar.bedrag_per_maand == D("780.13")  # (1419.46 - 600) x 0.952
    assert volgend_jaar.bedrag_per_maand == D("865.81")  # (1419.46 - 600 x 0.85) x 0.952
    assert volgend_jaar.jaar == 2026
    assert "regels_van_eerder_jaar" in codes(volgend_jaar)
    assert "werken_vanaf_2027" in codes(dit_jaar) - codes(volgend_jaar)
    assert "bufferbudget" in codes(volgend_jaar) - codes(dit_jaar)
    assert "misschien_deel_houden" in codes(bijstand(werkt)) - codes(dit_jaar)
    te_lang = {**werkt, "bijverdienen_maanden": D(12)}
    assert bijstand(te_lang, date(2027, 1, 1)).bedrag_per_maand == D("780.13")


def test_werk_naast_de_aio_in_2027() -> None:
    feiten = {**ALLEEN, "leeftijd": 70, "netto_inkomen_maand": D(1200), "inkomen_soort": "loon"}
    maanden = [oordeel(feiten, dag).uitkomst("aio").bedrag_per_maand for dag in (NU, date(2027, 1, 1))]
    assert maanden == [D("640.07"), D("583.90")]  # 285 and 226 left out of account


def test_het_jaar_telt_de_verjaardag_mee() -> None:
    """21 in June: half a year at 18 to 20, half a year at 21."""
    jarig = {**ALLEEN, "leeftijd": 21, "studeert": False, "ouders_dragen_bij": True}
    u = bijstand({**jarig, "geboortemaand": Maand(2005, 6)})
    assert u.bedrag_per_maand == D("1351.33")
    assert u.bedrag_per_jaar == 6 * D("345.99") + 6 * D("1419.46")


def test_een_verjaardag_deze_maand_telt_al_vandaag() -> None:
    jarig = {**ALLEEN, "leeftijd": 21, "geboortemaand": Maand(2005, 11), "studeert": False}
    buur = Medebewoner(27, D(0), "ander", geboortemaand=Maand(1999, 11))
    assert bijstand(jarig).bedrag_per_maand == D("1351.33")
    assert bijstand({**ALLEEN, "medebewoners": (buur,)}).bedrag_per_maand == D("965.23")


LET_OP: dict[str, dict[str, object]] = {
    "zoektermijn": {**ALLEEN, "leeftijd": 25, "studeert": False},
    "meld_u_snel": ALLEEN,
    "geef_door": ALLEEN,
    "lagere_woonkosten": {**ALLEEN, "woonsituatie": "inwonend"},
    "misschien_samen": {**ALLEEN, "medebewoners": (Medebewoner(40, D(0), "ander"),)},
    "krijgt_al_bijstand": zonder_inkomen(ALLEEN, inkomen_soort="bijstand"),
    "buitenland": {**ALLEEN, "leeftijd": 70},
    "klein_pensioen": {**ALLEEN, "leeftijd": 70},
    "krijgt_al_aio": {**ALLEEN, "leeftijd": 70, "inkomen_soort": "bijstand"},
    "werken_vanaf_2027": {**ALLEEN, "leeftijd": 70, "inkomen_soort": "loon"},
}


@pytest.mark.parametrize("code", LET_OP)
def test_elke_waarschuwing_komt_en_heeft_woorden(code: str) -> None:
    uitkomst = next(u for u in oordeel(LET_OP[code]).uitkomsten if u.recht == WEL)
    assert code in codes(uitkomst)
    getoond = uitkomst_model(inhoud(), uitkomst, NU)
    assert {r.code for r in getoond.let_op} == codes(uitkomst)
    assert all(r.tekst for r in getoond.let_op)
    assert getoond.stappen
    assert any("Participatiewet" in bron.naam for bron in getoond.bronnen)


@pytest.mark.parametrize(
    ("code", "erbij"),
    [
        ("overwaarde", {"woonsituatie": "koop", "overwaarde_woning": D(80_000)}),
        ("giften", {"giften_jaar": D(5000)}),
        ("studie_vanaf_27", {"studeert": True}),
        ("partner_zonder_recht", {**SAMEN, "verblijfsrecht_partner": False}),
        ("instelling_jong", {"leeftijd": 20, "woonsituatie": "instelling", "studeert": False}),
    ],
)
def test_wat_een_mens_beoordeelt_zegt_dat(code: str, erbij: dict[str, object]) -> None:
    u = bijstand({**ALLEEN, **erbij})
    assert u.recht == ONBEKEND
    assert u.bedrag_per_maand is None
    assert code in {r.code for r in uitkomst_model(inhoud(), u, NU).redenen}
    arm = {**ALLEEN, **erbij, "vermogen": (D(90_000),) * 2, "schulden_bedrag": (D(0),) * 2}
    assert bijstand(arm).recht == NIET  # what fails for certain needs no person


def test_een_kostendeler_staat_in_de_rekensom() -> None:
    broer = Medebewoner(40, D(0), "broer_zus")
    stappen = {
        s.id: s for s in bijstand({**ALLEEN, "medebewoners": (broer, replace(broer, leeftijd=25))}).stappen
    }
    assert stappen["kostendelers"].waarden == {"aantal": D(1)}
    assert stappen["norm"].artikel == "Pw art. 22a"
    assert stappen["norm"].bedrag == D("1013.90")
    assert stappen["vakantietoeslag"].bedrag == D("1013.90") - D("965.23")
