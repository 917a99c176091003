"""The gate on language: its figures, numbers that change, and exceptions with a reason."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from content.__main__ import main
from content.b1 import antwoorden, per_soort, stromen
from content.bedragen import GEWOON, alle
from content.fouten import InhoudFout
from content.inhoud import Inhoud
from content.lokaal.nieuw import maak_gemeente
from content.opmaak import Opmaker
from content.parameters import Parameters, laad_parameters
from content.taal import getypt, meting
from content.taal.lijsten import lijsten
from content.taal.regels import veranderlijk
from content.taal.uitzonderingen import Uitzonderingen
from ops.plekken import CONTENT


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("U mag 15 procent van uw loon houden.", ["15 procent"]),
        ("U krijgt 8,5% meer.", ["8,5%"]),
        ("Geef het binnen 8 weken door.", ["8 weken"]),
        ("Vraag het aan tot en met 31 december 2027.", ["31 december 2027"]),
        ("Het geld komt op de 20e van de maand.", ["20e van de maand"]),
        ("Dit geldt vanaf 2031.", ["2031"]),
        ("U bent 18 jaar of ouder.", []),
        ("Bel [0800 2000](tel:08002000).", []),
        ("Kijk op [de wet](https://wetten.overheid.nl/BWBR0018451/2026-01-01).", []),
        ("{% if x %}Binnen 9 dagen.{% endif %} {{ bedrag('a.b') | getal }} weken.", ["9 dagen"]),
        ("Uw geld op 1 januari telt.", []),
    ],
)
def test_numbers_that_change_are_not_typed(tekst: str, gevonden: list[str]) -> None:
    assert [b.woord for b in getypt(tekst)] == gevonden


def test_what_may_stand_has_a_reason() -> None:
    assert all(len(reden) > 10 for reden in lijsten().vast.values())


def test_figures_of_an_easy_and_a_hard_text() -> None:
    makkelijk, moeilijk = (
        meting("Wilt u geld? Bel ons dan. " * 10),
        meting("Bestuursrechtelijke consequenties vereisen nauwkeurige inkomensvaststelling. " * 10),
    )
    assert makkelijk is not None
    assert moeilijk is not None
    assert makkelijk.leesbaar > 80 > 30 > moeilijk.leesbaar
    assert makkelijk.per_zin < moeilijk.per_zin
    assert meting("") is None


def test_all_texts_are_easy_by_the_figures() -> None:
    """Thresholds of the measurements the check rests on, over each kind of text and each whole answer with what follows it."""
    inhoud = Inhoud(CONTENT, laad_parameters(CONTENT / "parameters"))
    eigen = ("gemeenten", "regios")
    for regel in per_soort(inhoud):
        assert regel.meting.leesbaar >= (60 if regel.naam in eigen else 75), str(regel)
        assert regel.meting.per_zin <= 12, str(regel)
        assert regel.meting.zeldzaam <= 6, str(regel)
    for regel in (*antwoorden(inhoud), *stromen(inhoud)):
        assert regel.meting.leesbaar >= 60, str(regel)
        assert regel.meting.per_zin <= 12, str(regel)


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tekst = tmp_path / "brief.txt"
    tekst.write_text("Indien u wenst, bel ons.")
    assert main(["b1", str(tekst)]) == 0
    assert "Indien → als" in capsys.readouterr().out
    assert main(["b1"]) == 0
    assert "alles" in capsys.readouterr().out


def test_exceptions_need_a_reason_and_stay_few(tmp_path: Path) -> None:
    def met(tekst: str) -> Uitzonderingen:
        (tmp_path / "uitzonderingen.yml").write_text(tekst)
        return Uitzonderingen.lees(tmp_path)

    regel = "- {bestand: faq/a.md, veld: antwoord, regel: getypt_getal, woord: 8 weken, reden: '%s'}\n"
    with pytest.raises(InhoudFout, match="reden"):
        met(regel % "moet zo")
    (bevinding,) = getypt("Binnen 8 weken.")
    over = met(regel % "staat vast in de wet, artikel 41, en verandert niet")
    assert over.geldt("faq/a.md", "antwoord", bevinding)
    assert not over.geldt("faq/b.md", "antwoord", bevinding)
    assert list(over.fouten(zinnen=100)) == []
    assert "hoogstens 2 procent" in next(over.fouten(zinnen=40)).melding
    ongebruikt = met(regel % "staat vast in de wet, artikel 41, en verandert niet")
    assert "niet meer nodig" in next(ongebruikt.fouten(zinnen=100)).melding


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Bel 0800 1234.", ["0800 1234"]),
        ("Bel 14 046 of 046-477 7777.", ["14 046", "046-477 7777"]),
        ("Bel [113](tel:113) of 0800 0113.", []),
        ("Open van 9 tot 17 uur.", ["van 9 tot 17 uur"]),
        ("Tel 112 erbij en kies uit 3.", []),
    ],
)
def test_numbers_to_call_and_hours_are_known(tekst: str, gevonden: list[str]) -> None:
    assert [b.woord for b in getypt(tekst)] == gevonden


def test_where_numbers_come_from(capsys: pytest.CaptureFixture[str]) -> None:
    """Every number in the texts that can change: a parameter with its article and sources, or typed with a reason."""
    parameters = laad_parameters(CONTENT / "parameters")
    inhoud = Inhoud(CONTENT, parameters)
    getallen = list(alle(inhoud, Opmaker(parameters), date(2026, 11, 20)))
    uit_de_wet = [g for g in getallen if g.naam]
    assert len(uit_de_wet) > 100
    for g in uit_de_wet:
        _, artikel, bronnen, zekerheid = g.reden.split("; ", 3)
        assert artikel, str(g)
        assert bronnen, str(g)
        assert zekerheid, str(g)
    for g in getallen:
        if not g.naam and list(veranderlijk(g.tekst)):
            assert g.reden != GEWOON, f"typed without a reason: {g}"
    assert main(["bedragen", "huurtoeslag.vermogensgrens"]) == 0
    gezegd = capsys.readouterr().out
    assert "huurtoeslag.vermogensgrens_per_bewoner" in gezegd
    assert "Awir art." in gezegd or "Wht art." in gezegd


def _anders() -> Parameters:
    """The same parameters, every value another (and none that a text could hold already)."""
    gewoon = laad_parameters(CONTENT / "parameters")
    return replace(
        gewoon,
        waarden={
            naam: tuple(
                replace(w, waarde=w.waarde if "dag" in w.eenheid else w.waarde * 7 + Decimal("0.13"))
                for w in rij
            )
            for naam, rij in gewoon.waarden.items()
        },
    )


def test_an_amount_on_screen_follows_its_parameter() -> None:
    """With every parameter another, every number in every answer is another, but for what is typed or the gemeente's own."""
    gewoon = laad_parameters(CONTENT / "parameters")
    met, zonder = Inhoud(CONTENT, gewoon), Inhoud(CONTENT, _anders())
    vandaag, cijfers = date(2026, 11, 20), re.compile(r"\d[\d.,]*\d|\d")
    vergeleken = 0
    for id, faq in met.faqs("voorbeeldstad").items():
        gemeente = met.gemeente("voorbeeldstad")
        assert gemeente is not None
        eigen = set(cijfers.findall(f"{faq.antwoord} {gemeente.model_dump_json()} {vandaag.year}"))
        eerst, dan = (
            set(cijfers.findall(i.faq_antwoord(id, "voorbeeldstad", vandaag))) - eigen for i in (met, zonder)
        )
        vergeleken += len(eerst)
        assert not eerst & dan, f"{id}: {eerst & dan}"
    assert vergeleken > 60


@pytest.mark.parametrize("opdracht", ["b1", "bedragen"])
def test_a_file_that_is_not_filled_in_yet_is_named(
    opdracht: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CONTENT, tmp_path / "inhoud", ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    maak_gemeente(tmp_path / "inhoud", "nieuwstad")
    assert main([opdracht, "--map", str(tmp_path / "inhoud")]) == 1
    assert "fout: gemeenten/nieuwstad.yml:naam: dit moet u nog invullen" in capsys.readouterr().out


def test_a_text_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["b1", "bestaat-niet.txt"]) == 1
    assert capsys.readouterr().out == "fout: bestaat-niet.txt: dit bestand is er niet\n"
