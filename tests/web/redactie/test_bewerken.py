"""Writing in a draft: what was typed is kept, what can be better is said, and nobody writes over anybody."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.redactie.kantoor import Kantoor, Redacteur, ingevuld
from web.redactie.bewaren.concepten import Concept
from web.redactie.schrijven.faqvorm import Faqvorm, Keuze, Vervolg, lees

PAD = "faq/huurtoeslag.md"


@pytest.fixture
def concept(kantoor: Kantoor) -> Concept:
    return kantoor.concept(kantoor.schrijver, PAD)


def adres(concept: Concept) -> str:
    return f"/redactie/concept/{concept.id}"


def vorm(kantoor: Kantoor, concept: Concept) -> Faqvorm:
    tekst = kantoor.concepten.lees(concept.id).tekst
    assert tekst is not None
    return lees(tekst)


def typt(wie: Redacteur, concept: Concept, **velden: str | list[str]) -> str:
    blad = wie.kijk(adres(concept)).text
    return wie.doe(f"{adres(concept)}/typt", **{**ingevuld(blad, adres(concept)), **velden}).text


def bij(html: str, plek: str) -> str:
    """What is said at this field."""
    gevonden = re.search(rf'<ul class="tips" id="tips-{plek}"[^>]*>(.*?)</ul>', html, re.DOTALL)
    assert gevonden is not None, plek
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", gevonden[1])).split())


def test_bewaren_zonder_iets_te_veranderen_verandert_niets(kantoor: Kantoor, concept: Concept) -> None:
    antwoord = kantoor.schrijver.druk(adres(concept), adres(concept))
    assert antwoord.status_code == 303
    assert kantoor.concepten.lees(concept.id) == concept


@pytest.mark.parametrize(
    "pad", ["faq/hulp-bij-invullen.md", "faq/schuldhulp.md", "faq/bijstand-hoogte.md", "vragen/kale_huur.yml"]
)
def test_een_formulier_geeft_het_bestand_terug_zoals_het_was(kantoor: Kantoor, pad: str) -> None:
    een = kantoor.concept(kantoor.schrijver, pad)
    kantoor.schrijver.druk(adres(een), adres(een))
    assert kantoor.concepten.lees(een.id).tekst == kantoor.lees(pad)


def test_alle_velden(kantoor: Kantoor, concept: Concept) -> None:
    kantoor.schrijver.druk(
        adres(concept),
        adres(concept),
        titel="Mag ik huurtoeslag?",
        antwoord="Soms wel.\r\n\r\nSoms niet.",
        eigenaar="Team Wonen",
        nagekeken="2026-11-19",
        zinnen="huurtoeslag\r\nhuur toeslag\r\nkom ik daarvoor in aanmerking",
        bron_naam=["Belastingdienst", ""],
        bron_url=["https://www.toeslagen.nl/", ""],
        regeling="",
        stap="start",
        gebeurtenis="",
        reden="Korter",
    )
    nu = vorm(kantoor, concept)
    assert (nu.titel, nu.antwoord, nu.eigenaar) == (
        "Mag ik huurtoeslag?",
        "Soms wel.\n\nSoms niet.",
        "Team Wonen",
    )
    assert (nu.nagekeken, nu.regeling, nu.stap) == ("2026-11-19", None, "start")
    assert nu.voorbeelden[-1] == "kom ik daarvoor in aanmerking"
    assert [bron.naam for bron in nu.bronnen] == ["Belastingdienst"]
    assert kantoor.concepten.lees(concept.id).reden == "Korter"


def test_ook_wat_niet_kan_wordt_bewaard_en_er_staat_wat_eraan_scheelt(
    kantoor: Kantoor, concept: Concept
) -> None:
    html = typt(
        kantoor.schrijver,
        concept,
        titel="",
        nagekeken="gisteren",
        antwoord="U krijgt {{ bedrag('huurtoeslag.bestaat_niet') | euro }}.",
        zinnen="",
        bron_naam=["Kale bron"],
        bron_url=["geen adres"],
    )
    nu = vorm(kantoor, concept)
    assert (nu.titel, nu.nagekeken, nu.voorbeelden) == ("", "gisteren", ())
    assert "dit veld is leeg" in bij(html, "titel")
    assert "hier hoort een datum te staan" in bij(html, "nagekeken")
    assert "bestaat niet" in bij(html, "antwoord")
    assert "hier horen zinnen te staan" in bij(html, "voorbeelden")
    assert "het webadres van bron 1 is niet goed" in bij(html, "bronnen")
    blad = kantoor.schrijver.kijk(adres(concept)).text
    assert 'value="gisteren"' in blad
    assert 'value="geen adres"' in blad


def test_tips_tijdens_het_typen(kantoor: Kantoor, concept: Concept) -> None:
    html = typt(
        kantoor.schrijver,
        concept,
        antwoord="Je dient het verzoek middels dit formulier in. Dat kost 25 euro.",
    )
    tips = bij(html, "antwoord")
    assert "middels" in tips
    assert "Schrijf liever: met" in tips or "Schrijf liever:" in tips
    assert "spreek de lezer aan met u" in tips
    assert "typ geen bedragen" in tips
    assert bij(html, "titel") == ""
    assert re.search(r'id="versie" value="2" hx-swap-oob="true"', html)
    assert "Een fout moet weg" in html


def test_na_de_verbetering_is_de_tip_weg(kantoor: Kantoor, concept: Concept) -> None:
    typt(kantoor.schrijver, concept, titel="Kunnen jullie mij helpen?")
    assert "jullie" in bij(kantoor.schrijver.kijk(adres(concept)).text, "titel")
    assert bij(typt(kantoor.schrijver, concept, titel="Kunt u mij helpen?"), "titel") == ""


def test_een_zin_die_op_een_ander_onderwerp_lijkt(kantoor: Kantoor, concept: Concept) -> None:
    er = "\n".join(vorm(kantoor, concept).voorbeelden)
    html = typt(kantoor.schrijver, concept, zinnen=f"{er}\npremie vgz\nhoe duur is huren\nhoe duur is huren")
    zorg = kantoor.huis.bronnen.inhoud.faq("zorgtoeslag").titel
    tips = bij(html, "zinnen")
    assert f"premie vgz : deze zin hoort al bij een ander onderwerp: {zorg}" in tips
    assert "hoe duur is huren : deze zin staat er twee keer" in tips
    nr = len(vorm(kantoor, concept).voorbeelden) - 2
    kantoor.schrijver.druk(adres(concept), adres(concept), doe=f"zin-weg:{nr}")
    assert "premie vgz" not in vorm(kantoor, concept).voorbeelden


def test_de_boom_met_knoppen(kantoor: Kantoor, concept: Concept) -> None:
    wie, hier = kantoor.schrijver, adres(concept)
    wie.druk(hier, hier, doe="vervolg-weg:v")
    eerst = wie.druk(hier, hier, doe="vervolg-erbij:v", titel="Ook dit blijft")
    assert eerst.headers["location"] == f"{hier}?bij=v#v"
    wie.druk(
        hier, hier, **{"v.vraag": "Wat huurt u?", "v.1.label": "Een huis", "v.1.antwoord": "Dan kan het."}
    )
    wie.druk(hier, hier, doe="keuze-erbij:v", **{"v.2.label": "Een kamer"})
    wie.druk(hier, hier, doe="keuze-omhoog:v.2")
    wie.druk(hier, hier, doe="vervolg-erbij:v.1.v")
    wie.druk(hier, hier, **{"v.1.v.vraag": "Met wie?"})
    nu = vorm(kantoor, concept)
    assert nu.titel == "Ook dit blijft"
    assert nu.vervolg == Vervolg(
        "Wat huurt u?",
        (
            Keuze("Een kamer", "", Vervolg("Met wie?", (Keuze(), Keuze()))),
            Keuze("Een huis", "Dan kan het."),
            Keuze(),
        ),
    )
    blad = wie.kijk(hier).text
    assert "dit veld is leeg" in bij(blad, "v-3-label")
    weg = wie.druk(hier, hier, doe="vervolg-weg:v")
    assert vorm(kantoor, concept).vervolg is None
    assert "Zet terug" in weg.text
    wie.doe(hier, **{**ingevuld(weg.text, hier), "doe": "zet-terug"})
    assert vorm(kantoor, concept).vervolg == nu.vervolg


def test_een_knop_is_te_weinig(kantoor: Kantoor, concept: Concept) -> None:
    wie, hier = kantoor.schrijver, adres(concept)
    wie.druk(hier, hier, doe="vervolg-weg:v")
    wie.druk(hier, hier, doe="vervolg-erbij:v")
    ja = {"v.vraag": "Huurt u?", "v.1.label": "Ja", "v.1.antwoord": "Dan kan het."}
    wie.druk(hier, hier, doe="keuze-weg:v.2", **ja)
    assert "minstens 2" in bij(wie.kijk(hier).text, "v-keuzes")


def test_de_boom_doorlopen(kantoor: Kantoor) -> None:
    een = kantoor.concept(kantoor.schrijver, "faq/schuldhulp.md")
    boom = vorm(kantoor, een).vervolg
    assert boom is not None
    begin = kantoor.schrijver.kijk(f"{adres(een)}/doorloop").text
    assert all(unescape(keuze.label) in unescape(begin) for keuze in boom.keuzes)
    verder = unescape(kantoor.schrijver.kijk(f"{adres(een)}/doorloop?weg=2").text)
    assert f"U kiest: <strong>{boom.keuzes[1].label}" in verder
    assert "bedrag(" not in verder


def test_op_een_ander_scherm_veranderd_niets_is_weg(kantoor: Kantoor, concept: Concept) -> None:
    wie, hier = kantoor.schrijver, adres(concept)
    eerste = ingevuld(wie.kijk(hier).text, hier)
    wie.druk(hier, hier, titel="Van het andere scherm")
    typend = wie.doe(f"{hier}/typt", **{**eerste, "titel": "Van dit scherm"}).text
    assert "dit is niet bewaard" in typend
    assert vorm(kantoor, concept).titel == "Van het andere scherm"
    beide = wie.doe(hier, **{**eerste, "titel": "Van dit scherm"})
    assert beide.status_code == 409
    assert 'value="Van dit scherm"' in beide.text
    assert "titel: Van het andere scherm" in beide.text
    assert wie.doe(hier, **{**ingevuld(beide.text, hier), "titel": "Van dit scherm"}).status_code == 303
    assert vorm(kantoor, concept).titel == "Van dit scherm"


def test_twee_keer_hetzelfde_bewaren_is_een_keer(kantoor: Kantoor, concept: Concept) -> None:
    """What was saved while typing, and is sent once more by the button."""
    wie, hier = kantoor.schrijver, adres(concept)
    velden = {**ingevuld(wie.kijk(hier).text, hier), "titel": "Nieuw"}
    wie.doe(f"{hier}/typt", **velden)
    assert wie.doe(hier, **{**velden, "doe": "bekijk"}).headers["location"] == f"{hier}/bekijk"


def test_na_het_voorleggen_blijft_wat_er_getypt_is_te_zien(kantoor: Kantoor, concept: Concept) -> None:
    wie, hier = kantoor.schrijver, adres(concept)
    velden = ingevuld(wie.kijk(hier).text, hier)
    wie.druk(hier, hier, titel="Voorgelegd", reden="Beter")
    kantoor.concepten.leg_voor(wie.wie, concept.id, 2)
    te_laat = wie.doe(hier, **{**velden, "titel": "Te laat getypt"})
    assert te_laat.status_code == 409
    assert "titel: Te laat getypt" in te_laat.text
    assert vorm(kantoor, concept).titel == "Voorgelegd"
    assert wie.kijk(hier).headers["location"] == f"{hier}/bekijk"


def test_van_een_ander(kantoor: Kantoor, concept: Concept) -> None:
    assert kantoor.publicist.kijk(adres(concept)).headers["location"] == f"{adres(concept)}/bekijk"
    geweigerd = kantoor.publicist.doe(adres(concept), versie="1", titel="Van een ander")
    assert geweigerd.status_code == 409
    assert kantoor.concepten.lees(concept.id) == concept
    eigen = kantoor.concept(kantoor.schrijver, "faq/voorbeeldstad/hulp-bij-invullen.md")
    assert kantoor.elders.kijk(adres(eigen)).status_code == 404
    assert kantoor.schrijver.kijk("/redactie/concept/999").status_code == 404


def test_wat_de_collega_zei_staat_erboven(kantoor: Kantoor, concept: Concept) -> None:
    wie = kantoor.schrijver
    wie.druk(adres(concept), adres(concept), titel="Anders", reden="Beter")
    kantoor.concepten.leg_voor(wie.wie, concept.id, 2)
    kantoor.concepten.stuur_terug(kantoor.publicist.wie, concept.id, 3, "De titel is te kort.")
    blad = wie.kijk(adres(concept)).text
    assert "Teruggestuurd door Sam Verzonnen" in blad
    assert "De titel is te kort." in blad


def test_het_gewone_antwoord_naast_het_eigen(kantoor: Kantoor) -> None:
    een = kantoor.concept(kantoor.schrijver, "faq/voorbeeldstad/hulp-bij-invullen.md")
    blad = kantoor.schrijver.kijk(adres(een)).text
    assert "Het antwoord voor alle gemeenten" in blad
    gewoon = kantoor.concept(kantoor.schrijver, "faq/hulp-bij-invullen.md")
    assert (
        "Deze gemeenten hebben een eigen antwoord: Voorbeeldstad"
        in kantoor.schrijver.kijk(adres(gewoon)).text
    )


def test_wat_vanzelf_wordt_ingevuld(kantoor: Kantoor) -> None:
    een = kantoor.concept(kantoor.schrijver, "faq/zorgtoeslag.md")
    blad = unescape(kantoor.schrijver.kijk(adres(een)).text)
    bedrag = kantoor.huis.bronnen.inhoud.render(
        '{{ bedrag("zorgtoeslag.max_per_maand_alleen") | euro }}', datum=kantoor.huis.bronnen.vandaag()
    )
    stuk = blad.split('<code>{{ bedrag("zorgtoeslag.max_per_maand_alleen") | euro }}</code>')[1].split(
        "</div>"
    )[0]
    assert bedrag in stuk
    # Also through a name that the text itself gave to the amount.
    assert (
        "Hoogste inkomen met recht, zonder partner"
        in blad.split("<code>{{ bedrag(alleen) | euro }}</code>")[1][:300]
    )
    gezocht = kantoor.schrijver.kijk(
        "/redactie/bedragen?zoek=huurtoeslag+jongeren", headers={"HX-Target": "bedragen"}
    )
    assert "huurtoeslag.maximale_huurgrens_jongeren" in gezocht.text
    assert "<html" not in gezocht.text


def test_vandaag_nagekeken(kantoor: Kantoor, concept: Concept) -> None:
    kantoor.schrijver.druk(adres(concept), adres(concept), doe="nagekeken:vandaag")
    assert vorm(kantoor, concept).nagekeken == kantoor.huis.bronnen.vandaag().isoformat()


def test_een_bestand_als_tekst(kantoor: Kantoor) -> None:
    een = kantoor.concept(kantoor.schrijver, "vragen/kale_huur.yml")
    oud = kantoor.lees(een.pad)
    stuk = f"{oud}vraag: [\r\n"
    html = typt(kantoor.schrijver, een, tekst=stuk)
    assert "geen goede YAML" in bij(html, "tekst")
    assert kantoor.concepten.lees(een.id).tekst == f"{oud}vraag: [\n"
    html = typt(
        kantoor.schrijver, een, tekst=re.sub("(?m)^kort: .*$", "kort: Wat betaal je middels de huur?", oud)
    )
    assert "middels" in bij(html, "tekst")


def test_een_onderwerp_waar_geen_formulier_van_komt(kantoor: Kantoor) -> None:
    een = kantoor.concept(kantoor.schrijver, PAD, "---\ntitel: [\n---\nAntwoord\n", "Stuk")
    blad = kantoor.schrijver.kijk(adres(een)).text
    assert "Van dit bestand kan geen formulier komen" in blad
    assert "titel: [" in blad
    kantoor.schrijver.druk(adres(een), adres(een), tekst=kantoor.lees(PAD))
    assert 'name="antwoord"' in kantoor.schrijver.kijk(adres(een)).text


def test_een_groot_formulier_past(kantoor: Kantoor, concept: Concept) -> None:
    zinnen = "\n".join(f"zin nummer {nr} over de huur van een huis in de stad" for nr in range(1500))
    antwoord = kantoor.schrijver.druk(adres(concept), adres(concept), zinnen=zinnen)
    assert antwoord.status_code == 303
    assert len(vorm(kantoor, concept).voorbeelden) == 1500
