"""`python -m content`: check all content.

- `python -m content [map]`: everything.
- `python -m content gemeenten [slug]`: only the files of gemeenten and regions; with a slug that gemeente and what it inherits.
- `python -m content nieuw <slug>`: start the file of a gemeente.
- `python -m content b1 [bestand]`: how hard the texts are; with a file (or - for standard input) that text only.

- `python -m content bedragen [woord]`: every number in the texts, with the parameter, article and source it comes from.

Exit status 1 when something must be mended; warnings do not fail, unless `--streng`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

from content import b1, bedragen, bestanden
from content.controle import Melding, controleer
from content.fouten import InhoudFout
from content.lokaal.nieuw import maak_gemeente

_HIER = Path(__file__).parent


def main(argumenten: Sequence[str] | None = None) -> int:
    woorden = list(sys.argv[1:] if argumenten is None else argumenten)
    opdrachten = {"gemeenten": _gemeenten, "nieuw": _nieuw, "b1": _b1, "bedragen": _bedragen}
    if woorden and woorden[0] in opdrachten:
        try:
            return opdrachten[woorden[0]](woorden[1:])
        except InhoudFout as fout:  # a file that is not filled in yet, as that of a new gemeente
            return _toon_fouten(fout)
    parser = _parser("", "Controleer alle teksten en bedragen.")
    parser.add_argument("map", nargs="?", type=Path, default=_HIER, help="de map met inhoud")
    parser.add_argument("--json", action="store_true", help="schrijf de meldingen voor een programma")
    keuze = parser.parse_args(woorden)
    meldingen = controleer(keuze.map, _vandaag())
    if keuze.json:
        print(json.dumps([asdict(melding) for melding in meldingen], ensure_ascii=False))
        return 1 if any(melding.ernst == "fout" for melding in meldingen) else 0
    return _toon(meldingen, keuze)


def _gemeenten(woorden: list[str]) -> int:
    parser = _parser(" gemeenten", "Controleer de bestanden van gemeenten en regio's.")
    parser.add_argument("slug", nargs="?", help="alleen deze gemeente, met wat zij erft")
    parser.add_argument("--map", type=Path, default=_HIER, help="de map met inhoud")
    keuze = parser.parse_args(woorden)
    if keuze.slug and not (keuze.map / "gemeenten" / f"{keuze.slug}.yml").is_file():
        print(f"fout: gemeenten/{keuze.slug}.yml: dit bestand is er niet")
        return 1
    alle = controleer(keuze.map, _vandaag())
    eigen = [melding for melding in alle if _gaat_over(melding, keuze.map, keuze.slug)]
    elders = sum(m.ernst == "fout" for m in alle) - sum(m.ernst == "fout" for m in eigen)
    uit = _toon(eigen, keuze)
    if elders:
        print(
            f"Let op: in andere bestanden staan {elders} fouten. Misschien is daarom niet alles gecontroleerd."
        )
    return uit


def _gaat_over(melding: Melding, map_: Path, slug: str | None) -> bool:
    soort, _, naam = melding.bestand.partition("/")
    if slug is None:
        return soort in bestanden.MET_NAAM
    return melding.bestand == f"gemeenten/{slug}.yml" or (
        soort == "regios" and naam.removesuffix(".yml") in _erft(map_, f"gemeenten/{slug}.yml")
    )


def _erft(map_: Path, bestand: str, gezien: frozenset[str] = frozenset()) -> frozenset[str]:
    """The regions a file names, and those these name; as far as they can be read."""
    try:
        ruw = bestanden.lees(map_ / bestand, bestand)
    except InhoudFout:
        return gezien
    erft = ruw.get("erft") if isinstance(ruw, dict) else None
    for id in erft if isinstance(erft, list) else ():
        if isinstance(id, str) and id not in gezien:
            gezien = _erft(map_, f"regios/{id}.yml", gezien | {id})
    return gezien


def _nieuw(woorden: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m content nieuw", description="Begin het bestand van een gemeente."
    )
    parser.add_argument("slug", help="de naam van het bestand, zoals bergen-nh")
    parser.add_argument("--map", type=Path, default=_HIER, help="de map met inhoud")
    keuze = parser.parse_args(woorden)
    pad = maak_gemeente(keuze.map, keuze.slug)
    print(f"{pad} is gemaakt. Vul alles in waar VUL_IN staat.")
    print(f"Controleer het daarna met: .venv/bin/python -m content gemeenten {keuze.slug}")
    return 0


def _b1(woorden: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m content b1", description="Meet hoe moeilijk de teksten zijn."
    )
    parser.add_argument("bestand", nargs="?", help="een tekst; - is wat u typt of doorgeeft")
    parser.add_argument("--map", type=Path, default=_HIER, help="de map met inhoud")
    keuze = parser.parse_args(woorden)
    if keuze.bestand is None:
        regels = b1.toon(keuze.map)
    elif keuze.bestand != "-" and not Path(keuze.bestand).is_file():
        print(f"fout: {keuze.bestand}: dit bestand is er niet")
        return 1
    else:
        tekst = sys.stdin.read() if keuze.bestand == "-" else Path(keuze.bestand).read_text("utf-8")
        regels = b1.toon_tekst(tekst)
    for regel in regels:
        print(regel)
    return 0


def _bedragen(woorden: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m content bedragen",
        description="Toon van elk getal in de teksten waar het vandaan komt.",
    )
    parser.add_argument("woord", nargs="?", default="", help="alleen regels met dit woord")
    parser.add_argument("--map", type=Path, default=_HIER, help="de map met inhoud")
    keuze = parser.parse_args(woorden)
    for regel in bedragen.toon(keuze.map, _vandaag(), keuze.woord):
        print(regel)
    return 0


def _parser(opdracht: str, uitleg: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m content{opdracht}", description=uitleg)
    parser.add_argument("--streng", action="store_true", help="ook waarschuwingen tellen als fout")
    parser.add_argument("--alleen-fouten", action="store_true", help="toon geen waarschuwingen")
    return parser


def _toon(meldingen: list[Melding], keuze: argparse.Namespace) -> int:
    fouten = [m for m in meldingen if m.ernst == "fout"]
    for melding in meldingen:
        if melding.ernst == "fout":
            print(f"fout: {melding}")
        elif not keuze.alleen_fouten:
            print(f"let op: {melding}")
    print(f"{len(fouten)} fouten, {len(meldingen) - len(fouten)} waarschuwingen")
    return 1 if fouten or (keuze.streng and meldingen) else 0


def _toon_fouten(fout: InhoudFout) -> int:
    for een in fout.fouten:
        print(f"fout: {een}")
    return 1


def _vandaag() -> date:
    return datetime.now(UTC).date()


if __name__ == "__main__":
    sys.exit(main())
