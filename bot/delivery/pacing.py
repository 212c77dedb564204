"""Pacing: when a chat may be written to. The rate windows lie in the records, so all replicas keep one pace.

Whoever books messages locks the window of the whole bot first: bookings are made one after the other, by whichever
replica.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from math import ceil
from typing import Any

from bot.delivery.rules.budget import ALL, Window, window
from bot.delivery.rules.holding import EDITS, NO_MESSAGES, of_the_bot
from bot.storage import outbox, rate_windows
from bot.storage.rate_windows import WHOLE_BOT, Kept
from bot.storage.work import Work
from bot.terms import Unavailable
from bot.terms.moments import APART
from bot.workflows.desk import Desk

log = logging.getLogger(__name__)

_QUIET = 1.0  #: seconds that the whole bot is quiet after Telegram said "too many" in one chat
_TOGETHER = 2.0  #: seconds by which the ends of waits may differ that are one wait of the whole bot
_CHATS = 3  #: chats whose waits end together, from which on they are one wait of the whole bot
_MOMENT = 0.1  #: seconds: what waits, though its chat is open, waits for the courier
_LONG = 5.0  #: seconds: shorter waits end together by chance


def book(work: Work, wishes: Iterable[tuple[int, int] | tuple[int, int, bool]], spare: int = 0) -> list[float]:
    """For each (chat, number of messages), the seconds until they may go; those with 0 are booked, and go now.

    An edit counts as a message; a third value, where it is true, says that it is one, which may have to wait alone.
    A number of 0 stands for what makes and changes none (a deletion, a menu): it counts for the whole bot and not for
    the chat. The list is shorter than the wishes where the whole bot must wait. So many
    places of the whole bot as `spare` says stay free for others.
    """
    every, answers = rate_windows.lock(work, WHOLE_BOT), list[float]()
    now = work.clock().timestamp()  # read once the lock is had, which may have taken a while
    every, _ = _opens(ALL, every, 1, now)
    if _held_until(every) > now:
        rate_windows.write(work, {WHOLE_BOT: (every, _held_until(every))})
        return []
    whole = every.sent
    booked: dict[int, tuple[Kept, float]] = {}
    for chat, cost, *edits in wishes:
        if ALL.opens(whole, 1 + spare) > now:
            break
        own = window(chat)
        kept = booked[chat][0] if chat in booked else rate_windows.read(work, chat) if cost else Kept()
        kept, opens = _opens(own, kept, cost, now)
        opens = max(opens, _edits_open(work, chat, now)) if any(edits) else opens
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
    kept, _ = _opens(ALL, rate_windows.read(work, WHOLE_BOT), 1, now)
    return 0 if _held_until(kept) > now else ALL.room(kept.sent, now)


def clears(work: Work, spare: int) -> datetime | None:
    """When the whole bot may write with so many places to spare; None where it may now."""
    kept, opens = _opens(ALL, rate_windows.read(work, WHOLE_BOT), 1 + spare, work.now.timestamp())
    moment = datetime.fromtimestamp(max(opens, _held_until(kept)), UTC)
    return moment if moment > work.now else None


def wait(work: Work) -> float:
    """Seconds until the bot may write to anybody; 0 where it may now."""
    return _closed(work, WHOLE_BOT, ALL)


def closed(work: Work, chat_id: int, edit: bool = False) -> float:
    """Seconds until a message may go to that chat, or with `edit` one of it may be edited; 0 where it may now."""
    now = work.now.timestamp()
    edits = max(0.0, _edits_open(work, chat_id, now) - now) if edit else 0.0
    return max(wait(work), _closed(work, chat_id, window(chat_id)), edits)


def held(work: Work, chat_id: int) -> bool:
    """Whether Telegram said to wait in that chat, and only there, and the wait is not over."""
    now = work.now.timestamp()
    return not wait(work) and _held_until(_opens(window(chat_id), rate_windows.read(work, chat_id), 1, now)[0]) > now


def hold(work: Work, chat_id: int, seconds: float, *, alone: bool = False, edits: bool = False) -> None:
    """Closes the window of a chat for so many seconds, and that of the whole bot for one second at most.

    With `edits`, only for edits: Telegram's waits are of one method, so new messages are still tried there.

    To be called when Telegram said that there were too many messages. The whole bot is closed for as long as the chat
    where the wait is the whole bot's: `chat_id` is `WHOLE_BOT`, since what Telegram refused names no chat; or the
    waits of other chats end at the same moment, unless it stands `alone`. A shorter wait never ends a longer one.
    """
    now = work.now.timestamp()
    every, open_at = _opens(ALL, rate_windows.lock(work, WHOLE_BOT), 1, now)
    until, held = now + seconds, dict[int, tuple[Kept, float]]()
    if chat_id != WHOLE_BOT:
        key = rate_windows.of_edits(chat_id) if edits else chat_id
        mine, _ = _opens(window(chat_id), rate_windows.read(work, key), 1, now)
        if _held_until(mine) < until:
            held[key] = (Kept(mine.sent, work.now, ceil(seconds)), until)
    if chat_id == WHOLE_BOT or (not alone and seconds >= _LONG and _shared(work, chat_id, until)):
        if _held_until(every) < until:
            held[WHOLE_BOT] = (Kept(every.sent, work.now, ceil(seconds)), until)
            log.warning("Telegram lets the bot write to nobody for %.0f s", seconds)
    elif open_at < (quiet := now + min(seconds, _QUIET)):
        held[WHOLE_BOT] = (Kept(ALL.closed(quiet)), quiet)
    rate_windows.write(work, held)


def hold_after(work: Work, kind: str, chat_id: int, seconds: float) -> None:
    """As `hold`, after a delivery of that kind; as `hold_all` where it makes no message and the wait is the bot's."""
    if kind in NO_MESSAGES and of_the_bot(kind, seconds):
        hold_all(work, seconds)
    else:
        hold(work, chat_id, seconds, alone=kind in NO_MESSAGES, edits=kind in EDITS | NO_MESSAGES)


def hold_all(work: Work, seconds: float) -> None:
    """Closes the whole bot for so many seconds; what Telegram refused names no chat."""
    hold(work, WHOLE_BOT, seconds)


def _shared(work: Work, chat_id: int, until: float) -> bool:
    """Whether the waits of so many other chats end when this one's does, that it is one wait of the whole bot."""
    ends = rate_windows.ends(work, but=(chat_id, rate_windows.of_edits(chat_id), WHOLE_BOT))
    return sum(abs(one.timestamp() - until) <= _TOGETHER for one in ends) >= _CHATS - 1


def _held_until(kept: Kept) -> float:
    """The second since 1970 at which the wait ends that Telegram asked for; 0 where it asked for none."""
    return kept.held_at.timestamp() + kept.held_for if kept.held_at is not None else 0.0


def _edits_open(work: Work, chat_id: int, now: float) -> float:
    """The second since 1970 from which messages of that chat may be edited, as far as Telegram said."""
    kept = rate_windows.read(work, rate_windows.of_edits(chat_id))
    return _held_until(_opens(window(chat_id), kept, 1, now)[0])


def _closed(work: Work, key: int, own: Window) -> float:
    now = work.now.timestamp()
    return max(0.0, _opens(own, rate_windows.read(work, key), 1, now)[1] - now)


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
    return kept, max(opens, _held_until(kept))


async def pauses(desk: Desk) -> dict[str, Any]:
    """What a supervisor is told of waits that Telegram asked for, each longer than a minute; empty where none is.

    `bot_paused_until` is there where the bot may write to nobody; `paused_chats` and `chats_paused_until`, the end of
    the last wait, where it may not write to some.
    """
    now = await desk.look(rate_windows.pauses)
    told = {"bot_paused_until": now.bot, "paused_chats": now.chats, "chats_paused_until": now.last}
    return {
        name: value.isoformat() if isinstance(value, datetime) else value for name, value in told.items() if value
    }


async def hold_everybody(desk: Desk, seconds: float) -> None:
    """As `hold_all`, in a transaction of its own; nothing where the records are out of reach."""
    with suppress(Unavailable):
        await desk.put(hold_all, seconds)


async def may(desk: Desk, chat_id: int, spare: int = 0) -> bool:
    """Whether one message may go to that chat now; if so, it is booked. For `spare`, see `book`.

    Not where an answer waits for that chat: what is said later must not come first.
    """
    return not desk.policy.limits or await desk.put(_book_one, chat_id, spare)


async def until(desk: Desk, chat_id: int, edit: bool = True) -> float:
    """Seconds until a message of that chat may be edited; 0 where it may now: then it is booked.

    Without `edit`, until a new one may be said there.

    At least a moment where an answer waits for that chat, since that one comes first.
    """
    if desk.policy.limits:
        return await desk.put(_book_edit, chat_id, edit)
    return float(await desk.look(outbox.answers_wait, chat_id))


async def may_bare(desk: Desk, chat_id: int) -> bool:
    """Whether the buttons of a message may be removed now; if so, that is booked.

    Only where a place of the chat stays free for an answer, and most of the whole bot's for others.
    """
    return not desk.policy.limits or await desk.put(_book_bare, chat_id)


def _book_one(work: Work, chat_id: int, spare: int, edit: bool = False) -> bool:
    return not outbox.answers_wait(work, chat_id) and book(work, [(chat_id, 1, edit)], spare) == [0.0]


def _book_edit(work: Work, chat_id: int, edit: bool) -> float:
    return 0.0 if _book_one(work, chat_id, 0, edit) else max(_MOMENT, closed(work, chat_id, edit))


def _book_bare(work: Work, chat_id: int) -> bool:
    now = work.now.timestamp()
    _, opens = _opens(window(chat_id), rate_windows.read(work, chat_id), 2, now)
    return opens <= now and _book_one(work, chat_id, ALL.limit // 2, edit=True)
