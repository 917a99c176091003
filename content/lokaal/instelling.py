"""A gemeente as an organisation: how to reach it, who helps nearby, where a question of a resident goes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from content.vorm import Lijst, MinstensEen, Strikt, Tekst, Url, VeiligeUrl

Weekdag = Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
WEEKDAGEN: tuple[Weekdag, ...] = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
)  # fmt: skip


UUID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
EmailAdres = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", max_length=254)
]
WebAdres = Annotated[
    str, StringConstraints(pattern=r"^(https://|http://(127\.0\.0\.1|localhost)[:/])[^\s<>\"?#]+$")
]
"""An address without question mark; without TLS only on this machine."""
SNEL_WEG = "https://www.knmi.nl/"
"""Where "snel weg" leads when a gemeente names nothing else: a public page that says nothing about who opens it (the weather)."""


class Contact(Strikt):
    telefoon: Tekst
    openingstijden: Tekst
    adres: Tekst
    website: Url
    snel_weg: VeiligeUrl = SNEL_WEG
    """The page that takes the place of ours when somebody has to hide quickly what they were doing."""


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


Kanaal = Literal["balie", "e-mail", "open_klant", "open_formulieren"]
"""How a question reaches the gemeente: the inbox of Rechtop itself, a mailbox, Open Klant, or a form of the gemeente's own."""


class OpenKlant(Strikt):
    """Where requests go in the gemeente's Open Klant. The token is a secret, and stands in the environment."""

    url: WebAdres
    """The root of Klantinteracties: "https://openklant.voorbeeldstad.example/klantinteracties/api/v1"."""
    actor: Annotated[str, StringConstraints(pattern=UUID)]
    """The department or group that gets the task; without one nobody would see the request."""
    kanaal: Annotated[str, StringConstraints(min_length=1, max_length=50)] = "chatbot"
    """As the gemeente calls this channel; a value of its own list, when it keeps one."""


class Bewaren(Strikt):
    """How long what belongs to a handoff is kept. Shorter is always possible."""

    afleveren_uren: Annotated[int, Field(ge=1, le=72)] = 72
    """Until then it is tried to deliver; then the request is erased, and the resident and the staff are told."""
    verzoek_dagen: Annotated[int, Field(ge=1, le=365)] = 28
    """The request in our own inbox, from when it was sent; and for every way the number and code to withdraw it with."""
    afgehandeld_dagen: Annotated[int, Field(ge=1, le=365)] = 7
    """A request in our own inbox that was handled goes so many days later, and never after `verzoek_dagen`."""
    bewijs_maanden: Annotated[int, Field(ge=1, le=84)] = 24
    """The proof of consent, which holds nothing of the request."""

    @model_validator(mode="after")
    def _niet_langer(self) -> Self:
        if "afgehandeld_dagen" in self.model_fields_set and self.afgehandeld_dagen > self.verzoek_dagen:
            raise ValueError("afgehandeld_dagen mag niet hoger zijn dan verzoek_dagen")
        return self


class Redactie(Strikt):
    """Where editors hear, at most once a week, what they have to look at again."""

    email: EmailAdres
    teams: Mapping[Tekst, EmailAdres] = {}
    """Of an owner (`eigenaar`) that has an address of its own."""


class Overdracht(Strikt):
    """Handing a resident's question over. Secrets are no content: they stand in the environment."""

    ontvanger: Tekst
    """Who gets it, as the resident reads it: "Team Inkomen van Voorbeeldstad"."""
    kanaal: Kanaal | None = "balie"
    """None: the gemeente takes nothing over; the resident gets its telephone number."""
    e_mail: EmailAdres | None = None
    """The mailbox, for `e-mail`."""
    open_klant: OpenKlant | None = None
    formulier: WebAdres | None = None
    """The address of the form, for `open_formulieren`. Nothing is ever added to it."""
    privacyverklaring: Url | None = None
    waarschuw: EmailAdres | None = None
    """Where staff hear, at most once a day and in numbers only, that something waits too long or was not delivered."""
    bewaren: Bewaren = Bewaren()
    openingstijden: Mapping[Weekdag, Tijden] = {}
    """When somebody calls back. A day that is absent: nobody does."""
    gesloten: Lijst[date] = ()
    """Days on which nobody calls, beside the public holidays: 2027-05-05."""
    binnen_werkdagen: Annotated[int, Field(ge=1, le=10)] | None = None
    """Within how many days on which it is open the gemeente promises to call. None: it promises nothing."""

    @property
    def mist(self) -> str | None:
        """The field that the chosen way out cannot do without, and that is not filled in."""
        nodig = {"e-mail": "e_mail", "open_klant": "open_klant", "open_formulieren": "formulier"}
        veld = nodig.get(self.kanaal or "")
        return None if veld is None or getattr(self, veld) is not None else veld

    @property
    def neemt_aan(self) -> bool:
        """Questions can be sent from here, with no form of the gemeente's own in between."""
        return self.kanaal not in (None, "open_formulieren") and self.mist is None

    @property
    def verwijst_door(self) -> bool:
        """Questions are asked on a form of the gemeente's own."""
        return self.kanaal == "open_formulieren" and self.mist is None

    def open_op(self, dag: date) -> tuple[Open, ...]:
        """The stretches of that weekday; public holidays are known in `actions.overdracht.bellen`."""
        return self.openingstijden.get(WEEKDAGEN[dag.weekday()], ())
