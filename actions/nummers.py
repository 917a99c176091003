"""Numbers that name a person: a BSN or an IBAN in what somebody typed. One home for the talk and for handing over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from stdnum import iban
from stdnum.nl import bsn

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

_BSN_WOORD = re.compile(r"\b(bsn|burger ?service ?(nummer)?|sofi)", re.IGNORECASE)
_LANDNUMMER = re.compile(r"(?:\+|(?<!\d)00) ?\(?\d{1,3}\)?[ \-.]*(?:\(0\)[ \-.]*)?$")
_BEL_WOORD = re.compile(
    r"\b(tel|telefoon(nummer)?|mobiel(e nummer)?|gsm|(whats)?app|bel(t|len)?|bereik(en|baar))\b[^.!?\d]{0,20}$",
    re.IGNORECASE,
)


def noemt_bsn(tekst: str) -> bool:
    """Is there a BSN in it?

    One number in eleven passes the check of a BSN, a telephone number without its first nought as well. So there must be a
    second sign: the word stands with it, or the number is not written as one to call.
    """
    tekst = _gewone_cijfers(tekst)
    genoemd = _BSN_WOORD.search(tekst) is not None
    return any(
        bsn.is_valid(re.sub(r"\D", "", treffer[0]))
        and (genoemd or not _om_te_bellen(tekst[: treffer.start()]))
        for treffer in _kandidaten(tekst)
    )


def noemt_iban(tekst: str) -> bool:
    """Is there an IBAN in it, of any country?"""
    tekst = _gewone_cijfers(tekst)
    for begin in _IBAN_BEGIN.finditer(tekst):
        rest = re.match(rf"(?:[A-Za-z0-9]|{_TUSSEN})+", tekst[begin.start() :])
        assert rest is not None
        aaneen = re.sub(_TUSSEN, "", rest[0])
        # What follows the number may be glued to it ("... is mijn nummer"), so every length is tried. Of a country
        # only the form counts: its lists of banks may be old.
        if any(iban.is_valid(aaneen[:n], check_country=False) for n in _IBAN_LENGTE if n <= len(aaneen)):
            return True
    return False


def _om_te_bellen(ervoor: str) -> bool:
    """What stands before it says that it is a telephone number: the number of a country, or a word for calling."""
    return bool(_LANDNUMMER.search(ervoor) or _BEL_WOORD.search(ervoor))


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


def _kandidaten(tekst: str) -> Iterator[re.Match[str]]:
    """Nine digits in a row, or in the groups in which people write a BSN. Not any nine digits: amounts are digits too."""
    for patroon in _BSN:
        plek = 0
        while treffer := patroon.search(tekst, plek):
            yield treffer
            plek = treffer.start() + 1
