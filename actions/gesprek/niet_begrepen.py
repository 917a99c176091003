"""What was not understood: first a hint with an example, then what it could be, then a person; after that calm and varied. A
button to speak to somebody is there from the first time on.

How often in a row an answer was not understood is counted per question (`OpenVraag.mislukt`) and goes back to nothing with an
answer; without a question, as long as nothing else comes in between. No two hints in a row are alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from actions.gesprek import lokaal
from actions.gesprek.afwisselen import wissel
from actions.gesprek.begrip import MEESTE_KEUZES, Begrip
from actions.gesprek.contactknop import iemand
from actions.gesprek.staat import OpenVraag
from actions.gesprek.vragen import grensvraag, keuzes_met_knop, samenhang, vorm_van, vraag_opnieuw
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.lezen import NietGelezen

_TWEEDE, _DERDE = 2, 3
_LIJKT_OP = 70.0
"""From this likeness (per cent) to one of its words an answer is worth offering. Below it the offer is a guess."""
_KORTSTE = 4
"""Letters. Shorter words are alike too easily."""
_WOORD = re.compile(r"[^\W\d_]+")


def bij_vraag(werk: Werk, open_: OpenVraag, tekst: str, gelezen: NietGelezen, begrip: Begrip) -> None:
    """A text that answers the open question not, nor anything else."""
    werk.onbegrepen = "bij_vraag"
    keer = open_.mislukt + 1
    if keer == _TWEEDE and (knoppen := _misschien(werk, open_, tekst, begrip)):
        _bedoelt_u(werk, knoppen)
    elif keer < _DERDE:
        _hint(werk, open_, gelezen, keer)
    else:
        _mens_of_overslaan(werk, open_, keer)
    vraag_opnieuw(werk, mislukt=keer)


def uitleg_opnieuw(werk: Werk, uitleg: str) -> None:
    """Why an answer cannot be used, in words that fit it; never the same words twice in a row, and the third time a person."""
    open_ = werk.staat.open_vraag
    if open_ is None:
        werk.bericht(uitleg)
        return
    keer = open_.mislukt + 1
    if keer >= _DERDE:
        _mens_of_overslaan(werk, open_, keer)
    else:
        werk.bericht(uitleg if _nieuw(werk, uitleg) else _bij_vorm(werk, open_), knoppen=[iemand(werk)])
    vraag_opnieuw(werk, mislukt=keer)


def los(werk: Werk, begrip: Begrip, hoe_verder: Sequence[Knop]) -> None:
    """A text that means nothing to us while no question waits. `hoe_verder`: what can be done now."""
    werk.onbegrepen = "los"
    vorige = werk.staat.extra.get("niet_begrepen", {})
    keer = vorige["keer"] + 1 if vorige.get("beurt") == werk.nr - 1 else 1
    werk.onthoud(niet_begrepen={"keer": keer, "beurt": werk.nr})
    if keer < _DERDE and (knoppen := _onderwerpen(werk, begrip)):
        _bedoelt_u(werk, knoppen)
    elif keer < _DERDE:
        werk.bericht(wissel(werk, "niet_begrepen.los"), knoppen=[*hoe_verder, iemand(werk)])
    elif keer == _DERDE:
        werk.bericht(wissel(werk, "niet_begrepen.mens"), knoppen=[*_iemand(werk), *hoe_verder])
    else:
        werk.bericht(wissel(werk, "niet_begrepen.kalm"), knoppen=[*hoe_verder, *_iemand(werk)])


def _hint(werk: Werk, open_: OpenVraag, gelezen: NietGelezen, keer: int) -> None:
    if open_.vraag.startswith("bevestig:"):
        werk.bericht(wissel(werk, "niet_begrepen.bevestig"), knoppen=[iemand(werk)])
        return
    reden = f"niet_gelezen.{gelezen.reden}"
    waarom = werk.tekst(reden) if reden in werk.bronnen.inhoud.teksten() else ""
    if gelezen.reden == "geen_antwoord" or not waarom or not _nieuw(werk, waarom):
        waarom = wissel(werk, "niet_begrepen.eerste" if keer == 1 else "niet_begrepen.tweede")
    hoe = _voorbeeld(werk, open_) if keer == 1 else _bij_vorm(werk, open_)
    werk.bericht(f"{waarom} {hoe}", knoppen=[iemand(werk)])


def _nieuw(werk: Werk, zin: str) -> bool:
    """Was this not the last reason that was given? From now on it is."""
    nieuw = werk.staat.extra.get("laatste_reden") != zin
    werk.onthoud(laatste_reden=zin)
    return nieuw


def _voorbeeld(werk: Werk, open_: OpenVraag) -> str:
    tussen = werk.staat.extra.get("tussen")
    if tussen is not None and tussen["voorbeeld"] is not None:
        return str(tussen["voorbeeld"])
    if tussen is not None:
        return werk.tekst("niet_begrepen.vorm_keuze")
    if grensvraag(werk, open_.vraag) is not None:
        return werk.tekst("niet_begrepen.vorm_ja_nee")
    voorbeeld = werk.vraag(open_.vraag).voorbeeld
    return werk.render(voorbeeld, **samenhang(werk, open_.vraag, open_.nummer))


def _bij_vorm(werk: Werk, open_: OpenVraag) -> str:
    """What kind of answer is wanted, shorter than the example of the question."""
    if "tussen" in werk.staat.extra:
        return werk.tekst("niet_begrepen.vorm_keuze")
    return werk.tekst(f"niet_begrepen.vorm_{vorm_van(werk, open_.vraag, open_.nummer).soort}")


def _mens_of_overslaan(werk: Werk, open_: OpenVraag, keer: int) -> None:
    """The third time a person; after that calm, with a way past this question."""
    if open_.vraag.startswith("bevestig:"):
        groep = "niet_begrepen.mens" if keer == _DERDE else "niet_begrepen.bevestig"
        werk.bericht(wissel(werk, groep), knoppen=_iemand(werk))
    elif keer == _DERDE:
        weet_niet = vaste_knop("weet_niet", werk.tekst("woorden.weet_niet"))
        werk.bericht(
            f"{wissel(werk, 'niet_begrepen.mens')} {werk.tekst('niet_begrepen.of_weet_niet')}",
            knoppen=[*_iemand(werk), weet_niet],
        )
    else:
        overslaan = vaste_knop("weet_niet", werk.tekst("knop.overslaan"))
        werk.bericht(wissel(werk, "niet_begrepen.rustig"), knoppen=[overslaan, *_iemand(werk)])


def _iemand(werk: Werk) -> list[Knop]:
    """People: of the gemeente, and nearby."""
    return [iemand(werk), *lokaal.hulpknop(werk)]


def _bedoelt_u(werk: Werk, knoppen: Sequence[Knop]) -> None:
    werk.bericht(wissel(werk, "niet_begrepen.bedoelt_u"), knoppen=[*knoppen, iemand(werk)])


def _misschien(werk: Werk, open_: OpenVraag, tekst: str, begrip: Begrip) -> list[Knop]:
    """What a text could mean: answers whose words come near, then topics."""
    return [*_lijkt_op(werk, open_, tekst), *_onderwerpen(werk, begrip)][:MEESTE_KEUZES]


def _onderwerpen(werk: Werk, begrip: Begrip) -> list[Knop]:
    return [
        vaste_knop(f"faq:{id_}", werk.bronnen.inhoud.faq(id_, werk.staat.gemeente).titel)
        for id_ in begrip.misschien
    ]


def _lijkt_op(werk: Werk, open_: OpenVraag, tekst: str) -> list[Knop]:
    """The answers of the question itself that look like what was typed, likest first."""
    if "tussen" in werk.staat.extra:
        return []
    gelijkenis = [
        (_gelijkenis(tekst, (keuze.label, *keuze.woorden)), knop)
        for keuze, knop in keuzes_met_knop(werk, open_.vraag, open_.nummer)
    ]
    lijkt = sorted((paar for paar in gelijkenis if paar[0] >= _LIJKT_OP), key=lambda paar: -paar[0])
    return [knop for _, knop in lijkt]


def _gelijkenis(tekst: str, vormen: Sequence[str]) -> float:
    """How much a word that was typed is like one of these words, in per cent."""
    getypt, bekend = _lange_woorden(tekst), _lange_woorden(" ".join(vormen))
    return max((fuzz.ratio(a, b) for a in getypt for b in bekend), default=0.0)


def _lange_woorden(tekst: str) -> set[str]:
    return {woord for woord in _WOORD.findall(tekst.lower()) if len(woord) >= _KORTSTE}
