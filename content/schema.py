"""The form of every content file. Unknown fields are refused, so that a slip of the pen is seen at once.

Texts in these models are raw Jinja2 templates; `Inhoud` renders them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, StringConstraints, model_validator

from content.lokaal.instelling import Contact, HulpDichtbij, Overdracht, Redactie
from content.lokaal.regeling import Regelingen, Uiterlijk
from content.lokaal.voorbeeld import Voorbeeld
from content.voor_ander import TEKSTEN, AnderTekst, gebreken, vul
from content.vorm import Herkomst, Leeftijd, Lijst, Model, Slug, Tekst, Url

InvoerType = Literal[
    "keuze", "meerkeuze", "bedrag", "aantal", "leeftijd", "leeftijden", "datum", "maand", "tekst"
]
"""The kinds of answer; the same as in the public contract (a test compares them)."""

Gevoelig = Literal["gezondheid", "schulden", "beide"]
"""What an answer or outcome gives away about somebody: before it goes to the gemeente a second sentence says so, and it is never
ticked together with the rest. `beide`: it may be either."""

KleurNaam = Annotated[str, StringConstraints(pattern=r"^--rechtop-[a-z0-9-]+$")]
# A value goes into a style sheet, so nothing that could end the declaration or load something.
KleurWaarde = Annotated[str, StringConstraints(pattern=r"^[#A-Za-z0-9 .,%()-]+$")]


class KeuzeTekst(Model):
    """One choice of a question. `woorden`: other words people use for it, for the reader."""

    waarde: str | bool | int
    label: Tekst
    ander: Tekst | None = None
    """What it says when the talk is about somebody else (see `VraagTekst.ander`)."""
    woorden: tuple[Tekst, ...] = ()
    vaag: tuple[Tekst, ...] = ()
    """Words that may mean this choice or another ("uitkering"): then it is asked which."""
    gevoelig: Gevoelig | None = None
    """Only who gives this answer tells something of that kind."""
    vanaf_leeftijd: Leeftijd | None = None
    tot_leeftijd: Leeftijd | None = None
    """From this age, and up to but not including this age, it has a button; who types it is always understood."""

    def past_bij(self, leeftijd: int | None) -> bool:
        """Is the button of use to somebody of this age? Of an age that is not known every button is."""
        if leeftijd is None:
            return True
        return (self.vanaf_leeftijd or 0) <= leeftijd and (
            self.tot_leeftijd is None or leeftijd < self.tot_leeftijd
        )

    def over(self, namen: Mapping[str, str]) -> Self:
        """The same choice about somebody else; who types what it says otherwise is understood as well."""
        if self.ander is None:
            return self
        return self.model_copy(
            update={"label": vul(self.ander, namen), "woorden": (self.label, *self.woorden)}
        )

    @model_validator(mode="after")
    def _leeftijden_passen(self) -> Self:
        if self.tot_leeftijd is not None and self.tot_leeftijd <= (self.vanaf_leeftijd or 0):
            raise ValueError("'tot_leeftijd' moet hoger zijn dan 'vanaf_leeftijd'")
        return self


class InvoerTekst(Model):
    type: InvoerType
    eenheid: Tekst | None = None


class VraagTekst(Model):
    """`content/vragen/<feit>.yml`: all words around one question."""

    id: str
    """The fact, or `<fact>.<field>` for a field of a list item."""
    vraag: Tekst
    kort: Tekst
    """Shorter, for asking again."""
    waarom: Tekst
    voorbeeld: Tekst
    """A hint with an example, when an answer was not understood."""
    label: Tekst
    """For the overview."""
    hulp: Tekst | None = None
    hoe_vinden: Tekst | None = None
    """How to find the answer when you do not know it."""
    invoer: InvoerTekst
    keuzes: tuple[KeuzeTekst, ...] = ()
    moeilijk: bool = False
    """Many people need a paper or a person for the answer: the question offers help nearby."""
    gevoelig: Gevoelig | None = None
    """Any answer to it, also "nee", tells something of that kind."""
    weergave: Tekst | None = None
    """How an answer is shown in the overview; gets `waarde`."""
    ander: AnderTekst = AnderTekst()
    """The texts that speak to the resident, about somebody else (`content/voor_ander.py`): who helps fills in for a mother."""

    def over(self, namen: Mapping[str, str]) -> Self:
        """The same question about somebody else. `namen`: what the person is called, one for each of `voor_ander.NAMEN`."""
        velden = {veld: vul(tekst, namen) for veld in TEKSTEN if (tekst := getattr(self.ander, veld))}
        return self.model_copy(update={**velden, "keuzes": tuple(keuze.over(namen) for keuze in self.keuzes)})

    @model_validator(mode="after")
    def _past_voor_een_ander(self) -> Self:
        teksten = {veld: getattr(self, veld) for veld in TEKSTEN}
        knoppen = {f"keuzes.{nr}.label": (k.label, k.ander) for nr, k in enumerate(self.keuzes, start=1)}
        if mis := list(gebreken(teksten, self.ander, knoppen)):
            raise ValueError("; ".join(mis))
        return self

    @model_validator(mode="after")
    def _keuzes_passen(self) -> Self:
        if self.invoer.type in ("keuze", "meerkeuze") and not self.keuzes:
            raise ValueError(f"een vraag met invoer '{self.invoer.type}' heeft het veld 'keuzes' nodig")
        waarden = [(type(keuze.waarde), keuze.waarde) for keuze in self.keuzes]
        if len(set(waarden)) != len(waarden):
            raise ValueError("in 'keuzes' staat twee keer dezelfde 'waarde'")
        return self


class AanvragenTekst(Model):
    bij: Tekst
    url: Url
    telefoon: Tekst | None = None
    nodig: tuple[Tekst, ...] = ()
    hoe: Tekst | None = None
    """One or two sentences; None: the link says enough."""
    termijn: Uiterlijk | None = None
    """Until when; of a date the rules know."""


class Gedeeld(Model):
    """The words for codes that the rules use: code or fact → template."""

    redenen: Mapping[str, Tekst] = {}
    stappen: Mapping[str, Tekst] = {}
    voorwaarden: Mapping[str, Tekst] = {}
    let_op: Mapping[str, Tekst] = {}


class UitkomstTekst(Gedeeld):
    """`content/uitkomsten/<regeling>.yml`, with what all schemes share filled in."""

    regeling: str
    titel: Tekst
    korte_titel: Tekst
    wat: Tekst
    aanvragen: AanvragenTekst
    gevoelig: Gevoelig | None = None
    """Whether somebody may get it tells something of that kind."""


class BronTekst(Model):
    naam: Tekst
    url: Url


class VervolgKeuze(Model):
    label: Tekst
    antwoord: Tekst
    vervolg: Vervolg | None = None


class Vervolg(Model):
    """A follow-up question under a FAQ answer."""

    vraag: Tekst
    keuzes: Annotated[tuple[VervolgKeuze, ...], Field(min_length=2, max_length=3)]
    """Two or three: who is tired does not choose from more."""


Stap = Literal["start", "overzicht", "medewerker", "hulp_dichtbij"]
"""What a resident can do right after an answer, besides working a scheme out."""


class Faq(Model):
    """`content/faq/<id>.md`: front matter and an answer in Markdown. `content/faq/<gemeente>/<id>.md`: what one gemeente answers
    instead, or a topic only it has."""

    id: Slug
    titel: Tekst
    """The question, as a resident would put it."""
    eigenaar: Tekst
    nagekeken: date
    bronnen: Annotated[tuple[BronTekst, ...], Field(min_length=1)]
    voorbeelden: tuple[Tekst, ...] = ()
    """Example sentences, for understanding what people write. None when a gemeente answers a topic that is there already."""
    regeling: Slug | None = None
    """Can be worked out here."""
    stap: Stap | None = None
    gebeurtenis: Slug | None = None
    """The change in a life of which the difference can be worked out here (`content/gebeurtenissen`)."""
    vervolg: Vervolg | None = None
    antwoord: Tekst
    """The body of the file."""

    @model_validator(mode="after")
    def _voorbeelden_verschillen(self) -> Self:
        gezien: set[str] = set()
        for zin in self.voorbeelden:
            sleutel = zin.casefold()
            if sleutel in gezien:
                raise ValueError(f"in 'voorbeelden' staat twee keer: {zin}")
            gezien.add(sleutel)
        return self


Maatregel = Literal["vrijlating_2027", "bufferbudget_2027"]
"""Measures of the Participatiewet in Balans that hold from 2027 and that a gemeente carries out; the amounts stand in
content/parameters. What changes for people with AIO is not among them: that is for the SVB (Pw art. 47a)."""


class Gemeente(Model):
    """`content/gemeenten/<slug>.yml`. `content.lokaal.erven` lays it over what it inherits."""

    slug: Slug
    naam: Tekst
    cbs_code: Annotated[str, StringConstraints(pattern=r"^GM[0-9]{4}$")] | None
    """None for a gemeente that does not exist."""
    provincie: Tekst
    contact: Contact
    kleuren: Mapping[KleurNaam, KleurWaarde] = {}
    toegestane_herkomst: Lijst[Herkomst] = ()
    """Origins on which the widget may stand."""
    hulp_dichtbij: Lijst[HulpDichtbij] = ()
    overdracht: Overdracht | None = None
    overzicht_mail: StrictBool = False
    """A resident may have the overview sent to their own e-mail address (docs/besluiten/0039-overzicht-per-mail.md)."""
    redactie: Redactie | None = None
    zinnen_bewaren: StrictBool = False
    """Sentences that were not understood are kept for the editors, filtered and of no talk (docs/besluiten/0043-zinnen.md)."""
    erft: Lijst[Slug] = ()
    """Regions (`content/regios/`); a later one goes over an earlier one."""
    past_toe: Lijst[Maatregel] = ()
    """What the gemeente does already before the law makes it."""
    regelingen: Regelingen = Field(default_factory=dict)
    voorbeelden: Lijst[Voorbeeld] = ()

    @property
    def bestaat(self) -> bool:
        """Is it a real one? Of one for demonstration the resident reads that it is made up."""
        return self.cbs_code is not None

    @property
    def neemt_over(self) -> bool:
        """Can a resident ask it to call back? Whether its way out works now is known only where requests are taken in."""
        hier = self.overdracht
        return hier is not None and (hier.neemt_aan or hier.verwijst_door)


TekstenBestand = Mapping[str, Tekst | Mapping[str, Tekst]]
"""`content/teksten/<groep>.yml`: name → template, or name → (name → template)."""
