"""Apart: a call for help told outside the school is hidden from everybody of the school, whatever else they are."""

from __future__ import annotations

from collections.abc import Iterable

from bot.storage import people, requests
from bot.storage.work import Work
from bot.terms import Person, Request
from bot.workflows.rules.requests.access import of_school


def hides(work: Work, person: Person, request: Request) -> bool:
    """Whether the request is to be hidden from that person.

    So it is where they, or another account of their Telegram account, belong to one of the schools it is kept from:
    both would read it on the same phone. Never from its requester, and False for any other request.
    """
    if not request.outside or person.id == request.requester:
        return False
    phone = people.of_telegram(work, person.telegram_id) if person.telegram_id is not None else []
    return any(of_school(one, request.outside) for one in (person, *phone))


def readers(work: Work, among: Iterable[Person], request: Request) -> list[Person]:
    """Those of these people from whom the request is not hidden, in their order."""
    return [one for one in among if not hides(work, one, request)]


def shown(work: Work, person: Person, numbers: Iterable[int]) -> list[int]:
    """Those of these numbers of requests that are not hidden from the person, in their order."""
    loaded = ((number, requests.load(work, number)) for number in numbers)
    return [number for number, request in loaded if request is None or not hides(work, person, request)]
