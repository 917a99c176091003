"""For somebody else: a helper says so ("ik vul dit in voor mijn moeder"), and from then on the talk is about that person.

Only the relation is remembered, never a name. How people say it stands in `content/herkennen/voor_wie.yml`; what the questions
say then, in the `ander:` of each question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from actions.contract import Bericht
from actions.gesprek import ook, opdrachten, persoon
from actions.gesprek import tekst as tekst_
from actions.gesprek import voor_wie_horen as horen
from actions.gesprek.afwisselen import wissel
from actions.gesprek.antwoord import feit_van
from actions.gesprek.begrip import Begrip
from actions.gesprek.opdracht_lezen import exact
from actions.gesprek.staat import Staat
from actions.gesprek.voor_wie_horen import (
    BESTAND,
    MET_U,
    VERTELT_VAN,
    VRAAGT_VOOR,
    Gezegd,
    herken,
    relatie_in,
)
from actions.gesprek.vragen import vraag_opnieuw
from actions.gesprek.werk import Knop, Werk
from actions.lezen import lees_ook
from actions.lezen.derde import Derde, naar_ik
from content.herkennen import patronen
from content.herkennen.letters import plat

_VRAAGT: Final = "vraagt_voor_wie"
"""Set in `Staat.extra` while "for whom?" waits for words."""
_MISSCHIEN: Final = "misschien_voor_wie"
"""In `Staat.extra`, for one turn: the relation of whom something was told, and what."""
_ZEGT_JA: Final = re.compile(r"^\W*(?:ja|jazeker|jawel|klopt|inderdaad|jep)\b")
_KNOPPEN: Final = ("moeder", "vader", "zoon", "dochter", persoon.IEMAND)
_HELPT: Final = re.compile(r"\bhelp(?:en)?\b", re.I)
_VOOR: Final = re.compile(r"\b(?:voor|namens|over|dit|vul|invul\w*)\b", re.I)
_KORT: Final = 3
"""So many words at most answer "for whom?" and nothing else."""
_JA_NEE: Final = frozenset(
    {"ja", "nee", "ok", "oke", "hoi", "hallo", "dag", "dank", "bedankt", "wat", "hoe", "waarom", "ik"}
)
_OVER_FAMILIE: Final = frozenset(
    {"partner", "kinderen", "co_ouder", "ouders_dragen_bij", "gezamenlijke_huishouding"}
)
"""To these questions the helper's own family can be the answer: "mijn vader" is her husband, "mijn broertje" her child."""
_HELPER: Final = re.compile(
    r"\b(?:mijn|mn|m'n|onze)\s+(\w+)|^\W*(?:dat ben )?(?:ik|ikzelf|ik zelf)\W*$", re.I
)


def vraag(werk: Werk) -> None:
    """Ask for whom; a button each for whom people mostly help."""
    werk.bericht(
        werk.tekst("voor_wie.vraag"),
        knoppen=[
            *(_knop(werk, relatie) for relatie in _KNOPPEN),
            Knop(werk.tekst("voor_wie.knop.zelf"), _ZELF),
        ],
    )
    werk.onthoud(**{_VRAAGT: True})


_ZELF: Final[Mapping[str, object]] = {"voor_wie": ""}


def _knop(werk: Werk, relatie: str) -> Knop:
    return Knop(werk.tekst(f"voor_wie.knop.{relatie}"), {"voor_wie": relatie})


def kies(werk: Werk, relatie: str | None) -> None:
    """From now on the talk is about this person (None: about who types); then on with it."""
    verteld = _verteld_van(werk)
    werk.onthoud(**{_VRAAGT: None, _MISSCHIEN: None})
    if not _zet(werk, relatie):
        return
    gelezen = lees(werk, verteld[1]) if verteld is not None and verteld[0] == relatie else None
    if gelezen is None:
        _verder(werk)
    else:
        tekst_.verwerk(werk, gelezen, Begrip())


def _verteld_van(werk: Werk) -> tuple[str, str] | None:
    """Of whom something was told in the turn before this one, and what."""
    misschien = werk.staat.extra.get(_MISSCHIEN)
    return None if misschien is None else (str(misschien[0]), str(misschien[1]))


def vang_op(werk: Werk, tekst: str, begrip: Begrip) -> str | None:
    """Hear for whom the talk is. Returns what is still to be read; None when nothing is left of this turn."""
    verteld = _verteld_van(werk)
    if verteld is not None and _ZEGT_JA.match(plat(tekst)):
        kies(werk, verteld[0])
        return None
    vroeg = _wacht(werk.staat)
    werk.onthoud(**{_VRAAGT: None, _MISSCHIEN: None})
    gezegd = herken(tekst, vroeg=vroeg)
    if begrip.faq is not None and _HELPT.search(tekst) and not _VOOR.search(tekst):
        gezegd = None  # "ik help mijn moeder elke dag" is about care
    if gezegd is None and _vraag_of_het_voor_is(werk, tekst, begrip):
        return None
    if gezegd is None and vroeg and begrip == Begrip() and _misschien_een_naam(tekst):
        gezegd = Gezegd(persoon.IEMAND)
    if gezegd is None:
        return tekst
    if not _zet(werk, gezegd.relatie):
        return None
    if _vertelt(werk, gezegd.rest):
        return gezegd.rest
    _verder(werk)
    return None


def _vraag_of_het_voor_is(werk: Werk, tekst: str, begrip: Begrip) -> bool:
    """Told of somebody else, or asked for them, before we asked anything: is it for that person?"""
    vraagt = VRAAGT_VOOR.match(tekst)
    raak = vraagt or (None if begrip.faq else VERTELT_VAN.match(tekst))
    gevonden = None if raak is None else relatie_in(tekst)
    if raak is None or gevonden is None or werk.staat.extra.get(persoon.SLEUTEL) or werk.staat.feiten:
        return False
    relatie = gevonden[0]
    derde = _derde_van(relatie) if relatie not in (MET_U, *horen.PAREN, "kind", "zoon", "dochter") else None
    if derde is None or not derde.woorden & set(plat(raak[0]).split()) or werk.staat.scope:
        return False
    gelezen = naar_ik(tekst, derde)
    if gelezen is None or "familie" in gelezen or not (vraagt or lees_ook(gelezen)):
        return False
    werk.onthoud(**{_MISSCHIEN: [relatie, tekst]})
    namen = persoon.namen(werk.bronnen.inhoud, relatie)
    werk.bericht(
        werk.tekst("voor_wie.is_het_voor", **namen),
        knoppen=[
            Knop(werk.tekst("woorden.ja"), {"voor_wie": relatie}),
            Knop(werk.tekst("woorden.nee"), _ZELF),
        ],
    )
    return True


def _wacht(staat: Staat) -> bool:
    """Does "for whom?" wait for words?"""
    return _VRAAGT in staat.extra and staat.open_vraag is None


def _misschien_een_naam(tekst: str) -> bool:
    """A few words that are no question and no command. A name is not kept."""
    woorden = plat(tekst).split()
    kort = len(woorden) <= _KORT and not any(teken in tekst for teken in "?!0123456789")
    return kort and _JA_NEE.isdisjoint(woorden) and exact(tekst) is None


def _vertelt(werk: Werk, rest: str) -> bool:
    """Is something told about the person in the same breath?"""
    derde = _derde(werk)
    gelezen = rest if derde is None else naar_ik(rest, derde)
    return gelezen is not None and bool(lees_ook(gelezen))


def _zet(werk: Werk, relatie: str | None) -> bool:
    """Remember whom it is about, and say so. False when something is asked first."""
    eerst = werk.staat.extra.get(persoon.SLEUTEL)
    if relatie == MET_U:
        werk.zeg("voor_wie.samen_met_partner")
        return True
    if relatie is not None and relatie in horen.PAREN:
        werk.bericht(
            werk.tekst("voor_wie.een_van_twee"), knoppen=[_knop(werk, een) for een in horen.PAREN[relatie]]
        )
        return False
    if relatie == eerst or (relatie == persoon.IEMAND and eerst is not None):
        werk.zeg("voor_wie.zelf_al" if relatie is None else "voor_wie.al")
        return True
    werk.onthoud(**{persoon.SLEUTEL: relatie, "tussen": None})
    werk.zeg("voor_wie.zelf" if relatie is None else "voor_wie.nu")
    if not werk.staat.feiten:
        return True
    opdrachten.bevestig(werk, opdrachten.ZELFDE_PERSOON)
    return False


def _verder(werk: Werk) -> None:
    if werk.staat.open_vraag is not None:
        vraag_opnieuw(werk, kort=False)
    else:
        opdrachten.opnieuw_of_begin(werk)


# --- reading what a helper says ------------------------------------------------------------------------------------


def lees(werk: Werk, tekst: str) -> str | None:
    """What a helper typed, as the person would say it; None when it is about the helper, and that was said."""
    derde, open_ = _derde(werk), werk.staat.open_vraag
    if derde is None or exact(tekst) is not None:
        return tekst
    if open_ is not None and (open_.vraag.startswith("bevestig:") or _is_keuze(werk, open_.vraag, tekst)):
        return tekst
    if open_ is not None and open_.vraag == "medebewoners.relatie" and _is_van_wie_helpt(tekst, derde):
        werk.zeg("voor_wie.wie_is_dat")
        vraag_opnieuw(werk, mislukt=open_.mislukt + 1)
        return None
    over_u = open_ is None or ook.over_u(open_.vraag)
    alleen_derde = over_u and open_ is not None and feit_van(open_.vraag) not in _OVER_FAMILIE
    gelezen = naar_ik(tekst, derde, over_u=over_u, alleen_derde=alleen_derde)
    if gelezen is None:
        werk.bericht(wissel(werk, "voor_wie.iemand_anders"))
        _verder(werk)
    return gelezen


def _derde(werk: Werk) -> Derde | None:
    """Whom the talk is about, for the reader; None when that is who types."""
    relatie = werk.staat.extra.get(persoon.SLEUTEL)
    return None if relatie is None else _derde_van(str(relatie))


def _derde_van(relatie: str) -> Derde:
    return Derde(frozenset(map(plat, patronen(BESTAND).groepen[relatie])), persoon.voornaamwoord(relatie))


def _is_keuze(werk: Werk, vraag_: str, tekst: str) -> bool:
    """Is it what stands on the buttons? Boxes that were ticked come in as their words."""
    labels = {keuze.label.lower() for keuze in werk.vraag(vraag_).keuzes}
    return all(deel.strip().lower() in labels for deel in tekst.split(", "))


def _is_van_wie_helpt(tekst: str, derde: Derde) -> bool:
    """ "Mijn broer" is the helper's brother: what he is of the person is not said."""
    raak = _HELPER.search(tekst)
    return raak is not None and plat(raak[1] or "") not in derde.woorden


# --- no names ------------------------------------------------------------------------------------------------------


def zonder_naam(werk: Werk, eerst: Staat, ingekomen: Bericht | None) -> Bericht | None:
    """What came in, as it is kept: without a name of the person. `eerst`: before this turn."""
    if ingekomen is None or werk.staat.extra.get(persoon.SLEUTEL) is None:
        return ingekomen
    tekst = horen.zonder_naam(ingekomen.tekst)
    if _wacht(eerst) and relatie_in(tekst) is None and _misschien_een_naam(tekst):
        tekst = "…"
    return ingekomen.model_copy(update={"tekst": tekst})
