"""The outcome to an own e-mail address, in a browser: before, wrong, sent, and sent already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from content.parameters import laad_parameters
from tests.browser.conftest import CONTENT, Keur
from tests.browser.echt import draai_echt
from tests.browser.keuringen import KEURINGEN, Fouten, Staat
from tests.browser.test_overzicht import NU, Huis
from tests.gesprek.krommen import FEITEN
from tests.overdracht import nepmail
from tests.overdracht.nepmail import NepMail
from tests.web.test_overzicht_mail import ADRES, instellingen, maak_inhoud

Wie = tuple[Page, Huis]


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NepMail]:
    with nepmail.draai(tmp_path_factory.mktemp("post")) as een:
        yield een


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory, post: NepMail) -> Iterator[Huis]:
    content = tmp_path_factory.mktemp("content")
    maak_inhoud(content, laad_parameters(CONTENT / "parameters"))
    with draai_echt(tmp_path_factory.mktemp("db"), lambda: NU, content, **instellingen(post)) as (
        adres,
        bronnen,
    ):
        yield Huis(adres, bronnen)


def _vorm(wie: Wie) -> None:
    page, huis = wie
    page.goto(huis.gesprek(FEITEN))
    page.get_by_role("link", name="Stuur naar mijn e-mail", exact=True).click()
    page.get_by_text("Lees eerst de e-mail").click()


def _met(getypt: str) -> Callable[[Any], None]:
    def bereik(wie: Wie) -> None:
        page, huis = wie
        page.goto(huis.gesprek(FEITEN) + "/mail")
        page.get_by_label("Uw e-mailadres").fill(getypt)
        page.get_by_role("button", name="Stuur de e-mail").click()
        page.wait_for_load_state()

    return bereik


def _daarna(pad: str) -> Callable[[Any], None]:
    def bereik(wie: Wie) -> None:
        _met("klaar@post.example")(wie)
        wie[0].goto(wie[0].url.removesuffix("/mail") + pad)

    return bereik


STATEN = (
    Staat("overzicht-mail-te-sturen", lambda wie: wie[0].goto(wie[1].gesprek(FEITEN))),
    Staat("overzicht-mail-vorm", _vorm),
    Staat("overzicht-mail-fout", _met("noor.verzonnen")),
    Staat("overzicht-mail-klaar", _met(f"een.heel.lang.adres.van.iemand.{ADRES}")),
    Staat("overzicht-mail-al", _daarna("/mail")),
    Staat("overzicht-mail-gestuurd", _daarna("")),
)


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, keur_staat: Keur, huis: Huis) -> Fouten:
    fouten = keur_staat(request.param, lambda page: (page, huis))
    # The answer 422 to a wrong address is a line of its own.
    return {**fouten, "meldingen": [een for een in fouten["meldingen"] if "422" not in een]}


@pytest.mark.parametrize("keuring", [*KEURINGEN, "meldingen"])
def test_elke_staat_voor_iedereen(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []


def test_zonder_javascript_met_het_toetsenbord(browser: Browser, huis: Huis, post: NepMail) -> None:
    """A wrong address stays in its field; mended and sent with Enter it arrives once."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        _met("noor@toetsenbord")((page, huis))
        veld = page.get_by_label("Uw e-mailadres")
        expect(veld).to_have_value("noor@toetsenbord")
        expect(page.get_by_role("alert")).to_contain_text("Dit e-mailadres klopt niet.")
        veld.press("End")
        veld.press_sequentially(".example ")
        veld.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("De e-mail is verstuurd")
        expect(page.get_by_text("noor@toetsenbord.example")).to_be_visible()
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("De e-mail is verstuurd")
        page.get_by_role("link", name="Terug naar het overzicht").click()
        expect(page.get_by_text("U heeft de uitkomst naar een e-mailadres laten sturen.")).to_be_visible()
    assert [b["To"] for b in post.brieven].count("noor@toetsenbord.example") == 1


def test_wissen_kan_ook_hier(page: Page, huis: Huis) -> None:
    """Somebody comes in: one button, and both the page and the talk are gone."""
    _vorm((page, huis))
    pagina = page.url
    expect(page.get_by_role("button", name="Snel weg")).to_be_visible()
    page.route("https://www.knmi.nl/**", lambda route: route.fulfill(body="weer"))
    page.get_by_role("button", name="Snel weg").click()
    page.wait_for_url("https://www.knmi.nl/**")
    antwoord = page.request.get(pagina)
    assert antwoord.status == 404
