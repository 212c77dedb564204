"""What the messages of a conversation show, and its buttons say, once it is over or asks its question elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.storage import endings, outbox
from bot.storage.work import Work
from bot.terms import Notice, Person, Refusal
from bot.workflows.desk import Caller
from bot.workflows.policy import Policy

DONE, CANCELLED = "done", "cancelled"  #: what became of a conversation that is over
MOVED, ENDED = "moved_on", "ended"  #: what the message of choices shows, once they are made elsewhere, or all is done
STAYS = (
    "stays"  #: in place of these: its words stay, and only its buttons go; a conversation may end in its own words
)


def left_behind(work: Work, caller: Caller, data: Mapping[str, Any], message_id: int) -> None:
    """Changes the message in which a kept conversation showed choices, where it asks in another message now."""
    before = data.get("asked_in", 0)
    if before not in (0, message_id):
        work.because(f"moved:{data['serial']}:{message_id}")
        change(work, caller, before, data["person"], data.get("shown", ""), MOVED)


def change(work: Work, caller: Caller, message_id: int, person: int, shown: str, to: str, number: int = 0) -> None:
    """Queues that a message says what became of its choices, and has no buttons any more; nothing if it has none.

    `shown` is that of the conversation, `number` the request that its words went to.
    """
    if shown == STAYS and to in (MOVED, ENDED):
        outbox.bare(work, caller.chat_id, message_id)
    elif shown:
        outbox.redraw(work, caller.chat_id, message_id, person, f"{to}:{number}")


def check(work: Work, caller: Caller, target: str) -> None:
    """Refused where the conversation of a button with that target is known to be over: the refusal says how."""
    became, number = endings.of(work, caller.chat_id, target.partition(":")[0])
    if became == CANCELLED:
        raise Refusal("already-cancelled")
    if became == DONE:
        raise Refusal("already-sent", number=number) if number else Refusal("already-done")


def moved_on(_work: Work, _policy: Policy, _person: Person, _number: int) -> Notice:
    """What takes the place of choices that are made further down."""
    return Notice("moved_on")


def ended(_work: Work, _policy: Policy, _person: Person, number: int) -> Notice:
    """What takes the place of choices once all is done; with the number of the request that the words went to."""
    return Notice("ended", {"number": number, "filed": number > 0})
