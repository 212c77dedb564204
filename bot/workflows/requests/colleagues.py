"""The conversation that asks to which colleague a request is handed, with a button for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.terms import Button, Notice, Refusal, Saying
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Turn
from bot.workflows.requests import scenes, verbs


@dataclass(slots=True)
class Handing:
    """The number of a request, and the login of the colleague once one is chosen."""

    number: int
    to: str = ""


def choose(turn: Turn, number: int) -> Notice | course.Pending | None:
    """Asks to whom the request is handed; refused at once where `verbs.colleagues` refuses."""
    verbs.colleagues(scenes.scene(turn, number, to_change=False))
    return course.begin(turn, HANDING, Handing(number))


def _ask(turn: Turn, draft: Handing) -> Notice:
    offered = verbs.colleagues(scenes.scene(turn, draft.number, to_change=False))
    rows = tuple((Button("colleague", str(one.id), turn.me.id, words=one.name, once=True),) for one in offered)
    return Notice("ask_hand", {"number": draft.number}, rows)


def _hear(turn: Turn, draft: Handing, saying: Saying) -> bool:
    if not saying.text:
        raise Refusal("text-needed")
    offered = verbs.colleagues(scenes.scene(turn, draft.number, to_change=False))
    draft.to = verbs.named(offered, draft.number, saying.text).login
    return True


def _pick(turn: Turn, draft: Handing, chosen: str) -> None:
    offered = verbs.colleagues(scenes.scene(turn, draft.number, to_change=False))
    login = next((one.login for one in offered if str(one.id) == chosen), "")
    if not login:
        raise Refusal("old-button")
    draft.to = login


def _finish(turn: Turn, draft: Handing) -> Notice:
    return verbs.hand(turn, draft.number, draft.to)


HANDING = Conversation(
    "handing",
    Handing,
    (Question("colleague", lambda _turn, draft: not draft.to, _ask, _hear, {"colleague": _pick}),),
    timedelta(days=1),
    finish=_finish,
)
