"""Participatiewet in Balans: a gemeente that applies a measure of 2027 now, beside one that does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from actions.gesprek.weergave import uitkomst_model
from actions.regels.catalogus import REGELINGEN
from actions.regels.inlezen import lees_feiten
from actions.regels.kern import Uitslag, bepaal
from actions.regels.lokaal.bouw import regelingen
from actions.regels.regeling import Uitkomst
from tests.regels.hulp import NIET, WEL, inhoud, parameters
from tests.regels.lokaal import ALLEEN, DAG, Feiten, proefstad_met

D = Decimal
VRIJLATING, BUFFER = "vrijlating_2027", "bufferbudget_2027"
WERKT: Feiten = {**ALLEEN, "netto_inkomen_maand": "600.00"}
OUDER: Feiten = {**WERKT, "kinderen": [4], "bijverdienen_maanden": 8}
WET = "participatiewet-in-balans"
VORIG_JAAR, VOLGEND_JAAR = date(2025, 12, 31), date(2027, 1, 1)


def uitslag(feiten: Feiten, past_toe: Sequence[str], dag: date) -> Uitslag:
    catalogus = {**REGELINGEN, **proefstad_met(past_toe=past_toe)}
    return bepaal(lees_feiten(feiten, dag), parameters(), dag, ("bijstand", "aio"), catalogus=catalogus)


def bijstand(feiten: Feiten, *past_toe: str, dag: date = DAG) -> Uitkomst:
    return uitslag(feiten, past_toe, dag).uitkomst("bijstand")


def let_op(u: Uitkomst) -> set[str]:
    return {reden.code for reden in u.let_op}


@dataclass(frozen=True)
class Geval:
    """Bijstand a month for one household: in a gemeente that applies nothing yet, and in one that applies the exemption."""

    feiten: Feiten
    zonder: str
    met: str
    dag: date = DAG


GEVALLEN = {
    # The norm is 1419.46; what is left of it is paid for 95.2%.
    "maand 2": Geval({**WERKT, "bijverdienen_maanden": 1}, "922.93", "865.81"),  # 25% and 15% of 600
    "maand 6": Geval({**WERKT, "bijverdienen_maanden": 5}, "922.93", "865.81"),
    "maand 7": Geval({**WERKT, "bijverdienen_maanden": 6}, "780.13", "865.81"),
    "maand 12": Geval({**WERKT, "bijverdienen_maanden": 11}, "780.13", "865.81"),
    "maand 13": Geval({**WERKT, "bijverdienen_maanden": 12}, "780.13", "780.13"),
    "ouder in maand 9": Geval(OUDER, "851.53", "865.81"),  # 12.5%
    "ouder in maand 13": Geval({**OUDER, "bijverdienen_maanden": 12}, "851.53", "780.13"),
    "26 jaar": Geval({**WERKT, "leeftijd": 26, "studeert": False, "bijverdienen_maanden": 1}, "780.13", "865.81"),
    "27 jaar": Geval({**WERKT, "leeftijd": 27, "bijverdienen_maanden": 1}, "922.93", "865.81"),
    "boven het oude maximum": Geval(
        {**WERKT, "netto_inkomen_maand": "1400.00", "bijverdienen_maanden": 1}, "289.85", "218.45"
    ),
    "nog niets gezegd": Geval(WERKT, "780.13", "780.13"),
    "geen werk": Geval({**WERKT, "inkomen_soort": "ww", "bijverdienen_maanden": 1}, "780.13", "780.13"),
    "boven de norm": Geval({**WERKT, "netto_inkomen_maand": "1419.46", "bijverdienen_maanden": 1}, "0", "0"),
    "in 2025 nog niet": Geval({**WERKT, "bijverdienen_maanden": 8}, "732.15", "732.15", VORIG_JAAR),
    "in 2027 overal": Geval({**WERKT, "bijverdienen_maanden": 8}, "865.81", "865.81", VOLGEND_JAAR),
}  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_een_maatregel_geldt_alleen_waar_de_gemeente_hem_toepast(geval: Geval) -> None:
    landelijk = bepaal(lees_feiten(geval.feiten, geval.dag), parameters(), geval.dag, ("bijstand",))
    zonder = bijstand(geval.feiten, dag=geval.dag)
    met = bijstand(geval.feiten, VRIJLATING, dag=geval.dag)
    assert zonder == landelijk.uitkomst("bijstand")
    assert (zonder.bedrag_per_maand, met.bedrag_per_maand) == (D(geval.zonder), D(geval.met))
    assert zonder.recht == met.recht == (WEL if D(geval.met) else NIET)


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_een_bufferbudget_zit_in_geen_bedrag(geval: Geval) -> None:
    """Up to an amount, when the gemeente wants to: it is only told."""
    for eerst in ((), (VRIJLATING,)):
        met, zonder = (
            bijstand(geval.feiten, *eerst, BUFFER, dag=geval.dag),
            bijstand(geval.feiten, *eerst, dag=geval.dag),
        )
        assert (met.bedrag_per_maand, met.bedrag_per_jaar) == (
            zonder.bedrag_per_maand,
            zonder.bedrag_per_jaar,
        )
        assert met.stappen == zonder.stappen


BEZIG: Feiten = {**WERKT, "bijverdienen_maanden": 8}
GEZEGD = {
    "niets": ((), DAG, {"werken_vanaf_2027"}),
    "vrijlating": ((VRIJLATING,), DAG, {"werken_als_in_2027", "werken_vanaf_2027"}),
    "bufferbudget": ((BUFFER,), DAG, {"bufferbudget", "werken_vanaf_2027"}),
    "allebei": ((VRIJLATING, BUFFER), DAG, {"werken_als_in_2027", "bufferbudget"}),
    "in 2025": ((VRIJLATING, BUFFER), VORIG_JAAR, set()),
    "in 2027, niets": ((), VOLGEND_JAAR, {"bufferbudget"}),
    "in 2027, allebei": ((VRIJLATING, BUFFER), VOLGEND_JAAR, {"bufferbudget"}),
}


@pytest.mark.parametrize(("past_toe", "dag", "codes"), GEZEGD.values(), ids=GEZEGD)
def test_de_uitkomst_zegt_wat_al_geldt_en_wat_nog_komt(
    past_toe: tuple[str, ...], dag: date, codes: set[str]
) -> None:
    assert (
        let_op(bijstand(BEZIG, *past_toe, dag=dag)) & {c for _, _, alle in GEZEGD.values() for c in alle}
        == codes
    )


def teksten(*past_toe: str) -> dict[str, str]:
    return {r.code: r.tekst for r in uitkomst_model(inhoud(), bijstand(BEZIG, *past_toe), DAG).let_op}


def test_wat_al_geldt_komt_niet_pas_in_2027() -> None:
    procent, bedrag = "15 procent", "1.000 euro"
    niets, vrijlating, buffer = teksten(), teksten(VRIJLATING), teksten(BUFFER)
    assert procent in niets["werken_vanaf_2027"]
    assert bedrag in niets["werken_vanaf_2027"]
    assert procent in vrijlating["werken_als_in_2027"]
    assert procent not in vrijlating["werken_vanaf_2027"]
    assert bedrag in vrijlating["werken_vanaf_2027"]
    assert procent in buffer["werken_vanaf_2027"]
    assert bedrag not in buffer["werken_vanaf_2027"]
    assert bedrag in buffer["bufferbudget"]


def test_zolang_niets_is_gezegd_leest_wie_werkt_de_regel_van_de_gemeente() -> None:
    """In place of the sentence that perhaps a part may be kept."""
    assert "misschien_deel_houden" in let_op(bijstand(WERKT))
    assert "misschien_deel_houden" not in let_op(bijstand(WERKT, VRIJLATING))


def test_een_bufferbudget_is_voor_wie_werkt() -> None:
    assert "bufferbudget" not in let_op(bijstand({**WERKT, "inkomen_soort": "ww"}, BUFFER))


def test_de_rekensom_noemt_het_artikel() -> None:
    artikelen = {
        past_toe: [s.artikel for s in bijstand(BEZIG, *past_toe).stappen if s.id == "vrijlating"]
        for past_toe in ((), (VRIJLATING,))
    }
    assert artikelen == {(): [], (VRIJLATING,): ["Pw art. 34a lid 1 a"]}


def test_het_jaar_rekent_met_dezelfde_regel() -> None:
    """15% of 600 more in each month, in both norms of the year."""
    zonder, met = bijstand(BEZIG).bedrag_per_jaar, bijstand(BEZIG, VRIJLATING).bedrag_per_jaar
    assert zonder is not None
    assert met == zonder + 12 * D(90)


@pytest.mark.parametrize("leeftijd", [66, 67, 70])
def test_de_aio_is_van_de_svb(leeftijd: int) -> None:
    """No gemeente decides what counts there (Pw art. 47a)."""
    feiten = {**BEZIG, "leeftijd": leeftijd}
    zonder, met = (uitslag(feiten, past_toe, DAG).uitkomst("aio") for past_toe in ((), (VRIJLATING, BUFFER)))
    assert met == zonder


@pytest.mark.parametrize("weg", ["vrijlating_pct", "vrijlating_maanden"])
def test_een_maatregel_zonder_bedrag_met_bron_geldt_niet(weg: str) -> None:
    """Then the exemption of today stays, and nothing is told that is not known."""
    alle = parameters().waarden
    minder = replace(
        parameters(),
        waarden={**alle, WET: tuple(waarde for waarde in alle[WET] if waarde.naam != weg)},
    )
    feiten = {**WERKT, "bijverdienen_maanden": 1}
    catalogus = {**REGELINGEN, **proefstad_met(past_toe=(VRIJLATING,))}
    u = bepaal(lees_feiten(feiten, DAG), minder, DAG, ("bijstand",), catalogus=catalogus).uitkomst("bijstand")
    assert u.bedrag_per_maand == bijstand(feiten).bedrag_per_maand
    assert "werken_als_in_2027" not in let_op(u)


def test_alleen_wie_iets_toepast_heeft_eigen_bijstand() -> None:
    assert set(proefstad_met()) == set()
    assert set(proefstad_met(past_toe=(VRIJLATING,))) == {"bijstand"}


def test_voorbeeldstad_laat_het_zien() -> None:
    lokaal = inhoud().lokaal("voorbeeldstad")
    assert lokaal is not None
    u = bepaal(
        lees_feiten(BEZIG, DAG),
        parameters(),
        DAG,
        ("bijstand",),
        catalogus={**REGELINGEN, **regelingen(lokaal)},
    ).uitkomst("bijstand")
    assert u == bijstand(BEZIG, VRIJLATING)
