"""What the templates `delen/vergelijking.html` and `delen/werken.html` show: before and after a change, and more or fewer
hours of work. Both come with their words, so that any page can show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from actions.contract_vergelijken import Vergelijking, Verschil, Werken
from actions.gesprek import kromme_beeld
from content.inhoud import Inhoud
from content.schema import Gemeente
from web.paginas import bedragen
from web.paginas.sjablonen import inline

Woorden = Callable[..., str]
"""From the name of a text and its values to words."""


@dataclass(frozen=True, slots=True)
class Anders:
    """A scheme that changes."""

    v: Verschil
    cellen: tuple[str, str, str]
    """Now, then, and the difference."""


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """Now and then, as `delen/vergelijking.html` takes it."""

    v: Vergelijking
    anders: tuple[Anders, ...]
    gelijk: tuple[str, ...]
    """Names of the schemes that stay as they are."""
    met_datum: bool
    """There is something to put in an agenda."""
    verschil: Callable[[Decimal], str]
    t: Woorden
    """`content/teksten/overzichtpagina.yml`."""
    w: Woorden
    """`content/teksten/widget.yml`."""


@dataclass(frozen=True, slots=True)
class Gewerkt:
    """More or fewer hours, as `delen/werken.html` takes it."""

    beeld: Markup | None
    tabel: kromme_beeld.Tabel
    zinnen: tuple[str, ...]
    """What a sighted person sees in the picture."""
    plekken: tuple[str, ...]
    """What stands at the numbers in the picture, in that order."""
    let_op: tuple[str, ...]
    """What holds for the whole picture."""
    tijdelijk: tuple[str, ...]
    later: tuple[str, ...]
    niet_mee: tuple[str, ...]
    t: Woorden
    k: Woorden
    """`content/teksten/kromme.yml`, about whom the talk is about."""


def vergeleken(inhoud: Inhoud, gemeente: Gemeente, vergelijking: Vergelijking) -> Vergeleken:
    def woord(naam: str) -> str:
        return inhoud.tekst(f"widget.{naam}", gemeente=gemeente)

    verschillen = vergelijking.verschillen
    dagen = [m.uiterlijk for m in vergelijking.melden] + [n.uiterlijk for n in vergelijking.nieuw_aanvragen]
    return Vergeleken(
        v=vergelijking,
        anders=tuple(
            Anders(v, bedragen.cellen(woord, v)) for v in verschillen if not bedragen.blijft_gelijk(v)
        ),
        gelijk=tuple(v.titel for v in verschillen if bedragen.blijft_gelijk(v)),
        met_datum=any(dagen),
        verschil=lambda anders: bedragen.verschil(woord, anders),
        t=woorden(inhoud, gemeente),
        w=lambda naam, **waarden: bedragen.vul(woord, naam, **waarden),
    )


def gewerkt(
    inhoud: Inhoud, gemeente: Gemeente, werken: Werken, beeld: str | None, tekst: Callable[..., str]
) -> Gewerkt:
    """`tekst` gives a text by id and values about whom the talk is about; `beeld` is the picture of `kromme_beeld`."""
    return Gewerkt(
        # Made by us: shapes and escaped words only.
        beeld=Markup(beeld) if beeld else None,  # noqa: S704
        tabel=kromme_beeld.tabel(werken),
        zinnen=tuple(kromme_beeld.zinnen(tekst, werken)),
        plekken=tuple(een.tekst for een in kromme_beeld.plekken(werken)),
        let_op=tuple(een.tekst for een in werken.let_op if kromme_beeld.over_het_geheel(een)),
        tijdelijk=tuple(_tijdelijk(inhoud, werken)),
        later=tuple(een.tekst for een in werken.later),
        niet_mee=tuple(werken.niet_meegerekend),
        t=woorden(inhoud, gemeente),
        k=lambda naam, **waarden: tekst(f"kromme.{naam}", **waarden),
    )


def woorden(inhoud: Inhoud, gemeente: Gemeente | None) -> Woorden:
    """Words of `content/teksten/overzichtpagina.yml`, with simple Markdown as inline HTML."""

    def t(naam: str, **waarden: Any) -> Markup:
        return inline(inhoud.tekst(f"overzichtpagina.{naam}", gemeente=gemeente, **waarden))

    return t


def _tijdelijk(inhoud: Inhoud, werken: Werken) -> Iterator[str]:
    """A sentence per stretch of months, over all hours that have it."""
    for maanden in sorted({een.tot_en_met_maand for een in werken.tijdelijk}):
        samen = [een for een in werken.tijdelijk if een.tot_en_met_maand == maanden and een.extra > 0]
        if samen:
            yield inhoud.tekst(
                "overzichtpagina.eerste_maanden",
                aantal=maanden,
                van=min(een.uren for een in samen),
                tot=max(een.uren for een in samen),
                laag=round(min(een.extra for een in samen)),
                hoog=round(max(een.extra for een in samen)),
            )
