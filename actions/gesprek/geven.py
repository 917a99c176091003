"""Taking in an answer: does it fit, what does it change, and on to what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from actions.gesprek import bewaard, gebeurtenis, loont, niet_begrepen, vorig_jaar, wijziging
from actions.gesprek.antwoord import (
    LIJSTEN,
    WEET_NIET,
    Feiten,
    Schattingen,
    geef,
    schattingen_na,
    vervangt,
)
from actions.gesprek.groepen import is_groep, per_feit
from actions.gesprek.verder import ga_verder
from actions.gesprek.vragen import VERMOGENS, stel_vraag
from actions.gesprek.werk import Werk
from actions.regels.afleiden import NETTO_VAN
from actions.regels.inlezen import Fout, OngeldigeFeiten

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
    if gebeurtenis.is_van(vraag):
        gebeurtenis.neem(werk, vraag, waarde, schatting)
        ga_verder(werk)
        return
    if loont.is_van(vraag):
        loont.neem(werk, vraag, waarde)
        ga_verder(werk)
        return
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
    volgende = wijziging.volgende(werk)
    if volgende is not None:
        stel_vraag(werk, *volgende)
        return
    wijziging.toon(werk)
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
    gegeven = geef(eerst.feiten, vraag, nummer, waarde, geschat)
    weg = {in_plaats_van} | bewaard.volgt_voortaan(eerst.feiten, gegeven, vraag)
    gegeven = {naam: w for naam, w in gegeven.items() if naam not in weg}
    geschat = {pad: hoe for pad, hoe in geschat.items() if pad not in weg}
    gezegd = list(werk.staat.extra.get("stappen", []))
    kwijt = bewaard.leg_weg(
        werk.staat.extra.get("bewaard", {}), vraag, eerst.feiten, gegeven, eerst.geschat, gezegd
    )
    terug = bewaard.haal_terug(kwijt, vraag, eerst.feiten, gegeven)
    if terug is None or not _past(werk, terug, gegeven, geschat):
        terug = {"feiten": {}, "geschat": {}, "stappen": []}
        werk.zet(feiten=gegeven, geschat=geschat)
        try:
            _ = werk.uitslag
        except OngeldigeFeiten as fout:
            werk.zet(feiten=eerst.feiten, geschat=eerst.geschat)
            return tuple(fout.fouten)
    stappen = [stap for stap in gezegd if stap[0] not in weg and not _vervalt(stap, vraag, nummer, geschat)]
    opnieuw = [stap for stap in terug["stappen"] if stap not in (*stappen, [vraag, nummer])]
    werk.onthoud(stappen=[*stappen, *opnieuw, [vraag, nummer]], grensvraag=None, bewaard=dict(kwijt) or None)
    wijziging.gegeven(werk, vraag)
    wijziging.zeg_terug(werk, terug["feiten"])
    if vraag in VERMOGENS and _niet_scherper(werk, vraag, eerst.feiten.get(vraag)):
        werk.onthoud(niet_scherper=[*werk.staat.extra.get("niet_scherper", ()), vraag])
    return ()


def _past(
    werk: Werk, terug: Mapping[str, Any], gegeven: Feiten, geschat: Mapping[str, Mapping[str, str]]
) -> bool:
    """Take back what was kept, as far as nothing else was said since; unless it cannot be true any more."""
    werk.zet(feiten={**gegeven, **terug["feiten"]}, geschat={**geschat, **terug["geschat"]})
    try:
        _ = werk.uitslag
    except OngeldigeFeiten:
        return False
    return True


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
