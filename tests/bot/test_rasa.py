"""Rasa as it really runs: it forgets, it keeps quiet, and it sends along what the turn needs."""

from __future__ import annotations

import subprocess
import tarfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import yaml

from ops.huis import RASA_GEREED, rasa_opdracht
from ops.plekken import BOT, BOT_PYTHON, BOUW
from ops.proces import vrije_poorten
from ops.train import rasa_omgeving, zorg_voor_model
from tests.bot.conftest import EchteRasa

pytestmark = pytest.mark.keten


def test_elk_bericht_is_het_eerste(rasa: EchteRasa) -> None:
    """Proof that the forgetting store is loaded: a wrong name gives only a warning and one that remembers."""
    for nummer, tekst in enumerate(["hallo", "wat is huurtoeslag", "terug"], start=1):
        assert rasa.zeg("vergeet-mij", tekst, beurt=f"b{nummer}") == [
            {"recipient_id": "vergeet-mij", "custom": {"nummer": nummer}}
        ]
    assert len(rasa.luisteraar.verzoeken) == 3
    for verzoek, tekst in zip(
        rasa.luisteraar.verzoeken, ["hallo", "wat is huurtoeslag", "terug"], strict=True
    ):
        gebruiker = [
            gebeurtenis for gebeurtenis in verzoek["tracker"]["events"] if gebeurtenis["event"] == "user"
        ]
        assert [gebeurtenis["text"] for gebeurtenis in gebruiker] == [tekst]


def test_de_volgorde_van_intents_komt_mee(rasa: EchteRasa) -> None:
    rasa.zeg("iemand", "ik snap er niks van", beurt="b1")
    (verzoek,) = rasa.luisteraar.verzoeken
    assert verzoek["next_action"] == "action_beurt"
    assert verzoek["sender_id"] == "iemand"
    bericht = verzoek["tracker"]["latest_message"]
    ranking = bericht["intent_ranking"]
    assert ranking[0]["name"] == "frustratie"
    zekerheden = [rang["confidence"] for rang in ranking]
    assert zekerheden == sorted(zekerheden, reverse=True)
    assert 0.5 < zekerheden[0] <= 1
    assert bericht["metadata"]["beurt"] == "b1"


def test_een_klik_komt_aan_zonder_gelezen_te_worden(rasa: EchteRasa) -> None:
    rasa.zeg("iemand", "/keuze", beurt="b2", keuze="k-17", gezien="m-4")
    (verzoek,) = rasa.luisteraar.verzoeken
    bericht = verzoek["tracker"]["latest_message"]
    assert bericht["intent"]["name"] == "keuze"
    assert {naam: bericht["metadata"][naam] for naam in ("beurt", "keuze", "gezien")} == {
        "beurt": "b2",
        "keuze": "k-17",
        "gezien": "m-4",
    }


@pytest.mark.parametrize("tekst", ["/restart", "/stop", " //back", '/keuze{"x": 1}', "/session_start"])
def test_een_getypte_opdracht_is_tekst(rasa: EchteRasa, tekst: str) -> None:
    """Rasa itself would obey: restart, forget the turn, or take it for a click."""
    assert rasa.zeg("iemand", tekst, beurt="b1") == [{"recipient_id": "iemand", "custom": {"nummer": 1}}]
    (verzoek,) = rasa.luisteraar.verzoeken
    bericht = verzoek["tracker"]["latest_message"]
    assert bericht["text"] == tekst.lstrip("/ ")
    assert len(bericht["intent_ranking"]) > 1, "read as a sentence"


def test_elk_intent_leidt_naar_de_beurt(rasa: EchteRasa) -> None:
    """One sentence of each intent of the model, so that no intent is without its rule."""
    zinnen = {blok["intent"]: blok["examples"].splitlines()[0][2:] for blok in _nlu_van_het_model()}
    for intent, zin in zinnen.items():
        assert rasa.zeg(f"van-{intent}", zin, beurt="b"), intent
    assert len(rasa.luisteraar.verzoeken) == len(zinnen)


def test_het_model_kent_precies_de_intents_van_de_zinnen() -> None:
    with tarfile.open(zorg_voor_model()) as archief:
        (naam,) = (naam for naam in archief.getnames() if naam.endswith("domain.yml"))
        bestand = archief.extractfile(naam)
        assert bestand is not None
        domein = yaml.safe_load(bestand.read())
    intents = {next(iter(i)) if isinstance(i, dict) else i for i in domein["intents"]}
    assert intents == {blok["intent"] for blok in _nlu_van_het_model()} | {"keuze"}
    assert domein["actions"] == ["action_beurt"]


def test_een_antwoord_in_een_andere_vorm_geldt_niet(rasa: EchteRasa) -> None:
    """Rasa's own check of what the action server sends, also now that it is done in another way (bot/keuren.py)."""
    rasa.luisteraar.gebeurtenissen = "geen lijst"
    assert rasa.zeg("iemand", "hallo", beurt="b1") == []
    rasa.luisteraar.gebeurtenissen = [{"event": "bestaat_niet"}]
    assert rasa.zeg("iemand", "hallo", beurt="b2") == []
    rasa.luisteraar.gebeurtenissen = ()
    assert rasa.zeg("iemand", "hallo", beurt="b3")


def test_het_schema_zelf_wordt_niet_in_elke_beurt_nagekeken() -> None:
    """How often one answer has the schema checked. In a process of its own: only Rasa's environment has Rasa."""
    klaar = subprocess.run(
        [str(BOT_PYTHON), "-c", _TEL_SCHEMA],
        cwd=BOT, env=rasa_omgeving(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert klaar.stdout.split()[-2:] == ["1", "0"], "with Rasa's own check, and with ours"


_TEL_SCHEMA = """
import licht
licht.zonder_tensorflow()
from unittest.mock import patch
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from keuren import keur_schema_eenmaal

def tel():
    with patch.object(validator_for(RemoteAction.action_response_format_spec()), "check_schema") as schema:
        assert RemoteAction("action_beurt", None)._validate_action_result({"events": [], "responses": []})
    return schema.call_count

ervoor = tel()
keur_schema_eenmaal()
print(ervoor, tel())
"""


def test_de_api_is_dicht(rasa: EchteRasa) -> None:
    for pad in ("/conversations/vergeet-mij/tracker", "/status", "/domain"):
        assert httpx.get(rasa.url + pad, trust_env=False).status_code == 404
    assert httpx.put(rasa.url + "/model", json={}, trust_env=False).status_code == 404
    assert httpx.post(rasa.url + "/model/parse", json={"text": "hallo"}, trust_env=False).status_code == 404


def test_een_rasa_zonder_model_is_niet_gereed(rasa: EchteRasa, tmp_path: Path) -> None:
    """Rasa starts without complaint on a model that it cannot read, and then answers nothing."""
    kapot = tmp_path / "model.tar.gz"
    kapot.write_bytes(b"geen model")
    (poort,) = vrije_poorten(1)
    gereed = f"http://127.0.0.1:{poort}{RASA_GEREED}"
    proces = replace(
        rasa.proces, opdracht=rasa_opdracht(kapot, poort), log=tmp_path / "rasa.log", gereed=gereed
    )
    try:
        proces.start()
        status = None
        while status is None:
            assert proces.leeft, proces.laatste_regels()
            with suppress(httpx.TransportError):
                status = httpx.get(gereed, trust_env=False).status_code
            time.sleep(0.2)
        assert status == 503
    finally:
        proces.stop()


def test_telemetrie_staat_uit(rasa: EchteRasa) -> None:
    assert rasa.proces.pid is not None
    omgeving = Path(f"/proc/{rasa.proces.pid}/environ").read_bytes().split(b"\0")
    assert b"RASA_TELEMETRY_ENABLED=false" in omgeving
    assert not [regel for regel in omgeving if regel.startswith(b"RECHTOP_SLEUTEL")]


@pytest.mark.parametrize("status", [400, 404, 500])
def test_wat_iemand_schrijft_komt_niet_in_de_log(rasa: EchteRasa, status: int) -> None:
    """Neither when all is well nor when the turn fails; a failed turn is an empty list."""
    zin = f"mijn geheime zin over zebrapad{status} is lang"
    assert rasa.zeg("stil", zin, beurt="b1")
    rasa.luisteraar.status = status
    assert rasa.zeg("stil", zin, beurt="b2", keuze=f"zebrapad{status}") == []
    for lastig in (f"/zebrapad{status}", f"/keuze{{zebrapad{status}", f'/keuze{{"zebrapad{status}": 1}}', ""):
        rasa.zeg("stil", lastig, beurt="b3")
    rasa.zeg("stil", None, beurt="b4")  # type: ignore[arg-type]
    log = rasa.proces.log.read_text("utf-8")
    assert "zebrapad" not in log
    rasa.luisteraar.status = 200
    assert rasa.zeg("stil", "hallo", beurt="b5"), "Rasa goes on after failures"


def _nlu_van_het_model() -> list[dict[str, str]]:
    """The sentences that belong to the model of now (zorg_voor_model has just written them)."""
    zorg_voor_model()
    blokken: list[dict[str, str]] = yaml.safe_load((BOUW / "data" / "nlu.yml").read_text("utf-8"))["nlu"]
    return blokken
