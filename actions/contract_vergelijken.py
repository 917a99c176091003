"""What goes over the wire when two situations are compared (public contract, section 2c), field by field.

Fields beyond the contract are marked as an addition of ours.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import PlainSerializer

from actions.contract_basis import Geld, Model, Recht, Reden

Uren = Annotated[
    Decimal,
    PlainSerializer(lambda uren: int(uren) if uren == int(uren) else float(uren), return_type=float | int),
]
"""Hours a week, as a number on the wire."""
Werking = Literal["vanaf_maand", "heel_jaar"]
"""From a month on; or over the whole calendar year, months that are past included."""


class Verschil(Model):
    """One scheme in both situations. Amounts are of a month, as the payer pays them; None where nothing is paid by the month,
    or where it cannot be said."""

    regeling: str
    voor: Geld | None
    na: Geld | None
    verschil_per_maand: Geld | None
    vanaf: str | None
    """First day of the new amount (ISO); None when nothing changes."""
    werkt: Werking
    al_te_veel_ontvangen: Geld | None
    reden: str
    titel: str
    """The scheme's name as residents read it (an addition of ours)."""
    recht_voor: Recht
    recht_na: Recht
    """Additions of ours, like what follows."""
    ritme: Literal["maand", "kwartaal", "jaar", "eenmalig"]
    voor_per_keer: Geld | None
    na_per_keer: Geld | None
    schatting: bool


class Totaal(Model):
    voor: Geld
    na: Geld
    verschil: Geld


class DitJaar(Model):
    verschil: Geld
    """Over the calendar year, what was already received too much included."""
    tot_en_met: str
    """Last day it is counted to (an addition of ours)."""


class Melding(Model):
    bij: str
    wat: str
    uiterlijk: str | None
    """Last day (ISO); None when it is to be reported at once."""
    termijn: str
    """In words: "binnen 4 weken", "meteen" (an addition of ours)."""


class NieuwAanvragen(Model):
    regeling: str
    uiterlijk: str | None
    titel: str
    bij: str
    url: str
    """Additions of ours: the name of the scheme, where to apply and the page."""


class Vergelijking(Model):
    """`POST /api/v1/vergelijking`."""

    verschillen: list[Verschil]
    totaal_per_maand: Totaal
    """Only amounts of money that are paid by the month."""
    dit_jaar: DitJaar
    melden: list[Melding]
    nieuw_aanvragen: list[NieuwAanvragen]
    vol_jaar: Totaal
    """A whole year in the old and in the new situation, with what is not paid by the month (an addition of ours)."""
    let_op: list[Reden]
    """What is uncertain about the whole: rules of an earlier year, schemes that cannot be said (an addition of ours)."""


class Punt(Model):
    """What is left per month with so many hours of work a week; holiday pay included, without temporary exemptions."""

    uren: Uren
    bruto_loon: Geld
    netto_loon: Geld
    uitkering: Geld
    toeslagen: Geld
    gemeente: Geld
    """Schemes of the gemeente and kwijtschelding, one twelfth of their year."""
    totaal_per_maand: Geld
    kosten: Geld
    """Travel and childcare that the household pays itself, taken off in `totaal_per_maand` (an addition of ours)."""


class Tijdelijk(Model):
    uren: Uren
    tot_en_met_maand: int
    extra: Geld


class LetOpBijUren(Model):
    bij_uren: Uren
    tekst: str
    code: str
    regeling: str | None
    """Additions of ours: what it is, and of which scheme."""


class Werken(Model):
    """`POST /api/v1/werken`."""

    punten: list[Punt]
    tijdelijk: list[Tijdelijk]
    let_op: list[LetOpBijUren]
    niet_meegerekend: list[str]
    nu: Punt | None
    """As it is now, where that can be said (an addition of ours)."""
    later: list[Reden]
    """What comes later than by the month: holiday pay, yearly schemes (an addition of ours)."""
