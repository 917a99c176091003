"""Drafts: written, looked at by somebody else, published once; nobody overwrites anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.opslag import verse_opslag
from tests.web.redactie.conftest import FAQ, TEKST
from web.redactie.bewaren.bewaarplaats import Bewaarplaats, Botsing, NietGekeurd, Uitgave
from web.redactie.bewaren.concepten import (
    Concept,
    Concepten,
    ConceptWeg,
    Geweigerd,
    Ingehaald,
    kenmerk,
    vergeet,
)
from web.redactie.rechten import Regels, mag_publiceren, mag_wijzigen
from web.toegang import spoor
from web.toegang.accounts import LOKAAL, Medewerker

_NR = count(1)
EIGEN = "faq/voorbeeldstad/huurtoeslag.md"


def persoon(naam: str, *rollen: str, gemeente: str = "voorbeeldstad") -> Medewerker:
    toen = datetime(2026, 1, 1, tzinfo=UTC)
    return Medewerker(
        id=next(_NR),
        bron=LOKAAL,
        login=naam.lower(),
        naam=naam,
        gemeente=gemeente,
        rollen=frozenset(rollen),
        geblokkeerd=False,
        gemaakt=toen,
        laatst_aangemeld=None,
        ingesteld=True,
    )


NOOR = persoon("Noor", "schrijver")
SAM = persoon("Sam", "publicist")
BAAS = persoon("Baas", "beheerder")
BALIE = persoon("Bo", "balie")
ELDERS = persoon("Els", "beheerder", gemeente="elders")


@dataclass
class Klok:
    nu: datetime = datetime(2026, 11, 23, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.nu


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def maak(plaats: Bewaarplaats, tmp_path: Path, klok: Klok) -> Iterator[Callable[..., Concepten]]:
    opslag = verse_opslag(tmp_path / "rechtop.db", klok)
    yield lambda **regels: Concepten(opslag, plaats, klok, Regels(**regels))
    opslag.sluit()


@pytest.fixture
def concepten(maak: Callable[..., Concepten]) -> Concepten:
    return maak()


def schrijf(concepten: Concepten, wie: Medewerker = NOOR, pad: str = FAQ, tekst: str = "nieuw\n") -> Concept:
    een = concepten.begin(wie, pad)
    return concepten.bewaar(wie, een.id, een.versie, tekst, "Duidelijker")


def leg_voor(concepten: Concepten, wie: Medewerker = NOOR, pad: str = FAQ, tekst: str = "nieuw\n") -> Concept:
    een = schrijf(concepten, wie, pad, tekst)
    return concepten.leg_voor(wie, een.id, een.versie)


def geef_uit(concepten: Concepten, wie: Medewerker, een: Concept) -> tuple[Concept, Uitgave]:
    """Published, as if what is on disk now was found good with this draft in it."""
    goed = concepten._plaats.stand({een.pad: een.tekst})
    return concepten.geef_uit(wie, een.id, een.versie, goed=goed)


def test_from_draft_to_residents(concepten: Concepten, plaats: Bewaarplaats) -> None:
    een = leg_voor(concepten)
    assert (plaats.map / FAQ).read_text() == "huurtoeslag\n", "nothing is live before it is published"
    klaar, uitgave = geef_uit(concepten, SAM, een)
    assert (plaats.map / FAQ).read_text() == "nieuw\n"
    assert (uitgave.auteur, uitgave.reden, uitgave.paden) == ("Noor", "Duidelijker", (FAQ,))
    assert (klaar.stand, klaar.uitgave, klaar.beoordelaar_naam) == ("gepubliceerd", uitgave.id, "Sam")
    assert concepten.open_() == ()


def test_a_draft_begins_with_what_holds_and_is_found_again(concepten: Concepten) -> None:
    een = concepten.begin(NOOR, FAQ)
    assert (een.tekst, een.stand) == ("huurtoeslag\n", "concept")
    concepten.bewaar(NOOR, een.id, een.versie, "half", "")
    assert concepten.begin(NOOR, FAQ).tekst == "half\n"
    assert concepten.begin(SAM, FAQ).tekst == "huurtoeslag\n", "another writer has a draft of their own"
    assert [c.auteur_naam for c in concepten.open_(FAQ)] == ["Noor", "Sam"]
    assert concepten.open_(TEKST) == ()


def test_nobody_publishes_their_own_draft(concepten: Concepten) -> None:
    een = leg_voor(concepten, SAM)
    with pytest.raises(Geweigerd, match="vier_ogen"):
        geef_uit(concepten, SAM, een)
    assert geef_uit(concepten, BAAS, een)[0].stand == "gepubliceerd"


def test_a_house_with_one_editor_may_do_without(maak: Callable[..., Concepten]) -> None:
    alleen = maak(vier_ogen=False)
    een = schrijf(alleen, SAM)
    assert geef_uit(alleen, SAM, een)[0].stand == "gepubliceerd"
    ander = schrijf(alleen, NOOR, tekst="anders\n")
    with pytest.raises(Geweigerd, match="recht"):
        geef_uit(alleen, NOOR, ander)


@pytest.mark.parametrize(
    ("wie", "pad", "mag"),
    [
        (NOOR, FAQ, True),
        (NOOR, EIGEN, True),
        (NOOR, "gemeenten/voorbeeldstad.yml", False),
        (SAM, "parameters/huurtoeslag.yml", False),
        (BAAS, "gemeenten/voorbeeldstad.yml", True),
        (BAAS, "gemeenten/elders.yml", False),
        (BAAS, "regios/provincie.yml", True),
        (ELDERS, EIGEN, False),
        (ELDERS, FAQ, True),
        (BALIE, FAQ, False),
    ],
)
def test_who_may_change_what(concepten: Concepten, wie: Medewerker, pad: str, mag: bool) -> None:
    assert mag_wijzigen(wie, pad) is mag
    if not mag:
        with pytest.raises(Geweigerd, match="recht"):
            concepten.begin(wie, pad)
    assert mag_publiceren(wie, pad, 0, Regels()) is (mag and wie not in (NOOR, BALIE))


def test_nobody_publishes_what_was_not_shown_for_it(concepten: Concepten) -> None:
    een = schrijf(concepten)
    with pytest.raises(Geweigerd, match="stand"):
        geef_uit(concepten, SAM, een)


def test_what_waits_for_a_look_is_not_changed_meanwhile(concepten: Concepten) -> None:
    een = leg_voor(concepten)
    with pytest.raises(Geweigerd, match="stand"):
        concepten.bewaar(NOOR, een.id, een.versie, "stiekem\n", "x")
    assert concepten.begin(NOOR, FAQ).id != een.id


def test_sent_back_with_the_reason_and_shown_again(concepten: Concepten) -> None:
    een = leg_voor(concepten)
    with pytest.raises(Geweigerd, match="geen_reden"):
        concepten.stuur_terug(SAM, een.id, een.versie, " ")
    with pytest.raises(Geweigerd, match="recht"):
        concepten.stuur_terug(NOOR, een.id, een.versie, "x")
    terug = concepten.stuur_terug(SAM, een.id, een.versie, "Te lang")
    assert (terug.stand, terug.opmerking, terug.beoordelaar_naam) == ("teruggestuurd", "Te lang", "Sam")
    beter = concepten.bewaar(NOOR, terug.id, terug.versie, "korter\n", "Korter")
    assert beter.opmerking == "Te lang", "the writer can still read why"
    weer = concepten.leg_voor(NOOR, beter.id, beter.versie)
    assert weer.opmerking is None
    assert geef_uit(concepten, SAM, weer)[0].stand == "gepubliceerd"


def test_a_draft_needs_a_reason_and_a_difference(concepten: Concepten) -> None:
    een = concepten.begin(NOOR, FAQ)
    with pytest.raises(Geweigerd, match="geen_reden"):
        concepten.leg_voor(NOOR, een.id, een.versie)
    een = concepten.bewaar(NOOR, een.id, een.versie, "huurtoeslag  \r\n\r\n", "Niets")
    assert een.tekst == "huurtoeslag\n"
    with pytest.raises(Geweigerd, match="ongewijzigd"):
        concepten.leg_voor(NOOR, een.id, een.versie)


def test_two_screens_of_one_writer(concepten: Concepten) -> None:
    een = concepten.begin(NOOR, FAQ)
    concepten.bewaar(NOOR, een.id, een.versie, "scherm een\n", "x")
    with pytest.raises(Ingehaald) as fout:
        concepten.bewaar(NOOR, een.id, een.versie, "scherm twee\n", "x")
    assert fout.value.nu.tekst == "scherm een\n"


def test_the_second_to_publish_sees_both_and_chooses(concepten: Concepten, plaats: Bewaarplaats) -> None:
    van_noor, van_sam = leg_voor(concepten, NOOR), leg_voor(concepten, SAM, tekst="van Sam\n")
    geef_uit(concepten, BAAS, van_noor)
    with pytest.raises(Botsing):
        geef_uit(concepten, BAAS, van_sam)
    na = concepten.lees(van_sam.id)
    assert (na.stand, na.tekst) == ("ter_beoordeling", "van Sam\n"), "nothing is lost"
    terug = concepten.stuur_terug(BAAS, na.id, na.versie, "Noor was eerst")
    hunne = concepten.botst(terug)
    assert hunne is not None
    assert hunne.tekst == "nieuw\n"
    with pytest.raises(Botsing):
        concepten.kies(SAM, terug.id, terug.versie, "0" * 40, "van beiden\n")
    gekozen = concepten.kies(SAM, terug.id, terug.versie, hunne.id, "van beiden\n")
    assert concepten.botst(gekozen) is None
    weer = concepten.leg_voor(SAM, gekozen.id, gekozen.versie)
    geef_uit(concepten, BAAS, weer)
    assert (plaats.map / FAQ).read_text() == "van beiden\n"
    assert [u.auteur for u in plaats.geschiedenis(FAQ)] == ["Sam", "Noor", "Rechtop"]


def test_killed_after_the_commit_it_is_published_once(
    concepten: Concepten, plaats: Bewaarplaats, monkeypatch: pytest.MonkeyPatch
) -> None:
    een = leg_voor(concepten)

    class Dood(BaseException):
        pass

    echt = Bewaarplaats.geef_uit

    def en_dan_dood(*args: object, **kwargs: object) -> None:
        echt(*args, **kwargs)  # type: ignore[arg-type]
        raise Dood

    with monkeypatch.context() as even:
        even.setattr(Bewaarplaats, "geef_uit", en_dan_dood)
        with pytest.raises(Dood):
            geef_uit(concepten, SAM, een)
    weer = concepten.lees(een.id)
    klaar, uitgave = geef_uit(concepten, SAM, weer)
    assert klaar.stand == "gepubliceerd"
    assert plaats.geschiedenis(FAQ)[0].id == uitgave.id
    assert len(plaats.geschiedenis(FAQ)) == 2


def test_a_new_topic_and_one_that_goes(concepten: Concepten, plaats: Bewaarplaats) -> None:
    nieuw = leg_voor(concepten, pad="faq/nieuw.md", tekst="nieuw\n")
    geef_uit(concepten, SAM, nieuw)
    weg = concepten.begin(NOOR, "faq/nieuw.md")
    weg = concepten.bewaar(NOOR, weg.id, weg.versie, None, "Niemand vraagt dit")
    weg = concepten.leg_voor(NOOR, weg.id, weg.versie)
    geef_uit(concepten, SAM, weg)
    assert plaats.lees("faq/nieuw.md") is None


def test_only_what_was_found_good_is_published(concepten: Concepten, plaats: Bewaarplaats) -> None:
    een = leg_voor(concepten)
    goed = plaats.stand({een.pad: een.tekst})
    (plaats.map / TEKST).write_text("ja: Jazeker\n")  # any file: one can break another
    with pytest.raises(NietGekeurd):
        concepten.geef_uit(SAM, een.id, een.versie, goed=goed)
    weer = concepten.lees(een.id)
    with pytest.raises(NietGekeurd):
        concepten.geef_uit(SAM, weer.id, weer.versie, goed=plaats.stand({een.pad: "nieuw!\n"}))
    assert (plaats.map / FAQ).read_text() == "huurtoeslag\n"
    assert len(plaats.geschiedenis()) == 1
    assert geef_uit(concepten, SAM, concepten.lees(een.id))[0].stand == "gepubliceerd"


def test_the_writer_takes_it_back_to_write_on(concepten: Concepten) -> None:
    een = leg_voor(concepten)
    with pytest.raises(Geweigerd, match="recht"):
        concepten.haal_terug(SAM, een.id, een.versie)
    weer = concepten.haal_terug(NOOR, een.id, een.versie)
    assert (weer.stand, weer.tekst) == ("concept", een.tekst)
    with pytest.raises(Geweigerd, match="stand"):
        concepten.haal_terug(NOOR, weer.id, weer.versie)


def test_what_somebody_began_with_is_kept_also_when_nobody_published_it(
    concepten: Concepten, plaats: Bewaarplaats
) -> None:
    (plaats.map / FAQ).write_text("met de hand\n")
    een = concepten.begin(NOOR, FAQ)
    (plaats.map / FAQ).write_text("en nog eens\n")
    assert een.basis is not None
    basis = plaats.met_id(FAQ, een.basis)
    assert basis is not None
    assert basis.tekst == "met de hand\n"
    assert plaats.met_id(FAQ, "0" * 40) is None


def test_taken_away_while_somebody_wrote(concepten: Concepten, plaats: Bewaarplaats) -> None:
    een = schrijf(concepten)
    assert not concepten.is_weg(een)
    (plaats.map / FAQ).unlink()
    assert concepten.is_weg(een)
    assert concepten.botst(een) is None


def test_every_step_is_in_the_trail(concepten: Concepten) -> None:
    een = leg_voor(concepten)
    een = concepten.stuur_terug(SAM, een.id, een.versie, "Te lang")
    een = concepten.leg_voor(NOOR, een.id, een.versie)
    geef_uit(concepten, SAM, een)
    weg = schrijf(concepten, NOOR, TEKST)
    concepten.trek_in(NOOR, weg.id, weg.versie)
    with concepten._opslag.lees_naast() as verbinding:
        regels = list(reversed(spoor.lees(verbinding, "voorbeeldstad")))
    assert [(r.soort, r.wie) for r in regels if r.kenmerk == kenmerk(een.id)] == [
        ("concept_begonnen", "noor"),
        ("concept_voorgelegd", "noor"),
        ("concept_teruggestuurd", "sam"),
        ("concept_voorgelegd", "noor"),
        ("concept_gepubliceerd", "sam"),
    ]
    assert [r.soort for r in regels if r.kenmerk == kenmerk(weg.id)] == [
        "concept_begonnen",
        "concept_ingetrokken",
    ]


def test_thrown_away_by_the_writer_or_a_manager(concepten: Concepten) -> None:
    een = schrijf(concepten)
    with pytest.raises(Geweigerd, match="recht"):
        concepten.trek_in(SAM, een.id, een.versie)
    weg = concepten.trek_in(BAAS, een.id, een.versie)
    assert (weg.stand, weg.tekst) == ("ingetrokken", None)
    with pytest.raises(Geweigerd, match="stand"):
        concepten.trek_in(NOOR, weg.id, weg.versie)


def test_done_drafts_are_erased_after_a_while(concepten: Concepten, klok: Klok) -> None:
    klaar, blijft = leg_voor(concepten), schrijf(concepten, SAM)
    geef_uit(concepten, BAAS, klaar)
    opslag = concepten._opslag
    assert vergeet(opslag, klok.nu) == 0
    assert vergeet(opslag, klok.nu + timedelta(days=1)) == 1
    with pytest.raises(ConceptWeg):
        concepten.lees(klaar.id)
    assert concepten.lees(blijft.id) == blijft
