"""Issuing links: a one-time token for each account, which whoever holds it presents to the bot with `/start`."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping, Sequence

from bot.storage import handouts, people, requests, tokens
from bot.storage.work import Work
from bot.terms import Account, Person, Refusal, Way
from bot.workflows.desk import Desk
from bot.workflows.people import voiding
from bot.workflows.policy import Policy
from bot.workflows.rules.linking import replaces_unasked, voided_by
from bot.workflows.rules.redacting import is_mixed

TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")  #: the form of every token
_BYTES = 24  # which make so many signs in base 64


def digest_of(token: str) -> str:
    """The hash under which a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def make(account_ids: Sequence[str]) -> dict[str, str]:
    """A new token for each of those accounts, by account; none is good before `issue` is given it."""
    return {account: _mixed() for account in account_ids}


def _mixed() -> str:
    """A new token with signs of each sort: it is recognised even where somebody copies it in pieces."""
    while not is_mixed(token := secrets.token_urlsafe(_BYTES)):
        pass
    return token


def issue(
    work: Work,
    policy: Policy,
    account_ids: Sequence[str],
    way: Way,
    handout: int | None = None,
    made: Mapping[str, str] | None = None,
) -> Mapping[str, str]:
    """A new token for each of those accounts, by account; earlier ones that the way voids are void from then on.

    They are those of `made` where they were made before.

    A token by a way that replaces unasked moves the account from the phone where it is linked now; any other is held
    until that phone agrees. Nothing is written of who issues it: see `hand_out` and `write_event`.
    """
    replaced = {}
    if replaces_unasked(way):
        replaced = {one.account: one.telegram_id for one in people.of_accounts(work, account_ids)}
    made = make(account_ids) if made is None else made
    voiding.void_ways(work, account_ids, voided_by(way))
    new = [tokens.New(digest_of(token), account, replaced.get(account)) for account, token in made.items()]
    tokens.add(work, new, way, work.now + policy.linking.life[way], handout)
    return made


def hand_out(
    work: Work,
    policy: Policy,
    account_ids: Sequence[str],
    way: Way,
    school: str,
    scope: dict[str, str],
    by: Person | None,
    made: Mapping[str, str] | None = None,
) -> tuple[int, Mapping[str, str]]:
    """Issues tokens to those accounts as one handout: its `id`, and the tokens by account.

    `by` is who hands them out, None for an operator; `scope` is what they asked for, as `handouts.Handout` has it.
    `made` are tokens made before.
    One line of the audit tells the school, the way and how many.
    """
    handout = handouts.add(work, way, school, scope, by.id if by is not None else None, len(account_ids))
    made = issue(work, policy, account_ids, way, handout, made)
    facts = {"school": school, "way": way.value, "handout": handout, "accounts": len(account_ids)} | scope
    requests.write_event(work, None, by.id if by is not None else None, "handout", facts)
    return handout, made


def revoke(work: Work, handout: handouts.Handout, by: Person | None) -> int:
    """Makes the links of the handout void; returns how many could still have been used.

    Refused with `revoked-already` where that was done before.
    """
    if not handouts.revoke(work, handout.id):
        raise Refusal("revoked-already")
    stopped = voiding.void_handout(work, handout.id)
    facts = {"school": handout.school, "way": handout.way.value, "handout": handout.id, "accounts": stopped}
    requests.write_event(work, None, by.id if by is not None else None, "revoked", facts)
    return stopped


async def issue_token(desk: Desk, login: str) -> tuple[Account, str]:
    """The account of that login, and a token for it; refused where the ENT has none."""
    account = await desk.directory.by_login(login)
    if account is None:
        raise Refusal("no-account", name=login)
    return account, await issue_alone(desk, account)


async def issue_alone(desk: Desk, account: Account) -> str:
    """A token that an operator gives to one account; all earlier ones of the account are void from then on."""

    def write(work: Work) -> str:
        [token] = issue(work, desk.policy, [account.id], Way.OPERATOR).values()
        school = account.places[0].id if account.places else ""
        requests.write_event(work, None, None, "token", {"account": account.id, "school": school})
        return token

    return await desk.do(f"token:{secrets.token_hex(16)}", write)


def revoke_alone(work: Work, account_id: str, school: str) -> bool:
    """Has an operator make the link void that was given to that account alone, which is of that school or of none.

    False where it has no such link that could still be used.
    """
    stopped = voiding.void_alone(work, account_id) > 0
    if stopped:
        requests.write_event(work, None, None, "void_link", {"account": account_id, "school": school})
    return stopped
