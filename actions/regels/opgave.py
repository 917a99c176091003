"""What outcomes are computed from: everything besides the rules and the amounts of the law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from actions.regels.catalogus import REGELINGEN
from actions.regels.inlezen import lees_feiten
from actions.regels.kern import Uitslag, bepaal
from actions.regels.regeling import Regeling
from actions.regels.typen import Schatting
from content.parameters import Parameters


def lees_schatting(hoe: Mapping[str, str]) -> Schatting:
    """How an amount was converted. Raises KeyError, TypeError or ArithmeticError when these are not its fields."""
    grenzen = {kant: Decimal(hoe[kant]) for kant in ("laag", "hoog") if kant in hoe}
    return Schatting(hoe["uit"], **grenzen)


@dataclass(frozen=True, slots=True)
class Opgave:
    """A sum to be done, as JSON types: the same one gives the same outcomes, whoever does it."""

    feiten: Mapping[str, object]
    """As in the contract; list items may be unfinished, as in a talk."""
    peildatum: date
    regelingen: tuple[str, ...]
    geschat: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Path of an amount that was converted from what was said → how: the fields of `typen.Schatting`."""
    niet_scherper: frozenset[str] = frozenset()
    """Facts that hold a range which the resident cannot narrow."""

    def reken(self, parameters: Parameters, catalogus: Mapping[str, Regeling] = REGELINGEN) -> Uitslag:
        """The outcomes. Raises OngeldigeFeiten when the facts cannot be right."""
        return bepaal(
            lees_feiten(self.feiten, self.peildatum, intern=True),
            parameters,
            self.peildatum,
            self.regelingen,
            geschat={pad: lees_schatting(hoe) for pad, hoe in self.geschat.items()},
            niet_scherper=self.niet_scherper,
            catalogus=catalogus,
        )
