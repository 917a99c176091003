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
from content.opmaak import euro
from content.schema import Gemeente
from web.paginas import bedragen
from web.paginas.sjablonen import inline
from web.paginas.staafjes import Staaf, staafjes

Woorden = Callable[..., str]
"""From the name of a text and its values to words."""
Tekst = Callable[..., str]
"""From the id of a text and its values to words, about whom the talk is about."""


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
    beeld: Markup | None
    """Now and then per month as bars, where there is something to see."""
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


def vergeleken(
    inhoud: Inhoud, gemeente: Gemeente, vergelijking: Vergelijking, tekst: Tekst | None = None
) -> Vergeleken:
    """`tekst` as in `gewerkt`; without it the words are to the resident."""
    woord = vensterwoord(inhoud, gemeente, tekst)
    t = woorden(inhoud, gemeente, tekst)
    verschillen = vergelijking.verschillen
    dagen = [m.uiterlijk for m in vergelijking.melden] + [n.uiterlijk for n in vergelijking.nieuw_aanvragen]
    return Vergeleken(
        v=vergelijking,
        anders=tuple(
            Anders(v, bedragen.cellen(woord, v)) for v in verschillen if not bedragen.blijft_gelijk(v)
        ),
        gelijk=tuple(v.titel for v in verschillen if bedragen.blijft_gelijk(v)),
        met_datum=any(dagen),
        beeld=_nu_en_straks(woord, t, vergelijking),
        verschil=lambda anders: bedragen.verschil(woord, anders),
        t=t,
        w=lambda naam, **waarden: bedragen.vul(woord, naam, **waarden),
    )


def gewerkt(inhoud: Inhoud, gemeente: Gemeente, werken: Werken, beeld: str | None, tekst: Tekst) -> Gewerkt:
    """`tekst` gives a text by id and values about whom the talk is about; `beeld` is the picture of `kromme_beeld`."""
    t = woorden(inhoud, gemeente, tekst)
    return Gewerkt(
        # Made by us: shapes and escaped words only.
        beeld=Markup(beeld) if beeld else None,  # noqa: S704
        tabel=kromme_beeld.tabel(werken),
        zinnen=tuple(kromme_beeld.zinnen(tekst, werken)),
        plekken=tuple(een.tekst for een in kromme_beeld.plekken(werken)),
        let_op=tuple(een.tekst for een in werken.let_op if kromme_beeld.over_het_geheel(een)),
        tijdelijk=tuple(_tijdelijk(t, werken)),
        later=tuple(een.tekst for een in werken.later),
        niet_mee=tuple(werken.niet_meegerekend),
        t=t,
        k=lambda naam, **waarden: tekst(f"kromme.{naam}", **waarden),
    )


def woorden(inhoud: Inhoud, gemeente: Gemeente | None, tekst: Tekst | None = None) -> Woorden:
    """Words of `content/teksten/overzichtpagina.yml`, with simple Markdown as inline HTML."""

    def t(naam: str, **waarden: Any) -> Markup:
        id_ = f"overzichtpagina.{naam}"
        return inline(tekst(id_, **waarden) if tekst else inhoud.tekst(id_, gemeente=gemeente, **waarden))

    return t


def vensterwoord(inhoud: Inhoud, gemeente: Gemeente, tekst: Tekst | None = None) -> bedragen.Woord:
    """Words of the chat window (`widget.yml`), those that speak to the resident as this page says them of somebody else."""

    def woord(naam: str) -> str:
        if tekst and naam in _OVER_IEMAND:
            return tekst(f"overzichtpagina.{naam}")
        return inhoud.tekst(f"widget.{naam}", gemeente=gemeente)

    return woord


_OVER_IEMAND = frozenset({"v_te_veel", "v_dit_jaar", "v_vol_jaar", "som_korting"})


def _nu_en_straks(woord: bedragen.Woord, t: Woorden, vergelijking: Vergelijking) -> Markup | None:
    """The total per month as two bars: open for now, full for then. Each scheme stands in the table."""
    totaal = vergelijking.totaal_per_maand
    staven = [
        Staaf(woord("v_nu"), totaal.voor, euro(totaal.voor), open_=True),
        Staaf(woord("v_straks"), totaal.na, euro(totaal.na)),
    ]
    return staafjes(str(t("staafjes_verandering")), staven)


def _tijdelijk(t: Woorden, werken: Werken) -> Iterator[str]:
    """A sentence per stretch of months, over all hours that have it."""
    for maanden in sorted({een.tot_en_met_maand for een in werken.tijdelijk}):
        samen = [een for een in werken.tijdelijk if een.tot_en_met_maand == maanden and een.extra > 0]
        if samen:
            yield t(
                "eerste_maanden",
                aantal=maanden,
                van=min(een.uren for een in samen),
                tot=max(een.uren for een in samen),
                laag=round(min(een.extra for een in samen)),
                hoog=round(max(een.extra for een in samen)),
            )
