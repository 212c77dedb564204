"""Alembic runs this for every command: it runs the versions on the connection that `upgrade` passed."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():  # does nothing here: the transaction is the caller's
    context.run_migrations()
