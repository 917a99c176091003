"""Settings: safe by default, and no start without a key outside loopback."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from web.instellingen import Instellingen


def test_defaults_are_the_contract(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in ("RECHTOP_WEB_POORT", "RECHTOP_SLEUTEL", "RECHTOP_GRENZEN_LOKAAL"):
        monkeypatch.delenv(naam, raising=False)
    i = Instellingen()
    assert (i.web_adres, i.web_poort, i.intern_adres, i.intern_poort) == (
        "127.0.0.1",
        8000,
        "127.0.0.1",
        8001,
    )
    assert (i.berichten_per_minuut, i.berichten_per_gesprek) == (30, 150)
    assert (i.gesprekken_per_uur, i.verzoeken_per_minuut) == (120, 1200)
    assert (i.lichaam_max, i.lijst_max, i.tekst_max) == (65536, 20, 500)
    assert (i.rasa_tijd, i.rasa_tijd_opnieuw, i.beurt_tijd, i.wacht_tijd) == (5, 2.5, 8, 8)
    assert (i.grenzen_lokaal, i.proxies) == ("aan", ())


def test_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTOP_WEB_POORT", "9000")
    monkeypatch.setenv("RECHTOP_PROXIES", "10.0.0.0/8, 192.0.2.1")
    monkeypatch.setenv("RECHTOP_GRENZEN_LOKAAL", "los")
    i = Instellingen()
    assert i.web_poort == 9000
    assert [str(n) for n in i.proxies] == ["10.0.0.0/8", "192.0.2.1/32"]
    assert i.grenzen_lokaal == "los"


@pytest.mark.parametrize("adres", ["0.0.0.0", "::", "192.0.2.1", "voorbeeld.example"])
@pytest.mark.parametrize("veld", ["WEB_ADRES", "INTERN_ADRES"])
def test_no_start_outside_loopback_without_a_key(
    monkeypatch: pytest.MonkeyPatch, adres: str, veld: str
) -> None:
    monkeypatch.setenv(f"RECHTOP_{veld}", adres)
    for sleutel in (None, "", "kort"):
        if sleutel is None:
            monkeypatch.delenv("RECHTOP_SLEUTEL", raising=False)
        else:
            monkeypatch.setenv("RECHTOP_SLEUTEL", sleutel)
        with pytest.raises(ValidationError, match="RECHTOP_SLEUTEL"):
            Instellingen()
    monkeypatch.setenv("RECHTOP_SLEUTEL", "s" * 32)
    assert "s" * 32 not in repr(Instellingen())


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [("WEB_POORT", "99999"), ("PROXIES", "geen netwerk"), ("GRENZEN_LOKAAL", "soms"), ("RASA_TIJD", "0")],
)
def test_nonsense_is_refused(monkeypatch: pytest.MonkeyPatch, naam: str, waarde: str) -> None:
    monkeypatch.setenv(f"RECHTOP_{naam}", waarde)
    with pytest.raises(ValidationError):
        Instellingen()
