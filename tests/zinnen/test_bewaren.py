"""Which turn gives a sentence, what is kept of it, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from actions.gesprek.bronnen import Bronnen
from actions.zinnen import bewaren
from actions.zinnen.tabellen import zin as t_zin
from tests.gesprek.praat import Praat
from tests.zinnen.conftest import AAN, UIT, VANDAAG

ZIN = "waar vraag ik een laadpaal aan"
TWIJFEL = (("faq_digid", 0.2), ("faq_aio", 0.15))
"""A ranking with which the chatbot offers topics, or nothing."""
NIETS = (("faq_digid", 0.05), ("faq_aio", 0.04))


def zinnen(bronnen: Bronnen, gemeente: str = AAN) -> list[str]:
    with bronnen.opslag.lees_naast() as verbinding:
        return [een.zin for een in bewaren.lees(verbinding, gemeente, bronnen.vandaag())]


def alles(bronnen: Bronnen) -> list[tuple[object, ...]]:
    with bronnen.opslag.lees_naast() as verbinding:
        return [tuple(rij) for rij in verbinding.execute(select(t_zin))]


@pytest.mark.parametrize("intenties", [TWIJFEL, NIETS])
def test_a_sentence_that_was_not_understood_is_kept_with_its_day(
    bronnen: Bronnen, intenties: tuple[tuple[str, float], ...]
) -> None:
    Praat(bronnen, AAN).zeg("Waar vraag ik een laadpaal aan?", intenties=intenties)
    [(id_, gemeente, dag, zin, weg)] = alles(bronnen)
    assert (gemeente, dag, zin, weg) == (AAN, VANDAAG, ZIN + "?", False)
    assert len(str(id_)) == 32


def test_nothing_is_kept_where_the_gemeente_did_not_ask_for_it(bronnen: Bronnen) -> None:
    assert not bronnen.inhoud.gemeente(UIT).zinnen_bewaren  # type: ignore[union-attr]
    Praat(bronnen, UIT).zeg(ZIN, intenties=NIETS)
    assert alles(bronnen) == []


@pytest.mark.parametrize(
    ("zin", "intenties"),
    [
        ("waar vraag ik een laadpaal aan", (("faq_digid", 0.9),)),  # understood
        ("waar vraag ik een laadpaal aan", (("buiten_bereik", 0.9),)),  # understood as not ours
        ("waar vraag ik een laadpaal aan", ()),  # no model: nothing was tried
        ("waar vraag ik een laadpaal aan", (*NIETS, ("faq_crisis", 0.05))),  # the model thinks of danger
        ("hoe kom ik van mijn leven af", NIETS),  # danger
        ("mijn moeder is overleden wat nu", NIETS),  # grief
        ("wat een belachelijk stom ding", NIETS),  # anger
        ("ik zit in de gevangenis", NIETS),  # tells of a person
        ("waar woont jan bakker", NIETS),  # a name
        ("waar vraag ik een laadpaal van duizend euro aan", NIETS),
        ("waar is iets", (("begroeting", 0.9),)),
    ],
)
def test_what_is_never_kept(bronnen: Bronnen, zin: str, intenties: tuple[tuple[str, float], ...]) -> None:
    Praat(bronnen, AAN).zeg(zin, intenties=intenties)
    assert alles(bronnen) == []


def test_not_when_it_came_another_way_or_as_a_click(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, AAN)
    praat.zeg(ZIN, intenties=NIETS, weg="nood")
    praat.zeg(ZIN, intenties=NIETS, letterlijk=True)
    praat.zeg("", intenties=NIETS, weg="direct", weigering="bsn")
    praat.klik("overzicht")
    assert alles(bronnen) == []


def test_while_a_question_is_open_only_a_question_of_ones_own(bronnen: Bronnen) -> None:
    """What answers our question tells something of a person, also when we could not read it."""
    praat = Praat(bronnen, AAN)
    praat.klik("start")
    assert praat.open is not None
    praat.zeg("zoals mijn vader vroeger altijd", intenties=NIETS)
    praat.zeg("ik wil dat niet zomaar zeggen", intenties=NIETS)
    assert praat.open is not None
    assert alles(bronnen) == []
    praat.zeg(ZIN, intenties=NIETS)
    assert zinnen(bronnen) == [ZIN]


def test_a_talk_gives_one_sentence_so_that_more_are_more_talks(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, AAN)
    praat.zeg(ZIN, intenties=NIETS)
    praat.zeg("waar kan ik een laadpaal aanvragen", intenties=NIETS)
    praat.klik("opnieuw")
    praat.zeg("hoe kom ik aan een nieuw rijbewijs", intenties=NIETS)
    assert zinnen(bronnen) == [ZIN]
    Praat(bronnen, AAN).zeg(ZIN, intenties=NIETS)
    assert zinnen(bronnen) == [ZIN, ZIN]


def test_nothing_leads_from_a_sentence_to_its_talk(bronnen: Bronnen, tmp_path: Path) -> None:
    praten = [Praat(bronnen, AAN) for _ in range(8)]
    for nr, praat in enumerate(praten):
        praat.zeg(ZIN + (" nu" if nr % 2 else ""), intenties=NIETS)
    with bronnen.opslag.lees_naast() as verbinding:
        kolommen = {een["name"] for een in inspect(verbinding).get_columns("zin")}
        # Not even the order in which they came: the table has no number of rows of its own.
        with pytest.raises(Exception, match="rowid"):
            verbinding.execute(text("select rowid from zin"))
    assert kolommen == {"id", "gemeente", "dag", "zin", "weg"}
    ids = [str(rij[0]) for rij in alles(bronnen)]
    assert not any(praat.id in str(rij) for praat in praten for rij in alles(bronnen))
    # And when the talks are gone the sentences hold nothing of them.
    for praat in praten:
        bronnen.opslag.wis(praat.id)
    assert [str(rij[0]) for rij in alles(bronnen)] == ids


def test_no_more_than_so_many_a_day(bronnen: Bronnen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bewaren, "_MEEST_PER_DAG", 2)
    for _ in range(4):
        Praat(bronnen, AAN).zeg(ZIN, intenties=NIETS)
    assert len(zinnen(bronnen)) == 2


def test_kept_for_28_days_at_most(bronnen: Bronnen) -> None:
    Praat(bronnen, AAN).zeg(ZIN, intenties=NIETS)

    def op(dagen: int) -> Bronnen:
        return replace(bronnen, vandaag=lambda: VANDAAG + timedelta(days=dagen))

    assert bewaren.ruim_op(op(27)) == 0
    assert zinnen(op(27)) == [ZIN]
    # From the 28th day on nobody sees it, and the next round of erasing takes it away.
    assert zinnen(op(28)) == []
    assert bewaren.ruim_op(op(28)) == 1
    assert alles(bronnen) == []


def test_when_it_is_erased_its_bytes_are_gone_too(bronnen: Bronnen, tmp_path: Path) -> None:
    praat = Praat(bronnen, AAN)
    praat.zeg(ZIN, intenties=NIETS)
    bronnen.opslag.wis(praat.id)  # the talk itself holds what was typed, too
    met_dag = replace(bronnen, vandaag=lambda: VANDAAG + timedelta(days=28))
    assert any(ZIN.encode() in een.read_bytes() for een in tmp_path.glob("talk.db*"))
    assert bewaren.ruim_op(met_dag) == 1
    assert not any(ZIN.encode() in een.read_bytes() for een in tmp_path.glob("talk.db*"))


def test_who_switches_it_off_has_nothing_left(bronnen: Bronnen) -> None:
    with bronnen.opslag.schrijf() as verbinding:
        bewaren.bewaar(verbinding, UIT, VANDAAG, ZIN)
        bewaren.bewaar(verbinding, AAN, VANDAAG, ZIN)
    assert bewaren.ruim_op(bronnen) == 1
    assert zinnen(bronnen, UIT) == []
    assert zinnen(bronnen) == [ZIN]


def test_an_editor_puts_away_only_what_is_of_the_own_gemeente(bronnen: Bronnen) -> None:
    with bronnen.opslag.schrijf() as verbinding:
        bewaren.bewaar(verbinding, AAN, VANDAAG, ZIN)
        [een] = bewaren.lees(verbinding, AAN, VANDAAG)
        bewaren.leg_weg(verbinding, UIT, {een.id})
        assert bewaren.lees(verbinding, AAN, VANDAAG) == (een,)
        bewaren.leg_weg(verbinding, AAN, {een.id})
        assert [z.weg for z in bewaren.lees(verbinding, AAN, date(2026, 11, 20))] == [True]


def test_residents_read_the_truth(bronnen: Bronnen) -> None:
    """Where it is on they read that, for how long, and that a sentence outlives the talk; where it is off nothing of it."""
    inhoud, dagen = bronnen.inhoud, f"{bewaren.BEWAREN.days} dagen"

    def leest(gemeente: str, id_: str) -> str:
        vervolg = inhoud.faq(id_).vervolg
        assert vervolg is not None
        delen = [inhoud.render(keuze.antwoord, gemeente=gemeente, datum=VANDAAG) for keuze in vervolg.keuzes]
        return "\n".join([inhoud.faq_antwoord(id_, gemeente, VANDAAG), *delen])

    aan, uit = leest(AAN, "privacy"), leest(UIT, "privacy")
    assert "Dan bewaar ik die zin soms, los van uw gesprek." in aan
    assert dagen in aan
    assert "Niets van dit gesprek." not in aan
    assert dagen in leest(AAN, "gegevens-wissen")
    assert "Niets van dit gesprek." in uit
    for id_ in ("privacy", "gegevens-wissen"):
        assert "begrijp ik" not in leest(UIT, id_).lower()
        assert dagen not in leest(UIT, id_)
    for tekst in ("widget.gewist", "zelfcheck.gewist_tekst"):
        assert "niets" not in inhoud.tekst(tekst, gemeente=AAN)
        assert "niets" in inhoud.tekst(tekst, gemeente=UIT)
