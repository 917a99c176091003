"""Reference households: published examples and tables, and both sides of every limit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from tests.regels.hulp import ALLES, NIET, TOESLAGEN, WORTEL, vraag

MAP = WORTEL / "tests" / "voorbeelden"


class Verwacht(BaseModel):
    model_config = ConfigDict(extra="forbid")

    recht: Literal["waarschijnlijk_wel", "waarschijnlijk_niet", "onbekend"] | None = None
    bedrag_per_maand: Decimal | None = None
    bedrag_per_jaar: Decimal | None = None
    bedrag_per_keer: Decimal | None = None
    redenen: tuple[str, ...] | None = None
    """Codes, in any order."""


class Voorbeeld(BaseModel):
    """One household. `feiten` as the public contract has them; absent expectations are not checked."""

    model_config = ConfigDict(extra="forbid")

    id: str
    bron: str
    peildatum: date
    feiten: dict[str, Any]
    verwacht: dict[str, Verwacht]


def _voorbeelden() -> Iterator[Voorbeeld]:
    for pad in sorted(MAP.glob("*.yml")):
        for ruw in yaml.safe_load(pad.read_text("utf-8")):
            yield Voorbeeld.model_validate(ruw)


VOORBEELDEN = tuple(_voorbeelden())


def test_ieder_voorbeeld_heeft_een_eigen_naam() -> None:
    namen = [v.id for v in VOORBEELDEN]
    assert len(set(namen)) == len(namen)


def test_elke_toeslag_en_elk_jaar_heeft_voorbeelden() -> None:
    gedekt = {(regeling, v.peildatum.year) for v in VOORBEELDEN for regeling in v.verwacht}
    assert gedekt >= {(regeling, jaar) for regeling in TOESLAGEN for jaar in (2024, 2025, 2026)}
    assert gedekt >= {(regeling, 2026) for regeling in ALLES}
    assert gedekt >= {(regeling, 2025) for regeling in ("kinderopvangtoeslag", "kinderbijslag")}


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=lambda v: v.id)
def test_voorbeeld(voorbeeld: Voorbeeld) -> None:
    uitslag = vraag(voorbeeld.feiten, voorbeeld.peildatum, tuple(voorbeeld.verwacht))
    for regeling, verwacht in voorbeeld.verwacht.items():
        uitkomst = uitslag.uitkomst(regeling)
        gekregen = Verwacht(
            recht=uitkomst.recht,
            bedrag_per_maand=uitkomst.bedrag_per_maand,
            bedrag_per_jaar=uitkomst.bedrag_per_jaar,
            bedrag_per_keer=uitkomst.bedrag_per_keer,
            redenen=tuple(sorted(reden.code for reden in uitkomst.redenen)),
        )
        genoemd = verwacht.model_dump(exclude_none=True)
        assert gekregen.model_dump(include=set(genoemd)) == genoemd, uitkomst
        assert uitkomst.jaar == voorbeeld.peildatum.year
        assert regeling not in uitslag.ontbrekend
        if uitkomst.recht == NIET:
            assert uitkomst.bedrag_per_jaar == uitkomst.bedrag_per_keer == 0
            assert uitkomst.bedrag_per_maand == (0 if uitkomst.ritme == "maand" else None)
        assert uitkomst.redenen
