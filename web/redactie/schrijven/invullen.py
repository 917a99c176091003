"""What an answer fills in by itself (`{{ … }}`): what stands there now, and which amounts may be used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from content.fouten import InhoudFout
from content.inhoud import Inhoud
from content.parameterbestand import ParameterFout, lees_bestanden
from content.parameters import Parameters
from web.redactie.schrijven.faqvorm import Faqvorm, Vervolg

_STUK = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ZET = re.compile(r"\{%-?\s*set\s.*?%\}", re.DOTALL)
_NAAM = re.compile(r"""(?:bedrag|jaar_van)\(\s*["']([a-z0-9-]+\.[a-z0-9_]+)["']""")
_VORM = {"jaartal": "jaartal", "maand_en_dag": "dag"}
MEESTE = 40
"""So many amounts at once; who looks for another one types a word of it."""


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """One `{{ … }}` of a text. `nu`: what a resident reads there today; None: it differs from line to line, or it is wrong."""

    code: str
    nu: str | None
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Keus:
    """An amount that may be used. `code` goes into the text."""

    code: str
    uitleg: str
    nu: str
    regeling: str


def in_gebruik(
    inhoud: Inhoud, map_: Path, vorm: Faqvorm, gemeente: str, vandaag: date
) -> tuple[Ingevuld, ...]:
    """Everything that is filled in, in the order of the text; each once."""
    uitleg = _uitleg(map_ / "parameters")
    uit: dict[str, Ingevuld] = {}
    for tekst in (vorm.titel, vorm.antwoord, *_teksten(vorm.vervolg)):
        # A name that the text gives to an amount ("{% set grens = … %}") is known from there on.
        zet = "".join(gevonden[0] for gevonden in _ZET.finditer(tekst))
        for stuk in _STUK.finditer(tekst):
            code = stuk[0]
            namen = _NAAM.findall(code) or _NAAM.findall(_met_naam(code, zet))
            if code not in uit:
                nu = _render(inhoud, zet + code, gemeente, vandaag)
                uit[code] = Ingevuld(code, nu, uitleg.get(namen[0], "") if namen else "")
    return tuple(uit.values())


def keuzes(
    inhoud: Inhoud, map_: Path, parameters: Parameters, zoek: str, regeling: str | None, vandaag: date
) -> tuple[Keus, ...]:
    """Amounts in which each of these words occurs; without words those of this scheme."""
    woorden = zoek.lower().split()
    titels = {id_: een.titel for id_, een in inhoud.uitkomsten().items()}
    uit = []
    for naam, uitleg in _uitleg(map_ / "parameters").items():
        groep, _, deel = naam.partition(".")
        waarde = parameters.waarde(groep, deel, vandaag)
        if waarde is None or (not woorden and groep != regeling):
            continue
        # Names of amounts are of use too: somebody may know them.
        in_ = f"{naam} {uitleg} {titels.get(groep, groep)}".lower()
        if not all(woord in in_ for woord in woorden):
            continue
        code = f'{{{{ bedrag("{naam}") | {_vorm(waarde.eenheid)} }}}}'
        nu = _render(inhoud, code, "", vandaag)
        if nu is not None:
            uit.append(Keus(code, uitleg, nu, groep))
    return tuple(uit[:MEESTE])


def _vorm(eenheid: str) -> str:
    return _VORM.get(eenheid, "euro" if eenheid.split("_per_")[0] == "euro" else "getal")


def _met_naam(code: str, zet: str) -> str:
    """The amount that a name in this code stands for."""
    for naam, bedrag in re.findall(r"""set\s+(\w+)\s*=\s*["']([^"']+)["']""", zet):
        if re.search(rf"\(\s*{naam}\s*\)", code):
            return f'bedrag("{bedrag}")'
    return ""


def _render(inhoud: Inhoud, code: str, gemeente: str, vandaag: date) -> str | None:
    try:
        return inhoud.render(code, datum=vandaag, gemeente=inhoud.gemeente(gemeente)) or None
    except InhoudFout:
        return None


def _teksten(vervolg: Vervolg | None) -> Iterator[str]:
    if vervolg is None:
        return
    yield vervolg.vraag
    for keuze in vervolg.keuzes:
        yield keuze.antwoord
        yield from _teksten(keuze.vervolg)


@lru_cache(maxsize=1)
def _uitleg(map_: Path) -> dict[str, str]:
    """Amount → what it is, as its file says. Kept: amounts come with a release."""
    try:
        bestanden, _ = lees_bestanden(map_)
    except ParameterFout:
        return {}
    return {
        f"{een.regeling}.{naam}": waarde.uitleg for een in bestanden for naam, waarde in een.waarden.items()
    }
