"""Linking an ENT account to a Telegram account: a one-time token, the charter, then the link."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from bot.storage import outbox, people, requests
from bot.storage.work import Work
from bot.terms import Account, Button, Notice, Person, Refusal
from bot.workflows.conversations import keeping
from bot.workflows.desk import Caller, Desk
from bot.workflows.people.charters import accept_newer, charter
from bot.workflows.people.speaking import LANGUAGES, facts_of, hand_over, others
from bot.workflows.policy import Policy
from bot.workflows.requests import returning

_MARK = 24  #: digits of a token's hash that the button of its charter carries: nobody guesses them


async def issue_token(desk: Desk, login: str) -> tuple[Account, str]:
    """The account of that login, and a one-time token that links it; refused where the ENT has no such account."""
    account = await desk.directory.by_login(login)
    if account is None:
        raise Refusal("no-account", name=login)
    token = secrets.token_urlsafe(24)

    def write(work: Work) -> None:
        people.add_token(work, _digest(token), account.id, work.now + desk.policy.token_life)
        requests.write_event(work, None, None, "token", {"account": account.id})

    await desk.do(f"token:{_digest(token)}", write)
    return account, token


async def present(desk: Desk, cause: str, caller: Caller, token: str) -> Notice:
    """The charter of the token's account, to be accepted; the token is used up only then.

    Refused where the token is unknown, used or expired, or the ENT no longer has its account.
    """
    digest = _digest(token)
    account_id = await desk.look(people.token_account, digest)
    if account_id is None:
        raise Refusal("bad-token")
    account = await desk.directory.account(account_id)
    if account is None:
        raise Refusal("account-gone")

    def write(work: Work) -> Notice:
        person = people.know(work, account)
        return charter(desk, person, caller.language, accept=True, token=digest[:_MARK])

    return await desk.do(cause, write)


async def accept(desk: Desk, cause: str, caller: Caller, mark: str) -> Notice:
    """Accepts a charter: links the account of the token with that mark.

    Where `mark` is empty, a newer charter of an account that is linked already is accepted.
    Refused where the token was used or is expired.
    """

    def write(work: Work) -> Notice:
        if not mark:
            return accept_newer(desk, work, caller)
        digest, account_id = people.token_marked(work, mark) or ("", "")
        person = people.by_account(work, account_id) if account_id else None
        if person is None or not people.use_token(work, digest):
            raise Refusal("bad-token")
        return link(desk.policy, work, person, caller)

    said = await desk.do(cause, write)
    desk.stir()  # what was stranded at their desk is theirs now
    return said


def link(policy: Policy, work: Work, person: Person, caller: Caller) -> Notice:
    """Links the person to the caller's Telegram account, where this person speaks from now on."""
    left, spoke = person.telegram_id, person.speaking
    version = policy.charters[person.profile].version
    language = caller.language if caller.language in LANGUAGES else "fr"
    values: dict[str, Any] = {"reachable": True, "charter": version, "language": language}
    missed = person.missed_since
    people.speak(work, person, telegram_id=caller.telegram_id, missed_since=None, **values)
    if left is not None and left != caller.telegram_id:
        _leave(work, left, person, spoke)
    people.join_desks(work, person)
    outbox.menu(work, person)
    returning.arrive(work, person, person.roles, missed, linked=True)
    requests.write_event(work, None, person.id, "link", {"charter": version})
    rows = others(work, person)
    facts = facts_of(person) | {"others": len(rows)}
    return Notice("linked", facts, ((Button("new", "", person.id, style="primary"),), *rows), person.tongue)


def _leave(work: Work, chat: int, person: Person, spoke: bool) -> None:
    """Tells the chat where the account was linked before that it no longer is; what was queued there follows it."""
    moved = Notice("unlinked_elsewhere", {"name": person.name})
    outbox.say_later(work, chat, moved, person.tongue)  # to that chat, where they speak no more
    outbox.follow(work, person, chat)
    keeping.drop_of(work, Caller(chat, chat), person.id)
    hand_over(work, chat, person, spoke)


def enrol(work: Work, account: Account, caller: Caller, policy: Policy) -> None:
    """Links an account without a token: for the demo and for tests, which make their own people."""
    link(policy, work, people.know(work, account), caller)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
