"""A click: one of the contract's reserved ids, or a button of ours bound to its question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from actions.gesprek import (
    faq,
    gebeurtenis_begin,
    krijgt_al,
    loont_begin,
    opdrachten,
    periodes,
    regelingvraag,
    uitleg,
    verder,
    voor_wie,
    vorig_jaar,
    wijziging,
)
from actions.gesprek.geven import neem_aan
from actions.gesprek.staat import OpenVraag
from actions.gesprek.vragen import stel_vraag
from actions.gesprek.werk import Knop, Werk
from actions.regels.feiten import FEITEN

_MET_ACHTERVOEGSEL = ("start", "faq", "vervolg", "wijzig", "contact")


def verwerk(werk: Werk, keuze: str) -> None:
    """One clicked button. An old one never answers another question."""
    soort, _, rest = keuze.partition(":")
    if rest and soort in _MET_ACHTERVOEGSEL:
        _met_achtervoegsel(werk, soort, rest)
    elif keuze in opdrachten.UITVOEREN:
        opdrachten.UITVOEREN[keuze](werk)
    else:
        _eigen_knop(werk, keuze)


def _met_achtervoegsel(werk: Werk, soort: str, rest: str) -> None:
    if soort == "faq":
        faq.beantwoord(werk, rest)
    elif soort == "vervolg":
        faq.vervolg_van_knop(werk, rest)
    elif soort == "wijzig":
        opdrachten.wijzig(werk, rest)
    elif soort == "contact":
        opdrachten.neem_contact(werk, rest)
    elif rest in werk.catalogus:
        regelingvraag.klik(werk, rest)
    else:
        werk.zeg("gesprek.regeling_nog_niet")
        opdrachten.opnieuw_of_begin(werk)


def _eigen_knop(werk: Werk, keuze: str) -> None:
    aanbod = next((a for a in werk.staat.aanbod if a.id == keuze), None)
    if aanbod is None:
        _oude_knop(werk)
        return
    betekenis = aanbod.betekenis
    if "vraag" in betekenis:
        _antwoordknop(werk, betekenis)
    elif "bevestig" in betekenis:
        open_ = werk.staat.open_vraag
        if open_ is not None and open_.vraag == f"bevestig:{betekenis['bevestig']}":
            opdrachten.bevestigd(werk, str(betekenis["bevestig"]), betekenis["waarde"] is True)
        else:
            _oude_knop(werk)
    elif betekenis.get("doe") == "gebeurtenis":
        gebeurtenis_begin.begin(werk, str(betekenis["wat"]))
    elif betekenis.get("doe") in _DOEN:
        _DOEN[str(betekenis["doe"])](werk)
    elif "krijgt_al" in betekenis:
        krijgt_al.noteer(werk, str(betekenis["krijgt_al"]))
    elif "voor_wie" in betekenis:
        voor_wie.kies(werk, str(betekenis["voor_wie"]) or None)
    elif "uitleg" in betekenis:
        uitleg.leg_uit(werk, str(betekenis["uitleg"]))
    elif "aanname" in betekenis:
        _aanname_klopt_niet(werk, str(betekenis["aanname"]))
    else:
        _oude_knop(werk)


def _antwoordknop(werk: Werk, betekenis: Any) -> None:
    open_: OpenVraag | None = werk.staat.open_vraag
    if open_ is None or (open_.vraag, open_.nummer) != (betekenis["vraag"], betekenis["nummer"]):
        _oude_knop(werk)
        return
    if "inkomen" in betekenis:
        periodes.ga_naar(werk, open_, betekenis["inkomen"])
    else:
        neem_aan(werk, open_.vraag, open_.nummer, betekenis["waarde"])


def _oude_knop(werk: Werk) -> None:
    werk.zeg("gesprek.oude_knop")
    opdrachten.opnieuw_of_begin(werk)


def klopt_niet(werk: Werk) -> None:
    """What the outcomes take for granted, each with a button "this is not so"."""
    feiten = dict.fromkeys(f for u in werk.uitslag.uitkomsten for f in u.voorwaarden)
    knoppen = [
        Knop(werk.tekst(f"aannames.{feit}"), {"aanname": feit})
        for feit in feiten
        if f"aannames.{feit}" in werk.bronnen.inhoud.teksten()
    ]
    if not knoppen:
        _oude_knop(werk)
        return
    werk.bericht(werk.tekst("gesprek.klopt_niet"), knoppen=knoppen)


def _aanname_klopt_niet(werk: Werk, feit: str) -> None:
    """An assumed fact is not so after all: from now on it is a fact like any other. What is not a yes or no is asked."""
    aangenomen = FEITEN[feit].aangenomen
    if aangenomen is None:
        _oude_knop(werk)
        return
    wijziging.begin(werk, feit)
    if isinstance(aangenomen, bool):
        neem_aan(werk, feit, None, not aangenomen)
    else:
        stel_vraag(werk, feit)


def _naar_de_uitkomst(werk: Werk) -> None:
    if vorig_jaar.is_open(werk):
        werk.sluit_vraag()  # what comes in already may have settled it; if not, it is asked again
    verder.toon_einde(werk)


_DOEN: Mapping[str, Callable[[Werk], None]] = {
    "klopt_niet": klopt_niet,
    "kies_regeling": opdrachten.kies_regeling,
    "krijgt_al": krijgt_al.vraag,
    "gebeurtenissen": gebeurtenis_begin.lijst,
    "gebeurtenis_andere_dag": gebeurtenis_begin.andere_dag,
    "gebeurtenis_neem_over": gebeurtenis_begin.neem_over,
    "loont": loont_begin.begin,
    "loont_uren": loont_begin.andere_uren,
    "loont_loon": loont_begin.ander_loon,
    "uitkomst": _naar_de_uitkomst,
    "voor_wie": voor_wie.vraag,
    "voor_mijzelf": lambda werk: voor_wie.kies(werk, None),
}
"""What a button of ours does that answers no question."""
