"""A slip in a content file gives a Dutch message that names file and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.fouten import InhoudFout
from content.inhoud import Inhoud
from content.parameters import Parameters

from . import conftest as goed

FOUTEN = {
    "missing": (
        "vragen/partner.yml",
        goed.VRAAG.replace("label: Partner\n", ""),
        "label: dit veld ontbreekt",
    ),
    "unknown field": ("vragen/partner.yml", goed.VRAAG + "hulpje: x\n", "hulpje: dit veld bestaat niet"),
    "id in file": ("vragen/partner.yml", goed.VRAAG + "id: x\n", "het veld 'id' hoort hier niet"),
    "literal": (
        "vragen/partner.yml",
        goed.VRAAG.replace("type: keuze", "type: kies"),
        "invoer.type: dit kan niet; kies uit",
    ),
    "no choices": ("vragen/partner.yml", goed.VRAAG.split("keuzes:")[0], "heeft het veld 'keuzes' nodig"),
    "double value": (
        "vragen/partner.yml",
        goed.VRAAG.replace("false", "true"),
        "twee keer dezelfde 'waarde'",
    ),
    "nested field": (
        "vragen/partner.yml",
        goed.VRAAG.replace("label: Nee", "lebel: Nee"),
        "keuzes.2.label: dit veld ontbreekt",
    ),
    "empty": (
        "vragen/partner.yml",
        goed.VRAAG.replace("kort: Partner, ja of nee?", "kort: ''"),
        "kort: dit veld is leeg",
    ),
    "nothing about somebody else": (
        "vragen/partner.yml",
        goed.VRAAG.replace(goed.VRAAG_ANDER, ""),
        "'ander.vraag' ontbreekt: 'vraag' zegt 'u'",
    ),
    "somebody else is spoken to": (
        "vragen/partner.yml",
        goed.VRAAG.replace("voor de toeslagen", "voor uw toeslagen"),
        "'ander.waarom' zegt 'uw'",
    ),
    "a button speaks as the resident": (
        "vragen/partner.yml",
        goed.VRAAG.replace("label: Nee", "label: Ik heb geen partner"),
        "'ander' bij 'keuzes.2.label' ontbreekt",
    ),
    "number": ("teksten/begin.yml", "hallo: 14\n", "hallo"),
    "list": ("teksten/begin.yml", "- a\n", "velden met een naam"),
    "double key": ("teksten/begin.yml", "a: x\na: y\n", "regel 2: 'a' staat er twee keer"),
    "yaml": ("teksten/begin.yml", "a: [x\n", "geen goede YAML: regel"),
    "template": ("teksten/begin.yml", "a: '{% if x %}ja'\n", ":a: fout in het sjabloon"),
    "filter": ("teksten/begin.yml", "a: '{{ x | format }}'\n", "No filter named 'format'"),
    "url": (
        "uitkomsten/zorgtoeslag.yml",
        goed.UITKOMST.replace("https://www", "javascript:www"),
        "aanvragen.url",
    ),
    "date": (
        "faq/zorgtoeslag.md",
        goed.FAQ.replace("2026-11-20", "november"),
        "nagekeken: hier hoort een datum",
    ),
    "no source": (
        "faq/zorgtoeslag.md",
        goed.FAQ.replace("  - {naam: W", "  # ").replace("bronnen:", "bronnen: []"),
        "bronnen: deze lijst is leeg",
    ),
    "no front matter": ("faq/zorgtoeslag.md", "Zomaar tekst.", "ontbreken de velden tussen ---"),
    "twice": (
        "faq/zorgtoeslag.md",
        goed.FAQ.replace("[wat is", "[Wat is zorgtoeslag, wat is"),
        "staat twee keer: wat is zorgtoeslag",
    ),
    "slug": (
        "gemeenten/proefstad.yml",
        goed.GEMEENTE.replace("slug: proefstad", "slug: elders"),
        "'slug' moet gelijk zijn",
    ),
    "colour": (
        "gemeenten/proefstad.yml",
        goed.GEMEENTE + "kleuren: {--rechtop-kleur: 'red;}'}\n",
        "kleuren.--rechtop-kleur",
    ),
    "origin": (
        "gemeenten/proefstad.yml",
        goed.GEMEENTE + "toegestane_herkomst: ['https://a.nl/pad']\n",
        "toegestane_herkomst.1",
    ),
    "measure": (
        "gemeenten/proefstad.yml",
        goed.GEMEENTE + "past_toe: [vrijlating_2027, vrijlating]\n",
        "past_toe.2: dit kan niet; kies uit 'vrijlating_2027' of 'bufferbudget_2027'",
    ),
    "measure of the SVB": (
        "gemeenten/proefstad.yml",
        goed.GEMEENTE + "past_toe: [vrijlating_aow_2027]\n",
        "past_toe.1: dit kan niet; kies uit",
    ),
}


@pytest.mark.parametrize(("bestand", "tekst", "melding"), FOUTEN.values(), ids=FOUTEN)
def test_fault_is_named(map_: Path, parameters: Parameters, bestand: str, tekst: str, melding: str) -> None:
    (map_ / bestand).write_text(tekst, encoding="utf-8")
    with pytest.raises(InhoudFout) as gevangen:
        Inhoud(map_, parameters)
    assert melding in str(gevangen.value)
    assert {fout.bestand for fout in gevangen.value.fouten} == {bestand}


def test_every_fault_of_every_file_is_told_at_once(map_: Path, parameters: Parameters) -> None:
    (map_ / "teksten/begin.yml").write_text("a: ''\nb: ''\n", encoding="utf-8")
    (map_ / "vragen/partner.yml").write_text("vraag: x\n", encoding="utf-8")
    with pytest.raises(InhoudFout) as gevangen:
        Inhoud(map_, parameters)
    assert {fout.bestand for fout in gevangen.value.fouten} == {"teksten/begin.yml", "vragen/partner.yml"}
    assert len(gevangen.value.fouten) >= 6


def test_not_utf8(map_: Path, parameters: Parameters) -> None:
    (map_ / "teksten/begin.yml").write_bytes(b"a: caf\xe9\n")
    with pytest.raises(InhoudFout, match=r"teksten/begin.yml: dit bestand is geen UTF-8"):
        Inhoud(map_, parameters)
