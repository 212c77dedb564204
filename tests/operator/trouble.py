"""Makes databases in which something went wrong, and runs the operator's commands on them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from bot.opening import now
from bot.storage.engine import open_records
from bot.storage.tables import DESK
from config.settings import Settings
from tests.processes import once


async def put(url: str, table: str, *rows: dict[str, Any]) -> list[int]:
    """Inserts rows into a table of the desk; returns their numbers."""
    into = DESK.tables[table]

    def write(connection: Connection) -> list[int]:
        return [connection.execute(into.insert().returning(into.c.id), row).scalar_one() for row in rows]

    records = open_records(url)
    try:
        return await records.run(write)
    finally:
        await records.close()


def notice(
    state: str, words: str = "Bonjour", chat: int = 990001, minutes: float = 30.0, **more: Any
) -> dict[str, Any]:
    """A row of the outbox: a refusal, said to somebody, that quotes these words."""
    put_in = now() - timedelta(minutes=minutes)
    payload = {"reason": "bad-number", "facts": {"typed": words}, "language": "fr"}
    row = {"dedupe": f"test:{words}:{state}", "chat_id": chat, "kind": "refusal", "payload": payload, "state": state}
    return row | {"attempts": 1, "at": put_in, "not_before": put_in, "error": ""} | more


def parked(body: str, reason: str = "KeyError: 'Claire Martin'") -> dict[str, Any]:
    """A row of the table of parked updates."""
    return {"at": now() - timedelta(hours=3), "reason": reason, "body": body}


async def palier(settings: Settings | str, *words: str) -> tuple[int, str]:
    """Runs a command with these settings, or only with that database; returns its status and its output."""
    if isinstance(settings, str):
        return await once(*words, PALIER_DATABASE_URL=settings)
    return await once(
        *words,
        PALIER_DATABASE_URL=settings.database_url.get_secret_value(),
        PALIER_TELEGRAM_TOKEN=settings.telegram_token.get_secret_value(),
        PALIER_TELEGRAM_API=settings.telegram_api,
        PALIER_WEBHOOK_URL=settings.webhook_url,
        PALIER_WEBHOOK_SECRET=settings.webhook_secret.get_secret_value(),
        PALIER_LIMITS=settings.limits,
    )
