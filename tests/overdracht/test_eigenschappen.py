"""In any order of handing in, trying again, failing half-way, dying, withdrawing, erasing and waiting: never more than one
request at the gemeente, whole when it is called sent, none after it was withdrawn, and never anything readable on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Row, delete, select

from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import GesprekOnbekend, Opslag, gesprek_id
from actions.gesprek.staat import Staat
from actions.gesprek.tabellen import gesprek
from actions.overdracht import codes
from actions.overdracht.aanvraag import Aanvraag
from actions.overdracht.bewaartermijn import ruim_op
from actions.overdracht.bezorger import VAST, Bezorger
from actions.overdracht.kluis import Kluis, herkenbaar
from actions.overdracht.tabellen import overdracht, toestemming, toestemmingstekst
from actions.overdracht.uitbak import CodeFout, Uitbak
from actions.overdracht.wegen.keuze import Wegen
from content.inhoud import Inhoud
from content.parameters import Parameters
from tests.overdracht.conftest import FEITEN, PERSOONLIJK, SCOPE, H, Klok, maak_inhoud
from tests.overdracht.nepopenklant import TOKEN, NepOpenKlant, draai

_STAND = {"aantal": 0, "bedrag_per_maand": "0.00", "waarvan_al_ontvangen": "0.00", "onder_voorbehoud": False}
_EERSTE = {"berichten": [], "voortgang": {"beantwoord": 0, "nog_ongeveer": 0}, "tussenstand": _STAND}
_ADRESSEN = {"0612345678", "noor@verzonnen.example"}

# --- what may happen -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class DienIn:
    id: str


@dataclass(frozen=True)
class Bezorg:
    """A round in which something happens at one call: the line breaks before or after the call did its work, the process dies
    after it, the resident withdraws, or it takes so long that another worker does a round, to its end or until its third call
    breaks. Past the last call: nothing."""

    wat: Literal["voor", "na", "dood", "ingetrokken", "ander", "ander_half"]
    bij: int


@dataclass(frozen=True)
class TrekIn:
    id: str


@dataclass(frozen=True)
class Wis:
    """The talk is erased."""


@dataclass(frozen=True)
class Wacht:
    minuten: int


@dataclass(frozen=True)
class Rust:
    """The line is whole and there is time."""


Stap = DienIn | Bezorg | TrekIn | Wis | Wacht | Rust
HEEL = Bezorg("voor", 99)
_DAG = 24 * 60

_IDS = st.sampled_from(["h1", "h2"])
# Six calls deliver a request, and going on with one takes up to seven: most rounds break somewhere in the middle.
_RONDES = st.builds(
    Bezorg,
    st.sampled_from(["na", "dood", "ander", "ander_half", "voor", "ingetrokken"]),
    st.sampled_from([5, 1, 2, 3, 4, 6, 0, 7, 9, 99]),
)
_ANDERS = st.one_of(
    st.builds(DienIn, _IDS),
    st.builds(TrekIn, _IDS),
    st.builds(Wacht, st.sampled_from([1, 20, _DAG, 73 * 60, 29 * _DAG])),
    st.just(Rust()),
    st.just(Wis()),
)
STAPPEN = st.lists(st.one_of(_RONDES, _RONDES, _RONDES, _ANDERS, _ANDERS), max_size=9)


def _aanvraag(id: str) -> Aanvraag:
    h: dict[str, Any] = {**H, "id": id, "delen": tuple(H["delen"])}
    return Aanvraag(**h)


class _Dood(BaseException):
    """The process is gone: nothing after this is done."""


class _Lijn(httpx.BaseTransport):
    """Does something at one call of a round."""

    def __init__(self, echt: httpx.BaseTransport, bij: int, doe: Callable[[], None], *, na: bool) -> None:
        self._echt, self._nog, self._doe, self._na = echt, bij, doe, na

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        nu_wel = self._nog == 0
        self._nog -= 1
        if nu_wel and not self._na:
            self._doe()
        antwoord = self._echt.handle_request(request)
        antwoord.read()
        if nu_wel and self._na:
            self._doe()
        return antwoord


# --- the world it happens in -----------------------------------------------------------------------------------------


class Wereld:
    """One gateway with its record, one Open Klant, and what must be true of the two."""

    def __init__(
        self, map_: Path, inhoud: Inhoud, parameters: Parameters, nep: NepOpenKlant, url: str | None = None
    ) -> None:
        self.map, self.nep = map_, nep
        # Made once: a context with certificates and a database with its statements cost more than all the rest.
        self.echt = httpx.HTTPTransport(verify=False)
        self.klok = Klok()
        (map_ / "db").mkdir()
        self.opslag = Opslag(url or f"sqlite:///{map_ / 'db' / 'proef.db'}", self.klok)
        self.opslag.migreer()
        self.bronnen = Bronnen(self.opslag, inhoud, parameters, lambda: self.klok.nu.date(), nu=self.klok)
        self.kluis = Kluis([Kluis.nieuwe_sleutel()])
        self.uitbak = Uitbak(self.bronnen, self.kluis, self.klok)
        self.versie = self.uitbak.voorbeeld(self._gesprek(), _aanvraag("h1")).toestemming.versie

    def sluit(self) -> None:
        self.echt.close()
        self.opslag.sluit()

    def loop(self, stappen: Sequence[Stap]) -> None:
        self._begin()
        for stap in (DienIn("h1"), *stappen, Rust()):
            self._doe(stap)
            self._keur()

    def _begin(self) -> None:
        for dingen in (self.nep.contacten, self.nep.betrokkenen, self.nep.adressen, self.nep.taken):
            dingen.clear()
        self.klok.nu = Klok().nu
        with self.opslag.schrijf() as verbinding:
            for tabel in (overdracht, toestemming, toestemmingstekst, gesprek):
                verbinding.execute(delete(tabel))
        self.token = self._gesprek()
        self.ingediend: dict[tuple[str, str], str] = {}
        """(talk, id) → number."""
        self.ingetrokken: set[str] = set()
        self.zegels: dict[str, str] = {}

    def _gesprek(self) -> str:
        return self.opslag.nieuw(Staat("openstad", feiten=FEITEN, scope=SCOPE), _EERSTE, False)[0]

    def _doe(self, stap: Stap) -> None:
        match stap:
            case DienIn(id):
                self._dien_in(id)
            case Bezorg(wat, bij):
                self._bezorg(wat, bij)
            case TrekIn(id):
                self._trek_in(id)
            case Wis():
                onderweg = [
                    kenmerk
                    for (token, _), kenmerk in self.ingediend.items()
                    if token == self.token and self._stand(kenmerk) == "wordt_verstuurd"
                ]
                if self.opslag.wis(gesprek_id(self.token)):
                    self.ingetrokken |= set(onderweg)
            case Wacht(minuten):
                self.klok.verder(minutes=minuten)
                self.opslag.wis_verlopen()
                ruim_op(self.opslag, self.klok.nu)
            case Rust():
                self._rust()

    def _dien_in(self, id: str) -> None:
        try:
            uit = self.uitbak.dien_in(self.token, _aanvraag(id), self.versie, gegeven=True)
        except GesprekOnbekend:
            self.token = self._gesprek()
            return
        # The same message again is the same request, whatever became of it.
        assert self.ingediend.setdefault((self.token, id), uit.kenmerk) == uit.kenmerk
        rij = self._rij(uit.kenmerk)
        if rij is not None and rij.inhoud is not None:
            self.zegels[uit.kenmerk] = herkenbaar(rij.inhoud)

    def _trek_in(self, id: str) -> None:
        for (token, van), kenmerk in self.ingediend.items():
            if van == id:
                try:
                    self.uitbak.trek_in(kenmerk, codes.intrekcode(token, id))
                except CodeFout:
                    assert self._rij(kenmerk) is None  # erased by its term
                else:
                    self.ingetrokken.add(kenmerk)

    def _bezorg(self, wat: str, bij: int) -> None:
        def gebeur() -> None:
            match wat:
                case "voor":
                    raise httpx.ConnectTimeout("broken")
                case "na":
                    breek()
                case "dood":
                    raise _Dood
                case "ingetrokken":
                    self._trek_in("h1")
                case "ander":
                    self.klok.verder(seconds=VAST.total_seconds() + 1)
                    self._bezorger().ronde()
                case "ander_half":
                    self.klok.verder(seconds=VAST.total_seconds() + 1)
                    self._bezorger(_Lijn(self.echt, 2, breek, na=True)).ronde()

        def breek() -> None:
            raise httpx.ReadTimeout("broken")

        self.klok.verder(
            minutes=16
        )  # whatever failed before has its turn again, and nobody holds what was left behind
        with suppress(_Dood):
            self._bezorger(_Lijn(self.echt, bij, gebeur, na=wat != "voor")).ronde()

    def _bezorger(self, lijn: httpx.BaseTransport | None = None) -> Bezorger:
        lijn = lijn or _Lijn(self.echt, -1, lambda: None, na=True)
        omgeving = {"RECHTOP_OPENKLANT_TOKEN_OPENSTAD": TOKEN}
        wegen = Wegen(self.bronnen, self.kluis, self.klok, None, omgeving, lijn)
        return Bezorger(self.opslag, self.kluis, wegen, self.klok)

    def _rij(self, kenmerk: str) -> Row[Any] | None:
        with self.opslag.lees_naast() as verbinding:
            vraag = select(overdracht).where(overdracht.c.kenmerk == kenmerk)
            return verbinding.execute(vraag).one_or_none()

    def _stand(self, kenmerk: str) -> str | None:
        rij = self._rij(kenmerk)
        return None if rij is None else str(rij.stand)

    # --- what must be true -------------------------------------------------------------------------------------------

    def _keur(self) -> None:
        nummers = [contact["referentienummer"] for contact in self.nep.contacten.values()]
        assert len(nummers) == len(set(nummers))
        assert set(nummers) <= set(self.ingediend.values())
        heel = {een["referentienummer"]: een for een in self.nep.compleet()}
        for een in heel.values():
            # Staff see a request by its task, which comes last: what they see is whole, and there once.
            assert (len(een["taken"]), len(een["betrokkenen"])) == (1, 1)
            if een["referentienummer"] not in self.ingetrokken and self._loopt(een["referentienummer"]):
                assert sorted(adres["adres"] for adres in een["adressen"]) == sorted(_ADRESSEN)
        for kenmerk in self.ingediend.values():
            self._keur_rij(kenmerk, nummers, heel)
        schijf = b"".join(bestand.read_bytes() for bestand in (self.map / "db").iterdir())
        for woord in PERSOONLIJK:
            assert woord.encode() not in schijf

    def _loopt(self, kenmerk: str) -> bool:
        return self._stand(kenmerk) in ("wordt_verstuurd", "verstuurd")

    def _keur_rij(self, kenmerk: str, nummers: Sequence[str], heel: dict[str, Any]) -> None:
        rij = self._rij(kenmerk)
        if rij is None:
            return
        assert (rij.inhoud is not None) == (rij.stand == "wordt_verstuurd")
        # What is finished goes away by its term; what is not does not.
        assert (rij.weg_na is None) == (rij.stand in ("wordt_verstuurd", "wordt_ingetrokken"))
        match rij.stand:
            case "verstuurd":
                assert kenmerk in heel
            case "ingetrokken":
                assert kenmerk not in nummers
            case "niet_gelukt":
                assert self.klok.nu >= rij.ingediend + timedelta(hours=72)
        if kenmerk in self.ingetrokken:
            assert rij.stand in ("wordt_ingetrokken", "ingetrokken")

    def _rust(self) -> None:
        """What was withdrawn is gone, what was not is there or given up, and of what is finished nothing is left here."""
        for _ in range(3):
            self.klok.verder(minutes=16)
            self._bezorger().ronde()
        assert set(self.nep.contacten) == {een["uuid"] for een in self.nep.compleet()}
        assert all(adres["betrokkene"] is not None for adres in self.nep.adressen.values())
        daar = {een["referentienummer"] for een in self.nep.compleet()}
        assert not self.ingetrokken & daar
        schijf = b"".join(bestand.read_bytes() for bestand in (self.map / "db").iterdir())
        for kenmerk in self.ingediend.values():
            assert self.zegels[kenmerk].encode() not in schijf
            if (rij := self._rij(kenmerk)) is None:
                continue
            assert rij.stand in ("verstuurd", "ingetrokken", "niet_gelukt")
            assert rij.taak is None
            assert (kenmerk in daar) == (rij.stand == "verstuurd")
            with self.opslag.lees_naast() as verbinding:
                vraag = select(toestemming).where(toestemming.c.kenmerk == kenmerk)
                bewijs = verbinding.execute(vraag).one()
            assert bewijs.uitkomst == rij.stand
            assert (bewijs.ingetrokken is not None) == (kenmerk in self.ingetrokken)


@pytest.fixture(scope="module")
def wereld(parameters: Parameters, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wereld]:
    map_ = tmp_path_factory.mktemp("wereld")
    (map_ / "content").mkdir()
    # Guessing is made slow on purpose; here it is not what is tested.
    with pytest.MonkeyPatch.context() as even, draai(NepOpenKlant()) as nep:
        even.setattr(codes, "_SCRYPT_N", 2)
        een = Wereld(map_, maak_inhoud(map_ / "content", parameters, nep.url), parameters, nep)
        yield een
        een.sluit()


# The task came through, its answer did not; then it is tried again.
@example([Bezorg("na", 5), HEEL])
@example([Bezorg("dood", 5), HEEL])
# The same for each address, and for who asks.
@example([Bezorg("na", 1), Bezorg("na", 3), Bezorg("na", 3), HEEL])
@example([Bezorg("na", 2), Bezorg("na", 2), Bezorg("na", 4), HEEL])
# Another worker took it over, because this one was too slow.
@example([Bezorg("ander", 1)])
@example([Bezorg("ander", 3)])
@example([Bezorg("ander", 5)])
@example([Bezorg("ander_half", 2), HEEL])
@example([Bezorg("ander_half", 3), HEEL])
# Withdrawn half-way, and taking back breaks off between two addresses, or between address and contact.
@example([Bezorg("ingetrokken", 3), Bezorg("na", 2), HEEL])
@example([HEEL, TrekIn("h1"), Bezorg("na", 2), Bezorg("dood", 3), HEEL])
@example([HEEL, TrekIn("h1"), Bezorg("ander", 2), Bezorg("na", 4), HEEL])
# Given up half-way; and then withdrawn all the same.
@example([Bezorg("na", 2), Wacht(73 * 60), HEEL])
@example([Bezorg("na", 5), Wacht(73 * 60), Bezorg("na", 2), TrekIn("h1"), HEEL])
@example([Wacht(73 * 60), HEEL, TrekIn("h1"), Wacht(29 * _DAG)])
# Erased with the talk, before, during and after.
@example([Wis(), DienIn("h1"), DienIn("h1"), HEEL])
@example([Bezorg("na", 3), Wis(), HEEL, Wacht(29 * _DAG)])
@example([DienIn("h2"), HEEL, Wis(), TrekIn("h2"), HEEL])
@given(stappen=STAPPEN)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_in_any_order(wereld: Wereld, stappen: list[Stap]) -> None:
    wereld.loop(stappen)
