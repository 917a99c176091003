"""A question of the resident's own, answered in between; the open question then comes back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from actions.gesprek import contact, lokaal, onderwerp
from actions.gesprek.opdrachten import opnieuw_of_begin
from actions.gesprek.vragen import vorm_van, vraag_opnieuw
from actions.gesprek.werk import Knop, Werk, vaste_knop
from actions.lezen import Gelezen, Vraagvorm, lees
from content.schema import Faq, Vervolg, VervolgKeuze

_JA_NEE_VOORAAN = re.compile(r"^(ja|nee)\b[ ,.:;]*(maar )?", re.IGNORECASE)
_LIJKT_GENOEG = 88.0
"""Per cent of likeness from which other words for a choice mean that choice."""
_VERSCHIL = 10.0
"""So much more than any other choice must it be like."""
_ONTKENNING = frozenset({"niet", "geen", "nooit", "nee"})


def beantwoord(werk: Werk, faq_id: str) -> None:
    """The answer of a topic; then what was open."""
    faq = _zoek(werk, faq_id)
    if faq is None:
        _bestaat_niet(werk)
        return
    knoppen = _vervolgknoppen(faq_id, (), faq.vervolg)
    if faq.regeling in werk.catalogus:
        onderwerp.onthoud_regeling(werk, str(faq.regeling))
        if werk.staat.scope != (faq.regeling,):
            knoppen.append(vaste_knop(f"start:{faq.regeling}", werk.tekst("knop.reken_uit")))
    if faq_id == "loont-werken":
        knoppen.append(Knop(werk.tekst("loont.knop_reken"), {"doe": "loont"}))
    onderwerp.beantwoord(werk, faq_id)
    knoppen += [
        *_veranderknop(werk, faq),
        *_stapknop(werk, faq),
        *contact.knop_bij(werk, faq_id, faq),
        *_hielp(werk),
    ]
    antwoord = werk.bronnen.inhoud.faq_antwoord(faq_id, werk.gemeente, werk.bronnen.vandaag())
    hier = lokaal.hier(werk, faq.regeling)
    _zeg(werk, faq_id, (), "\n\n".join([antwoord, *hier]), faq.vervolg, knoppen)


def _veranderknop(werk: Werk, faq: Faq) -> list[Knop]:
    """Where an answer is about a change in a life: what it does in this household."""
    if faq.gebeurtenis is None:
        return []
    return [Knop(werk.tekst("verandering.reken_uit"), {"doe": "gebeurtenis", "wat": faq.gebeurtenis})]


def _stapknop(werk: Werk, faq: Faq) -> list[Knop]:
    """What the answer says can be done now, where that is not to work a scheme out."""
    if faq.stap in (None, "medewerker") or (faq.stap == "start" and werk.staat.scope):
        return []
    if faq.stap == "hulp_dichtbij":
        return lokaal.hulpknop(werk)
    return [vaste_knop(faq.stap, werk.tekst(f"knop.{faq.stap}"))]


def vervolg(werk: Werk, faq_id: str, pad: Sequence[int]) -> None:
    """A follow-up step of a topic: the answer behind a chosen branch. `pad` holds the choices made so far."""
    keuze = _keuze(_zoek(werk, faq_id), pad)
    if keuze is None:
        _bestaat_niet(werk)
        return
    _zeg(
        werk,
        faq_id,
        pad,
        werk.render(keuze.antwoord),
        keuze.vervolg,
        [
            *_vervolgknoppen(faq_id, pad, keuze.vervolg),
            *(_hielp(werk) if onderwerp.nog_te_beoordelen(werk, faq_id) else ()),
        ],
    )


def _hielp(werk: Werk) -> list[Knop]:
    return [vaste_knop(oordeel, werk.tekst(f"knop.{oordeel}")) for oordeel in ("hielp", "hielp_niet")]


def vervolg_van_knop(werk: Werk, rest: str) -> None:
    """A click on a follow-up choice, also long after: "<topic>:0.1"."""
    faq_id, _, pad = rest.partition(":")
    if all(deel.isdigit() for deel in pad.split(".")):
        vervolg(werk, faq_id, [int(deel) for deel in pad.split(".")])
    else:
        _bestaat_niet(werk)


def vervolg_getypt(werk: Werk, tekst: str) -> bool:
    """A follow-up choice in the resident's own words. The open question, asked last, goes first: what answers it is for it."""
    wacht = onderwerp.wachtend_vervolg(werk)
    if wacht is None:
        return False
    faq_id, pad = wacht
    stap = _stap(_zoek(werk, faq_id), pad)
    if stap is None:
        return False
    gekozen = _gekozen(stap, tekst)
    if gekozen is None:
        return False
    if _kaal(tekst) != _kaal(stap.keuzes[gekozen].label) and _beantwoordt_open_vraag(werk, tekst):
        return False
    vervolg(werk, faq_id, [*pad, gekozen])
    return True


def _zeg(
    werk: Werk,
    faq_id: str,
    pad: Sequence[int],
    antwoord: str,
    stap: Vervolg | None,
    knoppen: Sequence[Knop],
) -> None:
    onderwerp.onthoud_vervolg(werk, None if stap is None else (faq_id, pad))
    tekst = antwoord if stap is None else f"{antwoord}\n\n{werk.render(stap.vraag)}"
    werk.bericht(tekst, faq=faq_id, knoppen=knoppen)
    vraag_opnieuw(werk)


def _bestaat_niet(werk: Werk) -> None:
    werk.zeg("gesprek.oude_knop")
    opnieuw_of_begin(werk)


def _zoek(werk: Werk, faq_id: str) -> Faq | None:
    return werk.bronnen.inhoud.faqs(werk.staat.gemeente).get(faq_id)


def _stap(faq: Faq | None, pad: Sequence[int]) -> Vervolg | None:
    """The follow-up question after these choices."""
    if not pad:
        return None if faq is None else faq.vervolg
    keuze = _keuze(faq, pad)
    return None if keuze is None else keuze.vervolg


def _keuze(faq: Faq | None, pad: Sequence[int]) -> VervolgKeuze | None:
    stap = None if faq is None else faq.vervolg
    keuze = None
    for i in pad:
        if stap is None or i >= len(stap.keuzes):
            return None
        keuze = stap.keuzes[i]
        stap = keuze.vervolg
    return keuze


def _vervolgknoppen(faq_id: str, pad: Sequence[int], stap: Vervolg | None) -> list[Knop]:
    """Their ids say all that a click means, so they never grow too old to be clicked."""
    keuzes = () if stap is None else stap.keuzes
    return [
        vaste_knop(f"vervolg:{faq_id}:{'.'.join(map(str, [*pad, i]))}", keuze.label)
        for i, keuze in enumerate(keuzes)
    ]


def _gekozen(stap: Vervolg, tekst: str) -> int | None:
    """Which choice these words mean: its own words or number, or words that are nearly all the same."""
    vormen = {str(i): _vormen(keuze.label, stap) for i, keuze in enumerate(stap.keuzes)}
    gelezen = lees(Vraagvorm("keuze", keuzes=vormen), tekst)
    if isinstance(gelezen, Gelezen) and gelezen.waarde in vormen and gelezen.vreemd <= 1:
        return int(gelezen.waarde)
    if len(tekst.split()) < _GENOEG_WOORDEN:
        return None
    lijkt = sorted(((_lijkt(tekst, keuze.label), -i) for i, keuze in enumerate(stap.keuzes)), reverse=True)
    tweede = lijkt[1][0] if len(lijkt) > 1 else 0.0
    beste, plaats = lijkt[0]
    return -plaats if beste >= _LIJKT_GENOEG and beste - tweede >= _VERSCHIL else None


def _lijkt(tekst: str, label: str) -> float:
    getypt, bekend = _kaal(tekst), _kaal(label)
    if _ONTKENNING & set(getypt.split()) != _ONTKENNING & set(bekend.split()):
        return 0.0
    return fuzz.token_set_ratio(getypt, bekend)


_GENOEG_WOORDEN = 3


def _vormen(label: str, stap: Vervolg) -> tuple[str, ...]:
    """The words of a choice: as they stand, without "ja" or "nee" before them, and that alone when only one choice has it."""
    begin = _JA_NEE_VOORAAN.match(label)
    if begin is None:
        return (label,)
    woord = begin[1].lower()
    even = [keuze for keuze in stap.keuzes if _kaal(keuze.label).split()[0] == woord]
    rest = label[begin.end() :]
    return tuple(filter(None, (label, rest, woord if len(even) == 1 else "")))


def _beantwoordt_open_vraag(werk: Werk, tekst: str) -> bool:
    open_ = werk.staat.open_vraag
    if open_ is None:
        return False
    gelezen = lees(vorm_van(werk, open_.vraag, open_.nummer), tekst)
    return isinstance(gelezen, Gelezen) and gelezen.vreemd <= 1


def _kaal(tekst: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", tekst.lower()))
