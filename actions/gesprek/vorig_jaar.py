"""Last year still counts: the talk asks once, after the outcomes, whether last year was the same, and shows what can still be
claimed for it. Where last year differed, the income and the rent of that year are asked; they stand apart from the facts of today
(`Staat.extra`), so nothing of it enters the total of this month.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from actions.gesprek.antwoord import WEET_NIET
from actions.gesprek.ontvangen import ontvangen
from actions.gesprek.rekenen import opgave
from actions.gesprek.staat import Staat
from actions.gesprek.vragen import WAT_ANDERS, stel_vraag
from actions.gesprek.weergave import uitkomst_model, zonder_herhaling
from actions.gesprek.werk import Knop, Werk
from actions.regels import vorig_jaar
from actions.regels.inlezen import OngeldigeFeiten
from actions.regels.regeling import Uitkomst
from content.opmaak import datum

_log = logging.getLogger(__name__)

FEIT = "was_vorig_jaar_zelfde"
ANDERS = WAT_ANDERS
_BIJ_ANDERS: Mapping[str, tuple[str, ...]] = {
    "inkomen": ("inkomen_jaar", "inkomen_partner_jaar"),
    "huur": ("kale_huur",),
    "inkomen_en_huur": ("inkomen_jaar", "inkomen_partner_jaar", "kale_huur"),
}
"""What differed → the facts of last year to ask. Of anything else no amount is given."""


def is_van(vraag: str) -> bool:
    """A question about last year."""
    return vraag.partition(".")[0] == FEIT


def is_open(werk: Werk) -> bool:
    return werk.staat.open_vraag is not None and is_van(werk.staat.open_vraag.vraag)


def net_beantwoord(werk: Werk) -> bool:
    """The last answer was about last year."""
    stappen = werk.staat.extra.get("stappen", [])
    return bool(stappen) and is_van(str(stappen[-1][0]))


def onthoud(werk: Werk, vraag: str, waarde: Any, schatting: Mapping[str, str] | None) -> None:
    """Keep a fact of last year, apart from those of today. A new answer to what differed forgets what was asked after it."""
    veld = vraag.partition(".")[2]
    eerder = {} if vraag == ANDERS else dict(werk.staat.extra.get(FEIT, {}))
    eerder[veld] = {"waarde": waarde, "schatting": None if schatting is None else dict(schatting)}
    werk.onthoud(**{FEIT: eerder})


def vergeet(werk: Werk, vraag: str) -> None:
    """Take an answer about last year back, and what was asked after it."""
    eerder = {} if vraag in (FEIT, ANDERS) else dict(werk.staat.extra.get(FEIT, {}))
    eerder.pop(vraag.partition(".")[2], None)
    werk.onthoud(**{FEIT: eerder or None})
    if vraag == FEIT:
        werk.zet(feiten={feit: waarde for feit, waarde in werk.staat.feiten.items() if feit != FEIT})


def na_uitkomst(werk: Werk, knoppen: Sequence[Knop]) -> None:
    """After the outcomes of a whole check: ask about last year, or show it again when it was answered."""
    antwoord = werk.staat.feiten.get(FEIT)
    if antwoord is None:
        if uitkomsten(werk, vraagt=True):
            stel_vraag(werk, FEIT)
    elif isinstance(antwoord, bool) and (_nog_te_vragen(werk) or uitkomsten(werk)):
        vervolg(werk, knoppen)


def vervolg(werk: Werk, knoppen: Sequence[Knop]) -> None:
    """After an answer about last year: the next question about it, or what can be claimed. `knoppen`: what can be done then."""
    nog = _nog_te_vragen(werk)
    if nog is not None:
        stel_vraag(werk, nog)
        return
    gevonden = uitkomsten(werk)
    jaar = _jaar(werk)
    if _weet_niet(werk) or _gezegd(werk.staat, "anders") == "iets_anders":
        werk.bericht(
            werk.tekst("vorig_jaar.zelf_kijken", jaar=jaar, uiterlijk=_uiterlijk(werk)), knoppen=knoppen
        )
    elif not gevonden:
        werk.bericht(werk.tekst("vorig_jaar.niets", jaar=jaar), knoppen=knoppen)
    else:
        _toon(werk, gevonden, knoppen)


def uitkomsten(werk: Werk, *, vraagt: bool = False) -> tuple[Uitkomst, ...]:
    """What can still be claimed for last year, as far as was answered; with `vraagt` when it were the same as now."""
    gezegd = werk.staat.extra.get(FEIT, {})
    if not vraagt:
        zelfde = werk.staat.feiten.get(FEIT)
        if not isinstance(zelfde, bool) or _nog_te_vragen(werk) is not None or _weet_niet(werk):
            return ()
        if not zelfde and _gezegd(werk.staat, "anders") not in _BIJ_ANDERS:
            return ()
    velden = {feit for feit in _BIJ_ANDERS["inkomen_en_huur"] if feit in gezegd}
    toen = vorig_jaar.vorig_jaar(
        opgave(werk.bronnen, werk.staat),
        anders={feit: gezegd[feit]["waarde"] for feit in velden},
        anders_geschat={feit: gezegd[feit]["schatting"] for feit in velden if gezegd[feit]["schatting"]},
        catalogus=werk.catalogus,
    )
    try:
        return vorig_jaar.uitkomsten(
            toen, werk.bronnen.parameters, werk.catalogus, zonder=ontvangen(werk.staat)
        )
    except OngeldigeFeiten as fout:
        # Facts that fit today may contradict each other a year earlier: then there is nothing to say about it.
        _log.warning("last year could not be read: %s", ", ".join(f.code for f in fout.fouten))
        return ()


def _gezegd(staat: Staat, veld: str) -> Any:
    return staat.extra.get(FEIT, {}).get(veld, {}).get("waarde")


def _weet_niet(werk: Werk) -> bool:
    """Something about last year was asked and is not known."""
    if werk.staat.feiten.get(FEIT) == WEET_NIET:
        return True
    return any(een["waarde"] == WEET_NIET for een in werk.staat.extra.get(FEIT, {}).values())


def _nog_te_vragen(werk: Werk) -> str | None:
    """The next question when last year was not the same."""
    if werk.staat.feiten.get(FEIT) is not False:
        return None
    gezegd = werk.staat.extra.get(FEIT, {})
    if "anders" not in gezegd:
        return ANDERS
    velden = _BIJ_ANDERS.get(gezegd["anders"]["waarde"], ())
    if werk.staat.feiten.get("partner") is not True:
        velden = tuple(veld for veld in velden if "partner" not in veld)
    return next((f"{FEIT}.{veld}" for veld in velden if veld not in gezegd), None)


def _jaar(werk: Werk) -> int:
    return werk.bronnen.vandaag().year - 1


def _uiterlijk(werk: Werk) -> str | None:
    """The last day on which anything of last year can be claimed, in words."""
    catalogus = werk.catalogus
    terug = vorig_jaar.terug_te_vragen(werk.bronnen.vandaag(), catalogus)
    dagen = [dag for id_ in terug if (dag := catalogus[id_].uiterlijk(_jaar(werk))) is not None]
    return datum(max(dagen)) if dagen else None


def _toon(werk: Werk, gevonden: Sequence[Uitkomst], knoppen: Sequence[Knop]) -> None:
    som = sum((u.bedrag_per_jaar or Decimal(0) for u in gevonden), Decimal(0))
    werk.bericht(
        werk.tekst("vorig_jaar.opening", jaar=_jaar(werk), som=som, uiterlijk=_uiterlijk(werk)),
        soort="uitkomst",
        knoppen=knoppen,
        uitkomsten=zonder_herhaling(modellen(werk, gevonden)),
    )


def modellen(werk: Werk, gevonden: Sequence[Uitkomst]) -> list[Any]:
    """The outcomes as they go over the wire, the year in their name."""
    jaar, inhoud = _jaar(werk), werk.bronnen.inhoud
    return [
        uitkomst_model(inhoud, u, date(jaar, 12, 31), werk.gemeente).model_copy(
            update={"titel": werk.tekst("vorig_jaar.titel", titel=werk.regeling(u.regeling).titel, jaar=jaar)}
        )
        for u in gevonden
    ]
