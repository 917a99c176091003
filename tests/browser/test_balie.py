"""The inbox as staff use it, from logging in to erasing; and every state of it by every check."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Keur
from tests.browser.echt import draai_echt
from tests.browser.keuringen import KEURINGEN, Fouten, axe, rust_uit
from tests.browser.staten_balie import (
    NU,
    SLEUTEL,
    STATEN,
    VRIJ,
    WACHTWOORD,
    Bezoek,
    Huis,
    maak_huis,
    vul,
)
from web.toegang import codes


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    with draai_echt(tmp_path_factory.mktemp("balie"), lambda: NU, sleutel=SLEUTEL) as (adres, bronnen):
        huis = maak_huis(adres, bronnen)
        vul(huis)
        yield huis


@pytest.fixture(scope="module", params=STATEN, ids=lambda staat: staat.naam)
def gekeurd(request: pytest.FixtureRequest, keur_staat: Keur, huis: Huis) -> Fouten:
    return keur_staat(request.param, lambda page: Bezoek(page, huis))


@pytest.mark.parametrize("keuring", KEURINGEN)
def test_elke_staat_van_de_balie(gekeurd: Fouten, keuring: str) -> None:
    assert gekeurd[keuring] == []


def test_van_inloggen_tot_wissen(browser: Browser, huis: Huis) -> None:
    """With password and app, without JavaScript of ours; with the keyboard where it matters."""
    geheim = huis.persoon("n.nieuw")
    huis.vraag(VRIJ)
    with browser.new_context(locale="nl-NL", viewport={"width": 360, "height": 740}) as context:
        rust_uit(context)
        p = Bezoek(context.new_page(), huis).naar(f"/balie/{VRIJ}")
        page = p.page
        page.get_by_label("Inlognaam").fill("n.nieuw")
        page.get_by_label("Wachtwoord").fill(WACHTWOORD)
        page.get_by_label("Code", exact=True).fill(codes.code_op(geheim, NU))
        p.kies("Inloggen")
        expect(page).to_have_url(f"{huis.adres}/balie/{VRIJ}")
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Vraag {VRIJ}")
        expect(page.get_by_role("link", name="0612345678")).to_have_attribute("href", "tel:0612345678")
        assert axe(page) == []

        with page.expect_navigation():
            page.get_by_role("button", name="Ik bel deze inwoner").press("Enter")
        expect(page.get_by_text("U belt deze inwoner.")).to_be_visible()
        p.kies("Niet bereikt")
        expect(page.get_by_role("status")).to_have_text("U bereikte de inwoner niet. De vraag wacht weer.")
        page.get_by_role("link", name=f"Vraag {VRIJ}").click()
        expect(page.get_by_text("Een keer niet bereikt")).to_be_visible()
        p.kies("Afgehandeld")
        expect(page.get_by_role("status")).to_have_text("De vraag is afgehandeld. De inwoner kan dat zien.")
        expect(page.get_by_role("link", name=f"Vraag {VRIJ}")).to_have_count(0)

        page.get_by_role("link", name=re.compile("^Afgehandeld")).click()
        page.get_by_role("link", name=f"Vraag {VRIJ}").click()
        page.get_by_role("link", name="Vraag wissen").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Wilt u vraag {VRIJ} wissen?")
        assert axe(page) == []
        p.kies("Ja, wis deze vraag")
        expect(page.get_by_role("status")).to_have_text("De vraag is gewist.")
        assert axe(page) == []
        antwoord = page.goto(f"{huis.adres}/balie/{VRIJ}")
        assert antwoord is not None
        assert antwoord.status == 404
        expect(page.get_by_role("heading", level=1)).to_have_text("Deze vraag is afgehandeld en gewist")
