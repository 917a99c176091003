"""From facts as JSON to the typed facts of the rules.

Everything that is wrong is reported at once, each fault with the field it is in; nothing is silently ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from actions.regels import inlezen_waarden as lees
from actions.regels.feiten import FEITEN, RELATIES, FeitDef
from actions.regels.inlezen_waarden import Fout, Fouten
from actions.regels.typen import (
    MEESTE_UREN,
    MEESTE_UURPRIJS,
    OPVANG_SOORTEN,
    WEET_NIET,
    Maand,
    Medebewoner,
    Opvang,
    WeetNiet,
)

__all__ = ["Fout", "OngeldigeFeiten", "lees_feiten"]

_LEEFTIJD = FeitDef("leeftijd", "leeftijd", 0, Decimal(0), Decimal(lees.OUDSTE))
_KIND = FeitDef("kind", "leeftijd", 0, Decimal(0), Decimal(lees.MAX_LIJST - 1))
_INKOMEN = FEITEN["inkomen_jaar"]
_UREN = FeitDef("uren_maand", "getal", 0, Decimal(0), MEESTE_UREN)
_UURPRIJS = FeitDef("uurprijs", "geld", 0, Decimal(0), MEESTE_UURPRIJS)

_Lezer = Callable[[object, str], object]


class OngeldigeFeiten(ValueError):
    """Facts that cannot be right; `fouten` holds every fault."""

    def __init__(self, fouten: tuple[Fout, ...]) -> None:
        self.fouten = fouten
        super().__init__("; ".join(f"{fout.veld}: {fout.code}" for fout in fouten))


def lees_feiten(ruw: Mapping[str, object], peildatum: date, *, intern: bool = False) -> dict[str, object]:
    """The typed facts.

    A fact is a bool, int, Decimal, str, date, `Maand`, `Vermogen` or a tuple of them, of `Medebewoner` or of
    `Opvang`, as its type in `FEITEN` says; "weet_niet" becomes `WEET_NIET`. With `intern` (inside the talk)
    list items may be unfinished: null for an age, a missing field for a co-resident; and whether someone who is
    no family rents with a contract is open until it is asked (outside the talk absent means no).

    Raises :class:`OngeldigeFeiten` for unknown names, wrong types, values out of bounds, and ages that
    contradict birth months on `peildatum`.
    """
    fouten = Fouten()
    gelezen = {naam: _lees_feit(naam, waarde, peildatum, fouten, intern) for naam, waarde in ruw.items()}
    if not fouten:
        _vergelijk_leeftijden(gelezen, peildatum, fouten)
        _vergelijk_lijsten(gelezen, fouten)
    if fouten:
        raise OngeldigeFeiten(tuple(fouten))
    return gelezen


def _lees_feit(naam: str, ruw: object, peildatum: date, fouten: Fouten, intern: bool) -> object:
    veld = f"feiten.{naam}"
    definitie = FEITEN.get(naam)
    if definitie is None:
        fouten.meld(veld, "onbekend_feit", naam=naam)
        return None
    if lees.onbekend(ruw):
        return WEET_NIET
    return _Feitlezer(definitie, peildatum, fouten, intern).lees(ruw, veld)


@dataclass(frozen=True, slots=True)
class _Feitlezer:
    """Reads the values of one fact."""

    definitie: FeitDef
    peildatum: date
    fouten: Fouten
    intern: bool

    def lees(self, ruw: object, veld: str) -> object:
        d, f = self.definitie, self.fouten
        match d.type:
            case "ja_nee":
                return lees.ja_nee(ruw, veld, f)
            case "leeftijd":
                return lees.leeftijd(ruw, d, veld, f)
            case "geld":
                return lees.geld(ruw, d, veld, f)
            case "vermogen":
                return lees.vermogen(ruw, d, veld, f)
            case "maand":
                return lees.maand(ruw, veld, f) if d.naam == "partner_sinds" else self._geboren(ruw, veld)
            case "datum":
                return lees.datum(ruw, veld, f)
            case "getal":
                return lees.getal(ruw, d, veld, f)
            case "keuze":
                return lees.keuze(ruw, d.keuzes, veld, f)
            case "keuzes":
                return self._verzameling(ruw, veld, lambda item, plek: lees.keuze(item, d.keuzes, plek, f))
            case "regelingen":
                return self._verzameling(ruw, veld, lambda item, plek: lees.regeling(item, plek, f))
            case "leeftijden":
                return self._items(
                    ruw, veld, lambda item, plek: lees.leeftijd(item, d, plek, f), leeg=self.intern
                )
            case "maanden":
                return self._items(ruw, veld, self._geboren, leeg=True)
            case "medebewoners":
                return self._items(ruw, veld, self._medebewoner)
            case _:
                return self._items(ruw, veld, self._opvang)

    def _geboren(self, ruw: object, veld: str) -> object:
        return lees.geboortemaand(ruw, self.peildatum, veld, self.fouten)

    def _items(self, ruw: object, veld: str, lezer: _Lezer, *, leeg: bool = False) -> object:
        items = lees.lijst(ruw, veld, self.fouten)
        if items is None:
            return None
        return tuple(
            None if leeg and item is None else self._of_weet_niet(item, f"{veld}.{nummer}", lezer)
            for nummer, item in enumerate(items)
        )

    def _verzameling(self, ruw: object, veld: str, lezer: _Lezer) -> object:
        """Like a list, but saying something twice means nothing more."""
        items = lees.lijst(ruw, veld, self.fouten)
        if items is None:
            return None
        return tuple(dict.fromkeys(lezer(item, f"{veld}.{nummer}") for nummer, item in enumerate(items)))

    def _of_weet_niet(self, ruw: object, veld: str, lezer: _Lezer) -> object:
        return WEET_NIET if lees.onbekend(ruw) else lezer(ruw, veld)

    def _medebewoner(self, ruw: object, veld: str) -> object:
        f = self.fouten
        ja_nee: _Lezer = lambda item, plek: lees.ja_nee(item, plek, f)  # noqa: E731
        gelezen = self._onderdeel(
            ruw,
            veld,
            Medebewoner,
            verplicht={
                "leeftijd": lambda item, plek: lees.leeftijd(item, _LEEFTIJD, plek, f),
                "inkomen_jaar": lambda item, plek: lees.geld(item, _INKOMEN, plek, f),
                "relatie": lambda item, plek: lees.keuze(item, RELATIES, plek, f),
            },
            rest={
                "geboortemaand": self._geboren,
                "studeert": ja_nee,
                "huurcontract": ja_nee,
                "boven_vermogensgrens": ja_nee,
            },
        )
        if not self.intern or not isinstance(gelezen, Medebewoner) or not isinstance(ruw, Mapping):
            return gelezen
        # Inside the talk what was not asked is still open: somebody who is no family may rent a part of the home with a
        # contract and then does not count, and somebody who studies shares no costs.
        contract_open = gelezen.relatie == "ander" and "huurcontract" not in ruw
        return replace(
            gelezen,
            huurcontract=None if contract_open else gelezen.huurcontract,
            studeert=gelezen.studeert if "studeert" in ruw else None,
        )

    def _opvang(self, ruw: object, veld: str) -> object:
        f = self.fouten
        return self._onderdeel(
            ruw,
            veld,
            Opvang,
            verplicht={
                "kind": lambda item, plek: lees.leeftijd(item, _KIND, plek, f),
                "soort": lambda item, plek: lees.keuze(item, OPVANG_SOORTEN, plek, f),
                "uren_maand": lambda item, plek: lees.getal(item, _UREN, plek, f),
                "uurprijs": lambda item, plek: lees.geld(item, _UURPRIJS, plek, f),
            },
            rest={},
        )

    def _onderdeel(
        self,
        ruw: object,
        veld: str,
        soort: Callable[..., object],
        *,
        verplicht: Mapping[str, _Lezer],
        rest: Mapping[str, _Lezer],
    ) -> object:
        """One list item with named fields; a field that is not there keeps the default of `soort`."""
        if not isinstance(ruw, Mapping):
            self.fouten.meld(veld, "geen_velden")
            return None
        lezers = {**verplicht, **rest}
        for naam in ruw:
            if naam not in lezers:
                self.fouten.meld(f"{veld}.{naam}", "onbekend_veld", naam=str(naam))
        if not self.intern:
            for naam in verplicht:
                if naam not in ruw:
                    self.fouten.meld(f"{veld}.{naam}", "veld_ontbreekt")
        leeg_mag = set(lezers) if self.intern else {"geboortemaand"}
        eerder = len(self.fouten)
        gelezen = {
            naam: self._of_weet_niet(ruw[naam], f"{veld}.{naam}", lezer)
            for naam, lezer in lezers.items()
            if naam in ruw and not (ruw[naam] is None and naam in leeg_mag)
        }
        return None if len(self.fouten) > eerder else soort(**gelezen)


def _vergelijk_leeftijden(feiten: Mapping[str, object], peildatum: date, fouten: Fouten) -> None:
    """Every age against its birth month."""
    for achter in ("", "_partner"):
        naam = f"leeftijd{achter}"
        _vergelijk(
            feiten.get(naam), feiten.get(f"geboortemaand{achter}"), FEITEN[naam], peildatum, naam, fouten
        )
    kinderen, maanden = feiten.get("kinderen"), feiten.get("kinderen_geboortemaand")
    if isinstance(kinderen, tuple) and isinstance(maanden, tuple) and len(kinderen) == len(maanden):
        for nummer, (jaren, geboren) in enumerate(zip(kinderen, maanden, strict=True)):
            _vergelijk(jaren, geboren, FEITEN["kinderen"], peildatum, f"kinderen.{nummer}", fouten)
    medebewoners = feiten.get("medebewoners")
    for nummer, bewoner in enumerate(medebewoners if isinstance(medebewoners, tuple) else ()):
        if isinstance(bewoner, Medebewoner):
            plek = f"medebewoners.{nummer}.leeftijd"
            _vergelijk(bewoner.leeftijd, bewoner.geboortemaand, _LEEFTIJD, peildatum, plek, fouten)


def _vergelijk(
    jaren: object, geboren: object, definitie: FeitDef, peildatum: date, plek: str, fouten: Fouten
) -> None:
    if not isinstance(geboren, Maand):
        return
    jongst, oudst = lees.mogelijke_leeftijden(geboren, peildatum)
    if isinstance(jaren, int):
        if not jongst <= jaren <= oudst:
            mogelijk = tuple(sorted({max(jongst, 0), oudst}))
            fouten.meld(f"feiten.{plek}", "leeftijd_past_niet", leeftijd=jaren, mogelijk=mogelijk)
    elif definitie.minimum is not None and oudst < definitie.minimum:
        fouten.meld(f"feiten.{plek}", "te_laag", minimum=int(definitie.minimum))
    elif definitie.maximum is not None and jongst > definitie.maximum:
        fouten.meld(f"feiten.{plek}", "te_hoog", maximum=int(definitie.maximum))


def _vergelijk_lijsten(feiten: Mapping[str, object], fouten: Fouten) -> None:
    """Birth months and childcare point at places in the list of children."""
    kinderen = feiten.get("kinderen")
    maanden = feiten.get("kinderen_geboortemaand")
    if isinstance(maanden, tuple) and not isinstance(kinderen, WeetNiet):
        aantal = len(kinderen) if isinstance(kinderen, tuple) else None
        if aantal is None:
            fouten.meld("feiten.kinderen_geboortemaand", "kinderen_ontbreken")
        elif aantal != len(maanden):
            fouten.meld("feiten.kinderen_geboortemaand", "aantal_anders", aantal=aantal)
    opvang = feiten.get("opvang")
    for nummer, deel in enumerate(opvang if isinstance(opvang, tuple) else ()):
        if isinstance(deel, Opvang) and isinstance(deel.kind, int):
            if not isinstance(kinderen, tuple):
                fouten.meld(f"feiten.opvang.{nummer}.kind", "kinderen_ontbreken")
            elif deel.kind >= len(kinderen):
                fouten.meld(f"feiten.opvang.{nummer}.kind", "kind_bestaat_niet", aantal=len(kinderen))
