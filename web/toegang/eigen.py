"""What a person does with their own account: set it up, another password, another app, new recovery codes."""

from __future__ import annotations

from dataclasses import dataclass

from web.toegang import accounts, codes, sessies
from web.toegang.accounts import Instelling, Medewerker
from web.toegang.kluis import KluisDicht
from web.toegang.sessies import Sessie
from web.toegang.spoor import Soort, noteer
from web.toegang.toegang import Mislukt, Toegang
from web.toegang.wachtwoord import bezwaar

DIENST = "Rechtop"
"""What an app shows above the code."""


class Bezwaar(Exception):
    """What was typed cannot be taken. `tekst`: the name of the text that says why; `veld`: the field it is about."""

    def __init__(self, veld: str, tekst: str) -> None:
        super().__init__(tekst)
        self.veld = veld
        self.tekst = tekst


class Voorbij(Exception):
    """This set-up link opens nothing: never was, used, replaced or too old. Nobody is told which."""


@dataclass(frozen=True, slots=True)
class App:
    """A secret for an app of codes, as its page shows it."""

    wie: Medewerker
    geheim: str

    @property
    def adres(self) -> str:
        return codes.voor_app(self.geheim, self.wie.login, DIENST)


def instelling(toegang: Toegang, code: str) -> App:
    """What a set-up link opens. It is not used up by looking. Raises Voorbij."""
    with toegang.opslag.lees_naast() as verbinding:
        deze = accounts.vind_instelcode(verbinding, _merk(toegang, code), toegang.nu())
    if deze is None:
        raise Voorbij
    return App(deze.wie, _geheim(toegang, deze))


def stel_in(toegang: Toegang, code: str, wachtwoord: str, nogmaals: str, appcode: str) -> tuple[str, ...]:
    """Set an account up: password, and a first code to see that the app works. Gives the recovery codes, which are shown once.

    Raises Voorbij, or Bezwaar; then the link still works.
    """
    app = instelling(toegang, code)
    _keur(app.wie, wachtwoord, nogmaals)
    stap = codes.stap_van(app.geheim, appcode, toegang.nu(), 0)
    if stap is None:
        raise Bezwaar("code", "appcode_fout")
    hash_, nieuw = toegang.hasser.hash(wachtwoord), codes.nieuwe_herstelcodes()
    with toegang.opslag.schrijf() as verbinding:
        if not accounts.neem_instelcode(verbinding, _merk(toegang, code)):
            raise Voorbij
        wie = app.wie
        zegel = toegang.verzegel_totp(wie.id, app.geheim)
        accounts.zet(verbinding, wie.id, wachtwoord=hash_, totp=zegel, totp_stap=stap)
        accounts.zet_herstelcodes(verbinding, wie.id, _merken(toegang, wie, nieuw))
        sessies.beeindig_alle(verbinding, wie.id)
        noteer(verbinding, toegang.nu(), Soort.ACCOUNT_INGESTELD, wie)
    return nieuw


def wijzig_wachtwoord(
    toegang: Toegang, deze: Sessie, oud: str, nieuw: str, nogmaals: str, adres: str
) -> None:
    """Another password. All other sessions of this person end. Raises Bezwaar, or pogingen.Wacht."""
    _keur(deze.wie, nieuw, nogmaals)
    _bevestig(toegang, deze, oud, adres)
    hash_ = toegang.hasser.hash(nieuw)
    with toegang.opslag.schrijf() as verbinding:
        accounts.zet(verbinding, deze.wie.id, wachtwoord=hash_)
        sessies.beeindig_alle(verbinding, deze.wie.id, behalve=deze.id)
        noteer(verbinding, toegang.nu(), Soort.WACHTWOORD_GEWIJZIGD, deze.wie)


def begin_app(toegang: Toegang, deze: Sessie, wachtwoord: str, adres: str) -> None:
    """Begin with another app; the one in use keeps working until the new one is confirmed. Raises Bezwaar, or pogingen.Wacht."""
    _bevestig(toegang, deze, wachtwoord, adres)
    zegel = toegang.verzegel_totp(deze.wie.id, codes.nieuw_geheim())
    with toegang.opslag.schrijf() as verbinding:
        sessies.onthoud_totp(verbinding, deze.id, zegel)


def nieuwe_app(toegang: Toegang, deze: Sessie) -> App | None:
    """The secret that waits to be confirmed."""
    if deze.nieuw_totp is None:
        return None
    try:
        return App(deze.wie, toegang.open_totp(deze.wie.id, deze.nieuw_totp))
    except KluisDicht:
        return None


def bevestig_app(toegang: Toegang, deze: Sessie, appcode: str) -> None:
    """From now on the new app. All other sessions of this person end. Raises Bezwaar."""
    app = nieuwe_app(toegang, deze)
    stap = None if app is None else codes.stap_van(app.geheim, appcode, toegang.nu(), 0)
    if app is None or stap is None:
        raise Bezwaar("code", "appcode_fout")
    with toegang.opslag.schrijf() as verbinding:
        zegel = toegang.verzegel_totp(deze.wie.id, app.geheim)
        accounts.zet(verbinding, deze.wie.id, totp=zegel, totp_stap=stap)
        sessies.onthoud_totp(verbinding, deze.id, None)
        sessies.beeindig_alle(verbinding, deze.wie.id, behalve=deze.id)
        noteer(verbinding, toegang.nu(), Soort.APP_GEWIJZIGD, deze.wie)


def herstelcodes(toegang: Toegang, deze: Sessie, wachtwoord: str, adres: str) -> tuple[str, ...]:
    """Ten new ones; the old ones open nothing any more. Raises Bezwaar, or pogingen.Wacht."""
    _bevestig(toegang, deze, wachtwoord, adres)
    nieuw = codes.nieuwe_herstelcodes()
    with toegang.opslag.schrijf() as verbinding:
        accounts.zet_herstelcodes(verbinding, deze.wie.id, _merken(toegang, deze.wie, nieuw))
        noteer(verbinding, toegang.nu(), Soort.HERSTELCODES_GEMAAKT, deze.wie)
    return nieuw


def beeindig_andere(toegang: Toegang, deze: Sessie) -> int:
    """End all other sessions of this person. Gives how many."""
    with toegang.opslag.schrijf() as verbinding:
        aantal = sessies.beeindig_alle(verbinding, deze.wie.id, behalve=deze.id)
        noteer(verbinding, toegang.nu(), Soort.SESSIES_BEEINDIGD, deze.wie)
    return aantal


def tel(toegang: Toegang, deze: Sessie) -> tuple[int, int]:
    """Recovery codes left, and other live sessions."""
    with toegang.opslag.lees_naast() as verbinding:
        over = accounts.tel_herstelcodes(verbinding, deze.wie.id)
        return over, max(0, sessies.tel(verbinding, deze.wie.id, toegang.duur, toegang.nu()) - 1)


def _keur(wie: Medewerker, wachtwoord: str, nogmaals: str) -> None:
    verboden = {DIENST, wie.login, wie.login.partition("@")[0], wie.gemeente, *wie.naam.split(), "welkom"}
    reden = bezwaar(wachtwoord, {woord for woord in verboden if len(woord) > 2})
    if reden is not None:
        raise Bezwaar("nieuw", reden)
    if wachtwoord != nogmaals:
        raise Bezwaar("nogmaals", "wachtwoord_anders")


def _bevestig(toegang: Toegang, deze: Sessie, wachtwoord: str, adres: str) -> None:
    if not deze.wie.lokaal:
        raise Bezwaar("wachtwoord", "wachtwoord_fout")
    try:
        toegang.bevestig(deze.wie, wachtwoord, adres)
    except Mislukt:
        raise Bezwaar("wachtwoord", "wachtwoord_fout") from None


def _geheim(toegang: Toegang, deze: Instelling) -> str:
    try:
        return toegang.open_totp(deze.wie.id, deze.totp)
    except KluisDicht:
        raise Voorbij from None


def _merk(toegang: Toegang, code: str) -> str:
    return toegang.kluis.merk("instellen", code)


def _merken(toegang: Toegang, wie: Medewerker, nieuw: tuple[str, ...]) -> list[str]:
    return [toegang.merk_herstel(wie.id, code.replace("-", "")) for code in nieuw]
