"""Last year's claim: what the answers of today say about the year before.

Zorgtoeslag, huurtoeslag and kindgebonden budget can be claimed until 31 December of the next year (Awir art. 15 lid 1), for the
whole year. When the resident says that last year was the same, the facts of last year follow from those of today; what differed
is given apart (`anders`). The reference date is 31 December: on it a birth month tells an age exactly, and everybody who was
born in the year is there. An age in whole years was then one less or the same; one less is taken, the careful side.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from actions.regels.afleiden import NETTO_VAN
from actions.regels.catalogus import REGELINGEN
from actions.regels.feiten import FEITEN
from actions.regels.opgave import Opgave
from actions.regels.regeling import Reden, Regeling, Uitkomst
from actions.regels.terugbetalen import CODES as TERUGBETALEN
from actions.regels.waarden import NUL
from content.parameters import Parameters

_WEET_NIET = "weet_niet"
_VAN_DE_TALK = ("krijgt_al", "was_vorig_jaar_zelfde")
_GRENS_VOLWASSEN = 18


@dataclass(frozen=True, slots=True)
class VorigJaar:
    """The sum for last year, and what had to be taken for granted, as codes for `let_op`."""

    opgave: Opgave
    let_op: tuple[str, ...] = ()


def terug_te_vragen(vandaag: date, catalogus: Mapping[str, Regeling] = REGELINGEN) -> tuple[str, ...]:
    """The schemes of which last year can still be claimed whole."""
    gevonden = []
    for id_, regeling in catalogus.items():
        uiterlijk = regeling.uiterlijk(vandaag.year - 1) if regeling.heel_jaar_terug else None
        if uiterlijk is not None and vandaag <= uiterlijk:
            gevonden.append(id_)
    return tuple(gevonden)


def vorig_jaar(
    nu: Opgave,
    *,
    anders: Mapping[str, Any] = MappingProxyType({}),
    anders_geschat: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    catalogus: Mapping[str, Regeling] = REGELINGEN,
) -> VorigJaar:
    """The same household last year, for the schemes in scope that can still be claimed.

    `anders` holds the facts that were otherwise (JSON, as in the contract), `anders_geschat` how those were converted.
    """
    peildatum = date(nu.peildatum.year - 1, 12, 31)
    feiten: dict[str, Any] = {naam: w for naam, w in nu.feiten.items() if naam not in _VAN_DE_TALK}
    geschat = dict(nu.geschat)
    let_op: list[str] = []

    _mensen(feiten, peildatum.year)
    if _kinderen(feiten, peildatum.year):
        let_op.append("vorig_jaar_kind_niet_geboren")
    if _medebewoners(feiten, geschat, peildatum.year):
        let_op.append("vorig_jaar_kind_werd_18")
    if _partner_kwam_later(feiten, peildatum.year):
        feiten["partner"] = False
        del feiten["partner_sinds"]
        let_op.append("vorig_jaar_zonder_partner")
    for feit, waarde in anders.items():
        for weg in (feit, NETTO_VAN.get(feit, feit)):
            feiten.pop(weg, None)
            geschat.pop(weg, None)
        feiten[feit] = waarde
    geschat |= anders_geschat
    if feiten.get("servicekosten", _WEET_NIET) == _WEET_NIET:
        # They counted up to 2025. None at all is the careful side; how much they could matter the margin tells.
        feiten["servicekosten"] = "0"
        geschat["servicekosten"] = {
            "uit": "servicekosten",
            "laag": "0",
            "hoog": str(FEITEN["servicekosten"].maximum),
        }
    terug = terug_te_vragen(nu.peildatum, catalogus)
    return VorigJaar(
        replace(
            nu,
            feiten=feiten,
            peildatum=peildatum,
            regelingen=tuple(id_ for id_ in nu.regelingen if id_ in terug),
            geschat=geschat,
        ),
        tuple(let_op),
    )


def uitkomsten(
    toen: VorigJaar,
    parameters: Parameters,
    catalogus: Mapping[str, Regeling] = REGELINGEN,
    *,
    zonder: Collection[str] = (),
) -> tuple[Uitkomst, ...]:
    """What can still be claimed for last year, the highest first: each an estimate, paid once.

    `zonder`: schemes that come in already. Raises OngeldigeFeiten when the facts cannot be right.
    """
    if not toen.opgave.regelingen:
        return ()
    uitslag = toen.opgave.reken(parameters, catalogus)
    gevonden = [
        _als_een_bedrag(u, toen)
        for u in uitslag.uitkomsten
        if u.recht == "waarschijnlijk_wel" and u.bedrag_per_jaar and u.regeling not in zonder
    ]
    return tuple(sorted(gevonden, key=lambda u: -(u.bedrag_per_jaar or NUL)))


def _als_een_bedrag(u: Uitkomst, toen: VorigJaar) -> Uitkomst:
    """A year that is over is paid at once. What avoids paying back says nothing any more: that income is known."""
    jaar = {"jaar": str(toen.opgave.peildatum.year)}
    waarschuwingen = tuple(r for r in u.let_op if r.code not in TERUGBETALEN)
    return replace(
        u,
        ritme="eenmalig",
        bedrag_per_maand=None,
        bedrag_per_keer=u.bedrag_per_jaar,
        schatting=True,
        marge=None,  # of a month
        let_op=(
            Reden("vorig_jaar_schatting", jaar),
            *(Reden(code, jaar) for code in toen.let_op),
            *waarschuwingen,
        ),
    )


def _jonger(leeftijd: Any, geboren: Any, jaar: int) -> Any:
    """The age at the end of that year, below zero for who was not born yet; what is no number stays as it is."""
    if isinstance(geboren, str) and geboren != _WEET_NIET:
        return jaar - int(geboren[:4])
    return leeftijd - 1 if isinstance(leeftijd, int) else leeftijd


def _mensen(feiten: dict[str, Any], jaar: int) -> None:
    for achter, jongst in (("", 0), ("_partner", _GRENS_VOLWASSEN)):
        naam = f"leeftijd{achter}"
        if naam in feiten:
            leeftijd = _jonger(feiten[naam], feiten.get(f"geboortemaand{achter}"), jaar)
            # A partner is at least 18 (contract): one who was not, stays 18 when the birth month does not tell.
            feiten[naam] = max(leeftijd, jongst) if isinstance(leeftijd, int) else leeftijd


def _kinderen(feiten: dict[str, Any], jaar: int) -> bool:
    """The children as they were; True when one was not there yet. Childcare goes on pointing at the same children."""
    kinderen = feiten.get("kinderen")
    if not isinstance(kinderen, list):
        return False
    maanden = feiten.get("kinderen_geboortemaand")
    geboren = maanden if isinstance(maanden, list) else [None] * len(kinderen)
    toen = [_jonger(leeftijd, maand, jaar) for leeftijd, maand in zip(kinderen, geboren, strict=True)]
    blijft = [
        plaats for plaats, leeftijd in enumerate(toen) if not isinstance(leeftijd, int) or leeftijd >= 0
    ]
    feiten["kinderen"] = [toen[plaats] for plaats in blijft]
    if isinstance(maanden, list):
        feiten["kinderen_geboortemaand"] = [maanden[plaats] for plaats in blijft]
    opvang = feiten.get("opvang")
    if isinstance(opvang, list):
        feiten["opvang"] = [
            {**deel, "kind": blijft.index(deel["kind"])} if isinstance(deel.get("kind"), int) else deel
            for deel in opvang
            if not isinstance(deel.get("kind"), int) or deel["kind"] in blijft
        ]
    return len(blijft) < len(kinderen)


def _medebewoners(feiten: dict[str, Any], geschat: dict[str, Mapping[str, str]], jaar: int) -> bool:
    """Those who live along, as they were; True when a child of the house turned 18 since. It stays a co-resident: what it gave
    as a child is not counted."""
    lijst = feiten.get("medebewoners")
    if not isinstance(lijst, list):
        return False
    toen = [{**m, "leeftijd": _jonger(m.get("leeftijd"), m.get("geboortemaand"), jaar)} for m in lijst]
    blijft = [
        plaats
        for plaats, mens in enumerate(toen)
        if not isinstance(mens["leeftijd"], int) or mens["leeftijd"] >= 0
    ]
    feiten["medebewoners"] = [
        {veld: w for veld, w in toen[plaats].items() if w is not None or veld != "leeftijd"}
        for plaats in blijft
    ]
    _verplaats(geschat, "medebewoners", {str(oud): str(nieuw) for nieuw, oud in enumerate(blijft)}.get)
    return any(
        eerst.get("relatie") == "kind" and _leeftijd(mens) < _GRENS_VOLWASSEN <= _leeftijd(eerst)
        for eerst, mens in zip(lijst, toen, strict=True)
    )


def _leeftijd(mens: Mapping[str, Any]) -> int:
    """Zero when it is not known."""
    leeftijd = mens.get("leeftijd")
    return leeftijd if isinstance(leeftijd, int) else 0


def _verplaats(geschat: dict[str, Mapping[str, str]], feit: str, naar: Callable[[str], str | None]) -> None:
    """Estimates of list items move along with their item, or go with it."""
    for pad in [p for p in geschat if p.startswith(f"{feit}.")]:
        hoe, (_, plaats, veld) = geschat.pop(pad), pad.split(".", 2)
        nieuw = naar(plaats)
        if nieuw is not None:
            geschat[f"{feit}.{nieuw}.{veld}"] = hoe


def _partner_kwam_later(feiten: Mapping[str, Any], jaar: int) -> bool:
    """The partner of today was nobody's toeslagpartner in that year."""
    sinds = feiten.get("partner_sinds")
    bekend = isinstance(sinds, str) and sinds != _WEET_NIET
    return feiten.get("partner") is True and bekend and int(str(sinds)[:4]) > jaar
