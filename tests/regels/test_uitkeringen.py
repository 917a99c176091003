"""Toeslagenwet, IOAW, IOAZ, Bbz and alleenverdieners: their questions, years without numbers, what is not known, and words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from actions.gesprek.weergave import uitkomst_model
from actions.regels.feiten import WOONSITUATIES
from actions.regels.kern import Uitslag, bepaal
from actions.regels.typen import WEET_NIET, Maand, Medebewoner
from tests.regels.hoeken import geboortemaanden
from tests.regels.hulp import ALLES, NIET, ONBEKEND, inhoud, parameters

REGELINGEN = ("toeslagenwet", "ioaw", "ioaz", "bbz", "alleenverdieners")
OVERIGE = tuple(id_ for id_ in ALLES if id_ not in REGELINGEN)
NU = date(2026, 11, 20)
D = Decimal
Feiten = Mapping[str, object]


def oordeel(feiten: Feiten, omvang: tuple[str, ...] = REGELINGEN, dag: date = NU) -> Uitslag:
    return bepaal(feiten, parameters(), dag, omvang, catalogus=ALLES)


# Which questions they add.

GEWOON: Feiten = {
    "leeftijd": 40,
    "leeftijd_partner": 40,
    "partner": False,
    "kinderen": (),
    "medebewoners": (),
    "woonsituatie": "huur_zelfstandig",
    "kale_huur": D(650),
    "servicekosten": D(0),
    "inkomen_soort": "loon",
    "inkomen_soort_partner": "geen",
    "inkomen_jaar": D(25_000),
    "inkomen_partner_jaar": D(0),
    "netto_inkomen_maand": D(1_900),
    "netto_inkomen_partner_maand": D(0),
    "vermogen": (D(1_000), D(1_000)),
    "vermogen_nu": (D(1_000), D(1_000)),
    "schulden_bedrag": (D(0), D(0)),
    "overwaarde_woning": D(0),
    "studeert": False,
    "ouders_dragen_bij": True,
    "aow_volledig": True,
    "opvang": (),
    "werkt": True,
    "werkt_partner": True,
    "werkloos_vanaf_leeftijd": 56,
}


def gevraagd(huishouden: Feiten, omvang: tuple[str, ...]) -> tuple[str, ...]:
    """The questions of a talk in which this household answers everything, in their order. Everybody was born in March."""
    antwoorden = {**GEWOON, **huishouden}
    for achter in ("", "_partner"):
        leeftijd = antwoorden[f"leeftijd{achter}"]
        assert isinstance(leeftijd, int)
        antwoorden[f"geboortemaand{achter}"] = Maand(NU.year - leeftijd, 3)
    kinderen = antwoorden["kinderen"]
    assert isinstance(kinderen, tuple)
    antwoorden["kinderen_geboortemaand"] = tuple(Maand(NU.year - leeftijd, 3) for leeftijd in kinderen)
    gegeven: dict[str, object] = {}
    while (vraag := oordeel(gegeven, omvang).volgende) is not None:
        assert vraag not in gegeven
        gegeven[vraag] = antwoorden[vraag]
    return tuple(gegeven)


BIJSTAND = {"inkomen_soort": "bijstand"}
AOW = {"inkomen_soort": "aow", "leeftijd": 72, "inkomen_jaar": D(22_000)}
WW = {"inkomen_soort": "ww", "inkomen_jaar": D(18_000)}
PAAR = {"partner": True}


@pytest.mark.parametrize(
    ("huishouden", "erbij"),
    [
        pytest.param({}, (), id="loon"),
        pytest.param({"inkomen_jaar": D(60_000)}, (), id="goed loon"),
        pytest.param({"inkomen_jaar": D(60_000), "leeftijd": 63}, (), id="goed loon, 63"),
        pytest.param({"inkomen_jaar": D(12_000), "leeftijd": 61}, (), id="laag loon, 61"),
        pytest.param({"inkomen_jaar": D(80_000), "woonsituatie": "koop"}, (), id="eigenaar met goed loon"),
        pytest.param(PAAR | {"inkomen_soort_partner": "loon", "kinderen": (4,)}, (), id="paar met loon"),
        pytest.param(PAAR | {"leeftijd": 60, "leeftijd_partner": 54}, (), id="een loon, 60 en 54"),
        pytest.param(
            {"leeftijd": 20, "inkomen_soort": "studiefinanciering", "studeert": True}, (), id="student"
        ),
        pytest.param(BIJSTAND, (), id="bijstand"),
        pytest.param(BIJSTAND | {"leeftijd": 61}, (), id="bijstand, 61"),
        pytest.param(BIJSTAND | {"leeftijd": 64}, (), id="bijstand, 64"),
        pytest.param(BIJSTAND | PAAR | {"kinderen": (3,)}, (), id="paar met bijstand"),
        pytest.param(
            BIJSTAND | PAAR | {"leeftijd": 63, "leeftijd_partner": 61}, (), id="ouder paar met bijstand"
        ),
        pytest.param(AOW, (), id="AOW"),
        pytest.param(
            AOW | PAAR | {"leeftijd_partner": 70, "inkomen_soort_partner": "aow"}, (), id="paar met AOW"
        ),
        pytest.param(AOW | PAAR | {"leeftijd_partner": 63}, (), id="AOW en een partner van 63"),
        pytest.param({"inkomen_soort": "eigen_bedrijf", "leeftijd": 58}, (), id="eigen bedrijf"),
        pytest.param(WW, (), id="WW"),
        pytest.param(WW | {"leeftijd": 63}, ("werkloos_vanaf_leeftijd",), id="WW, 63"),
        pytest.param(WW | {"leeftijd": 61}, ("geboortemaand",), id="WW, 61, geboren in 1965"),
        pytest.param(
            {"inkomen_soort": "geen", "leeftijd": 63}, ("werkloos_vanaf_leeftijd",), id="zonder inkomen, 63"
        ),
        pytest.param(
            PAAR | {"leeftijd": 58, "leeftijd_partner": 54, "inkomen_soort": "ziekte_arbeidsongeschikt"},
            ("geboortemaand_partner",),
            id="WIA met een partner van 54",
        ),
    ],
)
def test_alleen_wie_het_aangaat_krijgt_een_vraag_erbij(huishouden: Feiten, erbij: tuple[str, ...]) -> None:
    zonder = gevraagd(huishouden, OVERIGE)
    met = gevraagd(huishouden, OVERIGE + REGELINGEN)
    assert tuple(vraag for vraag in met if vraag not in zonder) == erbij
    assert len(met) == len(zonder) + len(erbij)


# No needless question, none missing: talks with corner answers, as in test_geen_overbodige_vraag.

GESPREKKEN = 5
"""Talks per scope."""
POGINGEN = 400
"""Households tried before a question is called needless."""
_SOORTEN = ("loon", "ww", "wajong", "eigen_bedrijf", "geen", "pensioen", "anw")
_BEDRAGEN = (0, 8_700, 9_000, 12_000, 13_900, 15_000, 18_000, 21_500, 25_000, 29_000, 31_000, 37_000, 60_000)
_NETTO = (0, 600, 1_000, 1_100, 1_400, 1_450, 2_000, 2_100, 3_000)
_OUD = (40, 53, 54, 55, 60, 61, 62, 66, 67)
_BEWONER = Medebewoner(40, D(0), "ander")
ANTWOORDEN: Mapping[str, tuple[object, ...]] = {
    "leeftijd": (17, 18, 19, 20, 21, *_OUD),
    "leeftijd_partner": (20, *_OUD),
    "partner": (True, False),
    "kinderen": ((), (4,), (11, 12), (12,)),
    "woonsituatie": WOONSITUATIES,
    "medebewoners": (
        (),
        (_BEWONER,),
        (Medebewoner(50, D(0), "ouder"),),
        (Medebewoner(26, D(0), "kind"),),
        (_BEWONER, Medebewoner(60, D(0), "ouder")),
    ),
    "inkomen_soort": _SOORTEN,
    "inkomen_soort_partner": _SOORTEN,
    "inkomen_jaar": tuple(map(D, _BEDRAGEN)),
    "inkomen_partner_jaar": tuple(map(D, _BEDRAGEN)),
    "netto_inkomen_maand": tuple(map(D, _NETTO)),
    "netto_inkomen_partner_maand": tuple(map(D, _NETTO)),
    "ouders_dragen_bij": (True, False),
    "werkloos_vanaf_leeftijd": (0, 49, 50, 58),
}
BEKEND: Feiten = {"kinderen": (), "woonsituatie": "huur_zelfstandig"}
"""What decides between the norms of the bijstand that lie far apart, and what every other scheme asks before."""
_PAREN = (
    ("inkomen_jaar", "netto_inkomen_maand", "inkomen_soort"),
    ("inkomen_partner_jaar", "netto_inkomen_partner_maand", "inkomen_soort_partner"),
)


def mogelijk(vraag: str, feiten: Feiten) -> tuple[object, ...]:
    if vraag.startswith("geboortemaand"):
        leeftijd = feiten[vraag.replace("geboortemaand", "leeftijd")]
        return geboortemaanden(leeftijd, NU) if isinstance(leeftijd, int) else ()
    return ANTWOORDEN[vraag]


def aangevuld(feiten: Feiten, rest: Feiten, toeval: Random) -> dict[str, object]:
    """The household with everything not said yet from `rest`. One income is said once, and nobody without one has one."""
    af = {**rest, **feiten}
    for jaar, maand, soort in _PAREN:
        weg = (
            {jaar, maand}
            if af[soort] == "geen"
            else {maand if jaar in feiten or maand not in feiten else jaar}
        )
        for naam in weg - feiten.keys():
            del af[naam]
    for achter in ("", "_partner"):
        naam = f"geboortemaand{achter}"
        if naam not in feiten and (keuzes := mogelijk(naam, af)):
            af[naam] = toeval.choice(keuzes)
    return af


def rechten(feiten: Feiten, omvang: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(u.recht for u in oordeel(feiten, omvang).uitkomsten)


def heeft_getuige(feiten: Feiten, vraag: str, omvang: tuple[str, ...]) -> bool:
    """Two answers, and one way to fill in the rest, that end differently."""
    toeval = Random(f"{vraag} {sorted(feiten.items(), key=str)}")
    for nummer in range(POGINGEN):
        rest = {naam: toeval.choice(keuzes) for naam, keuzes in ANTWOORDEN.items()}
        gevonden = {
            rechten(aangevuld({**feiten, vraag: antwoord}, rest, Random(nummer)), omvang)
            for antwoord in mogelijk(vraag, feiten)
        }
        if len(gevonden) > 1:
            return True
    return False


@pytest.mark.parametrize("omvang", [REGELINGEN, *((id_,) for id_ in REGELINGEN)], ids="+".join)
@pytest.mark.parametrize("onzeker", [False, True], ids=["weet alles", "weet niet alles"])
def test_geen_vraag_is_overbodig_en_geen_vraag_ontbreekt(omvang: tuple[str, ...], onzeker: bool) -> None:
    for gesprek in range(GESPREKKEN):
        toeval = Random(f"{omvang} {onzeker} {gesprek}")
        feiten: dict[str, object] = dict(BEKEND) if omvang == ("bbz",) else {}
        while (vraag := oordeel(feiten, omvang).volgende) is not None:
            assert vraag not in feiten
            assert heeft_getuige(feiten, vraag, omvang), f"overbodig: {vraag} bij {feiten}"
            weet_niet = onzeker and toeval.random() < 0.15
            feiten[vraag] = WEET_NIET if weet_niet else toeval.choice(mogelijk(vraag, feiten))
        if onzeker:  # what only two answers together settle is not asked beside "weet ik niet"
            continue
        nu = rechten(feiten, omvang)
        for nummer in range(60):
            rest = {naam: toeval.choice(keuzes) for naam, keuzes in ANTWOORDEN.items()}
            af = aangevuld(feiten, rest, Random(nummer))
            assert rechten(af, omvang) == nu, f"niet gevraagd: {feiten} → {af}"


def test_de_zoektocht_herkent_een_overbodige_vraag() -> None:
    assert not heeft_getuige({}, "kinderen", ("ioaw",))
    assert not heeft_getuige({"partner": False}, "inkomen_partner_jaar", REGELINGEN)
    assert not heeft_getuige({"leeftijd": 40, "partner": False}, "werkloos_vanaf_leeftijd", REGELINGEN)


def test_wat_niemand_zonder_inkomen_helpt_is_geen_vraag() -> None:
    """Without the income, who else lives there says nothing about the limit; what the limit is alone could."""
    feiten = {"leeftijd": 40, "partner": False, "inkomen_soort": "ww", "inkomen_jaar": WEET_NIET}
    uitslag = oordeel(feiten, ("toeslagenwet",))
    assert uitslag.volgende is None
    assert [r.code for r in uitslag.uitkomst("toeslagenwet").redenen] == [
        "dagloon",
        "feit_ontbreekt",
        "weet_niet",
    ]


# Years, and what is told.

VOLLEDIG: Feiten = {
    "leeftijd": 63,
    "partner": True,
    "leeftijd_partner": 60,
    "kinderen": (),
    "medebewoners": (),
    "woonsituatie": "huur_zelfstandig",
    "inkomen_soort": "ww",
    "inkomen_jaar": D(18_000),
    "inkomen_soort_partner": "eigen_bedrijf",
    "inkomen_partner_jaar": D(1_000),
    "werkloos_vanaf_leeftijd": 58,
}


def test_alles_open_geeft_vijf_keer_een_verwijzing_zonder_bedrag() -> None:
    redenen = {}
    for u in oordeel(VOLLEDIG).uitkomsten:
        assert u.recht == ONBEKEND
        assert (u.bedrag_per_maand, u.bedrag_per_jaar, u.bedrag_per_keer, u.voorlopig) == (None,) * 4
        redenen[u.regeling] = [r.code for r in u.redenen]
    assert redenen == {
        "toeslagenwet": ["dagloon"],
        "ioaw": ["ww_verleden"],
        "ioaz": ["bedrijf_verleden"],
        "bbz": ["levensvatbaar"],
        "alleenverdieners": ["gemeente_vergelijkt"],
    }


@pytest.mark.parametrize("regeling", [id_ for id_ in REGELINGEN if id_ != "alleenverdieners"])
def test_zonder_bedragen_van_dat_jaar_geen_uitkomst(regeling: str) -> None:
    (u,) = oordeel(VOLLEDIG, (regeling,), date(2025, 6, 15)).uitkomsten
    assert (u.recht, [r.code for r in u.redenen]) == (ONBEKEND, ["geen_parameters"])


@pytest.mark.parametrize("regeling", REGELINGEN)
def test_na_het_laatste_jaar_gelden_de_laatste_regels(regeling: str) -> None:
    (u,) = oordeel(
        {**VOLLEDIG, "leeftijd": 64, "leeftijd_partner": 61}, (regeling,), date(2027, 2, 1)
    ).uitkomsten
    assert (u.recht, u.jaar, u.schatting) == (ONBEKEND, 2026, True)
    assert "regels_van_eerder_jaar" in [r.code for r in u.let_op]


def test_het_vaste_bedrag_wordt_verteld_en_niet_beloofd() -> None:
    (u,) = oordeel(VOLLEDIG, ("alleenverdieners",)).uitkomsten
    model = uitkomst_model(inhoud(), u, NU)
    assert model.bedrag_per_jaar is None
    assert any("1.100 euro" in regel.tekst for regel in model.let_op)


def test_iedere_uitkomst_heeft_woorden_en_een_vindplaats() -> None:
    toeval = Random("woorden")
    gezien: set[tuple[str, str]] = set()
    for nummer in range(400):
        rest = {naam: toeval.choice(keuzes) for naam, keuzes in ANTWOORDEN.items()}
        for u in oordeel(aangevuld({}, rest, Random(nummer))).uitkomsten:
            model = uitkomst_model(inhoud(), u, NU)
            assert model.bronnen
            gezien |= {(u.regeling, r.code) for r in model.redenen}
    assert {code for regeling, code in gezien if regeling == "toeslagenwet"} == {
        "aow_leeftijd",
        "bij_ouders",
        "dagloon",
        "geen_uitkering_uwv",
        "inkomen_te_hoog",
        "partner_geboren_na",
        "te_jong",
    }


@pytest.mark.parametrize(
    ("feiten", "regeling", "recht"),
    [
        pytest.param({"leeftijd": 67, "partner": False}, "toeslagenwet", NIET, id="AOW-leeftijd zegt genoeg"),
        pytest.param({"leeftijd": 40, "partner": False}, "ioaw", NIET, id="te jong voor de IOAW"),
        pytest.param({"leeftijd": 40, "partner": False}, "ioaz", NIET, id="te jong voor de IOAZ"),
        pytest.param({"partner": False}, "alleenverdieners", NIET, id="niet alleen"),
        pytest.param(
            {"leeftijd": 40, "partner": False, "inkomen_soort": "loon"}, "toeslagenwet", NIET, id="loon"
        ),
        pytest.param(
            {"leeftijd": 20, "partner": False, "studeert": True}, "toeslagenwet", NIET, id="student"
        ),
        pytest.param(
            {"leeftijd": 20, "partner": False, "studeert": True}, "bbz", NIET, id="student zonder bedrijf"
        ),
        pytest.param(
            {"leeftijd": 20, "partner": False, "studeert": True, "inkomen_soort": "wajong"},
            "toeslagenwet",
            ONBEKEND,
            id="student met Wajong",
        ),
        pytest.param(
            {"leeftijd": 61, "partner": False, "inkomen_soort": "bijstand"}, "ioaw", ONBEKEND, id="bijstand"
        ),
    ],
)
def test_wat_weinig_feiten_al_zeggen(feiten: Feiten, regeling: str, recht: str) -> None:
    assert oordeel(feiten, (regeling,)).uitkomst(regeling).recht == recht
