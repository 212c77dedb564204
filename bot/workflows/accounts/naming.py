"""The conversation that asks for a name, after a command about an account was typed without one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.terms import Notice, Refusal, Saying
from bot.workflows.accounts import cards, finding
from bot.workflows.conversations import course, keeping
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.rules.accounts import administration

About = Callable[[Desk, str, Caller, str], Awaitable[Notice | None]]
_AGAIN = ("nobody_found", "choose_account")  #: kinds of answers after which another name may be typed


@dataclass(slots=True)
class Naming:
    """The name that was typed."""

    typed: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A command about an account, and the conversation that asks for the name where none was typed."""

    command: str
    about: About  #: what the command does once a name is typed
    talk: Conversation[Naming]

    async def __call__(self, desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
        """Runs the command on the typed name, and returns its answer; with nothing typed, asks for the name."""
        if not typed:
            return await course.carry_on(desk, cause, caller, await desk.act(cause, caller, _begin, self.talk))
        return await _about(self, desk, cause, caller, typed)


def naming(command: str, about: About) -> Named:
    """Makes the command of that name: `about` is what it does with the name of an account."""

    async def act(desk: Desk, cause: str, caller: Caller, draft: Naming) -> Notice | None:
        return await _about(made, desk, cause, caller, draft.typed)

    def ask(turn: Turn, _draft: Naming) -> Notice:
        administration.scopes(turn.me)
        return Notice(f"whom_{command}")

    question = Question("whom", lambda _turn, draft: not draft.typed, ask, _hear)
    talk = Conversation(f"{finding.WAITING}{command}", Naming, (question,), Waits.DETAILS, act=act, may=_may)
    made = Named(command, about, talk)
    return made


async def _about(named: Named, desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    said = await named.about(desk, cause, caller, typed)
    if said is not None and said.kind in _AGAIN:
        await desk.act(f"{cause}:again", caller, _listen, named.talk)
    return said


def _begin(turn: Turn, talk: Conversation[Naming]) -> Notice | course.Pending | None:
    return course.begin(turn, talk, Naming())


def _may(turn: Turn, _draft: Naming) -> None:
    """Refused where this person administers nobody any more."""
    administration.scopes(turn.me)


def _hear(_turn: Turn, draft: Naming, saying: Saying) -> bool:
    if not saying.text:
        raise Refusal("text-needed")
    draft.typed = saying.text
    return True


def _listen(turn: Turn, talk: Conversation[Naming]) -> None:
    """Waits for another name, unless another conversation was begun meanwhile; one that was set aside comes back."""
    under_way = keeping.pile(turn.work, turn.caller)
    if not under_way or under_way[0]["data"].get("aside"):
        course.begin(turn, talk, Naming())


async def _look_up(desk: Desk, _cause: str, caller: Caller, typed: str) -> Notice:
    return await cards.look_up(desk, caller, typed)


ACCOUNT = naming("account", _look_up)
