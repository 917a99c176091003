"""A local scheme as data: the whole of what an editor writes about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from content.lokaal.geld import Bedragrij, Draagkracht, Kwijtschelding
from content.lokaal.herkomst import BESLIST, Bron, Twijfel, Zekerheid, twijfel
from content.lokaal.toets import Eisen, Inkomen, Kinderen, Leeftijden, Vermogen
from content.vorm import Getal, Lijst, MinstensEen, OfOnbekend, Strikt, Tekst, Url

LokaleId = Literal[
    "individuele-inkomenstoeslag", "studietoeslag", "bijzondere-bijstand", "gemeentepolis", "kwijtschelding",
    "meedoenregeling", "kind-school-sport", "gratis-ov", "energiekosten", "chronisch-ziek", "voedselbank",
    "schuldhulp", "schuldhulp-jongeren",
]  # fmt: skip
LOKAAL: tuple[LokaleId, ...] = get_args(LokaleId)
"""The schemes of the contract that every gemeente fills in for itself."""

_EIGEN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*:[a-z0-9]+(-[a-z0-9]+)*")


def _id(ruw: str) -> str:
    if ruw not in LOKAAL and not _EIGEN.fullmatch(ruw):
        raise ValueError(
            f"de regeling '{ruw}' bestaat niet; kies uit {', '.join(LOKAAL)}, of maak een eigen naam: "
            "<gemeente>:<naam>"
        )
    return ruw


RegelingId = Annotated[str, AfterValidator(_id)]
"""A local scheme of the contract, or an own one: `<slug of the gemeente or region>:<id>`."""


def _maand_en_dag(ruw: str) -> str:
    try:
        date.fromisoformat(f"2001-{ruw}")  # no leap year
    except ValueError:
        raise ValueError(f'{ruw} is geen dag van elk jaar; schrijf eerst de maand, zoals "12-31"') from None
    return ruw


class Uiterlijk(Strikt):
    """Until when somebody can apply: exactly one of the four."""

    datum: date | None = None
    elk_jaar: Annotated[str, AfterValidator(_maand_en_dag)] | None = None
    """The last day of every year, as "12-31": a day that every year has."""
    vooraf: Literal[True] | None = None
    """Before the costs are made."""
    na: Literal["aanslag", "betaling", "kosten"] | None = None
    """Within `maanden` of the day of this."""
    maanden: Annotated[int, Field(ge=1, le=60)] | None = None

    @model_validator(mode="after")
    def _een_vorm(self) -> Self:
        if sum(v is not None for v in (self.datum, self.elk_jaar, self.vooraf, self.na)) != 1:
            raise ValueError("kies er een: datum, elk_jaar, vooraf of na")
        if (self.na is None) != (self.maanden is None):
            raise ValueError("'na' en 'maanden' horen bij elkaar")
        return self


class AanvragenLokaal(Strikt):
    bij: Tekst
    url: Url | None = None
    telefoon: Tekst | None = None
    """Absent: that of the contact of the file the scheme stands in."""
    hoe: Tekst | None = None
    """One or two sentences; also "U krijgt het vanzelf."."""
    uiterlijk: Annotated[
        Uiterlijk | None, BeforeValidator(lambda ruw: {"datum": ruw} if isinstance(ruw, date) else ruw)
    ] = None
    """A bare date may stand here too. Absent: all year."""
    nodig: Lijst[Tekst] = ()
    terugwerkend_maanden: OfOnbekend[Annotated[int, Field(ge=0, le=120)]] | None = None
    """So many months back an application works. Absent: from the application on."""


class Straks(Strikt):
    """What a scheme becomes on a later day. What is absent stays as it was until then."""

    van: date
    """The first day on which this holds."""
    bedragen: Lijst[Bedragrij] | None = None
    inkomen: Inkomen | None = None
    vermogen: Vermogen | None = None
    leeftijd: Leeftijden | None = None
    kinderen: Kinderen | None = None
    jaren_laag_inkomen: OfOnbekend[Annotated[Getal, Field(gt=0, le=20)]] | None = None
    draagkracht: Draagkracht | None = None
    kwijtschelding: Kwijtschelding | None = None
    geldig_tot: date | None = None
    """Of these rules; the last day of those before them counts no more."""
    bron: MinstensEen[Bron]
    zekerheid: Zekerheid
    nagekeken: date


class Regelingdata(Strikt):
    """One scheme of a gemeente or region. See `content.lokaal` for what holds everywhere."""

    titel: Tekst
    korte_titel: Tekst
    wat: Tekst
    """One sentence in B1: what it is."""
    vorm: Literal["geld", "natura", "korting", "hulp"]
    ritme: OfOnbekend[Literal["maand", "kwartaal", "jaar", "eenmalig"]] | None = None
    """How often it pays; needed when there are amounts."""
    tot_en_met: bool = False
    """The amounts are maxima."""
    bedragen: Lijst[Bedragrij] = ()
    """Empty: no amount belongs to it (help, or what somebody needs)."""
    landelijk_bedrag: bool = False
    """Studietoeslag: the lowest amounts of the law (content/parameters/studietoeslag.yml), in place of rows here."""

    inkomen: Inkomen
    vermogen: Vermogen
    leeftijd: Leeftijden | None = None
    kinderen: Kinderen | None = None
    """At least one child at home of these ages."""
    jaren_laag_inkomen: OfOnbekend[Annotated[Getal, Field(gt=0, le=20)]] | None = None
    """So many years the income has been at or below the limit: "3", "1.5"."""
    eisen: Eisen | None = None
    """All of these."""
    een_van: Eisen | None = None
    """At least one of these."""
    draagkracht: Draagkracht | None = None
    kwijtschelding: Kwijtschelding | None = None

    aanvragen: AanvragenLokaal
    bron: MinstensEen[Bron]
    zekerheid: Zekerheid
    """Of the conditions; of the amounts too when `zekerheid_bedragen` is absent."""
    bron_bedragen: Lijst[Bron] = ()
    """Of the amounts, when they come from elsewhere. Empty: `bron`."""
    zekerheid_bedragen: Zekerheid | None = None
    eigenaar: Tekst
    """The team that keeps this up to date."""
    nagekeken: date
    geldig_van: date | None = None
    geldig_tot: date | None = None
    """The last day. Outside these days nothing is known about the scheme."""
    toelichting: Tekst | None = None
    """For editors; never shown."""
    straks: Lijst[Straks] = ()
    """Prepared: what holds from a later day on, in the order of their days."""

    def op(self, dag: date) -> Regelingdata:
        """As it holds on that day."""
        data = self
        for later in self.straks:
            if later.van <= dag:
                data = data._na(later)
        return data

    def versies(self) -> tuple[Regelingdata, ...]:
        """As it is, and as it becomes after each of `straks`."""
        return (self, *(self.op(later.van) for later in self.straks))

    def _na(self, later: Straks) -> Regelingdata:
        anders = {naam: waarde for naam in _OOK_STRAKS if (waarde := getattr(later, naam)) is not None}
        herkomst = {"geldig_tot": later.geldig_tot, "bron_bedragen": (), "zekerheid_bedragen": None}
        return self.model_copy(update={**anders, **herkomst, "straks": ()})

    @property
    def beslist(self) -> bool:
        """May the conditions decide? If not, the scheme is told, and the resident is sent to the gemeente."""
        return self.zekerheid in BESLIST

    def geldt_op(self, dag: date) -> bool:
        return (self.geldig_van is None or self.geldig_van <= dag) and (
            self.geldig_tot is None or dag <= self.geldig_tot
        )

    def twijfel(self, op: date) -> Twijfel | None:
        """Doubt about the conditions."""
        return twijfel(self.zekerheid, self.bron, op)

    def twijfel_bedragen(self, op: date) -> Twijfel | None:
        """Doubt about the amounts: shown only with the year and "vraag het na"."""
        return twijfel(self.zekerheid_bedragen or self.zekerheid, self.bron_bedragen or self.bron, op)

    @model_validator(mode="after")
    def _past(self) -> Self:
        if self.bedragen and self.ritme is None:
            raise ValueError("bij 'bedragen' hoort 'ritme'; weet u het niet, schrijf dan onbekend")
        if self.landelijk_bedrag and (self.bedragen or self.ritme != "maand"):
            raise ValueError("bij 'landelijk_bedrag' hoort 'ritme: maand', en geen 'bedragen'")
        if self.vorm == "geld" and not (self.bedragen or self.draagkracht or self.landelijk_bedrag):
            raise ValueError(
                "bij 'vorm: geld' horen 'bedragen'; weet u het niet, schrijf dan - bedrag: onbekend"
            )
        if self.geldig_van and self.geldig_tot and self.geldig_tot < self.geldig_van:
            raise ValueError("'geldig_tot' ligt voor 'geldig_van'")
        if self.draagkracht and self.inkomen.van in ("geen", "wettelijk_minimumloon"):
            raise ValueError("draagkracht begint boven een inkomensgrens; vul die in bij 'inkomen'")
        if self.draagkracht and self.inkomen.van == "bedrag" and len(self.draagkracht.delen) > 1:
            raise ValueError("'boven' is een deel van de bijstandsnorm; dat kan niet bij 'van: bedrag'")
        return self

    @model_validator(mode="after")
    def _straks_past(self) -> Self:
        dagen = [later.van for later in self.straks]
        if any(twee <= een for een, twee in pairwise(dagen)):
            raise ValueError("zet wat er bij 'straks' staat op volgorde van 'van', elke dag een keer")
        for nr, data in enumerate(self.versies()[1:], start=1):
            try:
                Regelingdata.model_validate({naam: getattr(data, naam) for naam in Regelingdata.model_fields})
            except ValidationError as fout:
                raise ValueError(f"'straks' {nr} past niet: {fout.errors()[0]['msg']}") from None
        return self

    @model_validator(mode="after")
    def _elke_rij_telt(self) -> Self:
        for nr, rij in enumerate(self.bedragen):
            for eerder, vorige in enumerate(self.bedragen[:nr], start=1):
                if vorige.omvat(rij):
                    raise ValueError(
                        f"rij {nr + 1} van 'bedragen' komt nooit aan de beurt: rij {eerder} geldt daar al voor; "
                        "zet de bijzondere rij boven de gewone"
                    )
        return self

    @model_validator(mode="after")
    def _genoeg_bronnen(self) -> Self:
        for veld, zekerheid, bronnen in (
            ("zekerheid", self.zekerheid, self.bron),
            ("zekerheid_bedragen", self.zekerheid_bedragen, self.bron_bedragen or self.bron),
        ):
            if zekerheid == "twee_bronnen" and len({bron.url for bron in bronnen}) < 2:
                raise ValueError(f"'{veld}: twee_bronnen' vraagt twee verschillende bronnen")
        return self


_OOK_STRAKS = tuple(naam for naam in Straks.model_fields if naam in Regelingdata.model_fields)
_ALLEEN_BIJ = {
    "draagkracht": "bijzondere-bijstand",
    "kwijtschelding": "kwijtschelding",
    "landelijk_bedrag": "studietoeslag",
}


def _passend(regelingen: Mapping[str, Regelingdata | None]) -> Mapping[str, Regelingdata | None]:
    """What is for one scheme stands only there."""
    for id, data in regelingen.items():
        for veld, hoort_bij in _ALLEEN_BIJ.items():
            if data is not None and getattr(data, veld) and id in LOKAAL and id != hoort_bij:
                raise ValueError(f"'{veld}' hoort bij de regeling '{hoort_bij}', niet bij '{id}'")
    kwijt = regelingen.get("kwijtschelding")
    if kwijt is not None and kwijt.kwijtschelding is None:
        raise ValueError(
            "bij de regeling 'kwijtschelding' hoort het veld 'kwijtschelding'; weet u niets, schrijf dan "
            "{norm_procent: onbekend, extra_vermogen_vrij: onbekend}"
        )
    return regelingen


Regelingen = Annotated[Mapping[RegelingId, Regelingdata | None], AfterValidator(_passend)]
"""None switches off what the file inherits."""
