from __future__ import annotations

from wordfreq import get_frequency_dict

from content.herkennen.gewoon import is_bekend, is_gewoon


def test_gewone_woorden_zijn_geen_tikfouten() -> None:
    assert is_gewoon("buren")
    assert is_bekend("buren")
    assert not is_gewoon("zorgtoesalg")
    assert not is_bekend("zorgtoesalg")


def test_de_kleine_lijst_weet_het_even_goed_als_de_grote() -> None:
    """The small list saves memory and may cost nothing: it knows every word that is common enough to matter, as well."""
    klein = get_frequency_dict("nl", "small")
    groot = get_frequency_dict("nl", "large")
    gewoon = {woord: hoe_vaak for woord, hoe_vaak in groot.items() if hoe_vaak > 1e-6}
    assert len(gewoon) > 20_000
    assert {woord: klein.get(woord) for woord in gewoon} == gewoon
