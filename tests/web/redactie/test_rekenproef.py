"""Example households before and after a change of amounts, with the real content."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import CONTENT
from web.redactie import kind
from web.redactie.lokaal.rekenproef import Uit, Vraag, fouten, vergelijk
from web.redactie.proefmap import proefmap
from web.redactie.publiceren import keuren

STAD = "gemeenten/voorbeeldstad.yml"
STRAKS = """
    straks:
      - van: 2027-01-01
        bedragen: [{bedrag: "500.00"}]
        bron: [{naam: Verzonnen besluit, url: "https://voorbeeldstad.example/b", datum: 2026-11-01}]
        zekerheid: verzonnen
        nagekeken: 2026-11-20
"""


def stad(oud: str, nieuw: str) -> dict[str, str | None]:
    tekst = (Path(CONTENT) / STAD).read_text(encoding="utf-8")
    assert oud in tekst
    return {STAD: tekst.replace(oud, nieuw, 1)}


def test_one_amount_changes_what_one_household_gets() -> None:
    uit = vergelijk(
        Path(CONTENT), stad('"460.00", huishouden', '"470.00", huishouden'), Vraag("voorbeeldstad")
    )
    anders = [(een.naam, r.regeling, r.voor, r.na) for een in uit for r in een.regels if r.anders]
    wel = "waarschijnlijk_wel"
    assert anders == [
        (
            "alleenstaande met weinig loon",
            "individuele-inkomenstoeslag",
            Uit(wel, "460.00", "jaar", False),
            Uit(wel, "470.00", "jaar", False),
        )
    ]
    assert all(een.eigen for een in uit)


def test_what_is_prepared_holds_on_its_day_and_not_before() -> None:
    tekst = (Path(CONTENT) / STAD).read_text(encoding="utf-8")
    plek = tekst.index("  studietoeslag:")
    erbij: dict[str, str | None] = {STAD: tekst[:plek].rstrip() + STRAKS + "\n" + tekst[plek:]}

    def keer(dag: date) -> str | None:
        een = vergelijk(Path(CONTENT), erbij, Vraag("voorbeeldstad", date(2026, 11, 20), dag))[0]
        iit = next(r for r in een.regels if r.regeling == "individuele-inkomenstoeslag")
        assert iit.voor is not None
        assert iit.voor.bedrag == "460.00"
        return iit.na.bedrag if iit.na else None

    assert [keer(date(2026, 12, 31)), keer(date(2027, 1, 1))] == ["460.00", "500.00"]


def test_a_gemeente_without_households_of_its_own_sees_invented_ones() -> None:
    uit = vergelijk(Path(CONTENT), {}, Vraag("heerlen"))
    assert len(uit) > 2
    assert not any(een.eigen for een in uit)
    assert any(r.lokaal and r.regeling == "chronisch-ziek" for r in uit[0].regels)
    assert not any(r.anders for een in uit for r in een.regels)


def test_what_the_file_says_of_its_households_is_held_against_what_comes_out() -> None:
    assert fouten(Path(CONTENT)) == []
    with proefmap(Path(CONTENT), stad('"460.00", huishouden', '"470.00", huishouden')) as proef:
        (een,) = fouten(proef)
    assert (een.bestand, een.veld) == (STAD, "voorbeelden.1.verwacht.individuele-inkomenstoeslag")
    assert een.tekst == "alleenstaande met weinig loon: 'bedrag_per_keer' moet 460.00 zijn, en is 470.00"


def test_the_gate_stops_what_comes_out_otherwise_than_the_file_says(monkeypatch: pytest.MonkeyPatch) -> None:
    gezien: list[object] = []
    echt = kind.vraag

    def alleen_huishoudens(module: str, *bij: str, **meer: Any) -> list[dict[str, Any]]:
        return [] if module == "content" else echt(module, *bij, **meer)

    monkeypatch.setattr(kind, "vraag", alleen_huishoudens)
    keuring = keuren.keur(Path(CONTENT), stad('"460.00", huishouden', '"470.00", huishouden'), gezien.append)
    assert [een.regel for een in keuring.fouten] == ["voorbeeld"]
    assert len(gezien) == 1
    assert keuren.keur(Path(CONTENT), {"faq/bezwaar.md": "x"}, gezien.append).goed
    assert len(gezien) == 1
