"""The form of a topic as a browser sends it, and the buttons in it that change its shape.

Fields of the follow-up tree are named by their place: `v.vraag`, the second choice under it `v.2.label` and `v.2.antwoord`, and
what is asked after that choice `v.2.v.vraag`. What a form does not send stays as it was: what was not on screen is never lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from web.getal import getal
from web.redactie.schrijven.faqvorm import Bron, Faqvorm, Keuze, Vervolg

MEESTE_KEUZES = 3
DIEPST = 3
"""So many questions after each other; a resident who is tired answers no more."""
_KIESBAAR = ("regeling", "stap", "gebeurtenis")
Velden = Mapping[str, list[str]]


def lees(velden: Velden, eerder: Faqvorm) -> Faqvorm:
    """What the form says, over what it said before."""
    anders: dict[str, Any] = {}
    for naam in ("titel", "eigenaar", "nagekeken"):
        if naam in velden:
            anders[naam] = " ".join(_tekst(velden, naam).split())
    for naam in _KIESBAAR:
        if naam in velden:
            anders[naam] = _tekst(velden, naam).strip() or None
    if "antwoord" in velden:
        anders["antwoord"] = _tekst(velden, "antwoord").strip()
    if "zinnen" in velden:
        anders["voorbeelden"] = _zinnen(_tekst(velden, "zinnen"))
    if "bron_naam" in velden:
        paren = zip(velden["bron_naam"], velden.get("bron_url", ()), strict=False)
        bronnen = (Bron(naam.strip(), url.strip()) for naam, url in paren)
        anders["bronnen"] = tuple(bron for bron in bronnen if bron.naam or bron.url)
    if "v.vraag" in velden:
        anders["vervolg"] = _boom(velden, "v")
    return _zelfde(eerder, replace(eerder, **anders))


def _tekst(velden: Velden, naam: str) -> str:
    """A browser ends lines in its own way."""
    return "\n".join(regel.rstrip() for regel in velden[naam][-1].splitlines())


def _zinnen(tekst: str) -> tuple[str, ...]:
    return tuple(zin for regel in tekst.splitlines() if (zin := " ".join(regel.split())))


def _boom(velden: Velden, plek: str) -> Vervolg:
    keuzes: list[Keuze] = []
    while f"{plek}.{len(keuzes) + 1}.label" in velden:
        hier = f"{plek}.{len(keuzes) + 1}"
        keuzes.append(
            Keuze(
                " ".join(_tekst(velden, f"{hier}.label").split()),
                _tekst(velden, f"{hier}.antwoord").strip() if f"{hier}.antwoord" in velden else "",
                _boom(velden, f"{hier}.v") if f"{hier}.v.vraag" in velden else None,
            )
        )
    return Vervolg(_tekst(velden, f"{plek}.vraag").strip(), tuple(keuzes))


def _zelfde(eerder: Faqvorm, nu: Faqvorm) -> Faqvorm:
    """Without what only a browser changed: spaces at the end of a line that its field did not show."""
    gelijk = {
        naam: getattr(eerder, naam)
        for naam in Faqvorm.__dataclass_fields__
        if _plat(getattr(eerder, naam)) == _plat(getattr(nu, naam))
    }
    return replace(nu, **gelijk)


def _plat(waarde: object) -> object:
    if isinstance(waarde, str):
        return "\n".join(regel.rstrip() for regel in waarde.splitlines()).strip()
    if isinstance(waarde, tuple):
        return tuple(_plat(deel) for deel in waarde)
    if isinstance(waarde, Vervolg | Keuze | Bron):
        return tuple(_plat(getattr(waarde, naam)) for naam in waarde.__dataclass_fields__)
    return waarde


# --- buttons ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gedaan:
    vorm: Faqvorm
    plek: str
    """Where on the page the eye goes on."""
    weg: str = ""
    """The tree as it was, for "put it back"; only when something was taken away."""


def doe(vorm: Faqvorm, knop: str, terug: str = "") -> Gedaan:
    """What a button with this value makes of the form. A button of a page that is out of date changes nothing."""
    daad, _, plek = knop.partition(":")
    if daad == "zin-weg":
        over = tuple(zin for i, zin in enumerate(vorm.voorbeelden, start=1) if i != getal(plek))
        return Gedaan(replace(vorm, voorbeelden=over), "zinnen")
    if daad == "zet-terug":
        eerder = uit_json(terug)
        return Gedaan(replace(vorm, vervolg=eerder) if eerder else vorm, "vervolg")
    try:
        nrs = tuple(int(deel) for deel in plek.split(".") if deel != "v")
    except ValueError:
        return Gedaan(vorm, "")
    anders = _VERVOLG.get(daad)
    if anders is not None:
        nieuw = _op(vorm.vervolg, nrs, anders)
        return Gedaan(replace(vorm, vervolg=nieuw), _hier(plek, nieuw), _weg(daad, vorm))
    beweeg = _KEUZES.get(daad)
    if beweeg is None or not nrs:
        return Gedaan(vorm, "")
    nieuw = _op(vorm.vervolg, nrs[:-1], lambda v: v and _met(v, beweeg(v.keuzes, nrs[-1] - 1)))
    # Somebody who moves a choice goes on with that choice.
    stap = {"keuze-omhoog": -1, "keuze-omlaag": 1}.get(daad)
    boven = plek.rpartition(".")[0]
    verder = boven if stap is None or nieuw == vorm.vervolg else f"{boven}.{nrs[-1] + stap}"
    return Gedaan(replace(vorm, vervolg=nieuw), _hier(verder, nieuw), _weg(daad, vorm))


def nagekeken(vorm: Faqvorm, vandaag: date) -> Gedaan:
    return Gedaan(replace(vorm, nagekeken=vandaag.isoformat()), "nagekeken")


def als_json(vervolg: Vervolg | None) -> str:
    return "" if vervolg is None else json.dumps(asdict(vervolg), ensure_ascii=False)


def uit_json(tekst: str) -> Vervolg | None:
    """None: it is not what we wrote."""
    try:
        return _vervolg(json.loads(tekst))
    except (ValueError, KeyError, TypeError):
        return None


def _vervolg(ruw: Any) -> Vervolg | None:
    if ruw is None:
        return None
    keuzes = (Keuze(str(k["label"]), str(k["antwoord"]), _vervolg(k["vervolg"])) for k in ruw["keuzes"])
    return Vervolg(str(ruw["vraag"]), tuple(keuzes))


def _weg(daad: str, vorm: Faqvorm) -> str:
    return als_json(vorm.vervolg) if daad.endswith("-weg") else ""


def _hier(plek: str, vervolg: Vervolg | None) -> str:
    return plek if vervolg is not None and plek else "vervolg"


def _op(
    vervolg: Vervolg | None, nrs: Sequence[int], anders: Callable[[Vervolg | None], Vervolg | None]
) -> Vervolg | None:
    """The tree with the question after these choices made into another."""
    if not nrs:
        return anders(vervolg)
    nr = nrs[0] - 1
    if vervolg is None or not 0 <= nr < len(vervolg.keuzes):
        return vervolg
    keuze = vervolg.keuzes[nr]
    nieuw = replace(keuze, vervolg=_op(keuze.vervolg, nrs[1:], anders))
    return _met(vervolg, (*vervolg.keuzes[:nr], nieuw, *vervolg.keuzes[nr + 1 :]))


def _met(vervolg: Vervolg, keuzes: tuple[Keuze, ...]) -> Vervolg:
    return replace(vervolg, keuzes=keuzes)


_VERVOLG: dict[str, Callable[[Vervolg | None], Vervolg | None]] = {
    "vervolg-erbij": lambda v: v or Vervolg("", (Keuze(), Keuze())),
    "vervolg-weg": lambda _: None,
    "keuze-erbij": lambda v: v and _met(v, (*v.keuzes, Keuze())),
}


def _zonder(keuzes: tuple[Keuze, ...], nr: int) -> tuple[Keuze, ...]:
    return tuple(keuze for i, keuze in enumerate(keuzes) if i != nr)


def _wissel(keuzes: tuple[Keuze, ...], een: int, ander: int) -> tuple[Keuze, ...]:
    if not (0 <= een < len(keuzes) and 0 <= ander < len(keuzes)):
        return keuzes
    rij = list(keuzes)
    rij[een], rij[ander] = rij[ander], rij[een]
    return tuple(rij)


_KEUZES: dict[str, Callable[[tuple[Keuze, ...], int], tuple[Keuze, ...]]] = {
    "keuze-weg": _zonder,
    "keuze-omhoog": lambda keuzes, nr: _wissel(keuzes, nr, nr - 1),
    "keuze-omlaag": lambda keuzes, nr: _wissel(keuzes, nr, nr + 1),
}
