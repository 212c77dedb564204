"""The courier: claims deliveries of the outbox, words them, sends them, and records their outcomes.

It knows no transport but the sender it was given. Within a chat it sends one delivery at a time, in their order;
chats do not wait for each other. One transaction records the outcomes of attempts and claims the next deliveries.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot import meters, texts
from bot.delivery import carrying, menus
from bot.delivery.carrying import Capacity, Round, Tried
from bot.delivery.rules.retry import Gone, NotWritten, Outcome, Rejected, Sent
from bot.delivery.rules.stalling import Stall
from bot.delivery.sender import Sender
from bot.living import Beat
from bot.logs import caused
from bot.stopping import GRACE
from bot.storage import deliveries, outbox, people
from bot.storage.deliveries import Delivery
from bot.storage.work import Work
from bot.terms import Attachment, DeliveryState, Person, Refusal, Unavailable
from bot.texts.speech import Speech
from bot.workflows import ahead, nouns
from bot.workflows.desk import Desk
from bot.workflows.people import exporting, rights
from bot.workflows.rules.rights import due

log = logging.getLogger(__name__)

_TOGETHER = 40  # chats served at once
_IN_A_ROUND = 8  # chats in one round: wording more at once would hold up everything else
_LOOK = 5.0  # seconds at most between two rounds, and between two renewals of the claims
_BREATH = 0.05  # seconds at least between two rounds, unless woken
_RECORDS_AWAY = 1.0  # seconds until records out of reach are tried again
_STALLED = 30.0  # seconds without an attempt after which notices that nothing holds back are told of

Ready = Outcome | Callable[[], Awaitable[Outcome]]
"""A function that sends a delivery; or the outcome, where nothing needs to be sent."""


def _later(_work: Work, _delivery: Delivery) -> Ready | None:
    """Words nothing: `Courier._outcome` does so just before it sends."""
    return None


class Courier:
    """One process's courier. Any number may share an outbox, unless `alone` says that there is no other."""

    def __init__(self, desk: Desk, sender: Sender, alone: bool = True) -> None:
        self._alone = alone
        self._desk = desk
        self._sender = sender
        self._woken = asyncio.Event()
        self._sending: dict[asyncio.Task[None], Delivery] = {}  #: claimed deliveries that are not tried yet
        self._begun: set[int] = set()  #: numbers of those given to the sender: they may have arrived
        self._tried: list[Tried] = []  #: outcomes that are not recorded yet
        self._unconfirmed: set[datetime] = set()  #: ends of the claims in transactions whose commit is not known
        self._renewed_at: float | None = None  #: when the claims were last renewed, on the steady clock
        self._stall = Stall(_STALLED)

    def stalled(self) -> float:
        """For how many seconds nothing was sent though notices wait and nothing explains it; 0 where all is well."""
        return self._stall.seconds(time.monotonic())

    def wake(self) -> None:
        """Says that something was put into the outbox."""
        self._woken.set()

    async def run(self, stop: asyncio.Event, beat: Beat = lambda: None) -> None:
        """Delivers until `stop`; then finishes the deliveries begun, and releases the claims on the others."""
        cleared = not self._alone
        while not stop.is_set():
            beat()
            self._woken.clear()
            try:
                if not cleared:  # alone, it need not wait until the claims of a crashed process end
                    carrying.warn(await self._desk.put(carrying.cut_off))
                    cleared = True
                pause = await self._round()
            except Unavailable as error:
                log.warning("The outbox cannot be read just now: %s", error)
                pause = _RECORDS_AWAY if self._tried else _LOOK
            await self._wait(stop, pause)
        await self._finish()

    async def _wait(self, stop: asyncio.Event, pause: float) -> None:
        """Returns after `pause` seconds, or sooner: when woken, when a delivery was tried, or at `stop`."""
        waiting = [asyncio.ensure_future(self._woken.wait()), asyncio.ensure_future(stop.wait())]
        try:
            await asyncio.wait(waiting, timeout=pause, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waiting:
                one.cancel()

    async def _round(self) -> float:
        """Records outcomes, claims deliveries and begins to send them; returns the seconds until the next round."""
        steady, tried = time.monotonic(), list(self._tried)
        renewing = self._renewed_at is None or steady - self._renewed_at >= _LOOK
        if renewing:
            await ahead.mend(self._desk)
        now = self._desk.clock()
        capacity = Capacity(
            until=now + deliveries.CLAIM,
            slots=min(_IN_A_ROUND, _TOGETHER - len(self._sending)),
            in_flight=frozenset(delivery.id for delivery in self._sending.values()),
            unconfirmed=frozenset(self._unconfirmed),
            renewing=renewing,
        )
        self._unconfirmed.add(capacity.until)
        done = await self._done(capacity, tried)
        del self._tried[: len(tried)]
        self._unconfirmed.clear()
        self._renewed_at = steady if renewing else self._renewed_at
        for (delivery, _), state in zip(tried, done.states, strict=True):
            self._tell(delivery, state)
        if any(isinstance(outcome, Gone) for _, outcome in tried):
            self._desk.stir()  # whom they leave without a reader goes to the level above
        carrying.warn(done.uncertain)
        for delivery, ready in done.claimed:
            self._begin(delivery, ready)
        meters.PAUSE.set(done.wait)
        busy = bool(tried or done.claimed or self._sending)
        if busy or renewing:
            self._watch(busy or not done.unexplained)
        if len(self._sending) >= _TOGETHER:
            return _LOOK  # woken as soon as one of them is through
        seconds = (done.due - now).total_seconds() if done.due else _LOOK
        return min(_LOOK, max(_BREATH, seconds, done.wait))

    def _watch(self, fine: bool) -> None:
        """Notes whether notices are sent, or none waits without a reason; logs a pause that lasts too long, once."""
        if self._stall.note(fine, time.monotonic()):
            log.warning("Notices wait, Telegram did not say to, and none was sent for %.0f s", _STALLED)
        meters.UNEXPLAINED.set(self.stalled())

    async def _done(self, capacity: Capacity, tried: list[Tried]) -> Round[Ready | None]:
        """Does one round in one transaction; where that fails, records each outcome in a transaction of its own."""
        limits = self._desk.policy.limits
        try:
            return await self._desk.put(carrying.go_round, capacity, tried, limits, self._at_once)
        except Unavailable:
            raise
        except Exception:
            log.exception("Notices could not be treated together; each is treated by itself")
        states = [await self._record(*one) for one in tried]
        done = await self._desk.put(carrying.go_round, capacity, (), limits, _later)
        return replace(done, states=states)

    async def _record(self, delivery: Delivery, outcome: Outcome) -> DeliveryState:
        """Records one outcome; returns the new state. Where that fails, the claim will end and leave it uncertain."""
        try:
            return await self._desk.put(carrying.record, delivery, outcome)
        except Unavailable:
            raise
        except Exception:
            log.exception("Notice %s of kind %s could not be treated", delivery.id, delivery.kind)
            return DeliveryState.UNCERTAIN

    def _begin(self, delivery: Delivery, ready: Ready | None) -> None:
        task = asyncio.create_task(self._send(delivery, ready))
        self._sending[task] = delivery
        task.add_done_callback(self._through)

    def _through(self, task: asyncio.Task[None]) -> None:
        self._begun.discard(self._sending.pop(task).id)
        self._woken.set()

    async def _send(self, delivery: Delivery, ready: Ready | None) -> None:
        with caused(delivery.dedupe):
            self._tried.append((delivery, await self._outcome(delivery, ready)))

    async def _outcome(self, delivery: Delivery, ready: Ready | None) -> Outcome:
        try:
            if ready is None:
                await rights.renew_reader(self._desk, delivery.person)
                ready = await self._desk.look(self._prepare, delivery)
            if not callable(ready):
                return ready
            self._begun.add(delivery.id)
            return await ready()
        except Unavailable as error:  # before anything was said
            return NotWritten(str(error))
        except Exception as error:  # a delivery that cannot be worded must not stop those behind it
            log.exception("Notice %s of kind %s cannot be worded", delivery.id, delivery.kind)
            return Rejected(type(error).__name__)

    def _tell(self, delivery: Delivery, state: DeliveryState) -> None:
        """Logs and counts an attempt, and the state it led to."""
        seconds = (self._desk.clock() - delivery.at).total_seconds()
        meters.notice(delivery.kind, state.value, seconds)
        fine = state in (DeliveryState.SENT, DeliveryState.QUEUED)
        with caused(delivery.dedupe):
            log.log(
                logging.INFO if fine else logging.WARNING,
                "Notice %s (%s) is %s after %s attempts and %.0f ms",
                *(delivery.id, delivery.kind, state.value, delivery.attempts + 1, 1000 * seconds),
            )

    def _at_once(self, work: Work, delivery: Delivery) -> Ready | None:
        """As `_prepare`; None where the ENT must say first what its reader may read, which `_outcome` sees to."""
        person = people.by_id(work, delivery.person) if delivery.person is not None else None
        stale = person is not None and due(person, work.now, self._desk.policy.rights)
        return None if stale else self._prepare(work, delivery)

    def _prepare(self, work: Work, delivery: Delivery) -> Ready:
        """Words the delivery for its reader; returns what sends it, or the outcome where nothing is to be sent."""
        chat, message = delivery.chat_id, delivery.message_id
        if delivery.bot not in (0, self._desk.bot) and (message is not None or delivery.kind == "files"):
            return Rejected("it names a message or files of another bot")
        if delivery.kind in ("refresh", "bare") and deliveries.superseded(work, delivery):
            return Sent()
        if delivery.kind in ("delete", "bare"):
            assert message is not None
            return partial(self._sender.delete if delivery.kind == "delete" else self._sender.bare, chat, message)
        if delivery.kind == "leave":
            return partial(self._sender.leave, chat)
        person, speech = self._word(work, delivery)
        if delivery.person is not None and (person is None or person.telegram_id != chat):
            return Gone("no longer linked")
        kept = carrying.kept_back(work, self._desk.policy, person, delivery) if person is not None else None
        if kept is not None:
            return kept
        if delivery.kind == "files":
            parcel = [Attachment(**f) for f in delivery.payload["files"]]
            return partial(self._sender.files, chat, parcel, delivery.topic)
        if delivery.kind == "export":
            assert person is not None
            return partial(self._export, chat, person, delivery.topic)
        if delivery.kind == "menu":
            language = person.tongue if person is not None else delivery.payload.get("language") or "fr"
            return menus.prepared(work, delivery, language, self._sender.menu)
        assert speech is not None
        if delivery.kind == "refresh":
            assert message is not None
            return partial(self._sender.edit, chat, message, speech)
        return partial(self._sender.say, chat, speech, delivery.topic)

    async def _export(self, chat: int, person: Person, topic: int) -> Outcome:
        """Makes the document with somebody's own data as of now, and sends it."""
        return await self._sender.document(chat, exporting.NAME, await exporting.document(self._desk, person), topic)

    def _word(self, work: Work, delivery: Delivery) -> tuple[Person | None, Speech | None]:
        """The person that the delivery is for, None where it is for a chat; and its words, None where it has none."""
        person = people.by_id(work, delivery.person) if delivery.person is not None else None
        language = person.tongue if person else delivery.payload.get("language") or "fr"
        hat = person.hat if person and delivery.accounts > 1 else {}
        if delivery.kind == "notice" or "notice" in delivery.payload:  # said, or put in place of what was said
            notice = outbox.notice_from_json(delivery.payload.get("notice", delivery.payload))
            return person, texts.word(replace(notice, hat=hat or notice.hat), language)
        if delivery.kind == "refusal":
            return person, texts.refuse(outbox.refusal_from_json(delivery.payload), language)
        about = delivery.payload.get("about", "") or (f"request:{delivery.request}" if delivery.request else "")
        if delivery.kind not in ("card", "screen", "refresh") or person is None or not about:
            return person, None
        try:
            card = nouns.draw(work, self._desk.policy, person, about)
        except Refusal as refusal:  # this person may not see it any more
            return person, texts.refuse(refusal, language)
        headline, facts = delivery.payload.get("headline", ""), delivery.payload.get("facts", {})
        return person, texts.word_card(replace(card, hat=hat), headline, facts, language)

    async def _finish(self) -> None:
        """Waits up to `GRACE` seconds for the deliveries begun, then gives up all claims of this courier."""
        loop = asyncio.get_running_loop()
        latest = loop.time() + GRACE
        if self._sending:
            await asyncio.wait(set(self._sending), timeout=GRACE)
        tasks, left, begun = list(self._sending), {one.id for one in self._sending.values()}, set(self._begun)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        while True:
            try:
                return await self._give_back(left - begun, begun)
            except Unavailable as error:
                if loop.time() >= latest:  # the claims end by themselves
                    return log.warning("What was under way could not be given back: %s", error)
            await asyncio.sleep(_RECORDS_AWAY)

    async def _give_back(self, unsaid: set[int], begun: set[int]) -> None:
        """Records known outcomes; releases the claims on `unsaid`, ends those on `begun` (which may have arrived)."""
        while self._tried:
            self._tell(self._tried[0][0], await self._record(*self._tried[0]))
            self._tried.pop(0)
        if unsaid or begun:
            await self._desk.put(deliveries.release, unsaid)
            carrying.warn(await self._desk.put(carrying.cut_off, begun))
