"""The answer of the action server is held against Rasa's schema; the schema itself is looked at once instead of in every turn.

Rasa 3.6.21 holds its own schema against the schema of all schemas before each answer, which takes most of the time of a turn
(docs/architectuur.md has the figures of a turn). There is no setting for it and no later open release, so one method is replaced.
"""

from __future__ import annotations

from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction


def keur_schema_eenmaal() -> None:
    """From now on. Raises jsonschema.SchemaError when Rasa's schema is none."""
    schema = RemoteAction.action_response_format_spec()
    soort = validator_for(schema)
    soort.check_schema(schema)
    keurder = soort(schema)

    def keur(_actie: RemoteAction, antwoord: Any) -> bool:
        keurder.validate(antwoord)
        return True

    RemoteAction._validate_action_result = keur
