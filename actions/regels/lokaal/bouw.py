"""One `Regeling` for each scheme of a gemeente, and the bijstand as this gemeente applies it.

Conditions
- Living in the gemeente: taken for granted until said otherwise.
- What the data ask: income (`inkomen`), wealth, age, children, years of low income, further facts (`voorwaarden`).
- What the law asks of every gemeente, whatever its file says (`wet`).
- Bijzondere bijstand with `draagkracht`: the income limit is no wall (`draagkracht`).
- Kwijtschelding: what the law waives (`kwijtschelding`), beside the limits of the file, which a gemeente seldom has.
Not known, in doubt or not in force on the day: `onbekend`; only not living there settles it. Doubt comes with `regels_onzeker`
and the year of the source.

Amount: see `bedragen`; the rows of today, over a year as often as it is paid; for studietoeslag those of the law
(`studietoeslag`). There is none while a special demand is still open: that so many may get it says nothing of who never will.
An amount in doubt is never given: `bedrag_onzeker` tells the year of its source and the amount of then. Help in kind has none
unless the data give one.
Just above an income limit and nothing else in the way: `bijna` (see `inkomen.BIJNA_PROCENT`).
Gaps: a right that begins or ends with a birthday later in the year; the same scheme received in the last twelve months.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Final

from actions.regels.huishouden import Huishouden
from actions.regels.lokaal import (
    bedragen,
    draagkracht,
    inkomen,
    kwijtschelding,
    studietoeslag,
    voorwaarden,
    wet,
)
from actions.regels.lokaal.toets import LOKALE_REGEL, Situatie, Toets, zeker
from actions.regels.participatiewet import bijstand, middelen, norm, uitkering
from actions.regels.regeling import Beoordeling, Reden, Regeling, Ritme, Waarden
from actions.regels.waarden import GEEN, NUL, Bereik, meer_dan, minder_dan
from content.lokaal.erven import Lokaal
from content.lokaal.regeling import Regelingdata
from content.vorm import ONBEKEND

_PARAMETERS: Final = frozenset(
    f"{norm.REGELING}.{naam}" for naam in middelen.VERMOGEN | {"vakantietoeslag_pct"}
) | {"aow.leeftijd_maanden", inkomen.VAKANTIEBIJSLAG}


def regelingen(lokaal: Lokaal) -> Mapping[str, Regeling]:
    """What holds in a gemeente, for `kern.bepaal(…, catalogus={**REGELINGEN, **regelingen(lokaal)})`.

    Its own schemes (their ids: `lokaal.regelingen`), and in place of the national one the bijstand, when its file says that it
    applies a measure of 2027 already.
    """
    eigen = {id_: _regeling(id_, een.data) for id_, een in lokaal.regelingen.items()}
    past_toe = lokaal.gemeente.past_toe
    landelijk = {bijstand.REGELING.id: bijstand.met_maatregelen(past_toe)} if past_toe else {}
    return MappingProxyType({**eigen, **landelijk})


def _regeling(id_: str, data: Regelingdata) -> Regeling:
    return Regeling(
        id=id_,
        ronde=3,
        beoordeel=partial(_beoordeel, id_, data),
        parameters=partial(_parameters, data),
        # Only today counts: no sum over a year that a birthday could change.
        leeftijdsgrenzen=lambda _p: {},
        uiterlijk=_uiterlijk(data),
        ritme=_ritme(data) or "eenmalig",
        vorm=data.vorm,
        tot_en_met=data.tot_en_met,
    )


def _ritme(data: Regelingdata) -> Ritme | None:
    return None if data.ritme == ONBEKEND else data.ritme


def _parameters(data: Regelingdata, jaar: int) -> frozenset[str]:
    """None when nothing of the law is read: such a scheme does not wait for new amounts."""
    return GEEN.union(*(_parameters_van(versie, jaar) for versie in data.versies()))


def _parameters_van(data: Regelingdata, jaar: int) -> frozenset[str]:
    grenzen = {data.inkomen.van, data.vermogen.grens} - {"geen", ONBEKEND}
    if not grenzen and not data.kwijtschelding:
        return frozenset()
    altijd = _PARAMETERS | {f"{norm.REGELING}.{naam}" for naam in norm.nodig(jaar)}
    if data.kwijtschelding:
        altijd |= kwijtschelding.PARAMETERS
    return altijd | ({inkomen.WML} if data.inkomen.van == "wettelijk_minimumloon" else GEEN)


def _uiterlijk(data: Regelingdata) -> Callable[[int], date | None]:
    laatste = data.aanvragen.uiterlijk
    if laatste is None or laatste.elk_jaar is None:
        vast = None if laatste is None else laatste.datum
        return lambda _jaar: vast
    maand, dag = (int(deel) for deel in laatste.elk_jaar.split("-"))
    return lambda jaar: date(jaar, maand, dag)


def _beoordeel(id_: str, data: Regelingdata, h: Huishouden, p: Waarden) -> Beoordeling:
    data = data.op(h.peildatum)
    artikel, onbekend = wet.artikel(id_), wet.onbekend(id_)
    woont = Toets("woont_niet_in_gemeente", zeker(h.ja("woont_in_gemeente"))).voorwaarde(artikel)
    onzeker = data.twijfel(h.peildatum)
    if onzeker or not data.geldt_op(h.peildatum):
        let_op = (Reden("regels_onzeker", _jaar(onzeker.jaar)),) if onzeker else ()
        return Beoordeling((woont,), maand=None, jaar=None, niet_te_bepalen=onbekend, let_op=let_op)
    s = Situatie(h, p, uitkering.van_bron(p))
    geld = _geld(data, s)
    kwijt = kwijtschelding.beoordeel(s, data.kwijtschelding) if data.kwijtschelding else None
    eisen = tuple(_eisen(id_, data, s))
    toetsen = (*eisen, *_toetsen(id_, data, s, geld.keer), *(kwijt.toetsen if kwijt else ()))
    mislukt = {t.code for t in toetsen if t.lezingen.ruim.waarde is False}
    tussenin = next((t.anders for t in toetsen if t.lezingen.tussenin), None)
    if kwijt:
        geld = _Geld(kwijt.bedrag, "jaar", kwijt.let_op)
    bijzonder = any(t.lezingen.ruim.waarde is None for t in eisen)
    geeft = (
        geld.keer if geld.ritme and geld.keer and bedragen.is_bekend(geld.keer) and not bijzonder else None
    )
    return Beoordeling(
        voorwaarden=(woont, *(t.voorwaarde(artikel) for t in toetsen)),
        maand=geeft if geld.ritme == "maand" else None,
        jaar=geeft * bedragen.KEREN[geld.ritme] if geeft and geld.ritme else None,
        keer=None if geld.ritme == "maand" else geeft,
        let_op=(*wet.let_op(id_), *geld.let_op),
        schatting=kwijt is not None and kwijt.schatting,
        niet_te_bepalen=onbekend if tussenin == LOKALE_REGEL else tussenin,
        bijna=not kwijt
        and not data.draagkracht
        and mislukt == {"inkomen_te_hoog"}
        and inkomen.net_erboven(s, data.inkomen),
    )


@dataclass(frozen=True, slots=True)
class _Geld:
    """What it gives each time; `keer` None when there is no amount, or none that may be told."""

    keer: Bereik | None
    ritme: Ritme | None
    let_op: tuple[Reden, ...] = ()


def _geld(data: Regelingdata, s: Situatie) -> _Geld:
    ritme = _ritme(data)
    if data.landelijk_bedrag:
        bedrag = studietoeslag.bedrag(s)
        jaar = None if bedrag else studietoeslag.laatste_jaar(s.p.bron, s.h.peildatum)
        return _Geld(bedrag, ritme, () if bedrag else (_onzeker(jaar),))
    if not data.bedragen:
        return _Geld(None, ritme)
    twijfel = data.twijfel_bedragen(s.h.peildatum)
    keer = bedragen.per_keer(s, data.bedragen)
    return _Geld(keer, None, (_onzeker(twijfel.jaar, keer),)) if twijfel else _Geld(keer, ritme)


def _onzeker(jaar: int | None, toen: Bereik | None = None) -> Reden:
    """`toen`: the amount of that year, to ask after. It is told, and never counted."""
    if jaar is None:
        return Reden("bedrag_onzeker")
    som = toen.laag if toen and toen.exact and bedragen.is_bekend(toen) else NUL
    return Reden("bedrag_onzeker", {**_jaar(jaar), **({"som": som} if som else {})})


def _jaar(jaar: int | None) -> Mapping[str, str]:
    return {} if jaar is None else {"jaar": str(jaar)}


def _eisen(id_: str, data: Regelingdata, s: Situatie) -> Iterator[Toets]:
    """What is asked besides income, wealth and age."""
    yield from voorwaarden.eisen(s, wet.eisen(id_, data))
    een_van = wet.een_van(id_, data)
    if een_van:
        yield voorwaarden.een_van_deze(s, een_van)
    if id_ == wet.STUDIETOESLAG:
        yield wet.zonder_wajong(s)


def _toetsen(id_: str, data: Regelingdata, s: Situatie, keer: Bereik | None) -> Iterator[Toets]:
    leeftijd = wet.leeftijd(id_, data)
    if leeftijd:
        yield from voorwaarden.leeftijd(s, leeftijd)
    if data.kinderen:
        yield voorwaarden.kinderen(s, data.kinderen)
    elif keer and data.bedragen and all(rij.per_kind for rij in data.bedragen):
        # Everything it gives is for a child: without one that fits there is nothing.
        yield Toets("geen_kind", zeker(meer_dan(keer, NUL) | minder_dan(keer, NUL)))
    if data.draagkracht:
        yield draagkracht.toets(s, data.inkomen, data.draagkracht)
    else:
        yield inkomen.toets(s, data.inkomen)
    yield voorwaarden.vermogen(s, data.vermogen)
    if data.jaren_laag_inkomen:
        yield voorwaarden.jaren_laag(s, data.jaren_laag_inkomen)
