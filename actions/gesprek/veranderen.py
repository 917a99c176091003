"""Changing an answer in one's own words: which one is meant, and when it is said, what it becomes.

A value is taken with the reader of its own question and stored as the button `wijzig:<fact>` and that answer would. What
cannot be told for certain is asked, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from actions.gesprek import opdrachten, periodes_lezen, vorig_jaar, wijziging
from actions.gesprek.antwoord import WEET_NIET, als_json
from actions.gesprek.bedoeld import (
    JA_NEE,
    LEEFTIJDEN,
    Antwoord,
    gegeven_antwoorden,
    had,
    kies,
    lees_nieuw,
    leest,
    nieuwe_leeftijden,
    past_in_woorden,
    schoon_gelezen,
    verteld_in,
    waarde_van,
)
from actions.gesprek.geven import neem_aan
from actions.gesprek.noemen import genoemd
from actions.gesprek.ook import over_u
from actions.gesprek.overzicht import in_woorden, wijzigknoppen
from actions.gesprek.staat import OpenVraag
from actions.gesprek.verbeter import verbeter
from actions.gesprek.vragen import definitie_van, grensvraag, stel_vraag, vorm_van, vraag_opnieuw
from actions.gesprek.werk import Werk
from actions.lezen import Dubbelzinnig, Gelezen, lees
from actions.lezen.correctie import Correctie, enig_getal, lees_correctie
from content.opmaak import euro


def verwerk(werk: Werk, tekst: str) -> str | None:
    """Change an answer, when that is what the text wants. None: done; otherwise what is still to be read as an answer."""
    correctie = lees_correctie(tekst)
    if correctie is None or _beantwoordt_de_vraag(werk, correctie, tekst):
        return tekst
    open_ = werk.staat.open_vraag
    if verbeter(werk, tekst, over_u=open_ is None or over_u(open_.vraag)):
        return None  # what was said back just now is meant
    gegeven = gegeven_antwoorden(werk)
    vragen = dict.fromkeys([a.vraag for a in gegeven])
    namen = set(genoemd(werk, tekst, [*vragen, *_open_vraag(open_)]))
    bedoeld = [a for a in gegeven if a.vraag in namen]
    if open_ is not None and not bedoeld and (open_.vraag in namen or _kiest_hier(werk, open_, correctie)):
        return _over_de_open_vraag(werk, correctie, tekst)
    if not gegeven:
        return tekst
    if not bedoeld and correctie.soort == "wens" and not correctie.met_waarde:
        return _nog_niet_gegeven(werk, tekst)
    bedoeld = kies(werk, correctie, gegeven, bedoeld)
    return _doe(werk, correctie, bedoeld, tekst, met_naam=bool(namen))


def _beantwoordt_de_vraag(werk: Werk, correctie: Correctie, tekst: str) -> bool:
    """A yes or a no to what is asked right now: "dat klopt niet", "nee", "toch wel"."""
    open_ = werk.staat.open_vraag
    if open_ is None or correctie.soort == "wens" or correctie.oud is not None:
        return False
    ja_nee = open_.vraag.startswith("bevestig:") or "tussen" in werk.staat.extra
    if not ja_nee and grensvraag(werk, open_.vraag) is None and definitie_van(open_.vraag).type != "ja_nee":
        return False
    return not correctie.nieuw or (correctie.nieuw in JA_NEE and "bedoel" not in tekst.lower())


def _open_vraag(open_: OpenVraag | None) -> tuple[str, ...]:
    return () if open_ is None or ":" in open_.vraag else (open_.vraag,)


def _kiest_hier(werk: Werk, open_: OpenVraag, correctie: Correctie) -> bool:
    """What is left is one of the choices of the question that waits."""
    if ":" in open_.vraag or correctie.oud is not None or correctie.soort == "wens":
        return False
    return past_in_woorden(werk, Antwoord(open_.vraag, open_.nummer, None), correctie.nieuw)


def _over_de_open_vraag(werk: Werk, correctie: Correctie, tekst: str) -> str | None:
    """The question that waits is meant itself: what is left is its answer."""
    if correctie.met_waarde:
        return correctie.nieuw if correctie.soort == "terugnemen" else tekst
    if correctie.soort == "zacht":
        return tekst
    werk.zeg("veranderen.staat_open")
    vraag_opnieuw(werk)
    return None


def _nog_niet_gegeven(werk: Werk, tekst: str) -> str | None:
    """Somebody wants to change what was not asked yet."""
    alle = [v for v in werk.bronnen.inhoud.vragen() if ":" not in v and not vorig_jaar.is_van(v)]
    namen = genoemd(werk, tekst, alle)
    if not namen:
        return tekst
    werk.zeg("veranderen.nog_niet", label=werk.vraag(namen[0]).label)
    opdrachten.opnieuw_of_begin(werk)
    return None


# --- doing it -----------------------------------------------------------------------------------------------------------


def _doe(
    werk: Werk, correctie: Correctie, bedoeld: Sequence[Antwoord], tekst: str, *, met_naam: bool
) -> str | None:
    zacht = correctie.soort == "zacht"
    if not bedoeld:
        if zacht or (correctie.soort == "wens" and correctie.met_waarde):
            return tekst
        return _welke_of_antwoord(werk, correctie)
    if len(bedoeld) > 1:
        if zacht:
            return tekst
        _vraag_welke(werk, bedoeld)
        return None
    antwoord = bedoeld[0]
    leesbaar = correctie.met_waarde and leest(werk, antwoord, correctie)
    zeker = (
        met_naam
        or (correctie.oud is not None and had(werk, antwoord, correctie.oud))
        or antwoord in verteld_in(werk, correctie, [antwoord])
    )
    if zacht and met_naam and not leesbaar and _zegt_een_getal(antwoord, correctie):
        _vraag_weer(werk, antwoord)
        return None
    if zacht and (not leesbaar or not zeker or _leest_de_open_vraag(werk, antwoord, correctie.nieuw)):
        return tekst
    if not leesbaar:
        if not zeker:
            return _welke_of_antwoord(werk, correctie)
        _vraag_weer(werk, antwoord)
    elif _is_al_zo(werk, antwoord, correctie):
        if zacht and not met_naam:
            return tekst
        if correctie.uitdrukkelijk and definitie_van(antwoord.vraag).type in ("ja_nee", "keuze"):
            _vraag_weer(werk, antwoord)  # "per ongeluk huurhuis gekozen": what is named is what was wrong
            return None
        werk.bericht(_zin(werk, "veranderen.al_zo", antwoord))
        opdrachten.opnieuw_of_begin(werk)
    else:
        _verander(werk, antwoord, correctie)
    return None


def _zegt_een_getal(antwoord: Antwoord, correctie: Correctie) -> bool:
    """A number for this answer by its name, which its question cannot place: "mijn dochter is toch 5" with two children."""
    telt = definitie_van(antwoord.vraag).type not in ("ja_nee", "keuze", "keuzes")
    return telt and enig_getal(correctie.nieuw) is not None


def _is_al_zo(werk: Werk, antwoord: Antwoord, correctie: Correctie) -> bool:
    """The new value is the one that was given already."""
    if antwoord.vraag == LEEFTIJDEN:
        return bool(nieuwe_leeftijden(antwoord, correctie) == antwoord.waarde)
    gelezen = lees_nieuw(werk, antwoord, correctie)
    if not isinstance(gelezen, Gelezen):
        return False
    if isinstance(gelezen.waarde, Decimal):
        eerst = antwoord.waarde
        return isinstance(eerst, str) and eerst != WEET_NIET and gelezen.waarde == Decimal(eerst)
    return bool(als_json(gelezen.waarde) == antwoord.waarde)


def _leest_de_open_vraag(werk: Werk, antwoord: Antwoord, nieuw: str) -> bool:
    """Is it an answer to what is asked now just as well? Then it is that."""
    open_ = werk.staat.open_vraag
    if (
        open_ is None
        or ":" in open_.vraag
        or (open_.vraag, open_.nummer) == (antwoord.vraag, antwoord.nummer)
    ):
        return open_ is not None and ":" not in open_.vraag
    if antwoord.vraag in genoemd(werk, nieuw, [antwoord.vraag, open_.vraag]):
        return False
    return schoon_gelezen(lees(vorm_van(werk, open_.vraag, open_.nummer), nieuw))


def _welke_of_antwoord(werk: Werk, correctie: Correctie) -> str | None:
    """It cannot be told which answer is meant. It may be the one that was just tried; otherwise ask."""
    open_ = werk.staat.open_vraag
    if open_ is not None and ":" not in open_.vraag and correctie.met_waarde:
        gelezen = lees(vorm_van(werk, open_.vraag, open_.nummer), correctie.nieuw)
        if schoon_gelezen(gelezen) and (open_.mislukt or not correctie.uitdrukkelijk):
            return correctie.nieuw
    opdrachten.wijzig(werk)
    return None


def _vraag_welke(werk: Werk, bedoeld: Sequence[Antwoord]) -> None:
    feiten = dict.fromkeys(a.feit for a in bedoeld)
    if len(feiten) == 1:
        _vraag_weer(werk, bedoeld[0])
        return
    werk.bericht(werk.tekst("veranderen.welke_van"), knoppen=wijzigknoppen(werk, feiten))
    vraag_opnieuw(werk)


def _vraag_weer(werk: Werk, antwoord: Antwoord) -> None:
    """That question again, with what was said."""
    werk.onthoud(onderbroken=None)
    if antwoord.vraag in werk.staat.feiten:
        opdrachten.wijzig(werk, antwoord.vraag)
        return
    _open_om_te_veranderen(werk, antwoord, _zin(werk, "gesprek.u_zei", antwoord))


def _open_om_te_veranderen(werk: Werk, antwoord: Antwoord, zin: str | None = None) -> None:
    werk.onthoud(onderbroken=None)
    if not vorig_jaar.is_van(antwoord.vraag):
        wijziging.begin(werk, antwoord.feit)
    if zin is not None:
        werk.bericht(zin)
    if antwoord.vraag == antwoord.feit and not vorig_jaar.is_van(antwoord.vraag):
        wijziging.stel(werk, antwoord.feit)
    else:
        stel_vraag(werk, antwoord.vraag, antwoord.nummer)


def _verander(werk: Werk, antwoord: Antwoord, correctie: Correctie) -> None:
    """The new value, as if the question was opened again and answered with it."""
    eerst = werk.staat
    plaats = len(werk.berichten)
    werk.bericht("")  # its place: what was understood is said first, and known last
    _open_om_te_veranderen(werk, antwoord)
    del werk.berichten[plaats + 1 :]
    _neem(werk, antwoord, correctie)
    nu = Antwoord(antwoord.vraag, antwoord.nummer, waarde_van(werk, antwoord.vraag, antwoord.nummer))
    anders = (werk.staat.feiten, werk.staat.extra.get(vorig_jaar.FEIT)) != (
        eerst.feiten,
        eerst.extra.get(vorig_jaar.FEIT),
    )
    if anders and nu.waarde is not None:
        zin = _zin(werk, "veranderen.begrepen", nu)
    else:
        zin = werk.tekst("veranderen.bezig", label=_label(werk, antwoord))
    werk.berichten[plaats] = werk.berichten[plaats].model_copy(update={"tekst": zin})


def _neem(werk: Werk, antwoord: Antwoord, correctie: Correctie) -> None:
    open_ = werk.staat.open_vraag
    assert open_ is not None
    leeftijden = nieuwe_leeftijden(antwoord, correctie) if antwoord.vraag == LEEFTIJDEN else None
    if leeftijden is not None:
        neem_aan(werk, antwoord.vraag, None, leeftijden)
        return
    if periodes_lezen.begin_delen(werk, open_, correctie.nieuw):
        return
    gelezen = lees_nieuw(werk, antwoord, correctie)
    if isinstance(gelezen, Gelezen):
        waarde = gelezen.waarde
        if isinstance(waarde, Decimal):
            waarde = waarde.quantize(Decimal("0.01")) if waarde != waarde.to_integral_value() else waarde
            if periodes_lezen.begin_netto_maand(werk, open_, waarde):
                return
        neem_aan(werk, antwoord.vraag, antwoord.nummer, als_json(waarde))
        return
    if isinstance(gelezen, Dubbelzinnig) and periodes_lezen.begin(werk, open_, gelezen, correctie.nieuw):
        return
    reden = (
        f"dubbelzinnig.{gelezen.reden}" if isinstance(gelezen, Dubbelzinnig) else "niet_gelezen.geen_antwoord"
    )
    werk.zeg(reden)
    vraag_opnieuw(werk)


# --- in words -----------------------------------------------------------------------------------------------------------


def _label(werk: Werk, antwoord: Antwoord) -> str:
    return werk.vraag(antwoord.vraag).label


def _zin(werk: Werk, tekst: str, antwoord: Antwoord) -> str:
    """A sentence with the label and the value of an answer."""
    if antwoord.vraag in werk.staat.feiten:
        return werk.tekst(tekst, label=_label(werk, antwoord), waarde=in_woorden(werk, antwoord.vraag))
    if antwoord.feit == "kinderen":
        label = werk.vraag("kinderen").label
        return werk.tekst(tekst, label=label, waarde=in_woorden(werk, "kinderen"))
    return werk.tekst(tekst, label=_label(werk, antwoord), waarde=_los(werk, antwoord))


def _los(werk: Werk, antwoord: Antwoord) -> str:
    """The value of one of a list, or of last year."""
    if antwoord.waarde == WEET_NIET:
        return werk.tekst("woorden.weet_niet")
    if definitie_van(antwoord.vraag).type == "geld":
        return euro(Decimal(str(antwoord.waarde)))
    keuzes = werk.vraag(antwoord.vraag).keuzes
    gekozen = next((werk.render(k.label) for k in keuzes if k.waarde == antwoord.waarde), None)
    return gekozen or str(antwoord.waarde)
