"""A comparison of two situations, put into words and into the form of the contract (section 2c)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from actions.contract import Reden
from actions.contract_vergelijken import (
    DitJaar,
    Melding,
    NieuwAanvragen,
    Totaal,
    Vergelijking,
    Verschil,
)
from actions.gesprek.weergave import aanvragen_van, uitkomst_model
from actions.regels.vergelijken import uitkomst as regels
from actions.regels.vergelijken.melden import Melding as Regelmelding
from content.inhoud import Inhoud
from content.schema import Gemeente

_UIT_DE_REGELING = frozenset({"stopt", "onbekend"})
"""Where the scheme's own reason says more than that it changes."""

_MEESTE_SOORTEN = 2
"""More kinds of change than this make no sentence any more."""


class Zeg(Protocol):
    """A text by its id, filled in; in a talk about somebody else in the words for that."""

    def __call__(self, id_: str, /, **waarden: object) -> str: ...


def vergelijking_model(
    inhoud: Inhoud,
    gevonden: regels.Vergelijking,
    peildatum: date,
    *,
    zeg: Zeg,
    verandering: str | None = None,
    gemeente: Gemeente | None = None,
    eigen_woorden: bool = True,
) -> Vergelijking:
    """The comparison as it goes over the wire. `eigen_woorden`: the reasons of the schemes themselves may be told, which speak to
    the resident; not in a talk about somebody else."""
    namen = {
        v.regeling: inhoud.uitkomst(v.regeling, gemeente.slug if gemeente else None).korte_titel
        for v in gevonden.verschillen
    }
    return Vergelijking(
        verschillen=[
            _verschil(inhoud, v, peildatum, zeg, gemeente, eigen_woorden) for v in gevonden.verschillen
        ],
        totaal_per_maand=_totaal(gevonden.per_maand),
        dit_jaar=DitJaar(verschil=gevonden.dit_jaar, tot_en_met=gevonden.tot_en_met.isoformat()),
        melden=[_melding(m, peildatum, zeg, verandering) for m in gevonden.melden],
        nieuw_aanvragen=[_nieuw(inhoud, n, gemeente) for n in gevonden.nieuw_aanvragen],
        vol_jaar=_totaal(gevonden.vol_jaar),
        let_op=[Reden(code=r.code, tekst=_waarschuwing(r, namen, zeg)) for r in gevonden.let_op],
    )


def _totaal(totaal: regels.Totaal) -> Totaal:
    return Totaal(voor=totaal.voor, na=totaal.na, verschil=totaal.verschil)


def _verschil(
    inhoud: Inhoud,
    v: regels.Verschil,
    peildatum: date,
    zeg: Zeg,
    gemeente: Gemeente | None,
    eigen_woorden: bool,
) -> Verschil:
    bekend = v.beide_bekend
    return Verschil(
        regeling=v.regeling,
        titel=inhoud.uitkomst(v.regeling, gemeente.slug if gemeente else None).titel,
        voor=v.voor_per_maand,
        na=v.na_per_maand,
        verschil_per_maand=v.verschil_per_maand,
        vanaf=_dag(v.vanaf),
        werkt=v.werkt,
        al_te_veel_ontvangen=v.al_te_veel_ontvangen,
        reden=" ".join(_waarom(inhoud, v, peildatum, zeg, gemeente, eigen_woorden)),
        recht_voor=v.recht_voor,
        recht_na=v.recht_na,
        ritme=v.na.ritme,
        voor_per_keer=v.voor.bedrag_per_keer if bekend else None,
        na_per_keer=v.na.bedrag_per_keer if bekend else None,
        schatting=v.schatting,
    )


def _waarom(
    inhoud: Inhoud,
    v: regels.Verschil,
    peildatum: date,
    zeg: Zeg,
    gemeente: Gemeente | None,
    eigen_woorden: bool,
) -> Iterator[str]:
    yield zeg(f"vergelijking.reden_{v.oorzaak}", door=[zeg(f"vergelijking.door_{s}") for s in v.door])
    if v.jaarinkomen and v.oorzaak != "onbekend":
        yield zeg("vergelijking.heel_jaar")
    if eigen_woorden and v.oorzaak in _UIT_DE_REGELING:
        een = v.na if v.recht_na != regels.WEL else v.voor
        if een.recht != regels.WEL:
            yield uitkomst_model(inhoud, een, peildatum, gemeente).redenen[0].tekst


def _melding(m: Regelmelding, peildatum: date, zeg: Zeg, verandering: str | None) -> Melding:
    bij = zeg(f"vergelijking.bij_{m.bij}")
    soorten: Sequence[str] = m.soorten if verandering is None or m.alleen_de_rest else (verandering,)
    if len(soorten) > _MEESTE_SOORTEN:
        soorten = ("anders",)
    te_laat = m.uiterlijk is not None and m.uiterlijk < peildatum
    if te_laat:
        termijn = zeg("vergelijking.termijn_alsnog")
    elif m.weken is None:
        termijn = zeg("vergelijking.termijn_meteen")
    else:
        termijn = zeg("vergelijking.termijn_weken", weken=m.weken)
    return Melding(
        bij=bij,
        wat=zeg("vergelijking.melden", bij=bij, wat=[zeg(f"vergelijking.wat_{s}") for s in soorten]),
        uiterlijk=_dag(m.uiterlijk),
        termijn=termijn,
    )


def _nieuw(inhoud: Inhoud, n: regels.NieuwAanvragen, gemeente: Gemeente | None) -> NieuwAanvragen:
    tekst = inhoud.uitkomst(n.regeling, gemeente.slug if gemeente else None)
    aanvragen = aanvragen_van(inhoud, tekst, n.uitkomst, gemeente)
    return NieuwAanvragen(
        regeling=n.regeling,
        uiterlijk=_dag(n.uiterlijk),
        titel=tekst.titel,
        bij=aanvragen.bij,
        url=aanvragen.url,
    )


def _waarschuwing(r: regels.LetOp, namen: Mapping[str, str], zeg: Zeg) -> str:
    waarden: dict[str, str | Decimal | list[str]] = {}
    for naam, waarde in r.waarden.items():
        if isinstance(waarde, tuple):
            waarden["namen"] = [namen[id_] for id_ in waarde]
        else:
            waarden[naam] = waarde
    return zeg(f"vergelijking.let_op_{r.code}", **waarden)


def _dag(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()
