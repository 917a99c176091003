"""The models of one house: which one serves, which one before it, and which one was refused.

They stand with its data (`<gegevens>/modellen/`). What is trained at a start stands with the code (`bot/modellen/`), for all
houses on that folder, and is never cleaned up from here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ops.plekken import MODELLEN
from ops.train import ZinnenOnbruikbaar, een_tegelijk, genereer, zorg_voor_model

_EIND = ".tar.gz"
_RANGEN = ".rangen.json"


@dataclass(frozen=True, slots=True)
class Stand:
    """Fingerprints of models. `pijplijn`: of the pipeline that `dient` was made with."""

    dient: str | None = None
    vorige: str | None = None
    geweigerd: str | None = None
    pijplijn: str | None = None


class Modellen:
    """Several processes may look at once; what is changed, is changed with the lock held."""

    def __init__(self, map_: Path, gedeeld: Path = MODELLEN) -> None:
        self.map = map_
        self._gedeeld = gedeeld
        map_.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def slot(self) -> Iterator[None]:
        """One training at a time, of all houses on this folder."""
        with een_tegelijk(self.map / ".slot"):
            yield

    def stand(self) -> Stand:
        try:
            return Stand(**json.loads((self.map / "stand.json").read_text("utf-8")))
        except (FileNotFoundError, ValueError, TypeError):
            # Nothing yet, or not from us: then a start trains, as the first one does.
            return Stand()

    def pad(self, afdruk: str) -> Path | None:
        """Where this model is, if anywhere."""
        alle = (map_ / f"{afdruk}{_EIND}" for map_ in (self.map, self._gedeeld))
        return next((pad for pad in alle if pad.is_file()), None)

    def rangen(self, afdruk: str) -> Path:
        """Where is kept what this model made of sentences."""
        return self.map / f"{afdruk}{_RANGEN}"

    def neem_op(self, kandidaat: Path, afdruk: str) -> Path:
        """Give a tested candidate its place."""
        doel = self.map / f"{afdruk}{_EIND}"
        kandidaat.replace(doel)
        return doel

    def dient(self, afdruk: str, pijplijn: str) -> None:
        """This one serves from now on. All others but the one before it go."""
        nu = self.stand()
        if nu.dient != afdruk:
            self._bewaar(Stand(afdruk, nu.dient, None, pijplijn))
        elif nu.pijplijn != pijplijn:
            self._bewaar(replace(nu, pijplijn=pijplijn))
        nu = self.stand()
        for pad in self.map.iterdir():
            naam = pad.name.removesuffix(_EIND).removesuffix(_RANGEN)
            if naam != pad.name and naam not in (nu.dient, nu.vorige):
                pad.unlink(missing_ok=True)

    def weiger(self, afdruk: str) -> None:
        """This one never serves, also not after a new start; other examples are tried again."""
        self._bewaar(replace(self.stand(), geweigerd=afdruk))

    def kies(self, content: Path) -> Path:
        """The model to start with: that of the examples as they are, or else the last that was good; then the new examples are
        trained while it serves. Only when there is neither, this trains. Raises TrainenMislukt."""
        try:
            afdruk, pijplijn = genereer(content, self.map / "bouw")
        except ZinnenOnbruikbaar as fout:
            goede = self._laatste_goede(fout.pijplijn)
            if goede is None:
                raise
            return goede
        gevonden = self.pad(afdruk) if afdruk != self.stand().geweigerd else None
        goede = gevonden or self._laatste_goede(pijplijn)
        if goede is None:
            goede = zorg_voor_model(content)
        self.dient(afdruk_van(goede), pijplijn)
        return goede

    def _laatste_goede(self, pijplijn: str) -> Path | None:
        nu = self.stand()
        return self.pad(nu.dient) if nu.dient is not None and nu.pijplijn == pijplijn else None

    def _bewaar(self, stand: Stand) -> None:
        tijdelijk = self.map / f".stand.{os.getpid()}"
        tijdelijk.write_text(json.dumps(asdict(stand)), "utf-8")
        tijdelijk.replace(self.map / "stand.json")


def afdruk_van(model: Path) -> str:
    """The fingerprint that a model is named by."""
    return model.name.removesuffix(_EIND)
