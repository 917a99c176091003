"""What is uncertain about a comparison as a whole, and how to prevent a bill: codes with what fills their text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from actions.regels.regeling import Regeling
from actions.regels.typen import Maand
from actions.regels.vergelijken.melden import Soort, weet_al
from actions.regels.vergelijken.uitkomst import WEL, LetOp, Verschil
from actions.regels.waarden import NUL


def let_op(
    verschillen: tuple[Verschil, ...],
    catalogus: Mapping[str, Regeling],
    *,
    peildatum: date,
    vanaf: Maand,
    jaar: int,
    verandering: str | None,
) -> tuple[LetOp, ...]:
    """Nothing when nothing changes. `vanaf`: the month of effect; `jaar`: that of the new amounts."""
    if all(v.oorzaak == "gelijk" and v.vol_jaar_voor == v.vol_jaar_na for v in verschillen):
        return ()
    return tuple(_alle(verschillen, catalogus, peildatum, vanaf, jaar, weet_al("toeslagen", verandering)))


def _alle(
    verschillen: tuple[Verschil, ...],
    catalogus: Mapping[str, Regeling],
    peildatum: date,
    vanaf: Maand,
    jaar: int,
    weet: frozenset[Soort],
) -> Iterator[LetOp]:
    te_veel = sum((v.al_te_veel_ontvangen or NUL for v in verschillen), NUL)
    if te_veel:
        yield LetOp("al_te_veel", {"som": te_veel})
    # What is settled afterwards, by the income of the tax authority.
    toeslagen = [
        v
        for v in verschillen
        if v.regeling in catalogus and catalogus[v.regeling].terugbetalen == "liever_hoger"
    ]
    # What comes in or may, and changes by something that Dienst Toeslagen does not know of itself.
    toeslagen = [v for v in toeslagen if v.in_gebruik and not weet.issuperset(v.door)]
    stopt = tuple(v.regeling for v in toeslagen if v.oorzaak == "stopt")
    if stopt:
        yield LetOp("stop_op_tijd", {"regelingen": stopt})
    lager = tuple(v.regeling for v in toeslagen if v.oorzaak == "lager")
    if lager:
        yield LetOp("geef_nu_door", {"regelingen": lager})
    if any("inkomen" in v.door for v in verschillen):
        yield LetOp("zonder_inkomen")
    if vanaf.jaar > peildatum.year:
        yield LetOp("volgend_jaar", {"jaar": str(vanaf.jaar)})
    if vanaf.jaar < peildatum.year:
        yield LetOp("vorig_jaar_ook", {"jaar": str(vanaf.jaar)})
    oud = [v.na.jaar for v in verschillen if v.na.jaar is not None and v.na.jaar < jaar]
    if oud:
        yield LetOp("regels_van_eerder_jaar", {"jaar": str(max(oud)), "nieuw": str(jaar)})
    if niet := tuple(v.regeling for v in verschillen if v.oorzaak == "onbekend"):
        yield LetOp("niet_te_zeggen", {"regelingen": niet})
    if later := tuple(
        v.regeling for v in verschillen if v.oorzaak == "gelijk" and v.vol_jaar_voor != v.vol_jaar_na
    ):
        yield LetOp("later_anders", {"regelingen": later})
    if apart := tuple(
        v.regeling
        for v in verschillen
        if v.voor.ritme in ("jaar", "eenmalig")
        and v.oorzaak != "gelijk"
        and WEL in (v.recht_voor, v.recht_na)
    ):
        yield LetOp("niet_per_maand", {"regelingen": apart})
    if any(
        v.schatting and "inkomen_omgerekend" in {r.code for r in (*v.voor.let_op, *v.na.let_op)}
        for v in verschillen
    ):
        yield LetOp("inkomen_omgerekend")
