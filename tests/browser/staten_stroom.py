"""The states of the way from draft to residents, on topics that nobody has: other rooms look at those that there are.

The check itself takes ten seconds (tests/web/redactie/test_keuren.py): here it is done at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from content.controle import Melding
from web.redactie import keuren
from web.redactie.bewaarplaats import stand_van
from web.redactie.concepten import Concept
from web.redactie.keuren import Keuring

if TYPE_CHECKING:
    from tests.browser.staten_redactie import Bezoek

_PAD = "faq/stroom-{nr}.md"
_TEKST = """\
---
titel: Kan ik een {nr} lenen?
eigenaar: Team Verzonnen
nagekeken: 2026-11-01
bronnen:
  - naam: De Verzonnen Bron
    url: https://bron.voorbeeldstad.example/
vervolg:
  vraag: Voor wie is het?
  keuzes:
    - label: Voor mijn kind
      antwoord: Vraag het aan de school.
    - label: Voor mij
      antwoord: Bel {{{{ gemeente.naam }}}}.
voorbeelden:
  - ik wil een {nr} lenen
  - waar leen ik een {nr}
---
Ja, dat kan. Het kost **niets**.

Lees meer bij [de bibliotheek](https://bieb.voorbeeldstad.example/).
"""
_NIEUW = (
    (
        "Ja, dat kan. Het kost",
        'Ja. Het kost hoogstens {{ bedrag("zorgtoeslag.max_per_maand_alleen") | euro }}:',
    ),
    ("Vraag het aan de school.", "Vraag het op school."),
    ("  - ik wil een", "  - mag ik een stoel meenemen\n  - ik wil een"),
    ("Team Verzonnen", "Team Lenen"),
)


def _onderwerp(p: Bezoek, naam: str) -> str:
    """A topic that residents can read already."""
    pad = _PAD.format(nr=naam)
    p.huis.plaats.geef_uit(
        {pad: _TEKST.format(nr=naam)}, gezien={pad: None}, auteur="Kim Verzonnen", reden="Nieuw onderwerp"
    )
    return pad


def _anders(p: Bezoek, pad: str, *ruil: tuple[str, str]) -> str:
    tekst = p.huis.lees(pad)
    for eerst, straks in ruil:
        assert eerst in tekst
        tekst = tekst.replace(eerst, straks)
    return tekst


def _concept(p: Bezoek, naam: str, *, voorgelegd: bool = True) -> Concept:
    pad = _onderwerp(p, naam)
    een = p.huis.concept("noor", pad, _anders(p, pad, *_NIEUW), "Het kan nu ook met een stoel")
    return p.huis.concepten.leg_voor(p.huis.wie("noor"), een.id, een.versie) if voorgelegd else een


def _gekeurd(p: Bezoek, pad: str, zin: str, *meldingen: Melding) -> None:
    """The page, once the check has said this."""

    def keur(map_: Path, wijzigingen: Mapping[str, str | None], _: Any = None) -> Keuring:
        fouten = tuple(m for m in meldingen if m.ernst == "fout")
        tips = tuple(m for m in meldingen if m.ernst != "fout")
        return Keuring(fouten, tips, stand_van(map_, wijzigingen))

    with mock.patch.object(keuren, "keur", keur):
        p.naar(pad)
        p.page.locator("#keuring").get_by_text(zin).wait_for()


def concepten(p: Bezoek) -> None:
    _concept(p, "step")
    _concept(p, "bank", voorgelegd=False)
    pad = _onderwerp(p, "tafel")
    (p.huis.map / pad).write_text(_anders(p, pad, _NIEUW[0]), encoding="utf-8")
    p.als("sam").naar("/redactie/concepten")


def bekijk(p: Bezoek) -> None:
    """For who publishes: the check ends while one looks at the page."""
    een = _concept(p, "boek")
    tip = Melding("waarschuwing", "taal", een.pad, "antwoord", "deze zin kan korter")
    _gekeurd(p.als("sam"), f"/redactie/concept/{een.id}/bekijk", "De controle is goed", tip)
    p.page.get_by_text("Bekijk de regels").click()


def bekijk_fout(p: Bezoek) -> None:
    """For the writer, who has something to mend."""
    een = _concept(p, "fiets", voorgelegd=False)
    fout = Melding("fout", "taal", een.pad, "antwoord", "dit woord is te moeilijk", 19)
    _gekeurd(p.als("noor"), f"/redactie/concept/{een.id}/bekijk", "De controle vond 1 fout", fout)


def botsing(p: Bezoek) -> None:
    een = _concept(p, "kast", voorgelegd=False)
    nu = p.huis.plaats.lees(een.pad)
    assert nu is not None
    hun = nu.tekst.replace("Het kost **niets**", "Het kost bijna niets")
    p.huis.plaats.geef_uit(
        {een.pad: hun}, gezien={een.pad: nu.id}, auteur="Kim Verzonnen", reden="Duidelijker"
    )
    p.als("noor").naar(f"/redactie/concept/{een.id}/botsing")


def weggooien(p: Bezoek) -> None:
    een = _concept(p, "lamp")
    p.als("noor").naar(f"/redactie/concept/{een.id}/weggooien")


def geschiedenis(p: Bezoek) -> None:
    p.als("noor").naar(f"/redactie/geschiedenis/{_onderwerp(p, 'spiegel')}")


def uitgave(p: Bezoek) -> None:
    p.als("noor").naar(f"/redactie/uitgave/{_uitgave(p, 'vaas')}")


def terugdraaien(p: Bezoek) -> None:
    _gekeurd(p.als("sam"), f"/redactie/uitgave/{_uitgave(p, 'kom')}/terug", "De controle is goed")


def _uitgave(p: Bezoek, naam: str) -> str:
    pad = _onderwerp(p, naam)
    nu = p.huis.plaats.lees(pad)
    assert nu is not None
    nieuw = _anders(p, pad, *_NIEUW)
    return p.huis.plaats.geef_uit(
        {pad: nieuw}, gezien={pad: nu.id}, auteur="Noor Verzonnen", reden="Het kan nu ook met een stoel"
    ).id


ALLE: tuple[Callable[[Bezoek], None], ...] = (
    concepten,
    bekijk,
    bekijk_fout,
    botsing,
    weggooien,
    geschiedenis,
    uitgave,
    terugdraaien,
)
