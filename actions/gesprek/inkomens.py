"""An income as it was said, on its way to the fact it becomes: whose it is, and from a period, net or parts to a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

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
    return Wie(open_.vraag, open_.nummer, None, "", is_inkomen="inkomen" in open_.vraag)


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


def afleider(werk: Werk, wie: Wie) -> Afleider:
    """The tax rules for this person. Of a co-resident only the age is known."""
    vandaag = werk.bronnen.vandaag()
    if wie.nummer is None:
        feiten = lees_feiten(werk.staat.feiten, vandaag, intern=True)
    else:
        leeftijd = werk.staat.feiten["medebewoners"][wie.nummer - 1].get("leeftijd")
        feiten = {"leeftijd": leeftijd}
    return Afleider(feiten, werk.bronnen.parameters, vandaag)


def kan_netto(werk: Werk, wie: Wie) -> bool:
    """Can a net amount of this person be converted at all?"""
    return wie.is_inkomen and afleider(werk, wie).bruto_jaar(Decimal(12_000), wie.achter) is not None


def krijgt_vakantiegeld(werk: Werk, wie: Wie) -> bool:
    """Does this kind of income come with holiday pay?"""
    return wie.is_inkomen and bool(afleider(werk, wie).vakantiegeld(Decimal(12_000), wie.achter))


def neem_jaar(werk: Werk, wie: Wie, gezegd: Gezegd) -> None:
    """It was the same all year: the year follows from the one amount."""
    if gezegd.netto:
        _neem_netto(werk, wie, gezegd)
        return
    jaar = gezegd.per_jaar
    erbij = gezegd.vakantie == "erbij"
    if erbij:
        jaar += afleider(werk, wie).vakantiegeld(jaar, wie.achter) or 0
    omgerekend = erbij or gezegd.periode != "jaar"
    if omgerekend and jaar:
        werk.zeg("periode.klaar", som=jaar, bruto=wie.is_inkomen, ongeveer=False)
    uit = "vakantiegeld" if gezegd.periode == "jaar" else gezegd.periode
    neem_aan(werk, wie.vraag, wie.nummer, str(jaar), schatting={"uit": uit} if omgerekend and jaar else None)


def _neem_netto(werk: Werk, wie: Wie, gezegd: Gezegd) -> None:
    maand = (gezegd.per_jaar / _MAANDEN).quantize(_CENT)
    rekent = afleider(werk, wie)
    if gezegd.vakantie == "erbij":
        maand = rekent.met_vakantiegeld(maand, wie.achter) or maand
    bruto = rekent.bruto_jaar(maand * _MAANDEN, wie.achter)
    open_ = werk.staat.open_vraag
    if open_ is not None and open_.vraag == wie.netto and maand:
        werk.zeg("periode.klaar_maand", som=maand)
    elif bruto is not None and maand:
        werk.zeg("periode.klaar", som=bruto.waarde.to_integral_value(), bruto=True, ongeveer=True)
    if wie.netto is None:
        assert bruto is not None
        neem_aan(werk, wie.vraag, wie.nummer, str(bruto.waarde), schatting=_met_grenzen("netto", bruto))
        return
    erbij = gezegd.vakantie == "erbij" and gezegd.periode == "maand"
    uit = "vakantiegeld" if erbij else gezegd.periode
    zoals_gezegd = uit == "maand" or not maand
    neem_aan(werk, wie.netto, None, str(maand), schatting=None if zoals_gezegd else {"uit": uit})


def neem_delen(werk: Werk, wie: Wie, gezegd: Gezegd) -> None:
    """It was not the same all year: earned so far plus still to come."""
    som, schatting = gezegd.som, {"uit": DELEN}
    if gezegd.netto:
        bruto = afleider(werk, wie).bruto_jaar(som, wie.achter)
        assert bruto is not None
        som, schatting = bruto.waarde, _met_grenzen(DELEN, bruto)
    werk.zeg(
        "periode.klaar_delen",
        tot_nu=Decimal(gezegd.tot_nu or 0),
        nog=Decimal(gezegd.nog or 0),
        som=som.to_integral_value() if gezegd.netto else som,
        netto=gezegd.netto,
    )
    neem_aan(werk, wie.vraag, wie.nummer, str(som), schatting=schatting)


def _met_grenzen(uit: str, a: Afgeleid) -> dict[str, str]:
    return {"uit": uit, "laag": str(a.laag), "hoog": str(a.hoog)}
