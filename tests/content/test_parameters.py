"""The amounts of the law: complete for 2024-2026, honest about confidence, and clear about an editor's slips."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from content.parameters import BESLISSEND, ParameterFout, Parameters, laad_parameters

ECHT = Path(__file__).parents[2] / "content" / "parameters"
BRONNEN = "bronnen: {A: {titel: Een wet, soort: wettekst}, B: {titel: Een pagina, soort: webpagina}}\n"
GOED = """\
regeling: proef
waarden:
  grens:
    eenheid: euro_per_jaar
    uitleg: een grens
    jaren:
      "2025": {waarde: "100.50", artikel: art. 1, bron: [A, B], zekerheid: twee_bronnen}
      "2026": {waarde: "110", artikel: art. 1, bron: [A], zekerheid: een_bron}
"""


def laad(map_: Path, tekst: str, bronnen: str = BRONNEN) -> Parameters:
    (map_ / "bronnen.yml").write_text(bronnen, "utf-8")
    (map_ / "proef.yml").write_text(tekst, "utf-8")
    return laad_parameters(map_)


def fout(map_: Path, tekst: str, bronnen: str = BRONNEN) -> str:
    with pytest.raises(ParameterFout) as gevangen:
        laad(map_, tekst, bronnen)
    return str(gevangen.value)


def test_een_jaar_loopt_van_1_januari_tot_en_met_31_december(tmp_path: Path) -> None:
    p = laad(tmp_path, GOED)
    assert p.op("proef", date(2024, 12, 31)) == {}
    assert p.op("proef", date(2025, 1, 1)) == {"grens": Decimal("100.50")}
    assert p.op("proef", date(2025, 12, 31)) == {"grens": Decimal("100.50")}
    assert p.op("proef", date(2026, 1, 1)) == {"grens": Decimal(110)}
    assert p.op("anders", date(2026, 1, 1)) == {}
    waarde = p.waarde("proef", "grens", date(2026, 6, 1))
    assert waarde is not None
    assert (waarde.artikel, waarde.bronnen, waarde.zekerheid) == ("art. 1", ("A",), "een_bron")
    assert p.waarde("proef", "grens", date(2030, 1, 1)) is None
    assert p.waarde("proef", "onbekend", date(2026, 1, 1)) is None


def test_een_waarde_kan_voor_een_half_jaar_gelden(tmp_path: Path) -> None:
    perioden = """\
    perioden:
      - {van: 2026-01-01, tot: 2026-06-30, waarde: "1", artikel: art. 1, bron: [A], zekerheid: een_bron}
      - {van: 2026-07-01, tot: 2026-12-31, waarde: "2", artikel: art. 1, bron: [A], zekerheid: een_bron}
"""
    kop = GOED.partition("    jaren:")[0]
    p = laad(tmp_path, kop + perioden)
    assert p.op("proef", date(2026, 6, 30)) == {"grens": Decimal(1)}
    assert p.op("proef", date(2026, 7, 1)) == {"grens": Decimal(2)}
    assert "gelden twee waarden" in fout(tmp_path, kop + perioden.replace("2026-07-01", "2026-06-30"))
    assert "eindigt" in fout(tmp_path, kop + perioden.replace("2026-12-31", "2026-06-30"))


def test_wat_is_uitgerekend_blijft_bij_de_eigen_parameters(tmp_path: Path) -> None:
    """Two sets of parameters never see each other's values, whichever was asked first."""
    een = laad(tmp_path, GOED)
    ander = laad(tmp_path, GOED.replace('"110"', '"120"'))
    dag = date(2026, 6, 1)
    gevraagd: list[Parameters] = []

    def dubbel(p: Parameters, regeling: str, begin: date) -> Decimal:
        gevraagd.append(p)
        return 2 * p.op(regeling, begin)["grens"]

    for _ in range(2):
        assert een.op("proef", dag) == {"grens": Decimal(110)}
        assert ander.op("proef", dag) == {"grens": Decimal(120)}
        assert een.eenmaal(dubbel, "proef", een.tijdvak(dag)) == 220
        assert ander.eenmaal(dubbel, "proef", ander.tijdvak(dag)) == 240
    assert [p is een for p in gevraagd] == [True, False]


def test_een_tijdvak_heeft_overal_dezelfde_waarden() -> None:
    p = laad_parameters(ECHT)
    dag = date(2023, 12, 1)
    while dag < date(2028, 2, 1):
        begin = p.tijdvak(dag)
        assert begin <= dag
        assert begin.year == dag.year
        for regeling, reeks in p.waarden.items():
            waarden = {w.naam: w.waarde for w in reeks if w.van <= dag <= w.tot}
            assert (
                p.op(regeling, dag) == waarden == {w.naam: w.waarde for w in reeks if w.van <= begin <= w.tot}
            )
        for tabellen in p.tabellen.values():
            assert [t for t in tabellen if t.van <= dag <= t.tot] == [
                t for t in tabellen if t.van <= begin <= t.tot
            ]
        dag += timedelta(days=1 if dag.day > 25 or dag.day < 3 else 5)


@pytest.mark.parametrize("zekerheid", ["geheugen", "laag", "ontbreekt"])
def test_wat_niet_mag_beslissen_bereikt_de_regels_niet(tmp_path: Path, zekerheid: str) -> None:
    tekst = GOED.replace("een_bron", zekerheid)
    if zekerheid == "ontbreekt":
        tekst = tekst.replace('waarde: "110"', "waarde: null")
    assert laad(tmp_path, tekst).op("proef", date(2026, 6, 1)) == {}


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        (
            '"100.50"',
            "100.50",
            "proef.yml:waarden.grens.jaren.2025.waarde: zet het getal tussen aanhalingstekens",
        ),
        ('"100.50"', '"100,50"', "is geen getal"),
        ('"100.50"', '"1e5"', "is geen getal"),
        ('"100.50"', "null", "de waarde is leeg"),
        ("[A, B]", "[A]", "vraagt 2 bron(nen)"),
        ("[A, B]", "[A, A]", "vraagt 2 bron(nen)"),
        ("[A, B]", "[A, C]", "proef.yml:waarden.grens (2025): bron 'C' staat niet in bronnen.yml"),
        ("twee_bronnen", "zeker", "waarden.grens.jaren.2025.zekerheid: dit kan niet; kies uit"),
        ("euro_per_jaar", "gulden", "waarden.grens.eenheid: dit kan niet; kies uit"),
        ("uitleg: een grens", "uitlek: een grens", "waarden.grens.uitleg: dit veld ontbreekt"),
        ("uitleg: een grens", "uitlek: een grens", "waarden.grens.uitlek: dit veld bestaat niet"),
        ('"2026":', '"2025":', "'2025' staat er twee keer"),
        ('"2026":', '"26":', "waarden.grens.jaren.26"),
        ("regeling: proef", "regeling: Proef", "regeling: 'Proef' heeft niet de goede vorm"),
        ("waarden:", "waarden: [", "geen goede YAML"),
    ],
)
def test_een_vergissing_wordt_met_bestand_en_veld_gemeld(
    tmp_path: Path, oud: str, nieuw: str, melding: str
) -> None:
    assert oud in GOED
    gemeld = fout(tmp_path, GOED.replace(oud, nieuw))
    assert melding in gemeld
    assert gemeld.startswith("proef.yml:")


def test_een_regeling_staat_in_een_bestand(tmp_path: Path) -> None:
    (tmp_path / "nog.yml").write_text(GOED, "utf-8")
    assert "heeft al een ander bestand" in fout(tmp_path, GOED)


def test_zonder_bronnen_geen_parameters(tmp_path: Path) -> None:
    (tmp_path / "proef.yml").write_text(GOED, "utf-8")
    with pytest.raises(ParameterFout, match=r"bronnen\.yml: dit bestand kan niet worden gelezen"):
        laad_parameters(tmp_path)


def test_de_versie_verandert_met_alles_wat_beslist(tmp_path: Path) -> None:
    eerst = laad(tmp_path, GOED).versie
    assert laad(tmp_path, GOED).versie == eerst
    assert laad(tmp_path, GOED.replace("een grens", "de grens")).versie == eerst
    anders = {
        laad(tmp_path, GOED.replace(oud, nieuw)).versie
        for oud, nieuw in (("110", "111"), ("art. 1", "art. 2"), ("een_bron", "afgeleid"), ("[A]", "[B]"))
    }
    anders.add(laad(tmp_path, GOED, BRONNEN.replace("Een wet", "Een andere wet")).versie)
    assert eerst not in anders
    assert len(anders) == 5


def test_de_echte_parameters_zijn_eerlijk_en_compleet() -> None:
    p = laad_parameters(ECHT)
    assert set(p.waarden) >= {"zorgtoeslag", "huurtoeslag", "kindgebonden-budget", "awir", "aow", "loon"}
    for waarden in p.waarden.values():
        for w in waarden:
            assert w.zekerheid in BESLISSEND
            assert w.bronnen
            assert not {"SZW27", "VWS27"} & set(w.bronnen)
            assert "verwachting" not in w.naam
    for jaar in (2024, 2025, 2026):
        assert p.op("zorgtoeslag", date(jaar, 6, 1)).keys() == p.op("zorgtoeslag", date(2026, 6, 1)).keys()
        assert (
            p.op("kindgebonden-budget", date(jaar, 6, 1)).keys()
            == p.op("kindgebonden-budget", date(2026, 6, 1)).keys()
        )
        assert p.op("awir", date(jaar, 1, 1)) == {"minimum_tegemoetkoming": Decimal(24)}
    assert p.op("zorgtoeslag", date(2026, 6, 1))["standaardpremie"] == Decimal(2119)
    assert p.op("zorgtoeslag", date(2026, 6, 1))["normpremie_pct_drempel_alleen"] == Decimal("1.912")


def test_aankondigingen_maken_2027_niet_compleet() -> None:
    p = laad_parameters(ECHT)
    begin = date(2027, 1, 1)
    assert p.op("zorgtoeslag", begin) == {}
    assert p.op("kindgebonden-budget", begin) == {}
    assert p.op("huurtoeslag", begin) == {"verlaging_basishuur": Decimal("47.57")}


def test_de_afgeleide_waarden_volgen_uit_de_andere() -> None:
    p = laad_parameters(ECHT)
    for jaar in (2024, 2025, 2026):
        k = p.op("kindgebonden-budget", date(jaar, 1, 1))
        assert (
            k["drempelinkomen_partner"] == k["drempelinkomen_alleen"] + k["drempelinkomen_verhoging_partner"]
        )
        h = p.op("huurtoeslag", date(jaar, 1, 1))
        assert h["vermogensgrens_partners_samen"] == 2 * h["vermogensgrens_per_bewoner"]
        for soort in ("eenpersoons", "meerpersoons", "eenpersoonsouderen", "meerpersoonsouderen"):
            if f"basishuur_minimum_{soort}" in h:
                verlaging = h.get(f"verlaging_normhuur_{soort}", Decimal(0)) + h["netto_verlaging_basishuur"]
                normhuur = h["normhuur_bij_minimum_inkomensijkpunt"]
                assert h[f"basishuur_minimum_{soort}"] == normhuur - verlaging
        z = p.op("zorgtoeslag", date(jaar, 1, 1))
        assert z["max_per_maand_alleen"] == z["max_per_jaar_alleen"] // 12
        assert abs(z["drempelinkomen"] - z["drempelinkomen_wettekst"]) < 1
        assert z["drempelinkomen_wettekst"] == Decimal("1.08") * 12 * z["wml_maandbedrag_januari"]


def test_elke_gebruikte_bron_staat_er_en_elke_bron_wordt_gebruikt() -> None:
    genoemd = set(yaml.safe_load((ECHT / "bronnen.yml").read_text("utf-8"))["bronnen"])
    p = laad_parameters(ECHT)
    gebruikt = {b for waarden in p.waarden.values() for w in waarden for b in w.bronnen}
    gebruikt |= {b for tabellen in p.tabellen.values() for t in tabellen for b in t.bronnen}
    assert gebruikt == genoemd
