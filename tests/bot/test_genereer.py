"""The generated training data: one list of intents, sentences fit for training, mistakes named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from ops.plekken import BOT, CONTENT

OPDRACHTEN = {
    "begroeting", "bedankt", "start", "stop", "opnieuw", "terug", "weet_niet", "ja", "nee", "overzicht",
    "wijzig", "waarom", "herhaal", "frustratie", "buiten_bereik", "antwoord",
}  # fmt: skip
"""The names of the public contract (faq-onderwerpen.md) and our own `antwoord`."""


def genereer(content: Path, doel: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BOT / "genereer.py"), "--content", str(content), "--bouw", str(doel)],
        capture_output=True,
        text=True,
        check=False,
    )


def schrijf_faq(content: Path, naam: str, zinnen: list[str]) -> None:
    map_ = content / "faq"
    map_.mkdir(parents=True, exist_ok=True)
    voorwerk = yaml.safe_dump({"titel": "Iets", "voorbeelden": zinnen}, allow_unicode=True)
    (map_ / f"{naam}.md").write_text(f"---\n{voorwerk}---\nHet antwoord.\n", "utf-8")


def lees(pad: Path) -> Any:
    return yaml.safe_load(pad.read_text("utf-8"))


def intents_van(doel: Path) -> tuple[list[str], list[str], list[str]]:
    """Those of the domain, of the sentences and of the rule."""
    nlu = [blok["intent"] for blok in lees(doel / "data/nlu.yml")["nlu"]]
    (regel,) = lees(doel / "data/rules.yml")["rules"]
    stappen = regel["steps"]
    assert stappen[1:] == [{"action": "action_beurt"}]
    return lees(doel / "domain.yml")["intents"], nlu, [keus["intent"] for keus in stappen[0]["or"]]


def test_onderwerpen_van_een_gemeente(tmp_path: Path) -> None:
    """A topic only some gemeenten have is learnt once; an answer of a gemeente's own needs no sentences."""
    content, doel = tmp_path / "content", tmp_path / "bouw"
    schrijf_faq(content, "huurtoeslag", ["krijg ik huurtoeslag", "hulp bij de huur"])
    for slug, gezegd in {
        "a": ["wat is de stadspas", "stadspas kwijt"],
        "b": ["Wat is de stadspas", "pas voor de stad"],
    }.items():
        eigen = content / "faq" / slug
        eigen.mkdir()
        (eigen / "stadspas.md").write_text(f"---\nvoorbeelden: {gezegd}\n---\nZo.\n", "utf-8")
    (content / "faq" / "a" / "huurtoeslag.md").write_text("---\ntitel: Bij ons\n---\nAnders.\n", "utf-8")
    klaar = genereer(content, doel)
    assert klaar.returncode == 0, klaar.stderr
    zinnen = {blok["intent"]: blok["examples"] for blok in lees(doel / "data/nlu.yml")["nlu"]}
    assert zinnen["faq_huurtoeslag"] == "- krijg ik huurtoeslag\n- hulp bij de huur\n"
    assert zinnen["faq_stadspas"].lower().count("wat is de stadspas") == 1
    assert "- stadspas kwijt\n" in zinnen["faq_stadspas"]
    assert "- pas voor de stad\n" in zinnen["faq_stadspas"]


def test_de_zinnen_van_het_project(tmp_path: Path) -> None:
    klaar = genereer(CONTENT, tmp_path)
    assert klaar.returncode == 0, klaar.stderr
    domein, nlu, regel = intents_van(tmp_path)
    topics = {"faq_" + pad.stem.replace("-", "_") for pad in (CONTENT / "faq").glob("*.md")}
    assert set(domein) == OPDRACHTEN | topics | {"keuze"}
    assert domein == regel
    assert [*nlu, "keuze"] == domein


def test_genoeg_zinnen_per_opdracht(tmp_path: Path) -> None:
    genereer(CONTENT, tmp_path)
    aantallen = {
        blok["intent"]: len(blok["examples"].splitlines())
        for blok in lees(tmp_path / "data/nlu.yml")["nlu"]
        if not blok["intent"].startswith("faq_")
    }
    assert min(aantallen.values()) >= 25
    assert aantallen["buiten_bereik"] >= 60
    assert aantallen["antwoord"] >= 60


def test_een_onderwerp_erbij_geeft_een_andere_naam_aan_het_model(tmp_path: Path) -> None:
    schrijf_faq(tmp_path, "toeslag-stopzetten", ["mijn toeslag stoppen", "toeslag stopzetten"])
    eerste = genereer(tmp_path, tmp_path / "a").stdout
    assert genereer(tmp_path, tmp_path / "b").stdout == eerste
    for naam in ("domain.yml", "data/nlu.yml", "data/rules.yml"):
        assert (tmp_path / "a" / naam).read_bytes() == (tmp_path / "b" / naam).read_bytes()
    assert "faq_toeslag_stopzetten" in intents_van(tmp_path / "a")[0]

    schrijf_faq(
        tmp_path, "toeslag-stopzetten", ["mijn toeslag stoppen", "toeslag stopzetten", "hoe stop ik het"]
    )
    assert genereer(tmp_path, tmp_path / "c").stdout != eerste


def test_een_andere_tekst_zonder_andere_zinnen_vraagt_geen_training(tmp_path: Path) -> None:
    schrijf_faq(tmp_path, "privacy", ["is dit anoniem", "wie leest mee"])
    eerste = genereer(tmp_path, tmp_path / "a").stdout
    pad = tmp_path / "faq" / "privacy.md"
    pad.write_text(pad.read_text("utf-8").replace("Het antwoord.", "Een ander antwoord."), "utf-8")
    assert genereer(tmp_path, tmp_path / "b").stdout == eerste


def test_zinnen_blijven_zinnen(tmp_path: Path) -> None:
    """Words that YAML takes for something else, and quotes, reach Rasa as they were written."""
    map_ = tmp_path / "faq"
    map_.mkdir()
    (map_ / "digid.md").write_text(
        "---\nvoorbeelden:\n- off\n- 2026\n- \"wat is 'DigiD': uitleg\"\n- é€ zonder digid\n---\n", "utf-8"
    )
    assert genereer(tmp_path, tmp_path / "a").returncode == 0
    (blok,) = (blok for blok in lees(tmp_path / "a/data/nlu.yml")["nlu"] if blok["intent"] == "faq_digid")
    assert blok["examples"].splitlines() == [
        "- off",
        "- 2026",
        "- wat is 'DigiD': uitleg",
        "- é€ zonder digid",
    ]


@pytest.mark.parametrize(
    ("naam", "zinnen", "klacht"),
    [
        (
            "huurtoeslag",
            ["mijn paspoort verlopen", "Paspoort verlengen"],
            "both buiten_bereik and faq_huurtoeslag",
        ),
        ("huurtoeslag", ["wat is het", "Wat is het"], "twice"),
        ("huurtoeslag", ["een"], "at least 2"),
        ("huurtoeslag", ["/restart", "iets"], "a slash in front"),
        ("huurtoeslag", ["de [huur](bedrag) is", "iets"], "brackets"),
        ("huurtoeslag", ["een\nregel", "iets"], "line break"),
        ("Huur_toeslag", ["een zin", "nog een zin"], "an id holds only"),
    ],
)
def test_fouten_worden_genoemd(tmp_path: Path, naam: str, zinnen: list[str], klacht: str) -> None:
    schrijf_faq(tmp_path, naam, zinnen)
    klaar = genereer(tmp_path, tmp_path / "bouw")
    assert klaar.returncode == 1
    assert klacht in klaar.stderr
    assert not (tmp_path / "bouw").exists()


def test_geen_voorwerk(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    (tmp_path / "faq" / "crisis.md").write_text("Zomaar tekst", "utf-8")
    klaar = genereer(tmp_path, tmp_path / "bouw")
    assert klaar.returncode == 1
    assert "crisis.md: no front matter" in klaar.stderr
