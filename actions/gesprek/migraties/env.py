"""Alembic's entry. Only run from code (`database.migreer`), on a connection that already holds its lock."""

from alembic import context

from actions.gesprek.tabellen import metadata
from actions.overdracht import posttabellen as _post  # noqa: F401
from actions.overdracht import tabellen as _overdracht  # noqa: F401  (its tables are in the same metadata)
from actions.zinnen import tabellen as _zinnen  # noqa: F401

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
