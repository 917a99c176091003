"""Corner values of every fact, and ways to fill in and complete a household, for brute-force tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

from actions.regels.feiten import RELATIES, WOONSITUATIES
from actions.regels.paden import basisfeit, nummer
from actions.regels.typen import WEET_NIET, Maand, Medebewoner
from tests.regels.hulp import TOESLAGEN, parameters

Feiten = Mapping[str, object]

LEEFTIJDEN = (16, 17, 18, 19, 20, 21, 22, 23, 40, 66, 67, 68)
KINDLEEFTIJDEN = (0, 8, 11, 12, 15, 16, 17)
LAAG, HOOG = Decimal(0), Decimal(60_000)
_HUURGRENZEN = ("basishuur", "kwaliteit", "aftopping", "maximale_huurgrens")
_INKOMENSGRENZEN = ("drempelinkomen", "inkomensgrens", "minimum_inkomensijkpunt")
GUNSTIG: Feiten = {
    "leeftijd": 40,
    "partner": False,
    "leeftijd_partner": 40,
    "kinderen": (8,),
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": Decimal(600),
    "servicekosten": Decimal(0),
    "medebewoners": (),
    "inkomen_jaar": Decimal(20_000),
    "inkomen_partner_jaar": Decimal(0),
    "vermogen": (Decimal(0), Decimal(0)),
}
"""A household in which almost every fact still matters."""
_GEWOON = {
    "inkomen_jaar": (10_000, 60_000),
    "inkomen_partner_jaar": (1, 30_000),
    "kale_huur": (190, 950),
}
"""Between these ordinary amounts lie."""
_BEWONER = Medebewoner(40, LAAG, "ander")


def _rond(grenzen: set[Decimal], stap: Decimal) -> tuple[Decimal, ...]:
    """Each limit, and one step on both sides."""
    return tuple(sorted({g + s * stap for g in grenzen for s in (-1, 0, 1)} | {Decimal(0)}))


def _grenzen(peildatum: date, *beginsels: str) -> set[Decimal]:
    return {
        bedrag
        for regeling in TOESLAGEN
        for naam, bedrag in parameters().op(regeling, peildatum).items()
        if naam.startswith(beginsels)
    }


@cache
def hoeken(peildatum: date) -> Mapping[str, tuple[object, ...]]:
    """Per fact the values at which something can change: nothing, every limit and one euro on both sides of it."""
    een = Decimal(1)
    inkomens = (
        *_rond(_grenzen(peildatum, *_INKOMENSGRENZEN), een),
        Decimal(25_000),
        HOOG,
        Decimal(10_000_000),
    )
    vermogens = _rond(_grenzen(peildatum, "vermogensgrens"), een)
    huren = (*_rond(_grenzen(peildatum, *_HUURGRENZEN), Decimal("0.01")), Decimal(600), Decimal(20_000))
    return {
        "leeftijd": LEEFTIJDEN,
        "partner": (True, False),
        "leeftijd_partner": tuple(jaren for jaren in LEEFTIJDEN if jaren >= 18),
        "kinderen": ((), (8,), (0,), (11, 12), (15, 16), (17,), (8, 8, 8), (12, 16, 17)),
        "woonsituatie": WOONSITUATIES,
        "kale_huur": huren,
        "servicekosten": (Decimal(0), Decimal(12), Decimal(48), Decimal(60)),
        "medebewoners": (
            (),
            (_BEWONER,),
            (replace(_BEWONER, inkomen_jaar=HOOG),),
            (replace(_BEWONER, leeftijd=20, relatie="kind", inkomen_jaar=Decimal(12_000)),),
            (replace(_BEWONER, boven_vermogensgrens=True),),
            (replace(_BEWONER, huurcontract=True), replace(_BEWONER, leeftijd=70)),
        ),
        "inkomen_jaar": inkomens,
        "inkomen_partner_jaar": inkomens,
        "vermogen": tuple((bedrag, bedrag) for bedrag in vermogens),
        "vermogen_partner": tuple((bedrag, bedrag) for bedrag in vermogens),
    }


_VELDEN: Mapping[str, tuple[object, ...]] = {
    "leeftijd": (18, 20, 21, 22, 23, 24, 40, 67, 70),
    "inkomen_jaar": (LAAG, Decimal(5_000), Decimal(6_218), Decimal(12_000), HOOG, Decimal(10_000_000)),
    "relatie": RELATIES,
    "studeert": (False, True),
    "huurcontract": (False, True),
    "boven_vermogensgrens": (False, True),
}


def geboortemaanden(leeftijd: int, peildatum: date) -> tuple[Maand, ...]:
    """Birth months that fit an age: the earliest, the latest, and those around the month of the reference date."""
    jaar, maand = peildatum.year - leeftijd, peildatum.month
    gelijk = {Maand(jaar, 1), Maand(jaar, maand), Maand(jaar - 1, maand), Maand(jaar - 1, min(maand + 1, 12))}
    return tuple(sorted(gelijk | {Maand(jaar - 1, 12)}))


def antwoorden(pad: str, feiten: Feiten, peildatum: date, *, gesprek: bool = False) -> tuple[object, ...]:
    """Answers to a question in this household. With `gesprek` a list is asked by its number of items, as in the talk."""
    feit, plaats, veld = basisfeit(pad), nummer(pad), pad.rpartition(".")[2]
    if "geboortemaand" in pad:
        leeftijd = _leeftijd_bij(pad, feiten)
        return geboortemaanden(leeftijd, peildatum) if isinstance(leeftijd, int) else ()
    if plaats is None:
        if gesprek and feit == "kinderen":
            return tuple((None,) * aantal for aantal in range(4))
        if gesprek and feit == "medebewoners":
            return tuple((Medebewoner(),) * aantal for aantal in range(3))
        return hoeken(peildatum)[feit]
    return KINDLEEFTIJDEN if feit == "kinderen" else _VELDEN[veld]


def _leeftijd_bij(pad: str, feiten: Feiten) -> object:
    plaats = nummer(pad)
    if pad.startswith("medebewoners"):
        bewoners = feiten["medebewoners"]
        assert isinstance(bewoners, tuple)
        assert plaats is not None
        return bewoners[plaats].leeftijd
    if plaats is None:
        return feiten.get(pad.replace("geboortemaand", "leeftijd"))
    kinderen = feiten["kinderen"]
    assert isinstance(kinderen, tuple)
    return kinderen[plaats]


def zet(feiten: Feiten, pad: str, waarde: object) -> dict[str, object]:
    """The household with this answer."""
    feit, plaats, veld = basisfeit(pad), nummer(pad), pad.rpartition(".")[2]
    if plaats is None:
        nieuw = {**feiten, pad: waarde}
        if pad == "kinderen":
            nieuw.pop("kinderen_geboortemaand", None)
        return nieuw
    if feit == "kinderen_geboortemaand":
        kinderen = feiten["kinderen"]
        assert isinstance(kinderen, tuple)
        items = list(feiten.get(feit, (None,) * len(kinderen)))  # type: ignore[call-overload]
    else:
        items = list(feiten[feit])  # type: ignore[call-overload]
    items[plaats] = replace(items[plaats], **{veld: waarde}) if feit == "medebewoners" else waarde
    return {**feiten, feit: tuple(items)}


def maak_af(feiten: Feiten, rest: Feiten, toeval: Random) -> dict[str, object]:
    """The household with everything not said yet taken from `rest`; what the resident does not know stays so.

    The same `toeval` gives every unfinished list item the same values, whatever was answered meanwhile.
    """
    af = {**rest, **feiten}
    if isinstance(af["kinderen"], tuple):
        jaren = [toeval.choice(KINDLEEFTIJDEN) for _ in range(20)]
        af["kinderen"] = tuple(
            jaar if kind is None else kind for kind, jaar in zip(af["kinderen"], jaren, strict=False)
        )
    bewoners = [_bewoner(toeval) for _ in range(20)]
    if isinstance(af["medebewoners"], tuple):
        paren = zip(af["medebewoners"], bewoners, strict=False)
        af["medebewoners"] = tuple(_bewoner_af(half, heel) for half, heel in paren)
    return af


def _bewoner(toeval: Random) -> Medebewoner:
    leeftijd = toeval.choice((19, 20, 21, 22, 40, 70))
    inkomen = toeval.choice((LAAG, Decimal(5_000), Decimal(12_000), HOOG, Decimal(toeval.randrange(60_000))))
    return Medebewoner(leeftijd, inkomen, toeval.choice(("kind", "kind", "ander")))


def _bewoner_af(half: Medebewoner, heel: Medebewoner) -> Medebewoner:
    return replace(
        half,
        leeftijd=heel.leeftijd if half.leeftijd is None else half.leeftijd,
        inkomen_jaar=heel.inkomen_jaar if half.inkomen_jaar is None else half.inkomen_jaar,
        relatie=heel.relatie if half.relatie is None else half.relatie,
    )


def resten(peildatum: date, toeval: Random, aantal: int) -> Iterator[dict[str, object]]:
    """Complete households to complete others with: the favourable one, each corner in it alone, then mixtures."""
    alle = hoeken(peildatum)
    yield dict(GUNSTIG)
    yield {**GUNSTIG, "partner": True}
    yield {**GUNSTIG, "kinderen": (), "leeftijd": 20, "leeftijd_partner": 20}
    for _ in range(aantal):
        anders = toeval.sample(sorted(alle), toeval.randint(1, 5))
        yield {**GUNSTIG, **{naam: _waarde(naam, alle[naam], toeval) for naam in anders}}


def _waarde(naam: str, keuzes: tuple[object, ...], toeval: Random) -> object:
    """A corner, or an ordinary amount somewhere between them: some differences show only in a narrow band."""
    if naam == "medebewoners" and toeval.random() < 0.5:
        return tuple(_bewoner(toeval) for _ in range(toeval.randint(1, 2)))
    if naam in _GEWOON and toeval.random() < 0.5:
        return Decimal(toeval.randrange(*_GEWOON[naam]))
    return toeval.choice(keuzes)


def met_maanden(feiten: Feiten, peildatum: date, toeval: Random) -> dict[str, object]:
    """The household with a fitting birth month for everyone whose age is known and whose month is not."""
    uit = dict(feiten)
    paden = ["geboortemaand", "geboortemaand_partner"]
    kinderen, bewoners = feiten.get("kinderen"), feiten.get("medebewoners")
    paden += [
        f"kinderen_geboortemaand.{i}" for i in range(len(kinderen) if isinstance(kinderen, tuple) else 0)
    ]
    paden += [
        f"medebewoners.{i}.geboortemaand" for i in range(len(bewoners) if isinstance(bewoners, tuple) else 0)
    ]
    for pad in paden:
        keuzes = antwoorden(pad, uit, peildatum)
        if keuzes and _maand_bij(pad, uit) is None:
            uit = zet(uit, pad, toeval.choice(keuzes))
    return uit


def _maand_bij(pad: str, feiten: Feiten) -> object:
    plaats, waarde = nummer(pad), feiten.get(basisfeit(pad))
    if plaats is None or waarde is WEET_NIET or not isinstance(waarde, tuple):
        return waarde
    item = waarde[plaats]
    return item.geboortemaand if isinstance(item, Medebewoner) else item
