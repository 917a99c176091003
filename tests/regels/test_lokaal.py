"""Local schemes from data: wealth, age, children, facts and the law; what is in doubt; what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import product

import pytest

from actions.regels.inlezen import lees_feiten
from actions.regels.kern import Uitslag, bepaal
from actions.regels.lokaal.voorwaarden import EISEN
from actions.regels.paden import hoekwaarden
from actions.regels.regeling import Regeling, Uitkomst
from content.lokaal.toets import Eisen
from tests.regels.hulp import NIET, ONBEKEND, WEL, parameters
from tests.regels.lokaal import (
    ALLEEN,
    DAG,
    NORM,
    PAAR,
    RIJEN,
    Data,
    Feiten,
    bedrag,
    codes,
    data,
    geld,
    met_norm,
    proefstad,
    rond,
    uitkomst,
    uitslag,
)

VERMOGEN = {"alleenstaande": "5000.00", "alleenstaande_ouder": "10000.00", "paar": "onbekend"}


@pytest.mark.parametrize(
    ("feiten", "eis", "grens"),
    [
        (ALLEEN, {"grens": "bijstand"}, None),
        (ALLEEN, {"grens": "bedrag", "bedragen": VERMOGEN}, "5000"),
        ({**ALLEEN, "kinderen": [3]}, {"grens": "bedrag", "bedragen": VERMOGEN}, "10000"),
    ],
)
def test_de_vermogensgrens(feiten: Feiten, eis: Data, grens: str | None) -> None:
    for bezit, recht in rond(Decimal(grens) if grens else bedrag("vermogensgrens_alleenstaande")):
        u = uitkomst({**feiten, "vermogen_nu": str(bezit), "schulden_bedrag": "0.00"}, data(vermogen=eis))
        assert u.recht == recht
        met_schuld = {**feiten, "vermogen_nu": str(bezit), "schulden_bedrag": "1.00"}
        assert uitkomst(met_schuld, data(vermogen=eis)).recht == WEL


@pytest.mark.parametrize("eis", [{"grens": "onbekend"}, {"grens": "bedrag", "bedragen": VERMOGEN}])
def test_een_vermogensgrens_die_er_niet_staat(eis: Data) -> None:
    assert codes(uitkomst(PAAR, data(vermogen=eis))) == {"lokale_regel_onbekend"}


@pytest.mark.parametrize(
    ("eis", "leeftijd", "recht", "code"),
    [
        ({"van": 21}, 20, NIET, "te_jong"),
        ({"van": 21}, 21, WEL, "voldoet"),
        ({"tot": 27}, 27, WEL, "voldoet"),
        ({"tot": 27}, 28, NIET, "te_oud"),
        ({"tot": "aow"}, 66, WEL, "voldoet"),
        ({"tot": "aow"}, 67, NIET, "te_oud"),
        ({"van": "aow"}, 66, NIET, "te_jong"),
        ({"van": "aow"}, 67, WEL, "voldoet"),
        ({"van": "onbekend"}, 40, ONBEKEND, "lokale_regel_onbekend"),
        ({"van": 21, "tot": "onbekend"}, 40, ONBEKEND, "lokale_regel_onbekend"),
        ({"van": 21, "tot": "onbekend"}, 20, NIET, "te_jong"),
    ],
)
def test_de_leeftijd(eis: Data, leeftijd: int, recht: str, code: str) -> None:
    u = uitkomst({**ALLEEN, "leeftijd": leeftijd}, data(leeftijd=eis, inkomen=NORM))
    assert u.recht == recht
    assert code in codes(u)


@pytest.mark.parametrize(
    ("kinderen", "eis", "recht"),
    [
        ([], {"van": 4, "tot": 11}, NIET),
        ([3], {"van": 4, "tot": 11}, NIET),
        ([4], {"van": 4, "tot": 11}, WEL),
        ([11, 17], {"van": 4, "tot": 11}, WEL),
        ([12], {"van": 4, "tot": 11}, NIET),
        ([12], {"van": 4, "tot": "onbekend"}, ONBEKEND),
        ([3], {"van": 4, "tot": "onbekend"}, NIET),
        ([12], {"van": "onbekend", "tot": 11}, NIET),
    ],
)
def test_een_kind_van_de_leeftijd(kinderen: list[int], eis: Data, recht: str) -> None:
    u = uitkomst({**ALLEEN, "kinderen": kinderen}, data(kinderen=eis))
    assert u.recht == recht
    assert recht != NIET or codes(u) == {"geen_kind"}


def test_zonder_antwoord_over_kinderen_wordt_dat_gevraagd() -> None:
    uit = uitslag({"leeftijd": 40}, data(kinderen={"van": 4}))
    assert uit.nodige_paden == ("kinderen",)


@pytest.mark.parametrize(("jaren", "recht"), [("2.9", NIET), ("3", WEL)])
def test_lang_genoeg_een_laag_inkomen(jaren: str, recht: str) -> None:
    u = uitkomst({**ALLEEN, "jaren_laag_inkomen": jaren}, data(jaren_laag_inkomen="3"))
    assert u.recht == recht
    assert recht == WEL or (
        codes(u) == {"te_kort_laag_inkomen"} and u.redenen[0].waarden == {"jaren": Decimal(3)}
    )


def test_hoe_lang_weet_de_gemeente_alleen() -> None:
    assert codes(uitkomst(ALLEEN, data(jaren_laag_inkomen="onbekend"))) == {"lokale_regel_onbekend"}


JA_NEE = tuple(feit for feit in EISEN if feit not in ("woonsituatie", "bijzondere_kosten"))


def test_elke_eis_heeft_een_reden() -> None:
    assert EISEN.keys() == Eisen.model_fields.keys()


@pytest.mark.parametrize(("feit", "gevraagd"), list(product(JA_NEE, (True, False))))
def test_een_eis_is_ja_of_nee(feit: str, gevraagd: bool) -> None:
    for antwoord in (True, False):
        u = uitkomst({**ALLEEN, feit: antwoord}, data(eisen={feit: gevraagd}))
        assert u.recht == (WEL if antwoord == gevraagd else NIET)
        assert codes(u) == ({"voldoet"} if antwoord == gevraagd else {f"eis_{feit}"})


@pytest.mark.parametrize(
    ("eisen", "feiten", "recht", "code"),
    [
        ({"woonsituatie": ["koop"]}, {}, NIET, "eis_woonsituatie"),
        ({"woonsituatie": ["koop", "huur_zelfstandig"]}, {}, WEL, "voldoet"),
        ({"bijzondere_kosten": ["bril"]}, {"bijzondere_kosten": ["bril", "dieet"]}, WEL, "voldoet"),
        ({"bijzondere_kosten": ["bril"]}, {"bijzondere_kosten": ["dieet"]}, NIET, "eis_bijzondere_kosten"),
        ({"bijzondere_kosten": ["bril"]}, {}, ONBEKEND, "feit_ontbreekt"),
        ({"studeert": "onbekend"}, {"studeert": False}, ONBEKEND, "lokale_regel_onbekend"),
    ],
)
def test_een_eis_met_keuzes(eisen: Data, feiten: Feiten, recht: str, code: str) -> None:
    u = uitkomst({**ALLEEN, **feiten}, data(eisen=eisen))
    assert (u.recht, codes(u)) == (recht, {code})


@pytest.mark.parametrize(
    ("ziek", "op", "recht", "code"),
    [
        (True, False, WEL, "voldoet"),
        (False, True, WEL, "voldoet"),
        (False, False, NIET, "geen_van_de_eisen"),
        (True, None, WEL, "voldoet"),
        (None, False, ONBEKEND, "feit_ontbreekt"),
    ],
)
def test_een_van_de_eisen_is_genoeg(ziek: bool | None, op: bool | None, recht: str, code: str) -> None:
    gegeven = {"chronisch_ziek": ziek, "eigen_risico_op": op}
    feiten = {**ALLEEN, **{feit: waarde for feit, waarde in gegeven.items() if waarde is not None}}
    u = uitkomst(feiten, data(een_van={"chronisch_ziek": True, "eigen_risico_op": True}))
    assert (u.recht, codes(u)) == (recht, {code})


def test_wie_er_niet_woont_heeft_geen_recht_ook_als_de_regel_onbekend_is() -> None:
    weg = {**ALLEEN, "woont_in_gemeente": False}
    for regeling in (data(), data(inkomen={"van": "onbekend"}), data(zekerheid="onzeker")):
        assert codes(uitkomst(weg, regeling)) == {"woont_niet_in_gemeente"}
    assert uitkomst(ALLEEN, data()).voorwaarden == ("woont_in_gemeente",)


@pytest.mark.parametrize(
    "anders",
    [
        {"zekerheid": "onzeker"},
        {"zekerheid": "verouderd"},
        {"bron": [{"naam": "Oud", "url": "https://proefstad.example/o", "datum": date(2024, 11, 19)}]},
        {"bron": [{"naam": "Zonder", "url": "https://proefstad.example/z", "datum": None}]},
        {"geldig_van": date(2026, 11, 21)},
        {"geldig_tot": date(2026, 11, 19)},
    ],
)
def test_een_regel_in_twijfel_beslist_niet_en_vraagt_niets(anders: Data) -> None:
    uit = uitslag({}, data(inkomen=NORM, **anders))
    u = uit.uitkomst("meedoenregeling")
    assert (u.recht, codes(u)) == (ONBEKEND, {"lokale_regel_onbekend"})
    assert uit.open_paden == ()


@pytest.mark.parametrize(
    ("uiterlijk", "jaar", "dag"),
    [
        (None, 2026, None),
        ({"elk_jaar": "12-31"}, 2026, date(2026, 12, 31)),
        ({"elk_jaar": "02-28"}, 2026, date(2026, 2, 28)),
        (date(2026, 12, 1), 2026, date(2026, 12, 1)),
        ({"vooraf": True}, 2026, None),
    ],
)
def test_tot_wanneer_u_kunt_vragen(uiterlijk: object, jaar: int, dag: date | None) -> None:
    aanvragen = {"bij": "de gemeente", **({} if uiterlijk is None else {"uiterlijk": uiterlijk})}
    assert uitkomst(ALLEEN, data(aanvragen=aanvragen), dag=date(jaar, 1, 15)).uiterlijk == dag


def test_een_eigen_regeling_van_de_gemeente() -> None:
    assert uitkomst(ALLEEN, met_norm(), "proefstad:fiets").recht == WEL


def test_zonder_bedragen_van_de_wet_wacht_hulp_niet_op_een_nieuw_jaar() -> None:
    u = uitkomst({"schulden": True}, data(), "schuldhulp", date(2027, 6, 15))
    assert (u.recht, u.schatting) == (WEL, False)
    jaar = uitkomst({**ALLEEN, "jaren_laag_inkomen": "3"}, met_norm(), dag=date(2027, 6, 15))
    assert (jaar.recht, jaar.schatting, jaar.jaar) == (WEL, True, 2026)


UITGEBREID = geld(
    *RIJEN,
    inkomen=NORM,
    vermogen={"grens": "bijstand"},
    leeftijd={"van": 21, "tot": "aow"},
    jaren_laag_inkomen="3",
    eisen={"studeert": False},
    een_van={"chronisch_ziek": True, "eigen_risico_op": True},
)
VOLLEDIG: Feiten = {
    **ALLEEN,
    "leeftijd_partner": 40,
    "inkomen_soort_partner": "geen",
    "netto_inkomen_partner_maand": "0.00",
    "jaren_laag_inkomen": "3",
    "studeert": False,
    "chronisch_ziek": True,
    "eigen_risico_op": False,
}


@pytest.mark.parametrize("partner", [True, False])
def test_elke_vraag_kan_de_uitkomst_veranderen(partner: bool) -> None:
    """A talk in the order of the questions: each one asked has two answers with different outcomes, and the end is an outcome."""
    rest = lees_feiten({**VOLLEDIG, "partner": partner}, DAG)
    rijk = {**rest, "netto_inkomen_maand": Decimal(9_000), "netto_inkomen_partner_maand": Decimal(9_000)}
    feiten: dict[str, object] = {}
    while (pad := _uit(feiten).volgende_pad) is not None:
        assert any(
            len(
                {
                    _kern_van(_uit({**af, **feiten, pad: w}).uitkomsten[0])
                    for w in (rest[pad], *hoekwaarden(pad), *ANDERS.get(pad, ()))
                }
            )
            > 1
            for af in (rest, rijk, {**rijk, "netto_inkomen_maand": rest["netto_inkomen_maand"]})
        ), pad
        feiten[pad] = rest[pad]
    assert _uit(feiten).uitkomsten[0].recht == WEL
    assert "leeftijd_partner" not in feiten or partner
    assert "medebewoners" not in feiten


ANDERS: Mapping[str, tuple[object, ...]] = {"kinderen": ((8,),)}
"""Answers beside the extreme ones."""


def _uit(feiten: Feiten) -> Uitslag:
    return bepaal(feiten, parameters(), DAG, ["energiekosten"], catalogus=_proefstad())


@cache
def _proefstad() -> Mapping[str, Regeling]:
    return proefstad(energiekosten=UITGEBREID)


def _kern_van(u: Uitkomst) -> tuple[object, ...]:
    return u.recht, u.bedrag_per_keer, tuple(sorted(codes(u)))
