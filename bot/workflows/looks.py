"""Looks: whoever sees what concerns somebody else leaves a line in the audit, before they see it."""

from __future__ import annotations

from bot.storage import journal
from bot.storage.audit.lines import Line, level_of
from bot.storage.work import Work
from bot.terms import Account, Person, Request
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.rules.accounts import administration


def at(
    work: Work,
    policy: Policy,
    me: Person,
    what: str,
    account: str = "",
    school: str = "",
    request: int | None = None,
    number: int = 0,
) -> None:
    """Traces that the person sees that (such as `accounts`); not again where they saw the same some minutes ago.

    `number` is that of a card that is not a request's, such as a report's.
    """
    facts = {"number": number} if number else {}
    line = Line(f"see_{what}", me.id, level_of(me), request, account, school, facts)
    if not journal.written_since(work, line, work.now - policy.look_again):
        work.trace(line)


def at_request(turn: Turn, request: Request) -> None:
    """Traces that the person sees that request, unless they asked for it or filed it."""
    if turn.me.id not in (request.requester, request.filer):
        at(turn.work, turn.policy, turn.me, "request", school=request.place.id, request=request.number)


def at_account(work: Work, policy: Policy, me: Person, account: Account) -> None:
    """Traces that the person sees the card of that account, unless it is their own."""
    if account.id != me.account:
        at(work, policy, me, "account", account.id, administration.school_of(me, account))
