"""Where every number a resident reads comes from: `python -m content bedragen [woord]`.

An amount, percentage, term or year is filled in from `content/parameters`, with its article and source; a telephone number or
opening hour from the file of a gemeente. What is typed all the same stands in `taal/vast.yml` with the reason, or is an age or a
count. Nothing else can be there: the check refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import nodes

from content import uitspraken
from content.inhoud import Inhoud
from content.opmaak import Opmaker, getal
from content.parameters import Waarde, laad_parameters
from content.taal.lijsten import lijsten
from content.taal.ontleden import kaal
from content.taal.regels import veranderlijk
from content.taal.sjablonen import BLANCO, versies
from content.uitspraken import Uitspraak

GEWOON = "leeftijd of aantal"
"""What is typed and does not change."""
_CIJFERS = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Getal:
    """One number in one text. `naam`: the parameter, or "" for what is typed; then `reden` says why it may be."""

    bestand: str
    veld: str
    tekst: str
    naam: str
    reden: str

    def __str__(self) -> str:
        return f"{self.bestand}:{self.veld}: {self.tekst} = {self.naam or 'getypt'} ({self.reden})"


def alle(inhoud: Inhoud, opmaker: Opmaker, op: date) -> Iterator[Getal]:
    """Every number in the texts that all gemeenten share, and in answers of one gemeente, as it is read on a day."""
    for u in uitspraken.alle(inhoud):
        if u.bestand.startswith(("gemeenten/", "regios/")):
            continue  # all of it is from such a file, with its source and date beside it
        for naam in namen(u, opmaker):
            w = opmaker.waarde(naam, op)
            yield Getal(u.bestand, u.veld, getal(w.waarde), naam, _herkomst(w))
        if u.soort != "voorbeeld":
            yield from _getypt(u)


def namen(u: Uitspraak, opmaker: Opmaker) -> Iterator[str]:
    """The parameters a text names, each once."""
    if "bedrag" not in u.tekst:
        return
    boom = opmaker.ontleed(u.tekst)
    gezet = {
        k.target.name: k.node.value
        for k in boom.find_all(nodes.Assign)
        if isinstance(k.target, nodes.Name) and isinstance(k.node, nodes.Const)
    }
    gevonden: dict[str, None] = {}
    for oproep in boom.find_all(nodes.Call):
        if isinstance(oproep.node, nodes.Name) and oproep.node.name == "bedrag" and oproep.args:
            eerste = oproep.args[0]
            naam = eerste.value if isinstance(eerste, nodes.Const) else gezet.get(getattr(eerste, "name", ""))
            if isinstance(naam, str):
                gevonden[naam] = None
    yield from gevonden


def _herkomst(w: Waarde) -> str:
    return f"{w.eenheid}; {w.artikel}; {', '.join(w.bronnen)}; {w.zekerheid}"


def _getypt(u: Uitspraak) -> Iterator[Getal]:
    vast = lijsten().vast
    gezien: set[str] = set()
    for versie in versies(u.tekst):
        over = kaal(versie)
        for treffer in sorted(veranderlijk(over), key=len, reverse=True):
            gezien.add(treffer)
            over = over.replace(treffer, BLANCO)
        gezien |= {m[0] for m in _CIJFERS.finditer(over)}
    for tekst in sorted(gezien):
        yield Getal(u.bestand, u.veld, tekst, "", vast.get(tekst.lower(), GEWOON))


def toon(map_: Path, op: date, woord: str = "") -> Iterator[str]:
    """The report, one line per number; with a word only the lines that hold it."""
    parameters = laad_parameters(map_ / "parameters")
    regels = [str(g) for g in alle(Inhoud(map_, parameters), Opmaker(parameters), op)]
    gevonden = [regel for regel in regels if woord.lower() in regel.lower()]
    yield from gevonden
    getypt = sum(" = getypt (" in regel for regel in gevonden)
    yield f"{len(gevonden)} getallen: {len(gevonden) - getypt} uit content/parameters, {getypt} getypt"
