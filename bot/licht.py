"""Rasa without TensorFlow: `python licht.py run ...` is `python -m rasa run ...` with 380 MB less memory, in half the time.

Our pipeline (config.yml) has nothing of TensorFlow in it. Rasa loads it all the same, for three modules about training
(docs/besluiten/0040-geheugen.md). Those are left out here, and TensorFlow with them: whoever does ask for it gets an ImportError
that names this file. For training: `oefen.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import MappingProxyType, ModuleType

NIET_HIER = frozenset({"tensorflow", "keras"})
"""Packages that are not to be loaded."""
ALLEEN_OM_TE_TRAINEN = {
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
    "rasa.graph_components.validators.default_recipe_validator": ("DefaultV1RecipeValidator",),
}
"""Modules of Rasa that load TensorFlow, and the classes that others want from them by name: two about training neural networks,
and the judge of a pipeline before training, whose name stands in every model and who knows all Rasa's components."""


class NietGeladen(ImportError):
    """Something wants TensorFlow after all."""

    def __init__(self, naam: str) -> None:
        super().__init__(f"{naam} is not loaded when Rasa runs: see bot/licht.py", name=naam)


class _Leeg(Loader):
    """Makes a module with empty classes of these names, which cannot be used."""

    def __init__(self, klassen: Sequence[str]) -> None:
        self._klassen = klassen

    def create_module(self, spec: ModuleSpec) -> None:  # noqa: ARG002
        return None

    def exec_module(self, module: ModuleType) -> None:
        def weiger(zelf: object, *_: object, **__: object) -> None:
            raise NietGeladen(type(zelf).__name__)

        for naam in self._klassen:
            setattr(module, naam, type(naam, (), {"__init__": weiger}))


class _ZonderTensorflow(MetaPathFinder):
    def __init__(self, leeg: Mapping[str, Sequence[str]]) -> None:
        self._leeg = leeg

    def find_spec(self, naam: str, pad: object = None, doel: object = None) -> ModuleSpec | None:  # noqa: ARG002
        if naam.partition(".")[0] in NIET_HIER:
            raise NietGeladen(naam)
        if naam in self._leeg:
            return ModuleSpec(naam, _Leeg(self._leeg[naam]))
        return None


def zonder_tensorflow(ook_leeg: Mapping[str, Sequence[str]] = MappingProxyType({})) -> None:
    """From now on nothing loads TensorFlow. Before the first import of Rasa. `ook_leeg`: more modules to be left empty."""
    sys.meta_path.insert(0, _ZonderTensorflow({**ALLEEN_OM_TE_TRAINEN, **ook_leeg}))


if __name__ == "__main__":
    zonder_tensorflow()
    from rasa.__main__ import main

    main()
