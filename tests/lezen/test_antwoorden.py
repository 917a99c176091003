"""Every typed answer in antwoorden.yml is read as it should be."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.lezen import Dubbelzinnig, Gelezen, NietGelezen, Vraagvorm, lees
from actions.lezen.lezer import REDENEN_DUBBELZINNIG, REDENEN_NIET_GELEZEN
from actions.lezen.vulwoorden import PARTNERWOORDEN

DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "antwoorden.yml").read_text(encoding="utf-8"))


def _vorm(velden: dict[str, Any]) -> Vraagvorm:
    maten: dict[str, Any] = {naam: Decimal(velden[naam]) for naam in ("minimum", "maximum") if naam in velden}
    keuzes = {waarde: tuple(woorden) for waarde, woorden in velden.get("keuzes", {}).items()}
    vul = velden.get("vulwoorden", ())
    vul = PARTNERWOORDEN if vul == "partner" else frozenset(vul)
    alles: dict[str, Any] = {**velden, **maten, "keuzes": keuzes, "vulwoorden": vul}
    return Vraagvorm(**alles)


VORMEN = {naam: _vorm(velden) for naam, velden in DATA["vormen"].items()}


def _regels(uitslag: str) -> list[Any]:
    return [
        pytest.param(VORMEN[naam], *regel, id=f"{naam}-{regel[0] or 'leeg'}")
        for naam in VORMEN
        for regel in DATA[naam].get(uitslag, [])
    ]


def _vorm_van(tekst: str) -> str:
    """The text without its numbers; of "1.850,00" the notation stays."""
    return re.sub(r"(?<![0.,/-])0+(?![0.,/-])", "0", re.sub("[0-9]", "0", tekst.lower()))


def _waarde(soort: str, verwacht: Any) -> Any:
    if verwacht == "weet_niet":
        return verwacht
    if soort == "bedrag" or (soort == "aantal" and isinstance(verwacht, str)):
        return Decimal(verwacht)
    if soort == "bedrag_of_bereik":
        return tuple(None if zijde is None else Decimal(zijde) for zijde in verwacht)
    return tuple(verwacht) if soort in ("leeftijden", "keuzes") else verwacht


@pytest.mark.parametrize(("vorm", "tekst", "verwacht"), _regels("gelezen"))
def test_gelezen(vorm: Vraagvorm, tekst: str, verwacht: Any) -> None:
    uitslag = lees(vorm, tekst)
    assert isinstance(uitslag, Gelezen), uitslag
    waarde = _waarde(vorm.soort, verwacht)
    assert uitslag.waarde == waarde
    assert type(uitslag.waarde) is type(waarde)
    assert uitslag.vreemd <= 1


@pytest.mark.parametrize(("vorm", "tekst", "verwacht", "vreemd"), _regels("vreemd"))
def test_antwoord_met_veel_vreemde_woorden(vorm: Vraagvorm, tekst: str, verwacht: Any, vreemd: int) -> None:
    uitslag = lees(vorm, tekst)
    assert isinstance(uitslag, Gelezen), uitslag
    assert uitslag.waarde == _waarde(vorm.soort, verwacht)
    assert uitslag.vreemd >= vreemd


@pytest.mark.parametrize(("vorm", "tekst", "reden"), _regels("dubbelzinnig"))
def test_dubbelzinnig(vorm: Vraagvorm, tekst: str, reden: str) -> None:
    uitslag = lees(vorm, tekst)
    assert isinstance(uitslag, Dubbelzinnig), uitslag
    assert uitslag.reden == reden
    assert reden in REDENEN_DUBBELZINNIG
    assert len({lezing.label for lezing in uitslag.lezingen}) == len(uitslag.lezingen)


@pytest.mark.parametrize(("vorm", "tekst", "reden"), _regels("niet_gelezen"))
def test_niet_gelezen(vorm: Vraagvorm, tekst: str, reden: str) -> None:
    assert lees(vorm, tekst) == NietGelezen(reden)
    assert reden in REDENEN_NIET_GELEZEN


def test_elke_reden_komt_voor() -> None:
    """A code no text leads to would be a text nobody sees."""
    dubbel = {regel[1] for naam in VORMEN for regel in DATA[naam].get("dubbelzinnig", [])}
    niet = {regel[1] for naam in VORMEN for regel in DATA[naam].get("niet_gelezen", [])}
    assert dubbel == REDENEN_DUBBELZINNIG
    assert niet | {"te_lang"} == REDENEN_NIET_GELEZEN


def test_genoeg_en_verschillend() -> None:
    uitslagen = ("gelezen", "dubbelzinnig", "niet_gelezen", "vreemd")
    alles = [
        (
            naam,
            uitslag,
            _vorm_van(regel[0]),
            str(regel[1]) if uitslag == "niet_gelezen" else "",
        )
        for naam in VORMEN
        for uitslag in uitslagen
        for regel in DATA[naam].get(uitslag, [])
    ]
    onleesbaar = [regel for regel in alles if regel[1] in ("dubbelzinnig", "niet_gelezen")]
    assert len(alles) >= 250
    assert 3 * len(onleesbaar) >= len(alles)
    assert [regel for regel, aantal in Counter(alles).items() if aantal > 1] == []
