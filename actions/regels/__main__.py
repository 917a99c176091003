"""`python -m actions.regels`: compute a receipt anew, or show the versions that run.

The only file of the rules that reads files and speaks. Exit status of `herreken`: 0 the same outcomes, 1 other outcomes,
2 nothing could be computed (a file that cannot be read or was changed, amounts that are wrong).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from actions.regels.catalogus import REGELINGEN
from actions.regels.herreken import GROOTSTE, Bewijs, Herrekening, OngeldigBewijs, herreken, lees_bewijs
from actions.regels.lokaal.bouw import regelingen
from actions.regelversie import regelversie
from content.fouten import InhoudFout
from content.inhoud import Inhoud
from content.inhoudmap import inhoudmap
from content.lokaal.erven import Lokaal
from content.lokaal.versie import versie
from content.parameters import ParameterFout, Parameters, laad_parameters

_WAT_IS_MIS = {
    "te_groot": "Dit bestand is te groot. Het is geen bewijs van Rechtop.",
    "geen_json": "Dit bestand is geen bewijs van Rechtop, of het is niet heel: het is geen geldige JSON.",
    "geen_bewijs": "Dit bestand is geen bewijs van Rechtop.",
    "vorm_onbekend": "Dit bewijs heeft een vorm die dit programma niet kent. Gebruik een nieuwere versie van Rechtop.",
    "veld_ontbreekt": "Dit bewijs is niet heel: het veld '{waar}' ontbreekt.",
    "veld_verkeerd": "Dit bewijs is niet heel: het veld '{waar}' klopt niet.",
    "hash_klopt_niet": "Dit bewijs is veranderd nadat het is gemaakt: de hash past niet bij de inhoud.",
    "feiten_onleesbaar": "De regels van nu kunnen deze antwoorden niet meer lezen: {waar}.",
}
_VERSIES = {
    "parameters": "de bedragen",
    "regels": "de regels",
    "gemeenteregels": "de regelingen van de gemeente",
}


def main(argumenten: list[str] | None = None) -> int:
    keuze = _argumenten().parse_args(argumenten)
    try:
        parameters = laad_parameters(keuze.parameters)
    except (ParameterFout, OSError) as fout:
        return _mislukt(f"De bedragen in {keuze.parameters} zijn niet te lezen: {fout}")
    if keuze.doe == "versie":
        print(f"bedragen: {parameters.versie}")
        print(f"regels: {regelversie()}")
        return 0
    try:
        bewijs = lees_bewijs(_lees(keuze.bestand))
        lokaal = _lokaal(keuze.parameters.parent, parameters, bewijs.gemeente)
        uitslag = herreken(
            bewijs,
            parameters,
            regelversie(),
            REGELINGEN if lokaal is None else {**REGELINGEN, **regelingen(lokaal)},
            None if lokaal is None else versie(lokaal),
        )
    except InhoudFout as fout:
        return _mislukt(f"De regelingen van gemeenten zijn niet te lezen: {fout}")
    except OSError as fout:
        return _mislukt(f"Het bestand {keuze.bestand} is niet te lezen: {fout.strerror}.")
    except OngeldigBewijs as fout:
        return _mislukt(_WAT_IS_MIS[fout.code].format(waar=fout.waar))
    _meld(bewijs, uitslag)
    return 0 if uitslag.hetzelfde else 1


def _lokaal(map_: Path, parameters: Parameters, gemeente: str | None) -> Lokaal | None:
    """What this gemeente has now; None when there is no gemeente, or no file of it (any more)."""
    return Inhoud(map_, parameters).lokaal(gemeente) if gemeente and (map_ / "gemeenten").is_dir() else None


def _argumenten() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m actions.regels", description="Controleer een bewijs, of toon de versies."
    )
    delen = parser.add_subparsers(dest="doe", required=True)
    opnieuw = delen.add_parser("herreken", help="reken een bewijs opnieuw uit met de regels van nu")
    opnieuw.add_argument("bestand", type=Path, help="het bestand dat de bewoner heeft bewaard")
    for deel in (opnieuw, delen.add_parser("versie", help="toon de versie van de bedragen en van de regels")):
        deel.add_argument(
            "--parameters",
            type=Path,
            default=inhoudmap(os.environ) / "parameters",
            help="de map met bedragen",
        )
    return parser


def _lees(pad: Path) -> str:
    """The text of the file, and no more of it than a receipt can have."""
    with pad.open("rb") as bestand:
        inhoud = bestand.read(4 * GROOTSTE)
    try:
        return inhoud.decode("utf-8")
    except UnicodeDecodeError:
        raise OngeldigBewijs("geen_json") from None


def _meld(bewijs: Bewijs, uitslag: Herrekening) -> None:
    dag, moment = bewijs.opgave.peildatum, bewijs.moment
    _zeg(f"Bewijs van {moment:%d-%m-%Y %H:%M}, berekend voor {dag:%d-%m-%Y}. De hash klopt.")
    if uitslag.hetzelfde:
        _zeg("Hetzelfde: alle uitkomsten zijn gelijk.")
    else:
        aantal = len({verschil.regeling for verschil in uitslag.uitkomsten})
        _zeg(f"Anders. Veranderd: {aantal} van de {len(bewijs.uitkomsten)} uitkomsten.")
    anders = {verschil.veld: verschil for verschil in uitslag.versies}
    for veld, naam in _VERSIES.items():
        if veld == "gemeenteregels" and bewijs.gemeenteregels is None:
            continue
        if veld in anders:
            _zeg(f"De versie van {naam} ({veld}) was {anders[veld].oud} en is nu {anders[veld].nieuw}.")
        else:
            _zeg(f"De versie van {naam} ({veld}) is gelijk.")
    vorige = None
    for verschil in uitslag.uitkomsten:
        if verschil.regeling != vorige:
            _zeg(f"{verschil.regeling}:")
            vorige = verschil.regeling
        _zeg(f"  {verschil.veld}: was {_waarde(verschil.oud)}, is nu {_waarde(verschil.nieuw)}")


def _waarde(waarde: object) -> str:
    return "leeg" if waarde is None else json.dumps(waarde, ensure_ascii=False)


def _mislukt(zin: str) -> int:
    for regel in zin.splitlines():
        _zeg(regel, naar_fout=True)
    return 2


def _zeg(zin: str, *, naar_fout: bool = False) -> None:
    """A line. The file may come from anybody: nothing in it may steer the terminal."""
    veilig = "".join(teken if teken.isprintable() else "?" for teken in zin)
    print(veilig, file=sys.stderr if naar_fout else sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
