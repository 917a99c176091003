"""From the messages of a talk to what the plain page shows (`zelfcheck_gesprek.html`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from actions.contract import Bericht, GesprekStand, Keuze, Tussenstand, Uitkomst
from content.inhoud import Inhoud
from content.opmaak import euro
from content.schema import Gemeente
from web.paginas import bedragen, opmaak
from web.paginas.bedragen import Woord
from web.paginas.sommen import Gewerkt, Vergeleken, gewerkt, vergeleken
from web.paginas.uitkomst_beeld import Kaarten, kaarten

STIL = frozenset(
    {
        "weet_niet", "terug", "waarom", "overzicht", "opnieuw", "stop", "herhaal", "medewerker", "hielp_niet",
        "hulp_dichtbij", "contact",
    }
)  # fmt: skip
"""Ways out of a question rather than answers to it, by what stands before the colon: shown quieter, as in the chat window."""
_VAN_RECHTS = frozenset({"ar"})
_TOETSEN = {"bedrag": "decimal", "aantal": "numeric", "leeftijd": "numeric"}
_LANGE_HULP = 180
"""Characters; longer help is folded, so that the answers stay in view."""
_TITEL_LANGST = 80


@dataclass(frozen=True, slots=True)
class Keuzes:
    """The choices of a message by how they are shown."""

    aan_te_kruisen: tuple[Keuze, ...] = ()
    knoppen: tuple[Keuze, ...] = ()
    stil: tuple[Keuze, ...] = ()


@dataclass(frozen=True, slots=True)
class Regel:
    """One message. `nr` is unique on the page."""

    nr: int
    van_u: bool
    tekst: Markup
    taal: str | None
    richting: str | None
    kaarten: Kaarten | None = None
    eerder: tuple[tuple[str, str], ...] = ()
    """Of an earlier message: each scheme and what was said of it, in short."""
    vergeleken: Vergeleken | None = None
    gewerkt: Gewerkt | None = None
    keuzes: Keuzes | None = None
    contact: bool = False
    """It offers the contact form."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """What the page asks now: the open question, or the choices to go on with."""

    kop: Markup | None
    rest: Markup | None
    """What follows the heading."""
    taal: str | None
    richting: str | None
    hulp: str | None
    lange_hulp: bool
    keuzes: Keuzes
    label: str
    """The name of its text in `content/teksten/widget.yml`."""
    eenheid: str | None
    toetsen: str


@dataclass(frozen=True, slots=True)
class Beeld:
    titel: str | None
    """The question in plain words, for the title of the page."""
    eerder: tuple[Regel, ...]
    nieuw: tuple[Regel, ...]
    vraag: Vraag
    gezien: str | None
    uitslag: bool
    """There is something to keep: outcomes, or answers."""
    nog: str | None
    beantwoord: int
    samen: int
    tot_nu_toe: str | None


def beeld(
    inhoud: Inhoud, gemeente: Gemeente, stand: GesprekStand, tekst: Callable[[], Callable[..., str]]
) -> Beeld:
    """`tekst` gives the words about whom the talk is about; asked only for a curve."""

    def woord(naam: str) -> str:
        return inhoud.tekst(f"widget.{naam}", gemeente=gemeente)

    alles = list(stand.berichten)
    if stand.open_vraag and all(b.id != stand.open_vraag.id for b in alles):
        alles.append(stand.open_vraag)
    eigen = [plek for plek, b in enumerate(alles) if b.van == "u"]
    begin = eigen[-1] if eigen else 0
    vraag = _vraag_van(stand.open_vraag, alles[begin:])
    tabblad = woord("nieuw_tabblad")

    def regel(nr: int, b: Bericht, *, nieuw: bool) -> Regel:
        levend = nieuw and b.keuzes and b is not vraag
        return Regel(
            nr=nr,
            van_u=b.van == "u",
            tekst=Markup("<p>{}</p>").format(b.tekst) if b.van == "u" else opmaak.markdown(b.tekst, tabblad),
            taal=b.taal,
            richting=_richting(b.taal),
            kaarten=kaarten(b.uitkomsten, woord, gemeente.naam) if b.uitkomsten and nieuw else None,
            eerder=tuple(_kort(u, woord) for u in b.uitkomsten or ()) if not nieuw else (),
            vergeleken=vergeleken(inhoud, gemeente, b.vergelijking) if b.vergelijking and nieuw else None,
            gewerkt=gewerkt(inhoud, gemeente, b.werken, b.beeld, tekst()) if b.werken and nieuw else None,
            keuzes=_verdeel(b) if levend else None,
            contact=b.soort == "overdracht",
        )

    # The open question stands once, at its own place under the rest.
    nieuw = [b for b in alles[begin:] if b is not vraag or _heeft_inhoud(b)]
    nog = stand.voortgang.nog_ongeveer
    return Beeld(
        titel=_kap(opmaak.plat(opmaak.kop_en_rest(vraag.tekst)[0])) if vraag and vraag.vraag else None,
        eerder=tuple(regel(nr, b, nieuw=False) for nr, b in enumerate(alles[:begin])),
        nieuw=tuple(regel(nr, b, nieuw=True) for nr, b in enumerate(nieuw, start=begin)),
        vraag=_vraag(vraag, woord, tabblad),
        gezien=next((b.id for b in reversed(alles) if b.van == "bot"), None),
        uitslag=any(b.uitkomsten or (b.soort == "overzicht" and b.keuzes) for b in alles[begin:]),
        nog=bedragen.vul(woord, "voortgang_een" if nog == 1 else "voortgang_meer", aantal=nog)
        if nog
        else None,
        beantwoord=stand.voortgang.beantwoord,
        samen=stand.voortgang.beantwoord + nog,
        tot_nu_toe=_tot_nu_toe(stand.tussenstand, woord),
    )


def heeft_antwoorden(keuzes: Keuzes) -> bool:
    """Is there a choice that answers the question, and not only a way out of it?"""
    return bool(keuzes.knoppen)


def _vraag_van(open_vraag: Bericht | None, nieuw: Sequence[Bericht]) -> Bericht | None:
    """The message that stands at the form: the open question, else the last choices."""
    if open_vraag is not None:
        return next((b for b in nieuw if b.id == open_vraag.id), open_vraag)
    return next((b for b in reversed(nieuw) if b.van == "bot" and b.keuzes), None)


def _heeft_inhoud(b: Bericht) -> bool:
    """It has more than words: it stands among the messages, and only its choices stand at the form."""
    return bool(b.uitkomsten or b.vergelijking or b.werken or not (b.vraag or _is_kort(b)))


def _is_kort(b: Bericht) -> bool:
    return b.soort == "tekst" and "\n\n" not in b.tekst


def _vraag(b: Bericht | None, woord: Woord, tabblad: str) -> Vraag:
    keuzes = _verdeel(b) if b else Keuzes()
    kop, rest = ("", "") if b is None or _heeft_inhoud(b) else opmaak.kop_en_rest(b.tekst)
    invoer = b.invoer if b else None
    label = "vrij" if b is None or not b.vraag else "of_typ" if heeft_antwoorden(keuzes) else "antwoord"
    hulp = invoer.hulp if invoer else None
    if keuzes.aan_te_kruisen:
        hulp = hulp or woord("meerkeuze_hulp")
    taal = b.taal if b else None
    return Vraag(
        kop=opmaak.zin(kop, tabblad) if kop else None,
        rest=opmaak.markdown(rest, tabblad) if rest else None,
        taal=taal,
        richting=_richting(taal),
        hulp=hulp,
        lange_hulp=len(hulp or "") > _LANGE_HULP,
        keuzes=keuzes,
        label=f"label_{label}",
        eenheid=_eenheid(invoer.eenheid, woord) if invoer and invoer.eenheid else None,
        toetsen=_TOETSEN.get(invoer.type if invoer else "", "text"),
    )


def _eenheid(eenheid: str, woord: Woord) -> str | None:
    # Not every unit has words of its own: "jaar" of an age needs none.
    return woord(f"eenheid_{eenheid}") if eenheid in _EENHEDEN else None


_EENHEDEN = frozenset(
    {"euro_per_maand", "euro_per_jaar", "euro_per_uur", "euro", "uren_per_maand", "uren_per_week"}
)


def _verdeel(b: Bericht) -> Keuzes:
    keuzes = tuple(b.keuzes or ())
    geen = b.invoer.geen if b.invoer and b.invoer.type == "meerkeuze" else None
    plek = next((nr for nr, k in enumerate(keuzes) if k.id == geen), -1)
    if plek < 0:
        return Keuzes(
            knoppen=tuple(k for k in keuzes if not _is_stil(k)),
            stil=tuple(k for k in keuzes if _is_stil(k)),
        )
    # What stands behind "none of these" is no answer to tick, whatever its id.
    return Keuzes(keuzes[:plek], (keuzes[plek],), keuzes[plek + 1 :])


def _is_stil(keuze: Keuze) -> bool:
    return keuze.id.partition(":")[0] in STIL


def _kort(u: Uitkomst, woord: Woord) -> tuple[str, str]:
    return u.titel, bedragen.bedrag(woord, u) or woord(f"recht_{u.recht}")


def _tot_nu_toe(t: Tussenstand, woord: Woord) -> str | None:
    if t.aantal <= 0:
        return None
    naam = "tussenstand_misschien" if t.onder_voorbehoud else "tussenstand"
    delen = [bedragen.vul(woord, naam, bedrag=euro(t.bedrag_per_maand))]
    if t.waarvan_al_ontvangen > 0:
        delen.append(bedragen.vul(woord, "tussenstand_al", bedrag=euro(t.waarvan_al_ontvangen)))
    return ". ".join(delen)


def _richting(taal: str | None) -> str | None:
    return None if taal is None else "rtl" if taal in _VAN_RECHTS else "ltr"


def _kap(tekst: str) -> str:
    return tekst if len(tekst) <= _TITEL_LANGST else tekst[: _TITEL_LANGST - 1].rstrip() + "…"
