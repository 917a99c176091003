"""Where the key comes from that seals a handoff."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from actions.overdracht.kluis import Kluis
from ops.huis import sleutels
from web.instellingen import Instellingen


def _instellingen(**waarden: Any) -> Instellingen:
    return Instellingen(_env_file=None, **waarden)


def test_make_start_adds_the_key_to_a_file_that_was_there(tmp_path: Path) -> None:
    bestand = tmp_path / "sleutels.env"
    bestand.write_text("RECHTOP_SLEUTEL=oud\n", encoding="utf-8")
    bestand.chmod(0o600)
    eerste = sleutels(tmp_path)
    assert eerste["RECHTOP_SLEUTEL"] == "oud"
    assert Kluis([eerste["RECHTOP_OVERDRACHT_SLEUTELS"]])
    assert sleutels(tmp_path) == eerste
    assert stat.S_IMODE(bestand.stat().st_mode) == 0o600


def test_the_secret_of_the_installation_will_do_and_goes_on_opening() -> None:
    assert _instellingen().kluis() is None
    eerst = _instellingen(sleutel="s" * 32).kluis()
    assert eerst is not None
    zegel = eerst.verzegel("1", "x")
    eigen = Kluis.nieuwe_sleutel()
    later = _instellingen(sleutel="s" * 32, overdracht_sleutels=eigen).kluis()
    assert later is not None
    assert later.open("1", zegel) == "x"
    assert Kluis([eigen]).open("1", later.verzegel("1", "y")) == "y"


def test_a_wrong_key_stops_the_start_without_being_named() -> None:
    with pytest.raises(ValidationError) as gevangen:
        _instellingen(overdracht_sleutels="geheim-en-fout")
    assert "32 bytes" in str(gevangen.value)
    assert "geheim-en-fout" not in "; ".join(str(fout["msg"]) for fout in gevangen.value.errors())
