"""Whom a change must be reported to, and before which day.

Only payers that the household has something from, or may have: a right in one of both situations, what was said to come in, or a
main income that comes from them. And only what can change what they pay: by the facts their schemes rest on.
What is new is asked for and not reported (see `vergelijking.NieuwAanvragen`). The terms: `content/parameters/termijnen.yml`
(Awir art. 17 and what UWV and SVB say); the gemeente wants to know at once (Pw art. 17).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from content.parameters import Parameters

Betaler = Literal["toeslagen", "uwv", "svb", "gemeente"]
Soort = Literal[
    "inkomen", "partner", "kinderen", "wonen", "medebewoners", "vermogen", "opvang", "leeftijd", "anders"
]
"""What kind of fact changes."""

BETALERS: Final[Mapping[Betaler, frozenset[str]]] = {
    "toeslagen": frozenset({"zorgtoeslag", "huurtoeslag", "kindgebonden-budget", "kinderopvangtoeslag"}),
    "uwv": frozenset({"toeslagenwet"}),
    "svb": frozenset({"kinderbijslag", "aio"}),
    "gemeente": frozenset({"bijstand", "ioaw", "ioaz", "bbz"}),
}
_INKOMEN_VAN: Final[Mapping[str, Betaler]] = {
    "bijstand": "gemeente",
    "ww": "uwv",
    "ziekte_arbeidsongeschikt": "uwv",
    "wajong": "uwv",
    "anw": "svb",
    "aow": "svb",
}
_TELT_BIJ: Final[Mapping[str, frozenset[Soort]]] = {
    "bijstand": frozenset({"inkomen", "partner", "kinderen", "wonen", "medebewoners", "vermogen", "anders"}),
    "ww": frozenset({"inkomen", "anders"}),
    "ziekte_arbeidsongeschikt": frozenset({"inkomen", "anders"}),
    "wajong": frozenset({"inkomen", "anders"}),
    "anw": frozenset({"inkomen", "partner", "kinderen", "medebewoners"}),
    "aow": frozenset({"partner"}),
}
"""Income from a payer → what changes it."""
_WEKEN: Final[Mapping[Betaler, str]] = {
    "toeslagen": "wijziging_toeslagen_weken",
    "uwv": "wijziging_uwv_weken",
    "svb": "wijziging_svb_weken",
}
"""The gemeente has no term: at once."""
_VAN_DE_GEMEENTE: Final[Mapping[tuple[str | None, Betaler], Soort]] = {
    ("kind-geboren", "toeslagen"): "kinderen",
    ("kind-geboren", "svb"): "kinderen",
    ("partner-overleden", "svb"): "partner",
}
"""What the gemeente passes on itself, so that nobody has to report it there (Dienst Toeslagen, "Ik krijg een kind"; SVB, "Welke
wijzigingen doorgeven")."""
_VERJAARDAG: Final[Mapping[str | None, frozenset[Soort]]] = {"kind-wordt-18": frozenset({"kinderen"})}
"""A birthday nobody has to report: of a child that comes of age only what it earns."""


@dataclass(frozen=True, slots=True)
class Melding:
    """To report a change to one payer."""

    bij: Betaler
    soorten: tuple[Soort, ...]
    """What of it matters there."""
    uiterlijk: date | None
    """None: at once."""
    weken: int | None
    alleen_de_rest: bool = False
    """The change itself is known there: only these kinds are to be reported."""


def soort_van(feit: str, veranderd: Collection[str]) -> Soort:
    """What kind of change another answer to this is. All that is of somebody who came or left is about the partner."""
    if feit.endswith(_VAN_DE_PARTNER) and "partner" in veranderd:
        return "partner"
    return next((soort for begin, soort in _SOORTEN if feit.startswith(begin)), "anders")


_VAN_DE_PARTNER: Final = ("_partner", "_partner_jaar", "_partner_maand")
_SOORTEN: Final[tuple[tuple[str | tuple[str, ...], Soort], ...]] = (
    (("partner", "gezamenlijke_huishouding"), "partner"),
    (("inkomen", "netto_inkomen", "arbeidsinkomen"), "inkomen"),
    (("kinder", "co_ouder"), "kinderen"),
    (("woonsituatie", "kale_huur", "servicekosten", "aangepaste", "woont_in"), "wonen"),
    ("medebewoners", "medebewoners"),
    (("vermogen", "schulden_bedrag", "overwaarde", "auto_waarde"), "vermogen"),
    (("werkt", "opvang"), "opvang"),
    (("leeftijd", "geboortemaand"), "leeftijd"),
)


def weet_al(betaler: Betaler, verandering: str | None) -> frozenset[Soort]:
    """What of a change this payer knows without being told: ages, and what the gemeente passes on."""
    doorgegeven = _VAN_DE_GEMEENTE.get((verandering, betaler), "leeftijd")
    return frozenset({"leeftijd", doorgegeven}) | _VERJAARDAG.get(verandering, frozenset())


def melden(
    feiten: Mapping[str, object],
    veranderd: Collection[str],
    rust_op: Mapping[str, Collection[str]],
    ingangsdatum: date,
    parameters: Parameters,
    verandering: str | None = None,
) -> tuple[Melding, ...]:
    """`feiten`: those of the old situation. `veranderd`: the facts that differ. `rust_op`: scheme that is there, or may be → the
    facts it rests on in either situation."""
    soorten = {feit: soort_van(feit, veranderd) for feit in veranderd}
    gevonden = []
    for betaler, regelingen in BETALERS.items():
        telt = {
            soorten[feit] for id_ in regelingen & rust_op.keys() for feit in rust_op[id_] if feit in soorten
        }
        for bron in _inkomens(feiten):
            if _INKOMEN_VAN.get(bron) == betaler:
                telt |= _TELT_BIJ[bron] & set(soorten.values())
        telt -= weet_al(betaler, verandering)
        if telt:
            weken = _weken(betaler, ingangsdatum, parameters)
            uiterlijk = None if weken is None else ingangsdatum + timedelta(weeks=weken)
            rest = (verandering, betaler) in _VAN_DE_GEMEENTE
            gevonden.append(Melding(betaler, tuple(sorted(telt)), uiterlijk, weken, rest))
    return tuple(gevonden)


def _inkomens(feiten: Mapping[str, object]) -> Iterator[str]:
    """Every source of income that was named, of both."""
    for achter in ("", "_partner"):
        namen: Iterable[object] = (feiten.get(f"inkomen_soort{achter}"),)
        meer = feiten.get(f"inkomen_soorten{achter}")
        for naam in (*namen, *(meer if isinstance(meer, tuple) else ())):
            if isinstance(naam, str):
                yield naam


def _weken(betaler: Betaler, dag: date, parameters: Parameters) -> int | None:
    """The term in weeks, by the rules of that day or the last known before it."""
    naam = _WEKEN.get(betaler)
    if naam is None:
        return None
    bekend = [w for w in parameters.waarden.get("termijnen", ()) if w.naam == naam]
    eerder = [w for w in bekend if w.van <= dag] or bekend
    return int(max(eerder, key=lambda w: w.van).waarde) if eerder else None
