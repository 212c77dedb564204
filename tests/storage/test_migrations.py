"""The versions against the tables they are to make, on both databases."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from bot.ent.embedded import VERSIONS
from bot.ent.embedded.tables import ENT
from bot.storage.engine import Records, open_records
from bot.storage.migrations import head_is_reached, upgrade
from bot.storage.tables import DESK
from bot.terms import Refusal

SCHEMAS = [DESK, ENT]  # every MetaData that the versions make


def described(name: str | None, type_: str, _parents: Any) -> bool:
    """Whether the code describes it: what only one of the databases searches names with is made by a version."""
    return not (type_ == "table" and str(name).startswith("ent_fts")) and name != "ent_search_terms"


def differences(connection: Connection) -> list[Any]:
    """What the migrated database has more or less than the tables in the code."""
    opts = {"compare_type": True, "compare_server_default": True, "include_name": described}
    context = MigrationContext.configure(connection, opts=opts)
    return list(compare_metadata(context, SCHEMAS))  # type: ignore[arg-type]  # several are taken, as env.py may give


async def test_the_versions_make_exactly_the_tables_of_the_code(records: Records) -> None:
    assert await records.read(differences) == []


async def test_an_empty_database_is_not_at_the_head_until_it_is_upgraded(database_url: str) -> None:
    opened = open_records(database_url)

    assert not await opened.read(lambda connection: head_is_reached(connection, [VERSIONS]))
    await opened.run(lambda connection: upgrade(connection, [VERSIONS]))

    assert await opened.read(lambda connection: head_is_reached(connection, [VERSIONS]))
    await opened.close()


async def test_upgrading_twice_changes_nothing(records: Records) -> None:
    await records.run(lambda connection: upgrade(connection, [VERSIONS]))

    assert await records.read(differences) == []


async def test_an_upgrade_that_fails_leaves_the_database_as_it_was(database_url: str) -> None:
    opened = open_records(database_url)

    def break_off(connection: Connection) -> None:
        upgrade(connection, [VERSIONS])
        raise Refusal("changed-my-mind")

    with pytest.raises(Refusal):
        await opened.run(break_off)

    with pytest.raises(Exception, match="ent_accounts"):
        await opened.read(lambda connection: connection.execute(text("SELECT * FROM ent_accounts")))
    await opened.close()


async def test_replicas_that_start_together_take_turns(database_url: str) -> None:
    replicas = [open_records(database_url) for _ in range(3)]

    await asyncio.gather(*(records.run(lambda connection: upgrade(connection, [VERSIONS])) for records in replicas))

    assert await replicas[0].read(differences) == []
    for records in replicas:
        await records.close()


async def test_folders_with_unusual_names_are_migrated_from(tmp_path: Path) -> None:
    folder = shutil.copytree(VERSIONS, tmp_path / "100 % à nous: versions")
    opened = open_records(f"sqlite:///{tmp_path / 'palier.db'}")

    await opened.run(lambda connection: upgrade(connection, [folder]))

    assert await opened.read(lambda connection: head_is_reached(connection, [folder]))
    await opened.close()
