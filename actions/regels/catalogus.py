"""Every scheme that is built, by id. Adding a scheme is adding its module here; its questions follow by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from actions.regels.regeling import Regeling
from actions.regels.toeslagen import huurtoeslag, kindgebonden_budget, zorgtoeslag

REGELINGEN: Mapping[str, Regeling] = MappingProxyType(
    {
        regeling.id: regeling
        for regeling in (zorgtoeslag.REGELING, huurtoeslag.REGELING, kindgebonden_budget.REGELING)
    }
)
