"""A change in life: what every scheme gives before and after it (public contract, section 2c).

Both situations are sets of facts for the same rules; the difference is all schemes on both. Which household holds in which month:
see `tijdlijn`. When each scheme is looked at: see `kijker`. Amounts of a year: see `bedragen`. No I/O, no clock, no words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from actions.regels.inlezen import Fout, OngeldigeFeiten, lees_feiten
from actions.regels.opgave import Opgave
from actions.regels.regeling import Recht, Regeling, Uitkomst
from actions.regels.typen import Maand
from actions.regels.vergelijken import let_op as waarschuwen
from actions.regels.vergelijken.bedragen import Jaarbedragen, Maandbedrag
from actions.regels.vergelijken.kijker import KINDEROPVANG, Blik, Kijker, gelijk, recht
from actions.regels.vergelijken.melden import BETALERS, Soort, melden, soort_van
from actions.regels.vergelijken.situatie import Situatie, lees_situatie
from actions.regels.vergelijken.tijdlijn import vorige
from actions.regels.vergelijken.uitkomst import (
    NIET,
    WEL,
    NieuwAanvragen,
    Oorzaak,
    Totaal,
    Vergelijking,
    Verschil,
)
from actions.regels.vergelijken.veranderingen import OM_LEEFTIJD
from actions.regels.waarden import NUL
from content.parameters import Parameters

_IN_HET_JAAR: Final = frozenset({"maand", "kwartaal"})
"""What is paid in the course of a year, so that a change in it makes a difference that year."""
_KWARTAAL: Final = 3
Jaar = tuple[dict[int, Maandbedrag], dict[int, Maandbedrag]]
"""The months of a year, without the change and with it."""


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
    Raises OngeldigeFeiten when facts cannot be right, with fields "voor.kale_huur", "na.kale_huur" and "vol_jaar.kale_huur".
    """
    een, ander = _lees_beide(voor, na, ingangsdatum, intern)
    vol = ander
    if vol_jaar:
        try:
            vol = ander.met(lees_feiten(vol_jaar, voor.peildatum, intern=intern))
        except OngeldigeFeiten as fout:
            raise OngeldigeFeiten(_in(fout, "vol_jaar")) from None
    if verandering in OM_LEEFTIJD:
        een = een.bevroren(_voor(ingangsdatum))
    kijker = Kijker(
        voor=een,
        na=_geboren_op_de_eerste(een, ander, ingangsdatum),
        vol_jaar=vol,
        peildatum=voor.peildatum,
        ingangsdatum=ingangsdatum,
        regelingen=voor.regelingen,
        parameters=parameters,
        catalogus=catalogus,
    )
    krijgt_al = een.feiten.get("krijgt_al")
    ontvangen = ontvangt | frozenset(krijgt_al if isinstance(krijgt_al, tuple) else ())
    return _Vergelijker(kijker, ontvangen).vergelijking(verandering)


def _lees_beide(voor: Opgave, na: Opgave, ingangsdatum: date, intern: bool) -> tuple[Situatie, Situatie]:
    """Both situations, with all that is wrong with either. Ages are those of the reference date or, where these do not fit, of
    just before and on the day it changes."""
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
    """Puts together what was seen."""

    kijker: Kijker
    ontvangen: frozenset[str]
    """Schemes that come in already."""

    def vergelijking(self, verandering: str | None) -> Vergelijking:
        k = self.kijker
        jaarbedragen = Jaarbedragen(k.parameters)
        verschillen = tuple(
            v for v in (self._verschil(id_, jaarbedragen) for id_ in k.regelingen) if v is not None
        )
        meetellend = [v for v in verschillen if v.telt_mee]
        nieuw = tuple(self._nieuw(verschillen))
        aan_te_vragen = {n.regeling for n in nieuw}
        rust_op = {
            v.regeling: k.blik(v.regeling).rust_op
            for v in verschillen
            if v.recht_voor == WEL or v.ontvangen or (v.recht_na == WEL and v.regeling not in aan_te_vragen)
        }
        return Vergelijking(
            verschillen=verschillen,
            per_maand=_totaal((v.voor_per_maand, v.na_per_maand) for v in meetellend),
            dit_jaar=sum((v.dit_jaar or NUL for v in meetellend), NUL),
            tot_en_met=date(k.peildatum.year, 12, 31),
            vol_jaar=_totaal((v.vol_jaar_voor, v.vol_jaar_na) for v in meetellend),
            melden=melden(k.voor.feiten, k.veranderd, rust_op, k.ingangsdatum, k.parameters, verandering),
            nieuw_aanvragen=nieuw,
            let_op=waarschuwen.let_op(
                verschillen,
                k.catalogus,
                peildatum=k.peildatum,
                vanaf=k.vanaf,
                jaar=k.maand.jaar,
                verandering=verandering,
            ),
        )

    def _verschil(self, id_: str, jaarbedragen: Jaarbedragen) -> Verschil | None:
        blik = self.kijker.blik(id_)
        voor, na = blik.voor.uitkomst, blik.na.uitkomst
        recht_voor, recht_na = recht(voor), recht(na)
        niets_en_niets_te_komen = WEL not in (recht_voor, recht_na) and recht_na in (NIET, recht_voor)
        if niets_en_niets_te_komen and id_ not in self.ontvangen:
            return None
        oorzaak = _oorzaak(voor, na, recht_voor, recht_na)
        inkomen = blik.inkomen.uitkomst
        jaarinkomen = oorzaak != "gelijk" and na.ritme == "maand" and not gelijk(voor, inkomen)
        heel_jaar = jaarinkomen and gelijk(inkomen, na)  # nothing else changes it
        vanaf = Maand(blik.maand.jaar, 1) if heel_jaar else blik.vanaf
        jaar = self._dit_jaar(id_, jaarbedragen) if "onbekend" not in (voor.recht, na.recht) else None
        oud, nieuw = self.kijker.heel_jaar(id_)
        return Verschil(
            regeling=id_,
            voor=voor,
            na=na,
            recht_voor=recht_voor,
            recht_na=recht_na,
            vanaf=None if oorzaak in ("gelijk", "onbekend") else date(vanaf.jaar, vanaf.maand, 1),
            werkt="heel_jaar" if heel_jaar else "vanaf_maand",
            oorzaak=oorzaak,
            door=() if oorzaak == "gelijk" else self._door(blik),
            al_te_veel_ontvangen=None if jaar is None else self._al_te_veel(id_, jaar),
            dit_jaar=None if jaar is None else self._som(id_, jaar, jaarbedragen),
            vol_jaar_voor=oud.bedrag_per_jaar,
            vol_jaar_na=nieuw.bedrag_per_jaar,
            ontvangen=id_ in self.ontvangen,
            in_gebruik=self._in_gebruik(id_),
            jaarinkomen=jaarinkomen,
        )

    def _door(self, blik: Blik) -> tuple[Soort, ...]:
        """Wealth only where a limit to it decides: every toeslag looks at it."""
        anders = self.kijker.veranderd
        soorten = {soort_van(feit, anders) for feit in anders & blik.rust_op}
        redenen = (*blik.voor.uitkomst.redenen, *blik.na.uitkomst.redenen)
        if not any("vermogen" in reden.code for reden in redenen):
            soorten.discard("vermogen")
        return tuple(sorted(soorten))

    def _in_gebruik(self, id_: str) -> bool:
        return id_ in self.ontvangen or not (self.ontvangen or "krijgt_al" in self.kijker.voor.feiten)

    # --- this year -----------------------------------------------------------------------------------------------------

    def _dit_jaar(self, id_: str, jaarbedragen: Jaarbedragen) -> Jaar | None:
        regeling = self.kijker.catalogus.get(id_)
        if regeling is None or regeling.ritme not in _IN_HET_JAAR:
            return None
        jaar = self.kijker.peildatum.year
        lijn = self.kijker.lijn(id_, jaar)
        zonder, met = (jaarbedragen.van_jaar(regeling, jaar, op) for op in (lijn.zonder.op, lijn.op))
        return None if zonder is None or met is None else (zonder, met)

    def _som(self, id_: str, jaar: Jaar, jaarbedragen: Jaarbedragen) -> Decimal:
        """The year with the change less that without."""
        regeling, van = self.kijker.catalogus[id_], self.kijker.peildatum.year
        zonder, met = (jaarbedragen.som(regeling, van, bedragen) for bedragen in jaar)
        return met - zonder

    def _al_te_veel(self, id_: str, jaar: Jaar) -> Decimal | None:
        """What was paid this year up to and including this month more than there was a right to. A quarter is paid after it.
        Only of what comes in, or may, and is claimed back: a gemeente does not do so with help of its own."""
        if not self._in_gebruik(id_) or not any(id_ in namen for namen in BETALERS.values()):
            return None
        wacht = _KWARTAAL if self.kijker.catalogus[id_].ritme == "kwartaal" else 0
        zonder, met = jaar
        tot = self.kijker.peildatum.month - wacht
        te_veel = sum((zonder[m].uitbetaald - met[m].uitbetaald for m in zonder if m <= tot), NUL)
        return te_veel if te_veel > 0 else None

    # --- what to do ----------------------------------------------------------------------------------------------------

    def _nieuw(self, verschillen: tuple[Verschil, ...]) -> Iterator[NieuwAanvragen]:
        """What there is a right to that there was none to, with the last day to apply for the year in which it begins."""
        for v in verschillen:
            if v.recht_na == WEL and v.recht_voor != WEL and not v.ontvangen:
                yield NieuwAanvragen(v.regeling, v.na, self._uiterlijk(v))

    def _uiterlijk(self, v: Verschil) -> date | None:
        begin = v.vanaf or self.kijker.dag(self.kijker.maand)
        uiterlijk = self.kijker.catalogus[v.regeling].uiterlijk(begin.year)
        return (v.regeling == KINDEROPVANG and self._opvang_aanvragen()) or uiterlijk

    def _opvang_aanvragen(self) -> date | None:
        """An application works back so many months before its own month (Wko art. 1.3 lid 2 b): the last day that leaves out none
        of the care."""
        termijnen = self.kijker.parameters.op("termijnen", self.kijker.peildatum)
        maanden = termijnen.get("kinderopvangtoeslag_maanden_terug")
        if maanden is None:
            return None
        begin = self.kijker.ingangsdatum
        teller = begin.year * 12 + begin.month + int(maanden)  # the first month too late
        return _voor(date(teller // 12, teller % 12 + 1, 1))


def _totaal(paren: Iterator[tuple[Decimal | None, Decimal | None]]) -> Totaal:
    """Of what is known in both."""
    voor = na = NUL
    for oud, nieuw in paren:
        if oud is not None and nieuw is not None:
            voor, na = voor + oud, na + nieuw
    return Totaal(voor, na)


def _oorzaak(voor: Uitkomst, na: Uitkomst, recht_voor: Recht, recht_na: Recht) -> Oorzaak:
    if "onbekend" in (recht_voor, recht_na):
        return "onbekend"
    if recht_voor != recht_na:
        return "begint" if recht_na == WEL else "stopt"
    if gelijk(voor, na):
        return "gelijk"
    if na.bedrag_per_keer is None or voor.bedrag_per_keer is None:
        return "anders"
    return "hoger" if na.bedrag_per_keer > voor.bedrag_per_keer else "lager"
