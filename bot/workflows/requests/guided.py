"""What guided requests share: an answer of one line, and the summary that is sent once it is agreed to."""

from __future__ import annotations

from typing import Protocol

from bot.terms import Button, Refusal, Saying
from bot.workflows.conversations import steps
from bot.workflows.desk import Turn

LONGEST = 200  #: characters of an answer


class Sent(Protocol):
    """The draft of a request that is sent once its summary is agreed to."""

    sent: bool


def one_line(saying: Saying) -> str:
    """The words of an answer on one line; refused where there are none, or too many."""
    found = " ".join(saying.typed.split())
    if not found:
        raise Refusal("text-needed")
    if len(found) > LONGEST:
        raise Refusal("answer-too-long", limit=LONGEST)
    return found


def hear_sum(_turn: Turn, draft: Sent, saying: Saying) -> bool:
    """Sends what the summary shows where the words agree; refused where they do not."""
    if not steps.agrees(saying):
        raise Refusal("press-send")
    draft.sent = True
    return True


def send(_turn: Turn, draft: Sent, _value: str) -> None:
    """The button of the summary: sends what it shows."""
    draft.sent = True


def again(turn: Turn, open_: int) -> tuple[tuple[Button, ...], ...]:
    """The buttons of a summary: to send it, and to look at the same request that is open already, if one is."""
    row = (Button("send", "", turn.me.id, style="success", once=True),)
    return ((Button("open", str(open_), turn.me.id, words=f"n°{open_}"),), row) if open_ else (row,)
