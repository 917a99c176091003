"""Open Klant (Klantinteracties API): a klantcontact with its betrokkene and digitale adressen, and an interne taak.

There is no transaction over these calls. So nothing is remembered here: what is already there is looked up by
`referentienummer`, which is our number and unique there, and only what is missing is added. The task comes last: staff see a
request when it is complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from actions.overdracht import veld
from actions.overdracht.veld import Veld, van_soort
from actions.overdracht.wegen import NietGelukt, Verder, Woorden, Zending
from content.lokaal.instelling import OpenKlant

TIJD = httpx.Timeout(10.0, connect=5.0)
"""Much shorter than a row of the outbox is held (`bezorger.py`)."""
ONDERWERP_MAX = 200
_UITGEKLAPT = "leiddeTotInterneTaken,hadBetrokkenen,hadBetrokkenen.digitaleAdressen"


@dataclass(frozen=True, slots=True)
class _Daar:
    """What is there of a request."""

    contact: str
    betrokkene: str | None = None
    adressen: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """uuid → (kind, address)."""
    taken: tuple[str, ...] = ()


class OpenKlantWeg:
    """`token` is the gemeente's. `transport` replaces the line, for tests."""

    def __init__(
        self,
        instelling: OpenKlant,
        token: str,
        woorden: Woorden,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._instelling = instelling
        self._token = token
        self._woorden = woorden
        self._transport = transport

    def bezorg(self, zending: Zending, verder: Verder) -> None:
        with self._client() as client:
            lijn = _Lijn(client, verder)
            daar = lijn.zoek(zending.kenmerk) or self._nieuw_contact(lijn, zending)
            betrokkene = daar.betrokkene or lijn.maak(
                "betrokkenen", _betrokkene(daar.contact, zending.regels)
            )
            bekend = set(daar.adressen.values())
            for soort, adres in _adressen(zending.regels):
                if (soort, adres) not in bekend:
                    lijn.maak("digitaleadressen", _adres(betrokkene, soort, adres))
            if not daar.taken:
                lijn.maak("internetaken", self._taak(daar.contact, zending.regels))

    def haal_terug(self, zending: Zending, verder: Verder) -> None:
        """The addresses first: they would stay behind when what they belong to is gone."""
        with self._client() as client:
            lijn = _Lijn(client, verder)
            daar = lijn.zoek(zending.kenmerk)
            if daar is None:
                return
            for uuid in daar.adressen:
                lijn.wis("digitaleadressen", uuid)
            for uuid in daar.taken:
                lijn.wis("internetaken", uuid)
            lijn.wis("klantcontacten", daar.contact)

    def _client(self) -> httpx.Client:
        return httpx.Client(
            base_url=self._instelling.url.rstrip("/"),
            headers={"Authorization": f"Token {self._token}"},
            timeout=TIJD,
            transport=self._transport,
            trust_env=False,
        )

    def _nieuw_contact(self, lijn: _Lijn, zending: Zending) -> _Daar:
        lichaam = {
            "kanaal": self._instelling.kanaal,
            "onderwerp": (van_soort(zending.regels, "onderwerp") or "")[:ONDERWERP_MAX],
            "inhoud": veld.inhoud(zending.regels),
            "indicatieContactGelukt": True,
            "taal": "nld",
            "vertrouwelijk": True,
            "plaatsgevondenOp": zending.ingediend.isoformat(timespec="seconds"),
            "referentienummer": zending.kenmerk,
        }
        try:
            return _Daar(lijn.maak("klantcontacten", lichaam))
        except _BestaatAl:
            # An earlier attempt came through after all.
            daar = lijn.zoek(zending.kenmerk)
            if daar is None:
                raise NietGelukt("kenmerk_bezet") from None
            return daar

    def _taak(self, contact: str, regels: tuple[Veld, ...]) -> dict[str, Any]:
        return {
            "gevraagdeHandeling": self._woorden("open_klant.handeling"),
            "aanleidinggevendKlantcontact": {"uuid": contact},
            "toegewezenAanActoren": [{"uuid": self._instelling.actor}],
            "toelichting": veld.toelichting(regels),
            "status": "te_verwerken",
        }


def _betrokkene(contact: str, regels: tuple[Veld, ...]) -> dict[str, Any]:
    naam = {"voorletters": "", "voornaam": van_soort(regels, "naam") or "", "voorvoegselAchternaam": ""}
    return {
        "hadKlantcontact": {"uuid": contact},
        "wasPartij": None,
        "rol": "klant",
        "initiator": True,
        "contactnaam": {**naam, "achternaam": ""},
    }


def _adressen(regels: tuple[Veld, ...]) -> list[tuple[str, str]]:
    gevonden = (("telefoonnummer", van_soort(regels, "telefoon")), ("email", van_soort(regels, "email")))
    return [(soort, adres) for soort, adres in gevonden if adres is not None]


def _adres(betrokkene: str, soort: str, adres: str) -> dict[str, Any]:
    return {
        "verstrektDoorBetrokkene": {"uuid": betrokkene},
        "verstrektDoorPartij": None,
        "adres": adres,
        "soortDigitaalAdres": soort,
        "omschrijving": soort,
    }


class _BestaatAl(Exception):
    """The number is taken there."""


class _Lijn:
    """One conversation with Open Klant. What it answers is never quoted: it may repeat what was sent."""

    def __init__(self, client: httpx.Client, verder: Verder) -> None:
        self._client = client
        self._verder = verder

    def zoek(self, kenmerk: str) -> _Daar | None:
        lijst = self._vraag("GET", "/klantcontacten", params={"referentienummer": kenmerk})
        gevonden = [een for een in lijst["results"] if een.get("referentienummer", kenmerk) == kenmerk]
        if not gevonden:
            return None
        contact = str(gevonden[0]["uuid"])
        heel = self._vraag("GET", f"/klantcontacten/{contact}", params={"expand": _UITGEKLAPT})
        open_ = heel.get("_expand", {})
        betrokkenen = open_.get("hadBetrokkenen", ())
        adressen = [
            adres for een in betrokkenen for adres in een.get("_expand", {}).get("digitaleAdressen", ())
        ]
        return _Daar(
            contact,
            str(betrokkenen[0]["uuid"]) if betrokkenen else None,
            {str(a["uuid"]): (str(a["soortDigitaalAdres"]), str(a["adres"])) for a in adressen},
            tuple(str(taak["uuid"]) for taak in heel.get("leiddeTotInterneTaken", ())),
        )

    def maak(self, soort: str, lichaam: Mapping[str, Any]) -> str:
        """Gives the uuid."""
        return str(self._vraag("POST", f"/{soort}", json=lichaam)["uuid"])

    def wis(self, soort: str, uuid: str) -> None:
        self._vraag("DELETE", f"/{soort}/{uuid}")

    def _vraag(self, methode: str, pad: str, **meer: Any) -> Any:
        self._verder()
        try:
            antwoord = self._client.request(methode, pad, **meer)
        except httpx.HTTPError as fout:
            raise NietGelukt(f"lijn_{type(fout).__name__}"[:40]) from None
        if antwoord.is_success:
            return antwoord.json() if antwoord.content else None
        if methode == "DELETE" and antwoord.status_code == httpx.codes.NOT_FOUND:
            return None
        if _nummer_bezet(antwoord):
            raise _BestaatAl
        raise NietGelukt(f"antwoord_{antwoord.status_code}")


def _nummer_bezet(antwoord: httpx.Response) -> bool:
    if antwoord.status_code != httpx.codes.BAD_REQUEST:
        return False
    try:
        fouten = antwoord.json().get("invalidParams", ())
    except ValueError:
        return False
    return any(fout.get("name") == "referentienummer" and fout.get("code") == "unique" for fout in fouten)
