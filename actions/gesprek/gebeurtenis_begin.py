"""A change in a life is told, or chosen: from words and buttons to working it out, and what can be done when that is done."""

from __future__ import annotations

from datetime import date

from actions.gesprek import contactknop, gebeurtenis, gebeurtenis_antwoord, loont, opdrachten
from actions.gesprek.begrip import Begrip
from actions.gesprek.verder import alles_tot_en_met, ga_verder, huidige_ronde, toon_uitkomst
from actions.gesprek.vragen import vraag_opnieuw
from actions.gesprek.werk import Werk, vaste_knop
from actions.lezen import Gelezen
from actions.lezen.gebeurtenis import hoor_verandering


def lijst(werk: Werk) -> None:
    """Which changes there are."""
    knoppen = [gebeurtenis.knop(werk, id_) for id_ in werk.bronnen.inhoud.gebeurtenissen()]
    werk.bericht(werk.tekst("verandering.welke"), knoppen=knoppen)


def gehoord(werk: Werk, tekst: str, begrip: Begrip) -> bool:
    """Somebody tells that something changes, or asks what would. False when the text is not that, or is about another topic."""
    verandering = hoor_verandering(tekst, werk.bronnen.vandaag())
    if verandering is None:
        return False
    nu = gebeurtenis.bezig(werk)
    if nu is not None and nu["fase"] != "klaar" and verandering.id in (None, nu["id"]):
        return False  # it is being worked out
    if verandering.id is None:
        if begrip.faq is not None:
            return False
        lijst(werk)
        vraag_opnieuw(werk)
        return True
    een = werk.bronnen.inhoud.gebeurtenis(verandering.id)
    dag = verandering.wanneer.waarde if isinstance(verandering.wanneer, Gelezen) else None
    if begrip.faq not in (None, een.faq) and dag is None:
        return False
    if not een.uitrekenen and begrip.faq is not None:
        return False
    if gebeurtenis_antwoord.neem_mee(werk, tekst, al=verandering.al is True):
        return True
    begin(
        werk,
        verandering.id,
        al=verandering.al is True or (isinstance(dag, date) and dag <= werk.bronnen.vandaag()),
        dag=dag if isinstance(dag, date) else None,
        partner=verandering.van == "partner" if een.van_wie is not None else None,
        ook=verandering.ook,
    )
    return True


def begin(
    werk: Werk,
    id_: str,
    *,
    al: bool = False,
    dag: date | None = None,
    partner: bool | None = None,
    ook: tuple[str, ...] = (),
) -> None:
    """Work this change out. First how it is now, as far as that is not known yet; what was answered is not asked again.

    `al`: it has happened already. `dag`: from when, and `partner`: is it about the partner, if that was said. `ook`: what else
    changes.
    """
    if id_ not in werk.bronnen.inhoud.gebeurtenissen():
        werk.zeg("verandering.niet_gevonden")
        opdrachten.opnieuw_of_begin(werk)
        return
    if gebeurtenis.bezig(werk) is not None:
        gebeurtenis.laat_los(werk)
    loont.laat_los(werk)
    een = gebeurtenis.tekst_van(werk, id_)
    bevestigd = werk.render(een.bevestig, al=al)
    if not een.uitrekenen:
        _kan_niet(werk, bevestigd, een.verwijst, begin=een.begin)
        return
    bezig = bool(werk.staat.scope) and werk.staat.open_vraag is not None
    meer = [] if een.faq is None else [vaste_knop(f"faq:{een.faq}", werk.tekst("verandering.lees_meer"))]
    alles_tot_en_met(werk, gebeurtenis.RONDE)
    werk.onthoud(
        gebeurtenis={
            "id": id_,
            "al": al,
            "datum": None if dag is None else dag.isoformat(),
            "fase": "nu",
            **({} if partner is None else {"partner": partner}),
            "ook": [ander for ander in ook if werk.bronnen.inhoud.gebeurtenis(ander).uitrekenen],
        },
        eerst=None,
    )
    delen = [bevestigd]
    if dag is not None:
        delen.append(werk.tekst("verandering.begrepen_dag", dag=dag))
    if huidige_ronde(werk) is not None:
        gebeurtenis.zet(werk, vraagt_nu=True)
        delen.append(werk.tekst("verandering.eerst_verder" if bezig else "verandering.eerst_nu"))
    werk.bericht(" ".join(delen), faq=een.faq, knoppen=meer)
    ga_verder(werk)


def _kan_niet(werk: Werk, bevestigd: str, verwijst: tuple[str, ...], *, begin: bool) -> None:
    knoppen = [gebeurtenis.knop(werk, id_) for id_ in verwijst]
    if begin and not werk.staat.scope:
        knoppen.append(vaste_knop("start", werk.tekst("knop.start")))
    werk.bericht(bevestigd, knoppen=[*knoppen, contactknop.iemand(werk)])
    vraag_opnieuw(werk)


def andere_dag(werk: Werk) -> None:
    """The same change from another day; the other answers about it stay."""
    if _is_klaar(werk):
        gebeurtenis.vraag_andere_dag(werk)
        ga_verder(werk)


def neem_over(werk: Werk) -> None:
    """From here on the new situation is how it is."""
    if _is_klaar(werk):
        gebeurtenis.neem_over(werk)
        werk.zeg("verandering.overgenomen")
        toon_uitkomst(werk)


def _is_klaar(werk: Werk) -> bool:
    """Is there a change that was worked out? An old button, and what can be done now, if not."""
    nu = gebeurtenis.bezig(werk)
    if nu is not None and nu["fase"] == "klaar":
        return True
    opdrachten.opnieuw_of_begin(werk)
    return False
