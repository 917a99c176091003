"""From a sentence to what it is probably about: what there is to see in it (kenmerken.py), and a linear support vector machine.

Instead of Rasa's own features and classifiers: on sentences it never saw it is right more often, and it trains in a second
(docs/besluiten/0025-verstaan.md has what each gave).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import joblib
import numpy as np
from kenmerken import Kenmerken
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.svm import LinearSVC

_BESTAND = "betekenis.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Betekenis(GraphComponent, IntentClassifier):
    """`stukken_gewicht`: how much pieces of words weigh beside whole words; they carry typing errors and compounds.
    `groepen_gewicht`: the same for groups of words that mean about the same.
    `c`: how closely the machine follows its sentences. `scherpte`: how far apart distances become as confidences."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"stukken_gewicht": 1.5, "groepen_gewicht": 0.7, "c": 0.5, "scherpte": 6.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003 - Rasa names it
    ) -> Betekenis:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003 - Rasa names it
        **kwargs: Any,  # noqa: ARG003
    ) -> Betekenis:
        with model_storage.read_from(resource) as map_:
            return cls(config, model_storage, resource, joblib.load(map_ / _BESTAND))

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        machine: Machine | None = None,
    ) -> None:
        self._config = config
        self._storage = model_storage
        self._resource = resource
        self._machine = machine

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the sentences with an intent, and keep what was learnt."""
        voorbeelden = [een for een in training_data.intent_examples if een.get(TEXT)]
        machine = leer(
            [een.get(TEXT) for een in voorbeelden], [een.get(INTENT) for een in voorbeelden], self._config
        )
        with self._storage.write_to(self._resource) as map_:
            joblib.dump(machine, map_ / _BESTAND)
        self._machine = machine
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Give each message its ranking, likeliest first."""
        for bericht in messages:
            ranglijst = self._rangschik(bericht.get(TEXT) or "")
            bericht.set(INTENT, ranglijst[0] if ranglijst else None, add_to_output=True)
            bericht.set(INTENT_RANKING_KEY, ranglijst, add_to_output=True)
        return messages

    def _rangschik(self, tekst: str) -> list[dict[str, Any]]:
        if self._machine is None:
            return []
        kansen = _kansen(self._machine.afstanden(tekst), self._config["scherpte"])
        beste = np.argsort(-kansen)[:_MEESTE]
        namen = self._machine.namen
        return [{"name": namen[i], PREDICTED_CONFIDENCE_KEY: float(kansen[i])} for i in beste]


_MEESTE = 10
"""As many as Rasa's own classifiers rank."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What was learnt: a line through the space of features for each intent."""

    kenmerken: Kenmerken
    namen: tuple[str, ...]
    gewichten: np.ndarray
    """Features by intents, in single precision: half the room."""
    verschoven: np.ndarray

    def afstanden(self, tekst: str) -> np.ndarray:
        """How far the sentence lies on the good side of each line."""
        nummers, waarden = self.kenmerken.van(tekst)
        return waarden.astype(np.float32) @ self.gewichten[nummers] + self.verschoven


def leer(teksten: Sequence[str], intents: Sequence[str], config: Mapping[str, Any]) -> Machine:
    """A machine for these sentences."""
    kenmerken = Kenmerken(config["stukken_gewicht"], config["groepen_gewicht"])
    lijnen = LinearSVC(C=config["c"], random_state=42).fit(kenmerken.leer(teksten), intents)
    return Machine(
        kenmerken,
        tuple(map(str, lijnen.classes_)),
        np.ascontiguousarray(lijnen.coef_.T, dtype=np.float32),
        lijnen.intercept_.astype(np.float32),
    )


def _kansen(afstanden: np.ndarray, scherpte: float) -> np.ndarray:
    """Distances as confidences that add up to one."""
    e = np.exp((afstanden - afstanden.max()) * scherpte)
    return e / e.sum()
