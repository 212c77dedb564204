"""How updates reach a bot: by polling, or posted to its webhook in order, each until it is accepted."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from itertools import islice

import aiohttp

from .clock import Signal
from .errors import BotApiError, conflict
from .records import BotAccount, Json, Pending, Webhook
from .world import World

FIRST_DELAY, LONGEST_DELAY, LONGEST_ASKED = 1.0, 60.0, 3600.0
GONE_S = 23 * 3600.0  # WebhookActor::WEBHOOK_DROP_TIMEOUT
NEVER_CALLED = frozenset({"deletewebhook", "setwebhook", "close", "logout"})  # WebhookActor::handle
PATIENCE_S = 60.0
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
SECOND_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
log = logging.getLogger(__name__)


class Line:
    """The updates being posted to one webhook: one at a time per lane, several lanes in parallel."""

    def __init__(self, hook: Webhook) -> None:
        self.hook = hook
        self.lanes: dict[str, deque[Pending]] = {}
        self.tasks: set[asyncio.Task[None]] = set()
        self.room = asyncio.Semaphore(hook.max_connections)
        self.gone_since: float | None = None  #: when the first of nothing but answers 410 came

    def stop(self) -> None:
        """Cancels every delivery under way."""
        for task in list(self.tasks):
            task.cancel()


class Delivery:
    """Polling and webhooks of every bot. `answer` carries out the API call that a webhook's answer may hold."""

    def __init__(self, world: World, answer: Callable[[BotAccount, Json], Awaitable[None]]) -> None:
        self._world = world
        self._answer = answer
        self._lines: dict[int, Line] = {}
        self._pollers: dict[int, Signal] = {}
        self._session: aiohttp.ClientSession | None = None
        self._stopped = False
        self._interrupted: dict[int, BotApiError] = {}
        self.strict = False  #: whether loopback has to keep the rules of addresses and ports, too
        world.on_update = self._queue

    async def start(self) -> None:
        """Starts to post the updates left undelivered by the last run."""
        connector = aiohttp.TCPConnector(limit=0)
        self._session = aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=PATIENCE_S))
        for bot in self._world.bots.values():
            self.reset(bot, drop=False)

    async def stop(self) -> None:
        """Cancels all deliveries; updates not accepted stay in the mailboxes."""
        self._stopped = True
        tasks = [task for line in self._lines.values() for task in line.tasks]
        for line in self._lines.values():
            line.stop()
        self._lines.clear()
        await asyncio.gather(*tasks, return_exceptions=True)
        for bot_id in list(self._pollers):
            self._pollers.pop(bot_id).fire()
        if self._session is not None:
            await self._session.close()

    def reset(self, bot: BotAccount, *, drop: bool) -> None:
        """Restarts deliveries after a change of the bot's webhook. With `drop`, deletes the waiting updates."""
        if (line := self._lines.pop(bot.id, None)) is not None:
            line.stop()
        for update_id in list(bot.mailbox.pending) if drop else ():
            self._world.accepted(bot, update_id)
        if bot.mailbox.webhook is not None:
            self._lines[bot.id] = Line(bot.mailbox.webhook)
            for pending in bot.mailbox.pending.values():
                self._queue(bot, pending)
            self.end_poll(bot)

    def end_poll(self, bot: BotAccount) -> None:
        """Ends a waiting getUpdates, because a webhook is being set."""
        if (poller := self._pollers.pop(bot.id, None)) is not None:
            poller.fire()

    def interrupt(self, refusal: BotApiError) -> None:
        """Answers every waiting getUpdates with this error."""
        for bot_id in list(self._pollers):
            self._interrupted[bot_id] = refusal
            self._pollers.pop(bot_id).fire()

    def _queue(self, bot: BotAccount, pending: Pending) -> None:
        line = self._lines.get(bot.id)
        if line is None:
            return
        if (lane := line.lanes.get(pending.lane)) is not None:
            lane.append(pending)
            return
        line.lanes[pending.lane] = deque([pending])
        task = asyncio.get_running_loop().create_task(self._run(bot, line, pending.lane))
        line.tasks.add(task)
        task.add_done_callback(line.tasks.discard)

    async def _run(self, bot: BotAccount, line: Line, name: str) -> None:
        lane = line.lanes[name]
        while lane:
            pending = lane[0]
            delay, fails = FIRST_DELAY, 0
            while pending.update_id in bot.mailbox.pending and pending.expires > self._world.clock.now():
                wait = await self._post(bot, line, pending)
                if wait is None:
                    break
                if wait == 0 and fails > 0:
                    wait = delay = min(delay * 2, LONGEST_DELAY)
                fails += 1
                if self._world.clock.now() + wait > pending.expires:
                    break
                await self._world.clock.sleep(wait)
            self._world.accepted(bot, pending.update_id)
            lane.popleft()
        del line.lanes[name]

    async def _post(self, bot: BotAccount, line: Line, pending: Pending) -> float | None:
        """Posts one update. Returns None if accepted, else the bot's `Retry-After` in seconds (0: none given)."""
        assert self._session is not None
        headers = {"X-Telegram-Bot-Api-Secret-Token": line.hook.secret} if line.hook.secret else {}
        try:
            post = self._session.post(line.hook.url, json=pending.body, headers=headers, allow_redirects=False)
            async with line.room, post as response:
                body = await response.read()
        except (aiohttp.ClientError, OSError, TimeoutError) as trouble:
            return self._failed(line.hook, f"Connection failed: {type(trouble).__name__}")
        self._count_gone(bot, line, response.status)
        if not 200 <= response.status < 300:
            self._failed(line.hook, f"Wrong response from the webhook: {response.status} {response.reason}")
            return min(_seconds(response.headers.get("Retry-After", "")), LONGEST_ASKED)
        if pending.copies > 1:
            pending.copies -= 1
            return await self._post(bot, line, pending)
        if response.content_type == "application/json":
            await self._do_call(bot, body)
        return None

    def _count_gone(self, bot: BotAccount, line: Line, status: int) -> None:
        """Closes the webhook once it has answered nothing but 410 for 23 hours."""
        now = self._world.clock.now()
        if status != 410:
            line.gone_since = None
        elif line.gone_since is None:
            line.gone_since = now
        elif now > line.gone_since + GONE_S and self._lines.get(bot.id) is line:
            bot.mailbox.webhook = None
            self._world.mark("bot", bot.id)
            self.reset(bot, drop=False)

    def _failed(self, hook: Webhook, words: str) -> float:
        hook.error_date, hook.error_message = self._world.now(), words
        return 0.0

    async def _do_call(self, bot: BotAccount, body: bytes) -> None:
        try:
            call = json.loads(body) if body.lstrip()[:1] == b"{" else None
        except ValueError:
            return
        if not isinstance(call, dict):
            return
        name = call.get("method")
        if isinstance(name, str) and name.lower() not in NEVER_CALLED and not name.lower().startswith("get"):
            await self._answer(bot, call)

    async def poll(self, bot: BotAccount, offset: int, limit: int, patience: float) -> list[Json]:
        """Returns waiting updates from `offset` on; earlier ones count as accepted.

        Waits up to `patience` seconds for the first. Raises 409 if a webhook is set or another poller takes over.
        """
        box = bot.mailbox
        if box.webhook is not None:
            raise conflict(WEBHOOK_ACTIVE)
        if (other := self._pollers.pop(bot.id, None)) is not None:
            other.fire()
        self._confirm(bot, offset)
        deadline = asyncio.get_running_loop().time() + patience
        while not (batch := self._batch(bot, limit)):
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0 or self._stopped:
                return []
            await self._next(bot, left)
        return batch

    def _confirm(self, bot: BotAccount, offset: int) -> None:
        waiting = bot.mailbox.pending
        if offset < 0:
            offset = next(islice(reversed(waiting), -offset - 1, None), 0)
        while waiting and (first := next(iter(waiting))) < offset:
            self._world.accepted(bot, first)

    def _batch(self, bot: BotAccount, limit: int) -> list[Json]:
        waiting, now = bot.mailbox.pending, self._world.clock.now()
        for pending in list(islice(waiting.values(), limit)):
            if pending.expires <= now:
                self._world.accepted(bot, pending.update_id)
        batch = []
        for pending in islice(waiting.values(), limit):
            batch += [pending.body] * pending.copies
            pending.copies = 1
        return batch

    async def _next(self, bot: BotAccount, left: float) -> None:
        """Waits for an update. Raises 409 when another poller or a webhook takes over."""
        ousted = self._pollers[bot.id] = Signal()
        self._interrupted.pop(bot.id, None)
        arrival = asyncio.ensure_future(bot.mailbox.arrived.wait(left))
        ousting = asyncio.ensure_future(ousted.wait(left))
        try:
            await asyncio.wait({arrival, ousting}, return_when=asyncio.FIRST_COMPLETED)
            if self._pollers.get(bot.id) is not ousted and not self._stopped:
                if (refusal := self._interrupted.pop(bot.id, None)) is not None:
                    raise refusal
                raise conflict("terminated by setWebhook request" if bot.mailbox.webhook else SECOND_POLLER)
        finally:
            arrival.cancel()
            ousting.cancel()
            if self._pollers.get(bot.id) is ousted:
                del self._pollers[bot.id]


def _seconds(header: str) -> float:
    """Whole seconds only: a date or a fraction counts as none (HttpQuery::get_retry_after)."""
    return float(header) if header.strip().isdecimal() else 0.0
