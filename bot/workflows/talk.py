"""Chats, apart from requests: the flood limit, answers said later, who can be reached, updates that are parked."""

from __future__ import annotations

import hashlib
import time
from contextlib import AbstractContextManager
from datetime import datetime

from bot.storage import journal, outbox, people, quotas, reaching
from bot.storage.parking import park
from bot.storage.work import Work, acting
from bot.terms import Notice, Refusal
from bot.workflows.desk import Caller, Desk, not_confirmed, person_of, unconfirmed
from bot.workflows.requests import serving, telling
from bot.workflows.rules.pace import Admission
from bot.workflows.rules.rights import NEED_A_ROLE, NEED_ANY_ROLE

WITH_A_LINK = frozenset(
    {
        *("old-token", "account-gone", "account-unseen", "link-later", "link-of-agent"),
        *("sign-in-over", "sign-in-elsewhere"),
    }
)
"""Reasons that only somebody meets who holds a link, or came back from a sign-in, that was made here.

They are no noise of strangers: they count in no limit, and none keeps them back.
"""

FOR_STRANGERS = WITH_A_LINK | {"bad-token", "flood", "trouble", "unlinked"}
"""Reasons said without looking up whose account it is: their sentences say neither *tu* nor *vous*."""

_HELP = frozenset({"afraid", "help_lines"})  # kinds of notices that say whom a frightened child can call
_COMINGS = 10  # times in an hour that others are told of somebody's going


def within(caller: Caller) -> AbstractContextManager[None]:
    """Until its end, all that is put into the outbox for the caller's chat goes to the topic in which they write."""
    return acting(caller.chat_id, caller.topic)


def admit(desk: Desk, key: int, album: str = "", tells: bool = True) -> Admission:
    """Whether one more update of that Telegram account is taken now; files of one album count as one update.

    `key` is the number of the account, or another number that none has. For `tells`, see `Pace.admit`.
    """
    if not desk.policy.limits:
        return Admission.ADMIT
    return desk.pace.admit(key, time.monotonic(), album, tells)


async def is_stranger(desk: Desk, caller: Caller) -> bool:
    """Whether no account is linked to the caller's Telegram account."""
    return await desk.look(people.speaking, caller.telegram_id) is None


async def say_later(desk: Desk, cause: str, caller: Caller, said: Notice | Refusal) -> None:
    """Queues an answer that could not be said at once, for the courier.

    Whom a frightened child can call is queued beside any other answer to the same message, and `hush` leaves it.
    """
    language = said.language or caller.language
    kind = outbox.HELP if isinstance(said, Notice) and said.kind in _HELP else outbox.ANSWER
    await desk.once(f"{kind}:{cause}", outbox.say_later, caller.chat_id, said, language)


async def replace_later(desk: Desk, cause: str, caller: Caller, notice: Notice, message_id: int) -> None:
    """Queues an answer that takes the place of a message and could not at once, for the courier."""
    later = f"{outbox.ANSWER}:{message_id}:{cause}"
    language = notice.language or caller.language
    await desk.once(later, outbox.replace_later, caller.chat_id, message_id, notice, language)


async def bare_later(desk: Desk, cause: str, chat_id: int, message_id: int) -> None:
    """Queues that the buttons of a message are removed, which could not be done at once."""
    await desk.once(f"bare:{message_id}:{cause}", outbox.bare, chat_id, message_id)


async def hush(desk: Desk, caller: Caller) -> None:
    """Drops the answers queued for somebody who floods: the next message they read tells them to slow down.

    Whom a frightened child can call stays queued.
    """
    await desk.put(outbox.hush, caller.chat_id)


async def reachable(desk: Desk, cause: str, telegram_id: int, can_be: bool, at: datetime | None = None) -> None:
    """Notes whether the bot can write to a Telegram account: its owner blocked the bot, or unblocked it.

    Whoever treats their requests, or shares their desk, is told at once that they do not read; not any more for a
    while where they go and come back again and again. Nothing is written for a Telegram account to which no account
    is linked, and nothing where it was known that its owner blocked the bot. Nor where that was before another change
    that is known: `at` is when it was, on Telegram's clock, which alone compares what replicas take in any order.
    """

    def write(work: Work) -> None:
        if at is not None and not people.moved(work, telegram_id, at):
            return
        if can_be:
            reaching.regain(work, telegram_id)
            people.heard(work, telegram_id)  # a message refused before that does not say that they are gone
            return
        for person in people.of_telegram(work, telegram_id):
            if people.lose(work, person) and quotas.full_until(work, person.id, (telling.AWAY,), _COMINGS) is None:
                serving.gone(work, person)

    known = await desk.look(people.of_telegram, telegram_id)
    if any(can_be or person.reachable for person in known):
        await desk.once(cause, write)
        desk.stir()


async def put_aside(desk: Desk, body: str, reason: str) -> None:
    """Parks an update that no code could treat, for an operator to read and replay. A second time changes nothing."""
    body, reason = storable(body), storable(reason)
    digest = hashlib.sha256(body.encode()).hexdigest()
    await desk.once(f"park:{digest}", park, body, reason)


def storable(text: str) -> str:
    """The text with the characters that no database stores (lone surrogates, NUL) written as JSON escapes."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\u0000")


async def addressed(desk: Desk, caller: Caller, refusal: Refusal) -> Refusal:
    """The refusal to say to that caller: in their language, or "unlinked" where no account is linked.

    A refusal whose language is set, or whose reason is in `FOR_STRANGERS`, is returned as it is. So is, where
    no account is linked, what the ENT declined: their link is good, and the ENT does not answer.
    """
    if refusal.reason in NEED_A_ROLE and await desk.look(unconfirmed, desk.policy, caller):
        refusal = Refusal("rights-unconfirmed")
    elif refusal.reason in NEED_ANY_ROLE and await desk.look(_lost_all, caller):
        refusal = Refusal("no-longer-administrator")
    if refusal.language or refusal.reason in FOR_STRANGERS:
        return refusal
    try:
        person = await desk.look(person_of, Caller(caller.telegram_id, caller.chat_id))
    except Refusal as unlinked:
        return refusal if refusal.reason.startswith("ent-") else unlinked
    if refusal.reason == "rights-unconfirmed":
        return not_confirmed(person)
    refusal.language = person.tongue
    return refusal


def _lost_all(work: Work, caller: Caller) -> bool:
    """Whether an account of the caller's answered at some desk once, and none does any more."""
    mine = people.of_telegram(work, caller.telegram_id)
    return not any(one.roles for one in mine) and any(journal.answered(work, one.id) for one in mine)
