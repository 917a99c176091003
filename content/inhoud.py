"""All texts, read from files and reread when a file changes.

A broken edit never takes a text away: the last good version of that file stays, and the log names the file.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from jinja2 import TemplateError, TemplateSyntaxError
from pydantic import BaseModel, TypeAdapter, ValidationError

from content import bestanden
from content.bestanden import Stempel
from content.fouten import Fout, InhoudFout, uit_validatie
from content.gebeurtenis import Gebeurtenis
from content.lokaal.erven import Lokaal, los_alle_op
from content.lokaal.regeling import LOKAAL
from content.lokaal.regio import Regio
from content.lokaal.woorden import woorden
from content.onderwerpen import Onderwerpen
from content.opmaak import Opmaker, is_sjabloon
from content.parameters import Parameters
from content.plek import Plekken
from content.schema import Faq, Gedeeld, Gemeente, TekstenBestand, UitkomstTekst, VraagTekst

GEMEENSCHAPPELIJK = "_gemeenschappelijk"
VAN_DE_GEMEENTE = "_lokaal"
"""What the schemes of a gemeente share, over what all schemes share."""
LEEG = "VUL_IN"
"""What an editor still has to fill in begins so, in a new gemeente file."""
T = TypeVar("T")
G = TypeVar("G", bound=Gedeeld)
_log = logging.getLogger(__name__)
_teksten: TypeAdapter[TekstenBestand] = TypeAdapter(TekstenBestand)


@dataclass(frozen=True, slots=True)
class _Gelezen:
    stempel: Stempel
    inhoud: Any
    """A model, or the mapping of a teksten file. None: unusable, and there was no earlier version."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """One consistent reading of the whole folder; replaced as a whole."""

    gelezen: Mapping[Path, _Gelezen] = field(default_factory=dict)
    teksten: Mapping[str, str] = field(default_factory=dict)
    vragen: Mapping[str, VraagTekst] = field(default_factory=dict)
    gedeeld: Mapping[str, Gedeeld] = field(default_factory=dict)
    """By the name of its file."""
    eigen: Mapping[str, UitkomstTekst] = field(default_factory=dict)
    uitkomsten: Mapping[str, UitkomstTekst] = field(default_factory=dict)
    """`eigen` with `gedeeld` filled in."""
    lokale_woorden: Gedeeld = field(default_factory=Gedeeld)
    """For a scheme that a gemeente made up itself."""
    faqs: Onderwerpen = field(default_factory=Onderwerpen)
    gebeurtenissen: Mapping[str, Gebeurtenis] = field(default_factory=dict)
    regios: Mapping[str, Regio] = field(default_factory=dict)
    lokaal: Mapping[str, Lokaal] = field(default_factory=dict)
    """Every gemeente with what it inherits."""
    gemeenten: Mapping[str, Gemeente] = field(default_factory=dict)
    """Those of `lokaal`."""


class Inhoud:
    """The texts in `map` with the amounts of `parameters`.

    Raises InhoudFout when a file is wrong at the first reading; later on wrong files are logged and skipped.
    Every method may be called from any thread. Rendering raises InhoudFout when a value is missing.
    """

    def __init__(
        self,
        map: Path,
        parameters: Parameters,
        *,
        klok: Callable[[], float] = time.monotonic,
        kijk_elke: float = 1.0,
        naast: Inhoud | None = None,
    ) -> None:
        """`naast`: other content, of which the files that are the same here (copies, links) need not be read again."""
        self._map = map
        self._opmaker = Opmaker(parameters)
        self._klok = klok
        self._kijk_elke = kijk_elke
        self._slot = threading.Lock()
        self._gekeken = klok()
        fouten: list[Fout] = []
        self._laatste = self._lees_alles(_Stand() if naast is None else naast._in(map), fouten)
        if fouten:
            raise InhoudFout(fouten)

    def ververs(self) -> None:
        """Look at all files now. Raises InhoudFout with what is wrong; of those files the version before stays."""
        fouten: list[Fout] = []
        with self._slot:
            self._gekeken = self._klok()
            self._laatste = self._lees_alles(self._laatste, fouten)
        if fouten:
            raise InhoudFout(fouten)

    def tekst(
        self,
        id: str,
        /,
        *,
        datum: date | None = None,
        gemeente: Gemeente | str | None = None,
        **waarden: object,
    ) -> str:
        """The text "<groep>.<naam>", filled in. `datum` is needed where the text names an amount."""
        sjabloon = self._stand().teksten.get(id)
        if sjabloon is None:
            raise InhoudFout([Fout("teksten", id, "deze tekst bestaat niet")])
        return self._vul_in(sjabloon, f"teksten/{id.partition('.')[0]}.yml", id, datum, gemeente, waarden)

    def render(
        self,
        template: str,
        /,
        *,
        datum: date | None = None,
        gemeente: Gemeente | str | None = None,
        **waarden: object,
    ) -> str:
        """A template that came from one of the models, filled in."""
        return self._vul_in(template, "", template[:60], datum, gemeente, waarden)

    def teksten(self) -> Mapping[str, str]:
        """All raw texts: id → template."""
        return self._stand().teksten

    def vraag(self, id: str) -> VraagTekst:
        """The words of a question, with raw templates. Those of "groep:x" stand in `groep.x.yml`."""
        return self._zoek(self._stand().vragen, id.replace(":", "."), "vragen", ".yml")

    def vragen(self) -> Mapping[str, VraagTekst]:
        return self._stand().vragen

    def uitkomst(self, regeling: str, gemeente: str | None = None) -> UitkomstTekst:
        """The words of a scheme; what all schemes share is filled in, the scheme's own words win. A scheme that this gemeente
        fills in for itself has the names and the desk of its file."""
        stand = self._stand()
        lokaal = stand.lokaal.get(gemeente or "")
        van_hier = lokaal.regelingen.get(regeling) if lokaal else None
        if van_hier is not None:
            return woorden(van_hier, stand.uitkomsten.get(regeling, stand.lokale_woorden))
        return self._zoek(stand.uitkomsten, regeling, "uitkomsten", ".yml")

    def uitkomsten(self) -> Mapping[str, UitkomstTekst]:
        return self._stand().uitkomsten

    def uitkomsten_eigen(self) -> Mapping[str, UitkomstTekst]:
        """As the files are, without what is shared: for checking each text where it stands."""
        return self._stand().eigen

    def gedeeld(self) -> Mapping[str, Gedeeld]:
        """What schemes share, by the name of the file: all of them, and those of a gemeente."""
        return self._stand().gedeeld

    def faq(self, id: str, gemeente: str | None = None) -> Faq:
        """A topic, as this gemeente answers it."""
        return self._zoek(self.faqs(gemeente), id, "faq", ".md")

    def faqs(self, gemeente: str | None = None) -> Mapping[str, Faq]:
        """Every topic: with the answers of this gemeente, and the topics only it has."""
        return self._stand().faqs.van(gemeente)

    def faqs_eigen(self) -> Mapping[str, Mapping[str, Faq]]:
        """Per gemeente the answers it has of its own, as its files are."""
        return self._stand().faqs.eigen

    def faq_antwoord(self, id: str, gemeente: Gemeente | str | None, datum: date) -> str:
        """The answer of a topic as Markdown, with the amounts of `datum`."""
        slug = gemeente.slug if isinstance(gemeente, Gemeente) else gemeente
        return self._vul_in(self.faq(id, slug).antwoord, f"faq/{id}.md", "antwoord", datum, gemeente, {})

    def gebeurtenis(self, id: str) -> Gebeurtenis:
        """A change in a life, with raw templates."""
        return self._zoek(self._stand().gebeurtenissen, id, "gebeurtenissen", ".yml")

    def gebeurtenissen(self) -> Mapping[str, Gebeurtenis]:
        return self._stand().gebeurtenissen

    def gemeente(self, slug: str) -> Gemeente | None:
        return self._stand().gemeenten.get(slug)

    def gemeenten(self) -> Mapping[str, Gemeente]:
        return self._stand().gemeenten

    def lokaal(self, slug: str) -> Lokaal | None:
        """A gemeente with the schemes and help it has itself and inherits; the same object until a file of it changes."""
        return self._stand().lokaal.get(slug)

    def stempel(self, slug: str) -> str:
        """Another text as soon as the file of this gemeente, or of a region it rests on, is another."""
        stand = self._stand()
        lokaal = stand.lokaal.get(slug)
        lagen = () if lokaal is None else lokaal.lagen
        paden = [
            self._map / "gemeenten" / f"{slug}.yml",
            *(self._map / "regios" / f"{r.id}.yml" for r in lagen),
        ]
        return " ".join(
            f"{een.stempel[0]}.{een.stempel[1]}"
            for pad in paden
            if (een := stand.gelezen.get(pad)) is not None
        )

    def regios(self) -> Mapping[str, Regio]:
        return self._stand().regios

    @staticmethod
    def _zoek(bron: Mapping[str, T], id: str, soort: str, achtervoegsel: str) -> T:
        try:
            return bron[id]
        except KeyError:
            raise InhoudFout([Fout(f"{soort}/{id}{achtervoegsel}", "", "dit bestand is er niet")]) from None

    def _vul_in(
        self,
        sjabloon: str,
        bestand: str,
        veld: str,
        datum: date | None,
        gemeente: Gemeente | str | None,
        waarden: Mapping[str, object],
    ) -> str:
        wie = self.gemeente(gemeente) if isinstance(gemeente, str) else gemeente
        try:
            return self._opmaker.render(sjabloon, datum, {"gemeente": wie, "datum": datum, **waarden})
        except TemplateError as fout:
            raise InhoudFout([Fout(bestand, veld, str(fout))]) from fout

    def _in(self, map: Path) -> _Stand:
        """This reading, as if it were of that folder."""
        stand = self._stand()
        gelezen = {map / pad.relative_to(self._map): een for pad, een in stand.gelezen.items()}
        return replace(stand, gelezen=gelezen)

    def _stand(self) -> _Stand:
        nu = self._klok()
        # Whoever finds the lock taken uses the last reading: a talk never waits for an editor.
        if nu - self._gekeken >= self._kijk_elke and self._slot.acquire(blocking=False):
            try:
                self._gekeken = nu
                fouten: list[Fout] = []
                self._laatste = self._lees_alles(self._laatste, fouten)
                for fout in fouten:
                    _log.error("content niet vernieuwd, de vorige versie blijft: %s", fout)
            finally:
                self._slot.release()
        return self._laatste

    def _lees_alles(self, vorige: _Stand, fouten: list[Fout]) -> _Stand:
        gelezen: dict[Path, _Gelezen] = {}
        veranderd = False
        for soort, pad, stempel in bestanden.alle(self._map):
            oud = vorige.gelezen.get(pad)
            if oud is not None and oud.stempel == stempel:
                gelezen[pad] = oud
                continue
            veranderd = True
            try:
                gelezen[pad] = _Gelezen(stempel, self._lees_bestand(soort, pad))
            except InhoudFout as fout:
                fouten.extend(fout.fouten)
                gelezen[pad] = _Gelezen(stempel, oud.inhoud if oud else None)
        if not veranderd and gelezen.keys() == vorige.gelezen.keys():
            return vorige
        return _bouw(gelezen, vorige, fouten, Plekken(self._map))

    def _lees_bestand(self, soort: str, pad: Path) -> Any:
        naam = pad.relative_to(self._map).as_posix()
        geheel = bestanden.lees_tekst(pad, naam)
        ruw = bestanden.ontleed(geheel, pad, naam)
        # There may be a file for every gemeente in the country: most hold no blanks and no templates at all.
        leeg = _nog_leeg(naam, ruw) if soort in bestanden.MET_NAAM and LEEG in geheel else []
        try:
            inhoud = _vorm(soort, pad.stem, ruw)
        except ValidationError as fout:
            leeg_veld = {een.veld for een in leeg}
            anders = [een for een in uit_validatie(naam, fout) if een.veld not in leeg_veld]
            raise InhoudFout(Plekken(self._map).bij([*leeg, *anders])) from fout
        except ValueError as fout:
            raise InhoudFout([Fout(naam, "", str(fout))]) from fout
        fouten = leeg
        for veld, tekst in strings(inhoud) if is_sjabloon(geheel) else ():
            if not is_sjabloon(tekst):
                continue
            try:
                self._opmaker.sjabloon(tekst)
            except TemplateSyntaxError as fout:
                fouten.append(Fout(naam, veld, f"fout in het sjabloon: {fout.message}"))
        if fouten:
            raise InhoudFout(Plekken(self._map).bij(fouten))
        return inhoud


def _nog_leeg(naam: str, ruw: Any) -> list[Fout]:
    return [Fout(naam, veld, "dit moet u nog invullen") for veld, tekst in strings(ruw) if LEEG in tekst]


def _vorm(soort: str, id: str, ruw: Any) -> Any:
    if not isinstance(ruw, dict):
        raise ValueError("in dit bestand horen velden met een naam te staan")
    if soort == "teksten":
        return _teksten.validate_python(ruw)
    if soort == "uitkomsten" and id in (GEMEENSCHAPPELIJK, VAN_DE_GEMEENTE):
        return Gedeeld.model_validate(ruw)
    if soort in bestanden.MET_NAAM:
        veld = "slug" if soort == "gemeenten" else "id"
        if ruw.get(veld) != id:
            raise ValueError(f"het veld '{veld}' moet gelijk zijn aan de naam van het bestand: {id}")
        return (Gemeente if soort == "gemeenten" else Regio).model_validate(ruw)
    sleutel = "regeling" if soort == "uitkomsten" else "id"
    if sleutel in ruw:
        raise ValueError(f"het veld '{sleutel}' hoort hier niet: het is de naam van het bestand")
    modellen: dict[str, type[BaseModel]] = {
        "vragen": VraagTekst, "uitkomsten": UitkomstTekst, "faq": Faq, "gebeurtenissen": Gebeurtenis,
    }  # fmt: skip
    return modellen[soort].model_validate({sleutel: id, **ruw})


def strings(inhoud: Any, pad: str = "") -> list[tuple[str, str]]:
    """Every string in a file's contents with its field name ("keuzes.2.label")."""
    if isinstance(inhoud, str):
        return [(pad, inhoud)]
    if isinstance(inhoud, Mapping):
        delen = list(inhoud.items())
    elif isinstance(inhoud, tuple | list):
        delen = list(enumerate(inhoud, start=1))
    elif hasattr(inhoud, "__pydantic_fields__"):
        delen = [(naam, getattr(inhoud, naam)) for naam in inhoud.__pydantic_fields__]
    else:
        return []
    return [paar for naam, deel in delen for paar in strings(deel, f"{pad}.{naam}" if pad else str(naam))]


def _bouw(gelezen: Mapping[Path, _Gelezen], vorige: _Stand, fouten: list[Fout], plekken: Plekken) -> _Stand:
    per: dict[str, dict[str, Any]] = {soort: {} for soort in bestanden.SOORTEN}
    eigen: dict[str, dict[str, Faq]] = {}
    for pad, een in gelezen.items():
        if een.inhoud is None:
            continue
        if pad.parent.name in per:
            per[pad.parent.name][pad.stem] = een.inhoud
        else:
            eigen.setdefault(pad.parent.name, {})[pad.stem] = een.inhoud
    gedeeld = {naam: per["uitkomsten"].pop(naam, Gedeeld()) for naam in (GEMEENSCHAPPELIJK, VAN_DE_GEMEENTE)}
    alle, hier = gedeeld[GEMEENSCHAPPELIJK], _met(gedeeld[GEMEENSCHAPPELIJK], gedeeld[VAN_DE_GEMEENTE])
    stuk = {pad.stem for pad, een in gelezen.items() if pad.parent.name == "regios" and een.inhoud is None}
    lokaal, verkeerd = los_alle_op(per["gemeenten"], per["regios"], vorige.lokaal, stuk)
    fouten.extend(plekken.bij(verkeerd))
    return _Stand(
        gelezen=gelezen,
        teksten=MappingProxyType(
            {
                f"{groep}.{naam}": tekst
                for groep, inhoud in per["teksten"].items()
                for naam, tekst in strings(inhoud)
            }
        ),
        vragen=MappingProxyType(per["vragen"]),
        gedeeld=MappingProxyType(gedeeld),
        eigen=MappingProxyType(per["uitkomsten"]),
        uitkomsten=MappingProxyType(
            {id: _met(hier if id in LOKAAL else alle, eigen) for id, eigen in per["uitkomsten"].items()}
        ),
        lokale_woorden=hier,
        faqs=Onderwerpen(per["faq"], eigen),
        gebeurtenissen=MappingProxyType(per["gebeurtenissen"]),
        regios=MappingProxyType(per["regios"]),
        lokaal=MappingProxyType(lokaal),
        gemeenten=MappingProxyType({slug: een.gemeente for slug, een in lokaal.items()}),
    )


def _met(gedeeld: Gedeeld, eigen: G) -> G:
    samen = {naam: {**getattr(gedeeld, naam), **getattr(eigen, naam)} for naam in Gedeeld.model_fields}
    return eigen.model_copy(update=samen)
