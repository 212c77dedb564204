"""Pacing: who may be written to now. What went out lies in the records, so all replicas keep one pace together.

Whoever takes a place locks the bot's own line first: places are given one after the other, whichever replica asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.storage import lines
from bot.storage.lines import EVERYBODY
from bot.storage.work import Work
from bot.workflows.desk import Desk
from bot.workflows.rules.budget import ALL, window

_BREATH = 1.0  #: seconds that the whole bot is quiet after Telegram said "too many"


def take(work: Work, wishes: Iterable[tuple[int, int]]) -> list[float]:
    """For each chat and number of messages, in turn: in how many seconds they may go.

    Those that may go now have their place from then on. No message is an edit: it counts for the bot in all, not for
    its chat. The list ends where the bot itself must wait.
    """
    everybody, answers = lines.lock(work, EVERYBODY), list[float]()
    now = work.clock().timestamp()  # of its place, not of its waiting for the lock
    taken: dict[int, tuple[Sequence[float], float]] = {}
    for chat, cost in wishes:
        if ALL.opens(everybody) > now:
            break
        own = window(chat)
        sent = taken[chat][0] if chat in taken else lines.read(work, chat) if cost else ()
        answers.append(max(0.0, own.opens(sent, cost) - now))
        if not answers[-1]:
            everybody = ALL.sent(everybody, max(cost, 1), now)
            taken[EVERYBODY] = (everybody, now + ALL.seconds)
        if cost and not answers[-1]:
            taken[chat] = (own.sent(sent, cost, now), now + own.seconds)
    lines.write(work, taken)
    return answers


def room(work: Work) -> int:
    """How many messages the bot may write now, to whomever; another may take the places meanwhile."""
    return ALL.room(lines.read(work, EVERYBODY), work.now.timestamp())


def wait(work: Work) -> float:
    """Seconds until the bot may write to anybody."""
    return max(0.0, ALL.opens(lines.read(work, EVERYBODY)) - work.now.timestamp())


def hold(work: Work, chat_id: int, seconds: float) -> None:
    """Lets nothing go to that chat for so long, nor to anybody for a moment: Telegram said that it was too much."""
    now = work.now.timestamp()
    everybody = lines.lock(work, EVERYBODY)
    held = {chat_id: (window(chat_id).closed(now + seconds), now + seconds)}
    breath = now + min(seconds, _BREATH)
    if ALL.opens(everybody) < breath:
        held[EVERYBODY] = (ALL.closed(breath), breath)
    lines.write(work, held)


async def may(desk: Desk, chat_id: int) -> bool:
    """Whether that chat may be written to at once; if so, its place is taken."""
    return not desk.policy.limits or await desk.put(_place, chat_id)


def _place(work: Work, chat_id: int) -> bool:
    return take(work, [(chat_id, 1)]) == [0.0]
