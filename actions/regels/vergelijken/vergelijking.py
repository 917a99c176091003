"""A change in life: what every scheme gives before and after it (public contract, section 2c).

Both situations are sets of facts for the same rules; the difference is all schemes on both. Which household holds in which month:
see `tijdlijn`. Amounts of a year: see `bedragen`. No I/O, no clock, no words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Final

from actions.regels.inlezen import Fout, OngeldigeFeiten, lees_feiten
from actions.regels.kern import Oordeelstand, bepaal
from actions.regels.opgave import Opgave
from actions.regels.paden import basisfeiten
from actions.regels.regeling import Recht, Regeling, Uitkomst
from actions.regels.typen import Maand
from actions.regels.vergelijken import let_op as waarschuwen
from actions.regels.vergelijken.bedragen import KWARTALEN, Jaarbedragen, Maandbedrag
from actions.regels.vergelijken.melden import Soort, melden, soort_van
from actions.regels.vergelijken.situatie import Situatie, lees_situatie
from actions.regels.vergelijken.tijdlijn import Tijdlijn, maak_tijdlijn, volgende, vorige
from actions.regels.vergelijken.uitkomst import (
    NIET,
    WEL,
    NieuwAanvragen,
    Oorzaak,
    Totaal,
    Vergelijking,
    Verschil,
    Werking,
)
from actions.regels.vergelijken.veranderingen import OM_LEEFTIJD
from actions.regels.waarden import NUL
from content.parameters import Parameters

_KINDEROPVANG: Final = "kinderopvangtoeslag"
_IN_HET_JAAR: Final = frozenset({"maand", "kwartaal"})
"""What is paid in the course of a year, so that a change in it makes a difference that year."""


def vergelijk(
    voor: Opgave,
    na: Opgave,
    *,
    verandering: str | None,
    ingangsdatum: date,
    parameters: Parameters,
    catalogus: Mapping[str, Regeling],
    ontvangt: frozenset[str] = frozenset(),
    vol_jaar: Mapping[str, object] | None = None,
    intern: bool = True,
) -> Vergelijking:
    """The two situations compared; both have the same reference date, and the schemes of `voor` are looked at.

    `ontvangt`: schemes that come in already, besides the fact `krijgt_al`. `vol_jaar`: facts that differ in a full year of the
    new situation. `intern`: see `lees_feiten`.
    Raises OngeldigeFeiten when facts cannot be right (see `lees_beide` to tell which of both).
    """
    een, ander = lees_beide(voor, na, ingangsdatum, intern=intern)
    vol = ander
    if vol_jaar:
        try:
            vol = ander.met(lees_feiten(vol_jaar, voor.peildatum, intern=intern))
        except OngeldigeFeiten as fout:
            raise OngeldigeFeiten(_in(fout, "vol_jaar")) from None
    if verandering in OM_LEEFTIJD:
        een = een.bevroren(_voor(ingangsdatum))
    return _Vergelijker(
        voor=een,
        na=_geboren_op_de_eerste(een, ander, ingangsdatum),
        vol_jaar=vol,
        peildatum=voor.peildatum,
        ingangsdatum=ingangsdatum,
        verandering=verandering,
        regelingen=voor.regelingen,
        parameters=parameters,
        catalogus=catalogus,
        ontvangt=ontvangt,
    ).vergelijking()


def lees_beide(
    voor: Opgave, na: Opgave, ingangsdatum: date, *, intern: bool = True
) -> tuple[Situatie, Situatie]:
    """Both situations. Ages are those of the reference date or, where these do not fit, of just before and on the day it changes.

    Raises OngeldigeFeiten with fields "voor.kale_huur" and "na.kale_huur".
    """
    gelezen: list[Situatie] = []
    fouten: list[Fout] = []
    for naam, opgave, dag in (("voor", voor, _voor(ingangsdatum)), ("na", na, ingangsdatum)):
        try:
            gelezen.append(lees_situatie(opgave, dag, intern=intern))
        except OngeldigeFeiten as fout:
            fouten += _in(fout, naam)
    if fouten:
        raise OngeldigeFeiten(tuple(fouten))
    return gelezen[0], gelezen[1]


def _in(fout: OngeldigeFeiten, naam: str) -> tuple[Fout, ...]:
    """Its faults, with the set of facts they are in."""
    return tuple(replace(een, veld=f"{naam}.{een.veld.removeprefix('feiten.')}") for een in fout.fouten)


def _voor(dag: date) -> date:
    return dag - timedelta(days=1)


def _geboren_op_de_eerste(voor: Situatie, na: Situatie, ingangsdatum: date) -> Situatie:
    """A child born on the first of a month counts in that month (Awir art. 5), where a birth month alone says from the next."""
    geboren, eerder = (s.feiten.get("kinderen_geboortemaand") for s in (na, voor))
    deze = Maand(ingangsdatum.year, ingangsdatum.month)
    if ingangsdatum.day != 1 or not isinstance(geboren, tuple) or deze not in geboren:
        return na
    if isinstance(eerder, tuple) and deze in eerder:
        return na
    maanden = tuple(vorige(deze) if maand == deze else maand for maand in geboren)
    return na.met({"kinderen_geboortemaand": maanden})


@dataclass
class _Vergelijker:
    """One comparison. Keeps what was worked out, so it lives as long as that."""

    voor: Situatie
    na: Situatie
    vol_jaar: Situatie
    peildatum: date
    ingangsdatum: date
    verandering: str | None
    regelingen: tuple[str, ...]
    parameters: Parameters
    catalogus: Mapping[str, Regeling]
    ontvangt: frozenset[str]
    _standen: dict[Hashable, dict[str, Oordeelstand]] = field(default_factory=dict)

    def vergelijking(self) -> Vergelijking:
        verschillen = tuple(v for v in map(self._verschil, self.regelingen) if v is not None)
        meetellend = [v for v in verschillen if v.telt_mee]
        per_maand = [v for v in meetellend if v.verschil_per_maand is not None]
        vol = [v for v in meetellend if v.vol_jaar_voor is not None and v.vol_jaar_na is not None]
        nieuw = tuple(self._nieuw(verschillen))
        aan_te_vragen = {n.regeling for n in nieuw}
        rust_op = {
            v.regeling: self._rust_op(v.regeling)
            for v in verschillen
            if v.recht_voor == WEL or v.ontvangen or (v.recht_na == WEL and v.regeling not in aan_te_vragen)
        }
        return Vergelijking(
            verschillen=verschillen,
            per_maand=Totaal(
                sum((v.voor_per_maand or NUL for v in per_maand), NUL),
                sum((v.na_per_maand or NUL for v in per_maand), NUL),
            ),
            dit_jaar=sum((v.dit_jaar or NUL for v in meetellend), NUL),
            tot_en_met=date(self.peildatum.year, 12, 31),
            vol_jaar=Totaal(
                sum((v.vol_jaar_voor or NUL for v in vol), NUL),
                sum((v.vol_jaar_na or NUL for v in vol), NUL),
            ),
            melden=melden(
                self.voor.feiten,
                self.veranderd,
                rust_op,
                self.ingangsdatum,
                self.parameters,
                self.verandering,
            ),
            nieuw_aanvragen=nieuw,
            let_op=waarschuwen.let_op(
                verschillen,
                self.catalogus,
                peildatum=self.peildatum,
                vanaf=self.nu.vanaf,
                jaar=self.maand.jaar,
            ),
        )

    # --- the timelines -------------------------------------------------------------------------------------------------

    @cached_property
    def nu(self) -> Tijdlijn:
        """The year of the reference date."""
        return self._tijdlijn(self.peildatum.year)

    @cached_property
    def dan(self) -> Tijdlijn:
        """The year of the first new amount."""
        return self.nu if self.maand.jaar == self.peildatum.year else self._tijdlijn(self.maand.jaar)

    def _tijdlijn(self, jaar: int) -> Tijdlijn:
        return maak_tijdlijn(
            self.voor,
            self.na,
            jaar,
            self.ingangsdatum,
            self.parameters,
            peiljaar=self.peildatum.year,
            vol_jaar=self.vol_jaar,
        )

    @cached_property
    def maand(self) -> Maand:
        """The month both situations are looked at: the first of the new one, or this one when that is later."""
        return max(self.nu.vanaf, Maand(self.peildatum.year, self.peildatum.month))

    @cached_property
    def veranderd(self) -> frozenset[str]:
        """The facts that differ."""
        oud, nieuw = self.voor.feiten, self.na.feiten
        return frozenset(naam for naam in oud.keys() | nieuw.keys() if oud.get(naam) != nieuw.get(naam))

    # --- the outcomes --------------------------------------------------------------------------------------------------

    def _stand(self, situatie: Situatie, regeling: str, dag: date, *, alleen: bool = False) -> Oordeelstand:
        """One scheme on one day; all schemes are worked out together unless only this one is looked at then."""
        toen = situatie.op(dag)
        sleutel = (frozenset(toen.feiten.items()), dag, regeling if alleen else None)
        if sleutel not in self._standen:
            uitslag = bepaal(
                toen.feiten,
                self.parameters,
                dag,
                (regeling,) if alleen else self.regelingen,
                geschat=toen.geschat,
                niet_scherper=toen.niet_scherper,
                catalogus=self.catalogus,
            )
            self._standen[sleutel] = {stand.uitkomst.regeling: stand for stand in uitslag.standen}
        return self._standen[sleutel][regeling]

    def _dag(self, maand: Maand) -> date:
        """The reference date in its own month, otherwise the first."""
        deze = (self.peildatum.year, self.peildatum.month)
        return self.peildatum if maand == deze else date(maand.jaar, maand.maand, 1)

    def _maand_van(self, regeling: Regeling | None) -> Maand:
        """When this scheme is looked at: what goes by the quarter at the beginning of one."""
        if regeling is None or regeling.ritme != "kwartaal":
            return self.maand
        kwartaal = Maand(self.maand.jaar, max(m for m in KWARTALEN if m <= self.maand.maand))
        if kwartaal < self.nu.vanaf:
            kwartaal = volgende(Maand(kwartaal.jaar, kwartaal.maand + 2))
        return kwartaal

    def _vergeleken(self, id_: str) -> tuple[Oordeelstand, Oordeelstand, Oordeelstand]:
        """A scheme without the change, with it, and with the incomes of the year alone."""
        maand = self._maand_van(self.catalogus.get(id_))
        dag = self._dag(maand)
        lijn = self.dan if maand.jaar == self.maand.jaar else self._tijdlijn_van(maand.jaar)
        alleen = maand != self.maand
        voor, na, inkomen = (
            self._stand(situatie, id_, dag, alleen=alleen)
            for situatie in (lijn.zonder, lijn.erna, lijn.ervoor)
        )
        return voor, na, inkomen

    @cached_property
    def _later(self) -> dict[int, Tijdlijn]:
        return {}

    def _tijdlijn_van(self, jaar: int) -> Tijdlijn:
        if jaar not in self._later:
            self._later[jaar] = self._tijdlijn(jaar)
        return self._later[jaar]

    def _rust_op(self, id_: str) -> frozenset[str]:
        voor, na, _ = self._vergeleken(id_)
        return frozenset(basisfeiten(voor.feiten | na.feiten))

    # --- one scheme ----------------------------------------------------------------------------------------------------

    def _verschil(self, id_: str) -> Verschil | None:
        voor, na, inkomen = (stand.uitkomst for stand in self._vergeleken(id_))
        ontvangen = id_ in self.ontvangen
        recht_voor, recht_na = _recht(voor), _recht(na)
        if (
            WEL not in (recht_voor, recht_na)
            and (recht_na == NIET or recht_voor == recht_na)
            and not ontvangen
        ):
            return None  # nothing there, and nothing to come
        regeling = self.catalogus.get(id_)
        oorzaak = _oorzaak(voor, na, recht_voor, recht_na)
        heel_jaar = oorzaak != "gelijk" and voor.ritme == "maand" and not _gelijk(voor, inkomen)
        maand = self._maand_van(regeling)
        vanaf = Maand(maand.jaar, 1) if heel_jaar else min(maand, self.nu.vanaf)
        if voor.ritme == "kwartaal":
            vanaf = maand
        met_jaar = (
            regeling is not None and voor.ritme in _IN_HET_JAAR and "onbekend" not in (voor.recht, na.recht)
        )
        jaar = self._dit_jaar(regeling) if regeling is not None and met_jaar else None
        oud, nieuw = self._heel_jaar(id_)
        return Verschil(
            regeling=id_,
            voor=voor,
            na=na,
            recht_voor=recht_voor,
            recht_na=recht_na,
            vanaf=None if oorzaak in ("gelijk", "onbekend") else date(vanaf.jaar, vanaf.maand, 1),
            werkt="heel_jaar" if heel_jaar else "vanaf_maand",
            oorzaak=oorzaak,
            door=self._door(id_) if oorzaak != "gelijk" else (),
            al_te_veel_ontvangen=None if jaar is None else self._al_te_veel(id_, jaar),
            dit_jaar=None if jaar is None or regeling is None else self._verschil_dit_jaar(regeling, jaar),
            vol_jaar_voor=oud,
            vol_jaar_na=nieuw,
            ontvangen=ontvangen,
        )

    @cached_property
    def ontvangen(self) -> frozenset[str]:
        """The schemes that come in already."""
        krijgt_al = self.voor.feiten.get("krijgt_al")
        return self.ontvangt | frozenset(krijgt_al if isinstance(krijgt_al, tuple) else ())

    def _kan_ontvangen(self, id_: str) -> bool:
        """It comes in, or nobody said what comes in."""
        return id_ in self.ontvangen or not (self.ontvangen or "krijgt_al" in self.voor.feiten)

    def _door(self, id_: str) -> tuple[Soort, ...]:
        return tuple(
            sorted({soort_van(feit, self.veranderd) for feit in self.veranderd & self._rust_op(id_)})
        )

    # --- years ---------------------------------------------------------------------------------------------------------

    @cached_property
    def jaarbedragen(self) -> Jaarbedragen:
        return Jaarbedragen(self.parameters)

    def _dit_jaar(self, regeling: Regeling) -> tuple[dict[int, Maandbedrag], dict[int, Maandbedrag]] | None:
        """The year of the reference date, without and with the change."""
        jaar = self.peildatum.year
        zonder = self.jaarbedragen.van_jaar(regeling, jaar, self.nu.zonder.op)
        met = self.jaarbedragen.van_jaar(regeling, jaar, self.nu.op)
        return None if zonder is None or met is None else (zonder, met)

    def _verschil_dit_jaar(
        self, regeling: Regeling, jaar: tuple[dict[int, Maandbedrag], dict[int, Maandbedrag]]
    ) -> Decimal:
        zonder, met = (self.jaarbedragen.som(regeling, self.peildatum.year, bedragen) for bedragen in jaar)
        return met - zonder

    def _al_te_veel(
        self, id_: str, jaar: tuple[dict[int, Maandbedrag], dict[int, Maandbedrag]]
    ) -> Decimal | None:
        """What was paid this year up to and including this month more than there was a right to. A quarter is paid after it."""
        if not self._kan_ontvangen(id_):
            return None
        tot = self.peildatum.month - (3 if self.catalogus[id_].ritme == "kwartaal" else 0)
        zonder, met = jaar
        te_veel = sum((zonder[m].uitbetaald - met[m].uitbetaald for m in zonder if m <= tot), NUL)
        return te_veel if te_veel > 0 else None

    def _heel_jaar(self, id_: str) -> tuple[Decimal | None, Decimal | None]:
        """Twelve months in each situation, everybody as old as when both are looked at."""
        voor, na = self._vol
        oud, nieuw = (self._stand(s, id_, self._vol_dag).uitkomst for s in (voor, na))
        if "onbekend" in (oud.recht, nieuw.recht):
            return None, None
        return oud.bedrag_per_jaar, nieuw.bedrag_per_jaar

    @cached_property
    def _vol_dag(self) -> date:
        return self._dag(self.maand)

    @cached_property
    def _vol(self) -> tuple[Situatie, Situatie]:
        voor, na = (
            s.bevroren(self._vol_dag).met({"partner_sinds": None}) for s in (self.voor, self.vol_jaar)
        )
        return voor, na

    # --- what to do ----------------------------------------------------------------------------------------------------

    def _nieuw(self, verschillen: tuple[Verschil, ...]) -> Iterator[NieuwAanvragen]:
        """What there is a right to that there was none to, with the last day to apply for the year in which it begins."""
        for v in verschillen:
            regeling = self.catalogus.get(v.regeling)
            if regeling is None or v.recht_na != WEL or v.recht_voor == WEL or v.ontvangen:
                continue
            jaar = (v.vanaf or self._dag(self.maand)).year
            uiterlijk = regeling.uiterlijk(jaar)
            if v.regeling == _KINDEROPVANG:
                uiterlijk = self._opvang_aanvragen() or uiterlijk
            yield NieuwAanvragen(v.regeling, v.na, uiterlijk)

    def _opvang_aanvragen(self) -> date | None:
        """An application works back so many months before its own month (Wko art. 1.3 lid 2 b): the last day that leaves out none
        of the care."""
        termijnen = self.parameters.op("termijnen", self.peildatum)
        maanden = termijnen.get("kinderopvangtoeslag_maanden_terug")
        if maanden is None:
            return None
        teller = (
            self.ingangsdatum.year * 12 + self.ingangsdatum.month + int(maanden)
        )  # the first month too late
        return date(teller // 12, teller % 12 + 1, 1) - timedelta(days=1)


def _recht(u: Uitkomst) -> Recht:
    """In the month itself."""
    if u.recht == WEL and u.ritme == "maand" and u.bedrag_per_maand == 0:
        return NIET
    return u.recht


def _gelijk(een: Uitkomst, ander: Uitkomst) -> bool:
    """The same right to the same payment."""
    return (een.recht, een.bedrag_per_maand, een.bedrag_per_keer) == (
        ander.recht,
        ander.bedrag_per_maand,
        ander.bedrag_per_keer,
    )


def _oorzaak(voor: Uitkomst, na: Uitkomst, recht_voor: Recht, recht_na: Recht) -> Oorzaak:
    if "onbekend" in (recht_voor, recht_na):
        return "onbekend"
    if recht_voor != recht_na:
        return "begint" if recht_na == WEL else "stopt"
    if recht_na == NIET or _gelijk(voor, na):
        return "gelijk"
    if na.bedrag_per_keer is None or voor.bedrag_per_keer is None:
        return "anders"
    return "hoger" if na.bedrag_per_keer > voor.bedrag_per_keer else "lager"


__all__ = ["Vergelijking", "Verschil", "Werking", "lees_beide", "vergelijk"]
