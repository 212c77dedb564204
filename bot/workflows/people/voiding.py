"""Voiding links: whoever waits with one of them, until the phone that is linked agrees, is told that it is void."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from bot.storage import outbox, people, tokens
from bot.storage.tokens import Claim
from bot.storage.work import Work
from bot.terms import Notice, Way, tongue


def void(work: Work, account_id: str, but: int | None = None) -> None:
    """Makes every unused link of the account void; the Telegram account `but` is not told."""
    _tell(work, (one for one in tokens.void(work, account_id).claims if one.telegram_id != but))


def void_one(work: Work, digest: str) -> None:
    """Makes the link of that hash void."""
    _tell(work, tokens.void_one(work, digest).claims)


def void_ways(work: Work, account_ids: Sequence[str], ways: Collection[Way]) -> None:
    """Makes the unused links of those accounts void that came by one of those ways."""
    _tell(work, tokens.void_ways(work, account_ids, ways).claims)


def void_handout(work: Work, handout: int) -> int:
    """Makes the unused links of that handout void; returns how many could still have been used."""
    done = tokens.void_handout(work, handout)
    _tell(work, done.claims)
    return done.count


def void_alone(work: Work, account_id: str) -> int:
    """Makes the links void that were given to that account alone; returns how many could still have been used."""
    done = tokens.void_alone(work, account_id)
    _tell(work, done.claims)
    return done.count


def _tell(work: Work, claims: Iterable[Claim]) -> None:
    for one in claims:
        person = people.by_account(work, one.account)
        if person is not None:
            said = Notice("claim_void", {"name": person.name})
            outbox.say_later(work, one.telegram_id, said, tongue(one.language or "fr", person.profile))
