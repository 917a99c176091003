"""The house under test, and the watch that no turn goes round Rasa unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import ConsoleMessage, Page

from ops.huis import NAMEN, Huis
from ops.train import zorg_voor_model
from tests.browser.conftest import Widget, browser_context_args, browser_type_launch_args
from tests.keten.hulp import VANDAAG, bewaakt, huis_op
from tests.keten.klant import Klant, http_client

__all__ = ["browser_context_args", "browser_type_launch_args"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.keten)


@pytest.fixture(scope="session")
def model() -> Path:
    return zorg_voor_model()


@pytest.fixture(scope="session")
def _huis(tmp_path_factory: pytest.TempPathFactory, model: Path) -> Iterator[Huis]:
    with huis_op(tmp_path_factory.mktemp("huis"), VANDAAG, model) as huis:
        yield huis


@pytest.fixture
def andere_wegen() -> Counter[str]:
    """How many turns of this test take another road than Rasa's, by road. Empty unless the test fills it."""
    return Counter()


@pytest.fixture
def huis(_huis: Huis, andere_wegen: Counter[str]) -> Iterator[Huis]:
    """The three processes, shared by all tests. A test in which a turn did not pass through Rasa fails,
    unless it said so in `andere_wegen`."""
    assert _huis.gevallen() == []
    with bewaakt(_huis, andere_wegen):
        yield _huis
    assert _huis.gevallen() == []


@pytest.fixture
def breekhuis(_huis: Huis) -> Iterator[Huis]:
    """The same three processes, for a test that breaks them. Whole again afterwards, also when the test failed;
    what fell by itself stays down, and the next test says so."""
    yield _huis
    geveld = [naam for naam in NAMEN if _huis.pid(naam) is None]
    if geveld:
        _huis.herstart(*geveld)


@pytest.fixture
def http(huis: Huis) -> Iterator[httpx.Client]:
    with http_client(huis.web_url) as client:
        yield client


@pytest.fixture
def gesprek(http: httpx.Client) -> Callable[[], Klant]:
    """Makes a new talk."""
    return lambda: Klant(http)


_CSP = """document.addEventListener("securitypolicyviolation",
            e => console.error("csp: " + e.violatedDirective + " " + e.blockedURI));"""


@pytest.fixture
def widget(page: Page, huis: Huis) -> Iterator[Widget]:
    """The widget; afterwards: nothing went elsewhere, no cookie was set, and the console is clean."""
    fouten: list[str] = []
    adressen: set[str] = set()

    def console(melding: ConsoleMessage) -> None:
        if melding.type in ("error", "warning"):
            fouten.append(melding.text)

    page.add_init_script(_CSP)
    page.on("console", console)
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.on("request", lambda verzoek: adressen.add(urlsplit(verzoek.url).netloc))
    page.on("requestfailed", lambda verzoek: fouten.append(f"failed: {verzoek.failure}"))
    yield Widget(page, huis.web_url)
    assert fouten == []
    assert adressen == {urlsplit(huis.web_url).netloc}
    assert page.context.cookies() == []
