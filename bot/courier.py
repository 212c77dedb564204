"""Carries the outbox to the chats: claims, words, sends, marks. It knows no transport but the sender it was given.

One notice of a chat is under way at a time, so a chat hears things in their order; chats do not wait for each other.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from bot import texts
from bot.storage import outbox, people, requests
from bot.storage import screens as lively
from bot.storage.outbox import Parcel
from bot.storage.work import Work
from bot.terms import Attachment, Person, Refusal, Unavailable
from bot.texts.speech import Speech
from bot.workflows import notices, screens
from bot.workflows.desk import Desk
from bot.workflows.rules.budget import Budget
from bot.workflows.rules.retry import Gone, Moved, Outcome, Rejected, Retry, Sent, decide

log = logging.getLogger(__name__)

_LEASE = timedelta(seconds=60)  # a claim that its holder never settled is free again after this
_TOGETHER = 40  # chats served at once
_LOOK = 5.0  # seconds until the outbox is looked at again unasked


class Sender(Protocol):
    """What carries a notice out; each method says what became of it."""

    async def say(self, chat_id: int, speech: Speech, *, topic: int | None = None) -> Outcome: ...

    async def edit(self, chat_id: int, message_id: int, speech: Speech) -> Outcome: ...

    async def files(self, chat_id: int, attachments: Sequence[Attachment]) -> Outcome: ...

    async def delete(self, chat_id: int, message_id: int) -> Outcome: ...

    async def menu(self, chat_id: int, commands: Sequence[tuple[str, str]]) -> Outcome: ...


class Courier:
    """One process's courier; any number may share an outbox, unless it was promised to be `alone`."""

    def __init__(self, desk: Desk, sender: Sender, budget: Budget, alone: bool = True) -> None:
        self._alone = alone  #: no other courier shares the outbox
        self._desk = desk
        self._sender = sender
        self._budget = budget
        self._woken = asyncio.Event()
        self._carrying: dict[asyncio.Task[None], Parcel] = {}

    def wake(self) -> None:
        """Says that something was put into the outbox."""
        self._woken.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Carries until `stop`, then ends what is under way and gives the rest back."""
        fresh = self._alone
        while not stop.is_set():
            self._woken.clear()
            try:
                if fresh:  # what was claimed before a crash need not wait for its lease to end
                    await self._desk.put(outbox.release)
                    fresh = False
                await self._claim()
                pause = await self._pause()
            except Unavailable as error:
                log.warning("The outbox cannot be read just now: %s", error)
                pause = _LOOK
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

    async def _pause(self) -> float:
        due = await self._desk.look(outbox.next_due)
        seconds = (due - self._desk.clock()).total_seconds() if due else _LOOK
        return min(_LOOK, max(0.05, seconds))

    async def _claim(self) -> None:
        free = _TOGETHER - len(self._carrying)
        if free <= 0:
            return
        now = self._desk.clock()
        for parcel in await self._desk.put(outbox.claim, now + _LEASE, free):
            task = asyncio.create_task(self._carry(parcel))
            self._carrying[task] = parcel
            task.add_done_callback(self._carried)

    def _carried(self, task: asyncio.Task[None]) -> None:
        self._carrying.pop(task, None)
        self._woken.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("A notice could not be treated; it is tried again", exc_info=error)

    async def _carry(self, parcel: Parcel) -> None:
        wait = self._budget.wait(parcel.chat_id, asyncio.get_running_loop().time(), edit=parcel.kind == "refresh")
        if wait:
            await asyncio.sleep(wait)
        try:
            outcome = await self._send(parcel)
        except Unavailable:
            raise
        except Exception as error:  # a notice that cannot be worded must not stop those behind it
            log.exception("Notice %s of kind %s cannot be worded", parcel.id, parcel.kind)
            outcome = Rejected(f"{type(error).__name__}: {error}")
        await self._desk.put(_settle, parcel, outcome)

    async def _send(self, parcel: Parcel) -> Outcome:
        if parcel.kind == "refresh":
            return await self._refresh(parcel)
        if parcel.kind == "delete":
            assert parcel.message_id is not None
            return await self._sender.delete(parcel.chat_id, parcel.message_id)
        person, speech = await self._desk.look(self._word, parcel)
        if parcel.person is not None and (person is None or person.telegram_id != parcel.chat_id):
            return Gone("no longer linked")
        if parcel.kind == "files":
            return await self._sender.files(parcel.chat_id, [Attachment(**f) for f in parcel.payload["files"]])
        if parcel.kind == "menu":
            assert person is not None
            return await self._sender.menu(
                parcel.chat_id, texts.commands([role.level for role in person.roles], person.language)
            )
        assert speech is not None
        return await self._sender.say(parcel.chat_id, speech, topic=parcel.topic)

    async def _refresh(self, parcel: Parcel) -> Outcome:
        """Edits a card to what it shows now; a later edit of the same card does that better."""
        if await self._desk.look(outbox.supersede, parcel):
            return Sent()
        person, speech = await self._desk.look(self._word, parcel)
        if person is None or person.telegram_id != parcel.chat_id:
            return Gone("no longer linked")
        assert speech is not None
        assert parcel.message_id is not None
        return await self._sender.edit(parcel.chat_id, parcel.message_id, speech)

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
            card = screens.show(work, self._desk.policy, person, about)
        except Refusal as refusal:  # it left this person's sight meanwhile
            return person, texts.refuse(refusal, language)
        headline, facts = parcel.payload.get("headline", ""), parcel.payload.get("facts", {})
        return person, texts.word_card(card, headline, facts, language)

    async def _finish(self, grace: float = 8.0) -> None:
        if self._carrying:
            await asyncio.wait(set(self._carrying), timeout=grace)
        left = [parcel.id for parcel in self._carrying.values()]
        for task in list(self._carrying):
            task.cancel()
        if left:
            await self._desk.put(outbox.release, left)


def _settle(work: Work, parcel: Parcel, outcome: Outcome) -> None:
    decision = decide(outcome, parcel.attempts + 1)
    reason = getattr(outcome, "reason", "")
    if isinstance(outcome, Moved):
        outbox.move_chat(work, parcel.chat_id, outcome.chat_id)
    if isinstance(outcome, Gone):
        _lost(work, parcel)
    if isinstance(decision, Retry):
        again = work.now + timedelta(seconds=decision.after)
        outbox.put_back(work, parcel, again, reason, counted=not decision.whole_chat)
        if decision.whole_chat:
            outbox.pause(work, parcel.chat_id, again)
        return
    outbox.settle(work, parcel, decision.state, getattr(outcome, "message_id", None) or None, reason)
    if isinstance(outcome, Sent) and outcome.message_id and parcel.kind in ("card", "screen", "notice"):
        _remember(work, parcel, outcome.message_id)
    if decision.state != "sent":
        log.warning("Notice %s of kind %s is %s: %s", parcel.id, parcel.kind, decision.state, reason)


def _remember(work: Work, parcel: Parcel, message_id: int) -> None:
    if parcel.kind == "screen" and parcel.person is not None:
        about = parcel.payload["about"]
        lively.record(work, parcel.chat_id, message_id, about, parcel.person)
        work.cause = f"shown:{parcel.chat_id}:{message_id}"  # what changed while it was on its way is drawn now
        outbox.redraw(work, parcel.chat_id, message_id, parcel.person, about)
    if parcel.request is not None and parcel.person is not None:
        live = parcel.kind == "card"
        outbox.record_card(work, parcel.chat_id, message_id, parcel.request, parcel.person, live)


def _lost(work: Work, parcel: Parcel) -> None:
    """A person who cannot be reached is marked; whoever treats their request hears so, once for each of its moves."""
    person = people.by_id(work, parcel.person) if parcel.person is not None else None
    if person is None or person.telegram_id != parcel.chat_id:  # it went to a chat they left: they are well elsewhere
        return
    people.change(work, person, reachable=False)
    request = requests.load(work, parcel.request) if parcel.request is not None else None
    if request is not None and request.requester == person.id:
        work.cause = f"gone:{request.number}:{request.version}"
        notices.spread(work, "unreachable", request, person, {"name": person.name})
