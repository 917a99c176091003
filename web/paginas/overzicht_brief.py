"""The overview as a mail of plain text: what there is a right to, how much, what to do. No answers, no address of a talk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from actions.gesprek.blad import Blad
from content.inhoud import Inhoud
from web.paginas.overzicht_beeld import Indeling, Kaart, deel_in

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_TERUGBETALEN = "terugbetalen"
"""How the codes begin of what warns for having to pay back; other warnings may say what somebody answered."""


@dataclass(frozen=True, slots=True)
class Brief:
    onderwerp: str
    tekst: str
    """Paragraphs as long lines: a telephone breaks them where it wants."""


def brief(inhoud: Inhoud, gezien: Blad) -> Brief:
    woorden = _Woorden(gezien)
    blokken = [blok for blok in _blokken(woorden, gezien, deel_in(inhoud, gezien)) if blok]
    return Brief(woorden.mail("onderwerp"), "\n\n".join(blokken) + "\n")


class _Woorden:
    """Plain words, about whom the talk is about."""

    def __init__(self, gezien: Blad) -> None:
        self._gezien = gezien

    def mail(self, naam: str, **waarden: Any) -> str:
        return _plat(self._gezien.tekst(f"overzichtmail.{naam}", **waarden))

    def pagina(self, naam: str, **waarden: Any) -> str:
        return _plat(self._gezien.tekst(f"overzichtpagina.{naam}", **waarden))


def _blokken(w: _Woorden, gezien: Blad, delen: Indeling) -> Iterator[str]:
    gemeente = gezien.gemeente
    yield w.mail("gevraagd")
    yield w.mail("niet_u")
    yield "" if gemeente.bestaat else w.mail("nep")
    yield w.mail("gemaakt", dag=gezien.gemaakt)
    yield _totaal(w, gezien, delen)
    yield gezien.over
    if gezien.nog_vragen or not gezien.alles:
        yield w.pagina("nog_vragen" if gezien.nog_vragen else "alleen_deel")
    if delen.wel:
        yield _kop(w.pagina("wel"))
        for dag, namen in delen.binnenkort.items():
            yield w.pagina("binnenkort", dag=dag, namen=namen)
        for kaart in delen.wel:
            yield _regels(_regeling(w, kaart))
    if delen.al:
        yield _kop(w.pagina("al"))
        yield _lijst(f"{k.u.titel}: {k.bedrag}" if k.bedrag else k.u.titel for k in delen.al)
    if delen.onbekend:
        yield _kop(w.pagina("onbekend"))
        yield _lijst(k.u.titel for k in delen.onbekend)
    if delen.navragen or delen.regels_onbekend:
        yield _kop(w.pagina("vragen"))
        yield w.mail("navragen")
        yield _lijst(dict.fromkeys((*(een.titel for een in delen.navragen), *delen.regels_onbekend)))
    if gezien.hulp:
        yield _kop(w.pagina("hulp"))
        for plek in gezien.hulp:
            waar = f"{w.pagina('hulp_waar')} {plek.waar}", f"{w.pagina('hulp_wanneer')} {plek.wanneer}"
            bereik = (een for een in (plek.telefoon, plek.website) if een)
            yield _regels((plek.naam, plek.wat, *waar, *map(str, bereik)))
    yield w.mail("antwoord_niet")
    yield _regels(
        (gemeente.naam, gemeente.contact.telefoon, gemeente.contact.adres, gemeente.contact.website)
    )


def _totaal(w: _Woorden, gezien: Blad, delen: Indeling) -> str:
    if not (delen.wel or delen.al or delen.onbekend or delen.navragen or delen.regels_onbekend):
        return w.mail("niets")
    stand = gezien.overzicht.tussenstand
    if not stand.aantal or not any(k.u.bedrag_per_maand for k in (*delen.wel, *delen.al)):
        return ""
    totaal = gezien.tekst(
        "uitkomst.totaal",
        som=stand.bedrag_per_maand,
        al=stand.waarvan_al_ontvangen,
        aantal=stand.aantal,
        voorbehoud=stand.onder_voorbehoud,
    )
    return _plat(totaal)


def _regeling(w: _Woorden, kaart: Kaart) -> Iterator[str]:
    aanvragen = kaart.u.aanvragen
    yield f"{kaart.u.titel}: {kaart.bedrag}" if kaart.bedrag else kaart.u.titel
    yield " ".join(deel for deel in (kaart.heel_jaar, kaart.marge) if deel)
    yield kaart.u.wat
    if kaart.twijfel:
        yield w.mail("twijfel")
    yield from (_plat(r.tekst) for r in kaart.u.let_op if r.code.startswith(_TERUGBETALEN))
    waar = w.pagina("aanvragen_bij", bij=aanvragen.bij)
    yield f"{waar}: {aanvragen.url}" if aanvragen.url else f"{waar}."
    if aanvragen.uiterlijk:
        yield w.pagina("tot_wanneer", dag=aanvragen.uiterlijk)
    yield _plat(aanvragen.hoe or "")
    if aanvragen.nodig:
        yield f"{w.pagina('nodig')} {', '.join(aanvragen.nodig)}."
    if aanvragen.telefoon:
        yield f"{w.pagina('bel')} {aanvragen.telefoon}"


def _kop(tekst: str) -> str:
    """Stands out in plain text, and is read out as words."""
    return tekst.upper()


def _regels(regels: Iterable[str]) -> str:
    return "\n".join(regel for regel in regels if regel)


def _lijst(namen: Iterable[str]) -> str:
    return "\n".join(f"- {naam}" for naam in namen)


def _plat(tekst: str) -> str:
    """Without the marks of Markdown; of a link to elsewhere its address."""

    def link(gevonden: re.Match[str]) -> str:
        label, naar = gevonden[1], gevonden[2]
        return f"{label}: {naar}" if naar.startswith("https:") and label not in naar else label

    return _LINK.sub(link, tekst).replace("**", "").strip()
