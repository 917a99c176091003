"""The patterns held against the sentences of their own file, so that a pattern cannot die unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from content.bestanden import lees
from content.fouten import Fout, InhoudFout, uit_validatie
from content.herkennen import Patronen
from content.herkennen.zoeken import Patronenrij, Patroon, Woordenschat, Zinnen, maak

MAP = "herkennen"
Soorten = Mapping[str, Patronenrij]


def fouten(map_: Path) -> Iterator[Fout]:
    """What is wrong in the files with patterns below the content folder `map_`; a file of another form is not looked at."""
    for pad in sorted((map_ / MAP).glob("*.yml")):
        bestand = f"{MAP}/{pad.name}"
        try:
            ruw = lees(pad, bestand)
            if not isinstance(ruw, dict) or "soorten" not in ruw:
                continue
            yield from van_bestand(bestand, Patronen.model_validate(ruw))
        except InhoudFout as fout:
            yield from fout.fouten
        except ValidationError as fout:
            yield from uit_validatie(bestand, fout)


def van_bestand(bestand: str, data: Patronen) -> Iterator[Fout]:
    """Patterns that are none, patterns no sentence needs, sentences no pattern finds, and what is found where nothing may be."""
    per_soort: dict[str, Patronenrij] = {}
    heel = True
    for soort, bronnen in data.soorten.items():
        goed = []
        for nr, bron in enumerate(bronnen, start=1):
            try:
                goed.append(maak(bron, data.groepen))
            except ValueError as fout:
                heel = False
                yield Fout(bestand, f"soorten.{soort}.{nr}", f"dit is geen goed patroon: {fout}")
        per_soort[soort] = Patronenrij.van(goed)
    if not heel:
        return
    yield from _namen(bestand, data)
    schat = Woordenschat.van((p for rij in per_soort.values() for p in rij), data.losse_woorden)
    for soort in data.soorten:
        if soort not in data.woordenlijsten:
            yield from _soort(bestand, data, soort, per_soort, schat)
    for nr, zin in enumerate(data.tegenvoorbeelden, start=1):
        gevonden = _gevonden(zin, data, per_soort, schat)
        if gevonden is not None:
            soort, patroon = gevonden
            melding = f"in deze zin mag niets worden gevonden, maar '{soort}' vindt: {patroon.bron}"
            yield Fout(bestand, f"tegenvoorbeelden.{nr}", melding)


def _namen(bestand: str, data: Patronen) -> Iterator[Fout]:
    for veld, soorten in (
        ("weg", data.weg),
        ("woordenlijsten", data.woordenlijsten),
        ("voorbeelden", data.voorbeelden),
    ):
        for soort in soorten:
            if soort not in data.soorten:
                yield Fout(
                    bestand,
                    f"{veld}.{soort}" if veld == "voorbeelden" else veld,
                    f"de soort '{soort}' bestaat niet",
                )


def _soort(
    bestand: str, data: Patronen, soort: str, per_soort: Soorten, schat: Woordenschat
) -> Iterator[Fout]:
    geraakt: set[str] = set()
    for nr, zin in enumerate(data.voorbeelden.get(soort, ()), start=1):
        zinnen = Zinnen(zin, schat)
        for eerder in data.soorten:
            if eerder == soort:
                break
            if eerder in data.weg:
                zinnen.neem_weg(per_soort[eerder])
        raak = {p.bron for p in per_soort[soort] if zinnen.vindt(p)}
        geraakt |= raak
        if not raak:
            yield Fout(bestand, f"voorbeelden.{soort}.{nr}", f"geen patroon van '{soort}' vindt deze zin")
    keer = Counter(data.soorten[soort])
    for nr, bron in enumerate(data.soorten[soort], start=1):
        if keer[bron] > 1:
            yield Fout(bestand, f"soorten.{soort}.{nr}", "dit patroon staat er twee keer")
        elif bron not in geraakt:
            melding = (
                f"geen voorbeeldzin van '{soort}' raakt dit patroon: zet er een bij, of haal het patroon weg"
            )
            yield Fout(bestand, f"soorten.{soort}.{nr}", melding)


def _gevonden(
    zin: str, data: Patronen, per_soort: Soorten, schat: Woordenschat
) -> tuple[str, Patroon] | None:
    """The first that is found of what is not just taken out."""
    zinnen = Zinnen(zin, schat)
    for soort in data.soorten:
        if soort in data.weg:
            zinnen.neem_weg(per_soort[soort])
        elif soort not in data.woordenlijsten and (patroon := zinnen.zoek(per_soort[soort])):
            return soort, patroon
    return None
