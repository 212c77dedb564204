"""Looks: whoever sees what concerns somebody else leaves a line in the audit, before they see it.

A card leaves one line, a list one for each school whose things it shows, so that each school reads of it. The same
card, or the same page of the same list with the same things on it, seen again by the same person within ten minutes
leaves no further line.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2s

from bot.storage import journal
from bot.storage.audit.lines import Line, level_of
from bot.storage.work import Work
from bot.terms import Account, Person, Request
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.rules.accounts import administration


@dataclass(frozen=True, slots=True)
class View:
    """What is seen of a list."""

    page: object  #: what tells it from the other pages and the other filters of that list; anything that JSON holds
    shown: Mapping[str, Collection[object]]  #: by the school that they concern, the identifiers of the things shown
    otherwise: str  #: the structure that is named where nothing is shown
    account: str = ""  #: the account that all of the list is about
    request: int | None = None  #: the request that all of the list is about


def at(
    work: Work,
    policy: Policy,
    me: Person,
    what: str,
    account: str = "",
    school: str = "",
    request: int | None = None,
    **facts: int,
) -> None:
    """Traces that the person sees that card (such as `report`); not again where they saw the same some minutes ago.

    Among the facts, `number` is that of a card that is not a request's, such as a report's.
    """
    line = Line(f"see_{what}", me.id, level_of(me), request, account, school, facts)
    if not journal.written_since(work, line, work.now - policy.look_again):
        work.trace(line)


def at_list(work: Work, policy: Policy, me: Person, what: str, view: View) -> None:
    """As `at`, of a list (such as `queue`): a line for each school whose things it shows.

    The fact `view` tells one page from another; nobody can read from it what was looked for, or who was found.
    """
    for school, things in sorted((view.shown or {view.otherwise: ()}).items()):
        mark = _mark([view.page, sorted(map(str, things))])
        at(work, policy, me, what, view.account, school, view.request, view=mark)


def at_accounts(
    work: Work, policy: Policy, me: Person, page: object, accounts: Iterable[Account], otherwise: str
) -> None:
    """As `at_list`, of a page of accounts: a line for each place of these accounts that the person administers."""
    shown: dict[str, list[str]] = {}
    for account in accounts:
        for place in administration.shared(me, account):
            shown.setdefault(place.id, []).append(account.id)
    at_list(work, policy, me, "accounts", View(page, shown, otherwise))


def at_request(turn: Turn, request: Request) -> None:
    """Traces that the person sees that request, unless they asked for it or filed it."""
    if turn.me.id not in (request.requester, request.filer):
        at(turn.work, turn.policy, turn.me, "request", school=request.place.id, request=request.number)


def at_account(work: Work, policy: Policy, me: Person, account: Account) -> None:
    """Traces that the person sees the card of that account, unless it is their own.

    A line for each place of the account that they administer; one for its school where they administer none.
    """
    if account.id != me.account:
        places = [place.id for place in administration.shared(me, account)]
        for school in places or [administration.school_of(me, account)]:
            at(work, policy, me, "account", account.id, school)


def _mark(seen: object) -> int:
    return int.from_bytes(blake2s(json.dumps(seen, sort_keys=True).encode(), digest_size=4).digest(), "big")
