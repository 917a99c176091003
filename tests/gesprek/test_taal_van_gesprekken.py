"""Every sentence of whole talks, filled in with real names and amounts, is one most residents can read.

`python -m content` looks at the templates; here a value, or a name of a gemeente or a scheme, cannot make one too hard after all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from actions.contract import Bericht, Reden, Stap, Voorwaarde
from actions.gesprek.bronnen import Bronnen
from content.taal import Soort, bekijk, meting
from ops.bench import bewoner
from ops.bench.gegevens import GEMEENTE, huishoudens

INGEVULD = frozenset({"getypt_bedrag", "getypt_getal"})
"""Amounts that are filled in are no fault."""


def gezegd_in(database: Path) -> list[Bericht]:
    """Everything the chatbot said in the talks of a record."""
    with closing(sqlite3.connect(database)) as verbinding:
        antwoorden = [
            json.loads(rij[0])
            for rij in verbinding.execute("select antwoord from beurt order by gesprek, nr")
        ]
    return [Bericht.model_validate(een) for antwoord in antwoorden for een in antwoord["berichten"]]


def zinnen_van(bericht: Bericht) -> Iterator[tuple[str, Soort]]:
    yield bericht.tekst, "bubbel"
    for keuze in bericht.keuzes or ():
        yield keuze.label, "label"
    if bericht.invoer is not None and bericht.invoer.hulp:
        yield bericht.invoer.hulp, "bubbel"
    for u in bericht.uitkomsten or ():
        yield u.titel, "label"
        yield u.wat or "", "bubbel"
        delen: list[Reden | Voorwaarde | Stap] = [*u.redenen, *u.let_op, *u.voorwaarden, *u.stappen]
        for deel in delen:
            yield deel.tekst, "bubbel"
        yield u.aanvragen.hoe or "", "bubbel"


@pytest.mark.parametrize("gemeente", [GEMEENTE, "amersfoort", "den-haag"])
def test_whole_talks(
    bronnen: Bronnen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gemeente: str
) -> None:
    """Twenty-four households, a third of them in each gemeente, through every round."""
    monkeypatch.setattr(bewoner, "GEMEENTE", gemeente)
    for huishouden in huishoudens()[len(gemeente) % 3 :: 3]:
        bewoner.doe_de_check(bronnen, huishouden)
    gezegd = gezegd_in(tmp_path / "talk.db")
    assert len(gezegd) > 100
    fouten: dict[str, str] = {}
    for bericht in gezegd:
        naast = f"{bericht.tekst}\n\n{bericht.invoer.hulp if bericht.invoer else ''}"
        naast += "".join(f"\n\n{u.wat}" for u in bericht.uitkomsten or ())
        for tekst, soort in zinnen_van(bericht):
            for b in bekijk(tekst, soort, bij=naast):
                if b.ernst == "fout" and b.regel not in INGEVULD:
                    fouten[tekst] = f"{b.regel}: {b.uitleg} {b.woord or ''}"
    assert not fouten, "\n".join(f"{waarom}\n   {tekst}" for tekst, waarom in fouten.items())
    gemeten = meting("\n\n".join(bericht.tekst for bericht in gezegd))
    assert gemeten is not None
    assert gemeten.per_zin <= 10
    assert gemeten.leesbaar >= 75
    assert gemeten.zeldzaam <= 6
