"""What messages show that change in place: which view draws a request, a report, a campaign."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.storage.work import Work
from bot.terms import Notice, Person
from bot.workflows import views
from bot.workflows.blocks import traces
from bot.workflows.policy import Policy
from bot.workflows.reports import cards

Draw = Callable[[Work, Policy, Person, int], Notice]

_DRAWN: Mapping[str, Draw] = {
    "request": views.card,
    "report": cards.screen,
    "campaign": traces.show,
}


def show(work: Work, policy: Policy, person: Person, about: str) -> Notice:
    """What that person is shown now of such a thing as `report:7`; a `Refusal` where it left their sight."""
    kind, _, number = about.partition(":")
    return _DRAWN[kind](work, policy, person, int(number))
