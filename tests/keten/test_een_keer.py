"""Every message counts once, one at a time, and only under the question it was typed under."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from ops.huis import Huis
from tests.keten.hulp import wegen_van
from tests.keten.klant import Klant

Nieuw = Callable[[], Klant]


def tegelijk(klant: Klant, *lichamen: dict[str, Any]) -> list[httpx.Response]:
    with ThreadPoolExecutor(len(lichamen)) as pool:
        return list(pool.map(lambda lichaam: klant.stuur(**lichaam), lichamen))


def test_the_same_message_twice_at_once_and_again_later(huis: Huis, gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start")
    bericht = {"id": str(uuid.uuid4()), "tekst": "34", "gezien": klant.gezien}
    antwoorden = tegelijk(klant, bericht, bericht, bericht)
    klant.laatste = antwoorden[0].json()
    assert klant.open == ("partner", None)
    klant.zeg("nee")
    antwoorden.append(klant.stuur(**bericht))
    assert {antwoord.status_code for antwoord in antwoorden} == {200}
    assert [antwoord.json() for antwoord in antwoorden] == [antwoorden[0].json()] * 4
    assert wegen_van(huis, klant.token) == ["rasa"] * 3
    assert [b["tekst"] for b in klant.stand()["berichten"] if b["van"] == "u"][1:] == ["34", "nee"]
    assert klant.stand()["voortgang"]["beantwoord"] == 2
    assert klant.stand()["open_vraag"]["vraag"] == "inkomen_soort"


def test_an_id_counts_per_talk(gesprek: Nieuw) -> None:
    id_ = str(uuid.uuid4())
    een, ander = gesprek(), gesprek()
    for klant in (een, ander):
        klant.klik("start")
    assert een.stuur(id=id_, tekst="34").status_code == 200
    assert ander.stuur(id=id_, tekst="35").status_code == 200
    assert een.feiten() == {"leeftijd": 34}
    assert ander.feiten() == {"leeftijd": 35}


def test_different_messages_at_once_are_taken_one_by_one(huis: Huis, gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start")
    antwoorden = tegelijk(klant, *({"tekst": "34"} for _ in range(6)))
    assert [antwoord.status_code for antwoord in antwoorden] == [200] * 6
    # One of them was the answer; the others came under the next question, where 34 answers nothing.
    beantwoord = sorted(antwoord.json()["voortgang"]["beantwoord"] for antwoord in antwoorden)
    assert beantwoord == [1] * 6
    assert wegen_van(huis, klant.token) == ["rasa"] * 7
    assert klant.feiten() == {"leeftijd": 34}
    ids = [b["id"] for antwoord in antwoorden for b in antwoord.json()["berichten"]]
    assert len(set(ids)) == len(ids)


def test_text_under_a_question_not_seen_is_not_read(gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start")
    gezien = klant.gezien
    antwoorden = tegelijk(klant, *({"tekst": "2", "gezien": gezien} for _ in range(2)))
    # Two years old, but never also two children or anything else.
    assert klant.feiten() == {"leeftijd": 2}
    teksten = [" ".join(b["tekst"] for b in antwoord.json()["berichten"]) for antwoord in antwoorden]
    assert sum("andere vraag" in tekst for tekst in teksten) == 1


def test_an_old_button_answers_no_other_question(gesprek: Nieuw) -> None:
    klant = gesprek()
    klant.klik("start")
    klant.zeg("34")
    ja = next(k["id"] for k in klant.berichten[-1]["keuzes"] if k["label"] == "Ja")
    klant.zeg("nee")
    klant.klik(ja)
    assert "eerdere vraag" in klant.tekst
    assert klant.open == ("inkomen_soort", None)
    assert klant.feiten()["partner"] is False
