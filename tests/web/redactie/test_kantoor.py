"""Who comes into the redactie, and the fixtures of its tests."""

from __future__ import annotations

import pytest

from tests.web.redactie.kantoor import ELDERS, Kantoor, ingevuld


@pytest.mark.parametrize("wie", ["schrijver", "publicist", "beheerder", "elders"])
def test_wie_schrijft_komt_binnen(kantoor: Kantoor, wie: str) -> None:
    antwoord = getattr(kantoor, wie).kijk("/redactie")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/redactie/onderwerpen")


def test_de_balie_niet(kantoor: Kantoor) -> None:
    assert kantoor.wie("bea", "balie").kijk("/redactie").status_code == 403


def test_wie_niet_is_ingelogd_gaat_eerst_inloggen(kantoor: Kantoor) -> None:
    antwoord = kantoor.gebouw.browser().kijk("/redactie")
    assert antwoord.headers["location"] == "/aanmelden?volgende=/redactie"


def test_elke_proef_begint_met_dezelfde_inhoud(kantoor: Kantoor) -> None:
    pad = "faq/huurtoeslag.md"
    goed = kantoor.lees(pad)
    (kantoor.map / pad).write_text(goed.replace("titel: Kan", "titel: Mag"), encoding="utf-8")
    kantoor.inhoudmap.tik()
    assert kantoor.huis.bronnen.inhoud.faq("huurtoeslag").titel.startswith("Mag")
    assert kantoor.plaats.buiten() == (pad,)
    kantoor.inhoudmap.herstel()
    assert kantoor.huis.bronnen.inhoud.faq("huurtoeslag").titel.startswith("Kan")
    assert kantoor.plaats.buiten() == ()


def test_een_concept_van_iemand(kantoor: Kantoor) -> None:
    een = kantoor.concept(kantoor.schrijver, "faq/huurtoeslag.md", "---\ntitel: X\n---\nY\n", "Proef")
    assert (een.auteur_naam, een.versie, een.reden) == ("Noor Verzonnen", 2, "Proef")
    assert kantoor.elders.wie.gemeente == ELDERS
    assert kantoor.concepten.open_() == (een,)


def test_wat_er_in_een_formulier_staat() -> None:
    html = """<form method="post" action="/x"><input type="hidden" name="a" value="1 &amp; 2">
    <textarea name="b">
een
twee</textarea><select name="c"><option value="x">X</option><option value="y" selected>Y</option></select>
    <input type="checkbox" name="d" value="ja"><input type="checkbox" name="e" value="ja" checked>
    <input name="f" value="1"><input name="f" value="2"><button name="doe" value="z">Z</button></form>"""
    assert ingevuld(html, "/x") == {"a": "1 & 2", "b": "een\ntwee", "c": "y", "e": "ja", "f": ["1", "2"]}
