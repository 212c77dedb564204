"""Losing a phone: the links that were shown in a chat which an account leaves are void, though nobody used them."""

from __future__ import annotations

from datetime import timedelta

from bot.storage import interventions, outbox, people, requests, tokens
from bot.storage.tokens import Token
from bot.storage.work import Work
from bot.terms import Notice, Person, Way
from bot.workflows.people import givers, voiding

_LONGEST = timedelta(days=365)  #: no link lives longer


def void_shown(work: Work, person: Person, chat: int) -> None:
    """Makes void the links that a chat which the person has left was shown: those opened there, and those they gave.

    Where other accounts stay in the chat and this one is linked nowhere, the phone is not lost: what was opened there
    stays good. The person is told on their new phone, else the chat is; whoever gave one of these links is, too.
    To be called once the person has left.
    """
    lost = person.telegram_id is not None or not people.of_telegram(work, chat)
    shown = [*(tokens.opened_in(work, chat) if lost else ()), *_given(work, person)]
    links = {one.hash: one for one in shown if one.account != person.account}
    for token in links.values():
        voiding.void_one(work, token.hash)
        requests.write_event(work, None, person.id, "link_lost", {"account": token.account})
        givers.tell(work, token, people.by_account(work, token.account), "phone", person.telegram_id)
    if not links:
        return
    facts = {"count": len(links), "names": "", "listed": False}
    if person.telegram_id is None:
        outbox.say_later(work, chat, Notice("links_void", facts), person.tongue)
        return
    names = ", ".join(one.name for one in people.of_accounts(work, [one.account for one in links.values()]))
    outbox.tell(work, person, Notice("links_void", facts | {"names": names, "listed": bool(names)}))


def _given(work: Work, person: Person) -> list[Token]:
    """The links by hand that the person was the last to give to their accounts, and that can still be used."""
    accounts = interventions.accounts_of(work, givers.GIVE, person.id, work.now - _LONGEST)
    return [one for one in tokens.by_way(work, accounts, Way.GIVEN) if _last(work, one, person)]


def _last(work: Work, token: Token, person: Person) -> bool:
    act = interventions.newest(work, givers.GIVE, token.account)
    return act is not None and act.person == person.id
