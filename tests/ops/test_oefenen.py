"""One round after another, with made-up training: what comes of a change, and what is remembered of it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from actions.gesprek.opslag import Opslag
from ops.fouten import WisselMislukt
from ops.oefenen import modellen as over_modellen
from ops.oefenen.logboek import Logboek
from ops.oefenen.modellen import Modellen, Stand, afdruk_van
from ops.oefenen.oordeel import Misser, Oordeel
from ops.oefenen.ronde import Handen, Ronden, ToetsMislukt, Uitslag
from ops.oefenen.stempels import stempels
from ops.train import TrainenMislukt, ZinnenOnbruikbaar
from web.redactie.tabellen import oefening
from web.redactie.verstaan import oefeningen
from web.redactie.verstaan.oefeningen import Oefening

CIJFERS = {"in_een_keer": 0.9}
GOED = Oordeel(None, (), CIJFERS, CIJFERS, 100, ())
SLECHT = Oordeel("slechter", ("in_drie",), CIJFERS, CIJFERS, 100, (Misser("bijstand", None, 2),))


def niets() -> None:
    """Nothing happens meanwhile."""


@dataclass
class Werkplaats:
    """Content whose fingerprint is what stands in its one file, and a trainer that does as it is told."""

    map: Path
    opslag: Opslag
    pijplijn: str = "p1"
    oordeel: Oordeel = GOED
    fout: Exception | None = None
    """Raised by whoever is named in `valt`."""
    valt: str = ""
    intussen: Callable[[], None] = niets
    """What happens in the middle of a training."""
    gedaan: list[str] = field(default_factory=list)

    @property
    def content(self) -> Path:
        return self.map / "inhoud"

    @property
    def modellen(self) -> Modellen:
        return Modellen(self.map / "modellen", self.map / "gedeeld")

    def schrijf(self, voorbeelden: str) -> None:
        pad = self.content / "faq" / "huurtoeslag.md"
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(voorbeelden)

    def genereer(self, content: Path, bouw: Path) -> tuple[str, str]:
        tekst = (content / "faq" / "huurtoeslag.md").read_text()
        if tekst == "kapot":
            raise ZinnenOnbruikbaar(
                "huurtoeslag.md: no front matter\nhuurtoeslag.md: and more", self.pijplijn
            )
        self._doe("genereer")
        return f"{self.pijplijn}-{tekst}", self.pijplijn

    def train(self, model: Path, bouw: Path, intussen: Callable[[], None]) -> None:
        intussen()
        self.intussen()
        intussen()
        self._doe("train")
        model.write_text("model")

    def toets(self, kandidaat: Path, afdruk: str, oud: Path | None, meld: Callable[[float], None]) -> Oordeel:
        assert kandidaat.read_text() == "model"
        meld(0.5)
        self._doe(f"toets tegen {None if oud is None else afdruk_van(oud)}")
        self.modellen.rangen(afdruk).write_text("{}")
        return self.oordeel

    def wissel(self, model: Path) -> None:
        assert model.read_text() == "model"
        self._doe(f"wissel {afdruk_van(model)}")

    def _doe(self, wat: str) -> None:
        self.gedaan.append(wat)
        if self.fout is not None and self.valt and wat.startswith(self.valt):
            raise self.fout

    def ronde(self, dient: str | None = "p1-een") -> Uitslag:
        """As a program that is started anew each time."""
        self.gedaan.clear()
        nu = lambda: datetime.now(UTC)  # noqa: E731
        logboek = Logboek(self.opslag, nu, lambda: "a" * 40)
        handen = Handen(self.genereer, self.train, self.toets, self.wissel)
        return Ronden(self.content, self.modellen, logboek, handen, dient).tot_alles_klopt()

    def oefeningen(self) -> list[Oefening]:
        with self.opslag.lees_naast() as verbinding:
            return oefeningen.lijst(verbinding)

    def stappen(self) -> list[tuple[str, str | None]]:
        """Oldest first."""
        return [(een.stap, een.reden) for een in reversed(self.oefeningen())]


@pytest.fixture
def plaats(tmp_path: Path) -> Iterator[Werkplaats]:
    opslag = Opslag(f"sqlite:///{tmp_path / 'rechtop.db'}", lambda: datetime.now(UTC))
    with opslag.schrijf() as verbinding:
        oefening.create(verbinding)  # all tables would take longer than the test
    (tmp_path / "gedeeld").mkdir()
    (tmp_path / "gedeeld" / "p1-een.tar.gz").write_text("model")
    werkplaats = Werkplaats(tmp_path, opslag)
    werkplaats.schrijf("een")
    yield werkplaats
    opslag.sluit()


def test_zonder_andere_voorbeelden_gebeurt_er_niets(plaats: Werkplaats) -> None:
    assert plaats.ronde() == "niets"
    assert plaats.gedaan == ["genereer"]
    assert plaats.oefeningen() == []


def test_een_beter_model_komt_in_dienst(plaats: Werkplaats) -> None:
    plaats.schrijf("twee")
    assert plaats.ronde() == "klaar"
    assert plaats.gedaan == ["genereer", "train", "toets tegen p1-een", "wissel p1-twee"]
    (een,) = plaats.oefeningen()
    assert (een.stap, een.deel, een.reden, een.model, een.uitgave) == (
        "klaar",
        100,
        None,
        "p1-twee",
        "a" * 40,
    )
    assert een.cijfers["nieuw"] == CIJFERS
    assert plaats.modellen.stand() == Stand("p1-twee", None, None, "p1")
    assert plaats.ronde("p1-twee") == "niets"


def test_een_slechter_model_komt_nooit_in_dienst(plaats: Werkplaats, monkeypatch: pytest.MonkeyPatch) -> None:
    plaats.modellen.dient("p1-een", "p1")
    plaats.schrijf("twee")
    plaats.oordeel = SLECHT
    assert plaats.ronde() == "geweigerd"
    assert "wissel p1-twee" not in plaats.gedaan
    (een,) = plaats.oefeningen()
    assert (een.stap, een.reden, een.cijfers["waar"]) == ("geweigerd", "slechter", ["in_drie"])
    assert een.cijfers["missers"] == [{"hoort": "bijstand", "wordt": None, "aantal": 2}]
    assert plaats.modellen.pad("p1-twee") is None

    assert plaats.ronde() == "niets", "the same examples are not tried twice"
    # Also where somebody else trained that very model: the house starts with the last good one.
    (plaats.map / "gedeeld" / "p1-twee.tar.gz").write_text("model")
    monkeypatch.setattr(over_modellen, "genereer", plaats.genereer)
    assert afdruk_van(plaats.modellen.kies(plaats.content)) == "p1-een"

    plaats.schrijf("drie")
    plaats.oordeel = GOED
    assert plaats.ronde() == "klaar"
    assert plaats.modellen.stand() == Stand("p1-drie", "p1-een", None, "p1")


@pytest.mark.parametrize(
    ("valt", "fout", "reden"),
    [
        ("train", TrainenMislukt("no memory"), "trainen"),
        ("toets", ToetsMislukt("ended with -9"), "toetsen"),
        ("wissel", WisselMislukt("port taken"), "wisselen"),
        ("genereer", TrainenMislukt("no python"), "trainen"),
    ],
)
def test_wat_mislukt_laat_alles_zoals_het_was(
    plaats: Werkplaats, valt: str, fout: Exception, reden: str
) -> None:
    plaats.modellen.dient("p1-een", "p1")
    plaats.schrijf("twee")
    plaats.valt, plaats.fout = valt, fout
    assert plaats.ronde() == "mislukt"
    assert plaats.stappen() == [("mislukt", reden)]
    assert plaats.modellen.stand() == Stand("p1-een", None, None, "p1")
    assert not list(plaats.modellen.map.glob(".bezig-*"))
    # What failed may go well another time.
    plaats.valt = ""
    assert plaats.ronde() == "klaar"
    assert plaats.stappen() == [("mislukt", reden), ("klaar", None)]


def test_fouten_in_de_zinnen_noemen_het_bestand(plaats: Werkplaats) -> None:
    plaats.schrijf("kapot")
    assert plaats.ronde() == "mislukt"
    (een,) = plaats.oefeningen()
    assert (een.reden, een.cijfers) == ("zinnen", {"bestanden": ["huurtoeslag.md"]})


def test_een_wijziging_tijdens_het_trainen_wacht_en_komt_erna(plaats: Werkplaats) -> None:
    gezien: list[tuple[str, str | None]] = []

    def intussen() -> None:
        plaats.intussen = lambda: gezien.extend(plaats.stappen())
        plaats.schrijf("drie maal")

    plaats.schrijf("twee")
    plaats.intussen = intussen
    assert plaats.ronde() == "klaar"
    assert [wat for wat in plaats.gedaan if wat.startswith("wissel")] == [
        "wissel p1-twee",
        "wissel p1-drie maal",
    ]
    # In the second training the one that waited is the one under way: no third line.
    assert gezien == [("klaar", None), ("trainen", None)]
    assert plaats.stappen() == [("klaar", None), ("klaar", None)]


def test_wie_wacht_is_te_zien_en_verdwijnt_als_er_niets_meer_is(plaats: Werkplaats) -> None:
    gezien: list[tuple[str, str | None]] = []

    def intussen() -> None:
        plaats.schrijf("drie maal")

    def toets(*wat: object) -> Oordeel:
        gezien.extend(plaats.stappen())
        plaats.schrijf("twee")  # as it was when this training began
        return GOED

    plaats.schrijf("twee")
    plaats.intussen = intussen
    plaats.toets = toets  # type: ignore[assignment,method-assign]
    assert plaats.ronde() == "klaar"
    assert gezien == [("toetsen", None), ("wacht", None)]
    assert plaats.stappen() == [("klaar", None)]


def test_wie_midden_in_een_training_stopte_laat_niets_onderweg_achter(plaats: Werkplaats) -> None:
    with plaats.opslag.schrijf() as verbinding:
        oefeningen.begin(verbinding, datetime.now(UTC), "trainen")
    plaats.ronde()
    assert plaats.stappen() == [("mislukt", "gestopt")]


def test_oude_modellen_gaan_weg(plaats: Werkplaats) -> None:
    dient = "p1-een"
    for voorbeelden in ("twee", "drie", "vier"):
        plaats.schrijf(voorbeelden)
        assert plaats.ronde(dient) == "klaar"
        dient = f"p1-{voorbeelden}"
    over = sorted(pad.name for pad in plaats.modellen.map.iterdir() if not pad.name.startswith("."))
    assert over == [
        "p1-drie.rangen.json",
        "p1-drie.tar.gz",
        "p1-vier.rangen.json",
        "p1-vier.tar.gz",
        "stand.json",
    ]
    assert (plaats.map / "gedeeld" / "p1-een.tar.gz").exists(), "that is not ours to clean up"


def test_terug_naar_het_vorige_model_zonder_trainen(plaats: Werkplaats) -> None:
    for voorbeelden, dient in (("twee", "p1-een"), ("drie", "p1-twee")):
        plaats.schrijf(voorbeelden)
        plaats.ronde(dient)
    plaats.schrijf("twee")
    assert plaats.ronde("p1-drie") == "klaar"
    assert plaats.gedaan == ["genereer", "wissel p1-twee"]
    assert plaats.modellen.stand() == Stand("p1-twee", "p1-drie", None, "p1")


def test_twee_huizen_op_een_map_trainen_niet_tegelijk(plaats: Werkplaats) -> None:
    bezig: list[bool] = []

    def kijk() -> None:
        with (plaats.modellen.map / ".slot").open("w") as slot, pytest.raises(BlockingIOError):
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        bezig.append(True)

    plaats.schrijf("twee")
    plaats.intussen = kijk
    assert plaats.ronde() == "klaar"
    assert bezig == [True]
    # The other house comes after it, finds the model there, and only switches.
    assert plaats.ronde("p1-een") == "klaar"
    assert plaats.gedaan == ["genereer", "wissel p1-twee"]


# --- which model a house starts with ---------------------------------------------------------------------------------


@pytest.fixture
def kies(plaats: Werkplaats, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    def zorg(content: Path) -> Path:
        afdruk, _ = plaats.genereer(content, content)
        model = plaats.map / "gedeeld" / f"{afdruk}.tar.gz"
        plaats.gedaan.append("getraind")
        model.write_text("model")
        return model

    monkeypatch.setattr(over_modellen, "genereer", plaats.genereer)
    monkeypatch.setattr(over_modellen, "zorg_voor_model", zorg)
    return lambda: afdruk_van(plaats.modellen.kies(plaats.content))


def test_de_eerste_start_traint_en_een_gewone_niet(plaats: Werkplaats, kies: Callable[[], str]) -> None:
    plaats.schrijf("nieuw")
    assert kies() == "p1-nieuw"
    assert "getraind" in plaats.gedaan
    plaats.gedaan.clear()
    assert kies() == "p1-nieuw"
    assert "getraind" not in plaats.gedaan


def test_na_een_wijziging_zonder_huis_dient_de_laatste_goede(
    plaats: Werkplaats, kies: Callable[[], str]
) -> None:
    assert kies() == "p1-een"
    plaats.schrijf("twee")
    assert kies() == "p1-een", "the new examples are trained and tested while it serves"
    plaats.schrijf("kapot")
    assert kies() == "p1-een"


def test_een_andere_pijplijn_traint_opnieuw(plaats: Werkplaats, kies: Callable[[], str]) -> None:
    assert kies() == "p1-een"
    plaats.pijplijn = "p2"
    assert kies() == "p2-een"
    plaats.schrijf("kapot")
    plaats.pijplijn = "p3"
    with pytest.raises(ZinnenOnbruikbaar):
        kies()


def test_een_stand_die_niet_te_lezen_is_is_er_geen(plaats: Werkplaats) -> None:
    (plaats.modellen.map / "stand.json").write_text("{")
    assert plaats.modellen.stand() == Stand()


# --- what the watch looks at -------------------------------------------------------------------------------------------


def test_stempels_zien_elke_wijziging_in_voorbeelden_en_niets_anders(tmp_path: Path) -> None:
    faq = tmp_path / "faq"
    (faq / "voorbeeldstad").mkdir(parents=True)
    (faq / "een.md").write_text("een")
    gezien = {stempels(tmp_path)}

    def is_nieuw() -> bool:
        eerst = len(gezien)
        gezien.add(stempels(tmp_path))
        return len(gezien) > eerst

    assert not is_nieuw()
    (tmp_path / "teksten.yml").write_text("x")
    (faq / ".half").write_text("x")
    assert not is_nieuw()
    (faq / "voorbeeldstad" / "een.md").write_text("een")
    assert is_nieuw()
    os.utime(faq / "een.md", ns=(1, 1))
    assert is_nieuw()
    (faq / "een.md").unlink()
    assert is_nieuw()


def test_stempels_zonder_map(tmp_path: Path) -> None:
    assert stempels(tmp_path) == frozenset()
