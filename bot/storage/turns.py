"""Turns: which replica tends what time brings, and when it is due again."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select, update

from bot.storage.prepared import insert_once
from bot.storage.tables import DESK
from bot.storage.work import Work

_TURNS = DESK.tables["turns"]
_BEGIN = insert_once(_TURNS)
_NEVER = datetime.fromtimestamp(0, UTC)


def take(work: Work, name: str, until: datetime, hurried: bool) -> datetime | None:
    """None where the turn is the caller's until that moment; else when to ask again.

    In a hurry only a replica that is at it counts, not that nothing is due yet.
    """
    work.run(_BEGIN, {"name": name, "busy_until": _NEVER, "due_at": _NEVER})
    turn = work.execute(select(_TURNS).where(_TURNS.c.name == name).with_for_update()).one()
    again: datetime = turn.busy_until if hurried else max(turn.busy_until, turn.due_at)
    if again > work.now:
        return again
    work.execute(update(_TURNS).where(_TURNS.c.name == name).values(busy_until=until))
    return None


def keep(work: Work, name: str, until: datetime) -> None:
    """Holds a turn for longer."""
    work.execute(update(_TURNS).where(_TURNS.c.name == name).values(busy_until=until))


def end(work: Work, name: str, due: datetime) -> None:
    """Gives a turn back; it is anybody's from the moment it is due again."""
    work.execute(update(_TURNS).where(_TURNS.c.name == name).values(busy_until=work.now, due_at=due))
