"""Reading facts: every type, its bounds, and that nothing wrong slips through."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from actions.regels.feiten import FEITEN
from actions.regels.inlezen import OngeldigeFeiten, lees_feiten
from actions.regels.inlezen_waarden import mogelijke_leeftijden
from actions.regels.typen import WEET_NIET, Maand, Medebewoner, Opvang, WeetNiet, leeftijd_in_maand
from tests.regels.hulp import WORTEL

PEILDATUM = date(2026, 11, 20)
BEWONER: dict[str, Any] = {"leeftijd": 45, "inkomen_jaar": "18000.00", "relatie": "ander"}


def lees(feiten: dict[str, object], *, intern: bool = False) -> dict[str, object]:
    return lees_feiten(feiten, PEILDATUM, intern=intern)


def fouten(feiten: dict[str, object], *, intern: bool = False) -> dict[str, str]:
    with pytest.raises(OngeldigeFeiten) as gevangen:
        lees(feiten, intern=intern)
    return {fout.veld: fout.code for fout in gevangen.value.fouten}


@pytest.mark.parametrize(
    ("naam", "ruw", "getypt"),
    [
        ("partner", True, True),
        ("leeftijd", 0, 0),
        ("leeftijd", 120, 120),
        ("kale_huur", "650.5", Decimal("650.5")),
        ("kale_huur", 650, Decimal(650)),
        ("inkomen_jaar", "10000000", Decimal(10_000_000)),
        ("vermogen", "8000", (Decimal(8000), Decimal(8000))),
        ("vermogen", {"van": 8000, "tot": "38000.00"}, (Decimal(8000), Decimal(38000))),
        ("vermogen", {"van": "0", "tot": None}, (Decimal(0), None)),
        ("vermogen", {"van": 5, "tot": 5}, (Decimal(5), Decimal(5))),
        ("geboortemaand", "1992-04", Maand(1992, 4)),
        ("partner_sinds", "2026-03", Maand(2026, 3)),
        ("kinderen", [], ()),
        ("kinderen", [0, 17, "weet_niet"], (0, 17, WEET_NIET)),
        ("woonsituatie", "koop", "koop"),
        ("inkomen_soorten", ["loon", "ww", "loon"], ("loon", "ww")),
        ("krijgt_al", ["zorgtoeslag", "voorbeeldstad:stadspas"], ("zorgtoeslag", "voorbeeldstad:stadspas")),
        ("ww_einddatum", "2027-02-28", date(2027, 2, 28)),
        ("jaren_laag_inkomen", 2.5, Decimal("2.5")),
        ("medebewoners", [], ()),
        ("medebewoners", [BEWONER], (Medebewoner(45, Decimal("18000.00"), "ander"),)),
        (
            "medebewoners",
            [{**BEWONER, "inkomen_jaar": "weet_niet", "geboortemaand": "1981-02", "studeert": True}],
            (Medebewoner(45, WEET_NIET, "ander", Maand(1981, 2), studeert=True),),
        ),
    ],
)
def test_een_goede_waarde_wordt_getypt(naam: str, ruw: object, getypt: object) -> None:
    assert lees({naam: ruw}) == {naam: getypt}


@pytest.mark.parametrize("naam", FEITEN)
def test_elk_feit_kan_onbekend_zijn_en_weigert_onzin(naam: str) -> None:
    assert lees({naam: "weet_niet"}) == {naam: WEET_NIET}
    for onzin in (None, object(), {"a": 1}, ["?"], "?", 1.25e300, -1):
        with pytest.raises(OngeldigeFeiten):
            lees({naam: onzin})


@pytest.mark.parametrize(
    ("naam", "ruw", "code"),
    [
        ("kale_huurr", "1", "onbekend_feit"),
        ("partner", 1, "geen_ja_nee"),
        ("partner", "ja", "geen_ja_nee"),
        ("leeftijd", True, "geen_leeftijd"),
        ("leeftijd", 34.0, "geen_leeftijd"),
        ("leeftijd", "34", "geen_leeftijd"),
        ("leeftijd", -1, "te_laag"),
        ("leeftijd", 121, "te_hoog"),
        ("leeftijd_partner", 17, "te_laag"),
        ("kale_huur", 650.0, "geen_bedrag"),
        ("kale_huur", True, "geen_bedrag"),
        ("kale_huur", "650,50", "geen_bedrag"),
        ("kale_huur", "", "geen_bedrag"),
        ("kale_huur", "1e3", "geen_bedrag"),
        ("kale_huur", "٦٥٠", "geen_bedrag"),
        ("kale_huur", "NaN", "geen_bedrag"),
        ("kale_huur", "-1.00", "negatief"),
        ("kale_huur", -1, "negatief"),
        ("kale_huur", "1.005", "te_veel_decimalen"),
        ("kale_huur", "20000.01", "te_hoog"),
        ("inkomen_jaar", "10000000.01", "te_hoog"),
        ("vermogen", "100000000.01", "te_hoog"),
        ("vermogen", {"van": 10, "tot": 5}, "van_boven_tot"),
        ("vermogen", "1.005", "te_veel_decimalen"),
        ("geboortemaand", "1992-13", "geen_maand"),
        ("geboortemaand", "1992-4", "geen_maand"),
        ("geboortemaand", "2026-12", "maand_in_toekomst"),
        ("geboortemaand", "1905-10", "te_lang_geleden"),
        ("kinderen", 2, "geen_lijst"),
        ("kinderen", [1] * 21, "lijst_te_lang"),
        ("woonsituatie", "tent", "geen_keuze"),
        ("ww_einddatum", "2026-02-30", "geen_datum"),
        ("ww_einddatum", "20260228", "geen_datum"),
        ("kinderen_geboortemaand", ["2020-01"], "kinderen_ontbreken"),
    ],
)
def test_een_foute_waarde_wordt_geweigerd(naam: str, ruw: object, code: str) -> None:
    assert fouten({naam: ruw}) == {f"feiten.{naam}": code}


@pytest.mark.parametrize(
    ("bereik", "veld"),
    [({"van": "-1", "tot": "5"}, "van"), ({"van": "1", "tot": "-5"}, "tot")],
)
def test_een_fout_in_een_uiteinde_wijst_dat_uiteinde_aan(bereik: dict[str, str], veld: str) -> None:
    assert fouten({"vermogen": bereik}) == {f"feiten.vermogen.{veld}": "negatief"}


def test_wie_een_bewoner_of_een_kind_niet_kent_wordt_niet_tegengesproken() -> None:
    """What is not known cannot clash with anything: a whole co-resident, or which child goes to care."""
    opvang = {"kind": "weet_niet", "soort": "bso", "uren_maand": 40, "uurprijs": "8"}
    feiten = {"medebewoners": ["weet_niet", BEWONER], "opvang": [opvang, "weet_niet"], "kinderen": [6]}
    gelezen = lees(feiten)
    assert gelezen["medebewoners"] == (WEET_NIET, Medebewoner(45, Decimal("18000.00"), "ander"))
    assert gelezen["opvang"] == (Opvang(WEET_NIET, "bso", Decimal(40), Decimal(8)), WEET_NIET)


def test_in_een_lijst_wijst_de_fout_het_veld_aan() -> None:
    assert fouten({"kinderen": [4, 18, None]}) == {
        "feiten.kinderen.1": "te_hoog",
        "feiten.kinderen.2": "geen_leeftijd",
    }
    assert fouten({"krijgt_al": ["zorgtoeslag", "loterij"]}) == {"feiten.krijgt_al.1": "geen_regeling"}
    assert fouten({"vermogen": {"van": "1", "tott": 3}}) == {
        "feiten.vermogen.tott": "onbekend_veld",
        "feiten.vermogen.tot": "veld_ontbreekt",
    }
    bewoner = {"leeftijd": 45, "inkomen_jaar": 1.5, "naam": "x", "studeert": "ja"}
    assert fouten({"medebewoners": [BEWONER, bewoner, 3]}) == {
        "feiten.medebewoners.1.inkomen_jaar": "geen_bedrag",
        "feiten.medebewoners.1.naam": "onbekend_veld",
        "feiten.medebewoners.1.relatie": "veld_ontbreekt",
        "feiten.medebewoners.1.studeert": "geen_ja_nee",
        "feiten.medebewoners.2": "geen_velden",
    }


def test_alle_fouten_tegelijk() -> None:
    assert fouten({"leeftijd": -1, "kale_huur": "-1", "huurr": 3}) == {
        "feiten.leeftijd": "te_laag",
        "feiten.kale_huur": "negatief",
        "feiten.huurr": "onbekend_feit",
    }


def test_alleen_in_het_gesprek_mag_een_lijst_onaf_zijn() -> None:
    half: dict[str, object] = {"kinderen": [4, None], "medebewoners": [{}, {"leeftijd": 30, "relatie": None}]}
    assert lees(half, intern=True) == {
        "kinderen": (4, None),
        "medebewoners": (Medebewoner(studeert=None), Medebewoner(leeftijd=30, studeert=None)),
    }
    assert "feiten.medebewoners.0.leeftijd" in fouten(half)


@pytest.mark.parametrize(
    ("geboren", "leeftijden"),
    [("2008-10", {18}), ("2008-11", {17, 18}), ("2008-12", {17}), ("1960-11", {65, 66})],
)
def test_leeftijd_en_geboortemaand_moeten_kloppen(geboren: str, leeftijden: set[int]) -> None:
    """In the birth month itself nobody knows whether the birthday has been."""
    for leeftijd in range(121):
        feiten: dict[str, object] = {"leeftijd": leeftijd, "geboortemaand": geboren}
        if leeftijd in leeftijden:
            lees(feiten)
        else:
            assert fouten(feiten) == {"feiten.leeftijd": "leeftijd_past_niet"}


def test_leeftijden_van_partner_kinderen_en_medebewoners_moeten_kloppen() -> None:
    assert fouten({"leeftijd_partner": 40, "geboortemaand_partner": "1980-01"}) == {
        "feiten.leeftijd_partner": "leeftijd_past_niet"
    }
    assert fouten({"geboortemaand_partner": "2010-01"}) == {"feiten.leeftijd_partner": "te_laag"}
    assert fouten({"kinderen": [4, 7, 2], "kinderen_geboortemaand": ["2022-01", "2017-01", None]}) == {
        "feiten.kinderen.1": "leeftijd_past_niet"
    }
    assert fouten({"kinderen": [4], "kinderen_geboortemaand": ["2022-01", None]}) == {
        "feiten.kinderen_geboortemaand": "aantal_anders"
    }
    assert fouten({"kinderen": ["weet_niet"], "kinderen_geboortemaand": ["2000-01"]}) == {
        "feiten.kinderen.0": "te_hoog"
    }
    assert fouten({"medebewoners": [{**BEWONER, "geboortemaand": "1990-01"}]}) == {
        "feiten.medebewoners.0.leeftijd": "leeftijd_past_niet"
    }
    assert lees({"kinderen": [0], "kinderen_geboortemaand": ["2026-11"]})["kinderen"] == (0,)


def test_opvang_hoort_bij_een_kind() -> None:
    opvang = {"kind": 1, "soort": "bso", "uren_maand": 60, "uurprijs": "9.50"}
    assert lees({"kinderen": [4, 7], "opvang": [opvang]})["opvang"] == (
        Opvang(1, "bso", Decimal(60), Decimal("9.50")),
    )
    assert fouten({"kinderen": [4], "opvang": [opvang]}) == {"feiten.opvang.0.kind": "kind_bestaat_niet"}
    assert fouten({"opvang": [opvang]}) == {"feiten.opvang.0.kind": "kinderen_ontbreken"}
    assert fouten({"kinderen": [4, 7], "opvang": [{**opvang, "uren_maand": 745}]}) == {
        "feiten.opvang.0.uren_maand": "te_hoog"
    }


@given(st.dates(date(1910, 1, 1), date(2030, 12, 31)), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_de_echte_leeftijd_is_altijd_mogelijk(geboren: date, peildatum: date) -> None:
    if geboren > peildatum:
        return
    echt = peildatum.year - geboren.year - ((peildatum.month, peildatum.day) < (geboren.month, geboren.day))
    jongst, oudst = mogelijke_leeftijden(Maand(geboren.year, geboren.month), peildatum)
    assert jongst <= echt <= oudst <= jongst + 1


def test_een_leeftijd_werkt_vanaf_de_maand_na_de_verjaardag() -> None:
    geboren = Maand(2008, 6)
    assert [leeftijd_in_maand(geboren, 2026, maand) for maand in (1, 6, 7, 12)] == [17, 17, 18, 18]
    assert leeftijd_in_maand(Maand(2026, 3), 2026, 3) < 0
    assert leeftijd_in_maand(Maand(2026, 3), 2026, 4) == 0
    assert leeftijd_in_maand(Maand(2007, 12), 2026, 1) == 18


def test_elke_code_heeft_een_zin_en_andersom() -> None:
    bron = "".join(
        (WORTEL / "actions" / "regels" / f"{naam}.py").read_text() for naam in ("inlezen", "inlezen_waarden")
    )
    codes = set(re.findall(r'meld\(\s*[^()]*?(?:\([^()]*\)[^()]*?)?, "([a-z_]+)"', bron))
    zinnen = yaml.safe_load((WORTEL / "content" / "teksten" / "feiten.yml").read_text("utf-8"))
    assert codes == set(zinnen)


def test_weet_niet_is_er_maar_een() -> None:
    assert list(WeetNiet) == [WEET_NIET]
    assert WEET_NIET.value == "weet_niet"
