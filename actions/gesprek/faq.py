"""A question of the resident's own, answered in between; the open question then comes back."""

from __future__ import annotations

from collections.abc import Sequence

from actions.gesprek.opdrachten import opnieuw_of_begin
from actions.gesprek.werk import Knop, Werk, vaste_knop


def beantwoord(werk: Werk, faq_id: str) -> None:
    """The answer of a topic; then what was open."""
    inhoud = werk.bronnen.inhoud
    if faq_id not in inhoud.faqs():
        werk.zeg("gesprek.oude_knop")
        opnieuw_of_begin(werk)
        return
    faq = inhoud.faq(faq_id)
    knoppen: list[Knop] = []
    if faq.vervolg is not None:
        knoppen += [Knop(k.label, {"faq": faq_id, "pad": [i]}) for i, k in enumerate(faq.vervolg.keuzes)]
    if faq.regeling in werk.catalogus and not werk.staat.scope:
        knoppen.append(vaste_knop(f"start:{faq.regeling}", werk.tekst("knop.reken_uit")))
    knoppen += [
        vaste_knop("hielp", werk.tekst("knop.hielp")),
        vaste_knop("hielp_niet", werk.tekst("knop.hielp_niet")),
    ]
    antwoord = inhoud.faq_antwoord(faq_id, werk.gemeente, werk.bronnen.vandaag())
    vervolg = "" if faq.vervolg is None else f"\n\n{faq.vervolg.vraag}"
    werk.bericht(antwoord + vervolg, faq=faq_id, knoppen=knoppen)
    if werk.staat.open_vraag is not None:
        opnieuw_of_begin(werk)


def vervolg(werk: Werk, faq_id: str, pad: Sequence[int]) -> None:
    """A follow-up step of a topic: the answer behind a chosen branch. `pad` holds the choices made so far."""
    faqs = werk.bronnen.inhoud.faqs()
    stap = faqs[faq_id].vervolg if faq_id in faqs else None
    keuze = None
    for i in pad:
        if stap is None or i >= len(stap.keuzes):
            keuze = None
            break
        keuze = stap.keuzes[i]
        stap = keuze.vervolg
    if keuze is None:
        werk.zeg("gesprek.oude_knop")
        opnieuw_of_begin(werk)
        return
    knoppen = (
        []
        if stap is None
        else [Knop(k.label, {"faq": faq_id, "pad": [*pad, i]}) for i, k in enumerate(stap.keuzes)]
    )
    tekst = werk.render(keuze.antwoord)
    werk.bericht(tekst if stap is None else f"{tekst}\n\n{stap.vraag}", faq=faq_id, knoppen=knoppen)
    if werk.staat.open_vraag is not None:
        opnieuw_of_begin(werk)
