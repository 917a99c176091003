"""The one file with texts that are not Dutch: the rules of B1 do not fit it, so it has rules of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from wordfreq import zipf_frequency

from content.fouten import Fout

GROEP = "andere_taal"
BESTAND = f"teksten/{GROEP}.yml"
TALEN = ("en", "tr", "ar", "pl", "uk")
_SCHRIFT = {"ar": "ARABIC", "uk": "CYRILLIC"}
_NUMMER = re.compile(r"gemeente\.contact\.telefoon|\b113\b|\b0800 \d{4}\b")
_NAAM = re.compile(r"Veilig Thuis|\{\{.*?\}\}")
_LANGSTE = 260


def fouten(teksten: Mapping[str, str]) -> Iterator[Fout]:
    """What is wrong: a text that is not in the language behind its name, has no number to call, is long, or lacks a language."""
    hier = {id.partition(".")[2]: tekst for id, tekst in teksten.items() if id.startswith(f"{GROEP}.")}
    for naam in sorted({naam.rpartition("_")[0] for naam in hier}):
        for taal in TALEN:
            if f"{naam}_{taal}" not in hier:
                yield Fout(BESTAND, naam, f"deze tekst ontbreekt in de taal '{taal}'")
    for naam, tekst in hier.items():
        taal = naam.rpartition("_")[2]
        if taal not in TALEN:
            yield Fout(BESTAND, naam, f"achter de naam staat geen taal ({', '.join(TALEN)})")
        elif not _is_taal(_NAAM.sub(" ", tekst), taal):
            yield Fout(BESTAND, naam, f"deze tekst lijkt niet in de taal '{taal}' te zijn")
        if not _NUMMER.search(tekst):
            yield Fout(BESTAND, naam, "er staat geen telefoonnummer in")
        if len(tekst) > _LANGSTE:
            yield Fout(BESTAND, naam, f"langer dan {_LANGSTE} tekens")


def _is_taal(tekst: str, taal: str) -> bool:
    if taal in _SCHRIFT:
        letters = [teken for teken in tekst if teken.isalpha()]
        eigen = sum(unicodedata.name(teken, "").startswith(_SCHRIFT[taal]) for teken in letters)
        return eigen > 0.9 * len(letters)
    woorden = re.findall(r"[^\W\d_]+", tekst.lower())
    in_taal = sum(zipf_frequency(woord, taal) for woord in woorden)
    return in_taal > 1.2 * sum(zipf_frequency(woord, "nl") for woord in woorden)
