"""What a typed text means: parse first, look at the intents second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from actions.contract import Invoer
from actions.gesprek import (
    faq,
    gebeurtenis_begin,
    gebeurtenis_dag,
    gebeurtenis_woorden,
    loont,
    loont_begin,
    loont_lezen,
    niet_begrepen,
    ook,
    opdrachten,
    opvang,
    periodes_lezen,
    regelingvraag,
    uitleg,
    veranderen,
)
from actions.gesprek.antwoord import WEET_NIET, als_json
from actions.gesprek.begrip import Begrip
from actions.gesprek.geven import neem_aan
from actions.gesprek.opdracht_lezen import exact, zonder_schijn
from actions.gesprek.staat import OpenVraag
from actions.gesprek.verder import volgende_ronde
from actions.gesprek.vragen import (
    KIND_IN_OPVANG,
    definitie_van,
    grensantwoord,
    grensvraag,
    kinderen_voor_opvang,
    samenhang,
    vorm_van,
    vraag_opnieuw,
    vraag_tussendoor,
)
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.lezen import Dubbelzinnig, Gelezen, NietGelezen, Vraagvorm, is_van_iets_anders, lees, lees_kind
from actions.lezen.woorden import schoon
from content.opmaak import euro

_CENT = Decimal("0.01")
_CIJFERS = re.compile(r"[^0-9,]")
_PER = "euro_per_"
_VANDAAG = "vermogen_nu"
_HETZELFDE = re.compile(
    r"(?:ja,? |nog |nog steeds |ongeveer |dat is )*(?:het ?zelfde|dezelfde|zelfde|gelijk|evenveel|niet veranderd|geen verschil)"
    r"(?: als (?:toen|eerst|in januari|op 1 januari)| gebleven| bedrag)?"
)
_HELE_ZIN = 4
"""From so many words a sentence that is clearly a question of the resident's own is no half-read answer."""
_TOE_TE_LATEN_VREEMD = 1
"""One strange word may stand in an answer; with more it may be something else."""


def verwerk(werk: Werk, tekst: str, begrip: Begrip, *, letterlijk: bool = False) -> None:
    """One typed message. `letterlijk`: it can only be an answer, not a command."""
    begrip = zonder_schijn(begrip, tekst)
    if not letterlijk and uitleg.beantwoord(werk, tekst, onderwerp=begrip.faq is not None):
        return
    opdracht = None if letterlijk else exact(tekst)
    if opdracht is not None and opdracht != "wijzig":
        opdrachten.UITVOEREN[opdracht](werk)
        return
    if not letterlijk and (regelingvraag.vooraf(werk, tekst, begrip) or faq.vervolg_getypt(werk, tekst)):
        return
    if not letterlijk and loont_begin.vooraf(werk, tekst, begrip):
        return
    if not letterlijk and not loont.is_open(werk) and gebeurtenis_begin.gehoord(werk, tekst, begrip):
        return
    over = tekst if letterlijk else veranderen.verwerk(werk, tekst)
    if over is None:
        return
    if opdracht is not None:
        opdrachten.wijzig(werk)
        return
    tekst = over
    open_ = werk.staat.open_vraag
    if open_ is None:
        if not ook.begin(werk, tekst, begrip) and not regelingvraag.alleen_naam(werk, tekst, begrip):
            _zonder_vraag(werk, tekst, begrip)
        return
    if open_.vraag == gebeurtenis_woorden.DAG and gebeurtenis_dag.antwoord(werk, open_, tekst, begrip):
        return
    if loont.is_van(open_.vraag) and loont_lezen.antwoord(werk, open_, tekst, begrip):
        return
    over = ook.bij_antwoord(werk, open_, tekst, begrip)
    if over is None:
        return
    tekst = over  # what was told besides the answer is cut off
    eigen_vraag = begrip.faq is not None and len(tekst.split()) >= _HELE_ZIN
    vorm = vorm_van(werk, open_.vraag, open_.nummer)
    if not eigen_vraag and is_van_iets_anders(vorm, tekst):
        _niet_hiervan(werk, open_, tekst, begrip)
        return
    if periodes_lezen.antwoord(werk, open_, tekst, over_iets_anders=eigen_vraag):
        return
    if not eigen_vraag and periodes_lezen.begin_delen(werk, open_, tekst):
        return
    if opvang.antwoord(werk, open_, tekst):
        return
    if open_.vraag == _VANDAAG and _HETZELFDE.fullmatch(schoon(tekst).strip(" .!")):
        # Asked only when what was said of January lies around a limit: then that is what to ask.
        opdrachten.weet_niet(werk)
        return
    gelezen = lees(vorm, opvang.uurprijs(open_.vraag, tekst))
    if open_.vraag == KIND_IN_OPVANG and not (isinstance(gelezen, Gelezen) and gelezen.waarde == WEET_NIET):
        gelezen = lees_kind(tekst, kinderen_voor_opvang(werk, open_.nummer))
    if isinstance(gelezen, NietGelezen) and vorm.soort == "aantal":
        gelezen = _nee_is_nul(open_, tekst, begrip) or _ja_is_een(vorm, open_, tekst) or gelezen
    if isinstance(gelezen, Gelezen):
        if _gaat_over_iets_anders(gelezen, begrip):
            _begrepen(werk, begrip, open_)
        else:
            _neem(werk, open_, vorm, gelezen.waarde, tekst)
    elif isinstance(gelezen, Dubbelzinnig) and not (begrip.faq and len(tekst.split()) >= _HELE_ZIN):
        _kies_lezing(werk, open_, gelezen, tekst)
    elif regelingvraag.alleen_naam(werk, tekst, begrip):
        pass
    elif begrip.iets_anders:
        _begrepen(werk, begrip, open_)
    else:
        reden = gelezen if isinstance(gelezen, NietGelezen) else NietGelezen("geen_antwoord")
        niet_begrepen.bij_vraag(werk, open_, tekst, reden, begrip)


def _niet_hiervan(werk: Werk, open_: OpenVraag, tekst: str, begrip: Begrip) -> None:
    """An amount of something else. Where that was taken in as what it is, the question only comes back."""
    if werk.berichten:
        vraag_opnieuw(werk)
    else:
        niet_begrepen.bij_vraag(werk, open_, tekst, NietGelezen("iets_anders"), begrip)


def _gaat_over_iets_anders(gelezen: Gelezen, begrip: Begrip) -> bool:
    """There is an answer in it, but with too many strange words, and the sentence is clearly about something else."""
    if begrip.opdracht == "frustratie":
        return gelezen.vreemd > 0  # "ik snap er niks van" is no zero
    return gelezen.vreemd > _TOE_TE_LATEN_VREEMD and (
        begrip.faq is not None or begrip.opdracht in _LOSSE_OPDRACHTEN
    )


_LOSSE_OPDRACHTEN = frozenset({"waarom", "stop", "opnieuw", "terug", "wijzig", "overzicht"})
"""Commands that can stand in a longer sentence and are never part of an answer."""


def _nee_is_nul(open_: OpenVraag, tekst: str, begrip: Begrip) -> Gelezen | None:
    """To "how many others live with you?" a plain "nee" means nobody."""
    woorden = tekst.lower().replace(",", " ").split()
    nee = bool(woorden) and woorden[0] in _NEE
    niemand_anders = open_.vraag == "medebewoners" and " ".join(woorden[:2]) in _ALLEEN_WIJ
    return Gelezen(0, 0) if begrip.faq is None and (nee or niemand_anders) else None


def _ja_is_een(vorm: Vraagvorm, open_: OpenVraag, tekst: str) -> Gelezen | None:
    """To "does your child go to childcare?" a plain "ja" means that one child."""
    if open_.vraag != "opvang" or vorm.maximum != 1:
        return None
    gelezen = lees(Vraagvorm("ja_nee"), tekst)
    ja = isinstance(gelezen, Gelezen) and gelezen.waarde is True and not gelezen.vreemd
    return Gelezen(1, 0) if ja else None


_ALLEEN_WIJ = frozenset(
    {"alleen ik", "ik alleen", "alleen wij", "alleen we", "wij tweeën", "wij tweeen", "wij samen"}
)
_ALLES = frozenset({"alles", "alles graag", "gewoon alles", "allemaal", "alle regelingen", "alle toeslagen"})
""" "Waar wilt u mee beginnen?" """
_NEE = frozenset({"nee", "neen", "niemand", "geen", "nope"})


def _zonder_vraag(werk: Werk, tekst: str, begrip: Begrip) -> None:
    if not werk.staat.scope and schoon(tekst).strip(" .!") in _ALLES:
        opdrachten.start(werk)
    elif begrip.faq is not None:
        faq.beantwoord(werk, begrip.faq)
    elif begrip.opdracht in ("ja", "start") and not werk.staat.scope:
        if begrip.opdracht == "start":
            # Told as a need ("ik kom niet rond"): a question of ours alone would pass it by.
            werk.zeg("gesprek.ik_kijk")
        opdrachten.start(werk)
    elif begrip.opdracht == "ja" and volgende_ronde(werk) is not None:
        opdrachten.verder(werk)
    elif begrip.opdracht == "nee" and werk.staat.scope:
        opdrachten.gestopt(werk)
    elif begrip.opdracht is not None and begrip.opdracht in opdrachten.UITVOEREN:
        opdrachten.UITVOEREN[begrip.opdracht](werk)
    else:
        niet_begrepen.los(werk, begrip, _hoe_verder(werk))


def _hoe_verder(werk: Werk) -> list[Knop]:
    """What can be done now that no question waits: begin, or go on with the check."""
    if not werk.staat.scope:
        return opdrachten.beginknoppen(werk)
    verder = [vaste_knop("verder", werk.tekst("knop.toch_verder"))] if volgende_ronde(werk) else []
    return [*verder, vaste_knop("overzicht", werk.tekst("knop.overzicht"))]


def _begrepen(werk: Werk, begrip: Begrip, open_: OpenVraag) -> None:
    """Something else than an answer, said while a question is open."""
    if begrip.faq is not None:
        faq.beantwoord(werk, begrip.faq)
    elif begrip.opdracht in opdrachten.UITVOEREN and begrip.opdracht is not None:
        opdrachten.UITVOEREN[begrip.opdracht](werk)
    else:
        vraag_opnieuw(werk, mislukt=open_.mislukt)


def _neem(werk: Werk, open_: OpenVraag, vorm: Vraagvorm, waarde: object, tekst: str) -> None:
    if open_.vraag.startswith("bevestig:"):
        ja = waarde is True
        opdrachten.bevestigd(werk, open_.vraag.removeprefix("bevestig:"), ja)
        return
    if waarde == WEET_NIET:
        opdrachten.weet_niet(werk)
        return
    grens = grensvraag(werk, open_.vraag)
    if grens is not None and isinstance(waarde, bool):
        gegeven = grensantwoord(open_.vraag, grens, ja=waarde)
        neem_aan(werk, open_.vraag, open_.nummer, gegeven["waarde"])
        return
    if isinstance(waarde, Decimal) and waarde != waarde.quantize(_CENT):
        waarde = waarde.quantize(_CENT)
    if isinstance(waarde, Decimal) and periodes_lezen.begin_straks(werk, open_, waarde):
        return
    if isinstance(waarde, Decimal) and periodes_lezen.begin_netto_maand(werk, open_, waarde):
        return
    if isinstance(waarde, tuple) and vorm.soort == "keuzes":
        _echo_keuzes(werk, open_, waarde, tekst)
    elif waarde == 0 and not tekst.strip().isdigit() and vorm.soort == "aantal":
        werk.zeg("gesprek.genoteerd", waarde=werk.tekst("woorden.geen"))
    elif definitie_van(open_.vraag).type == "keuze":
        _echo_keuze(werk, open_, waarde, tekst)
    elif isinstance(waarde, Decimal) and str(waarde.to_integral_value(ROUND_FLOOR)) not in _CIJFERS.sub(
        "", tekst
    ):
        werk.zeg("gesprek.genoteerd", waarde=euro(waarde))
    neem_aan(werk, open_.vraag, open_.nummer, als_json(waarde))


def _echo_keuze(werk: Werk, open_: OpenVraag, waarde: object, tekst: str) -> None:
    labels = {k.waarde: k.label for k in werk.vraag(open_.vraag).keuzes}
    label = labels.get(waarde) if isinstance(waarde, str | bool | int) else None
    if label is not None and label.lower() != tekst.strip().lower():
        werk.zeg("gesprek.genoteerd", waarde=label)


def _echo_keuzes(werk: Werk, open_: OpenVraag, waarde: Sequence[str], tekst: str) -> None:
    """What was understood of several choices, unless that is what was said."""
    woorden = werk.vraag(open_.vraag)
    labels = [str(keuze.label) for keuze in woorden.keuzes if keuze.waarde in waarde]
    if {label.lower() for label in labels} != {deel.strip().lower() for deel in tekst.split(", ")}:
        werk.zeg("gesprek.genoteerd", waarde="; ".join(labels) or werk.tekst("woorden.geen_van_deze"))


def _kies_lezing(werk: Werk, open_: OpenVraag, gelezen: Dubbelzinnig, tekst: str) -> None:
    """Can be read in more than one way: ask which, with the readings as buttons where that helps."""
    werk.onthoud(tussen=None)
    if periodes_lezen.begin(werk, open_, gelezen, tekst):
        return
    per = "jaar" if open_.vraag.endswith("_jaar") else "maand"
    knoppen = []
    for lz in gelezen.lezingen:
        nog_om_te_rekenen = periodes_lezen.begin_met_lezing(open_, lz)
        if nog_om_te_rekenen is not None:
            knoppen.append(Knop(lz.label, nog_om_te_rekenen))
        elif lz.periode in (None, per):
            waarde = als_json(lz.waarde)
            knoppen.append(Knop(lz.label, {"vraag": open_.vraag, "nummer": open_.nummer, "waarde": waarde}))
    uitleg = werk.tekst(f"dubbelzinnig.{gelezen.reden}")
    eenheid = werk.vraag(open_.vraag).invoer.eenheid or ""
    if not knoppen and gelezen.reden == "periode" and eenheid.startswith(_PER):
        uitleg = werk.tekst("gesprek.andere_periode", per=eenheid.removeprefix(_PER))
    if knoppen:
        vraag_tussendoor(werk, open_, uitleg, knoppen, invoer=_invoer_met_hulp(werk, open_, gelezen))
    else:
        niet_begrepen.uitleg_opnieuw(werk, uitleg)


def _invoer_met_hulp(werk: Werk, open_: OpenVraag, gelezen: Dubbelzinnig) -> Invoer:
    """Of two choices the help of the question says which to take ("kies het hoogste")."""
    hulp = werk.vraag(open_.vraag).hulp if gelezen.reden == "twee_keuzes" else None
    context = samenhang(werk, open_.vraag, open_.nummer)
    return Invoer(type="keuze", hulp=None if hulp is None else werk.render(hulp, **context))
