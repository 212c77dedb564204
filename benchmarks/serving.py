"""The bot as it runs: a process of its own, with a database, a Telegram to send to, and a webhook."""

from __future__ import annotations

from benchmarks.application import BOT_ID
from tests.processes import Palier, free_port

SECRET = {"X-Telegram-Bot-Api-Secret-Token": "secret"}


def serving(database: str, telegram: str) -> tuple[Palier, str]:
    """The bot, not started yet, and the address where it will listen."""
    address = f"127.0.0.1:{free_port()}"
    bot = Palier(
        "serve",
        PALIER_TELEGRAM_TOKEN=f"{BOT_ID}:none",
        PALIER_TELEGRAM_API=telegram,
        PALIER_DATABASE_URL=database,
        PALIER_LISTEN=address,
        PALIER_WEBHOOK_URL=f"http://{address}/telegram",
        PALIER_WEBHOOK_SECRET="secret",
        PALIER_LIMITS="off",
    )
    return bot, f"http://{address}"
