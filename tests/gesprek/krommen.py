"""Invented curves and comparisons in the form of the wire. The amounts mean nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from actions.contract import Reden
from actions.contract_vergelijken import (
    DitJaar,
    LetOpBijUren,
    Melding,
    NieuwAanvragen,
    Punt,
    Totaal,
    Vergelijking,
    Verschil,
    Werken,
)

D = Decimal

FEITEN: dict[str, Any] = {
    "leeftijd": 34,
    "partner": False,
    "kinderen": [],
    "inkomen_jaar": "24000",
    "inkomen_soort": "loon",
    "vermogen": "1000",
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "600",
    "medebewoners": [],
}
"""What somebody answered to whom these belong."""


def punt(uren: int | str, loon: int, uitkering: int, toeslagen: int, gemeente: int, kosten: int = 0) -> Punt:
    """Of whole euros a month; the total is their sum."""
    return Punt(
        uren=D(uren),
        bruto_loon=D(loon) * D("1.1"),
        netto_loon=D(loon),
        uitkering=D(uitkering),
        toeslagen=D(toeslagen),
        gemeente=D(gemeente),
        totaal_per_maand=D(loon + uitkering + toeslagen + gemeente - kosten),
        kosten=D(kosten),
    )


def kromme(
    punten: Sequence[Punt], *, nu: Punt | None = None, let_op: Sequence[tuple[str, str]] = ()
) -> Werken:
    return Werken(
        punten=list(punten),
        tijdelijk=[],
        let_op=[
            LetOpBijUren(
                bij_uren=D(uren),
                tekst=tekst,
                code="lokale_regel_onbekend" if "ken ik" in tekst else "daling",
                regeling=None,
            )
            for uren, tekst in let_op
        ],
        niet_meegerekend=["pensioenpremie"],
        nu=nu,
        later=[],
    )


def voorbeeld() -> Werken:
    """From bijstand to a full week, with two places where more hours leave less."""
    punten = []
    for uren in range(0, 41, 4):
        loon = uren * 58
        uitkering = max(0, 1345 - loon)
        toeslagen = 430 if uren < 28 else max(120, 430 - (uren - 24) * 26)
        punten.append(punt(uren, loon, uitkering, toeslagen, 95 if uren < 24 else 0))
    nu = next(p for p in punten if p.uren == 8)
    return kromme(
        punten,
        nu=nu,
        let_op=(
            ("24", "Bij 24 uur vervalt de hulp van de gemeente. U houdt dan 95 euro per maand minder over."),
            ("28", "Bij 28 uur krijgt u minder huurtoeslag."),
            ("0", "Van deze regeling ken ik de grens niet."),
            ("29", "Bij 29 uur krijgt u minder zorgtoeslag."),
        ),
    )


def verschil(regeling: str, titel: str, voor: str | None, na: str | None, **velden: object) -> Verschil:
    b_voor, b_na = (None if b is None else D(b) for b in (voor, na))
    per_maand = None if b_voor is None or b_na is None else b_na - b_voor
    alles: dict[str, object] = {
        "regeling": regeling,
        "voor": b_voor,
        "na": b_na,
        "verschil_per_maand": per_maand,
        "vanaf": "2027-01-01" if per_maand else None,
        "werkt": "vanaf_maand",
        "al_te_veel_ontvangen": None,
        "reden": "Uw partner telt mee.",
        "titel": titel,
        "recht_voor": "onbekend"
        if b_voor is None
        else "waarschijnlijk_wel"
        if b_voor
        else "waarschijnlijk_niet",
        "recht_na": "onbekend" if b_na is None else "waarschijnlijk_wel" if b_na else "waarschijnlijk_niet",
        "ritme": "maand",
        "voor_per_keer": b_voor,
        "na_per_keer": b_na,
        "schatting": False,
        **velden,
    }
    return Verschil.model_validate(alles)


def vergelijking() -> Vergelijking:
    """Somebody starts to live together: one of each kind of difference."""
    return Vergelijking(
        verschillen=[
            verschil("zorgtoeslag", "Zorgtoeslag", "129.00", "0.00", al_te_veel_ontvangen=None),
            verschil(
                "huurtoeslag",
                "Huurtoeslag",
                "312.00",
                "187.50",
                vanaf="2026-01-01",
                werkt="heel_jaar",
                al_te_veel_ontvangen=D("1369.50"),
                reden="Het inkomen van u samen is hoger.",
            ),
            verschil(
                "kindgebonden-budget",
                "Kindgebonden budget",
                "210.00",
                "294.00",
                reden="U bent niet meer alleen.",
            ),
            verschil(
                "kinderbijslag",
                "Kinderbijslag",
                None,
                None,
                recht_voor="waarschijnlijk_wel",
                recht_na="waarschijnlijk_wel",
                ritme="kwartaal",
                voor_per_keer=D("287.10"),
                na_per_keer=D("287.10"),
                reden="Hier verandert niets.",
            ),
            verschil(
                "kinderopvangtoeslag",
                "Kinderopvangtoeslag",
                "0.00",
                None,
                reden="Wij weten de uren opvang nog niet.",
            ),
            verschil(
                "voedselbank",
                "Voedselbank",
                None,
                None,
                recht_voor="waarschijnlijk_wel",
                recht_na="waarschijnlijk_niet",
                ritme="eenmalig",
                vanaf="2027-01-01",
                reden="Het inkomen van u samen is te hoog.",
            ),
        ],
        totaal_per_maand=Totaal(voor=D("651.00"), na=D("481.50"), verschil=D("-169.50")),
        dit_jaar=DitJaar(verschil=D("-1369.50"), tot_en_met="2026-12-31"),
        melden=[
            Melding(
                bij="Dienst Toeslagen",
                wat="Geef door dat u samenwoont.",
                uiterlijk="2027-01-12",
                termijn="binnen 4 weken",
            ),
            Melding(
                bij="Gemeente Voorbeeldstad",
                wat="Geef uw nieuwe adres door.",
                uiterlijk=None,
                termijn="meteen",
            ),
        ],
        nieuw_aanvragen=[
            NieuwAanvragen(
                regeling="kinderopvangtoeslag",
                uiterlijk="2027-03-31",
                titel="Kinderopvangtoeslag",
                bij="Dienst Toeslagen",
                url="https://www.toeslagen.nl/",
            )
        ],
        vol_jaar=Totaal(voor=D("8960.40"), na=D("6926.40"), verschil=D("-2034.00")),
        let_op=[
            Reden(
                code="regels_van_dit_jaar",
                tekst="De bedragen van 2027 zijn nog niet bekend. Wij rekenen met die van 2026.",
            )
        ],
    )
