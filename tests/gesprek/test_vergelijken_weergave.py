"""A comparison in words: every code has its text, to the resident and about somebody else."""

from __future__ import annotations

from datetime import date
from typing import Any, cast, get_args

import pytest

from actions.contract import naar_json
from actions.contract_vergelijken import Vergelijking
from actions.gesprek import persoon
from actions.gesprek.vergelijken_weergave import vergelijking_model
from actions.regels.vergelijken.melden import Betaler, Soort
from actions.regels.vergelijken.uitkomst import Oorzaak
from actions.regels.vergelijken.veranderingen import VERANDERINGEN
from content.voor_ander import over_een_ander, spreekt_aan
from tests.regels.hulp import GEZIN, inhoud
from tests.regels.vergelijken.hulp import vergeleken

VANDAAG = date(2026, 11, 20)
SAMEN = {**GEZIN, "partner": True, "leeftijd_partner": 36, "inkomen_partner_jaar": "60000"}
HEEFT_GEEN_WOORDEN = {"wat_leeftijd"}
"""Nobody has to report an age."""


def tot_u(id: str, /, **waarden: object) -> str:
    return inhoud().tekst(id, datum=VANDAAG, gemeente="voorbeeldstad", **cast("Any", waarden))


def over_moeder(id: str, /, **waarden: object) -> str:
    """As the talk does it (`Werk.tekst`)."""
    namen = persoon.namen(inhoud(), "moeder")
    ander = over_een_ander(id)
    return tot_u(ander if ander in inhoud().teksten() else id, **{**namen, **waarden})


def model(na: dict[str, Any], *, ander: bool = False, **rest: Any) -> Vergelijking:
    verandering = rest.pop("verandering", "samenwonen")
    gevonden = vergeleken(GEZIN, na, date(2026, 12, 15), verandering, vandaag=VANDAAG, **rest)
    return vergelijking_model(
        inhoud(),
        gevonden,
        VANDAAG,
        zeg=over_moeder if ander else tot_u,
        verandering=verandering,
        gemeente=inhoud().gemeente("voorbeeldstad"),
        eigen_woorden=not ander,
    )


@pytest.mark.parametrize(
    "naam",
    sorted(
        {
            *(f"reden_{code}" for code in get_args(Oorzaak)),
            *(f"door_{soort}" for soort in get_args(Soort)),
            *(f"bij_{betaler}" for betaler in get_args(Betaler)),
            *(f"wat_{wat}" for wat in (*get_args(Soort), *VERANDERINGEN)),
        }
        - HEEFT_GEEN_WOORDEN
    ),
)
def test_every_code_has_its_words(naam: str) -> None:
    assert tot_u(f"vergelijking.{naam}", door=["uw inkomen"])
    ander = over_moeder(f"vergelijking.{naam}", door=["het inkomen"])
    assert not spreekt_aan(ander.lower().replace("uw moeder", ""))


def test_to_the_resident() -> None:
    gevonden = model(SAMEN)
    zorg = next(v for v in gevonden.verschillen if v.regeling == "zorgtoeslag")
    assert zorg.reden.startswith("U krijgt dit dan waarschijnlijk niet meer. Dat komt door uw partner.")
    assert [m.wat for m in gevonden.melden] == ["Geef aan Dienst Toeslagen door dat u samenwoont of trouwt."]
    assert Vergelijking.model_validate(naar_json(gevonden)) == gevonden


def test_about_somebody_else_nothing_speaks_to_who_types() -> None:
    gevonden = model(SAMEN, ander=True)
    zinnen = [v.reden for v in gevonden.verschillen] + [r.tekst for r in gevonden.let_op]
    zinnen += [m.wat for m in gevonden.melden]
    assert "Uw moeder krijgt dit dan waarschijnlijk niet meer. Dat komt door de partner." in zinnen
    assert "Geef aan Dienst Toeslagen door dat uw moeder samenwoont of trouwt." in zinnen
    for zin in zinnen:
        assert not spreekt_aan(zin.lower().replace("uw moeder", ""))


def test_many_changes_at_once_make_one_short_sentence() -> None:
    na = {**SAMEN, "inkomen_jaar": "30000", "kale_huur": "800", "kinderen": [3]}
    (toeslagen, *_) = model(na, verandering=None).melden
    assert toeslagen.wat == "Geef aan Dienst Toeslagen door wat er verandert."
    (een, *_) = model({**GEZIN, "kale_huur": "800", "inkomen_jaar": "25000"}, verandering=None).melden
    assert een.wat == (
        "Geef aan Dienst Toeslagen door wat uw nieuwe inkomen is en wat er verandert met uw huis of uw huur."
    )
