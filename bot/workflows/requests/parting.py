"""Requests that were merged come apart: one ends unsolved or goes to another school, or one is opened again."""

from __future__ import annotations

from collections.abc import Sequence

from bot.storage import merged, outbox, requests
from bot.storage.work import Work
from bot.terms import Act, Part, Request
from bot.workflows.events import Event
from bot.workflows.policy import Policy
from bot.workflows.requests import telling
from bot.workflows.requests.events import RESUMED
from bot.workflows.rules.calendar import due
from bot.workflows.rules.requests.access import Standing
from bot.workflows.rules.requests.lifecycle import case_of, fire
from bot.workflows.rules.requests.routing import Levels

_ASKING = Standing(True, False, False, False, False, False)  # as if its requester asked


def join(work: Work, request: Request, into: Request) -> None:
    """Has the request follow the other one, and so do its people and its followers; the request is not saved."""
    request.merged_into, request.resolved_at = into.number, None
    for person, part in requests.parties(work, request.number):
        if part in (Part.REQUESTER, Part.FILER, Part.FOLLOWER):
            requests.add_party(work, into.number, person, Part.FOLLOWER)
    outbox.refresh(work, into.number)


def hand_on(work: Work, policy: Policy, gone: Request) -> None:
    """Opens again the oldest request merged into one that ended unsolved; the others are merged into that one.

    Nothing where no request of somebody else's still follows the one that ended.
    """
    leave_behind(work, policy.levels, gone, RESUMED)


def leave_behind(work: Work, levels: Levels, gone: Request, event: Event) -> None:
    """As `hand_on`, for a request that ended, or goes to another school; the event tells of the one opened again."""
    tree = merged.below(work, gone)
    below = [one for one in tree if one.follows and one.requester != gone.requester]
    if not below:
        return
    heir, *others = (_again(work, one.number) for one in below)
    case = case_of(heir, work.now, _ASKING, None, None, gone)
    heir.status = fire(Act.REOPEN, case, heir.number)
    reset(work, levels, heir)
    requests.save(work, heir)
    requests.write_event(work, heir.number, None, Act.REOPEN, {"into": gone.number})
    for one in others:
        join(work, one, heir)
        requests.save(work, one)
        requests.write_event(work, one.number, None, Act.MERGE, {"into": heir.number})
    leave(work, [gone, *tree], below)
    telling.spread(work, event, heir, None, {"into": gone.number})


def _again(work: Work, number: int) -> Request:
    request = requests.load(work, number, to_change=True)
    assert request is not None
    return request


def part(work: Work, levels: Levels, request: Request) -> None:
    """Opens a request again that follows another, as if its requester still had the problem; nobody is told."""
    above, moved = merged.above(work, request), [request, *merged.below(work, request)]
    case = case_of(request, work.now, _ASKING, None, None, above[-1])
    request.status = fire(Act.REOPEN, case, request.number)
    reset(work, levels, request)
    requests.save(work, request)
    leave(work, above, moved)


def reset(work: Work, levels: Levels, request: Request) -> None:
    """Makes a request that was opened again one that follows no other; it is not saved."""
    request.merged_into = request.resolved_at = request.closed_at = None
    request.updated_at = work.now
    request.due_at = due(work.now, levels[request.level].days)


def leave(work: Work, above: Sequence[Request], moved: Sequence[Request]) -> None:
    """Ends the following of the people of these requests, where no other request of theirs still follows."""
    for other in above:
        kept = merged.asking(merged.below(work, other))
        for person in sorted(merged.asking(moved) - kept):
            requests.drop_party(work, other.number, person, Part.FOLLOWER)
        outbox.refresh(work, other.number)
