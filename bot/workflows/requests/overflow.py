"""Overflow: where too much waits for one chat, its end is summed up in one message, so that the chat is not drowned.

Nothing is lost by it: what was to be told stands in the exchanges of the requests that the message names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.storage import outbox, people, requests
from bot.storage.work import Work
from bot.terms import Button, Notice
from bot.workflows.desk import Desk
from bot.workflows.requests.returning import named
from bot.workflows.rules.requests.routing import DANGER
from bot.workflows.rules.screens import grid

_SHOWN, _ACROSS = 8, 4  # buttons for requests, and how many of them in a row
_ANSWERS = ("notice", "refusal")  # kinds that were said to whoever wrote, and that nobody needs later
_ABOUT = ("notice", "card", "files")  # kinds about a request, in which it is found again


async def sum_up(desk: Desk) -> int:
    """Sums up the end of what waits for each chat where that is too much; returns for how many chats."""
    most = desk.policy.quotas.waiting
    crowded = await desk.look(outbox.crowded, most)
    for chat in crowded:
        await desk.once(f"overflow:{chat}:{desk.clock().isoformat()}", _sum_up, chat, most // 2)
    return len(crowded)


def _sum_up(work: Work, chat: int, kept: int) -> None:
    """Drops what waits for the chat after the first `kept`, and says instead which requests it was about.

    What is about a child's call for help stays, and so does what no request shows again.
    """
    rows = outbox.waiting(work, chat)[kept:]
    edits = {row.message_id: row.id for row in rows if row.kind == "refresh"}  # the last one of each message
    calls = {number for number in {row.request for row in rows} if number and _is_call(work, number)}
    told = [row for row in rows if row.kind in _ABOUT and row.person and row.request and row.request not in calls]
    needless = [row.id for row in rows if row.kind in _ANSWERS and row.person is None]
    needless += [row.id for row in rows if row.kind == "refresh" and edits[row.message_id] != row.id]
    outbox.drop(work, [*needless, *(row.id for row in told)])
    for person in dict.fromkeys(row.person for row in told):
        _tell(work, person, [row for row in told if row.person == person])


def _tell(work: Work, person_id: int, told: Sequence[Any]) -> None:
    person = people.by_id(work, person_id)
    if person is None:
        return
    numbers = list(dict.fromkeys(row.request for row in told))
    keys = [Button("open", str(number), person.id, words=f"n°{number}") for number in numbers[:_SHOWN]]
    facts = {"count": len(told), "numbers": named(numbers)}
    outbox.tell(work, person, Notice("summed_up", facts, tuple(grid(keys, _ACROSS))), numbers[0])


def _is_call(work: Work, number: int) -> bool:
    request = requests.load(work, number)
    return request is not None and request.category == DANGER
