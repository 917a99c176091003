"""Where a local rule comes from, how sure it is, and whether a resident must be told to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from content.vorm import Strikt, Tekst, Url

Zekerheid = Literal["twee_bronnen", "een_bron", "afgeleid", "onzeker", "verouderd", "verzonnen"]
"""`verzonnen`: only in files of a gemeente or region that does not exist. It decides, so that it can be shown and tested."""
BESLIST: Final = frozenset({"twee_bronnen", "een_bron", "afgeleid", "verzonnen"})
"""The confidences with which a value may decide; the others are told, with a warning (docs/besluiten/0016)."""
HOUDBAAR_JAREN: Final = 2
"""After so many years a source no longer speaks for today."""


class Bron(Strikt):
    """A verordening, a page, a decision."""

    naam: Tekst
    url: Url
    datum: date | None
    """Of the source itself. None when it has none: then its amounts are in doubt."""
    artikel: Tekst | None = None


@dataclass(frozen=True, slots=True)
class Twijfel:
    """Why an amount or limit may only be shown with "vraag het na"."""

    reden: Literal["onzeker", "verouderd", "oud", "zonder_datum"]
    jaar: int | None
    """Of the newest source: "dit bedrag is van 2022". None when no source has a date."""


def twijfel(zekerheid: Zekerheid, bronnen: Sequence[Bron], op: date) -> Twijfel | None:
    """The doubt about what rests on these sources, on a day; None when there is none."""
    nieuwste = max((bron.datum for bron in bronnen if bron.datum), default=None)
    jaar = nieuwste.year if nieuwste else None
    if zekerheid in ("onzeker", "verouderd"):
        return Twijfel("onzeker" if zekerheid == "onzeker" else "verouderd", jaar)
    if nieuwste is None:
        return Twijfel("zonder_datum", None)
    # As tuples, for the 29th of February.
    if (nieuwste.year + HOUDBAAR_JAREN, nieuwste.month, nieuwste.day) < (op.year, op.month, op.day):
        return Twijfel("oud", jaar)
    return None
