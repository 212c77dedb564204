"""Filters and sorts the accounts of the server's lists, as its own console does, and cuts out a page. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from bot.ent.entcore.cards import Card
from bot.ent.lists import Found, Query, Sort
from bot.folding import login_key, words
from bot.terms import Profile

_PROFILES = list(Profile)


def page(query: Query, cards: Iterable[Card], scope: frozenset[str], limit: int, after: str) -> Found:
    """A page of at most `limit` of the cards that the query finds, after the account with the identifier `after`."""
    known = {card.account.id: card for card in cards}
    order = _by_profile if query.sort is Sort.PROFILE else _by_name
    found = sorted(filter(_matching(query, scope), known.values()), key=order)
    rest = found
    if after in known:  # even if the query no longer finds it, for instance because it was blocked since
        last = order(known[after])
        rest = [card for card in found if order(card) > last]
    shown = rest[: max(limit, 0)]
    further = shown[-1].account.id if shown and len(rest) > len(shown) else ""
    return Found(tuple(card.account for card in shown), further, len(found))


def _by_name(card: Card) -> tuple[int, str, str]:
    return 0, card.order, card.account.id


def _by_profile(card: Card) -> tuple[int, str, str]:
    return _PROFILES.index(card.account.profile), card.order, card.account.id


def _matching(query: Query, scope: frozenset[str]) -> Callable[[Card], bool]:
    wanted, login = dict.fromkeys(words(query.words)), login_key(query.words)

    def matches(card: Card) -> bool:
        named = all(any(name.startswith(word) for name in card.names) for word in wanted)
        if query.words and not wanted:  # no letter or digit in them
            return False
        return (named or login in card.logins) and _kept(query, card, scope)

    return matches


def _kept(query: Query, card: Card, scope: frozenset[str]) -> bool:
    """Whether the account passes every filter; an empty filter passes every account."""
    account = card.account
    return (
        (not query.profiles or account.profile in query.profiles)
        and (not query.classes or any(one.id in query.classes for one in account.classes))
        and (not query.groups or not query.groups.isdisjoint(account.groups))
        and (not query.sources or account.source in query.sources)
        and query.activated in (None, account.activated)
        and query.blocked in (None, account.blocked)
        and (not query.duplicates or bool(account.duplicates))
        and (not query.administrators or any(one.id in scope for one in account.administered))
        and _created_within(query, account.created_at)
    )


def _created_within(query: Query, created: datetime | None) -> bool:
    if query.created_from is None and query.created_until is None:
        return True
    if created is None:
        return False
    day = created.astimezone(UTC).date()
    return (query.created_from or day) <= day <= (query.created_until or day)
