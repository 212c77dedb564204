"""Carries the outbox to the chats: claims, words, sends, marks. It knows no transport but the sender it was given.

One notice of a chat is under way at a time, so a chat hears things in their order; chats do not wait for each other.
In one transaction it writes down what became of those that are through, and takes the next in hand.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from bot import meters, texts
from bot.living import Beat
from bot.logs import caused
from bot.stopping import GRACE
from bot.storage import deliveries, outbox, people
from bot.storage.deliveries import Parcel
from bot.storage.work import Work
from bot.terms import Attachment, Person, Refusal, Unavailable
from bot.texts.speech import Speech
from bot.workflows import carrying, nouns
from bot.workflows.carrying import Ended, Hands, Round
from bot.workflows.desk import Desk
from bot.workflows.rules.retry import Gone, NotWritten, Outcome, Rejected, Sent

log = logging.getLogger(__name__)

_LEASE = timedelta(seconds=15)  # made longer at each look, while its courier lives
_TOGETHER = 40  # chats served at once
_IN_A_ROUND = 8  # chats: to word more at once would keep others waiting
_LOOK = 5.0  # seconds until the outbox is looked at again unasked, and what is under way is seen to
_BREATH = 0.05  # seconds at least between two looks unasked
_RECORDS_AWAY = 1.0  # seconds until records out of reach are tried again


Ready = Outcome | Callable[[], Awaitable[Outcome]]
"""How to say a notice; or what became of it, where nothing is to be said."""


class Sender(Protocol):
    """What carries a notice out; each method says what became of it."""

    async def say(self, chat_id: int, speech: Speech) -> Outcome: ...

    async def edit(self, chat_id: int, message_id: int, speech: Speech) -> Outcome: ...

    async def files(self, chat_id: int, attachments: Sequence[Attachment]) -> Outcome: ...

    async def delete(self, chat_id: int, message_id: int) -> Outcome: ...

    async def menu(self, chat_id: int, commands: Sequence[tuple[str, str]]) -> Outcome: ...


class Courier:
    """One process's courier; any number may share an outbox, unless it was promised to be `alone`."""

    def __init__(self, desk: Desk, sender: Sender, alone: bool = True) -> None:
        self._alone = alone  #: no other courier shares the outbox
        self._desk = desk
        self._sender = sender
        self._woken = asyncio.Event()
        self._carrying: dict[asyncio.Task[None], Parcel] = {}
        self._begun: set[int] = set()  #: of those: handed to the sender, so that they may have arrived
        self._ended: list[Ended] = []  #: what became of it is known here alone
        self._unheard: set[datetime] = set()  #: claims until then may have been made, and nobody heard which
        self._seen_to: datetime | None = None  #: when the claims were last looked after

    def wake(self) -> None:
        """Says that something was put into the outbox."""
        self._woken.set()

    async def run(self, stop: asyncio.Event, beat: Beat = lambda: None) -> None:
        """Carries until `stop`, then ends what is under way and gives the rest back."""
        cleared = not self._alone
        while not stop.is_set():
            beat()
            self._woken.clear()
            try:
                if not cleared:  # what was claimed before a crash need not wait for its lease to end
                    carrying.report(await self._desk.put(deliveries.abandon))
                    cleared = True
                pause = await self._round()
            except Unavailable as error:
                log.warning("The outbox cannot be read just now: %s", error)
                pause = _RECORDS_AWAY if self._ended else _LOOK
            await self._wait(stop, pause)
        await self._finish()

    async def _wait(self, stop: asyncio.Event, pause: float) -> None:
        """Until something is put in, a notice is through, `stop`, or the next one is due."""
        waiting = [asyncio.ensure_future(self._woken.wait()), asyncio.ensure_future(stop.wait())]
        try:
            await asyncio.wait(waiting, timeout=pause, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waiting:
                one.cancel()

    async def _round(self) -> float:
        """Writes down what is through, and sends what may go; seconds until more may."""
        now, ended = self._desk.clock(), list(self._ended)
        hands = Hands(
            until=now + _LEASE,
            free=min(_IN_A_ROUND, _TOGETHER - len(self._carrying)),
            full=frozenset(parcel.id for parcel in self._carrying.values()),
            unheard=frozenset(self._unheard),
            tend=self._seen_to is None or now - self._seen_to >= timedelta(seconds=_LOOK),
        )
        self._unheard.add(hands.until)
        done = await self._done(hands, ended)
        del self._ended[: len(ended)]
        self._unheard.clear()
        self._seen_to = now if hands.tend else self._seen_to
        for (parcel, _), became in zip(ended, done.became, strict=True):
            self._tell(parcel, became)
        carrying.report(done.lost)
        for parcel, ready in done.claimed:
            self._begin(parcel, ready)
        meters.PAUSE.set(done.closed)
        seconds = (done.due - now).total_seconds() if done.due else _LOOK
        return min(_LOOK, max(_BREATH, seconds, done.closed))

    async def _done(self, hands: Hands, ended: list[Ended]) -> Round[Ready | None]:
        """A round; one that cannot be done as a whole is done piece by piece, and nothing of it is worded yet."""
        limits = self._desk.policy.limits
        try:
            return await self._desk.put(carrying.go_round, hands, ended, limits, self._prepare)
        except Unavailable:
            raise
        except Exception:
            log.exception("Notices could not be treated together; each is treated by itself")
        became = [await self._settle(*one) for one in ended]
        done = await self._desk.put(carrying.go_round, hands, (), limits, self._later)
        return replace(done, became=became)

    def _later(self, _work: Work, _parcel: Parcel) -> Ready | None:
        """Leaves the wording to whoever carries the notice."""
        return None

    async def _settle(self, parcel: Parcel, outcome: Outcome) -> str:
        """What is written down of one notice; where that fails, its claim ends by itself and leaves it in doubt."""
        try:
            return await self._desk.put(carrying.settle, parcel, outcome)
        except Unavailable:
            raise
        except Exception:
            log.exception("Notice %s of kind %s could not be treated", parcel.id, parcel.kind)
            return "uncertain"

    def _begin(self, parcel: Parcel, ready: Ready | None) -> None:
        task = asyncio.create_task(self._carry(parcel, ready))
        self._carrying[task] = parcel
        task.add_done_callback(self._carried)

    def _carried(self, task: asyncio.Task[None]) -> None:
        self._begun.discard(self._carrying.pop(task).id)
        self._woken.set()

    async def _carry(self, parcel: Parcel, ready: Ready | None) -> None:
        with caused(parcel.dedupe):
            self._ended.append((parcel, await self._outcome(parcel, ready)))

    async def _outcome(self, parcel: Parcel, ready: Ready | None) -> Outcome:
        try:
            if ready is None:
                ready = await self._desk.look(self._prepare, parcel)
            if not callable(ready):
                return ready
            self._begun.add(parcel.id)
            return await ready()
        except Unavailable as error:  # before anything was said
            return NotWritten(str(error))
        except Exception as error:  # a notice that cannot be worded must not stop those behind it
            log.exception("Notice %s of kind %s cannot be worded", parcel.id, parcel.kind)
            return Rejected(type(error).__name__)

    def _tell(self, parcel: Parcel, became: str) -> None:
        seconds = (self._desk.clock() - parcel.at).total_seconds()
        meters.notice(parcel.kind, became, seconds)
        with caused(parcel.dedupe):
            log.log(
                logging.INFO if became in ("sent", "queued") else logging.WARNING,
                "Notice %s (%s) is %s after %s attempts and %.0f ms",
                *(parcel.id, parcel.kind, became, parcel.attempts + 1, 1000 * seconds),
            )

    def _prepare(self, work: Work, parcel: Parcel) -> Ready:
        chat, message = parcel.chat_id, parcel.message_id
        if parcel.kind == "delete":
            assert message is not None
            return partial(self._sender.delete, chat, message)
        if parcel.kind == "refresh" and deliveries.supersede(work, parcel):
            return Sent()  # a later edit of the same card does it better
        person, speech = self._word(work, parcel)
        if parcel.person is not None and (person is None or person.telegram_id != chat):
            return Gone("no longer linked")
        if parcel.kind == "files":
            return partial(self._sender.files, chat, [Attachment(**f) for f in parcel.payload["files"]])
        if parcel.kind == "menu":
            assert person is not None
            menu = texts.commands(nouns.menu(person.roles), person.language)
            return partial(self._sender.menu, chat, menu)
        assert speech is not None
        if parcel.kind == "refresh":
            assert message is not None
            return partial(self._sender.edit, chat, message, speech)
        return partial(self._sender.say, chat, speech)

    def _word(self, work: Work, parcel: Parcel) -> tuple[Person | None, Speech | None]:
        person = people.by_id(work, parcel.person) if parcel.person is not None else None
        language = person.language if person else parcel.payload.get("language") or "fr"
        if parcel.kind == "notice":
            return person, texts.word(outbox.notice_from_json(parcel.payload), language)
        if parcel.kind == "refusal":
            return person, texts.refuse(Refusal(parcel.payload["reason"], **parcel.payload["facts"]), language)
        about = parcel.payload.get("about", "") or (f"request:{parcel.request}" if parcel.request else "")
        if parcel.kind not in ("card", "screen", "refresh") or person is None or not about:
            return person, None
        try:
            card = nouns.draw(work, self._desk.policy, person, about)
        except Refusal as refusal:  # it left this person's sight meanwhile
            return person, texts.refuse(refusal, language)
        headline, facts = parcel.payload.get("headline", ""), parcel.payload.get("facts", {})
        return person, texts.word_card(card, headline, facts, language)

    async def _finish(self) -> None:
        loop = asyncio.get_running_loop()
        latest = loop.time() + GRACE
        if self._carrying:
            await asyncio.wait(set(self._carrying), timeout=GRACE)
        tasks, left, begun = list(self._carrying), {parcel.id for parcel in self._carrying.values()}, set(self._begun)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        while True:
            try:
                return await self._give_back(left - begun, begun)
            except Unavailable as error:
                if loop.time() >= latest:  # their lease will end
                    return log.warning("What was under way could not be given back: %s", error)
            await asyncio.sleep(_RECORDS_AWAY)

    async def _give_back(self, unsaid: set[int], begun: set[int]) -> None:
        while self._ended:
            self._tell(self._ended[0][0], await self._settle(*self._ended[0]))
            self._ended.pop(0)
        if unsaid or begun:
            await self._desk.put(deliveries.give_back, unsaid)
            carrying.report(await self._desk.put(deliveries.abandon, begun))
