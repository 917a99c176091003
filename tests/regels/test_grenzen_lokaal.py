"""Both sides of every limit in every file of a gemeente or region: see `grenzen_gevallen`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from actions.regels.lokaal.bouw import regelingen
from content.lokaal.regeling import LOKAAL, Regelingdata
from tests.regels.grenzen_gevallen import gevallen
from tests.regels.grenzen_lokaal import GEEN_VOORWAARDE, SOORTEN, Proef, gezinnen, proeven, voorwaarden
from tests.regels.hulp import NIET, WEL, inhoud
from tests.regels.hulp import ONBEKEND as WEET_NIET
from tests.regels.lokaal import DAG, codes, data, geld, proefstad
from tests.regels.test_gemeentebestanden import lokaal


def _alle() -> Iterator[tuple[str, Proef]]:
    """Each scheme once, also when many gemeenten inherit it."""
    for slug in inhoud().gemeenten():
        for proef in proeven(lokaal(slug)):
            yield f"{proef.bestand}: {proef.id}", proef


PROEVEN: Mapping[str, Proef] = dict(_alle())


@pytest.mark.parametrize("naam", PROEVEN)
def test_aan_beide_kanten_van_elke_grens(naam: str) -> None:
    proef = PROEVEN[naam]
    for geval in gevallen(proef):
        u = proef.uitkomst(geval.feiten)
        waar = (geval, [(r.code, r.waarden) for r in u.redenen])
        assert u.recht == geval.recht, waar
        assert geval.code is None or geval.code in codes(u), waar
        assert geval.bijna is None or u.bijna == geval.bijna, waar
        if geval.bedrag is not None and u.recht == WEL:
            assert u.bedrag_per_keer == geval.bedrag, waar


@pytest.mark.parametrize("naam", PROEVEN)
def test_geen_grens_is_vergeten(naam: str) -> None:
    """A condition in a file without a household at it: somebody has to say in `grenzen_gevallen` how to lie there."""
    proef = PROEVEN[naam]
    assert voorwaarden(proef.data) <= {geval.veld for geval in gevallen(proef)}


def test_elk_veld_is_een_voorwaarde_of_niet() -> None:
    velden = set(Regelingdata.model_fields)
    bekend = {
        "bedragen",
        "leeftijd",
        "kinderen",
        "eisen",
        "een_van",
        "inkomen",
        "vermogen",
        "jaren_laag_inkomen",
    }
    assert velden == GEEN_VOORWAARDE | bekend | {"draagkracht", "kwijtschelding"}


def test_alle_kanten_komen_voor() -> None:
    """Or a test that looks at nothing would be green."""
    alles = [geval for proef in PROEVEN.values() for geval in gevallen(proef)]
    assert {geval.recht for geval in alles} == {WEL, NIET, WEET_NIET}
    assert {geval.bijna for geval in alles} == {True, False, None}
    assert sum(geval.bedrag is not None for geval in alles) > 100
    assert {proef.id for proef in PROEVEN.values()} >= set(LOKAAL)
    voorbeeld = [proef for proef in PROEVEN.values() if proef.bestand == "gemeenten/voorbeeldstad.yml"]
    for proef in voorbeeld:
        rechten = {geval.recht for geval in gevallen(proef)}
        assert {WEL, NIET} <= rechten, proef.id
        assert {soort for soort, _ in gezinnen(proef)} >= {"alleenstaande_ouder", "paar"}


@pytest.mark.parametrize("slug", inhoud().gemeenten())
def test_een_regel_in_twijfel_heeft_geen_kanten(slug: str) -> None:
    """As the file stands today: rich or poor, old or young, the resident is sent to the gemeente."""
    echt = regelingen(lokaal(slug))
    for proef in proeven(lokaal(slug)):
        oorspronkelijk = lokaal(slug).regelingen[proef.id].data
        if not oorspronkelijk.twijfel(DAG) and oorspronkelijk.geldt_op(DAG):
            continue
        in_twijfel = Proef(proef.id, proef.bestand, oorspronkelijk, echt[proef.id])
        assert {in_twijfel.uitkomst(g.feiten).recht for g in gevallen(proef)} == {WEET_NIET}


def _proef(id_: str, velden: Mapping[str, object]) -> Proef:
    een = proefstad(**{id_: velden})[id_]
    return Proef(id_, "proef", Regelingdata.model_validate(velden), een)


@pytest.mark.parametrize(
    "velden",
    [
        data(inkomen={"van": "wettelijk_minimumloon", "procent": "110", "soort": "bruto"}),
        data(leeftijd={"van": "aow"}),
        data(leeftijd={"van": 18, "tot": 26}),
        data(vermogen={"grens": "bedrag", "bedragen": dict.fromkeys(SOORTEN, "1.00") | {"paar": "onbekend"}}),
        geld({"bedrag": "9.00", "leeftijd": {"tot": "aow"}}, {"bedrag": "5.00"}),
        data(een_van={"studeert": "onbekend", "schulden": True}),
    ],
)
def test_ook_wat_nog_geen_bestand_heeft(velden: Mapping[str, object]) -> None:
    proef = _proef("meedoenregeling", velden)
    assert voorwaarden(proef.data) <= {geval.veld for geval in gevallen(proef)}
    for geval in gevallen(proef):
        u = proef.uitkomst(geval.feiten)
        assert u.recht == geval.recht, geval
        assert geval.bedrag is None or u.recht != WEL or u.bedrag_per_keer == geval.bedrag, geval
