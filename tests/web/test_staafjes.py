"""Bars: the same numbers as the words beside them, and nothing where there is nothing to compare."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree

from web.paginas.staafjes import BREED, Staaf, staafjes

_NS = "{http://www.w3.org/2000/svg}"
HUUR = Staaf("Huurtoeslag", Decimal(300), "300 euro")
ZORG = Staaf("Zorgtoeslag", Decimal("75.00"), "75 euro", open_=True)


def _lees(*staven: Staaf) -> ElementTree.Element:
    beeld = staafjes("Geld per maand", staven)
    assert beeld is not None
    return ElementTree.fromstring(beeld)


def test_zo_lang_als_het_bedrag() -> None:
    beeld = _lees(HUUR, ZORG)
    lang, kort = (float(een.attrib["width"]) for een in beeld.iter(f"{_NS}rect"))
    assert lang == BREED - 2
    assert kort * 4 == lang
    assert [een.text for een in beeld.iter(f"{_NS}text")] == [
        "Huurtoeslag", "300 euro", "Zorgtoeslag", "75 euro"
    ]  # fmt: skip


def test_ook_zonder_kleur_en_voor_wie_niet_ziet() -> None:
    beeld = _lees(HUUR, ZORG)
    assert [een.attrib["fill"] for een in beeld.iter(f"{_NS}rect")] == ["currentColor", "none"]
    assert {een.attrib["stroke"] for een in beeld.iter(f"{_NS}rect")} == {"currentColor"}
    assert beeld.attrib["role"] == "img"
    naam = beeld.find(f"{_NS}title")
    assert naam is not None
    assert naam.text == "Geld per maand: Huurtoeslag 300 euro, Zorgtoeslag 75 euro"


def test_alles_binnen_het_beeld() -> None:
    beeld = _lees(HUUR, ZORG, HUUR)
    _, _, breed, hoog = (float(een) for een in beeld.attrib["viewBox"].split())
    for een in beeld.iter(f"{_NS}rect"):
        assert float(een.attrib["x"]) + float(een.attrib["width"]) <= breed
        assert float(een.attrib["y"]) + float(een.attrib["height"]) <= hoog


def test_niets_te_vergelijken() -> None:
    assert staafjes("Geld", [HUUR]) is None
    assert staafjes("Geld", []) is None
    niets = Staaf("Nu", Decimal(0), "0 euro")
    assert staafjes("Geld", [niets, niets]) is None


def test_woorden_worden_nooit_opmaak() -> None:
    kwaad = staafjes("<b>", [HUUR, Staaf("<script>&", Decimal(1), "<i>")])
    assert kwaad is not None
    assert not {"<b>", "<script>", "<i>"} & set(kwaad.replace(">", ">\n").split("\n"))
    ElementTree.fromstring(kwaad)
