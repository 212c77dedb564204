"""Lists of requests, a page at a time: the queue of an agent's desks, and one's own requests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.storage import people, requests
from bot.terms import ACTIVE, Button, Notice, Person, Refusal, Request
from bot.workflows.desk import Turn
from bot.workflows.requests import telling

FILTERS = ("", "moi", "libres", "retard")
_KEY = re.compile(r"([0-9]{1,16}):([0-9]{1,18})")  #: microseconds and number, as a page's button has them


def queue(turn: Turn, wanted: str, after: str = "") -> Notice:
    """A page of the queue of the agent's desks, oldest due first; `after` is the key a page before ended on."""
    if not turn.me.is_agent:
        raise Refusal("agents-only-queue")
    if wanted not in FILTERS:
        raise Refusal("unknown-filter", name=wanted)
    page = requests.queue(
        turn.work,
        turn.me.roles,
        holder=turn.me.id if wanted == "moi" else None,
        free=wanted == "libres",
        late=wanted == "retard",
        after=_key(after),
        limit=turn.policy.page + 1,
    )
    more = len(page) > turn.policy.page
    page = page[: turn.policy.page]
    rows = [_open_row(page[i : i + 4], turn.me) for i in range(0, len(page), 4)]
    if more:
        last = page[-1]
        key = f"{wanted}:{int(last.due_at.timestamp() * 1_000_000)}:{last.number}"
        rows.append((Button("queue", key, turn.me.id),))
    return Notice("queue", {"filter": wanted, "further": bool(after), "lines": _lines(turn, page)}, tuple(rows))


def mine(turn: Turn, before: int | None = None) -> Notice:
    """A page of the person's own requests, newest first."""
    page = requests.of_person(turn.work, turn.me, before, turn.policy.page + 1)
    more = len(page) > turn.policy.page
    page = page[: turn.policy.page]
    rows = [_open_row(page[i : i + 4], turn.me) for i in range(0, len(page), 4)]
    if more:
        rows.append((Button("mine", str(page[-1].number), turn.me.id),))
    if not page:
        rows.append((Button("new", "", turn.me.id, style="primary"),))
    return Notice("mine", {"lines": _lines(turn, page), "further": before is not None}, tuple(rows))


def _lines(turn: Turn, page: Sequence[Request]) -> list[dict[str, Any]]:
    ids = {i for r in page for i in (r.requester, r.holder) if i is not None}
    named = people.named(turn.work, ids)
    return [
        telling.facts_of(request)
        | {
            "requester": named[request.requester].name,
            "holder": named[request.holder].name if request.holder in named else "",
            "late": request.status in ACTIVE and request.due_at < turn.work.now,
            "age": (turn.work.now - request.created_at).total_seconds(),
        }
        for request in page
    ]


def _open_row(page: Sequence[Request], person: Person) -> tuple[Button, ...]:
    return tuple(Button("open", str(request.number), person.id, words=f"n°{request.number}") for request in page)


def _key(after: str) -> tuple[datetime, int] | None:
    if not after:
        return None
    match = _KEY.fullmatch(after)
    if match is None:  # people can send any data
        raise Refusal("old-button")
    return datetime.fromtimestamp(int(match[1]) / 1_000_000, UTC), int(match[2])
