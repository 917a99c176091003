"""Outcomes of the rules, put into words and into the form of the contract."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from actions.contract import Aanvragen, Bron, Reden, Stap, Uitkomst, Voorlopig, Voorwaarde
from actions.regels.regeling import Uitkomst as Regeluitkomst
from actions.regels.terugbetalen import CODES as TERUGBETALEN
from content.inhoud import Inhoud
from content.schema import AanvragenTekst, Gemeente, UitkomstTekst


def uitkomst_model(
    inhoud: Inhoud,
    uitkomst: Regeluitkomst,
    datum: date,
    gemeente: Gemeente | None = None,
    krijgt_al: frozenset[str] = frozenset(),
) -> Uitkomst:
    """One outcome as it goes over the wire, with its texts."""
    tekst = inhoud.uitkomst(uitkomst.regeling, gemeente.slug if gemeente else None)
    aanvragen = aanvragen_van(inhoud, tekst, uitkomst, gemeente)

    def vul(sjabloon: str, waarden: Mapping[str, Any]) -> str:
        """With the number to call, for what must be asked there."""
        return inhoud.render(sjabloon, datum=datum, gemeente=gemeente, telefoon=aanvragen.telefoon, **waarden)

    return Uitkomst(
        regeling=uitkomst.regeling,
        titel=tekst.titel,
        wat=vul(tekst.wat, {}),
        recht=uitkomst.recht,
        bedrag_per_maand=uitkomst.bedrag_per_maand,
        bedrag_per_jaar=uitkomst.bedrag_per_jaar,
        voorlopig=None
        if uitkomst.voorlopig is None
        else Voorlopig(
            bedrag_per_maand=uitkomst.voorlopig.bedrag_per_maand, als=list(uitkomst.voorlopig.als)
        ),
        voorwaarden=[
            Voorwaarde(feit=feit, tekst=vul(tekst.voorwaarden[feit], {"jaar": datum.year}))
            for feit in uitkomst.voorwaarden
        ],
        ritme=uitkomst.ritme,
        bedrag_per_keer=uitkomst.bedrag_per_keer,
        vorm=uitkomst.vorm,
        tot_en_met=uitkomst.tot_en_met,
        jaar=uitkomst.jaar,
        schatting=uitkomst.schatting,
        marge=uitkomst.marge,
        al_ontvangen=uitkomst.regeling in krijgt_al,
        bijna=uitkomst.bijna,
        door=list(uitkomst.door),
        redenen=[
            Reden(code=r.code, tekst=vul(tekst.redenen[r.code], _met_label(inhoud, r.waarden)))
            for r in uitkomst.redenen
        ],
        stappen=[
            Stap(
                tekst=vul(tekst.stappen[s.id], s.waarden),
                bedrag=_cent(s.bedrag),
                bron=s.artikel,
            )
            for s in uitkomst.stappen
        ],
        bronnen=_bronnen(inhoud, uitkomst.artikelen),
        aanvragen=aanvragen,
        let_op=[Reden(code=r.code, tekst=vul(tekst.let_op[r.code], r.waarden)) for r in uitkomst.let_op],
    )


def zonder_herhaling(modellen: Sequence[Uitkomst]) -> list[Uitkomst]:
    """Outcomes that are shown together: how to avoid paying back is said once, with the first one it holds for."""
    gezegd: set[str] = set()
    over = []
    for model in modellen:
        let_op = [r for r in model.let_op if r.code not in TERUGBETALEN or r.tekst not in gezegd]
        gezegd |= {r.tekst for r in let_op}
        over.append(model.model_copy(update={"let_op": let_op}))
    return over


def _met_label(inhoud: Inhoud, waarden: Mapping[str, Any]) -> Mapping[str, Any]:
    """A fact by the words a resident knows it by."""
    if "feit" not in waarden:
        return waarden
    rest = {naam: waarde for naam, waarde in waarden.items() if naam != "feit"}
    return {**rest, "label": inhoud.vraag(waarden["feit"]).label}


def _cent(bedrag: Decimal | None) -> Decimal | None:
    return None if bedrag is None else bedrag.quantize(Decimal("0.01"))


def _bronnen(inhoud: Inhoud, artikelen: tuple[str, ...]) -> list[Bron]:
    """The laws an outcome rests on, each with its articles: "Wet op de huurtoeslag, artikel 8, 11 en 13 lid 1"."""
    per_wet: dict[str, list[str]] = {}
    for artikel in artikelen:
        for wet, nummer in _ARTIKEL.findall(artikel):
            nummers = per_wet.setdefault(wet, [])
            if nummer.strip() not in nummers:
                nummers.append(nummer.strip())
    return [
        Bron(
            naam=inhoud.tekst(
                "wetten.artikel",
                wet=inhoud.tekst(f"wetten.{wet}.naam"),
                nummers=sorted(nummers, key=_getallen),
            ),
            url=inhoud.tekst(f"wetten.{wet}.url"),
        )
        for wet, nummers in per_wet.items()
    ]


_ARTIKEL = re.compile(r"\b(Wzt|Wht|Wkb|Awir|Wko|Bkot|AKW|Pw|TW|IOAW|IOAZ|Bbz|Wgs|Gemeentewet) art\. ([^;]+)")


def _getallen(nummer: str) -> list[int]:
    """To sort "13 lid 1" after "8"."""
    return [int(getal) for getal in re.findall(r"[0-9]+", nummer)]


def aanvragen_van(
    inhoud: Inhoud, tekst: UitkomstTekst, uitkomst: Regeluitkomst, gemeente: Gemeente | None
) -> Aanvragen:
    """Where, how and until when to apply; for what the gemeente pays, at this gemeente."""
    bij = tekst.aanvragen
    bij_de_gemeente = gemeente is not None and bij.bij == "de gemeente"
    return Aanvragen(
        bij=gemeente.naam if bij_de_gemeente and gemeente else bij.bij,
        url=gemeente.contact.website if bij_de_gemeente and gemeente else bij.url,
        telefoon=gemeente.contact.telefoon if bij_de_gemeente and gemeente else bij.telefoon,
        uiterlijk=None if uitkomst.uiterlijk is None else uitkomst.uiterlijk.isoformat(),
        nodig=list(bij.nodig),
        hoe=_hoe(inhoud, bij),
    )


def _hoe(inhoud: Inhoud, bij: AanvragenTekst) -> str | None:
    """How to apply; and until when, where that is no date."""
    termijn, wanneer = bij.termijn, None
    if termijn is not None and termijn.vooraf:
        wanneer = inhoud.tekst("aanvragen.vooraf")
    elif termijn is not None and termijn.na:
        wanneer = inhoud.tekst(f"aanvragen.na_{termijn.na}", maanden=termijn.maanden)
    return " ".join(deel for deel in (bij.hoe, wanneer) if deel) or None
