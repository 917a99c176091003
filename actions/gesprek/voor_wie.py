"""For somebody else: a helper says so ("ik vul dit in voor mijn moeder"), and from then on the talk is about that person.

Only the relation is remembered, never a name. How people say it stands in `content/herkennen/voor_wie.yml`; what the questions
say then, in the `ander:` of each question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from actions.contract import Bericht
from actions.gesprek import ook, opdrachten, persoon
from actions.gesprek.afwisselen import wissel
from actions.gesprek.begrip import Begrip
from actions.gesprek.staat import Staat
from actions.gesprek.vragen import vraag_opnieuw
from actions.gesprek.werk import Knop, Werk
from actions.lezen import lees_ook
from actions.lezen.derde import Derde, naar_ik
from content.herkennen import patronen
from content.herkennen.letters import plat
from content.herkennen.zoeken import Zinnen, soorten

_BESTAND: Final = "voor_wie"
_VRAAGT: Final = "vraagt_voor_wie"
"""Set in `Staat.extra` while "for whom?" waits for words."""
_PAREN: Final[Mapping[str, tuple[str, str]]] = {
    "ouders": ("moeder", "vader"),
    "schoonouders": ("schoonmoeder", "schoonvader"),
    "grootouders": ("oma", "opa"),
    "buren": ("buurvrouw", "buurman"),
}
"""Two people: the check is for one of them, with the other as the partner."""
_MET_U: Final = "partner"
"""Who counts together with the helper needs no talk of their own."""
_GROEPEN_ZONDER_RELATIE: Final = frozenset(
    {"een_ander", "eigen_kind", "wie", "een", "invul", "bekijk", "dit", "zelf"}
)
_KNOPPEN: Final = ("moeder", "vader", "zoon", "dochter", persoon.IEMAND)
_SCHEIDING: Final = re.compile(r"(?:[;!?\n]+|[.,](?=\s|$)|\s+(?:en|maar|want|dus)\s+)")
_KAN: Final = re.compile(
    r"voor|namens|help|over|regel|beheer|administratie|typen|lezen|schrijv|comput|internet|snapt|begrijpt",
    re.I,
)
"""Without one of these nobody says for whom it is."""
_IETS_ANDERS: Final = re.compile(
    r"\b(?:zorg|zorgen|betaal|betalen|betaalt|kinderbijslag|\w*opvang|alimentatie|boodschappen|mantelzorg\w*|huishouden|krijg|"
    r"ontvang|koop|spaar|werk|kook|toeslag|sparen|oppas)\b",
    re.I,
)
"""With one of these "voor mijn moeder" says something else, unless it is filling in that is done for her."""
_VULT_IN: Final = re.compile(r"\b(?:vul|vult|vullen|in\s?vul\w*|ingevuld|namens|doe (?:dit|het))\b", re.I)
_VAN: Final = re.compile(r"^\s*(?:van |is |\()?(?P<n>\d{1,3})(?: ?(?:jaar|jr|j))?\b\)?")
_GESPROKEN: Final = re.compile(r"^\s*(?:die|zij|ze|hij)\b", re.I)
_KIND_TOT: Final = 16
"""Of a younger child the parent's own check is the right one."""
_KORT: Final = 3
"""So many words at most answer "for whom?" and nothing else."""
_JA_NEE: Final = frozenset(
    {"ja", "nee", "ok", "oke", "hoi", "hallo", "dag", "dank", "bedankt", "wat", "hoe", "waarom", "ik"}
)
_VAN_MIJ: Final = re.compile(r"\b(?:mijn|mn|m'n|me|onze)\s+(?:\w+\s+)?$", re.I)
_IK_BEN: Final = re.compile(r"\bben\s+(?:(?:de|een|zijn|haar|hun|mijn)\s+)?$", re.I)
_HELPER: Final = re.compile(
    r"\b(?:mijn|mn|m'n|onze)\s+(\w+)|^\W*(?:dat ben )?(?:ik|ikzelf|ik zelf)\W*$", re.I
)
_NAAM: Final = r"(?:[A-Z][\w'’-]+|van|de|der|den|ter|ten|el|al|bin|ibn)"
_HEET: Final = re.compile(
    r"\b(heet|genaamd|genoemd|naam is)\s+[^\s,.;!?]+(?:\s+[A-Z][\w'’-]+|\s+(?:van|de|der|den|ter|ten)\b)*",
)


@dataclass(frozen=True, slots=True)
class Gezegd:
    """What was said about whom the talk is for."""

    relatie: str | None
    """None: about who types."""
    rest: str = ""
    """What else was said."""


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
    werk.onthoud(**{_VRAAGT: None})
    if _zet(werk, relatie):
        _verder(werk)


def vang_op(werk: Werk, tekst: str, begrip: Begrip) -> str | None:
    """Hear for whom the talk is. Returns what is still to be read; None when nothing is left of this turn."""
    vroeg = _wacht(werk.staat)
    werk.onthoud(**{_VRAAGT: None})
    gezegd = herken(tekst, vroeg=vroeg)
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


def _wacht(staat: Staat) -> bool:
    """Does "for whom?" wait for words?"""
    return _VRAAGT in staat.extra and staat.open_vraag is None


def _misschien_een_naam(tekst: str) -> bool:
    """A few words that are no question and no command. A name is not kept."""
    woorden = plat(tekst).split()
    kort = len(woorden) <= _KORT and not any(teken in tekst for teken in "?!0123456789")
    return kort and _JA_NEE.isdisjoint(woorden) and opdrachten.exact(tekst) is None


def _vertelt(werk: Werk, rest: str) -> bool:
    """Is something told about the person in the same breath?"""
    derde = _derde(werk)
    gelezen = rest if derde is None else naar_ik(rest, derde)
    return gelezen is not None and bool(lees_ook(gelezen))


def _zet(werk: Werk, relatie: str | None) -> bool:
    """Remember whom it is about, and say so. False when something is asked first."""
    eerst = werk.staat.extra.get(persoon.SLEUTEL)
    if relatie == _MET_U:
        werk.zeg("voor_wie.samen_met_partner")
        return True
    if relatie is not None and relatie in _PAREN:
        werk.bericht(
            werk.tekst("voor_wie.een_van_twee"), knoppen=[_knop(werk, een) for een in _PAREN[relatie]]
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


# --- hearing it --------------------------------------------------------------------------------------------------


def herken(tekst: str, *, vroeg: bool = False) -> Gezegd | None:
    """Does somebody say for whom this is? `vroeg`: that was just asked, so the relation alone is enough."""
    if not vroeg and not _KAN.search(tekst):
        return None
    per_soort, schat = soorten(_BESTAND)
    heel = Zinnen(tekst, schat)
    if heel.zoek(per_soort["mijzelf"]):
        return Gezegd(None)
    patronen_ = (*per_soort["ander"], *(per_soort["alleen_wie"] if vroeg else ()))
    if not heel.zoek(patronen_):
        return None
    delen = [deel.strip() for deel in _SCHEIDING.split(tekst) if deel.strip()]
    raak = [deel for deel in delen if Zinnen(deel, schat).zoek(patronen_)] or [tekst]
    if any(_IETS_ANDERS.search(deel) and not _VULT_IN.search(deel) for deel in raak):
        return None
    gevonden = next(
        (een for deel in (*raak, tekst) if (een := _relatie(deel)) is not None), (persoon.IEMAND, "")
    )
    relatie, staart = gevonden
    leeftijd = _VAN.match(staart)
    if relatie in ("zoon", "dochter", "kind") and leeftijd and int(leeftijd["n"]) < _KIND_TOT:
        return None
    rest = [_uit_staart(staart), *(deel for deel in delen if deel not in raak)]
    return Gezegd(relatie, ", ".join(deel for deel in rest if deel and deel != tekst))


def _uit_staart(staart: str) -> str:
    """What is told of the person in the same breath: "voor mijn zoon van 19", "voor mijn moeder die alleen woont"."""
    leeftijd = _VAN.match(staart)
    na = staart[leeftijd.end() :] if leeftijd else staart
    delen = [f"is {leeftijd['n']} jaar"] if leeftijd else []
    if _GESPROKEN.match(na):
        delen.append(re.sub(r"^\s*die\b", "ze", na, flags=re.I).strip())
    return ", ".join(delen)


def _relatie(tekst: str) -> tuple[str, str] | None:
    """The first person that is named, and the words after it."""
    _, schat = soorten(_BESTAND)
    van = _relaties()
    for woord in re.finditer(r"[^\W\d_]+", tekst):
        vorm = next((v for v in sorted(schat.past_bij(plat(woord[0]))) if v in van), None)
        if vorm is None:
            continue
        relatie = van[vorm]
        if _IK_BEN.search(tekst[: woord.start()]):
            continue  # "ik ben de buurvrouw": who helps
        if relatie == _MET_U and not _VAN_MIJ.search(tekst[: woord.start()]):
            relatie = persoon.IEMAND  # "een oude man"
        return relatie, tekst[woord.end() :]
    return None


def _relaties() -> Mapping[str, str]:
    groepen = patronen(_BESTAND).groepen
    return {
        woord: relatie
        for relatie, woorden in groepen.items()
        if relatie not in _GROEPEN_ZONDER_RELATIE
        for woord in woorden
    }


# --- reading what a helper says ------------------------------------------------------------------------------------


def lees(werk: Werk, tekst: str) -> str | None:
    """What a helper typed, as the person would say it; None when it is about the helper, and that was said."""
    derde, open_ = _derde(werk), werk.staat.open_vraag
    if derde is None or opdrachten.exact(tekst) is not None:
        return tekst
    if open_ is not None and (open_.vraag.startswith("bevestig:") or _is_keuze(werk, open_.vraag, tekst)):
        return tekst
    if open_ is not None and open_.vraag == "medebewoners.relatie" and _is_van_wie_helpt(tekst, derde):
        werk.zeg("voor_wie.wie_is_dat")
        vraag_opnieuw(werk, mislukt=open_.mislukt + 1)
        return None
    over_u = open_ is None or ook.over_u(open_.vraag)
    gelezen = naar_ik(tekst, derde, over_u=over_u)
    if gelezen is None:
        werk.bericht(wissel(werk, "voor_wie.niet_over_wie_helpt"))
        _verder(werk)
    return gelezen


def _derde(werk: Werk) -> Derde | None:
    """Whom the talk is about, for the reader; None when that is who types."""
    relatie = werk.staat.extra.get(persoon.SLEUTEL)
    if relatie is None:
        return None
    woorden = frozenset(map(plat, patronen(_BESTAND).groepen[str(relatie)]))
    return Derde(woorden, persoon.voornaamwoord(str(relatie)))


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
    tekst = _HEET.sub(r"\1 …", ingekomen.tekst)
    woorden = "|".join(sorted(map(re.escape, _relaties()), key=len, reverse=True))
    tekst = re.sub(rf"\b((?i:{woorden}))((?:\s+{_NAAM})*\s+[A-Z][\w'’-]+)", r"\1 …", tekst)
    if _wacht(eerst) and _relatie(tekst) is None and _misschien_een_naam(tekst):
        tekst = "…"
    return ingekomen.model_copy(update={"tekst": tekst})
