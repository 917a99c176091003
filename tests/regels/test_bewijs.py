"""The receipt: complete, the same again, and every change noticed."""

from __future__ import annotations

import json
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from actions.contract import Bewijs as BewijsModel
from actions.regels.__main__ import main
from actions.regels.bewijs import Kop, als_bestand, bestandsnaam, hash_van, maak_bewijs
from actions.regels.herreken import GROOTSTE, Herrekening, OngeldigBewijs, herreken, lees_bewijs
from actions.regels.ids import REGELINGEN as ALLE_IDS
from actions.regels.opgave import Opgave
from actions.regelversie import regelversie, versie_van
from tests.regels.hulp import ALLES, WORTEL, parameters
from tests.regels.test_voorbeelden import VOORBEELDEN

Json = dict[str, Any]
Schrijver = Callable[[str | Json], Path]
DAG = date(2026, 11, 20)
TOESLAGEN = ("zorgtoeslag", "huurtoeslag", "kindgebonden-budget")
HUISHOUDEN: Json = {
    "leeftijd": 34, "partner": False, "kinderen": [8], "inkomen_jaar": "30000", "woonsituatie": "huur_zelfstandig",
    "kale_huur": "650", "medebewoners": [], "vermogen": "1000",
}  # fmt: skip


def kop() -> Kop:
    return Kop(
        gemeente="voorbeeldstad",
        parameters=parameters().versie,
        regels=regelversie(),
        gemeenteregels=None,
        moment=datetime(2026, 11, 20, 12, 30, tzinfo=UTC),
        uitleg=("Eén zin.", "Nog een."),
    )


def bewijs_van(opgave: Opgave) -> Json:
    return maak_bewijs(kop(), opgave, opgave.reken(parameters(), ALLES).uitkomsten)


def gewoon(**feiten: Any) -> Json:
    return bewijs_van(Opgave({**HUISHOUDEN, **feiten}, DAG, TOESLAGEN))


def opnieuw(bewijs: Json) -> Herrekening:
    return herreken(lees_bewijs(als_bestand(bewijs)), parameters(), regelversie(), ALLES)


def met_hash(bewijs: Json) -> Json:
    return {**bewijs, "hash": hash_van(bewijs)}


@pytest.fixture
def bestand(tmp_path: Path) -> Schrijver:
    def schrijf(inhoud: str | Json) -> Path:
        pad = tmp_path / "bewijs.json"
        # Not as the product writes it: a file of anybody's may hold half a character.
        pad.write_text(inhoud if isinstance(inhoud, str) else json.dumps(inhoud), encoding="utf-8")
        return pad

    return schrijf


def test_a_receipt_holds_facts_outcomes_versions_and_hash() -> None:
    bewijs = gewoon()
    assert bewijs["feiten"] == HUISHOUDEN
    assert bewijs["peildatum"] == "2026-11-20"
    assert bewijs["gemaakt_op"] == "2026-11-20T12:30:00+00:00"
    assert bewijs["parameters"] == {"versie": parameters().versie}
    assert bewijs["regels"] == {"versie": regelversie()}
    assert list(bewijs)[-1] == "hash"
    assert bestandsnaam(bewijs) == "rechtop-bewijs-2026-11-20.json"
    zorg = bewijs["uitkomsten"][0]
    assert (zorg["regeling"], zorg["recht"], zorg["bedrag_per_maand"]) == (
        "zorgtoeslag",
        "waarschijnlijk_wel",
        "126.00",
    )
    assert [reden["code"] for reden in zorg["redenen"]] == ["voldoet"]
    assert zorg["stappen"]
    assert "inkomen_jaar" in zorg["door"]
    assert "tekst" not in zorg["redenen"][0]


def test_a_receipt_has_the_form_the_api_documents() -> None:
    for voorbeeld in VOORBEELDEN[::25]:
        bewijs = bewijs_van(Opgave(voorbeeld.feiten, voorbeeld.peildatum, ALLE_IDS))
        assert BewijsModel.model_validate(bewijs).model_dump(mode="json", exclude_unset=True) == bewijs


@pytest.mark.parametrize("deel", range(8))
def test_every_example_household_is_the_same_again(deel: int) -> None:
    for voorbeeld in VOORBEELDEN[deel::8]:
        bewijs = bewijs_van(Opgave(voorbeeld.feiten, voorbeeld.peildatum, tuple(voorbeeld.verwacht)))
        assert opnieuw(bewijs) == Herrekening((), ()), voorbeeld.id


@pytest.mark.parametrize(
    "opgave",
    [
        Opgave({}, DAG, TOESLAGEN),
        Opgave({"kinderen": [4, None], "medebewoners": [{}, {"relatie": "ander"}]}, DAG, TOESLAGEN),
        Opgave({**HUISHOUDEN, "inkomen_jaar": "weet_niet"}, DAG, TOESLAGEN),
        Opgave({**HUISHOUDEN, "jaren_laag_inkomen": 2.0}, DAG, ALLE_IDS),
        Opgave(HUISHOUDEN, DAG, TOESLAGEN, geschat={"inkomen_jaar": {"uit": "maand"}}),
        Opgave(
            {**HUISHOUDEN, "vermogen": {"van": "1000", "tot": "100000"}},
            DAG,
            TOESLAGEN,
            niet_scherper=frozenset({"vermogen"}),
        ),
        Opgave(HUISHOUDEN, date(2027, 3, 1), TOESLAGEN),
        Opgave(HUISHOUDEN, date(2040, 1, 1), TOESLAGEN),
    ],
    ids=["niets", "onaf", "weet-niet", "getal", "geschat", "niet-scherper", "volgend-jaar", "ooit"],
)
def test_a_talk_under_way_is_the_same_again(opgave: Opgave) -> None:
    bewijs = bewijs_van(opgave)
    assert opnieuw(bewijs) == Herrekening((), ())
    assert lees_bewijs(als_bestand(bewijs)).opgave.reken(parameters(), ALLES) == opgave.reken(
        parameters(), ALLES
    )


def test_what_a_talk_knows_besides_facts_matters() -> None:
    """Otherwise the receipt could not be computed anew without the talk."""
    geschat = bewijs_van(Opgave(HUISHOUDEN, DAG, TOESLAGEN, geschat={"inkomen_jaar": {"uit": "maand"}}))
    assert geschat["uitkomsten"] != gewoon()["uitkomsten"]
    assert not opnieuw(met_hash({**geschat, "geschat": {}})).hetzelfde


def test_a_lodgers_contract_is_open_in_a_receipt_as_in_a_talk() -> None:
    bewoner = {"leeftijd": 30, "inkomen_jaar": "20000", "relatie": "ander"}
    open_, zonder = (
        bewijs_van(Opgave({**HUISHOUDEN, "medebewoners": [b]}, DAG, ("huurtoeslag",)))["uitkomsten"][0]
        for b in (bewoner, {**bewoner, "huurcontract": False})
    )
    assert open_["recht"] == "onbekend"
    assert zonder["recht"] != "onbekend"


def test_spaces_order_and_escapes_are_no_change() -> None:
    bewijs = gewoon()
    anders = json.dumps(dict(sorted(bewijs.items(), reverse=True)), ensure_ascii=True)
    assert lees_bewijs(anders) == lees_bewijs(als_bestand(bewijs)) == lees_bewijs("\ufeff" + anders)


@pytest.mark.parametrize(
    ("was", "wordt"),
    [
        ('"kale_huur": "650"', '"kale_huur": "651"'),
        ('"126.00"', '"127.00"'),
        ('"partner": false', '"partner": true'),
        ('"leeftijd": 34', '"leeftijd": 34.0'),
        ("Eén zin.", "Een zin."),
        ('"geschat": {}', '"geschat": {"inkomen_jaar": {"uit": "maand"}}'),
        ("2026-11-20T12", "2026-11-20T13"),
        ('"peildatum": "2026-11-20"', '"peildatum": "2026-11-21"'),
        ('"gemeente": "voorbeeldstad"', '"gemeente": null'),
        (f'"versie": "{parameters().versie}"', '"versie": "0123456789ab"'),
    ],
)
def test_a_changed_file_is_noticed(was: str, wordt: str, bestand: Schrijver) -> None:
    tekst = als_bestand(gewoon())
    assert was in tekst
    veranderd = tekst.replace(was, wordt, 1)
    with pytest.raises(OngeldigBewijs, match="hash_klopt_niet"):
        lees_bewijs(veranderd)
    assert main(["herreken", str(bestand(veranderd))]) == 2


@pytest.mark.parametrize("naam", [naam for naam in gewoon() if naam not in ("uitleg", "gemeente")])
def test_a_missing_or_wrong_field_is_named(naam: str) -> None:
    heel = gewoon()
    zonder = {n: w for n, w in heel.items() if n != naam}
    with pytest.raises(OngeldigBewijs) as fout:
        lees_bewijs(als_bestand(zonder))
    verwacht = ("geen_bewijs", "") if naam == "soort" else ("veld_ontbreekt", naam)
    assert (fout.value.code, fout.value.waar) == verwacht
    for onzin in (None, 3.5, [1], {"a": 1}, "x", ["x", "x"]):
        kapot = {**heel, naam: onzin}
        with pytest.raises(OngeldigBewijs) as fout:
            opnieuw(kapot if naam == "hash" else met_hash(kapot))
        assert fout.value.code in ("veld_verkeerd", "geen_bewijs", "vorm_onbekend", "feiten_onleesbaar")


@pytest.mark.parametrize(
    "geschat",
    [
        ["inkomen_jaar"],
        {"inkomen_jaar": "maand"},
        {"inkomen_jaar": {"laag": "1"}},
        {"inkomen_jaar": {"uit": "maand", "laag": "veel"}},
        {"inkomen_jaar": {"uit": "maand", "laag": "NaN", "hoog": "2"}},
        {"inkomen_jaar": {"uit": "maand", "meer": "2"}},
    ],
)
def test_an_estimate_in_another_form_is_refused_in_a_clear_sentence(
    geschat: object, bestand: Schrijver, capsys: pytest.CaptureFixture[str]
) -> None:
    kapot = als_bestand(met_hash({**gewoon(), "geschat": geschat}))
    assert main(["herreken", str(bestand(kapot))]) == 2
    assert capsys.readouterr().err == "Dit bewijs is niet heel: het veld 'geschat' klopt niet.\n"


def _dieper(lagen: int) -> object:
    waarde: object = 1
    for _ in range(lagen):
        waarde = [waarde]
    return waarde


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        ("", "geen geldige JSON"),
        ("\x00\xff", "geen geldige JSON"),
        ("Beste gemeente, ik heb recht op alles.", "geen geldige JSON"),
        (als_bestand(gewoon())[:-40], "geen geldige JSON"),
        ('{"soort": "rechtop-bewijs", "soort": "rechtop-bewijs"}', "geen geldige JSON"),
        (als_bestand(gewoon()).replace('"leeftijd": 34', '"leeftijd": NaN'), "geen geldige JSON"),
        (als_bestand(gewoon()).replace('"leeftijd": 34', '"leeftijd": ' + "9" * 5000), "geen geldige JSON"),
        ("[" * 100_000, "geen geldige JSON"),
        (" " * GROOTSTE + "{}", "te groot"),
        ("{}", "geen bewijs van Rechtop"),
        ("[]", "geen bewijs van Rechtop"),
        ("null", "geen bewijs van Rechtop"),
        ('{"soort": "iets anders"}', "geen bewijs van Rechtop"),
        (met_hash({**gewoon(), "feiten": _dieper(50)}), "geen bewijs van Rechtop"),
        (met_hash({**gewoon(), "vorm": 2}), "nieuwere versie"),
        (met_hash({**gewoon(), "vorm": True}), "nieuwere versie"),
        (met_hash({**gewoon(), "peildatum": "0001-01-01"}), "'peildatum' klopt niet"),
        (met_hash({**gewoon(), "gemaakt_op": "gisteren"}), "'gemaakt_op' klopt niet"),
        (met_hash({**gewoon(), "uitkomsten": gewoon()["uitkomsten"][:2]}), "'uitkomsten' klopt niet"),
        (met_hash({**gewoon(), "uitkomsten": gewoon()["uitkomsten"] * 2}), "'uitkomsten' klopt niet"),
        (met_hash({**gewoon(), "geschat": {"inkomen_jaar": {"uit": "maand", "wie": "ik"}}}), "'geschat' klopt niet"),
        (met_hash({**gewoon(), "geschat": {"inkomen_jaar": {"uit": 3}}}), "'geschat' klopt niet"),
        (met_hash({**gewoon(), "geschat": {"inkomen_jaar": {"uit": "maand", "laag": "veel"}}}), "'geschat' klopt niet"),
        (met_hash({**gewoon(), "geschat": {"inkomen_jaar": {"laag": "1"}}}), "'geschat' klopt niet"),
        (met_hash({**gewoon(), "feiten": {"schoenmaat": 43}}), "feiten.schoenmaat"),
        (met_hash({**gewoon(), "feiten": {"leeftijd": "\ud800\x1b[31m"}}), "feiten.leeftijd"),
    ],
)  # fmt: skip
def test_what_is_no_receipt_gets_a_clear_sentence(
    inhoud: str | Json, zin: str, bestand: Schrijver, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["herreken", str(bestand(inhoud))]) == 2
    gezegd = capsys.readouterr()
    assert zin in gezegd.err
    assert gezegd.out == ""


def test_the_program_itself_ends_with_what_main_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["python -m actions.regels", "versie"])
    monkeypatch.delitem(sys.modules, "actions.regels.__main__")
    with pytest.raises(SystemExit) as einde:
        runpy.run_module("actions.regels", run_name="__main__")
    assert einde.value.code == 0
    assert parameters().versie in capsys.readouterr().out


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["herreken", str(tmp_path / "weg.json")]) == 2
    assert main(["herreken", str(tmp_path)]) == 2
    binair = tmp_path / "foto.json"
    binair.write_bytes(bytes(range(256)))
    assert main(["herreken", str(binair)]) == 2
    assert main(["herreken", str(binair), "--parameters", str(tmp_path)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_broken_file_of_the_gemeente_is_said(
    tmp_path: Path, bestand: Schrijver, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words of an editor reach who runs it, and no outcome is told without the schemes of the gemeente."""
    shutil.copytree(WORTEL / "content" / "parameters", tmp_path / "parameters")
    (tmp_path / "gemeenten").mkdir()
    (tmp_path / "gemeenten" / "voorbeeldstad.yml").write_text("slug: [", encoding="utf-8")
    assert main(["herreken", str(bestand(gewoon())), "--parameters", str(tmp_path / "parameters")]) == 2
    gezegd = capsys.readouterr().err
    assert "De regelingen van gemeenten zijn niet te lezen" in gezegd
    assert "gemeenten/voorbeeldstad.yml" in gezegd


def test_same_as_a_program(bestand: Schrijver) -> None:
    """As staff runs it, from the command line."""
    uit = subprocess.run(
        [sys.executable, "-m", "actions.regels", "herreken", str(bestand(gewoon()))],
        capture_output=True,
        text=True,
        cwd=WORTEL,
        check=False,
    )
    assert (uit.returncode, uit.stderr) == (0, "")
    assert "Hetzelfde: alle uitkomsten zijn gelijk." in uit.stdout


def test_other_amounts_give_the_difference(
    tmp_path: Path, bestand: Schrijver, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = tmp_path / "parameters"
    shutil.copytree(WORTEL / "content" / "parameters", map_)
    zorg = map_ / "zorgtoeslag.yml"
    premie = parameters().waarde("zorgtoeslag", "standaardpremie", DAG)
    assert premie is not None
    tekst = zorg.read_text(encoding="utf-8")
    assert f'"{premie.waarde}"' in tekst
    zorg.write_text(tekst.replace(f'"{premie.waarde}"', f'"{premie.waarde + 120}"'), encoding="utf-8")
    pad = bestand(gewoon())
    assert main(["herreken", str(pad), "--parameters", str(map_)]) == 1
    regels = capsys.readouterr().out.splitlines()
    assert "Anders. Veranderd: 1 van de 3 uitkomsten." in regels
    assert '  bedrag_per_maand: was "126.00", is nu "136.00"' in regels
    assert f"De versie van de bedragen (parameters) was {parameters().versie} en is nu" in "\n".join(regels)
    assert "De versie van de regels (regels) is gelijk." in regels
    assert [regel for regel in regels if regel.endswith(":")] == ["zorgtoeslag:"]


def test_a_gemeente_file_that_cannot_be_read_is_said(
    tmp_path: Path, bestand: Schrijver, capsys: pytest.CaptureFixture[str]
) -> None:
    map_ = tmp_path / "parameters"
    shutil.copytree(WORTEL / "content" / "parameters", map_)
    (tmp_path / "gemeenten").mkdir()
    (tmp_path / "gemeenten" / "voorbeeldstad.yml").write_text("slug: [", encoding="utf-8")
    assert main(["herreken", str(bestand(gewoon())), "--parameters", str(map_)]) == 2
    gezegd = capsys.readouterr()
    assert "De regelingen van gemeenten zijn niet te lezen: gemeenten/voorbeeldstad.yml" in gezegd.err
    assert gezegd.out == ""


def test_another_version_with_the_same_outcomes_is_the_same(
    bestand: Schrijver, capsys: pytest.CaptureFixture[str]
) -> None:
    bewijs = met_hash({**gewoon(), "regels": {"versie": "0123456789ab"}})
    uitslag = opnieuw(bewijs)
    assert uitslag.hetzelfde
    assert [(v.veld, v.oud, v.nieuw) for v in uitslag.versies] == [("regels", "0123456789ab", regelversie())]
    assert main(["herreken", str(bestand(bewijs))]) == 0
    assert "De versie van de regels (regels) was 0123456789ab" in capsys.readouterr().out


def test_a_difference_names_scheme_and_field() -> None:
    """Had the outcome been another one then: what it says of a line that is gone, a reason, an amount."""
    bewijs = gewoon()
    huur = json.loads(json.dumps(bewijs["uitkomsten"][1]))
    huur["redenen"] = [{"code": "inkomen_te_hoog", "waarden": {"grens": "30000"}}]
    huur["stappen"] = [{"id": "oud", "bedrag": "1.00", "artikel": "a", "waarden": {}}, *huur["stappen"]]
    huur["jaar"] = 2025
    eerder = met_hash({**bewijs, "uitkomsten": [bewijs["uitkomsten"][0], huur, bewijs["uitkomsten"][2]]})
    verschillen = {v.veld: (v.oud, v.nieuw) for v in opnieuw(eerder).uitkomsten}
    assert {v.regeling for v in opnieuw(eerder).uitkomsten} == {"huurtoeslag"}
    assert verschillen["jaar"] == (2025, 2026)
    assert verschillen["redenen"] == (["inkomen_te_hoog"], ["voldoet"])
    assert verschillen["redenen.inkomen_te_hoog.waarden.grens"] == ("30000", None)
    assert verschillen["stappen.oud.bedrag"] == ("1.00", None)
    assert not any(veld.startswith("stappen.") and "oud" not in veld for veld in verschillen)


def test_true_is_not_one() -> None:
    bewijs = gewoon()
    eerste = {**bewijs["uitkomsten"][0], "tot_en_met": 0}
    uitslag = opnieuw(met_hash({**bewijs, "uitkomsten": [eerste, *bewijs["uitkomsten"][1:]]}))
    assert [(v.veld, v.oud, v.nieuw) for v in uitslag.uitkomsten] == [("tot_en_met", 0, False)]


def test_a_scheme_that_cannot_be_computed_is_a_difference_and_no_crash() -> None:
    def kapot(*_: object) -> None:
        raise ZeroDivisionError

    catalogus = {**ALLES, "zorgtoeslag": replace(ALLES["zorgtoeslag"], beoordeel=kapot)}  # type: ignore[arg-type]
    uitslag = herreken(lees_bewijs(als_bestand(gewoon())), parameters(), regelversie(), catalogus)
    redenen = [(v.regeling, v.oud, v.nieuw) for v in uitslag.uitkomsten if v.veld == "redenen"]
    assert redenen == [("zorgtoeslag", ["voldoet"], ["rekenfout"])]


def test_the_rules_version_follows_the_sources(tmp_path: Path) -> None:
    kopie = tmp_path / "regels"
    shutil.copytree(WORTEL / "actions" / "regels", kopie)
    assert versie_van(kopie) == regelversie()
    (kopie / "__main__.py").write_text("pass")
    (kopie / "aantekening.txt").write_text("pass")
    assert versie_van(kopie) == regelversie()
    zorg = kopie / "toeslagen" / "zorgtoeslag.py"
    zorg.write_bytes(zorg.read_bytes().replace(b"\n", b"\r\n"))
    assert versie_van(kopie) == regelversie()
    zorg.write_bytes(zorg.read_bytes() + b"X = 1\n")
    assert versie_van(kopie) != regelversie()
    shutil.rmtree(kopie / "toeslagen")
    assert versie_van(kopie) != regelversie()


def test_without_sources_there_is_no_version(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        versie_van(tmp_path)


def test_the_versions_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["versie"]) == 0
    assert capsys.readouterr().out.split() == ["bedragen:", parameters().versie, "regels:", regelversie()]
