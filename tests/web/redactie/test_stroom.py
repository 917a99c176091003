"""The way from draft to residents on the real pages. Only the check itself is another: it takes ten seconds (test_keuren.py)."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from content.controle import Melding
from tests.web.redactie.kantoor import Kantoor, Redacteur
from web.redactie.bewaren.bewaarplaats import stand_van
from web.redactie.bewaren.concepten import Concept, ConceptWeg
from web.redactie.kind import KeurenMislukt
from web.redactie.publiceren import keuren
from web.redactie.publiceren.keuren import Keuring
from web.redactie.schrijven.faqvorm import Keuze, Vervolg, lees, schrijf

FAQ, ANDER = "faq/huurtoeslag.md", "faq/zorgtoeslag.md"
LOKAAL = "gemeenten/voorbeeldstad.yml"


@dataclass
class Keurmeester:
    """Says what the test wants, of the folder as it will be; waits when it is told to."""

    fouten: tuple[Melding, ...] = ()
    mislukt: bool = False
    keren: int = 0
    mag: threading.Event = field(default_factory=threading.Event)

    def __call__(self, map_: Path, wijzigingen: Mapping[str, str | None], begonnen: Any = None) -> Keuring:
        self.keren += 1
        assert self.mag.wait(20)
        if self.mislukt:
            raise KeurenMislukt("for the test")
        tip = Melding("waarschuwing", "taal", FAQ, "antwoord", "dit kan korter")
        return Keuring(self.fouten, (tip,), stand_van(map_, wijzigingen))


@pytest.fixture
def keurmeester(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keurmeester]:
    een = Keurmeester()
    een.mag.set()
    monkeypatch.setattr(keuren, "keur", een)
    yield een
    een.mag.set()


def blad(wie: Redacteur, pad: str) -> str:
    antwoord = wie.kijk(pad)
    assert antwoord.status_code == 200, antwoord.text
    return kaal(antwoord.text)


def kaal(html: str) -> str:
    """One line, as people read it, with the tags that are left."""
    return " ".join(unescape(html).split())


def gekeurd(wie: Redacteur, pad: str) -> str:
    """The page once the check is done."""
    tot = time.monotonic() + 20
    while time.monotonic() < tot:
        gezien = blad(wie, pad)
        if "De controle loopt" not in gezien and "voor u. Daarna" not in gezien:
            return gezien
    raise AssertionError("the check did not end")


def bekijk(een: Concept) -> str:
    return f"/redactie/concept/{een.id}/bekijk"


def concept(kantoor: Kantoor, wie: Redacteur | None = None, pad: str = FAQ, **velden: Any) -> Concept:
    """A draft of a topic with these fields changed."""
    oud = kantoor.lees(pad)
    nieuw = schrijf(oud, replace(lees(oud), **(velden or {"antwoord": "Dit is **nieuw**.\n"})))
    return kantoor.concept(wie or kantoor.schrijver, pad, nieuw, "Duidelijker")


def voorgelegd(kantoor: Kantoor, wie: Redacteur | None = None, **meer: Any) -> Concept:
    een = concept(kantoor, wie, **meer)
    return kantoor.concepten.leg_voor((wie or kantoor.schrijver).wie, een.id, een.versie)


def publiceer(kantoor: Kantoor, een: Concept, wie: Redacteur | None = None) -> str:
    """The address of the publication."""
    wie = wie or kantoor.publicist
    gekeurd(wie, bekijk(een))
    antwoord = wie.druk(bekijk(een), f"/redactie/concept/{een.id}/publiceren")
    assert antwoord.status_code == 303, kaal(antwoord.text)
    return str(antwoord.headers["location"]).partition("?")[0]


def test_de_hele_weg(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    zinnen = (*lees(kantoor.lees(FAQ)).voorbeelden, "een splinternieuwe zin")
    een = concept(kantoor, antwoord="Dit is **nieuw**.\n", voorbeelden=zinnen)
    noor, sam = kantoor.schrijver, kantoor.publicist
    gezien = gekeurd(noor, bekijk(een))
    assert "<strong>nieuw</strong>" in gezien, "as residents see it"
    assert "Publiceren kan pas als een collega heeft gekeken" in gezien
    assert "/publiceren" not in gezien
    antwoord = noor.druk(bekijk(een), f"/redactie/concept/{een.id}/leg-voor", reden="Korter gemaakt")
    assert antwoord.headers["location"] == f"{bekijk(een)}?gedaan=voorgelegd"
    assert "Een publicist of beheerder kan dit publiceren" in blad(noor, bekijk(een))
    lijst = blad(sam, "/redactie/concepten")
    assert lijst.index("Hier moet u naar kijken") < lijst.index("Kan ik huurtoeslag krijgen?")
    assert "Korter gemaakt" in gekeurd(sam, bekijk(een))
    assert keurmeester.keren == 1, "the same text was looked at already"
    antwoord = sam.druk(bekijk(een), f"/redactie/concept/{een.id}/publiceren")
    uitgave = antwoord.headers["location"].partition("?")[0]
    gezien = blad(sam, antwoord.headers["location"])
    assert "Inwoners zien het nu. De chatbot leert nu de voorbeeldzinnen." in gezien
    assert "/redactie/trainen/stand?gezien=straks&sinds=" in gezien, "how far that is"
    assert lees(kantoor.lees(FAQ)).antwoord.strip() == "Dit is **nieuw**."
    assert "nieuw" in kantoor.huis.bronnen.inhoud.faq("huurtoeslag").antwoord
    assert "Noor Verzonnen" in blad(sam, uitgave)
    # And back: the same check, of what it becomes.
    assert "zien dan weer de tekst van ervoor" in gekeurd(sam, f"{uitgave}/terug")
    antwoord = sam.druk(f"{uitgave}/terug", f"{uitgave}/terug")
    assert antwoord.headers["location"].endswith("?gedaan=teruggedraaid")
    assert "Teruggedraaid: Korter gemaakt" in blad(sam, antwoord.headers["location"])
    assert kantoor.plaats.geschiedenis(aantal=3)[0].auteur == "Sam Verzonnen"
    assert "nieuw" not in lees(kantoor.lees(FAQ)).antwoord
    soorten = [r.soort for r in kantoor.gebouw.spoor("voorbeeldstad")]
    assert soorten == [
        "concept_begonnen", "concept_voorgelegd", "concept_gepubliceerd", "uitgave_teruggedraaid",
    ]  # fmt: skip


def test_wie_drukt_voor_de_controle_klaar_is_publiceert_niets(
    kantoor: Kantoor, keurmeester: Keurmeester
) -> None:
    keurmeester.mag.clear()
    een = voorgelegd(kantoor)
    sam = kantoor.publicist
    gezien = blad(sam, bekijk(een))
    assert "De controle loopt" in gezien
    assert f'hx-get="/redactie/concept/{een.id}/keuring"' in gezien
    assert re.search(rf'<a class="los" href="{bekijk(een)}">Vernieuwen</a>', gezien), "without JavaScript"
    antwoord = sam.doe(f"/redactie/concept/{een.id}/publiceren", versie=str(een.versie))
    assert antwoord.status_code == 409
    assert "nog niet goed" in antwoord.text
    assert len(kantoor.plaats.geschiedenis()) == 1
    deel = sam.kijk(f"/redactie/concept/{een.id}/keuring", headers={"HX-Request": "true"})
    assert "<html" not in deel.text
    assert sam.kijk(f"/redactie/concept/{een.id}/keuring").headers["location"] == bekijk(een)
    keurmeester.mag.set()
    gekeurd(sam, bekijk(een))
    deel = sam.kijk(f"/redactie/concept/{een.id}/keuring", headers={"HX-Request": "true"})
    assert "every 2s" not in deel.text, "nothing is asked again when it is done"
    assert "De controle is klaar. Alles is goed." in deel.text
    assert keurmeester.keren == 1


def test_een_oude_controle_telt_niet(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    """Another file changed after the check: it may break this one, so it is looked at again."""
    een = voorgelegd(kantoor)
    sam = kantoor.publicist
    gekeurd(sam, bekijk(een))
    with (kantoor.map / ANDER).open("a", encoding="utf-8") as bestand:
        bestand.write("\nMet de hand erbij.\n")
    antwoord = sam.doe(f"/redactie/concept/{een.id}/publiceren", versie=str(een.versie))
    assert antwoord.status_code == 409
    assert len(kantoor.plaats.geschiedenis()) == 1
    publiceer(kantoor, een)
    assert keurmeester.keren == 2
    assert kantoor.plaats.buiten() == (ANDER,), "what was changed by hand is not published along"


def test_met_fouten_is_er_geen_knop(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    keurmeester.fouten = (Melding("fout", "taal", ANDER, "antwoord", "dit woord is te moeilijk", 12),)
    een = voorgelegd(kantoor)
    gezien = gekeurd(kantoor.publicist, bekijk(een))
    assert "De controle vond 1 fout" in gezien
    assert f"<strong>{ANDER}</strong>, regel 12: Het antwoord: dit woord is te moeilijk" in gezien
    assert "/publiceren" not in gezien
    assert "Het antwoord: dit kan korter" in gezien, "tips of the file itself"
    antwoord = kantoor.publicist.doe(f"/redactie/concept/{een.id}/publiceren", versie=str(een.versie))
    assert antwoord.status_code == 409
    assert len(kantoor.plaats.geschiedenis()) == 1


def test_een_fout_in_een_ander_bestand_noemt_zijn_plek(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    keurmeester.fouten = (
        Melding("fout", "schema", "gemeenten/voorbeeldstad.yml", "contact.telefoon", "dit veld ontbreekt"),
        Melding("fout", "schema", "gemeenten/voorbeeldstad.yml", "", "onleesbaar"),
    )
    gezien = gekeurd(kantoor.publicist, bekijk(voorgelegd(kantoor)))
    assert "</strong>: <code>contact.telefoon</code>: dit veld ontbreekt</li>" in gezien
    assert "</strong>: onleesbaar</li>" in gezien


def test_een_controle_die_stukgaat_is_geen_ja(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    keurmeester.mislukt = True
    een = voorgelegd(kantoor)
    gezien = gekeurd(kantoor.publicist, bekijk(een))
    assert "De controle is niet gelukt" in gezien
    assert "/publiceren" not in gezien
    assert keurmeester.keren == 1, "it does not go on trying by itself"
    keurmeester.mislukt = False
    kantoor.publicist.kijk(f"{bekijk(een)}?opnieuw=ja")
    assert "De controle is goed" in gekeurd(kantoor.publicist, bekijk(een))


def test_vier_ogen(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    een = voorgelegd(kantoor, kantoor.publicist)
    gezien = gekeurd(kantoor.publicist, bekijk(een))
    assert "U schreef dit zelf. Daarom moet een ander dit publiceren." in gezien
    assert "/publiceren" not in gezien
    antwoord = kantoor.publicist.doe(f"/redactie/concept/{een.id}/publiceren", versie=str(een.versie))
    assert antwoord.status_code == 403
    assert "moet een ander dit publiceren" in antwoord.text
    publiceer(kantoor, kantoor.concepten.lees(een.id), kantoor.beheerder)


def test_zonder_vier_ogen_publiceert_een_mens_alleen(
    maak_redactie: Callable[..., Kantoor], keurmeester: Keurmeester
) -> None:
    kantoor = maak_redactie(vier_ogen=False)
    een = concept(kantoor, kantoor.publicist)
    een = kantoor.concepten.bewaar(kantoor.publicist.wie, een.id, een.versie, een.tekst, "")
    gekeurd(kantoor.publicist, bekijk(een))
    doel = f"/redactie/concept/{een.id}/publiceren"
    assert kantoor.publicist.druk(bekijk(een), doel, reden=" ").status_code == 422
    antwoord = kantoor.publicist.druk(bekijk(een), doel, reden="Snel gedaan")
    assert antwoord.status_code == 303
    assert kantoor.plaats.geschiedenis()[0].reden == "Snel gedaan"


def test_twee_keer_drukken_is_een_keer(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    een = voorgelegd(kantoor)
    uitgave = publiceer(kantoor, een)
    antwoord = kantoor.publicist.doe(f"/redactie/concept/{een.id}/publiceren", versie=str(een.versie))
    assert antwoord.headers["location"] == f"{uitgave}?gedaan=gepubliceerd"
    assert len(kantoor.plaats.geschiedenis()) == 2


def test_terug_naar_de_schrijver_met_een_opmerking(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    een = voorgelegd(kantoor)
    doel = f"/redactie/concept/{een.id}/stuur-terug"
    assert kantoor.publicist.druk(bekijk(een), doel, opmerking=" ").status_code == 422
    assert kantoor.publicist.druk(bekijk(een), doel, opmerking="Te <lang>").status_code == 303
    gezien = kantoor.schrijver.kijk(bekijk(een)).text
    assert "Te &lt;lang&gt;" in gezien
    assert doel not in gezien


def test_de_schrijver_haalt_terug_en_gooit_weg(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    een = voorgelegd(kantoor)
    assert kantoor.schrijver.druk(bekijk(een), f"/redactie/concept/{een.id}/haal-terug").status_code == 303
    doel = f"/redactie/concept/{een.id}/weggooien"
    assert kantoor.publicist.kijk(doel).status_code == 403
    assert "Ja, gooi weg" in blad(kantoor.schrijver, doel)
    antwoord = kantoor.schrijver.druk(doel, doel)
    assert antwoord.headers["location"] == "/redactie/concepten?gedaan=weggegooid"
    assert "Er zijn geen concepten" in blad(kantoor.schrijver, "/redactie/concepten")
    assert "gooide dit weg" in blad(kantoor.schrijver, bekijk(een))


def test_twee_schermen(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    een = concept(kantoor)
    kantoor.concepten.bewaar(kantoor.schrijver.wie, een.id, een.versie, "elders\n", "x")
    antwoord = kantoor.schrijver.doe(
        f"/redactie/concept/{een.id}/leg-voor", versie=str(een.versie), reden="Een lange reden"
    )
    assert antwoord.status_code == 409
    assert "intussen veranderd" in antwoord.text
    assert "Een lange reden" in antwoord.text, "what was typed stays"


def test_wat_inwoners_merken(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    oud = lees(kantoor.lees(FAQ))
    een = concept(
        kantoor,
        antwoord='U krijgt tot {{ bedrag("zorgtoeslag.max_per_maand_alleen") | euro }}.\n',
        voorbeelden=(*oud.voorbeelden[1:], "een splinternieuwe zin"),
        vervolg=Vervolg("Huurt u?", (Keuze("Ja", "Dan **wel**."), Keuze("Nee", "Dan niet."))),
        eigenaar="Team Toeslagen",
    )
    gezien = gekeurd(kantoor.schrijver, bekijk(een))
    assert re.search(r"U krijgt tot (€ )?[\d.]+( euro)?", gezien), "with the amount filled in"
    assert "1 nieuwe voorbeeldzin" in gezien
    assert "een splinternieuwe zin" in gezien
    assert "1 voorbeeldzin gaat weg" in gezien
    assert "Dan <strong>wel</strong>" in gezien
    assert "Team Toeslagen" in gezien


def test_een_half_antwoord_wordt_niet_getoond_en_breekt_niets(
    kantoor: Kantoor, keurmeester: Keurmeester
) -> None:
    een = concept(kantoor, antwoord="{{ bedrag( }} <script>alert(1)</script>\n")
    gezien = kantoor.schrijver.kijk(bekijk(een)).text
    assert "Dit antwoord kunnen wij nog niet tonen" in gezien
    assert "<script>alert" not in gezien
    kapot = kantoor.concepten.bewaar(kantoor.schrijver.wie, een.id, een.versie, "geen: [goede", "x")
    assert "Bekijk hieronder de regels" in blad(kantoor.schrijver, bekijk(kapot))


def test_een_eigen_antwoord_gaat_over_het_gedeelde(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    eigen = "faq/voorbeeldstad/huurtoeslag.md"
    tekst = schrijf("", replace(lees(kantoor.lees(FAQ)), antwoord="Hier **anders**.\n", voorbeelden=()))
    een = kantoor.concept(kantoor.schrijver, eigen, tekst, "Lokaal")
    gezien = gekeurd(kantoor.schrijver, bekijk(een))
    assert "Hier <strong>anders</strong>" in gezien
    assert "Dit antwoord is er nu nog niet" not in gezien, "now they see the shared one"
    assert kantoor.elders.kijk(bekijk(een)).status_code == 404, "of another gemeente"
    assert "Lokaal" not in blad(kantoor.elders, "/redactie/concepten")
    een = kantoor.concepten.leg_voor(kantoor.schrijver.wie, een.id, een.versie)
    uitgave = publiceer(kantoor, een)
    assert kantoor.elders.kijk(uitgave).status_code == 404
    assert kantoor.elders.kijk(f"/redactie/geschiedenis/{eigen}").status_code == 404
    gedeeld = concept(kantoor)
    assert "Inwoners van uw gemeente zien deze wijziging niet" in blad(kantoor.schrijver, bekijk(gedeeld))


def test_getallen_zijn_voor_de_beheerder(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    een = kantoor.concept(kantoor.beheerder, LOKAAL, kantoor.lees(LOKAAL) + "# erbij\n", "Proef")
    een = kantoor.concepten.leg_voor(kantoor.beheerder.wie, een.id, een.versie)
    gezien = gekeurd(kantoor.publicist, bekijk(een))
    assert "Alleen een beheerder kan bedragen en regels publiceren" in gezien
    assert "/publiceren" not in gezien
    assert "/stuur-terug" not in gezien
    publiceer(kantoor, een, kantoor.wie("bas", "beheerder"))


def botsen(kantoor: Kantoor, mijn: str, hun: str) -> Concept:
    """Somebody else published another text of the same file after this draft began. Each: "before=>after"."""
    oud = kantoor.lees(FAQ)

    def met(ruil: str) -> str:
        eerst, _, nieuw = ruil.partition("=>")
        assert eerst in oud
        return oud.replace(eerst, nieuw)

    een = kantoor.concept(kantoor.schrijver, FAQ, met(mijn), "Van mij")
    nu = kantoor.plaats.lees(FAQ)
    assert nu is not None
    kantoor.plaats.geef_uit({FAQ: met(hun)}, gezien={FAQ: nu.id}, auteur="Kim", reden="Van hen")
    return een


def test_wijzigingen_die_elkaar_niet_raken_staan_al_bij_elkaar(
    kantoor: Kantoor, keurmeester: Keurmeester
) -> None:
    een = botsen(
        kantoor, "  - hulp met huur\n=>  - hulp bij de huur\n", "eigenaar: Team Inkomen=>eigenaar: Team Wonen"
    )
    gezien = blad(kantoor.schrijver, bekijk(een))
    assert "Iemand anders veranderde dezelfde tekst" in gezien
    assert keurmeester.keren == 0, "not what will be published"
    doel = f"/redactie/concept/{een.id}/botsing"
    assert "Kim veranderde deze tekst ook" in blad(kantoor.schrijver, doel)
    assert kantoor.schrijver.druk(doel, doel).status_code == 303, "the first form: mine"
    na = kantoor.concepten.lees(een.id)
    assert na.tekst is not None
    assert "hulp bij de huur" in na.tekst
    assert "Team Wonen" in na.tekst


def test_waar_allebei_schreven_kiest_de_schrijver(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    kop = "titel: Kan ik huurtoeslag krijgen?"
    een = botsen(kantoor, f"{kop}=>titel: Krijg ik huurtoeslag?", f"{kop}=>titel: Huurtoeslag krijgen?")
    doel = f"/redactie/concept/{een.id}/botsing"
    gezien = blad(kantoor.schrijver, doel)
    for tekst in (kop, "titel: Krijg ik huurtoeslag?", "titel: Huurtoeslag krijgen?", "Plek 1 van 1"):
        assert tekst in gezien
    # Once more changed while the writer was choosing: what was typed is not lost.
    velden = {"stuk_0": "titel: Van ons beiden?"}
    oud = kantoor.plaats.lees(FAQ)
    assert oud is not None
    gezien_id = re.search(r'name="gezien" value="(\w+)"', gezien)
    assert gezien_id is not None
    kantoor.plaats.geef_uit(
        {FAQ: oud.tekst + "\nEn nog iets.\n"}, gezien={FAQ: oud.id}, auteur="Kim", reden="Nog eens"
    )
    antwoord = kantoor.schrijver.doe(
        doel, versie=str(een.versie), gezien=gezien_id[1], keuze="samen", **velden
    )
    assert antwoord.status_code == 409
    assert "titel: Van ons beiden?" in antwoord.text
    assert kantoor.concepten.lees(een.id).tekst == een.tekst
    assert kantoor.schrijver.druk(doel, doel, **velden).status_code == 303
    na = kantoor.concepten.lees(een.id)
    assert na.tekst is not None
    assert na.tekst.count("titel:") == 1
    assert "titel: Van ons beiden?" in na.tekst
    assert "En nog iets." in na.tekst
    assert kantoor.concepten.botst(na) is None


@pytest.mark.parametrize(("keuze", "titel"), [("mijn", "Krijg ik"), ("hun", "Huurtoeslag krijgen")])
def test_of_een_van_de_twee(kantoor: Kantoor, keurmeester: Keurmeester, keuze: str, titel: str) -> None:
    kop = "titel: Kan ik huurtoeslag krijgen?"
    een = botsen(kantoor, f"{kop}=>titel: Krijg ik huurtoeslag?", f"{kop}=>titel: Huurtoeslag krijgen?")
    doel = f"/redactie/concept/{een.id}/botsing"
    assert kantoor.schrijver.druk(doel, doel, keuze=keuze).status_code == 303
    na = kantoor.concepten.lees(een.id)
    assert lees(na.tekst or "").titel.startswith(titel)


def test_alleen_de_schrijver_kiest(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    kop = "titel: Kan ik huurtoeslag krijgen?"
    een = botsen(kantoor, f"{kop}=>titel: Krijg ik huurtoeslag?", f"{kop}=>titel: Huurtoeslag krijgen?")
    een = kantoor.concepten.leg_voor(kantoor.schrijver.wie, een.id, een.versie)
    gezien = blad(kantoor.publicist, bekijk(een))
    assert "/publiceren" not in gezien
    assert "/stuur-terug" in gezien
    doel = f"/redactie/concept/{een.id}/botsing"
    assert "moet kiezen" in blad(kantoor.publicist, doel)
    assert kantoor.publicist.doe(doel, versie=str(een.versie), gezien="", keuze="mijn").status_code == 403
    assert "Haal het concept eerst terug" in blad(kantoor.schrijver, doel)


def test_weg_gehaald_terwijl_iemand_schreef(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    een = concept(kantoor)
    nu = kantoor.plaats.lees(FAQ)
    assert nu is not None
    kantoor.plaats.geef_uit({FAQ: None}, gezien={FAQ: nu.id}, auteur="Kim", reden="Weg")
    doel = f"/redactie/concept/{een.id}/botsing"
    assert "Iemand anders haalde deze tekst weg" in blad(kantoor.schrijver, bekijk(een))
    assert kantoor.schrijver.druk(doel, doel).status_code == 303
    na = kantoor.concepten.lees(een.id)
    assert (na.basis, na.tekst) == (None, een.tekst)
    assert not kantoor.concepten.is_weg(na)


def test_terugdraaien_kan_niet_meer_na_een_latere_wijziging(
    kantoor: Kantoor, keurmeester: Keurmeester
) -> None:
    eerste = publiceer(kantoor, voorgelegd(kantoor))
    publiceer(kantoor, voorgelegd(kantoor, antwoord="Weer anders.\n"))
    gezien = blad(kantoor.publicist, eerste)
    assert "daarna nog een keer veranderd" in gezien
    assert f"{eerste}/terug" not in gezien
    assert kantoor.publicist.kijk(f"{eerste}/terug").status_code == 409
    assert kantoor.publicist.doe(f"{eerste}/terug").status_code == 409
    assert "Weer anders" in kantoor.lees(FAQ)


def test_terugdraaien_mag_niet_iedereen_en_niet_zonder_controle(
    kantoor: Kantoor, keurmeester: Keurmeester
) -> None:
    uitgave = publiceer(kantoor, voorgelegd(kantoor))
    gezien = blad(kantoor.schrijver, uitgave)
    assert "Een publicist of beheerder kan dit terugdraaien" in gezien
    assert "/terug" not in gezien
    assert kantoor.schrijver.doe(f"{uitgave}/terug").status_code == 403
    keurmeester.fouten = (Melding("fout", "taal", FAQ, "", "stuk"),)
    assert "Terugdraaien kan als de fouten weg zijn" in gekeurd(kantoor.publicist, f"{uitgave}/terug")
    assert kantoor.publicist.doe(f"{uitgave}/terug").status_code == 409
    assert "nieuw" in kantoor.lees(FAQ)


def test_de_geschiedenis(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    uitgave = publiceer(kantoor, voorgelegd(kantoor))
    for pad in ("/redactie/geschiedenis", f"/redactie/geschiedenis/{FAQ}"):
        gezien = blad(kantoor.schrijver, pad)
        assert uitgave in gezien
        assert "Duidelijker" in gezien
        assert "Het begin" in gezien
    assert uitgave not in blad(kantoor.schrijver, f"/redactie/geschiedenis/{ANDER}")
    begin = kantoor.plaats.geschiedenis()[-1]
    assert "Dit is het begin" in blad(kantoor.publicist, f"/redactie/uitgave/{begin.id}")
    for weg in ("/redactie/geschiedenis/controle.py", "/redactie/geschiedenis/../../etc/passwd",
                "/redactie/geschiedenis/faq/bestaat-niet.md", f"/redactie/uitgave/{'0' * 40}",
                "/redactie/uitgave/HEAD", "/redactie/concept/999/bekijk", "/redactie/concept/x/bekijk"):  # fmt: skip
        assert kantoor.schrijver.kijk(weg).status_code == 404, weg


def test_met_de_hand_veranderd(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    (kantoor.map / FAQ).write_text(kantoor.lees(FAQ).replace("titel: Kan", "titel: Mag"), encoding="utf-8")
    gezien = blad(kantoor.schrijver, "/redactie/concepten")
    assert "Mag ik huurtoeslag krijgen?" in gezien
    assert "Een publicist of beheerder kan dit in de geschiedenis zetten" in gezien
    assert kantoor.schrijver.doe("/redactie/concepten/opnemen").status_code == 403
    antwoord = kantoor.publicist.druk("/redactie/concepten", "/redactie/concepten/opnemen")
    assert "staan nu in de geschiedenis" in blad(kantoor.publicist, antwoord.headers["location"])
    assert kantoor.plaats.buiten() == ()
    assert "Buiten de redactie veranderd" in blad(kantoor.schrijver, "/redactie/geschiedenis")
    assert kantoor.gebouw.soorten()[-1] == "inhoud_opgenomen"
    antwoord = kantoor.publicist.doe("/redactie/concepten/opnemen")
    assert antwoord.headers["location"].endswith("niets_opgenomen")


def test_de_controle_gaat_een_voor_een(kantoor: Kantoor, keurmeester: Keurmeester) -> None:
    keurmeester.mag.clear()
    een, twee = concept(kantoor), concept(kantoor, pad=ANDER)
    blad(kantoor.schrijver, bekijk(een))
    assert "Er is nog 1 controle voor u" in blad(kantoor.schrijver, bekijk(twee))
    twee = kantoor.concepten.bewaar(kantoor.schrijver.wie, twee.id, twee.versie, "anders\n", "x")
    assert "Er is nog 1 controle voor u" in blad(kantoor.schrijver, bekijk(twee)), (
        "of a draft only the newest"
    )
    keurmeester.mag.set()
    gekeurd(kantoor.schrijver, bekijk(twee))
    assert keurmeester.keren == 2


def test_wat_klaar_is_wordt_na_een_tijd_vergeten(
    maak_redactie: Callable[..., Kantoor], keurmeester: Keurmeester
) -> None:
    kantoor = maak_redactie(concept_dagen=5, opruimen_elke=0.05)
    een, open_ = voorgelegd(kantoor), concept(kantoor, pad=ANDER)
    publiceer(kantoor, een)
    kantoor.gebouw.later(days=5, seconds=1)
    tot = time.monotonic() + 20

    def kijk_steeds() -> None:
        while time.monotonic() < tot:
            kantoor.concepten.lees(een.id)

    with pytest.raises(ConceptWeg):
        kijk_steeds()
    assert kantoor.concepten.open_() == (open_,), "what is under way stays"


def test_de_balie_en_wie_niet_is_ingelogd(kantoor: Kantoor) -> None:
    for pad in ("/redactie/concepten", "/redactie/geschiedenis", "/redactie/concept/1/bekijk"):
        assert kantoor.gebouw.browser().kijk(pad).status_code == 303
    bea = kantoor.wie("bea", "balie")
    assert bea.kijk("/redactie/concepten").status_code == 403
    assert bea.doe("/redactie/concepten/opnemen").status_code == 403
