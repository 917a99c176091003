"""An income that changes during the year: asked as it will be per month, and counted over the whole year with what came before.

A toeslag looks at the income of a calendar year (Awir art. 8), so a rise in July lowers January too; bijstand looks at the month.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from actions.gesprek.antwoord import WEET_NIET
from actions.gesprek.gebeurtenis_woorden import BEGIN, SLEUTEL
from actions.gesprek.werk import Werk
from actions.regels.afleiden import NETTO_VAN, Afleider
from actions.regels.inlezen import lees_feiten
from actions.regels.typen import DELEN
from content.gebeurtenis import Inkomen

_CENT = Decimal("0.01")
_MAANDEN = 12
_DAGEN = Decimal(30)
"""Days of a month, for the part of one before the change. The year follows from whole months and this part of one."""
_ANDERE_VORMEN: Mapping[str, tuple[str, ...]] = {
    "inkomen_jaar": ("netto_inkomen_maand", "arbeidsinkomen_jaar"),
    "inkomen_partner_jaar": ("netto_inkomen_partner_maand", "arbeidsinkomen_partner_jaar"),
}
"""What says the same income in another way, and no longer holds."""


def vanzelf(werk: Werk, stap: Inkomen) -> None:
    """An income that follows from its kind: nothing, or the bijstand of this household."""
    nieuw: Decimal | str | None = Decimal(0)
    if stap.bedrag == "bijstand":
        zonder = {
            f: w for f, w in werk.staat.feiten.items() if f not in (stap.feit, *_ANDERE_VORMEN[stap.feit])
        }
        gevonden = _afleider(werk, zonder).van(stap.feit)
        nieuw = WEET_NIET if gevonden is None else gevonden.waarde
    neem(werk, f"{BEGIN}{stap.feit}", nieuw, None)


def neem(werk: Werk, vraag_: str, waarde: Any, schatting: Mapping[str, str] | None) -> None:
    """The income of a whole year at the new level (`waarde`) becomes the income of this year, and the net of a month."""
    feit = vraag_.partition(".")[2]
    bezig = dict(werk.staat.extra[SLEUTEL])
    feiten = {f: w for f, w in werk.staat.feiten.items() if f not in _ANDERE_VORMEN[feit]}
    geschat = {
        pad: hoe for pad, hoe in werk.staat.geschat.items() if pad not in (feit, *_ANDERE_VORMEN[feit])
    }
    if waarde == WEET_NIET:
        werk.zet(feiten={**feiten, feit: WEET_NIET, NETTO_VAN[feit]: WEET_NIET}, geschat=geschat)
        return
    nieuw, oud = Decimal(str(waarde)), _van_nu(werk, feit, bezig)
    deel = _deel_ervoor(date.fromisoformat(bezig["datum"]), werk.bronnen.vandaag())
    dit_jaar = nieuw if oud is None else (oud * deel + nieuw * (1 - deel)).quantize(_CENT)
    hoe: dict[str, str] = {"uit": DELEN}
    if schatting is not None and {"laag", "hoog"} <= schatting.keys():
        marge = max(abs(nieuw - Decimal(schatting["laag"])), abs(Decimal(schatting["hoog"]) - nieuw)) * (
            1 - deel
        )
        hoe |= {
            "laag": str(max(Decimal(0), dit_jaar - marge).quantize(_CENT)),
            "hoog": str((dit_jaar + marge).quantize(_CENT)),
        }
    feiten |= {feit: str(dit_jaar)}
    geschat |= {feit: hoe}
    netto = _netto_maand(werk, {**feiten, feit: str(nieuw)}, feit)
    if netto is not None:
        feiten |= {NETTO_VAN[feit]: str(netto)}
        geschat |= {NETTO_VAN[feit]: {"uit": "bruto"}}
    werk.zet(feiten=feiten, geschat=geschat)
    vol = {**bezig.get("vol_jaar", {}), feit: str(nieuw)}
    werk.onthoud(**{SLEUTEL: {**bezig, "vol_jaar": vol}})
    if 0 < deel < 1 and oud is not None:
        werk.zeg("verandering.inkomen_samen", oud=oud, nieuw=nieuw, som=dit_jaar)


def _deel_ervoor(dag: date, vandaag: date) -> Decimal:
    """Which part of this calendar year the income was as before: 0 to 1."""
    if dag.year > vandaag.year:
        return Decimal(1)
    if dag.year < vandaag.year:
        return Decimal(0)
    return (Decimal(dag.month - 1) + min(_DAGEN, Decimal(dag.day - 1)) / _DAGEN) / _MAANDEN


def _van_nu(werk: Werk, feit: str, bezig: Mapping[str, Any]) -> Decimal | None:
    """The income of this year as it would be without the change; None when it is not known."""
    gegeven = bezig["voor"]["feiten"].get(feit)
    if isinstance(gegeven, str) and gegeven != WEET_NIET:
        return Decimal(gegeven)
    gevonden = _afleider(werk, bezig["voor"]["feiten"]).van(feit)
    return None if gevonden is None else gevonden.waarde


def _netto_maand(werk: Werk, feiten: Mapping[str, Any], feit: str) -> Decimal | None:
    """What comes in a month at the new level, as an estimate."""
    gevonden = _afleider(werk, feiten).van(NETTO_VAN[feit])
    return None if gevonden is None else gevonden.waarde


def afgeleid(werk: Werk) -> frozenset[str]:
    """The incomes that follow from what was said."""
    afleider = _afleider(werk, werk.staat.feiten)
    return frozenset(feit for feit in NETTO_VAN if afleider.van(feit) is not None)


def _afleider(werk: Werk, feiten: Mapping[str, Any]) -> Afleider:
    vandaag = werk.bronnen.vandaag()
    return Afleider(lees_feiten(feiten, vandaag, intern=True), werk.bronnen.parameters, vandaag)


def aow_leeftijd(werk: Werk, dag: date) -> int:
    """Whole years at which somebody has AOW age for certain on that day, or in the last year that is known."""
    parameters = werk.bronnen.parameters
    for jaar in (dag.year, dag.year - 1):
        maanden = parameters.op("aow", date(jaar, 1, 1)).get("leeftijd_maanden")
        if maanden is not None:
            return -(-int(maanden) // _MAANDEN)
    raise LookupError("no AOW age in the parameters")
