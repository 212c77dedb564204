"""Checks what waits for an operator: another bot's token, notices not delivered, updates that were not processed."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.delivery.undelivered import LATE
from bot.ent.finding import Finding
from bot.storage import bots, gauges, people, rate_windows
from bot.workflows.desk import Desk
from config.settings import Settings


async def bot(desk: Desk, settings: Settings) -> Finding | None:
    """Whether the token is that of the bot that served last; None before any did, or without a token."""
    token = settings.telegram_token.get_secret_value().partition(":")[0]
    before = await desk.look(bots.serving)
    if not before or not token.isdigit():
        return None
    if int(token) == before:
        waiting = await desk.look(people.unmet, before)
        words = f"; {waiting} linked Telegram accounts have not written to it yet: they are told once they do"
        return Finding("bot", "the one that served last" + (words if waiting else ""))
    words = f"{token} is another bot than {before}, which served last: it cannot send that one's files or change its"
    return Finding(
        "bot", f"{words} messages, and people must open a chat with it; give the earlier token", fine=False
    )


async def outbox(desk: Desk) -> Finding:
    """Whether notices are being sent: none is overdue, dead or uncertain."""
    found = await desk.look(gauges.read)
    words = ", ".join(f"{number} {state}" for state, number in found.outbox.items())
    if found.oldest > LATE.total_seconds():
        waits = f"one waits for {int(found.oldest) // 60} min"
        return Finding("outbox", f"{words}; {waits}: see that the bot runs", fine=False)
    if found.outbox["dead"] or found.outbox["uncertain"]:
        return Finding("outbox", f"{words}: look at them with `palier outbox`, then retry or drop", fine=False)
    return Finding("outbox", words)


async def pauses(desk: Desk) -> Finding:
    """Whether Telegram asked to wait for more than a minute: in some chats, or everywhere."""
    now = await desk.look(rate_windows.pauses)
    if now.bot is not None:
        words = f"Telegram lets the bot write to nobody until {_at(now.bot)}"
        return Finding("pauses", f"{words}: notices wait; a restart or another replica does not help", fine=False)
    if now.last is not None:
        return Finding("pauses", f"Telegram asked to wait in {now.chats} chats; the last waits until {_at(now.last)}")
    return Finding("pauses", "Telegram asks for none")


def _at(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


async def parked(desk: Desk) -> Finding:
    """Whether every update could be processed: none is parked."""
    if number := (await desk.look(gauges.read)).parked:
        return Finding("parked", f"{number}: look at them with `palier parked`, then replay or drop", fine=False)
    return Finding("parked", "no update waits for an operator")
