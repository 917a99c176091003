"""Reading a receipt back, and computing its outcomes anew with the rules and amounts of today.

No words: what is wrong with a file is a code (`OngeldigBewijs`), what changed is a path with the old and the new value.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from actions.regels.bewijs import SOORT, VORM, Json, canoniek, hash_van, uitkomst_als_json
from actions.regels.catalogus import REGELINGEN
from actions.regels.inlezen import OngeldigeFeiten
from actions.regels.opgave import Opgave, lees_schatting
from actions.regels.regeling import Regeling
from content.parameters import Parameters

GROOTSTE = 1_000_000
"""Characters a receipt may have; a real one has some tens of thousands."""
_DIEPSTE = 12
"""How deep a receipt may be nested; a real one goes six deep."""
_EERSTE_JAAR, _LAATSTE_JAAR = 2000, 2100
_HASH = re.compile(r"[0-9a-f]{64}")


class OngeldigBewijs(ValueError):
    """This is no receipt that can be computed anew. `code`: `te_groot`, `geen_json`, `geen_bewijs`, `vorm_onbekend`,
    `veld_ontbreekt`, `veld_verkeerd`, `hash_klopt_niet` or `feiten_onleesbaar`; `waar` names the field, if it is one."""

    def __init__(self, code: str, waar: str = "") -> None:
        self.code = code
        self.waar = waar
        super().__init__(f"{code} {waar}".strip())


@dataclass(frozen=True, slots=True)
class Bewijs:
    """A receipt that was read and whose hash is right."""

    opgave: Opgave
    uitkomsten: Mapping[str, Json]
    """Per scheme."""
    parameters: str
    regels: str
    moment: datetime
    gemeente: str | None
    """Slug."""
    gemeenteregels: str | None
    """None in a receipt without local schemes."""


@dataclass(frozen=True, slots=True)
class Verschil:
    """One thing that is not as it was. `regeling` is empty for the versions."""

    regeling: str
    veld: str
    oud: object
    nieuw: object


@dataclass(frozen=True, slots=True)
class Herrekening:
    versies: tuple[Verschil, ...]
    uitkomsten: tuple[Verschil, ...]

    @property
    def hetzelfde(self) -> bool:
        """Every outcome is what it was, whatever was changed in between."""
        return not self.uitkomsten


def herreken(
    bewijs: Bewijs,
    parameters: Parameters,
    regels: str,
    catalogus: Mapping[str, Regeling] = REGELINGEN,
    gemeenteregels: str | None = None,
) -> Herrekening:
    """The same sum again. `regels` and `gemeenteregels` are the versions of now; `catalogus` holds the schemes of the
    gemeente too.

    Raises OngeldigBewijs when the rules cannot read these facts any more.
    """
    try:
        uitslag = bewijs.opgave.reken(parameters, catalogus)
    except OngeldigeFeiten as fout:
        raise OngeldigBewijs("feiten_onleesbaar", ", ".join(f.veld for f in fout.fouten)) from None
    nu = {u.regeling: uitkomst_als_json(u) for u in uitslag.uitkomsten}
    versies = {
        "parameters": (bewijs.parameters, parameters.versie),
        "regels": (bewijs.regels, regels),
        # A receipt from before local schemes says nothing of them.
        "gemeenteregels": (bewijs.gemeenteregels, gemeenteregels if bewijs.gemeenteregels else None),
    }
    return Herrekening(
        tuple(Verschil("", wat, oud, nieuw) for wat, (oud, nieuw) in versies.items() if oud != nieuw),
        tuple(
            verschil
            for regeling in dict.fromkeys((*bewijs.uitkomsten, *nu))
            for verschil in _verschillen(regeling, bewijs.uitkomsten.get(regeling), nu.get(regeling))
        ),
    )


def lees_bewijs(tekst: str) -> Bewijs:
    """A receipt from its file. Raises OngeldigBewijs."""
    ruw = _json(tekst)
    if not isinstance(ruw, dict) or ruw.get("soort") != SOORT:
        raise OngeldigBewijs("geen_bewijs")
    lezer = _Lezer(ruw)
    if lezer.veld("vorm") != VORM or isinstance(ruw["vorm"], bool):
        raise OngeldigBewijs("vorm_onbekend")
    opgave = Opgave(
        feiten=lezer.object("feiten"),
        peildatum=lezer.dag("peildatum"),
        regelingen=lezer.namen("regelingen"),
        geschat=lezer.schattingen(),
        niet_scherper=frozenset(lezer.namen("niet_scherper")),
    )
    bewijs = Bewijs(
        opgave=opgave,
        uitkomsten=lezer.uitkomsten(),
        parameters=lezer.versie("parameters"),
        regels=lezer.versie("regels"),
        moment=lezer.moment("gemaakt_op"),
        gemeente=lezer.tekst("gemeente") if ruw.get("gemeente") is not None else None,
        gemeenteregels=lezer.versie("gemeenteregels") if "gemeenteregels" in ruw else None,
    )
    if tuple(bewijs.uitkomsten) != opgave.regelingen:
        raise OngeldigBewijs("veld_verkeerd", "uitkomsten")
    if lezer.hash() != hash_van(ruw):
        raise OngeldigBewijs("hash_klopt_niet")
    return bewijs


@dataclass(frozen=True, slots=True)
class _Lezer:
    """The fields of a receipt, each in its form."""

    ruw: Mapping[str, Any]

    def veld(self, naam: str) -> Any:
        if naam not in self.ruw:
            raise OngeldigBewijs("veld_ontbreekt", naam)
        return self.ruw[naam]

    def object(self, naam: str) -> Json:
        waarde = self.veld(naam)
        if not isinstance(waarde, dict):
            raise OngeldigBewijs("veld_verkeerd", naam)
        return waarde

    def tekst(self, naam: str) -> str:
        waarde = self.veld(naam)
        if not isinstance(waarde, str):
            raise OngeldigBewijs("veld_verkeerd", naam)
        return waarde

    def versie(self, naam: str) -> str:
        versie = self.object(naam).get("versie")
        if not isinstance(versie, str):
            raise OngeldigBewijs("veld_verkeerd", naam)
        return versie

    def namen(self, naam: str) -> tuple[str, ...]:
        """A list of names, each once."""
        waarde = self.veld(naam)
        if not isinstance(waarde, list) or not all(isinstance(deel, str) for deel in waarde):
            raise OngeldigBewijs("veld_verkeerd", naam)
        if len(set(waarde)) != len(waarde):
            raise OngeldigBewijs("veld_verkeerd", naam)
        return tuple(waarde)

    def schattingen(self) -> dict[str, dict[str, str]]:
        """How amounts were converted, each with the fields it can have."""
        waarde = self.object("geschat")
        for hoe in waarde.values():
            if not isinstance(hoe, dict) or not hoe.keys() <= {"uit", "laag", "hoog"}:
                raise OngeldigBewijs("veld_verkeerd", "geschat")
            if not all(isinstance(deel, str) for deel in hoe.values()):
                raise OngeldigBewijs("veld_verkeerd", "geschat")
            try:
                schatting = lees_schatting(hoe)
            except (KeyError, ArithmeticError):
                raise OngeldigBewijs("veld_verkeerd", "geschat") from None
            if not all(grens is None or grens.is_finite() for grens in (schatting.laag, schatting.hoog)):
                raise OngeldigBewijs("veld_verkeerd", "geschat")
        return waarde

    def dag(self, naam: str) -> date:
        try:
            dag = date.fromisoformat(self.tekst(naam))
        except ValueError as fout:
            raise _als(fout, naam) from None
        if not _EERSTE_JAAR <= dag.year <= _LAATSTE_JAAR:
            raise OngeldigBewijs("veld_verkeerd", naam)
        return dag

    def moment(self, naam: str) -> datetime:
        try:
            return datetime.fromisoformat(self.tekst(naam))
        except ValueError as fout:
            raise _als(fout, naam) from None

    def uitkomsten(self) -> dict[str, Json]:
        waarde = self.veld("uitkomsten")
        if not isinstance(waarde, list) or not all(
            isinstance(deel, dict) and isinstance(deel.get("regeling"), str) for deel in waarde
        ):
            raise OngeldigBewijs("veld_verkeerd", "uitkomsten")
        per = {deel["regeling"]: deel for deel in waarde}
        if len(per) != len(waarde):
            raise OngeldigBewijs("veld_verkeerd", "uitkomsten")
        return per

    def hash(self) -> str:
        waarde = self.tekst("hash")
        if not _HASH.fullmatch(waarde):
            raise OngeldigBewijs("veld_verkeerd", "hash")
        return waarde


def _als(fout: ValueError, naam: str) -> OngeldigBewijs:
    return fout if isinstance(fout, OngeldigBewijs) else OngeldigBewijs("veld_verkeerd", naam)


def _json(tekst: str) -> object:
    """JSON as one program and another read it alike: no name twice, no number that is none."""
    if len(tekst) > GROOTSTE:
        raise OngeldigBewijs("te_groot")

    def een_keer(paren: list[tuple[str, object]]) -> dict[str, object]:
        if len({naam for naam, _ in paren}) != len(paren):
            raise ValueError("a name twice")
        return dict(paren)

    def geen_getal(naam: str) -> object:
        raise ValueError(naam)

    try:
        gelezen: object = json.loads(
            tekst.removeprefix("\ufeff"), object_pairs_hook=een_keer, parse_constant=geen_getal
        )
    except (ValueError, RecursionError):
        raise OngeldigBewijs("geen_json") from None
    if _te_diep(gelezen, _DIEPSTE):
        raise OngeldigBewijs("geen_bewijs")
    return gelezen


def _te_diep(waarde: object, nog: int) -> bool:
    delen = waarde.values() if isinstance(waarde, dict) else waarde if isinstance(waarde, list) else ()
    return nog == 0 or any(_te_diep(deel, nog - 1) for deel in delen)


def _verschillen(regeling: str, oud: Json | None, nieuw: Json | None) -> Iterator[Verschil]:
    if canoniek(oud) == canoniek(nieuw):
        return
    eerst, dan = dict(_vlak(oud, "")), dict(_vlak(nieuw, ""))
    for veld in dict.fromkeys((*eerst, *dan)):
        was, is_nu = eerst.get(veld), dan.get(veld)
        if canoniek(was) != canoniek(is_nu):
            yield Verschil(regeling, veld, was, is_nu)


def _vlak(waarde: object, pad: str) -> Iterator[tuple[str, object]]:
    """Every value with its path. Lines of a sum and reasons go by their name: line 3 may become line 4."""
    if isinstance(waarde, dict) and waarde:
        for naam, deel in waarde.items():
            yield from _vlak(deel, f"{pad}.{naam}" if pad else naam)
    elif isinstance(waarde, list) and waarde and all(_naam(deel) for deel in waarde):
        namen = [_naam(deel) for deel in waarde]
        yield pad, namen
        for plek, (naam, deel) in enumerate(zip(namen, waarde, strict=True)):
            eerder = namen[:plek].count(naam)
            nummer = f" {eerder + 1}" if eerder else ""
            rest = {sleutel: w for sleutel, w in deel.items() if sleutel not in ("id", "code")}
            if any(w not in ({}, None) for w in rest.values()):
                yield from _vlak(rest, f"{pad}.{naam}{nummer}")
    else:
        yield pad, waarde


def _naam(deel: object) -> str | None:
    naam = (deel.get("id") or deel.get("code")) if isinstance(deel, dict) else None
    return naam if isinstance(naam, str) else None
