"""Lists of requests, a page at a time: the queue of an agent's desks, and a person's own requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.storage import people, requests
from bot.terms import ACTIVE, Button, Notice, Person, Refusal, Request
from bot.workflows.desk import Turn
from bot.workflows.requests import telling
from bot.workflows.rules.screens import Row, grid, page_key, read_page_key

_ACROSS = 4  #: requests in a row of buttons
FILTERS = ("", "moi", "libres", "retard")


def queue(turn: Turn, wanted: str, after: str = "") -> Notice:
    """A page of the queue of the agent's desks, oldest due first; `after` is the key at which the page before ended.

    `wanted` is one of `FILTERS`; any other word is refused, and so is anybody who is no agent.
    """
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
        after=read_page_key(after),
        limit=turn.policy.page + 1,
    )
    more = len(page) > turn.policy.page
    page = page[: turn.policy.page]
    rows = _opening(page, turn.me)
    if more:
        last = page[-1]
        key = f"{wanted}:{page_key(last.due_at, last.number)}"
        rows.append((Button("queue", key, turn.me.id),))
    return Notice("queue", {"filter": wanted, "further": bool(after), "lines": _lines(turn, page)}, tuple(rows))


def mine(turn: Turn, before: int | None = None) -> Notice:
    """A page of the person's own requests, newest first; only those with a number below `before`, if given."""
    page = requests.of_person(turn.work, turn.me, before, turn.policy.page + 1)
    more = len(page) > turn.policy.page
    page = page[: turn.policy.page]
    rows = _opening(page, turn.me)
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


def _opening(page: Sequence[Request], person: Person) -> list[Row]:
    """For each request of the page, a button that shows its card."""
    return list(grid([Button("open", str(one.number), person.id, words=f"n°{one.number}") for one in page], _ACROSS))
