"""What example households get by one content folder and by another: before and after a change, or now and on a later day.

In a process of its own, as the whole check (`publiceren/keuren.py`): `python -m web.redactie.lokaal.rekenproef`, the question as
JSON on standard input. The households are those in the file of the gemeente; where it has none, those of the gemeente for
demonstration.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from actions.regels.catalogus import REGELINGEN
from actions.regels.inlezen import OngeldigeFeiten, lees_feiten
from actions.regels.kern import bepaal
from actions.regels.lokaal.bouw import regelingen
from actions.regels.regeling import Regeling, Uitkomst
from content.controle import Melding
from content.inhoud import Inhoud
from content.lokaal.voorbeeld import BEDRAGEN, Voorbeeld, mist
from content.parameters import Parameters, laad_parameters
from web.redactie import kind
from web.redactie.kind import Begonnen
from web.redactie.proefmap import proefmap

_ANDERS = "voorbeeldstad"
"""Whose households are taken where a gemeente has none of its own."""


@dataclass(frozen=True, slots=True)
class Uit:
    """What comes out of one scheme. The amount is each time it pays."""

    recht: str
    bedrag: str | None
    ritme: str
    schatting: bool


@dataclass(frozen=True, slots=True)
class Regel:
    regeling: str
    titel: str
    lokaal: bool
    voor: Uit | None
    """None: there was no such scheme."""
    na: Uit | None

    @property
    def anders(self) -> bool:
        return self.voor != self.na


@dataclass(frozen=True, slots=True)
class Misser:
    """What the file says of this household, and does not come out any more."""

    nr: int
    """Which example of the file, from 0."""
    regeling: str
    titel: str
    veld: str
    waarde: str | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Huishouden:
    naam: str
    dag_voor: date
    dag_na: date
    regels: tuple[Regel, ...]
    eigen: bool
    """It stands in the file of the gemeente itself."""
    missers: tuple[Misser, ...] = ()

    @property
    def anders(self) -> bool:
        return any(regel.anders for regel in self.regels)


@dataclass(frozen=True, slots=True)
class Vraag:
    slug: str
    voor: date | None = None
    """The day for what stands now. None: the day of each example."""
    na: date | None = None


def vergelijk(map_: Path, wijzigingen: Mapping[str, str | None], vraag: Vraag) -> tuple[Huishouden, ...]:
    """The content folder as it is, beside the same with these files in it. Raises KeurenMislukt."""
    with proefmap(map_, wijzigingen) as proef:
        gesteld = {
            "doe": "vergelijk",
            "oud": str(map_),
            "nieuw": str(proef),
            "slug": vraag.slug,
            "voor": vraag.voor and vraag.voor.isoformat(),
            "na": vraag.na and vraag.na.isoformat(),
        }
        return tuple(_huishouden(een) for een in _vraag(gesteld))


def fouten(proef: Path, begonnen: Begonnen | None = None) -> list[Melding]:
    """Where not comes out what the file of a gemeente says of its example households. Raises KeurenMislukt."""
    return [Melding(**een) for een in _vraag({"doe": "fouten", "nieuw": str(proef)}, begonnen)]


def _vraag(vraag: Mapping[str, Any], begonnen: Begonnen | None = None) -> list[dict[str, Any]]:
    return kind.vraag("web.redactie.lokaal.rekenproef", invoer=json.dumps(vraag), begonnen=begonnen)


def _huishouden(ruw: Mapping[str, Any]) -> Huishouden:
    def uit(een: Mapping[str, Any] | None) -> Uit | None:
        return None if een is None else Uit(**een)

    regels = tuple(Regel(**{**r, "voor": uit(r["voor"]), "na": uit(r["na"])}) for r in ruw["regels"])
    dagen = {veld: date.fromisoformat(ruw[veld]) for veld in ("dag_voor", "dag_na")}
    missers = tuple(Misser(**een) for een in ruw["missers"])
    return Huishouden(ruw["naam"], **dagen, regels=regels, eigen=ruw["eigen"], missers=missers)


# --- in the process of its own ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Map:
    inhoud: Inhoud
    parameters: Parameters

    @classmethod
    def lees(cls, map_: Path) -> _Map:
        parameters = laad_parameters(map_ / "parameters")
        return cls(Inhoud(map_, parameters), parameters)

    def catalogus(self, slug: str) -> Mapping[str, Regeling]:
        lokaal = self.inhoud.lokaal(slug)
        return {**REGELINGEN, **(regelingen(lokaal) if lokaal else {})}

    def uitkomsten(self, slug: str, voorbeeld: Voorbeeld, dag: date) -> Mapping[str, Uitkomst]:
        catalogus = self.catalogus(slug)
        feiten = lees_feiten(voorbeeld.feiten, dag)
        uitslag = bepaal(feiten, self.parameters, dag, list(catalogus), catalogus=catalogus)
        return {uit.regeling: uit for uit in uitslag.uitkomsten}

    def voorbeelden(self, slug: str) -> tuple[Voorbeeld, ...]:
        gemeente = self.inhoud.gemeente(slug)
        return gemeente.voorbeelden if gemeente else ()


def _vergelijk(oud: _Map, nieuw: _Map, vraag: Vraag) -> Iterator[Huishouden]:
    eigen = nieuw.voorbeelden(vraag.slug)
    hier = nieuw.inhoud.lokaal(vraag.slug)
    lokaal = set(hier.regelingen) if hier else set()
    for nr, voorbeeld in enumerate(eigen or nieuw.voorbeelden(_ANDERS)):
        dag_voor, dag_na = vraag.voor or voorbeeld.peildatum, vraag.na or voorbeeld.peildatum
        voor = oud.uitkomsten(vraag.slug, voorbeeld, dag_voor)
        na = nieuw.uitkomsten(vraag.slug, voorbeeld, dag_na)
        regels = [
            Regel(
                id_,
                _titel(id_, vraag.slug, nieuw, oud),
                id_ in lokaal,
                _kort(voor.get(id_)),
                _kort(na.get(id_)),
            )
            for id_ in dict.fromkeys([*na, *voor])
        ]
        missers = tuple(_missers(nieuw, vraag.slug, nr, voorbeeld)) if eigen else ()
        yield Huishouden(voorbeeld.naam, dag_voor, dag_na, tuple(regels), bool(eigen), missers)


def _kort(uit: Uitkomst | None) -> Uit | None:
    if uit is None:
        return None
    bedrag = uit.bedrag_per_maand if uit.ritme == "maand" else uit.bedrag_per_keer
    return Uit(uit.recht, _geld(bedrag), uit.ritme, uit.schatting)


def _titel(id_: str, slug: str, *mappen: _Map) -> str:
    for een in mappen:
        lokaal = een.inhoud.lokaal(slug)
        if lokaal and id_ in lokaal.regelingen:
            return lokaal.regelingen[id_].data.titel
        if id_ in een.inhoud.uitkomsten():
            return een.inhoud.uitkomst(id_).titel
    return id_


def _missers(map_: _Map, slug: str, nr: int, voorbeeld: Voorbeeld) -> Iterator[Misser]:
    """Raises OngeldigeFeiten."""
    uit = map_.uitkomsten(slug, voorbeeld, voorbeeld.peildatum)
    for id_, verwacht in voorbeeld.verwacht.items():
        een = uit[id_]
        waarden = {"recht": een.recht, **{veld: _geld(getattr(een, veld)) for veld in BEDRAGEN}}
        mis = mist(verwacht, waarden, {reden.code for reden in een.redenen})
        if mis:
            yield Misser(nr, id_, _titel(id_, slug, map_), mis.veld, mis.waarde, mis.tekst)


def _fouten(map_: _Map) -> Iterator[Melding]:
    for slug, gemeente in map_.inhoud.gemeenten().items():
        for nr, voorbeeld in enumerate(gemeente.voorbeelden):
            bestand, plek = f"gemeenten/{slug}.yml", f"voorbeelden.{nr + 1}"
            try:
                for een in _missers(map_, slug, nr, voorbeeld):
                    tekst = f"{voorbeeld.naam}: {een.tekst}"
                    yield Melding("fout", "voorbeeld", bestand, f"{plek}.verwacht.{een.regeling}", tekst)
            except OngeldigeFeiten as fout:
                yield Melding("fout", "voorbeeld", bestand, f"{plek}.feiten", f"{voorbeeld.naam}: {fout}")


def _geld(bedrag: Decimal | None) -> str | None:
    return None if bedrag is None else f"{bedrag:.2f}"


def _dag(ruw: str | None) -> date | None:
    return None if ruw is None else date.fromisoformat(ruw)


def main() -> int:
    vraag = json.load(sys.stdin)
    nieuw = _Map.lees(Path(vraag["nieuw"]))
    alles: Sequence[Melding | Huishouden]
    if vraag["doe"] == "fouten":
        alles = list(_fouten(nieuw))
    else:
        dagen = Vraag(vraag["slug"], _dag(vraag["voor"]), _dag(vraag["na"]))
        alles = list(_vergelijk(_Map.lees(Path(vraag["oud"])), nieuw, dagen))
    json.dump([asdict(een) for een in alles], sys.stdout, ensure_ascii=False, default=str)
    return 0


if __name__ == "__main__":
    sys.exit(main())
