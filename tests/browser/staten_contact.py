"""The contact page and the page to stop a question, and every state they can be in."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.staat import Staat as Gespreksstaat
from actions.overdracht.tabellen import overdracht
from tests.browser.keuringen import Staat

FEITEN = {
    "leeftijd": 40,
    "partner": False,
    "kinderen": [],
    "medebewoners": [],
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": "650.00",
    "inkomen_soort": "loon",
    "inkomen_jaar": "21000.00",
    "vermogen": "1000.00",
    "schulden": True,
}
SCOPE = ("zorgtoeslag", "huurtoeslag", "schuldhulp")
_STAND = {"aantal": 0, "bedrag_per_maand": "0.00", "waarvan_al_ontvangen": "0.00", "onder_voorbehoud": False}
_EERSTE = {"berichten": [], "voortgang": {"beantwoord": 0, "nog_ongeveer": 0}, "tussenstand": _STAND}


@dataclass(frozen=True, slots=True)
class Contact:
    """A fresh page, and the gateway behind it. `dicht`: the same where nothing can be handed over."""

    page: Page
    adres: str
    bronnen: Bronnen
    dicht: str

    def gesprek(self) -> str:
        staat = Gespreksstaat("voorbeeldstad", feiten=FEITEN, scope=SCOPE)
        return self.bronnen.opslag.nieuw(staat, _EERSTE, False)[0]

    def open(self, extra: str = "", *, adres: str = "") -> Contact:
        self.page.goto(f"{adres or self.adres}/contact/{self.gesprek()}{extra}")
        return self

    def kop(self, tekst: str) -> Contact:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(tekst)
        return self

    def druk(self, naam: str) -> Contact:
        self.page.get_by_role("button", name=naam, exact=True).first.click()
        return self

    def tot_meesturen(self, extra: str = "") -> Contact:
        self.open(extra)
        self.page.get_by_label("Telefoonnummer").fill("06 12345678")
        self.page.get_by_label("Uw vraag in het kort").fill(
            "Kan iemand mij helpen met de brief over mijn huur?"
        )
        return self.druk("Verder").kop("Wilt u iets meesturen?")

    def tot_voorbeeld(self, extra: str = "") -> Contact:
        self.tot_meesturen(extra).page.get_by_label("Kale huur").check()
        return self.druk("Verder").kop("Mogen wij dit sturen?")

    def tot_klaar(self, extra: str = "") -> Contact:
        """Until it was delivered: then the words stay as they are."""
        self.tot_voorbeeld(extra).druk("Ja, stuur dit")
        expect(self.page.get_by_text("Uw nummer", exact=True)).to_be_visible()
        return self.bezorgd().kop("Uw vraag is verstuurd")

    def bezorgd(self) -> Contact:
        for _ in range(200):
            with self.bronnen.opslag.lees_naast() as verbinding:
                standen = set(verbinding.scalars(overdracht.select().with_only_columns(overdracht.c.stand)))
            if not standen & {"wordt_verstuurd", "wordt_ingetrokken"}:
                break
            threading.Event().wait(0.05)
        self.page.reload()
        return self

    def nummer_en_code(self) -> tuple[str, str]:
        nummer, code = (een.inner_text() for een in self.page.locator(".code").all())
        return nummer, code

    def vaste_tekens(self) -> None:
        """Number and code are other ones every time."""
        self.page.evaluate(
            """() => {
              const vast = ["1234 5678 90", "KKKK KKKK"];
              document.querySelectorAll(".code").forEach((e, nr) => { e.textContent = vast[nr]; });
              for (const p of document.querySelectorAll("main > p")) {
                const anders = p.textContent.replace(/\\d{4} \\d{4} \\d{2}/, vast[0]);
                if (anders !== p.textContent) p.textContent = anders;
              }
            }"""
        )


def _vraag(c: Contact) -> None:
    c.open()


def _fout(c: Contact) -> None:
    c.open().page.get_by_label("Uw vraag in het kort").fill("mijn bsn is 111222333")
    c.druk("Verder")
    expect(c.page.get_by_label("Telefoonnummer")).to_have_attribute("aria-invalid", "true")


def _meesturen(c: Contact) -> None:
    c.tot_meesturen().druk("Alles aanvinken")
    expect(c.page.get_by_label("Kale huur")).to_be_checked()


def _voorbeeld(c: Contact) -> None:
    c.tot_voorbeeld()


def _veranderd(c: Contact) -> None:
    c.tot_voorbeeld().page.locator("[name=versie]").evaluate("e => { e.value = 'oud'; }")
    c.druk("Ja, stuur dit")
    expect(c.page.get_by_role("alert")).to_be_visible()


def _nee(c: Contact) -> None:
    c.tot_voorbeeld().druk("Nee, stuur niets").kop("Er is niets verstuurd")


def _klaar(c: Contact) -> None:
    c.tot_klaar().vaste_tekens()


def _stop(c: Contact) -> None:
    c.tot_klaar().druk("Stop mijn vraag").kop("Weet u het zeker?").vaste_tekens()


def _gestopt(c: Contact) -> None:
    c.tot_klaar().druk("Stop mijn vraag").druk("Ja, stop mijn vraag")
    c.kop("U heeft uw vraag gestopt").bezorgd()
    expect(c.page.get_by_text("De gemeente neemt geen contact meer met u op.")).to_be_visible()


def _kan_niet(c: Contact) -> None:
    c.open(adres=c.dicht).kop("Wij kunnen uw vraag niet doorgeven")


def _in_het_venster(c: Contact) -> None:
    c.open("?van=widget")


def _intrekken(c: Contact) -> None:
    c.page.goto(f"{c.adres}/intrekken")
    c.page.get_by_label("Nummer").fill("9999999999")
    c.druk("Verder")
    expect(c.page.get_by_label("Code")).to_have_attribute("aria-invalid", "true")


def _stand(c: Contact) -> None:
    nummer, code = c.tot_klaar().nummer_en_code()
    c.page.goto(f"{c.adres}/intrekken")
    c.page.get_by_label("Nummer").fill(nummer)
    c.page.get_by_label("Code").fill(code)
    c.druk("Verder").kop("Uw vraag is verstuurd").vaste_tekens()


STATEN = (
    Staat("contact-vraag", _vraag),
    Staat("contact-fout", _fout),
    Staat("contact-meesturen", _meesturen),
    Staat("contact-voorbeeld", _voorbeeld),
    Staat("contact-tekst-veranderd", _veranderd),
    Staat("contact-nee", _nee),
    Staat("contact-klaar", _klaar),
    Staat("contact-stop", _stop),
    Staat("contact-gestopt", _gestopt),
    Staat("contact-kan-niet", _kan_niet),
    Staat("contact-in-het-venster", _in_het_venster),
    Staat("intrekken-fout", _intrekken),
    Staat("intrekken-stand", _stand),
)
