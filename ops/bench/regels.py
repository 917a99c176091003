"""How long the rules take, without texts and without the record."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from actions.regels.catalogus import REGELINGEN
from actions.regels.inlezen import lees_feiten
from actions.regels.kern import bepaal
from actions.regels.opgave import Opgave
from actions.regels.werken.kromme import alleen_punten
from actions.regels.werken.loon import Kosten, Loon
from content.parameters import laad_parameters
from ops.bench.gegevens import PEILDATUM, huishoudens
from ops.bench.tabel import Meting, p50, p95
from ops.plekken import CONTENT

_PUNTEN = 60
_UREN = [Decimal(nummer) * 40 / _PUNTEN for nummer in range(_PUNTEN)]
_LOON = Loon(Decimal(15))
Feiten = Mapping[str, object]


def meet(keren: int = 30) -> list[Meting]:
    """Every household `keren` times: with all its facts, and with what is known after each answer."""
    parameters = laad_parameters(CONTENT / "parameters")
    regelingen = tuple(REGELINGEN)
    heel = [lees_feiten(h.feiten, PEILDATUM, intern=True) for h in huishoudens()]
    onderweg = [deel for feiten in heel for deel in _onderweg(feiten)]

    def reken(feiten: Feiten) -> None:
        bepaal(feiten, parameters, PEILDATUM, regelingen, catalogus=REGELINGEN)

    def kromme(feiten: Feiten) -> None:
        opgave = Opgave(feiten, PEILDATUM, regelingen)
        alleen_punten(opgave, _LOON, _UREN, kosten=Kosten(), parameters=parameters, catalogus=REGELINGEN)

    for feiten in heel:
        reken(feiten)
    alles = [_duur(reken, feiten) * 1e6 for _ in range(keren) for feiten in heel]
    deels = [_duur(reken, feiten) * 1e6 for _ in range(max(1, keren // 5)) for feiten in onderweg]
    krommes = [_duur(kromme, h.feiten) * 1e3 for h in huishoudens()]
    aantal = f"{len(regelingen)} schemes, {len(heel)} households"
    return [
        Meting("all national schemes, all facts known, p50", p50(alles), "us", 2000, aantal),
        Meting("all national schemes, all facts known, p95", p95(alles), "us", 2000),
        Meting(
            "all national schemes, halfway a talk, p50", p50(deels), "us", 2000, f"{len(onderweg)} states"
        ),
        Meting("all national schemes, halfway a talk, p95", p95(deels), "us", 2000),
        Meting(f"curve of {_PUNTEN} numbers of hours, all national schemes, p50", p50(krommes), "ms", 150),
        Meting(
            f"curve of {_PUNTEN} numbers of hours, all national schemes, slowest", max(krommes), "ms", 150
        ),
    ]


def _onderweg(feiten: Feiten) -> Iterator[Feiten]:
    namen = list(feiten)
    for tot in range(len(namen)):
        yield {naam: feiten[naam] for naam in namen[:tot]}


def _duur(doe: Callable[[Feiten], None], feiten: Feiten) -> float:
    begin = time.perf_counter()
    doe(feiten)
    return time.perf_counter() - begin
