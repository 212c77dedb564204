"""Moments that lie ahead of the clock: it was ahead when they were written, and was set right since.

They are brought back, once, to what they could be at most had they been written now, so that whatever waits for them
waits no longer than it was meant to. docs/decisions/0035 lists every moment that is kept, and why it is here or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import TextClause, func, select, text, update

from bot.storage.deliveries import PUT_OFF, held
from bot.storage.tables import DESK
from bot.storage.tables.blocks import RUNNING
from bot.storage.tables.delivery import CLAIMED, QUEUED
from bot.storage.tables.interventions import INTENDED
from bot.storage.tables.people import MISSED
from bot.storage.tables.reports import PENDING
from bot.storage.work import Work
from bot.terms.moments import APART

_CAUSES = DESK.tables["causes"]
_WINDOWS = DESK.tables["rate_windows"]
_WATCHES = DESK.tables["watches"]
_OUTBOX = DESK.tables["outbox"]
_NEVER = datetime.fromtimestamp(0, UTC)

_LINKS = "SELECT id FROM interventions WHERE act = 'give_link'"  # acts whose message shows a link, not a code

#: moments at which something is over: none lies further ahead than the longest of its kind lasts; a kind is a column,
#: or those of its rows that the words after it name
TERMS: Mapping[str, TextClause | None] = {
    "outbox.claimed_until": CLAIMED,
    "campaigns.lease_until": RUNNING,
    "leases.busy_until": None,
    "leases.due_at": None,
    "expiries.at": text(f"deed > 0 AND deed NOT IN ({_LINKS})"),
    "expiries.at of links": text(f"deed IN ({_LINKS})"),
    "expiries.at of sheets": text("deed = 0"),
    "tokens.expires_at": None,
    "sign_ins.expires_at": None,
    "reports.remind_at": PENDING,
}
#: moments at which something happened or could begin: none lies ahead at all
_PAST: Mapping[str, TextClause | None] = {
    "causes.at": None,
    "outbox.at": QUEUED,
    "outbox.not_before": QUEUED,
    "leases.due_at": None,
    "interventions.at": INTENDED,
    "people.missed_since": MISSED,
    "searches.at": None,
    "pointers.at": None,
    "parked.at": None,
    "bots.since": None,
    "holds.at": None,
    "watches.newest": None,
    "requests.resolved_at": text("status = 'resolved'"),
}


def far(work: Work) -> timedelta:
    """By how much the newest cause lies ahead of the clock; 0 where it does not, give or take a second."""
    newest: datetime | None = work.execute(select(func.max(_CAUSES.c.at))).scalar()
    ahead = newest - work.now if newest is not None else timedelta()
    return ahead if ahead > APART else timedelta()


def shorten(work: Work, longest: Mapping[str, timedelta]) -> None:
    """Brings back the moments of `TERMS` that lie further ahead than the longest of their kind, to that length.

    A delivery that is put off for longer than any pause between two attempts, and to whose chat Telegram did not say
    to wait, may go now.
    """
    for name, some in TERMS.items():
        _bring_back(work, name, some, work.now + longest[name])
    later = _OUTBOX.c.not_before > work.now + PUT_OFF + APART
    work.execute(update(_OUTBOX).where(QUEUED, later, ~held(work)).values(not_before=work.now))


def bring_back(work: Work) -> None:
    """Brings back to now whatever is said to have happened later than now; for a clock that was found to be ahead."""
    for name, some in _PAST.items():
        _bring_back(work, name, some, work.now)
    # Nobody knows when these schools were read: they come first, and are read back to their oldest report.
    work.execute(update(_WATCHES).where(_WATCHES.c.read_at > work.now).values(read_at=_NEVER))
    for row in work.execute(select(_WINDOWS).where(_WINDOWS.c.held_at > work.now)).all():
        over = work.now + timedelta(seconds=row.held_for)
        mine = update(_WINDOWS).where(_WINDOWS.c.chat_id == row.chat_id)
        work.execute(mine.values(held_at=work.now, empty_at=over))


def _bring_back(work: Work, name: str, some: TextClause | None, latest: datetime) -> None:
    """Sets a moment that lies later than that, and the clocks of two replicas apart, to that."""
    table, _, column = name.partition(" ")[0].partition(".")
    moment = DESK.tables[table].c[column]
    later = update(DESK.tables[table]).where(moment > latest + APART)
    work.execute((later if some is None else later.where(some)).values({column: latest}))
