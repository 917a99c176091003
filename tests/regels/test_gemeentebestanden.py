"""The example households in the files of the gemeenten: what an editor says must come out, comes out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from actions.regels.catalogus import REGELINGEN
from actions.regels.inlezen import lees_feiten
from actions.regels.kern import bepaal
from actions.regels.lokaal.bouw import regelingen
from content.lokaal.erven import Lokaal
from content.lokaal.voorbeeld import Verwacht, Voorbeeld
from tests.regels.hulp import inhoud, parameters


def lokaal(slug: str) -> Lokaal:
    gevonden = inhoud().lokaal(slug)
    assert gevonden is not None
    return gevonden


def gevallen() -> Iterator[tuple[str, Voorbeeld, str, Verwacht]]:
    for slug in inhoud().gemeenten():
        for voorbeeld in lokaal(slug).gemeente.voorbeelden:
            for id_, verwacht in voorbeeld.verwacht.items():
                yield slug, voorbeeld, id_, verwacht


GEVALLEN = list(gevallen())


@pytest.mark.parametrize(
    ("slug", "voorbeeld", "id_", "verwacht"),
    GEVALLEN,
    ids=[f"{slug}: {voorbeeld.naam}: {id_}" for slug, voorbeeld, id_, _ in GEVALLEN],
)
def test_het_voorbeeld_komt_uit(slug: str, voorbeeld: Voorbeeld, id_: str, verwacht: Verwacht) -> None:
    dag = voorbeeld.peildatum
    catalogus = {**REGELINGEN, **regelingen(lokaal(slug))}
    uitslag = bepaal(lees_feiten(voorbeeld.feiten, dag), parameters(), dag, [id_], catalogus=catalogus)
    uit = uitslag.uitkomst(id_)
    assert uit.recht == verwacht.recht, [(r.code, r.waarden) for r in uit.redenen]
    for veld in ("bedrag_per_keer", "bedrag_per_maand", "bedrag_per_jaar"):
        if (bedrag := getattr(verwacht, veld)) is not None:
            assert getattr(uit, veld) == bedrag
    assert set(verwacht.redenen) <= {r.code for r in uit.redenen}


def test_geen_enkele_regeling_valt_om_en_elke_reden_heeft_woorden() -> None:
    """Every household that any file names, and nobody at all, at every gemeente."""
    teksten = inhoud().uitkomsten()
    mensen = [(voorbeeld.feiten, voorbeeld.peildatum) for _, voorbeeld, _, _ in GEVALLEN]
    mensen.append(({}, mensen[0][1]))
    for slug in inhoud().gemeenten():
        catalogus = regelingen(lokaal(slug))
        for feiten, dag in mensen:
            uitslag = bepaal(
                lees_feiten(feiten, dag), parameters(), dag, list(catalogus), catalogus=catalogus
            )
            for uit in uitslag.uitkomsten:
                assert uit.fout is None, (slug, uit.regeling)
                tekst = teksten.get(uit.regeling)  # an own scheme has the words of its file
                if tekst is not None:
                    assert {r.code for r in uit.redenen} <= tekst.redenen.keys()
                    assert {r.code for r in uit.let_op} <= tekst.let_op.keys()
