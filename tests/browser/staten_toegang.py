"""The pages of staff on the real gateway: logging in, setting an account up, the own account, the trail, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Page, expect

from tests.browser.echt import draai_echt
from tests.browser.keuringen import Staat
from web.instellingen import Instellingen
from web.toegang import beheer, codes, eigen
from web.toegang import toegang as toegang_
from web.toegang.toegang import Toegang, maak_toegang
from web.toegang.wachtwoord import Hasser

_SLEUTEL = "sleutel-van-dit-huis-voor-de-proef-0123456789"
GEHEIM = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
HERSTEL = tuple(f"{begin}FHJ-KMNP-QRTV" for begin in "CDFHJKMNPQ")
WACHTWOORD = "drie paarden op zolder"
NIEUW = "vier ezels in de kelder"


class Klok:
    """The moment, moved by the test."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self.nu = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.nu

    def later(self, **hoeveel: float) -> None:
        self.nu += timedelta(**hoeveel)


@dataclass
class Huis:
    """A gateway where staff can log in, and what the manager of accounts uses."""

    adres: str
    toegang: Toegang
    klok: Klok


@contextmanager
def draai_huis(map_: Path) -> Iterator[Huis]:
    klok = Klok()
    # As little work as argon2 allows, and secrets that are the same in every run: they stand on the pages.
    goedkoop = Hasser(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    with pytest.MonkeyPatch.context() as even:
        even.setattr(toegang_, "Hasser", lambda: goedkoop)
        even.setattr(codes, "nieuw_geheim", lambda: GEHEIM)
        even.setattr(codes, "nieuwe_herstelcodes", lambda: HERSTEL)
        with draai_echt(map_, klok, sleutel=_SLEUTEL) as (adres, bronnen):
            toegang = maak_toegang(Instellingen(_env_file=None, sleutel=_SLEUTEL), bronnen.opslag, klok)
            assert toegang is not None
            yield Huis(adres, toegang, klok)


class Medewerker:
    """Somebody of the staff at a browser: what is on the screen, by role and name."""

    def __init__(self, page: Page, huis: Huis) -> None:
        self.page, self.huis = page, huis
        page.context.clear_cookies()
        huis.klok.begin()
        self.login = ""

    # --- the manager of accounts ---

    def link(self, login: str, *rollen: str, gemeente: str = "voorbeeldstad") -> str:
        self.login = login
        return beheer.nieuw(self.huis.toegang, login, "Jan Verzonnen", gemeente, rollen or ("balie",)).pad

    def heeft_account(self, login: str, *rollen: str, gemeente: str = "voorbeeldstad") -> Medewerker:
        code = self.link(login, *rollen, gemeente=gemeente).rpartition("/")[2]
        eigen.stel_in(self.huis.toegang, code, WACHTWOORD, WACHTWOORD, self.code())
        return self

    # --- at the screen ---

    def code(self) -> str:
        """What the app shows a minute later: each code works once."""
        self.huis.klok.later(minutes=1)
        return codes.code_op(GEHEIM, self.huis.klok())

    def naar(self, pad: str) -> Medewerker:
        self.page.goto(self.huis.adres + pad)
        return self

    def vul(self, **velden: str) -> Medewerker:
        """By the name of the field in the form."""
        for naam, waarde in velden.items():
            self.page.locator(f"main input[name={naam}]").last.fill(waarde)
        return self

    def druk(self, naam: str) -> Medewerker:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=naam, exact=True).click()
        return self

    def meld_aan(self, wachtwoord: str = WACHTWOORD) -> Medewerker:
        self.naar("/aanmelden").vul(login=self.login, wachtwoord=wachtwoord, code=self.code())
        return self.druk("Inloggen")

    def verander(self, oud: str, nieuw: str, nogmaals: str) -> Medewerker:
        """The first form of the account page."""
        vak = self.page.get_by_role("region", name="Ander wachtwoord")
        for naam, waarde in (("oud", oud), ("nieuw", nieuw), ("nogmaals", nogmaals)):
            vak.locator(f"input[name={naam}]").fill(waarde)
        return self.druk("Wachtwoord veranderen")

    def bevestig(self, kop: str, knop: str, wachtwoord: str = WACHTWOORD) -> Medewerker:
        """One of the forms of the account page that ask for the password again."""
        self.page.get_by_role("region", name=kop).locator("input[name=wachtwoord]").fill(wachtwoord)
        return self.druk(knop)

    def kop(self, tekst: str) -> Medewerker:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(tekst)
        return self


def aanmelden(m: Medewerker) -> None:
    m.naar("/aanmelden").kop("Inloggen")


def mislukt(m: Medewerker) -> None:
    m.heeft_account("mis").meld_aan("een ander wachtwoord")
    expect(m.page.get_by_role("alert")).to_contain_text("Inloggen is niet gelukt")


def wachten(m: Medewerker) -> None:
    m.heeft_account("wacht")
    for _ in range(4):
        m.meld_aan("een ander wachtwoord")
        m.huis.klok.later(minutes=-1)
    expect(m.page.get_by_role("alert")).to_contain_text("U kunt het zo weer proberen")


def instellen(m: Medewerker) -> None:
    m.naar(m.link("nieuw")).kop("Uw account klaarmaken")


def instellen_fout(m: Medewerker) -> None:
    m.naar(m.link("kort")).vul(nieuw="te kort", nogmaals="te kort", code="000000").druk("Account klaarmaken")
    expect(m.page.get_by_role("alert")).to_contain_text("te kort")


def instellen_code_fout(m: Medewerker) -> None:
    m.naar(m.link("code")).vul(nieuw=WACHTWOORD, nogmaals=WACHTWOORD, code="000000")
    m.druk("Account klaarmaken")
    expect(m.page.get_by_role("alert")).to_contain_text("Deze code klopt niet")


def herstelcodes(m: Medewerker) -> None:
    m.naar(m.link("klaar")).vul(nieuw=WACHTWOORD, nogmaals=WACHTWOORD, code=m.code())
    m.druk("Account klaarmaken").kop("Uw herstelcodes")


def link_voorbij(m: Medewerker) -> None:
    m.naar("/aanmelden/instellen/bestaat-niet").kop("Deze link werkt niet meer")


def account(m: Medewerker) -> None:
    m.heeft_account("ik", "balie", "beheerder").meld_aan().naar("/account").kop("Mijn account")


def account_fout(m: Medewerker) -> None:
    m.heeft_account("anders").meld_aan().naar("/account").verander(WACHTWOORD, NIEUW, "iets anders")
    expect(m.page.get_by_role("alert")).to_contain_text("niet hetzelfde")


def account_gedaan(m: Medewerker) -> None:
    m.heeft_account("gedaan").meld_aan().naar("/account").verander(WACHTWOORD, NIEUW, NIEUW)
    expect(m.page.get_by_role("status")).to_contain_text("Uw wachtwoord is veranderd")


def nieuwe_app(m: Medewerker) -> None:
    m.heeft_account("app").meld_aan().naar("/account").bevestig(
        "Andere telefoon of app", "Nieuwe app klaarmaken"
    )
    m.kop("Andere telefoon of app")


def nieuwe_app_fout(m: Medewerker) -> None:
    m.heeft_account("app-fout").meld_aan().naar("/account")
    m.bevestig("Andere telefoon of app", "Nieuwe app klaarmaken").vul(code="000000").druk(
        "Deze app gebruiken"
    )
    expect(m.page.get_by_role("alert")).to_contain_text("Deze code klopt niet")


def nieuwe_herstelcodes(m: Medewerker) -> None:
    m.heeft_account("herstel").meld_aan().naar("/account")
    m.bevestig("Herstelcodes", "Nieuwe herstelcodes maken").kop("Uw herstelcodes")


def spoor(m: Medewerker) -> None:
    # A gemeente of its own: what others did does not stand here.
    m.heeft_account("beheer", "beheerder", gemeente="utrecht").meld_aan().naar("/beheer/spoor").kop(
        "Wie deed wat"
    )
    expect(m.page.get_by_role("cell", name="ingelogd", exact=True)).to_be_visible()


def verkeerde_rol(m: Medewerker) -> None:
    m.heeft_account("rol").meld_aan().naar("/beheer/spoor").kop("Deze bladzijde is niet voor u")


def afgemeld(m: Medewerker) -> None:
    m.heeft_account("weg").meld_aan().naar("/account").druk("Uitloggen").kop("U bent uitgelogd")


_ALLE: tuple[Callable[[Medewerker], None], ...] = (
    *(
        aanmelden,
        mislukt,
        wachten,
        instellen,
        instellen_fout,
        instellen_code_fout,
        herstelcodes,
        link_voorbij,
    ),
    *(account, account_fout, account_gedaan, nieuwe_app, nieuwe_app_fout, nieuwe_herstelcodes),
    *(spoor, verkeerde_rol, afgemeld),
)
STATEN = tuple(Staat(f"toegang-{bereik.__name__.replace('_', '-')}", bereik) for bereik in _ALLE)
