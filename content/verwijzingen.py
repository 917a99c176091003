"""Do code and content still know each other?

Code is read as text (its syntax tree), never imported: imports run the other way.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinja2 import TemplateError, nodes

from content.fouten import Fout, InhoudFout
from content.inhoud import GEMEENSCHAPPELIJK, Inhoud
from content.opmaak import Opmaker
from content.schema import Gedeeld
from content.uitspraken import Uitspraak

_CODE_IN = {"Voorwaarde": "redenen", "Reden": "redenen of let_op", "Stap": "stappen"}
"""Class of the rules → where the text for its first argument stands."""
_GROEPEN = {"redenen": ("redenen",), "redenen of let_op": ("redenen", "let_op"), "stappen": ("stappen",)}


@dataclass(slots=True)
class Broncode:
    """What the code says about content. Places are "actions/…/file.py:line"."""

    woorden: set[str] = field(default_factory=set)
    """Every text constant."""
    script: set[str] = field(default_factory=set)
    """Every word in the widget's scripts: they get a whole group and use it by name."""
    voorvoegsels: set[str] = field(default_factory=set)
    """Beginnings of texts that are put together: "fouten." of f"fouten.{naam}"."""
    teksten: list[tuple[str, str]] = field(default_factory=list)
    """(text id, place) of each `tekst("…")`."""
    codes: list[tuple[str, str, str]] = field(default_factory=list)
    """(where its text stands, code, place)."""
    regelingen: tuple[str, ...] = ()
    feiten: set[str] = field(default_factory=set)


def lees_code(wortel: Path, mappen: Iterable[str] = ("actions", "web")) -> Broncode:
    """All Python below the folders. A file that is being edited and does not parse is skipped: ruff tells that."""
    code = Broncode()
    for map_ in mappen:
        for pad in sorted((wortel / map_).rglob("*.py")):
            try:
                boom = ast.parse(pad.read_text(encoding="utf-8"))
            except SyntaxError:
                continue
            _lees(boom, pad.relative_to(wortel).as_posix(), code)
        for pad in sorted((wortel / map_).rglob("*.js")):
            code.script.update(re.findall(r"\w+", pad.read_text(encoding="utf-8")))
    return code


def _lees(boom: ast.Module, naam: str, code: Broncode) -> None:
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
            code.woorden.add(knoop.value)
            if naam == "actions/regels/feiten.py":
                code.feiten.add(knoop.value)
        elif isinstance(knoop, ast.JoinedStr) and knoop.values and isinstance(knoop.values[0], ast.Constant):
            code.voorvoegsels.add(str(knoop.values[0].value))
        elif isinstance(knoop, ast.Call) and knoop.args and isinstance(knoop.args[0], ast.Constant):
            _aanroep(knoop, str(knoop.args[0].value), f"{naam}:{knoop.lineno}", code)
        elif isinstance(knoop, ast.keyword) and knoop.arg == "let_op":
            for woord in ast.walk(knoop.value):
                if isinstance(woord, ast.Constant) and isinstance(woord.value, str):
                    code.codes.append(("redenen of let_op", woord.value, f"{naam}:{woord.lineno}"))
    if naam == "actions/regels/ids.py":
        tuples = (k for k in ast.walk(boom) if isinstance(k, ast.Tuple))
        code.regelingen = tuple(str(ast.literal_eval(deel)) for t in tuples for deel in t.elts)


def _aanroep(knoop: ast.Call, eerste: str, plek: str, code: Broncode) -> None:
    doel = knoop.func
    functie = doel.attr if isinstance(doel, ast.Attribute) else doel.id if isinstance(doel, ast.Name) else ""
    if functie in ("tekst", "_tekst"):
        code.teksten.append((eerste, plek))
    elif functie in _CODE_IN and plek.startswith("actions/regels/"):
        code.codes.append((_CODE_IN[functie], eerste, plek))


def dood(inhoud: Inhoud, code: Broncode) -> Iterator[Fout]:
    """References to something that is not there: a resident would miss a text."""
    teksten = inhoud.teksten()
    for id, plek in code.teksten:
        if "." in id and id not in teksten:
            yield Fout(plek, "", f"de tekst '{id}' staat niet in content/teksten")
    uitkomsten = inhoud.uitkomsten()
    for waar, sleutel, plek in code.codes:
        for regeling in _regelingen_bij(plek, code, uitkomsten):
            tekst = uitkomsten[regeling]
            if not any(sleutel in getattr(tekst, groep) for groep in _GROEPEN[waar]):
                yield Fout(f"uitkomsten/{regeling}.yml", waar, f"er is geen tekst voor '{sleutel}' ({plek})")
    for id in inhoud.vragen():
        if code.feiten and not id.startswith("groep:") and id.partition(".")[0] not in code.feiten:
            yield Fout(f"vragen/{id}.yml", "", "dit feit bestaat niet in actions/regels/feiten.py")
    for id, eigen in (*inhoud.uitkomsten_eigen().items(), (GEMEENSCHAPPELIJK, inhoud.gedeeld())):
        for feit in eigen.voorwaarden:
            if code.feiten and feit not in code.feiten:
                yield Fout(f"uitkomsten/{id}.yml", f"voorwaarden.{feit}", "dit feit bestaat niet")
    if code.regelingen:
        for id in uitkomsten:
            if id not in code.regelingen and ":" not in id:
                yield Fout(f"uitkomsten/{id}.yml", "", "deze regeling bestaat niet")
        for faq in inhoud.faqs().values():
            if faq.regeling and faq.regeling not in code.regelingen:
                yield Fout(f"faq/{faq.id}.md", "regeling", f"de regeling '{faq.regeling}' bestaat niet")
    for woord in sorted(code.woorden):
        soort, _, id = woord.partition(":")
        if soort == "faq" and id and " " not in id and id not in inhoud.faqs():
            yield Fout("faq", "", f"de code verwijst naar '{woord}', maar dat bestand is er niet")


def _regelingen_bij(plek: str, code: Broncode, uitkomsten: Iterable[str]) -> list[str]:
    """The schemes that can say a code: those of the module's name, or every scheme that is built."""
    gebouwd = [r for r in uitkomsten if r in code.regelingen and f"{r.replace('-', '_')}" in _modulen(code)]
    module = plek.rpartition("/")[2].partition(".py")[0].replace("_", "-")
    eigen = [r for r in gebouwd if module.startswith(r)]
    return eigen or gebouwd


def _modulen(code: Broncode) -> set[str]:
    return {plek.rpartition("/")[2].partition(".py")[0] for _, _, plek in code.codes if "/toeslagen/" in plek}


def ongebruikt(inhoud: Inhoud, code: Broncode) -> Iterator[Fout]:
    """Texts that nothing seems to use."""
    for id in inhoud.teksten():
        groep, _, naam = id.partition(".")
        samengesteld = any(len(v) > 1 and id.startswith(v) for v in code.voorvoegsels)
        if (
            id not in code.woorden
            and not samengesteld
            and not (groep in code.woorden and _in_script(naam, code))
        ):
            yield Fout(f"teksten/{id.partition('.')[0]}.yml", id, "deze tekst staat nergens in de code")
    gedeeld: Gedeeld
    for naam, gedeeld in (*inhoud.uitkomsten_eigen().items(), (GEMEENSCHAPPELIJK, inhoud.gedeeld())):
        for groep in ("redenen", "stappen", "let_op"):
            for sleutel in getattr(gedeeld, groep):
                if sleutel not in code.woorden:
                    yield Fout(
                        f"uitkomsten/{naam}.yml", f"{groep}.{sleutel}", "deze code staat nergens in de code"
                    )
    for id in code.regelingen:
        if id not in inhoud.uitkomsten():
            yield Fout(f"uitkomsten/{id}.yml", "", "voor deze regeling is er nog geen bestand")


def _in_script(naam: str, code: Broncode) -> bool:
    """By its whole name, or put together as in `bedrag_${ritme}`."""
    begin = (naam[: plek + 1] for plek, teken in enumerate(naam) if teken == "_")
    return naam in code.script or any(deel in code.script for deel in begin)


def bedragen(uitspraken: Iterable[Uitspraak], opmaker: Opmaker, vandaag: date) -> Iterator[Fout]:
    """Names of amounts in templates that do not exist or are not known today."""
    for u in uitspraken:
        if "bedrag" not in u.tekst and "jaar_van" not in u.tekst:
            continue
        boom = opmaker.ontleed(u.tekst)
        vast = {
            k.target.name: k.node.value
            for k in boom.find_all(nodes.Assign)
            if isinstance(k.target, nodes.Name) and isinstance(k.node, nodes.Const)
        }
        for oproep in boom.find_all(nodes.Call):
            doel = oproep.node
            if not isinstance(doel, nodes.Name) or doel.name not in ("bedrag", "jaar_van") or not oproep.args:
                continue
            eerste = oproep.args[0]
            naam = eerste.value if isinstance(eerste, nodes.Const) else vast.get(getattr(eerste, "name", ""))
            try:
                if isinstance(naam, str):
                    opmaker.waarde(naam, vandaag)
            except TemplateError as fout:
                yield Fout(u.bestand, u.veld, str(fout))


def antwoorden(inhoud: Inhoud, vandaag: date) -> Iterator[Fout]:
    """FAQ answers that cannot be rendered today, for nobody's gemeente and for each."""
    for id in inhoud.faqs():
        for gemeente in (None, *inhoud.gemeenten()):
            try:
                inhoud.faq_antwoord(id, gemeente, vandaag)
            except InhoudFout as fout:
                yield from fout.fouten
                break
