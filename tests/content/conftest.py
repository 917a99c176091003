"""A small content folder that is right; tests spoil one thing at a time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from content.parameters import Parameters, Waarde

VRAAG_ANDER = """\
ander:
  vraag: "Heeft {{ persoon }} een partner?"
  waarom: Een partner telt mee voor de toeslagen.
  voorbeeld: "Typ bijvoorbeeld: ja, zij wonen samen."
"""
VRAAG = (
    """\
vraag: Hebt u een partner?
kort: Partner, ja of nee?
waarom: Een partner telt mee voor uw toeslagen.
voorbeeld: "U kunt antwoorden: ja, wij wonen samen."
label: Partner
"""
    + VRAAG_ANDER
    + """\
invoer: {type: keuze}
keuzes:
  - {waarde: true, label: Ja, woorden: [getrouwd]}
  - {waarde: false, label: Nee}
weergave: "{{ 'ja' if waarde else 'nee' }}"
"""
)
UITKOMST = """\
titel: Zorgtoeslag
korte_titel: Zorgtoeslag
wat: Zorgtoeslag is geld voor uw zorgverzekering.
aanvragen: {bij: Dienst Toeslagen, url: "https://www.toeslagen.nl/", telefoon: null, nodig: [DigiD]}
redenen:
  voldoet: U krijgt waarschijnlijk zorgtoeslag.
"""
GEMEENSCHAPPELIJK = """\
redenen:
  voldoet: U hebt hier waarschijnlijk recht op.
  te_jong: U bent nog geen {{ grens }} jaar.
"""
FAQ = """\
---
titel: Wat is zorgtoeslag?
eigenaar: Team Inkomen
nagekeken: 2026-11-20
bronnen:
  - {naam: Wet op de zorgtoeslag, url: "https://wetten.overheid.nl/BWBR0018451/"}
voorbeelden: [wat is zorgtoeslag, krijg ik 100 euro voor mijn zorg]
---
{% set premie = "zorgtoeslag.standaardpremie" %}
De premie is {{ bedrag(premie) | euro }} in {{ jaar_van(premie) }}.
"""
GEMEENTE = """\
slug: proefstad
naam: Proefstad
cbs_code: null
provincie: Proefland
contact: {telefoon: "14 0000", openingstijden: elke dag, adres: Plein 1, website: "https://proefstad.example"}
"""


@pytest.fixture
def parameters() -> Parameters:
    waarde = Waarde(
        regeling="zorgtoeslag",
        naam="standaardpremie",
        waarde=Decimal("2119.00"),
        eenheid="EUR/year",
        van=date(2026, 1, 1),
        tot=date(2026, 12, 31),
        artikel="Wzt art. 4",
        bronnen=("TR-ZT",),
        zekerheid="two sources",
    )
    return Parameters("proef", {"zorgtoeslag": (waarde,)})


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    for naam, tekst in {
        "teksten/begin.yml": "hallo: Dag {{ naam }}.\nkeuze:\n  verder: Verder\n",
        "vragen/partner.yml": VRAAG,
        "uitkomsten/zorgtoeslag.yml": UITKOMST,
        "uitkomsten/_gemeenschappelijk.yml": GEMEENSCHAPPELIJK,
        "faq/zorgtoeslag.md": FAQ,
        "gemeenten/proefstad.yml": GEMEENTE,
    }.items():
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).write_text(tekst, encoding="utf-8")
    return tmp_path
