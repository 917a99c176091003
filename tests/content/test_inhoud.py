"""Looking up and rendering texts, and rereading them while the house runs."""

from __future__ import annotations

import logging
import shutil
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from actions.contract import InvoerType as ContractInvoer
from content.fouten import InhoudFout
from content.inhoud import Inhoud
from content.parameters import Parameters
from content.schema import InvoerType


class Klok:
    def __init__(self) -> None:
        self.nu = 100.0

    def __call__(self) -> float:
        return self.nu


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def inhoud(map_: Path, parameters: Parameters, klok: Klok) -> Inhoud:
    return Inhoud(map_, parameters, klok=klok)


def test_kinds_of_answer_are_those_of_the_contract() -> None:
    assert get_args(InvoerType) == get_args(ContractInvoer)


def test_texts_are_found_by_group_and_name(inhoud: Inhoud) -> None:
    assert inhoud.tekst("begin.hallo", naam="buur") == "Dag buur."
    assert inhoud.tekst("begin.keuze.verder") == "Verder"
    with pytest.raises(InhoudFout, match=r"teksten:begin.weg: deze tekst bestaat niet"):
        inhoud.tekst("begin.weg")


def test_a_value_that_is_missing_is_named_with_the_file(inhoud: Inhoud) -> None:
    with pytest.raises(InhoudFout, match=r"teksten/begin.yml:begin.hallo: 'naam' is undefined"):
        inhoud.tekst("begin.hallo")


def test_a_value_is_never_read_as_a_template(inhoud: Inhoud) -> None:
    assert inhoud.tekst("begin.hallo", naam="{{ 1 + 1 }} <b>") == "Dag {{ 1 + 1 }} <b>."


def test_question(inhoud: Inhoud) -> None:
    vraag = inhoud.vraag("partner")
    assert vraag.id == "partner"
    assert [(k.waarde, k.label) for k in vraag.keuzes] == [(True, "Ja"), (False, "Nee")]
    assert vraag.weergave is not None
    assert inhoud.render(vraag.weergave, waarde=False) == "nee"


def test_own_words_of_a_scheme_win_over_shared_ones(inhoud: Inhoud) -> None:
    uitkomst = inhoud.uitkomst("zorgtoeslag")
    assert uitkomst.redenen["voldoet"] == "U krijgt waarschijnlijk zorgtoeslag."
    assert inhoud.render(uitkomst.redenen["te_jong"], grens=18) == "U bent nog geen 18 jaar."
    assert list(inhoud.uitkomsten()) == ["zorgtoeslag"]


def test_faq_answer_holds_the_amount_and_its_own_year(inhoud: Inhoud) -> None:
    assert inhoud.faq_antwoord("zorgtoeslag", None, date(2026, 11, 20)) == "De premie is 2.119 euro in 2026."
    # The amount of 2027 is not known yet: the last one, with its year.
    assert (
        inhoud.faq_antwoord("zorgtoeslag", "proefstad", date(2027, 7, 1))
        == "De premie is 2.119 euro in 2026."
    )
    for te_ver in (date(2025, 12, 31), date(2028, 1, 2)):
        with pytest.raises(InhoudFout, match=r"faq/zorgtoeslag.md:antwoord: .*niet bekend"):
            inhoud.faq_antwoord("zorgtoeslag", None, te_ver)


def test_gemeente(inhoud: Inhoud) -> None:
    gemeente = inhoud.gemeente("proefstad")
    assert gemeente is not None
    assert gemeente.contact.telefoon == "14 0000"
    assert inhoud.gemeente("elders") is None
    assert inhoud.render("Bel {{ gemeente.naam }}.", gemeente="proefstad") == "Bel Proefstad."
    assert inhoud.render("{% if gemeente %}x{% else %}geen{% endif %}") == "geen"


def test_an_edit_is_live_within_a_second(inhoud: Inhoud, map_: Path, klok: Klok) -> None:
    pad = map_ / "teksten/begin.yml"
    pad.write_text("hallo: Goedemorgen {{ naam }}.\n", encoding="utf-8")
    klok.nu += 0.5
    assert inhoud.tekst("begin.hallo", naam="u") == "Dag u."
    klok.nu += 0.6
    assert inhoud.tekst("begin.hallo", naam="u") == "Goedemorgen u."
    (map_ / "teksten/nieuw.yml").write_text("a: Nieuw.\n", encoding="utf-8")
    pad.unlink()
    klok.nu += 1.1
    assert inhoud.tekst("nieuw.a") == "Nieuw."
    with pytest.raises(InhoudFout):
        inhoud.tekst("begin.hallo", naam="u")


def test_an_edit_of_shared_words_reaches_every_scheme(inhoud: Inhoud, map_: Path, klok: Klok) -> None:
    (map_ / "uitkomsten/_gemeenschappelijk.yml").write_text(
        "redenen: {te_jong: Te jong.}\n", encoding="utf-8"
    )
    klok.nu += 2
    assert inhoud.uitkomst("zorgtoeslag").redenen["te_jong"] == "Te jong."


@pytest.mark.parametrize("kapot", ["vraag: [", "vraag: x\n", "{{ kapot", "vraag: '{{ x'\n"])
def test_a_broken_edit_keeps_the_last_good_version(
    inhoud: Inhoud, map_: Path, klok: Klok, caplog: pytest.LogCaptureFixture, kapot: str
) -> None:
    pad = map_ / "vragen/partner.yml"
    pad.write_text(kapot, encoding="utf-8")
    klok.nu += 2
    with caplog.at_level(logging.ERROR):
        assert inhoud.vraag("partner").vraag == "Hebt u een partner?"
    assert "vragen/partner.yml" in caplog.text
    # Said once, not at every look; and mended is live again.
    caplog.clear()
    klok.nu += 2
    assert inhoud.vraag("partner").label == "Partner"
    assert caplog.text == ""


def test_a_new_broken_file_does_not_disturb_the_others(inhoud: Inhoud, map_: Path, klok: Klok) -> None:
    (map_ / "vragen/kinderen.yml").write_text("vraag: [", encoding="utf-8")
    klok.nu += 2
    assert list(inhoud.vragen()) == ["partner"]


def _eigen_antwoord(map_: Path, slug: str, id: str, extra: str = "") -> None:
    pad = map_ / "faq" / slug / f"{id}.md"
    pad.parent.mkdir(exist_ok=True)
    pad.write_text(
        f"---\ntitel: Bij ons\neigenaar: Balie\nnagekeken: 2026-11-20\n{extra}"
        'bronnen: [{naam: Eigen regels, url: "https://proefstad.example/"}]\n---\nBij {{ gemeente.naam }} is het anders.\n'
    )


def test_a_gemeente_can_answer_a_topic_otherwise_and_have_topics_of_its_own(
    map_: Path, parameters: Parameters
) -> None:
    _eigen_antwoord(map_, "proefstad", "zorgtoeslag")
    _eigen_antwoord(map_, "proefstad", "stadspas", "voorbeelden: [wat is de stadspas, stadspas aanvragen]\n")
    inhoud = Inhoud(map_, parameters)
    dag = date(2026, 11, 20)
    assert inhoud.faq_antwoord("zorgtoeslag", "proefstad", dag) == "Bij Proefstad is het anders."
    assert "De premie is" in inhoud.faq_antwoord("zorgtoeslag", None, dag)
    assert "De premie is" in inhoud.faq_antwoord("zorgtoeslag", "elders", dag)
    assert set(inhoud.faqs("proefstad")) == {"zorgtoeslag", "stadspas"}
    assert set(inhoud.faqs()) == {"zorgtoeslag"}


def test_an_own_answer_is_live_when_it_is_edited(map_: Path, parameters: Parameters, klok: Klok) -> None:
    inhoud = Inhoud(map_, parameters, klok=klok)
    _eigen_antwoord(map_, "proefstad", "zorgtoeslag")
    klok.nu += 2
    assert "anders" in inhoud.faq_antwoord("zorgtoeslag", "proefstad", date(2026, 11, 20))


def test_beside_other_content_only_what_differs_is_read(
    map_: Path, inhoud: Inhoud, parameters: Parameters, tmp_path: Path
) -> None:
    hier = tmp_path / "naast"
    shutil.copytree(map_, hier)
    naast = Inhoud(hier, parameters, kijk_elke=float("inf"), naast=inhoud)
    assert naast.vraag("partner") is inhoud.vraag("partner")
    bestand = hier / "teksten" / "begin.yml"
    goed = bestand.read_text(encoding="utf-8")
    bestand.write_text(goed.replace("Dag ", "Hoi "), encoding="utf-8")
    assert naast.tekst("begin.hallo", naam="buur") == "Dag buur."
    naast.ververs()
    assert naast.tekst("begin.hallo", naam="buur") == "Hoi buur."
    assert inhoud.tekst("begin.hallo", naam="buur") == "Dag buur."
    assert naast.vraag("partner") is inhoud.vraag("partner")
    bestand.write_text("hallo: {{ stuk", encoding="utf-8")
    with pytest.raises(InhoudFout, match=r"teksten/begin\.yml"):
        naast.ververs()
    assert naast.tekst("begin.hallo", naam="buur") == "Hoi buur."
