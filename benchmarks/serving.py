"""The bot as it runs where it was installed: a process of its own, in an environment without what tests need."""

from __future__ import annotations

from benchmarks.application import BOT_ID
from benchmarks.peers.environment import installed
from tests.processes import Palier, free_port

SECRET = {"X-Telegram-Bot-Api-Secret-Token": "secret"}


def serving(database: str, telegram: str) -> tuple[Palier, str]:
    """The bot, not started yet, and the address where it will listen."""
    address = f"127.0.0.1:{free_port()}"
    environment = installed()
    bot = Palier(
        "serve",
        home=environment,
        python=str(environment / "bin/python"),
        PALIER_TELEGRAM_TOKEN=f"{BOT_ID}:none",
        PALIER_TELEGRAM_API=telegram,
        PALIER_DATABASE_URL=database,
        PALIER_LISTEN=address,
        PALIER_WEBHOOK_URL=f"http://{address}/telegram",
        PALIER_WEBHOOK_SECRET="secret",
        PALIER_LIMITS="off",
    )
    return bot, f"http://{address}"
