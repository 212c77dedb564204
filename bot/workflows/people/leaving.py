"""What becomes of requests when an agent leaves: those they held go back to the desk."""

from __future__ import annotations

from bot.storage import requests
from bot.storage.work import Work
from bot.terms import Act, Person
from bot.workflows.requests import telling
from bot.workflows.requests.events import RELEASED
from bot.workflows.rules.requests.lifecycle import Case, fire


def leave_desks(work: Work, person: Person) -> None:
    """Gives the requests that the person holds, but may no longer treat, back to their desk, which is told."""
    for request in requests.held(work, person.id):
        if request.at not in person.roles:
            request.status = fire(Act.RELEASE, Case(request.status.value, work.now), request.number)
            request.holder, request.updated_at = None, work.now
            requests.save(work, request)
            requests.write_event(work, request.number, person.id, Act.RELEASE, {"left": True})
            telling.spread(work, RELEASED, request, person, {})
