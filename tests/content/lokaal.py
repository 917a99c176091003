"""A scheme and a gemeente as an editor writes them; tests spoil one thing at a time."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import yaml

from content.lokaal.regeling import Regelingdata
from content.lokaal.regio import Regio
from content.schema import Gemeente

from . import conftest as goed

REGELING = """\
titel: Meedoenregeling
korte_titel: meedoenregeling
wat: Dit is geld om mee te doen aan sport of cultuur.
vorm: geld
ritme: jaar
bedragen: [{bedrag: "375.00", per_kind: {van: 12, tot: 17}}]
inkomen: {van: norm_bijstand, procent: "120", soort: netto, vakantiegeld: met, kostendelersnorm: telt_niet}
vermogen: {grens: bijstand}
aanvragen: {bij: Team Inkomen}
bron: [{naam: Verordening, url: "https://proefstad.example/v", datum: 2026-01-01}]
zekerheid: een_bron
eigenaar: Team Inkomen
nagekeken: 2026-11-20
"""


def ruw(**anders: Any) -> dict[str, Any]:
    """The fields of a good scheme, some replaced; the value `...` takes a field away."""
    velden: dict[str, Any] = {**yaml.safe_load(REGELING), **deepcopy(anders)}
    return {naam: waarde for naam, waarde in velden.items() if waarde is not ...}


def regeling(**anders: Any) -> Regelingdata:
    return Regelingdata.model_validate(ruw(**anders))


def gemeente(**anders: Any) -> Gemeente:
    return Gemeente.model_validate({**yaml.safe_load(goed.GEMEENTE), **anders})


def regio(id: str, **anders: Any) -> Regio:
    return Regio.model_validate({"id": id, "naam": f"Regio {id}", **anders})
