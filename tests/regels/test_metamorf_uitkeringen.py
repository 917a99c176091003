"""Change one thing in a household and say what may happen: for the five schemes that get no amount.

As in `test_metamorf`, over random complete households near their limits. What these schemes can say is a certain no, or that the
payer has to judge.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.regels.feiten import FEITEN, INKOMEN_SOORTEN
from actions.regels.kern import Uitslag, bepaal
from actions.regels.typen import WEET_NIET, Maand, Medebewoner
from tests.regels.hoeken import Feiten, geboortemaanden
from tests.regels.hulp import ALLES, NIET, ONBEKEND, parameters
from tests.regels.test_metamorf import waarden_van

D = Decimal
SNEL = settings(max_examples=80, deadline=None, derandomize=True)
VIJF = ("toeslagenwet", "ioaw", "ioaz", "bbz", "alleenverdieners")
GELIJK = tuple(regeling for regeling in VIJF if regeling != "ioaw")
"""In which both of a couple count alike; of the IOAW only the applicant is asked about losing work."""
PERSONEN = ("", "_partner")
VAN_EEN_MENS = (
    "leeftijd{}", "geboortemaand{}", "inkomen_soort{}", "inkomen_soorten{}", "inkomen{}_jaar", "netto_inkomen{}_maand",
    "arbeidsinkomen{}_jaar",
)  # fmt: skip
peildata = st.sampled_from((date(2026, 3, 1), date(2026, 6, 15), date(2026, 11, 20)))
jaarinkomens = st.integers(0, 45_000).map(D) | st.sampled_from(
    tuple(map(D, ["0", "8705.31", "8705.32", "12655", "21634", "30288", "36089", "36090", "36780"]))
)
netto = st.integers(0, 2_400).map(D) | st.sampled_from(
    tuple(map(D, ["0", "1013.89", "1013.90", "1401.50", "1419.46", "2027.79", "2027.80"]))
)


@st.composite
def bewoners(draw: st.DrawFn) -> Medebewoner:
    return Medebewoner(
        leeftijd=draw(st.sampled_from((20, 26, 27, 50))),
        inkomen_jaar=D(0),
        relatie=draw(st.sampled_from(("kind", "ouder", "broer_zus", "ander"))),
        studeert=draw(st.booleans()),
        huurcontract=draw(st.booleans()),
    )


@st.composite
def een_mens(draw: st.DrawFn, achter: str, dag: date) -> dict[str, object]:
    jong = (17, 18, 19, 20, 21) if not achter else (20,)
    leeftijd = draw(st.sampled_from((*jong, 40, 53, 54, 55, 60, 61, 62, 63, 66, 67, 70)))
    return {
        f"leeftijd{achter}": leeftijd,
        f"geboortemaand{achter}": draw(st.sampled_from(geboortemaanden(leeftijd, dag))),
        f"inkomen_soort{achter}": draw(
            st.sampled_from(("ww", "eigen_bedrijf", "wajong", "anw", "loon", "geen", "ziekte_arbeidsongeschikt"))
        ),
        f"inkomen{achter}_jaar": draw(jaarinkomens),
        f"netto_inkomen{achter}_maand": draw(netto),
        **draw(st.sampled_from(({}, {f"inkomen_soorten{achter}": ("eigen_bedrijf",)}, {f"arbeidsinkomen{achter}_jaar": D(900)}))),
    }  # fmt: skip


@st.composite
def gezinnen(draw: st.DrawFn, dag: date) -> dict[str, object]:
    """A complete household."""
    return {
        **draw(een_mens("", dag)),
        "partner": (samen := draw(st.booleans())),
        **(draw(een_mens("_partner", dag)) if samen else {}),
        "kinderen": tuple(draw(st.lists(st.sampled_from((4, 11, 12, 17)), max_size=2))),
        "medebewoners": tuple(draw(st.lists(bewoners(), max_size=2))),
        "woonsituatie": draw(st.sampled_from(("huur_zelfstandig", "inwonend", "instelling"))),
        "werkloos_vanaf_leeftijd": draw(st.sampled_from((49, 50, 58))),
        "ouders_dragen_bij": True,
    }


gevallen = peildata.flatmap(lambda dag: st.tuples(st.just(dag), gezinnen(dag)))
Geval = tuple[date, dict[str, object]]


def oordeel(feiten: Feiten, dag: date, regelingen: tuple[str, ...] = VIJF) -> Uitslag:
    return bepaal(feiten, parameters(), dag, regelingen, catalogus=ALLES)


def rechten(feiten: Feiten, dag: date, regelingen: tuple[str, ...] = VIJF) -> Mapping[str, str]:
    return {u.regeling: u.recht for u in oordeel(feiten, dag, regelingen).uitkomsten}


def test_de_gezinnen_komen_aan_beide_kanten() -> None:
    """Or the tests below could hardly fail: a fair share of the households gets each answer in each scheme."""
    gevonden: dict[str, list[str]] = {regeling: [] for regeling in VIJF}

    @settings(SNEL, max_examples=200)
    @given(gevallen)
    def tel(geval: Geval) -> None:
        for regeling, recht in rechten(geval[1], geval[0]).items():
            gevonden[regeling].append(recht)

    tel()
    for regeling, alle in gevonden.items():
        assert {*alle} == {NIET, ONBEKEND}, regeling
        assert alle.count(ONBEKEND) >= len(alle) // 40, (regeling, alle.count(ONBEKEND))


@SNEL
@given(gevallen)
def test_wie_alles_zei_krijgt_geen_vraag_meer(geval: Geval) -> None:
    dag, feiten = geval
    assert oordeel(feiten, dag).open_paden == ()


@SNEL
@given(
    gevallen,
    st.sampled_from(PERSONEN),
    st.sampled_from(("inkomen{}_jaar", "netto_inkomen{}_maand")),
    st.integers(1, 9_000),
)
def test_meer_inkomen_maakt_van_nee_nooit_misschien(geval: Geval, achter: str, naam: str, erbij: int) -> None:
    dag, feiten = geval
    feit = naam.format(achter)
    if feit not in feiten:
        return
    later = rechten({**feiten, feit: feiten[feit] + D(erbij)}, dag)  # type: ignore[operator]
    for regeling, recht in rechten(feiten, dag).items():
        assert recht == ONBEKEND or later[regeling] == NIET, regeling


@SNEL
@given(gevallen, st.integers(0, 300_000))
def test_spaargeld_doet_er_niet_toe(geval: Geval, bedrag: int) -> None:
    """No limit of wealth in any of the five (what the IOAZ takes of it is told)."""
    dag, feiten = geval
    rijk = {**feiten, "vermogen": (D(bedrag),) * 2, "vermogen_nu": (D(bedrag),) * 2}
    assert oordeel(rijk, dag).uitkomsten == oordeel(feiten, dag).uitkomsten


def gewisseld(feiten: Feiten) -> dict[str, object]:
    """The partner is the one who asks."""
    uit = dict(feiten)
    for vorm in VAN_EEN_MENS:
        paar = vorm.format(""), vorm.format("_partner")
        for naam, ander in (paar, paar[::-1]):
            uit.pop(naam, None)
            if ander in feiten:
                uit[naam] = feiten[ander]
    return uit


@settings(SNEL, max_examples=160)
@given(gevallen)
def test_wie_van_de_twee_het_vraagt_maakt_niets_uit(geval: Geval) -> None:
    dag, feiten = geval
    if feiten["partner"] and all(feiten[f"leeftijd{achter}"] >= 21 for achter in PERSONEN):  # type: ignore[operator]
        assert rechten(gewisseld(feiten), dag, GELIJK) == rechten(feiten, dag, GELIJK)


@SNEL
@given(gevallen, st.randoms(use_true_random=False))
def test_de_volgorde_maakt_niets_uit(geval: Geval, toeval: Random) -> None:
    """Of the facts, of the children and of who lives along."""
    dag, feiten = geval
    namen = list(feiten)
    toeval.shuffle(namen)
    anders = {naam: feiten[naam] for naam in namen}
    for lijst in ("kinderen", "medebewoners"):
        items = list(feiten[lijst])  # type: ignore[call-overload]
        toeval.shuffle(items)
        anders[lijst] = tuple(items)
    assert oordeel(anders, dag).uitkomsten == oordeel(feiten, dag).uitkomsten


@SNEL
@given(gevallen, st.integers(18, 90))
def test_een_huurder_met_contract_verandert_niets(geval: Geval, leeftijd: int) -> None:
    dag, feiten = geval
    huurder = Medebewoner(leeftijd, D(40_000), "ander", huurcontract=True)
    bewoond = {**feiten, "medebewoners": (huurder, *feiten["medebewoners"])}  # type: ignore[misc]
    assert oordeel(bewoond, dag).uitkomsten == oordeel(feiten, dag).uitkomsten


@SNEL
@given(gevallen)
def test_een_huisgenoot_erbij_maakt_van_nee_nooit_misschien(geval: Geval) -> None:
    """Who shares the costs has a lower limit, or the same."""
    dag, feiten = geval
    erbij = {**feiten, "medebewoners": (*feiten["medebewoners"], Medebewoner(40, D(0), "broer_zus"))}  # type: ignore[misc]
    later = rechten(erbij, dag)
    for regeling, recht in rechten(feiten, dag).items():
        assert recht == ONBEKEND or later[regeling] == NIET, regeling


@settings(SNEL, max_examples=200)
@given(gevallen, st.randoms(use_true_random=False))
def test_een_antwoord_spreekt_een_zeker_nee_niet_tegen(geval: Geval, toeval: Random) -> None:
    """What was not said, or not known: a no that is certain without it stays a no with it."""
    dag, feiten = geval
    half = dict(feiten)
    vast = (
        "inkomen_soorten",
        "inkomen_soorten_partner",
        "arbeidsinkomen_jaar",
        "arbeidsinkomen_partner_jaar",
    )
    namen = [naam for naam in feiten if naam not in vast]
    for naam in toeval.sample(namen, toeval.randint(1, 6)):
        # Who does not say the year or the month: the other would be told instead.
        if naam in (
            "inkomen_jaar",
            "inkomen_partner_jaar",
            "netto_inkomen_maand",
            "netto_inkomen_partner_maand",
        ):
            half[naam] = WEET_NIET
        elif naam in ("leeftijd", "leeftijd_partner"):
            half.pop(naam, None)
            half.pop(naam.replace("leeftijd", "geboortemaand"), None)
        elif toeval.random() < 0.3:
            half[naam] = WEET_NIET
        else:
            half.pop(naam, None)
    echt = rechten(feiten, dag)
    for u in oordeel(half, dag).uitkomsten:
        assert u.recht == ONBEKEND or echt[u.regeling] == NIET, (u.regeling, half)


_SOORTEN = {"inkomen_soorten", "inkomen_soorten_partner"}
_BEIDEN = {
    "leeftijd", "leeftijd_partner", "geboortemaand", "geboortemaand_partner", "inkomen_soort", "inkomen_soort_partner",
} | _SOORTEN  # fmt: skip
_JAAR = {"inkomen_jaar", "inkomen_partner_jaar"}
_WERK = {"arbeidsinkomen_jaar", "arbeidsinkomen_partner_jaar"}
_NETTO = {"netto_inkomen_maand", "netto_inkomen_partner_maand"}
_SAMEN = {"partner", "gezamenlijke_huishouding"}
_KINDEREN = {"kinderen", "kinderen_geboortemaand"}
TELT: Mapping[str, set[str]] = {
    "toeslagenwet": _BEIDEN | _SAMEN | _JAAR | _WERK | _KINDEREN | {"medebewoners", "woonsituatie"},
    "ioaw": (_BEIDEN - _SOORTEN) | _SAMEN | _NETTO | _WERK
    | {"medebewoners", "verblijfsrecht", "werkloos_vanaf_leeftijd", "ww_einddatum"},
    "ioaz": _BEIDEN | _SAMEN | _NETTO | _JAAR | _WERK | {"medebewoners", "verblijfsrecht"},
    "bbz": _BEIDEN | _SAMEN | _NETTO | _JAAR | _WERK | _KINDEREN
    | {"medebewoners", "woonsituatie", "verblijfsrecht", "ouders_dragen_bij"},
    "alleenverdieners": {"partner", "inkomen_soort", "inkomen_soort_partner"} | _SOORTEN | _JAAR,
}  # fmt: skip
"""What a scheme may look at, as its law has it. Anything else changes nothing, whatever its value."""
NU = date(2026, 11, 20)
PAAR: Feiten = {
    "leeftijd": 63,
    "geboortemaand": Maand(1963, 3),
    "partner": True,
    "leeftijd_partner": 60,
    "geboortemaand_partner": Maand(1966, 3),
    "kinderen": (),
    "medebewoners": (),
    "woonsituatie": "huur_zelfstandig",
    "inkomen_soort": "ww",
    "inkomen_jaar": D(18_000),
    "netto_inkomen_maand": D(1_400),
    "inkomen_soort_partner": "eigen_bedrijf",
    "inkomen_partner_jaar": D(1_000),
    "netto_inkomen_partner_maand": D(80),
    "werkloos_vanaf_leeftijd": 58,
}
ALLEEN: Feiten = {
    **{naam: waarde for naam, waarde in PAAR.items() if "partner" not in naam},
    "partner": False,
    "inkomen_soorten": ("eigen_bedrijf",),
    "netto_inkomen_maand": D(600),
    "inkomen_jaar": D(8_000),
}


def test_beide_gezinnen_hebben_iets_om_te_veranderen() -> None:
    assert set(rechten(PAAR, NU).values()) == {ONBEKEND}
    assert rechten(ALLEEN, NU) == {**dict.fromkeys(VIJF, ONBEKEND), "alleenverdieners": NIET}


@pytest.mark.parametrize("naam", FEITEN)
def test_wat_de_wet_niet_noemt_verandert_niets(naam: str) -> None:
    regelingen = tuple(regeling for regeling, telt in TELT.items() if naam not in telt)
    for gezin in (PAAR, ALLEEN):
        eerst = oordeel(gezin, NU, regelingen)
        for waarde in waarden_van(naam):
            if naam == "kinderen_geboortemaand":
                continue
            assert oordeel({**gezin, naam: waarde}, NU, regelingen).uitkomsten == eerst.uitkomsten, waarde


@pytest.mark.parametrize("regeling", VIJF)
def test_wat_de_wet_noemt_kan_iets_veranderen(regeling: str) -> None:
    """Of every fact above there is a household and a value that end otherwise; of what only sharpens an age, none is needed."""
    toeval = Random(regeling)
    over = {naam for naam in TELT[regeling] if "geboortemaand" not in naam}
    for _ in range(4_000):
        if not over:
            break
        naam = toeval.choice(sorted(over))
        gezin = {
            **toeval.choice((PAAR, ALLEEN)),
            "leeftijd": toeval.choice((18, 20, 40, 63, 66)),
            "inkomen_soort": toeval.choice(INKOMEN_SOORTEN),
            "inkomen_jaar": D(toeval.randrange(0, 40_000)),
            "netto_inkomen_maand": D(toeval.randrange(0, 2_400)),
            **toeval.choice(({}, {"inkomen_soort_partner": "geen"}, {"inkomen_soort_partner": "bijstand"})),
            **toeval.choice(({}, {"geboortemaand_partner": Maand(1980, 3), "leeftijd_partner": 46})),
            **toeval.choice(
                ({}, {"woonsituatie": "inwonend", "medebewoners": (Medebewoner(50, D(0), "ouder"),)})
            ),
            **toeval.choice(({}, {"inkomen_soorten": ("eigen_bedrijf",)}, {"inkomen_soorten": ("ww",)})),
        }
        if naam.startswith("leeftijd"):  # a birth month goes before it
            gezin.pop(naam.replace("leeftijd", "geboortemaand"), None)
        eerst = rechten(gezin, NU, (regeling,))
        if any(rechten({**gezin, naam: waarde}, NU, (regeling,)) != eerst for waarde in waarden_van(naam)):
            over.discard(naam)
    assert over == set()
