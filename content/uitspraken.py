"""Every sentence the chatbot can say, with the file and field it stands in, and what the resident sees beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content import onderwerpen
from content.gebeurtenis import Gebeurtenis, Inkomen, Kies, Vraag
from content.inhoud import Inhoud
from content.lokaal.regeling import Regelingdata
from content.lokaal.regio import Regio
from content.schema import Faq, Gedeeld, Gemeente, UitkomstTekst, Vervolg, VraagTekst
from content.taal import Soort
from content.voor_ander import TEKSTEN


@dataclass(frozen=True, slots=True)
class Uitspraak:
    bestand: str
    veld: str
    tekst: str
    """A template."""
    soort: Soort
    bij: str = ""
    """Seen together with it: a term explained there needs no second explanation."""
    namen: str = ""
    """Names somebody else gave, and which are explained beside them: a scheme, a place. An editor cannot choose other words."""


def alle(inhoud: Inhoud) -> Iterator[Uitspraak]:
    for id, tekst in inhoud.teksten().items():
        yield Uitspraak(f"teksten/{id.partition('.')[0]}.yml", id, tekst, "bubbel")
    for vraag in inhoud.vragen().values():
        yield from _vraag(vraag)
    for naam, gedeeld in inhoud.gedeeld().items():
        yield from _codes(f"uitkomsten/{naam}.yml", gedeeld, "")
    for uitkomst in inhoud.uitkomsten_eigen().values():
        yield from _uitkomst(uitkomst)
    for bestand, faq in onderwerpen.bestanden(inhoud.faqs(), inhoud.faqs_eigen()):
        yield from van_faq(bestand, faq)
    for gebeurtenis in inhoud.gebeurtenissen().values():
        yield from _gebeurtenis(gebeurtenis)
    for gemeente in inhoud.gemeenten().values():
        yield from _lokaal(f"gemeenten/{gemeente.slug}.yml", gemeente)
    for regio in inhoud.regios().values():
        yield from _lokaal(f"regios/{regio.id}.yml", regio)


def _vraag(vraag: VraagTekst) -> Iterator[Uitspraak]:
    bestand = f"vragen/{vraag.id}.yml"
    samen = f"{vraag.vraag}\n\n{vraag.hulp or ''}"
    for veld in ("vraag", "kort", "waarom", "hulp", "hoe_vinden"):
        if tekst := getattr(vraag, veld):
            yield Uitspraak(bestand, veld, tekst, "bubbel", samen)
    yield Uitspraak(bestand, "voorbeeld", vraag.voorbeeld, "voorbeeld", samen)
    yield Uitspraak(bestand, "label", vraag.label, "label", samen)
    if vraag.weergave:
        yield Uitspraak(bestand, "weergave", vraag.weergave, "label", samen)
    for nr, keuze in enumerate(vraag.keuzes, start=1):
        yield Uitspraak(bestand, f"keuzes.{nr}.label", keuze.label, "label", samen)
        if keuze.ander:
            yield Uitspraak(bestand, f"keuzes.{nr}.ander", keuze.ander, "label", samen)
    yield from _over_een_ander(bestand, vraag)


def _over_een_ander(bestand: str, vraag: VraagTekst) -> Iterator[Uitspraak]:
    """The same texts about somebody else, judged as those are."""
    ander = vraag.ander
    samen = f"{ander.vraag or vraag.vraag}\n\n{ander.hulp or vraag.hulp or ''}"
    soorten: dict[str, Soort] = {"voorbeeld": "voorbeeld", "label": "label", "weergave": "label"}
    for veld in TEKSTEN:
        if tekst := getattr(ander, veld):
            yield Uitspraak(bestand, f"ander.{veld}", tekst, soorten.get(veld, "bubbel"), samen)


def _codes(bestand: str, gedeeld: Gedeeld, bij: str) -> Iterator[Uitspraak]:
    for groep in Gedeeld.model_fields:
        for code, tekst in getattr(gedeeld, groep).items():
            yield Uitspraak(bestand, f"{groep}.{code}", tekst, "bubbel", bij)


def _uitkomst(uitkomst: UitkomstTekst) -> Iterator[Uitspraak]:
    bestand = f"uitkomsten/{uitkomst.regeling}.yml"
    yield Uitspraak(bestand, "wat", uitkomst.wat, "bubbel")
    for veld, tekst in (
        ("titel", uitkomst.titel),
        ("korte_titel", uitkomst.korte_titel),
        ("aanvragen.bij", uitkomst.aanvragen.bij),
        *((f"aanvragen.nodig.{nr}", tekst) for nr, tekst in enumerate(uitkomst.aanvragen.nodig, start=1)),
    ):
        yield Uitspraak(bestand, veld, tekst, "label", uitkomst.wat)
    yield from _codes(bestand, uitkomst, uitkomst.wat)


def van_faq(bestand: str, faq: Faq) -> Iterator[Uitspraak]:
    yield Uitspraak(bestand, "titel", faq.titel, "bubbel", faq.antwoord)
    yield Uitspraak(bestand, "antwoord", faq.antwoord, "antwoord")
    if faq.vervolg:
        yield from _vervolg(bestand, "vervolg", faq.vervolg)


def _vervolg(bestand: str, plek: str, vervolg: Vervolg) -> Iterator[Uitspraak]:
    yield Uitspraak(bestand, f"{plek}.vraag", vervolg.vraag, "bubbel")
    for nr, keuze in enumerate(vervolg.keuzes, start=1):
        hier = f"{plek}.keuzes.{nr}"
        yield Uitspraak(bestand, f"{hier}.label", keuze.label, "label", vervolg.vraag)
        yield Uitspraak(bestand, f"{hier}.antwoord", keuze.antwoord, "antwoord", keuze.label)
        if keuze.vervolg:
            yield from _vervolg(bestand, f"{hier}.vervolg", keuze.vervolg)


def _gebeurtenis(een: Gebeurtenis) -> Iterator[Uitspraak]:
    bestand = f"gebeurtenissen/{een.id}.yml"
    delen: list[tuple[str, Gebeurtenis | Vraag | Kies | Inkomen]] = [("", een)]
    delen += [
        (f"stappen.{nr}.", stap)
        for nr, stap in enumerate(een.stappen, start=1)
        if isinstance(stap, Vraag | Kies | Inkomen)
    ]
    for plek, deel in delen:
        for bron, waar in ((deel, plek), (deel.ander, f"{plek}ander.")):
            teksten = {veld: getattr(bron, veld) for veld in type(deel.ander).model_fields}
            samen = "\n\n".join(tekst for tekst in teksten.values() if tekst)
            for veld, tekst in teksten.items():
                soort: Soort = "label" if veld in ("titel", "knop") else "bubbel"
                if tekst:
                    yield Uitspraak(bestand, f"{waar}{veld}", tekst, soort, samen)


def _lokaal(bestand: str, laag: Gemeente | Regio) -> Iterator[Uitspraak]:
    for nr, hulp in enumerate(laag.hulp_dichtbij, start=1):
        for veld in ("naam", "wat", "wanneer"):
            soort: Soort = "bubbel" if veld == "wat" else "label"
            plek = f"hulp_dichtbij.{nr}.{veld}"
            yield Uitspraak(bestand, plek, getattr(hulp, veld), soort, namen=hulp.naam)
    if laag.contact is not None:
        tijden = laag.contact.openingstijden
        yield Uitspraak(bestand, "contact.openingstijden", tijden, "label", namen=laag.naam)
    if isinstance(laag, Gemeente) and laag.overdracht:
        yield Uitspraak(bestand, "overdracht.ontvanger", laag.overdracht.ontvanger, "label")
    for id, data in laag.regelingen.items():
        if data is not None:
            yield from _regeling(bestand, f"regelingen.{id}", data)


def _regeling(bestand: str, plek: str, data: Regelingdata) -> Iterator[Uitspraak]:
    namen = f"{data.titel} {data.korte_titel} {data.aanvragen.bij}"
    yield Uitspraak(bestand, f"{plek}.wat", data.wat, "bubbel")
    for veld, tekst in (
        ("titel", data.titel),
        ("korte_titel", data.korte_titel),
        ("aanvragen.bij", data.aanvragen.bij),
        *((f"aanvragen.nodig.{nr}", tekst) for nr, tekst in enumerate(data.aanvragen.nodig, start=1)),
    ):
        yield Uitspraak(bestand, f"{plek}.{veld}", tekst, "label", data.wat, namen)
    if data.aanvragen.hoe:
        yield Uitspraak(bestand, f"{plek}.aanvragen.hoe", data.aanvragen.hoe, "bubbel", data.wat, namen)
