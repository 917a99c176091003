"""All checks of content together. `python -m content` prints them; an editor's screen can show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from content import andere_taal, bestanden, broncode, onderwerpen, uitspraken, verwijzingen, zin_in_code
from content.fouten import Fout, InhoudFout, zin
from content.herkennen import controle as herkennen
from content.inhoud import Inhoud
from content.lokaal import controle as lokaal
from content.lokaal.regio import Regio
from content.opmaak import Opmaker
from content.parameterbestand import ParameterFout
from content.parameters import Parameters, laad_parameters
from content.plek import Plekken
from content.schema import Gemeente
from content.taal import Bevinding, Ernst, aantal_zinnen, bekijk, getypt
from content.taal.uitzonderingen import Uitzonderingen
from content.uitspraken import Uitspraak

_HUIS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Melding:
    ernst: Ernst
    regel: str
    """The kind of fault: "schema", "verwijzing", "datum", "lokaal", "andere_taal", "herkennen", "zin_in_code", or a rule of
    the language check."""
    bestand: str
    veld: str
    tekst: str
    regelnummer: int | None = None

    def __str__(self) -> str:
        return zin(self.bestand, self.veld, self.tekst, self.regelnummer)


def controleer(map_: Path, vandaag: date) -> list[Melding]:
    """Everything that is to be mended below the content folder, errors first. The code it belongs to is looked for beside it;
    content that stands by itself belongs to the code that is running."""
    plekken = Plekken(map_)
    naast = map_.resolve().parent
    van_ons = (naast / "actions").is_dir()
    gevonden = dict.fromkeys(_alles(map_, naast if van_ons else _HUIS, vandaag, met_code=van_ons))
    met_regel = (m if m.regelnummer else _met_regel(m, plekken) for m in gevonden)
    return sorted(met_regel, key=lambda m: (m.ernst != "fout", m.bestand, m.regelnummer or 0, m.veld))


def _met_regel(melding: Melding, plekken: Plekken) -> Melding:
    return replace(melding, regelnummer=plekken.regelnummer(melding.bestand, melding.veld))


def _alles(map_: Path, wortel: Path, vandaag: date, *, met_code: bool) -> Iterator[Melding]:
    """`met_code`: whoever changes this content can change the code as well, so what is wrong there is told too."""
    parameters = Parameters("", {})
    try:
        parameters = laad_parameters(map_ / "parameters")
    except ParameterFout as fout:
        for regel in fout.fouten:
            yield Melding("fout", "schema", "parameters", "", regel)
    try:
        inhoud = Inhoud(map_, parameters)
    except InhoudFout as fout:
        yield from _meldingen("fout", "schema", fout.fouten)
        return
    code = broncode.lees_code(wortel)
    gezegd = list(uitspraken.alle(inhoud))
    yield from _meldingen("fout", "verwijzing", verwijzingen.dood(inhoud, code))
    yield from _meldingen("waarschuwing", "verwijzing", verwijzingen.ongebruikt(inhoud, code))
    if met_code:
        vaste = frozenset(u.tekst for u in gezegd)
        yield from _meldingen("fout", "zin_in_code", zin_in_code.fouten(wortel, vaste))
    opmaker = Opmaker(parameters)
    yield from _meldingen("fout", "verwijzing", verwijzingen.waarden(inhoud, code, opmaker))
    topics = onderwerpen.fouten(inhoud.faqs(), inhoud.faqs_eigen(), inhoud.gemeenten())
    yield from _meldingen("fout", "onderwerp", topics)
    if parameters.waarden:
        yield from _meldingen("fout", "verwijzing", verwijzingen.bedragen(gezegd, opmaker, vandaag))
        yield from _meldingen("fout", "verwijzing", verwijzingen.antwoorden(inhoud, vandaag))
    yield from _datums(inhoud, vandaag)
    lagen: list[tuple[str, Gemeente | Regio]] = [
        (f"gemeenten/{slug}.yml", gemeente) for slug, gemeente in inhoud.gemeenten().items()
    ]
    lagen += [(f"regios/{id}.yml", regio) for id, regio in inhoud.regios().items()]
    for bestand, laag in lagen:
        yield from _meldingen("fout", "lokaal", lokaal.fouten(bestand, laag, code.feiten, vandaag))
        yield from _meldingen(
            "waarschuwing", "lokaal", lokaal.waarschuwingen(bestand, laag, parameters, vandaag)
        )
    yield from _meldingen("fout", "andere_taal", andere_taal.fouten(inhoud.teksten()))
    yield from _meldingen("fout", "herkennen", herkennen.fouten(map_))
    yield from _taal(map_, [u for u in gezegd if u.bestand != andere_taal.BESTAND])


def _taal(map_: Path, gezegd: list[Uitspraak]) -> Iterator[Melding]:
    """What the language check finds, but for what an editor may overrule with a reason."""
    try:
        over = Uitzonderingen.lees(map_ / "taal")
    except InhoudFout as fout:
        yield from _meldingen("fout", "schema", fout.fouten)
        return
    for u in gezegd:
        namen = {woord.lower() for woord in re.findall(r"[\w-]+", u.namen)}
        # What a gemeente writes of itself has its source and date beside it.
        eigen = u.bestand.partition("/")[0] in bestanden.MET_NAAM
        getallen = [] if eigen or u.soort == "voorbeeld" else getypt(u.tekst)
        for bevinding in [*bekijk(u.tekst, u.soort, bij=u.bij), *getallen]:
            if bevinding.regel == "zeldzaam_woord" and str(bevinding.woord).lower() in namen:
                continue
            if not over.geldt(u.bestand, u.veld, bevinding):
                yield Melding(bevinding.ernst, bevinding.regel, u.bestand, u.veld, zeg(bevinding))
    yield from _meldingen("fout", "uitzondering", over.fouten(sum(aantal_zinnen(u.tekst) for u in gezegd)))


def _meldingen(ernst: Ernst, regel: str, fouten: Iterator[Fout] | tuple[Fout, ...]) -> Iterator[Melding]:
    for fout in fouten:
        yield Melding(ernst, regel, fout.bestand, fout.veld, fout.melding, fout.regelnummer)


def _datums(inhoud: Inhoud, vandaag: date) -> Iterator[Melding]:
    for bestand, faq in onderwerpen.bestanden(inhoud.faqs(), inhoud.faqs_eigen()):
        dagen = (vandaag - faq.nagekeken).days
        if dagen > lokaal.NAKIJKEN_NA:
            tekst = f"voor het laatst nagekeken op {faq.nagekeken}, langer dan 12 maanden geleden"
            yield Melding("waarschuwing", "datum", bestand, "nagekeken", tekst)
        elif dagen < 0:
            tekst = f"{faq.nagekeken} ligt in de toekomst"
            yield Melding("fout", "datum", bestand, "nagekeken", tekst)


def zeg(bevinding: Bevinding) -> str:
    """One line: what is wrong, and the word with its plain alternative."""
    ruil = " → ".join(deel for deel in (bevinding.woord, bevinding.alternatief) if deel)
    plek = f" in “{bevinding.plek}”" if bevinding.plek and bevinding.plek != bevinding.woord else ""
    return f"{bevinding.uitleg}{f' ({ruil})' if ruil else ''}{plek}".replace("\ue000", "…")
