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
_VAN_RECHTS = frozenset({"ar"})
_ID = re.compile(rf"(?P<naam>\w+)_(?P<taal>{'|'.join(TALEN)})_(?P<nummer>\d)")
_TELEFOON = "{{ gemeente.contact.telefoon }}"
_NUMMER = re.compile(rf"{re.escape(_TELEFOON)}|\d+(?: \d+)*")
_LINK = re.compile(r"\[([^\]]+)\]\((tel:\d+)\)")
_LOS_NUMMER = re.compile(rf"(?<!\u2066)(?:{re.escape(_TELEFOON)}|\b\d+ \d[\d ]*)")
"""A number with a space in it, not held together by the signs for left-to-right."""
_GEEN_TAAL = re.compile(r"Veilig Thuis|\{\{.*?\}\}|[*\u2066\u2069]")
_LANGSTE = 260


def fouten(teksten: Mapping[str, str]) -> Iterator[Fout]:
    """What is wrong: a text that is not in the language behind its name, that lacks a number of the Dutch text, is long, or lacks
    a language."""
    hier = {id.partition(".")[2]: tekst for id, tekst in teksten.items() if id.startswith(f"{GROEP}.")}
    ontleed = {id: gevonden for id in hier if (gevonden := _ID.fullmatch(id))}
    for naam, nummer in sorted({(m["naam"], m["nummer"]) for m in ontleed.values()}):
        for taal in TALEN:
            if f"{naam}_{taal}_{nummer}" not in hier:
                yield Fout(BESTAND, naam, f"de tekst {naam}_{taal}_{nummer} ontbreekt in de taal '{taal}'")
    for id, tekst in hier.items():
        if id not in ontleed:
            yield Fout(BESTAND, id, f"achter de naam staan geen taal ({', '.join(TALEN)}) en nummer")
            continue
        naam, taal = ontleed[id]["naam"], ontleed[id]["taal"]
        kaal = _LINK.sub(r"\1", tekst)
        if not _is_taal(_GEEN_TAAL.sub(" ", kaal), taal):
            yield Fout(BESTAND, id, f"deze tekst lijkt niet in de taal '{taal}' te zijn")
        nummers, moet = _nummers(tekst), _nummers(teksten.get(f"nood.{naam}_1", _TELEFOON))
        if nummers != moet:
            staat, hoort = (", ".join(sorted(n)) or "geen" for n in (nummers, moet))
            yield Fout(BESTAND, id, f"de telefoonnummers zijn {staat}; in het Nederlands {hoort}")
        if taal in _VAN_RECHTS and _LOS_NUMMER.search(kaal):
            yield Fout(
                BESTAND, id, "zet het telefoonnummer tussen \\u2066 en \\u2069, anders draaien de delen om"
            )
        if len(kaal) > _LANGSTE:
            yield Fout(BESTAND, id, f"langer dan {_LANGSTE} tekens")


def _nummers(tekst: str) -> frozenset[str]:
    """The numbers to call, and where a link dials; an address of a site is none."""
    zonder_sites = re.sub(r"\[[^\]]+\]\(http[^)]*\)", " ", tekst)
    links = {doel for _, doel in _LINK.findall(tekst)}
    return frozenset(links | set(_NUMMER.findall(_LINK.sub(r"\1", zonder_sites))))


def _is_taal(tekst: str, taal: str) -> bool:
    if taal in _SCHRIFT:
        letters = [teken for teken in tekst if teken.isalpha()]
        eigen = sum(unicodedata.name(teken, "").startswith(_SCHRIFT[taal]) for teken in letters)
        return eigen > 0.9 * len(letters)
    woorden = re.findall(r"[^\W\d_]+", tekst.lower())
    in_taal = sum(zipf_frequency(woord, taal) for woord in woorden)
    return in_taal > 1.2 * sum(zipf_frequency(woord, "nl") for woord in woorden)
