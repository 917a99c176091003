"""Commands of the talk: words that are one without any doubt, and what each command does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions.gesprek import (
    contact,
    contactknop,
    gebeurtenis,
    lokaal,
    loont,
    onderwerp,
    persoon,
    uitleg,
    vorig_jaar,
    wijziging,
)
from actions.gesprek import overzicht as overzicht_
from actions.gesprek.afwisselen import afwisselend
from actions.gesprek.antwoord import WEET_NIET, neem_terug, schattingen_na
from actions.gesprek.geven import neem_aan
from actions.gesprek.periodes import weet_stap_niet
from actions.gesprek.periodes_lezen import vraag_losse_maand
from actions.gesprek.rekenen import voortgang, wordt_gewijzigd
from actions.gesprek.verder import ga_verder, toon_uitkomst, volgende_ronde
from actions.gesprek.vragen import (
    VERMOGENS,
    grensvraag,
    herstel_vraag,
    stel_vraag,
    terug_tussendoor,
    uitslag_bij,
    vraag_opnieuw,
)
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.overdracht import in_gesprek
from actions.regels.afleiden import NETTO_VAN


def start(werk: Werk, regeling: str | None = None) -> None:
    """Begin the whole check, or that of one scheme. Facts given before stay."""
    catalogus = werk.catalogus
    werk.zet(scope=tuple(catalogus) if regeling not in catalogus else (regeling,))
    # One scheme begins in its own round; the whole check in the first that asks anything.
    gekozen = catalogus.get(regeling or "")
    werk.onthoud(ronde=1 if gekozen is None else gekozen.ronde, wijziging=None)
    if not vraag_losse_maand(werk):
        ga_verder(werk)


def verder(werk: Werk) -> None:
    """On to the next round; after one scheme: on to all of them; otherwise back to the open question."""
    if _in_bevestiging(werk):
        verlaat_bevestiging(werk)
        return
    if vorig_jaar.is_open(werk) and not werk.alles:
        werk.sluit_vraag()  # it comes back when all schemes are done
    if werk.staat.open_vraag is not None:
        vraag_opnieuw(werk, kort=False)
        return
    volgende = volgende_ronde(werk) if werk.staat.scope else None
    if volgende is not None:
        werk.onthoud(ronde=volgende)
        ga_verder(werk)
    else:
        start(werk)


def terug(werk: Werk) -> None:
    """Take the last answer back and ask that question again."""
    open_ = werk.staat.open_vraag
    if open_ is not None and open_.vraag.startswith("bevestig:"):
        verlaat_bevestiging(werk)
        return
    if terug_tussendoor(werk):
        return
    if gebeurtenis.terug(werk):
        if werk.staat.scope:
            ga_verder(werk)
        else:
            opnieuw_of_begin(werk)
        return
    if loont.terug(werk):
        ga_verder(werk)
        return
    if open_ is not None and grensvraag(werk, open_.vraag) is not None:
        werk.onthoud(grensvraag=None)
        stel_vraag(werk, open_.vraag)
        return
    if wijziging.laat_zitten(werk):
        ga_verder(werk)
        return
    stappen = [tuple(stap) for stap in werk.staat.extra.get("stappen", ())]
    if not stappen:
        werk.zeg("gesprek.geen_vorige")
        opnieuw_of_begin(werk)
        return
    vraag, nummer = stappen.pop()
    if vorig_jaar.is_van(vraag):
        vorig_jaar.vergeet(werk, vraag)
    elif loont.is_van(vraag):
        loont.vergeet(werk, vraag)
    else:
        geschat = schattingen_na(werk.staat.geschat, vraag, nummer)
        werk.zet(feiten=neem_terug(werk.staat.feiten, vraag, nummer, geschat), geschat=geschat)
    vast = [feit for feit in werk.staat.extra.get("niet_scherper", ()) if feit != vraag]
    werk.onthoud(stappen=stappen, niet_scherper=vast or None)
    werk.zeg("gesprek.terug")
    stel_vraag(werk, vraag, nummer)


def opnieuw(werk: Werk) -> None:
    """Begin again; asks first, because all answers go."""
    bevestig(werk, "opnieuw")


def stop(werk: Werk) -> None:
    """Stop; asks first while a check is under way."""
    open_ = werk.staat.open_vraag
    if open_ is not None and open_.vraag == "bevestig:stop":
        bevestigd(werk, "stop", True)  # said again, it is a yes: nothing is lost by it
    elif werk.staat.scope and werk.staat.open_vraag is not None and not vorig_jaar.is_open(werk):
        bevestig(werk, "stop")
    else:
        gestopt(werk)


def gestopt(werk: Werk) -> None:
    """The end for now; the outcome so far is shown unless it is on screen already."""
    if gebeurtenis.bezig(werk) is not None:
        gebeurtenis.laat_los(werk)
    loont.laat_los(werk)
    middenin = werk.staat.open_vraag is not None and not vorig_jaar.is_open(werk)
    werk.sluit_vraag()
    if middenin and werk.staat.feiten:
        toon_uitkomst(werk)
    werk.bericht(
        werk.tekst("gesprek.gestopt"),
        knoppen=[
            vaste_knop("verder" if werk.staat.scope else "start", werk.tekst("knop.toch_verder")),
            contactknop.iemand(werk),
        ],
    )


def bevestig(werk: Werk, wat: str) -> None:
    """Ask whether the resident is sure. The question that was open waits."""
    open_ = werk.staat.open_vraag
    if open_ is not None and not open_.vraag.startswith("bevestig:"):
        werk.onthoud(onderbroken=[open_.vraag, open_.nummer, werk.staat.extra.get("tussen")])
    stel_vraag(werk, f"bevestig:{wat}")


def bevestigd(werk: Werk, wat: str, ja: bool) -> None:
    """The answer to "are you sure?"."""
    if wat == ZELFDE_PERSOON and not ja:
        begin_leeg(werk, voor_wie=werk.staat.extra.get(persoon.SLEUTEL))
    elif not ja or wat == ZELFDE_PERSOON:
        verlaat_bevestiging(werk)
    elif wat == "opnieuw":
        begin_leeg(werk)
    else:
        werk.onthoud(onderbroken=None)
        gestopt(werk)


ZELFDE_PERSOON = "zelfde_persoon"
"""Asked when the talk turns to somebody else: are the answers so far about that person too?"""


def begin_leeg(werk: Werk, *, voor_wie: str | None = None) -> None:
    """All answers go; `voor_wie`: about whom the talk is then, when not about who types."""
    werk.sluit_vraag()
    blijft = {in_gesprek.ONDERWEG: werk.staat.extra.get(in_gesprek.ONDERWEG), persoon.SLEUTEL: voor_wie}
    werk.zet(feiten={}, geschat={}, scope=(), aanbod=(), extra={})
    werk.onthoud(**blijft)
    werk.bericht(werk.tekst("gesprek.opnieuw"), knoppen=beginknoppen(werk))


def _in_bevestiging(werk: Werk) -> bool:
    open_ = werk.staat.open_vraag
    return open_ is not None and open_.vraag.startswith("bevestig:")


def verlaat_bevestiging(werk: Werk) -> None:
    """Back to the question that was interrupted."""
    onderbroken = werk.staat.extra.get("onderbroken")
    werk.onthoud(onderbroken=None)
    werk.sluit_vraag()
    if onderbroken is None:
        opnieuw_of_begin(werk)
    else:
        herstel_vraag(werk, *onderbroken)


def overzicht(werk: Werk) -> None:
    overzicht_.toon(werk)
    if werk.staat.open_vraag is not None or not werk.staat.scope:
        opnieuw_of_begin(werk)


def wijzig(werk: Werk, feit: str | None = None) -> None:
    """Change an answer: which one, or ask it anew."""
    if feit is None or feit not in werk.staat.feiten or feit not in werk.bronnen.inhoud.vragen():
        werk.bericht(
            werk.tekst("gesprek.wat_wijzigen" if werk.staat.feiten else "gesprek.niets_te_wijzigen"),
            soort="overzicht",
            knoppen=overzicht_.wijzigknoppen(werk, overzicht_.feiten_in_beeld(werk)),
        )
        vraag_opnieuw(werk)
        return
    if not vorig_jaar.is_van(feit):
        wijziging.begin(werk, feit)
    werk.zeg("gesprek.u_zei", label=werk.vraag(feit).label, waarde=overzicht_.in_woorden(werk, feit))
    if vorig_jaar.is_van(feit):
        stel_vraag(werk, feit)
    else:
        wijziging.stel(werk, feit)


def waarom(werk: Werk) -> None:
    """Why the open question is asked; without one, why the outcome is what it is."""
    open_ = werk.staat.open_vraag
    if open_ is None:
        if werk.staat.scope:
            werk.zeg("gesprek.waarom_uitkomst")
            toon_uitkomst(werk, opening=False)
        else:
            werk.zeg("gesprek.waarom_begin")
            opnieuw_of_begin(werk)
        return
    uitleg.waarom_gevraagd(werk, open_)


def herhaal(werk: Werk) -> None:
    if werk.staat.open_vraag is not None:
        vraag_opnieuw(werk, kort=False)
    else:
        opnieuw_of_begin(werk)


def weet_niet(werk: Werk) -> None:
    """The resident does not know. A fact with a limit is first asked by its limit; then it is final."""
    open_ = werk.staat.open_vraag
    if open_ is None:
        werk.zeg("gesprek.weet_niet_los")
        opnieuw_of_begin(werk)
        return
    if open_.vraag.startswith("bevestig:"):
        verlaat_bevestiging(werk)
        return
    grenzen = uitslag_bij(werk, open_.vraag).grenzen(open_.vraag) if open_.vraag in VERMOGENS else ()
    if grenzen and "grensvraag" not in werk.staat.extra:
        werk.onthoud(grensvraag=str(grenzen[0]))
        stel_vraag(werk, open_.vraag)
        return
    if weet_stap_niet(werk, open_):
        return
    netto = NETTO_VAN.get(open_.vraag)
    if netto is not None and netto not in werk.staat.feiten and "tussen" not in werk.staat.extra:
        # What comes in on the account is what people do know; the year follows from it.
        neem_aan(werk, open_.vraag, open_.nummer, WEET_NIET, verder=False)
        werk.zeg("gesprek.weet_niet_netto")
        stel_vraag(werk, netto)
        return
    hoe = werk.vraag(open_.vraag).hoe_vinden
    werk.bericht(
        werk.tekst("gesprek.weet_niet")
        if hoe is None
        else werk.tekst("gesprek.weet_niet_hoe", hoe=werk.render(hoe))
    )
    if isinstance(werk.staat.feiten.get(open_.vraag), dict) and not wordt_gewijzigd(werk.staat, open_.vraag):
        # A range was known already: keep it, it may settle one scheme though not another.
        werk.onthoud(niet_scherper=[*werk.staat.extra.get("niet_scherper", ()), open_.vraag], grensvraag=None)
        werk.zet(open_vraag=None)
        ga_verder(werk)
        return
    neem_aan(werk, open_.vraag, open_.nummer, WEET_NIET)


def neem_contact(werk: Werk, onderwerp: str | None = None) -> None:
    """Who can be spoken to; then back to the question that waits. `onderwerp`: about what, when that was said."""
    contact.geef(werk, onderwerp)
    vraag_opnieuw(werk)


def hulp_dichtbij(werk: Werk) -> None:
    """Who helps nearby; then back to the question that waits."""
    if werk.lokaal.hulp_dichtbij:
        lokaal.toon_hulp(werk)
    else:
        contact.geef(werk)
    vraag_opnieuw(werk)


def opnieuw_of_begin(werk: Werk) -> None:
    """Show the open question once more, or how to begin."""
    if werk.staat.open_vraag is not None:
        vraag_opnieuw(werk)
    elif werk.staat.scope:
        toon_uitkomst(werk, opening=False)
    else:
        werk.bericht(werk.tekst("gesprek.hoe_beginnen"), knoppen=beginknoppen(werk))


def beginknoppen(werk: Werk) -> list[Knop]:
    """How a check can begin: all of it, one of the schemes most people come for, another one, or for somebody else."""
    return [
        vaste_knop("start", werk.tekst("knop.start")),
        *(_startknop(werk, id_) for id_ in werk.catalogus if id_ in _VOORAAN),
        Knop(werk.tekst("knop.andere_regeling"), {"doe": "kies_regeling"}),
        Knop(werk.tekst("verandering.knop"), {"doe": "gebeurtenissen"}),
        Knop(werk.tekst("knop.voor_ander"), {"doe": "voor_mijzelf" if werk.persoon else "voor_wie"}),
    ]


_VOORAAN = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")
"""More than a few buttons are too many on a telephone."""


def kies_regeling(werk: Werk) -> None:
    """Every scheme that can be checked by itself."""
    werk.bericht(
        werk.tekst("gesprek.kies_regeling"),
        knoppen=[_startknop(werk, id_) for id_ in werk.catalogus],
    )


def _startknop(werk: Werk, id_: str) -> Knop:
    titel = werk.regeling(id_).korte_titel
    return vaste_knop(f"start:{id_}", werk.tekst("knop.start_een", regeling=titel))


def _kort_antwoord(id_: str) -> Callable[[Werk], None]:
    def zeg(werk: Werk) -> None:
        werk.zeg(id_)
        opnieuw_of_begin(werk)

    return zeg


def _wisselend_antwoord(groep: str) -> Callable[[Werk], None]:
    def zeg(werk: Werk) -> None:
        afwisselend(werk, groep)
        opnieuw_of_begin(werk)

    return zeg


def hoe_lang(werk: Werk) -> None:
    """How long the check takes, or how many questions are left."""
    if werk.staat.scope:
        werk.zeg("gesprek.hoe_lang_nog", nog=voortgang(werk.uitslag, werk.staat).nog_ongeveer)
    else:
        werk.zeg("gesprek.hoe_lang")
    opnieuw_of_begin(werk)


def hielp(werk: Werk) -> None:
    """The answer just given helped."""
    onderwerp.beoordeel(werk, "hielp")
    werk.zeg("gesprek.hielp")
    opnieuw_of_begin(werk)


def hielp_niet(werk: Werk) -> None:
    """It did not: people can be asked."""
    onderwerp.beoordeel(werk, "hielp_niet")
    knoppen = [contactknop.iemand(werk), *lokaal.hulpknop(werk)]
    werk.bericht(werk.tekst("gesprek.hielp_niet"), knoppen=knoppen)
    opnieuw_of_begin(werk)


UITVOEREN: Mapping[str, Callable[[Werk], None]] = {
    "start": lambda werk: start(werk) if werk.staat.open_vraag is None else verder(werk),
    "verder": verder,
    "terug": terug,
    "opnieuw": opnieuw,
    "stop": stop,
    "overzicht": overzicht,
    "wijzig": wijzig,
    "waarom": waarom,
    "herhaal": herhaal,
    "hoe_lang": hoe_lang,
    "weet_niet": weet_niet,
    "medewerker": neem_contact,
    "contact": neem_contact,
    "wacht": _kort_antwoord("gesprek.neem_de_tijd"),
    "hulp_dichtbij": hulp_dichtbij,
    "begroeting": _kort_antwoord("gesprek.begroeting"),
    "bedankt": _kort_antwoord("gesprek.bedankt"),
    "frustratie": _wisselend_antwoord("gevoel.frustratie"),
    "buiten_bereik": _wisselend_antwoord("gesprek.buiten_bereik"),
    "hielp": hielp,
    "hielp_niet": hielp_niet,
}
"""What each command does, by its name."""
