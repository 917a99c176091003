"""The page without JavaScript as a resident finds it, and every state it can be in."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.keuringen import Staat

START = "/zelfcheck/voorbeeldstad?zonder=1"


class Plat:
    """The plain page, by role and name."""

    def __init__(self, page: Page, adres: str) -> None:
        self.page = page
        self.adres = adres
        self.veld = page.get_by_role("textbox")
        self.vraag = page.locator("#vraag")
        self.nieuw = page.locator("#nieuw")

    def start(self) -> Plat:
        self.page.goto(self.adres + START)
        return self

    def begin(self) -> Plat:
        self.start()
        self.druk("Beginnen")
        expect(self.vraag).to_contain_text("Waar wilt u mee beginnen?")
        return self

    def druk(self, naam: str) -> Plat:
        self.page.get_by_role("button", name=naam, exact=True).first.click()
        return self

    def typ(self, tekst: str) -> Plat:
        self.veld.fill(tekst)
        self.veld.press("Enter")
        return self

    def bij(self, vraag: str) -> Plat:
        """Waits for this question."""
        expect(self.vraag).to_contain_text(vraag)
        return self

    @property
    def gesprek(self) -> str:
        """Address of the talk."""
        return self.page.url.partition("#")[0]

    def tot_leeftijd(self) -> Plat:
        return self.begin().druk("Alleen zorgtoeslag").bij("Hoe oud bent u?")

    def tot_uitkomst(self) -> Plat:
        self.tot_leeftijd().typ("34").bij("getrouwd").druk("Nee").bij("inkomen")
        self.typ("22000 per jaar").bij("spaargeld").typ("1000").bij("Was alles in 2025")
        expect(self.page.get_by_role("heading", name="Zorgtoeslag", exact=True)).to_be_visible()
        return self

    def tot_vakjes(self) -> Plat:
        self.tot_uitkomst().druk("Ik krijg al iets hiervan")
        return self


def _start(plat: Plat) -> None:
    plat.start()


def _begin(plat: Plat) -> None:
    plat.begin()


def _veld(plat: Plat) -> None:
    plat.tot_leeftijd()


def _fout(plat: Plat) -> None:
    plat.tot_leeftijd().typ("")
    expect(plat.veld).to_have_attribute("aria-invalid", "true")


def _eerder(plat: Plat) -> None:
    plat.tot_leeftijd().typ("34").bij("getrouwd")
    plat.page.get_by_text("Wat er eerder is gezegd").first.click()
    plat.page.get_by_text("Uitleg bij deze vraag").click()


def _alles_open(plat: Plat) -> None:
    plat.tot_uitkomst()
    for uitklap in plat.page.locator("summary").all():
        uitklap.click()


def _wissen(plat: Plat) -> None:
    plat.begin().page.get_by_role("link", name="Gesprek wissen").click()
    plat.page.get_by_role("heading", name="Wilt u het gesprek wissen?").wait_for()


def _gewist(plat: Plat) -> None:
    _wissen(plat)
    plat.druk("Ja, wis het gesprek")
    plat.page.get_by_role("heading", name="Uw gesprek is gewist").wait_for()


def _weg(plat: Plat) -> None:
    plat.begin().page.get_by_role("link", name="Wat doet de knop Snel weg?").click()
    plat.page.get_by_role("heading", name="Snel weg van deze pagina").wait_for()


def _verlopen(plat: Plat) -> None:
    _gewist(plat)
    plat.page.goto(f"{plat.adres}/zelfcheck/voorbeeldstad/{'A' * 43}")
    plat.page.get_by_role("heading", name="Dit gesprek is er niet meer").wait_for()


def _code(plat: Plat) -> None:
    plat.begin().druk("Verder op een ander apparaat")
    plat.page.locator(".code").wait_for()
    # Every time another one.
    plat.page.locator(".code").evaluate("e => { e.textContent = 'KKKK KKKK'; }")
    plat.page.locator("#geldig").evaluate("e => { e.textContent = 'Tot 12.00 uur.'; }")


def _code_fout(plat: Plat) -> None:
    plat.page.goto(f"{plat.adres}/verder?gemeente=voorbeeldstad")
    plat.typ("KKKK-KKKK")
    expect(plat.veld).to_have_attribute("aria-invalid", "true")


STATEN = (
    Staat("pagina-start", _start),
    Staat("pagina-begin", _begin),
    Staat("pagina-veld", _veld),
    Staat("pagina-fout", _fout),
    Staat("pagina-keuzes", _eerder),
    Staat("pagina-uitkomst", _alles_open),
    Staat("pagina-wissen", _wissen),
    Staat("pagina-gewist", _gewist),
    Staat("pagina-weg", _weg),
    Staat("pagina-verlopen", _verlopen),
    Staat("pagina-code", _code),
    Staat("pagina-verder", _code_fout),
)
