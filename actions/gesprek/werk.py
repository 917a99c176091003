"""One turn being made: the state as it changes, and the messages that will go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from actions.contract import Bericht, BerichtSoort, Invoer, Keuze, Uitkomst, naar_json
from actions.contract_vergelijken import Vergelijking, Werken
from actions.gesprek import gebeurtenis_woorden, kromme_beeld, persoon, rekenen, tellen
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.staat import Aanbod, OpenVraag, Staat
from actions.regels.kern import Uitslag
from actions.regels.regeling import Regeling
from content.lokaal.erven import Lokaal
from content.schema import Gemeente, UitkomstTekst, VraagTekst
from content.voor_ander import over_een_ander


@dataclass(frozen=True, slots=True)
class Knop:
    """A button before it has an id: what it says and what it means. A reserved id stands for itself."""

    label: str
    betekenis: Mapping[str, Any] | None = None
    vast_id: str | None = None
    geen: bool = False
    """Of several choices: none of them."""


def vaste_knop(id_: str, label: str) -> Knop:
    """A button with one of the contract's reserved ids."""
    return Knop(label, None, id_)


_BEPAALT_UITKOMST = frozenset({"feiten", "geschat", "scope", "extra"})


@dataclass
class Werk:
    """Mutable on purpose, and only for the length of one turn."""

    bronnen: Bronnen
    staat: Staat
    nr: int
    berichten: list[Bericht] = field(default_factory=list)
    geteld: list[tuple[str, tellen.Wat]] = field(default_factory=list)
    """What is to be counted when the turn is stored: topic, and what happened to it."""
    onbegrepen: Literal["los", "bij_vraag"] | None = None
    """The text was not understood; and whether a question waited that it may have been an answer to."""
    _uitslag: Uitslag | None = None

    @property
    def gemeente(self) -> Gemeente:
        return self.lokaal.gemeente

    @property
    def lokaal(self) -> Lokaal:
        lokaal = self.bronnen.inhoud.lokaal(self.staat.gemeente)
        if lokaal is None:
            raise LookupError(f"gemeente {self.staat.gemeente} has no file any more")
        return lokaal

    @property
    def catalogus(self) -> Mapping[str, Regeling]:
        """Every scheme there is for a resident of this gemeente."""
        return self.bronnen.catalogus(self.staat.gemeente)

    @property
    def alles(self) -> bool:
        """The whole check is being done, not one scheme."""
        return self.catalogus.keys() <= set(self.staat.scope)

    def regeling(self, id_: str) -> UitkomstTekst:
        """The words of a scheme, as this gemeente has it."""
        return self.bronnen.inhoud.uitkomst(id_, self.staat.gemeente)

    @property
    def persoon(self) -> Mapping[str, str] | None:
        """What the person is called whom the talk is about; None when that is who types."""
        relatie = self.staat.extra.get(persoon.SLEUTEL)
        return None if relatie is None else persoon.namen(self.bronnen.inhoud, str(relatie))

    def vraag(self, id_: str) -> VraagTekst:
        """The words of a question, about whom the talk is about."""
        woorden, namen = self.bronnen.inhoud.vraag(id_), self.persoon
        woorden = woorden if namen is None else woorden.over(namen)
        return gebeurtenis_woorden.bij(self.bronnen.inhoud, self.staat, namen, woorden)

    def tekst(self, id_: str, /, **waarden: object) -> str:
        """A text, about whom the talk is about where it has other words for that."""
        namen = self.persoon
        if namen is not None:
            ander = over_een_ander(id_)
            id_ = ander if ander in self.bronnen.inhoud.teksten() else id_
            waarden = {**namen, **waarden}
        return self.bronnen.inhoud.tekst(id_, datum=self.bronnen.vandaag(), gemeente=self.gemeente, **waarden)

    def render(self, sjabloon: str, **waarden: object) -> str:
        vandaag = self.bronnen.vandaag()
        return self.bronnen.inhoud.render(
            sjabloon, datum=vandaag, gemeente=self.gemeente, jaar=vandaag.year, **waarden
        )

    # --- the state -----------------------------------------------------------------------------------------------

    def zet(self, **velden: Any) -> None:
        """Replace parts of the state. Outcomes are worked out anew when they are next needed."""
        self.staat = replace(self.staat, **velden)
        if velden.keys() & _BEPAALT_UITKOMST:
            self._uitslag = None

    def onthoud(self, **extra: Any) -> None:
        """Keep (or with None: forget) small things of the talk's own."""
        nieuw = {**self.staat.extra, **extra}
        self.staat = replace(self.staat, extra={k: v for k, v in nieuw.items() if v is not None})
        if "niet_scherper" in extra:
            self._uitslag = None

    @property
    def uitslag(self) -> Uitslag:
        if self._uitslag is None:
            self._uitslag = rekenen.reken(self.bronnen, self.staat)
        return self._uitslag

    def onveranderd_sinds(self, eerst: Staat) -> bool:
        """Nothing that outcomes and progress rest on is otherwise than before this turn."""
        nu = self.staat
        return (nu.feiten, nu.geschat, nu.scope) == (eerst.feiten, eerst.geschat, eerst.scope) and all(
            nu.extra.get(wat) == eerst.extra.get(wat) for wat in ("stappen", "niet_scherper")
        )

    # --- the messages --------------------------------------------------------------------------------------------

    def zeg(self, id_: str, *, soort: BerichtSoort = "tekst", **waarden: object) -> None:
        """A message without buttons, by text id."""
        self.bericht(self.tekst(id_, **waarden), soort=soort)

    def bericht(
        self,
        tekst: str,
        *,
        soort: BerichtSoort = "tekst",
        knoppen: Sequence[Knop] = (),
        faq: str | None = None,
        onderwerp: str | None = None,
        uitkomsten: Sequence[Uitkomst] | None = None,
        taal: str | None = None,
        vergelijking: Vergelijking | None = None,
        werken: Werken | None = None,
    ) -> str:
        """A message, with buttons if any; `taal`: of a text that is not Dutch; `werken` brings its picture. Returns its id."""
        id_ = f"b{self.nr}.{len(self.berichten) + 1}"
        self.berichten.append(
            Bericht(
                id=id_,
                van="bot",
                soort=soort,
                tekst=tekst,
                taal=taal,
                keuzes=self._bied_aan(id_, knoppen, f"k{self.nr}_{len(self.berichten) + 1}_") or None,
                faq=faq,
                onderwerp=onderwerp,
                uitkomsten=None if uitkomsten is None else list(uitkomsten),
                vergelijking=vergelijking,
                werken=werken,
                beeld=None if werken is None else kromme_beeld.beeld(self.tekst, werken),
            )
        )
        return id_

    def stel(
        self,
        vraag: str,
        nummer: int | None,
        tekst: str,
        *,
        invoer: Invoer,
        knoppen: Sequence[Knop] = (),
        feiten: list[str] | None = None,
        mislukt: int = 0,
    ) -> None:
        """Ask: from now on this question waits for an answer. Asked again, its buttons keep their ids, so that a click on the
        earlier bubble of the same question still answers it; asked again in the same words, another sentence stands before it."""
        vorige = self.staat.open_vraag
        zelfde = vorige is not None and (vorige.vraag, vorige.nummer) == (vraag, nummer)
        tekst = self._niet_twee_keer(tekst, zelfde=zelfde)
        voorvoegsel = str(self.staat.extra.get("knoppen")) if zelfde else f"v{self.nr}_"
        self.onthoud(knoppen=voorvoegsel)
        id_ = f"b{self.nr}.{len(self.berichten) + 1}"
        keuzes = self._bied_aan(id_, knoppen, voorvoegsel)
        geen = next((keuze.id for keuze, knop in zip(keuzes, knoppen, strict=True) if knop.geen), None)
        bericht = Bericht(
            id=id_,
            van="bot",
            soort="vraag",
            tekst=tekst,
            keuzes=keuzes or None,
            vraag=vraag,
            nummer=nummer,
            feiten=feiten,
            invoer=invoer if geen is None else invoer.model_copy(update={"geen": geen}),
        )
        self.berichten.append(bericht)
        self.zet(open_vraag=OpenVraag(id_, vraag, nummer, mislukt))
        self.onthoud(open_bericht=naar_json(bericht))

    def _niet_twee_keer(self, vraag: str, *, zelfde: bool) -> str:
        """The words of a question; with a sentence before them when they were just said."""
        eerder = self.staat.extra.get("herhaling", {}) if zelfde else {}
        keer = eerder["keer"] + 1 if eerder.get("vraag") == vraag else 0
        self.onthoud(herhaling={"vraag": vraag, "keer": keer})
        if not keer:
            return vraag
        return self.tekst(f"opnieuw_gevraagd.{(keer - 1) % HERHALINGEN + 1}", vraag=vraag)

    def sluit_vraag(self) -> None:
        """No question waits any more."""
        self.zet(open_vraag=None)
        self.onthoud(open_bericht=None, knoppen=None, tussen=None)

    def _bied_aan(self, bericht: str, knoppen: Iterable[Knop], voorvoegsel: str) -> list[Keuze]:
        """Give the buttons their ids and remember what they mean; buttons of other questions are dropped."""
        keuzes, nieuw = [], []
        for i, knop in enumerate(knoppen, start=1):
            id_ = knop.vast_id or f"{voorvoegsel}{i}"
            keuzes.append(Keuze(id=id_, label=knop.label))
            if knop.betekenis is not None:
                nieuw.append(Aanbod(id_, bericht, knop.betekenis))
        ids = {aanbod.id for aanbod in nieuw}
        blijft = tuple(a for a in self.staat.aanbod if a.id not in ids)[-MEESTE_AANBOD:]
        self.zet_aanbod((*blijft, *nieuw))
        return keuzes

    def zet_aanbod(self, aanbod: tuple[Aanbod, ...]) -> None:
        self.staat = replace(self.staat, aanbod=aanbod)


HERHALINGEN = 4
"""How many sentences there are to put before a question that is asked again."""
MEESTE_AANBOD = 40
"""Older buttons are forgotten; a click on one of those is answered kindly."""
