"""What staff do with a request: the change and its line in the trail in one transaction, and nothing left on disk.

Everything here blocks and may be called from any thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection

from actions.gesprek.bronnen import Bronnen
from actions.overdracht import postvak, zorgen
from actions.overdracht.kluis import Kluis, KluisDicht
from actions.overdracht.postvak import Beller, Toestemming, Vraag
from actions.overdracht.veld import Veld
from content.lokaal.instelling import Bewaren, Overdracht
from web.toegang import spoor
from web.toegang.accounts import Medewerker
from web.toegang.spoor import Regel, Soort

PER_BLAD = 50
KIJKT = timedelta(minutes=15)
"""So long after somebody opened a request the list tells others."""
Daad = Literal["neem", "terug", "afgehandeld", "niet_bereikt", "opnieuw", "wissen"]
DADEN: Mapping[Daad, Soort] = {
    "neem": Soort.AANVRAAG_GENOMEN,
    "terug": Soort.AANVRAAG_TERUGGEGEVEN,
    "afgehandeld": Soort.AANVRAAG_AFGEHANDELD,
    "niet_bereikt": Soort.AANVRAAG_NIET_BEREIKT,
    "opnieuw": Soort.AANVRAAG_TERUGGEZET,
    "wissen": Soort.AANVRAAG_GEWIST,
}
"""What can be done, and the line it leaves."""


@dataclass(frozen=True, slots=True)
class Rij:
    """A request in the list."""

    vraag: Vraag
    moment: str
    te_laat: bool
    bijna_gewist: bool
    gezien: Regel | None
    """Somebody else opened it just now."""


@dataclass(frozen=True, slots=True)
class Lijst:
    rijen: tuple[Rij, ...]
    wachten: int
    te_laat: int
    klaar: int
    bladen: int
    niet_bezorgd: tuple[zorgen.NietBezorgd, ...]
    vast: int


@dataclass(frozen=True, slots=True)
class Geopend:
    """A request with what the resident wrote. `velden` None: no key of ours opens it."""

    rij: Rij
    velden: tuple[Veld, ...] | None
    toestemming: Toestemming | None
    spoor: tuple[Regel, ...]
    """What was done with it, oldest first; somebody who looked several times in a row stands there once."""


class Werk:
    def __init__(self, bronnen: Bronnen, kluis: Kluis | None) -> None:
        self._bronnen = bronnen
        self._kluis = kluis

    def gemeente_van(self, kenmerk: str) -> str | None:
        with self._bronnen.opslag.lees_naast() as verbinding:
            return postvak.gemeente_van(verbinding, kenmerk)

    def lijst(self, wie: Medewerker, blad: int, *, afgehandeld: bool) -> Lijst:
        """Opens nothing but the part of the day, which has a seal of its own."""
        nu, slug = self._bronnen.nu(), wie.gemeente
        hier = self._instelling(slug)
        with self._bronnen.opslag.lees_naast() as verbinding:
            klaar = postvak.tel(verbinding, slug, afgehandeld=True)
            wachten = postvak.lijst(verbinding, slug, afgehandeld=False)
            aantal = klaar if afgehandeld else len(wachten)
            bladen = max(1, -(-aantal // PER_BLAD))
            vanaf = (min(blad, bladen) - 1) * PER_BLAD
            if afgehandeld:
                vragen = postvak.lijst(verbinding, slug, afgehandeld=True, vanaf=vanaf, aantal=PER_BLAD)
            else:
                vragen = wachten[vanaf : vanaf + PER_BLAD]
            gezien = _net_gezien(verbinding, wie, [vraag.kenmerk for vraag in vragen], nu)
            niet = zorgen.niet_bezorgd(verbinding, slug)
            vast = zorgen.vast(verbinding, slug, nu)
        rijen = tuple(self._rij(vraag, hier, nu, gezien.get(vraag.kenmerk)) for vraag in vragen)
        te_laat = sum(zorgen.is_te_laat(hier, vraag.ingediend, nu) for vraag in wachten)
        return Lijst(rijen, len(wachten), te_laat, klaar, bladen, niet, vast)

    def kijk(self, wie: Medewerker, kenmerk: str) -> Vraag:
        """Without opening it. Raises postvak.Weg."""
        with self._bronnen.opslag.lees_naast() as verbinding:
            vraag = postvak.lees(verbinding, kenmerk)
        assert vraag.gemeente == wie.gemeente
        return vraag

    def open(self, wie: Medewerker, kenmerk: str) -> Geopend:
        """Open a request. That leaves a line, also when no key fits. Raises postvak.Weg."""
        nu = self._bronnen.nu()
        with self._bronnen.opslag.schrijf() as verbinding:
            vraag = postvak.lees(verbinding, kenmerk)
            assert vraag.gemeente == wie.gemeente
            gezien = _net_gezien(verbinding, wie, [kenmerk], nu)
            spoor.noteer(verbinding, nu, Soort.AANVRAAG_GEOPEND, wie, kenmerk)
            regels = _zonder_herhaling(spoor.van_aanvraag(verbinding, kenmerk))
            toestemming = postvak.toestemming_van(verbinding, kenmerk)
        rij = self._rij(vraag, self._instelling(wie.gemeente), nu, gezien.get(kenmerk))
        try:
            velden = None if self._kluis is None else postvak.open_vraag(self._kluis, vraag)
        except KluisDicht:
            velden = None
        return Geopend(rij, velden, toestemming, regels)

    def doe(self, wie: Medewerker, kenmerk: str, daad: Daad, versie: int) -> None:
        """Raises postvak.Weg, postvak.Anders; then there is no line either."""
        nu, ik, weg = self._bronnen.nu(), Beller(wie.id, wie.naam), set[str]()
        with self._bronnen.opslag.schrijf() as verbinding:
            self._doe(verbinding, ik, kenmerk, daad, versie, nu, weg)
            spoor.noteer(verbinding, nu, DADEN[daad], wie, kenmerk)
        self._bronnen.opslag.veeg(weg)

    def _doe(
        self,
        verbinding: Connection,
        ik: Beller,
        kenmerk: str,
        daad: Daad,
        versie: int,
        nu: datetime,
        weg: set[str],
    ) -> None:
        if daad == "neem":
            postvak.neem(verbinding, kenmerk, versie, ik, nu)
        elif daad == "terug":
            postvak.geef_terug(verbinding, kenmerk, versie, ik)
        elif daad == "niet_bereikt":
            postvak.niet_bereikt(verbinding, kenmerk, versie, ik, nu)
        elif daad == "afgehandeld":
            slug = postvak.lees(verbinding, kenmerk).gemeente
            postvak.handel_af(verbinding, kenmerk, versie, ik, nu, self._nog(slug), weg)
        elif daad == "opnieuw":
            postvak.zet_terug(verbinding, kenmerk, versie, weg)
        else:
            postvak.wis_vraag(verbinding, kenmerk, versie, ik, weg)

    def leg_weg(self, wie: Medewerker, kenmerk: str) -> None:
        """Put the message away that a request could not be delivered. A second time: nothing."""
        nu = self._bronnen.nu()
        with self._bronnen.opslag.schrijf() as verbinding:
            if zorgen.leg_weg(verbinding, wie.gemeente, kenmerk, nu):
                spoor.noteer(verbinding, nu, Soort.MELDING_WEGGELEGD, wie, kenmerk)

    def laatste(self, kenmerk: str) -> Regel | None:
        """The last thing that was done with a request, other than looking."""
        with self._bronnen.opslag.lees_naast() as verbinding:
            regels = spoor.van_aanvraag(verbinding, kenmerk)
        return next((r for r in reversed(regels) if r.soort != Soort.AANVRAAG_GEOPEND), None)

    def _rij(self, vraag: Vraag, hier: Overdracht | None, nu: datetime, gezien: Regel | None) -> Rij:
        wacht = vraag.afgehandeld is None
        return Rij(
            vraag,
            "" if self._kluis is None else postvak.open_moment(self._kluis, vraag),
            wacht and zorgen.is_te_laat(hier, vraag.ingediend, nu),
            wacht and zorgen.is_bijna_gewist(vraag.ingediend, vraag.uiterlijk, nu),
            gezien,
        )

    def _instelling(self, slug: str) -> Overdracht | None:
        gemeente = self._bronnen.inhoud.gemeente(slug)
        return None if gemeente is None else gemeente.overdracht

    def _nog(self, slug: str) -> timedelta:
        hier = self._instelling(slug)
        return timedelta(days=(Bewaren() if hier is None else hier.bewaren).afgehandeld_dagen)


def _net_gezien(
    verbinding: Connection, wie: Medewerker, kenmerken: Iterable[str], nu: datetime
) -> dict[str, Regel]:
    """By number: who else opened it last, just now."""
    regels = spoor.net_geopend(verbinding, wie.gemeente, kenmerken, nu - KIJKT)
    return {regel.kenmerk: regel for regel in regels if regel.kenmerk and regel.medewerker != wie.id}


def _zonder_herhaling(regels: Iterable[Regel]) -> tuple[Regel, ...]:
    uit: list[Regel] = []
    for regel in regels:
        zelfde = uit and regel.soort == Soort.AANVRAAG_GEOPEND
        if not (zelfde and (uit[-1].soort, uit[-1].medewerker) == (regel.soort, regel.medewerker)):
            uit.append(regel)
    return tuple(uit)
