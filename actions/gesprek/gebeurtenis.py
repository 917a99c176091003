"""A change in a life, being worked out: first how it is now, then step by step how it will be, then what that changes.

The facts of now are kept apart (`voor`) while the talk asks about afterwards, and come back when it is done: what is not so
yet is never taken for today. The questions of a change itself are `verandering.<veld>`; their answers are no facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from actions.gesprek import gebeurtenis_inkomen, gebeurtenis_woorden
from actions.gesprek.gebeurtenis_feiten import Moment, neem_stap, zonder
from actions.gesprek.gebeurtenis_woorden import BEGIN, DAG, KIES, SLEUTEL, WIE, eerste_van_volgende_maand
from actions.gesprek.overzicht import wijzigknoppen
from actions.gesprek.staat import Staat
from actions.gesprek.vragen import stel_vraag
from actions.gesprek.werk import Knop, Werk
from content.gebeurtenis import Eraf, Gebeurtenis, Inkomen, Kies, Vraag

_VAN_STAAT = ("stappen", "niet_scherper", "ronde", "bewaard", "wijziging")
RONDE = 2
"""A change is worked out over the toeslagen and the benefits."""


def is_van(vraag: str) -> bool:
    """A question about a change itself."""
    return vraag.startswith(BEGIN)


def bezig(werk: Werk) -> dict[str, Any] | None:
    """The change that is being worked out."""
    nu = werk.staat.extra.get(SLEUTEL)
    return None if nu is None else dict(nu)


def in_straks(staat: Staat) -> bool:
    """Do the facts say how it will be, and not how it is?"""
    return bool(staat.extra.get(SLEUTEL, {}).get("fase") == "straks")


def van_nu(staat: Staat) -> Staat:
    """How it is now, whatever is being worked out."""
    if not in_straks(staat):
        return staat
    voor = staat.extra[SLEUTEL]["voor"]
    extra = {**staat.extra, **voor["extra"]}
    return replace(staat, feiten=voor["feiten"], geschat=voor["geschat"], extra=_zonder_lege(extra))


def tekst_van(werk: Werk, id_: str) -> Gebeurtenis:
    """The words of a change, about whom the talk is about."""
    return gebeurtenis_woorden.van(werk.bronnen.inhoud, {"id": id_}, werk.persoon)


def knop(werk: Werk, id_: str) -> Knop:
    """The button to work a change out."""
    return Knop(tekst_van(werk, id_).knop, {"doe": "gebeurtenis", "wat": id_})


def _deze(werk: Werk) -> Gebeurtenis:
    """The change that is being worked out."""
    nu = bezig(werk)
    assert nu is not None
    return gebeurtenis_woorden.van(werk.bronnen.inhoud, nu, werk.persoon)


def zet(werk: Werk, **velden: Any) -> None:
    werk.onthoud(**{SLEUTEL: {**(bezig(werk) or {}), **velden}})


# --- the course of it -----------------------------------------------------------------------------------------------


def vraag_zelf(werk: Werk) -> bool:
    """Ask what the change itself wants to know now. False when the ordinary questions are next."""
    nu = bezig(werk)
    if nu is None or nu["fase"] == "klaar":
        return False
    if nu.get("datum") is None:
        stel_vraag(werk, DAG)
        return True
    return nu["fase"] == "straks" and _volgende_stap(werk)


def situatie_bekend(werk: Werk) -> bool:
    """No ordinary question is left. From how it is now on to how it will be; True when there may be something to ask again."""
    nu = bezig(werk)
    if nu is None or nu["fase"] != "nu":
        return False
    een = _deze(werk)
    if een.van_wie is not None and "partner" not in nu and werk.staat.feiten.get("partner") is True:
        stel_vraag(werk, WIE)
        return True
    if mist := [feit for feit in een.nodig if feit not in _bekend(werk)]:
        stel_vraag(werk, mist[0])
        return True
    if leeg := [s.lijst for s in een.stappen if isinstance(s, Eraf) and not werk.staat.feiten.get(s.lijst)]:
        werk.onthoud(**{SLEUTEL: None})
        werk.bericht(werk.tekst(f"verandering.geen_{leeg[0]}"), knoppen=wijzigknoppen(werk, leeg))
        return False
    if nu.get("vraagt_nu"):
        werk.zeg("verandering.straks")
    zet(werk, fase="straks", voor=_zoals(werk.staat), stap=0, gesteld=False, kies={}, eerder=[])
    werk.onthoud(stappen=[], wijziging=None, bewaard=None, wachtend=None)
    return True


def _zoals(staat: Staat) -> dict[str, Any]:
    """A situation, to come back to (JSON)."""
    return {
        "feiten": dict(staat.feiten),
        "geschat": dict(staat.geschat),
        "extra": {naam: staat.extra.get(naam) for naam in _VAN_STAAT},
    }


def vraag_andere_dag(werk: Werk) -> None:
    """The same change from another day: only the day is asked again."""
    zet(werk, fase="dag", datum=None)


def _met_andere_dag(werk: Werk) -> None:
    """How it will be, as it was answered; an income of the year follows from the day."""
    nu = bezig(werk)
    assert nu is not None
    voor, na = _zoals(werk.staat), nu["na"]
    werk.zet(feiten=na["feiten"], geschat=na["geschat"])
    werk.onthoud(**na["extra"])
    zet(werk, fase="straks", voor=voor, na=None, stap=len(_deze(werk).stappen), gesteld=False)
    for feit, bedrag in nu.get("vol_jaar", {}).items():
        gebeurtenis_inkomen.neem(werk, f"{BEGIN}{feit}", bedrag, None)


def _bekend(werk: Werk) -> set[str]:
    """The facts that are there, given or following from others."""
    return {*werk.staat.feiten, *gebeurtenis_inkomen.afgeleid(werk)}


def _volgende_stap(werk: Werk) -> bool:
    """Take steps until one asks something; False when all are taken."""
    while True:
        nu = bezig(werk)
        assert nu is not None
        stappen = _deze(werk).stappen
        if nu["stap"] >= len(stappen):
            return False
        stap = stappen[nu["stap"]]
        if not nu["gesteld"] and not stap.geldt(werk.staat.feiten, nu["kies"]):
            zet(werk, stap=nu["stap"] + 1)
        elif isinstance(stap, Vraag):
            if not nu["gesteld"]:
                _stel_stap(werk)
                werk.zet(feiten=zonder(werk.staat.feiten, stap.feit))
            if stap.feit not in werk.staat.feiten:
                stel_vraag(werk, stap.feit)
                return True
            zet(werk, stap=nu["stap"] + 1, gesteld=False)
        elif isinstance(stap, Kies):
            _stel_stap(werk)
            stel_vraag(werk, KIES)
            return True
        elif isinstance(stap, Inkomen) and stap.bedrag is None:
            _stel_stap(werk)
            stel_vraag(werk, f"{BEGIN}{stap.feit}")
            return True
        elif isinstance(stap, Inkomen):
            gebeurtenis_inkomen.vanzelf(werk, stap)
            zet(werk, stap=nu["stap"] + 1)
        else:
            werk.zet(feiten=neem_stap(werk.staat.feiten, stap, moment(werk)))
            zet(werk, stap=nu["stap"] + 1)


def _stel_stap(werk: Werk) -> None:
    """Keep how it was before this question, to be able to go back to it."""
    nu = bezig(werk)
    assert nu is not None
    if not nu["gesteld"]:
        zo = {naam: nu[naam] for naam in ("stap", "kies")} | {
            "feiten": dict(werk.staat.feiten),
            "geschat": dict(werk.staat.geschat),
            "stappen": werk.staat.extra.get("stappen", []),
        }
        zet(werk, gesteld=True, eerder=[*nu["eerder"], zo])


def moment(werk: Werk) -> Moment:
    nu = bezig(werk)
    assert nu is not None
    dag = date.fromisoformat(nu["datum"])
    return Moment(dag, gebeurtenis_inkomen.aow_leeftijd(werk, dag))


# --- answers --------------------------------------------------------------------------------------------------------


def neem(werk: Werk, vraag: str, waarde: Any, schatting: Mapping[str, str] | None) -> None:
    """The answer to a question of the change itself. The caller goes on."""
    nu = bezig(werk)
    if nu is None:
        return
    if vraag == DAG:
        zet(werk, datum=_dag(werk, waarde))
        if nu["fase"] == "dag":
            _met_andere_dag(werk)
    elif vraag == KIES:
        stap = _deze(werk).stappen[nu["stap"]]
        assert isinstance(stap, Kies)
        zet(werk, kies={**nu["kies"], stap.id: waarde is True}, stap=nu["stap"] + 1, gesteld=False)
    elif vraag == WIE:
        zet(werk, partner=waarde == "partner")
    else:
        gebeurtenis_inkomen.neem(werk, vraag, waarde, schatting)
        zet(werk, stap=nu["stap"] + 1, gesteld=False)


def _dag(werk: Werk, waarde: Any) -> str:
    """The day; who does not know it is told what it would be from the next month on."""
    if waarde != "weet_niet":
        return str(waarde)
    eerste = eerste_van_volgende_maand(werk.bronnen.vandaag())
    werk.zeg("wanneer.weet_niet", eerste=eerste)
    return eerste.isoformat()


def terug(werk: Werk) -> bool:
    """One question back within the change; before the first of it the change is left. False where the ordinary way back does."""
    nu, open_ = bezig(werk), werk.staat.open_vraag
    if nu is None or open_ is None or nu["fase"] == "klaar":
        return False
    if nu["fase"] in ("nu", "dag"):
        if not is_van(open_.vraag):
            return False
        werk.onthoud(**{SLEUTEL: None})
        return True
    eerder = list(nu["eerder"])
    if nu["gesteld"]:
        eerder.pop()  # the one that is open
    elif werk.staat.extra.get("stappen") and not _is_stap(werk, nu):
        return False
    if not eerder:
        laat_los(werk)
        return True
    zo = eerder.pop()
    werk.zet(feiten=zo["feiten"], geschat=zo["geschat"])
    werk.onthoud(stappen=zo["stappen"])
    zet(werk, stap=zo["stap"], kies=zo["kies"], gesteld=False, eerder=eerder)
    return True


def _is_stap(werk: Werk, nu: Mapping[str, Any]) -> bool:
    """Was the last answer one to a question of the change?"""
    laatste = werk.staat.extra["stappen"][-1][0]
    gevraagd = [s.feit for s in _deze(werk).stappen[: nu["stap"]] if isinstance(s, Vraag)]
    return laatste in gevraagd


def laat_los(werk: Werk) -> None:
    """Back to how it is now, and the change is forgotten."""
    staat = van_nu(werk.staat)
    werk.zet(feiten=staat.feiten, geschat=staat.geschat, extra=staat.extra)
    werk.onthoud(**{SLEUTEL: None})


def rond_af(werk: Werk) -> tuple[Staat, Staat]:
    """It is worked out: the two situations, now and then. From here the facts are those of now again; those of then are kept."""
    nu = bezig(werk)
    assert nu is not None
    na, voor = werk.staat, _bijgewerkt(werk.staat)
    werk.zet(feiten=voor.feiten, geschat=voor.geschat, extra=voor.extra)
    zet(werk, fase="klaar", na=_zoals(na), voor=None, eerder=[])
    return voor, na


def _bijgewerkt(staat: Staat) -> Staat:
    """How it is now. What was corrected while afterwards was asked about is corrected here as well."""
    voor = van_nu(staat)
    beter = {
        feit: staat.feiten[feit] for feit in staat.extra[SLEUTEL].get("verbeterd", ()) if feit in staat.feiten
    }
    return replace(voor, feiten={**voor.feiten, **beter})


def neem_over(werk: Werk) -> None:
    """From here on the new situation is how it is."""
    nu = bezig(werk)
    assert nu is not None
    na = nu["na"]
    werk.zet(feiten=na["feiten"], geschat=na["geschat"])
    werk.onthoud(**{**na["extra"], SLEUTEL: None})


def verbeterd(werk: Werk, feit: str) -> None:
    """An answer beside the change is mended while afterwards is asked about: for now it was wrong as well."""
    nu = bezig(werk)
    if nu is None or nu["fase"] != "straks" or feit not in werk.staat.feiten:
        return
    if nu["voor"]["feiten"].get(feit) == werk.staat.feiten[feit]:
        zet(werk, verbeterd=[*nu.get("verbeterd", []), feit])


def _zonder_lege(extra: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in extra.items() if waarde is not None}
