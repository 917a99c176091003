"""Hearing for whom somebody fills this in, and the name that need not be kept (`content/herkennen/voor_wie.yml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from actions.gesprek.persoon import IEMAND
from content.herkennen import patronen
from content.herkennen.letters import plat
from content.herkennen.zoeken import Zinnen, soorten

BESTAND: Final = "voor_wie"
MET_U: Final = "partner"
"""Who counts together with the helper needs no talk of their own."""
VERTELT_VAN: Final = re.compile(
    r"^(?:(?:hoi|hallo|dag|goede\w+|het is zo|dus)[ ,!.]+)*(?:mijn|mn|m'n|me|onze|een)\s+(?:\w+\s+)?(?P<wie>\w+)\s+"
    r"(?:is|heeft|woont|krijgt|huurt|zit|leeft|van \d+)\b",
    re.I,
)
"""So a text begins that is about somebody else."""
VRAAGT_VOOR: Final = re.compile(
    r"^(?:(?:hoi|hallo|dag|goede\w+|en)[ ,!.]+)*(?:(?:waar|wat) )?(?:heeft|krijgt|kan|mag|komt)\s+(?:mijn|mn|m'n|me|onze|een)\s+"
    r"(?:\w+\s+)?\w+\s.*(?:recht|toeslag|regeling|aanvragen|krijgen|aanmerking|bijstand)",
    re.I,
)
"""So somebody asks what another person has a right to."""
_GROEPEN_ZONDER_RELATIE: Final = frozenset(
    {"een_ander", "eigen_kind", "wie", "een", "invul", "bekijk", "dit", "zelf", "voor"}
)
_SCHEIDING: Final = re.compile(r"(?:[;!?\n]+|[.,](?=\s|$)|\s+(?:en|maar|want|dus)\s+)")
_KAN: Final = re.compile(
    r"v(?:o*r|oro)\b|voor|foor|gaat|namens|help|over|regel|beheer|administratie|typen|lezen|schrijv|comput|internet|snapt|begrijpt",
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
PAREN: Final[Mapping[str, tuple[str, str]]] = {
    "ouders": ("moeder", "vader"),
    "schoonouders": ("schoonmoeder", "schoonvader"),
    "grootouders": ("oma", "opa"),
    "buren": ("buurvrouw", "buurman"),
}
"""Two people: the check is for one of them, with the other as the partner."""
_TWEE: Final = 2
_KIND_TOT: Final = 16
"""Of a younger child the parent's own check is the right one."""
_VAN_MIJ: Final = re.compile(r"\b(?:mijn|mn|m'n|me|onze)\s+(?:\w+\s+)?$", re.I)
_IK_BEN: Final = re.compile(r"\bben\s+(?:(?:de|een|zijn|haar|hun|mijn)\s+)?$", re.I)
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


def herken(tekst: str, *, vroeg: bool = False) -> Gezegd | None:
    """Does somebody say for whom this is? `vroeg`: that was just asked, so the relation alone is enough."""
    if not vroeg and not _KAN.search(tekst):
        return None
    per_soort, schat = soorten(BESTAND)
    heel = Zinnen(tekst, schat)
    if heel.zoek(per_soort["mijzelf"]):
        return Gezegd(None)
    rijen = [per_soort["ander"], *([per_soort["alleen_wie"]] if vroeg else [])]
    if not any(map(heel.zoek, rijen)):
        return None
    delen = [deel.strip() for deel in _SCHEIDING.split(tekst) if deel.strip()]
    raak = [deel for deel in delen if any(map(Zinnen(deel, schat).zoek, rijen))] or [tekst]
    if any(_IETS_ANDERS.search(deel) and not _VULT_IN.search(deel) for deel in raak):
        return None
    gevonden = next((een for deel in (*raak, tekst) if (een := relatie_in(deel)) is not None), (IEMAND, ""))
    relatie, staart = gevonden
    over = [deel for deel in delen if deel not in raak]
    tweede = relatie_in(over[0]) if over and len(over[0].split()) <= _TWEE else None
    for samen, paar in PAREN.items():
        if tweede is not None and {relatie, tweede[0]} == set(paar):
            return Gezegd(samen)  # "mijn vader en moeder"
    leeftijd = _VAN.match(staart)
    if relatie in ("zoon", "dochter", "kind") and leeftijd and int(leeftijd["n"]) < _KIND_TOT:
        return None
    rest = [_uit_staart(staart), *over]
    return Gezegd(relatie, ", ".join(deel for deel in rest if deel and deel != tekst))


def _uit_staart(staart: str) -> str:
    """What is told of the person in the same breath: "voor mijn zoon van 19", "voor mijn moeder die alleen woont"."""
    leeftijd = _VAN.match(staart)
    na = staart[leeftijd.end() :] if leeftijd else staart
    delen = [f"is {leeftijd['n']} jaar"] if leeftijd else []
    if _GESPROKEN.match(na):
        delen.append(re.sub(r"^\s*die\b", "ze", na, flags=re.I).strip())
    return ", ".join(delen)


def relatie_in(tekst: str) -> tuple[str, str] | None:
    """The first person that is named, and the words after it."""
    _, schat = soorten(BESTAND)
    van = relaties()
    for woord in re.finditer(r"[^\W\d_]+", tekst):
        vorm = next((v for v in sorted(schat.past_bij(plat(woord[0]))) if v in van), None)
        if vorm is None:
            continue
        relatie = van[vorm]
        if _IK_BEN.search(tekst[: woord.start()]):
            continue  # "ik ben de buurvrouw": who helps
        if relatie == MET_U and not _VAN_MIJ.search(tekst[: woord.start()]):
            relatie = IEMAND  # "een oude man"
        return relatie, tekst[woord.end() :]
    return None


def relaties() -> Mapping[str, str]:
    groepen = patronen(BESTAND).groepen
    return {
        woord: relatie
        for relatie, woorden in groepen.items()
        if relatie not in _GROEPEN_ZONDER_RELATIE
        for woord in woorden
    }


def zonder_naam(tekst: str) -> str:
    """The text without a name that stands after whom it is for: "voor mijn moeder Annie"."""
    tekst = _HEET.sub(r"\1 …", tekst)
    woorden = "|".join(sorted(map(re.escape, relaties()), key=len, reverse=True))
    return re.sub(rf"\b((?i:{woorden}))((?:\s+{_NAAM})*\s+[A-Z][\w'’-]+)", r"\1 …", tekst)
