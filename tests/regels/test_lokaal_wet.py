"""What the law asks of every gemeente: debt help, the food bank, studietoeslag and its amounts, draagkracht."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.regels.hulp import NIET, ONBEKEND, WEL, parameters
from tests.regels.lokaal import (
    ALLEEN,
    GEEN_GRENS,
    NORM,
    PAAR,
    Data,
    Feiten,
    bedrag,
    codes,
    data,
    geld,
    uitkomst,
    uitslag,
)

KWIJT: Data = data(kwijtschelding={"norm_procent": "100"})
JONG: Feiten = {**ALLEEN, "studeert": True, "medische_beperking": True, "inkomen_soort": "studiefinanciering"}


@pytest.mark.parametrize(
    ("id_", "feiten", "recht", "code"),
    [
        ("individuele-inkomenstoeslag", {"leeftijd": 20}, NIET, "te_jong"),
        ("individuele-inkomenstoeslag", {"leeftijd": 21}, WEL, "voldoet"),
        ("individuele-inkomenstoeslag", {"leeftijd": 66}, WEL, "voldoet"),
        ("individuele-inkomenstoeslag", {"leeftijd": 67}, NIET, "te_oud"),
        ("studietoeslag", {"studeert": True, "medische_beperking": True}, WEL, "voldoet"),
        ("studietoeslag", {"studeert": True, "medische_beperking": False}, NIET, "eis_medische_beperking"),
        ("studietoeslag", {"studeert": False}, NIET, "eis_studeert"),
        ("studietoeslag", {**JONG, "leeftijd": 14}, NIET, "te_jong"),
        ("studietoeslag", {**JONG, "leeftijd": 15}, WEL, "voldoet"),
        ("studietoeslag", {**JONG, "inkomen_soort": "wajong"}, NIET, "heeft_wajong"),
        ("studietoeslag", {**JONG, "inkomen_soorten": ["wajong", "loon"]}, NIET, "heeft_wajong"),
        ("bijzondere-bijstand", {"bijzondere_kosten": ["anders"]}, WEL, "voldoet"),
        ("bijzondere-bijstand", {"bijzondere_kosten": []}, NIET, "eis_bijzondere_kosten"),
        ("kwijtschelding", {"belastingaanslag": False}, NIET, "eis_belastingaanslag"),
        ("schuldhulp", {"schulden": True}, WEL, "voldoet"),
        ("schuldhulp", {"schulden": False, "huurachterstand": True}, WEL, "voldoet"),
        ("schuldhulp", {"schulden": False, "huurachterstand": False}, NIET, "geen_van_de_eisen"),
        ("schuldhulp", {"schulden": True, "netto_inkomen_maand": "9000.00"}, WEL, "voldoet"),
        ("schuldhulp-jongeren", {"schulden": True}, WEL, "voldoet"),
        ("schuldhulp-jongeren", {"schulden": False}, NIET, "eis_schulden"),
    ],
)
def test_wat_de_wet_van_elke_gemeente_vraagt(id_: str, feiten: Feiten, recht: str, code: str) -> None:
    van = NORM if id_.startswith("ind") else {"van": "geen"}
    regeling = KWIJT if id_ == "kwijtschelding" else data(inkomen=van)
    u = uitkomst({**ALLEEN, **feiten}, regeling, id_)
    assert (u.recht, codes(u)) == (recht, {code})


def test_wat_het_bestand_zegt_gaat_voor() -> None:
    alleen_achterstand = data(eisen={"huurachterstand": True})
    u = uitkomst({**ALLEEN, "schulden": True, "huurachterstand": False}, alleen_achterstand, "schuldhulp")
    assert codes(u) == {"eis_huurachterstand"}


def test_of_het_inkomen_stijgt_ziet_de_gemeente() -> None:
    u = uitkomst(ALLEEN, data(inkomen=NORM), "individuele-inkomenstoeslag")
    assert [r.code for r in u.let_op] == ["uitzicht_op_inkomen"]
    assert u.artikelen == ("Pw art. 36",)


@pytest.mark.parametrize("anders", [{}, {"zekerheid": "verouderd"}, {"geldig_tot": date(2026, 1, 1)}])
def test_de_voedselbank_rekent_zelf(anders: Data) -> None:
    """What is left after rent, energy and insurance is too much to ask; nobody is told a wrong yes or no."""
    regeling = data(inkomen={"van": "onbekend"}, vermogen={"grens": "onbekend"}, **anders)
    uit = uitslag({}, regeling, "voedselbank")
    u = uit.uitkomst("voedselbank")
    assert (u.recht, codes(u), uit.open_paden) == (ONBEKEND, {"voedselbank_rekent"}, ())


LANDELIJK = data(vorm="geld", ritme="maand", landelijk_bedrag=True)


@pytest.mark.parametrize(
    ("leeftijd", "naam"), [(15, 15), (16, 16), (17, 17), (18, 18), (20, 20), (21, 21), (40, 21)]
)
def test_studietoeslag_heeft_de_bedragen_van_de_wet(leeftijd: int, naam: int) -> None:
    dag = date(2026, 3, 15)
    verwacht = parameters().op("studietoeslag", dag)[f"leeftijd_{naam}"]
    u = uitkomst({**JONG, "leeftijd": leeftijd}, LANDELIJK, "studietoeslag", dag)
    assert (u.recht, u.bedrag_per_maand, u.bedrag_per_jaar) == (WEL, verwacht, verwacht * 12)


def test_zonder_bedragen_van_de_wet_staat_het_jaar_erbij() -> None:
    for dag, waarden in ((date(2026, 11, 20), {"jaar": "2026"}), (date(2024, 3, 1), {})):
        u = uitkomst(JONG, LANDELIJK, "studietoeslag", dag)
        assert (u.recht, u.bedrag_per_maand, u.bedrag_per_jaar) == (WEL, None, None)
        assert [(r.code, r.waarden) for r in u.let_op] == [("bedrag_onzeker", waarden)]


def test_een_gemeente_mag_meer_studietoeslag_geven() -> None:
    u = uitkomst(JONG, geld({"bedrag": "400.00"}, ritme="maand"), "studietoeslag")
    assert u.bedrag_per_maand == 400


def test_voor_de_studietoeslag_wordt_alleen_gevraagd_wat_telt() -> None:
    assert uitslag({}, LANDELIJK, "studietoeslag", date(2026, 3, 1)).nodige_paden == (
        "leeftijd",
        "studeert",
        "inkomen_soort",
        "medische_beperking",
    )


def draagkracht(*delen: Data, maanden: object = 12, **anders: object) -> Data:
    return data(inkomen={**NORM, **anders}, draagkracht={"delen": list(delen), "maanden": maanden})


def bijzonder(inkomen: Decimal, regeling: Data, gezin: Feiten = ALLEEN) -> tuple[str, set[str], object]:
    feiten = {**gezin, "bijzondere_kosten": ["bril"], "netto_inkomen_maand": str(inkomen)}
    u = uitkomst(feiten, regeling, "bijzondere-bijstand")
    assert (u.bedrag_per_jaar, u.bijna) == (None if u.recht != NIET else Decimal(0), False)
    return u.recht, codes(u), u.redenen[0].waarden


CENT = Decimal("0.01")


@pytest.mark.parametrize(
    ("delen", "boven", "zelf"),
    [
        (({"procent": "35"},), "0", None),
        (({"procent": "35"},), "100", "420.00"),
        # Up to 150% of the norm a half, above it all.
        (({"procent": "50"}, {"boven": "150", "procent": "100"}), "100", "600.00"),
        (({"procent": "50"}, {"boven": "150", "procent": "100"}), "30%+10", "bij 150"),
    ],
)
def test_boven_de_grens_leest_u_wat_u_zelf_betaalt(
    delen: tuple[Data, ...], boven: str, zelf: str | None
) -> None:
    norm = bedrag("norm_alleenstaande")
    grens = (norm * Decimal("1.2")).quantize(CENT, "ROUND_CEILING" if zelf else "ROUND_FLOOR")
    if zelf == "bij 150":
        inkomen = (norm * Decimal("1.5") + 10).quantize(CENT)
        zelf = str(((norm * Decimal("0.3") / 2 + (inkomen - norm * Decimal("1.5"))) * 12).quantize(CENT))
    else:
        inkomen = grens + Decimal(boven)
    recht, redenen, waarden = bijzonder(inkomen, draagkracht(*delen))
    if zelf is None:
        assert (recht, redenen) == (WEL, {"voldoet"})
    else:
        assert (recht, redenen) == (ONBEKEND, {"gemeente_rekent_draagkracht"})
        assert isinstance(waarden, dict)
        assert abs(waarden["zelf"] - Decimal(zelf)) <= Decimal("0.10")
        assert waarden["maanden"] == 12


def test_wie_meer_zelf_kan_betalen_dan_kosten_zijn_krijgt_niets() -> None:
    """35% of what is above the limit, over a year, reaches the most that is ever asked for."""
    norm = bedrag("norm_alleenstaande")
    kantelt = norm * Decimal("1.2") + Decimal(10_000) / Decimal("0.35") / 12
    onder, boven = kantelt.quantize(Decimal(1), "ROUND_FLOOR"), kantelt.quantize(Decimal(1), "ROUND_CEILING")
    assert bijzonder(onder, draagkracht({"procent": "35"}))[0] == ONBEKEND
    assert bijzonder(boven, draagkracht({"procent": "35"}))[:2] == (NIET, {"inkomen_te_hoog"})


@pytest.mark.parametrize(
    "regeling",
    [
        draagkracht({"procent": "onbekend"}),
        draagkracht({"procent": "35"}, maanden="onbekend"),
        draagkracht({"procent": "35"}, {"boven": "onbekend", "procent": "100"}),
        draagkracht({"procent": "35"}, procent="onbekend"),
        draagkracht({"procent": "35"}, soort="onbekend"),
    ],
)
def test_wat_een_gemeente_niet_zegt_wordt_niet_uitgerekend(regeling: Data) -> None:
    assert bijzonder(Decimal(3000), regeling) == (ONBEKEND, {"gemeente_rekent_draagkracht"}, {})


def test_een_paar_heeft_een_eigen_draagkracht() -> None:
    grens = (bedrag("norm_gehuwden") * Decimal("1.2")).quantize(CENT, "ROUND_FLOOR")
    assert bijzonder(grens, draagkracht({"procent": "100"}), PAAR)[0] == WEL
    assert bijzonder(grens + 1, draagkracht({"procent": "100"}), PAAR)[0] == ONBEKEND


def test_een_grens_in_euros_heeft_ook_draagkracht() -> None:
    vast = {
        "van": "bedrag",
        "bedragen": dict.fromkeys(("alleenstaande", "alleenstaande_ouder", "paar"), "1500.00"),
    }
    regeling = {
        **data(**{**GEEN_GRENS, "inkomen": {**vast, "soort": "netto", "vakantiegeld": "met"}}),
        "draagkracht": {"delen": [{"procent": "50"}], "maanden": 12},
    }
    assert bijzonder(Decimal(1600), regeling)[2] == {"zelf": Decimal("600.00"), "maanden": Decimal(12)}
