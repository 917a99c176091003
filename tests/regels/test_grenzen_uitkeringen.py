"""Both sides of every limit of the five schemes that get no amount: where a certain no begins, and with which reason.

As in `test_grenzen`: the limits come from the parameters, and none can be forgotten. On the side of the right the payer has to
judge, with nothing left to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

import pytest

from actions.regels.jaar import kies_jaar
from actions.regels.kern import bepaal
from actions.regels.regeling import Waarden
from actions.regels.typen import Maand, Medebewoner
from tests.regels.hulp import ALLES, NIET, ONBEKEND, parameters
from tests.regels.test_grenzen import GRENZEN as MET_BEDRAG

D = Decimal
NUL, CENT, EEN, MAANDEN, HONDERD = D(0), D("0.01"), D(1), D(12), D(100)
Gezin = Mapping[str, object]
Zet = Callable[[Decimal, date], Gezin]
DAGEN = tuple(date(jaar, maand, 15) for jaar in (2025, 2026) for maand in (3, 10))
OORDEEL = {
    "toeslagenwet": "dagloon",
    "ioaw": "ww_verleden",
    "ioaz": "bedrijf_verleden",
    "bbz": "levensvatbaar",
    "alleenverdieners": "gemeente_vergelijkt",
}
"""What the payer has to judge when nothing we ask stands in the way."""

ALLEEN: Gezin = {
    "leeftijd": 63,
    "partner": False,
    "kinderen": (),
    "medebewoners": (),
    "woonsituatie": "huur_zelfstandig",
    "inkomen_jaar": D(0),
    "netto_inkomen_maand": D(0),
    "werkloos_vanaf_leeftijd": 58,
}
SAMEN: Gezin = {
    **ALLEEN,
    "partner": True,
    "leeftijd_partner": 60,
    "inkomen_soort_partner": "geen",
    "inkomen_partner_jaar": D(0),
    "netto_inkomen_partner_maand": D(0),
}
_HUISGENOOT = {"medebewoners": (Medebewoner(40, D(0), "broer_zus"),)}
ZIEK, ZIEK_SAMEN = ({**gezin, "inkomen_soort": "ziekte_arbeidsongeschikt"} for gezin in (ALLEEN, SAMEN))
BEDRIJF, BEDRIJF_SAMEN = ({**gezin, "inkomen_soort": "eigen_bedrijf"} for gezin in (ALLEEN, SAMEN))
BEDRIJF_NAAST_ANW = {**ALLEEN, "inkomen_soort": "anw", "inkomen_soorten": ("eigen_bedrijf",)}


@dataclass(frozen=True, slots=True)
class Grens:
    """How a household comes to lie at a limit, and what must be true just past it."""

    gezin: Gezin
    zet: Zet
    soort: str
    """hoogstens: a no past it; minder dan, niet vanaf: a no from it on; vanaf: a no under it."""
    reden: str
    naar: Callable[[Decimal, Waarden], Decimal] = lambda waarde, _p: waarde
    """From the value of the law to what the household says."""
    stap: Decimal = CENT


def feit(naam: str) -> Zet:
    return lambda bedrag, _dag: {naam: bedrag}


def jaren(naam: str) -> Zet:
    return lambda leeftijd, _dag: {naam: int(leeftijd)}


def geboren_in(achter: str) -> Zet:
    return lambda jaar, _dag: {f"geboortemaand{achter}": Maand(int(jaar), 2)}


def bewoner_van(leeftijd: Decimal, _dag: date) -> Gezin:
    return {"medebewoners": (Medebewoner(int(leeftijd), D(0), "broer_zus"),)}


def kind_van(leeftijd: Decimal, _dag: date) -> Gezin:
    return {"kinderen": (int(leeftijd),)}


def ww_tot(dagen: Decimal, dag: date) -> Gezin:
    return {"ww_einddatum": dag + timedelta(days=int(dagen))}


def _aow(gezin: Gezin, naam: str = "leeftijd") -> Grens:
    return Grens(gezin, jaren(naam), "niet vanaf", "aow_leeftijd", lambda maanden, _p: maanden / 12, EEN)


def _cent(bedrag: Decimal) -> Decimal:
    """The first whole cent that is not below."""
    return bedrag.quantize(CENT, ROUND_CEILING)


def _tw_jaar(dag: Decimal, p: Waarden, vrij: Decimal = NUL) -> Decimal:
    """A day's minimum as gross income of a year, with holiday pay."""
    return _cent((dag * p["dagen_per_maand"] + vrij) * MAANDEN * (1 + p["vakantie_uitkering_pct"] / HONDERD))


def _tw_met_werk(minimumloon: Decimal, p: Waarden) -> Decimal:
    return _tw_jaar(p["dagbedrag_alleenstaande"], p, minimumloon * p["vrijlating_max_pct"] / HONDERD)


def _tw_tussen(laag: str, hoog: str) -> Callable[[date], Decimal]:
    """An income of a year between two of the minimums."""

    def tussen(dag: date) -> Decimal:
        p = waarden_op("toeslagenwet", dag)
        assert p is not None
        return (_tw_jaar(p[laag], p) + _tw_jaar(p[hoog], p)) / 2

    return tussen


def _met(zet: Zet, naam: str, bedrag: Callable[[date], Decimal]) -> Zet:
    return lambda waarde, dag: {**zet(waarde, dag), naam: bedrag(dag)}


def _grondslag(regeling: str) -> Callable[[date], Decimal]:
    """Between that of who lives alone and that of who shares a home."""

    def tussen(dag: date) -> Decimal:
        p = waarden_op(regeling, dag)
        assert p is not None
        return (p["grondslag_woningdeler_netto"] + p["grondslag_alleenstaande_netto"]) / 2

    return tussen


def _uit_bedrijf(norm: Decimal, p: Waarden) -> Decimal:
    """The gross year of a business that leaves this norm a month."""
    return _cent(norm * MAANDEN / (1 - (p["belasting_pct"] + p["inkomstenbelasting.zvw_pct"]) / HONDERD))


def _tw_grens(gezin: Gezin) -> tuple[Grens, ...]:
    return (Grens(gezin, feit("inkomen_jaar"), "minder dan", "inkomen_te_hoog", _tw_jaar),)


def _grondslagen(
    regeling: str, alleen: Gezin, samen: Gezin, wie: str, reden: str
) -> dict[str, tuple[Grens, ...]]:
    netto = feit("netto_inkomen_maand")
    return {
        "grondslag_alleenstaande_netto": (Grens(alleen, netto, "minder dan", reden),),
        "grondslag_woningdeler_netto": (Grens({**alleen, **_HUISGENOOT}, netto, "minder dan", reden),),
        "grondslag_per_partner_netto": (
            Grens(samen, feit(f"netto_inkomen{wie}_maand"), "minder dan", reden, lambda helft, _p: 2 * helft),
            Grens({**samen, **_HUISGENOOT}, feit(f"netto_inkomen{wie}_maand"), "minder dan", reden, lambda helft, _p: 2 * helft),
        ),
        "woningdeler_vanaf_leeftijd": (
            Grens(alleen, _met(bewoner_van, "netto_inkomen_maand", _grondslag(regeling)), "niet vanaf", reden, stap=EEN),
        ),
    }  # fmt: skip


GRENZEN: Mapping[str, Mapping[str, tuple[Grens, ...]]] = {
    "toeslagenwet": {
        "dagbedrag_gehuwden": (*_tw_grens(ZIEK_SAMEN), *_tw_grens({**ZIEK_SAMEN, **_HUISGENOOT})),
        "dagbedrag_alleenstaande": _tw_grens(ZIEK),
        "dagbedrag_woningdeler": _tw_grens({**ZIEK, **_HUISGENOOT}),
        "dagbedrag_20": (*_tw_grens({**ZIEK, "leeftijd": 20}), *_tw_grens({**ZIEK, **_HUISGENOOT, "leeftijd": 20})),
        "dagbedrag_19": _tw_grens({**ZIEK, "leeftijd": 19}),
        "dagbedrag_18": _tw_grens({**ZIEK, "leeftijd": 18}),
        "partner_geboren_na": (Grens(ZIEK_SAMEN, geboren_in("_partner"), "hoogstens", "partner_geboren_na", stap=EEN),),
        "kind_jonger_dan": (
            Grens({**ZIEK_SAMEN, "leeftijd_partner": 40}, kind_van, "niet vanaf", "partner_geboren_na", stap=EEN),
        ),
        "woningdeler_vanaf_leeftijd": (
            Grens(
                ZIEK,
                _met(bewoner_van, "inkomen_jaar", _tw_tussen("dagbedrag_woningdeler", "dagbedrag_alleenstaande")),
                "niet vanaf",
                "inkomen_te_hoog",
                stap=EEN,
            ),
        ),
        "minimumloon.referentiemaandloon": (
            Grens(
                {**ZIEK, "inkomen_soorten": ("loon",)}, feit("inkomen_jaar"), "minder dan", "inkomen_te_hoog", _tw_met_werk
            ),
            Grens(
                {**ZIEK, "arbeidsinkomen_jaar": EEN}, feit("inkomen_jaar"), "minder dan", "inkomen_te_hoog", _tw_met_werk
            ),
        ),
        "aow.leeftijd_maanden": (_aow(ZIEK), _aow({**SAMEN, "leeftijd": 70, "inkomen_soort": "aow",
                                                   "inkomen_soort_partner": "wajong"}, "leeftijd_partner")),
    },
    "ioaw": {
        **_grondslagen("ioaw", ZIEK, ZIEK_SAMEN, "_partner", "inkomen_te_hoog"),
        "geboren_voor_jaar": (Grens(ZIEK, geboren_in(""), "niet vanaf", "te_laat_geboren", stap=EEN),),
        "werkloos_vanaf_leeftijd": (Grens(ZIEK, jaren("werkloos_vanaf_leeftijd"), "vanaf", "werkloos_te_jong", stap=EEN),),
        "aow.leeftijd_maanden": (_aow(ZIEK),),
    },
    "ioaz": {
        **_grondslagen("ioaz", BEDRIJF_NAAST_ANW, BEDRIJF_SAMEN, "_partner", "ander_inkomen_te_hoog"),
        "gestopt_vanaf_leeftijd": (Grens(BEDRIJF, jaren("leeftijd"), "vanaf", "te_jong", stap=EEN),),
        "inkomen_bij_doorgaan_max": (Grens(BEDRIJF, feit("inkomen_jaar"), "minder dan", "inkomen_te_hoog"),),
        "aow.leeftijd_maanden": (_aow(BEDRIJF),),
    },
    "bbz": {
        "bijstand.norm_alleenstaande": (
            Grens(BEDRIJF, feit("inkomen_jaar"), "minder dan", "inkomen_te_hoog", _uit_bedrijf),
        ),
        "bijstand.norm_gehuwden": (
            Grens(BEDRIJF_SAMEN, feit("inkomen_jaar"), "minder dan", "inkomen_te_hoog", _uit_bedrijf),
            Grens(BEDRIJF_SAMEN, feit("netto_inkomen_partner_maand"), "minder dan", "inkomen_te_hoog"),
        ),
        "aow.leeftijd_maanden": (_aow(BEDRIJF),),
    },
    "alleenverdieners": {
        "inkomstenbelasting.ahk_max": (
            Grens(
                ZIEK_SAMEN,
                feit("inkomen_partner_jaar"),
                "minder dan",
                "ander_heeft_inkomen",
                lambda korting, p: _cent(korting * HONDERD / p["inkomstenbelasting.schijf1_pct"]),
            ),
        ),
        "zorgtoeslag.inkomensgrens_partner": (
            Grens(ZIEK_SAMEN, feit("inkomen_jaar"), "hoogstens", "inkomen_te_hoog"),
        ),
    },
}  # fmt: skip
GEEN_GRENS = {
    "dagen_per_maand", "tegemoetkoming",
    # told, in no condition
    "aanvraag_na_stoppen_maanden", "stoppen_na_aanvraag_maanden", "vermogen_vrij", "bijstand_maanden",
    "bijstand_verlenging_maanden",
}  # fmt: skip
VAST: Mapping[str, tuple[str, Decimal, Grens]] = {
    "toeslagenwet vanaf 18": ("toeslagenwet", D(18), Grens(ZIEK, jaren("leeftijd"), "vanaf", "te_jong", stap=EEN)),
    "toeslagenwet bij ouders tot 21": (
        "toeslagenwet",
        D(21),
        Grens(
            {**ZIEK, "woonsituatie": "inwonend", "medebewoners": (Medebewoner(50, D(0), "ouder"),)},
            jaren("leeftijd"), "vanaf", "bij_ouders", stap=EEN,
        ),
    ),
    **{
        f"toeslagenwet minimum vanaf {vanaf}": (
            "toeslagenwet",
            D(vanaf),
            Grens(ZIEK, _met(jaren("leeftijd"), "inkomen_jaar", _tw_tussen(laag, hoog)), "vanaf", "inkomen_te_hoog", stap=EEN),
        )
        for vanaf, laag, hoog in (
            (19, "dagbedrag_18", "dagbedrag_19"),
            (20, "dagbedrag_19", "dagbedrag_20"),
            (21, "dagbedrag_20", "dagbedrag_alleenstaande"),
        )
    },
    "bbz vanaf 18": ("bbz", D(18), Grens(BEDRIJF, jaren("leeftijd"), "vanaf", "te_jong", stap=EEN)),
    "ioaw met WW die binnen drie maanden stopt": (
        "ioaw", D(92), Grens({**ALLEEN, "inkomen_soort": "ww"}, ww_tot, "hoogstens", "ww_loopt_nog", stap=EEN),
    ),
}  # fmt: skip
"""Limits that are no parameter."""


def waarden_op(regeling: str, dag: date) -> Waarden | None:
    """The values of the date's own year, or None when it is not complete."""
    regels = kies_jaar(parameters(), ALLES[regeling], dag)
    return None if regels is None or regels.eerder_jaar else regels.waarden


GEVALLEN = [
    pytest.param(regeling, naam, dag, grens, id=f"{regeling}-{naam}-{nummer}-{dag:%Y-%m}")
    for regeling, namen in GRENZEN.items()
    for dag in DAGEN
    if waarden_op(regeling, dag) is not None
    for naam, grenzen in namen.items()
    for nummer, grens in enumerate(grenzen)
]


def _is_grens(naam: str, regeling: str) -> bool:
    if naam not in GRENZEN[regeling] and naam.startswith("bijstand."):
        # The norm has its own pairs with bijstand and AIO; here one amount of it is enough.
        return False
    return naam not in GEEN_GRENS and not naam.endswith("pct")


@pytest.mark.parametrize("regeling", GRENZEN)
def test_niets_is_vergeten(regeling: str) -> None:
    gezien = {naam for dag in DAGEN for naam in waarden_op(regeling, dag) or ()}
    assert {naam for naam in gezien if _is_grens(naam, regeling)} == set(GRENZEN[regeling])


def test_elke_landelijke_regeling_heeft_haar_grenzen() -> None:
    """Those of kinderbijslag are the ages of a child, in no parameter: see `test_kinderbijslag`."""
    assert {*MET_BEDRAG, *GRENZEN, "kinderbijslag"} == set(ALLES)


def test_ieder_heeft_twee_halfjaren_en_alleenverdieners_twee_jaren() -> None:
    """Or the pairs below would silently be fewer."""
    aantal = {naam: sum(waarden_op(naam, dag) is not None for dag in DAGEN) for naam in GRENZEN}
    assert aantal == {**dict.fromkeys(GRENZEN, 2), "alleenverdieners": 4}


def oordeel(regeling: str, gezin: Gezin, dag: date) -> tuple[str, list[str]]:
    """The right, with its reasons and what is still open."""
    uitslag = bepaal(gezin, parameters(), dag, (regeling,), catalogus=ALLES)
    u = uitslag.uitkomst(regeling)
    return u.recht, [*(r.code for r in u.redenen), *uitslag.open_paden]


def _controleer(regeling: str, grens: Grens, waarde: Decimal, dag: date) -> None:
    kanten = [
        oordeel(regeling, {**grens.gezin, **grens.zet(plek, dag)}, dag)
        for plek in (waarde - grens.stap, waarde, waarde + grens.stap)
    ]
    misschien, nee = (ONBEKEND, [OORDEEL[regeling]]), (NIET, [grens.reden])
    assert (
        kanten
        == {
            "minder dan": [misschien, nee, nee],
            "niet vanaf": [misschien, nee, nee],
            "hoogstens": [misschien, misschien, nee],
            "vanaf": [nee, misschien, misschien],
        }[grens.soort]
    )


@pytest.mark.parametrize(("regeling", "naam", "dag", "grens"), GEVALLEN)
def test_aan_beide_kanten(regeling: str, naam: str, dag: date, grens: Grens) -> None:
    p = waarden_op(regeling, dag)
    assert p is not None
    _controleer(regeling, grens, grens.naar(p[naam], p), dag)


@pytest.mark.parametrize(("regeling", "waarde", "grens"), VAST.values(), ids=VAST)
@pytest.mark.parametrize("dag", DAGEN[2:], ids=str)
def test_aan_beide_kanten_van_een_vaste_grens(
    regeling: str, waarde: Decimal, grens: Grens, dag: date
) -> None:
    _controleer(regeling, grens, waarde, dag)
