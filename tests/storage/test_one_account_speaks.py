"""Of the accounts linked to one Telegram account, exactly one speaks, whoever writes the rows."""

from __future__ import annotations

import asyncio
import random
from functools import partial

from sqlalchemy import Connection, text

from bot.storage.engine import Records
from bot.storage.migrations.versions import d0008_one_account_speaks as version

CHATS = (None, 71, 72)
_ADD = text(
    "INSERT INTO people (account, login, name, profile, function, places, roles, telegram_id, language, charter,"
    " reachable, speaking, seen_at) VALUES (:account, '', '', 'teacher', '', '[]', '[]', :chat, 'fr', 1, true,"
    " :speaking, '2026-11-26 12:00:00')"
)
_SPEAKERS = text(
    "SELECT telegram_id, SUM(CASE WHEN speaking THEN 1 ELSE 0 END) FROM people"
    " WHERE telegram_id IS NOT NULL GROUP BY telegram_id"
)
_STRAYS = text("SELECT COUNT(*) FROM people WHERE telegram_id IS NULL AND speaking")
_WHO = text("SELECT account FROM people WHERE telegram_id = :chat AND speaking")


def add(connection: Connection, account: str, chat: int | None, speaking: bool) -> None:
    connection.execute(_ADD, {"account": account, "chat": chat, "speaking": speaking})


def check(connection: Connection) -> None:
    assert all(count == 1 for _, count in connection.execute(_SPEAKERS))
    assert connection.execute(_STRAYS).scalar() == 0


def act(connection: Connection, draw: random.Random) -> None:
    """One random change to a random account: linked elsewhere, made to speak or not, both, or deleted."""
    account, chat, speaking = f"a{draw.randrange(6)}", draw.choice(CHATS), draw.random() < 0.5
    change = {"account": account, "chat": chat, "speaking": speaking}
    statement = draw.choice(
        (
            "UPDATE people SET telegram_id = :chat WHERE account = :account",
            "UPDATE people SET speaking = :speaking WHERE account = :account",
            "UPDATE people SET telegram_id = :chat, speaking = :speaking WHERE account = :account",
            "UPDATE people SET speaking = :speaking",
            "UPDATE people SET telegram_id = :chat",
            "DELETE FROM people WHERE account = :account",
        )
    )
    connection.execute(text(statement), {name: change[name] for name in change if f":{name}" in statement})
    if statement.startswith("DELETE"):
        add(connection, account, chat, speaking)


async def test_after_any_change_one_account_of_each_chat_speaks(records: Records) -> None:
    draw = random.Random(12)

    def live(connection: Connection) -> None:
        for number in range(6):
            add(connection, f"a{number}", draw.choice(CHATS), draw.random() < 0.5)
            check(connection)
        for _ in range(150):
            act(connection, draw)
            check(connection)

    await records.run(live)


async def test_the_account_just_made_to_speak_is_the_one(records: Records) -> None:
    def live(connection: Connection) -> list[str]:
        for account in ("old", "new", "third"):
            add(connection, account, 71, True)
        connection.execute(text("UPDATE people SET speaking = true WHERE account = 'new'"))
        first = connection.execute(_WHO, {"chat": 71}).scalars().all()
        connection.execute(text("UPDATE people SET telegram_id = NULL WHERE account = 'new'"))
        return [*first, *connection.execute(_WHO, {"chat": 71}).scalars()]

    assert await records.run(live) == ["new", "old"]


def link(connection: Connection, account: str) -> None:
    statement = text("UPDATE people SET telegram_id = 71, speaking = true WHERE account = :account")
    connection.execute(statement, {"account": account})


async def test_two_accounts_linked_at_once_do_not_both_speak(records: Records) -> None:
    for account in "ab":
        await records.run(partial(add, account=account, chat=None, speaking=False))

    await asyncio.gather(*(records.run(partial(link, account=account)) for account in "ab"))

    await records.read(check)


async def test_the_migration_lets_one_speak_where_none_or_several_did(records: Records) -> None:
    def live(connection: Connection) -> list[tuple[str, ...]]:
        from alembic.migration import MigrationContext
        from alembic.operations import Operations

        with Operations.context(MigrationContext.configure(connection)):
            version.downgrade()
            for account, chat, speaking in (("mute", 71, False), ("first", 72, True), ("second", 72, True)):
                add(connection, account, chat, speaking)
            add(connection, "stray", None, True)
            version.upgrade()
        check(connection)
        return [tuple(connection.execute(_WHO, {"chat": chat}).scalars()) for chat in (71, 72)]

    assert await records.run(live) == [("mute",), ("first",)]
