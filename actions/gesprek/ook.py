"""More told than was asked, or told before anything was asked: taken in as the answers to those questions, and said back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from actions.gesprek import gebeurtenis, opdrachten, vorig_jaar
from actions.gesprek.antwoord import feit_van
from actions.gesprek.begrip import Begrip
from actions.gesprek.geven import vervolg
from actions.gesprek.groepen import GROEPEN
from actions.gesprek.innemen import neem_in, verschilt
from actions.gesprek.periodes_lezen import vraag_losse_maand
from actions.gesprek.staat import OpenVraag
from actions.gesprek.verbeter import verbeter
from actions.gesprek.verder import ga_verder
from actions.gesprek.vragen import definitie_van, grensvraag, vorm_van, vraag_opnieuw
from actions.gesprek.werk import Werk
from actions.lezen import (
    Dubbelzinnig,
    Gelezen,
    NietGelezen,
    aantal_kinderen,
    kinderen_genoemd,
    lees,
    lees_ook,
    volwassenen_genoemd,
)
from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.vulwoorden import woordgroep
from actions.lezen.woorden import Getal, delen, schoon, tel_vreemd

_GENOEG_VOOR_EEN_START = 2
"""From so many facts a sentence begins the check, whatever else it seems to be about."""
_SCHEIDT = re.compile(
    r"\s*[,;!\n]\s*|\.(?!\d)\s*|\s+(?:en|maar|want)\s+(?=(?:ik|we|wij|mijn|mn|me|ben|heb|woon|huur|zit|krijg|het|ze|zij)\b)"
)
"""Where an answer and what is told besides can be cut apart."""
_BEGROETING = woordgroep(
    "sorry trouwens oja oh o verder daarnaast en maar want nog iets hey beste mevrouw meneer"
)
_VRAAGT = re.compile(
    r"\?|\b(?:wat|hoe|hoeveel|waarom|wanneer|welke|wie|waar|krijg|kan|kunnen|mag|moet|is dat|wordt|recht|te hoog|te ?veel)\b"
)
"""A sentence that asks something, or that is about what will be."""
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
    weg = {feit_van(vraag), *GROEPEN.get(vraag, ())} | (_INKOMEN if inkomen else set())
    return {feit: waarde for feit, waarde in verteld.items() if feit not in weg}


def _getallen(verteld: Mapping[str, Any]) -> set[object]:
    los = {waarde for waarde in verteld.values() if not isinstance(waarde, bool | str | tuple)}
    kinderen = verteld.get("kinderen", ())
    return los | set(kinderen) | ({len(kinderen)} if kinderen else set())


def begin(werk: Werk, tekst: str, begrip: Begrip) -> bool:
    """Somebody tells about themselves while no question waits: take it in, and start or go on with the check."""
    if verbeter(werk, tekst, over_u=True):
        return True
    verteld = lees_ook(tekst)
    nieuw = [feit for feit in verteld if feit not in werk.staat.feiten]
    ander = [feit for feit in verteld if verschilt(werk, feit, verteld[feit])]
    losse_zin = begrip.faq is None and not begrip.misschien and begrip.opdracht in _VERTELT
    genoemd = _noemt_kinderen(werk, tekst, verteld) if nieuw or losse_zin else False
    if len(nieuw) + genoemd < _GENOEG_VOOR_EEN_START and not (losse_zin and (nieuw or ander or genoemd)):
        return False
    neem_in(werk, verteld)
    if genoemd:
        _zeg_kinderen(werk)
    if not werk.staat.scope:
        opdrachten.start(werk)
    elif nieuw and not vraag_losse_maand(werk):
        ga_verder(werk)
    return True


def bij_antwoord(werk: Werk, open_: OpenVraag, tekst: str, begrip: Begrip) -> str | None:
    """Take in what is told besides the answer. Gives what is still to be read; None when the open question was dealt with too."""
    if (
        open_.vraag.startswith("bevestig:")
        or gebeurtenis.is_van(open_.vraag)
        or vorig_jaar.is_van(open_.vraag)
    ):
        return tekst
    u = over_u(open_.vraag)
    if verbeter(werk, tekst, over_u=u):
        return None
    verteld = dict(lees_ook(tekst, over_u=u))
    if open_.vraag == "kinderen":
        genoemd = aantal_kinderen(tekst, werk.staat.extra.get("kinderen_genoemd"))
        if isinstance(genoemd, tuple):
            verteld["kinderen"] = genoemd
        elif genoemd is not None:
            return str(genoemd)
    elif open_.vraag == "medebewoners" and _noemt_volwassenen(werk, tekst):
        return None
    elif _noemt_kinderen(werk, tekst, verteld) and not _ernaast(open_.vraag, verteld):
        return _alleen_kinderen(werk, open_, tekst, begrip)
    if not _ernaast(open_.vraag, verteld) and not (open_.vraag == "kinderen" and "kinderen" in verteld):
        return tekst  # an answer and nothing else, as most are
    if _staat_apart(werk, open_):
        return _ernaast_eerst(werk, open_, tekst, begrip, verteld)
    return tekst if not _samen(werk, open_, tekst, begrip, verteld) else None


def _samen(werk: Werk, open_: OpenVraag, tekst: str, begrip: Begrip, verteld: Mapping[str, Any]) -> bool:
    """The answer and what is told with it, taken in together. False when the answer is still to be read."""
    gewoon = lees(vorm_van(werk, open_.vraag, open_.nummer), tekst)
    gelezen, ernaast = eigen_en_ook(open_.vraag, verteld, gewoon)
    # A net month has a question of its own after it, which cannot wait behind this one.
    ernaast = {feit: waarde for feit, waarde in ernaast.items() if feit != "netto_inkomen_maand"}
    met_leeftijden = open_.vraag == "kinderen" and None not in verteld.get("kinderen", (None,))
    if not (ernaast or met_leeftijden) or not _verteld(ernaast, tekst, begrip):
        return False
    eigen = (
        {"kinderen": verteld["kinderen"]} if met_leeftijden else _eigen(open_.vraag, verteld, gelezen, gewoon)
    )
    # The answer first, because something told with it may hang on it: "ja, mijn man is 40".
    neem_in(werk, {**({} if eigen is None else eigen), **ernaast}, zonder=open_.vraag)
    begrepen = werk.staat.extra.get("begrepen")
    if isinstance(gelezen, Gelezen) and begrepen is not None and begrepen["nr"] == werk.nr:
        # The answer itself may be what is mended in the next turn.
        werk.onthoud(begrepen={**begrepen, "feiten": [*begrepen["feiten"], feit_van(open_.vraag)]})
    if eigen is not None and open_.vraag in werk.staat.feiten:
        vervolg(werk)
        return True
    if isinstance(gelezen, Gelezen) or (
        definitie_van(open_.vraag).type == "geld" and not _alleen(tekst, ernaast)
    ):
        return False
    vraag_opnieuw(werk)
    return True


def _alleen(tekst: str, ernaast: Mapping[str, Any]) -> bool:
    """Nothing but one other thing was told: no amount is left in it that may be the answer."""
    getallen = [deel for deel in met_getalwoorden(delen(schoon(tekst))) if isinstance(deel, Getal)]
    return len(getallen) <= len(_getallen(ernaast))


def _verteld(ernaast: Mapping[str, Any], tekst: str, begrip: Begrip) -> bool:
    """Is it told, even when the sentence is about a topic? Enough of it is, and an amount in a sentence that asks nothing."""
    if begrip.faq is None or len(ernaast) >= _GENOEG_VOOR_EEN_START:
        return True
    return any(isinstance(waarde, Decimal) for waarde in ernaast.values()) and not _VRAAGT.search(
        tekst.lower()
    )


def _ernaast_eerst(
    werk: Werk, open_: OpenVraag, tekst: str, begrip: Begrip, verteld: Mapping[str, Any]
) -> str | None:
    """Where the answer is one of several, of boxes to tick or of a question in between: what is told besides is cut off and taken
    in, and the rest is read as ever. A text that cannot be cut so is left as it is."""
    ernaast = _ernaast(open_.vraag, verteld)
    if not _verteld(ernaast, tekst, begrip):
        return tekst
    u = over_u(open_.vraag)
    stukken = [stuk for stuk in _SCHEIDT.split(tekst) if stuk and stuk.strip(" .,;!")]
    eigen = [stuk for stuk in stukken if not _ernaast(open_.vraag, lees_ook(stuk, over_u=u))]
    rest = ", ".join(stuk for stuk in stukken if stuk not in eigen)
    if _ernaast(open_.vraag, lees_ook(rest, over_u=u)) != ernaast:
        return tekst
    neem_in(werk, {feit: waarde for feit, waarde in ernaast.items() if feit != "netto_inkomen_maand"})
    over = ", ".join(stuk.strip() for stuk in eigen)
    woorden = met_getalwoorden(delen(schoon(over)))
    if tel_vreemd(woorden, _BEGROETING) or any(isinstance(deel, Getal) for deel in woorden):
        return over
    vraag_opnieuw(werk)
    return None


def _noemt_volwassenen(werk: Werk, tekst: str) -> bool:
    """Asked how many other adults live there, people name them: "mijn zoon van 21". Then who they are is not asked again. Told
    about somebody else it is not known whose son that is: there they are only counted."""
    geen_kinderen = werk.staat.feiten.get("kinderen") == []
    mensen = volwassenen_genoemd(tekst, geen_kinderen=geen_kinderen) if werk.persoon is None else None
    if not mensen:
        return False
    velden = [{"relatie": mens.relatie, "leeftijd": mens.leeftijd} for mens in mensen]
    verteld = tuple({naam: w for naam, w in een.items() if w is not None} for een in velden)
    neem_in(werk, {"medebewoners": verteld}, zonder="medebewoners")
    vervolg(werk)
    return True


def _noemt_kinderen(werk: Werk, tekst: str, verteld: Mapping[str, Any]) -> bool:
    """ "Ik heb drie kinderen": whether they are under 18 and live here is still to be asked. Remembered for that question."""
    if "kinderen" in verteld or "kinderen" in werk.staat.feiten:
        return False
    aantal = kinderen_genoemd(tekst)
    if aantal is None or aantal == werk.staat.extra.get("kinderen_genoemd"):
        return False
    werk.onthoud(kinderen_genoemd=aantal)
    return True


def _alleen_kinderen(werk: Werk, open_: OpenVraag, tekst: str, begrip: Begrip) -> str | None:
    """Children told about while something else is asked. The text may still hold the answer to that."""
    gelezen = lees(vorm_van(werk, open_.vraag, open_.nummer), tekst)
    if begrip.faq is not None or "tussen" in werk.staat.extra or not isinstance(gelezen, NietGelezen):
        return tekst
    _zeg_kinderen(werk)
    vraag_opnieuw(werk)
    return None


def _zeg_kinderen(werk: Werk) -> None:
    werk.zeg("ook.kinderen_genoemd", aantal=werk.staat.extra["kinderen_genoemd"])


def _eigen(
    vraag: str, verteld: Mapping[str, Any], gelezen: object, gewoon: object
) -> Mapping[str, Any] | None:
    """The answer to the open question as this reader has it; None when the question's own reader does better."""
    if gelezen is gewoon and vraag not in ("kinderen", "partner"):
        return None
    return {vraag: verteld[vraag]} if isinstance(gelezen, Gelezen) and vraag in verteld else None


def _staat_apart(werk: Werk, open_: OpenVraag) -> bool:
    """Is something in between asked, or boxes to tick, or a thing about one of several? Then its answer is read by itself."""
    if "." in open_.vraag or "tussen" in werk.staat.extra or grensvraag(werk, open_.vraag) is not None:
        return True
    return definitie_van(open_.vraag).type == "keuzes"
