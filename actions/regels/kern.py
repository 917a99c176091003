"""The kernel: every scheme on one household, what is still open, and what to ask next.

No I/O, no clock, no words. A scheme that fails to compute becomes `rekenfout` and never takes the others down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Final

from actions.regels.afleiden import AFGELEID, NETTO, Afleider
from actions.regels.catalogus import REGELINGEN
from actions.regels.feiten import FEITEN
from actions.regels.huishouden import Huishouden
from actions.regels.ids import REGELINGEN as ALLE_IDS
from actions.regels.jaar import Jaarregels, kies_jaar
from actions.regels.mensen import Mensen
from actions.regels.nodig import nog_te_vragen, open_in, ruimte
from actions.regels.paden import basisfeit, basisfeiten, is_maand, rang, veldnaam
from actions.regels.regeling import (
    Beoordeling,
    Reden,
    Regeling,
    UitgerekendeStap,
    Uitkomst,
    Voorlopig,
)
from actions.regels.terugbetalen import waarschuwing
from actions.regels.typen import Schatting
from actions.regels.waarden import GEEN, NUL, Bereik, Feiten
from content.lokaal.regeling import LOKAAL
from content.parameters import Parameters

BEDRAG_IS_NUL = frozenset({"inkomen_te_hoog"})
"""The condition "there is something left to pay": the only reason for a no that a sum explains."""
AANGENOMEN = frozenset(naam for naam, feit in FEITEN.items() if feit.aangenomen is not None)
"""The facts that are taken for granted until something else is said."""


@dataclass(slots=True)
class Oordeelstand:
    """One scheme: its outcome, the paths that must still be asked, and those that would only sharpen a year's sum."""

    uitkomst: Final[Uitkomst]
    open: Final[Feiten] = GEEN
    verfijning: Final[Feiten] = GEEN
    feiten: Final[Feiten] = GEEN
    """Every fact the outcome rests on, given, assumed or derived."""
    grenzen: Final[Mapping[str, tuple[Decimal, ...]]] = field(default_factory=dict)
    """Per open path the limits it is held against: "minder dan 38.479 euro?" is an easier question than "hoeveel?"."""


@dataclass(frozen=True, slots=True)
class Uitslag:
    """All schemes in scope for one household."""

    standen: tuple[Oordeelstand, ...]

    @property
    def uitkomsten(self) -> tuple[Uitkomst, ...]:
        return tuple(stand.uitkomst for stand in self.standen)

    def uitkomst(self, regeling: str) -> Uitkomst:
        return next(u for u in self.uitkomsten if u.regeling == regeling)

    @property
    def ontbrekend(self) -> Mapping[str, tuple[str, ...]]:
        """Per scheme that is not settled: the facts open now, list items as "medebewoners.inkomen_jaar"."""
        return {
            stand.uitkomst.regeling: tuple(dict.fromkeys(veldnaam(p) for p in sorted(stand.open, key=rang)))
            for stand in self.standen
            if stand.open
        }

    @property
    def nodige_paden(self) -> tuple[str, ...]:
        """What must be asked for an outcome, in the order to ask it; what would only make an estimate exact is left out."""
        return tuple(sorted({p for stand in self.standen for p in stand.open}, key=rang))

    @property
    def open_paden(self) -> tuple[str, ...]:
        """Everything still worth asking, in the order to ask it; birth months that only sharpen come last."""
        nodig = self.nodige_paden
        scherper = sorted({p for stand in self.standen if not stand.open for p in stand.verfijning}, key=rang)
        return (*nodig, *(p for p in scherper if p not in nodig))

    def grenzen(self, pad: str) -> tuple[Decimal, ...]:
        """The limits an open path is held against in the schemes that are not settled, lowest first."""
        return tuple(sorted({g for s in self.standen if pad in s.open for g in s.grenzen.get(pad, ())}))

    @property
    def volgende_pad(self) -> str | None:
        """The one to ask next, with the number of a list item ("medebewoners.0.inkomen_jaar")."""
        paden = self.open_paden
        return paden[0] if paden else None

    @property
    def volgende(self) -> str | None:
        """The fact to ask next; for a list that is not known yet, the list."""
        pad = self.volgende_pad
        return None if pad is None else basisfeit(pad)


def bepaal(
    feiten: Mapping[str, object],
    parameters: Parameters,
    peildatum: date,
    regelingen: Sequence[str] | None = None,
    *,
    geschat: Mapping[str, Schatting] = MappingProxyType({}),
    niet_scherper: frozenset[str] = frozenset(),
    catalogus: Mapping[str, Regeling] = REGELINGEN,
    mensen: Mensen | None = None,
    kort: bool = False,
) -> Uitslag:
    """All outcomes for typed facts (see `inlezen.lees_feiten`).

    `geschat` holds the paths that were converted from what was said: outcomes resting on them are estimates.
    `niet_scherper` names facts that hold a range which the resident cannot narrow: they are not asked again.
    `mensen`: who lives there, when that was looked up before for the same people on the same day.
    `kort`: only verdicts and amounts. How sure an estimate is, what would sharpen it and what may have to be paid back is left
    out, as nobody reads that of each of many households (see `werken`).
    """
    huishouden = Huishouden(
        feiten,
        peildatum,
        niet_scherper=niet_scherper,
        afleider=Afleider(feiten, parameters, peildatum, geschat=geschat),
        geschat=geschat,
        bekende_mensen=mensen,
    )
    gevraagd = ALLE_IDS if regelingen is None else tuple(regelingen)
    return Uitslag(
        tuple(_een_regeling(id_, catalogus.get(id_), huishouden, parameters, kort=kort) for id_ in gevraagd)
    )


def _een_regeling(
    id_: str,
    regeling: Regeling | None,
    huishouden: Huishouden,
    parameters: Parameters,
    *,
    kort: bool,
) -> Oordeelstand:
    if regeling is None:
        code = "lokale_regel_onbekend" if id_ in LOKAAL else "bron_ontbreekt"
        return Oordeelstand(Uitkomst(id_, "onbekend", (Reden(code),)))
    try:
        regels = kies_jaar(parameters, regeling, huishouden.peildatum)
        if regels is None:
            return Oordeelstand(_kaal(regeling, "geen_parameters"))
        gevonden = _bevind(regeling, huishouden, regels)
        if kort:
            return Oordeelstand(gevonden.uitkomst(), feiten=gevonden.feiten)
        return _met_schattingen(regeling, huishouden, regels, gevonden)
    except Exception as fout:  # one scheme that raises never hides the others (contract section 2)
        return Oordeelstand(_kaal(regeling, "rekenfout", type(fout).__name__))


def _kaal(regeling: Regeling, code: str, fout: str | None = None) -> Uitkomst:
    return Uitkomst(
        regeling.id,
        "onbekend",
        (Reden(code),),
        ritme=regeling.ritme,
        vorm=regeling.vorm,
        tot_en_met=regeling.tot_en_met,
        fout=fout,
    )


@dataclass(slots=True)
class _Bevinding:
    """What a verdict comes to, before it is looked at how sure its estimates are."""

    uitkomst: Final[Callable[..., Uitkomst]]
    """The outcome, but for `let_op`, `schatting` and `marge`."""
    beslist: Final[bool]
    feiten: Final[Feiten]
    """Every fact it rests on."""
    open: Final[Feiten] = GEEN
    grenzen: Final[Mapping[str, tuple[Decimal, ...]]] = field(default_factory=dict)
    te_betalen: Final[bool] = False
    """Something may be paid."""
    per_maand: Final[Decimal | None] = None
    """What is paid now, or would be."""
    let_op: Final[tuple[Reden, ...]] = ()
    schatting: Final[bool] = False


def _bevind(regeling: Regeling, huishouden: Huishouden, regels: Jaarregels) -> _Bevinding:
    b = regeling.beoordeel(huishouden, regels.waarden)
    mislukt = [v for v in b.voorwaarden if v.oordeel.waarde is False]
    if mislukt:
        nul_per_maand = NUL if regeling.ritme == "maand" else None
        return _Bevinding(
            partial(
                regels.uitkomst,
                recht="waarschijnlijk_niet",
                redenen=tuple([Reden(v.code, v.waarden) for v in mislukt]),
                artikelen=tuple(dict.fromkeys([v.artikel for v in mislukt])),
                bedrag_per_maand=nul_per_maand,
                bedrag_per_jaar=NUL,
                bedrag_per_keer=NUL,
                door=_gegeven(huishouden, mislukt[0].oordeel.feiten),
                stappen=_stappen(b) if BEDRAG_IS_NUL.issuperset([v.code for v in mislukt]) else (),
                bijna=b.bijna,
            ),
            beslist=True,
            feiten=GEEN.union(*[v.oordeel.feiten for v in mislukt]),
            per_maand=nul_per_maand,
            let_op=(Reden("vraag_maatwerk"),) if b.bijna else (),
        )
    feiten = GEEN.union(GEEN if b.jaar is None else b.jaar.feiten, *[v.oordeel.feiten for v in b.voorwaarden])
    gegeven = _gegeven(huishouden, feiten)
    aangenomen = tuple(sorted((feiten & AANGENOMEN).difference(gegeven), key=rang))
    artikelen = tuple(dict.fromkeys([v.artikel for v in b.voorwaarden]))
    let_op = tuple([_reden(r) for r in b.let_op])
    alle_open = open_in(b)
    if b.niet_te_bepalen:
        return _Bevinding(
            partial(
                regels.uitkomst,
                recht="onbekend",
                redenen=(_reden(b.niet_te_bepalen), *_waarom_open(huishouden, alle_open)),
                artikelen=artikelen,
                door=gegeven,
            ),
            beslist=False,
            feiten=feiten,
            open=nog_te_vragen(regeling, huishouden, regels.waarden, b, alle_open),
            let_op=let_op,
            schatting=b.schatting,
        )
    if not alle_open:
        return _Bevinding(
            partial(
                regels.uitkomst,
                recht="waarschijnlijk_wel",
                redenen=(Reden("voldoet"),),
                bedrag_per_maand=_laagste(b.maand),
                bedrag_per_jaar=_laagste(b.jaar),
                bedrag_per_keer=_laagste(b.maand if regeling.ritme == "maand" else b.keer or b.jaar),
                voorwaarden=aangenomen,
                artikelen=artikelen,
                door=gegeven,
                stappen=_stappen(b),
            ),
            beslist=True,
            feiten=feiten,
            te_betalen=True,
            per_maand=_laagste(b.maand),
            let_op=let_op,
            schatting=b.schatting,
        )
    voorlopig = _voorlopig(b, alle_open)
    return _Bevinding(
        partial(
            regels.uitkomst,
            recht="onbekend",
            redenen=_waarom_open(huishouden, alle_open),
            voorlopig=voorlopig,
            voorwaarden=aangenomen if voorlopig else (),
            artikelen=artikelen,
            door=gegeven,
            stappen=_stappen(b) if b.jaar is not None and b.jaar.exact else (),
        ),
        beslist=False,
        feiten=feiten,
        open=nog_te_vragen(regeling, huishouden, regels.waarden, b, alle_open),
        grenzen=_grenzen(b),
        te_betalen=voorlopig is not None,
        per_maand=voorlopig.bedrag_per_maand if voorlopig else None,
        let_op=let_op,
        schatting=b.schatting,
    )


def _reden(gezegd: str | Reden) -> Reden:
    return gezegd if isinstance(gezegd, Reden) else Reden(gezegd)


def _laagste(bedrag: Bereik | None) -> Decimal | None:
    return None if bedrag is None else bedrag.laag


def _grenzen(b: Beoordeling) -> Mapping[str, tuple[Decimal, ...]]:
    gevonden: dict[str, tuple[Decimal, ...]] = {}
    for v in b.voorwaarden:
        if v.oordeel.waarde is None and "grens" in v.waarden:
            for pad in v.oordeel.open:
                gevonden[pad] = (*gevonden.get(pad, ()), v.waarden["grens"])
    return gevonden


def _waarom_open(huishouden: Huishouden, open_: Feiten) -> tuple[Reden, ...]:
    """What is open and not asked yet; and, apart, what the resident does not know."""
    namen: dict[str, list[str]] = {"feit_ontbreekt": [], "weet_niet": []}
    for pad in sorted(open_, key=rang):
        namen["weet_niet" if huishouden.weet_niet(pad) else "feit_ontbreekt"].append(pad)
    return tuple(
        Reden(code, {"feit": naam})
        for code, paden in namen.items()
        for naam in dict.fromkeys(veldnaam(p) for p in paden)
    )


def _voorlopig(b: Beoordeling, open_: Feiten) -> Voorlopig | None:
    """The amount is certain, the right is not yet."""
    if b.maand is None or not b.maand.exact or b.maand.laag <= 0:
        return None
    return Voorlopig(b.maand.laag, tuple(dict.fromkeys(veldnaam(p) for p in sorted(open_, key=rang))))


def _stappen(b: Beoordeling) -> tuple[UitgerekendeStap, ...]:
    return tuple(
        UitgerekendeStap(s.id, None if s.bedrag is None else s.bedrag.laag, s.artikel, s.waarden)
        for s in b.stappen()
        if s.bedrag is None or s.bedrag.exact
    )


def _gegeven(huishouden: Huishouden, paden: Feiten) -> tuple[str, ...]:
    """The facts among these that the resident gave, in the order of the questions."""
    return tuple(sorted(huishouden.gegeven & basisfeiten(paden), key=rang))


def _met_schattingen(
    regeling: Regeling, huishouden: Huishouden, regels: Jaarregels, gevonden: _Bevinding
) -> Oordeelstand:
    """An estimate says that it is one, why, and how wide: rules of an earlier year, a converted income, a birth month that
    is not known. What would make it sharper is worth asking, after everything else."""
    let_op = [Reden("regels_van_eerder_jaar", {"jaar": str(regels.jaar)})] if regels.eerder_jaar else []
    omgerekend = _omgerekend_uit(huishouden, gevonden.feiten)
    if omgerekend:
        let_op.append(Reden("inkomen_omgerekend", {"uit": omgerekend}))
    ruim = ruimte(regeling, huishouden, regels, gevonden.feiten) if gevonden.beslist else None
    open_ = GEEN if ruim is None else open_in(ruim)
    marge, kan_omslaan = None, False
    if any(is_maand(p) for p in open_):
        let_op.append(Reden("geboortemaand_onbekend"))
    if ruim is not None and omgerekend:
        marge = _marge(gevonden, ruim)
        # Where something else says no for certain, no income turns it.
        kan_omslaan = all(v.oordeel.waarde is not False for v in ruim.voorwaarden) and any(
            v.oordeel.waarde is None and v.oordeel.open & (AFGELEID | huishouden.geschat.keys())
            for v in ruim.voorwaarden
        )
        if kan_omslaan:
            let_op.append(Reden("marge_kan_omslaan"))
    risico = (
        waarschuwing(
            regeling,
            huishouden,
            regels,
            gevonden.per_maand,
            omgerekend=omgerekend,
            kan_omslaan=kan_omslaan,
        )
        if gevonden.te_betalen
        else ()
    )
    return Oordeelstand(
        gevonden.uitkomst(
            let_op=(*gevonden.let_op, *let_op, *risico),
            schatting=gevonden.schatting or bool(let_op),
            marge=marge,
        ),
        open=gevonden.open,
        verfijning=_scherper(huishouden, open_) if let_op else GEEN,
        feiten=gevonden.feiten,
        grenzen=gevonden.grenzen,
    )


def _scherper(huishouden: Huishouden, open_: Feiten) -> Feiten:
    """What of this, that a wider look leaves open, would make an estimate sharper and can be asked."""
    return frozenset(
        p
        for p in open_
        if (is_maand(p) or p in NETTO) and p not in huishouden.feiten and not huishouden.weet_niet(p)
    )


def _omgerekend_uit(huishouden: Huishouden, feiten: Feiten) -> tuple[str, ...]:
    """From what the amounts that this rests on were converted: see `typen.Schatting.uit`, or when they follow from another
    fact "netto" (to gross), "bruto" (to net) or "norm" (of the bijstand)."""
    gevonden = {huishouden.geschat[f].uit for f in feiten & huishouden.geschat.keys()}
    for feit in feiten & AFGELEID:
        afgeleid = huishouden.afgeleid(feit) if feit not in huishouden.feiten else None
        if afgeleid is not None and afgeleid.hoog:
            gevonden.add(
                "norm" if afgeleid.uit not in AFGELEID else "netto" if afgeleid.uit in NETTO else "bruto"
            )
    return tuple(sorted(gevonden))


def _marge(gevonden: _Bevinding, ruim: Beoordeling) -> Decimal | None:
    """How far the month's amount may be off, euros; None when it is not paid monthly."""
    bedrag = gevonden.per_maand
    if bedrag is None or ruim.maand is None:
        return None
    return max(ruim.maand.hoog - bedrag, bedrag - ruim.maand.laag, NUL)
