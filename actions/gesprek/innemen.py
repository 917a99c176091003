"""Taking in what was told in passing: stored as the answers to its own questions, and said back with a way to change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from actions.gesprek.antwoord import WEET_NIET, als_json
from actions.gesprek.geven import probeer
from actions.gesprek.overzicht import in_woorden, wijzigknoppen
from actions.gesprek.werk import Werk

Stap = tuple[str, int | None, Any]


def neem_in(werk: Werk, verteld: Mapping[str, Any], *, zonder: str | None = None) -> None:
    """Store what is new, each as its own question would, and say what was understood. What was answered before stays."""
    nieuw, ander, past_niet = list[str](), list[str](), list[str]()
    for feit, waarde in verteld.items():
        if feit in werk.staat.feiten and feit != zonder and not _vult_aan(werk, feit, waarde):
            ander += [feit] if verschilt(werk, feit, waarde) else []
        elif feit == "leeftijd_partner" and werk.staat.feiten.get("partner") is not True:
            continue
        else:
            (nieuw if bewaar(werk, feit, waarde) else past_niet).append(feit)
    if "netto_inkomen_maand" in nieuw:
        werk.onthoud(los=["netto_inkomen_maand"])
    if nieuw:
        zeg_terug(werk, "ook.begrepen", [in_een_zin(werk, feit, verteld[feit]) for feit in nieuw], nieuw)
        werk.onthoud(begrepen={"nr": werk.nr, "feiten": nieuw})
    if ander:
        eerst = [
            werk.tekst("ook.eerst", label=label(werk, feit), waarde=in_woorden(werk, feit)) for feit in ander
        ]
        zeg_terug(werk, "ook.verschil", eerst, ander)
    if past_niet:
        werk.zeg("ook.past_niet", labels=[label(werk, feit) for feit in past_niet])


def bewaar(werk: Werk, feit: str, waarde: Any) -> bool:
    """All steps of one fact or none."""
    eerst = werk.staat
    for vraag, nummer, een in _stappen(feit, waarde):
        if probeer(werk, vraag, nummer, een):
            werk.zet(feiten=eerst.feiten, geschat=eerst.geschat, extra=eerst.extra)
            return False
    return True


def _vult_aan(werk: Werk, feit: str, waarde: Any) -> bool:
    """Only how many children there are was said before, now how old they are; or "weet ik niet", and now it is known."""
    eerst = werk.staat.feiten[feit]
    if eerst == WEET_NIET:
        return True
    return feit == "kinderen" and eerst == [None] * len(waarde) and bool(waarde) and None not in waarde


def _stappen(feit: str, waarde: Any) -> list[Stap]:
    """A fact as the answers to the questions that ask for it: first how many, then each of them."""
    if feit == "kinderen":
        leeftijden = list(waarde)
        bekend = bool(leeftijden) and None not in leeftijden
        return [(feit, None, len(leeftijden)), *([("kinderen.leeftijd", None, leeftijden)] if bekend else [])]
    if feit == "medebewoners":
        velden = [(f"{feit}.{veld}", i, w) for i, een in enumerate(waarde, 1) for veld, w in een.items()]
        return [(feit, None, len(waarde)), *velden]
    return [(feit, None, als_json(waarde))]


def verschilt(werk: Werk, feit: str, waarde: Any) -> bool:
    """Was something else said before? An amount that we worked out ourselves was not said so."""
    if feit not in werk.staat.feiten or feit in werk.staat.geschat:
        return False
    eerst = werk.staat.feiten[feit]
    if eerst == WEET_NIET:
        return True
    if isinstance(waarde, Decimal):
        return Decimal(str(eerst)) != waarde
    if isinstance(waarde, tuple):
        genoemd = [w for w in waarde if isinstance(w, int)]
        onbekend = not all(isinstance(w, int) for w in eerst)
        return len(eerst) != len(waarde) or bool(
            genoemd and not onbekend and sorted(genoemd) != sorted(eerst)
        )
    return bool(eerst != waarde)


def zeg_terug(werk: Werk, tekst: str, zinnen: Sequence[str], feiten: Sequence[str]) -> None:
    zin = " ".join(zinnen)
    werk.bericht(werk.tekst(tekst, zinnen=zin[0].lower() + zin[1:]), knoppen=wijzigknoppen(werk, feiten))


def label(werk: Werk, feit: str) -> str:
    return werk.vraag(feit).label


def in_een_zin(werk: Werk, feit: str, waarde: Any) -> str:
    if not isinstance(waarde, tuple):
        return werk.tekst(f"ook.{feit}", waarde=waarde)
    leeftijden = [str(w) for w in waarde if isinstance(w, int)]
    return werk.tekst(f"ook.{feit}", aantal=len(waarde), leeftijden=leeftijden)
