"""A sentence that takes something back: what was wrong, and what is left to read as the new answer. Which answer it is about is
not decided here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from actions.lezen.getalwoorden import met_getalwoorden
from actions.lezen.woorden import Getal, delen, schoon

Soort = Literal["wens", "terugnemen", "zacht"]

_GETALWOORD = (
    "nul|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|"
    "twintig"
)
_G = rf"(?:€ ?)?(?:\d[\d.,]*\d|\d|\b(?:{_GETALWOORD})\b)(?:,-)?"
_E = r"(?: ?(?:euro|eur|jaar|jr|kinderen|kids|kind|per maand|per jaar|p/?m|pj|uur|uren|mensen|personen)\b)*"
_FOUT = r"(?:fout|verkeerd|verkeert|onjuist|niet goed|niet juist|een (?:typ|tik)?e?foutj?e?)"
_OUD = tuple(
    re.compile(patroon)
    for patroon in (
        rf"\b(?:niet|nie|geen) (?P<oud>{_G}){_E},? ?maar\b",
        rf"\b(?:ik )?(?:zei|typte|tikte|schreef|noemde|vulde|toetste)(?: (?:net|eerst|toen|per ongeluk|in|dat|het|"
        rf"ik|op|aan|er|van|is))* "
        rf"(?P<oud>{_G}){_E}(?: in\b)?",
        rf"\b(?:ik )?(?:had|heb)(?: (?:net|eerst|toen|per ongeluk|dat|het|er))* (?P<oud>{_G}){_E} "
        r"(?:gezegd|gezegt|getypt|ingevuld|ingetypt|opgegeven|neergezet|doorgegeven|gegeven)\b",
        rf"\b(?:had|heb)(?: (?:net|eerst|dus))? (?:gezegd|getypt|ingevuld|ingetypt) (?P<oud>{_G}){_E}",
        rf"\b(?P<oud>{_G}){_E} (?:moet|moest|hoort|had)\b(?=.*{_G})",
        rf"\b(?P<oud>{_G}){_E} (?:klopt|klopte) (?:niet|nie)\b",
        rf"\b(?P<oud>{_G}){_E} (?:is|was) {_FOUT}\b",
        rf"\b(?:maak|maken|verander|wijzig)(?: er)? van (?P<oud>{_G}){_E},?(?=.*{_G})",
        rf"\bvan (?P<oud>{_G}){_E} naar(?=.*{_G})",
        rf"\b(?:verander|wijzig|vervang)(?: de| die| dat| mijn)? (?P<oud>{_G}){_E} (?:in|naar|door)(?=.*{_G})",
        rf"\b(?:was|waren)(?: eerst)? (?P<oud>{_G}){_E},?(?= .*\b(?:is|zijn|nu|wordt)\b.*{_G})",
        rf"(?:,|\ben|\bmaar|\bdus)? ?(?<!\w)(?:niet|nie|geen|ipv|i\.p\.v\.?|"
        rf"in ?plaats van)(?: de)? (?P<oud>{_G}){_E}(?=$|[ ,;.!?])",
    )
)
"""How the wrong value stands in a sentence, the surest first."""
_NIET_MAAR = re.compile(
    r"\b(?:niet|geen) (?:een )?(?P<oud>[a-z]+(?: [a-z]+)?),? maar (?:wel )?(?P<nieuw>(?:een )?[a-z].*)$"
)
"""Two things set against each other in words: "geen koophuis maar een huurhuis"."""
_UITDRUKKELIJK = re.compile(
    r"\b(?:klop(?:t|te|pen)|klpt|kopt) (?:\w+ )?(?:niet|nie|neit)\b|\bbedoel(?:de|t)?\b|\bbedoeld\b|\bvergiste?\b|"
    r"\bvergissing\b|"
    r"\bverkeer[dt]e?\b|\bfoutj?e?\b|\bfoutief\b|\b(?:typ|tik)e?foutj?e?\b|\btypo\b|\bcorrectie\b|\bik zei\b|"
    r"\bhad gezegd\b|\bverbetering\b|"
    r"\bmoe(?:s)?t (?:[\w.,€]+ ){0,3}(?:zijn|worden|wezen)\b|\bin ?plaats van\b|\bipv\b|\bbij nader inzien\b|\bonjuist\b|"
    r"\bvertypt\b|\bper ongeluk\b|\bmoeten zeggen\b|\bmaak (?:er|daar|dat|het)\b(?=.*\d)"
)
_WENS = re.compile(
    r"\b(?:verander(?:en|e)?|wijzig(?:en|e)?|aanpass?en|aan te passen|corrigeer|corrigeren|verbeter(?:en)?|"
    r"bijstellen|herstel(?:len)?|"
    r"rechtzetten|pas\b.*\baan|overdoen)\b|\b(?:zet|maak)\b(?=.*\d)"
)
_ZACHT = re.compile(
    r"^(?:nee+,? (?=wacht|sorry|oeps|ho\b)|sorry|pardon|excuus|o+h? nee|ow|wacht|oep[s]+(?:ie)?|oops|ho)\b|"
    r"\btoch\b|\beigenlijk\b|\bintussen\b|\btrouwens\b|"
    r"^[a-z ]{3,25} ?[=:] ?\d"
)
_AANLOOP = re.compile(
    r"^(?:(?:nee+|neen|o+h?|ow|wacht(?: even| eens| ff| effe)?|ho|sorry|oep[s]+(?:ie)?|oops|pardon|excuus|stop|"
    r"h+m+|ja|maar|he|want)[ ,.!;:]+)+"
    r"(?=\S)"
)
_WEG = tuple(
    re.compile(patroon)
    for patroon in (
        r"\b(?:(?:dat|dit|het|er|die|iets|wat)|(?:(?:het|de|mijn|m'n|mn|uw|ons|onze) )?[a-z' ]{2,40}?) klop(?:t|te|"
        r"pen) (?:\w+ )?(?:niet|nie)(?: meer)?\b",
        r"\b(?:ik )?(?:heb|had|ben) (?:me|mij) vertypt\b(?: (?:bij|met|in))?|\bhad moeten zeggen\b|\bper ongeluk\b|\bvan\s*$|"
        r"\bmaak (?:er|daar|dat|het)\b|\btrouwens\b|[=:]|\bgekozen\b",
        rf"\b(?:(?:dat|dit|het|die) )?(?:is|was) {_FOUT}\b",
        rf"\b(?:heb|had|staat) (?:\w+ ){{0,4}}{_FOUT}(?: (?:gezegd|ingevuld|getypt|gedaan|gegeven))?\b",
        r"\b(?:ik )?(?:heb|had) (?:me|mij|mezelf) vergist\b(?: (?:bij|met|in))?|\b(?:ik )?vergiste? (?:me|"
        r"mij)\b(?: (?:bij|met|in))?",
        rf"\b{_FOUT}(?: gemaakt)?(?: (?:bij|met|van))?(?=$|[ ,;.:])|\b(?:vergissing|typo|correctie|verbetering)\b:?",
        r"\bik bedoel(?:de|t)?\b(?: (?:eigenlijk|dus|natuurlijk))?|\bbedoel(?:de|d|t)?\b",
        r"\bmoe(?:s)?t(?: (?:eigenlijk|dus|toch|gewoon|het|er))*(?: (?:zijn|worden|wezen))?\b|\b(?:zijn|worden) *$",
        r"\b(?:ik (?:wil|wou|moet|zou)|kan ik|mag ik|kunt u|kun je|wilt u|wil je)(?: graag)?\b",
        r"\b(?:verander(?:en|e)?|wijzig(?:en|e)?|aanpass?en|aan te passen|corrigeer|corrigeren|verbeter(?:en)?|"
        r"bijstellen|rechtzetten|"
        r"herstel(?:len)?|overdoen|zet|maak)\b|\bpas\b|\b(?:naar|van maken)\b",
        r"\bbij nader inzien\b|\btoch\b|\beigenlijk\b|\bintussen\b|\bik zei\b|\bhad (?:ik )?gezegd\b",
        r"(?:^|(?<=[ ,;.:]))maar\b",
    )
)
_STELT_IETS = re.compile(
    r"\d|\b(?:ben|heb|is|zijn|woon|woont|wonen|ik huur|huur een|krijg|werk|studeer|ontvang|verdien|geen|wel|ja|nee|"
    r"niet|gescheiden|"
    rf"getrouwd|alleen|{_GETALWOORD})\b"
)


@dataclass(frozen=True, slots=True)
class Correctie:
    """A sentence that takes something back, or wants to."""

    soort: Soort
    """`wens`: to change something; `terugnemen`: an answer was wrong; `zacht`: words that may as well begin an answer."""
    nieuw: str
    """What is left to read as the new answer; empty when nothing is."""
    oud: Decimal | None = None
    """The number that is said to be wrong."""
    uitdrukkelijk: bool = False
    """It is said that something said before was wrong: not just "niet 1 maar 2"."""
    in_woorden: bool = False
    """Two things are set against each other in words: "geen koophuis maar een huurhuis"."""

    @property
    def met_waarde(self) -> bool:
        """Something is said that can be a new answer."""
        return bool(self.in_woorden or _STELT_IETS.search(self.nieuw))


def lees_correctie(tekst: str) -> Correctie | None:
    """What a text takes back; None when nothing in it does."""
    kaal = " ".join(schoon(tekst).split()).rstrip(" .!")
    if not kaal or (tekst.strip().endswith("?") and not _WENS.search(kaal)):
        return None
    rest, oud = _zonder_oud(kaal)
    in_woorden = oud is None and rest != kaal
    if oud is not None or in_woorden or _UITDRUKKELIJK.search(kaal):
        soort: Soort = "terugnemen"
    elif _WENS.search(kaal):
        soort = "wens"
    elif _ZACHT.search(kaal):
        soort = "zacht"
    else:
        return None
    return Correctie(soort, _kern(rest), oud, _UITDRUKKELIJK.search(kaal) is not None, in_woorden)


def _zonder_oud(kaal: str) -> tuple[str, Decimal | None]:
    """The sentence without the value that was wrong, and that value when it is a number."""
    for patroon in _OUD:
        gevonden = patroon.search(kaal)
        if gevonden is not None:
            oud = _getal(gevonden["oud"])
            rest = " ".join(f"{kaal[: gevonden.start()]} {kaal[gevonden.end() :]}".split())
            verder, nog_een = _zonder_oud(rest) if oud is not None else (rest, None)
            return (verder if nog_een == oud else rest), oud
    in_woorden = _NIET_MAAR.search(kaal)
    if in_woorden is not None:
        return f"{kaal[: in_woorden.start()]} {in_woorden['nieuw']}", None
    return kaal, None


def _getal(tekst: str) -> Decimal | None:
    return next((deel.waarde for deel in met_getalwoorden(delen(tekst)) if isinstance(deel, Getal)), None)


def enig_getal(tekst: str) -> Decimal | None:
    """The only number in a text; None when there is none or more than one. "Een" is an article here."""
    getallen = [d for d in met_getalwoorden(delen(tekst)) if isinstance(d, Getal) and d.tekst != "een"]
    return getallen[0].waarde if len(getallen) == 1 else None


def _kern(rest: str) -> str:
    """What is said besides that it was wrong."""
    kern = _AANLOOP.sub("", rest.strip(" ,;.:"))
    for patroon in _WEG:
        kern = patroon.sub(" ", kern)
    kern = _AANLOOP.sub("", kern.strip(" ,;.:"))
    return re.sub(r"\s+(?=[,;.])", "", " ".join(kern.split())).strip(" ,;:")
