"""The files of gemeenten as an editor meets them: starting one, checking one, and the lines that messages name."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

import content
from content import __main__ as opdracht
from content.__main__ import main
from content.controle import Melding, controleer
from content.fouten import InhoudFout
from content.inhoud import Inhoud
from content.lokaal.controle import waarschuwingen
from content.lokaal.instelling import Bewaren, Contact
from content.lokaal.nieuw import SJABLOON, maak_gemeente
from content.parameters import Parameters, laad_parameters
from content.plek import Plekken
from content.schema import Gemeente
from content.taal import bekijk

from . import conftest as goed
from .lokaal import REGELING, gemeente, regeling, ruw

VANDAAG = date(2026, 11, 20)
ECHT = Path(content.__file__).parent
INVULLING = {
    "NAAM": "Nieuwstad", "CBS_CODE": "GM0001", "PROVINCIE": "Limburg", "TELEFOON": "14 012",
    "OPENINGSTIJDEN": "elke werkdag, van 9 tot 17 uur", "ADRES": "Plein 1", "WEBSITE": "https://nieuwstad.example",
    "HULP_NAAM": "Loket", "HULP_WAT": "Iemand helpt u met papieren.", "HULP_WAAR": "Plein 1",
    "HULP_WANNEER": "elke werkdag", "AANVRAGEN_BIJ": "Team Inkomen", "BRON_NAAM": "Verordening",
    "BRON_URL": "https://nieuwstad.example/v", "BRON_DATUM": "2026-01-01", "EIGENAAR": "Team Inkomen",
    "NAGEKEKEN": "2026-11-20",
}  # fmt: skip


@pytest.fixture
def met_sjabloon(map_: Path) -> Path:
    (map_ / "gemeenten" / SJABLOON).write_bytes((ECHT / "gemeenten" / SJABLOON).read_bytes())
    return map_


def test_a_new_file_passes_once_the_blanks_are_filled(met_sjabloon: Path, parameters: Parameters) -> None:
    pad = maak_gemeente(met_sjabloon, "nieuwstad")
    tekst = pad.read_text(encoding="utf-8")
    namen = set(re.findall(r"^[^#\n]*VUL_IN_(\w+)", tekst, flags=re.MULTILINE))
    assert namen == INVULLING.keys()
    with pytest.raises(InhoudFout) as gevangen:
        Inhoud(met_sjabloon, parameters)
    # Every blank is named once, with its line, and nothing else is wrong.
    assert len(gevangen.value.fouten) == len(INVULLING)
    regels = tekst.splitlines()
    for fout in gevangen.value.fouten:
        assert fout.melding == "dit moet u nog invullen"
        assert fout.regelnummer is not None
        assert "VUL_IN_" in regels[fout.regelnummer - 1]
    for naam, waarde in INVULLING.items():
        tekst = re.sub(rf"VUL_IN_{naam}\b", waarde, tekst)
    pad.write_text(tekst, encoding="utf-8")
    een = Inhoud(met_sjabloon, parameters).lokaal("nieuwstad")
    assert een is not None
    assert een.gemeente.naam == "Nieuwstad"
    assert list(een.regelingen) == ["individuele-inkomenstoeslag"]


def test_the_form_itself_is_no_gemeente(met_sjabloon: Path, parameters: Parameters) -> None:
    assert list(Inhoud(met_sjabloon, parameters).gemeenten()) == ["proefstad"]


def _velden(soort: Any, gezien: set[type]) -> Iterator[str]:
    """Every field name in a form, and the words a field can hold."""
    if isinstance(soort, str):
        yield soort
    elif isinstance(soort, type) and issubclass(soort, BaseModel):
        if soort in gezien:
            return
        gezien.add(soort)
        for naam, veld in soort.model_fields.items():
            yield naam
            yield from _velden(veld.annotation, gezien)
            for extra in veld.metadata:
                yield from _velden(extra, gezien)
    elif not isinstance(soort, types.FunctionType):
        for deel in get_args(soort):
            yield from _velden(deel, gezien)


def test_every_field_and_word_is_explained_in_the_form() -> None:
    tekst = (ECHT / "gemeenten" / SJABLOON).read_text(encoding="utf-8")
    woorden = set(re.findall(r"[\w-]+", tekst))
    # The rest of the week follows from Monday; what is invented is no choice for a gemeente that exists.
    bekend = {"dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "verzonnen"}
    gevonden = set(_velden(Gemeente, set()))
    assert {"per_kind", "huur_kamer", "norm_bijstand_aow_als_aow", "kwijtschelding", "maandag"} <= gevonden
    # A stretch of a day is written as one text.
    assert gevonden - woorden - bekend == set()


def test_a_file_is_never_overwritten(met_sjabloon: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nieuw", "nieuwstad", "--map", str(met_sjabloon)]) == 0
    pad = met_sjabloon / "gemeenten/nieuwstad.yml"
    assert "slug: nieuwstad" in pad.read_text(encoding="utf-8")
    pad.write_text("van mij", encoding="utf-8")
    assert main(["nieuw", "nieuwstad", "--map", str(met_sjabloon)]) == 1
    assert pad.read_text(encoding="utf-8") == "van mij"
    assert "dit bestand is er al; er is niets veranderd" in capsys.readouterr().out


@pytest.mark.parametrize("slug", ["Nieuwstad", "../weg", "a b", "_sjabloon", ""])
def test_a_name_that_cannot_be_a_slug_is_refused(met_sjabloon: Path, slug: str) -> None:
    voor = sorted(met_sjabloon.rglob("*"))
    with pytest.raises(InhoudFout, match="deze naam kan niet"):
        maak_gemeente(met_sjabloon, slug)
    assert sorted(met_sjabloon.rglob("*")) == voor


def met_regeling(map_: Path, oud: str = "", nieuw: str = "", staart: str = "") -> str:
    """The gemeente with one scheme, a piece of it replaced. Gives the text of the file."""
    assert oud in REGELING
    ingesprongen = REGELING.replace(oud, nieuw, 1).replace("\n", "\n    ").rstrip()
    tekst = f"{goed.GEMEENTE}regelingen:\n  meedoenregeling:\n    {ingesprongen}\n{staart}"
    (map_ / "gemeenten/proefstad.yml").write_text(tekst, encoding="utf-8")
    return tekst


def lokaal(map_: Path, op: date = VANDAAG) -> list[Melding]:
    return [m for m in controleer(map_, op) if m.bestand.startswith(("gemeenten/", "regios/"))]


BEDRAGEN = 'bedragen: {alleenstaande: "%s", alleenstaande_ouder: "1700.00", paar: "2430.00"}'
LET_OP = {
    "low": ('procent: "120"', 'procent: "95"', "inkomen.procent", "95 procent is vreemd"),
    "high": ('procent: "120"', 'procent: "210"', "inkomen.procent", "210 procent is vreemd"),
    "year": (
        'van: norm_bijstand, procent: "120"',
        f'van: bedrag, procent: "120", {BEDRAGEN % "20400.00"}',
        "inkomen.bedragen.alleenstaande",
        "20400.00 is 1456 procent van de norm (1401.50); er staat 120 procent",
    ),
    "another year": (
        'van: norm_bijstand, procent: "120"',
        f'van: bedrag, procent: "120", {BEDRAGEN % "1500.00"}',
        "inkomen.bedragen.alleenstaande",
        "1500.00 is 107 procent van de norm (1401.50); er staat 120 procent",
    ),
    "year without percentage": (
        'van: norm_bijstand, procent: "120"',
        f"van: bedrag, {BEDRAGEN % '20400.00'}",
        "inkomen.bedragen.alleenstaande",
        "is dit een bedrag per maand?",
    ),
    "old": ("2026-01-01", "2022-01-01", "zekerheid", "de bron is ouder dan twee jaar (2022)"),
    "unsure": ("een_bron", "onzeker", "zekerheid", "onzeker (2026): bij deze regels leest de inwoner"),
    "amounts": (
        "zekerheid: een_bron",
        "zekerheid: een_bron\nzekerheid_bedragen: verouderd",
        "zekerheid_bedragen",
        "verouderd (2026): bij deze bedragen",
    ),
    "looked at": ("nagekeken: 2026-11-20", "nagekeken: 2025-11-19", "nagekeken", "langer dan 12 maanden geleden"),
    "past": ("zekerheid:", "geldig_tot: 2026-11-19\nzekerheid:", "geldig_tot", "gold tot en met 2026-11-19"),
}  # fmt: skip


@pytest.fixture
def met_norm(map_: Path) -> Path:
    (map_ / "parameters").mkdir()
    for naam in ("bronnen.yml", "zorgtoeslag.yml", "bijstand.yml"):
        (map_ / "parameters" / naam).write_bytes((ECHT / "parameters" / naam).read_bytes())
    return map_


@pytest.mark.parametrize(("oud", "nieuw", "veld", "tekst"), LET_OP.values(), ids=LET_OP)
def test_what_looks_wrong_is_a_warning(met_norm: Path, oud: str, nieuw: str, veld: str, tekst: str) -> None:
    bron = met_regeling(met_norm, oud, nieuw)
    (melding,) = lokaal(met_norm)
    assert (melding.ernst, melding.veld) == ("waarschuwing", f"regelingen.meedoenregeling.{veld}")
    assert tekst in melding.tekst
    # The line is that of the field, also of one in a flow of fields.
    assert melding.regelnummer is not None
    assert veld.rpartition(".")[2] in bron.splitlines()[melding.regelnummer - 1]


@pytest.mark.parametrize(
    "inkomen",
    [
        "van: norm_bijstand, procent: onbekend",
        'van: norm_bijstand, procent: "200"',
        f'van: bedrag, procent: "120", {BEDRAGEN % "1680.00"}',
        f"van: bedrag, {BEDRAGEN % 'onbekend'}".replace('"onbekend"', "onbekend"),
        'van: wettelijk_minimumloon, procent: "80"',
    ],
)
def test_what_is_usual_is_no_warning(met_norm: Path, inkomen: str) -> None:
    met_regeling(met_norm, 'van: norm_bijstand, procent: "120"', inkomen)
    assert lokaal(met_norm) == []


LANDELIJK = {
    "low": ("kwijtschelding", {"norm_procent": "89"}, "norm_procent", "de wet laat 90 tot en met 100 procent toe"),
    "high": ("kwijtschelding", {"norm_procent": "101"}, "norm_procent", "101 procent is vreemd"),
    "least": ("kwijtschelding", {"norm_procent": "90"}, "", ""),
    "most": ("kwijtschelding", {"norm_procent": "100"}, "", ""),
    "unknown": ("kwijtschelding", {"norm_procent": "onbekend"}, "", ""),
    "too much": ("draagkracht", {"delen": [{"procent": "101"}], "maanden": 12}, "delen.1.procent", "meer dan iemand heeft"),
    "all": ("draagkracht", {"delen": [{"procent": "100"}], "maanden": 12}, "", ""),
}  # fmt: skip


@pytest.mark.parametrize(("blok", "waarde", "veld", "tekst"), LANDELIJK.values(), ids=LANDELIJK)
def test_what_the_law_does_not_allow_is_a_warning(
    blok: str, waarde: dict[str, object], veld: str, tekst: str
) -> None:
    id = "kwijtschelding" if blok == "kwijtschelding" else "bijzondere-bijstand"
    laag = gemeente(regelingen={id: ruw(**{blok: waarde})})
    gezegd = list(
        waarschuwingen("gemeenten/proefstad.yml", laag, laad_parameters(ECHT / "parameters"), VANDAAG)
    )
    assert [(f.veld, tekst in f.melding) for f in gezegd] == (
        [(f"regelingen.{id}.{blok}.{veld}", True)] if veld else []
    )


@pytest.mark.parametrize(
    ("id", "leeftijd", "bedrag", "te_laag"),
    [
        ("studietoeslag", 20, "308.11", True),
        ("studietoeslag", 20, "308.12", False),
        ("studietoeslag", 25, "385.13", True),
        ("studietoeslag", 25, "385.14", False),
        ("meedoenregeling", 25, "1.00", False),
    ],
)
def test_less_studietoeslag_than_the_law_gives_is_a_warning(
    id: str, leeftijd: int, bedrag: str, te_laag: bool
) -> None:
    rijen = [{"bedrag": bedrag, "leeftijd": {"van": leeftijd}}, {"bedrag": "onbekend"}]
    laag = gemeente(regelingen={id: ruw(ritme="maand", bedragen=rijen)})
    gezegd = list(
        waarschuwingen("gemeenten/proefstad.yml", laag, laad_parameters(ECHT / "parameters"), VANDAAG)
    )
    assert [f.veld for f in gezegd] == (["regelingen.studietoeslag.bedragen.1.bedrag"] if te_laag else [])


def test_a_name_somebody_else_gave_is_no_rare_word(met_norm: Path) -> None:
    """An editor cannot choose another name; in a sentence of the editor's own a rare word is still told."""
    met_regeling(met_norm, "titel: Meedoenregeling", "titel: Zwaluwpas")
    assert lokaal(met_norm) == []
    met_regeling(
        met_norm, "wat: Dit is geld om mee te doen aan sport of cultuur.", "wat: Dit is een zwaluwpas."
    )
    (melding,) = lokaal(met_norm)
    assert (melding.veld, melding.regel) == ("regelingen.meedoenregeling.wat", "zeldzaam_woord")


def test_gross_limits_are_not_held_to_a_net_norm(met_norm: Path) -> None:
    bruto = f"van: bedrag, {BEDRAGEN % '3400.00'}, soort: bruto"
    met_regeling(met_norm, 'van: norm_bijstand, procent: "120", soort: netto', bruto)
    assert lokaal(met_norm) == []


def test_limits_without_holiday_pay_are_held_to_such_a_norm(met_norm: Path) -> None:
    zonder = f'van: bedrag, procent: "120", {BEDRAGEN % "1816.00"}, vakantiegeld: '
    met_regeling(
        met_norm, 'van: norm_bijstand, procent: "120", soort: netto, vakantiegeld: met', zonder + "met"
    )
    assert lokaal(met_norm) == []
    met_regeling(
        met_norm, 'van: norm_bijstand, procent: "120", soort: netto, vakantiegeld: met', zonder + "zonder"
    )
    (melding,) = lokaal(met_norm)
    assert melding.veld == "regelingen.meedoenregeling.inkomen.bedragen.alleenstaande"


FOUT = {
    "amount in text": ("sport of cultuur.", "sport, 150 euro.", "wat", "typ geen bedragen"),
    "amount in how": ("Team Inkomen}", "Team, hoe: U krijgt € 20.}", "aanvragen.hoe", "typ geen bedragen"),
    "language": ("titel: Meedoen", "titel: Jouw meedoen", "titel", "spreek de lezer aan met u"),
    "paper": ("{bij: Team Inkomen}", "{bij: Team, nodig: [papieren, indien nodig]}", "aanvragen.nodig.2", "Indien → als"),
    "future": ("2026-01-01", "2027-01-01", "bron.1.datum", "2027-01-01 ligt in de toekomst"),
    "future look": ("nagekeken: 2026-11-20", "nagekeken: 2026-11-21", "nagekeken", "ligt in de toekomst"),
    "form": ("ritme: jaar", "ritme: week", "ritme", "dit kan niet; kies uit 'maand'"),
    "half-filled": ("eigenaar: Team", "eigenaar: VUL_IN_EIGENAAR", "eigenaar", "dit moet u nog invullen"),
}  # fmt: skip


@pytest.mark.parametrize(("oud", "nieuw", "veld", "tekst"), FOUT.values(), ids=FOUT)
def test_fault_names_file_line_and_field(met_norm: Path, oud: str, nieuw: str, veld: str, tekst: str) -> None:
    bron = met_regeling(met_norm, oud, nieuw)
    (melding,) = (m for m in lokaal(met_norm) if m.ernst == "fout")
    assert (melding.bestand, melding.veld) == (
        "gemeenten/proefstad.yml",
        f"regelingen.meedoenregeling.{veld}",
    )
    assert tekst.lower() in melding.tekst.lower()
    nummer = next(nr for nr, regel in enumerate(bron.splitlines(), start=1) if nieuw.splitlines()[0] in regel)
    assert str(melding).endswith(f"(regel {nummer})")


def test_an_unknown_fact_in_an_example_is_a_fault(met_norm: Path) -> None:
    (met_norm.parent / "actions/regels").mkdir(parents=True, exist_ok=True)
    (met_norm.parent / "actions/regels/feiten.py").write_text('_ja_nee("partner", 20)\n', encoding="utf-8")
    met_regeling(
        met_norm,
        staart="voorbeelden:\n  - {naam: x, peildatum: 2026-01-01, feiten: {partner: true, parner: true},"
        " verwacht: {meedoenregeling: {recht: onbekend}}}\n",
    )
    (melding,) = lokaal(met_norm)
    assert (melding.ernst, melding.veld) == ("fout", "voorbeelden.1.feiten.parner")


def test_one_gemeente_is_checked_with_what_it_inherits(
    met_norm: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opdracht, "_vandaag", lambda: VANDAAG)
    (met_norm / "regios").mkdir()
    for id, erft in (("top", ""), ("land", "erft: [top]"), ("elders", "")):
        tekst = f"id: {id}\nnaam: Regio\n{erft}\nhulp_dichtbij:\n  - {{naam: Jouw hulp, wat: Hulp., waar: x, wanneer: x}}\n"
        (met_norm / f"regios/{id}.yml").write_text(tekst, encoding="utf-8")
    met_regeling(met_norm, staart="erft: [land]\n")
    kaart = ["--map", str(met_norm)]
    assert main(["gemeenten", "proefstad", *kaart]) == 1
    uit = capsys.readouterr().out
    assert "regios/land.yml" in uit
    assert "regios/top.yml" in uit
    assert "regios/elders.yml" not in uit
    assert "in andere bestanden" in uit
    main(["gemeenten", *kaart])
    assert "regios/elders.yml" in capsys.readouterr().out
    assert main(["gemeenten", "weg", *kaart]) == 1
    assert "gemeenten/weg.yml: dit bestand is er niet" in capsys.readouterr().out


def test_lines_are_found_also_of_names_with_a_point_or_colon(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text('a:\n  "b.c":\n    - 1\n    - d:e: 2\n', encoding="utf-8")
    plekken = Plekken(tmp_path)
    zoek = {
        veld: plekken.regelnummer("x.yml", veld) for veld in ("a", "a.b.c", "a.b.c.2", "a.b.c.2.d:e", "a.weg")
    }
    assert zoek == {"a": 1, "a.b.c": 2, "a.b.c.2": 4, "a.b.c.2.d:e": 4, "a.weg": 1}
    assert plekken.regelnummer("x.yml", "weg") is None
    assert plekken.regelnummer("weg.yml", "a") is None
    assert plekken.regelnummer("x.md", "a") is None


def test_the_guide_is_plain_and_its_examples_are_right() -> None:
    tekst = (ECHT / "gemeenten/LEESMIJ.md").read_text(encoding="utf-8")
    blokken = re.findall(r"^```\n(.*?)^```", tekst, flags=re.DOTALL | re.MULTILINE)
    gelezen = [yaml.safe_load(blok) for blok in blokken]
    velden = {naam: waarde for blok in gelezen if isinstance(blok, dict) for naam, waarde in blok.items()}
    lokaal = {"een_van", "bedragen", "kwijtschelding"}
    assert velden.keys() == lokaal | {
        "erft",
        "past_toe",
        "contact",
        "overdracht",
        "overzicht_mail",
        "zinnen_bewaren",
        "redactie",
        "straks",
    }
    overdracht = gemeente(overdracht=velden["overdracht"], overzicht_mail=velden["overzicht_mail"]).overdracht
    assert gemeente(zinnen_bewaren=velden["zinnen_bewaren"]).zinnen_bewaren
    assert not gemeente().zinnen_bewaren, "off unless a gemeente asks for it"
    assert overdracht is not None
    assert overdracht.bewaren == Bewaren(), "the example names the usual terms"
    assert overdracht.mist is None
    redactie = gemeente(redactie=velden["redactie"]).redactie
    assert redactie is not None
    assert redactie.teams
    contact = {"telefoon": "14 0", "openingstijden": "altijd", "adres": "Plein 1", "website": "https://x.nl"}
    assert Contact.model_validate(contact | velden["contact"]).snel_weg
    assert gemeente(past_toe=velden["past_toe"]).past_toe
    (per_kind,) = next(blok for blok in gelezen if isinstance(blok, list))
    een = regeling(
        bedragen=[*velden["bedragen"], per_kind],
        een_van=velden["een_van"],
        kwijtschelding=velden["kwijtschelding"],
    )
    assert len(een.bedragen) == 4
    straks = regeling(bedragen=velden["bedragen"], straks=velden["straks"])
    assert straks.op(date(2026, 12, 31)).bedragen != straks.op(date(2027, 1, 1)).bedragen
    # Tables and what stands between quotes are no sentences.
    zinnen = re.sub(r"```.*?```|^\|.*?$|`[^`]*`", "dit", tekst, flags=re.DOTALL | re.MULTILINE)
    fouten = [str(b) for deel in zinnen.split("\n\n") for b in bekijk(deel, "bubbel", bij=zinnen)]
    assert fouten == []


@pytest.mark.parametrize(
    ("overdracht", "verwacht"),
    [
        (
            {
                "openingstijden": {"maandag": "09:00-12:00"},
                "privacyverklaring": "https://proefstad.example/p",
            },
            [],
        ),
        ({"kanaal": None}, []),
        ({"kanaal": "open_formulieren", "formulier": "https://proefstad.example/f"}, []),
        ({}, ["'openingstijden' ontbreekt", "'privacyverklaring' ontbreekt"]),
        ({"kanaal": None, "gesloten": [VANDAAG, date(2026, 5, 5)]}, ["2026-05-05 is voorbij"]),
    ],
)
def test_what_is_easily_forgotten_with_handing_over(overdracht: dict[str, Any], verwacht: list[str]) -> None:
    laag = gemeente(overdracht={"ontvanger": "Team Inkomen", **overdracht})
    gevonden = list(waarschuwingen("gemeenten/proefstad.yml", laag, Parameters("", {}), VANDAAG))
    assert len(gevonden) == len(verwacht)
    for fout, tekst in zip(gevonden, verwacht, strict=True):
        assert tekst in fout.melding
        assert fout.veld.startswith("overdracht")
