"""A request of a resident (body H of the contract): what it says, whether it may be sent, and the fields that are sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from actions.gesprek.contactknop import MEDEWERKER
from actions.gesprek.werk import Werk
from actions.nummers import noemt_bsn, noemt_iban
from actions.overdracht.deelbaar import deelbaar
from actions.overdracht.veld import Soort, Veld, inhoud, toelichting
from actions.schoon import schoon

Moment = Literal["ochtend", "middag", "geen_voorkeur"]
MOMENTEN: tuple[Moment, ...] = get_args(Moment)

NAAM_MAX = 80
ADRES_MAX = 80
"""Open Klant takes no longer telephone number or e-mail address."""
EMAIL_MAX = 254
"""RFC 5321."""
BERICHT_MAX = 500
TEKST_MAX = 1000
"""Of everything that is told beside name and address, in each of the two fields where Open Klant puts it."""

_TELEFOON = re.compile(r"0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13}")
"""As Open Klant takes it."""
_NEDERLANDS = re.compile(r"(?:\+31|0031)(?:0)?([1-9][0-9]{8})")
_EMAIL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")  # fmt: skip  # noqa: E501


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """As it came in. `id` is the client's: the same twice is one request."""

    id: str
    onderwerp: str
    naam: str | None
    telefoon: str | None
    email: str | None
    beste_moment: Moment
    bericht: str | None
    delen: tuple[str, ...]


class Ongeldig(Exception):
    """What may not be sent: (field, code of the reason, values for its words)."""

    def __init__(self, fouten: Sequence[tuple[str, str, Mapping[str, Any]]]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("; ".join(f"{veld}: {code}" for veld, code, _ in self.fouten))


def velden(werk: Werk, aanvraag: Aanvraag) -> tuple[Veld, ...]:
    """Exactly what would be sent, line by line. Raises Ongeldig with everything that is wrong."""
    fouten: list[tuple[str, str, Mapping[str, Any]]] = []
    onderwerp = onderwerp_in_woorden(werk, aanvraag.onderwerp)
    if onderwerp is None:
        fouten.append(("onderwerp", "onderwerp", {}))
    naam, bericht = (_tekst(aanvraag.naam), _tekst(aanvraag.bericht))
    fouten += _vrij("naam", naam, NAAM_MAX)
    fouten += _vrij("bericht", bericht, BERICHT_MAX)
    telefoon, email = _tekst(aanvraag.telefoon), _tekst(aanvraag.email)
    if telefoon is None and email is None:
        fouten.append(("telefoon", "niet_bereikbaar", {}))
    if telefoon is not None and (telefoon := lees_telefoon(telefoon)) is None:
        fouten.append(("telefoon", "telefoon", {}))
    if email is not None:
        fouten += _keur_email(email)
    gedeeld, fout = _gedeeld(werk, aanvraag.delen)
    fouten += fout
    uit = [
        _veld(werk, "onderwerp", onderwerp),
        _veld(werk, "naam", naam),
        _veld(werk, "telefoon", telefoon),
        _veld(werk, "email", email),
        _veld(werk, "beste_moment", _moment(werk, aanvraag.beste_moment)),
        _veld(werk, "bericht", bericht),
        *gedeeld,
    ]
    compleet = tuple(veld for veld in uit if veld is not None)
    if not fout and any(len(tekst) > TEKST_MAX for tekst in (inhoud(compleet), toelichting(compleet))):
        fouten.append(("delen", "te_veel", {}))
    if fouten:
        raise Ongeldig(fouten)
    return compleet


def lees_telefoon(getypt: str) -> str | None:
    """The number without spaces and signs, a Dutch one as it is dialled here; None when it is no number to call."""
    kaal = re.sub(r"[\s().\-/]", "", re.sub(r"\(0\)", "", getypt))
    nederlands = _NEDERLANDS.fullmatch(kaal)
    if nederlands:
        return f"0{nederlands[1]}"
    if kaal.startswith(("+31", "0031")):
        return None
    return kaal if _TELEFOON.fullmatch(kaal) and len(kaal) <= ADRES_MAX else None


def is_email(tekst: str, langste: int = EMAIL_MAX) -> bool:
    """An address as mail servers everywhere take it."""
    return len(tekst) <= langste and _EMAIL.fullmatch(tekst) is not None


def _tekst(ruw: str | None) -> str | None:
    """Cleaned; nothing is nothing."""
    return None if ruw is None else schoon(ruw) or None


def _vrij(veld: str, tekst: str | None, langste: int) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Free text: not too long, and no number that names a person."""
    if tekst is None:
        return
    if len(tekst) > langste:
        yield veld, "te_lang", {"aantal": langste}
    if noemt_bsn(tekst):
        yield veld, "bsn", {}
    if noemt_iban(tekst):
        yield veld, "iban", {}


def _keur_email(email: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    if not is_email(email, ADRES_MAX):
        yield "email", "email", {}
    elif noemt_bsn(email.partition("@")[0]):
        yield "email", "bsn", {}


def _veld(werk: Werk, soort: Soort, waarde: str | None) -> Veld | None:
    return None if waarde is None else Veld(soort, werk.tekst(f"overdracht.label.{soort}"), waarde)


def _moment(werk: Werk, moment: Moment) -> str:
    return werk.tekst(f"overdracht.moment.{moment}")


def onderwerp_in_woorden(werk: Werk, id_: str) -> str | None:
    """What a request is about, as the resident and the gemeente read it; None for what is no topic."""
    if id_ == MEDEWERKER:
        return werk.tekst("contact.onderwerp_algemeen")
    if id_ in werk.catalogus or id_ in werk.bronnen.inhoud.uitkomsten():
        return werk.regeling(id_).titel
    faq = werk.bronnen.inhoud.faqs(werk.staat.gemeente).get(id_)
    return None if faq is None else werk.render(faq.titel)


def _gedeeld(werk: Werk, delen: Sequence[str]) -> tuple[list[Veld], list[tuple[str, str, Mapping[str, Any]]]]:
    """The ticked lines, each once, in the order in which they were ticked."""
    regels = {regel.id: regel.veld for regel in deelbaar(werk)} if delen else {}
    fouten: list[tuple[str, str, Mapping[str, Any]]] = [
        (f"delen.{nr}", "niet_te_delen", {}) for nr, deel in enumerate(delen) if deel not in regels
    ]
    return [regels[deel] for deel in dict.fromkeys(delen) if deel in regels], fouten
