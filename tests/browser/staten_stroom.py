"""The states of the way from draft to residents, on topics that nobody has: other rooms look at those that there are.

The check itself takes ten seconds (tests/web/redactie/test_keuren.py): here it is done at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from content.controle import Melding
from web.redactie.bewaren import boek
from web.redactie.bewaren.bewaarplaats import stand_van
from web.redactie.bewaren.concepten import Concept
from web.redactie.publiceren import keuren
from web.redactie.publiceren.keuren import Keuring

if TYPE_CHECKING:
    from tests.browser.staten_redactie import Bezoek

_TOEN = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
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
    _geef_uit(p, pad, _TEKST.format(nr=naam), "Kim Verzonnen", "Nieuw onderwerp")
    return pad


def _geef_uit(p: Bezoek, pad: str, tekst: str, auteur: str, reden: str) -> str:
    """Published at a moment that is always the same."""
    nu = p.huis.plaats.lees(pad)
    with mock.patch.object(boek, "datetime", mock.Mock(now=lambda _: _TOEN)):
        uitgave = p.huis.plaats.geef_uit(
            {pad: tekst}, gezien={pad: nu.id if nu else None}, auteur=auteur, reden=reden
        )
    return uitgave.id


def _zonder_ids(p: Bezoek) -> None:
    """The id of a publication is another each time."""
    p.page.evaluate(
        r"""() => { for (const a of document.querySelectorAll("a[href*='/uitgave/']"))
                      a.setAttribute("href", a.getAttribute("href").replace(/[0-9a-f]{40}/, "id")); }"""
    )


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
    hun = _anders(p, een.pad, ("Het kost **niets**", "Het kost bijna niets"))
    _geef_uit(p, een.pad, hun, "Kim Verzonnen", "Duidelijker")
    p.als("noor").naar(f"/redactie/concept/{een.id}/botsing")


def weggooien(p: Bezoek) -> None:
    een = _concept(p, "lamp")
    p.als("noor").naar(f"/redactie/concept/{een.id}/weggooien")


def geschiedenis(p: Bezoek) -> None:
    p.als("noor").naar(f"/redactie/geschiedenis/{_onderwerp(p, 'spiegel')}")
    _zonder_ids(p)


def uitgave(p: Bezoek) -> None:
    p.als("noor").naar(f"/redactie/uitgave/{_uitgave(p, 'vaas')}")


def terugdraaien(p: Bezoek) -> None:
    _gekeurd(p.als("sam"), f"/redactie/uitgave/{_uitgave(p, 'kom')}/terug", "De controle is goed")
    _zonder_ids(p)


def _uitgave(p: Bezoek, naam: str) -> str:
    pad = _onderwerp(p, naam)
    return _geef_uit(p, pad, _anders(p, pad, *_NIEUW), "Noor Verzonnen", "Het kan nu ook met een stoel")


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
