"""A gemeente as an organisation: how to reach it, who helps nearby, where a question of a resident goes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from content.vorm import MinstensEen, Strikt, Tekst, Url

Weekdag = Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
WEEKDAGEN: tuple[Weekdag, ...] = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
)  # fmt: skip


class Contact(Strikt):
    telefoon: Tekst
    openingstijden: Tekst
    adres: Tekst
    website: Url


class HulpDichtbij(Strikt):
    """A place or person where a resident gets help with forms, money or debts."""

    soort: Literal["loket", "invulhulp", "taalhuis", "dorpsondersteuner", "buurtteam", "anders"] = "anders"
    naam: Tekst
    wat: Tekst
    waar: Tekst
    wanneer: Tekst
    telefoon: Tekst | None = None
    website: Url | None = None


class Open(Strikt):
    """A stretch of a day, from `van` up to but not including `tot`."""

    van: time
    tot: time

    @model_validator(mode="after")
    def _loopt_vooruit(self) -> Self:
        if self.tot <= self.van:
            raise ValueError(f"{self.van:%H:%M}-{self.tot:%H:%M} eindigt voor het begin")
        return self


def _tijden(ruw: object) -> object:
    if not isinstance(ruw, str):
        raise ValueError('schrijf tijden tussen aanhalingstekens, zoals "09:00-12:00, 13:00-17:00"')
    try:
        delen = [[time.fromisoformat(punt.strip()) for punt in deel.split("-")] for deel in ruw.split(",")]
        return [{"van": van, "tot": tot} for van, tot in delen]
    except ValueError as fout:
        raise ValueError(f'{ruw!r} is geen tijd; schrijf "09:00-17:00"') from fout


Tijden = Annotated[MinstensEen[Open], BeforeValidator(_tijden)]
"""The stretches of one day: "09:00-12:00, 13:00-17:00"."""


class Overdracht(Strikt):
    """Handing a resident's question over. Addresses and keys are no content: they stand in the configuration."""

    ontvanger: Tekst
    """Who gets it, as the resident reads it: "Team Inkomen van Voorbeeldstad"."""
    kanaal: Literal["e-mail", "open_klant"] | None
    """None: the gemeente takes nothing over; the resident gets its telephone number."""
    openingstijden: Mapping[Weekdag, Tijden] = {}
    """When somebody calls back. A day that is absent: nobody does."""

    def open_op(self, dag: date) -> tuple[Open, ...]:
        """The stretches of that day; public holidays are not known here."""
        return self.openingstijden.get(WEEKDAGEN[dag.weekday()], ())
