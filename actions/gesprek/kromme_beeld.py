"""The curve of `Werken` as a picture (SVG) and as a table: the same numbers twice.

The picture stands in the chat window (a shadow root under a strict policy), on the overview page and on paper. So it has no
script, no style and no ids, takes its ink from the text around it, and says in `<title>` and `<desc>` what a sighted person
sees. The parts differ in texture, never in colour only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from actions.contract_vergelijken import LetOpBijUren, Punt, Werken
from actions.gesprek.kromme_schaal import (
    Merk,
    Schaal,
    hoogte_bij,
    merkwaarden,
    rijen_nodig,
    rond,
    spreid,
    tekstbreedte,
)

Tekst = Callable[..., str]
"""From text id and values to words, as `Werk.tekst`."""
Deel = Literal["netto_loon", "uitkering", "toeslagen", "gemeente"]

DELEN: tuple[Deel, ...] = ("netto_loon", "uitkering", "toeslagen", "gemeente")
"""What is left is made of, from the bottom up."""
BREED = 320
"""Units across. In a telephone's bubble a unit is about a pixel, so letters keep a size that can be read."""
_RECHTS, _HOOG = 310.0, 190.0
_LETTER = 14
_STIP = 6.0
"""Between the lines of a texture."""
_TINT: dict[Deel, str] = {
    "netto_loon": "#2f6fb3",
    "uitkering": "#e09b1a",
    "toeslagen": "#3f8f5a",
    "gemeente": "#9a5fb0",
}
_STREEK: dict[Deel, str | None] = {
    "netto_loon": None,
    "uitkering": 'stroke-width="0.8"',
    "toeslagen": 'stroke-width="2" stroke-linecap="round" stroke-dasharray="0 6"',
    "gemeente": f'stroke-width="{_STIP:g}" stroke-dasharray="0.8 4"',
}
"""Upright lines, dots, lying lines: all of them drawn as upright strokes, so that nothing has to be clipped or referred to."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A row of the table. Amounts are whole euros, as in the picture."""

    uren: Decimal
    delen: tuple[Decimal, ...]
    """In the order of the heads of the table."""
    totaal: Decimal
    nu: bool


@dataclass(frozen=True, slots=True)
class Tabel:
    delen: tuple[str, ...]
    """Which parts there are, as text names: those that are nothing everywhere are left out."""
    regels: tuple[Regel, ...]


def tabel(werken: Werken) -> Tabel:
    """The numbers of the picture, by hours of work."""
    delen: tuple[str, ...] = _aanwezig(werken)
    if _met_kosten(werken):
        delen = (*delen, "kosten")
    nu = None if werken.nu is None else werken.nu.uren
    return Tabel(
        delen,
        tuple(
            Regel(p.uren, tuple(_heel(_waarde(p, d)) for d in delen), _heel(p.totaal_per_maand), p.uren == nu)
            for p in _op_volgorde(werken)
        ),
    )


def plekken(werken: Werken) -> list[LetOpBijUren]:
    """What has a place in the picture and a number, in that order. What is not known holds for the whole of it."""
    return [een for een in werken.let_op if not over_het_geheel(een)]


def over_het_geheel(een: LetOpBijUren) -> bool:
    return een.code.endswith("onbekend")


def zinnen(tekst: Tekst, werken: Werken) -> list[str]:
    """What a sighted person sees in the picture, in sentences."""
    punten = _op_volgorde(werken)
    if not punten:
        return []
    meest = max(punten, key=lambda p: _heel(p.totaal_per_maand))
    minst = min(punten, key=lambda p: _heel(p.totaal_per_maand))
    if _heel(meest.totaal_per_maand) == _heel(minst.totaal_per_maand):
        gezegd = [tekst("kromme.gelijk", som=_heel(meest.totaal_per_maand))]
    else:
        gezegd = [
            tekst(f"kromme.{wat}", uren=punt.uren, som=_heel(punt.totaal_per_maand))
            for wat, punt in (("meest", meest), ("minst", minst))
        ]
    if _met_kosten(werken):
        gezegd.append(tekst("kromme.na_kosten"))
    if werken.nu is not None:
        gezegd.append(tekst("kromme.nu", uren=werken.nu.uren, som=_heel(werken.nu.totaal_per_maand)))
    bij = sorted({een.bij_uren for een in plekken(werken)})
    if bij:
        gezegd.append(tekst("kromme.let_op", uren=bij))
    return gezegd


def beeld(tekst: Tekst, werken: Werken) -> str | None:
    """The picture, as an SVG document without anything that runs or loads. None when there are no points."""
    punten = _op_volgorde(werken)
    if not punten:
        return None
    delen = _aanwezig(werken)
    merken = _merken(tekst, werken)
    bedragen = [_stapel(p, delen, len(delen)) for p in punten] + [p.totaal_per_maand for p in punten]
    breedste = max(tekstbreedte(_getal(tekst, b), _LETTER) for b in merkwaarden(*rond(bedragen)))
    links = breedste + 9
    rijen = rijen_nodig(merken, _RECHTS - links)
    boven = 24.0 + 22.0 * rijen
    schaal = Schaal.om(
        uren=[p.uren for p in punten] + [m.uren for m in merken],
        bedragen=bedragen,
        vak=(links, boven, _RECHTS, boven + _HOOG),
    )
    vlakken = _vlakken(schaal, punten, delen)
    lijn = [(x, schaal.y(p.totaal_per_maand)) for x, p in _plekken(schaal, punten)]
    uitleg, hoogte = _uitleg(tekst, delen, schaal.onder + 48)
    if _met_kosten(werken):
        uitleg.append(_woord(tekst("kromme.na_kosten"), 2, hoogte + 12))
        hoogte += 20
    van, tot = punten[0].uren, punten[-1].uren
    titel = tekst("kromme.titel", van=van, tot=tot)
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {hoogte:g}" role="img" '
            f'font-size="{_LETTER}" fill="currentColor" stroke="none">',
            f"<title>{escape(titel)}</title>",
            f"<desc>{escape(' '.join((*zinnen(tekst, werken), tekst('kromme.ook_tabel'))))}</desc>",
            *_assen(tekst, schaal),
            *vlakken,
            f'<path class="k-totaal" d="{_pad(lijn)}" fill="none" stroke="currentColor" stroke-width="3" '
            'stroke-linejoin="round" stroke-linecap="round"/>',
            *_merktekens(schaal, lijn, spreid(merken, rijen, schaal)),
            *uitleg,
            "</svg>",
        )
    )


def _op_volgorde(werken: Werken) -> list[Punt]:
    return sorted(werken.punten, key=lambda punt: punt.uren)


def _heel(bedrag: Decimal) -> Decimal:
    """Whole euros, rounded as the chat window does. Never a minus before nothing."""
    return (bedrag + Decimal("0.5")).to_integral_value(ROUND_FLOOR)


def _waarde(punt: Punt, deel: str) -> Decimal:
    bedrag: Decimal = getattr(punt, deel)
    return bedrag


def _aanwezig(werken: Werken) -> tuple[Deel, ...]:
    return tuple(deel for deel in DELEN if any(_waarde(punt, deel) for punt in werken.punten))


def _met_kosten(werken: Werken) -> bool:
    return any(punt.kosten for punt in werken.punten)


def _stapel(punt: Punt, delen: Sequence[Deel], aantal: int) -> Decimal:
    """The lowest parts on top of each other."""
    return sum((_waarde(punt, deel) for deel in delen[:aantal]), Decimal(0))


def _plekken(schaal: Schaal, punten: Sequence[Punt]) -> list[tuple[float, Punt]]:
    """Where the points stand. A single one gets some width, so that there is something to see."""
    if len(punten) == 1:
        midden = schaal.x(punten[0].uren)
        return [(midden - 10, punten[0]), (midden + 10, punten[0])]
    return [(schaal.x(punt.uren), punt) for punt in punten]


def _vlakken(schaal: Schaal, punten: Sequence[Punt], delen: Sequence[Deel]) -> list[str]:
    plekken = _plekken(schaal, punten)
    uit = []
    for nr, deel in enumerate(delen):
        onder = [(x, schaal.y(_stapel(p, delen, nr))) for x, p in plekken]
        boven = [(x, schaal.y(_stapel(p, delen, nr + 1))) for x, p in plekken]
        uit.append(
            f'<path d="{_pad([*boven, *reversed(onder)])}Z" fill="{_TINT[deel]}" fill-opacity="0.28"/>'
        )
        uit.append(_textuur(deel, onder, boven))
        uit.append(f'<path d="{_pad(boven)}" fill="none" stroke="currentColor" stroke-width="1"/>')
    return uit


def _textuur(deel: Deel, onder: Sequence[tuple[float, float]], boven: Sequence[tuple[float, float]]) -> str:
    streek = _STREEK[deel]
    if streek is None:
        return ""
    stukken = []
    begin, eind = onder[0][0], onder[-1][0]
    x = begin + _STIP / 2
    while x <= eind - _STIP / 2 + 0.01:
        laag, hoog = hoogte_bij(onder, x), hoogte_bij(boven, x)
        if laag - hoog > 3:
            stukken.append(f"M{x:g} {laag - 1.5:.1f}V{hoog:.1f}")
        x += _STIP
    if not stukken:
        return ""
    return f'<path d="{"".join(stukken)}" fill="none" stroke="currentColor" stroke-opacity="0.75" {streek}/>'


def _assen(tekst: Tekst, schaal: Schaal) -> list[str]:
    uit = [_woord(tekst("kromme.as_euro"), 2, 14)]
    for bedrag in merkwaarden(schaal.laagst, schaal.hoogst):
        y = schaal.y(bedrag)
        dik = "1.2" if bedrag == 0 else "0.5"
        uit.append(
            f'<line x1="{schaal.links:.1f}" y1="{y:.1f}" x2="{_RECHTS:g}" y2="{y:.1f}" '
            f'stroke="currentColor" stroke-width="{dik}"/>'
        )
        uit.append(_woord(_getal(tekst, bedrag), schaal.links - 5, y + 4.5, "end"))
    for uren in schaal.urenmerken():
        x = schaal.x(uren)
        uit.append(
            f'<line x1="{x:.1f}" y1="{schaal.onder:.1f}" x2="{x:.1f}" y2="{schaal.onder + 4:.1f}" stroke="currentColor"/>'
        )
        uit.append(_woord(_getal(tekst, uren), x, schaal.onder + 17, "middle"))
    uit.append(_woord(tekst("kromme.as_uren"), _RECHTS, schaal.onder + 34, "end"))
    return uit


def _getal(tekst: Tekst, getal: Decimal) -> str:
    return tekst("kromme.getal", getal=getal)


def _merken(tekst: Tekst, werken: Werken) -> list[Merk]:
    """What stands above the curve: the numbers of the list below the picture, by hours, and the present situation."""
    bij: dict[Decimal, list[str]] = {}
    for nr, een in enumerate(plekken(werken), start=1):
        bij.setdefault(een.bij_uren, []).append(str(nr))
    merken = [Merk(", ".join(nummers), uren) for uren, nummers in bij.items()]
    if werken.nu is not None:
        merken.append(Merk(tekst("kromme.nu_merk"), werken.nu.uren, werken.nu.totaal_per_maand))
    return sorted(merken, key=lambda merk: (merk.uren, merk.hoogte is None))


def _merktekens(
    schaal: Schaal, lijn: Sequence[tuple[float, float]], merken: Sequence[tuple[Merk, float, int]]
) -> list[str]:
    uit = []
    for merk, midden, rij in merken:
        x = schaal.x(merk.uren)
        y = hoogte_bij(lijn, x) if merk.hoogte is None else schaal.y(merk.hoogte)
        bodem = schaal.boven - 6 - 22 * rij
        uit.append(
            f'<path d="M{midden:.1f} {bodem:.1f}L{x:.1f} {y:.1f}" stroke="currentColor" stroke-width="0.8" '
            'stroke-dasharray="3 2"/>'
        )
        uit.append(
            f'<rect x="{midden - merk.breed / 2:.1f}" y="{bodem - 18:.1f}" width="{merk.breed:.1f}" height="18" '
            f'rx="{9 if merk.hoogte is None else 2}" fill="none" stroke="currentColor" stroke-width="1.5"/>'
        )
        uit.append(_woord(merk.woord, midden, bodem - 4.5, "middle", vet=True))
        if merk.hoogte is None:
            uit.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>')
        else:
            uit.append(f'<path d="M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7Z"/>')
    return uit


def _uitleg(tekst: Tekst, delen: Sequence[Deel], y: float) -> tuple[list[str], float]:
    """What the textures mean, in as many rows as it takes; and where the picture ends."""
    uit: list[str] = []
    x = 2.0
    for deel in ("totaal", *reversed(delen)):
        woord = tekst(f"kromme.{deel}")
        breed = 28 + tekstbreedte(woord, _LETTER)
        if x > 2 and x + breed > BREED:
            x, y = 2.0, y + 21
        uit += _staal(deel, x, y)
        uit.append(_woord(woord, x + 25, y + 12))
        x += breed + 10
    return uit, y + 20


def _staal(deel: str, x: float, y: float) -> list[str]:
    if deel == "totaal":
        return [f'<path d="M{x:g} {y + 7:g}h20" stroke="currentColor" stroke-width="3"/>']
    onder, boven = [(x, y + 14), (x + 20, y + 14)], [(x, y), (x + 20, y)]
    soort = next(een for een in DELEN if een == deel)
    return [
        f'<rect x="{x:g}" y="{y:g}" width="20" height="14" fill="{_TINT[soort]}" fill-opacity="0.28" '
        'stroke="currentColor"/>',
        _textuur(soort, onder, boven),
    ]


def _woord(woord: str, x: float, y: float, anker: str = "start", *, vet: bool = False) -> str:
    zwaar = ' font-weight="700"' if vet else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor={quoteattr(anker)}{zwaar}>{escape(woord)}</text>'


def _pad(punten: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in punten)
