"""The redactie as editors use it: from an idea to what residents read and back, two at once; and every state by every check."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Keur
from tests.browser.keuringen import KEURINGEN, Fouten, axe, rust_uit
from tests.browser.staten_redactie import NU, SLEUTEL, STATEN, Bezoek, Huis, draai_redactie, vul
from web.instellingen import Instellingen
from web.toegang import beheer, codes, eigen
from web.toegang.toegang import maak_toegang

WACHTWOORD = "drie paarden op zolder"
FAQ = "faq/bezwaar.md"
TITEL = "Wat kan ik doen als ik het niet eens ben met een besluit?"
KNOP = "Van de gemeente"
KEURING = 300_000
"""Milliseconds that the whole check of the content may take: it gives way to all else that a machine does."""
MOEILIJK = "Ook een belanghebbende mag dit doen."
NIEUW = "Ook een vriend mag u helpen."
ZIN = "de gemeente heeft nee gezegd en dat vind ik raar"
REDEN = "Een vriend mag ook helpen"


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    with draai_redactie(tmp_path_factory.mktemp("redactie")) as huis:
        yield huis


@pytest.fixture(autouse=True)
def geduld() -> Iterator[None]:
    """A page that computes while somebody types needs more than a fixed page, on a machine that does more."""
    expect.set_options(timeout=30_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Callable[[], Page]]:
    """A browser of its own, of somebody."""
    with ExitStack() as alle:

        def open_() -> Page:
            context: BrowserContext = alle.enter_context(
                browser.new_context(
                    locale="nl-NL", viewport={"width": 1280, "height": 800}, reduced_motion="reduce"
                )
            )
            rust_uit(context)
            return context.new_page()

        yield open_


def account(huis: Huis, login: str, *rollen: str) -> str:
    """Somebody new with an account that is set up. Gives the secret of the app."""
    eerder = NU - timedelta(minutes=2)
    toegang = maak_toegang(Instellingen(_env_file=None, sleutel=SLEUTEL), huis.bronnen.opslag, lambda: eerder)
    assert toegang is not None
    link = beheer.nieuw(toegang, login, "Nina Verzonnen", "voorbeeldstad", rollen)
    geheim = eigen.instelling(toegang, link.code).geheim
    eigen.stel_in(toegang, link.code, WACHTWOORD, WACHTWOORD, codes.code_op(geheim, eerder))
    return geheim


def inwoner(huis: Huis, page: Page) -> None:
    """The window on the site, in a talk in which the topic was asked about now."""
    huis.bronnen.inhoud.ververs()
    api = f"{huis.adres}/api/v1/gesprekken"
    token = httpx.post(api, json={"gemeente": "voorbeeldstad"}).json()["gesprek"]
    vraag = {"id": "m1", "keuze": f"faq:{FAQ[4:-3]}"}
    assert httpx.post(f"{api}/{token}/berichten", json=vraag).status_code == 200
    page.goto(huis.adres)
    onthouden = json.dumps({"gesprek": token, "open": True})
    page.evaluate("wat => sessionStorage.setItem('rechtop:voorbeeldstad', wat)", onthouden)
    page.reload()
    expect(page.get_by_role("log").get_by_text("Zet in uw brief").first).to_be_visible()


@pytest.mark.timeout(1200)
def test_van_een_idee_tot_wat_inwoners_lezen_en_terug(huis: Huis, tab: Callable[[], Page]) -> None:
    geheim = account(huis, "n.nieuw", "schrijver")
    nina, sam, site = Bezoek(tab(), huis), Bezoek(tab(), huis).als("sam"), tab()
    page = nina.page

    # Log in, and look the topic up.
    nina.naar("/redactie")
    page.get_by_label("Inlognaam").fill("n.nieuw")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_label("Code", exact=True).fill(codes.code_op(geheim, NU))
    nina.kies("Inloggen")
    page.get_by_label("Zoek een onderwerp").fill("niet eens besluit")
    page.get_by_role("link", name=TITEL).click()
    nina.kies("Bewerken")

    # Change it. What is hard to read is told while typing; the real window shows it, and its buttons work.
    antwoord = page.get_by_label("Het antwoord", exact=True)
    voorbeeld = page.frame_locator(".voorbeeld iframe")
    was = antwoord.input_value()
    expect(voorbeeld.get_by_role("button", name=KNOP)).to_be_visible()
    antwoord.fill(f"{was}\n\n{MOEILIJK}")
    tip = page.locator("#tips-antwoord li", has_text="belanghebbende")
    expect(tip).to_contain_text("ambtelijk woord")
    expect(tip).to_contain_text("Schrijf liever: u")
    expect(voorbeeld.get_by_text(MOEILIJK)).to_be_visible()
    antwoord.fill(f"{was}\n\n{NIEUW} {{{{ oeps")
    expect(voorbeeld.get_by_text("Zo kan een inwoner dit nog niet lezen")).to_be_visible()
    antwoord.fill(f"{was}\n\n{NIEUW}")
    expect(voorbeeld.get_by_text(NIEUW)).to_be_visible()
    expect(tip).to_have_count(0)
    expect(antwoord).to_be_focused()
    voorbeeld.get_by_role("button", name=KNOP).click()
    expect(voorbeeld.get_by_text("Soms is het een fout en is het zo opgelost.")).to_be_visible()

    # Try a sentence, and make it an example of the same draft.
    page.get_by_role("link", name="Probeer", exact=True).click()
    page.get_by_label("Zin van een inwoner").fill(ZIN)
    nina.kies("Probeer")
    page.get_by_label("Bij welk onderwerp hoort de zin?").select_option(label=TITEL)
    nina.kies("Zet de zin erbij")
    page.get_by_role("link", name="Naar het concept").click()
    expect(page.get_by_label("Elke zin op een eigen regel")).to_have_value(re.compile(f"{ZIN}$"))
    expect(antwoord).to_have_value(f"{was}\n\n{NIEUW}")

    # Ask somebody else to look: whoever wrote it does not publish it.
    page.get_by_label("Waarom verandert u dit?").fill(REDEN)
    nina.kies("Bewaren en nakijken")
    expect(page.get_by_text(NIEUW).first).to_be_visible()
    expect(page.get_by_text("De controle is goed.")).to_be_visible(timeout=KEURING)
    assert axe(page) == []
    nina.kies("Laat een collega kijken")
    expect(page.get_by_role("button", name="Publiceer")).to_have_count(0)

    sam.naar("/redactie/concepten")
    sam.page.get_by_role("region", name="Hier moet u naar kijken").get_by_role("link", name=TITEL).click()
    expect(sam.page.get_by_text(REDEN)).to_be_visible()
    expect(sam.page.get_by_text(ZIN, exact=True)).to_be_visible()
    expect(sam.page.get_by_text("De controle is goed.")).to_be_visible(timeout=KEURING)
    inwoner(huis, site)
    expect(site.get_by_text(NIEUW)).to_have_count(0)
    sam.kies("Publiceer")
    expect(sam.page.get_by_role("status").first).to_contain_text("Inwoners zien het nu.")
    assert huis.plaats.geschiedenis(aantal=1)[0].auteur == "Nina Verzonnen"
    inwoner(huis, site)
    expect(site.get_by_text(NIEUW)).to_be_visible()

    # And back, in one click.
    sam.page.get_by_role("link", name="Draai dit terug").click()
    expect(sam.page.get_by_text("De controle is goed.")).to_be_visible(timeout=KEURING)
    sam.kies("Ja, draai terug")
    expect(sam.page.get_by_role("status").first).to_contain_text("Inwoners zien weer de tekst van ervoor.")
    inwoner(huis, site)
    expect(site.get_by_text(NIEUW)).to_have_count(0)


def test_twee_schrijvers_tegelijk(huis: Huis, tab: Callable[[], Page]) -> None:
    """Who saves second sees both and chooses; nothing is lost."""
    pad = "faq/huurtoeslag.md"
    noor, bo = Bezoek(tab(), huis).als("noor"), Bezoek(tab(), huis).als("bo")
    for p in (noor, bo):
        p.naar("/redactie/onderwerp/huurtoeslag")
        p.kies("Bewerken")
    van_noor, van_bo = "Noor schrijft dit erbij.", "Bo schrijft iets anders."
    for p, zin in ((bo, van_bo), (noor, van_noor)):
        veld = p.page.get_by_label("Het antwoord", exact=True)
        veld.fill(f"{veld.input_value()}\n\n{zin}")
        expect(p.page.locator("#stand")).to_contain_text("Bewaard op")
    concept = next(een for een in huis.concepten.open_(pad) if een.auteur_naam == "Bo Verzonnen")
    huis.plaats.geef_uit(
        {pad: concept.tekst}, gezien={pad: concept.basis}, auteur="Bo Verzonnen", reden="Van Bo"
    )

    noor.kies("Bewaren en nakijken")
    noor.page.get_by_role("link", name="Bekijk en kies").click()
    expect(noor.page.get_by_role("heading", level=1)).to_contain_text("Twee versies")
    for zin in (van_noor, van_bo):
        expect(noor.page.get_by_text(zin).first).to_be_visible()
    assert van_noor not in huis.lees(pad)
    assert axe(noor.page) == []
    noor.page.get_by_label("Wat wordt het op plek 1?").fill(f"{van_bo}\n\n{van_noor}")
    noor.kies("Bewaar deze tekst")
    expect(noor.page.get_by_role("status").first).to_contain_text("Uw keuze is bewaard.")
    tekst = next(een for een in huis.concepten.open_(pad) if een.auteur_naam == "Noor Verzonnen").tekst or ""
    assert tekst.index(van_bo) < tekst.index(van_noor)


def test_een_concept_op_twee_schermen(huis: Huis, tab: Callable[[], Page]) -> None:
    een = huis.concept("noor", "faq/zorgtoeslag.md")
    links, rechts = Bezoek(tab(), huis).als("noor"), Bezoek(tab(), huis).als("noor")
    for p in (links, rechts):
        p.naar(f"/redactie/concept/{een.id}")
    for p, zin in ((links, "Van het ene scherm."), (rechts, "Van het andere scherm.")):
        veld = p.page.get_by_label("Het antwoord", exact=True)
        veld.fill(f"{veld.input_value()}\n\n{zin}")
        verwacht = "Bewaard op" if p is links else "dit is niet bewaard"
        expect(p.page.locator("#stand")).to_contain_text(verwacht)
    assert "Van het ene scherm." in (huis.concepten.lees(een.id).tekst or "")
    expect(rechts.page.get_by_label("Het antwoord", exact=True)).to_have_value(
        re.compile("Van het andere scherm")
    )


@pytest.fixture(scope="module")
def staathuis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    """A house of its own: what is looked at is the same whatever was done elsewhere."""
    with draai_redactie(tmp_path_factory.mktemp("redactiestaten")) as huis:
        vul(huis)
        yield huis


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, keur_staat: Keur, staathuis: Huis) -> Fouten:
    return keur_staat(request.param, lambda page: Bezoek(page, staathuis))


@pytest.mark.parametrize("keuring", KEURINGEN)
def test_elke_staat_van_de_redactie(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []
