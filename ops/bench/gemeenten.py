"""As many gemeenten as there are in the country, all invented: files to load, beside the other content as it is.

Every file is made from those of Voorbeeldstad, so a new field is measured as soon as it stands there: other limits, amounts and
ages, some schemes left out, some of its own, and regions of three layers to inherit from.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from actions.regels.inlezen import lees_feiten
from actions.regels.kern import bepaal
from actions.regels.lokaal.bouw import regelingen
from content.bestanden import MET_NAAM, SOORTEN
from content.inhoud import Inhoud
from content.parameters import Parameters, laad_parameters
from ops.bench.gegevens import PEILDATUM, huishoudens
from ops.bench.tabel import Meting, p50
from ops.plekken import CONTENT

HEEL_NEDERLAND = 342
"""Gemeenten in the Netherlands."""
WEINIG = 10
_DIENSTEN, _PER_DIENST = 40, 9
_PROCENTEN = ("100", "105", "110", "115", "120", "125", "130", "140", "150", "onbekend")
_Schrijver: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
Bestand = dict[str, Any]


def maak(map_: Path, aantal: int) -> tuple[str, ...]:
    """A content folder in `map_` with `aantal` invented gemeenten; their slugs. The same number makes the same files."""
    for naam in (*(set(SOORTEN) - set(MET_NAAM)), "parameters"):
        (map_ / naam).symlink_to(CONTENT / naam)
    stad = _lees("gemeenten/voorbeeldstad")
    streek = _lees("regios/regio-voorbeeldland")
    for naam in MET_NAAM:
        (map_ / naam).mkdir()
    for regio in _regios(streek, stad, -(-aantal // _PER_DIENST)):
        _schrijf(map_ / "regios" / f"{regio['id']}.yml", regio)
    slugs = tuple(f"verzonnen-{nummer}" for nummer in range(1, aantal + 1))
    for nummer, slug in enumerate(slugs):
        _schrijf(map_ / "gemeenten" / f"{slug}.yml", _gemeente(stad, slug, nummer // _PER_DIENST))
    return slugs


def _lees(naam: str) -> Bestand:
    gelezen: Bestand = yaml.safe_load((CONTENT / f"{naam}.yml").read_text(encoding="utf-8"))
    return gelezen


def _schrijf(pad: Path, inhoud: Bestand) -> None:
    pad.write_text(
        yaml.dump(inhoud, Dumper=_Schrijver, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )


def _regios(streek: Bestand, stad: Bestand, diensten: int) -> Iterator[Bestand]:
    """The country, twelve provinces on top of it, and services on top of those."""
    yield {**streek, "id": "verzonnen-land", "naam": "Verzonnen land", "regelingen": _zonder_eigen(streek)}
    for nummer in range(12):
        bus = {"gratis-ov": _anders(streek["regelingen"]["gratis-ov"], Random(f"bus {nummer}"))}  # noqa: S311
        yield _regio(f"verzonnen-provincie-{nummer}", ["verzonnen-land"], bus)
    for nummer in range(diensten):
        toeval = Random(f"dienst {nummer}")  # noqa: S311
        namen = ("kwijtschelding", "gemeentepolis", "bijzondere-bijstand")
        eigen = {naam: _anders(stad["regelingen"][naam], toeval) for naam in namen}
        yield _regio(f"verzonnen-dienst-{nummer}", [f"verzonnen-provincie-{nummer % 12}"], eigen)


def _regio(id_: str, erft: list[str], regelingen_: Bestand) -> Bestand:
    return {"id": id_, "naam": id_.capitalize(), "verzonnen": True, "erft": erft, "regelingen": regelingen_}


def _zonder_eigen(laag: Bestand) -> Bestand:
    return {id_: data for id_, data in laag["regelingen"].items() if ":" not in id_}


def _gemeente(stad: Bestand, slug: str, dienst: int) -> Bestand:
    toeval = Random(slug)  # noqa: S311
    eigen = {id_: _anders(data, toeval) for id_, data in _zonder_eigen(stad).items() if toeval.random() < 0.7}
    fiets = _anders(stad["regelingen"]["voorbeeldstad:computer"], toeval)
    return {
        **{veld: waarde for veld, waarde in stad.items() if veld not in ("voorbeelden", "past_toe")},
        "slug": slug,
        "naam": slug.capitalize(),
        "erft": [f"verzonnen-dienst-{dienst}"],
        "regelingen": {**eigen, f"{slug}:computer": fiets},
    }


def _anders(data: Bestand, toeval: Random) -> Bestand:
    """Another gemeente's choice: percentage, what is not said, amounts."""
    nieuw = deepcopy(data)
    inkomen = nieuw["inkomen"]
    if inkomen["van"].startswith("norm") and "draagkracht" not in nieuw:
        inkomen["procent"] = toeval.choice(_PROCENTEN)
        for veld in ("soort", "vakantiegeld", "kostendelersnorm", "jonger_dan_21"):
            if toeval.random() < 0.2:
                inkomen[veld] = "onbekend"
    deel = Decimal(toeval.randrange(80, 131)) / 100
    for rij in nieuw.get("bedragen", ()):
        rij["bedrag"] = str((Decimal(rij["bedrag"]) * deel).quantize(Decimal("0.01")))
    return nieuw


def meet() -> list[Meting]:
    """Starting with many gemeenten beside starting with few, and the local schemes of one household."""
    uit: list[Meting] = []
    per_aantal: dict[int, float] = {}
    for aantal in (WEINIG, HEEL_NEDERLAND):
        with TemporaryDirectory(prefix="rechtop-gemeenten-") as map_:
            slugs = maak(Path(map_), aantal)
            parameters = laad_parameters(CONTENT / "parameters")
            begin = time.perf_counter()
            inhoud = Inhoud(Path(map_), parameters)
            per_aantal[aantal] = time.perf_counter() - begin
            uit.append(Meting(f"content loaded, {aantal} gemeenten", per_aantal[aantal], "s"))
            # Evenly over the country, and each for the first time: as after a start.
            gekozen = slugs[:: max(1, len(slugs) // WEINIG)]
            eerste, daarna = zip(*(_reken(inhoud, parameters, slug) for slug in gekozen), strict=True)
            uit += [
                Meting(f"local schemes, first time, {aantal} gemeenten, p50", p50(eerste) * 1e3, "ms"),
                Meting(
                    f"local schemes, national facts known, {aantal} gemeenten, p50", p50(daarna) * 1e6, "us"
                ),
            ]
    meer = (per_aantal[HEEL_NEDERLAND] - per_aantal[WEINIG]) / (HEEL_NEDERLAND - WEINIG)
    return [*uit, Meting("content loaded, every gemeente more", meer * 1e3, "ms")]


def _reken(inhoud: Inhoud, parameters: Parameters, slug: str) -> tuple[float, float]:
    """Seconds for the first household of a gemeente, rules made and all; and for the ones after it, on average."""
    gezinnen = [lees_feiten(h.feiten, PEILDATUM, intern=True) for h in huishoudens()]
    begin = time.perf_counter()
    lokaal = inhoud.lokaal(slug)
    assert lokaal is not None
    catalogus = regelingen(lokaal)
    _bepaal(gezinnen[:1], parameters, catalogus)
    tussen = time.perf_counter()
    _bepaal(gezinnen, parameters, catalogus)
    return tussen - begin, (time.perf_counter() - tussen) / len(gezinnen)


def _bepaal(
    gezinnen: Iterable[Mapping[str, object]], parameters: Parameters, catalogus: Mapping[str, Any]
) -> None:
    for feiten in gezinnen:
        bepaal(feiten, parameters, PEILDATUM, tuple(catalogus), catalogus=catalogus)
