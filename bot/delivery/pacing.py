"""Pacing: when a chat may be written to. The rate windows lie in the records, so all replicas keep one pace.

Whoever books messages locks the window of the whole bot first: bookings are made one after the other, by whichever
replica.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from math import ceil

from bot.delivery.rules.budget import ALL, Window, window
from bot.storage import rate_windows
from bot.storage.rate_windows import WHOLE_BOT, Kept
from bot.storage.work import Work
from bot.terms.moments import APART
from bot.workflows.desk import Desk

_QUIET = 1.0  #: seconds that the whole bot is quiet after Telegram said "too many"


def book(work: Work, wishes: Iterable[tuple[int, int]], spare: int = 0) -> list[float]:
    """For each (chat, number of messages), the seconds until they may go; those with 0 are booked, and go now.

    A number of 0 stands for an edit: it counts for the whole bot and not for the chat. The list is shorter than the
    wishes where the whole bot must wait. So many places of the whole bot as `spare` says stay free for others.
    """
    whole, answers = rate_windows.lock(work, WHOLE_BOT).sent, list[float]()
    now = work.clock().timestamp()  # read once the lock is had, which may have taken a while
    whole = ALL.believed(whole, now)
    booked: dict[int, tuple[Kept, float]] = {}
    for chat, cost in wishes:
        if ALL.opens(whole, 1 + spare) > now:
            break
        own = window(chat)
        kept = booked[chat][0] if chat in booked else rate_windows.read(work, chat) if cost else Kept()
        kept, opens = _opens(own, kept, cost, now)
        answers.append(max(0.0, opens - now))
        if not answers[-1]:
            whole = ALL.sent(whole, max(cost, 1), now)
            booked[WHOLE_BOT] = (Kept(whole), now + ALL.seconds)
        if cost and not answers[-1]:
            booked[chat] = (Kept(own.sent(kept.sent, cost, now)), now + own.seconds)
        elif kept.held_at is not None:
            booked[chat] = (kept, opens)
    rate_windows.write(work, booked)
    return answers


def room(work: Work) -> int:
    """How many messages the whole bot may write now. Nothing is booked: another replica may book them meanwhile."""
    now = work.now.timestamp()
    return ALL.room(ALL.believed(rate_windows.read(work, WHOLE_BOT).sent, now), now)


def wait(work: Work) -> float:
    """Seconds until the bot may write to anybody; 0 where it may now."""
    now = work.now.timestamp()
    return max(0.0, ALL.opens(ALL.believed(rate_windows.read(work, WHOLE_BOT).sent, now)) - now)


def hold(work: Work, chat_id: int, seconds: float) -> None:
    """Closes the window of a chat for so many seconds, and that of the whole bot for one second at most.

    To be called when Telegram said that there were too many messages.
    """
    now = work.now.timestamp()
    whole = ALL.believed(rate_windows.lock(work, WHOLE_BOT).sent, now)
    held = {chat_id: (Kept(held_at=work.now, held_for=ceil(seconds)), now + seconds)}
    quiet = now + min(seconds, _QUIET)
    if ALL.opens(whole) < quiet:
        held[WHOLE_BOT] = (Kept(ALL.closed(quiet)), quiet)
    rate_windows.write(work, held)


def _opens(own: Window, kept: Kept, cost: int, now: float) -> tuple[Kept, float]:
    """What is believed of a window, and the second since 1970 from which so many more messages fit into it.

    Where Telegram said to wait at a moment that lies in the future, the wait begins now: it is kept so, and is over
    once it has lasted as long as Telegram said.
    """
    kept = replace(kept, sent=own.believed(kept.sent, now))
    opens = own.opens(kept.sent, cost)
    if kept.held_at is None:
        return kept, opens
    if kept.held_at.timestamp() > now + APART.total_seconds():
        kept = replace(kept, held_at=datetime.fromtimestamp(now, UTC))
    assert kept.held_at is not None
    return kept, max(opens, kept.held_at.timestamp() + kept.held_for)


async def may(desk: Desk, chat_id: int, spare: int = 0) -> bool:
    """Whether one message may go to that chat now; if so, it is booked. For `spare`, see `book`."""
    return not desk.policy.limits or await desk.put(_book_one, chat_id, spare)


def _book_one(work: Work, chat_id: int, spare: int) -> bool:
    return book(work, [(chat_id, 1)], spare) == [0.0]
