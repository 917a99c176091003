"""Tables of the law: every income falls in one row, and what an editor does wrong is named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from content.parameters import ParameterFout, Parameters, laad_parameters

BRONNEN = "bronnen: {A: {titel: Een wet, soort: wettekst}, B: {titel: Een pagina, soort: webpagina}}\n"
GOED = """\
regeling: proef
waarden:
  grens:
    eenheid: euro
    uitleg: een grens
    jaren:
      "2026": {waarde: "1", artikel: art. 1, bron: [A], zekerheid: een_bron}
tabellen:
  eerste:
    uitleg: een tabel
    jaren:
      "2025": {artikel: art. 2, bron: [A], zekerheid: een_bron, rijen: [["100", "96.0"], [null, "36.5"]]}
      "2026":
        artikel: art. 2
        bron: [A, B]
        zekerheid: twee_bronnen
        rijen:
          - ["110", "96.0"]
          - ["120", "90.5"]
          - [null, "40"]
"""


def laad(map_: Path, tekst: str, bronnen: str = BRONNEN) -> Parameters:
    (map_ / "bronnen.yml").write_text(bronnen, "utf-8")
    (map_ / "proef.yml").write_text(tekst, "utf-8")
    return laad_parameters(map_)


def test_een_tabel_geldt_een_kalenderjaar(tmp_path: Path) -> None:
    p = laad(tmp_path, GOED)
    assert p.tabel("proef", "eerste", date(2024, 12, 31)) is None
    eerst = ((Decimal(100), Decimal("96.0")), (None, Decimal("36.5")))
    assert p.tabel("proef", "eerste", date(2025, 1, 1)) == eerst
    assert p.tabel("proef", "eerste", date(2025, 12, 31)) == eerst
    assert p.tabel("proef", "eerste", date(2026, 1, 1)) == (
        (Decimal(110), Decimal("96.0")),
        (Decimal(120), Decimal("90.5")),
        (None, Decimal(40)),
    )
    assert p.tabel("proef", "eerste", date(2027, 1, 1)) is None
    assert p.tabel("proef", "tweede", date(2026, 1, 1)) is None
    assert p.tabel("anders", "eerste", date(2026, 1, 1)) is None
    assert {t.artikel for t in p.tabellen["proef"]} == {"art. 2"}


@pytest.mark.parametrize("zekerheid", ["geheugen", "laag"])
def test_een_tabel_die_niet_mag_beslissen_bereikt_de_regels_niet(tmp_path: Path, zekerheid: str) -> None:
    p = laad(tmp_path, GOED.replace("zekerheid: twee_bronnen", f"zekerheid: {zekerheid}"))
    assert p.tabel("proef", "eerste", date(2026, 1, 1)) is None
    assert p.tabel("proef", "eerste", date(2025, 1, 1)) is not None


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ('["120", "90.5"]', '["110", "90.5"]', "rij 2 begint niet boven de vorige"),
        ('["120", "90.5"]', '["90", "90.5"]', "rij 2 begint niet boven de vorige"),
        ('["120", "90.5"]', '[null, "90.5"]', "rij 2 heeft geen grens"),
        ('[null, "40"]', '["130", "40"]', "de laatste rij geldt voor elk hoger inkomen"),
        ('[null, "40"]', '[null, "40,0"]', "is geen getal"),
        ('[null, "40"]', "[null, 40.0]", "zet het getal tussen aanhalingstekens"),
        ('[null, "40"]', "[null, null]", "tabellen.eerste.jaren.2026.rijen"),
        ("[A, B]", "[A]", "vraagt 2 bron(nen)"),
        ("[A, B]", "[A, C]", "proef.yml:tabellen.eerste (2026): bron 'C' staat niet in bronnen.yml"),
        ("uitleg: een tabel", "uitleg: ''", "tabellen.eerste.uitleg"),
        ('"2026":\n        artikel', '"26":\n        artikel', "tabellen.eerste.jaren.26"),
    ],
)
def test_een_vergissing_in_een_tabel_wordt_gemeld(tmp_path: Path, oud: str, nieuw: str, melding: str) -> None:
    assert oud in GOED
    with pytest.raises(ParameterFout) as gevangen:
        laad(tmp_path, GOED.replace(oud, nieuw))
    assert melding in str(gevangen.value)
    assert str(gevangen.value).startswith("proef.yml:")


def test_de_versie_verandert_met_elke_tabelwaarde(tmp_path: Path) -> None:
    eerst = laad(tmp_path, GOED).versie
    assert laad(tmp_path, GOED).versie == eerst
    assert laad(tmp_path, GOED.replace("een tabel", "de tabel")).versie == eerst
    ruil = (
        ('"36.5"', '"36.6"'), ('"100", ', '"101", '), ("art. 2", "art. 3"), ("[A, B]", "[B, A]"),
        ("zekerheid: twee_bronnen", "zekerheid: afgeleid"), ("  eerste:", "  tweede:"), ('"2025"', '"2024"'),
    )  # fmt: skip
    anders = {laad(tmp_path, GOED.replace(oud, nieuw)).versie for oud, nieuw in ruil}
    assert eerst not in anders
    assert len(anders) == len(ruil)
    zonder = laad(tmp_path, GOED.partition("tabellen:")[0])
    assert zonder.versie not in anders | {eerst}
    assert zonder.tabellen == {}
