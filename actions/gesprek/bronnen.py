"""What a turn needs from outside: the record, the texts, the amounts of the law and the date. Injected, never global."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from actions.gesprek.opslag import Opslag
from actions.regels.catalogus import REGELINGEN
from actions.regels.lokaal.bouw import regelingen
from actions.regels.regeling import Regeling
from actions.regelversie import regelversie
from content.herkennen.zoeken import maak_gereed
from content.inhoud import Inhoud
from content.inhoudmap import inhoudmap
from content.lokaal.erven import Lokaal
from content.parameters import Parameters, laad_parameters

_HUIS = Path(__file__).resolve().parents[2]
NEDERLAND = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Bronnen:
    opslag: Opslag
    inhoud: Inhoud
    parameters: Parameters
    vandaag: Callable[[], date]
    landelijk: Mapping[str, Regeling] = field(default_factory=lambda: REGELINGEN)
    regels: str = field(default_factory=regelversie)
    """Version of the rules, as of the start of this process."""
    nu: Callable[[], datetime] = lambda: datetime.now(NEDERLAND)
    """The moment, as residents read it."""
    _per_gemeente: dict[str, tuple[Lokaal, Mapping[str, Regeling]]] = field(default_factory=dict, init=False)
    """What `catalogus` made. A copy with other schemes or texts makes its own."""

    def catalogus(self, gemeente: str | None) -> Mapping[str, Regeling]:
        """The national schemes with those of this gemeente; made anew only when its file, or one it inherits, changed."""
        lokaal = self.inhoud.lokaal(gemeente) if gemeente else None
        if lokaal is None:
            return self.landelijk
        gemaakt = self._per_gemeente.get(lokaal.gemeente.slug)
        if gemaakt is None or gemaakt[0] is not lokaal:
            gemaakt = (lokaal, MappingProxyType({**self.landelijk, **regelingen(lokaal)}))
            self._per_gemeente[lokaal.gemeente.slug] = gemaakt
        return gemaakt[1]

    @classmethod
    def uit_omgeving(cls) -> Bronnen:
        """As the environment says: RECHTOP_DATABASE (an SQLAlchemy address), RECHTOP_CONTENT (folder of the texts),
        RECHTOP_BEWAREN_UREN and RECHTOP_BEWAREN_GEDEELD_MINUTEN (how long a talk is kept after its last message) and
        RECHTOP_VANDAAG (a fixed date, for tests). Makes or updates the tables."""
        map_ = inhoudmap(os.environ)
        adres = os.environ.get("RECHTOP_DATABASE")
        if adres is None:
            (_HUIS / ".gegevens").mkdir(exist_ok=True)
            adres = f"sqlite:///{_HUIS / '.gegevens' / 'rechtop.db'}"
        opslag = Opslag(
            adres,
            lambda: datetime.now(UTC),
            bewaartermijn=timedelta(hours=float(os.environ.get("RECHTOP_BEWAREN_UREN", "24"))),
            bewaartermijn_gedeeld=timedelta(
                minutes=float(os.environ.get("RECHTOP_BEWAREN_GEDEELD_MINUTEN", "30"))
            ),
        )
        opslag.migreer()
        maak_gereed()
        parameters = laad_parameters(map_ / "parameters")
        vast = os.environ.get("RECHTOP_VANDAAG")
        vaste_dag = date.fromisoformat(vast) if vast else None
        return cls(
            opslag=opslag,
            inhoud=Inhoud(map_, parameters),
            parameters=parameters,
            vandaag=lambda: vaste_dag or datetime.now(NEDERLAND).date(),
        )
