"""Taking in an answer: does it fit, what does it change, and on to what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from actions.gesprek import niet_begrepen, vorig_jaar
from actions.gesprek.antwoord import (
    LIJSTEN,
    WEET_NIET,
    Schattingen,
    feit_van,
    geef,
    schattingen_na,
    vervangt,
)
from actions.gesprek.groepen import is_groep, per_feit
from actions.gesprek.rekenen import open_vragen
from actions.gesprek.verder import ga_verder
from actions.gesprek.vragen import VERMOGENS
from actions.gesprek.werk import Werk
from actions.regels.afleiden import NETTO_VAN
from actions.regels.inlezen import Fout, OngeldigeFeiten
from actions.regels.regeling import Uitkomst

_BRUTO_VAN = {netto: bruto for bruto, netto in NETTO_VAN.items()}


def neem_aan(
    werk: Werk,
    vraag: str,
    nummer: int | None,
    waarde: Any,
    *,
    schatting: Mapping[str, str] | None = None,
    in_plaats_van: str | None = None,
    verder: bool = True,
) -> None:
    """Store an answer (JSON). One that cannot be right is said kindly and asked again; nothing else is lost.

    `schatting`: how it was converted from what the resident said (JSON of `typen.Schatting`). `in_plaats_van`: the fact that
    was asked, when the answer is another fact that says the same.
    """
    if vorig_jaar.is_van(vraag):
        _neem_vorig_jaar(werk, vraag, waarde, schatting)
        return
    if is_groep(vraag) and not isinstance(waarde, dict):
        waarde = per_feit(werk.staat.extra["open_bericht"]["feiten"], waarde)
    fouten = probeer(werk, vraag, nummer, waarde, schatting=schatting, in_plaats_van=in_plaats_van)
    if fouten:
        for een in fouten[:1]:
            waarden: dict[str, Any] = dict(een.waarden)
            werk.onthoud(tussen=None)
            niet_begrepen.uitleg_opnieuw(werk, werk.tekst(f"feiten.{een.code}", **waarden))
        return
    if verder:
        vervolg(werk)


def vervolg(werk: Werk) -> None:
    """After answers were stored: what a change did, and on."""
    _toon_wijziging(werk)
    ga_verder(werk)


def probeer(
    werk: Werk,
    vraag: str,
    nummer: int | None,
    waarde: Any,
    *,
    schatting: Mapping[str, str] | None = None,
    in_plaats_van: str | None = None,
) -> tuple[Fout, ...]:
    """Store an answer when it can be right (see `neem_aan`). Otherwise nothing changes, and this is why."""
    eerst = werk.staat
    geschat = schattingen_na(eerst.geschat, vraag, nummer, schatting)
    bruto = _BRUTO_VAN.get(vraag)
    if bruto is not None and eerst.feiten.get(bruto) == WEET_NIET != waarde:
        in_plaats_van = bruto  # the year that was not known follows from what comes in
    feiten = {naam: w for naam, w in eerst.feiten.items() if naam != in_plaats_van}
    geschat = {pad: hoe for pad, hoe in geschat.items() if pad != in_plaats_van}
    werk.zet(feiten=geef(feiten, vraag, nummer, waarde, geschat), geschat=geschat)
    try:
        _ = werk.uitslag
    except OngeldigeFeiten as fout:
        werk.zet(feiten=eerst.feiten, geschat=eerst.geschat)
        return tuple(fout.fouten)
    stappen = [
        stap
        for stap in werk.staat.extra.get("stappen", [])
        if stap[0] != in_plaats_van and not _vervalt(stap, vraag, nummer, geschat)
    ]
    werk.onthoud(stappen=[*stappen, [vraag, nummer]], grensvraag=None)
    if vraag in VERMOGENS and _niet_scherper(werk, vraag, eerst.feiten.get(vraag)):
        werk.onthoud(niet_scherper=[*werk.staat.extra.get("niet_scherper", ()), vraag])
    return ()


def _niet_scherper(werk: Werk, vraag: str, eerst: object) -> bool:
    """A range that would be asked about again in the same words: it is no other than before, or no limit lies within it."""
    waarde = werk.staat.feiten.get(vraag)
    if not isinstance(waarde, dict) or vraag not in werk.uitslag.open_paden:
        return False
    van, tot = Decimal(waarde["van"]), waarde["tot"]
    binnen = [g for g in werk.uitslag.grenzen(vraag) if van <= g and (tot is None or g < Decimal(tot))]
    return waarde == eerst or not binnen


def _neem_vorig_jaar(werk: Werk, vraag: str, waarde: Any, schatting: Mapping[str, str] | None) -> None:
    """An answer about last year changes nothing of today. One to a question before it makes the later ones fall away."""
    if vraag == vorig_jaar.FEIT:
        vorig_jaar.vergeet(werk, vraag)
        werk.zet(feiten={**werk.staat.feiten, vraag: waarde})
    else:
        vorig_jaar.onthoud(werk, vraag, waarde, schatting)
    vervallen = vraag if vraag not in (vorig_jaar.FEIT, vorig_jaar.ANDERS) else vorig_jaar.FEIT
    stappen = [
        stap
        for stap in werk.staat.extra.get("stappen", [])
        if not str(stap[0]).startswith(vervallen)
        or (vraag == vorig_jaar.ANDERS and stap[0] == vorig_jaar.FEIT)
    ]
    werk.onthoud(stappen=[*stappen, [vraag, None]], grensvraag=None)
    ga_verder(werk)


def _vervalt(stap: list[Any], vraag: str, nummer: int | None, geschat: Schattingen) -> bool:
    """An earlier step that this answer replaces: the same question, or one about items of a list that is made anew."""
    if [vraag, nummer] == stap or stap[0] in vervangt(vraag, geschat):
        return True
    return vraag in LIJSTEN and str(stap[0]).startswith((f"{vraag}.", f"{vraag}_"))


def onthoud_voor_wijziging(werk: Werk, feit: str) -> None:
    """Keep the outcomes as they are, to tell afterwards what changing this fact did."""
    eerst = {u.regeling: _stand_van(u) for u in werk.uitslag.uitkomsten}
    werk.onthoud(wijziging={"feit": feit, "eerst": eerst})


def _stand_van(u: Uitkomst) -> list[str | None]:
    """Right and amount of one outcome, to compare before with after."""
    bedrag = u.voorlopig.bedrag_per_maand if u.voorlopig else u.bedrag_per_maand
    return [u.recht, None if bedrag is None else str(bedrag)]


def _toon_wijziging(werk: Werk) -> None:
    """After a changed answer: what it did to the amounts. Waits while the changed list still has open items."""
    wijziging = werk.staat.extra.get("wijziging")
    if not wijziging:
        return
    feit = wijziging["feit"]
    nog_open = open_vragen(werk.uitslag, werk.staat)
    if any(feit_van(vraag) in (feit, f"{feit}_geboortemaand") for vraag, _ in nog_open):
        return
    werk.onthoud(wijziging=None)
    regels = []
    for u in werk.uitslag.uitkomsten:
        eerst, nu = wijziging["eerst"].get(u.regeling), _stand_van(u)
        if eerst is not None and eerst != nu:
            regels.append(
                werk.tekst(
                    "wijziging.regel",
                    regeling=werk.regeling(u.regeling).titel,
                    eerst=_in_woorden(werk, eerst),
                    nu=_in_woorden(werk, nu),
                )
            )
    if regels:
        werk.bericht(werk.tekst("wijziging.kop") + "\n\n" + "\n".join(regels))
    else:
        werk.zeg("wijziging.niets")


def _in_woorden(werk: Werk, stand: list[str | None]) -> str:
    recht, bedrag = stand
    if recht == "waarschijnlijk_niet":
        return werk.tekst("wijziging.niet")
    if bedrag is None:
        return werk.tekst("wijziging.onbekend")
    return werk.tekst("wijziging.bedrag", som=bedrag, voorlopig=recht == "onbekend")
