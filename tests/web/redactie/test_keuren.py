"""The gate: the real check on the real content, with one change in its place."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from web.redactie.bewaren.bewaarplaats import Bewaarplaats, begin
from web.redactie.kind import KeurenMislukt
from web.redactie.publiceren.keuren import Keuring, keur
from web.redactie.schrijven.faqvorm import lees, schrijf

CONTENT = Path(__file__).parents[3] / "content"
FAQ = "faq/huurtoeslag.md"


@pytest.fixture(scope="module")
def echt(tmp_path_factory: pytest.TempPathFactory) -> Bewaarplaats:
    """The content of the house in a folder of its own, away from the code."""
    return begin(tmp_path_factory.mktemp("redactie") / "inhoud", CONTENT)


def met(plaats: Bewaarplaats, **velden: object) -> Keuring:
    versie = plaats.lees(FAQ)
    assert versie is not None
    vorm = replace(lees(versie.tekst), **velden)  # type: ignore[arg-type]
    return keur(plaats.map, {FAQ: schrijf(versie.tekst, vorm)})


def test_content_that_stands_by_itself_is_good(echt: Bewaarplaats) -> None:
    keuring = keur(echt.map, {})
    assert keuring.fouten == ()
    assert keuring.goed


def test_what_may_not_be_said_is_found_with_its_place(echt: Bewaarplaats) -> None:
    lang = "Indien u van mening bent dat u in aanmerking komt voor huurtoeslag dient u zo spoedig mogelijk een aanvraag in te dienen bij Dienst Toeslagen."  # noqa: E501
    keuring = met(echt, antwoord=f"{lang} Het bedrag is 200 euro.")
    assert not keuring.goed
    assert {fout.bestand for fout in keuring.fouten} == {FAQ}
    regels = {fout.regel for fout in keuring.fouten}
    assert len(regels) >= 2, regels
    assert any("200" in fout.tekst or fout.regel == "bedrag" for fout in keuring.fouten)


def test_a_topic_that_danger_is_heard_by_cannot_go(echt: Bewaarplaats) -> None:
    (fout,) = keur(echt.map, {"faq/crisis.md": None}).fouten
    assert fout.bestand == "faq/crisis.md"


def test_the_folder_is_only_read_and_it_is_told_what_was_looked_at(echt: Bewaarplaats) -> None:
    keuring = keur(echt.map, {FAQ: "kapot"})
    assert echt.buiten() == ()
    assert keuring.stand == echt.stand({FAQ: "kapot"}) != echt.stand()


def test_a_check_that_breaks_is_no_yes(echt: Bewaarplaats, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(KeurenMislukt):
        keur(echt.map, {})
