"""Articles of the help that may solve what somebody writes, proposed before it becomes a request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from bot.terms import Button, Notice
from bot.workflows import advising
from bot.workflows.desk import Turn
from bot.workflows.rules.screens import Row


class Advised(Protocol):
    """The draft of a conversation in which articles are proposed."""

    advice: str  #: the key of the article that is being read; empty where none is
    solved: bool  #: whether it solved the problem

    @property
    def text(self) -> str:
        """The words that were written."""
        ...


def rows(turn: Turn, draft: Advised) -> tuple[Row, ...]:
    """A row for each article that may solve what was written."""
    near = advising.proposed(turn, draft.text)
    return tuple((Button("advice", one.key, turn.me.id, words=f"💡 {one.title}"),) for one in near)


def reading(_turn: Turn, draft: Advised) -> bool:
    """Whether an article is being read, of which it is to be said whether it helped."""
    return bool(draft.advice) and not draft.solved


def ask(turn: Turn, draft: Advised) -> Notice:
    """The article, and whether it solved the problem."""
    chosen = (Button("solved", "", turn.me.id, style="success"),), (Button("unsolved", "", turn.me.id),)
    return Notice("advice", advising.facts(advising.article(turn, draft.advice)), chosen)


def open_(turn: Turn, draft: Advised, key: str) -> None:
    """Opens an article."""
    advising.opened(turn, advising.article(turn, key))
    draft.advice = key


def close(_turn: Turn, draft: Advised, _value: str = "") -> None:
    """Closes the article: the problem is still there."""
    draft.advice = ""


def solve(_turn: Turn, draft: Advised, _value: str) -> None:
    """Notes that the article solved the problem, so that no request is needed."""
    draft.solved = True


def thank(turn: Turn, draft: Advised) -> Notice:
    """Thanks under the article that solved the problem: nothing was sent."""
    return Notice("advice_solved", advising.helped(turn, advising.article(turn, draft.advice)))


#: what is answered to an article
ANSWERS: Mapping[str, Callable[[Turn, Advised, str], None]] = {"solved": solve, "unsolved": close}
