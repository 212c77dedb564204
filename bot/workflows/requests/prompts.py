"""Conversations of one question: after a button, each asks for the words that its verb needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.terms import Notice, Saying
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question
from bot.workflows.desk import Turn
from bot.workflows.requests import scenes, telling, verbs

_LIFE = timedelta(days=7)


@dataclass(slots=True)
class Prompt:
    """The number of a request, and the words for it once they are written."""

    number: int
    said: Saying | None = None


def prompt(turn: Turn, action: str, number: int) -> Notice | course.Pending | None:
    """Asks for the words that the verb of that button needs; refused at once where the verb would be refused."""
    scenes.would(scenes.scene(turn, number), action)
    return course.begin(turn, PROMPTS[action], Prompt(number))


def _prompting(action: str, verb: Callable[[Turn, int, Saying], Notice]) -> Conversation[Prompt]:
    def ask(turn: Turn, draft: Prompt) -> Notice:
        return Notice(f"ask_{action}", telling.facts_of(scenes.scene(turn, draft.number, to_change=False).request))

    def finish(turn: Turn, draft: Prompt) -> Notice:
        assert draft.said is not None
        return verb(turn, draft.number, draft.said)

    question = Question(action, lambda _turn, draft: draft.said is None, ask, _hear)
    return Conversation(f"say:{action}", Prompt, (question,), _LIFE, finish)


def _hear(_turn: Turn, draft: Prompt, saying: Saying) -> bool:
    draft.said = saying
    return True


#: by the action of the button
PROMPTS: Mapping[str, Conversation[Prompt]] = {
    "answer": _prompting("answer", verbs.speak),
    "ask": _prompting("ask", verbs.ask),
    "note": _prompting("note", verbs.note),
    "escalate": _prompting("escalate", verbs.escalate),
    "send_back": _prompting("send_back", verbs.send_back),
}
