"""From what was typed to clauses, each with whom it is about. What is asked, supposed, past or not certain is left out.

Every pattern works on the text of one clause: lower-case words and numbers with one space around each, typing errors in
the words below mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.ook.knippen import (
    ANDEREN,
    BEZIT,
    EERSTE,
    LOS,
    PARTNER,
    TIJD,
    VAN_MIJ,
    VOORNAAM,
    ZOON_OF_DOCHTER,
    clausules,
)
from actions.lezen.vulwoorden import woordgroep
from actions.lezen.woorden import (
    MEESTE_TEKENS,
    Deel,
    Getal,
    Rommel,
    Teken,
    Woord,
    delen,
    is_code,
    lijkt_op,
    schoon,
)
from content.herkennen.gewoon import is_gewoon

Wie = Literal["ik", "partner", "kind", "ander"]

_AANLOOP = woordgroep(
    "en maar want dus ook ja oke ok hallo hoi dag goedemorgen goedemiddag goedenavond nou nu verder daarnaast momenteel "
    "inmiddels thuis hey beste oh o oeps sorry nee neen wacht trouwens"
)
_KERN = sorted(
    PARTNER
    | ZOON_OF_DOCHTER
    | ANDEREN
    | LOS
    | EERSTE
    | woordgroep(
        "netto bruto maand alleen samen ouders bijstand zonder kinderen getrouwd partner instelling euro niet jaar"
    )
)
_ONTKEND = {
    **dict.fromkeys(("neit", "nit", "nite", "nie"), "niet"),
    **dict.fromkeys(("gene", "geeen"), "geen"),
}

_STEL = re.compile(
    r" (?:stel|stelt|indien|mocht|mochten|zou|zouden|zodra|tenzij|veronderstel|wanneer|namens)"
    r" | als (?:ik|we|wij|mijn|hij|zij|ze|je|u|er|het|dat|iemand|de|een van) | voor (?:mijn|een) (?:\w+ )?(?:"
    + "|".join(sorted(ANDEREN | PARTNER | {"dochter", "zoon", "client"}))
    + r") "
)
"""One of these, and nothing in the text is simply told about the resident."""
_VRAAG = re.compile(
    r" (?:((?:krijg|krijgen|heb|hebben|ben|kan|kunnen|mag|moet|kom|hoef|woon|betaal|zit|huur|verdien) (?:ik|we|wij))"
    r"|hoeveel|hoe|wat|waarom|welke|welk|waar|wie|klopt|kunt|kun|weet u|heeft u|is er|zijn er|telt|geldt|dan) "
)
_NIET_ZEKER = woordgroep(
    "was waren had hadden vroeger eerst toen ooit geweest gehad overleden word wordt worden straks binnenkort bijna ga gaan "
    "gaat wil wilde willen hoop misschien zoek zoeken aangevraagd aanvragen aanvraag vraag recht niet nooit of vorig vorige "
    "volgend volgende gestopt kreeg kregen woonde werkte betaalde verdiende later zwanger waarschijnlijk denk zeg zegt "
    "beetje soms bezig plan wacht haast half eind tijdelijk ander andere behalve"
)
"""In a clause with one of these nothing is simply so, and now."""
_NIET_NU = _NIET_ZEKER - woordgroep("niet nooit of denk zeg ander andere behalve")
"""And nor is what follows it without a verb of its own: "vroeger woonde ik alleen huurhuis 650 huur"."""


@dataclass(frozen=True, slots=True)
class Zin:
    """One clause. `tekst` begins and ends with a space."""

    tekst: str
    wie: Wie | None
    """About whom; None when that is not said."""
    eerste: bool
    """Nothing but a greeting or "ik" was said before it."""


@dataclass(frozen=True, slots=True)
class Verteld:
    """Everything that was simply told."""

    zinnen: tuple[Zin, ...]
    heel: str
    """The whole text, what was left out included, to see what makes something else doubtful."""

    def van(self, *wie: Wie) -> Iterator[Zin]:
        return (zin for zin in self.zinnen if zin.wie in wie)

    def noemt(self, woorden: frozenset[str]) -> bool:
        return not woorden.isdisjoint(self.heel.split())


NIETS = Verteld((), " ")


def vertel(tekst: str, *, over_u: bool) -> Verteld:
    """The clauses of a text. `over_u`: words without a subject are about the resident."""
    kaal = schoon(tekst)
    if len(tekst) > MEESTE_TEKENS or not kaal or is_code(kaal):
        return NIETS
    uit: list[Zin] = []
    woorden: list[str] = []
    wie: Wie | None = "ik" if over_u else None
    twijfel = False
    for volzin, vraagt in _volzinnen(kaal):
        stukken = _woorden(volzin)
        woorden += stukken
        twijfel = False
        regel = " " + " ".join(stukken) + " "
        if _STEL.search(regel):
            return NIETS
        for stuk in clausules(_verteld_deel(stukken, vraagt)):
            wie = _over_wie(stuk, wie, over_u)
            eerste = all(zin.tekst.strip() in {"", "ik"} for zin in uit)
            kort = [woord for woord in stuk if woord != ","]
            while kort and kort[0] in _AANLOOP:
                kort = kort[1:]
            if len(kort) > 1 and kort[0] in EERSTE and kort[1] in {"ik", "we", "wij"}:
                kort = [kort[1], kort[0], *kort[2:]]  # "nu woon ik alleen"
            zegt_wie = bool(kort) and (kort[0] in EERSTE or kort[0] in BEZIT or kort[0] in VOORNAAM)
            twijfel = not _NIET_NU.isdisjoint(kort) or (twijfel and not zegt_wie)
            zeker = wie if _NIET_ZEKER.isdisjoint(kort) and not twijfel else None
            uit.append(Zin(" " + " ".join(kort) + " ", zeker, eerste))
    return Verteld(tuple(uit), " " + " ".join(woorden) + " ")


def _volzinnen(kaal: str) -> Iterator[tuple[str, bool]]:
    """Sentences, and whether each is a question."""
    for deel in re.findall(r"[^.!?;\n]+(?:[.!?;]+(?!\s|$)[^.!?;\n]+)*[.!?;]*", kaal):
        yield deel, deel.rstrip(" .!;").endswith("?")


def _woorden(volzin: str) -> list[str]:
    """Words, commas, and numbers as digits; "#" for what may be two numbers or none."""
    ruw: list[Deel] = []
    for plaats, stuk in enumerate(re.split(r"\s*[,():](?:\s+|$)|(?<=\D),|[()]", volzin)):
        if plaats:
            ruw.append(Teken(","))
        ruw += delen(stuk)
    woorden = [_als_woord(deel) for deel in met_getalwoorden(ruw)]
    return [
        "mijn" if woord == "me" and volgend in VAN_MIJ else woord
        for woord, volgend in zip(woorden, [*woorden[1:], ""], strict=False)
    ]


def _als_woord(deel: Deel) -> str:
    if isinstance(deel, Getal):
        return "een" if deel.tekst == "een" else _cijfers(deel)
    if isinstance(deel, Rommel):
        return "#"
    return _hersteld(deel.tekst) if isinstance(deel, Woord) else deel.tekst


def _cijfers(getal: Getal) -> str:
    waarde = getal.waarde
    if len(getal.lezingen) > 1:
        return "#"
    return str(int(waarde)) if waarde == waarde.to_integral_value() else str(waarde.quantize(Decimal("0.01")))


def _hersteld(woord: str) -> str:
    """A word with one typing error, where that is no word of its own and only one word can be meant."""
    if woord in _ONTKEND:
        return _ONTKEND[woord]
    if woord in _KERN or woord in _NIET_ZEKER or is_gewoon(woord):
        return woord
    return lijkt_op(woord, _KERN) or woord


def _verteld_deel(woorden: list[str], vraagt: bool) -> list[str]:
    """The part of a sentence before something is asked."""
    plaats = 0
    while plaats < len(woorden) and woorden[plaats] in _AANLOOP:
        plaats += 1
    # "Verder heb ik een huurhuis" tells; "heb ik recht op ..." asks.
    na_aanloop = plaats > 0 and woorden[plaats - 1] in {"verder", "daarnaast", "momenteel", "nu", "inmiddels"}
    regel = " " + " ".join(woorden[plaats:]) + " "
    raak = _VRAAG.search(regel, 3 if na_aanloop and not vraagt else 0)
    while (
        raak is not None
        and not vraagt
        and raak[1]
        and regel[: raak.start() + 1].split()[-1:]
        and (regel[: raak.start() + 1].split()[-1] in TIJD)
    ):
        raak = _VRAAG.search(regel, raak.end() - 1)  # "nu heb ik een koophuis" tells
    if raak is None:
        return [] if vraagt else woorden
    voor = regel[: raak.start() + 1].split()
    if voor and voor[-1] in {",", "en", "maar", "dus"}:
        return woorden[:plaats] + voor[:-1]
    # What runs into the question belongs to it: "met twee kinderen krijg ik hoeveel".
    heel = list(clausules(voor))
    return [woord for stuk in heel[:-1] for woord in (*stuk, ",")]


def _over_wie(stuk: Sequence[str], eerder: Wie | None, over_u: bool) -> Wie | None:
    woorden = [woord for woord in stuk if woord != ","]
    while woorden and woorden[0] in _AANLOOP:
        woorden = woorden[1:]
    if not woorden:
        return eerder
    eerst, tweede = woorden[0], woorden[1] if len(woorden) > 1 else ""
    if eerst in {"ik", "we", "wij"}:
        return "ik"
    if eerst in BEZIT and woorden[2:4] in (["en", "ik"], ["en", "mijn"]):
        return "ik" if tweede in PARTNER else "ander"
    persoon = tweede if eerst in BEZIT | {"een", "de", "zijn", "haar", "hun"} else eerst
    if persoon in PARTNER and eerst in BEZIT:
        return "partner"
    if persoon in ANDEREN and not (
        persoon in {"moeder", "vader", "ouder"} and eerst not in BEZIT and "van" in woorden
    ):
        return "ander"
    if persoon in ZOON_OF_DOCHTER and eerst in BEZIT:
        return "kind" if eerder in {"ik", "kind", None} else "ander"
    if eerst in {"hij", "zij", "ze"}:
        return eerder if eerder in {"partner", "kind"} else "ander"
    if eerst in VOORNAAM or eerst in {"zijn", "hun", "haar"}:
        return "ander"
    if eerst in EERSTE:
        # "Ben 34" needs no "ik"; after someone else it may be a slip for "hij ..".
        return "ik" if over_u and eerder in {"ik", "kind", "partner"} else eerder if eerder == "ik" else None
    if eerst in BEZIT:
        return "ik"
    return eerder
