"""What the template of the overview needs: the outcomes by what a resident can do with them, with their words."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from markdown_it import MarkdownIt
from markupsafe import Markup

from actions.contract import Uitkomst
from actions.gesprek.blad import MIST, Blad
from content.inhoud import Inhoud
from content.opmaak import euro
from content.schema import Gemeente
from web.paginas import bedragen
from web.paginas.demo import telefoon_link
from web.paginas.sjablonen import inline
from web.paginas.sommen import Woorden, gewerkt, vensterwoord, vergeleken, woorden
from web.paginas.staafjes import Staaf, staafjes
from web.paginas.uitkomst_beeld import MAATWERK, TWIJFEL, stand_van

Mailstand = Literal["uit", "mag", "gedaan"]
"""Can the overview be sent by e-mail: not here, yes, or was it sent already?"""
_GEDEELD = frozenset({"naar_inhoud", "nep", "gemeente", "contact_bel", "contact_open", "contact_adres"})
"""Words that stand on every page (`content/teksten/demo.yml`)."""
_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_BINNENKORT = timedelta(days=62)
"""What must be asked for before this is named apart: it would else wait behind what brings more."""
_GENOEG_GENOEMD = 3
"""Of what a scheme still needs to know; a longer row helps nobody."""


@dataclass(frozen=True, slots=True)
class Kaart:
    """One scheme in words."""

    u: Uitkomst
    bedrag: str | None
    heel_jaar: str | None
    marge: str | None
    let_op: tuple[str, ...]
    twijfel: bool
    """Something of it is to be asked at the gemeente."""
    klopt_nog: bool
    """The resident said that it comes in, and the outcome does not say so."""
    redenen: tuple[str, ...]
    """Without those that only name a missing answer."""
    mist: tuple[str, ...]
    mist_meer: int
    """So many more are missing."""


@dataclass(frozen=True, slots=True)
class Navragen:
    """One line of what to ask the gemeente."""

    titel: str
    zinnen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indeling:
    """The outcomes by what a resident can do with them."""

    wel: tuple[Kaart, ...]
    al: tuple[Kaart, ...]
    """What comes in already."""
    onbekend: tuple[Kaart, ...]
    niet: tuple[Kaart, ...]
    binnenkort: Mapping[date, list[str]]
    """Names of what must be asked for soon, by last day."""
    navragen: tuple[Navragen, ...]
    regels_onbekend: tuple[str, ...]
    """Names of schemes whose rules are not known here at all."""


def deel_in(inhoud: Inhoud, gezien: Blad) -> Indeling:
    kaarten = [_kaart(inhoud, gezien, u) for u in gezien.overzicht.uitkomsten] if gezien.opening else []
    wel = tuple(k for k in kaarten if k.u.recht == "waarschijnlijk_wel" and not k.u.al_ontvangen)
    return Indeling(
        wel=wel,
        al=tuple(k for k in kaarten if k.u.recht == "waarschijnlijk_wel" and k.u.al_ontvangen),
        onbekend=tuple(k for k in kaarten if stand_van(k.u) == "onbekend"),
        niet=tuple(k for k in kaarten if stand_van(k.u) == "waarschijnlijk_niet"),
        binnenkort=_binnenkort(wel, gezien.gemaakt),
        navragen=tuple(_navragen(kaarten)),
        regels_onbekend=_regels_onbekend(kaarten, gezien),
    )


def gegevens(
    inhoud: Inhoud, gezien: Blad, gesprek: str, pdf: str | None, mail: Mailstand = "uit"
) -> dict[str, object]:
    """Everything the template asks for. `pdf`: address of the same as a file, where that can be made."""
    overzicht, gemeente = gezien.overzicht, gezien.gemeente
    delen = deel_in(inhoud, gezien)
    t = paginawoorden(inhoud, gemeente, gezien)
    return {
        "t": t,
        "gemeente": gemeente,
        "tel": telefoon_link(gemeente),
        "hulp": gezien.hulp,
        "gemaakt": gezien.gemaakt,
        "verloopt": gezien.verloopt,
        # Rendered with HTML switched off.
        "opening": Markup(_MARKDOWN.render(gezien.opening)),  # noqa: S704
        "over": gezien.over,
        "nog_vragen": gezien.nog_vragen,
        "alles": gezien.alles,
        "later": gezien.later,
        "wel": delen.wel,
        "al": delen.al,
        "onbekend": delen.onbekend,
        "niet": delen.niet,
        "helpt_meest": _helpt_meest(delen.onbekend),
        "binnenkort": delen.binnenkort,
        "samen": _samen(delen.wel),
        "staafjes": _per_maand(t, [*delen.al, *delen.wel]),
        "navragen": delen.navragen,
        "regels_onbekend": delen.regels_onbekend,
        "aannames": _aannames(overzicht.uitkomsten) if gezien.opening else (),
        "feiten": overzicht.feiten,
        "vergeleken": overzicht.vergelijking
        and vergeleken(inhoud, gemeente, overzicht.vergelijking, gezien.tekst),
        "gewerkt": overzicht.werken
        and gewerkt(inhoud, gemeente, overzicht.werken, overzicht.beeld, gezien.tekst),
        "agenda": f"/api/v1/gesprekken/{gesprek}/agenda",
        "pdf": pdf,
        "contact": f"/contact/{gesprek}" if gemeente.neemt_over else None,
        "mail": mail,
        "mail_adres": f"/overzicht/{gesprek}/mail",
        "m": mailwoorden(gezien),
        "verder": f"/zelfcheck/{gemeente.slug}/{gesprek}",
        # Of each form its own: the same twice is answered once.
        "nieuw_id": lambda: uuid.uuid4().hex,
    }


def paginawoorden(inhoud: Inhoud, gemeente: Gemeente | None, gezien: Blad | None) -> Woorden:
    """Words of this page, about whom the talk is about, and those that stand on every page."""
    eigen = woorden(inhoud, gemeente, None if gezien is None else gezien.tekst)

    def t(naam: str, **waarden: Any) -> Markup | str:
        if naam in _GEDEELD:
            return inline(inhoud.tekst(f"demo.{naam}", gemeente=gemeente))
        return eigen(naam, **waarden)

    return t


def mailwoorden(gezien: Blad) -> Woorden:
    """Words of `content/teksten/overzichtmail.yml`, about whom the talk is about."""
    return lambda naam, **waarden: inline(gezien.tekst(f"overzichtmail.{naam}", **waarden))


def _kaart(inhoud: Inhoud, gezien: Blad, u: Uitkomst) -> Kaart:
    woord = vensterwoord(inhoud, gezien.gemeente, gezien.tekst)
    twijfel = any(reden.code in TWIJFEL for reden in u.let_op)
    mist = tuple(_in_een_zin(label) for label in gezien.mist.get(u.regeling, ()))
    met_bedrag = not twijfel and u.recht != "waarschijnlijk_niet"
    return Kaart(
        u=u,
        bedrag=bedragen.bedrag(woord, u) if met_bedrag else None,
        heel_jaar=bedragen.heel_jaar(woord, u) if met_bedrag and u.recht == "waarschijnlijk_wel" else None,
        marge=bedragen.vul(woord, "marge", bedrag=euro(u.marge)) if met_bedrag and u.marge else None,
        let_op=tuple(r.tekst for r in u.let_op if r.code not in TWIJFEL and r.code != MAATWERK),
        twijfel=twijfel,
        klopt_nog=u.regeling in gezien.noemde and u.recht != "waarschijnlijk_wel",
        redenen=(
            *([woord("bedrag_voorlopig")] if u.voorlopig and u.recht == "onbekend" and met_bedrag else []),
            *(r.tekst for r in u.redenen if r.code not in MIST),
        ),
        mist=mist[:_GENOEG_GENOEMD],
        mist_meer=max(len(mist) - _GENOEG_GENOEMD, 0),
    )


def _in_een_zin(label: str) -> str:
    """Without the capital of a label that stands alone; an abbreviation keeps its own."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _helpt_meest(onbekend: Iterable[Kaart]) -> tuple[str, ...]:
    """The answers that most schemes wait for; none when each waits for something of its own."""
    geteld = Counter(label for kaart in onbekend for label in kaart.mist)
    return tuple(label for label, keer in geteld.most_common(_GENOEG_GENOEMD) if keer > 1)


def _binnenkort(wel: Iterable[Kaart], vandaag: date) -> dict[date, list[str]]:
    """Names by last day, soonest first."""
    gevonden: dict[date, list[str]] = {}
    for kaart in wel:
        dag = kaart.u.aanvragen.uiterlijk and date.fromisoformat(kaart.u.aanvragen.uiterlijk)
        if dag and dag <= vandaag + _BINNENKORT:
            gevonden.setdefault(dag, []).append(kaart.u.titel)
    return dict(sorted(gevonden.items()))


def _samen(wel: Iterable[Kaart]) -> dict[str, list[str]]:
    """What holds for more schemes is said once: the sentence, with their names."""
    bij: dict[str, list[str]] = {}
    for kaart in wel:
        for zin in kaart.let_op:
            bij.setdefault(zin, []).append(kaart.u.titel)
    return {zin: namen for zin, namen in bij.items() if len(namen) > 1}


def _per_maand(t: Woorden, kaarten: Iterable[Kaart]) -> Markup | None:
    """What the total per month is made of; what comes in already as an open bar."""
    return staafjes(
        str(t("staafjes")),
        [
            Staaf(
                str(t("staaf_al", titel=k.u.titel)) if k.u.al_ontvangen else k.u.titel,
                k.u.bedrag_per_maand,
                euro(k.u.bedrag_per_maand),
                open_=k.u.al_ontvangen,
            )
            for k in sorted(kaarten, key=lambda k: -(k.u.bedrag_per_maand or 0))
            if k.bedrag and k.u.bedrag_per_maand and k.u.vorm == "geld" and not k.u.tot_en_met
        ],
    )


def _navragen(kaarten: Iterable[Kaart]) -> Iterator[Navragen]:
    """What is doubtful, and what is missed by a little."""
    for k in kaarten:
        twijfel = tuple(r.tekst for r in k.u.let_op if r.code in TWIJFEL)
        if twijfel and k.u.recht != "waarschijnlijk_niet":
            yield Navragen(k.u.titel, twijfel)
        elif stand_van(k.u) == "bijna":
            yield Navragen(k.u.titel, tuple(r.tekst for r in k.u.let_op if r.code == MAATWERK) or k.redenen)


def _regels_onbekend(kaarten: Iterable[Kaart], gezien: Blad) -> tuple[str, ...]:
    """Names of schemes whose rules are not known here at all."""
    van_hier = (k.u.titel for k in kaarten if stand_van(k.u) == "navragen" and not k.twijfel)
    return tuple(dict.fromkeys((*van_hier, *(naam[:1].upper() + naam[1:] for naam in gezien.onbekend_hier))))


def _aannames(uitkomsten: Iterable[Uitkomst]) -> tuple[str, ...]:
    """What the outcomes take for granted, each once."""
    return tuple(
        dict.fromkeys(v.tekst for u in uitkomsten if u.recht != "waarschijnlijk_niet" for v in u.voorwaarden)
    )
