"""The schemes of a gemeente in the talk: the third round, what is asked for them, and what the resident reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from actions.contract import Bericht, Uitkomst
from actions.gesprek.beurt import stand
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.groepen import GROEPEN
from content.bestanden import SOORTEN
from content.inhoud import Inhoud
from content.lokaal.voorbeeld import Voorbeeld
from content.parameters import Parameters, laad_parameters
from tests.gesprek.conftest import CONTENT
from tests.gesprek.praat import Praat

LOON = ("41", "nee", "loon", "1300 netto", "ja", "0", "huurhuis", "600", "niemand", "500")
"""Single, a small wage, rents: the first round, by typing."""


@pytest.fixture
def stad(bronnen: Bronnen) -> Praat:
    """A talk in the gemeente that has every scheme."""
    return Praat(bronnen, "voorbeeldstad")


@dataclass
class Redactie:
    """An editor at work on the file of Voorbeeldstad, while somebody there is talking."""

    bestand: Path
    praat: Praat
    nu: float = 0.0

    @property
    def tekst(self) -> str:
        return self.bestand.read_text("utf-8")

    def schrijf(self, tekst: str) -> None:
        """And time goes by until the file is looked at again."""
        self.bestand.write_text(tekst, "utf-8")
        self.nu += 10.0


@pytest.fixture
def redactie(tmp_path: Path, bronnen: Bronnen, parameters: Parameters) -> Redactie:
    for soort in SOORTEN:
        if soort != "gemeenten":
            (tmp_path / soort).symlink_to(CONTENT / soort)
    (tmp_path / "gemeenten").mkdir()
    bestand = tmp_path / "gemeenten" / "voorbeeldstad.yml"
    bestand.write_text((CONTENT / "gemeenten" / bestand.name).read_text("utf-8"), "utf-8")
    klok = SimpleNamespace(nu=lambda: 0.0)
    inhoud = Inhoud(tmp_path, parameters, klok=lambda: klok.nu())
    gemaakt = Redactie(bestand, Praat(replace(bronnen, inhoud=inhoud), "voorbeeldstad"))
    klok.nu = lambda: gemaakt.nu
    return gemaakt


def _zeg(praat: Praat, *zinnen: str, start: str = "start") -> None:
    praat.klik(start)
    for zin in zinnen:
        praat.zeg(zin)


def _derde_ronde(praat: Praat) -> None:
    _zeg(praat, *LOON)
    praat.klik("verder")


def _tot_de_groep(praat: Praat) -> Bericht:
    _derde_ronde(praat)
    while praat.open is not None and praat.open[0] != "groep:situatie":
        praat.antwoord({"studeert": False, "jaren_laag_inkomen": 4, "bijzondere_kosten": []})
    assert praat.vraag is not None
    return praat.vraag


def _uitkomst(praat: Praat, regeling: str) -> Uitkomst:
    return praat.uitkomsten()[regeling]


def _voorbeelden() -> Iterator[tuple[str, Voorbeeld]]:
    """All of the fictional gemeente, and the first of every other."""
    inhoud = Inhoud(CONTENT, laad_parameters(CONTENT / "parameters"))
    for slug, gemeente in inhoud.gemeenten().items():
        for voorbeeld in gemeente.voorbeelden if not gemeente.bestaat else gemeente.voorbeelden[:1]:
            yield slug, voorbeeld


@pytest.mark.parametrize(
    ("slug", "voorbeeld"), [pytest.param(s, v, id=f"{s}-{v.naam}") for s, v in _voorbeelden()]
)
def test_a_whole_talk_ends_in_what_the_editor_says(bronnen: Bronnen, slug: str, voorbeeld: Voorbeeld) -> None:
    dag: date = voorbeeld.peildatum
    praat = Praat(replace(bronnen, vandaag=lambda: dag), slug)
    praat.tot_het_einde(voorbeeld.feiten, verder=True)
    uitkomsten = praat.uitkomsten()
    for regeling, verwacht in voorbeeld.verwacht.items():
        # What the file leaves out is not known in the talk either, so a yes may stay open, but never turn into a no.
        if uitkomsten[regeling].recht != "onbekend":
            assert uitkomsten[regeling].recht == verwacht.recht, regeling
        if uitkomsten[regeling].recht == "waarschijnlijk_wel" and verwacht.bedrag_per_keer is not None:
            assert uitkomsten[regeling].bedrag_per_keer == verwacht.bedrag_per_keer, regeling


def test_the_third_round_is_offered_and_asks_at_most_a_handful(stad: Praat) -> None:
    _zeg(stad, *LOON)
    assert stad.open is None
    assert stad.laatste.voortgang.nog_ongeveer <= 6
    eerste = {u.regeling for u in stad.laatste.berichten[-1].uitkomsten or ()}
    assert "voedselbank" not in eerste  # nothing can be said of it yet
    stad.klik("verder")
    assert stad.open is not None


def test_yes_no_facts_are_one_bubble_with_boxes(stad: Praat) -> None:
    vraag = _tot_de_groep(stad)
    assert vraag.invoer is not None
    assert vraag.invoer.type == "meerkeuze"
    assert vraag.feiten is not None
    assert set(vraag.feiten) <= set(GROEPEN["groep:situatie"])
    assert len(vraag.feiten) >= 4
    geen = {k.id: k.label for k in vraag.keuzes or ()}[vraag.invoer.geen or ""]
    assert geen == "Geen van deze"


def test_ticked_is_yes_and_the_rest_is_no(stad: Praat) -> None:
    vraag = _tot_de_groep(stad)
    stad.zeg("Ik heb moeite om gas en stroom te betalen, Ik heb schulden die ik niet kan betalen")
    feiten = {f.feit: f.waarde for f in stad.overzicht.feiten}
    gegeven = {feit: feiten[feit] for feit in vraag.feiten or () if feit in feiten}
    assert gegeven["energie_hoog"] is True
    assert gegeven["schulden"] is True
    assert not any(waarde for feit, waarde in gegeven.items() if feit not in ("energie_hoog", "schulden"))
    assert _uitkomst(stad, "energiekosten").recht == "waarschijnlijk_wel"
    assert _uitkomst(stad, "schuldhulp").recht == "waarschijnlijk_wel"


@pytest.mark.parametrize("hoe", ["klik", "typ"])
def test_none_of_these(stad: Praat, hoe: str) -> None:
    vraag = _tot_de_groep(stad)
    if hoe == "klik":
        assert vraag.invoer is not None
        assert vraag.invoer.geen is not None
        stad.klik(vraag.invoer.geen)
    else:
        stad.zeg("geen van deze")
    assert _uitkomst(stad, "schuldhulp").recht == "waarschijnlijk_niet"


def test_one_click_is_that_one_alone(stad: Praat) -> None:
    _tot_de_groep(stad)
    stad.klik_op("Ik heb schulden die ik niet kan betalen")
    assert _uitkomst(stad, "schuldhulp").recht == "waarschijnlijk_wel"
    assert _uitkomst(stad, "energiekosten").recht == "waarschijnlijk_niet"


def test_not_to_know_leaves_all_of_them_open(stad: Praat) -> None:
    _tot_de_groep(stad)
    stad.klik("weet_niet")
    assert stad.open is None or stad.open[0] != "groep:situatie"
    assert _uitkomst(stad, "energiekosten").recht == "onbekend"


def test_back_takes_the_whole_bubble_back_and_one_of_them_can_be_changed(stad: Praat) -> None:
    _tot_de_groep(stad)
    stad.klik_op("Ik heb schulden die ik niet kan betalen")
    stad.zeg("terug")
    assert stad.open == ("groep:situatie", None)
    stad.zeg("geen van deze")
    assert _uitkomst(stad, "schuldhulp").recht == "waarschijnlijk_niet"
    stad.klik("wijzig:schulden")
    assert stad.open == ("schulden", None)
    stad.zeg("ja")
    assert "hulp bij schulden" in stad.tekst.lower()
    assert _uitkomst(stad, "schuldhulp").recht == "waarschijnlijk_wel"


def test_costs_of_several_kinds(stad: Praat) -> None:
    _derde_ronde(stad)
    while stad.open is not None and stad.open[0] != "bijzondere_kosten":
        stad.antwoord({"studeert": False, "jaren_laag_inkomen": 4})
    assert stad.open is not None
    stad.zeg("Bril, Tandarts")
    feit = next(f for f in stad.overzicht.feiten if f.feit == "bijzondere_kosten")
    assert feit.waarde == ["bril", "tandarts"]
    assert feit.tekst == "Bril, Tandarts"


def test_wealth_in_stretches_is_asked_by_the_limits_of_the_gemeente_and_never_twice_the_same(
    stad: Praat,
) -> None:
    """A lone parent, whose limit for bijstand is higher than that for kwijtschelding."""
    gezin = {
        **_huishouden(), "kinderen": [8], "studeert": False, "belastingaanslag": True, "opvang": [], "schulden_bedrag": 0,
    }  # fmt: skip
    stad.klik("start")
    gevraagd: list[object] = []
    while stad.open is not None or stad._gaat_verder():
        if stad.open is None:
            continue
        gevraagd.append(stad.open)
        assert gevraagd.count(stad.open) <= 2, "asked again and again"
        if stad.open[0] in ("vermogen", "vermogen_nu"):
            stad.zeg("minder dan 8000")
        else:
            stad.antwoord(gezin)
    assert _uitkomst(stad, "bijstand").recht == "waarschijnlijk_wel"
    assert _uitkomst(stad, "kwijtschelding").recht == "onbekend"  # between the two limits: nothing is said


def test_a_single_local_scheme_by_itself(stad: Praat) -> None:
    _zeg(stad, start="start:voorbeeldstad:computer")
    assert stad.open is not None
    stad.tot_het_einde(
        {
            "leeftijd": 38,
            "partner": False,
            "kinderen": [13],
            "inkomen_soort": "bijstand",
            "vermogen": "500",
            "vermogen_nu": "500",
            "medebewoners": [],
        },
        start=None,
        verder=False,
    )
    uit = stad.laatste.berichten[-1].uitkomsten
    assert uit is not None
    assert [u.regeling for u in uit] == ["voorbeeldstad:computer"]
    assert (uit[0].titel, uit[0].vorm, uit[0].tot_en_met) == ("Computer voor school", "natura", True)


def test_a_made_up_gemeente_says_so_at_the_start_and_at_the_end(stad: Praat) -> None:
    assert "Voorbeeldstad bestaat niet echt" in stad.tekst
    stad.tot_het_einde({**_huishouden(), "studeert": False}, verder=True)
    assert "verzonnen" in stad.tekst


def test_a_real_gemeente_does_not(bronnen: Bronnen) -> None:
    assert "bestaat niet" not in Praat(bronnen, "tilburg").tekst


def test_a_gemeente_that_wrote_nothing_names_what_is_not_known_with_its_number(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, "kaalstad")
    praat.tot_het_einde(_huishouden(), verder=True)
    # So many names in one sentence nobody reads.
    assert "\n- meedoenregeling\n" in praat.tekst
    assert "bel 14 0000" in praat.tekst.replace("Bel", "bel")


def test_doubt_is_told_with_the_year_the_amount_of_then_and_the_number(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, "tilburg")
    _zeg(praat, *LOON)
    uit = _uitkomst(praat, "meedoenregeling")
    assert uit.bedrag_per_keer is None
    assert uit.bedrag_per_jaar is None
    tekst = next(r.tekst for r in uit.let_op if r.code == "bedrag_onzeker")
    assert (
        tekst
        == "Hoeveel u krijgt, weet ik niet zeker. In 2025 was het 147 euro. Vraag het na bij de gemeente: bel 14 013."
    )


def test_what_helps_most_stands_first_and_what_is_not_known_last(stad: Praat) -> None:
    stad.tot_het_einde({**_huishouden(), "studeert": False, "energie_hoog": True}, verder=True)
    uit = next(b.uitkomsten for b in stad.laatste.berichten if b.uitkomsten)
    wel = [u for u in uit if u.recht == "waarschijnlijk_wel"]
    assert [u.recht for u in uit[: len(wel)]] == ["waarschijnlijk_wel"] * len(wel)
    per_jaar = [u.bedrag_per_jaar or 0 for u in wel]
    assert per_jaar == sorted(per_jaar, reverse=True)


def test_in_kind_is_told_as_what_it_is(stad: Praat) -> None:
    _zeg(stad, *LOON)
    uit = _uitkomst(stad, "gratis-ov")
    assert (uit.vorm, uit.bedrag_per_maand, uit.bedrag_per_keer) == ("natura", None, None)
    assert "bus" in uit.wat


def test_just_above_a_limit_asks_for_maatwerk(stad: Praat) -> None:
    # With holiday pay 1,782 a month. 120% of the norm of 1,419.46 is 1,703.35; a tenth above that is 1,873.69.
    _zeg(stad, "41", "nee", "loon", "1650 netto", "ja", "0", "huurhuis", "600", "niemand", "500")
    uit = _uitkomst(stad, "meedoenregeling")
    assert (uit.recht, uit.bijna) == ("waarschijnlijk_niet", True)
    assert uit.let_op[0].code == "vraag_maatwerk"


def test_help_nearby_at_a_hard_question_and_in_the_overview(stad: Praat) -> None:
    _zeg(stad, "41", "nee", "loon")
    assert stad.open == ("inkomen_jaar", None)
    stad.klik_op("Hulp dichtbij")
    hulp = stad.bronnen.inhoud.lokaal("voorbeeldstad")
    assert hulp is not None
    for een in hulp.hulp_dichtbij:
        assert een.naam in stad.tekst
        assert een.wanneer in stad.tekst
    assert stad.open == ("inkomen_jaar", None)  # and the question again
    stad.zeg("overzicht")
    assert hulp.hulp_dichtbij[0].naam in stad.tekst


def test_a_gemeente_without_helpers_offers_no_empty_button(bronnen: Bronnen) -> None:
    praat = Praat(bronnen, "kaalstad")
    _zeg(praat, "41", "nee", "loon")
    assert all(k.label != "Hulp dichtbij" for b in praat.laatste.berichten for k in b.keuzes or ())


def test_a_scheme_that_its_gemeente_takes_away_during_the_talk(redactie: Redactie) -> None:
    praat = redactie.praat
    _zeg(praat, *LOON)
    assert "voorbeeldstad:computer" in praat.uitkomsten()
    redactie.schrijf(_zonder(redactie.tekst, "voorbeeldstad:computer"))
    praat.klik("verder")
    assert praat.open is not None
    assert "voorbeeldstad:computer" not in praat.uitkomsten()


def test_a_changed_amount_counts_from_the_next_turn_on(redactie: Redactie) -> None:
    praat = redactie.praat
    _zeg(praat, *LOON)
    assert str(_uitkomst(praat, "meedoenregeling").bedrag_per_keer) == "150.00"
    alleen = '- {bedrag: "%s", huishouden: alleenstaande}'
    redactie.schrijf(redactie.tekst.replace(alleen % "150.00", alleen % "175.00"))
    assert str(_uitkomst(praat, "meedoenregeling").bedrag_per_keer) == "175.00"


def test_how_far_the_talk_is_is_right_after_every_turn_also_one_that_answers_nothing(
    redactie: Redactie,
) -> None:
    praat = redactie.praat

    def klopt() -> None:
        nu = stand(praat.bronnen, praat.id)
        assert (praat.laatste.voortgang, praat.laatste.tussenstand) == (nu.voortgang, nu.tussenstand)

    praat.klik("start")
    for zin in LOON:
        for tussendoor in ("waarom?", "blauwe fiets"):
            praat.zeg(tussendoor)
            klopt()
        praat.zeg(zin)
        klopt()
    praat.zeg("terug")
    klopt()
    eerst = praat.laatste.voortgang
    for regeling in ("gratis-ov", "kwijtschelding", "chronisch-ziek", "energiekosten", "bijzondere-bijstand"):
        if f"\n  {regeling}:\n" in redactie.tekst:
            redactie.schrijf(_zonder(redactie.tekst, regeling))
    praat.zeg("waarom?")
    klopt()
    assert praat.laatste.voortgang != eerst  # the gemeente asks less now


def _huishouden() -> dict[str, object]:
    return {
        "leeftijd": 41,
        "partner": False,
        "kinderen": [],
        "inkomen_soort": "bijstand",
        "woonsituatie": "huur_zelfstandig",
        "kale_huur": 600,
        "medebewoners": [],
        "vermogen": 500,
        "vermogen_nu": 500,
        "jaren_laag_inkomen": 4,
    }


def _zonder(tekst: str, regeling: str) -> str:
    """The file without one scheme: and without the line of an example that expects it."""
    regels = tekst.splitlines(keepends=True)
    begin = regels.index(f"  {regeling}:\n")
    einde = next(
        (n for n in range(begin + 1, len(regels)) if regels[n].startswith("  ") and regels[n][2].isalpha()),
        len(regels),
    )
    return "".join(r for r in regels[:begin] + regels[einde:] if not r.strip().startswith(f"{regeling}:"))
