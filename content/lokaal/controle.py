"""What looks wrong in a gemeente or region file that has the right form: for editors, in Dutch."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from content.fouten import Fout
from content.lokaal import kleuren
from content.lokaal.herkomst import Bron, Twijfel
from content.lokaal.instelling import Overdracht
from content.lokaal.regeling import Regelingdata
from content.lokaal.regio import Regio
from content.lokaal.toets import Huishoudsoort, Inkomen, PerHuishouden
from content.parameters import Parameters

if TYPE_CHECKING:  # schema imports this package
    from content.schema import Gemeente

NAKIJKEN_NA = 365
"""Days after which an editor looks at something again."""
LAAGSTE, HOOGSTE = Decimal(100), Decimal(200)
"""Per cent of the norm between which local income limits lie."""
SPELING = Decimal("0.1")
"""Part by which an amount may differ from its percentage: a norm rises twice a year, and holiday pay may be in or out."""
RUIM = Decimal("0.25")
"""Part by which an amount without a percentage may lie outside the usual limits."""
_HONDERD = Decimal(100)
_OUDSTE = 21
"""From this age studietoeslag is the same for everybody."""
_NORMEN: dict[bool, dict[Huishoudsoort, str]] = {
    False: {
        "alleenstaande": "norm_alleenstaande",
        "alleenstaande_ouder": "norm_alleenstaande",
        "paar": "norm_gehuwden",
    },
    True: {
        "alleenstaande": "norm_alleenstaande_aow",
        "alleenstaande_ouder": "norm_alleenstaande_aow",
        "paar": "norm_gehuwden_aow",
    },
}
"""From AOW age or not, and household → the name in content/parameters/bijstand.yml."""
_TWIJFEL = {
    "onzeker": "onzeker",
    "verouderd": "verouderd",
    "oud": "de bron is ouder dan twee jaar",
    "zonder_datum": "de bron heeft geen datum",
}


def _regelingen(laag: Gemeente | Regio) -> Iterator[tuple[str, Regelingdata]]:
    """Its own schemes, each with its field name."""
    for id, data in laag.regelingen.items():
        if data is not None:
            yield f"regelingen.{id}", data
            for nr, later in enumerate(data.straks, start=1):
                yield f"regelingen.{id}.straks.{nr}", data.op(later.van)


def fouten(bestand: str, laag: Gemeente | Regio, feiten: Collection[str], vandaag: date) -> Iterator[Fout]:
    """What must be mended. `feiten`: the names of the facts; empty when they are not known."""
    for plek, data in _regelingen(laag):
        if data.nagekeken > vandaag:
            yield Fout(bestand, f"{plek}.nagekeken", f"{data.nagekeken} ligt in de toekomst")
        for veld, bronnen in (("bron", data.bron), ("bron_bedragen", data.bron_bedragen)):
            for nr, bron in enumerate(bronnen, start=1):
                if bron.datum and bron.datum > vandaag:
                    yield Fout(bestand, f"{plek}.{veld}.{nr}.datum", f"{bron.datum} ligt in de toekomst")
    if isinstance(laag, Regio):
        return
    yield from kleuren.fouten(bestand, laag.kleuren)
    if laag.overdracht is not None and laag.overdracht.mist:
        veld = laag.overdracht.mist
        yield Fout(
            bestand, "overdracht", f"bij 'kanaal: {laag.overdracht.kanaal}' hoort ook het veld '{veld}'"
        )
    if not feiten:
        return
    for nr, voorbeeld in enumerate(laag.voorbeelden, start=1):
        for feit in voorbeeld.feiten:
            if feit not in feiten:
                yield Fout(bestand, f"voorbeelden.{nr}.feiten.{feit}", f"het feit '{feit}' bestaat niet")


def waarschuwingen(
    bestand: str, laag: Gemeente | Regio, parameters: Parameters, vandaag: date
) -> Iterator[Fout]:
    """What may be right, but asks for a look."""
    for plek, data in _regelingen(laag):
        for veld, tekst in (*_datums(data, vandaag), *_bronnen(data, vandaag), *_inkomen(data.inkomen)):
            yield Fout(bestand, f"{plek}.{veld}", tekst)
        # The norms of the day the limits were written down, not of today: both rise.
        dag = min(vandaag, data.geldig_tot or vandaag, _jongste(data.bron) or vandaag)
        landelijk = (
            *_kosten_van_bestaan(data, parameters, vandaag),
            *_laagste_bedrag(plek, data, parameters, dag),
        )
        for veld, tekst in (*_limieten(data.inkomen, parameters, dag), *landelijk, *_draagkracht(data)):
            yield Fout(bestand, f"{plek}.{veld}", tekst)
    if not isinstance(laag, Regio) and laag.overdracht is not None:
        for veld, tekst in _overdracht(laag.overdracht, vandaag):
            yield Fout(bestand, f"overdracht.{veld}" if veld else "overdracht", tekst)


def _overdracht(overdracht: Overdracht, vandaag: date) -> Iterator[tuple[str, str]]:
    """What a gemeente that takes questions over is likely to have forgotten."""
    for nr, dag in enumerate(overdracht.gesloten, start=1):
        if dag < vandaag:
            yield f"gesloten.{nr}", f"{dag} is voorbij; haal deze dag weg"
    if overdracht.kanaal in (None, "open_formulieren"):
        return
    if not overdracht.openingstijden:
        yield "", "het veld 'openingstijden' ontbreekt; de inwoner leest nu niet wanneer u belt"
    if overdracht.privacyverklaring is None:
        yield (
            "",
            "het veld 'privacyverklaring' ontbreekt; de inwoner moet kunnen lezen wat u met de vraag doet",
        )


def _jongste(bronnen: Iterable[Bron]) -> date | None:
    return max((bron.datum for bron in bronnen if bron.datum), default=None)


def _datums(data: Regelingdata, vandaag: date) -> Iterator[tuple[str, str]]:
    if (vandaag - data.nagekeken).days > NAKIJKEN_NA:
        yield "nagekeken", f"voor het laatst nagekeken op {data.nagekeken}, langer dan 12 maanden geleden"
    if data.geldig_tot and data.geldig_tot < vandaag:
        yield "geldig_tot", f"gold tot en met {data.geldig_tot}; vul de nieuwe regels in"


def _bronnen(data: Regelingdata, vandaag: date) -> Iterator[tuple[str, str]]:
    over, bedragen = data.twijfel(vandaag), data.twijfel_bedragen(vandaag)
    if over:
        yield "zekerheid", _zin(over, "deze regels")
    if bedragen and bedragen != over and data.bedragen:
        eigen = "zekerheid_bedragen" if data.zekerheid_bedragen else "bron_bedragen"
        yield eigen, _zin(bedragen, "deze bedragen")


def _zin(over: Twijfel, wat: str) -> str:
    jaar = f" ({over.jaar})" if over.jaar else ""
    return f"{_TWIJFEL[over.reden]}{jaar}: bij {wat} leest de inwoner dat hij het moet navragen"


def _inkomen(inkomen: Inkomen) -> Iterator[tuple[str, str]]:
    procent = inkomen.procent
    if not isinstance(procent, Decimal):
        return
    if procent > HOOGSTE or (procent < LAAGSTE and inkomen.van != "wettelijk_minimumloon"):
        yield (
            "inkomen.procent",
            f"{procent:f} procent is vreemd; grenzen liggen meestal tussen {LAAGSTE:f} en {HOOGSTE:f}",
        )


def _kosten_van_bestaan(data: Regelingdata, parameters: Parameters, dag: date) -> Iterator[tuple[str, str]]:
    """What the law lets a gemeente choose for kwijtschelding."""
    mag = parameters.op("kwijtschelding", dag)
    procent = data.kwijtschelding.norm_procent if data.kwijtschelding else None
    if isinstance(procent, Decimal) and not (
        mag.get("norm_pct_minst", procent) <= procent <= mag.get("norm_pct_meest", procent)
    ):
        minst, meest = mag["norm_pct_minst"], mag["norm_pct_meest"]
        yield (
            "kwijtschelding.norm_procent",
            f"{procent:f} procent is vreemd; de wet laat {minst:f} tot en met {meest:f} procent toe",
        )


def _laagste_bedrag(
    plek: str, data: Regelingdata, parameters: Parameters, dag: date
) -> Iterator[tuple[str, str]]:
    """A gemeente may give more studietoeslag than the law says, never less."""
    if plek.split(".")[1] != "studietoeslag":
        return
    wet = parameters.op("studietoeslag", dag)
    for nr, rij in enumerate(data.bedragen, start=1):
        van = rij.leeftijd.van if rij.leeftijd else None
        minst = wet.get(f"leeftijd_{min(van, _OUDSTE)}") if isinstance(van, int) else None
        if minst is not None and isinstance(rij.bedrag, Decimal) and rij.bedrag < minst:
            yield (
                f"bedragen.{nr}.bedrag",
                f"{rij.bedrag:f} is minder dan het laagste bedrag van de wet ({minst:f})",
            )


def _draagkracht(data: Regelingdata) -> Iterator[tuple[str, str]]:
    for nr, deel in enumerate(data.draagkracht.delen if data.draagkracht else (), start=1):
        if isinstance(deel.procent, Decimal) and deel.procent > _HONDERD:
            yield f"draagkracht.delen.{nr}.procent", f"{deel.procent:f} procent is meer dan iemand heeft"


def _limieten(inkomen: Inkomen, parameters: Parameters, dag: date) -> Iterator[tuple[str, str]]:
    """Amounts of income limits against the norm. Gross limits are left alone: the norm is net."""
    if inkomen.bedragen is None or inkomen.soort == "bruto":
        return
    norm = parameters.op("bijstand", dag)
    for veld, bedragen, aow in (
        ("bedragen", inkomen.bedragen, False),
        ("bedragen_aow", inkomen.bedragen_aow, True),
    ):
        for soort, grens in bedragen.alle() if isinstance(bedragen, PerHuishouden) else ():
            van = norm.get(_NORMEN[aow][soort])
            if van is None or not isinstance(grens, Decimal):
                continue
            if inkomen.vakantiegeld == "zonder":
                van -= van * norm.get("vakantietoeslag_pct", Decimal(0)) / _HONDERD
            vreemd = _verschil(grens, van, inkomen.procent)
            if vreemd:
                yield f"inkomen.{veld}.{soort}", vreemd


def _verschil(grens: Decimal, norm: Decimal, procent: Decimal | str | None) -> str | None:
    """What is odd about a limit: far from its percentage or, without one, outside what limits are."""
    werkelijk = grens * _HONDERD / norm
    if isinstance(procent, Decimal):
        if abs(werkelijk - procent) > procent * SPELING:
            return (
                f"{grens:f} is {werkelijk:.0f} procent van de norm ({norm:.2f}); er staat {procent:f} procent"
            )
    elif not LAAGSTE * (1 - RUIM) <= werkelijk <= HOOGSTE * (1 + RUIM):
        return f"{grens:f} is {werkelijk:.0f} procent van de norm ({norm:.2f}); is dit een bedrag per maand?"
    return None
