"""The outbox: requests on their way, and what a resident can do with one afterwards.

A request, the proof of consent and the talk's own check on it are one transaction: there is no request without consent, and no
consent without request. How it leaves is the work of `bezorger.py`.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from actions.gesprek.beurt import lees, tussendoor
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.gebeurtenis import van_nu
from actions.gesprek.opslag import gesprek_id
from actions.gesprek.werk import Werk
from actions.overdracht import codes, contact, in_gesprek, rijen, sloten, toestemming
from actions.overdracht.aanvraag import Aanvraag, velden
from actions.overdracht.bewaartermijn import maanden_later
from actions.overdracht.contact import Contact
from actions.overdracht.kluis import Kluis
from actions.overdracht.rijen import Stand
from actions.overdracht.tabellen import overdracht
from actions.overdracht.veld import als_json
from actions.overdracht.voorbeeld import GeenOverdracht, Voorbeeld, instelling, voorbeeld
from content.lokaal.instelling import Overdracht

_GEEN = "0" * 64
"""In the place of what is stored of a code, for a number that is not there."""


@dataclass(frozen=True, slots=True)
class Ingediend:
    kenmerk: str
    intrekcode: str
    stand: Stand


class CodeFout(Exception):
    """The code is not that of this request, or there is no such request: nobody is told which."""


class OpSlot(Exception):
    """Too many wrong codes. `nog`: how long no code is read, also not the right one."""

    def __init__(self, nog: timedelta) -> None:
        self.nog = nog
        super().__init__("locked")


@dataclass(frozen=True, slots=True)
class Toegang:
    """Who has the right code may do this with the request."""

    kenmerk: str
    gemeente: str
    kanaal: str
    stand: Stand
    geprobeerd: bool
    """Something may have been sent already, when this was last done."""


class Uitbak:
    """`kluis` None: no key was set, so nothing can be taken in. `klaar` says whether a way out is set up."""

    def __init__(
        self,
        bronnen: Bronnen,
        kluis: Kluis | None,
        klok: Callable[[], datetime],
        *,
        klaar: Callable[[str], bool] = lambda gemeente: True,  # noqa: ARG005
        kies: Callable[[], str] = codes.nieuw_kenmerk,
    ) -> None:
        self._bronnen = bronnen
        self._kluis = kluis
        self._klok = klok
        self._klaar = klaar
        self._kies = kies
        # Without a key nothing can be taken in; what was before can still be asked after, and wrong codes are counted here only.
        self._merk = (kluis or Kluis([Kluis.nieuwe_sleutel()])).merk

    def voorbeeld(self, token: str, aanvraag: Aanvraag) -> Voorbeeld:
        """Exactly what would be sent; stores nothing. Raises GesprekOnbekend, GeenOverdracht, EigenFormulier, Ongeldig."""
        _, werk = lees(self._bronnen, gesprek_id(token), van_nu=True)
        return self._voorbeeld(werk, aanvraag)

    def contact(self, token: str) -> Contact:
        """What the page of handing over shows of this talk. Raises GesprekOnbekend."""
        gesprek, werk = lees(self._bronnen, gesprek_id(token), van_nu=True)
        with self._bronnen.opslag.lees_naast() as verbinding:
            eerder = contact.eerder(verbinding, token, gesprek.id)
        return contact.bouw(werk, gesprek, eerder, lambda: self._neemt_aan(werk))

    def dien_in(
        self,
        token: str,
        aanvraag: Aanvraag,
        versie: str | None,
        *,
        gegeven: bool,
        mag: Callable[[str], object] = lambda gemeente: None,  # noqa: ARG005
    ) -> Ingediend:
        """Take a request in, and tell so in the talk. The same `id` again gives the same answer, whatever it says by now.

        `mag` gets the slug of the gemeente just before something new is stored, and may raise: then nothing is.
        Raises as `voorbeeld` does, and ToestemmingOntbreekt, ToestemmingVerouderd.
        """
        id_ = gesprek_id(token)
        code = codes.intrekcode(token, aanvraag.id)
        kenmerk = self._kies()
        bewaarvorm = codes.bewaarvorm(kenmerk, code)  # slow, so before the lock
        with self._bronnen.opslag.transactie(id_) as transactie:
            verbinding = transactie.verbinding
            eerder = verbinding.execute(
                select(overdracht.c.kenmerk).where(
                    overdracht.c.gesprek == id_, overdracht.c.client_id == aanvraag.id
                )
            ).scalar_one_or_none()
            if eerder is not None:
                return Ingediend(eerder, code, "wordt_verstuurd")
            werk = Werk(self._bronnen, van_nu(transactie.gesprek.staat), transactie.volgend_nr)
            getoond = self._voorbeeld(werk, aanvraag)
            toestemming.toets(getoond.toestemming, versie, gegeven=gegeven)
            mag(werk.gemeente.slug)
            hier, nu = instelling(werk), self._klok()
            self._schrijf(verbinding, werk, getoond, kenmerk, id_, aanvraag.id, bewaarvorm, hier, nu)
            tussendoor(
                self._bronnen,
                transactie,
                _beurt_id(aanvraag.id),
                lambda gesprek: in_gesprek.verstuurd(gesprek, hier, aanvraag, getoond.velden, nu),
            )
        return Ingediend(kenmerk, code, "wordt_verstuurd")

    def _neemt_aan(self, werk: Werk) -> Overdracht:
        """Raises GeenOverdracht, EigenFormulier."""
        hier = instelling(werk)
        if self._kluis is None or not self._klaar(werk.gemeente.slug):
            raise GeenOverdracht
        return hier

    def _voorbeeld(self, werk: Werk, aanvraag: Aanvraag) -> Voorbeeld:
        # First whether there is anything to send to: nobody should mend a telephone number for nothing.
        self._neemt_aan(werk)
        getoond = voorbeeld(werk, ())
        return Voorbeeld(
            velden(werk, aanvraag),
            getoond.ontvanger,
            getoond.doel,
            getoond.bewaartermijn,
            getoond.toestemming,
        )

    def _schrijf(
        self,
        verbinding: Connection,
        werk: Werk,
        getoond: Voorbeeld,
        kenmerk: str,
        gesprek: str,
        client_id: str,
        code: str,
        hier: Overdracht,
        nu: datetime,
    ) -> None:
        assert self._kluis is not None
        assert hier.kanaal is not None
        verbinding.execute(
            insert(overdracht).values(
                kenmerk=kenmerk,
                gemeente=werk.gemeente.slug,
                gesprek=gesprek,
                client_id=client_id,
                kanaal=hier.kanaal,
                stand="wordt_verstuurd",
                taak="bezorg",
                inhoud=self._kluis.verzegel(kenmerk, als_json(getoond.velden)),
                code=code,
                ingediend=nu,
                uiterlijk=nu + timedelta(hours=hier.bewaren.afleveren_uren),
                bewaar_dagen=hier.bewaren.verzoek_dagen,
                pogingen=0,
                volgende=nu,
            )
        )
        toestemming.leg_vast(
            verbinding,
            kenmerk,
            werk.gemeente.slug,
            hier.kanaal,
            getoond.toestemming,
            "\n\n".join((getoond.toestemming.tekst, getoond.ontvanger, getoond.doel, getoond.bewaartermijn)),
            getoond.velden,
            nu,
            maanden_later(nu.date(), hier.bewaren.bewijs_maanden),
        )

    def status(self, kenmerk: str, getypt: str) -> Toegang:
        """How it stands with a request. Raises CodeFout, OpSlot."""
        vorm = codes.getypte_vorm(kenmerk, getypt)
        with self._bronnen.opslag.schrijf() as verbinding:
            uit = self._open(verbinding, kenmerk, vorm)
        return _of_fout(uit)

    def trek_in(self, kenmerk: str, getypt: str) -> Toegang:
        """Withdraw it: what was not delivered is erased now, what was is taken back at the gemeente. A second time: the same.

        Raises CodeFout, OpSlot.
        """
        vorm = codes.getypte_vorm(kenmerk, getypt)
        weg: set[str] = set()
        with self._bronnen.opslag.schrijf() as verbinding:
            uit = self._open(verbinding, kenmerk, vorm)
            if isinstance(uit, Toegang):
                stand = rijen.trek_in(verbinding, kenmerk, self._klok(), weg)
                uit = replace(uit, stand=stand)
        self._bronnen.opslag.veeg(weg)
        return _of_fout(uit)

    def trek_in_van(self, token: str, kenmerk: str) -> Toegang:
        """The same for who has the talk: no code has to be typed, and no wrong code of another can lock it.

        Raises CodeFout when it is no request of this talk.
        """
        weg: set[str] = set()
        with self._bronnen.opslag.schrijf() as verbinding:
            rij = rijen.lees(verbinding, kenmerk)
            if rij is None or rij.gesprek != gesprek_id(token):
                raise CodeFout
            stand = rijen.trek_in(verbinding, kenmerk, self._klok(), weg)
            uit = Toegang(kenmerk, rij.gemeente, rij.kanaal, stand, rij.pogingen > 0)
        self._bronnen.opslag.veeg(weg)
        return uit

    def _open(self, verbinding: Connection, kenmerk: str, vorm: str) -> Toegang | Exception:
        """Gives the exception instead of raising it: counting a wrong code must not be undone."""
        nu, merk = self._klok(), self._merk(kenmerk)
        rij = rijen.lees(verbinding, kenmerk)
        nog = sloten.dicht(verbinding, merk, nu)
        if nog is not None:
            return OpSlot(nog)
        # A number that is not there gets the same work and the same answers as a wrong code.
        goed = hmac.compare_digest(vorm, _GEEN if rij is None else rij.code)
        if rij is not None and goed:
            sloten.goed(verbinding, merk)
            return Toegang(kenmerk, rij.gemeente, rij.kanaal, rij.stand, rij.pogingen > 0)
        sloten.fout(verbinding, merk, nu)
        return CodeFout()


def _beurt_id(client_id: str) -> str:
    """The id under which the talk keeps what it says about a request: none that a client can send (`web.api.modellen.Id`)."""
    return f"/{sha256(client_id.encode()).hexdigest()[:32]}"


def _of_fout(uit: Toegang | Exception) -> Toegang:
    if isinstance(uit, Exception):
        raise uit
    return uit
