"""What a resident typed, made safe to pass on: control characters out, and numbers that name a person refused."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from stdnum import iban
from stdnum.nl import bsn

from actions.gesprek.staat import Weigering

_ONZICHTBAAR = {"\ufeff", "\u200b", "\u2060", "\u00ad"}
_EMOJI_LIJM = "\u200d"
"""Zero width joiner: holds one emoji together."""

_TUSSEN = r"[ .,\-/_]"
_GROEPEN = [delen for n in (3, 4) for delen in product((2, 3, 4), repeat=n) if sum(delen) == 9]
_BSN = [
    re.compile(r"(?<!\d)\d{9}(?!\d)"),
    re.compile(rf"(?<!\d)\d(?:{_TUSSEN}{{1,2}}\d){{8}}(?!\d)"),
    *(
        re.compile(r"(?<!\d)" + rf"{_TUSSEN}{{1,2}}".join(rf"\d{{{n}}}" for n in delen) + r"(?!\d)")
        for delen in _GROEPEN
    ),
]
_IBAN_BEGIN = re.compile(rf"(?=([A-Za-z]{{2}}{_TUSSEN}?\d{_TUSSEN}?\d))")
_IBAN_LENGTE = range(15, 35)


def schoon(tekst: str) -> str:
    """The text without control and invisible characters, white space as single spaces."""
    netjes = unicodedata.normalize("NFC", tekst)
    zichtbaar = "".join(_zichtbaar(teken) for teken in netjes)
    return " ".join(zichtbaar.split())


def _zichtbaar(teken: str) -> str:
    if teken.isspace():
        return " "
    if teken in _ONZICHTBAAR:
        return ""
    soort = unicodedata.category(teken)
    return "" if soort in ("Cc", "Cs") or (soort == "Cf" and teken != _EMOJI_LIJM) else teken


def zonder_schuine_streep(tekst: str) -> str:
    """Without leading slashes: Rasa obeys `/restart` and the like, a resident's text is only text."""
    return tekst.lstrip("/ ")


def weigering(tekst: str, *, langste: int) -> Weigering | None:
    """Why this (clean) text may not be passed on or kept; None when it may."""
    if not tekst or not tekst.replace(_EMOJI_LIJM, "").strip():
        return "leeg"
    if len(tekst) > langste:
        return "te_lang"
    cijfers = _gewone_cijfers(tekst)
    if any(bsn.is_valid(gevonden) for gevonden in _kandidaten(cijfers)):
        return "bsn"
    if _bevat_iban(cijfers):
        return "iban"
    return None


def _gewone_cijfers(tekst: str) -> str:
    """Digits of other scripts and dashes of other lengths as the plain ones."""
    return "".join(
        str(unicodedata.digit(teken))
        if teken.isdigit()
        else "-"
        if unicodedata.category(teken) == "Pd"
        else teken
        for teken in unicodedata.normalize("NFKC", tekst)
    )


def _kandidaten(tekst: str) -> list[str]:
    """Nine digits in a row, or in the groups in which people write a BSN. Not any nine digits: amounts are digits too."""
    gevonden = []
    for patroon in _BSN:
        plek = 0
        while treffer := patroon.search(tekst, plek):
            gevonden.append(re.sub(r"\D", "", treffer[0]))
            plek = treffer.start() + 1
    return gevonden


def _bevat_iban(tekst: str) -> bool:
    for begin in _IBAN_BEGIN.finditer(tekst):
        rest = re.match(rf"(?:[A-Za-z0-9]|{_TUSSEN})+", tekst[begin.start() :])
        assert rest is not None
        aaneen = re.sub(_TUSSEN, "", rest[0])
        # What follows the number may be glued to it ("... is mijn nummer"), so every length is tried. Of a country
        # only the form counts: its lists of banks may be old.
        if any(iban.is_valid(aaneen[:n], check_country=False) for n in _IBAN_LENGTE if n <= len(aaneen)):
            return True
    return False
