"""Every scheme that is built, by id. Adding a scheme is adding its module here; its questions follow by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from actions.regels.gemeente import alleenverdieners, bbz, ioaw, ioaz
from actions.regels.participatiewet import aio, bijstand
from actions.regels.regeling import Regeling
from actions.regels.svb import kinderbijslag
from actions.regels.toeslagen import huurtoeslag, kinderopvangtoeslag, kindgebonden_budget, zorgtoeslag
from actions.regels.uwv import toeslagenwet

REGELINGEN: Mapping[str, Regeling] = MappingProxyType(
    {
        regeling.id: regeling
        for regeling in (
            zorgtoeslag.REGELING,
            huurtoeslag.REGELING,
            kindgebonden_budget.REGELING,
            kinderopvangtoeslag.REGELING,
            kinderbijslag.REGELING,
            bijstand.REGELING,
            aio.REGELING,
            toeslagenwet.REGELING,
            ioaw.REGELING,
            ioaz.REGELING,
            bbz.REGELING,
            alleenverdieners.REGELING,
        )
    }
)
