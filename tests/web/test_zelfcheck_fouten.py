"""What goes wrong on the page without JavaScript ends in a page in plain words, and nothing typed is lost."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from actions.gesprek.beurt import BeurtInvoer
from actions.gesprek.opslag import gesprek_id
from tests.web.conftest import EIGEN_SITE, VREEMDE_SITE, Huis, Maker, kapot
from tests.web.formulier import FORMULIER, Bezoeker, Pagina

START = "/zelfcheck/voorbeeldstad"
GEEN_TOKEN = "A" * 43


def begin(huis: Huis) -> tuple[Bezoeker, Pagina]:
    bezoeker = Bezoeker(huis.client)
    return bezoeker, bezoeker.druk(bezoeker.open(START), "Beginnen")


def plek(pagina: Pagina) -> str:
    return pagina.met_veld("tekst").actie


def is_pagina(pagina: Pagina, status: int) -> None:
    assert pagina.antwoord.status_code == status
    assert pagina.antwoord.headers["content-type"].startswith("text/html")
    assert pagina.titel.startswith("Fout: ")
    beleid = pagina.antwoord.headers["content-security-policy"]
    assert "script" not in beleid
    assert "Set-Cookie" not in pagina.antwoord.headers
    assert len(pagina.tekst) > 40


def bij_het_veld(pagina: Pagina) -> str:
    """The words that a screen reader hears with the field."""
    veld = pagina.elementen["antwoord"]
    assert veld["aria-invalid"] == "true"
    assert "fout" in veld["aria-describedby"].split()
    assert pagina.links[pagina.op_id["fout"].strip()] == "#antwoord", "the words above lead to the field"
    return pagina.op_id["fout"].strip()


@pytest.mark.parametrize("tekst", ["", "   ", "\u200b"])
def test_leeg(huis: Huis, tekst: str) -> None:
    bezoeker, pagina = begin(huis)
    fout = bezoeker.typ(pagina, tekst)
    is_pagina(fout, 200)
    assert bij_het_veld(fout).startswith("Typ eerst uw antwoord.")
    assert huis.praatje.invoer == [], "it is no turn"


def test_te_lang_blijft_heel_staan(huis: Huis) -> None:
    bezoeker, pagina = begin(huis)
    fout = bezoeker.typ(pagina, "a" * 501)
    is_pagina(fout, 200)
    assert "501 tekens" in bij_het_veld(fout)
    assert fout.veld("tekst") == "a" * 501
    assert huis.praatje.invoer == []
    assert bezoeker.typ(fout, "a" * 500).titel.startswith("Fout") is False


def test_gevaar_in_een_lange_tekst_wordt_gehoord(huis: Huis) -> None:
    bezoeker, pagina = begin(huis)
    bezoeker.typ(pagina, "Ik wil dood. " + "a" * 500)
    assert [(i.weigering, i.gevaar is not None) for i in huis.praatje.invoer] == [("te_lang", True)]


def test_te_snel(maak_huis: Maker) -> None:
    huis = maak_huis(berichten_per_minuut=1)
    bezoeker, pagina = begin(huis)
    pagina = bezoeker.typ(pagina, "34")
    fout = bezoeker.typ(pagina, "en 35")
    is_pagina(fout, 429)
    assert int(fout.antwoord.headers["retry-after"]) > 0
    assert "U stuurt veel berichten achter elkaar." in bij_het_veld(fout)
    assert fout.veld("tekst") == "en 35"
    assert fout.veld("id") == pagina.veld("id"), "sent again it is the same message"


def test_een_knop_die_niet_aankomt_kan_nog_eens(maak_huis: Maker) -> None:
    huis = maak_huis(berichten_per_minuut=1)
    bezoeker, pagina = begin(huis)
    pagina = bezoeker.typ(pagina, "34")
    fout = bezoeker.druk(pagina, "Mijn antwoorden")
    is_pagina(fout, 429)
    formulier, _ = fout.knoppen["Probeer opnieuw"]
    assert dict(formulier.velden) == {
        "id": pagina.veld("id"),
        "gezien": pagina.veld("gezien"),
        "keuze": "overzicht",
    }


def test_vol(maak_huis: Maker) -> None:
    huis = maak_huis(berichten_per_gesprek=1)
    bezoeker, pagina = begin(huis)
    fout = bezoeker.typ(bezoeker.typ(pagina, "34"), "35")
    is_pagina(fout, 429)
    assert "Dit gesprek is te lang geworden." in fout.tekst
    assert fout.links["Begin een nieuw gesprek"] == f"{START}?zonder=1"
    assert fout.veld("tekst") == "35"


def test_bezig(maak_huis: Maker) -> None:
    huis = maak_huis(wacht_tijd=0.2)
    bezoeker, pagina = begin(huis)
    los, begonnen = threading.Event(), threading.Event()

    def wacht(_: BeurtInvoer) -> None:
        begonnen.set()
        los.wait(10)

    huis.praatje.doe = wacht
    eerste = threading.Thread(target=bezoeker.typ, args=(pagina, "34"))
    eerste.start()
    assert begonnen.wait(5)
    try:
        fout = bezoeker.typ(pagina, "35")
    finally:
        los.set()
        eerste.join()
    is_pagina(fout, 503)
    assert "De chatbot is nog bezig" in bij_het_veld(fout)
    assert fout.veld("tekst") == "35"


def test_een_beurt_die_mislukt(huis: Huis) -> None:
    bezoeker, pagina = begin(huis)
    huis.praatje.doe = kapot
    fout = bezoeker.typ(pagina, "34")
    is_pagina(fout, 200)
    assert "het lukt nu niet om u te antwoorden" in bij_het_veld(fout)
    assert fout.veld("tekst") == "34"
    huis.praatje.doe = lambda _: None
    goed = bezoeker.verzend(fout, fout.met_veld("tekst"), [])
    assert "1: 34" in goed.op_id["nieuw"]


def test_rasa_weg_is_geen_fout(huis: Huis) -> None:
    bezoeker, pagina = begin(huis)
    huis.rasa.gedrag = huis.rasa.weg
    assert "1: 34" in bezoeker.typ(pagina, "34").op_id["nieuw"]


def test_een_gesprek_dat_er_niet_meer_is(huis: Huis) -> None:
    bezoeker, pagina = begin(huis)
    huis.bronnen.opslag.wis(gesprek_id(plek(pagina).rsplit("/", 1)[1]))
    fout = bezoeker.typ(pagina, "mijn <b>lange</b> verhaal")
    is_pagina(fout, 404)
    assert "Dit gesprek is er niet meer" in fout.tekst
    assert "mijn <b>lange</b> verhaal" in fout.tekst
    assert "<b>lange" not in fout.antwoord.text
    assert fout.links["Begin een nieuw gesprek"] == f"{START}?zonder=1"


@pytest.mark.parametrize("token", [GEEN_TOKEN, "kort", "a/b", "%00", "wissen"])
@pytest.mark.parametrize("deel", ["", "/wissen", "/weg", "/bewijs", "/agenda"])
def test_een_adres_dat_niemand_kent(huis: Huis, token: str, deel: str) -> None:
    is_pagina(Pagina(huis.client.get(f"{START}/{token}{deel}")), 404)


def test_een_gemeente_die_niemand_kent(huis: Huis) -> None:
    bezoeker = Bezoeker(huis.client)
    for antwoord in (
        huis.client.get("/zelfcheck/nergens"),
        bezoeker.stuur("/zelfcheck/nergens", []),
        huis.client.get("/zelfcheck/nergens/gewist"),
        bezoeker.stuur("/zelfcheck/nergens/weg", []),
    ):
        assert antwoord.status_code in (404, 405)
        assert antwoord.headers["content-type"].startswith("text/html")


RAAR: list[tuple[dict[str, str], bytes]] = [
    ({"Content-Type": "application/json"}, b'{"id": "x", "tekst": "34"}'),
    ({"Content-Type": "multipart/form-data; boundary=x"}, b"--x\r\n\r\n--x--"),
    ({}, b"tekst=34"),
    ({"Content-Type": FORMULIER}, b"\xff\xfe"),
    ({"Content-Type": FORMULIER}, b""),
    ({"Content-Type": FORMULIER}, b"id=x&gezien=b0.1"),
    ({"Content-Type": FORMULIER}, b"&".join(b"vak=%d" % nr for nr in range(61))),
    ({"Content-Type": FORMULIER}, b"&".join(b"vak=%d" % nr for nr in range(21))),
    ({"Content-Type": FORMULIER}, b"wijzig=" + b"x" * 101),
    ({"Content-Type": FORMULIER}, b"keuze=" + b"x" * 201),
]


@pytest.mark.parametrize(("koppen", "lichaam"), RAAR)
def test_wat_geen_formulier_is(huis: Huis, koppen: dict[str, str], lichaam: bytes) -> None:
    _, pagina = begin(huis)
    fout = Pagina(huis.client.post(plek(pagina), content=lichaam, headers=koppen))
    is_pagina(fout, 422)
    assert "geef uw antwoord nog een keer" in fout.tekst
    assert huis.praatje.invoer == []
    assert fout.veld("id"), "the question is there to be answered"


def test_vreemde_tekens_in_een_formulier(huis: Huis) -> None:
    _, pagina = begin(huis)
    antwoord = huis.client.post(
        plek(pagina), content=b"id=%00%0d&tekst=34%ff%00", headers={"Content-Type": FORMULIER}
    )
    assert antwoord.status_code == 200
    assert [i.tekst for i in huis.praatje.invoer] == ["34\ufffd"]


def test_te_groot(huis: Huis) -> None:
    bezoeker, pagina = begin(huis)
    is_pagina(Pagina(bezoeker.stuur(plek(pagina), [("tekst", "a" * 70_000)])), 413)


def test_een_adres_dat_te_veel_vraagt_houdt_zijn_tekst(maak_huis: Maker) -> None:
    huis = maak_huis(verzoeken_per_minuut=3)  # the start, the button, and the page after it
    bezoeker, pagina = begin(huis)
    fout = bezoeker.typ(pagina, "34")
    is_pagina(fout, 429)
    assert fout.veld("tekst") == "34"
    assert fout.veld("id") == pagina.veld("id")
    assert "Probeer opnieuw" in fout.knoppen
    kijken = bezoeker.open(plek(pagina))
    is_pagina(kijken, 429)
    assert kijken.links["Probeer opnieuw"] == plek(pagina)


def test_te_veel_nieuwe_gesprekken(maak_huis: Maker) -> None:
    huis = maak_huis(gesprekken_per_uur=1)
    bezoeker, _ = begin(huis)
    fout = bezoeker.druk(bezoeker.open(START), "Beginnen", "ja")
    is_pagina(fout, 429)
    assert dict(fout.knoppen["Probeer opnieuw"][0].velden) == {"gedeeld": "ja"}


def test_alles_kapot(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    bezoeker, pagina = begin(huis)

    def stuk(*_: Any) -> None:
        raise RuntimeError("geheim")

    monkeypatch.setattr(type(huis.bronnen.opslag), "lees", stuk)
    fout = bezoeker.typ(pagina, "34")
    is_pagina(fout, 500)
    assert "geheim" not in fout.antwoord.text
    assert fout.veld("tekst") == "34"


HERKOMST: list[tuple[dict[str, str], bool]] = [
    ({}, True),
    ({"Origin": "null"}, True),
    ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, True),
    ({"Origin": "http://testserver"}, True),
    ({"Origin": EIGEN_SITE}, True),
    ({"Origin": VREEMDE_SITE}, False),
    ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, False),
    ({"Origin": "null", "Sec-Fetch-Site": "same-site"}, False),
    ({"Sec-Fetch-Site": "cross-site"}, False),
]


@pytest.mark.parametrize(("koppen", "mag"), HERKOMST)
def test_van_welke_pagina_een_formulier_mag_komen(huis: Huis, koppen: dict[str, str], mag: bool) -> None:
    _, pagina = begin(huis)
    bezoeker = Bezoeker(huis.client, koppen)
    begonnen = bezoeker.stuur(START, [])
    gezegd = bezoeker.stuur(plek(pagina), [("id", "x"), ("tekst", "34")])
    gewist = bezoeker.stuur(f"{plek(pagina)}/wissen", [])
    if mag:
        assert [a.status_code for a in (begonnen, gezegd, gewist)] == [303] * 3
    else:
        for antwoord in (begonnen, gezegd, gewist):
            is_pagina(Pagina(antwoord), 403)
        assert huis.praatje.invoer == []


def test_een_verkeerde_methode_en_een_adres_dat_er_niet_is(huis: Huis) -> None:
    is_pagina(Pagina(huis.client.request("DELETE", START)), 405)
    is_pagina(Pagina(huis.client.get(f"{START}/a/b/c")), 404)
    nergens = huis.client.get("/nergens", headers={"Accept": "text/html"})
    is_pagina(Pagina(nergens), 404)
    assert huis.client.get("/api/v1/nergens", headers={"Accept": "text/html"}).headers["content-type"] == (
        "application/problem+json"
    )
