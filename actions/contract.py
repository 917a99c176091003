"""What goes over the wire, field by field as the public contract names it.

Only these models leave the house; inside we use plain frozen dataclasses. Money is a string with two decimals.
Fields that do not apply are absent: serialise with :func:`naar_json`.
"""

from __future__ import annotations

from typing import Any, Literal

from actions.contract_basis import Geld as Geld
from actions.contract_basis import Model as Model
from actions.contract_basis import Recht as Recht
from actions.contract_basis import Reden as Reden
from actions.contract_vergelijken import Vergelijking, Werken

BerichtSoort = Literal["tekst", "vraag", "uitkomst", "overzicht", "fout", "overdracht"]
InvoerType = Literal[
    "keuze", "meerkeuze", "bedrag", "aantal", "leeftijd", "leeftijden", "datum", "maand", "tekst"
]


class Keuze(Model):
    """A button. `id` is opaque and bound to its question, unless it is one of the reserved ids."""

    id: str
    label: str


class Invoer(Model):
    type: InvoerType
    eenheid: str | None = None
    hulp: str | None = None
    geen: str | None = None
    """Of a `meerkeuze`: the id of the choice that means none of them (an addition of ours)."""


class Stap(Model):
    """One line of the sum. The amount may be null (a line that only explains)."""

    tekst: str
    bedrag: Geld | None
    bron: str


class Bron(Model):
    naam: str
    url: str


class Voorwaarde(Model):
    """An assumed fact the outcome rests on."""

    feit: str
    tekst: str


class Voorlopig(Model):
    """The amount is known, the facts in `als` are still open."""

    bedrag_per_maand: Geld
    als: list[str]


class Aanvragen(Model):
    bij: str
    url: str
    telefoon: str | None
    uiterlijk: str | None
    nodig: list[str]
    hoe: str | None = None
    """How to apply, and until when if that is no date (an addition of ours)."""


class Uitkomst(Model):
    """One scheme's outcome; meaning of each field: contract section 2."""

    regeling: str
    recht: Recht
    bedrag_per_maand: Geld | None
    bedrag_per_jaar: Geld | None
    voorlopig: Voorlopig | None = None
    voorwaarden: list[Voorwaarde]
    ritme: Literal["maand", "kwartaal", "jaar", "eenmalig"]
    bedrag_per_keer: Geld | None
    vorm: Literal["geld", "natura", "korting", "hulp"]
    tot_en_met: bool
    jaar: int | None
    schatting: bool
    marge: Geld | None
    al_ontvangen: bool
    bijna: bool
    door: list[str]
    redenen: list[Reden]
    stappen: list[Stap]
    bronnen: list[Bron]
    aanvragen: Aanvragen
    let_op: list[Reden]
    titel: str
    """The scheme's name as residents read it (an addition of ours)."""
    wat: str
    """What it is, in a sentence: for help in kind the help itself (an addition of ours)."""


class Bericht(Model):
    id: str
    van: Literal["bot", "u"]
    soort: BerichtSoort
    tekst: str
    taal: str | None = None
    """Of a text that is not Dutch: its language as in HTML, "ar" (an addition of ours). A message is in one language."""
    keuzes: list[Keuze] | None = None
    vraag: str | None = None
    nummer: int | None = None
    feiten: list[str] | None = None
    invoer: Invoer | None = None
    faq: str | None = None
    onderwerp: str | None = None
    """Of an `overdracht`: the scheme or topic to have contact about (an addition of ours)."""
    uitkomsten: list[Uitkomst] | None = None
    vergelijking: Vergelijking | None = None
    """Before and after a change (an addition of ours, like the two below)."""
    werken: Werken | None = None
    """What is left with more or fewer hours of work."""
    beeld: str | None = None
    """The curve of `werken` as SVG, made by `actions.gesprek.kromme_beeld`: the same numbers, and nothing that runs or loads."""


class Voortgang(Model):
    beantwoord: int
    nog_ongeveer: int


class Tussenstand(Model):
    aantal: int
    bedrag_per_maand: Geld
    waarvan_al_ontvangen: Geld
    onder_voorbehoud: bool


class BeurtAntwoord(Model):
    """The answer to one turn of the talk."""

    berichten: list[Bericht]
    voortgang: Voortgang
    tussenstand: Tussenstand


class OverzichtFeit(Model):
    feit: str
    label: str
    waarde: Any
    tekst: str
    wijzigbaar: bool


class Overzicht(Model):
    feiten: list[OverzichtFeit]
    uitkomsten: list[Uitkomst]
    tussenstand: Tussenstand
    vergelijking: Vergelijking | None = None
    """The last change that was compared in this talk (an addition of ours, like the two below)."""
    werken: Werken | None = None
    beeld: str | None = None


class GesprekStand(Model):
    """`GET /gesprekken/{gesprek}`. `berichten` holds the whole talk, the resident's own messages included."""

    gemeente: str
    berichten: list[Bericht]
    open_vraag: Bericht | None
    voortgang: Voortgang
    tussenstand: Tussenstand
    verloopt: str


class Versie(Model):
    versie: str


class BewijsReden(Model):
    code: str
    waarden: dict[str, str]


class BewijsStap(Model):
    id: str
    bedrag: Geld | None
    artikel: str
    waarden: dict[str, str]


class BewijsUitkomst(Model):
    """An outcome in codes and amounts, without words; meaning of each field: contract section 2."""

    regeling: str
    recht: Recht
    bedrag_per_maand: Geld | None
    bedrag_per_jaar: Geld | None
    bedrag_per_keer: Geld | None
    voorlopig: Voorlopig | None
    voorwaarden: list[str]
    ritme: Literal["maand", "kwartaal", "jaar", "eenmalig"]
    vorm: Literal["geld", "natura", "korting", "hulp"]
    tot_en_met: bool
    jaar: int | None
    schatting: bool
    marge: Geld | None
    door: list[str]
    redenen: list[BewijsReden]
    stappen: list[BewijsStap]
    artikelen: list[str]
    uiterlijk: str | None
    let_op: list[BewijsReden]
    bijna: bool = False
    """Absent where it is not so."""


class Bewijs(Model):
    """`GET /gesprekken/{gesprek}/bewijs`: the receipt, made by `actions.regels.bewijs`."""

    soort: Literal["rechtop-bewijs"]
    vorm: Literal[1]
    uitleg: list[str]
    gemaakt_op: str
    peildatum: str
    gemeente: str | None
    feiten: dict[str, Any]
    geschat: dict[str, dict[str, str]]
    """Amounts that were converted from what was said, and how."""
    niet_scherper: list[str]
    regelingen: list[str]
    uitkomsten: list[BewijsUitkomst]
    parameters: Versie
    regels: Versie
    gemeenteregels: Versie | None = None
    """Of the schemes of the gemeente; absent without one."""
    hash: str
    """SHA-256 in hex over the rest as JSON: keys sorted, no whitespace, other characters than ASCII escaped.
    A check that nothing was changed; no signature."""


def naar_json(model: Model) -> dict[str, Any]:
    """The model as JSON types, with fields that do not apply left out (and nulls kept where the contract says null)."""
    ruw = model.model_dump(mode="json")
    opgeschoond = _zonder_lege(ruw)
    assert isinstance(opgeschoond, dict)
    return opgeschoond


_KAN_WEG = {
    "voorlopig", "keuzes", "vraag", "nummer", "feiten", "invoer", "faq", "uitkomsten", "eenheid", "hulp",
    "geen", "taal", "vergelijking", "werken", "beeld", "onderwerp",
}  # fmt: skip


def _zonder_lege(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {k: _zonder_lege(v) for k, v in waarde.items() if not (v is None and k in _KAN_WEG)}
    if isinstance(waarde, list):
        return [_zonder_lege(v) for v in waarde]
    return waarde
