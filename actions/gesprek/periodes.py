"""An income said per month or week, or net, where a gross year is asked: is the holiday pay in it? Never converted without
asking."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from actions.gesprek.geven import neem_aan
from actions.gesprek.staat import OpenVraag
from actions.gesprek.vragen import vraag_tussendoor
from actions.gesprek.werk import Knop, Werk
from actions.lezen import PARTNERWOORDEN, Gelezen, Lezing, Vraagvorm, lees
from actions.regels.afleiden import NETTO_VAN, Afleider
from actions.regels.feiten import FEITEN
from actions.regels.inlezen import lees_feiten

KEER_PER_JAAR = {"jaar": Decimal(1), "maand": Decimal(12), "vier_weken": Decimal(13), "week": Decimal(52)}
_HONDERD = Decimal(100)
_CENT = Decimal("0.01")
_WOORDEN = {"maand": "maand", "jaar": "jaar", "week": "week", "weken": "vier_weken"}


def vraag_periode(werk: Werk, open_: OpenVraag, lezingen: Sequence[Lezing]) -> None:
    """An amount whose period is not certain, or is not a year: first which period, then whether holiday pay is in it."""
    bedrag = Decimal(lezingen[0].waarde)
    periodes = [lezing.periode for lezing in lezingen if lezing.periode is not None]
    if len(periodes) == 1:
        kies_periode(werk, open_, bedrag, periodes[0])
        return
    werk.onthoud(lezing={"bedrag": str(bedrag), "periodes": periodes})
    vraag_tussendoor(
        werk,
        open_,
        werk.tekst("periode.vraag", som=bedrag),
        [
            Knop(werk.tekst(f"periode.{p}"), _betekenis(open_, bedrag=str(bedrag), periode=p))
            for p in periodes
        ],
    )


def kies_periode(werk: Werk, open_: OpenVraag, bedrag: Decimal, periode: str) -> None:
    """The period is known. A year is the answer; for anything shorter the holiday pay is asked."""
    per_jaar = (bedrag * KEER_PER_JAAR[periode]).quantize(_CENT)
    procent = werk.bronnen.parameters.op("loon", werk.bronnen.vandaag()).get("vakantiebijslag_pct")
    if periode == "jaar" or procent is None or per_jaar == 0:
        neem_aan(werk, open_.vraag, open_.nummer, str(per_jaar), geschat=periode != "jaar")
        return
    met = (per_jaar * (_HONDERD + procent) / _HONDERD).quantize(_CENT)
    werk.onthoud(lezing={"erin": str(per_jaar), "erbij": str(met)})
    vraag_tussendoor(
        werk,
        open_,
        werk.tekst("periode.vakantiegeld", som=bedrag, periode=werk.tekst(f"periode.{periode}").lower()),
        [
            Knop(
                werk.tekst("periode.erin", som=per_jaar),
                _betekenis(open_, waarde=str(per_jaar), geschat=True),
            ),
            Knop(werk.tekst("periode.erbij", som=met), _betekenis(open_, waarde=str(met), geschat=True)),
        ],
    )


def vraag_netto(werk: Werk, open_: OpenVraag, tekst: str) -> bool:
    """Text with a net amount per month: is there holiday pay besides? False when it is not such a text."""
    feit = NETTO_VAN.get(open_.vraag)
    if feit is None:
        return False
    vorm = Vraagvorm(
        "bedrag",
        maximum=FEITEN[feit].maximum,
        eenheid="euro_per_maand",
        bruto_of_netto="netto",
        vulwoorden=PARTNERWOORDEN,
    )
    gelezen = lees(vorm, tekst)
    if not isinstance(gelezen, Gelezen) or not isinstance(gelezen.waarde, Decimal) or gelezen.vreemd > 1:
        return False
    partner = "_partner" if "partner" in feit else ""
    vandaag = werk.bronnen.vandaag()
    feiten = lees_feiten(werk.staat.feiten, vandaag, intern=True)
    met = Afleider(feiten, werk.bronnen.parameters, vandaag).met_vakantiegeld(gelezen.waarde, partner)
    if met is None or gelezen.waarde == 0:
        return False
    werk.onthoud(lezing={"feit": feit, "erin": str(met), "erbij": str(gelezen.waarde)})
    vraag_tussendoor(
        werk,
        open_,
        werk.tekst("periode.netto", som=gelezen.waarde),
        [
            Knop(werk.tekst("woorden.ja"), _betekenis(open_, feit=feit, waarde=str(met))),
            Knop(werk.tekst("woorden.nee"), _betekenis(open_, feit=feit, waarde=str(gelezen.waarde))),
        ],
    )
    return True


def antwoord(werk: Werk, open_: OpenVraag, tekst: str) -> bool:
    """Read a typed answer to one of these two questions. False when it is not one: then it is read as usual."""
    lezing = werk.staat.extra.get("lezing")
    if lezing is None:
        return False
    werk.onthoud(lezing=None)
    if "periodes" in lezing:
        genoemd = {p for woord, p in _WOORDEN.items() if woord in tekst.lower().split()}
        gekozen = genoemd & set(lezing["periodes"])
        if len(gekozen) == 1 and not any(teken.isdigit() for teken in tekst):
            kies_periode(werk, open_, Decimal(lezing["bedrag"]), gekozen.pop())
            return True
        return False
    gelezen = lees(Vraagvorm("ja_nee"), tekst)
    if isinstance(gelezen, Gelezen) and isinstance(gelezen.waarde, bool):
        bedrag = Decimal(lezing["erin" if gelezen.waarde else "erbij"])
        if "feit" in lezing:
            neem_aan(werk, lezing["feit"], None, str(bedrag))
        else:
            neem_aan(werk, open_.vraag, open_.nummer, str(bedrag), geschat=True)
        return True
    return False


def _betekenis(open_: OpenVraag, **rest: Any) -> dict[str, Any]:
    return {"vraag": open_.vraag, "nummer": open_.nummer, **rest}
