"""One turn of the talk, and the talk's other doors: begin, read back, overview.

Knows nothing of Rasa: text, ranking and click come in, messages go out. One transaction per turn; the same client id again
gives the stored answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from actions.contract import (
    Bericht,
    BeurtAntwoord,
    GesprekStand,
    Overzicht,
    Tussenstand,
    Voortgang,
    naar_json,
)
from actions.contract_vergelijken import Vergelijking, Werken
from actions.gesprek import (
    contact,
    contactknop,
    gebeurtenis,
    knoppen,
    kromme_beeld,
    nood,
    rust,
    tekst,
    voor_wie,
)
from actions.gesprek import overzicht as overzicht_
from actions.gesprek.begrip import Begrip, begrijp, noemt_gevaar, zonder_gevaar
from actions.gesprek.begrip import gevaar as met_het_model
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.onderwerp import GEVAAR
from actions.gesprek.ontvangen import ontvangen
from actions.gesprek.opdrachten import beginknoppen, opnieuw_of_begin
from actions.gesprek.opslag import GesprekOnbekend, Transactie
from actions.gesprek.rekenen import tussenstand, voortgang
from actions.gesprek.staat import Beurt, Gesprek, Staat, Weg, Weigering
from actions.gesprek.vragen import vraag_opnieuw
from actions.gesprek.weergave import uitkomst_model
from actions.gesprek.werk import Werk
from actions.overdracht import in_gesprek
from actions.zinnen import bewaren as zinnen
from actions.zinnen import opvangen

__all__ = ["BeurtInvoer", "GesprekOnbekend", "begin", "beurt", "overzicht", "stand"]


@dataclass(frozen=True, slots=True)
class BeurtInvoer:
    """What comes in: typed text, or a click (`keuze`), or `wijzig` (a fact to change; the same as choice "wijzig:<fact>")."""

    id: str
    """The client's id of the message; the same twice is answered once."""
    tekst: str | None
    keuze: str | None = None
    wijzig: str | None = None
    gezien: str | None = None
    """Id of the last Bericht on the resident's screen."""
    letterlijk: bool = False
    """The text began with a slash, like a command of Rasa: it is text, never a command of ours either."""
    intenties: tuple[tuple[str, float], ...] = ()
    """What Rasa makes of the text: intent and confidence."""
    weg: Weg = "rasa"
    weigering: Weigering | None = None
    """Why the text is not read at all (the gateway decides)."""
    gevaar: nood.Nood | None = None
    """What a refused text said about danger: the text stops at the gateway, the danger does not."""


def begin(bronnen: Bronnen, gemeente: str, gedeelde_computer: bool) -> tuple[str, BeurtAntwoord, datetime]:
    """Start a talk: the token, the first messages, and when the talk expires. The gemeente must exist."""
    werk = Werk(bronnen, Staat(gemeente), 0)
    werk.zeg("begin.welkom")
    werk.bericht(werk.tekst("begin.keuze", gedeeld=gedeelde_computer), knoppen=beginknoppen(werk))
    _sluit_af(werk)
    antwoord = _antwoord(werk)
    token, verloopt = bronnen.opslag.nieuw(werk.staat, naar_json(antwoord), gedeelde_computer)
    return token, antwoord, verloopt


def beurt(bronnen: Bronnen, gesprek_id: str, invoer: BeurtInvoer) -> BeurtAntwoord:
    """One turn, in one transaction. Raises GesprekOnbekend for a talk that is not (or no longer) there."""
    with bronnen.opslag.transactie(gesprek_id) as transactie:
        eerder = transactie.eerder(invoer.id)
        if eerder is not None:
            return BeurtAntwoord.model_validate(eerder.antwoord)
        eerst = transactie.gesprek.staat
        werk = Werk(bronnen, eerst, transactie.volgend_nr)
        ingekomen = _ingekomen(werk, invoer)
        rustig = _verwerk(werk, invoer)
        _vergeet_oude_sommen(werk, eerst)
        _sluit_af(werk)
        if rustig and not any(b.faq in GEVAAR for b in werk.berichten):
            in_gesprek.meld_mislukt(werk, transactie.verbinding, gesprek_id)
        ingekomen = voor_wie.zonder_naam(werk, eerst, ingekomen)
        onbegrepen = opvangen.uit_beurt(werk, eerst, invoer) if rustig else None
        if onbegrepen is not None:
            zinnen.bewaar(transactie.verbinding, eerst.gemeente, bronnen.vandaag(), onbegrepen)
        antwoord = _antwoord(werk, eerst)
        transactie.tel(bronnen.vandaag(), werk.geteld)
        transactie.bewaar(
            werk.staat,
            Beurt(
                nr=werk.nr,
                client_id=invoer.id,
                ingekomen=None if ingekomen is None else naar_json(ingekomen),
                antwoord=naar_json(antwoord),
                weg=invoer.weg,
            ),
        )
        return antwoord


def proefbeurt(bronnen: Bronnen, gemeente: str, invoer: BeurtInvoer) -> Werk:
    """What the talk would do with this as the first thing a resident types. There is no talk: nothing of it is kept."""
    werk = Werk(bronnen, Staat(gemeente), 1)
    _verwerk(werk, invoer)
    if not werk.berichten:
        opnieuw_of_begin(werk)
    return werk


def tussendoor(bronnen: Bronnen, transactie: Transactie, client_id: str, zeg: Callable[[Werk], None]) -> None:
    """A message of the bot's own accord between two turns, in the transaction of the caller; then the open question again. Who
    has not seen it can answer what is on their screen all the same."""
    eerst = transactie.gesprek.staat
    werk = Werk(bronnen, eerst, transactie.volgend_nr)
    open_ = eerst.open_vraag
    op_scherm = {eerst.extra.get("laatste"), None if open_ is None else open_.bericht}
    zeg(werk)
    vraag_opnieuw(werk)
    _sluit_af(werk)
    werk.onthoud(ook_gezien=[*eerst.extra.get("ook_gezien", ()), *(id_ for id_ in op_scherm if id_)])
    antwoord = naar_json(_antwoord(werk, eerst))
    transactie.bewaar(werk.staat, Beurt(werk.nr, client_id, None, antwoord, "direct"))


def stand(bronnen: Bronnen, gesprek_id: str) -> GesprekStand:
    """The whole talk, to go on after a reload. Raises GesprekOnbekend."""
    gesprek, werk = lees(bronnen, gesprek_id)
    berichten = []
    for een in gesprek.beurten:
        if een.ingekomen is not None:
            berichten.append(Bericht.model_validate(een.ingekomen))
        berichten += BeurtAntwoord.model_validate(een.antwoord).berichten
    open_bericht = gesprek.staat.extra.get("open_bericht")
    return GesprekStand(
        gemeente=gesprek.staat.gemeente,
        berichten=berichten,
        open_vraag=None if open_bericht is None else Bericht.model_validate(open_bericht),
        voortgang=voortgang(werk.uitslag, gesprek.staat),
        tussenstand=tussenstand(werk.uitslag, gesprek.staat),
        verloopt=gesprek.verloopt.isoformat(),
    )


def overzicht(bronnen: Bronnen, gesprek_id: str) -> Overzicht:
    """What was answered and what follows from it. Raises GesprekOnbekend."""
    return overzicht_van(lees(bronnen, gesprek_id, van_nu=True)[1])


def overzicht_van(werk: Werk) -> Overzicht:
    """What was answered, what follows from it, and the last change and curve that were shown."""
    vandaag, al, extra = werk.bronnen.vandaag(), ontvangen(werk.staat), werk.staat.extra
    werken = None if "kromme" not in extra else Werken.model_validate(extra["kromme"])
    return Overzicht(
        feiten=overzicht_.model(werk),
        uitkomsten=[
            uitkomst_model(werk.bronnen.inhoud, u, vandaag, werk.gemeente, al)
            for u in werk.uitslag.uitkomsten
        ],
        tussenstand=tussenstand(werk.uitslag, werk.staat),
        vergelijking=None
        if "vergelijking" not in extra
        else Vergelijking.model_validate(extra["vergelijking"]),
        werken=werken,
        beeld=None if werken is None else kromme_beeld.beeld(werk.tekst, werken),
    )


def lees(bronnen: Bronnen, gesprek_id: str, *, van_nu: bool = False) -> tuple[Gesprek, Werk]:
    """A talk to look at, not to go on with. `van_nu`: how it is now, also while a change is being worked out."""
    gesprek = bronnen.opslag.lees(gesprek_id)
    if gesprek is None:
        raise GesprekOnbekend
    staat = gebeurtenis.van_nu(gesprek.staat) if van_nu else gesprek.staat
    return gesprek, Werk(bronnen, staat, len(gesprek.beurten))


def _verwerk(werk: Werk, invoer: BeurtInvoer) -> bool:
    """Whether it was a turn like any other: no danger in it, nor anything else that asks for a kind word."""
    intenties = () if invoer.letterlijk else invoer.intenties
    ruw = invoer.tekst or ""
    gehoord = None if nood.is_nummer(ruw) and rust.is_bedrag(werk, ruw) else nood.kijk(ruw)
    # Looked at only where it matters: reading a text costs more than all of this.
    if noemt_gevaar(intenties) and rust.is_gewoon(werk, ruw):
        intenties = zonder_gevaar(intenties)
    gehoord = met_het_model(gehoord, intenties)
    gevaar = invoer.gevaar or nood.als_gevaar(gehoord)
    if gevaar is not None:
        rust.gevaar(werk, gevaar, ruw)
    elif invoer.weigering is not None:
        mens = [] if invoer.weigering == "leeg" else [contactknop.iemand(werk)]
        werk.bericht(werk.tekst(f"weigering.{invoer.weigering}"), soort="fout", knoppen=mens)
        opnieuw_of_begin(werk)
    elif invoer.wijzig is not None:
        knoppen.verwerk(werk, f"wijzig:{invoer.wijzig}")
    elif invoer.keuze is not None:
        knoppen.verwerk(werk, invoer.keuze)
    elif _zag_een_andere_vraag(werk, invoer.gezien):
        werk.zeg("gesprek.andere_vraag_gezien")
        vraag_opnieuw(werk, kort=False)
    else:
        begrip = begrijp(intenties, werk.bronnen.inhoud.faqs(werk.staat.gemeente))
        getypt = voor_wie.vang_op(werk, ruw, begrip)
        if getypt is not None and getypt != invoer.tekst:
            begrip = Begrip()  # what Rasa made of it was about the whole sentence
        if getypt is not None:
            getypt = rust.vang_op(werk, getypt, begrip, nood.als_zorg(gehoord))
        if getypt is not None:
            getypt = voor_wie.lees(werk, getypt)
        if getypt is not None:
            tekst.verwerk(werk, getypt, begrip, letterlijk=invoer.letterlijk)
    return gevaar is None and nood.als_zorg(gehoord) is None


def _vergeet_oude_sommen(werk: Werk, eerst: Staat) -> None:
    """A comparison and a curve of other answers than those of now are shown no more."""
    if werk.staat.feiten == eerst.feiten or gebeurtenis.in_straks(werk.staat):
        return
    if not any(b.vergelijking is not None or b.werken is not None for b in werk.berichten):
        werk.onthoud(vergelijking=None, kromme=None)


def _zag_een_andere_vraag(werk: Werk, gezien: str | None) -> bool:
    """Text typed while another question was on screen is never read as an answer to this one."""
    staat = werk.staat
    if gezien is None or staat.open_vraag is None:
        return False
    bekend = (staat.extra.get("laatste"), staat.open_vraag.bericht, *staat.extra.get("ook_gezien", ()))
    return gezien not in bekend


def _ingekomen(werk: Werk, invoer: BeurtInvoer) -> Bericht | None:
    """The resident's own message, to show again after a reload; what is refused is not kept."""
    if invoer.weigering is not None:
        return None
    woorden = invoer.tekst
    if invoer.keuze is not None or invoer.wijzig is not None:
        woorden = _label_van(werk, invoer.keuze or f"wijzig:{invoer.wijzig}")
    return Bericht(id=invoer.id, van="u", soort="tekst", tekst=woorden or "")


def _label_van(werk: Werk, keuze: str) -> str:
    """What stood on the clicked button: of a question, or one that is always there, as in a menu."""
    labels = werk.staat.extra.get("labels", {})
    vast = f"klik.{keuze.partition(':')[0]}"
    naam = vast if vast in werk.bronnen.inhoud.teksten() else "woorden.knop"
    return str(labels.get(keuze) or werk.tekst(naam))


def _sluit_af(werk: Werk) -> None:
    """Remember what is on screen now."""
    if not werk.berichten:
        opnieuw_of_begin(werk)
    werk.berichten = contactknop.een_keer(werk.berichten)
    contact.onthoud(werk)
    labels = {k.id: k.label for b in werk.berichten for k in b.keuzes or ()}
    eerder = dict(list(werk.staat.extra.get("labels", {}).items())[-MEESTE_LABELS:])
    werk.onthoud(laatste=werk.berichten[-1].id, labels={**eerder, **labels}, ook_gezien=None)


MEESTE_LABELS = 40


def _antwoord(werk: Werk, eerst: Staat | None = None) -> BeurtAntwoord:
    """The messages of a turn with how far the talk is. A turn in which nothing was answered (a question of the resident's own, a
    hint) leaves that as it was: `eerst` is the state before it."""
    merk = _merk(werk)
    vorige = werk.staat.extra.get("stand")
    if eerst is None or vorige is None or vorige["merk"] != merk or not werk.onveranderd_sinds(eerst):
        # How it will be is no running total of now.
        eerder = vorige if gebeurtenis.in_straks(werk.staat) else None
        vorige = {
            "merk": merk,
            "voortgang": naar_json(voortgang(werk.uitslag, werk.staat)),
            "tussenstand": naar_json(tussenstand(werk.uitslag, werk.staat))
            if eerder is None
            else eerder["tussenstand"],
        }
        werk.onthoud(stand=vorige)
    return BeurtAntwoord(
        berichten=werk.berichten,
        voortgang=Voortgang.model_validate(vorige["voortgang"]),
        tussenstand=Tussenstand.model_validate(vorige["tussenstand"]),
    )


def _merk(werk: Werk) -> str:
    """What else the standing rests on: the day, the rules, the amounts, and what the gemeente wrote."""
    bronnen = werk.bronnen
    gemeente = bronnen.inhoud.stempel(werk.staat.gemeente)
    return f"{bronnen.vandaag()} {bronnen.regels} {bronnen.parameters.versie} {gemeente}"
