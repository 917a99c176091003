"""A scheme of a gemeente as a form, with every real file."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path

import pytest
import yaml

from content.lokaal.regio import Regio
from content.schema import Gemeente
from tests.web.conftest import CONTENT
from web.redactie.lokaal.vorm import Bron, Onleesbaar, Soort, lees, lees_waarde, regelingen
from web.redactie.lokaal.wijzigen import Wijziging, schrijf, zet_nagekeken, zet_verwacht

DAG = date(2026, 11, 22)
ALLE = sorted([*Path(CONTENT).glob("gemeenten/[a-z]*.yml"), *Path(CONTENT).glob("regios/*.yml")])
STAD = (Path(CONTENT) / "gemeenten" / "voorbeeldstad.yml").read_text(encoding="utf-8")
IIT = "individuele-inkomenstoeslag"
BRON = Bron("Verordening 2027", "https://voorbeeldstad.example/nieuw", "2026-11-12", "artikel 4")


def verschil(oud: str, nieuw: str) -> list[str]:
    regels = difflib.unified_diff(oud.splitlines(), nieuw.splitlines(), n=0, lineterm="")
    return [r for r in regels if r[:1] in "+-" and not r.startswith(("+++", "---"))]


@pytest.mark.parametrize(
    ("soort", "getypt", "waarde"),
    [
        ("bedrag", "460", "460.00"),
        ("bedrag", "€ 1.460,5", "1460.50"),
        ("bedrag", "1460.50", "1460.50"),
        ("bedrag", "1.460", "1460.00"),
        ("bedrag", "460,123", None),
        ("bedrag", "-1", None),
        ("bedrag", "veel", None),
        ("bedrag", "Onbekend", "onbekend"),
        ("procent", "120%", "120"),
        ("procent", "102,5", "102.5"),
        ("leeftijd", "aow", "aow"),
        ("leeftijd", "21", "21"),
        ("leeftijd", "21,5", None),
        ("aantal", "aow", None),
        ("getal", "3", "3"),
        ("bedrag", "", None),
    ],
)
def test_what_is_typed_as_people_write_it(soort: Soort, getypt: str, waarde: str | None) -> None:
    assert lees_waarde(soort, getypt) == waarde


def test_all_values_of_a_scheme_in_the_order_of_its_file() -> None:
    vorm = lees(STAD, IIT)
    assert [(v.pad, v.waarde) for v in vorm.velden] == [
        ("bedragen.0.bedrag", "460.00"), ("bedragen.1.bedrag", "640.00"), ("bedragen.2.bedrag", "590.00"),
        ("bedragen.3.bedrag", "710.00"), ("bedragen.4.bedrag", "660.00"), ("inkomen.procent", "110"),
        ("leeftijd.van", "21"), ("leeftijd.tot", "aow"), ("jaren_laag_inkomen", "3"),
    ]  # fmt: skip
    assert vorm.velden[1].rij["huishouden"] == "alleenstaande_ouder"
    assert vorm.bron == Bron(
        "Verzonnen verordening inkomenstoeslag", "https://voorbeeldstad.example/verordeningen/iit", "2026-01-01",
        "artikel 4",
    )  # fmt: skip
    assert (vorm.zekerheid, vorm.nagekeken) == ("verzonnen", "2026-11-20")


def test_one_amount_changes_four_lines() -> None:
    nieuw = schrijf(STAD, IIT, Wijziging({"bedragen.0.bedrag": "470.00"}, BRON, "verzonnen", DAG))
    weg, erbij = ({r[1:].strip() for r in verschil(STAD, nieuw) if r[0] == teken} for teken in "-+")
    assert erbij - weg == {
        '- {bedrag: "470.00", huishouden: alleenstaande}',
        'bron: [{naam: "Verordening 2027", url: "https://voorbeeldstad.example/nieuw", datum: 2026-11-12, '
        'artikel: "artikel 4"}, {naam: Verzonnen verordening inkomenstoeslag, '
        'url: "https://voorbeeldstad.example/verordeningen/iit", datum: 2026-01-01, artikel: artikel 4}]',
        "nagekeken: 2026-11-22",
    }
    assert len(weg - erbij) == 3
    Gemeente.model_validate(yaml.safe_load(nieuw))


def test_the_same_source_with_a_new_date_is_written_where_it_stands() -> None:
    oud = lees(STAD, IIT).bron
    bron = Bron(oud.naam, oud.url, "2026-11-12", "artikel 5")
    nieuw = schrijf(STAD, IIT, Wijziging({"leeftijd.tot": "66"}, bron, "verzonnen", DAG))
    assert lees(nieuw, IIT).bron == bron
    assert len(yaml.safe_load(nieuw)["regelingen"][IIT]["bron"]) == 1
    assert yaml.safe_load(nieuw)["regelingen"][IIT]["leeftijd"] == {"van": 21, "tot": 66}


def test_amounts_with_a_source_of_their_own_keep_it() -> None:
    id_ = "voorbeeldstad:computer"
    nieuw = schrijf(STAD, id_, Wijziging({"bedragen.0.bedrag": "375.00"}, BRON, "verzonnen", DAG))
    data = yaml.safe_load(nieuw)["regelingen"][id_]
    assert [b["naam"] for b in data["bron_bedragen"]] == ["Verordening 2027", "Verzonnen prijslijst"]
    assert data["bron"] == yaml.safe_load(STAD)["regelingen"][id_]["bron"]


def test_what_holds_later_stands_below_and_the_rest_stays_to_the_letter() -> None:
    wijziging = Wijziging(
        {"bedragen.0.bedrag": "500.00", "leeftijd.van": "23"}, BRON, "verzonnen", DAG, date(2027, 1, 1)
    )
    nieuw = schrijf(STAD, IIT, wijziging)
    assert all(r[0] == "+" for r in verschil(STAD, nieuw))
    regeling = Gemeente.model_validate(yaml.safe_load(nieuw)).regelingen[IIT]
    assert regeling is not None
    assert regeling.op(date(2026, 12, 31)).bedragen[0].bedrag == 460
    later = regeling.op(date(2027, 1, 1))
    assert [rij.bedrag for rij in later.bedragen[:2]] == [500, 640]
    assert later.leeftijd is not None
    assert later.leeftijd.van == 23
    assert later.bron[0].naam == "Verordening 2027"
    # Once more a year later, and what is prepared can itself be changed.
    nog = schrijf(
        nieuw, IIT, Wijziging({"bedragen.0.bedrag": "510.00"}, BRON, "verzonnen", DAG, date(2028, 1, 1))
    )
    assert lees(nog, IIT).straks == ("2027-01-01", "2028-01-01")
    beter = schrijf(
        nog, IIT, Wijziging({"bedragen.0.bedrag": "505.00"}, BRON, "verzonnen", DAG), "2027-01-01"
    )
    assert lees(beter, IIT, "2027-01-01").velden[0].waarde == "505.00"
    assert lees(beter, IIT).velden[0].waarde == "460.00"
    with pytest.raises(Onleesbaar):
        schrijf(nog, IIT, wijziging)


@pytest.mark.parametrize("pad", ALLE, ids=lambda pad: pad.stem)
def test_every_value_of_every_real_file_can_be_changed_alone_or_says_it_cannot(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    model = Gemeente if pad.parent.name == "gemeenten" else Regio
    gedeeld = 0
    for id_ in regelingen(tekst):
        vorm = lees(tekst, id_)
        # One of each kind: more would only take time.
        for veld in {(v.naam, v.soort): v for v in vorm.velden}.values():
            ander = {"leeftijd": "30", "aantal": "5", "getal": "2.5"}.get(veld.soort, "111")
            ander = "111.00" if veld.soort == "bedrag" else ander
            try:
                nieuw = schrijf(tekst, id_, Wijziging({veld.pad: ander}, BRON, vorm.zekerheid, DAG))
            except Onleesbaar as fout:
                gedeeld += str(fout) == "gedeeld"
                continue
            assert len(verschil(tekst, nieuw)) <= 12
            assert next(v.waarde for v in lees(nieuw, id_).velden if v.pad == veld.pad) == ander
            assert lees(nieuw, id_).nagekeken == "2026-11-22"
            if veld.soort in ("bedrag", "procent"):
                model.model_validate(yaml.safe_load(nieuw))
        assert lees(zet_nagekeken(tekst, id_, DAG), id_).nagekeken == "2026-11-22"
    assert gedeeld < 8


def test_what_must_come_out_for_a_household() -> None:
    nieuw = zet_verwacht(
        STAD, [(0, IIT, "bedrag_per_keer", "470.00"), (0, "schuldhulp", "recht", "onbekend")]
    )
    assert len(verschil(STAD, nieuw)) == 4
    verwacht = yaml.safe_load(nieuw)["voorbeelden"][0]["verwacht"]
    assert verwacht[IIT]["bedrag_per_keer"] == "470.00"
    assert verwacht["schuldhulp"]["recht"] == "onbekend"
