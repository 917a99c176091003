"""What the resident answered, in words, with the way to change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from actions.contract import OverzichtFeit
from actions.gesprek import lokaal, vorig_jaar
from actions.gesprek.antwoord import WEET_NIET, feit_van
from actions.gesprek.rekenen import tussenstand
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.regels.feiten import FEITEN


def feiten_in_beeld(werk: Werk) -> tuple[str, ...]:
    """The facts the rules still read, in the order of the answers. An answer of a branch that fell away is not shown."""
    gelezen = {feit_van(f) for u in werk.uitslag.uitkomsten for f in u.door}
    gelezen |= {feit_van(p) for p in werk.uitslag.open_paden}
    gelezen |= {
        feit_van(str(r.waarden["feit"]))
        for u in werk.uitslag.uitkomsten
        for r in u.redenen
        if "feit" in r.waarden
    }
    if werk.staat.feiten.get(vorig_jaar.FEIT) is not None:
        gelezen.add(vorig_jaar.FEIT)
    return tuple(f for f in werk.staat.feiten if f in gelezen)


def toon(werk: Werk) -> None:
    """The overview as a message."""
    feiten = feiten_in_beeld(werk)
    if not feiten:
        werk.zeg("gesprek.niets_te_wijzigen", soort="overzicht")
        return
    regels = [
        werk.tekst("overzicht.regel", label=werk.vraag(f).label, waarde=in_woorden(werk, f)) for f in feiten
    ]
    stand = tussenstand(werk.uitslag, werk.staat)
    slot = werk.tekst("overzicht.totaal", som=stand.bedrag_per_maand, voorbehoud=stand.onder_voorbehoud)
    tekst = "\n\n".join(
        [
            werk.tekst("overzicht.kop"),
            "\n".join(regels),
            *([slot] if stand.aantal else []),
            werk.tekst("overzicht.slot"),
            *lokaal.hulp(werk),
        ]
    )
    werk.bericht(tekst, soort="overzicht", knoppen=wijzigknoppen(werk, feiten))


def wijzigknoppen(werk: Werk, feiten: Iterable[str]) -> list[Knop]:
    """A button for each of these answers, to change it."""
    return [vaste_knop(f"wijzig:{f}", werk.tekst("knop.wijzig", label=werk.vraag(f).label)) for f in feiten]


def model(werk: Werk) -> list[OverzichtFeit]:
    """The overview as the contract has it."""
    return [
        OverzichtFeit(
            feit=f,
            label=werk.vraag(f).label,
            waarde=werk.staat.feiten[f],
            tekst=in_woorden(werk, f),
            wijzigbaar=True,
        )
        for f in feiten_in_beeld(werk)
    ]


def in_woorden(werk: Werk, feit: str) -> str:
    """One answer as a resident reads it."""
    waarde = werk.staat.feiten[feit]
    woorden = werk.vraag(feit)
    if waarde == WEET_NIET:
        return werk.tekst("woorden.weet_niet")
    if woorden.weergave is not None:
        return werk.render(woorden.weergave, **_voor_weergave(werk, feit, waarde))
    gekozen = [k.label for k in woorden.keuzes if k.waarde == waarde]
    if gekozen:
        return werk.render(gekozen[0])
    if isinstance(waarde, list) and woorden.invoer.type == "meerkeuze":
        gekozen = [werk.render(k.label) for k in woorden.keuzes if k.waarde in waarde]
        return ", ".join(gekozen) or werk.tekst("woorden.geen_van_deze")
    if isinstance(waarde, list):
        return ", ".join(_item(werk, item) for item in waarde) or werk.tekst("woorden.geen")
    return str(waarde)


def _item(werk: Werk, item: Any) -> str:
    if item is None or item == WEET_NIET:
        return werk.tekst("woorden.weet_niet")
    return werk.render("{{ waarde | maand }}", waarde=item) if isinstance(item, str) else str(item)


def _voor_weergave(werk: Werk, feit: str, waarde: Any) -> Mapping[str, object]:
    match FEITEN[feit].type:
        case "geld":
            geschat = feit in werk.staat.geschat
            bedrag = Decimal(str(waarde))
            return {"waarde": bedrag.to_integral_value() if geschat else bedrag, "geschat": geschat}
        case "vermogen":
            return _bereik(waarde)
        case "leeftijden":
            leeftijden = [
                werk.tekst("woorden.onbekend") if w in (None, WEET_NIET) else str(w) for w in waarde
            ]
            return {"waarde": leeftijden, "geen_leeftijd": any(w is None for w in waarde)}
        case _:
            return {"waarde": waarde}


def _bereik(waarde: Any) -> Mapping[str, object]:
    if isinstance(waarde, dict):
        tot = waarde["tot"]
        van = Decimal(str(waarde["van"]))
        # A range that starts a cent above a limit was said as "more than" that limit.
        return {
            "van": van.to_integral_value("ROUND_FLOOR"),
            "tot": None if tot is None else Decimal(str(tot)),
        }
    return {"van": Decimal(str(waarde)), "tot": Decimal(str(waarde))}
