"""Laying a gemeente over what it inherits: a pure function of models."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from content.fouten import Fout, InhoudFout
from content.lokaal.instelling import Contact, HulpDichtbij
from content.lokaal.regeling import LOKAAL, Regelingdata
from content.lokaal.regio import Regio

if TYPE_CHECKING:  # schema imports this package
    from content.schema import Gemeente


@dataclass(frozen=True, slots=True)
class LokaleRegeling:
    """A scheme as it holds in one gemeente."""

    id: str
    data: Regelingdata
    bestand: str
    """Where it stands, below the content folder: "regios/provincie-x.yml"."""
    contact: Contact
    """Of the region it comes from when that has one, else of the gemeente."""


@dataclass(frozen=True, slots=True)
class Lokaal:
    """A gemeente with everything it inherits."""

    gemeente: Gemeente
    regelingen: Mapping[str, LokaleRegeling]
    """What is switched off is not there; of what is absent nothing is known."""
    hulp_dichtbij: tuple[HulpDichtbij, ...]
    """Of the gemeente first."""
    uitgezet: frozenset[str]
    """What it inherits and does not take part in."""
    lagen: tuple[Regio, ...]
    """The regions it rests on, each once, the one that yields most first."""


def los_op(gemeente: Gemeente, regios: Mapping[str, Regio]) -> Lokaal:
    """The schemes of a gemeente: those of the regions in the order of `erft`, each over the one before, and its own on top.

    A scheme replaces an inherited one as a whole; null switches it off. Raises InhoudFout for a region that is not there, a
    circle of regions, an own scheme with a foreign name, and a null that switches nothing off.
    """
    fouten: list[Fout] = []
    lagen = _lagen(gemeente, regios, fouten)
    gevonden: dict[str, LokaleRegeling] = {}
    uit: set[str] = set()
    namen: set[str] = set()
    alle: tuple[Gemeente | Regio, ...] = (*lagen, gemeente)
    for laag in alle:
        naam, bestand = _wie(laag)
        namen.add(naam)
        contact = laag.contact or gemeente.contact
        for id, data in laag.regelingen.items():
            eigen = id.partition(":")[0]
            if id not in LOKAAL and eigen not in namen:
                fouten.append(
                    Fout(
                        bestand,
                        f"regelingen.{id}",
                        f"een eigen regeling heet hier {naam}:<naam>, niet {eigen}:…",
                    )
                )
            if data is not None:
                gevonden[id] = LokaleRegeling(id, data, bestand, contact)
                uit.discard(id)
            elif gevonden.pop(id, None) is not None:
                uit.add(id)
            else:
                fouten.append(
                    Fout(
                        bestand,
                        f"regelingen.{id}",
                        "hier is niets om uit te zetten: deze regeling komt uit geen regio",
                    )
                )
    fouten.extend(_verzonnen(gemeente, lagen, gevonden))
    fouten.extend(_voorbeelden(gemeente, gevonden))
    if fouten:
        raise InhoudFout(dict.fromkeys(fouten))
    hulp = (*gemeente.hulp_dichtbij, *(hulp for laag in reversed(lagen) for hulp in laag.hulp_dichtbij))
    return Lokaal(gemeente, MappingProxyType(gevonden), tuple(dict.fromkeys(hulp)), frozenset(uit), lagen)


def los_alle_op(
    gemeenten: Mapping[str, Gemeente],
    regios: Mapping[str, Regio],
    eerder: Mapping[str, Lokaal],
    stuk: Collection[str] = (),
) -> tuple[dict[str, Lokaal], list[Fout]]:
    """Every gemeente laid over its regions, and what is wrong. One that does not fit stays as it was in `eerder`.

    `stuk`: regions with a file that cannot be read. That has been said then; what follows from it is not said again.
    """
    gevonden: dict[str, Lokaal] = {}
    fouten: dict[Fout, None] = {}
    for slug, gemeente in gemeenten.items():
        oud = eerder.get(slug)
        try:
            nieuw = los_op(gemeente, regios)
        except InhoudFout as fout:
            if not stuk:
                fouten.update(dict.fromkeys(fout.fouten))
            if oud:
                gevonden[slug] = oud
            continue
        # The same object while nothing changed, so that what is worked out from it can be kept with it.
        gevonden[slug] = oud if oud == nieuw else nieuw
    return gevonden, list(fouten)


def _wie(laag: Gemeente | Regio) -> tuple[str, str]:
    if isinstance(laag, Regio):
        return laag.id, f"regios/{laag.id}.yml"
    return laag.slug, f"gemeenten/{laag.slug}.yml"


def _lagen(gemeente: Gemeente, regios: Mapping[str, Regio], fouten: list[Fout]) -> tuple[Regio, ...]:
    """Every region once, after all that it inherits from itself."""
    klaar: dict[str, Regio] = {}

    def bezoek(id: str, pad: tuple[str, ...], bestand: str) -> None:
        if id in pad:
            rond = " → ".join((*pad[pad.index(id) :], id))
            fouten.append(Fout(bestand, "erft", f"deze regio's erven van elkaar in een kring: {rond}"))
        elif id not in regios:
            fouten.append(Fout(bestand, "erft", f"de regio '{id}' bestaat niet in content/regios"))
        elif id not in klaar:
            for ouder in regios[id].erft:
                bezoek(ouder, (*pad, id), f"regios/{id}.yml")
            klaar[id] = regios[id]

    for id in gemeente.erft:
        bezoek(id, (), f"gemeenten/{gemeente.slug}.yml")
    return tuple(klaar.values())


def _verzonnen(
    gemeente: Gemeente, lagen: tuple[Regio, ...], regelingen: Mapping[str, LokaleRegeling]
) -> Iterator[Fout]:
    """Nothing invented reaches a gemeente that exists."""
    if gemeente.cbs_code is None:
        return
    bestand = f"gemeenten/{gemeente.slug}.yml"
    for laag in lagen:
        if laag.verzonnen:
            yield Fout(bestand, "erft", f"de regio '{laag.id}' is verzonnen en deze gemeente bestaat echt")
    for id, een in regelingen.items():
        straks = (later.zekerheid for later in een.data.straks)
        if "verzonnen" in (een.data.zekerheid, een.data.zekerheid_bedragen, *straks):
            yield Fout(
                een.bestand, f"regelingen.{id}.zekerheid", f"verzonnen, maar {gemeente.naam} bestaat echt"
            )


def _voorbeelden(gemeente: Gemeente, regelingen: Mapping[str, LokaleRegeling]) -> Iterator[Fout]:
    for nr, voorbeeld in enumerate(gemeente.voorbeelden, start=1):
        for id in voorbeeld.verwacht:
            if id not in regelingen:
                yield Fout(
                    f"gemeenten/{gemeente.slug}.yml", f"voorbeelden.{nr}.verwacht.{id}",
                    "deze regeling heeft de gemeente niet",
                )  # fmt: skip
