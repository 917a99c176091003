"""What a local scheme gives."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from content.lokaal.toets import Huishoudsoort, Kinderen, Leeftijden, PerHuishouden
from content.vorm import Bedrag, MinstensEen, OfOnbekend, Procent, Strikt


class Bedragrij(Strikt):
    """One amount, each time the scheme pays, and for whom it is.

    Of the rows without `per_kind` the first that fits the household counts, once. When there are such rows and none fits, the
    amount is not known. Then for every child the first row fits whose `per_kind` holds its age; a child without a row adds
    nothing. What a household gets is the sum.
    """

    bedrag: OfOnbekend[Bedrag]
    huishouden: Huishoudsoort | Literal["alle"] = "alle"
    leeftijd: Leeftijden | None = None
    """Of the applicant."""
    met_kind: Kinderen | None = None
    """Only for a household with at least one child of these ages."""
    per_kind: Kinderen | None = None
    """The amount is for each child of these ages."""

    @model_validator(mode="after")
    def _een_soort(self) -> Self:
        if self.met_kind and self.per_kind:
            raise ValueError("kies 'met_kind' (een keer) of 'per_kind' (voor elk kind), niet beide")
        return self

    def omvat(self, ander: Bedragrij) -> bool:
        """Is everybody of the other row surely of this row too?"""
        return (
            (self.per_kind is None) == (ander.per_kind is None)
            and self.huishouden in ("alle", ander.huishouden)
            and (
                self.leeftijd is None or (ander.leeftijd is not None and self.leeftijd.omvat(ander.leeftijd))
            )
            and all(
                een is None or (twee is not None and een.omvat(twee))
                for een, twee in ((self.met_kind, ander.met_kind), (self.per_kind, ander.per_kind))
            )
        )


class Draagkrachtdeel(Strikt):
    """Of the income above `boven`, up to the next part, `procent` is to be used for the costs."""

    boven: OfOnbekend[Procent] | None = None
    """Percentage of the norm of `inkomen.van`. Absent in the first part: there it is the income limit itself."""
    procent: OfOnbekend[Procent]


class Draagkracht(Strikt):
    """Bijzondere bijstand (Pw art. 35): the income limit is no wall; above it a part of the income is for the costs first."""

    delen: MinstensEen[Draagkrachtdeel]
    maanden: OfOnbekend[Annotated[int, Field(ge=1, le=60)]]
    """Over how many months the part is counted together."""

    @model_validator(mode="after")
    def _lopen_op(self) -> Self:
        if self.delen[0].boven is not None:
            raise ValueError("het eerste deel begint bij de inkomensgrens; laat daar 'boven' weg")
        later = [deel.boven for deel in self.delen[1:]]
        if None in later:
            raise ValueError("vanaf het tweede deel is 'boven' nodig")
        bekend = [boven for boven in later if boven is not None and boven != "onbekend"]
        if any(twee <= een for een, twee in pairwise(bekend)):
            raise ValueError("elk deel begint hoger dan het vorige")
        return self


class Kwijtschelding(Strikt):
    """What the gemeente or water board chose within the Uitvoeringsregeling Invorderingswet 1990."""

    norm_procent: OfOnbekend[Procent]
    """The costs of living, as a percentage of the norm (90 to 100)."""
    extra_vermogen_vrij: PerHuishouden | Literal["onbekend"] | None = None
    """Cash that is left alone above what the national rule leaves. Absent: nothing extra."""
