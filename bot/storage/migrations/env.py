"""What Alembic runs for every command: the versions, on the connection that was handed over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():  # does nothing here: the transaction is the caller's
    context.run_migrations()
