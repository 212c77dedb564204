"""What every use-case needs, and the one way a verb is run: opened with its cause, committed, the courier woken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from bot.ent.directory import Directory
from bot.logs import branch, caused
from bot.storage import people, requests
from bot.storage.engine import Records
from bot.storage.work import Work, glance, perform
from bot.terms import Done, Notice, Person, Refusal
from bot.workflows.policy import Policy
from bot.workflows.rules.pace import Pace

P = ParamSpec("P")
T = TypeVar("T")


class Whisper(Protocol):
    """Says a secret in a chat at once, past the outbox, which would keep it."""

    async def __call__(self, chat_id: int, secret: Notice, into: int = 0) -> int:
        """The number of the message, a new one or the one it was put `into`; 0 where it failed."""
        ...


@dataclass(frozen=True, slots=True)
class Caller:
    """Who brought an update, and in which chat; `person` is the account that a button was made for."""

    telegram_id: int
    chat_id: int
    person: int = 0
    language: str = "fr"


@dataclass(slots=True)
class Turn:
    """One person's turn: the work under way, who they are, where they are."""

    work: Work
    me: Person
    caller: Caller
    policy: Policy


class Desk:
    """The records, the ENT, the clock and the policy, and the running of verbs."""

    def __init__(
        self,
        records: Records,
        directory: Directory,
        policy: Policy,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        self.records = records
        self.directory = directory
        self.policy = policy
        self.clock = clock
        self.wake = wake  #: says that something was put into the outbox
        self._stirred: list[asyncio.Event] = []
        self.whisper: Whisper = _mute
        self.pace = Pace(policy.burst, policy.per_second)

    def stir(self) -> None:
        """Says that something is due now that time alone would bring later."""
        for event in self._stirred:
            event.set()

    def stirred(self) -> asyncio.Event:
        """An event that is set at each stir from now on."""
        self._stirred.append(asyncio.Event())
        return self._stirred[-1]

    async def do(self, cause: str, function: Callable[Concatenate[Work, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """What the function returns, committed; raises `Done` where the cause was seen before, or its `Refusal`."""
        branch(cause)

        def job(work: Work) -> T:
            return function(work, *args, **kw)

        try:
            result, told = await perform(self.records, self.clock, cause, job)
        except requests.Overtaken:  # somebody was quicker: look again at what they left
            result, told = await perform(self.records, self.clock, cause, job)
        if told:
            self.wake()
        return result

    async def once(
        self, cause: str, function: Callable[Concatenate[Work, P], T], *args: P.args, **kw: P.kwargs
    ) -> T | None:
        """The same for what time brings: None where another replica did it already."""
        with caused(cause):
            try:
                return await self.do(cause, function, *args, **kw)
            except Done:
                return None

    async def put(self, function: Callable[Concatenate[Work, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """The same for the house's own bookkeeping, which no cause brings about."""
        return await self.do("", function, *args, **kw)

    async def look(self, function: Callable[Concatenate[Work, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """What the function reads; it must not write."""
        return await glance(self.records, self.clock, lambda work: function(work, *args, **kw))

    async def act(
        self, cause: str, caller: Caller, verb: Callable[Concatenate[Turn, P], T], *args: P.args, **kw: P.kwargs
    ) -> T:
        """What the verb returns for the person who speaks there; refused for whom no account is linked."""

        return await self.do(cause, lambda work: _in_turn(self.turn(work, caller), verb, *args, **kw))

    async def see(self, caller: Caller, view: Callable[Concatenate[Turn, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """The same for what only reads, and so needs no cause."""

        return await self.look(lambda work: _in_turn(self.turn(work, caller), view, *args, **kw))

    def turn(self, work: Work, caller: Caller) -> Turn:
        """The turn of the person who speaks, within a work under way; refused before they accept the charter."""
        me = person_of(work, caller)
        charter = self.policy.charters[me.profile]
        if me.charter < charter.version:
            refusal = Refusal("charter-first")
            refusal.language = me.language
            raise refusal
        return Turn(work, me, caller, self.policy)


def _in_turn(turn: Turn, verb: Callable[Concatenate[Turn, P], T], *args: P.args, **kw: P.kwargs) -> T:
    """Runs the verb, and marks what it says, yes or no, with the language of whom it is said to."""
    try:
        said = verb(turn, *args, **kw)
    except Refusal as refusal:
        refusal.language = turn.me.language
        raise
    return replace(said, language=turn.me.language) if isinstance(said, Notice) else said


def person_of(work: Work, caller: Caller) -> Person:
    """The account that speaks: the one a button was made for, else the one chosen; a `Refusal` for strangers."""
    if caller.person:
        person = people.by_id(work, caller.person)
        if person is None or person.telegram_id != caller.telegram_id:
            raise Refusal("not-your-button")
    else:
        person = people.speaking(work, caller.telegram_id)
    if person is None:
        raise Refusal("unlinked")
    return person


def speaking_as(turn: Turn, person_id: int) -> Turn:
    """The turn of another account, if it is one of the caller's: its cards and edits stay its own."""
    person = people.by_id(turn.work, person_id)
    if person is None or person.telegram_id != turn.caller.telegram_id:
        return turn
    return replace(turn, me=person)


async def _mute(chat_id: int, secret: Notice, into: int = 0) -> int:
    """The whisper of a desk that nobody gave a voice."""
    return 0
