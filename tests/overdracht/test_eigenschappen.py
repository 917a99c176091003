"""In any order of handing in, trying again, failing, withdrawing, erasing and waiting: at most one request at the gemeente, none
after it was withdrawn, and never anything readable on disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import GesprekOnbekend, Opslag, gesprek_id
from actions.gesprek.staat import Staat
from actions.overdracht import codes
from actions.overdracht.aanvraag import Aanvraag
from actions.overdracht.bewaartermijn import ruim_op
from actions.overdracht.bezorger import Bezorger
from actions.overdracht.kluis import Kluis
from actions.overdracht.uitbak import CodeFout, Uitbak
from actions.overdracht.wegen.keuze import Wegen
from content.inhoud import Inhoud
from content.parameters import Parameters, laad_parameters
from tests.overdracht.conftest import CONTENT, FEITEN, PERSOONLIJK, SCOPE, H, Klok, maak_inhoud
from tests.overdracht.nepopenklant import TOKEN, NepOpenKlant, draai

_STAND = {"aantal": 0, "bedrag_per_maand": "0.00", "waarvan_al_ontvangen": "0.00", "onder_voorbehoud": False}
_EERSTE = {"berichten": [], "voortgang": {"beantwoord": 0, "nog_ongeveer": 0}, "tussenstand": _STAND}


class _Lijn(httpx.HTTPTransport):
    """Breaks at one call of a round, before or after it did its work."""

    def __init__(self, bij: int | None, *, na: bool) -> None:
        super().__init__()
        self._nog, self._na = bij, na

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        breekt = self._nog == 0
        self._nog = None if self._nog is None else self._nog - 1
        if breekt and not self._na:
            raise httpx.ConnectTimeout("broken")
        antwoord = super().handle_request(request)
        antwoord.read()
        if breekt:
            raise httpx.ReadTimeout("broken")
        return antwoord


class Overdracht(RuleBasedStateMachine):
    inhoud: Inhoud
    parameters: Parameters
    nep: NepOpenKlant

    def __init__(self) -> None:
        super().__init__()
        self.map = Path(tempfile.mkdtemp())
        self.klok = Klok()
        for dingen in (self.nep.contacten, self.nep.betrokkenen, self.nep.adressen, self.nep.taken):
            dingen.clear()
        self.opslag = Opslag(f"sqlite:///{self.map / 'proef.db'}", self.klok)
        self.opslag.migreer()
        self.bronnen = Bronnen(
            self.opslag, self.inhoud, self.parameters, lambda: self.klok.nu.date(), nu=self.klok
        )
        self.kluis = Kluis([Kluis.nieuwe_sleutel()])
        self.uitbak = Uitbak(self.bronnen, self.kluis, self.klok)
        self.token = self._gesprek()
        self.ingediend: dict[tuple[str, str], str] = {}
        """(talk, id) → number."""
        self.ingetrokken: set[str] = set()

    def teardown(self) -> None:
        self.tot_rust()
        self.opslag.sluit()
        shutil.rmtree(self.map)

    def _gesprek(self) -> str:
        return self.opslag.nieuw(Staat("openstad", feiten=FEITEN, scope=SCOPE), _EERSTE, False)[0]

    def _bezorger(self, lijn: httpx.BaseTransport) -> Bezorger:
        omgeving: Mapping[str, str] = {"RECHTOP_OPENKLANT_TOKEN_OPENSTAD": TOKEN}
        wegen = Wegen(self.bronnen, self.kluis, self.klok, None, omgeving, lijn)
        return Bezorger(self.opslag, self.kluis, wegen, self.klok)

    @initialize()
    def begin(self) -> None:
        self.dien_in("h1")

    @rule(id=st.sampled_from(["h1", "h2"]))
    def dien_in(self, id: str) -> None:
        h: dict[str, Any] = {**H, "id": id, "delen": tuple(H["delen"])}
        aanvraag = Aanvraag(**h)
        try:
            versie = self.uitbak.voorbeeld(self.token, aanvraag).toestemming.versie
            uit = self.uitbak.dien_in(self.token, aanvraag, versie, gegeven=True)
        except GesprekOnbekend:
            self.token = self._gesprek()
            return
        assert self.ingediend.setdefault((self.token, id), uit.kenmerk) == uit.kenmerk

    @rule(bij=st.integers(0, 6), na=st.booleans())
    def bezorg(self, bij: int, na: bool) -> None:
        self.klok.verder(minutes=16)  # whatever failed before has its turn again
        self._bezorger(_Lijn(bij, na=na)).ronde()

    @precondition(lambda self: self.ingediend)
    @rule(data=st.data())
    def trek_in(self, data: st.DataObject) -> None:
        token, id_ = data.draw(st.sampled_from(sorted(self.ingediend)))
        kenmerk = self.ingediend[token, id_]
        try:
            self.uitbak.trek_in(kenmerk, codes.intrekcode(token, id_))
        except CodeFout:
            return  # erased by its term
        self.ingetrokken.add(kenmerk)

    @rule()
    def wis(self) -> None:
        onderweg = [
            kenmerk
            for (token, id_), kenmerk in self.ingediend.items()
            if token == self.token and self._stand(kenmerk, codes.intrekcode(token, id_)) == "wordt_verstuurd"
        ]
        if self.opslag.wis(gesprek_id(self.token)):
            self.ingetrokken |= set(onderweg)

    def _stand(self, kenmerk: str, code: str) -> str | None:
        try:
            return self.uitbak.status(kenmerk, code).stand
        except CodeFout:
            return None

    @rule(minuten=st.sampled_from([1, 20, 24 * 60, 73 * 60, 29 * 24 * 60]))
    def wacht(self, minuten: int) -> None:
        self.klok.verder(minutes=minuten)
        self.opslag.wis_verlopen()
        ruim_op(self.opslag, self.klok.nu)

    @invariant()
    def hooguit_een(self) -> None:
        nummers = [contact["referentienummer"] for contact in self.nep.contacten.values()]
        assert len(nummers) == len(set(nummers))
        assert set(nummers) <= set(self.ingediend.values())
        for een in self.nep.compleet():
            assert (len(een["taken"]), len(een["betrokkenen"]), len(een["adressen"])) == (1, 1, 2)

    @invariant()
    def niets_leesbaar(self) -> None:
        schijf = b"".join(bestand.read_bytes() for bestand in self.map.iterdir())
        for woord in PERSOONLIJK:
            assert woord.encode() not in schijf

    @rule()
    def tot_rust(self) -> None:
        """When the line is whole and there is time, what was withdrawn is gone and what was not is there or given up."""
        for _ in range(3):
            self.klok.verder(minutes=16)
            self._bezorger(_Lijn(None, na=False)).ronde()
        daar = [een["referentienummer"] for een in self.nep.compleet()]
        assert not self.ingetrokken & {c["referentienummer"] for c in self.nep.contacten.values()}
        assert len(daar) == len(self.nep.contacten)
        assert all(adres["betrokkene"] is not None for adres in self.nep.adressen.values())
        for (token, id_), kenmerk in self.ingediend.items():
            stand = self._stand(kenmerk, codes.intrekcode(token, id_))
            assert stand in ("verstuurd", "ingetrokken", "niet_gelukt", None)
            if stand is not None:
                assert (kenmerk in daar) == (stand == "verstuurd")


def test_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Guessing is made slow on purpose; here it is not what is tested.
    monkeypatch.setattr(codes, "_SCRYPT_N", 2)
    parameters = laad_parameters(CONTENT / "parameters")
    with draai(NepOpenKlant()) as nep:
        Overdracht.nep = nep
        Overdracht.parameters = parameters
        Overdracht.inhoud = maak_inhoud(tmp_path, parameters, nep.url)
        proef = Overdracht.TestCase
        proef.settings = settings(
            max_examples=10,
            stateful_step_count=8,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        proef().runTest()
