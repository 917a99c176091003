"""What is due for a check, in one click good for another year; and what a new release had otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from content.inhoud import Inhoud
from content.parameters import Parameters
from tests.web.redactie.kantoor import Kantoor
from web.redactie.bewaren import afwijkend
from web.redactie.bewaren.afwijkend import Afwijking
from web.redactie.bijhouden.nakijklijst import aflopend, punten

STAD, FAQ, IIT = "gemeenten/voorbeeldstad.yml", "faq/bezwaar.md", "individuele-inkomenstoeslag"


def maak_oud(kantoor: Kantoor, pad: str, naar: str = "2025-01-01") -> None:
    """Of a scheme: the first of its file."""
    tekst = kantoor.lees(pad)
    begin = tekst.index("nagekeken: ") + len("nagekeken: ")
    (kantoor.map / pad).write_text(tekst[:begin] + naar + tekst[begin + 10 :], encoding="utf-8")
    with kantoor.inhoudmap.inhoud._slot:
        pass  # who is reading now began before this


def test_due_first_and_each_with_its_day(inhoud: Inhoud, parameters: Parameters) -> None:
    alle = punten(inhoud, "voorbeeldstad", date(2026, 11, 22))
    assert [p.voor for p in alle] == sorted(p.voor for p in alle)
    assert {p.pad.partition("/")[0] for p in alle} == {"faq", "gemeenten", "regios"}
    energie = next(p for p in alle if p.regeling == "energiekosten")
    assert (energie.voor, energie.waarom) == (date(2026, 12, 31), "geldig_tot")
    jaar_later = date(2026, 11, 20) + timedelta(days=366)
    assert all(p.stand == "te_laat" for p in punten(inhoud, "voorbeeldstad", jaar_later))
    assert not any(p.stand == "te_laat" for p in punten(inhoud, "voorbeeldstad", date(2026, 11, 22)))
    eindigt = aflopend(parameters, date(2026, 12, 1))
    assert ("zorgtoeslag", date(2026, 12, 31), "binnenkort") in [
        (e.regeling, e.laatste, e.stand) for e in eindigt
    ]
    assert {e.stand for e in aflopend(parameters, date(2027, 1, 2))} == {"te_laat"}


def test_still_right_makes_a_draft_with_the_day_of_today(kantoor: Kantoor) -> None:
    maak_oud(kantoor, FAQ)
    blad = kantoor.schrijver.kijk("/redactie/nakijken").text
    assert "Aan de beurt (1)" in blad
    gedaan = kantoor.schrijver.doe("/redactie/nakijken/goed", pad=FAQ, regeling="")
    assert "heeft nu de datum van vandaag" in gedaan.text
    (concept,) = kantoor.concepten.open_(FAQ)
    vandaag = kantoor.huis.bronnen.vandaag()
    assert concept.tekst == kantoor.lees(FAQ).replace("nagekeken: 2025-01-01", f"nagekeken: {vandaag}")
    assert concept.reden == "Nagekeken, klopt nog"


def test_a_scheme_is_for_the_manager_of_its_gemeente(kantoor: Kantoor) -> None:
    maak_oud(kantoor, STAD)
    velden = {"pad": STAD, "regeling": IIT}
    for wie in (kantoor.schrijver, kantoor.elders):
        assert wie.doe("/redactie/nakijken/goed", **velden).status_code == 404
    assert kantoor.beheerder.doe("/redactie/nakijken/goed", **velden).status_code == 200
    (concept,) = kantoor.concepten.open_(STAD)
    vandaag = kantoor.huis.bronnen.vandaag()
    assert concept.tekst == kantoor.lees(STAD).replace("nagekeken: 2025-01-01", f"nagekeken: {vandaag}")


def test_by_owner(kantoor: Kantoor) -> None:
    maak_oud(kantoor, FAQ)
    assert "Aan de beurt (1)" in kantoor.schrijver.kijk("/redactie/nakijken?eigenaar=Team+Inkomen").text
    assert "Aan de beurt (0)" in kantoor.schrijver.kijk("/redactie/nakijken?eigenaar=Team+Jeugd").text


def test_what_the_release_had_otherwise_until_somebody_looked(kantoor: Kantoor) -> None:
    een = Afwijking("teksten/knop.yml", "klaar", "Dat was het", "Gereed", date(2026, 11, 20))
    ander = replace(een, pad=STAD, veld="regelingen.x")
    gelijk = replace(een, pad="teksten/begin.yml", veld="a")
    (kantoor.map / een.pad).write_text(kantoor.lees(een.pad) + "# anders\n", encoding="utf-8")
    (kantoor.map / STAD).write_text(kantoor.lees(STAD) + "# anders\n", encoding="utf-8")
    afwijkend.bewaar(kantoor.plaats.boek.beheer, [een, ander, gelijk])
    blad = kantoor.publicist.kijk("/redactie/nakijken").text
    assert "teksten/knop.yml: klaar" in blad
    assert "Gereed" in blad
    assert STAD not in blad.partition('id="kop-te-laat"')[0]
    assert "teksten/begin.yml" not in blad
    assert kantoor.schrijver.doe("/redactie/nakijken/laat", pad=een.pad, veld="klaar").status_code == 403
    assert kantoor.publicist.doe("/redactie/nakijken/laat", pad=een.pad, veld="klaar").status_code == 303
    assert "teksten/knop.yml: klaar" not in kantoor.publicist.kijk("/redactie/nakijken").text
    assert set(afwijkend.lees(kantoor.plaats.boek.beheer)) == {ander, gelijk}
