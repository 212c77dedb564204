"""What every use-case needs, and how each is run: in one transaction, under its cause, then the courier is woken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.ent.departures import Departures
from bot.ent.directory import Directory
from bot.logs import branch, caused
from bot.storage import people, reaching, requests
from bot.storage.engine import Records
from bot.storage.work import Work, glance, perform
from bot.terms import Done, Letter, Notice, Person, Refusal, Unavailable
from bot.workflows.policy import Policy
from bot.workflows.refusing import refuse_barred, refuse_waiting
from bot.workflows.rules import rights
from bot.workflows.rules.pace import Pace
from bot.workflows.sign_in import SignIn
from bot.workflows.unkept import Export, Give, Whisper, export_nothing, give_nothing, say_nothing

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sent an update, and in which chat; `person` is whom the pressed button was made for, 0 without a button."""

    telegram_id: int
    chat_id: int
    person: int = 0
    language: str = "fr"
    topic: int = 0  #: the topic of the private chat in which they write; 0 where they write in none
    asks: bool = False  #: whether what they do is what a blocked account may still do, to ask why it is
    early: bool = False  #: whether what they do is open to a pupil who waits for a yes
    withdraws: bool = False  #: whether what they do is to read or take back their own yes for a pupil
    own: bool = False  #: whether what they do is to export or erase their own data


@dataclass(slots=True)
class Look:
    """A look at somebody's account in the ENT that is under way, which all who need it wait for."""

    task: asyncio.Task[None]
    until: float  #: on the loop's clock: nobody waits for it any longer


@dataclass(slots=True)
class Turn:
    """One person's turn in a transaction: the work under way, the person, where they write from, and the policy."""

    work: Work
    me: Person
    caller: Caller
    policy: Policy
    passed: list[Person] = field(default_factory=list)  #: the accounts that it was passed to, the last one at the end

    def passed_to(self, person: Person) -> Turn:
        """The turn of another account of the caller's. It acts from then on, and the answer names it."""
        self.passed.append(person)
        return replace(self, me=person)


class Desk:
    """Holds the records, the ENT, the clock and the policy, and runs the use-cases over them."""

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
        self.wake = wake  #: called after a commit that put something into the outbox
        self.bot = 0  #: Telegram's number of the bot that serves
        self.username: Callable[[], str] = str  #: the bot's public name; empty until it is known
        self.letter: Callable[[Letter], tuple[str, str]] = _unworded  #: subject and markup of a message in the ENT
        self.menus = ""  #: a digest of all command menus there are; empty until it is known
        self._stirred: list[asyncio.Event] = []
        self._returned: set[int] = set()  #: Telegram accounts that wrote, and were thought not to be reachable
        self.looks: dict[int, Look] = {}  #: looks at accounts of the ENT that are under way, by the person's `id`
        self.whisper: Whisper = say_nothing
        self.sign_in: SignIn | None = None  #: None where people cannot be linked by the ENT's own login page
        self.give: Give = give_nothing
        self.export: Export = export_nothing
        self.departures: Departures | None = None  #: None where the ENT sees itself to whose time is over
        self.pace = Pace(policy.burst, policy.per_second)

    def stir(self) -> None:
        """Has every ticker look for due work now, before the time it would."""
        for event in self._stirred:
            event.set()

    def stirred(self) -> asyncio.Event:
        """An event that is set at each stir from now on."""
        self._stirred.append(asyncio.Event())
        return self._stirred[-1]

    async def do(self, cause: str, function: Callable[Concatenate[Work, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """Runs the function in one transaction; returns what it returns, once that is committed.

        Raises `Done` where the cause was seen before, and whatever the function raises; then nothing is kept.
        """
        branch(cause)
        try:
            return await self._do(cause, function, *args, **kw)
        finally:
            await self._regain()

    async def _do(self, cause: str, function: Callable[Concatenate[Work, P], T], *args: P.args, **kw: P.kwargs) -> T:
        def job(work: Work) -> T:
            return function(work, *args, **kw)

        try:
            result, told = await perform(self.records, self.clock, cause, job, self.bot)
        except requests.Overtaken:  # somebody else changed the request first: run again on what they left
            result, told = await perform(self.records, self.clock, cause, job, self.bot)
        if told:
            self.wake()
        return result

    async def once(
        self, cause: str, function: Callable[Concatenate[Work, P], T], *args: P.args, **kw: P.kwargs
    ) -> T | None:
        """As `do`, but returns None where the cause was seen before: another replica did it already."""
        with caused(cause):
            try:
                return await self.do(cause, function, *args, **kw)
            except Done:
                return None

    async def put(self, function: Callable[Concatenate[Work, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """As `do`, without a cause: for the house's own bookkeeping, which may be done twice."""
        return await self.do("", function, *args, **kw)

    async def look(self, function: Callable[Concatenate[Work, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """Runs the function in a transaction that only reads; returns what it returns."""
        try:
            return await glance(self.records, self.clock, lambda work: function(work, *args, **kw), self.bot)
        finally:
            await self._regain()

    async def act(
        self, cause: str, caller: Caller, verb: Callable[Concatenate[Turn, P], T], *args: P.args, **kw: P.kwargs
    ) -> T:
        """As `do`, for a verb: it is given the turn of the person who speaks. Refused as `turn` refuses."""

        return await self.do(cause, lambda work: _in_turn(self.turn(work, caller), verb, *args, **kw))

    async def see(self, caller: Caller, view: Callable[Concatenate[Turn, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """As `look`, for a view: it is given the turn of the person who speaks. Refused as `turn` refuses."""

        return await self.look(lambda work: _in_turn(self.turn(work, caller), view, *args, **kw))

    def turn(self, work: Work, caller: Caller) -> Turn:
        """The turn of the person who speaks, within that work.

        Refused where no account is linked, the account cannot log in to the ENT, the person has not accepted the
        current charter, or a pupil waits for a yes and what they do is not open to them before. Without its roles,
        where the ENT has not confirmed them for long.
        """
        me = person_of(work, caller)
        refuse_barred(work, me, caller.asks, caller.withdraws, caller.own)
        work.answers = caller.chat_id
        if not me.reachable or me.doubts:  # whoever writes reads: it is recorded once this transaction has ended
            me.reachable = True
            self._returned.add(caller.telegram_id)
        if not self.policy.ready(me):
            refusal = Refusal("charter-first") if me.speaking else Refusal("charter-first-other", name=me.name)
            refusal.language = me.tongue
            raise refusal
        refuse_waiting(work, me, caller.early or not me.waits)
        return Turn(work, rights.as_believed(me, work.now, self.policy.rights), caller, self.policy)

    def heard(self, telegram_id: int) -> None:
        """Has it recorded, once the transaction under way has ended, that this Telegram account wrote to the bot."""
        self._returned.add(telegram_id)

    async def hatted(self, caller: Caller, notice: Notice) -> Notice:
        """The notice with its hat, where it was made outside of any turn; as it is where a turn made it."""
        if notice.hat is not None or not caller.person:
            return notice
        return replace(notice, hat=await self.look(_hat, caller))

    async def _regain(self) -> None:
        """Records that those who wrote can be reached again; the next chore tells them what waits for them."""
        if not self._returned:
            return
        back, self._returned = self._returned, set()
        with suppress(Unavailable):  # whoever writes again is noticed again
            for telegram_id in back:
                job = partial(reaching.regain, telegram_id=telegram_id)
                _, told = await perform(self.records, self.clock, "", job, self.bot)
                if told:
                    self.wake()
        self.stir()


def _in_turn(turn: Turn, verb: Callable[Concatenate[Turn, P], T], *args: P.args, **kw: P.kwargs) -> T:
    """Runs the verb, and sets the person's language on the notice that it returns or the `Refusal` that it raises.

    One that has a language keeps it: a conversation is in that of the account that began it. The notice also gets
    its hat, where the account that acted is not the one that speaks.
    """
    spoke = turn.me.id if turn.me.speaking else 0
    try:
        said = verb(turn, *args, **kw)
    except Refusal as refusal:
        if refusal.reason in rights.NEED_A_ROLE and unconfirmed(turn.work, turn.policy, turn.caller):
            raise not_confirmed(turn.me) from refusal
        refusal.language = refusal.language or turn.me.tongue
        raise
    if not isinstance(said, Notice):
        return said
    me = turn.passed[-1] if turn.passed else turn.me
    hat = said.hat if said.hat is not None else {} if me.id == spoke else me.hat
    return replace(said, language=said.language or me.tongue, hat=hat)


def _hat(work: Work, caller: Caller) -> dict[str, Any]:
    """The hat of the account that the caller acts as; empty where it is the one that speaks, or is not theirs."""
    person = people.by_id(work, caller.person)
    mine = person is not None and person.telegram_id == caller.telegram_id and not person.speaking
    return person.hat if person is not None and mine else {}


def person_of(work: Work, caller: Caller) -> Person:
    """The person who speaks: whom the pressed button was made for, else the account chosen to speak.

    Where that one cannot log in to the ENT, another one of the chat that can speaks in its place. Refused where that
    button was made for somebody else, or no account is linked.
    """
    if caller.person:
        person = people.by_id(work, caller.person)
        if person is None or person.telegram_id != caller.telegram_id:
            raise Refusal("not-your-button")
    else:
        person = people.speaking(work, caller.telegram_id)
        if person is not None and person.barred:
            person = next((one for one in people.of_telegram(work, caller.telegram_id) if not one.barred), person)
    if person is None:
        raise Refusal("unlinked")
    return person


def unconfirmed(work: Work, policy: Policy, caller: Caller) -> bool:
    """Whether an account of the caller's has roles that the ENT has not confirmed for too long to be believed."""
    mine = people.of_telegram(work, caller.telegram_id)
    return any(rights.unconfirmed(one, work.now, policy.rights) for one in mine)


def not_confirmed(person: Person) -> Refusal:
    """Says to the person that the ENT does not confirm their rights just now, or does not know their account."""
    refusal = Refusal("rights-unconfirmed" if person.gone_at is None else "rights-gone")
    refusal.language = person.tongue
    return refusal


def speaking_as(turn: Turn, person_id: int) -> Turn:
    """The turn of another account of the caller's; the turn as it is where the account is not theirs.

    So a reply to a card counts as said by the account that the card was made for. Refused where that account has not
    accepted its charter.
    """
    person = people.by_id(turn.work, person_id)
    if person is None or person.telegram_id != turn.caller.telegram_id or person.id == turn.me.id:
        return turn
    return pass_to(turn, person)


def pass_to(turn: Turn, person: Person) -> Turn:
    """The turn of another of the caller's accounts; refused where that is barred, waits, or must accept a charter."""
    refuse_barred(turn.work, person, turn.caller.asks, own=turn.caller.own)
    if not turn.policy.ready(person):
        raise Refusal("charter-first-other", name=person.name)
    refuse_waiting(turn.work, person, turn.caller.early or not person.waits)
    return turn.passed_to(rights.as_believed(person, turn.work.now, turn.policy.rights))


def _unworded(letter: Letter) -> tuple[str, str]:
    """The letter of a desk without texts: the school, and the link."""
    return letter.place, letter.link
