"""What `palier doctor` looks at: all that must be right before the bot can serve anybody."""

from __future__ import annotations

from collections.abc import AsyncIterator

from telegram.error import TelegramError

from bot import app, opening
from bot.ent.finding import Finding
from bot.terms import Unavailable
from bot.workflows.desk import Desk
from config.settings import Settings


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Telegram, the settings, the database, the ENT, in that order; what cannot be looked at is left out."""
    yield await _telegram(settings)
    try:
        async with opening.opened(settings) as desk:
            yield Finding("settings", "complete")
            database = await _database(desk)
            yield database
            if database.fine or settings.ent != "embedded":
                async for finding in opening.ent_findings(desk):
                    yield finding
    except (opening.Misconfigured, OSError, ValueError) as error:
        yield Finding("settings", str(error), fine=False)


async def _telegram(settings: Settings) -> Finding:
    try:
        return Finding("Telegram", f"the bot is @{await app.met(settings)}")
    except (opening.Misconfigured, TelegramError) as error:
        return Finding("Telegram", str(error), fine=False)


async def _database(desk: Desk) -> Finding:
    try:
        await opening.ready(desk)
    except (opening.Misconfigured, Unavailable) as error:
        return Finding("database", str(error), fine=False)
    return Finding("database", "at the present schema")
