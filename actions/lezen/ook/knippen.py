"""Cutting what was told into clauses, each about one thing: at commas and "en", and where something new begins without them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actions.lezen.vulwoorden import woordgroep

PARTNER = woordgroep("man vrouw echtgenoot echtgenote partner")
ZOON_OF_DOCHTER = woordgroep(
    "kind kindje kinderen kids kindjes zoon zoontje zoons zonen dochter dochtertje dochters jongen jongens meisje meisjes "
    "baby babytje tweeling drieling"
)
ANDEREN = woordgroep(
    "moeder vader ouders ouder mama papa zus zusje broer broertje zussen broers oma opa oom tante neef nicht schoonmoeder "
    "schoonvader schoonouders buurman buurvrouw buren vriend vriendin vrienden collega huisgenoot huisgenoten ex exman "
    "exvrouw kleinkind kleinzoon kleindochter kleinkinderen stiefzoon stiefdochter pleegkind pleegzoon pleegdochter"
)
HUIZEN = woordgroep("huurhuis huurwoning huurflat huurappartement koophuis koopwoning koopflat")
STAAT = woordgroep(
    "alleenstaand alleenstaande getrouwd gehuwd gescheiden weduwe weduwnaar vrijgezel single dakloos"
)
INKOMENS = woordgroep(
    "bijstand bijstandsuitkering aow ww wia wao wajong ziektewet zzp zzper stufi studiefinanciering"
)
LOS = HUIZEN | STAAT | INKOMENS | {"geen", "zonder", "student", "leeftijd", "kamer"}
"""What begins something new after "en" or a comma, though it is no verb."""
EERSTE = woordgroep(
    "ben woon heb huur zit krijg werk verdien betaal ontvang leef studeer wonen hebben huren krijgen betalen leven ik we wij"
)
WERKWOORD = woordgroep("ga gaan had was wil word zou kan moet mag zoek kom kreeg wacht hoop doe volg heeft")
DERDE = woordgroep(
    "is heeft werkt huurt woont zit krijgt verdient ontvangt studeert betaalt leeft slaapt hebben wonen zijn"
)
VOORNAAM = woordgroep("hij zij ze haar die dat hun je jij u jullie men iemand mensen")
IK = frozenset({"ik", "we", "wij"})
BEZIT = frozenset({"mijn", "mn", "onze", "ons"})
PERSOON = PARTNER | ZOON_OF_DOCHTER | ANDEREN
VAN_MIJ = PERSOON | {"huur", "leeftijd", "inkomen", "kale", "uitkering", "loon"}
"""Before one of these "me" is how "mijn" sounds."""
TIJD = woordgroep(
    "nu momenteel inmiddels tegenwoordig daarnaast verder vroeger eerst toen straks misschien later"
)
"""What stands before "verb ik" where something is told: "nu heb ik een huurhuis"."""
_SLUIT_AF = (
    LOS - {"geen", "zonder", "kamer", "leeftijd"}
    | ZOON_OF_DOCHTER
    | PARTNER
    | ANDEREN
    | woordgroep(
        "alleen samen studente oud maand pm euro netto bruto loondienst werk baan mij ons aangevraagd huis flat appartement "
        "woning uit had was uwv"
    )
)
"""After one of these (or a number) something new may begin without a comma."""
_MEERVOUD = woordgroep("wonen hebben huren krijgen betalen leven gaan hadden")
_LOOPT_DOOR = woordgroep(
    "dat als omdat of en die waar wat hoe toen zodat nadat voordat sinds wie dan met van bij voor aan een mijn"
)
"""After one of these a clause goes on."""


def clausules(woorden: list[str]) -> Iterator[list[str]]:
    """Split where something new begins."""
    stuk: list[str] = []
    for plaats, woord in enumerate(woorden):
        na = woorden[plaats + 1 :]
        scheidt = woord in {",", "en"} and na and _begint_nieuw(stuk, woord, na)
        if woord in {"maar", "want", "omdat", "terwijl", "waarbij"} or scheidt:
            if stuk:
                yield stuk
            stuk = []
            continue
        if stuk and _begint_zonder_komma(stuk, woorden[plaats:]):
            yield stuk
            stuk = []
        stuk.append(woord)
    if stuk:
        yield stuk


def _begint_zonder_komma(stuk: Sequence[str], rest: Sequence[str]) -> bool:
    """Does something new begin with this word, though no comma stands before it? "ben 34 | woon alleen | huurhuis"."""
    vorig, woord = stuk[-1], rest[0]
    na, daarna = (*rest[1:3], "", "")[:2]
    if vorig == "," or vorig in _LOOPT_DOOR:
        return False
    # "Ik wil alleen wonen": of the plurals it cannot be seen.
    werkwoord = (woord in EERSTE or woord in WERKWOORD) and woord not in _MEERVOUD
    if woord in IK:
        return (na in EERSTE or na in WERKWOORD) and vorig not in EERSTE | WERKWOORD | DERDE
    if woord in TIJD and daarna in IK:
        return True
    if woord in BEZIT and na in PERSOON and daarna in DERDE:
        return vorig not in EERSTE | WERKWOORD | DERDE
    oud = "oud" in stuk or ("ben" in stuk and vorig in {"jaar", "jr"})
    getal = vorig.isdecimal()
    if not (getal or vorig in _SLUIT_AF or (oud and vorig in {"jaar", "jr", "oud"})):
        return False
    if woord == "huur":
        if getal:  # "ben 34 huur 650", not "betaal 650 huur"
            return na.isdecimal() and daarna not in ZOON_OF_DOCHTER
        return vorig not in {"euro", "maand", "pm"}
    if werkwoord:
        return na not in IK
    if woord == "niet":
        return na in STAAT
    if woord in LOS - {"kamer"}:
        # "40 jaar getrouwd" is no age.
        return vorig not in {"jaar", "jr"} or woord in HUIZEN | {"geen", "zonder"}
    if woord in BEZIT or woord == "een" or woord.isdecimal():
        if na in {"euro", "huur", "kale"} and woord.isdecimal() and "huur" in (na, daarna):
            return vorig not in HUIZEN and not getal
        return na in ZOON_OF_DOCHTER and not (getal and woord.isdecimal())
    return False


def _begint_nieuw(stuk: Sequence[str], scheiding: str, na: list[str]) -> bool:
    eerst = na[1] if scheiding == "," and na[0] == "en" and len(na) > 1 else na[0]
    if scheiding == "en" and (stuk == ["ik"] or (stuk[:1] == ["mijn"] and len(stuk) == 2 and eerst == "ik")):
        return False  # "mijn man en ik wonen"
    if eerst in VOORNAAM or eerst in EERSTE or eerst in WERKWOORD:
        return True
    persoon = na[1] if eerst in BEZIT and len(na) > 1 else ""
    if persoon and len(na) > 2 and (na[2] in DERDE or (scheiding == "," and persoon not in ZOON_OF_DOCHTER)):
        return True
    ontkend = "geen" in stuk or "niet" in stuk
    if eerst in LOS:
        return eerst in {"geen", "zonder"} or not ontkend
    if scheiding == "en":
        return False
    over_kinderen = not ZOON_OF_DOCHTER.isdisjoint(stuk)
    vervolg = eerst.isdecimal() or eerst in ZOON_OF_DOCHTER or (len(na) > 1 and na[1] in ZOON_OF_DOCHTER)
    return not ((over_kinderen and vervolg) or ontkend)
