from __future__ import annotations

import pytest

from actions.overdracht.kluis import Kluis, KluisDicht


def test_keys_can_be_changed_without_losing_what_was_sealed() -> None:
    oud, nieuw = Kluis.nieuwe_sleutel(), Kluis.nieuwe_sleutel()
    zegel = Kluis([oud]).verzegel("1", {"naam": "Noor"})
    assert "Noor" not in zegel
    beide = Kluis([nieuw, oud])
    assert beide.open("1", zegel) == {"naam": "Noor"}
    vers = beide.verzegel("1", ["x"])
    assert Kluis([nieuw]).open("1", vers) == ["x"]
    with pytest.raises(KluisDicht):
        Kluis([oud]).open("1", vers)


def test_a_seal_opens_only_for_its_own_request() -> None:
    kluis = Kluis([Kluis.nieuwe_sleutel()])
    zegel = kluis.verzegel("1", "x")
    with pytest.raises(KluisDicht):
        kluis.open("2", zegel)
    with pytest.raises(KluisDicht):
        kluis.open("1", zegel[:-4] + "AAA=")


@pytest.mark.parametrize("sleutels", [[], ["te-kort"], ["geheim" * 8]])
def test_a_wrong_key_is_not_repeated(sleutels: list[str]) -> None:
    with pytest.raises(ValueError, match="key") as gevangen:
        Kluis(sleutels)
    assert not any(sleutel in str(gevangen.value) for sleutel in sleutels)


def test_a_mark_is_the_same_for_the_same_text_and_key_only() -> None:
    sleutel = Kluis.nieuwe_sleutel()
    merk = Kluis([sleutel]).merk("4821007731")
    assert merk == Kluis([sleutel]).merk("4821007731") != Kluis([sleutel]).merk("4821007732")
    assert merk != Kluis([Kluis.nieuwe_sleutel()]).merk("4821007731")
    assert len(merk) == 64
