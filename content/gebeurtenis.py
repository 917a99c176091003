"""The form of `content/gebeurtenissen/<id>.yml`: what changes in a life, in words and in the facts.

`stappen` turn the facts of now into the facts of afterwards, in order. Each step has a kind (`doe`) and may hold only when
something is so (`als`). What these leave open, the ordinary questions ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from content.schema import VraagTekst
from content.voor_ander import gebreken, vul
from content.vorm import Lijst, Model, Slug, Tekst

Lijstfeit = Literal["kinderen", "medebewoners"]
VAN_PARTNER: Mapping[str, str] = {
    "leeftijd": "leeftijd_partner",
    "geboortemaand": "geboortemaand_partner",
    "inkomen_soort": "inkomen_soort_partner",
    "inkomen_soorten": "inkomen_soorten_partner",
    "inkomen_jaar": "inkomen_partner_jaar",
    "arbeidsinkomen_jaar": "arbeidsinkomen_partner_jaar",
    "netto_inkomen_maand": "netto_inkomen_partner_maand",
    "werkt": "werkt_partner",
}
"""Facts of the resident → the same of the partner."""
_NIET_VAN_PARTNER = frozenset(("aow_volledig", "ww_einddatum", "werkloos_vanaf_leeftijd"))
"""Facts of the resident that the partner has no counterpart of."""


def _van_partner(feit: Any) -> Any:
    return VAN_PARTNER.get(feit, feit)


class _Gesproken(Model):
    """Something with texts that can speak to the resident; `ander` has those about somebody else."""

    ander: Model

    def over(self, namen: Mapping[str, str]) -> Self:
        """The same about somebody else. `namen`: one for each of `voor_ander.NAMEN`."""
        return self.model_copy(update={naam: vul(tekst, namen) for naam, tekst in self.ander if tekst})

    @model_validator(mode="after")
    def _past_voor_een_ander(self) -> Self:
        teksten = {naam: getattr(self, naam) for naam in type(self.ander).model_fields}
        if mis := list(gebreken(teksten, self.ander, {})):
            raise ValueError("; ".join(mis))
        return self


class Als(Model):
    """A condition on the facts as the steps before left them, or on an answer to a `kies` of the event. Holds only when known."""

    feit: str | None = None
    kies: Slug | None = None
    is_: Annotated[str | bool | int | Lijst[str], Field(alias="is")] = True
    """The value; with a list, one of these. Of a list fact: see `minstens`."""
    minstens: int | None = None
    """Instead of `is`, of a list: so many items; of a number: so high."""

    def geldt(self, feiten: Mapping[str, Any], gekozen: Mapping[str, bool]) -> bool:
        """`gekozen`: the answers to the event's own questions so far."""
        waarde = feiten.get(self.feit) if self.feit is not None else gekozen.get(str(self.kies))
        if waarde is None or waarde == "weet_niet":
            return False
        if self.minstens is not None:
            return (len(waarde) if isinstance(waarde, list | tuple) else int(waarde)) >= self.minstens
        if isinstance(self.is_, tuple):
            return waarde in self.is_
        return bool(waarde == self.is_ and isinstance(waarde, bool) == isinstance(self.is_, bool))

    @model_validator(mode="after")
    def _een_ding(self) -> Self:
        if (self.feit is None) == (self.kies is None):
            raise ValueError("schrijf 'feit' of 'kies', één van beide")
        return self


class _Stap(Model):
    als: Lijst[Als] = ()
    """All of these must hold; else the step is passed over."""

    def geldt(self, feiten: Mapping[str, Any], gekozen: Mapping[str, bool]) -> bool:
        return all(een.geldt(feiten, gekozen) for een in self.als)


class Bijzonder(Model):
    """A value that depends on the day of the change or on the law."""

    waarde: Literal["ingangsdatum", "aow_leeftijd"]
    """The day of the change ("2026-12-01"); the AOW age on that day in whole years, rounded up."""
    minstens: bool = False
    """Keep what is there when it is more."""


class Zet(_Stap):
    """Facts that are so from then on, without asking."""

    doe: Literal["zet"]
    feiten: Annotated[Mapping[str, bool | int | str | Bijzonder], Field(min_length=1)]


class Vervalt(_Stap):
    """Facts that hold no longer: asked again where an outcome needs them."""

    doe: Literal["vervalt"]
    feiten: Annotated[tuple[str, ...], Field(min_length=1)]


class AnderVraag(Model):
    vraag: Tekst | None = None
    kort: Tekst | None = None
    hulp: Tekst | None = None


class Vraag(_Stap, _Gesproken):
    """A fact that is asked anew, whatever its answer was; with the words of the event where it has them."""

    doe: Literal["vraag"]
    feit: str
    vraag: Tekst | None = None
    kort: Tekst | None = None
    """Shorter, for asking again; absent: `vraag`."""
    hulp: Tekst | None = None
    ander: AnderVraag = AnderVraag()

    def bij(self, gewoon: VraagTekst) -> VraagTekst:
        """The ordinary question with the words of the event. Both about the resident, or both about somebody else."""
        if self.vraag is None:
            return gewoon
        hulp = self.hulp or gewoon.hulp
        return gewoon.model_copy(update={"vraag": self.vraag, "kort": self.kort or self.vraag, "hulp": hulp})


class Kies(_Stap, _Gesproken):
    """A question of the event itself, answered with yes or no; it is no fact."""

    doe: Literal["kies"]
    id: Slug
    vraag: Tekst
    kort: Tekst | None = None
    hulp: Tekst | None = None
    ander: AnderVraag = AnderVraag()


class Erbij(_Stap):
    """An item more in a list, at the end. Of `kinderen` an age, of `medebewoners` fields."""

    doe: Literal["erbij"]
    lijst: Lijstfeit
    leeftijd: int | None = None
    """Absent: asked. The birth month stays open."""
    velden: Mapping[str, bool | int | str] = {}
    """Of a medebewoner what is known already; the rest is asked."""


class Eraf(_Stap):
    """An item less in a list, with what belongs to it elsewhere (birth month, childcare)."""

    doe: Literal["eraf"]
    lijst: Lijstfeit
    welke: Literal["oudste", "alle"]
    """The child of the highest age; or the list becomes empty."""


class Inkomen(_Stap, _Gesproken):
    """Income at another level from the day on: asked per month, and counted over the whole year with what was earned before.

    The other amounts of that person's income (net a month, the part from work) are no longer what they were.
    """

    doe: Literal["inkomen"]
    werkt: Literal["heel_jaar"] = "heel_jaar"
    feit: Literal["inkomen_jaar", "inkomen_partner_jaar"] = "inkomen_jaar"
    bedrag: Literal["niets", "bijstand"] | None = None
    """The level, where it need not be asked: nothing, or what the bijstand of this household is."""
    vraag: Tekst | None = None
    """Gets `vanaf`, the day in words."""
    kort: Tekst | None = None
    hulp: Tekst | None = None
    ander: AnderVraag = AnderVraag()

    @model_validator(mode="after")
    def _vraag_of_bedrag(self) -> Self:
        if (self.vraag is None) == (self.bedrag is None):
            raise ValueError("schrijf 'vraag' of 'bedrag', één van beide")
        return self


Stap = Annotated[Zet | Vervalt | Vraag | Kies | Erbij | Eraf | Inkomen, Field(discriminator="doe")]


class AnderGebeurtenis(Model):
    titel: Tekst | None = None
    knop: Tekst | None = None
    bevestig: Tekst | None = None
    wanneer: Tekst | None = None
    wanneer_hulp: Tekst | None = None
    van_wie: Tekst | None = None
    niet_mee: Tekst | None = None


class Gebeurtenis(_Gesproken):
    """`content/gebeurtenissen/<id>.yml`: one change of the contract (`verandering`)."""

    id: Slug
    titel: Tekst
    """How it stands in a list."""
    knop: Tekst
    """On a button."""
    bevestig: Tekst
    """What the chatbot says back. Gets `al`: has it happened?"""
    wanneer: Tekst | None = None
    """The question for the day. Gets `al`, and like the next `eerste`: the first day of next month."""
    wanneer_hulp: Tekst | None = None
    van_wie: Tekst | None = None
    """Asked when there is a partner: it can be about either. About the partner: `van_partner`."""
    nodig: tuple[str, ...] = ()
    """Facts of now without which the steps cannot be taken: asked first."""
    stappen: tuple[Stap, ...] = ()
    niet_mee: Tekst | None = None
    """What is left out of the sum, and what to do about that; said with the outcome."""
    uitrekenen: bool = True
    """Can the difference be worked out? If not: `bevestig` says what can and what cannot, with the buttons below."""
    verwijst: tuple[Slug, ...] = ()
    """Other events that can be worked out instead, as buttons."""
    begin: bool = False
    """Instead, the check itself: a button to start it."""
    faq: Slug | None = None
    """The topic with the ordinary answer: of the same name."""
    ander: AnderGebeurtenis = AnderGebeurtenis()

    def over(self, namen: Mapping[str, str]) -> Self:
        stappen = tuple(s.over(namen) if isinstance(s, _Gesproken) else s for s in self.stappen)
        return super().over(namen).model_copy(update={"stappen": stappen})

    def van_partner(self) -> Self:
        """The same with the facts of the partner, and without what is only asked of the resident. For its words: `over`, with
        what the partner is called."""
        stappen: list[Stap] = []
        for stap in self.stappen:
            als = tuple(a.model_copy(update={"feit": _van_partner(a.feit)}) for a in stap.als)
            update: dict[str, Any] = {"als": als}
            if isinstance(stap, Zet):
                update["feiten"] = {
                    _van_partner(f): w for f, w in stap.feiten.items() if f not in _NIET_VAN_PARTNER
                }
            elif isinstance(stap, Vervalt):
                update["feiten"] = tuple(_van_partner(f) for f in stap.feiten if f not in _NIET_VAN_PARTNER)
            elif isinstance(stap, Vraag | Inkomen):
                update["feit"] = _van_partner(stap.feit)
            stappen.append(stap.model_copy(update=update))
        nodig = tuple(_van_partner(feit) for feit in self.nodig)
        return self.model_copy(update={"nodig": nodig, "stappen": tuple(stappen)})

    def feiten(self) -> Iterator[tuple[str, str]]:
        """Every fact the file names: (where, fact)."""
        for nr, feit in enumerate(self.nodig, start=1):
            yield f"nodig.{nr}", feit
        for nr, stap in enumerate(self.stappen, start=1):
            for als in stap.als:
                if als.feit:
                    yield f"stappen.{nr}.als", als.feit
            if isinstance(stap, Zet | Vervalt):
                yield from ((f"stappen.{nr}.feiten", feit) for feit in stap.feiten)
            elif isinstance(stap, Vraag | Inkomen):
                yield f"stappen.{nr}.feit", stap.feit

    @model_validator(mode="after")
    def _past(self) -> Self:
        if self.uitrekenen and not (self.wanneer and self.stappen):
            raise ValueError("een gebeurtenis die wordt uitgerekend, heeft 'wanneer' en 'stappen' nodig")
        if not self.uitrekenen and (self.wanneer or self.stappen or not (self.verwijst or self.begin)):
            raise ValueError(
                "zonder uitrekenen zijn er geen 'wanneer' en 'stappen', wel 'verwijst' of 'begin'"
            )
        gevraagd: set[str] = set()
        for nr, stap in enumerate(self.stappen, start=1):
            for als in stap.als:
                if als.kies and als.kies not in gevraagd:
                    raise ValueError(f"stap {nr}: 'kies: {als.kies}' wordt niet eerder gevraagd")
            if isinstance(stap, Kies):
                gevraagd.add(stap.id)
        return self
