"""Do code and content still know each other?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

from jinja2 import TemplateError, meta, nodes

from content import onderwerpen
from content.broncode import Broncode
from content.fouten import Fout, InhoudFout
from content.gebeurtenis import Vraag
from content.inhoud import Inhoud
from content.opmaak import Opmaker, is_sjabloon
from content.schema import Gedeeld
from content.uitspraken import Uitspraak, van_faq
from content.voor_ander import ALTIJD_OVER, NAMEN, over_een_ander, over_zichzelf

_GROEPEN = {"redenen": ("redenen",), "redenen of let_op": ("redenen", "let_op"), "stappen": ("stappen",)}

_GENUMMERD = re.compile(r"_\d+$")
"""Sentences that take turns ("frustratie_1", "frustratie_2") are named in the code without their number."""
_GEEN_FEIT = ("groep.", "verandering.", "loont.")
"""Questions for several facts at once, and those about a change in a life itself."""
_ALTIJD = frozenset(("gemeente", "datum", "bedrag", "jaar_van"))
"""Every template gets these."""

ONMISBAAR = frozenset({"crisis", "huiselijk-geweld", "medewerker"})
"""Topics that the talk counts on: by them danger is heard, and that somebody wants a person."""


def dood(inhoud: Inhoud, code: Broncode) -> Iterator[Fout]:
    """References to something that is not there: a resident would miss a text."""
    teksten = inhoud.teksten()
    for aanroep in code.teksten:
        if not (any(id.startswith(aanroep.id) for id in teksten) if aanroep.begin else aanroep.id in teksten):
            yield Fout(aanroep.plek, "", f"de tekst '{aanroep.id}' staat niet in content/teksten")
    for id in teksten:
        if (gewoon := over_zichzelf(id)) is not None and gewoon not in teksten:
            yield Fout(f"teksten/{id.partition('.')[0]}.yml", id, f"de tekst '{gewoon}' is er niet")
    uitkomsten = inhoud.uitkomsten()
    for waar, sleutel, plek in code.codes:
        for regeling in _regelingen_bij(plek, code, uitkomsten):
            tekst = uitkomsten[regeling]
            if not any(sleutel in getattr(tekst, groep) for groep in _GROEPEN[waar]):
                yield Fout(f"uitkomsten/{regeling}.yml", waar, f"er is geen tekst voor '{sleutel}' ({plek})")
    for id in inhoud.vragen():
        if code.feiten and not id.startswith(_GEEN_FEIT) and id.partition(".")[0] not in code.feiten:
            yield Fout(f"vragen/{id}.yml", "", "dit feit bestaat niet in actions/regels/feiten.py")
    for id, eigen in (*inhoud.uitkomsten_eigen().items(), *inhoud.gedeeld().items()):
        for feit in eigen.voorwaarden:
            if code.feiten and feit not in code.feiten:
                yield Fout(f"uitkomsten/{id}.yml", f"voorwaarden.{feit}", "dit feit bestaat niet")
    if code.regelingen:
        for id in uitkomsten:
            if id not in code.regelingen and ":" not in id:
                yield Fout(f"uitkomsten/{id}.yml", "", "deze regeling bestaat niet")
        for id in sorted((ONMISBAAR & code.woorden) - inhoud.faqs().keys()):
            yield Fout(
                f"faq/{id}.md",
                "",
                "zonder dit onderwerp hoort de chatbot gevaar of een vraag om hulp niet meer",
            )
        for bestand, faq in onderwerpen.bestanden(inhoud.faqs(), inhoud.faqs_eigen()):
            if faq.regeling and faq.regeling not in code.regelingen:
                yield Fout(bestand, "regeling", f"de regeling '{faq.regeling}' bestaat niet")
    yield from _gebeurtenissen(inhoud, code)
    for woord in sorted(code.woorden):
        soort, _, id = woord.partition(":")
        if soort == "faq" and id and " " not in id and id not in inhoud.faqs():
            yield Fout("faq", "", f"de code verwijst naar '{woord}', maar dat bestand is er niet")


def _gebeurtenissen(inhoud: Inhoud, code: Broncode) -> Iterator[Fout]:
    """Changes and topics that name a fact, a change or a topic that is not there."""
    bekend = inhoud.gebeurtenissen()
    for id, een in bekend.items():
        bestand = f"gebeurtenissen/{id}.yml"
        for plek, feit in een.feiten():
            if code.feiten and feit.partition(".")[0] not in code.feiten:
                yield Fout(bestand, plek, f"het feit '{feit}' bestaat niet")
        for nr, stap in enumerate(een.stappen, start=1):
            if isinstance(stap, Vraag) and stap.feit not in inhoud.vragen():
                yield Fout(bestand, f"stappen.{nr}.feit", f"er is geen bestand vragen/{stap.feit}.yml")
        for ander in een.verwijst:
            if ander not in bekend or not bekend[ander].uitrekenen:
                yield Fout(bestand, "verwijst", f"'{ander}' is geen gebeurtenis die wordt uitgerekend")
        if een.faq is not None and een.faq not in inhoud.faqs():
            yield Fout(bestand, "faq", f"er is geen onderwerp '{een.faq}'")
    for bestand, faq in onderwerpen.bestanden(inhoud.faqs(), inhoud.faqs_eigen()):
        wat = faq.gebeurtenis
        if wat is not None and (wat not in bekend or not bekend[wat].uitrekenen):
            yield Fout(bestand, "gebeurtenis", f"'{wat}' is geen gebeurtenis die wordt uitgerekend")


def _regelingen_bij(plek: str, code: Broncode, uitkomsten: Iterable[str]) -> list[str]:
    """The schemes that can say a code: those of the module's name, else those of its folder, else every scheme that is built."""
    gebouwd = [r for r in uitkomsten if r in code.regelingen and f"{r.replace('-', '_')}" in _modulen(code)]
    module = plek.rpartition("/")[2].partition(".py")[0].replace("_", "-")
    eigen = [r for r in gebouwd if module.startswith(r)]
    buren = _modulen(code, plek.rpartition("/")[0])
    return eigen or [r for r in gebouwd if r.replace("-", "_") in buren] or gebouwd


def _modulen(code: Broncode, map_: str = "actions/regels/") -> set[str]:
    """Modules of the rules, a scheme's among them by its name: actions/regels/<payer>/<scheme>.py."""
    return {
        plek.rpartition("/")[2].partition(".py")[0]
        for _, _, plek in code.codes
        if plek.startswith(map_) and plek.count("/") == 3
    }


def ongebruikt(inhoud: Inhoud, code: Broncode) -> Iterator[Fout]:
    """Texts that nothing seems to use."""
    for id in inhoud.teksten():
        id = over_zichzelf(id) or id
        groep, _, naam = id.partition(".")
        samengesteld = any(len(v) > 1 and id.startswith(v) for v in code.voorvoegsels)
        if (
            _GENUMMERD.sub("", id) not in code.woorden
            and id not in code.woorden
            and not samengesteld
            and not (groep in code.woorden and _in_script(naam, code))
        ):
            yield Fout(f"teksten/{id.partition('.')[0]}.yml", id, "deze tekst staat nergens in de code")
    gedeeld: Gedeeld
    for naam, gedeeld in (*inhoud.uitkomsten_eigen().items(), *inhoud.gedeeld().items()):
        for groep in ("redenen", "stappen", "let_op"):
            for sleutel in getattr(gedeeld, groep):
                if sleutel not in code.woorden:
                    yield Fout(
                        f"uitkomsten/{naam}.yml", f"{groep}.{sleutel}", "deze code staat nergens in de code"
                    )
    for id in code.regelingen:
        if id not in inhoud.uitkomsten():
            yield Fout(f"uitkomsten/{id}.yml", "", "voor deze regeling is er nog geen bestand")


def _in_script(naam: str, code: Broncode) -> bool:
    """By its whole name, or put together as in `bedrag_${ritme}`."""
    begin = (naam[: plek + 1] for plek, teken in enumerate(naam) if teken == "_")
    return naam in code.script or any(deel in code.script for deel in begin)


def bedragen(uitspraken: Iterable[Uitspraak], opmaker: Opmaker, vandaag: date) -> Iterator[Fout]:
    """Names of amounts in templates that do not exist or are not known today."""
    for u in uitspraken:
        if "bedrag" not in u.tekst and "jaar_van" not in u.tekst:
            continue
        boom = opmaker.ontleed(u.tekst)
        vast = {
            k.target.name: k.node.value
            for k in boom.find_all(nodes.Assign)
            if isinstance(k.target, nodes.Name) and isinstance(k.node, nodes.Const)
        }
        for oproep in boom.find_all(nodes.Call):
            doel = oproep.node
            if not isinstance(doel, nodes.Name) or doel.name not in ("bedrag", "jaar_van") or not oproep.args:
                continue
            eerste = oproep.args[0]
            naam = eerste.value if isinstance(eerste, nodes.Const) else vast.get(getattr(eerste, "name", ""))
            try:
                if isinstance(naam, str):
                    opmaker.waarde(naam, vandaag)
            except TemplateError as fout:
                yield Fout(u.bestand, u.veld, str(fout))


def waarden(inhoud: Inhoud, code: Broncode, opmaker: Opmaker) -> Iterator[Fout]:
    """Values a text wants and the code does not give: it could not be shown."""
    for aanroep in code.teksten:
        if aanroep.begin or aanroep.waarden is None:
            continue
        for id in (aanroep.id, over_een_ander(aanroep.id)):
            extra = frozenset(NAMEN if id != aanroep.id or id.startswith(ALTIJD_OVER) else ())
            sjabloon = inhoud.teksten().get(id)
            if sjabloon is None:
                continue
            mist = _wil(opmaker.ontleed(sjabloon)) - aanroep.waarden - _ALTIJD - extra
            for naam in sorted(mist):
                bestand = f"teksten/{id.partition('.')[0]}.yml"
                yield Fout(bestand, id, f"de code geeft '{naam}' niet mee ({aanroep.plek})")


def _wil(boom: nodes.Template) -> set[str]:
    """The values without which a template cannot be filled in."""
    mag_weg = {
        toets.node.name
        for toets in boom.find_all((nodes.Test, nodes.Filter))
        if toets.name in ("defined", "default") and isinstance(toets.node, nodes.Name)
    }
    return meta.find_undeclared_variables(boom) - mag_weg


def antwoorden(inhoud: Inhoud, vandaag: date) -> Iterator[Fout]:
    """FAQ answers that cannot be rendered today, for nobody's gemeente and for each. What comes after an answer: for each, as it
    is said in a talk only."""
    for gemeente in (None, *inhoud.gemeenten()):
        for id in inhoud.faqs(gemeente):
            try:
                inhoud.faq_antwoord(id, gemeente, vandaag)
            except InhoudFout as fout:
                yield from fout.fouten
    for bestand, faq in onderwerpen.bestanden(inhoud.faqs(), inhoud.faqs_eigen()):
        van = PurePosixPath(bestand).parent.name
        lezers = [van] if van in inhoud.gemeenten() else list(inhoud.gemeenten())
        for uitspraak in van_faq(bestand, faq):
            if not is_sjabloon(uitspraak.tekst):
                continue
            if uitspraak.veld == "titel" or uitspraak.veld.endswith(".label"):
                yield Fout(
                    bestand,
                    uitspraak.veld,
                    "hier vult de chatbot niets in: schrijf het zonder {{ }} of {% %}",
                )
            elif uitspraak.veld != "antwoord":
                yield from _niet_in_te_vullen(inhoud, uitspraak, lezers, vandaag)


def _niet_in_te_vullen(
    inhoud: Inhoud, uitspraak: Uitspraak, gemeenten: Iterable[str], vandaag: date
) -> Iterator[Fout]:
    """One fault: for another gemeente it is most often the same."""
    for gemeente in gemeenten:
        try:
            inhoud.render(uitspraak.tekst, datum=vandaag, gemeente=gemeente, jaar=vandaag.year)
        except InhoudFout as fout:
            yield Fout(uitspraak.bestand, uitspraak.veld, f"{fout.fouten[0].melding} (bij {gemeente})")
            return
