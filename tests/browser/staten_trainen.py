"""What `/redactie/trainen` shows: a training under way, after one that was refused."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from actions.gesprek.opslag import Opslag
from web.redactie.verstaan import oefeningen

if TYPE_CHECKING:
    from tests.browser.staten_redactie import Bezoek

_OUD = {"in_een_keer": 0.859, "in_drie": 0.933, "fout_en_zeker": 0.028, "geweigerd": 0.947, "gevaar": 1.0}
_CIJFERS = {
    "zinnen": 1071,
    "waar": ["fout_en_zeker"],
    "oud": _OUD,
    "nieuw": _OUD | {"fout_en_zeker": 0.034},
    "missers": [{"hoort": "huurtoeslag", "wordt": "zorgtoeslag", "aantal": 3}],
}


def vul_oefeningen(opslag: Opslag, nu: datetime) -> None:
    later = nu + timedelta(minutes=5)
    with opslag.schrijf() as verbinding:
        oefeningen.begin(verbinding, nu, "geweigerd", reden="slechter", cijfers=_CIJFERS)
        oefeningen.zet(verbinding, later, oefeningen.begin(verbinding, later, "trainen"), deel=30)


def trainen(bezoek: Bezoek) -> None:
    bezoek.als().naar("/redactie/trainen")
    bezoek.page.get_by_role("progressbar").wait_for()


TRAINEN = (trainen,)
