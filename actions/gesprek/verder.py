"""What comes after an answer: the next question, the outcome so far, or the end of the check."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from actions.gesprek import contactknop, gebeurtenis, gebeurtenis_toon, lokaal, loont, voorrang, vorig_jaar
from actions.gesprek.krijgt_al import te_noemen
from actions.gesprek.ontvangen import ontvangen
from actions.gesprek.rekenen import open_vragen, tussenstand
from actions.gesprek.vragen import hervat_vraag
from actions.gesprek.weergave import aanvragen_van, uitkomst_model, zonder_herhaling
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.regels.kern import Uitslag
from actions.regels.regeling import Uitkomst


def ga_verder(werk: Werk) -> None:
    """Ask what still matters in this round; when nothing does, show the outcome and offer the next round. What the resident
    asked for by name goes before all rounds, and its outcome is shown as soon as it is there. What a change in a life wants to
    know goes before everything."""
    if gebeurtenis.vraag_zelf(werk):
        return
    if vragen := voorrang.vragen(werk):
        hervat_vraag(werk, *eerste_vraag(werk, vragen))
        return
    genoemd, ronde = voorrang.rond_af(werk), huidige_ronde(werk)
    if ronde is not None:
        if genoemd:
            voorrang.toon(werk, genoemd, werk.tekst("regeling.klaar", namen=voorrang.namen(werk, genoemd)))
        hervat_vraag(werk, *eerste_vraag(werk, _vragen(werk, ronde)))
        return
    werk.sluit_vraag()
    werk.onthoud(wijziging=None, wachtend=None)
    if gebeurtenis.situatie_bekend(werk):
        if werk.staat.open_vraag is None:
            ga_verder(werk)
    elif gebeurtenis.in_straks(werk.staat):
        gebeurtenis_toon.toon(werk)
    elif loont.ga_door(werk):
        return
    elif vorig_jaar.net_beantwoord(werk):
        vorig_jaar.vervolg(werk, slotknoppen(werk))
    else:
        toon_einde(werk)


def alles_tot_en_met(werk: Werk, ronde: int) -> None:
    """From now on every scheme is looked at, and at least these rounds are asked. What waited is let go."""
    werk.sluit_vraag()
    werk.onthoud(ronde=max(ronde, _gekozen(werk)), onderbroken=None, grensvraag=None)
    if not werk.alles:
        werk.zet(scope=tuple(werk.catalogus))


def toon_einde(werk: Werk) -> None:
    """The outcomes; and when nothing is left to ask, last year."""
    toon_uitkomst(werk)
    if volgende_ronde(werk) is None:
        vorig_jaar.na_uitkomst(werk, slotknoppen(werk))


def _gekozen(werk: Werk) -> int:
    """The last round that the resident chose to do."""
    return int(werk.staat.extra.get("ronde", 1))


def huidige_ronde(werk: Werk) -> int | None:
    """The lowest round in which something is still open, as far as the resident has chosen to go on; else None."""
    gekozen = _gekozen(werk)
    open_ = [r for r in sorted(_rondes(werk)) if _vragen(werk, r)]
    return next((r for r in open_ if r <= gekozen), None)


def volgende_ronde(werk: Werk) -> int | None:
    """The first round beyond the chosen ones with something to ask; None when the check is whole."""
    gekozen = _gekozen(werk)
    return next((r for r in sorted(_rondes(werk)) if r > gekozen and _vragen(werk, r)), None)


def _vragen(werk: Werk, ronde: int) -> tuple[tuple[str, int | None], ...]:
    """What this round still has to ask, in order."""
    return open_vragen(_van_ronde(werk, ronde), werk.staat)


def _rondes(werk: Werk) -> set[int]:
    return {werk.catalogus[id_].ronde for id_ in werk.staat.scope if id_ in werk.catalogus}


def eerste_vraag(werk: Werk, vragen: Sequence[tuple[str, int | None]]) -> tuple[str, int | None]:
    """What to ask now of these. Something easy that a later round needs goes first when it spares or eases this question."""
    vooraf = _VOORAF.get(vragen[0][0])
    return (vooraf, None) if vooraf in werk.uitslag.open_paden else vragen[0]


_VOORAF = {"inkomen_jaar": "inkomen_soort"}
"""Where an income comes from is one click. Who lives on bijstand need not name an amount after it, nor one for the partner."""


def _van_ronde(werk: Werk, ronde: int) -> Uitslag:
    catalogus = werk.catalogus
    return Uitslag(
        tuple(
            s
            for s in werk.uitslag.standen
            if s.uitkomst.regeling in catalogus and catalogus[s.uitkomst.regeling].ronde == ronde
        )
    )


def toon_uitkomst(werk: Werk, *, opening: bool = True) -> None:
    """The outcomes: total and one first step on top, then every scheme, then what can be done now."""
    uitkomsten = sorted(aan_de_beurt(werk), key=hoogste_eerst)
    vandaag = werk.bronnen.vandaag()
    al = ontvangen(werk.staat)
    modellen = zonder_herhaling(
        [uitkomst_model(werk.bronnen.inhoud, u, vandaag, werk.gemeente, al) for u in uitkomsten]
    )
    delen = [_opening(werk, uitkomsten)] if opening else []
    if werk.persoon:
        delen.append(werk.tekst("voor_wie.alles_over"))
    volgende = volgende_ronde(werk)
    if volgende is not None:
        aantal = len(_vragen(werk, volgende))
        delen.append(werk.tekst("uitkomst.volgende_ronde", aantal=aantal))
    elif werk.alles:
        delen += lokaal.slot(werk)
    werk.bericht("\n\n".join(delen), soort="uitkomst", knoppen=slotknoppen(werk), uitkomsten=modellen)


def opening(werk: Werk) -> str:
    """Total and one first step, as they stand above the outcomes."""
    return _opening(werk, sorted(aan_de_beurt(werk), key=hoogste_eerst))


def slotknoppen(werk: Werk) -> list[Knop]:
    """What can be done after outcomes."""
    volgende = volgende_ronde(werk)
    knoppen = []
    if volgende is not None:
        aantal = len(_vragen(werk, volgende))
        knoppen.append(vaste_knop("verder", werk.tekst("knop.verder", aantal=aantal)))
        knoppen.append(vaste_knop("stop", werk.tekst("knop.stoppen")))
    elif not werk.alles:
        knoppen.append(vaste_knop("verder", werk.tekst("knop.ook_de_rest")))
    return [
        *knoppen,
        vaste_knop("overzicht", werk.tekst("knop.overzicht")),
        *lokaal.hulpknop(werk),
        *([Knop(werk.tekst("knop.krijgt_al"), {"doe": "krijgt_al"})] if te_noemen(werk) else []),
        *([Knop(werk.tekst("knop.klopt_niet"), {"doe": "klopt_niet"})] if _aannames(werk) else []),
        Knop(werk.tekst("verandering.knop"), {"doe": "gebeurtenissen"}),
        Knop(werk.tekst("loont.knop"), {"doe": "loont"}),
        contactknop.knop(werk, [u.regeling for u in aan_de_beurt(werk)]),
        vaste_knop("opnieuw", werk.tekst("knop.opnieuw")),
    ]


def aan_de_beurt(werk: Werk) -> list[Uitkomst]:
    """What there is to say now. A later round that was not asked about yet has no outcome, only questions."""
    catalogus, gekozen = werk.catalogus, _gekozen(werk)
    klaar = volgende_ronde(werk) is None
    return [
        s.uitkomst
        for s in werk.uitslag.standen
        if s.uitkomst.regeling in catalogus
        and (
            catalogus[s.uitkomst.regeling].ronde <= gekozen
            or (not s.open and (klaar or s.uitkomst.recht != "onbekend"))
        )
    ]


def _aannames(werk: Werk) -> bool:
    """Something that is shown is taken for granted."""
    return any(u.voorwaarden for u in aan_de_beurt(werk))


def hoogste_eerst(u: Uitkomst) -> tuple[int, Decimal, int]:
    """What helps most first: by what it brings in a year; without an amount less to pay, then things, then help. A no that is
    nearly a yes before the others, and what nothing is known about after what waits for an answer."""
    plaats = {"waarschijnlijk_wel": 0, "onbekend": 1, "waarschijnlijk_niet": 4}[u.recht]
    if any(reden.code == "lokale_regel_onbekend" for reden in u.redenen):
        plaats = 3
    elif u.bijna:
        plaats = 2
    voorlopig = u.voorlopig.bedrag_per_maand * 12 if u.voorlopig else None
    return plaats, -(u.bedrag_per_jaar or voorlopig or Decimal(0)), _VORMEN.index(u.vorm)


_VORMEN = ("geld", "korting", "natura", "hulp")


def _opening(werk: Werk, uitkomsten: list[Uitkomst]) -> str:
    """Total and one first step."""
    wel = [u for u in uitkomsten if u.recht == "waarschijnlijk_wel"]
    open_ = [u for u in uitkomsten if u.recht == "onbekend"]
    if not wel and not open_:
        return werk.tekst("uitkomst.niets")
    al = ontvangen(werk.staat)
    nieuw = next((u for u in wel if u.regeling not in al), None)
    delen = [_totaal(werk, wel)]
    if nieuw is not None:
        delen.append(_eerste_stap(werk, nieuw))
    delen += lokaal.ook_van_de_gemeente(werk, wel)
    if wel and open_:
        delen.append(werk.tekst("uitkomst.ook_onzeker"))
    return "\n\n".join(delen)


def _totaal(werk: Werk, wel: list[Uitkomst]) -> str:
    stand = tussenstand(werk.uitslag, werk.staat)
    if not stand.aantal:
        return werk.tekst("uitkomst.wel_recht" if wel else "uitkomst.nog_niet_zeker")
    if not any(u.bedrag_per_maand for u in wel):
        return werk.tekst("uitkomst.voorlopig", som=stand.bedrag_per_maand)
    return werk.tekst(
        "uitkomst.totaal",
        som=stand.bedrag_per_maand,
        al=stand.waarvan_al_ontvangen,
        aantal=stand.aantal,
        voorbehoud=stand.onder_voorbehoud,
    )


def _eerste_stap(werk: Werk, uitkomst: Uitkomst) -> str:
    """What to apply for first, where and until when."""
    regeling = werk.regeling(uitkomst.regeling)
    aanvragen = aanvragen_van(werk.bronnen.inhoud, regeling, uitkomst, werk.gemeente)
    return werk.tekst(
        "uitkomst.eerste_stap",
        regeling=regeling.korte_titel,
        bij=aanvragen.bij,
        url=aanvragen.url,
        uiterlijk=uitkomst.uiterlijk,
    )
