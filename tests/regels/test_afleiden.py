"""Incomes that follow from another: holiday pay on top, the gross year of a net one, and what cannot be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions.regels.afleiden import Afleider
from actions.regels.feiten import RELATIES
from actions.regels.inkomen.omrekenen import bruto_uit_netto, omgekeerd
from actions.regels.paden import hoekwaarden, met_waarde, weet_niet
from actions.regels.typen import WEET_NIET, Medebewoner, Opvang
from actions.regels.waarden import Bereik, meer_dan, minstens
from tests.regels.hulp import ONBEKEND, parameters, vraag
from tests.regels.inkomen.hulp import LOON, regels

D = Decimal
DAG = date(2026, 6, 15)


def afleider(zonder: tuple[str, ...] = (), **feiten: Any) -> Afleider:
    p = parameters()
    over = replace(p, waarden={naam: w for naam, w in p.waarden.items() if naam not in zonder})
    return Afleider(feiten, over, DAG)


@pytest.mark.parametrize("soort", ["eigen_bedrijf", "alimentatie", "studiefinanciering", "geen"])
def test_wat_nooit_vakantiegeld_heeft(soort: str) -> None:
    assert afleider(inkomen_soort=soort).vakantiegeld(D(20_000)) == 0


@pytest.mark.parametrize("soort", ["loon", "ww", None])
def test_loon_en_uitkering_hebben_acht_procent(soort: str | None) -> None:
    feiten: dict[str, Any] = {} if soort is None else {"inkomen_soort": soort}
    procent = parameters().op("loon", DAG)["vakantiebijslag_pct"]
    assert afleider(leeftijd=40, **feiten).vakantiegeld(D(20_000)) == D(20_000) * procent / 100
    assert afleider(("loon",), leeftijd=40, **feiten).vakantiegeld(D(20_000)) is None


@pytest.mark.parametrize(
    ("feiten", "achter", "naam"),
    [
        ({"inkomen_soort": "aow", "partner": False}, "", "vakantiegeld_alleenstaande"),
        ({"inkomen_soort": "pensioen", "partner": True}, "", "vakantiegeld_gehuwd"),
        ({"inkomen_soort_partner": "aow", "partner": True}, "_partner", "vakantiegeld_gehuwd"),
        ({"leeftijd": 70, "partner": False}, "", "vakantiegeld_alleenstaande"),
    ],
)
def test_bij_aow_hoort_het_vakantiegeld_van_de_aow(feiten: dict[str, Any], achter: str, naam: str) -> None:
    """Of a pension on top nothing is added: that has none of its own."""
    per_maand = parameters().op("aow", DAG)[naam]
    assert afleider(**feiten).vakantiegeld(D(20_000), achter) == 12 * per_maand
    procent = parameters().op("loon", DAG)["vakantiebijslag_pct"]
    zonder = afleider(("aow",), **{**feiten, f"inkomen_soort{achter}": "aow"})
    assert zonder.vakantiegeld(D(20_000), achter) == D(20_000) * procent / 100


def test_het_bruto_jaar_van_een_netto_jaar() -> None:
    """As the conversion itself gives it, within the bounds of every likely kind."""
    precies = afleider(leeftijd=40, inkomen_soort="loon").bruto_jaar(D(24_000))
    wie_weet = afleider(leeftijd=40).bruto_jaar(D(24_000))
    assert precies is not None
    assert wie_weet is not None
    assert abs(precies.waarde - bruto_uit_netto(LOON, D(24_000), regels(2026)).bruto) < D("0.01")
    assert wie_weet.waarde == precies.waarde
    assert wie_weet.laag <= precies.laag <= precies.hoog <= wie_weet.hoog


@pytest.mark.parametrize(
    ("zonder", "soort"), [(("inkomstenbelasting",), "loon"), ((), "studiefinanciering"), ((), "geen")]
)
def test_zonder_belasting_is_er_geen_bruto_jaar(zonder: tuple[str, ...], soort: str) -> None:
    assert afleider(zonder, inkomen_soort=soort).bruto_jaar(D(24_000)) is None


def test_zonder_aow_leeftijd_is_niemand_oud() -> None:
    """The likeliest income of somebody of 70 is a pension; while the age is not known anywhere, wages."""
    oud, niet = (
        afleider(zonder, leeftijd=70, partner=False).bruto_jaar(D(24_000)) for zonder in ((), ("aow",))
    )
    assert niet == afleider(leeftijd=40, partner=False).bruto_jaar(D(24_000))
    assert oud != niet


def test_een_bruto_dat_meer_dan_twee_keer_het_netto_is() -> None:
    """Where most of every euro goes, the search must go on past twice the net, and twice that."""
    assert omgekeerd(lambda bruto: bruto / 5, D(60)) == 300


def test_een_veld_van_een_lijst_wordt_op_zijn_plaats_ingevuld() -> None:
    bewoners = (Medebewoner(40, D(0), "ander"), Medebewoner(20, D(0), "kind"))
    feiten = {"medebewoners": bewoners, "kinderen": (3, 8), "opvang": (Opvang(0, "bso", D(1), D(2)),)}
    ouder = met_waarde(feiten, "medebewoners.1.leeftijd", 21)["medebewoners"]
    assert ouder == (bewoners[0], replace(bewoners[1], leeftijd=21))
    assert met_waarde(feiten, "kinderen.0.leeftijd", 4)["kinderen"] == (4, 8)
    assert met_waarde(feiten, "opvang.0.soort", "dagopvang")["opvang"] == (
        Opvang(0, "dagopvang", D(1), D(2)),
    )
    assert met_waarde({}, "kinderen.0.leeftijd", 4) == {"kinderen": 4}


@pytest.mark.parametrize("veld", ["huurcontract", "studeert", "boven_vermogensgrens"])
def test_uitersten_van_een_medebewoner(veld: str) -> None:
    assert hoekwaarden(f"medebewoners.0.{veld}") == (True, False)
    assert hoekwaarden("medebewoners.0.relatie") == RELATIES


@pytest.mark.parametrize(("hoog", "waarde"), [(5, True), (4, None), (3, False)])
def test_minstens_een_grens_die_zelf_open_is(hoog: int, waarde: bool | None) -> None:
    """A limit from 4 to 5: at 5 certainly reached, at 4 perhaps, at 3 never."""
    grens = Bereik(D(4), D(5), frozenset({"grens"}), frozenset({"grens"}))
    bedrag = Bereik(D(hoog), D(hoog), frozenset(), frozenset({"bedrag"}))
    oordeel = minstens(bedrag, grens)
    assert oordeel.waarde is waarde
    assert oordeel.feiten == {"bedrag", "grens"}
    assert (~meer_dan(grens, bedrag)).waarde is waarde


def test_wie_zijn_vermogen_van_1_januari_niet_weet_wordt_niet_nog_eens_gevraagd() -> None:
    feiten = {
        "leeftijd": 35,
        "partner": False,
        "kinderen": [],
        "medebewoners": [],
        "netto_inkomen_maand": "0",
    }
    feiten |= {"woonsituatie": "huur_zelfstandig", "vermogen": "weet_niet", "inkomen_soort": "geen"}
    uitslag = vraag(feiten, DAG, ("bijstand",))
    u = uitslag.uitkomst("bijstand")
    assert (u.recht, [r.code for r in u.redenen]) == (ONBEKEND, ["weet_niet"])
    assert uitslag.ontbrekend == {}


def test_naast_bijstand_telt_arbeid_mee_in_de_belasting() -> None:
    """Income from work gives a credit, so for the same norm less gross is needed; without work nothing of that stays behind."""
    bijstand: dict[str, Any] = {"leeftijd": 40, "partner": False, "kinderen": (), "medebewoners": ()}
    bijstand |= {"woonsituatie": "huur_zelfstandig", "inkomen_soort": "bijstand"}
    zonder = afleider(**bijstand).van("inkomen_jaar")
    met = afleider(**bijstand, arbeidsinkomen_jaar=D(6000)).van("inkomen_jaar")
    nog_eens = afleider(**bijstand).van("inkomen_jaar")
    assert zonder is not None
    assert met is not None
    assert met.waarde < zonder.waarde
    assert nog_eens == zonder


def test_wat_niet_gevraagd_is_is_nog_niet_onbekend() -> None:
    """A birth month in a list that was not asked for yet, or only for the first child."""
    pad = "kinderen_geboortemaand.1"
    assert not weet_niet({}, pad)
    assert not weet_niet({"kinderen_geboortemaand": (WEET_NIET,)}, pad)
    assert weet_niet({"kinderen_geboortemaand": (None, WEET_NIET)}, pad)
    assert weet_niet({"kinderen_geboortemaand": WEET_NIET}, pad)
