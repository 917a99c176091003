"""A topic as a form, and back into its file.

Only what the editor changed is written anew: comments, quotes and the order of the file stay, so that a difference shows what was
really changed, and a file can be edited in a text editor just as well.
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import yaml

from content.bestanden import ontleed
from content.fouten import InhoudFout
from web.redactie.yamltekst import schrijver, splits, voeg_samen

_BREED = 100
"""A longer text gets lines of its own below its name."""


@dataclass(frozen=True, slots=True)
class Keuze:
    label: str = ""
    antwoord: str = ""
    vervolg: Vervolg | None = None


@dataclass(frozen=True, slots=True)
class Vervolg:
    """A question under an answer."""

    vraag: str = ""
    keuzes: tuple[Keuze, ...] = ()


@dataclass(frozen=True, slots=True)
class Bron:
    naam: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Faqvorm:
    """What the screen shows. It may be wrong in any way: whether it may be published is for `keuren.py`."""

    titel: str = ""
    eigenaar: str = ""
    nagekeken: str = ""
    bronnen: tuple[Bron, ...] = ()
    regeling: str | None = None
    stap: str | None = None
    gebeurtenis: str | None = None
    vervolg: Vervolg | None = None
    voorbeelden: tuple[str, ...] = ()
    antwoord: str = ""


class Onleesbaar(Exception):
    """No form can be made of this file: it is edited as it is. The message says why."""


def lees(tekst: str) -> Faqvorm:
    """Raises Onleesbaar."""
    try:
        ruw = ontleed(tekst, Path("x.md"), "")
    except InhoudFout as fout:
        raise Onleesbaar(str(fout)) from fout
    vreemd = set(ruw) - {veld.name for veld in fields(Faqvorm)}
    if vreemd:
        raise Onleesbaar(", ".join(sorted(map(str, vreemd))))
    try:
        return Faqvorm(
            titel=_woord(ruw.get("titel")),
            eigenaar=_woord(ruw.get("eigenaar")),
            nagekeken=_woord(ruw.get("nagekeken")),
            bronnen=tuple(
                Bron(_woord(b.get("naam")), _woord(b.get("url"))) for b in ruw.get("bronnen") or ()
            ),
            regeling=_misschien(ruw.get("regeling")),
            stap=_misschien(ruw.get("stap")),
            gebeurtenis=_misschien(ruw.get("gebeurtenis")),
            vervolg=_vervolg(ruw.get("vervolg")),
            voorbeelden=tuple(_woord(zin) for zin in ruw.get("voorbeelden") or ()),
            antwoord=_woord(ruw.get("antwoord")),
        )
    except (AttributeError, TypeError) as fout:
        raise Onleesbaar(str(fout)) from fout


def voor_gemeente(vorm: Faqvorm) -> Faqvorm:
    """The own answer of a gemeente as it begins: the sentences people say it with are the same everywhere."""
    return replace(vorm, voorbeelden=())


def schrijf(oud: str, vorm: Faqvorm) -> str:
    """The file `oud` with what the form says; "" makes a new one. Raises Onleesbaar when no form could be made of `oud`."""
    eerder = lees(oud) if oud else Faqvorm()
    boven, onder = splits(oud) if oud else ("", "")
    velden = schrijver().load(boven) if oud else schrijver().map()
    for naam in ("titel", "eigenaar"):
        if not oud or getattr(vorm, naam) != getattr(eerder, naam):
            velden[naam] = _tekst(getattr(vorm, naam))
    if not oud or vorm.nagekeken != eerder.nagekeken:
        velden["nagekeken"] = _dag(vorm.nagekeken)
    if not oud or vorm.bronnen != eerder.bronnen:
        velden["bronnen"] = [{"naam": _tekst(bron.naam), "url": _tekst(bron.url)} for bron in vorm.bronnen]
    for naam in ("regeling", "stap", "gebeurtenis"):
        if getattr(vorm, naam) != getattr(eerder, naam):
            waarde = getattr(vorm, naam)
            _zet(velden, naam, None if waarde is None else _tekst(waarde))
    if vorm.vervolg != eerder.vervolg:
        _zet(velden, "vervolg", None if vorm.vervolg is None else _boom(velden.get("vervolg"), vorm.vervolg))
    if vorm.voorbeelden != eerder.voorbeelden:
        _zet_zinnen(velden, vorm.voorbeelden)
    romp = onder if oud and vorm.antwoord == eerder.antwoord else vorm.antwoord.strip() + "\n"
    return voeg_samen(velden, romp)


def _woord(ruw: object) -> str:
    return "" if ruw is None else str(ruw)


def _misschien(ruw: object) -> str | None:
    return str(ruw) if ruw else None


def _vervolg(ruw: Any) -> Vervolg | None:
    if ruw is None:
        return None
    keuzes = tuple(
        Keuze(_woord(k.get("label")), _woord(k.get("antwoord")).strip(), _vervolg(k.get("vervolg")))
        for k in ruw.get("keuzes") or ()
    )
    return Vervolg(_woord(ruw.get("vraag")), keuzes)


def _tekst(waarde: str) -> str:
    """As it is to stand in the file: read back by the reader of content it must be the same."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    netjes = all(regel == regel.rstrip() and regel.isprintable() for regel in waarde.split("\n"))
    if netjes and _is_kaal(waarde):
        return waarde
    # A block begins with a letter and has no spaces that nobody sees; else it would be read as something else.
    if netjes and waarde.strip() == waarde and ("\n" in waarde or len(waarde) > _BREED):
        return cast(str, LiteralScalarString(waarde))
    return cast(str, DoubleQuotedScalarString(waarde))


def _is_kaal(waarde: str) -> bool:
    """Short, and needs no quotes: "ja" is a word and "yes" a truth value, for the older YAML that content is read with."""
    if "\n" in waarde or len(waarde) > _BREED:
        return False
    try:
        gelezen = yaml.safe_load(waarde)
    except (yaml.YAMLError, ValueError):
        return False
    return isinstance(gelezen, str) and gelezen == waarde


def _dag(getypt: str) -> object:
    try:
        return date.fromisoformat(getypt)
    except ValueError:
        return _tekst(getypt)


def _zet(velden: Any, naam: str, waarde: object | None) -> None:
    """A field that may be absent; a new one above the example sentences, which are long."""
    if waarde is None:
        velden.pop(naam, None)
    elif naam in velden or "voorbeelden" not in velden:
        velden[naam] = waarde
    else:
        velden.insert(list(velden).index("voorbeelden"), naam, waarde)


def _zet_zinnen(velden: Any, zinnen: Sequence[str]) -> None:
    """Line by line, so that what stands beside a sentence that stays, stays."""
    if not zinnen or not velden.get("voorbeelden"):
        _zet(velden, "voorbeelden", [_tekst(zin) for zin in zinnen] or None)
        return
    rij = velden["voorbeelden"]
    for nr in range(len(rij) - 1, -1, -1):
        if str(rij[nr]) not in zinnen:
            del rij[nr]
    for nr, zin in enumerate(zinnen):
        if nr >= len(rij) or str(rij[nr]) != zin:
            rij.insert(nr, _tekst(zin))
    del rij[len(zinnen) :]


def _boom(oud: Any, vervolg: Vervolg) -> MutableMapping[str, Any]:
    """The tree, with what did not change as it stood."""
    uit: MutableMapping[str, Any] = oud if isinstance(oud, MutableMapping) else {}
    _zet_tekst(uit, "vraag", vervolg.vraag)
    eerder = list(uit.get("keuzes") or ())
    per_label = {str(keuze.get("label")): keuze for keuze in eerder}
    keuzes = []
    for nr, keuze in enumerate(vervolg.keuzes):
        rij = per_label.pop(keuze.label, None)
        if (
            rij is None
            and nr < len(eerder)
            and str(eerder[nr].get("label")) not in {k.label for k in vervolg.keuzes}
        ):
            rij = eerder[nr]
        rij = {} if rij is None else rij
        _zet_tekst(rij, "label", keuze.label)
        _zet_tekst(rij, "antwoord", keuze.antwoord)
        if keuze.vervolg is None:
            rij.pop("vervolg", None)
        else:
            rij["vervolg"] = _boom(rij.get("vervolg"), keuze.vervolg)
        keuzes.append(rij)
    uit["keuzes"] = keuzes
    return uit


def _zet_tekst(velden: MutableMapping[str, Any], naam: str, waarde: str) -> None:
    if naam not in velden or str(velden[naam]).strip() != waarde.strip():
        velden[naam] = _tekst(waarde)
