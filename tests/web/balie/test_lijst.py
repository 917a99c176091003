"""The list: who waits longest on top, what is late in words, and nothing of what a resident wrote."""

from __future__ import annotations

import re

from tests.web.balie.conftest import INHOUD, Loket
from tests.web.toegang.conftest import Browser


def _nummers(browser: Browser, pad: str = "/balie") -> list[str]:
    return re.findall(r'<a href="/balie/(\d{10})"', browser.kijk(pad).text)


def test_nobody_waits(loket: Loket) -> None:
    blad = loket.wie().kijk("/balie").text
    assert "Er wacht nu niemand" in blad
    assert "Alles is gedaan" in blad
    assert "Niet bezorgd" not in blad


def test_the_longest_first_and_no_content(loket: Loket) -> None:
    loket.vraag("1000000002")
    loket.kantoor.later(hours=2)
    loket.vraag("1000000001")
    browser = loket.wie()
    blad = browser.kijk("/balie").text
    assert _nummers(browser) == ["1000000002", "1000000001"]
    assert "Er wachten 2 vragen" in blad
    assert "In de ochtend" in blad
    assert "<dd>2 uur</dd>" in blad
    assert "vandaag om 13.00 uur" in blad
    assert "vrijdag 18 december" in blad
    for woord in INHOUD:
        assert woord not in blad
    assert loket.spoor("1000000001") == []


def test_only_the_own_gemeente(loket: Loket) -> None:
    loket.vraag("1000000001")
    loket.vraag("1000000002", "anderstad")
    assert _nummers(loket.wie()) == ["1000000001"]
    assert _nummers(loket.wie("a.ans", gemeente="anderstad")) == ["1000000002"]


def test_what_is_late_says_so_in_words(loket: Loket) -> None:
    """Voorbeeldstad promises two days: what came on a Friday is late on the Wednesday after."""
    loket.vraag()
    loket.kantoor.later(days=4)
    assert "Te laat" not in loket.wie().kijk("/balie").text
    loket.kantoor.later(days=1)
    blad = loket.wie("n.later").kijk("/balie").text
    assert "Te laat: u had al moeten bellen" in blad
    assert "Daarvan is 1 te laat" in blad


def test_what_is_nearly_erased_says_so(loket: Loket) -> None:
    loket.vraag()
    loket.kantoor.later(days=24)
    assert "wissen wij de vraag" not in loket.wie().kijk("/balie").text
    loket.kantoor.later(days=1)
    blad = loket.wie("n.later").kijk("/balie").text
    assert "Over 3 dagen wissen wij de vraag: vrijdag 18 december" in blad


def test_fifty_on_a_page(loket: Loket) -> None:
    for nr in range(52):
        loket.vraag(f"10000000{nr:02}")
    browser = loket.wie()
    assert len(_nummers(browser)) == 50
    assert 'href="/balie?blad=2"' in browser.kijk("/balie").text
    assert _nummers(browser, "/balie?blad=2") == ["1000000050", "1000000051"]
    assert "Bladzijde 2 van 2" in browser.kijk("/balie?blad=99").text
    for raar in ("x", "-1", "0", "9" * 30, "²"):
        assert len(_nummers(browser, f"/balie?blad={raar}")) == 50


def test_handled_ones_have_a_list_of_their_own(loket: Loket) -> None:
    loket.vraag("1000000001")
    loket.vraag("1000000002")
    browser = loket.wie()
    loket.doe(browser, "1000000001", "afgehandeld")
    assert _nummers(browser) == ["1000000002"]
    assert _nummers(browser, "/balie?toon=afgehandeld") == ["1000000001"]
    blad = browser.kijk("/balie?toon=afgehandeld").text
    assert "Afgehandeld door Proef n.noor, vandaag om" in blad
    assert "Wij wissen de vraag op" in blad


def test_others_see_who_took_it_and_who_looks(loket: Loket) -> None:
    loket.vraag()
    noor, ans = loket.wie(), loket.wie("a.ans")
    noor.kijk("/balie/1000000001")
    assert "Proef n.noor bekeek deze vraag vandaag om" in ans.kijk("/balie").text
    assert "bekeek deze vraag" not in noor.kijk("/balie").text
    loket.doe(noor, "1000000001", "neem")
    assert "In behandeling bij Proef n.noor, sinds vandaag om" in ans.kijk("/balie").text
    assert "U belt deze inwoner" in noor.kijk("/balie").text
    loket.doe(noor, "1000000001", "terug")
    loket.kantoor.later(minutes=16)
    assert "Proef n.noor" not in ans.kijk("/balie").text


def test_what_could_not_be_delivered(loket: Loket) -> None:
    loket.vraag("1000000003", kanaal="e-mail")
    browser = loket.wie()
    assert "langer dan een uur" not in browser.kijk("/balie").text
    loket.kantoor.later(hours=2)
    browser = loket.wie("n.later")
    assert "Er is 1 vraag al langer dan een uur onderweg" in browser.kijk("/balie").text
    loket.kantoor.later(hours=71)
    loket.bezorg()
    browser, ander = loket.wie("n.nog"), loket.wie("a.ans", gemeente="anderstad")
    blad = browser.kijk("/balie").text
    assert "Vraag 1000000003" in blad
    assert "via e-mail" in blad
    assert "Er klopt iets niet in de instellingen" in blad
    assert "onderweg" not in blad
    assert "Niet bezorgd" not in ander.kijk("/balie").text
    bewijs = browser.bewijs("/balie")
    assert ander.stuur("/balie/1000000003/gezien", bewijs=ander.bewijs("/account")).status_code == 404
    assert "Vraag 1000000003" in browser.kijk("/balie").text
    for _ in range(2):
        assert browser.stuur("/balie/1000000003/gezien", bewijs=bewijs).status_code == 303
    assert "Niet bezorgd" not in browser.kijk("/balie").text
    assert loket.spoor("1000000003") == [("melding_weggelegd", "n.nog")]
