"""One round: make the training data, train, test, and have the house's Rasa replaced. Everything that takes long is handed in.

A change during a round does not stop it: it waits, and gets a round of its own. So whoever keeps changing is never kept waiting
for ever, and what was published gets its verdict.
"""

from __future__ import annotations

import logging
import math
import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from ops.fouten import WisselMislukt
from ops.oefenen.logboek import Logboek
from ops.oefenen.modellen import Modellen
from ops.oefenen.oordeel import Oordeel
from ops.oefenen.stempels import Stempels, stempels
from ops.train import TrainenMislukt, ZinnenOnbruikbaar

_log = logging.getLogger(__name__)
Uitslag = Literal["niets", "klaar", "mislukt", "geweigerd"]
_TRAINEN, _TOETSEN, _WISSELEN = 5, 60, 90
"""At which share of the whole each step begins, in per cent."""
_GEWOON = 20.0
"""Seconds after which training is likely half done. Only for the progress that people see."""
_BESTAND = re.compile(r"^([a-z0-9-]+\.md):", re.MULTILINE)


class ToetsMislukt(RuntimeError):
    """The test itself did not come to an end."""


@dataclass(frozen=True, slots=True)
class Handen:
    """What does the work.

    `genereer(content, bouw)` gives the fingerprints of the model and of the pipeline. `train(model, bouw, intussen)` leaves a
    model. `toets(kandidaat, afdruk, oud, meld)` compares. `wissel(model)` returns when it serves. They raise TrainenMislukt,
    ToetsMislukt and WisselMislukt.
    """

    genereer: Callable[[Path, Path], tuple[str, str]]
    train: Callable[[Path, Path, Callable[[], None]], None]
    toets: Callable[[Path, str, Path | None, Callable[[float], None]], Oordeel]
    wissel: Callable[[Path], None]


class Ronden:
    """`dient`: the fingerprint of the model that residents are served by now."""

    def __init__(
        self, content: Path, modellen: Modellen, logboek: Logboek, handen: Handen, dient: str | None
    ) -> None:
        self._content = content
        self._modellen = modellen
        self._logboek = logboek
        self._handen = handen
        self._dient = dient
        self._gezien: Stempels | None = None

    def tot_alles_klopt(self) -> Uitslag:
        """Rounds until the examples stay as they are; what came of the last one that had something to do."""
        with self._modellen.slot():
            self._logboek.ruim_op()
            uit: Uitslag = "niets"
            while (nu := stempels(self._content)) != self._gezien:
                self._gezien = nu
                een = self._een()
                uit = uit if een == "niets" else een
            return uit

    def _een(self) -> Uitslag:
        with tempfile.TemporaryDirectory(dir=self._modellen.map, prefix=".bezig-") as map_:
            try:
                return self._probeer(Path(map_))
            except ZinnenOnbruikbaar as fout:
                _log.error("the examples cannot be trained on:\n%s", fout)
                self._logboek.mislukt("zinnen", bestanden=sorted(set(_BESTAND.findall(str(fout)))))
            except TrainenMislukt as fout:
                _log.error("training failed: %s", fout)
                self._logboek.mislukt("trainen")
            except ToetsMislukt as fout:
                _log.error("the test of the new model failed: %s", fout)
                self._logboek.mislukt("toetsen")
            except WisselMislukt as fout:
                _log.error("the new model does not serve: %s", fout)
                self._logboek.mislukt("wisselen")
            return "mislukt"

    def _probeer(self, map_: Path) -> Uitslag:
        afdruk, pijplijn = self._handen.genereer(self._content, map_ / "bouw")
        stand = self._modellen.stand()
        if afdruk in (self._dient, stand.geweigerd):
            self._logboek.wacht_niet_meer()
            return "niets"
        self._logboek.begin(afdruk)
        # Another house on this folder may have trained and tested it; and the one before it can come back at once.
        model = self._modellen.pad(afdruk) if afdruk in (stand.dient, stand.vorige) else None
        if model is None:
            model = self._nieuw(map_, afdruk)
        if model is None:
            return "geweigerd"
        self._logboek.stap("wisselen", _WISSELEN)
        self._handen.wissel(model)
        self._dient = afdruk
        self._modellen.dient(afdruk, pijplijn)
        self._logboek.klaar()
        _log.info("model %s serves", afdruk)
        return "klaar"

    def _nieuw(self, map_: Path, afdruk: str) -> Path | None:
        """Train and test. None: it is not good enough."""
        kandidaat, begin = map_ / "kandidaat.tar.gz", time.monotonic()

        def intussen() -> None:
            gedaan = 1 - math.exp(-(time.monotonic() - begin) / _GEWOON)
            self._logboek.stap("trainen", _TRAINEN + int((_TOETSEN - _TRAINEN) * gedaan))
            self._kijk_om()

        def meld(deel: float) -> None:
            self._logboek.stap("toetsen", _TOETSEN + int((_WISSELEN - _TOETSEN) * deel))
            self._kijk_om()

        self._logboek.stap("trainen", _TRAINEN)
        self._handen.train(kandidaat, map_ / "bouw", intussen)
        meld(0)
        oud = None if self._dient is None else self._modellen.pad(self._dient)
        oordeel = self._handen.toets(kandidaat, afdruk, oud, meld)
        cijfers = asdict(oordeel)
        reden = cijfers.pop("reden")
        self._logboek.stap("toetsen", _WISSELEN, cijfers=cijfers)
        if reden is not None:
            _log.warning("model %s is refused: %s %s", afdruk, reden, " ".join(oordeel.waar))
            self._modellen.weiger(afdruk)
            self._logboek.geweigerd(reden)
            return None
        return self._modellen.neem_op(kandidaat, afdruk)

    def _kijk_om(self) -> None:
        """Has something changed again? Then editors see that it waits."""
        if stempels(self._content) != self._gezien:
            self._logboek.wacht()
