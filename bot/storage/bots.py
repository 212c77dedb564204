"""Bots: which Telegram bot serves these records, and which one did before its token was changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from bot.storage import undelivered
from bot.storage.prepared import insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work

_BOTS = DESK.tables["bots"]
_MEET = insert_once(_BOTS)
_KEPT = ("attachments", "cards", "expiries", "messages", "outbox", "people", "screens")  # tables with a column `bot`


def serving(work: Work) -> int:
    """Telegram's number of the bot that serves, or served last; 0 where none did."""
    return work.execute(select(_BOTS.c.id).order_by(_BOTS.c.since.desc(), _BOTS.c.id).limit(1)).scalar() or 0


def begin(work: Work) -> int:
    """Records that the bot of this work serves from now on; returns the number of the one before, 0 for none.

    A bot that served once does what it could not delete meanwhile. Where another one served before, it is given the
    rows that the release before left without a bot.
    """
    before = serving(work)
    if before == work.bot:
        return before
    for name in _KEPT if before else ():
        table = DESK.tables[name]
        work.execute(update(table).where(table.c.bot == 0).values(bot=before))
    if not work.run(_MEET, {"id": work.bot, "since": work.now, "webhook": ""}).rowcount:
        work.execute(update(_BOTS).where(_BOTS.c.id == work.bot).values(since=work.now))
        undelivered.delete_again(work)
    return before


def since(work: Work) -> datetime | None:
    """When the bot of this work became the one that serves; None where it never did."""
    return work.execute(select(_BOTS.c.since).where(_BOTS.c.id == work.bot)).scalar()


def webhook(work: Work) -> str:
    """The digest of the webhook that this bot was last given; empty where none was."""
    return work.execute(select(_BOTS.c.webhook).where(_BOTS.c.id == work.bot)).scalar() or ""


def keep_webhook(work: Work, digest: str) -> None:
    """Keeps the digest of the webhook that this bot was given."""
    work.execute(update(_BOTS).where(_BOTS.c.id == work.bot).values(webhook=digest))
