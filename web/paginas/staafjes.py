"""Amounts side by side as bars (SVG), with every amount written beside its bar.

It stands on the screen, on paper and in the PDF: no script, no style and no ids; ink of the text around it; full and open bars
differ in shape, never in colour only. `<title>` says everything that can be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape

from markupsafe import Markup

BREED = 320
"""Units across. On a telephone a unit is about a pixel, so letters keep a size that can be read."""
_LETTER = 14
_HOOG, _ONDER_WOORD, _TUSSEN = 12.0, 5.0, 9.0
"""Of a bar; between a label and its bar; between bars."""


@dataclass(frozen=True, slots=True)
class Staaf:
    """One bar. `open_`: only its outline is drawn."""

    label: str
    bedrag: Decimal
    tekst: str
    """The amount in words: "129 euro"."""
    open_: bool = False


def staafjes(titel: str, staven: Sequence[Staaf]) -> Markup | None:
    """The picture; None where there is nothing to compare (fewer than two bars, or no amount at all)."""
    hoogste = max((s.bedrag for s in staven), default=Decimal(0))
    if len(staven) < 2 or hoogste <= 0:
        return None
    delen, y = [], 0.0
    for staaf in staven:
        woorden, y = y + _LETTER, y + _LETTER + _ONDER_WOORD
        breed = max(float(staaf.bedrag / hoogste) * (BREED - 2), 0.0)
        delen += [
            f'<text x="1" y="{woorden:g}">{escape(staaf.label)}</text>',
            f'<text x="{BREED - 1}" y="{woorden:g}" text-anchor="end" font-weight="700">{escape(staaf.tekst)}</text>',
            f'<rect x="1" y="{y:g}" width="{breed:.1f}" height="{_HOOG:g}" stroke="currentColor" stroke-width="1.5" '
            f'fill="{"none" if staaf.open_ else "currentColor"}"/>',
        ]
        y += _HOOG + _TUSSEN
    gezegd = ", ".join(f"{s.label} {s.tekst}" for s in staven)
    return Markup(  # noqa: S704 -- made here: shapes and escaped words only
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {y - _TUSSEN + 2:g}" role="img" class="staafjes" '
        f'font-size="{_LETTER}" fill="currentColor"><title>{escape(titel)}: {escape(gezegd)}</title>{"".join(delen)}</svg>'
    )
