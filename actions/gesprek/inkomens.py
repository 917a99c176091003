"""An income as it was said, on its way to the fact it becomes: whose it is, and from a period, net or parts to a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from actions.gesprek import gebeurtenis, vorig_jaar
from actions.gesprek.geven import neem_aan
from actions.gesprek.staat import OpenVraag
from actions.gesprek.werk import Werk
from actions.lezen.vorm import Periode
from actions.regels.afleiden import NETTO_VAN, Afgeleid, Afleider
from actions.regels.inlezen import lees_feiten
from actions.regels.typen import DELEN

KEER_PER_JAAR: Mapping[str, Decimal] = {
    "jaar": Decimal(1),
    "maand": Decimal(12),
    "vier_weken": Decimal(13),
    "week": Decimal(52),
}
_MAANDEN = Decimal(12)
_CENT = Decimal("0.01")

Vakantie = Literal["erin", "erbij"]


@dataclass(frozen=True, slots=True)
class Wie:
    """Whose income a question is about."""

    vraag: str
    """The question for the gross year."""
    nummer: int | None
    netto: str | None
    """The fact for the same income as it comes in a month; None where there is none."""
    achter: str
    """"_partner" or nothing: the ending of this person's facts."""
    is_inkomen: bool = True
    """False for another amount per year (gifts): no tax, no holiday pay."""
    vorig_jaar: bool = False
    """It is about last year."""
    nieuw: bool = False
    """It is about how it will be, after a change."""

    @property
    def woord(self) -> str:
        """For the words: "u", "partner" or "ander"."""
        return "ander" if self.nummer is not None else "partner" if self.achter else "u"


def wie_van(open_: OpenVraag) -> Wie | None:
    """Whose income the open question asks; None when it asks no amount per year."""
    for bruto, netto in NETTO_VAN.items():
        if open_.vraag in (bruto, netto):
            return Wie(bruto, None, netto, "_partner" if "partner" in bruto else "")
    if not open_.vraag.endswith("_jaar"):
        return None
    return Wie(
        open_.vraag,
        open_.nummer,
        None,
        "_partner" if "partner" in open_.vraag else "",
        is_inkomen="inkomen" in open_.vraag,
        vorig_jaar=vorig_jaar.is_van(open_.vraag),
        nieuw=gebeurtenis.is_van(open_.vraag),
    )


@dataclass(frozen=True, slots=True)
class Gezegd:
    """What was understood so far. JSON in the record (`asdict`), with money as text."""

    bedrag: str
    periode: Periode = "maand"
    netto: bool = False
    vakantie: Vakantie | None = None
    """Whether the holiday pay is in the amount or comes on top; None: not said."""
    tot_nu: str | None = None
    """Earned so far this year, when the income was not the same all year."""
    nog: str | None = None
    """Still to come this year."""

    @property
    def per_jaar(self) -> Decimal:
        """As if it were the same all year."""
        return (Decimal(self.bedrag) * KEER_PER_JAAR[self.periode]).quantize(_CENT)

    @property
    def som(self) -> Decimal:
        """Of the parts."""
        return Decimal(self.tot_nu or 0) + Decimal(self.nog or 0)

    def json(self) -> dict[str, Any]:
        return asdict(self)


def over_dit_jaar(vandaag: date, periode: Periode) -> int:
    """How many whole months, weeks or stretches of four weeks of this year are still to come after the running one."""
    if periode == "maand":
        return 12 - vandaag.month
    dagen = (date(vandaag.year, 12, 31) - vandaag).days
    return dagen // (28 if periode == "vier_weken" else 7)


def jaar_van(werk: Werk, wie: Wie) -> int:
    """The year that is asked about."""
    return werk.bronnen.vandaag().year - (1 if wie.vorig_jaar else 0)


def afleider(werk: Werk, wie: Wie) -> Afleider:
    """The tax rules for this person. Of a co-resident only the age is known."""
    vandaag = werk.bronnen.vandaag()
    if wie.nummer is None:
        feiten = lees_feiten(werk.staat.feiten, vandaag, intern=True)
    else:
        leeftijd = werk.staat.feiten["medebewoners"][wie.nummer - 1].get("leeftijd")
        feiten = {"leeftijd": leeftijd}
    peildatum = date(vandaag.year - 1, 12, 31) if wie.vorig_jaar else vandaag
    return Afleider(feiten, werk.bronnen.parameters, peildatum)


def kan_netto(werk: Werk, wie: Wie) -> bool:
    """Can a net amount of this person be converted at all?"""
    return wie.is_inkomen and afleider(werk, wie).bruto_jaar(Decimal(12_000), wie.achter) is not None


def krijgt_vakantiegeld(werk: Werk, wie: Wie) -> bool:
    """Does this kind of income come with holiday pay?"""
    return wie.is_inkomen and bool(afleider(werk, wie).vakantiegeld(Decimal(12_000), wie.achter))


def neem_jaar(werk: Werk, wie: Wie, gezegd: Gezegd, *, minst: Gezegd | None = None) -> None:
    """It was the same all year: the year follows from the one amount.

    `minst`: the least it can be, when the resident does not know it exactly; then `gezegd` is the most.
    """
    if gezegd.netto:
        _neem_netto(werk, wie, gezegd, minst)
        return
    jaar = _bruto_jaar(werk, wie, gezegd)
    omgerekend = bool(jaar) and (gezegd.vakantie == "erbij" or gezegd.periode != "jaar")
    if omgerekend:
        _zeg_klaar(werk, wie, gezegd, jaar, minst)
    schatting: dict[str, str] = {"uit": "vakantiegeld" if gezegd.periode == "jaar" else gezegd.periode}
    if minst is not None and minst != gezegd:
        schatting |= {"laag": str(_bruto_jaar(werk, wie, minst)), "hoog": str(jaar)}
    neem_aan(werk, wie.vraag, wie.nummer, str(jaar), schatting=schatting if omgerekend else None)


def neem_ongeveer(werk: Werk, wie: Wie, gezegd: Gezegd) -> None:
    """Not known whether it was the same all year or whether holiday pay comes on top: as if it was, with all that may come.

    The higher income is the safe one: with it nobody gets a toeslag that has to be paid back.
    """
    if gezegd.vakantie is None and krijgt_vakantiegeld(werk, wie):
        neem_jaar(werk, wie, replace(gezegd, vakantie="erbij"), minst=replace(gezegd, vakantie="erin"))
    else:
        neem_jaar(werk, wie, gezegd, minst=gezegd)


def _bruto_jaar(werk: Werk, wie: Wie, gezegd: Gezegd) -> Decimal:
    jaar = gezegd.per_jaar
    erbij = afleider(werk, wie).vakantiegeld(jaar, wie.achter) if gezegd.vakantie == "erbij" else None
    return jaar + (erbij or 0)


def _netto_maand(werk: Werk, wie: Wie, gezegd: Gezegd) -> Decimal:
    maand = (gezegd.per_jaar / _MAANDEN).quantize(_CENT)
    erbij = afleider(werk, wie).met_vakantiegeld(maand, wie.achter) if gezegd.vakantie == "erbij" else None
    return erbij or maand


def _zeg_klaar(werk: Werk, wie: Wie, gezegd: Gezegd, jaar: Decimal, minst: Gezegd | None) -> None:
    werk.zeg(
        "periode.klaar",
        som=jaar.to_integral_value() if gezegd.netto else jaar,
        bruto=wie.is_inkomen,
        ongeveer=gezegd.netto and minst is None,
        weet_niet=minst is not None,
        met_vakantiegeld=minst is not None and minst != gezegd,
    )


def _neem_netto(werk: Werk, wie: Wie, gezegd: Gezegd, minst: Gezegd | None) -> None:
    maand = _netto_maand(werk, wie, gezegd)
    laagste = maand if minst is None else _netto_maand(werk, wie, minst)
    rekent, open_ = afleider(werk, wie), werk.staat.open_vraag
    vroeg_netto = open_ is not None and open_.vraag == wie.netto
    los = vroeg_netto and "tussen" not in werk.staat.extra  # nothing was asked about the year
    bruto = rekent.bruto_jaar(maand * _MAANDEN, wie.achter)
    if los and maand:
        werk.zeg("periode.klaar_maand", som=maand)
    elif not los and bruto is not None and maand:
        _zeg_klaar(werk, wie, gezegd, bruto.waarde, minst)
    if wie.netto is None:
        assert bruto is not None
        onder = rekent.bruto_jaar(laagste * _MAANDEN, wie.achter) or bruto
        schatting = _met_grenzen("netto", replace(bruto, laag=onder.laag))
        neem_aan(werk, wie.vraag, wie.nummer, str(bruto.waarde), schatting=schatting)
        return
    erbij = gezegd.vakantie == "erbij" and gezegd.periode == "maand"
    hoe: dict[str, str] = {"uit": "vakantiegeld" if erbij else gezegd.periode}
    if laagste != maand:
        hoe |= {"laag": str(laagste), "hoog": str(maand)}
    zoals_gezegd = hoe["uit"] == "maand" or not maand
    neem_aan(
        werk,
        wie.netto,
        None,
        str(maand),
        schatting=None if zoals_gezegd else hoe,
        # The question for the year, answered in net: that is the year from now on.
        in_plaats_van=None if vroeg_netto else wie.vraag,
    )


def neem_delen(werk: Werk, wie: Wie, gezegd: Gezegd, *, minst: Gezegd | None = None) -> None:
    """It was not the same all year: earned so far plus still to come. `minst`: see `neem_jaar`."""
    meest = _bruto_delen(werk, wie, gezegd)
    schatting = {"uit": DELEN}
    if gezegd.netto or minst is not None:
        laagste = meest if minst is None else _bruto_delen(werk, wie, minst)
        schatting = _met_grenzen(DELEN, replace(meest, laag=laagste.laag))
    werk.zeg(
        "periode.klaar_delen",
        tot_nu=Decimal(gezegd.tot_nu or 0),
        nog=Decimal(gezegd.nog or 0),
        som=meest.waarde.to_integral_value() if gezegd.netto else meest.waarde,
        netto=gezegd.netto,
        weet_niet=minst is not None,
    )
    neem_aan(werk, wie.vraag, wie.nummer, str(meest.waarde), schatting=schatting)


def _bruto_delen(werk: Werk, wie: Wie, gezegd: Gezegd) -> Afgeleid:
    som = gezegd.som
    bruto = afleider(werk, wie).bruto_jaar(som, wie.achter) if gezegd.netto else Afgeleid(som, som, som, "")
    assert bruto is not None
    return bruto


def _met_grenzen(uit: str, a: Afgeleid) -> dict[str, str]:
    return {"uit": uit, "laag": str(a.laag), "hoog": str(a.hoog)}
