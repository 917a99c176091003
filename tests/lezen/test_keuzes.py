"""Reading a question that takes several choices: what is ticked is always read, what is denied never is."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from actions.lezen import (
    REDENEN_DUBBELZINNIG,
    REDENEN_NIET_GELEZEN,
    Dubbelzinnig,
    Gelezen,
    NietGelezen,
    Vraagvorm,
    lees,
)
from actions.lezen.woorden import MEESTE_TEKENS
from tests.lezen.test_antwoorden import VORMEN

CONTENT = Path(__file__).parents[2] / "content"
KOSTEN = VORMEN["kosten"]


def _meerkeuzevragen() -> dict[str, Vraagvorm]:
    vormen: dict[str, Vraagvorm] = {}
    for pad in sorted((CONTENT / "vragen").glob("*.yml")):
        vraag = yaml.safe_load(pad.read_text(encoding="utf-8"))
        if vraag["invoer"]["type"] == "meerkeuze":
            keuzes = {str(k["waarde"]): (k["label"], *k.get("woorden", ())) for k in vraag["keuzes"]}
            eigen = frozenset(vraag["kort"].lower().rstrip("?").split())
            vormen[pad.stem] = Vraagvorm("keuzes", keuzes=keuzes, vulwoorden=eigen)
    return vormen


VRAGEN = _meerkeuzevragen()
ALLE = {**VRAGEN, **{naam: vorm for naam, vorm in VORMEN.items() if vorm.soort == "keuzes"}}


def _label(vorm: Vraagvorm, waarde: str) -> str:
    return vorm.keuzes[waarde][0]


def _in_volgorde(vorm: Vraagvorm, gekozen: list[str]) -> tuple[str, ...]:
    return tuple(waarde for waarde in vorm.keuzes if waarde in gekozen)


def test_er_zijn_meerkeuzevragen() -> None:
    assert "bijzondere_kosten" in VRAGEN


@pytest.mark.parametrize("naam", sorted(ALLE))
def test_elk_label_en_elk_woord_alleen(naam: str) -> None:
    vorm = ALLE[naam]
    van_een = [woord for woorden in vorm.keuzes.values() for woord in {w.lower() for w in woorden}]
    for waarde, woorden in vorm.keuzes.items():
        for woord in woorden:
            if van_een.count(woord.lower()) == 1:
                assert lees(vorm, woord) == Gelezen((waarde,), 0), woord
                assert lees(vorm, woord.upper() + ".") == Gelezen((waarde,), 0), woord


@pytest.mark.parametrize("naam", sorted(ALLE))
def test_alles_aangevinkt_past_in_een_bericht(naam: str) -> None:
    vorm = ALLE[naam]
    tekst = ", ".join(_label(vorm, waarde) for waarde in vorm.keuzes)
    assert len(tekst) <= MEESTE_TEKENS
    assert lees(vorm, tekst) == Gelezen(tuple(vorm.keuzes), 0)


@pytest.mark.parametrize("naam", sorted(ALLE))
def test_elk_paar_aangevinkt_ook_met_en_ertussen(naam: str) -> None:
    vorm = ALLE[naam]
    for een, twee in combinations(vorm.keuzes, 2):
        for tekst in (", ", " en ", " + "):
            samen = f"{_label(vorm, twee)}{tekst}{_label(vorm, een)}"
            assert lees(vorm, samen) == Gelezen((een, twee), 0), samen


@settings(max_examples=300, deadline=None)
@given(naam=st.sampled_from(sorted(ALLE)), data=st.data())
def test_wat_is_aangevinkt_wordt_precies_gelezen(naam: str, data: st.DataObject) -> None:
    vorm = ALLE[naam]
    gekozen = data.draw(st.lists(st.sampled_from(list(vorm.keuzes)), min_size=1, unique=True))
    tekst = ", ".join(_label(vorm, waarde) for waarde in gekozen)
    assert lees(vorm, tekst) == Gelezen(_in_volgorde(vorm, gekozen), 0)


LASTIG = st.lists(
    st.sampled_from(["gas", "water", "licht", "of", "en", "geen", "niet", "3", "maar", "alles", "ja", ","]),
    min_size=1,
    max_size=5,
).map(lambda woorden: " ".join(woorden).replace(" ,", ",").strip(", "))


@settings(max_examples=300, deadline=None)
@given(labels=st.lists(LASTIG, min_size=1, max_size=5, unique=True), data=st.data())
def test_elk_label_mag_een_komma_of_een_ontkenning_hebben(labels: list[str], data: st.DataObject) -> None:
    """Only labels that joined say the same as another set of labels cannot be told apart."""
    assume(all(labels))
    vorm = Vraagvorm("keuzes", keuzes={f"k{nummer}": (label,) for nummer, label in enumerate(labels)})
    gekozen = data.draw(st.lists(st.sampled_from(list(vorm.keuzes)), min_size=1, unique=True))
    tekst = ", ".join(_label(vorm, waarde) for waarde in gekozen)
    precies = Gelezen(_in_volgorde(vorm, gekozen), 0)
    if _op_een_manier(tekst, labels):
        assert lees(vorm, tekst) == precies
    else:
        assert lees(vorm, tekst) in (precies, NietGelezen("welke"))


def _op_een_manier(tekst: str, labels: list[str]) -> bool:
    def manieren(rest: str) -> int:
        return sum(
            1 if rest == label else manieren(rest[len(label) + 2 :])
            for label in labels
            if rest == label or rest.startswith(f"{label}, ")
        )

    return manieren(tekst) == 1


@settings(max_examples=200, deadline=None)
@given(
    naam=st.sampled_from(sorted(VRAGEN)),
    zin=st.sampled_from(
        ("geen {}", "{} niet", "niet {}", "nee, geen {}", "{} heb ik niet nodig", "ik heb geen {}")
    ),
    data=st.data(),
)
def test_wat_ontkend_wordt_is_nooit_een_antwoord(naam: str, zin: str, data: st.DataObject) -> None:
    vorm = VRAGEN[naam]
    waarde = data.draw(st.sampled_from(list(vorm.keuzes)))
    woord = data.draw(st.sampled_from(vorm.keuzes[waarde])).lower()
    uitslag = lees(vorm, zin.format(woord))
    assert isinstance(uitslag, NietGelezen), uitslag


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_wel_en_niet_in_een_zin(data: st.DataObject) -> None:
    wel, niet = data.draw(st.lists(st.sampled_from(list(KOSTEN.keuzes)), min_size=2, max_size=2, unique=True))
    een, ander = _label(KOSTEN, wel).lower(), _label(KOSTEN, niet).lower()
    for zin in (
        f"geen {ander} maar wel {een}",
        f"{een} wel, {ander} niet",
        f"{een} en geen {ander}",
        f"geen {ander}, wel {een}",
    ):
        assert lees(KOSTEN, zin) == Gelezen((wel,), 0), zin


@settings(max_examples=200, deadline=None)
@given(
    nummers=st.lists(st.integers(1, 6), min_size=1, max_size=8),
    tussen=st.sampled_from((", ", ",", " en ", " ", "/")),
)
def test_nummers_in_elke_volgorde(nummers: list[int], tussen: str) -> None:
    waarden = list(KOSTEN.keuzes)
    verwacht = tuple(waarden[nummer - 1] for nummer in sorted(set(nummers)))
    assert lees(KOSTEN, tussen.join(map(str, nummers))) == Gelezen(verwacht, 0)


def test_alles_is_wat_op_het_scherm_staat() -> None:
    vorm = Vraagvorm("keuzes", keuzes=KOSTEN.keuzes, getoond=2)
    assert lees(vorm, "allemaal") == Gelezen(("witgoed", "inrichting"), 0)
    assert lees(vorm, "allebei") == Gelezen(("witgoed", "inrichting"), 0)
    assert lees(vorm, "bril") == Gelezen(("bril",), 0)
    assert lees(vorm, "0") == NietGelezen("geen_antwoord")
    assert lees(vorm, "3") == NietGelezen("geen_antwoord")


def test_een_of_allebei_als_knoppen() -> None:
    uitslag = lees(KOSTEN, "tandarts of een bril")
    assert isinstance(uitslag, Dubbelzinnig)
    assert [(lezing.waarde, lezing.label) for lezing in uitslag.lezingen] == [
        (("bril",), "Bril"),
        (("tandarts",), "Tandarts"),
        (("bril", "tandarts"), "Bril, Tandarts"),
    ]
    # Of a longer list it cannot be told which of them go together.
    assert lees(KOSTEN, "bed, bril of tandarts") == Dubbelzinnig((), "een_of_meer")


@pytest.mark.parametrize(
    ("bestand", "redenen"), [("niet_gelezen", REDENEN_NIET_GELEZEN), ("dubbelzinnig", REDENEN_DUBBELZINNIG)]
)
def test_elke_reden_heeft_een_tekst(bestand: str, redenen: frozenset[str]) -> None:
    teksten = yaml.safe_load((CONTENT / "teksten" / f"{bestand}.yml").read_text(encoding="utf-8"))
    assert teksten.keys() - {"ander"} == redenen
    assert teksten.get("ander", {}).keys() <= redenen
