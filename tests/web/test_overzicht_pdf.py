"""The overview as a PDF for everybody (PDF/UA): its tags, its words, and that making it asks nothing of anybody."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from pathlib import Path

import anyio
import pikepdf
import pytest
from anyio import CapacityLimiter
from httpx import Response

from actions.contract import naar_json
from content.inhoud import Inhoud
from content.parameters import Parameters
from tests.gesprek.krommen import FEITEN, vergelijking, voorbeeld
from tests.web.conftest import Huis, Maker, een_huis
from tests.web.pdf_lezen import Knoop, boom, open_pdf
from tests.web.staten import met_extra
from web.paginas import overzicht as pagina
from web.paginas.overzicht_pdf import Drukker, Drukkerij, TeDruk, kan_pdf, maak_pdf

_SCHERM = re.compile(r'<(p|form|section) class="scherm.*?</\1>', re.DOTALL)


@dataclass(frozen=True)
class Druk:
    """A talk as a page and as a PDF. Made once: it takes a second."""

    token: str
    html: str
    antwoord: Response
    pdf: pikepdf.Pdf


@pytest.fixture(scope="module")
def druk(tmp_path_factory: pytest.TempPathFactory, inhoud: Inhoud, parameters: Parameters) -> Iterator[Druk]:
    with een_huis(tmp_path_factory.mktemp("druk"), inhoud, parameters) as huis:
        token = met_extra(
            huis, feiten=FEITEN, vergelijking=naar_json(vergelijking()), kromme=naar_json(voorbeeld())
        )
        # Red when Pango is missing: `make test` sees to it (ops/druk.py).
        antwoord = huis.client.get(f"/overzicht/{token}/pdf")
        assert antwoord.status_code == 200, antwoord.text
        html = huis.client.get(f"/overzicht/{token}").text
        yield Druk(token, html, antwoord, open_pdf(antwoord.content))


def test_als_bestand(druk: Druk) -> None:
    koppen = druk.antwoord.headers
    assert koppen["content-type"] == "application/pdf"
    assert koppen["cache-control"] == "no-store"
    assert koppen["content-disposition"] == 'attachment; filename="rechtop-overzicht.pdf"'
    assert f'href="/overzicht/{druk.token}/pdf" download' in druk.html


def test_voor_wie_niet_ziet(druk: Druk) -> None:
    pdf = druk.pdf
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "nl"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as over:
        assert over["pdfuaid:part"] == "1"
        assert over["dc:title"] == "Uw overzicht - Gemeente Voorbeeldstad"
    alles = boom(pdf)
    koppen = [(int(k.soort[1]), k.tekst) for k in alles.zoek("H1", "H2", "H3", "H4", "H5", "H6")]
    assert koppen[0] == (1, "Uw overzicht")
    niveaus = [niveau for niveau, _ in koppen]
    assert niveaus.count(1) == 1
    assert all(straks - nu <= 1 for nu, straks in pairwise(niveaus)), koppen
    # The same headings as bookmarks.
    with pdf.open_outline() as inhoud:
        assert [een.title for een in inhoud.root] == ["Uw overzicht"]
        onder = [een.title for een in inhoud.root[0].children]
    assert onder == [tekst for niveau, tekst in koppen if niveau == 2]


def test_tabellen_beelden_en_links(druk: Druk) -> None:
    alles = boom(druk.pdf)
    tabellen = alles.zoek("Table")
    assert {tuple(th.tekst for th in t.zoek("TH")[:4]) for t in tabellen} >= {
        ("Regeling", "Nu", "Straks", "Verschil")
    }
    for cel in alles.zoek("TH"):
        assert str(cel.ruw.A.Scope) in ("/Column", "/Row"), cel.tekst
    bedragen = [cel for cel in alles.zoek("TD") if cel.tekst.isdecimal()]
    assert len(bedragen) > 20
    for cel in bedragen:
        assert len(cel.ruw.A.Headers) == 2, "its row and its column"
    beelden = alles.zoek("Figure")
    assert len(beelden) == 3
    assert all(len(str(beeld.ruw.Alt)) > 20 for beeld in beelden)
    assert all(link.tekst for link in alles.zoek("Link"))
    for lijst in alles.zoek("L"):
        assert {k.soort for k in lijst.kinderen if isinstance(k, Knoop)} <= {"LI", "Caption"}


def test_zelfde_woorden_in_dezelfde_volgorde(druk: Druk) -> None:
    """What a screen reader says of the PDF is what stands on the page, but for what only a screen has."""
    html = druk.html
    html = html[html.index('<header class="site">') : html.index("</footer>")]
    # A picture speaks through its name; and in tables that go on, the heads come again on the next page.
    html = re.sub(r"<svg.*?</svg>|<thead>.*?</thead>", " ", _SCHERM.sub(" ", html), flags=re.DOTALL)
    verwacht = _letters(unescape(re.sub(r"<[^>]+>", " ", html)))
    assert len(verwacht) > 3000
    alles = boom(druk.pdf)
    alles.kinderen = alles.kinderen[1:]  # the banner of a gemeente that does not exist
    for knoop in list(alles.alle()):
        knoop.kinderen = [
            k for k in knoop.kinderen if isinstance(k, str) or k.soort not in ("Figure", "THead", "Lbl")
        ]
    assert _letters(alles.tekst) == verwacht


def _letters(tekst: str) -> str:
    """Without spaces: a PDF has none where a line ends."""
    return re.sub(r"\s+", "", tekst)


def test_adressen_op_papier_en_nooit_het_geheim(druk: Druk) -> None:
    pdf = druk.pdf
    tekst = boom(pdf).tekst
    assert "Aanvragen bij Dienst Toeslagen (www.toeslagen.nl)" in tekst
    assert "Dit is een schatting. Het is geen besluit." in tekst
    for ding in pdf.objects:
        bytes_ = ding.read_bytes() if isinstance(ding, pikepdf.Stream) else ding.unparse()
        assert druk.token.encode() not in bytes_
    doelen = [str(een.A.URI) for blad in pdf.pages for een in blad.get("/Annots", []) if "/A" in een]
    assert doelen
    assert all(doel.startswith(("https://", "tel:")) for doel in doelen), doelen


def test_er_wordt_niets_opgehaald(tmp_path_factory: pytest.TempPathFactory) -> None:
    geheim = tmp_path_factory.mktemp("x") / "geheim.css"
    geheim.write_text("p::before { content: 'geheim' }")
    with socket.create_server(("127.0.0.1", 0)) as luistert:
        luistert.setblocking(False)
        adres = f"http://127.0.0.1:{luistert.getsockname()[1]}"
        kwaad = (
            f'<html lang="nl"><title>x</title><link rel="stylesheet" href="{adres}/a.css">'
            f'<link rel="stylesheet" href="{geheim.as_uri()}"><p>Dag<img alt="x" src="{adres}/b.png">'
            f'<object data="{adres}/c"></object>'
        )
        pdf = maak_pdf(kwaad)
        with pytest.raises(BlockingIOError):
            luistert.accept()
    assert boom(open_pdf(pdf)).tekst == "Dagx", "of the picture its words"


def test_hoogstens_een_paar_tegelijk() -> None:
    bezig, klaar = threading.Event(), threading.Event()

    def traag(html: str) -> bytes:
        bezig.set()
        assert klaar.wait(10)
        return html.encode()

    drukker = Drukker(traag, CapacityLimiter(1), wacht=0.01)

    async def loop() -> None:
        eerste: list[bytes] = []

        async def een() -> None:
            eerste.append(await drukker.druk("een"))

        async with anyio.create_task_group() as groep:
            groep.start_soon(een)
            assert await anyio.to_thread.run_sync(bezig.wait, 10)
            with pytest.raises(TeDruk):
                await drukker.druk("twee")
            klaar.set()
        assert eerste == [b"een"]
        # Its place is free again.
        assert await drukker.druk("drie") == b"drie"

    # In a thread of its own: a browser that other tests left open has a loop in this one.
    with ThreadPoolExecutor(1) as draad:
        draad.submit(anyio.run, loop).result(30)


def test_pas_bij_het_eerste_overzicht_gezocht_en_dan_een_keer(
    maak_huis: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    gezocht: list[None] = []
    monkeypatch.setattr(pagina, "maak_drukker", lambda: gezocht.append(None))
    huis = maak_huis()
    token = met_extra(huis, feiten=FEITEN)
    assert gezocht == []
    for _ in range(2):
        assert "/pdf" not in huis.client.get(f"/overzicht/{token}").text
    assert len(gezocht) == 1


def test_wie_tegelijk_zoekt_krijgt_dezelfde_drukker() -> None:
    """Its places count for the whole gateway."""
    samen = threading.Barrier(2, timeout=10)

    def zoek() -> Drukker:
        samen.wait()
        return Drukker(lambda _: b"", CapacityLimiter(1))

    drukkerij = Drukkerij(zoek)
    gevonden: list[Drukker | None] = []

    async def een() -> None:
        gevonden.append(await drukkerij.drukker())

    async def loop() -> None:
        async with anyio.create_task_group() as groep:
            groep.start_soon(een)
            groep.start_soon(een)

    with ThreadPoolExecutor(1) as draad:
        draad.submit(anyio.run, loop).result(30)
    eerste, tweede = gevonden
    assert eerste is not None
    assert eerste is tweede


def test_te_druk_in_woorden(maak_huis: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    vol = Drukker(lambda _: b"", CapacityLimiter(0), wacht=0)
    monkeypatch.setattr(pagina, "maak_drukker", lambda: vol)
    huis = maak_huis()
    antwoord = huis.client.get(f"/overzicht/{met_extra(huis, feiten=FEITEN)}/pdf")
    assert antwoord.status_code == 503
    assert antwoord.headers["retry-after"] == "10"
    assert "Het is even druk" in antwoord.text


@pytest.mark.parametrize(
    "kapot",
    ["raise ImportError", "raise OSError(\"cannot load library 'libpango-1.0-0'\")"],
    ids=["zonder pakket", "zonder Pango"],
)
def test_zonder_pdf_werkt_de_rest(
    maak_huis: Maker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kapot: str
) -> None:
    (tmp_path / "weasyprint.py").write_text(kapot, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    kan_pdf.cache_clear()
    try:
        huis = maak_huis()
        token = met_extra(huis, feiten=FEITEN)
        assert "/pdf" not in huis.client.get(f"/overzicht/{token}").text
        antwoord = huis.client.get(f"/overzicht/{token}/pdf")
    finally:
        kan_pdf.cache_clear()
    assert antwoord.status_code == 404
    assert "Wij kunnen hier geen PDF maken." in antwoord.text
    assert "Kies dan in het menu van uw browser voor Afdrukken." in antwoord.text


def test_een_gesprek_dat_er_niet_is(huis: Huis) -> None:
    antwoord = huis.client.get(f"/overzicht/{'a' * 43}/pdf")
    assert antwoord.status_code == 404
    assert "Deze pagina is er niet meer" in antwoord.text
