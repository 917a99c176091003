"""Writing at places in the file of a gemeente or region: what is not meant stays to the letter, comments and quotes too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from web.redactie.lokaal.vorm import AOW, ONBEKEND, Bron, Onleesbaar, lees_bestand


class Plekken:
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
            self._stukken.append((plek, plek, f"{{{velden_van(bron)}}}, "))
        else:
            eerste = reeks.value[0].start_mark
            inspring = " " * eerste.column
            geschreven = velden_van(bron, f"\n{inspring}")
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
        oud, nu = lees_bestand(self._tekst), lees_bestand(uit)
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
    if waarde in (ONBEKEND, AOW):
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


def velden_van(bron: Bron, tussen: str = ", ") -> str:
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
