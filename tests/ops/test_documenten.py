"""What the documents say exists: every link leads somewhere, and the settings are those of the code."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from ops.plekken import BOT, WORTEL
from web.instellingen import Instellingen
from web.toegang.oidc_instellingen import Oidc

DOCUMENTEN = sorted([*WORTEL.glob("*.md"), *(WORTEL / "docs").rglob("*.md")])
_SCHAKEL = re.compile(r"\]\(([^)\s#]+)")
_INSTELLING = re.compile(r"RECHTOP_[A-Z_]+[A-Z]")


@pytest.mark.parametrize("document", DOCUMENTEN, ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_elke_verwijzing_bestaat(document: object) -> None:
    pad = WORTEL / str(document)
    dood = [
        doel
        for doel in _SCHAKEL.findall(pad.read_text("utf-8"))
        if "://" not in doel and not (pad.parent / doel).exists()
    ]
    assert dood == []


def test_de_instellingen_zijn_die_van_de_code() -> None:
    beschreven = set(_INSTELLING.findall((WORTEL / "docs" / "configuratie.md").read_text("utf-8")))
    assert beschreven == set(_gelezen())
    assert len(beschreven) > 20


def _gelezen() -> Iterator[str]:
    yield from (f"RECHTOP_{naam.upper()}" for naam in Instellingen.model_fields if naam != "oidc")
    yield from (f"RECHTOP_OIDC_{naam.upper()}" for naam in Oidc.model_fields)
    code = [pad for map_ in ("actions", "content", "ops") for pad in (WORTEL / map_).rglob("*.py")]
    for pad in [*code, BOT / "endpoints.yml"]:
        yield from _INSTELLING.findall(pad.read_text("utf-8"))


def test_geen_paden_van_een_machine() -> None:
    for document in DOCUMENTEN:
        assert not re.search(r"(?<![\w.])/(?:home|root|work|Users)/", document.read_text("utf-8")), document
