"""How many questions a resident must answer."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import Opslag
from content.inhoud import Inhoud
from content.parameters import laad_parameters
from ops.bench.bewoner import KomtNietKlaar, doe_de_check
from ops.bench.gegevens import PEILDATUM, huishoudens
from ops.bench.tabel import Meting
from ops.plekken import CONTENT


@contextmanager
def bronnen_in(map_: Path, content: Path = CONTENT) -> Iterator[Bronnen]:
    """The texts, amounts and rules with an empty record in this folder, on the day of measuring."""
    parameters = laad_parameters(content / "parameters")
    opslag = Opslag(f"sqlite:///{map_ / 'bench.db'}", lambda: datetime.now(UTC))
    opslag.migreer()
    try:
        yield Bronnen(opslag, Inhoud(content, parameters), parameters, lambda: PEILDATUM)
    finally:
        opslag.sluit()


def meet() -> tuple[list[Meting], list[str]]:
    """The figures, and a line per household."""
    aantallen: list[int] = []
    hier: list[int] = []
    samen: list[int] = []
    eerste: dict[bool, list[int]] = {False: [], True: []}
    regels: list[str] = []
    mislukt = 0
    with tempfile.TemporaryDirectory() as map_, bronnen_in(Path(map_)) as bronnen:
        for huishouden in huishoudens():
            try:
                gesprekje = doe_de_check(bronnen, huishouden)
            except KomtNietKlaar as fout:
                mislukt += 1
                regels.append(f"  {huishouden.naam:<24} not settled: {fout}")
                continue
            aantallen.append(gesprekje.vragen)
            hier.append(gesprekje.van_de_gemeente)
            samen.append(len(gesprekje.gevraagd))
            if gesprekje.eerste_bedrag is not None:
                eerste[huishouden.paar].append(gesprekje.eerste_bedrag)
            bedrag = "-" if gesprekje.eerste_bedrag is None else str(gesprekje.eerste_bedrag)
            regels.append(
                f"  {huishouden.naam:<24} {gesprekje.vragen:>3} {gesprekje.van_de_gemeente:>3} {bedrag:>6}   "
                f"{huishouden.soort}"
            )
    metingen = [
        Meting("households not settled", mislukt, balk=0, toelichting=f"of {len(regels)}"),
        Meting("questions, median", median(aantallen) if aantallen else None, balk=16),
        Meting("questions, most", max(aantallen, default=None), balk=26),
        Meting("more for all schemes of a gemeente, median", median(hier) if hier else None),
        Meting("more for all schemes of a gemeente, most", max(hier, default=None)),
        Meting("questions with those, most", max(samen, default=None), balk=26),
        Meting("questions to the first amount, single, most", max(eerste[False], default=None), balk=5),
        Meting("questions to the first amount, couple, most", max(eerste[True], default=None), balk=7),
    ]
    return metingen, ["  household                all own  first", *regels]
