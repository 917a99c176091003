"""The picture of the curve: well formed, harmless, readable without colour, and the same numbers as the table."""

from __future__ import annotations

import re
from decimal import Decimal as D
from functools import partial
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from actions.contract_vergelijken import Werken
from actions.gesprek.kromme_beeld import BREED, Tekst, beeld, tabel, zinnen
from actions.gesprek.kromme_schaal import Merk, Schaal, merkwaarden, rijen_nodig, rond, spreid
from content.inhoud import Inhoud
from content.parameters import laad_parameters
from tests.gesprek.conftest import CONTENT
from tests.gesprek.krommen import kromme, punt, voorbeeld

S = "{http://www.w3.org/2000/svg}"

KROMMEN: dict[str, Werken] = {
    "voorbeeld": voorbeeld(),
    "vlak": kromme([punt(u, 0, 1345, 200, 0) for u in range(0, 41, 8)]),
    "nul": kromme([punt(u, 0, 0, 0, 0) for u in (0, 8, 16)]),
    "een punt": kromme(
        [punt(16, 900, 500, 300, 0)], nu=punt(16, 900, 500, 300, 0), let_op=[("16", "Let op.")]
    ),
    "een punt van nul uur": kromme([punt(0, 0, 0, 0, 0)]),
    "honderd punten": kromme([punt(u, u * 31, max(0, 1400 - u * 40), 300, 12, u) for u in range(100)]),
    "alsmaar minder": kromme(
        [punt(u, u, max(0, 900 - u * 60), 100, 0) for u in range(0, 41, 2)],
        let_op=[(str(u), "Minder.") for u in range(2, 41, 2)],
    ),
    "onder nul": kromme(
        [punt(u, u * 20, 0, 0, 0, 600) for u in range(0, 41, 8)], nu=punt(3, 60, 0, 0, 0, 600)
    ),
    "kwartieren": kromme([punt("0.25", 10, 0, 0, 0), punt("0.5", 20, 0, 0, 0)]),
    "door elkaar": kromme([punt(u, u * 50, 0, 0, 0) for u in (40, 0, 16)]),
    "heel veel": kromme([punt(u, u * 99_999, 0, 0, 0) for u in (0, 60)]),
}


@pytest.fixture(scope="module")
def tekst() -> Tekst:
    inhoud = Inhoud(CONTENT, laad_parameters(CONTENT / "parameters"))
    return partial(inhoud.tekst, gemeente=inhoud.gemeente("voorbeeldstad"))


@pytest.fixture(params=KROMMEN)
def werken(request: pytest.FixtureRequest) -> Werken:
    return KROMMEN[request.param]


def _boom(tekst: Tekst, werken: Werken) -> ElementTree.Element:
    svg = beeld(tekst, werken)
    assert svg is not None
    return ElementTree.fromstring(svg)


def _lijn(boom: ElementTree.Element) -> list[tuple[float, float]]:
    (pad,) = boom.findall(f"{S}path[@class='k-totaal']")
    paren = re.findall(r"([-\d.]+) ([-\d.]+)", pad.attrib["d"])
    return [(float(x), float(y)) for x, y in paren]


def test_heeft_naam_en_uitleg_en_niets_dat_draait_of_laadt(tekst: Tekst, werken: Werken) -> None:
    boom = _boom(tekst, werken)
    assert boom.tag == f"{S}svg"
    assert boom.attrib["role"] == "img"
    assert [kind.tag for kind in boom][:2] == [f"{S}title", f"{S}desc"]
    assert (boom.findtext(f"{S}title") or "").startswith("Wat u per maand overhoudt")
    assert "houdt" in (boom.findtext(f"{S}desc") or "")
    tekens = {e.tag.removeprefix(S) for e in boom.iter()}
    assert tekens <= {"svg", "title", "desc", "path", "rect", "line", "circle", "text"}
    kenmerken = {naam for e in boom.iter() for naam in e.attrib}
    assert not any(naam.startswith("on") or naam in {"style", "href", "id"} for naam in kenmerken)
    assert not any("url(" in waarde for e in boom.iter() for waarde in e.attrib.values())


def test_alles_valt_binnen_het_beeld_en_is_te_lezen(tekst: Tekst, werken: Werken) -> None:
    boom = _boom(tekst, werken)
    _, _, breed, hoog = (float(deel) for deel in boom.attrib["viewBox"].split())
    assert breed == BREED
    assert float(boom.attrib["font-size"]) >= 13
    for e in boom.iter():
        assert "font-size" not in e.attrib or e is boom
        for naam in ("x", "x1", "x2", "cx"):
            assert 0 <= float(e.attrib.get(naam, 0)) <= breed, ElementTree.tostring(e)
        for naam in ("y", "y1", "y2", "cy"):
            assert 0 <= float(e.attrib.get(naam, 0)) <= hoog, ElementTree.tostring(e)
        assert "nan" not in e.attrib.get("d", "")
    for e in boom.findall(f"{S}text"):
        x, lengte = float(e.attrib["x"]), len(e.text or "") * 14 * 0.6
        begin = {"start": x, "middle": x - lengte / 2, "end": x - lengte}[e.attrib["text-anchor"]]
        assert begin >= -1, e.text
        assert begin + lengte <= breed + 4, e.text


def test_delen_verschillen_niet_alleen_in_kleur(tekst: Tekst) -> None:
    """Take all colour away: every part still has its own strokes, in the picture and beside its name."""
    boom = _boom(tekst, voorbeeld())
    streken = [
        (e.attrib["stroke-width"], e.attrib.get("stroke-dasharray"))
        for e in boom.findall(f"{S}path")
        if "stroke-opacity" in e.attrib
    ]
    assert len(set(streken)) == 3, "and the fourth part has no strokes"
    assert all(streken.count(streek) == 2 for streek in streken)
    woorden = [e.text for e in boom.findall(f"{S}text")]
    for naam in ("U houdt over", "Loon", "Uitkering", "Toeslagen", "Van de gemeente"):
        assert woorden.count(naam) == 1
    inkt = {e.attrib["stroke"] for e in boom.iter() if e.attrib.get("stroke", "none") != "none"}
    assert inkt == {"currentColor"}, "so that it follows forced colours"


@pytest.mark.parametrize("naam", [naam for naam in KROMMEN if "een punt" not in naam])
def test_beeld_en_tabel_zeggen_dezelfde_bedragen(tekst: Tekst, naam: str) -> None:
    werken = KROMMEN[naam]
    boom, regels = _boom(tekst, werken), tabel(werken).regels
    lijn = _lijn(boom)
    assert len(lijn) == len(regels) == len(werken.punten)
    # Read the axes as somebody with a ruler would.
    getallen = {float(e.attrib["y"]) - 4.5: _getal(e.text) for e in boom.findall(f"{S}text") if _op_as(e)}
    (onder, laag), (boven, hoog) = max(getallen.items()), min(getallen.items())
    assert hoog > laag
    for (_, y), regel in zip(lijn, regels, strict=True):
        gelezen = laag + (onder - y) / (onder - boven) * (hoog - laag)
        assert gelezen == pytest.approx(float(regel.totaal), abs=(hoog - laag) / 1000 + 1)


def _op_as(e: ElementTree.Element) -> bool:
    return e.attrib["text-anchor"] == "end" and re.fullmatch(r"-?[\d.]+", e.text or "") is not None


def _getal(woord: str | None) -> float:
    return float((woord or "").replace(".", ""))


def test_regels_van_de_tabel_tellen_op(werken: Werken) -> None:
    for regel, een in zip(tabel(werken).regels, sorted(werken.punten, key=lambda p: p.uren), strict=True):
        delen = dict(zip(tabel(werken).delen, regel.delen, strict=True))
        kosten = delen.pop("kosten", D(0))
        assert sum(delen.values()) - kosten == regel.totaal == een.totaal_per_maand
        assert regel.uren == een.uren


def test_tabel_laat_weg_wat_nergens_iets_is() -> None:
    assert tabel(KROMMEN["vlak"]).delen == ("uitkering", "toeslagen")
    assert tabel(KROMMEN["nul"]).delen == ()
    assert tabel(KROMMEN["onder nul"]).delen == ("netto_loon", "kosten")


def test_hele_euros(tekst: Tekst) -> None:
    een = punt(8, 500, 0, 0, 0).model_copy(update={"totaal_per_maand": D("500.49"), "netto_loon": D("-0.20")})
    (regel,) = tabel(kromme([een])).regels
    assert (str(regel.totaal), [str(deel) for deel in regel.delen]) == ("500", ["0"])


def test_woorden_zeggen_wat_je_ziet(tekst: Tekst) -> None:
    gezegd = " ".join(zinnen(tekst, voorbeeld()))
    assert "U houdt het meest over bij 40 uur werk per week: 2.440 euro per maand." in gezegd
    assert "U houdt het minst over bij 24 uur: 1.822 euro." in gezegd
    assert "Nu werkt u 8 uur. Dan houdt u 1.870 euro over." in gezegd
    assert "Let op bij 24, 28 en 29 uur." in gezegd
    assert zinnen(tekst, KROMMEN["vlak"]) == [
        "U houdt bij elk aantal uren evenveel over: 1.545 euro per maand."
    ]
    assert "De kosten zijn er al af." in zinnen(tekst, KROMMEN["onder nul"])
    assert "bij 16 uur werk per week" in (beeld(tekst, KROMMEN["een punt"]) or "")


def test_nummers_horen_bij_de_lijst_eronder(tekst: Tekst) -> None:
    werken = voorbeeld().model_copy(update={"let_op": [*voorbeeld().let_op, voorbeeld().let_op[0]]})
    boom = _boom(tekst, werken)
    merken = [e.text for e in boom.findall(f"{S}text") if e.attrib.get("font-weight")]
    assert merken == ["Nu", "1, 4", "2", "3"], "what is not known has no number"


def test_zonder_punten_geen_beeld(tekst: Tekst) -> None:
    assert beeld(tekst, kromme([])) is None
    assert zinnen(tekst, kromme([])) == []
    assert tabel(kromme([])).regels == ()


def test_vreemde_tekens_blijven_tekst() -> None:
    svg = beeld(lambda id_, **_: "<b>&amp;" if "getal" not in id_ else "1", voorbeeld())
    assert svg is not None
    boom = ElementTree.fromstring(svg)
    assert boom.findtext(f"{S}title") == "<b>&amp;"


def test_merken_bedekken_elkaar_niet() -> None:
    merken = [Merk(str(nr), D(uren)) for nr, uren in enumerate([10, 10, 11, 11, 39, 40, 40, 40, 40], start=1)]
    schaal = Schaal.om(uren=[D(40)], bedragen=[D(100)], vak=(40, 50, 310, 240))
    rijen = rijen_nodig(merken, 270)
    plekken = spreid(merken, rijen, schaal)
    for rij in range(rijen):
        eigen = sorted((midden, merk.breed) for merk, midden, waar in plekken if waar == rij)
        for (x0, b0), (x1, b1) in pairwise(eigen):
            assert x0 + b0 / 2 <= x1 - b1 / 2
        assert eigen[0][0] >= 30
        assert eigen[-1][0] + eigen[-1][1] / 2 <= BREED


@pytest.mark.parametrize("bedragen", [[0], [1], [-1], [-600, 200], [1870, 2440], [99, 101], [5_999_940]])
def test_assen_hebben_ronde_getallen_om_alles_heen(bedragen: list[int]) -> None:
    laagst, hoogst = rond([D(b) for b in bedragen])
    assert laagst <= min(0, *bedragen)
    assert hoogst >= max(0, *bedragen)
    op_as = merkwaarden(laagst, hoogst)
    assert op_as[0] == laagst
    assert op_as[-1] == hoogst
    assert D(0) in op_as
    assert 2 <= len(op_as) <= 7
