"""What residents type about an income that is no gross year as it stands, and their answers to the questions in between."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from actions.gesprek.antwoord import WEET_NIET
from actions.gesprek.inkomens import Gezegd, Vakantie, Wie, kan_netto, neem_delen, neem_jaar, wie_van
from actions.gesprek.periodes import (
    betekenis,
    bij_grootte,
    neem_nog,
    vraag_heel_jaar,
    vraag_nog,
    vraag_periode,
    vraag_samen,
    vraag_tot_nu,
    vraag_wat_niet,
)
from actions.gesprek.staat import OpenVraag
from actions.gesprek.vragen import stel_vraag, vraag_opnieuw
from actions.gesprek.werk import Werk
from actions.lezen import PARTNERWOORDEN, Dubbelzinnig, Gelezen, Lezing, Vraagvorm, lees
from actions.lezen.bedrag import KLEIN_JAARBEDRAG
from actions.lezen.delen import Deelbedrag, lees_delen
from actions.lezen.vorm import Periode
from actions.lezen.vulwoorden import MAANDEN, woordgroep
from actions.lezen.woorden import Woord, is_naam, schoon, teksten, tel_vreemd
from actions.lezen.woorden import delen as woorddelen
from actions.regels.feiten import FEITEN

_JAAR_MAX = FEITEN["inkomen_jaar"].maximum


def begin(werk: Werk, open_: OpenVraag, gelezen: Dubbelzinnig, tekst: str) -> bool:
    """An amount that is no gross year as it stands. False when that is not what makes the text unclear."""
    wie = wie_van(open_)
    if wie is None:
        return False
    if gelezen.reden == "bruto_netto":
        return _begin_netto(werk, open_, wie, tekst)
    vakantie = _gezegd_over_vakantie(tekst) if wie.is_inkomen else None
    periodes = [lezing.periode for lezing in gelezen.lezingen if lezing.periode is not None]
    if gelezen.reden == "inclusief" and vakantie is not None:
        periodes = periodes or bij_grootte(Decimal(gelezen.lezingen[0].waarde))
    elif gelezen.reden != "periode" or not periodes:
        return False
    gezegd = Gezegd(str(gelezen.lezingen[0].waarde), vakantie=vakantie)
    if open_.vraag == wie.netto:
        # What comes in now, holiday pay included.
        if len(periodes) > 1:
            return False
        gezegd = replace(gezegd, periode=periodes[0], netto=True, vakantie="erin")
        if not _vraag_als_jaar_volgt(werk, open_, wie, gezegd):
            neem_jaar(werk, wie, gezegd)
        return True
    vraag_periode(werk, open_, gezegd, periodes)
    return True


def begin_met_lezing(open_: OpenVraag, lezing: Lezing) -> dict[str, Any] | None:
    """What a button means that carries an amount of which a year is still to be made; None when it is no such amount."""
    wie = wie_van(open_)
    if wie is None or open_.vraag == wie.netto or lezing.periode == "jaar":
        return None
    if lezing.periode is None:
        klein = wie.is_inkomen and 0 < Decimal(lezing.waarde) < KLEIN_JAARBEDRAG
        return betekenis(open_, "periode", Gezegd(str(lezing.waarde))) if klein else None
    return betekenis(open_, "heel_jaar", Gezegd(str(lezing.waarde), periode=lezing.periode))


def begin_delen(werk: Werk, open_: OpenVraag, tekst: str) -> bool:
    """Text with an income in parts: of more sources, or so far and still to come. False when it is not such a text."""
    wie = wie_van(open_)
    if wie is None or not wie.is_inkomen or open_.vraag == wie.netto:
        return False
    delen = lees_delen(tekst, partner=wie.woord != "u")
    if delen is None:
        return False
    if [deel.tijd for deel in delen] in (["tot_nu"], ["tot_nu", "nog"]) and not (wie.vorig_jaar or wie.nieuw):
        return _begin_tot_nu(werk, open_, wie, delen)
    if len(delen) > 1 and all(deel.tijd is None and deel.keer is None for deel in delen):
        return _begin_bronnen(werk, open_, wie, delen)
    return False


def _begin_netto(werk: Werk, open_: OpenVraag, wie: Wie, tekst: str) -> bool:
    vul = PARTNERWOORDEN if wie.woord != "u" else frozenset[str]()
    vorm = Vraagvorm(
        "bedrag",
        maximum=_JAAR_MAX,
        eenheid="euro_per_jaar",
        bruto_of_netto="netto",
        vulwoorden=vul | {"netto"},
    )
    gelezen = lees(vorm, tekst)
    if not kan_netto(werk, wie):
        return False
    if isinstance(gelezen, Gelezen) and isinstance(gelezen.waarde, Decimal) and gelezen.vreemd <= 1:
        bedrag = gelezen.waarde
        periodes: list[Periode] = ["jaar"] if _noemt(tekst, "jaar") or not bedrag else ["maand", "jaar"]
    elif isinstance(gelezen, Dubbelzinnig) and gelezen.reden in ("periode", "inclusief") and gelezen.lezingen:
        bedrag = Decimal(gelezen.lezingen[0].waarde)
        gevonden: list[Periode] = [
            lezing.periode for lezing in gelezen.lezingen if lezing.periode is not None
        ]
        # What comes in on the account is said per month; the next question says it back.
        periodes = gevonden if len(gevonden) == 1 else ["maand"]
    else:
        return False
    vraag_periode(
        werk, open_, Gezegd(str(bedrag), netto=True, vakantie=_gezegd_over_vakantie(tekst)), periodes
    )
    return True


def begin_straks(werk: Werk, open_: OpenVraag, bedrag: Decimal) -> bool:
    """How an income will be after a change is asked by the month: does holiday pay come on top? False of any other amount."""
    wie = wie_van(open_)
    if wie is None or not wie.nieuw:
        return False
    vraag_heel_jaar(werk, open_, Gezegd(str(bedrag)))
    return True


def begin_netto_maand(werk: Werk, open_: OpenVraag, bedrag: Decimal) -> bool:
    """A net month of which the year is made too: then the year is asked about."""
    wie = wie_van(open_)
    if wie is None or open_.vraag != wie.netto or not bedrag:
        return False
    return _vraag_als_jaar_volgt(werk, open_, wie, Gezegd(str(bedrag), netto=True, vakantie="erin"))


def _vraag_als_jaar_volgt(werk: Werk, open_: OpenVraag, wie: Wie, gezegd: Gezegd) -> bool:
    assert wie.netto is not None
    volgt = jaar_volgt(werk, wie)
    eerder = [netto for netto in werk.staat.extra.get("los", ()) if netto != wie.netto]
    werk.onthoud(los=[*eerder, *([] if volgt else [wie.netto])] or None)
    if volgt:
        vraag_heel_jaar(werk, open_, gezegd)
    return volgt


def vraag_losse_maand(werk: Werk) -> bool:
    """A net month was said when only the month mattered; more is checked now. Ask about the year when it matters from now on."""
    for netto in werk.staat.extra.get("los", ()):
        open_ = OpenVraag("", netto)
        wie, bedrag = wie_van(open_), werk.staat.feiten.get(netto, WEET_NIET)
        if wie is not None and bedrag != WEET_NIET and jaar_volgt(werk, wie):
            gezegd = Gezegd(bedrag, netto=True, vakantie="erin")
            return _vraag_als_jaar_volgt(werk, open_, wie, gezegd)
    return False


def jaar_volgt(werk: Werk, wie: Wie) -> bool:
    """Would the year follow from a net month, and does it matter? Not when it was said, and not for who only needs the month."""
    if werk.staat.feiten.get(wie.vraag, WEET_NIET) != WEET_NIET:
        return False
    return wie.vraag in werk.staat.feiten or any(wie.vraag in stand.feiten for stand in werk.uitslag.standen)


def _begin_tot_nu(werk: Werk, open_: OpenVraag, wie: Wie, delen: Sequence[Deelbedrag]) -> bool:
    eerste, rest = delen[0], delen[1:]
    netto = any(deel.netto is True for deel in delen)
    gemengd = netto and any(deel.netto is False for deel in delen)
    if gemengd or (netto and not kan_netto(werk, wie)) or (eerste.periode and eerste.keer is None):
        return False
    gezegd = Gezegd(str(eerste.bedrag), netto=netto, tot_nu=str(eerste.bedrag * (eerste.keer or 1)))
    if rest:
        neem_nog(werk, open_, gezegd, rest[0])
    else:
        vraag_nog(werk, open_, gezegd)
    return True


def _begin_bronnen(werk: Werk, open_: OpenVraag, wie: Wie, delen: Sequence[Deelbedrag]) -> bool:
    """More than one source. Added only when all are said alike; otherwise the sum is offered, or asked for."""
    som = sum((deel.bedrag for deel in delen), Decimal(0))
    periodes: list[Periode] = list(dict.fromkeys(deel.periode for deel in delen if deel.periode is not None))
    soorten = {deel.netto for deel in delen if deel.netto is not None}
    netto = True in soorten
    if len(periodes) > 1 or len(soorten) > 1 or (netto and not kan_netto(werk, wie)):
        werk.zeg("periode.tel_op", bedragen=[deel.bedrag for deel in delen])
        stel_vraag(werk, open_.vraag, open_.nummer, kort=True, mislukt=open_.mislukt + 1)
        return True
    gezegd = Gezegd(str(som), netto=netto)
    if periodes and all(deel.periode and deel.netto == delen[0].netto for deel in delen):
        vraag_heel_jaar(werk, open_, replace(gezegd, periode=periodes[0]), delen)
        return True
    vraag_samen(werk, open_, gezegd, delen)
    return True


# --- the answers to the questions in between -------------------------------------------------------------------------

_ERIN = woordgroep("erin inclusief incl inbegrepen")
_ERBIJ = woordgroep("erbij bij exclusief excl extra apart daarnaast bovenop daarbovenop los")
_VAKANTIE = woordgroep("vakantiegeld vakantietoeslag vakantiebijslag")
_ANDERS = woordgroep(
    "veranderde veranderd verandering wisselt wisselend wisselde wisselende verschilt verschillend verschillende anders begon "
    "begonnen gestopt pas sinds eerst eerder hoger lager minder meer andere nieuwe ontslagen werkloos"
)
_HEEL_JAAR = woordgroep("heel hele altijd hetzelfde zelfde steeds gelijk elke")
_BEKEND = (
    _ERIN
    | _ERBIJ
    | _VAKANTIE
    | _ANDERS
    | _HEEL_JAAR
    | MAANDEN.keys()
    | woordgroep(
        "ja nee niet geen klopt ben op tot vanaf "
        "inkomen loon salaris uitkering baan werk jaar maand week maanden weken zit zat in al komt kwam "
        "krijg kreeg bruto netto met zonder was dit elk januari mei juni december inderdaad hoor jawel verdiende verdien"
    )
)
_WOORD_PERIODE: Mapping[str, Periode] = {
    "maand": "maand",
    "jaar": "jaar",
    "week": "week",
    "weken": "vier_weken",
}
_MEESTE_VREEMD = 3
_NUL = re.compile(r"0+")
""" "Was dat heel 2026 zo?" - "0" is no amount to go on with: it may well mean "nee"."""


def antwoord(werk: Werk, open_: OpenVraag, tekst: str, *, over_iets_anders: bool) -> bool:
    """Read a typed answer to one of these questions. False when it is not one: then it is read as usual.

    `over_iets_anders`: the sentence seems to be a question of the resident's own, so it has to be plainly an answer.
    """
    tussen = werk.staat.extra.get("tussen")
    lezing = None if tussen is None else tussen["lezing"]
    wie = wie_van(open_)
    if lezing is None or wie is None or tekst.strip().endswith("?"):
        return False
    keuzes = [Gezegd(**een) for een in lezing["gezegd"]]
    stukken = woorddelen(schoon(tekst))
    alle_woorden = teksten(stukken)
    woorden = set(alle_woorden) - {""}
    # "Ik begon op 1 mei" holds no amount.
    bedragen = any(
        not isinstance(deel, Woord) and any(c.isdigit() for c in deel.tekst) and not is_naam(alle_woorden, i)
        for i, deel in enumerate(stukken)
    )
    if lezing["stap"] in ("tot_nu", "nog", "keer"):
        return _deel(werk, open_, wie, lezing, keuzes[0], tekst)
    if _NUL.fullmatch(tekst.strip()):
        return _hint(werk, open_)
    if bedragen or tel_vreemd(stukken, _BEKEND) > (0 if over_iets_anders else _MEESTE_VREEMD):
        return False
    if lezing["stap"] in ("periode", "samen"):
        return _periode(werk, open_, keuzes, woorden)
    return _heel_jaar(werk, open_, wie, lezing, keuzes[0], tekst, woorden)


def _periode(werk: Werk, open_: OpenVraag, keuzes: Sequence[Gezegd], woorden: set[str]) -> bool:
    genoemd = {_WOORD_PERIODE[w] for w in woorden if w in _WOORD_PERIODE}
    gekozen = [keuze for keuze in keuzes if keuze.periode in genoemd]
    if not gekozen and len(keuzes) == 1 and _ja_nee(" ".join(woorden)):
        gekozen = list(keuzes)
    if len(gekozen) != 1:
        return False
    vraag_heel_jaar(werk, open_, gekozen[0])
    return True


def _heel_jaar(
    werk: Werk,
    open_: OpenVraag,
    wie: Wie,
    lezing: Mapping[str, Any],
    gezegd: Gezegd,
    tekst: str,
    woorden: set[str],
) -> bool:
    ja = _ja_nee(tekst)
    niet = woorden & {"niet", "geen"}
    erin = bool(woorden & _ERIN or {"al", "in"} <= woorden or {"zit", "in"} <= woorden)
    erbij = bool(woorden & _ERBIJ)
    if niet and (woorden & _VAKANTIE or erbij):
        erin, erbij = not erin, False
    anders = bool(woorden & _ANDERS or ("niet" in woorden and woorden & _HEEL_JAAR))
    los = lezing["stap"] == "wat_niet"
    if anders and ja is not True:
        vraag_tot_nu(werk, open_, gezegd)
    elif erin != erbij or (los and woorden & _VAKANTIE):
        neem_jaar(werk, wie, replace(gezegd, vakantie="erbij" if erbij else "erin"))
    elif "netto" in woorden and not gezegd.netto and kan_netto(werk, wie):
        vraag_heel_jaar(werk, open_, replace(gezegd, netto=True))
    elif "bruto" in woorden and gezegd.netto:
        vraag_heel_jaar(werk, open_, replace(gezegd, netto=False))
    elif los or ja is None or woorden & _VAKANTIE:
        return False
    elif ja:
        neem_jaar(werk, wie, replace(gezegd, vakantie="erbij") if lezing["vakantie"] else gezegd)
    elif lezing["vakantie"]:
        vraag_wat_niet(werk, open_, gezegd)
    else:
        vraag_tot_nu(werk, open_, gezegd)
    return True


def _ja_nee(tekst: str) -> bool | None:
    gelezen = lees(Vraagvorm("ja_nee", vulwoorden=_BEKEND), tekst)
    return gelezen.waarde if isinstance(gelezen, Gelezen) and isinstance(gelezen.waarde, bool) else None


def _deel(
    werk: Werk, open_: OpenVraag, wie: Wie, lezing: Mapping[str, Any], gezegd: Gezegd, tekst: str
) -> bool:
    """One of the parts, or both at once. A whole year straight away is read as usual; any other number belongs here."""
    if lezing["stap"] == "keer":
        keer = lees(Vraagvorm("aantal", maximum=Decimal(53), vulwoorden=_KEER), tekst)
        if isinstance(keer, Gelezen) and isinstance(keer.waarde, int):
            neem_delen(werk, wie, replace(gezegd, nog=str(Decimal(lezing["nog"]) * keer.waarde)))
            return True
    delen = lees_delen(tekst, partner=wie.woord != "u") or _los_bedrag(tekst)
    if not delen:
        return any(teken.isdigit() for teken in tekst) and not _noemt(tekst, "jaar") and _hint(werk, open_)
    soorten = {deel.netto for deel in delen if deel.netto is not None}
    if delen[0].periode == "jaar" and len(delen) == 1:
        return False
    netto = soorten.pop() if len(soorten) == 1 else gezegd.netto
    if (
        soorten
        or (netto and not kan_netto(werk, wie))
        or (lezing["stap"] != "tot_nu" and netto != gezegd.netto)
    ):
        return _hint(werk, open_)
    gezegd = replace(gezegd, netto=netto)
    if lezing["stap"] != "tot_nu":
        if len(delen) > 1 or delen[0].tijd == "tot_nu":
            return _hint(werk, open_)
        neem_nog(werk, open_, gezegd, delen[0])
        return True
    if delen[0].tijd == "nog" or [deel.tijd for deel in delen[1:]] not in ([], ["nog"]):
        return _hint(werk, open_)
    if delen[0].periode not in (None, "jaar") and delen[0].keer is None:
        return _hint(werk, open_)
    gezegd = replace(gezegd, tot_nu=str(delen[0].bedrag * (delen[0].keer or 1)))
    if len(delen) > 1:
        neem_nog(werk, open_, gezegd, delen[1])
    else:
        vraag_nog(werk, open_, gezegd)
    return True


_KEER = woordgroep("keer maal maand maanden week weken nog x")


def _los_bedrag(tekst: str) -> tuple[Deelbedrag, ...]:
    """ "Niks", and what else is an amount but no part of a sum."""
    gelezen = lees(Vraagvorm("bedrag", eenheid="euro", vulwoorden=_BEKEND | {"nog", "verwacht"}), tekst)
    if not isinstance(gelezen, Gelezen) or not isinstance(gelezen.waarde, Decimal):
        return ()
    return (Deelbedrag(gelezen.waarde, None, None, None, None),)


def _hint(werk: Werk, open_: OpenVraag) -> bool:
    werk.bericht(str(werk.staat.extra["tussen"]["voorbeeld"]))
    vraag_opnieuw(werk, mislukt=open_.mislukt + 1)
    return True


def _noemt(tekst: str, woord: str) -> bool:
    return woord in teksten(woorddelen(schoon(tekst)))


def _gezegd_over_vakantie(tekst: str) -> Vakantie | None:
    """What the amount itself was said with: "1.850 per maand inclusief vakantiegeld"."""
    woorden = set(teksten(woorddelen(schoon(tekst))))
    if not woorden & _VAKANTIE:
        return None
    if woorden & {"exclusief", "excl", "zonder"}:
        return "erbij"
    return "erin" if woorden & (_ERIN | {"met"}) else None
