"""Every error the gateway can give has words."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from content.inhoud import Inhoud
from web import fouten

WEB = Path(fouten.__file__).parent
VRIJ: dict[str, Any] = {"aantal": 5, "max_length": 5, "minuten": 5}


def codes() -> tuple[set[str], set[str]]:
    """The codes in `Probleem(status, code)` and the like, and those of `reden(inhoud, code)`, from the source."""
    problemen, redenen = (
        set(fouten._PER_STATUS.values()) | {"kapot", "ongeldig"},
        set(fouten._REDENEN.values()),
    )
    for bestand in WEB.rglob("*.py"):
        for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
            if not isinstance(knoop, ast.Call):
                continue
            naam = knoop.func.id if isinstance(knoop.func, ast.Name) else getattr(knoop.func, "attr", "")
            teksten = {
                a.value for a in knoop.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
            }
            if naam == "Probleem":
                problemen |= teksten
            elif naam in ("_tel", "_vol"):
                problemen |= {t for t in teksten if t.startswith("te_")}
            elif naam == "reden":
                redenen |= teksten
    return problemen, redenen | {"klopt_niet"}


def test_every_code_has_words(inhoud: Inhoud) -> None:
    problemen, redenen = codes()
    assert {"gesprek_onbekend", "te_snel", "bezig", "even_niet", "te_groot", "herkomst"} <= problemen
    assert {"geen_gemeente", "geen_regeling", "lijst_te_lang"} <= redenen
    nodig = problemen | {f"titel.{p}" for p in problemen} | {f"reden.{r}" for r in redenen}
    for naam in nodig:
        assert inhoud.tekst(f"fouten.{naam}", **VRIJ)
    over = {id.removeprefix("fouten.") for id in inhoud.teksten() if id.startswith("fouten.")} - nodig
    assert over == {"beurt_mislukt", "tekst_te_lang"}


def test_without_words_the_error_still_comes(inhoud: Inhoud) -> None:
    antwoord = fouten.antwoord(inhoud, fouten.Probleem(418, "theepot", later=3))
    assert antwoord.status_code == 418
    assert antwoord.headers["retry-after"] == "3"
