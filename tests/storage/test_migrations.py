"""The migrations make the tables that the code describes, on both databases."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.util import await_only

from bot.ent.embedded import VERSIONS
from bot.ent.embedded.tables import ENT
from bot.storage import migrations
from bot.storage.engine import Records, open_records
from bot.storage.migrations import Schema, schema, upgrade
from bot.storage.tables import DESK
from bot.terms import Refusal

SCHEMAS = [DESK, ENT]  # all tables that the migrations make
LEFT = ("lines", "turns")  # on SQLite these stay for the release before; the next release drops them


def described(name: str | None, type_: str, _parents: Any) -> bool:
    """Whether the tables in the code should have it; not what serves the search of names on one database only."""
    if type_ == "table" and (name in LEFT or str(name).startswith("ent_fts")):
        return False
    return name != "ent_search_terms"


def differences(connection: Connection) -> list[Any]:
    """The differences between the migrated database and the tables in the code."""
    opts = {"compare_type": True, "compare_server_default": True, "include_name": described}
    context = MigrationContext.configure(connection, opts=opts)
    return list(compare_metadata(context, SCHEMAS))  # type: ignore[arg-type]  # several are taken, as env.py may give


async def test_the_versions_make_exactly_the_tables_of_the_code(records: Records) -> None:
    assert await records.read(differences) == []


async def test_an_empty_database_is_not_at_the_head_until_it_is_upgraded(database_url: str) -> None:
    opened = open_records(database_url)

    assert await opened.read(lambda connection: schema(connection, [VERSIONS])) is Schema.BEHIND
    await opened.run(lambda connection: upgrade(connection, [VERSIONS]))

    assert await opened.read(lambda connection: schema(connection, [VERSIONS])) is Schema.PRESENT
    await opened.close()


async def test_a_database_of_a_later_release_is_newer_and_one_of_an_earlier_release_behind(records: Records) -> None:
    async def at(version: str) -> Schema:
        move = text("UPDATE alembic_version SET version_num = :to WHERE version_num LIKE 'd%'")
        await records.run(lambda connection: connection.execute(move, {"to": version}))
        return await records.read(lambda connection: schema(connection, [VERSIONS]))

    assert await at("d9999") is Schema.NEWER
    assert await at("d0001") is Schema.BEHIND


def test_versions_are_named_by_the_letter_of_their_branch_and_a_number_that_grows() -> None:
    for folder, letter in ((Path(migrations.__file__).parent / "versions", "d"), (VERSIONS, "e")):
        files = sorted(folder.glob("[!_]*.py"))
        names = [file.stem.partition("_")[0] for file in files]

        assert names == [f"{letter}{number:04}" for number in range(1, len(files) + 1)]
        assert all(f'\nrevision = "{name}"' in file.read_text() for name, file in zip(names, files, strict=True))


async def test_upgrading_twice_changes_nothing(records: Records) -> None:
    await records.run(lambda connection: upgrade(connection, [VERSIONS]))

    assert await records.read(differences) == []


async def test_the_release_before_shares_rate_windows_and_leases_with_this_one(
    migrated_postgres_url: str,
) -> None:
    before, now = open_records(migrated_postgres_url), open_records(migrated_postgres_url)
    written = (  # as the release before does it
        "INSERT INTO lines (chat_id, sent, empty_at) VALUES (7, '[1.5]', now()) ON CONFLICT (chat_id)"
        " DO UPDATE SET sent = excluded.sent, empty_at = excluded.empty_at",
        "INSERT INTO turns (name, busy_until, due_at) VALUES ('time', now(), now()) ON CONFLICT DO NOTHING",
        "UPDATE turns SET due_at = busy_until WHERE name = 'time'",
        "DELETE FROM lines WHERE empty_at < now() AND chat_id != 0 AND chat_id != 7",
    )

    def write(connection: Connection) -> None:
        for statement in written * 2:
            connection.execute(text(statement))

    await before.run(write)

    seen = await now.read(lambda c: c.execute(text("SELECT sent FROM rate_windows WHERE chat_id = 7")).scalar_one())
    held = await now.read(lambda c: c.execute(text("SELECT name FROM leases")).scalars().all())

    def skipping(connection: Connection) -> object:
        locked = text("SELECT sent FROM rate_windows WHERE chat_id = 0 FOR UPDATE SKIP LOCKED")
        return connection.execute(locked).first()

    def lock(connection: Connection) -> object:
        connection.execute(text("SELECT sent FROM lines WHERE chat_id = 0 FOR UPDATE")).one()
        return await_only(now.run(skipping))

    assert await now.run(skipping) is not None
    assert (seen, held, await before.run(lock)) == ([1.5], ["time"], None)
    for records in (before, now):
        await records.close()


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

    assert await opened.read(lambda connection: schema(connection, [folder])) is Schema.PRESENT
    await opened.close()
