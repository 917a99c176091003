"""What is left with so many hours of work, put into words and into the form of the contract (section 2c)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from actions.contract import Reden
from actions.contract_vergelijken import LetOpBijUren, Punt, Tijdelijk, Werken
from actions.regels.werken.inkomen_nu import ONBEKEND
from actions.regels.werken.kromme import Kromme
from actions.regels.werken.opletten import LetOp
from actions.regels.werken.punt import Punt as Regelpunt
from content.inhoud import Inhoud

Tekst = Callable[..., str]
"""From text id and values to words: of the whole content, or of one talk (`Werk.tekst`)."""
_SAMEN = ("lokale_regel_onbekend", "onbekend")
"""Told of all schemes in one sentence."""


def werken_model(inhoud: Inhoud, kromme: Kromme, tekst: Tekst, gemeente: str | None) -> Werken:
    """`tekst` is asked for ids of `content/teksten/loont.yml`; `gemeente` may have its own names of schemes."""
    return Werken(
        punten=[_punt(punt) for punt in kromme.punten],
        tijdelijk=[
            Tijdelijk(uren=een.uren, tot_en_met_maand=een.tot_en_met_maand, extra=een.extra)
            for een in kromme.tijdelijk
        ],
        let_op=list(_let_op(inhoud, kromme, tekst, gemeente)),
        niet_meegerekend=[tekst(f"loont.niet_{code}") for code in kromme.niet_meegerekend],
        nu=None if kromme.nu is None else _punt(kromme.nu),
        later=list(_later(kromme, tekst)),
    )


def _punt(punt: Regelpunt) -> Punt:
    return Punt(
        uren=punt.uren,
        bruto_loon=punt.bruto_loon,
        netto_loon=punt.netto_loon,
        uitkering=punt.uitkering,
        toeslagen=punt.toeslagen,
        gemeente=punt.gemeente,
        totaal_per_maand=punt.totaal,
        kosten=punt.kosten,
    )


def _let_op(inhoud: Inhoud, kromme: Kromme, tekst: Tekst, gemeente: str | None) -> Iterator[LetOpBijUren]:
    for een in kromme.let_op:
        if een.code not in _SAMEN:
            yield LetOpBijUren(
                bij_uren=een.bij_uren,
                tekst=tekst(f"loont.let_op_{een.code}", **_waarden(inhoud, kromme, een, tekst, gemeente)),
                code=een.code,
                regeling=een.regeling,
            )
    for code in _SAMEN:
        samen = [een for een in kromme.let_op if een.code == code]
        if samen:
            yield _samen(inhoud, samen, tekst, gemeente)


def _samen(inhoud: Inhoud, samen: Sequence[LetOp], tekst: Tekst, gemeente: str | None) -> LetOpBijUren:
    namen = [_naam(inhoud, een.regeling, gemeente) for een in samen]
    return LetOpBijUren(
        bij_uren=min(een.bij_uren for een in samen),
        tekst=tekst(f"loont.let_op_{samen[0].code}", namen=namen),
        code=samen[0].code,
        regeling=samen[0].regeling if len(samen) == 1 else None,
    )


def _waarden(
    inhoud: Inhoud, kromme: Kromme, een: LetOp, tekst: Tekst, gemeente: str | None
) -> dict[str, object]:
    soort = next((code for code in kromme.niet_meegerekend if code in ONBEKEND), None)
    bij_uitkering: dict[str, object] = {}
    if een.code == "uitkering_onbekend" and soort is not None:
        bij_uitkering = {"wat": tekst(f"loont.uitkering_{soort}"), "bij": tekst(f"loont.betaalt_{soort}")}
    return {
        "uren": een.bij_uren,
        "tot": een.tot_uren,
        "som": heel(een.bedrag),
        "deel": heel(een.deel),
        "regeling": _naam(inhoud, een.regeling, gemeente),
        **bij_uitkering,
    }


def _naam(inhoud: Inhoud, regeling: str | None, gemeente: str | None) -> str | None:
    return None if regeling is None else inhoud.uitkomst(regeling, gemeente).korte_titel


def _later(kromme: Kromme, tekst: Tekst) -> Iterator[Reden]:
    meeste = max((punt.uren for punt in kromme.punten), default=Decimal(0))
    for een in kromme.later:
        waarden = {"uren": meeste, "som": heel(een.bedrag)}
        yield Reden(code=een.code, tekst=tekst(f"loont.later_{een.code}", **waarden))


def heel(bedrag: Decimal | None) -> Decimal | None:
    """In a sentence: whole euros."""
    return None if bedrag is None else bedrag.quantize(Decimal(1), ROUND_HALF_UP)
