"""Printings: sheets and exports that somebody asked for in their chat, and how far their making is."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select, update

from bot.storage.purging.sweeping import settle
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import PrintingState

_TABLE = DESK.tables["printings"]
_UNDER_WAY = (PrintingState.ASKED.value, PrintingState.RUNNING.value)


@dataclass(slots=True)
class Printing:
    """Sheets or an export to be made and sent; `id` is 0 until it is written down."""

    person: int  #: who asked for them
    chat_id: int
    school: str  #: empty for an export, which is not of one school
    wanted: dict[str, Any]  #: what was asked for
    at: datetime
    topic: int = 0
    state: PrintingState = PrintingState.ASKED
    total: int = 0  #: how many sheets; 0 until they are counted
    done: int = 0  #: how many of them were sent
    why: str = ""  #: the reason why it failed
    handout: int | None = None  #: the links of these sheets
    messages: list[int] = field(default_factory=list)  #: the messages that show sheets
    alive_until: datetime | None = None  #: until when the making is believed to go on
    id: int = 0


_COLUMNS = tuple(column.name for column in fields(Printing) if column.name != "id")


def add(work: Work, printing: Printing) -> None:
    """Inserts a new printing, and sets its `id`."""
    number = work.execute(_TABLE.insert().returning(_TABLE.c.id), _values(printing)).scalar_one()
    printing.id = settle(work, "printings", number)


def save(work: Work, printing: Printing) -> None:
    """Updates every column of a printing."""
    work.execute(update(_TABLE).where(_TABLE.c.id == printing.id).values(**_values(printing)))


def load(work: Work, number: int, to_change: bool = False) -> Printing | None:
    """The printing of that number, or None; with `to_change`, its row is locked until the transaction ends."""
    statement = select(_TABLE).where(_TABLE.c.id == number)
    row = work.execute(statement.with_for_update() if to_change else statement).first()
    return None if row is None else _printing(row)


def under_way(work: Work, school: str) -> bool:
    """Whether sheets of that school are asked for, or being made."""
    here = (_TABLE.c.school == school, _TABLE.c.state.in_(_UNDER_WAY))
    return work.execute(select(_TABLE.c.id).where(*here).limit(1)).first() is not None


def messages_in(work: Work, chat_id: int, person: int) -> list[int]:
    """The messages with sheets that the person was sent in that chat."""
    theirs = select(_TABLE.c.messages).where(_TABLE.c.chat_id == chat_id, _TABLE.c.person == person)
    return [one for messages in work.execute(theirs).scalars() for one in messages]


def exports_under_way(work: Work, person: int) -> int:
    """How many exports of that person's are asked for, or being made."""
    theirs = (_TABLE.c.school == "", _TABLE.c.person == person, _TABLE.c.state.in_(_UNDER_WAY))
    return int(work.execute(select(func.count()).select_from(_TABLE).where(*theirs)).scalar_one())


def claim(work: Work, life: timedelta, limit: int, exports: bool = False) -> list[Printing]:
    """Begins the oldest printings that nobody makes yet, `limit` at most; each is believed alive for so long.

    Those of exports, or of sheets.

    Waits for whoever holds one of them, such as the message that shows it: passed over, it would lie for a minute.
    """
    asked = select(_TABLE).where(_TABLE.c.state == PrintingState.ASKED.value, _kind(exports))
    asked = asked.order_by(_TABLE.c.id).limit(limit)
    found = [_printing(row) for row in work.execute(asked.with_for_update())]
    for printing in found:
        printing.state, printing.alive_until = PrintingState.RUNNING, work.now + life
        save(work, printing)
    return found


def live(work: Work, number: int, life: timedelta) -> None:
    """Notes that the making of that printing goes on."""
    mine = (_TABLE.c.id == number, _TABLE.c.state == PrintingState.RUNNING.value)
    work.execute(update(_TABLE).where(*mine).values(alive_until=work.now + life))


def dead(work: Work, exports: bool = False) -> list[int]:
    """The numbers of the printings whose making ended without a word: those of exports, or of sheets."""
    lost = (_kind(exports), _TABLE.c.state == PrintingState.RUNNING.value, _TABLE.c.alive_until < work.now)
    return list(work.execute(select(_TABLE.c.id).where(*lost).order_by(_TABLE.c.id)).scalars())


def next_end(work: Work) -> datetime | None:
    """When the next making that is under way would be given up, unless it goes on; None where none is under way."""
    running = select(_TABLE.c.alive_until).where(_TABLE.c.state == PrintingState.RUNNING.value)
    return work.execute(running.order_by(_TABLE.c.alive_until).limit(1)).scalar()


def _kind(exports: bool) -> ColumnElement[bool]:
    """Whether a printing is an export, or is of sheets."""
    return _TABLE.c.school == "" if exports else _TABLE.c.school != ""


def _values(printing: Printing) -> dict[str, Any]:
    return {name: getattr(printing, name) for name in _COLUMNS} | {"state": printing.state.value}


def _printing(row: Row[Any]) -> Printing:
    values = {name: getattr(row, name) for name in _COLUMNS} | {"state": PrintingState(row.state)}
    return Printing(**values, id=row.id)
