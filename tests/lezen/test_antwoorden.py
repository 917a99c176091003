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

MAP = Path(__file__).parent
LIJSTEN = ("gelezen", "dubbelzinnig", "niet_gelezen", "vreemd", "grenzen")


def _alles() -> dict[str, Any]:
    """Both files as one."""
    eerst, meer = (
        yaml.safe_load((MAP / naam).read_text(encoding="utf-8"))
        for naam in ("antwoorden.yml", "antwoorden_meer.yml")
    )
    samen = {
        naam: {
            lijst: [*eerst.get(naam, {}).get(lijst, []), *meer.get(naam, {}).get(lijst, [])]
            for lijst in LIJSTEN
        }
        for naam in eerst["vormen"]
    }
    return {"vormen": eerst["vormen"], **samen}


DATA = _alles()


def _vorm(velden: dict[str, Any]) -> Vraagvorm:
    maten: dict[str, Any] = {naam: Decimal(velden[naam]) for naam in ("minimum", "maximum") if naam in velden}
    keuzes = {waarde: tuple(woorden) for waarde, woorden in velden.get("keuzes", {}).items()}
    vaag = {waarde: tuple(woorden) for waarde, woorden in velden.get("vaag", {}).items()}
    vul = velden.get("vulwoorden", ())
    vul = PARTNERWOORDEN if vul == "partner" else frozenset(vul)
    alles: dict[str, Any] = {**velden, **maten, "keuzes": keuzes, "vaag": vaag, "vulwoorden": vul}
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


@pytest.mark.parametrize(("vorm", "tekst", "verwacht"), _regels("grenzen"))
def test_grenzen(vorm: Vraagvorm, tekst: str, verwacht: Any) -> None:
    """Texts that differ from another one by their number alone: [text, value or reason]."""
    uitslag = lees(vorm, tekst)
    if isinstance(uitslag, Gelezen):
        assert uitslag.waarde == _waarde(vorm.soort, verwacht)
        assert uitslag.vreemd <= 1
    else:
        assert uitslag.reden == verwacht


def test_elke_reden_komt_voor() -> None:
    """A code no text leads to would be a text nobody sees."""
    dubbel = {regel[1] for naam in VORMEN for regel in DATA[naam].get("dubbelzinnig", [])}
    niet = {regel[1] for naam in VORMEN for regel in DATA[naam].get("niet_gelezen", [])}
    grenzen = {str(regel[1]) for naam in VORMEN for regel in DATA[naam].get("grenzen", [])}
    dubbel |= grenzen & REDENEN_DUBBELZINNIG
    niet |= grenzen & REDENEN_NIET_GELEZEN
    assert dubbel == REDENEN_DUBBELZINNIG
    assert niet | {"te_lang"} == REDENEN_NIET_GELEZEN


MINSTENS = 25
SOORTEN = {
    "bedrag per maand": ("huur",),
    "bedrag per jaar": ("inkomen", "inkomen_partner"),
    "netto bedrag": ("netto",),
    "vermogen of bereik": ("vermogen",),
    "aantal": ("kinderen_aantal", "jaren"),
    "aantal uren": ("uren",),
    "leeftijd": ("leeftijd", "leeftijd_partner"),
    "leeftijden van kinderen": ("een_kind", "twee_kinderen", "drie_kinderen", "kinderen"),
    "maand": ("geboortemaand",),
    "ja of nee": ("partner",),
    "een keuze": ("woning", "inkomen_van"),
    "meer keuzes": ("kosten", "situatie", "twee_dingen"),
}
"""Every kind of answer there is, and the forms that ask for it."""


def _geteld(namen: tuple[str, ...]) -> list[tuple[str, str, Any]]:
    """Of these forms: list, text without its numbers, what is read. `grenzen` do not count."""
    return [
        (lijst, _vorm_van(regel[0]), regel[1])
        for naam in namen
        for lijst in LIJSTEN[:-1]
        for regel in DATA[naam].get(lijst, [])
    ]


def test_van_elke_soort_genoeg() -> None:
    assert {naam for namen in SOORTEN.values() for naam in namen} == set(VORMEN)
    aantallen = {soort: len({tekst for _, tekst, _ in _geteld(namen)}) for soort, namen in SOORTEN.items()}
    aantallen["weet niet"] = len(
        {tekst for _, tekst, waarde in _geteld(tuple(VORMEN)) if waarde == "weet_niet"}
    )
    assert {soort: aantal for soort, aantal in aantallen.items() if aantal < MINSTENS} == {}


def test_genoeg_en_verschillend() -> None:
    alles = _geteld(tuple(VORMEN))
    onleesbaar = [regel for regel in alles if regel[0] in ("dubbelzinnig", "niet_gelezen")]
    assert len({tekst for _, tekst, _ in alles}) >= 400
    assert 3 * len(onleesbaar) >= len(alles)
    per_vorm = [(naam, tekst) for naam in VORMEN for _, tekst, _ in _geteld((naam,))]
    assert [regel for regel, aantal in Counter(per_vorm).items() if aantal > 1] == []
