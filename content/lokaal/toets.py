"""Who has a right to a local scheme: income, wealth, age, children and a closed set of further facts."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from content.vorm import ONBEKEND, Bedrag, MinstensEen, OfOnbekend, Procent, Strikt

Huishoudsoort = Literal["alleenstaande", "alleenstaande_ouder", "paar"]
"""`alleenstaande_ouder`: no partner, and a child under 18 at home. `paar`: a partner or a shared household, with or without
children (Pw art. 3 and 4)."""


class PerHuishouden(Strikt):
    """An amount for each kind of household."""

    alleenstaande: OfOnbekend[Bedrag]
    alleenstaande_ouder: OfOnbekend[Bedrag]
    paar: OfOnbekend[Bedrag]

    def alle(self) -> tuple[tuple[Huishoudsoort, OfOnbekend[Bedrag]], ...]:
        return (
            ("alleenstaande", self.alleenstaande),
            ("alleenstaande_ouder", self.alleenstaande_ouder),
            ("paar", self.paar),
        )


def _grens(ruw: object) -> object:
    if ruw in ("aow", ONBEKEND) or (isinstance(ruw, int) and not isinstance(ruw, bool) and 0 <= ruw <= 120):
        return ruw
    raise ValueError("schrijf een leeftijd in cijfers, zoals 21; of aow; of onbekend")


Leeftijdsgrens = Annotated[int | Literal["aow", "onbekend"], BeforeValidator(_grens)]


class Leeftijden(Strikt):
    """The ages of the applicant: from `van` up to and including `tot`. `van: aow` is from AOW age, `tot: aow` up to it."""

    van: Leeftijdsgrens | None = None
    tot: Leeftijdsgrens | None = None

    @model_validator(mode="after")
    def _loopt_vooruit(self) -> Self:
        if self.van is None and self.tot is None:
            raise ValueError("vul 'van' of 'tot' in, of laat de leeftijd weg")
        if isinstance(self.van, int) and isinstance(self.tot, int) and self.tot < self.van:
            raise ValueError(f"'tot' ({self.tot}) is lager dan 'van' ({self.van})")
        if self.van == "aow" and self.tot is not None:
            raise ValueError("na 'van: aow' hoort geen 'tot'")
        return self

    def omvat(self, ander: Leeftijden) -> bool:
        """Does everybody of the other ages surely have an age of these?"""
        laag = self.van is None or self.van == ander.van != ONBEKEND or _op_volgorde(self.van, ander.van)
        hoog = self.tot is None or self.tot == ander.tot != ONBEKEND or _op_volgorde(ander.tot, self.tot)
        return laag and hoog


def _op_volgorde(een: Leeftijdsgrens | None, twee: Leeftijdsgrens | None) -> bool:
    return isinstance(een, int) and isinstance(twee, int) and een <= twee


KindLeeftijd = Annotated[int, Field(ge=0, le=17)]


class Kinderen(Strikt):
    """Children at home with an age from `van` up to and including `tot` (0 = under 1 year)."""

    van: OfOnbekend[KindLeeftijd] = 0
    tot: OfOnbekend[KindLeeftijd] = 17

    @model_validator(mode="after")
    def _loopt_vooruit(self) -> Self:
        if isinstance(self.van, int) and isinstance(self.tot, int) and self.tot < self.van:
            raise ValueError(f"'tot' ({self.tot}) is lager dan 'van' ({self.van})")
        return self

    def omvat(self, ander: Kinderen) -> bool:
        """Does every child of the other ages surely have an age of these?"""
        return (
            isinstance(self.van, int)
            and isinstance(self.tot, int)
            and isinstance(ander.van, int)
            and isinstance(ander.tot, int)
            and self.van <= ander.van
            and ander.tot <= self.tot
        )


Vergelijk = Literal[
    "norm_bijstand", "norm_bijstand_aow_als_aow", "wettelijk_minimumloon", "bedrag", "geen", "onbekend"
]  # fmt: skip


class Inkomen(Strikt):
    """The income limit: an income up to and including it is low enough.

    Toeslagen, kinderbijslag and kindgebonden budget never count as income.
    """

    van: Vergelijk
    """What the limit is measured by.
    norm_bijstand: the norm of Pw art. 21 (from 21 years to AOW age), also for who is older;
    norm_bijstand_aow_als_aow: the same, and the norm of art. 22 for who has AOW age (of a couple: one of them);
    wettelijk_minimumloon: the gross reference wage per month (WML art. 8 lid 1 b), the same for every household;
    bedrag: the amounts below; geen: everybody's income is low enough; onbekend: there is a limit, but which?"""
    procent: OfOnbekend[Procent] | None = None
    """Of `van`. With `bedrag`: of which percentage the amounts are, for the check only."""
    bedragen: PerHuishouden | None = None
    """With `bedrag`: the limit per month, counted as `soort` and `vakantiegeld` say."""
    bedragen_aow: PerHuishouden | None = None
    """With `bedrag`: for who has AOW age. Absent: the same as `bedragen`."""
    soort: OfOnbekend[Literal["netto", "bruto"]] = ONBEKEND
    vakantiegeld: OfOnbekend[Literal["met", "zonder"]] = ONBEKEND
    """Are income and limit compared with the holiday pay in both, or in neither?"""
    kostendelersnorm: OfOnbekend[Literal["telt", "telt_niet"]] = ONBEKEND
    """telt: who shares a home with other adults has the lower norm of Pw art. 22a as limit."""
    jonger_dan_21: OfOnbekend[Literal["norm_21", "eigen_norm"]] = ONBEKEND
    """The norm for 18 to 20 years: that from 21 years, or their own lower one (Pw art. 20)."""

    @model_validator(mode="after")
    def _past(self) -> Self:
        if self.van in ("norm_bijstand", "norm_bijstand_aow_als_aow", "wettelijk_minimumloon"):
            if self.procent is None:
                raise ValueError(f"bij 'van: {self.van}' hoort 'procent', zoals \"120\", of onbekend")
        elif self.van != "bedrag" and self.procent is not None:
            raise ValueError(f"bij 'van: {self.van}' hoort geen 'procent'")
        if (self.van == "bedrag") != (self.bedragen is not None):
            raise ValueError("'bedragen' hoort bij 'van: bedrag', en alleen daar")
        if self.bedragen_aow is not None and self.van != "bedrag":
            raise ValueError("'bedragen_aow' hoort bij 'van: bedrag', en alleen daar")
        return self


class Vermogen(Strikt):
    """The wealth limit: today's wealth minus debts, counted as for the bijstand (Pw art. 34), up to and including the limit."""

    grens: Literal["bijstand", "bedrag", "geen", "onbekend"]
    bedragen: PerHuishouden | None = None
    """With `bedrag`."""

    @model_validator(mode="after")
    def _past(self) -> Self:
        if (self.grens == "bedrag") != (self.bedragen is not None):
            raise ValueError("'bedragen' hoort bij 'grens: bedrag', en alleen daar")
        return self


Woonsituatie = Literal["huur_zelfstandig", "huur_kamer", "koop", "inwonend", "instelling", "geen"]
BijzondereKosten = Literal[
    "witgoed", "inrichting", "verhuizing", "medisch", "bril", "tandarts", "dieet", "reiskosten", "rechtsbijstand",
    "bewindvoering", "uitvaart", "woonkosten", "kinderopvang_eigen_bijdrage", "anders",
]  # fmt: skip


class Eisen(Strikt):
    """Further conditions. A field is a fact of the contract by its own name (a test holds them to it): the value it must have,
    or a list of which it must be one (`bijzondere_kosten`: at least one). `onbekend`: the fact matters, but how?"""

    woonsituatie: OfOnbekend[MinstensEen[Woonsituatie]] | None = None
    studeert: OfOnbekend[bool] | None = None
    medische_beperking: OfOnbekend[bool] | None = None
    chronisch_ziek: OfOnbekend[bool] | None = None
    eigen_risico_op: OfOnbekend[bool] | None = None
    energie_hoog: OfOnbekend[bool] | None = None
    belastingaanslag: OfOnbekend[bool] | None = None
    schulden: OfOnbekend[bool] | None = None
    huurachterstand: OfOnbekend[bool] | None = None
    zorgverzekerd: OfOnbekend[bool] | None = None
    bijzondere_kosten: OfOnbekend[MinstensEen[BijzondereKosten]] | None = None

    @model_validator(mode="after")
    def _niet_leeg(self) -> Self:
        if not self.gevraagd():
            raise ValueError("er staat geen enkele eis; laat dit veld dan weg")
        return self

    def gevraagd(self) -> dict[str, bool | str | tuple[str, ...]]:
        """Fact → what is asked of it, in the order of the form."""
        alle = ((naam, getattr(self, naam)) for naam in type(self).model_fields)
        return {naam: waarde for naam, waarde in alle if waarde is not None}
