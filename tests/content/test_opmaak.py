"""Numbers and dates in Dutch, and a sandbox that gives nothing away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from content.opmaak import Opmaker, TemplateError, dag, datum, euro, getal, jaartal, maand
from content.parameters import Parameters


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (Decimal("129.00"), "129 euro"),
        ("1234.56", "1.234,56 euro"),
        ("1234.5", "1.234,50 euro"),
        (146011, "146.011 euro"),
        (Decimal("0"), "0 euro"),
        (Decimal("-129.5"), "-129,50 euro"),
        (Decimal("0.005"), "0,01 euro"),
        (Decimal("1234567.891"), "1.234.567,89 euro"),
    ],
)
def test_euro(waarde: object, tekst: str) -> None:
    assert euro(waarde) == tekst


def test_numbers_dates_months() -> None:
    assert [getal(g) for g in (2119, Decimal("1234.50"), "0.65", Decimal("1000"), Decimal("1E+3"))] == [
        "2.119", "1.234,5", "0,65", "1.000", "1.000",
    ]  # fmt: skip
    assert jaartal(Decimal("1965")) == "1965"
    assert datum(date(2027, 12, 31)) == datum("2027-12-31") == "31 december 2027"


@pytest.mark.parametrize(
    ("waarde", "tekst"), [("12.31", "31 december"), (Decimal("4.01"), "1 april"), ("10.10", "10 oktober")]
)
def test_a_day_of_every_year(waarde: object, tekst: str) -> None:
    assert dag(waarde) == tekst


@pytest.mark.parametrize("waarde", ["13.01", "2.30", "4", "0.12"])
def test_no_day_of_any_year(waarde: str) -> None:
    with pytest.raises(TemplateError, match="geen maand en dag"):
        dag(waarde)
    assert maand("1992-04") == maand(date(1992, 4, 1)) == "april 1992"


@pytest.mark.parametrize(
    "sjabloon",
    [
        "{{ 'x' | euro }}",
        "{{ 1.5 | euro }}",
        "{{ true | getal }}",
        "{{ 'gisteren' | datum }}",
        "{{ '1992-13' | maand }}",
        "{{ 1 | datum }}",
        "{{ 1.5 }}",
        "{{ none }}",
        "{{ true }}",
        "{{ weg }}",
        "{{ weg.naam }}",
        "{{ 1 / 0 }}",
    ],
)
def test_what_may_not_reach_a_resident_is_refused(parameters: Parameters, sjabloon: str) -> None:
    with pytest.raises(TemplateError):
        Opmaker(parameters).render(sjabloon, date(2026, 1, 1), {})


@pytest.mark.parametrize(
    "sjabloon",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ bedrag.__globals__ }}",
        "{{ bedrag.__closure__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ 'x'['__class__'] }}",
        "{{ '{0.__class__}'.format('x') }}",
        "{{ lipsum() }}",
        "{{ range(9) }}",
        "{{ cycler('a') }}",
        "{{ namespace() }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 99999999 }}",
        "{{ 'a' | center(1000000000) }}",
        "{{ x.append(1) }}",
        "{% include 'geheim' %}",
        "{% import 'os' as os %}",
    ],
)
def test_sandbox(parameters: Parameters, sjabloon: str) -> None:
    with pytest.raises(TemplateError):
        Opmaker(parameters).render(sjabloon, date(2026, 1, 1), {"x": [1]})


def test_amounts_need_a_date_and_a_name_that_exists(parameters: Parameters) -> None:
    opmaker = Opmaker(parameters)
    premie = "{{ bedrag('zorgtoeslag.standaardpremie') }}"
    assert opmaker.render(premie, date(2026, 5, 1), {}) == "2.119"
    with pytest.raises(TemplateError, match="is een datum nodig"):
        opmaker.render(premie, None, {})
    with pytest.raises(TemplateError, match="bestaat niet"):
        opmaker.render("{{ bedrag('zorgtoeslag.premie') }}", date(2026, 5, 1), {})
