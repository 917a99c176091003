"""The preview: the real talk with a draft in its place, for who may see it, and nothing of it stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.web.redactie.kantoor import HIER, Kantoor, Redacteur
from web.instellingen import Instellingen
from web.redactie.bewaren.concepten import Concept
from web.redactie.meekijken import proefhuis
from web.redactie.meekijken.proefhuis import AANTAL, TERMIJN, Blik, Proefhuis
from web.toegang import accounts

FAQ = "faq/huurtoeslag.md"
EIGEN = f"faq/{HIER}/huurtoeslag.md"
NIEUW = "Een zin die nergens anders staat."


@pytest.fixture
def concept(kantoor: Kantoor) -> Concept:
    return kantoor.concept(kantoor.schrijver, FAQ)


def anders(kantoor: Kantoor, pad: str = FAQ, erbij: str = NIEUW) -> str:
    return f"{kantoor.lees(pad)}\n{erbij}\n"


def gesprek(wie: Redacteur, html: str) -> tuple[str, dict[str, Any]]:
    """Where the talk in a frame is, and all of it; asked for as the widget does: without a cookie."""
    kader = re.search(r'data-gesprek="([\w-]+)"', html)
    script = re.search(r'src="(/redactie/proef/\d+/[\w-]+)/widget\.js"', html)
    assert kader is not None, html
    assert script is not None
    adres = f"{script[1]}/api/v1/gesprekken/{kader[1]}"
    antwoord = wie.kantoor.browser().kijk(adres)
    assert antwoord.status_code == 200, antwoord.text
    return adres, antwoord.json()


def woorden(stand: dict[str, Any]) -> str:
    return "\n".join(bericht["tekst"] for bericht in stand["berichten"])


def test_het_bewaarde_concept_is_meteen_te_lezen_met_zijn_knoppen(kantoor: Kantoor) -> None:
    een = kantoor.concept(kantoor.schrijver, FAQ, anders(kantoor))
    blad = kantoor.schrijver.kijk(f"/redactie/proef/{een.id}")
    _, stand = gesprek(kantoor.schrijver, blad.text)
    assert NIEUW in woorden(stand)
    assert NIEUW not in kantoor.lees(FAQ)
    titel = kantoor.huis.bronnen.inhoud.faq("huurtoeslag").titel
    assert (stand["berichten"][0]["van"], stand["berichten"][0]["tekst"]) == ("u", titel)
    assert any(
        keuze["id"] == "hielp" for bericht in stand["berichten"] for keuze in bericht.get("keuzes") or ()
    )


def test_alleen_onze_eigen_bladen_mogen_er_een_kader_omheen_zetten(
    kantoor: Kantoor, concept: Concept
) -> None:
    koppen = kantoor.schrijver.kijk(f"/redactie/proef/{concept.id}").headers
    assert "frame-ancestors 'self'" in koppen["content-security-policy"]
    assert "unsafe" not in koppen["content-security-policy"]
    assert koppen["x-frame-options"] == "SAMEORIGIN"


def test_wie_uitlogt_of_niet_meer_mag_laat_geen_gesprek_achter(kantoor: Kantoor, concept: Concept) -> None:
    """Its address is all that is needed to get there: nobody may go on with it."""
    for stop in ("uitloggen", "blokkeren"):
        wie = kantoor.wie(stop, "schrijver")
        een = kantoor.concept(wie, FAQ, anders(kantoor))
        adres, _ = gesprek(wie, wie.kijk(f"/redactie/proef/{een.id}").text)
        if stop == "uitloggen":
            assert wie.doe("/afmelden").status_code == 200
        else:
            with kantoor.huis.bronnen.opslag.schrijf() as verbinding:
                accounts.zet(verbinding, wie.wie.id, geblokkeerd=True)
        assert kantoor.gebouw.browser().kijk(adres).status_code == 404, stop


def bewaar(kantoor: Kantoor, concept: Concept, tekst: str | None) -> None:
    nu = kantoor.concepten.lees(concept.id)
    kantoor.concepten.bewaar(kantoor.schrijver.wie, nu.id, nu.versie, tekst, "")


def test_na_het_typen_komt_er_een_nieuw_kader_en_niets_als_er_niets_veranderde(
    kantoor: Kantoor, concept: Concept
) -> None:
    noor, pad = kantoor.schrijver, f"/redactie/proef/{concept.id}"
    assert noor.kijk(pad).status_code == 200
    assert noor.kijk(f"{pad}/kader").status_code == 204
    bewaar(kantoor, concept, anders(kantoor))
    assert f'src="{pad}"' in noor.kijk(f"{pad}/kader").text
    assert noor.kijk(f"{pad}/kader").status_code == 204
    assert NIEUW in woorden(gesprek(noor, noor.kijk(pad).text)[1])


def test_wat_er_elders_verandert_is_bij_het_volgende_kader_te_zien(
    kantoor: Kantoor, concept: Concept
) -> None:
    noor, pad = kantoor.schrijver, f"/redactie/proef/{concept.id}"
    noor.kijk(pad)
    knop = kantoor.map / "teksten" / "knop.yml"
    knop.write_text(re.sub(r"(?m)^hielp: .*$", "hielp: Dank u", knop.read_text("utf-8")), "utf-8")
    _, stand = gesprek(noor, noor.kijk(pad).text)
    assert any(
        keuze["label"] == "Dank u" for bericht in stand["berichten"] for keuze in bericht.get("keuzes") or ()
    )


def test_vervolgstappen_kunnen_worden_aangeklikt(kantoor: Kantoor) -> None:
    met_vervolg = next(id_ for id_, faq in kantoor.huis.bronnen.inhoud.faqs().items() if faq.vervolg)
    een = kantoor.concept(kantoor.schrijver, f"faq/{met_vervolg}.md")
    adres, stand = gesprek(kantoor.schrijver, kantoor.schrijver.kijk(f"/redactie/proef/{een.id}").text)
    keuzes = [keuze for bericht in stand["berichten"] for keuze in bericht.get("keuzes") or ()]
    klik = next(keuze["id"] for keuze in keuzes if keuze["id"].startswith("vervolg:"))
    antwoord = kantoor.gebouw.browser().client.post(f"{adres}/berichten", json={"id": "m1", "keuze": klik})
    vervolg = kantoor.huis.bronnen.inhoud.faq(met_vervolg).vervolg
    assert vervolg is not None
    assert vervolg.keuzes[0].antwoord.split()[0] in antwoord.json()["berichten"][0]["tekst"]


@pytest.mark.parametrize(
    ("erbij", "woord"),
    [
        ("{{ bestaat.niet }}", "bestaat"),
        ("{% if %}", "fout in het sjabloon"),
        ("{{ bedrag('huurtoeslag.bestaat_niet') }}", "bestaat niet in content/parameters"),
    ],
)
def test_een_fout_staat_er_in_woorden(kantoor: Kantoor, concept: Concept, erbij: str, woord: str) -> None:
    noor, pad = kantoor.schrijver, f"/redactie/proef/{concept.id}"
    noor.kijk(pad)
    bewaar(kantoor, concept, anders(kantoor, erbij=erbij))
    assert "Er staat een fout in uw tekst" in noor.kijk(f"{pad}/kader").text
    html = noor.kijk(pad).text
    assert woord in html
    assert "rechtop-chat" not in html
    # Mended: the talk is back.
    bewaar(kantoor, concept, anders(kantoor))
    assert NIEUW in woorden(gesprek(noor, noor.kijk(pad).text)[1])


def test_een_fout_achter_een_knop_ook(kantoor: Kantoor) -> None:
    zonder = next(id_ for id_, faq in kantoor.huis.bronnen.inhoud.faqs().items() if not faq.vervolg)
    pad = f"faq/{zonder}.md"
    een = kantoor.concept(kantoor.schrijver, pad)
    vervolg = "vervolg:\n  vraag: Welke?\n  keuzes:\n    - {label: A, antwoord: Goed.}\n    - {label: B, antwoord: '%s'}\n"
    for antwoord, goed in (("Ook goed.", True), ("{{ weg.is.weg }}", False)):
        tekst = kantoor.lees(pad).replace("voorbeelden:\n", vervolg % antwoord + "voorbeelden:\n", 1)
        bewaar(kantoor, een, tekst)
        html = kantoor.schrijver.kijk(f"/redactie/proef/{een.id}").text
        assert ("rechtop-chat" in html, "&#39;weg&#39; is undefined" in html) == (goed, not goed)


def test_een_eigen_antwoord_verbergt_het_gewone_niet(kantoor: Kantoor) -> None:
    (kantoor.map / EIGEN).parent.mkdir(exist_ok=True)
    (kantoor.map / EIGEN).write_text(kantoor.lees(FAQ).replace("titel: ", "titel: Hier ", 1))
    een = kantoor.concept(kantoor.schrijver, FAQ, anders(kantoor))
    html = kantoor.schrijver.kijk(f"/redactie/proef/{een.id}").text
    assert "Uw gemeente heeft een eigen antwoord" in html
    assert NIEUW in woorden(gesprek(kantoor.schrijver, html)[1])
    eigen = kantoor.concept(kantoor.schrijver, EIGEN, anders(kantoor, EIGEN, "Alleen hier."))
    html = kantoor.schrijver.kijk(f"/redactie/proef/{eigen.id}").text
    assert "Uw gemeente heeft een eigen antwoord" not in html
    assert "Alleen hier." in woorden(gesprek(kantoor.schrijver, html)[1])


def test_een_nieuw_onderwerp_en_een_dat_verdwijnt(kantoor: Kantoor) -> None:
    een = kantoor.concept(kantoor.schrijver, "faq/iets-nieuws.md", anders(kantoor))
    html = kantoor.schrijver.kijk(f"/redactie/proef/{een.id}").text
    assert NIEUW in woorden(gesprek(kantoor.schrijver, html)[1])
    bewaar(kantoor, een, None)
    assert "Dit antwoord verdwijnt" in kantoor.schrijver.kijk(f"/redactie/proef/{een.id}").text


def test_een_ander_bestand_toont_het_begin(kantoor: Kantoor) -> None:
    tekst = kantoor.lees("teksten/begin.yml")
    een = kantoor.concept(
        kantoor.schrijver, "teksten/begin.yml", re.sub(r"(?m)^welkom: .*$", f"welkom: {NIEUW}", tekst)
    )
    html = kantoor.schrijver.kijk(f"/redactie/proef/{een.id}").text
    assert gesprek(kantoor.schrijver, html)[1]["berichten"]
    woorden_ = kantoor.concept(kantoor.beheerder, "taal/jargon.yml")
    assert "kunnen wij geen voorbeeld" in kantoor.beheerder.kijk(f"/redactie/proef/{woorden_.id}").text


def test_wie_het_mag_zien(kantoor: Kantoor, concept: Concept) -> None:
    pad = f"/redactie/proef/{concept.id}"
    assert kantoor.publicist.kijk(pad).status_code == 200
    assert kantoor.gebouw.browser().kijk(pad).headers["location"].startswith("/aanmelden")
    assert kantoor.schrijver.kijk("/redactie/proef/999").status_code == 404
    eigen = kantoor.concept(kantoor.schrijver, EIGEN, anders(kantoor))
    assert kantoor.elders.kijk(f"/redactie/proef/{eigen.id}").status_code == 404
    geraden = kantoor.gebouw.browser().client.post(
        f"{pad}/{'x' * 43}/api/v1/gesprekken", json={"gemeente": HIER}
    )
    assert geraden.status_code == 404


def test_niets_telt_mee_en_niets_blijft(kantoor: Kantoor, concept: Concept) -> None:
    noor = kantoor.schrijver
    adres, _ = gesprek(noor, noor.kijk(f"/redactie/proef/{concept.id}").text)
    inwoner = kantoor.gebouw.browser().client
    assert inwoner.post(f"{adres}/berichten", json={"id": "m1", "keuze": "hielp"}).status_code == 200
    assert inwoner.post(f"{adres}/berichten", json={"id": "m2", "tekst": "hallo"}).status_code == 200
    opslag = kantoor.huis.bronnen.opslag
    assert opslag.tellingen(date(2000, 1, 1), date(2100, 1, 1)) == ()
    assert [v["metadata"] for v in kantoor.huis.rasa.verzoeken] == [{"proef": True}]
    cijfers = kantoor.huis.app.state.diensten.tellers.tekst().decode()
    assert 'rechtop_beurten_total{weg="nood"} 0.0' in cijfers
    assert "/api/v1/gesprekken/{gesprek}" not in cijfers
    assert inwoner.delete(adres).status_code == 204
    assert inwoner.get(adres).status_code == 404


def test_wat_er_getypt_wordt_verstaat_het_voorbeeld_ook(kantoor: Kantoor, concept: Concept) -> None:
    """With the model that residents talk to, and without it as the talk goes when it is away."""

    async def rangschikking(_: dict[str, Any]) -> httpx.Response:
        return httpx.Response(200, json=[{"custom": {"rangschikking": [["faq_zorgtoeslag", 0.98]]}}])

    noor, rasa = kantoor.schrijver, kantoor.huis.rasa
    adres, _ = gesprek(noor, noor.kijk(f"/redactie/proef/{concept.id}").text)
    inwoner = kantoor.gebouw.browser().client
    for nr, (gedrag, onderwerp) in enumerate(((rangschikking, "zorgtoeslag"), (rasa.weg, None))):
        rasa.gedrag = gedrag
        antwoord = inwoner.post(f"{adres}/berichten", json={"id": f"m{nr}", "tekst": "vertel eens over dat"})
        assert antwoord.json()["berichten"][0].get("faq") == onderwerp


class Klok:
    nu = 0.0

    def __call__(self) -> float:
        return self.nu


async def geen_rasa(_zin: str) -> None:
    return None


@pytest.fixture
def huis(kantoor: Kantoor) -> tuple[Proefhuis, Klok, Callable[[int], Concept]]:
    klok = Klok()
    een = Proefhuis(kantoor.huis.bronnen, Instellingen(_env_file=None), kantoor.map, klok)
    paden = sorted(f"faq/{id_}.md" for id_ in kantoor.huis.bronnen.inhoud.faqs())
    return een, klok, lambda nr: kantoor.concept(kantoor.schrijver, paden[nr])


def test_ze_eindigen_vanzelf(kantoor: Kantoor, huis: Any) -> None:
    een, klok, concept = huis
    wie, eerste = kantoor.schrijver.wie, concept(0)
    een.zet(wie, eerste, geen_rasa)
    blik = een.kijk(wie, eerste)
    assert isinstance(blik, Blik)
    klok.nu = TERMIJN - 1
    assert een.ruim_op() == 1
    assert een.app(blik.sleutel) is not None  # somebody clicks: it stays
    klok.nu = TERMIJN + 1
    assert een.ruim_op() == 1
    klok.nu = 2 * TERMIJN
    assert een.ruim_op() == 0
    assert een.app(blik.sleutel) is None
    assert een.kijk(wie, eerste) is None


def test_er_zijn_er_nooit_te_veel(
    kantoor: Kantoor, huis: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(proefhuis, "AANTAL", 2)
    een, klok, concept = huis
    wie, alle = kantoor.schrijver.wie, [concept(nr) for nr in range(3)]
    for klok.nu, c in enumerate(alle):
        een.zet(wie, c, geen_rasa)
    assert [een.kijk(wie, c) is None for c in alle] == [True, False, False]
    mappen = [map_ for map_ in tmp_path.iterdir() if (map_ / "content").exists()]
    assert len(mappen) == 2
    assert AANTAL <= 10
