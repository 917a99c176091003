"""A correction right after "Ik begrijp: u bent 34 jaar": what was misunderstood or mistyped is changed, and said."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from actions.gesprek.antwoord import WEET_NIET
from actions.gesprek.innemen import bewaar, in_een_zin, verschilt, zeg_terug
from actions.gesprek.overzicht import wijzigknoppen
from actions.gesprek.rekenen import open_vragen
from actions.gesprek.verder import ga_verder
from actions.gesprek.vragen import vorm_van, vraag_opnieuw
from actions.gesprek.werk import Werk
from actions.lezen import Gelezen, Vraagvorm, lees, lees_ook
from actions.lezen.woorden import schoon

_AANLOOP = re.compile(
    r"(?:(?:nee+|neen|nope|o+h?|oeps|sorry|wacht|fout|foutje|verkeerd|tikfout|typfout|(?:dat |het )?klopt niet|niet goed"
    r"|ik bedoel(?:de)?|bedoel|het is|is|moet|zijn|eigenlijk|hoor)\b[\s,.:;!-]*)+"
)
_STAART = re.compile(r"(?:[\s,.;!]+(?:bedoel(?:de)? ik|ik bedoel|sorry|hoor|natuurlijk|dus))+\W*$")
_NIET_MAAR = re.compile(
    r"(?:(?:ik|we|wij|het) )?(?:ben|is|zijn|heb|betaal)? ?(?:niet|geen) .{1,40}? maar (?P<rest>.+)"
)
_LEEFTIJDEN = Vraagvorm("leeftijden", minimum=Decimal(0), maximum=Decimal(17))


def verbeter(werk: Werk, tekst: str, *, over_u: bool) -> bool:
    """Change what the last turn said it understood, when this text says otherwise. False when it does not."""
    begrepen = werk.staat.extra.get("begrepen")
    if begrepen is None:
        return False
    werk.onthoud(begrepen=None)
    if begrepen["nr"] != werk.nr - 1:
        return False
    kaal = _STAART.sub("", schoon(tekst))
    aanloop = _AANLOOP.match(kaal)
    rest = kaal[aanloop.end() :] if aanloop else kaal
    niet_maar = _NIET_MAAR.fullmatch(rest)
    verteld = lees_ook(rest, over_u=over_u)
    anders = {f: w for f, w in verteld.items() if f in begrepen["feiten"] and verschilt(werk, f, w)}
    if not anders and (aanloop or niet_maar):
        los = _los(werk, begrepen["feiten"], niet_maar["rest"] if niet_maar else rest)
        if len(los) > 1:
            werk.bericht(werk.tekst("ook.welke"), knoppen=wijzigknoppen(werk, los))
            _verder(werk)
            return True
        anders = los
    veranderd = {feit: waarde for feit, waarde in anders.items() if bewaar(werk, feit, waarde)}
    if not veranderd:
        return False
    zeg_terug(werk, "ook.veranderd", [in_een_zin(werk, f, w) for f, w in veranderd.items()], list(veranderd))
    werk.onthoud(begrepen={"nr": werk.nr, "feiten": list(veranderd)})
    _verder(werk)
    return True


def _los(werk: Werk, feiten: list[str], rest: str) -> dict[str, Any]:
    """ "Nee, 35": what a bare answer can be of the facts that were understood. Nothing when it may answer the open question."""
    open_ = werk.staat.open_vraag
    if not any(teken.isdigit() for teken in rest):
        return {}
    if open_ is not None and _leest(vorm_van(werk, open_.vraag, open_.nummer), rest) is not None:
        return {}
    gevonden: dict[str, Any] = {}
    for feit in feiten:
        waarde = _leest(_LEEFTIJDEN if feit == "kinderen" else vorm_van(werk, feit), rest)
        if waarde is not None and feit != "medebewoners" and verschilt(werk, feit, waarde):
            gevonden[feit] = waarde
    return gevonden


def _leest(vorm: Vraagvorm, tekst: str) -> Any:
    gelezen = lees(vorm, tekst)
    return (
        gelezen.waarde
        if isinstance(gelezen, Gelezen) and not gelezen.vreemd and gelezen.waarde != WEET_NIET
        else None
    )


def _verder(werk: Werk) -> None:
    """Back to the question that waits, unless what was changed makes it needless."""
    open_ = werk.staat.open_vraag
    wacht = open_ is not None and (open_.vraag, open_.nummer) in open_vragen(werk.uitslag, werk.staat)
    if open_ is not None and (wacht or "tussen" in werk.staat.extra or "bevestig" in open_.vraag):
        vraag_opnieuw(werk)
    elif werk.staat.scope:
        ga_verder(werk)
