"""A simulated resident: answers the open question of a talk from a household's facts, by typing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from actions.contract import Bericht, BeurtAntwoord
from actions.gesprek.antwoord import LIJSTEN
from actions.gesprek.beurt import BeurtInvoer, begin, beurt
from actions.gesprek.bronnen import Bronnen
from actions.gesprek.opslag import gesprek_id
from ops.bench.gegevens import GEMEENTE, Huishouden

WEET_NIET = "weet_niet"
VORIG_JAAR = "was_vorig_jaar_zelfde"
MEESTE_VRAGEN = 80
HIER = {"studeert": False, "medische_beperking": False, "jaren_laag_inkomen": 4}
"""What everybody says to the gemeente's own questions who says nothing else; of what can be ticked nothing fits."""


class KomtNietKlaar(RuntimeError):
    """The talk never ended, or asked something that the household has no answer to."""


@dataclass(frozen=True, slots=True)
class Gesprekje:
    """What a whole check took. A question is one bubble that waits for an answer; asking again counts again."""

    gevraagd: tuple[str, ...]
    van_de_gemeente: int
    """How many of these were asked in the last round, for the gemeente's own schemes."""
    eerste_bedrag: int | None
    """Questions answered when the first amount was there, under stated conditions or not; None when none came."""

    @property
    def vragen(self) -> int:
        """For the schemes of the state and the benefits."""
        return len(self.gevraagd) - self.van_de_gemeente


@dataclass(slots=True)
class _Bewoner:
    bronnen: Bronnen
    huishouden: Huishouden
    gevraagd: list[str] = field(default_factory=list)

    def antwoord(self, vraag: Bericht) -> BeurtInvoer:
        assert vraag.vraag is not None
        if vraag.invoer is not None and vraag.invoer.type == "meerkeuze":
            self.gevraagd.append(self._naam(vraag))
            return _typ("geen van deze", vraag)
        keer = self._hoe_vaak(vraag)
        self.gevraagd.append(self._naam(vraag))
        gezegd = self.huishouden.zegt.get(vraag.vraag, ())
        if keer < len(gezegd):
            return _typ(gezegd[keer], vraag)
        waarde = self._waarde(vraag.vraag, vraag.nummer)
        if waarde == WEET_NIET:
            return BeurtInvoer(uuid.uuid4().hex, None, keuze=WEET_NIET, gezien=vraag.id)
        return _typ(self._woorden(vraag.vraag, waarde), vraag)

    def _hoe_vaak(self, vraag: Bericht) -> int:
        return self.gevraagd.count(self._naam(vraag))

    @staticmethod
    def _naam(vraag: Bericht) -> str:
        return f"{vraag.vraag}#{vraag.nummer}" if vraag.nummer is not None else str(vraag.vraag)

    def _waarde(self, vraag: str, nummer: int | None) -> Any:
        feit, _, veld = vraag.partition(".")
        if feit in HIER and feit not in self.huishouden.feiten:
            return HIER[feit]
        if feit not in self.huishouden.feiten:
            raise KomtNietKlaar(f"{self.huishouden.naam}: no answer to {vraag}")
        waarde = self.huishouden.feiten[feit]
        if nummer is not None and isinstance(waarde, list):
            waarde = waarde[nummer - 1]
            return waarde[veld] if veld else waarde
        if isinstance(waarde, list) and not veld:
            return len(waarde)
        return waarde

    def _woorden(self, vraag: str, waarde: Any) -> str:
        if vraag == "opvang.kind":
            return f"kind {waarde + 1}"
        if vraag in LIJSTEN:
            return str(waarde)
        if isinstance(waarde, list):
            return " en ".join(str(een) for een in waarde)
        if isinstance(waarde, dict):
            return f"tussen {waarde['van']} en {waarde['tot']}"
        for keuze in self.bronnen.inhoud.vraag(vraag).keuzes:
            # bool is an int: 1 is not the answer "yes".
            if keuze.waarde == waarde and isinstance(keuze.waarde, bool) == isinstance(waarde, bool):
                return keuze.label
        if isinstance(waarde, bool):
            return "ja" if waarde else "nee"
        return f"{waarde} per jaar" if vraag.endswith("_jaar") else str(waarde)


def _typ(tekst: str, vraag: Bericht) -> BeurtInvoer:
    return BeurtInvoer(uuid.uuid4().hex, tekst, gezien=vraag.id)


def doe_de_check(bronnen: Bronnen, huishouden: Huishouden) -> Gesprekje:
    """The whole check of one household, through every round. Raises KomtNietKlaar."""
    token, _, _ = begin(bronnen, GEMEENTE, False)
    id_ = gesprek_id(token)
    bewoner = _Bewoner(bronnen, huishouden)
    eerste: int | None = None
    hier = 0
    antwoord = _klik(bronnen, id_, "start")
    while True:
        if eerste is None and antwoord.tussenstand.bedrag_per_maand > 0:
            eerste = len(bewoner.gevraagd)
        laatste = antwoord.berichten[-1]
        if laatste.vraag == VORIG_JAAR:
            # Asked when nothing is left to ask; last year's claim is not counted.
            return Gesprekje(tuple(bewoner.gevraagd), hier, eerste)
        if laatste.soort == "vraag":
            hier += _in_laatste_ronde(bronnen, id_)
            antwoord = beurt(bronnen, id_, bewoner.antwoord(laatste))
        elif any(keuze.id == "verder" for keuze in laatste.keuzes or ()):
            antwoord = _klik(bronnen, id_, "verder")
        else:
            return Gesprekje(tuple(bewoner.gevraagd), hier, eerste)
        if len(bewoner.gevraagd) > MEESTE_VRAGEN:
            raise KomtNietKlaar(f"{huishouden.naam}: more than {MEESTE_VRAGEN} questions")


def _in_laatste_ronde(bronnen: Bronnen, id_: str) -> bool:
    gesprek = bronnen.opslag.lees(id_)
    return gesprek is not None and gesprek.staat.extra.get("ronde") == 3


def _klik(bronnen: Bronnen, id_: str, keuze: str) -> BeurtAntwoord:
    return beurt(bronnen, id_, BeurtInvoer(uuid.uuid4().hex, None, keuze=keuze))
