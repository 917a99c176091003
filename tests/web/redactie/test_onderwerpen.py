"""The list of topics, one topic, a new one and taking one away."""

from __future__ import annotations

import re
from datetime import date

from actions.gesprek import tellen
from tests.web.redactie.kantoor import Kantoor

LIJST = "/redactie/onderwerpen"


def titels(html: str) -> list[str]:
    return re.findall(r'<a class="los" href="/redactie/onderwerp/[a-z0-9-]+">([^<]*)<', html)


def test_de_lijst_met_alles_wat_een_redacteur_wil_zien(kantoor: Kantoor) -> None:
    with kantoor.huis.bronnen.opslag.schrijf() as verbinding:
        for dag, gemeente in ((date(2026, 11, 20), "voorbeeldstad"), (date(2026, 10, 22), "voorbeeldstad")):
            tellen.tel(verbinding, dag, gemeente, [("digid", "gevraagd"), ("digid", "hielp_niet")])
        # Too long ago, and of another gemeente.
        tellen.tel(verbinding, date(2026, 10, 21), "voorbeeldstad", [("digid", "gevraagd")])
        tellen.tel(verbinding, date(2026, 11, 20), "heerlen", [("digid", "gevraagd")])
    kantoor.concept(kantoor.publicist, "faq/digid.md")
    html = kantoor.schrijver.kijk(f"{LIJST}?op=gevraagd").text
    alle = kantoor.huis.bronnen.inhoud.faqs("voorbeeldstad")
    assert len(titels(html)) == len(alle)
    assert titels(html)[0] == alle["digid"].titel
    rij = html.split('href="/redactie/onderwerp/digid"')[1].split("</tr>")[0]
    assert re.findall(r'class="getal"[^>]*>(\d+)<', rij) == ["2", "2"]
    assert alle["digid"].eigenaar in rij
    assert "Sam Verzonnen werkt eraan" in rij
    assert re.search(r'class="taal goed">Goed</span> <span class="klein">\(\d\d\)', rij)
    eigen = html.split('href="/redactie/onderwerp/hulp-bij-invullen"')[1].split("</tr>")[0]
    assert "Eigen antwoord" in eigen


def test_zoeken_ook_in_antwoord_en_zinnen(kantoor: Kantoor) -> None:
    html = kantoor.schrijver.kijk(f"{LIJST}?zoek=premie+menzis").text
    assert titels(html) == [kantoor.huis.bronnen.inhoud.faq("zorgtoeslag").titel]
    assert "1 onderwerp." in html
    assert "Er is geen onderwerp" in kantoor.schrijver.kijk(f"{LIJST}?zoek=kachelkwestie").text


def test_een_deel_voor_wie_typt(kantoor: Kantoor) -> None:
    deel = kantoor.schrijver.kijk(f"{LIJST}?zoek=digid", headers={"HX-Request": "true", "HX-Target": "lijst"})
    assert "<html" not in deel.text
    assert titels(deel.text)


def test_andersom_sorteren(kantoor: Kantoor) -> None:
    heen = titels(kantoor.schrijver.kijk(f"{LIJST}?op=titel").text)
    terug = titels(kantoor.schrijver.kijk(f"{LIJST}?op=titel&om=ja").text)
    assert heen == sorted(heen, key=str.lower)
    assert terug == heen[::-1]


def test_een_onderwerp_lezen(kantoor: Kantoor) -> None:
    html = kantoor.schrijver.kijk("/redactie/onderwerp/zorgtoeslag").text
    assert "bedrag(" not in html
    assert "per maand" in html
    assert "premie vgz" in html
    hier = kantoor.schrijver.kijk("/redactie/onderwerp/hulp-bij-invullen").text
    assert "Dit lezen inwoners van andere gemeenten" in hier
    assert kantoor.schrijver.kijk("/redactie/onderwerp/bestaat-niet").status_code == 404


def test_bewerken_begint_een_concept_en_een_tweede_keer_hetzelfde(kantoor: Kantoor) -> None:
    eerst = kantoor.schrijver.doe("/redactie/onderwerp/zorgtoeslag/bewerk")
    weer = kantoor.schrijver.doe("/redactie/onderwerp/zorgtoeslag/bewerk")
    assert eerst.status_code == 303
    assert eerst.headers["location"] == weer.headers["location"]
    (concept,) = kantoor.concepten.open_()
    assert (concept.pad, concept.tekst) == ("faq/zorgtoeslag.md", kantoor.lees("faq/zorgtoeslag.md"))


def test_een_eigen_antwoord_begint_als_het_gewone_zonder_zinnen(kantoor: Kantoor) -> None:
    kantoor.elders.doe("/redactie/onderwerp/zorgtoeslag/bewerk", voor="gemeente")
    (concept,) = kantoor.concepten.open_()
    assert concept.pad == "faq/heerlen/zorgtoeslag.md"
    assert concept.tekst is not None
    assert "voorbeelden" not in concept.tekst
    assert kantoor.lees("faq/zorgtoeslag.md").split("---\n")[2] == concept.tekst.split("---\n")[2]


def test_een_nieuw_onderwerp(kantoor: Kantoor) -> None:
    begin = kantoor.schrijver.druk(
        f"{LIJST}/nieuw?zin=waar%20is%20de%20markt", f"{LIJST}/nieuw", titel="Waar is de één-euro-markt?"
    )
    (concept,) = kantoor.concepten.open_()
    assert begin.headers["location"] == f"/redactie/concept/{concept.id}"
    assert (concept.pad, concept.basis) == ("faq/waar-is-de-een-euro-markt.md", None)
    blad = kantoor.schrijver.kijk(f"/redactie/concept/{concept.id}").text
    assert "waar is de markt" in blad
    assert 'value="Waar is de één-euro-markt?"' in blad


def test_een_nieuw_onderwerp_alleen_hier(kantoor: Kantoor) -> None:
    kantoor.schrijver.doe(f"{LIJST}/nieuw", titel="Waar is de markt?", zin="", voor="gemeente")
    assert [c.pad for c in kantoor.concepten.open_()] == ["faq/voorbeeldstad/waar-is-de-markt.md"]


def test_wat_er_al_is_wordt_niet_overschreven(kantoor: Kantoor) -> None:
    antwoord = kantoor.schrijver.doe(f"{LIJST}/nieuw", titel="Digid", zin="mijn zin")
    assert antwoord.status_code == 422
    assert 'value="Digid"' in antwoord.text
    assert 'value="mijn zin"' in antwoord.text
    assert "/redactie/onderwerp/digid" in antwoord.text
    assert kantoor.schrijver.doe(f"{LIJST}/nieuw", titel=" ?! ", zin="").status_code == 422
    # Its question as it stands in the list, which is not the name of its file.
    zelfde = kantoor.schrijver.doe(f"{LIJST}/nieuw", titel="heb ik  DigiD nodig", zin="")
    assert zelfde.status_code == 422
    assert "/redactie/onderwerp/digid" in zelfde.text
    assert kantoor.concepten.open_() == ()


def test_weghalen_is_een_concept_met_een_reden(kantoor: Kantoor) -> None:
    blad = "/redactie/onderwerp/gratis-ov/weghalen"
    assert kantoor.schrijver.druk(blad, blad, reden=" ").status_code == 422
    klaar = kantoor.schrijver.druk(blad, blad, reden="Bestaat niet meer")
    (concept,) = kantoor.concepten.open_()
    assert klaar.headers["location"] == f"/redactie/concept/{concept.id}/bekijk"
    assert (concept.tekst, concept.reden) == (None, "Bestaat niet meer")
    kantoor.schrijver.doe(f"/redactie/concept/{concept.id}/houden", versie=str(concept.versie))
    assert kantoor.concepten.lees(concept.id).tekst == kantoor.lees("faq/gratis-ov.md")


def test_waaraan_gevaar_wordt_gehoord_gaat_niet_weg(kantoor: Kantoor) -> None:
    blad = "/redactie/onderwerp/crisis/weghalen"
    assert "<form" not in kantoor.schrijver.kijk(blad).text.split("<h1>")[1]
    assert kantoor.schrijver.doe(blad, reden="Weg ermee").status_code == 404
    assert kantoor.concepten.open_() == ()


def test_andere_teksten_als_bestand(kantoor: Kantoor) -> None:
    html = kantoor.schrijver.kijk("/redactie/bestanden?zoek=kale+huur").text
    assert 'value="vragen/kale_huur.yml"' in html
    assert "parameters/" not in html
    assert "gemeenten/" not in html
    begin = kantoor.schrijver.doe("/redactie/bestanden/bewerk", pad="vragen/kale_huur.yml")
    assert begin.status_code == 303
    for pad in ("../geheim", "vragen/bestaat-niet.yml", "controle.py"):
        assert kantoor.schrijver.doe("/redactie/bestanden/bewerk", pad=pad).status_code == 404
    # Amounts are for a manager.
    assert (
        kantoor.schrijver.doe("/redactie/bestanden/bewerk", pad="parameters/bijstand.yml").status_code == 403
    )
