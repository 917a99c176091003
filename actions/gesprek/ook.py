"""More told than was asked, or told before anything was asked: taken in as the answers to those questions, and said back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from actions.gesprek import opdrachten, vorig_jaar
from actions.gesprek.antwoord import WEET_NIET, als_json, feit_van
from actions.gesprek.begrip import Begrip
from actions.gesprek.geven import probeer, vervolg
from actions.gesprek.overzicht import in_woorden
from actions.gesprek.periodes_lezen import vraag_losse_maand
from actions.gesprek.staat import OpenVraag
from actions.gesprek.verder import ga_verder
from actions.gesprek.vragen import definitie_van, grensvraag, vorm_van, vraag_opnieuw
from actions.gesprek.werk import Werk, vaste_knop
from actions.lezen import Dubbelzinnig, Gelezen, NietGelezen, lees, lees_ook

Stap = tuple[str, int | None, Any]

_GENOEG_VOOR_EEN_START = 2
"""From so many facts a sentence begins the check, whatever else it seems to be about."""
_INKOMEN = frozenset({"inkomen_soort", "inkomen_jaar", "netto_inkomen_maand"})
_VERTELT = frozenset({None, "start", "begroeting", "buiten_bereik"})
"""What a sentence may seem to be that tells one fact."""


def over_u(vraag: str) -> bool:
    """Is this question about the resident? Then words without a subject in its answer are too."""
    return vraag == "partner" or (
        "partner" not in vraag and feit_van(vraag) not in ("medebewoners", "opvang")
    )


def eigen_en_ook(
    vraag: str, verteld: Mapping[str, Any], gelezen: Gelezen | Dubbelzinnig | NietGelezen
) -> tuple[Gelezen | Dubbelzinnig | NietGelezen, Mapping[str, Any]]:
    """The answer to the question itself, and what else is told. Alone, an answer is read as ever (`gelezen`).

    With more told (`verteld`, of `lees_ook`) a sentence that the question's own reader cannot make out may still hold the answer.
    Where the two readers differ, nothing else is taken.
    """
    ernaast, eigen = _ernaast(vraag, verteld), verteld.get(feit_van(vraag))
    if not ernaast:
        return gelezen, {}
    if vraag == "kinderen" and eigen is not None:
        eigen = len(eigen)
    if isinstance(gelezen, Gelezen) and gelezen.vreemd and gelezen.waarde in _getallen(ernaast):
        gelezen = NietGelezen("geen_antwoord")  # the number was said of something else
    if eigen is None or gelezen == Gelezen(eigen, getattr(gelezen, "vreemd", 0)):
        return gelezen, ernaast
    if isinstance(gelezen, Gelezen) and not (isinstance(eigen, Decimal) and gelezen.waarde == eigen):
        return gelezen, {}
    return Gelezen(eigen, 0), ernaast


def _ernaast(vraag: str, verteld: Mapping[str, Any]) -> dict[str, Any]:
    """What is told besides the answer. All that is said of an income belongs to the question about it."""
    inkomen = vraag.startswith("inkomen_jaar") or "netto_inkomen" in vraag
    weg = {feit_van(vraag)} | (_INKOMEN if inkomen else set())
    return {feit: waarde for feit, waarde in verteld.items() if feit not in weg}


def _getallen(verteld: Mapping[str, Any]) -> set[object]:
    los = {waarde for waarde in verteld.values() if not isinstance(waarde, bool | str | tuple)}
    kinderen = verteld.get("kinderen", ())
    return los | set(kinderen) | ({len(kinderen)} if kinderen else set())


def begin(werk: Werk, tekst: str, begrip: Begrip) -> bool:
    """Somebody tells about themselves while no question waits: take it in, and start or go on with the check."""
    verteld = lees_ook(tekst)
    nieuw = [feit for feit in verteld if feit not in werk.staat.feiten]
    ander = [feit for feit in verteld if _verschilt(werk, feit, verteld[feit])]
    losse_zin = begrip.faq is None and not begrip.misschien and begrip.opdracht in _VERTELT
    if len(nieuw) < _GENOEG_VOOR_EEN_START and not (losse_zin and (nieuw or ander)):
        return False
    _neem_in(werk, verteld)
    if not werk.staat.scope:
        opdrachten.start(werk)
    elif nieuw and not vraag_losse_maand(werk):
        ga_verder(werk)
    return True


def bij_antwoord(werk: Werk, open_: OpenVraag, tekst: str, begrip: Begrip) -> bool:
    """Take in what is told besides the answer. True when the open question was dealt with here too."""
    if not _kan_erbij(werk, open_):
        return False
    verteld = lees_ook(tekst, over_u=over_u(open_.vraag))
    if not _ernaast(open_.vraag, verteld):
        return False  # an answer and nothing else, as most are
    gewoon = lees(vorm_van(werk, open_.vraag, open_.nummer), tekst)
    gelezen, ernaast = eigen_en_ook(open_.vraag, verteld, gewoon)
    # A net month has a question of its own after it, which cannot wait behind this one.
    ernaast = {feit: waarde for feit, waarde in ernaast.items() if feit != "netto_inkomen_maand"}
    if not ernaast or (begrip.faq is not None and len(ernaast) < _GENOEG_VOOR_EEN_START):
        return False
    eigen = _eigen(open_.vraag, verteld, gelezen, gewoon)
    # The answer first, because something told with it may hang on it: "ja, mijn man is 40".
    _neem_in(werk, {**({} if eigen is None else eigen), **ernaast}, zonder=open_.vraag)
    if eigen is not None and open_.vraag in werk.staat.feiten:
        vervolg(werk)
        return True
    if isinstance(gelezen, Gelezen) or definitie_van(open_.vraag).type == "geld":
        return False
    vraag_opnieuw(werk)
    return True


def _eigen(
    vraag: str, verteld: Mapping[str, Any], gelezen: object, gewoon: object
) -> Mapping[str, Any] | None:
    """The answer to the open question as this reader has it; None when the question's own reader does better."""
    if gelezen is gewoon and vraag not in ("kinderen", "partner"):
        return None
    return {vraag: verteld[vraag]} if isinstance(gelezen, Gelezen) and vraag in verteld else None


def _kan_erbij(werk: Werk, open_: OpenVraag) -> bool:
    """Not while something in between is asked, nor with an answer that is about one of several or about last year."""
    if open_.vraag.startswith("bevestig:") or "." in open_.vraag or vorig_jaar.is_van(open_.vraag):
        return False
    if "tussen" in werk.staat.extra or grensvraag(werk, open_.vraag) is not None:
        return False
    return definitie_van(open_.vraag).type != "keuzes"


def _neem_in(werk: Werk, verteld: Mapping[str, Any], *, zonder: str | None = None) -> None:
    """Store what is new, each as its own question would, and say what was understood. What was answered before stays."""
    nieuw, ander, past_niet = list[str](), list[str](), list[str]()
    for feit, waarde in verteld.items():
        if feit in werk.staat.feiten and feit != zonder:
            ander += [feit] if _verschilt(werk, feit, waarde) else []
        elif feit == "leeftijd_partner" and werk.staat.feiten.get("partner") is not True:
            continue
        else:
            (nieuw if _bewaar(werk, _stappen(feit, waarde)) else past_niet).append(feit)
    if "netto_inkomen_maand" in nieuw:
        werk.onthoud(los=["netto_inkomen_maand"])
    if nieuw:
        _zeg_terug(werk, "ook.begrepen", [_in_een_zin(werk, feit, verteld[feit]) for feit in nieuw], nieuw)
    if ander:
        eerst = [
            werk.tekst("ook.eerst", label=_label(werk, feit), waarde=in_woorden(werk, feit)) for feit in ander
        ]
        _zeg_terug(werk, "ook.verschil", eerst, ander)
    if past_niet:
        werk.zeg("ook.past_niet", labels=[_label(werk, feit) for feit in past_niet])


def _bewaar(werk: Werk, stappen: Sequence[Stap]) -> bool:
    """All steps or none."""
    eerst = werk.staat
    for vraag, nummer, waarde in stappen:
        if probeer(werk, vraag, nummer, waarde):
            werk.zet(feiten=eerst.feiten, geschat=eerst.geschat, extra=eerst.extra)
            return False
    return True


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


def _verschilt(werk: Werk, feit: str, waarde: Any) -> bool:
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


def _zeg_terug(werk: Werk, tekst: str, zinnen: Sequence[str], feiten: Sequence[str]) -> None:
    zin = " ".join(zinnen)
    knoppen = [vaste_knop(f"wijzig:{f}", werk.tekst("knop.wijzig", label=_label(werk, f))) for f in feiten]
    werk.bericht(werk.tekst(tekst, zinnen=zin[0].lower() + zin[1:]), knoppen=knoppen)


def _label(werk: Werk, feit: str) -> str:
    return werk.vraag(feit).label


def _in_een_zin(werk: Werk, feit: str, waarde: Any) -> str:
    if not isinstance(waarde, tuple):
        return werk.tekst(f"ook.{feit}", waarde=waarde)
    leeftijden = [str(w) for w in waarde if isinstance(w, int)]
    return werk.tekst(f"ook.{feit}", aantal=len(waarde), leeftijden=leeftijden)
