"""Every limit of a local scheme as data, with a household exactly at it and one just past it.

What must come out is worked out here from the data and the amounts of the law, not by the rules. A field that sets a condition
without a case here is found by `test_grenzen_lokaal.test_geen_grens_is_vergeten`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from actions.regels.lokaal import wet
from actions.regels.lokaal.draagkracht import RUIME_KOSTEN
from actions.regels.lokaal.kwijtschelding import RUIME_AANSLAG, RUIME_UITGAVEN
from content.lokaal.geld import Bedragrij
from content.lokaal.toets import Kinderen, Leeftijden, PerHuishouden
from content.vorm import ONBEKEND
from tests.regels.grenzen_lokaal import (
    AOW,
    CENT,
    HONDERD,
    D,
    Feiten,
    Proef,
    alleen_per_kind,
    gezet,
    gezinnen,
    goed,
    inkomen,
    onpassend,
    passend,
)  # fmt: skip
from tests.regels.hulp import NIET
from tests.regels.hulp import ONBEKEND as WEET_NIET
from tests.regels.lokaal import bedrag


@dataclass(frozen=True)
class Geval:
    """One household and what must come out."""

    veld: str
    """The field of the scheme it tests: "inkomen", "leeftijd.van", "eisen.studeert", "bedragen.per_kind.tot"."""
    feiten: Feiten
    recht: str
    code: str | None = None
    """Of the reason for a no."""
    bijna: bool | None = None
    bedrag: Decimal | None = None
    """Each time, when it is certain."""


def gevallen(p: Proef) -> Iterator[Geval]:
    for soort, feiten in gezinnen(p):
        yield from _inkomen(p, soort, feiten)
        yield from _vermogen(p, soort, feiten)
        yield from _leeftijd(p, soort, feiten)
        yield from _kind(p, soort, feiten)
        yield from _jaren(p, soort, feiten)
        yield from _feiten(p, soort, feiten)
        yield from _bedragen(p, soort, feiten)
        yield from _kwijtschelding(p, soort, feiten)


def norm(soort: str, feiten: Feiten, *, aow_telt: bool = True) -> Decimal:
    naam = "norm_gehuwden" if soort == "paar" else "norm_alleenstaande"
    return bedrag(f"{naam}_aow" if aow_telt and feiten["leeftijd"] >= AOW else naam)


def inkomensgrens(p: Proef, soort: str, feiten: Feiten) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest thing the limit may mean, euros a month with holiday pay; None when there is none or nobody
    knows."""
    eis = p.data.inkomen
    if eis.van == "bedrag":
        assert eis.bedragen is not None
        bedragen = eis.bedragen_aow if eis.bedragen_aow and feiten["leeftijd"] >= AOW else eis.bedragen
        grens = getattr(bedragen, soort)
        if grens == ONBEKEND:
            return None
        netto = 1 / (1 - bedrag("vakantietoeslag_pct") / HONDERD)
        bruto = 1 + bedrag("vakantiebijslag_pct", "loon") / HONDERD
        erbij = {"netto": [netto], "bruto": [bruto], ONBEKEND: [netto, bruto]}[eis.soort]
        delen = {"met": [D(1)], "zonder": erbij, ONBEKEND: [D(1), *erbij]}[eis.vakantiegeld]
        return grens * min(delen), grens * max(delen)
    if eis.van in ("geen", ONBEKEND) or not isinstance(eis.procent, Decimal):
        return None
    if eis.van == "wettelijk_minimumloon":
        van = bedrag("referentiemaandloon", "minimumloon") * (
            1 + bedrag("vakantiebijslag_pct", "loon") / HONDERD
        )
    else:
        van = norm(soort, feiten, aow_telt=eis.van == "norm_bijstand_aow_als_aow")
    return (van * eis.procent / HONDERD,) * 2


def _inkomen(p: Proef, soort: str, feiten: Feiten) -> Iterator[Geval]:
    if p.data.inkomen.van in ("geen", ONBEKEND):
        # No side, or an unknown one: the poorest and the richest come out the same.
        rijk = goed(p, soort)
        if not p.data.kwijtschelding:
            yield Geval("inkomen", {**feiten, **inkomen(D(9_000))}, rijk)
        yield Geval("inkomen", feiten, rijk)
        return
    grenzen = inkomensgrens(p, soort, feiten)
    if grenzen is None:
        yield Geval("inkomen", feiten, WEET_NIET)
        return
    laag, hoog = (g.quantize(CENT, "ROUND_FLOOR") for g in grenzen)
    yield Geval("inkomen", {**feiten, **inkomen(laag)}, goed(p, soort))
    net_erboven = {**feiten, **inkomen(hoog + CENT)}
    if laag != hoog:
        yield Geval("inkomen", {**feiten, **inkomen(laag + CENT)}, WEET_NIET)
    if p.data.draagkracht:
        yield Geval("draagkracht", net_erboven, WEET_NIET)
        if ONBEKEND not in (p.data.draagkracht.maanden, *(d.procent for d in p.data.draagkracht.delen)):
            yield Geval("draagkracht", {**feiten, **inkomen(hoog + RUIME_KOSTEN)}, NIET, "inkomen_te_hoog")
        return
    yield Geval("inkomen", net_erboven, NIET, "inkomen_te_hoog", bijna=True)
    # Of an amount of which the holiday pay is not known, the band is that of the highest limit.
    band = (grenzen[1] * D("1.1")).quantize(CENT, "ROUND_FLOOR")
    yield Geval("inkomen", {**feiten, **inkomen(band)}, NIET, "inkomen_te_hoog", bijna=True)
    yield Geval("inkomen", {**feiten, **inkomen(band + CENT)}, NIET, "inkomen_te_hoog", bijna=False)


def _vermogen(p: Proef, soort: str, feiten: Feiten) -> Iterator[Geval]:
    eis = p.data.vermogen
    grens: Decimal | str | None = None
    if eis.grens == "bijstand":
        grens = bedrag({"paar": "vermogensgrens_gehuwden"}.get(soort, f"vermogensgrens_{soort}"))
    elif eis.bedragen:
        grens = getattr(eis.bedragen, soort)
    if not isinstance(grens, Decimal):
        # Kwijtschelding has a limit of its own.
        veel = "0.00" if p.data.kwijtschelding else "900000.00"
        yield Geval("vermogen", {**feiten, "vermogen_nu": veel}, goed(p, soort))
        return
    yield Geval("vermogen", {**feiten, "vermogen_nu": str(grens)}, goed(p, soort))
    yield Geval(
        "vermogen", {**feiten, "vermogen_nu": str(grens + CENT)}, NIET, "vermogen_te_hoog", bijna=False
    )


def _leeftijd(p: Proef, soort: str, feiten: Feiten) -> Iterator[Geval]:
    eis = wet.leeftijd(p.id, p.data)
    for kant, grens in (("van", eis.van), ("tot", eis.tot)) if eis else ():
        if grens is None:
            continue
        if grens == ONBEKEND:
            yield Geval(f"leeftijd.{kant}", feiten, WEET_NIET)
            continue
        jaren = AOW if grens == "aow" else int(grens)
        # `tot: aow` ends the day before, `tot: 26` after that whole year.
        op = jaren - 1 if (kant, grens) == ("tot", "aow") else jaren
        voorbij = op - 1 if kant == "van" else op + 1
        code = "te_jong" if kant == "van" else "te_oud"
        yield Geval(f"leeftijd.{kant}", {**feiten, "leeftijd": op}, goed(p, soort))
        yield Geval(f"leeftijd.{kant}", {**feiten, "leeftijd": voorbij}, NIET, code)


def _kind(p: Proef, soort: str, feiten: Feiten) -> Iterator[Geval]:
    eis = p.data.kinderen
    for kant, grens in (("van", eis.van), ("tot", eis.tot)) if eis else ():
        if grens == ONBEKEND:
            yield Geval(f"kinderen.{kant}", feiten, WEET_NIET)
            continue
        yield Geval(f"kinderen.{kant}", {**feiten, "kinderen": [grens]}, goed(p, soort))
        voorbij = int(grens) - 1 if kant == "van" else int(grens) + 1
        if 0 <= voorbij <= 17:
            yield Geval(f"kinderen.{kant}", {**feiten, "kinderen": [voorbij]}, NIET, "geen_kind")
        yield Geval(f"kinderen.{kant}", {**feiten, "kinderen": []}, NIET, "geen_kind")


def _jaren(p: Proef, soort: str, feiten: Feiten) -> Iterator[Geval]:
    jaren = p.data.jaren_laag_inkomen
    if isinstance(jaren, Decimal):
        yield Geval("jaren_laag_inkomen", {**feiten, "jaren_laag_inkomen": str(jaren)}, goed(p, soort))
        kort = {**feiten, "jaren_laag_inkomen": str(jaren - D("0.1"))}
        yield Geval("jaren_laag_inkomen", kort, NIET, "te_kort_laag_inkomen")
    elif jaren:
        yield Geval("jaren_laag_inkomen", feiten, WEET_NIET)


def _feiten(p: Proef, soort: str, feiten: Feiten) -> Iterator[Geval]:
    keuze = wet.een_van(p.id, p.data)
    for feit, waarde in wet.eisen(p.id, p.data).items():
        if waarde == ONBEKEND:
            yield Geval(f"eisen.{feit}", feiten, WEET_NIET)
            continue
        yield Geval(f"eisen.{feit}", feiten, goed(p, soort))
        if (anders := onpassend(feit, waarde)) is not None:
            yield Geval(f"eisen.{feit}", {**feiten, feit: anders}, NIET, f"eis_{feit}")
    niets = {feit: onpassend(feit, waarde) for feit, waarde in keuze.items() if waarde != ONBEKEND}
    zeker = len(niets) == len(keuze)
    for feit, waarde in keuze.items():
        veld = f"een_van.{feit}"
        if waarde != ONBEKEND:
            yield Geval(veld, {**feiten, **niets, feit: passend(waarde)}, goed(p, soort))
        yield Geval(
            veld, {**feiten, **niets}, NIET if zeker else WEET_NIET, "geen_van_de_eisen" if zeker else None
        )


def _bedragen(p: Proef, soort: str, feiten: Feiten) -> Iterator[Geval]:
    """At and past each age of each row; and each kind of household."""
    recht = goed(p, soort)
    if p.data.ritme == ONBEKEND:
        yield from (
            Geval(f"bedragen.{veld}", feiten, recht) for rij in p.data.bedragen for veld in gezet(rij)
        )
        return
    leeftijd = wet.leeftijd(p.id, p.data)
    for rij in p.data.bedragen:
        if rij.huishouden != "alle":
            yield Geval("bedragen.huishouden", feiten, recht, bedrag=som(p.data.bedragen, soort, feiten))
        for naam in ("leeftijd", "met_kind", "per_kind"):
            eis = getattr(rij, naam)
            for kant in ("van", "tot") if eis else ():
                grens = getattr(eis, kant)
                for jaren in _om(grens, kant):
                    feit = "leeftijd" if naam == "leeftijd" else "kinderen"
                    mag = leeftijd if naam == "leeftijd" else p.data.kinderen
                    if (soort == "alleenstaande" and feit == "kinderen") or (mag and not _binnen(mag, jaren)):
                        continue
                    nu = {**feiten, feit: jaren if feit == "leeftijd" else [jaren]}
                    yield from _met_bedrag(p, soort, nu, f"bedragen.{naam}.{kant}", recht)
                if grens == ONBEKEND:
                    yield Geval(f"bedragen.{naam}.{kant}", feiten, recht)


def _met_bedrag(p: Proef, soort: str, feiten: Feiten, veld: str, recht: str) -> Iterator[Geval]:
    totaal = som(p.data.bedragen, soort, feiten)
    if alleen_per_kind(p.data) and totaal == 0:
        yield Geval(veld, feiten, NIET, "geen_kind")
    else:
        yield Geval(veld, feiten, recht, bedrag=totaal)


def _om(grens: int | str | None, kant: str) -> Sequence[int]:
    """The age at a limit and the one past it."""
    if grens is None or grens == ONBEKEND:
        return ()
    jaren = AOW if grens == "aow" else int(grens)
    op = jaren - 1 if (grens, kant) == ("aow", "tot") else jaren
    return [j for j in (op, op - 1 if kant == "van" else op + 1) if j >= 0 and (j <= 17 or jaren > 17)]


def _binnen(eis: Leeftijden | Kinderen | None, jaren: int) -> bool:
    """Surely within: an end that is not known holds nobody."""
    if eis is None:
        return True
    van = 0 if eis.van is None else AOW if eis.van == "aow" else eis.van
    tot = 120 if eis.tot is None else AOW - 1 if eis.tot == "aow" else eis.tot
    return isinstance(van, int) and isinstance(tot, int) and van <= jaren <= tot


def som(rijen: Sequence[Bedragrij], soort: str, feiten: Feiten) -> Decimal | None:
    """What a household gets each time by the table of the file; None when that is not known."""
    if any(ONBEKEND in _grenswaarden(rij) for rij in rijen):
        return None
    gewoon = [rij for rij in rijen if rij.per_kind is None]
    delen: list[Decimal | str | None] = []
    if gewoon:
        delen.append(next((rij.bedrag for rij in gewoon if _past(rij, soort, feiten)), None))
    for kind in feiten["kinderen"]:
        voor_kind = (r for r in rijen if r.per_kind and _past(r, soort, feiten) and _binnen(r.per_kind, kind))
        delen += [rij.bedrag for rij in list(voor_kind)[:1]]
    return sum((d for d in delen if isinstance(d, Decimal)), D(0)) if _alle_bekend(delen) else None


def _alle_bekend(delen: Sequence[Decimal | str | None]) -> bool:
    return all(isinstance(deel, Decimal) for deel in delen)


def _grenswaarden(rij: Bedragrij) -> list[object]:
    return [
        getattr(e, kant) for e in (rij.leeftijd, rij.met_kind, rij.per_kind) if e for kant in ("van", "tot")
    ]


def _past(rij: Bedragrij, soort: str, feiten: Feiten) -> bool:
    met_kind = rij.met_kind is None or any(_binnen(rij.met_kind, kind) for kind in feiten["kinderen"])
    return rij.huishouden in ("alle", soort) and _binnen(rij.leeftijd, feiten["leeftijd"]) and met_kind


def _kwijtschelding(p: Proef, soort: str, feiten: Feiten) -> Iterator[Geval]:
    blok = p.data.kwijtschelding
    if blok is None:
        return
    n = norm(soort, feiten)
    minst, meest = (bedrag(f"norm_pct_{kant}", "kwijtschelding") for kant in ("minst", "meest"))
    laag, hoog = (minst, meest) if blok.norm_procent == ONBEKEND else (blok.norm_procent,) * 2
    vrij = (n * laag / HONDERD).quantize(CENT, "ROUND_FLOOR")
    veld, recht = "kwijtschelding", goed(p, soort)
    yield Geval(veld, {**feiten, **inkomen(vrij)}, recht)
    yield Geval(veld, {**feiten, **inkomen(vrij + CENT)}, WEET_NIET)
    # Over the dearest rent, the highest assessment and the highest percentage.
    deel = bedrag("deel_betalingscapaciteit_pct", "kwijtschelding") / HONDERD
    genoeg = n * hoog / HONDERD + RUIME_UITGAVEN + RUIME_AANSLAG / 12 / deel
    yield Geval(
        veld,
        {**feiten, **inkomen(genoeg.quantize(CENT, "ROUND_CEILING"))},
        NIET,
        "inkomen_te_hoog",
        bijna=False,
    )
    extra = blok.extra_vermogen_vrij
    erbij = D(0) if extra is None or extra == ONBEKEND else getattr(extra, soort)
    erbij = D(0) if erbij == ONBEKEND else erbij
    for meer, uit in ((D(0), recht), (CENT, WEET_NIET)):
        yield Geval(veld, {**feiten, "vermogen_nu": str(vrij + erbij + meer)}, uit)
    if isinstance(extra, PerHuishouden):
        te_veel = (
            (n * hoog / HONDERD).quantize(CENT, "ROUND_CEILING") + erbij + RUIME_UITGAVEN + RUIME_AANSLAG
        )
        yield Geval(veld, {**feiten, "vermogen_nu": str(te_veel)}, NIET, "vermogen_te_hoog", bijna=False)
