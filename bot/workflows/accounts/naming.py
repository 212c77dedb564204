"""The conversation that asks for a name, after a command about an account was typed without one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace

from bot.terms import Account, Button, Level, Notice, Person, Refusal, Saying
from bot.workflows import hats
from bot.workflows.accounts import cards, finding
from bot.workflows.conversations import course, keeping
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.declaring import AGENTS
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
    levels: Collection[Level]  #: the levels whose agents it is for
    readings: Callable[[str], Sequence[str]]  #: the names that the typed words may be, the longest first

    async def __call__(self, desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
        """Runs the command on the typed name, and returns its answer; with nothing typed, asks for the name."""
        if not typed:
            return await course.carry_on(desk, cause, caller, await desk.act(cause, caller, _begin, self.talk))
        return await _about(self, desk, cause, caller, typed)


def naming(
    command: str,
    about: About,
    levels: Collection[Level] = AGENTS,
    readings: Callable[[str], Sequence[str]] = lambda typed: [typed],
    beside: Sequence[str] = (),
) -> Named:
    """Makes the command of that name: `about` is what it does with the name of an account.

    `beside` has the actions of buttons under the question for the name: what may be done without one.
    """

    async def act(desk: Desk, cause: str, caller: Caller, draft: Naming) -> Notice | None:
        return await _about(made, desk, cause, caller, draft.typed)

    def ask(turn: Turn, _draft: Naming) -> Notice:
        administration.scopes(turn.me)
        return Notice(f"whom_{command}", {}, tuple((Button(action, "", turn.me.id),) for action in beside))

    question = Question("whom", lambda _turn, draft: not draft.typed, ask, _hear)
    talk = Conversation(f"{finding.WAITING}{command}", Naming, (question,), Waits.DETAILS, act=act, may=_may)
    made = Named(command, about, talk, levels, readings)
    return made


async def _about(named: Named, desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    said = await _as_whoever_finds(named, desk, cause, caller, typed)
    if said is not None and said.kind in _AGAIN:
        await desk.act(f"{cause}:again", caller, _listen, named.talk)
    return said


async def _as_whoever_finds(named: Named, desk: Desk, cause: str, caller: Caller, typed: str) -> Notice | None:
    """Runs the command as the account of the caller's that finds what was typed, theirs if it finds all of it.

    Where several find different accounts, offers all of these, each to the account that found it.
    """
    mine = await desk.see(caller, hats.able, named.levels)
    if not mine:
        return await named.about(desk, cause, caller, typed)
    name, finds = await _finds(named, desk, caller, mine, typed) if len(mine) > 1 else (typed, [])
    every = {account.id: account for _, found in reversed(finds) for account in found}
    for person, found in finds or [(mine[0], [])]:
        if len(found) == len(every):
            said = await named.about(desk, cause, replace(caller, person=person.id), typed)
            return hats.as_person(said, person) if said is not None else None
    seen_by = {account.id: person for person, found in reversed(finds) for account in found}
    return finding.choose(mine[0], named.command, name, list(every.values()), seen_by=seen_by)


async def _finds(
    named: Named, desk: Desk, caller: Caller, mine: Sequence[Person], typed: str
) -> tuple[str, list[tuple[Person, list[Account]]]]:
    """The longest name that one of these accounts finds, and what they find; without those that find nothing."""
    able = []
    for one in mine:
        try:
            able.append(await finding.administrator(desk, replace(caller, person=one.id)))
        except Refusal:  # it lost its rights since
            continue
    for name in named.readings(typed):
        found = [(one, await finding.named(desk, one, name)) for one in able]
        if some := [pair for pair in found if pair[1]]:
            return name, some
    return typed, []


def _begin(turn: Turn, talk: Conversation[Naming]) -> Notice | course.Pending | None:
    return course.begin(turn, talk, Naming())


def _may(turn: Turn, _draft: Naming) -> None:
    """Refused where this person administers nobody any more."""
    administration.scopes(turn.me)


def _hear(_turn: Turn, draft: Naming, saying: Saying) -> bool:
    if not saying.text:
        raise Refusal("text-needed")
    draft.typed = saying.typed
    return True


def _listen(turn: Turn, talk: Conversation[Naming]) -> None:
    """Waits for another name, unless another conversation was begun meanwhile; one that was set aside comes back."""
    under_way = keeping.pile(turn.work, turn.caller)
    if not under_way or under_way[0]["data"].get("aside"):
        course.begin(turn, talk, Naming())


async def _look_up(desk: Desk, _cause: str, caller: Caller, typed: str) -> Notice:
    return await cards.look_up(desk, caller, typed)


ACCOUNT = naming("account", _look_up)
