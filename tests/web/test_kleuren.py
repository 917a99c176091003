"""Every pair of colours that meets on a screen can be read: in the style sheets themselves, and in those of every gemeente."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import content
from content.inhoud import Inhoud
from content.lokaal.kleuren import NEUTRAAL, PAREN, contrast
from content.parameters import laad_parameters

STATISCH = Path(__file__).resolve().parents[2] / "web" / "static"
CONTENT = Path(content.__file__).parent
MET_THEMA = ("widget.css", "demo.css", "pagina.css", "toegang.css", "venster/knop.css")
MET_RING = ("widget.css", "demo.css", "venster/knop.css")
_STANDAARD = re.compile(
    r"^\s*--[a-z-]+:\s*var\(\s*(--rechtop-[a-z-]+),[^;]*?(#[0-9a-f]+)[\s)]*;", re.MULTILINE
)
_VAST = re.compile(r"^\s*(--[a-z-]+): (#[0-9a-f]+);", re.MULTILINE)
RING = ("#0b0c0c", "#ffffff")
"""The focus ring: dark, with a white one around it."""


@cache
def standaard(bestand: str) -> dict[str, str]:
    """What stands in a style sheet where a gemeente sets nothing."""
    return dict(_STANDAARD.findall((STATISCH / bestand).read_text("utf-8")))


def test_elk_stijlblad_met_een_thema_wordt_bekeken() -> None:
    paden = {str(pad.relative_to(STATISCH)) for pad in STATISCH.rglob("*.css")}
    assert {pad for pad in paden if standaard(pad)} == set(MET_THEMA)


def test_de_redacteur_hoort_het_met_dezelfde_kleuren() -> None:
    assert {naam: _lang(kleur) for naam, kleur in standaard("widget.css").items()} == NEUTRAAL
    for bestand in MET_THEMA:
        assert standaard(bestand).keys() <= NEUTRAAL.keys(), bestand


@pytest.mark.parametrize("bestand", MET_THEMA)
def test_elk_paar_van_elke_gemeente(bestand: str) -> None:
    inhoud = Inhoud(CONTENT, laad_parameters(CONTENT / "parameters"))
    gemeenten = [pad.stem for pad in (CONTENT / "gemeenten").glob("[a-z]*.yml")]
    assert len(gemeenten) > 10
    for slug in gemeenten:
        gemeente = inhoud.gemeente(slug)
        assert gemeente is not None
        kleuren = {**NEUTRAAL, **standaard(bestand), **gemeente.kleuren}
        for paar in PAREN:
            van, op = (kleuren.get(naam, naam) for naam in (paar.van, paar.op))
            assert contrast(van, op, paar.licht) >= paar.minstens, f"{slug}: {paar.wat}: {van} {op}"


def test_vaste_kleuren_van_het_venster() -> None:
    vast = dict(_VAST.findall((STATISCH / "widget.css").read_text("utf-8")))
    for tekst, grond in (("--goed", "--goed-vlak"), ("--letop", "--letop-vlak"), ("--fout", "--fout-vlak")):
        assert contrast(vast[tekst], vast[grond]) >= 4.5, tekst
    rood = {paar.van for paar in PAREN if paar.van.startswith("#")}
    assert rood == {vast["--fout"]}


def test_de_ring_om_de_focus_is_op_elke_kleur_te_zien() -> None:
    """Whatever lies under it: of two rings with this much between them one always stands out."""
    assert contrast(*RING) >= 9
    for bestand in MET_RING:
        css = (STATISCH / bestand).read_text("utf-8")
        assert re.search(r"outline: 3px solid #0b0c0c", css), bestand
        assert re.search(r"box-shadow: 0 0 0 6px #fff", css), bestand
    grijs = [f"#{licht:02x}{licht:02x}{licht:02x}" for licht in range(256)]
    assert min(max(contrast(ring, grond) for ring in RING) for grond in grijs) >= 3


def _lang(kleur: str) -> str:
    return kleur if len(kleur) == 7 else "#" + "".join(teken * 2 for teken in kleur[1:])
