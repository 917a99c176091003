"""Coming in and going out: logging in, sessions, and the trail. What a person changes of their own account: `eigen.py`; what
the manager of accounts does: `beheer.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from actions.gesprek.opslag import Opslag
from web.instellingen import Instellingen
from web.toegang import accounts, codes, pogingen, sessies, spoor
from web.toegang.accounts import Geheimen, Medewerker
from web.toegang.kluis import Kluis, KluisDicht
from web.toegang.pogingen import Maat, Maten, Wacht
from web.toegang.sessies import Duur, Sessie
from web.toegang.spoor import Soort, noteer
from web.toegang.wachtwoord import Hasser

_LOGIN_LANGST = 200


class Mislukt(Exception):
    """The name, the password or the code was wrong, or the account is blocked. Nobody is told which."""


@dataclass(frozen=True, slots=True)
class Toegang:
    """Everything the login of staff needs. Every method may be called from any thread, and blocks."""

    opslag: Opslag
    kluis: Kluis
    hasser: Hasser
    nu: Callable[[], datetime]
    maten: Maten
    duur: Duur
    spoor_dagen: int

    def aanmelden(self, login: str, wachtwoord: str, code: str, adres: str) -> str:
        """Log in with password and code of the app (or a recovery code). Gives what goes into the cookie.

        Raises Mislukt, or pogingen.Wacht. Exactly one password is hashed, whoever exists.
        """
        naam = gewone_login(login)
        deze, wie, geheim = self._begin(naam, adres)
        hash_ = None if geheim is None else geheim.wachtwoord
        goed = self.hasser.klopt(hash_, wachtwoord)
        # Before the transaction: nobody waits for the database while a password is hashed.
        anders = self.hasser.hash(wachtwoord) if goed and hash_ and self.hasser.verouderd(hash_) else hash_
        sleutel = None
        with self.opslag.schrijf() as verbinding:
            nu = self.nu()
            nog = None if wie is None else accounts.vind(verbinding, naam)
            if goed and nog and not nog.geblokkeerd and self._code(verbinding, nog, geheim, code):
                pogingen.geslaagd(verbinding, deze, nu)
                accounts.zet(verbinding, nog.id, laatst_aangemeld=nu, wachtwoord=anders)
                noteer(verbinding, nu, Soort.AANGEMELD, nog)
                sleutel = sessies.begin(verbinding, nog.id, nu)
            else:
                noteer(verbinding, nu, Soort.MISLUKT, nog)
        if sleutel is None:
            raise Mislukt
        return sleutel

    def bevestig(self, wie: Medewerker, wachtwoord: str, adres: str) -> None:
        """Is it still the same person at the keyboard? Counts as a try to log in. Raises Mislukt, or pogingen.Wacht."""
        deze, _, geheim = self._begin(wie.login, adres)
        goed = self.hasser.klopt(None if geheim is None else geheim.wachtwoord, wachtwoord)
        with self.opslag.schrijf() as verbinding:
            if goed:
                pogingen.geslaagd(verbinding, deze, self.nu())
            else:
                noteer(verbinding, self.nu(), Soort.MISLUKT, wie)
        if not goed:
            raise Mislukt

    def sessie(self, sleutel: str | None) -> Sessie | None:
        """The live session of a cookie."""
        if not sleutel:
            return None
        nu = self.nu()
        with self.opslag.lees_naast() as verbinding:
            deze = sessies.vind(verbinding, sleutel, self.duur, nu)
        if deze is not None and sessies.is_stil(deze, nu):
            with self.opslag.schrijf() as verbinding:
                sessies.gebruikt(verbinding, deze.id, nu)
        return deze

    def is_binnen(self, wie: int) -> bool:
        """Somebody is logged in as this person now."""
        with self.opslag.lees_naast() as verbinding:
            return sessies.is_binnen(verbinding, wie, self.duur, self.nu())

    def moet_opnieuw(self, deze: Sessie) -> bool:
        """The provider of the gemeente has to say again whether this person may still come in."""
        return sessies.moet_opnieuw(deze, self.duur, self.nu())

    def afmelden(self, deze: Sessie) -> None:
        with self.opslag.schrijf() as verbinding:
            sessies.beeindig(verbinding, deze.id)
            noteer(verbinding, self.nu(), Soort.AFGEMELD, deze.wie)

    def vergeet_sessie(self, sleutel: str | None) -> None:
        """The session that a browser still had when it logged in anew."""
        if sleutel:
            with self.opslag.schrijf() as verbinding:
                sessies.beeindig(verbinding, sessies.sessie_id(sleutel))

    def noteer(self, soort: Soort, wie: Medewerker | None, kenmerk: str | None = None) -> None:
        """Add a line to the trail. For a line in a transaction of your own: `spoor.noteer`."""
        with self.opslag.schrijf() as verbinding:
            noteer(verbinding, self.nu(), soort, wie, kenmerk)

    def ruim_op(self) -> None:
        """Erase what ended or is past its term."""
        with self.opslag.schrijf() as verbinding:
            nu = self.nu()
            sessies.vergeet(verbinding, self.duur, nu)
            pogingen.vergeet(verbinding, self.maten, nu)
            accounts.vergeet_instelcodes(verbinding, nu)
            spoor.zet_termijn(verbinding, self.spoor_dagen)
            spoor.vergeet(verbinding, nu)

    def open_totp(self, wie: int, zegel: str) -> str:
        """The secret of an app. Raises KluisDicht."""
        geheim = self.kluis.open(totp_van(wie), zegel)
        assert isinstance(geheim, str)
        return geheim

    def verzegel_totp(self, wie: int, geheim: str) -> str:
        return self.kluis.verzegel(totp_van(wie), geheim)

    def _begin(self, naam: str, adres: str) -> tuple[pogingen.Poging, Medewerker | None, Geheimen | None]:
        try:
            with self.opslag.schrijf() as verbinding:
                deze = pogingen.begin(verbinding, self.kluis, self.maten, self.nu(), naam, adres)
                wie = accounts.vind(verbinding, naam)
                return deze, wie, None if wie is None else accounts.geheimen(verbinding, wie.id)
        except Wacht:
            with self.opslag.schrijf() as verbinding:
                noteer(verbinding, self.nu(), Soort.WACHTEN, accounts.vind(verbinding, naam))
            raise

    def _code(self, verbinding: Connection, wie: Medewerker, eerst: Geheimen | None, code: str) -> bool:
        """Does the code open this account? It is used up. The password may have been changed while it was hashed."""
        geheim = accounts.geheimen(verbinding, wie.id)
        if geheim.totp is None or eerst is None or geheim.wachtwoord != eerst.wachtwoord:
            return False
        herstel = codes.lees_herstelcode(code)
        if herstel is not None:
            gebruikt = accounts.gebruik_herstelcode(verbinding, wie.id, self.merk_herstel(wie.id, herstel))
            if gebruikt:
                noteer(verbinding, self.nu(), Soort.HERSTELCODE_GEBRUIKT, wie)
            return gebruikt
        try:
            app = self.open_totp(wie.id, geheim.totp)
        except KluisDicht:
            return False  # another key of the house: the account has to be set up again
        stap = codes.stap_van(app, code, self.nu(), geheim.totp_stap)
        if stap is None or not accounts.gebruik_stap(verbinding, wie.id, stap):
            return False
        # Sealed again, so that after a change of keys nothing stays under the old one.
        accounts.zet(verbinding, wie.id, totp=self.verzegel_totp(wie.id, app))
        return True

    def merk_herstel(self, wie: int, code: str) -> str:
        """What a recovery code is stored as."""
        return self.kluis.merk("herstel", str(wie), code)


def totp_van(wie: int) -> str:
    """To what the seal of an app's secret is bound."""
    return f"totp {wie}"


def gewone_login(getypt: str) -> str:
    """A login name as it is stored: case and spaces around it do not matter."""
    return getypt.strip().casefold()[:_LOGIN_LANGST]


def maak_toegang(
    instellingen: Instellingen, opslag: Opslag, nu: Callable[[], datetime], hasser: Hasser | None = None
) -> Toegang | None:
    """As the settings say. None without a key of the house: then there is no login for staff."""
    sleutels = [een.get_secret_value() for een in (instellingen.sleutel, instellingen.sleutel_oud) if een]
    if instellingen.sleutel is None:
        return None
    wacht = timedelta(seconds=instellingen.toegang_wacht)
    langst = timedelta(seconds=instellingen.toegang_wacht_max)
    return Toegang(
        opslag=opslag,
        kluis=Kluis(sleutels),
        hasser=hasser or Hasser(),
        nu=nu,
        maten=Maten(
            paar=Maat(instellingen.toegang_vrij, wacht, langst),
            naam=Maat(instellingen.toegang_vrij_naam, wacht, langst),
            adres=Maat(instellingen.toegang_vrij_adres, wacht, langst),
            vergeet=timedelta(seconds=instellingen.toegang_vergeet),
            bekend=timedelta(days=instellingen.toegang_bekend_dagen),
        ),
        duur=Duur(
            timedelta(minutes=instellingen.sessie_rust_minuten),
            timedelta(hours=instellingen.sessie_uren),
            timedelta(minutes=instellingen.sessie_aanbieder_minuten),
        ),
        spoor_dagen=instellingen.spoor_dagen,
    )
