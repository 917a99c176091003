"""Holds a new model against the one that serves: `python -m ops.oefenen.toets`, in a process of its own for the memory it takes.

Prints lines of JSON: `{"deel": 0.4}` while it is busy, and at the end `{"oordeel": ...}` (an Oordeel).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from actions.gesprek.bronnen import Bronnen
from ops.bench.vragen import bronnen_in
from ops.nlu.__main__ import APART
from ops.nlu.cijfers import Gemeten
from ops.nlu.gedrag import Proef, Ranglijst, gemeente_van
from ops.nlu.gesprekken import LANG, Bewoner, LooptAnders, eindigt_als_gewoon
from ops.nlu.zinnen import Zin, lees_zinnen
from ops.oefenen.maat import doen_mee, oordeel
from ops.oefenen.modellen import Modellen, afdruk_van
from ops.oefenen.oordeel import Oordeel
from ops.oefenen.rangen import rangen

Rang = Callable[[str], Ranglijst]
Meld = Callable[[float], None]
_VAAK = 25
"""Sentences between two words about how far it is."""


def toets(bronnen: Bronnen, zinnen: Sequence[Zin], nieuw: Rang, oud: Rang | None, meld: Meld) -> Oordeel:
    """`nieuw` and `oud` say what each model makes of a text."""
    proef = Proef(bronnen)
    tellers = 1 if oud is None else 2

    def meet(rang: Rang, vanaf: float) -> list[Gemeten]:
        uit = []
        for nr, zin in enumerate(zinnen):
            ranglijst = rang(zin.tekst)
            uit.append(Gemeten(zin, ranglijst, proef.van(zin.tekst, ranglijst)))
            if nr % _VAAK == 0:
                meld(vanaf + 0.8 * nr / len(zinnen) / tellers)
        return uit

    na = meet(nieuw, 0)
    voor = None if oud is None else meet(oud, 0.4)
    # A talk that goes otherwise with the old model too, goes otherwise because a text was changed.
    stuk = [
        naam
        for naam in LANG
        if oud is not None and not _gaat_goed(bronnen, nieuw, naam) and _gaat_goed(bronnen, oud, naam)
    ]
    return oordeel(na, voor, stuk)


def _gaat_goed(bronnen: Bronnen, rang: Rang, naam: str) -> bool:
    """Whether this golden talk goes as it is written."""
    gemeente = gemeente_van(bronnen)
    try:
        eindigt_als_gewoon(Bewoner(bronnen, gemeente, rang), Bewoner(bronnen, gemeente, rang), naam)
    except LooptAnders:
        return False
    return True


def onderwerpen(content: Path) -> set[str]:
    """The topics there are, of all gemeenten together."""
    return {pad.stem for patroon in ("*.md", "*/*.md") for pad in (content / "faq").glob(patroon)}


def main() -> None:
    keuzes = argparse.ArgumentParser(prog="python -m ops.oefenen.toets")
    keuzes.add_argument("--content", type=Path, required=True)
    keuzes.add_argument("--modellen", type=Path, required=True)
    keuzes.add_argument("--nieuw", type=Path, required=True)
    keuzes.add_argument("--afdruk", required=True, help="the fingerprint of the new model")
    keuzes.add_argument("--oud", type=Path)
    keuzes.add_argument("--apart", type=Path, default=APART)
    wat = keuzes.parse_args()

    def zeg(**regel: object) -> None:
        print(json.dumps(regel), flush=True)

    modellen = Modellen(wat.modellen)
    zinnen = doen_mee(lees_zinnen(wat.apart), onderwerpen(wat.content))
    with ExitStack() as open_:
        nieuw = open_.enter_context(rangen(wat.nieuw, modellen.rangen(wat.afdruk)))
        oud = None
        if wat.oud is not None:
            oud = open_.enter_context(rangen(wat.oud, modellen.rangen(afdruk_van(wat.oud)))).van
        bronnen = open_.enter_context(
            bronnen_in(Path(open_.enter_context(tempfile.TemporaryDirectory())), wat.content)
        )
        uit = toets(bronnen, zinnen, nieuw.van, oud, lambda deel: zeg(deel=round(deel, 2)))
    zeg(oordeel=asdict(uit))


if __name__ == "__main__":
    main()
