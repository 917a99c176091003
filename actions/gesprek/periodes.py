"""An income that was not said as a gross year: which period, was it the same all year, does holiday pay come on top?

Never converted without asking. Each step is a question in between: what was understood so far stands in its buttons and in its
`lezing`, so that a step can be taken by a click or by typing, and an earlier button corrects a later step. What residents type
is read in `periodes_lezen`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal

from actions.contract import Invoer
from actions.gesprek.inkomens import (
    Gezegd,
    jaar_van,
    krijgt_vakantiegeld,
    neem_delen,
    neem_jaar,
    neem_ongeveer,
    over_dit_jaar,
    wie_van,
)
from actions.gesprek.staat import OpenVraag
from actions.gesprek.vragen import samenhang, stel_vraag, vraag_tussendoor
from actions.gesprek.werk import Knop, Werk
from actions.lezen.bedrag import KLEIN_JAARBEDRAG
from actions.lezen.delen import Deelbedrag
from actions.lezen.vorm import Periode

Stap = Literal["periode", "heel_jaar", "wat_niet", "samen", "tot_nu", "nog", "keer"]


def ga_naar(werk: Werk, open_: OpenVraag, stap: Mapping[str, Any]) -> None:
    """What a button stands for: the next question, or the answer."""
    wie, gezegd = wie_van(open_), Gezegd(**stap["gezegd"])
    assert wie is not None
    match stap["stap"]:
        case "periode":
            vraag_periode(werk, open_, gezegd, bij_grootte(Decimal(gezegd.bedrag)))
        case "heel_jaar":
            vraag_heel_jaar(werk, open_, gezegd)
        case "veranderde":
            vraag_tot_nu(werk, open_, gezegd)
        case "delen":
            neem_delen(werk, wie, gezegd)
        case _:
            neem_jaar(werk, wie, gezegd)


def vraag_periode(werk: Werk, open_: OpenVraag, gezegd: Gezegd, periodes: Sequence[str]) -> None:
    keuzes = [replace(gezegd, periode=p) for p in periodes]  # type: ignore[arg-type]
    if len(keuzes) == 1:
        vraag_heel_jaar(werk, open_, keuzes[0])
        return
    vraag_tussendoor(
        werk,
        open_,
        werk.tekst("periode.vraag", som=Decimal(gezegd.bedrag), netto=gezegd.netto),
        [
            Knop(werk.tekst(f"periode.{keuze.periode}"), betekenis(open_, "heel_jaar", keuze))
            for keuze in keuzes
        ],
        lezing=_lezing("periode", *keuzes),
        voorbeeld=werk.tekst("periode.vraag_voorbeeld"),
    )


def vraag_samen(werk: Werk, open_: OpenVraag, gezegd: Gezegd, delen: Sequence[Deelbedrag]) -> None:
    """More sources, of which it is not certain that all are said for the same period: is this the sum?"""
    som = Decimal(gezegd.bedrag)
    periodes = {deel.periode for deel in delen if deel.periode is not None}
    keuzes = [replace(gezegd, periode=p) for p in periodes or bij_grootte(som)]
    vraag_tussendoor(
        werk,
        open_,
        werk.tekst("periode.samen", bedragen=[deel.bedrag for deel in delen]),
        [
            Knop(
                werk.tekst(
                    "periode.samen_knop",
                    som=som,
                    periode=werk.tekst(f"periode.{keuze.periode}").lower(),
                    netto=gezegd.netto,
                ),
                betekenis(open_, "heel_jaar", keuze),
            )
            for keuze in keuzes
        ],
        lezing=_lezing("samen", *keuzes),
        invoer=Invoer(type="keuze", hulp=werk.tekst("periode.samen_voorbeeld")),
        voorbeeld=werk.tekst("periode.samen_voorbeeld"),
    )


def bij_grootte(bedrag: Decimal) -> list[Periode]:
    """The periods an amount may be for when none was said, the likeliest first."""
    return ["maand", "jaar"] if bedrag < KLEIN_JAARBEDRAG else ["jaar", "maand"]


def vraag_heel_jaar(werk: Werk, open_: OpenVraag, gezegd: Gezegd, delen: Sequence[Deelbedrag] = ()) -> None:
    """Was it the same all year, and does holiday pay come on top? A year, or nothing, needs no asking."""
    wie = wie_van(open_)
    assert wie is not None
    if gezegd.periode == "jaar" or not Decimal(gezegd.bedrag):
        neem_jaar(werk, wie, gezegd)
        return
    ook_vakantie = gezegd.vakantie is None and krijgt_vakantiegeld(werk, wie)
    erbij, erin = replace(gezegd, vakantie="erbij"), replace(gezegd, vakantie="erin")
    if wie.nieuw and not ook_vakantie:
        neem_jaar(werk, wie, gezegd)  # how it will be is so from then on
        return
    if wie.nieuw:
        _vraag_vakantiegeld(werk, open_, gezegd, erbij, erin)
        return
    ja = (
        [
            Knop(werk.tekst("periode.ja_erbij"), betekenis(open_, "jaar", erbij)),
            Knop(werk.tekst("periode.ja_erin"), betekenis(open_, "jaar", erin)),
        ]
        if ook_vakantie
        else [Knop(werk.tekst("woorden.ja"), betekenis(open_, "jaar", gezegd))]
    )
    vraag_tussendoor(
        werk,
        open_,
        werk.tekst(
            "periode.heel_jaar",
            som=Decimal(gezegd.bedrag),
            bedragen=[deel.bedrag for deel in delen],
            periode=werk.tekst(f"periode.{gezegd.periode}").lower(),
            soort="netto" if gezegd.netto else "bruto" if wie.is_inkomen else "",
            vakantie=ook_vakantie,
            jaar=jaar_van(werk, wie),
        ),
        [*ja, Knop(werk.tekst("periode.veranderde"), betekenis(open_, "veranderde", gezegd))],
        lezing=_lezing("heel_jaar", gezegd) | {"vakantie": ook_vakantie},
        invoer=Invoer(type="keuze", hulp=werk.tekst("periode.heel_jaar_hulp")),
        voorbeeld=werk.tekst("periode.heel_jaar_voorbeeld"),
    )


def _vraag_vakantiegeld(werk: Werk, open_: OpenVraag, gezegd: Gezegd, erbij: Gezegd, erin: Gezegd) -> None:
    vraag_tussendoor(
        werk,
        open_,
        werk.tekst(
            "verandering.vakantiegeld",
            som=Decimal(gezegd.bedrag),
            soort="netto" if gezegd.netto else "bruto",
            periode=werk.tekst(f"periode.{gezegd.periode}").lower(),
        ),
        [
            Knop(werk.tekst("verandering.vakantiegeld_erbij"), betekenis(open_, "jaar", erbij)),
            Knop(werk.tekst("verandering.vakantiegeld_erin"), betekenis(open_, "jaar", erin)),
        ],
        lezing=_lezing("heel_jaar", gezegd) | {"vakantie": True},
        invoer=Invoer(type="keuze", hulp=werk.tekst("verandering.vakantiegeld_hulp")),
        voorbeeld=werk.tekst("niet_begrepen.vorm_keuze"),
    )


def vraag_wat_niet(werk: Werk, open_: OpenVraag, gezegd: Gezegd) -> None:
    """A bare "no" to two things at once."""
    vraag_tussendoor(
        werk,
        open_,
        werk.tekst("periode.wat_niet"),
        [
            Knop(
                werk.tekst("periode.niet_erbij"), betekenis(open_, "jaar", replace(gezegd, vakantie="erin"))
            ),
            Knop(werk.tekst("periode.veranderde_los"), betekenis(open_, "veranderde", gezegd)),
        ],
        lezing=_lezing("wat_niet", gezegd),
        invoer=Invoer(type="keuze", hulp=werk.tekst("periode.heel_jaar_hulp")),
        voorbeeld=werk.tekst("periode.heel_jaar_voorbeeld"),
    )


def vraag_tot_nu(werk: Werk, open_: OpenVraag, gezegd: Gezegd) -> None:
    """It was not the same all year: how much so far?"""
    wie = wie_van(open_)
    assert wie is not None
    if not wie.is_inkomen or wie.vorig_jaar or wie.nieuw:
        werk.zeg("periode.heel_bedrag", jaar=jaar_van(werk, wie))
        stel_vraag(werk, open_.vraag, open_.nummer, kort=True)
        return
    _vraag_bedrag(
        werk,
        open_,
        werk.tekst(
            "periode.tot_nu",
            wie=wie.woord,
            netto=gezegd.netto,
            jaar=werk.bronnen.vandaag().year,
            inkomen_soort=_soort_inkomen(werk, open_),
        ),
        werk.tekst("periode.tot_nu_hulp", netto=gezegd.netto, inkomen_soort=_soort_inkomen(werk, open_)),
        _lezing("tot_nu", gezegd),
        werk.tekst("periode.tot_nu_voorbeeld"),
    )


def vraag_nog(werk: Werk, open_: OpenVraag, gezegd: Gezegd) -> None:
    """How much is still to come this year?"""
    wie = wie_van(open_)
    assert wie is not None
    _vraag_bedrag(
        werk,
        open_,
        werk.tekst(
            "periode.nog", wie=wie.woord, netto=gezegd.netto, inkomen_soort=_soort_inkomen(werk, open_)
        ),
        werk.tekst("periode.nog_hulp"),
        _lezing("nog", gezegd),
        werk.tekst("periode.nog_voorbeeld"),
    )


def _soort_inkomen(werk: Werk, open_: OpenVraag) -> object:
    """The main source of this income, for the words; empty when it is not known."""
    return samenhang(werk, open_.vraag, open_.nummer)["inkomen_soort"]


def _vraag_bedrag(
    werk: Werk, open_: OpenVraag, tekst: str, hulp: str, lezing: dict[str, Any], voorbeeld: str
) -> None:
    invoer = Invoer(type="bedrag", eenheid="euro", hulp=hulp)
    vraag_tussendoor(werk, open_, tekst, [], lezing=lezing, invoer=invoer, voorbeeld=voorbeeld)


def vraag_keer(werk: Werk, open_: OpenVraag, gezegd: Gezegd, deel: Deelbedrag) -> None:
    """ "Nog 1.800 per maand": how often? Only whether the running period is in what was earned so far is not known."""
    assert deel.periode is not None
    minst = over_dit_jaar(werk.bronnen.vandaag(), deel.periode)
    keuzes = [(keer, replace(gezegd, nog=str(deel.bedrag * keer))) for keer in (minst, minst + 1)]
    vraag_tussendoor(
        werk,
        open_,
        werk.tekst("periode.keer", som=deel.bedrag, periode=werk.tekst(f"periode.{deel.periode}").lower()),
        [
            Knop(
                werk.tekst("periode.keer_knop", keer=keer, som=Decimal(keuze.nog or 0)),
                betekenis(open_, "delen", keuze),
            )
            for keer, keuze in keuzes
        ],
        lezing=_lezing("keer", gezegd, *(keuze for _, keuze in keuzes)) | {"nog": str(deel.bedrag)},
        voorbeeld=werk.tekst("periode.keer_voorbeeld"),
    )


def weet_stap_niet(werk: Werk, open_: OpenVraag) -> bool:
    """The resident does not know the answer to a question in between. What was said so far gives an estimate; False when no
    honest one follows from it: of an income that changed, an amount of which nothing was said."""
    tussen, wie = werk.staat.extra.get("tussen"), wie_van(open_)
    if tussen is None or tussen["lezing"] is None or wie is None:
        return False
    lezing = tussen["lezing"]
    gezegd, *keuzes = (Gezegd(**een) for een in lezing["gezegd"])
    if lezing["stap"] in ("heel_jaar", "wat_niet"):
        neem_ongeveer(werk, wie, gezegd)
    elif lezing["stap"] == "keer" and keuzes:
        neem_delen(werk, wie, keuzes[-1], minst=keuzes[0])
    else:
        return False
    return True


def neem_nog(werk: Werk, open_: OpenVraag, gezegd: Gezegd, deel: Deelbedrag) -> None:
    if deel.periode not in (None, "jaar") and deel.keer is None and deel.bedrag:
        vraag_keer(werk, open_, gezegd, deel)
        return
    wie = wie_van(open_)
    assert wie is not None
    neem_delen(werk, wie, replace(gezegd, nog=str(deel.bedrag * (deel.keer or 1))))


def _lezing(stap: Stap, *gezegd: Gezegd) -> dict[str, Any]:
    return {"stap": stap, "gezegd": [een.json() for een in gezegd]}


def betekenis(open_: OpenVraag, stap: str, gezegd: Gezegd) -> dict[str, Any]:
    return {
        "vraag": open_.vraag,
        "nummer": open_.nummer,
        "inkomen": {"stap": stap, "gezegd": gezegd.json()},
    }
