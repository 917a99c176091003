"""Filling in templates: a Jinja2 sandbox with few filters, Dutch numbers, amounts of the law by name.

Output is Markdown; whoever shows it escapes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateRuntimeError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from content.lokaal.instelling import WEEKDAGEN
from content.parameters import Parameters, Waarde

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
_FILTERS = (
    "capitalize", "default", "first", "join", "last", "length", "lower", "replace", "round", "sort", "trim",
    "upper",
)  # fmt: skip
_BEGIN_SJABLOON = ("{{", "{%", "{#")
_CENT = Decimal("0.01")
_NA_AFLOOP = timedelta(days=366)
"""How long the last known amount may still stand in a text, named with its year (contract: 12 months)."""


def _decimaal(waarde: object) -> Decimal:
    if isinstance(waarde, bool) or not isinstance(waarde, Decimal | int | str):
        raise TemplateRuntimeError(f"{waarde!r} is geen getal (Decimal, int of tekst)")
    try:
        return Decimal(waarde)
    except InvalidOperation as fout:
        raise TemplateRuntimeError(f"{waarde!r} is geen getal") from fout


def getal(waarde: object) -> str:
    """A number in Dutch: 1234.5 → "1.234,5", 2119.00 → "2.119"."""
    d = _decimaal(waarde)
    tekst = f"{d:,.0f}" if d == d.to_integral_value() else f"{d.normalize():,f}"
    return tekst.translate(str.maketrans(",.", ".,"))


def jaartal(waarde: object) -> str:
    """A year, which takes no point: 1965 → "1965"."""
    return f"{_decimaal(waarde):.0f}"


def euro(waarde: object) -> str:
    """An amount: 129 → "129 euro", 1234.5 → "1.234,50 euro". Rounded to the cent."""
    d = _decimaal(waarde).quantize(_CENT, ROUND_HALF_UP)
    tekst = f"{d:,.0f}" if d == d.to_integral_value() else f"{d:,.2f}"
    return tekst.translate(str.maketrans(",.", ".,")) + " euro"


def datum(waarde: object) -> str:
    """A date (or ISO text): "31 december 2027"."""
    try:
        d = date.fromisoformat(waarde) if isinstance(waarde, str) else waarde
        assert isinstance(d, date)
    except (ValueError, AssertionError) as fout:
        raise TemplateRuntimeError(f"{waarde!r} is geen datum") from fout
    return f"{d.day} {MAANDEN[d.month - 1]} {d.year}"


def weekdag(waarde: object) -> str:
    """A day that is near, so without its year: "maandag 23 november"."""
    if not isinstance(waarde, date):
        raise TemplateRuntimeError(f"{waarde!r} is geen datum")
    return f"{WEEKDAGEN[waarde.weekday()]} {waarde.day} {MAANDEN[waarde.month - 1]}"


def klok(waarde: object) -> str:
    """A time of the day: "9.00"."""
    if not isinstance(waarde, time):
        raise TemplateRuntimeError(f"{waarde!r} is geen tijd")
    return f"{waarde.hour}.{waarde.minute:02}"


def dag(waarde: object) -> str:
    """A day that comes every year, kept as month and day (unit "maand_en_dag"): 12.31 → "31 december"."""
    d = _decimaal(waarde)
    maand_nr, dag_nr = int(d), int(d * 100 % 100)
    try:
        date(2024, maand_nr, dag_nr)
    except ValueError as fout:
        raise TemplateRuntimeError(f"{waarde!r} is geen maand en dag") from fout
    return f"{dag_nr} {MAANDEN[maand_nr - 1]}"


def maand(waarde: object) -> str:
    """A month ("1992-04", or a date): "april 1992"."""
    try:
        d = waarde if isinstance(waarde, date) else date.fromisoformat(f"{waarde}-01")
    except ValueError as fout:
        raise TemplateRuntimeError(f"{waarde!r} is geen maand") from fout
    return f"{MAANDEN[d.month - 1]} {d.year}"


def _afmaken(waarde: object) -> object:
    """What a bare `{{ … }}` prints. Python words such as None or True must never reach a resident."""
    if isinstance(waarde, Decimal):
        return getal(waarde)
    if waarde is None or isinstance(waarde, bool | float):
        raise TemplateRuntimeError(f"{waarde!r} hoort niet in een tekst")
    return waarde


def is_sjabloon(bron: str) -> bool:
    """Is there anything to fill in? Most texts are only words, and making a template of them costs a millisecond each."""
    return any(teken in bron for teken in _BEGIN_SJABLOON)


class _Omgeving(ImmutableSandboxedEnvironment):
    # A template of a few characters could otherwise fill the memory.
    intercepted_binops = frozenset(("*", "**"))

    def call_binop(
        self,
        context: Any,  # noqa: ARG002
        operator: str,
        left: Any,
        right: Any,
    ) -> Any:
        if isinstance(left, int | Decimal) and isinstance(right, int | Decimal) and operator == "*":
            return left * right
        raise TemplateRuntimeError(f"'{operator}' kan niet in een tekst")


class Opmaker:
    """Renders templates against one set of parameters."""

    def __init__(self, parameters: Parameters) -> None:
        self._parameters = parameters
        # Text is Markdown, not HTML: no autoescape.
        omgeving = _Omgeving(
            undefined=StrictUndefined,
            autoescape=False,
            finalize=_afmaken,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        standaard: dict[str, Callable[..., Any]] = dict(omgeving.filters)
        omgeving.filters = {naam: standaard[naam] for naam in _FILTERS}
        omgeving.filters.update(euro=euro, getal=getal, jaartal=jaartal, datum=datum, dag=dag, maand=maand)
        omgeving.filters.update(weekdag=weekdag, klok=klok)
        omgeving.globals.clear()
        self._omgeving = omgeving
        self._sjablonen: dict[str, Template] = {}

    def sjabloon(self, bron: str) -> Template:
        """The compiled template. Raises jinja2.TemplateSyntaxError."""
        gevonden = self._sjablonen.get(bron)
        if gevonden is None:
            if len(self._sjablonen) > 5000:  # old versions of edited texts
                self._sjablonen.clear()
            gevonden = self._sjablonen[bron] = self._omgeving.from_string(bron)
        return gevonden

    def ontleed(self, bron: str) -> nodes.Template:
        """The syntax tree, for checking what a template refers to."""
        return self._omgeving.parse(bron)

    def render(self, bron: str, op: date | None, waarden: Mapping[str, object]) -> str:
        """The filled-in text. Raises jinja2.TemplateError, also when a value or date is missing."""
        if not is_sjabloon(bron):
            return bron.strip()

        def bedrag(naam: str) -> Decimal:
            return self.waarde(naam, op).waarde

        def jaar(naam: str) -> int:
            """The year of the amount that `bedrag` gives: not always the year of the date."""
            return self.waarde(naam, op).van.year

        try:
            return self.sjabloon(bron).render({**waarden, "bedrag": bedrag, "jaar_van": jaar}).strip()
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as fout:
            raise TemplateRuntimeError(str(fout)) from fout

    def waarde(self, naam: str, op: date | None) -> Waarde:
        """The parameter "<regeling>.<naam>" on a date; afterwards the last one, for at most a year."""
        if op is None:
            raise TemplateRuntimeError(f"voor bedrag('{naam}') is een datum nodig")
        regeling, _, rest = naam.partition(".")
        alle = [w for w in self._parameters.waarden.get(regeling, ()) if w.naam == rest]
        if not alle:
            raise TemplateRuntimeError(f"het bedrag '{naam}' bestaat niet in content/parameters")
        begonnen = [w for w in alle if w.van <= op]
        laatste = max(begonnen, key=lambda w: w.van, default=None)
        if laatste is None or op > laatste.tot + _NA_AFLOOP:
            raise TemplateRuntimeError(f"het bedrag '{naam}' is op {op.isoformat()} niet bekend")
        return laatste


__all__ = [
    "Opmaker",
    "TemplateError",
    "dag",
    "datum",
    "euro",
    "getal",
    "is_sjabloon",
    "jaartal",
    "klok",
    "maand",
    "weekdag",
]
