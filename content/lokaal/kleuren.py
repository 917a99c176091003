"""Can everybody read what stands in the colours of a gemeente? Contrast as WCAG 2.2 has it (1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from content.fouten import Fout

NEUTRAAL: Mapping[str, str] = {
    "--rechtop-kleur": "#154273",
    "--rechtop-kleur-tekst": "#ffffff",
    "--rechtop-link": "#154273",
    "--rechtop-vlak": "#f3f5f8",
    "--rechtop-achtergrond": "#ffffff",
    "--rechtop-tekst": "#1d2733",
    "--rechtop-tekst-zacht": "#4d5a69",
    "--rechtop-rand": "#d5dbe3",
    "--rechtop-rand-sterk": "#6f7d8d",
}
"""Every colour a gemeente can set, with the one that stands there otherwise (`web/static`; a test compares them)."""
MATEN = frozenset({"--rechtop-rond", "--rechtop-lettertype", "--rechtop-tekstgrootte", "--rechtop-laag"})
"""What else it can set. These are no colours."""
TEKST, VORM = 4.5, 3.0
"""The contrast that text needs, and that the border of something to use needs."""
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Paar:
    """Two colours that meet on a screen: names of `NEUTRAAL`, or a fixed colour."""

    wat: str
    """For the message to an editor: what cannot be read when they are too much alike."""
    op: str
    """The ground."""
    van: str
    minstens: float = TEKST
    licht: float = 1.0
    """How much lighter both become (a button under a mouse)."""


_PAGINA, _VLAK = "--rechtop-achtergrond", "--rechtop-vlak"
PAREN: tuple[Paar, ...] = (
    Paar("tekst op knoppen", "--rechtop-kleur", "--rechtop-kleur-tekst"),
    Paar("tekst op een knop onder de muis", "--rechtop-kleur", "--rechtop-kleur-tekst", licht=1.15),
    Paar("tekst op een knop onder de muis", "--rechtop-kleur", "--rechtop-kleur-tekst", licht=0.85),
    *(
        paar
        for op in (_PAGINA, _VLAK)
        for paar in (
            Paar("gewone tekst", op, "--rechtop-tekst"),
            Paar("kleine tekst", op, "--rechtop-tekst-zacht"),
            Paar("tekst van een link", op, "--rechtop-link"),
            Paar("tekst in een knop met een rand", op, "--rechtop-kleur"),
            Paar("rand van een vakje", op, "--rechtop-rand-sterk", VORM),
            Paar("rode tekst bij een fout", op, "#a8201a"),
        )
    ),
)


def contrast(een: str, ander: str, licht: float = 1.0) -> float:
    """From 1 (the same) to 21 (black and white); WCAG's definition. Colours as #rgb or #rrggbb."""
    donker, helder = sorted((_helderheid(een, licht), _helderheid(ander, licht)))
    return (helder + 0.05) / (donker + 0.05)


def fouten(bestand: str, kleuren: Mapping[str, str]) -> Iterator[Fout]:
    """What is wrong with the colours of a gemeente's file, in Dutch."""
    goed = True
    for naam, waarde in kleuren.items():
        if naam not in NEUTRAAL and naam not in MATEN:
            goed = False
            mag = ", ".join(sorted((*NEUTRAAL, *MATEN)))
            yield Fout(bestand, f"kleuren.{naam}", f"deze naam bestaat niet; dit kan wel: {mag}")
        elif naam in NEUTRAAL and not _HEX.fullmatch(waarde):
            goed = False
            yield Fout(bestand, f"kleuren.{naam}", f"schrijf de kleur zo: '#154273', niet '{waarde}'")
    if goed:
        yield from _onleesbaar(bestand, kleuren)


def _onleesbaar(bestand: str, kleuren: Mapping[str, str]) -> Iterator[Fout]:
    gezegd: set[tuple[str, str]] = set()
    for paar in PAREN:
        kleur, grond = (_waarde(naam, kleuren) for naam in (paar.van, paar.op))
        gemeten = contrast(kleur, grond, paar.licht)
        if gemeten >= paar.minstens or (paar.van, paar.op) in gezegd:
            continue
        gezegd.add((paar.van, paar.op))
        # The one that this file sets is the one to change.
        veld, ander = (paar.van, paar.op) if paar.van in kleuren else (paar.op, paar.van)
        andere_waarde = "" if ander.startswith("#") else f" ({_waarde(ander, kleuren)})"
        yield Fout(
            bestand,
            f"kleuren.{veld}",
            f"{paar.wat} is zo niet goed te lezen: {_waarde(veld, kleuren)} bij {ander}{andere_waarde} heeft een contrast "
            f"van {_getal(gemeten)} en dat moet minstens {_getal(paar.minstens)} zijn",
        )


def _waarde(naam: str, kleuren: Mapping[str, str]) -> str:
    return naam if naam.startswith("#") else kleuren.get(naam, NEUTRAAL[naam])


def _helderheid(kleur: str, licht: float) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    cijfers = kleur[1:] if len(kleur) == 7 else "".join(teken * 2 for teken in kleur[1:])
    delen = (min(1.0, int(cijfers[plek : plek + 2], 16) / 255 * licht) for plek in (0, 2, 4))
    rood, groen, blauw = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _getal(maat: float) -> str:
    # Down: 4.496 must not read as enough.
    return f"{int(maat * 100) / 100:g}".replace(".", ",")
