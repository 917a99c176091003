"""Training without TensorFlow: `python oefen.py train ...` is `python -m rasa train ...` with half its memory.

Rasa's recipe wants to know all its own components by name, those of TensorFlow too, and has a judge look at the pipeline that
loads it. Here those names stand for empty classes, and the judge lets everything pass: our pipeline and the shape of our data
are always the same (`genereer.py`), and `tests/bot` has the real judge look at them.
"""

from __future__ import annotations

import licht

_NAMEN = {
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier",),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector",),
    "rasa.nlu.featurizers.dense_featurizer.convert_featurizer": ("ConveRTFeaturizer",),
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer": ("LanguageModelFeaturizer",),
    "rasa.core.policies.ted_policy": ("TEDPolicy",),
    "rasa.core.policies.unexpected_intent_policy": ("UnexpecTEDIntentPolicy",),
}
"""Components on TensorFlow that are named in the recipe, by the module they stand in."""


def zonder_tensorflow() -> None:
    """From now on nothing loads TensorFlow, also not to train. Before the first import of Rasa."""
    licht.zonder_tensorflow(_NAMEN)

    from typing import Any

    from rasa.engine.graph import ExecutionContext, GraphComponent
    from rasa.engine.storage.resource import Resource
    from rasa.engine.storage.storage import ModelStorage
    from rasa.graph_components.validators import default_recipe_validator
    from rasa.shared.importers.importer import TrainingDataImporter

    class DefaultV1RecipeValidator(GraphComponent):
        """The judge, who lets everything pass. His name stands in every model."""

        @classmethod
        def create(
            cls,
            config: dict[str, Any],  # noqa: ARG003 - Rasa names them
            model_storage: ModelStorage,  # noqa: ARG003
            resource: Resource,  # noqa: ARG003
            execution_context: ExecutionContext,  # noqa: ARG003
        ) -> GraphComponent:
            return cls()

        def validate(self, importer: TrainingDataImporter) -> TrainingDataImporter:
            return importer

    # Rasa reads these at run time, and as types: strings would not do.
    DefaultV1RecipeValidator.create.__func__.__annotations__ = {
        "config": dict[str, Any],
        "model_storage": ModelStorage,
        "resource": Resource,
        "execution_context": ExecutionContext,
        "return": GraphComponent,
    }
    DefaultV1RecipeValidator.validate.__annotations__ = {
        "importer": TrainingDataImporter,
        "return": TrainingDataImporter,
    }
    DefaultV1RecipeValidator.__module__ = default_recipe_validator.__name__
    default_recipe_validator.DefaultV1RecipeValidator = DefaultV1RecipeValidator


if __name__ == "__main__":
    zonder_tensorflow()
    from rasa.__main__ import main

    main()
