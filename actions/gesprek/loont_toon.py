"""The answer to "does work pay": now and then side by side, what it is made of, and where to look out."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from actions.contract import naar_json
from actions.contract_vergelijken import Punt, Werken
from actions.gesprek import contactknop, rekenen
from actions.gesprek.antwoord import WEET_NIET
from actions.gesprek.werk import Knop, Werk
from actions.gesprek.werken_weergave import heel, werken_model
from actions.regels.inlezen import OngeldigeFeiten
from actions.regels.werken.gezin import GeenLoonregels
from actions.regels.werken.kromme import werken
from actions.regels.werken.loon import Kosten, Loon, minimumloon
from content.lokaal.regeling import LOKAAL

_log = logging.getLogger(__name__)
_KROMME = tuple(Decimal(uren) for uren in range(0, 41, 2))
_IN_WOORDEN = tuple(Decimal(uren) for uren in (8, 16, 24, 32, 40))
"""The hours that are named when none were asked for."""
_SCHERP = frozenset({"daling", "kosten", "vlak", "uitkering_onbekend"})
"""What is told in the text as well; the rest stands with the picture."""
_VOLTIJD = Decimal(40)
_VOLWASSEN, _KIND = 21, 18
_NUL = Decimal(0)


def toon(werk: Werk, antwoorden: Mapping[str, str]) -> bool:
    """The answer as a message. False when it cannot be worked out, and that is said."""
    leeftijd = werk.staat.feiten.get("leeftijd")
    jaren = leeftijd if isinstance(leeftijd, int) else _VOLWASSEN
    wml = minimumloon(werk.bronnen.parameters, werk.bronnen.vandaag(), jaren)
    if wml is None:
        werk.bericht(
            werk.tekst("loont.te_jong" if jaren < _KIND else "loont.kan_niet"), knoppen=_knoppen(werk)
        )
        return False
    uren = _getal(antwoorden["loont.uren"])
    loon, gerekend = _loon(werk, antwoorden, wml)
    reizen = _getal(antwoorden["loont.reizen"]) or _NUL
    opgave = rekenen.opgave(werk.bronnen, werk.staat)
    lokaal = [id_ for id_ in LOKAAL if id_ not in werk.lokaal.uitgezet]
    alles = tuple(dict.fromkeys((*opgave.regelingen, *werk.catalogus, *lokaal)))
    try:
        kromme = werken(
            replace(opgave, regelingen=alles),
            loon,
            sorted({*_KROMME, *([] if uren is None else [uren])}),
            kosten=Kosten(reizen=reizen),
            parameters=werk.bronnen.parameters,
            catalogus=werk.catalogus,
        )
    except (OngeldigeFeiten, GeenLoonregels) as fout:
        _log.warning("what work leaves could not be worked out: %s", type(fout).__name__)
        werk.bericht(werk.tekst("loont.kan_niet"), knoppen=_knoppen(werk))
        return False
    model = werken_model(werk.bronnen.inhoud, kromme, werk.tekst, werk.staat.gemeente)
    tekst = "\n\n".join(_samenvatting(werk, model, uren, [gerekend, *_kosten(werk, model, reizen)]))
    werk.onthoud(kromme=naar_json(model))  # the overview shows it again
    werk.bericht(tekst, soort="overzicht", werken=model, knoppen=_knoppen(werk))
    return True


def _getal(gezegd: str) -> Decimal | None:
    return None if gezegd == WEET_NIET else Decimal(gezegd)


def _loon(werk: Werk, antwoorden: Mapping[str, str], wml: Decimal) -> tuple[Loon, str]:
    """The wage to work with, and how that is said. A salary belongs to the hours that were named with it."""
    per, _, bedrag = antwoorden["loont.loon"].partition(":")
    if per == "uur":
        return Loon(Decimal(bedrag)), werk.tekst("loont.gerekend_uur", som=Decimal(bedrag))
    if per == "maand":
        bij = Decimal(antwoorden.get("loon_uren", _VOLTIJD))
        zin = werk.tekst("loont.gerekend_maand", som=Decimal(bedrag), uren=bij)
        return Loon(Decimal(bedrag), bij), zin
    return Loon(wml), werk.tekst("loont.gerekend_minimum", som=wml)


def _kosten(werk: Werk, model: Werken, reizen: Decimal) -> Iterator[str]:
    if reizen:
        yield werk.tekst("loont.met_reizen", som=reizen)
    if any(punt.kosten > reizen for punt in model.punten):
        yield werk.tekst("loont.met_opvang")


def _samenvatting(werk: Werk, model: Werken, uren: Decimal | None, gerekend: list[str]) -> Iterator[str]:
    """Main point first."""
    straks = next((punt for punt in model.punten if punt.uren == uren), None)
    nu = None if model.nu is None else heel(model.nu.totaal_per_maand)
    if straks is None:
        yield werk.tekst("loont.kop_kromme", nu=nu)
        yield "\n".join(
            werk.tekst("loont.bij_uren", uren=punt.uren, na=heel(punt.totaal_per_maand))
            for punt in model.punten
            if punt.uren in _IN_WOORDEN
        )
    else:
        na = heel(straks.totaal_per_maand) or _NUL
        yield werk.tekst(
            "loont.kop", uren=straks.uren, na=na, nu=nu, verschil=_NUL if nu is None else na - nu
        )
        yield "\n".join(_delen(werk, straks, model.nu))
        yield from _tijdelijk(werk, model, straks)
    scherp = [een.tekst for een in model.let_op if een.code in _SCHERP]
    if scherp:
        yield "\n".join([werk.tekst("loont.let_op"), "", *(f"- {zin}" for zin in scherp)])
    yield " ".join([*gerekend, werk.tekst("loont.schatting")])
    yield werk.tekst("loont.geef_door")


def _delen(werk: Werk, straks: Punt, nu: Punt | None) -> Iterator[str]:
    """What it is made of; what is nothing both now and then is left out."""
    for naam, veld in (
        ("loon", "netto_loon"),
        ("uitkering", "uitkering"),
        ("toeslagen", "toeslagen"),
        ("gemeente", "gemeente"),
        ("kosten", "kosten"),
    ):
        na = heel(getattr(straks, veld))
        eerst = None if nu is None else heel(getattr(nu, veld))
        if na or eerst:
            label = werk.tekst(f"loont.deel_{naam}")
            yield werk.tekst("loont.deel", label=label, na=na, nu=eerst, eraf=naam == "kosten")


def _tijdelijk(werk: Werk, model: Werken, straks: Punt) -> Iterator[str]:
    zinnen = [
        werk.tekst(
            "loont.tijdelijk_daarna" if nr else "loont.tijdelijk",
            maanden=een.tot_en_met_maand,
            som=heel(een.extra),
        )
        for nr, een in enumerate(t for t in model.tijdelijk if t.uren == straks.uren)
    ]
    if zinnen:
        yield " ".join(zinnen)


def _knoppen(werk: Werk) -> list[Knop]:
    return [
        Knop(werk.tekst("loont.andere_uren"), {"doe": "loont_uren"}),
        Knop(werk.tekst("loont.ander_loon"), {"doe": "loont_loon"}),
        Knop(werk.tekst("loont.naar_uitkomst"), {"doe": "uitkomst"}),
        contactknop.knop(werk, ()),
    ]
