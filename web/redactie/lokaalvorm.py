"""The amounts and limits of one scheme of a gemeente or region as a form, and back into its file.

Only the values that changed are written anew, at their place in the text: comments, quotes, order and lines stay to the letter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from content.bestanden import ontleed
from content.fouten import InhoudFout
from content.lokaal.toets import Huishoudsoort

Soort = Literal["bedrag", "procent", "getal", "leeftijd", "aantal"]
_GROEPEN = (
    "bedragen", "inkomen", "vermogen", "leeftijd", "kinderen", "jaren_laag_inkomen", "draagkracht", "kwijtschelding",
)  # fmt: skip
_PATRONEN: tuple[tuple[str, Soort], ...] = (
    (r"bedragen\.\d+\.bedrag", "bedrag"),
    (r"(inkomen|vermogen)\.bedragen(_aow)?\.\w+", "bedrag"),
    (r"kwijtschelding\.extra_vermogen_vrij\.\w+", "bedrag"),
    (r"inkomen\.procent|kwijtschelding\.norm_procent|draagkracht\.delen\.\d+\.(procent|boven)", "procent"),
    (r"leeftijd\.(van|tot)", "leeftijd"),
    (r"kinderen\.(van|tot)|draagkracht\.maanden", "aantal"),
    (r"jaren_laag_inkomen", "getal"),
)
_SOORTEN = tuple((re.compile(patroon), soort) for patroon, soort in _PATRONEN)
"""What the form shows. All else is edited in the file."""
_GETYPT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,3})?")
_ONBEKEND, _AOW = "onbekend", "aow"
_HUISHOUDENS = get_args(Huishoudsoort)


@dataclass(frozen=True, slots=True)
class Veld:
    """One value. `pad` within the scheme: "bedragen.0.bedrag"."""

    pad: str
    soort: Soort
    waarde: str
    rij: Mapping[str, Any]
    """For who an amount is: the row it stands in."""

    @property
    def naam(self) -> str:
        """What it is, without which row and for whom: "bedragen_bedrag"."""
        delen = self.pad.split(".")
        return "_".join(deel for deel in delen if not deel.isdigit() and deel not in _HUISHOUDENS)

    @property
    def is_leesbaar(self) -> bool:
        """A file may say anything in the place of a number."""
        return lees_waarde(self.soort, self.waarde) is not None

    def met(self, waarde: str) -> Veld:
        return replace(self, waarde=waarde)

    @property
    def wie(self) -> str:
        """Which households it is for."""
        laatste = self.pad.rpartition(".")[2]
        return laatste if laatste in _HUISHOUDENS else str(self.rij.get("huishouden", "alle"))


@dataclass(frozen=True, slots=True)
class Bron:
    naam: str = ""
    url: str = ""
    datum: str = ""
    artikel: str = ""


@dataclass(frozen=True, slots=True)
class Regelingvorm:
    id: str
    titel: str
    velden: tuple[Veld, ...]
    bron: Bron
    """The first of the amounts, else of the rules."""
    zekerheid: str
    eigenaar: str
    nagekeken: str
    straks: tuple[str, ...]
    """Days from which something else is prepared."""


@dataclass(frozen=True, slots=True)
class Wijziging:
    """What an editor changed: path of a field → the new value, as `lees_waarde` gives it."""

    waarden: Mapping[str, str]
    bron: Bron
    zekerheid: str
    vandaag: date
    vanaf: date | None = None
    """From which day it holds. None: now."""


class Onleesbaar(Exception):
    """No form can be made of this file, or what is asked cannot be written with it: it is edited as it is."""


def lees_waarde(soort: Soort, getypt: str) -> str | None:
    """As it is to stand in the file. None: it cannot be read."""
    kaal = getypt.strip().lower().removeprefix("€").removesuffix("%").strip()
    if kaal == _ONBEKEND or (kaal == _AOW and soort == "leeftijd"):
        return kaal
    if not _GETYPT.fullmatch(kaal):
        return None
    if "," in kaal or re.fullmatch(r"\d{1,3}(?:\.\d{3})+", kaal):
        kaal = kaal.replace(".", "").replace(",", ".")
    waarde = Decimal(kaal)
    if soort in ("leeftijd", "aantal"):
        return str(int(waarde)) if waarde == int(waarde) else None
    if soort == "bedrag":
        cent = waarde.quantize(Decimal("0.01"))
        return f"{cent:f}" if cent == waarde else None
    return f"{waarde.normalize():f}"


def regelingen(tekst: str) -> tuple[str, ...]:
    """The schemes the file has itself, in its order. Raises Onleesbaar."""
    alle = _data(tekst).get("regelingen") or {}
    return tuple(id_ for id_, data in alle.items() if isinstance(data, dict))


def lees(tekst: str, id_: str, straks: str | None = None) -> Regelingvorm:
    """One scheme; with `straks` what is prepared from that day on. Raises Onleesbaar."""
    regeling = _regeling(_data(tekst), id_)
    deel = _deel(regeling, straks)
    bronnen = deel.get("bron_bedragen") or deel.get("bron") or [{}]
    return Regelingvorm(
        id_,
        str(regeling.get("titel", id_)),
        tuple(_velden(deel)),
        Bron(*(str(bronnen[0].get(veld) or "") for veld in ("naam", "url", "datum", "artikel"))),
        str(deel.get("zekerheid_bedragen") or deel.get("zekerheid") or ""),
        str(regeling.get("eigenaar", "")),
        str(deel.get("nagekeken", "")),
        tuple(str(later.get("van")) for later in regeling.get("straks") or ()),
    )


def schrijf(tekst: str, id_: str, wijziging: Wijziging, straks: str | None = None) -> str:
    """The file with the change. Raises Onleesbaar."""
    if wijziging.vanaf is not None:
        return _bereid_voor(tekst, id_, wijziging)
    return _wijzig(tekst, id_, wijziging, straks)


def zet_nagekeken(tekst: str, id_: str, dag: date) -> str:
    """Looked at again, and still right. Raises Onleesbaar."""
    boek = _Tekst(tekst)
    boek.zet(("regelingen", id_, "nagekeken"), dag.isoformat())
    return boek.klaar(id_)


def zet_verwacht(tekst: str, alle: Sequence[tuple[int, str, str, str]]) -> str:
    """What has to come out for example households: (number from 0, scheme, field, value). Raises Onleesbaar."""
    boek = _Tekst(tekst)
    for nr, id_, veld, waarde in alle:
        boek.zet(("voorbeelden", nr, "verwacht", id_, veld), waarde)
    return boek.klaar(None)


def _wijzig(tekst: str, id_: str, wijziging: Wijziging, straks: str | None) -> str:
    regeling = _regeling(_data(tekst), id_)
    plek: tuple[str | int, ...] = ("regelingen", id_)
    if straks is not None:
        plek = (*plek, "straks", _nummer(regeling, straks))
    deel = _deel(regeling, straks)
    boek = _Tekst(tekst)
    for pad, waarde in wijziging.waarden.items():
        boek.zet((*plek, *_stappen(pad)), waarde, heel=_is_heel(pad))
    alleen_bedragen = all(pad.startswith("bedragen.") for pad in wijziging.waarden)
    eigen = alleen_bedragen and bool(deel.get("bron_bedragen"))
    veld = "bron_bedragen" if eigen else "bron"
    zeker = "zekerheid_bedragen" if eigen and deel.get("zekerheid_bedragen") else "zekerheid"
    if alleen_bedragen and straks is None and not eigen and boek.is_gedeeld((*plek, veld)):
        # The source of more schemes than this one: the amounts get one of their own.
        boek.voeg_in(plek, "zekerheid", {"bron_bedragen": f"[{{{_velden_van(wijziging.bron)}}}]",
                                         "zekerheid_bedragen": wijziging.zekerheid})  # fmt: skip
    else:
        boek.zet_bron((*plek, veld), wijziging.bron)
        boek.zet((*plek, zeker), wijziging.zekerheid)
    boek.zet((*plek, "nagekeken"), wijziging.vandaag.isoformat())
    return boek.klaar(id_)


def _bereid_voor(tekst: str, id_: str, wijziging: Wijziging) -> str:
    """What holds from a later day, below the scheme."""
    assert wijziging.vanaf is not None
    regeling = _regeling(_data(tekst), id_)
    dagen = [str(later.get("van")) for later in regeling.get("straks") or ()]
    if dagen and wijziging.vanaf.isoformat() <= max(dagen):
        raise Onleesbaar("straks")
    groepen = {pad.partition(".")[0] for pad in wijziging.waarden}
    nieuw = {naam: deepcopy(regeling[naam]) for naam in _GROEPEN if naam in groepen}
    for pad, waarde in wijziging.waarden.items():
        stappen = _stappen(pad)
        doel: Any = nieuw
        for stap in stappen[:-1]:
            doel = doel[stap]
        doel[stappen[-1]] = int(waarde) if _is_heel(pad) and waarde.isdigit() else waarde
    bron: dict[str, Any] = {"naam": wijziging.bron.naam, "url": wijziging.bron.url}
    bron["datum"] = date.fromisoformat(wijziging.bron.datum)
    if wijziging.bron.artikel:
        bron["artikel"] = wijziging.bron.artikel
    rij = {"van": wijziging.vanaf, **nieuw, "bron": [bron]}
    rij |= {"zekerheid": wijziging.zekerheid, "nagekeken": wijziging.vandaag}
    geschreven = yaml.dump([rij], Dumper=_Schrijver, sort_keys=False, allow_unicode=True, width=10_000,
                           default_flow_style=None)  # fmt: skip
    boek = _Tekst(tekst)
    boek.voeg_onderaan(("regelingen", id_), "straks", geschreven)
    return boek.klaar(id_)


class _Schrijver(yaml.SafeDumper):
    """Without marks for what stands in two places: a person reads this."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


class _Tekst:
    """A text with places in it that become another, all at once."""

    def __init__(self, tekst: str) -> None:
        self._tekst = tekst
        boom = yaml.compose(tekst, Loader=yaml.SafeLoader)
        if not isinstance(boom, MappingNode):
            raise Onleesbaar("vorm")
        self._boom = boom
        self._gedeeld = set(_gedeeld(boom))
        self._stukken: list[tuple[int, int, str]] = []

    def knoop(self, pad: Sequence[str | int]) -> Node | None:
        """None: not there. Raises Onleesbaar for what stands for another place too: it would change there as well."""
        hier: Node | None = self._boom
        for stap in pad:
            if isinstance(hier, MappingNode):
                hier = next((w for k, w in hier.value if isinstance(k, ScalarNode) and k.value == stap), None)
            elif isinstance(hier, SequenceNode) and isinstance(stap, int) and stap < len(hier.value):
                hier = hier.value[stap]
            else:
                return None
            if hier is not None and id(hier) in self._gedeeld:
                raise Onleesbaar("gedeeld")
        return hier

    def zet(self, pad: Sequence[str | int], waarde: str, *, heel: bool = False) -> None:
        """`heel`: a whole number, which stands without quotes."""
        knoop = self.knoop(pad)
        if not isinstance(knoop, ScalarNode):
            raise Onleesbaar("vorm")
        if knoop.value == waarde and knoop.tag != "tag:yaml.org,2002:null":
            return
        self._stukken.append(
            (knoop.start_mark.index, knoop.end_mark.index, waarde if heel else _als(knoop, waarde))
        )

    def is_gedeeld(self, pad: Sequence[str | int]) -> bool:
        try:
            return self.knoop(pad) is None
        except Onleesbaar:
            return True

    def voeg_in(self, pad: Sequence[str | int], voor: str, velden: Mapping[str, str]) -> None:
        """Fields with lines of their own, above another. Raises Onleesbaar."""
        hier = self.knoop(pad)
        if not isinstance(hier, MappingNode) or hier.flow_style or any(self.knoop((*pad, n)) for n in velden):
            raise Onleesbaar("gedeeld")
        sleutel = next((k for k, _ in hier.value if isinstance(k, ScalarNode) and k.value == voor), None)
        if sleutel is None:
            raise Onleesbaar("vorm")
        plek, inspring = sleutel.start_mark.index, " " * hier.start_mark.column
        erbij = "".join(f"{naam}: {waarde}\n{inspring}" for naam, waarde in velden.items())
        self._stukken.append((plek, plek, erbij))

    def zet_bron(self, pad: Sequence[str | int], bron: Bron) -> None:
        """The source with this address as it is now; a new one above those that are there."""
        reeks = self.knoop(pad)
        if not isinstance(reeks, SequenceNode) or not reeks.value:
            raise Onleesbaar("vorm")
        for nr, een in enumerate(reeks.value):
            url = self.knoop((*pad, nr, "url"))
            if isinstance(url, ScalarNode) and url.value == bron.url:
                self._werk_bij(pad, nr, een, bron)
                return
        if reeks.flow_style:
            plek = reeks.start_mark.index + 1
            self._stukken.append((plek, plek, f"{{{_velden_van(bron)}}}, "))
        else:
            eerste = reeks.value[0].start_mark
            inspring = " " * eerste.column
            geschreven = _velden_van(bron, f"\n{inspring}")
            self._stukken.append((eerste.index, eerste.index, f"{geschreven}\n{inspring[:-2]}- "))

    def _werk_bij(self, pad: Sequence[str | int], nr: int, een: Node, bron: Bron) -> None:
        self.zet((*pad, nr, "naam"), bron.naam)
        self.zet((*pad, nr, "datum"), bron.datum)
        if self.knoop((*pad, nr, "artikel")) is not None:
            if bron.artikel:
                self.zet((*pad, nr, "artikel"), bron.artikel)
        elif bron.artikel:
            na = self.knoop((*pad, nr, "datum"))
            assert na is not None
            scheiding = (
                ", "
                if isinstance(een, MappingNode) and een.flow_style
                else "\n" + " " * een.start_mark.column
            )
            waarde = f"{scheiding}artikel: {_tussen('artikel', bron.artikel)}"
            # After what replaces the date, which was put here just now.
            begin, eind, nieuw = self._neem(na) or (na.end_mark.index, na.end_mark.index, "")
            self._stukken.append((begin, eind, nieuw + waarde))

    def _neem(self, knoop: Node) -> tuple[int, int, str] | None:
        for stuk in self._stukken:
            if stuk[0] == knoop.start_mark.index:
                self._stukken.remove(stuk)
                return stuk
        return None

    def voeg_onderaan(self, pad: Sequence[str | int], naam: str, blok: str) -> None:
        """A field with lines of its own, below what stands there; or one more row in it."""
        hier = self.knoop(pad)
        bestaand = self.knoop((*pad, naam))
        if not isinstance(hier, MappingNode) or hier.flow_style:
            raise Onleesbaar("vorm")
        inspring = " " * hier.start_mark.column
        if isinstance(bestaand, MappingNode | SequenceNode) and bestaand.flow_style:
            raise Onleesbaar("vorm")
        eind = _regeleinde(self._tekst, max(_eindes(bestaand or hier)))
        regels = "".join(f"{inspring}  {regel}\n" for regel in blok.splitlines())
        kop = "" if bestaand is not None else f"{inspring}{naam}:\n"
        voor = "" if self._tekst[eind - 1] == "\n" else "\n"
        self._stukken.append((eind, eind, f"{voor}{kop}{regels}"))

    def klaar(self, id_: str | None) -> str:
        """The text with everything in it. Raises Onleesbaar when anything else changed than was meant."""
        uit = self._tekst
        for begin, eind, nieuw in sorted(self._stukken, reverse=True):
            uit = uit[:begin] + nieuw + uit[eind:]
        oud, nu = _data(self._tekst), _data(uit)
        for data in (oud, nu):
            if id_ is None:
                data.pop("voorbeelden", None)
            else:
                (data.get("regelingen") or {}).pop(id_, None)
        if oud != nu:
            raise Onleesbaar("vorm")
        return uit


def _als(knoop: ScalarNode, waarde: str) -> str:
    """In the quotes that stand there; numbers with a fraction, and amounts, always between quotes."""
    if waarde in (_ONBEKEND, _AOW):
        return waarde
    if knoop.style in ("'", '"'):
        return (
            f"{knoop.style}{waarde}{knoop.style}"
            if waarde.isascii() and "'" not in waarde
            else json.dumps(waarde, ensure_ascii=False)
        )
    if re.fullmatch(r"\d{4}-\d\d-\d\d", waarde):
        return waarde
    return waarde if re.fullmatch(r"[a-z_]+", waarde) else json.dumps(waarde, ensure_ascii=False)


def _velden_van(bron: Bron, tussen: str = ", ") -> str:
    velden = {"naam": bron.naam, "url": bron.url, "datum": bron.datum, "artikel": bron.artikel}
    return tussen.join(f"{naam}: {_tussen(naam, w)}" for naam, w in velden.items() if w)


def _tussen(naam: str, waarde: str) -> str:
    return waarde if naam == "datum" else json.dumps(waarde, ensure_ascii=False)


def _gedeeld(boom: Node) -> Iterator[int]:
    """Nodes to which more than one place refers."""
    gezien: set[int] = set()
    rij: list[Node] = [boom]
    while rij:
        een = rij.pop()
        if id(een) in gezien:
            if not isinstance(een, ScalarNode) or een.value:
                yield id(een)
            continue
        gezien.add(id(een))
        if isinstance(een, MappingNode):
            rij += [waarde for _, waarde in een.value]
        elif isinstance(een, SequenceNode):
            rij += een.value


def _eindes(knoop: Node) -> Iterator[int]:
    if isinstance(knoop, MappingNode) and not knoop.flow_style:
        for _, waarde in knoop.value:
            yield from _eindes(waarde)
    elif isinstance(knoop, SequenceNode) and not knoop.flow_style:
        for waarde in knoop.value:
            yield from _eindes(waarde)
    else:
        yield knoop.end_mark.index


def _regeleinde(tekst: str, plek: int) -> int:
    """Right after the line of this place; blank lines below it do not belong to it."""
    while plek and tekst[plek - 1] in "\n ":
        plek -= 1
    eind = tekst.find("\n", plek)
    return len(tekst) if eind < 0 else eind + 1


def _velden(deel: Mapping[str, Any]) -> Iterator[Veld]:
    for groep in _GROEPEN:
        if groep in deel and deel[groep] is not None:
            yield from _bladeren(groep, deel[groep], {})


def _bladeren(pad: str, waarde: Any, rij: Mapping[str, Any]) -> Iterator[Veld]:
    if isinstance(waarde, dict):
        for naam, een in waarde.items():
            yield from _bladeren(f"{pad}.{naam}", een, waarde)
    elif isinstance(waarde, list):
        for nr, een in enumerate(waarde):
            yield from _bladeren(f"{pad}.{nr}", een, {})
    else:
        soort = _soort(pad)
        if soort is not None and isinstance(waarde, str | int):
            yield Veld(pad, soort, str(waarde), rij)


def _is_heel(pad: str) -> bool:
    return _soort(pad) in ("leeftijd", "aantal")


def _soort(pad: str) -> Soort | None:
    return next((soort for patroon, soort in _SOORTEN if patroon.fullmatch(pad)), None)


def _stappen(pad: str) -> tuple[str | int, ...]:
    return tuple(int(deel) if deel.isdigit() else deel for deel in pad.split("."))


def _data(tekst: str) -> dict[str, Any]:
    try:
        ruw = ontleed(tekst, Path("x.yml"), "")
    except InhoudFout as fout:
        raise Onleesbaar(str(fout)) from fout
    if not isinstance(ruw, dict):
        raise Onleesbaar("vorm")
    return ruw


def _regeling(data: Mapping[str, Any], id_: str) -> dict[str, Any]:
    een = (data.get("regelingen") or {}).get(id_)
    if not isinstance(een, dict):
        raise Onleesbaar("weg")
    return een


def _nummer(regeling: Mapping[str, Any], straks: str) -> int:
    dagen = [str(later.get("van")) for later in regeling.get("straks") or ()]
    if straks not in dagen:
        raise Onleesbaar("weg")
    return dagen.index(straks)


def _deel(regeling: Mapping[str, Any], straks: str | None) -> Mapping[str, Any]:
    if straks is None:
        return regeling
    later: Mapping[str, Any] = (regeling.get("straks") or [])[_nummer(regeling, straks)]
    return later
