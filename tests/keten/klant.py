"""A resident over the talk API: the same messages as the widget sends, and answers typed from a household's facts."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from ops.nlu.gesprekken import getypt

GEDULD = 40.0
"""Seconds. Only a net; how long an answer may take is the product's own matter."""
MEESTE_VRAGEN = 60
Json = dict[str, Any]


def http_client(web_url: str) -> httpx.Client:
    """A client of this web server alone: no proxy of the environment, no cookies of another talk."""
    return httpx.Client(base_url=web_url, timeout=GEDULD, trust_env=False)


@dataclass
class Klant:
    """One talk over HTTP. Begins when it is made."""

    http: httpx.Client
    gemeente: str = "voorbeeldstad"
    token: str = field(init=False)
    laatste: Json = field(init=False)
    """The last answer, as it came."""
    beurten: int = field(default=0, init=False)
    """How many messages were sent."""

    def __post_init__(self) -> None:
        antwoord = self.http.post("/api/v1/gesprekken", json={"gemeente": self.gemeente})
        assert antwoord.status_code == 201, antwoord.text
        self.laatste = antwoord.json()
        self.token = self.laatste["gesprek"]

    @property
    def pad(self) -> str:
        return f"/api/v1/gesprekken/{self.token}"

    def stuur(self, **lichaam: Any) -> httpx.Response:
        """A message as it stands; `id` is made when not given. Nothing is remembered of the answer."""
        self.beurten += 1
        return self.http.post(f"{self.pad}/berichten", json={"id": str(uuid.uuid4())} | lichaam)

    def zeg(self, tekst: str) -> Json:
        """Type this, under what is on screen now."""
        return self._onthoud(self.stuur(tekst=tekst, gezien=self.gezien))

    def klik(self, keuze: str) -> Json:
        return self._onthoud(self.stuur(keuze=keuze, gezien=self.gezien))

    def klik_op(self, label: str) -> Json:
        knoppen = {k["label"]: k["id"] for b in self.berichten for k in b.get("keuzes", ())}
        return self.klik(knoppen[label])

    def _onthoud(self, antwoord: httpx.Response) -> Json:
        assert antwoord.status_code == 200, antwoord.text
        self.laatste = antwoord.json()
        return self.laatste

    @property
    def berichten(self) -> list[Json]:
        """What the bot said last."""
        berichten: list[Json] = self.laatste["berichten"]
        return berichten

    @property
    def gezien(self) -> str:
        return str(self.berichten[-1]["id"])

    @property
    def tekst(self) -> str:
        return "\n".join(b["tekst"] for b in self.berichten)

    @property
    def faq(self) -> str | None:
        """The topic that was answered, if any."""
        return next((b["faq"] for b in self.berichten if "faq" in b), None)

    @property
    def open(self) -> tuple[str, int | None] | None:
        """The question that waits, and its number in a list."""
        laatste = self.berichten[-1]
        return (laatste["vraag"], laatste.get("nummer")) if "vraag" in laatste else None

    def antwoord(self, huishouden: Mapping[str, Any]) -> Json:
        """Answer the open question from a household's facts, by typing."""
        assert self.open is not None, self.tekst
        return self.zeg(getypt(huishouden, *self.open))

    def tot_vraag(self, vraag: str | None, huishouden: Mapping[str, Any]) -> None:
        """Answer until this question is open (None: until no question is)."""
        for _ in range(MEESTE_VRAGEN):
            if self.open is None or self.open[0] == vraag:
                break
            self.antwoord(huishouden)
        assert (self.open and self.open[0]) == vraag, self.tekst

    def tot_het_einde(self, huishouden: Mapping[str, Any], *, verder: bool = False) -> None:
        """Answer until no question is open; with `verder` through all rounds."""
        self.tot_vraag(None, huishouden)
        while verder and any(k["id"] == "verder" for b in self.berichten for k in b.get("keuzes", ())):
            self.klik("verder")
            self.tot_vraag(None, huishouden)

    def stand(self) -> Json:
        return self._lees("")

    def overzicht(self) -> Json:
        return self._lees("/overzicht")

    def _lees(self, wat: str) -> Json:
        antwoord = self.http.get(self.pad + wat)
        assert antwoord.status_code == 200, antwoord.text
        gelezen: Json = antwoord.json()
        return gelezen

    def feiten(self) -> Json:
        """What the talk knows, by fact."""
        return {f["feit"]: f["waarde"] for f in self.overzicht()["feiten"]}

    def uitkomsten(self) -> dict[str, Json]:
        return {u["regeling"]: u for u in self.overzicht()["uitkomsten"]}

    def bedragen(self) -> dict[str, str | None]:
        """The amount a month of each scheme that gives one."""
        return {
            regeling: u["bedrag_per_maand"]
            for regeling, u in self.uitkomsten().items()
            if u["bedrag_per_maand"] not in (None, "0.00")
        }
