"""One `Regeling` for each scheme of a gemeente, and the bijstand as this gemeente applies it.

Conditions
- Living in the gemeente: taken for granted until said otherwise.
- What the data ask: income (`inkomen`), wealth, age, children, years of low income, further facts (`voorwaarden`).
- What the law asks of every gemeente, whatever its file says:
  individuele inkomenstoeslag: from 21 to AOW age, no outlook on a better income (Pw art. 36 lid 1; the last is for the
  gemeente to judge, and told); bijzondere bijstand: necessary costs from special circumstances (Pw art. 35 lid 1);
  studietoeslag: a study, and a medical limitation that leaves no work beside it (Pw art. 36b lid 1); kwijtschelding: an
  assessment (Gemeentewet art. 255); debt help: problem debts (Wgs art. 3).
- With `draagkracht` the income limit is no wall: above it a part is for the costs, and as those are not known the gemeente works
  it out. Kwijtschelding: at most the costs of living means all is waived; above that a part may be (Leidraad Invordering
  26.2.10 and 26.2.11), and the gemeente works that out too.
Not known, in doubt or not in force on the day: `onbekend` with `lokale_regel_onbekend`; only not living there settles it.

Amount: see `bedragen`; the rows of today, over a year as often as it is paid. An amount in doubt is never given: `bedrag_onzeker`
tells the year of its source. Help in kind has none unless the data give one.
Just above an income limit and nothing else in the way: `bijna` (see `inkomen.BIJNA_PROCENT`).
Gaps: the cash that kwijtschelding leaves alone (`extra_vermogen_vrij`) and its 80% share; the sum of draagkracht; a right that
begins or ends with a birthday later in the year; the same scheme received in the last twelve months.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Final, Literal

from actions.regels.feiten import BIJZONDERE_KOSTEN
from actions.regels.huishouden import Huishouden
from actions.regels.lokaal import bedragen, inkomen, voorwaarden
from actions.regels.lokaal.toets import LOKALE_REGEL, Lezingen, Situatie, Toets, zeker
from actions.regels.participatiewet import bijstand, middelen, norm, uitkering
from actions.regels.regeling import Beoordeling, Reden, Regeling, Ritme, Waarden
from actions.regels.waarden import GEEN, JA, NUL, Bereik, meer_dan, minstens
from content.lokaal.erven import Lokaal
from content.lokaal.regeling import Regelingdata
from content.lokaal.toets import Inkomen, Leeftijden
from content.vorm import ONBEKEND

_EISEN: Final[Mapping[str, Mapping[str, voorwaarden.Gevraagd]]] = MappingProxyType(
    {
        "bijzondere-bijstand": {"bijzondere_kosten": BIJZONDERE_KOSTEN},
        "studietoeslag": {"studeert": True, "medische_beperking": True},
        "kwijtschelding": {"belastingaanslag": True},
        "schuldhulp": {"schulden": True},
        "schuldhulp-jongeren": {"schulden": True},
    }
)
"""What the law asks of every gemeente. A file that says more about the same fact goes before it."""
_LEEFTIJD: Final = MappingProxyType({"individuele-inkomenstoeslag": Leeftijden(van=21, tot="aow")})
_ARTIKEL: Final = MappingProxyType(
    {
        "individuele-inkomenstoeslag": "Pw art. 36",
        "studietoeslag": "Pw art. 36b",
        "bijzondere-bijstand": "Pw art. 35",
        "gemeentepolis": "Pw art. 35 lid 3",
        "kwijtschelding": "Gemeentewet art. 255",
        "schuldhulp": "Wgs art. 3",
        "schuldhulp-jongeren": "Wgs art. 3",
    }
)
"""Law behind a scheme; the others rest on the gemeente's own rules alone."""
_LET_OP: Final = MappingProxyType({"individuele-inkomenstoeslag": (Reden("uitzicht_op_inkomen"),)})
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
    if data.inkomen.van in ("geen", ONBEKEND) and data.vermogen.grens in ("geen", ONBEKEND):
        return frozenset()
    altijd = _PARAMETERS | {f"{norm.REGELING}.{naam}" for naam in norm.nodig(jaar)}
    return altijd | ({inkomen.WML} if data.inkomen.van == "wettelijk_minimumloon" else GEEN)


def _uiterlijk(data: Regelingdata) -> Callable[[int], date | None]:
    laatste = data.aanvragen.uiterlijk
    if laatste is None or laatste.elk_jaar is None:
        vast = None if laatste is None else laatste.datum
        return lambda _jaar: vast
    maand, dag = (int(deel) for deel in laatste.elk_jaar.split("-"))
    return lambda jaar: date(jaar, maand, dag)


def _beoordeel(id_: str, data: Regelingdata, h: Huishouden, p: Waarden) -> Beoordeling:
    artikel = _ARTIKEL.get(id_, "")
    woont = Toets("woont_niet_in_gemeente", zeker(h.ja("woont_in_gemeente"))).voorwaarde(artikel)
    if not data.geldt_op(h.peildatum) or data.twijfel(h.peildatum):
        return Beoordeling((woont,), maand=None, jaar=None, niet_te_bepalen=LOKALE_REGEL)
    s = Situatie(h, p, uitkering.van_bron(p))
    ritme = _ritme(data)
    twijfel = data.twijfel_bedragen(h.peildatum)
    keer = bedragen.per_keer(s, data.bedragen) if data.bedragen else None
    toetsen = tuple(_toetsen(id_, data, s, keer))
    mislukt = {t.code for t in toetsen if t.lezingen.ruim.waarde is False}
    geeft = keer if ritme and not twijfel and keer and bedragen.is_bekend(keer) else None
    return Beoordeling(
        voorwaarden=(woont, *(t.voorwaarde(artikel) for t in toetsen)),
        maand=geeft if ritme == "maand" else None,
        jaar=geeft * bedragen.KEREN[ritme] if geeft and ritme else None,
        keer=None if ritme == "maand" else geeft,
        let_op=(
            *_LET_OP.get(id_, ()),
            *([Reden("bedrag_onzeker", _jaar(twijfel.jaar))] if twijfel and data.bedragen else []),
        ),
        niet_te_bepalen=next((t.anders for t in toetsen if t.lezingen.tussenin), None),
        bijna=mislukt == {"inkomen_te_hoog"} and inkomen.net_erboven(s, data.inkomen),
    )


def _jaar(jaar: int | None) -> Mapping[str, str]:
    return {} if jaar is None else {"jaar": str(jaar)}


def _toetsen(id_: str, data: Regelingdata, s: Situatie, keer: Bereik | None) -> Iterator[Toets]:
    leeftijd = data.leeftijd or _LEEFTIJD.get(id_)
    if leeftijd:
        yield from voorwaarden.leeftijd(s, leeftijd)
    if data.kinderen:
        yield voorwaarden.kinderen(s, data.kinderen)
    elif keer and all(rij.per_kind for rij in data.bedragen):
        # Everything it gives is for a child: without one that fits there is nothing.
        yield Toets("geen_kind", zeker(meer_dan(keer, NUL) | ~minstens(keer, NUL)))
    eigen = data.eisen.gevraagd() if data.eisen else {}
    yield from voorwaarden.eisen(s, {**_EISEN.get(id_, {}), **eigen})
    if data.een_van:
        yield voorwaarden.een_van_deze(s, data.een_van.gevraagd())
    yield _inkomen(data, s)
    yield voorwaarden.vermogen(s, data.vermogen)
    if data.kwijtschelding:
        yield _volledig_kwijt(data.kwijtschelding.norm_procent, s)
    if data.jaren_laag_inkomen:
        yield voorwaarden.jaren_laag(s, data.jaren_laag_inkomen)


def _inkomen(data: Regelingdata, s: Situatie) -> Toets:
    toets = inkomen.toets(s, data.inkomen)
    return _gemeente_rekent(toets.lezingen) if data.draagkracht else toets


def _volledig_kwijt(procent: Decimal | Literal["onbekend"], s: Situatie) -> Toets:
    """The income is at most the costs of living: a percentage of the norm of this household."""
    kosten = Inkomen(
        van="norm_bijstand_aow_als_aow",
        procent=procent,
        soort="netto",
        vakantiegeld="met",
        kostendelersnorm="telt",
        jonger_dan_21="eigen_norm",
    )
    return _gemeente_rekent(inkomen.van_eis(s, kosten))


def _gemeente_rekent(laag_genoeg: Lezingen) -> Toets:
    """Above this limit there may still be something, and the gemeente works it out."""
    return Toets("inkomen_te_hoog", Lezingen(JA, laag_genoeg.streng), anders="gemeente_rekent_draagkracht")
