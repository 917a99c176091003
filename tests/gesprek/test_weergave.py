"""Every reference household's outcome can be put into words, with its laws, whatever the scheme."""

from __future__ import annotations

import pytest

from actions.gesprek.weergave import uitkomst_model
from content.inhoud import Inhoud
from tests.regels.hulp import vraag
from tests.regels.test_voorbeelden import VOORBEELDEN, Voorbeeld


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=lambda v: v.id)
def test_elke_uitkomst_heeft_woorden(voorbeeld: Voorbeeld, inhoud: Inhoud) -> None:
    for uitkomst in vraag(voorbeeld.feiten, voorbeeld.peildatum, tuple(voorbeeld.verwacht)).uitkomsten:
        model = uitkomst_model(inhoud, uitkomst, voorbeeld.peildatum)
        assert [reden.code for reden in model.redenen] == [reden.code for reden in uitkomst.redenen]
        assert all(reden.tekst for reden in (*model.redenen, *model.let_op))
        assert all(stap.tekst for stap in model.stappen)
        assert len(model.stappen) == len(uitkomst.stappen)
        assert bool(model.bronnen) == bool(uitkomst.artikelen)
        assert model.bedrag_per_keer == uitkomst.bedrag_per_keer
        if model.ritme == "maand":
            assert model.bedrag_per_keer == model.bedrag_per_maand
