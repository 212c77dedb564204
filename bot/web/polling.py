"""Polling, for a bot without a public address: asks Telegram for updates, and confirms each once it is recorded."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import Conflict, TelegramError

from bot.living import Beat
from bot.stopping import to_the_end
from bot.web.reception import Handling

log = logging.getLogger(__name__)

LONG_POLL = 30  #: seconds that Telegram may wait for an update
LONGEST_PAUSE = 30.0

_MARGIN = 10.0  # seconds beyond the long poll after which the answer counts as lost
_LAST_WORD = 1.0  # seconds that the last confirmation, at the stop, may take
_T = TypeVar("_T")
_Update = Mapping[str, Any]


class Receiver(Protocol):
    """What updates are handed to: `bot.web.reception.Reception`."""

    async def receive(self, raw: Mapping[str, Any]) -> Handling:
        """Processes an update; returns whether it must be brought again."""


async def poll(
    bot: Bot,
    reception: Receiver,
    stop: asyncio.Event,
    allowed_updates: Sequence[str],
    *,
    pause: float = 1.0,
    beat: Beat = lambda: None,
) -> None:
    """Fetches updates until `stop` is set. Failures are retried after `pause` seconds, doubling up to 30."""
    await Polling(bot, reception, stop, allowed_updates, pause).run(beat)


class Polling:
    """The state of one bot's polling: the next offset, updates settled but not yet confirmed, the next pause."""

    def __init__(
        self, bot: Bot, reception: Receiver, stop: asyncio.Event, allowed_updates: Sequence[str], pause: float
    ) -> None:
        self._bot = bot
        self._reception = reception
        self._stop = stop
        self._allowed = json.dumps(list(allowed_updates))
        self._first_pause = self._pause = pause
        # Sent once and then dropped: Telegram may restart its numbering, and would skip updates below an old offset.
        self._offset: int | None = None
        self._settled: set[int] = set()
        self._in_conflict = False

    async def run(self, beat: Beat) -> None:
        """Asks for updates, hands them over and confirms them, until `stop` is set."""
        await self._without_webhook(beat)
        while not self._stop.is_set():
            beat()
            updates = await self._attempt(self._ask())
            if updates is None:
                continue
            self._in_conflict, self._offset = False, None
            if await self._hand_over(updates):
                self._pause = self._first_pause
            else:
                await self._wait()
        await self._confirm()

    async def _without_webhook(self, beat: Beat) -> None:
        while not self._stop.is_set() and not await self._attempt(self._bot.delete_webhook()):
            beat()

    async def _ask(self, limit: int = 100, seconds: int = LONG_POLL) -> list[_Update]:
        """The next updates as raw JSON: one that the library cannot parse must not lose the others."""
        query: dict[str, int | str] = {"timeout": seconds, "limit": limit, "allowed_updates": self._allowed}
        if self._offset is not None:
            query["offset"] = self._offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        updates = await self._bot.request.post(url, read_timeout=seconds + _MARGIN)
        return list(updates) if isinstance(updates, list) else []

    async def _attempt(self, call: Awaitable[_T]) -> _T | None:
        """What the call returns; None at once if `stop` is set first, or after a pause if the call fails."""
        asked = asyncio.ensure_future(call)
        stopped = asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait((asked, stopped), return_when=asyncio.FIRST_COMPLETED)
            return await asked if asked.done() else None
        except TelegramError as error:
            self._tell(error)
            await self._wait()
            return None
        finally:
            for task in (asked, stopped):
                task.cancel()
            await asyncio.gather(asked, stopped, return_exceptions=True)

    def _tell(self, error: TelegramError) -> None:
        if not isinstance(error, Conflict):
            log.warning("Telegram could not be asked for updates: %s", error)
        elif not self._in_conflict:
            log.error("Another process takes this bot's updates (%s). Stop it; this one keeps trying.", error)
        self._in_conflict = isinstance(error, Conflict)

    async def _wait(self) -> None:
        pause, self._pause = self._pause, min(LONGEST_PAUSE, self._pause * 2)
        try:
            async with asyncio.timeout(pause):
                await self._stop.wait()
        except TimeoutError:
            pass

    async def _hand_over(self, updates: Sequence[_Update]) -> bool:
        """Whether all updates are settled. Sets the offset that confirms those before the first that is not."""
        lines: dict[int | None, list[_Update]] = {}
        for update in updates:
            if update["update_id"] not in self._settled:
                lines.setdefault(chat_of(update), []).append(update)
        await to_the_end(self._hand_lines(lines.values()), self._stop)
        for update in updates:
            if update["update_id"] not in self._settled:
                return False
            self._settled.discard(update["update_id"])
            self._offset = update["update_id"] + 1
        return True

    async def _hand_lines(self, lines: Iterable[Sequence[_Update]]) -> None:
        await asyncio.gather(*map(self._hand_line, lines))

    async def _hand_line(self, line: Sequence[_Update]) -> None:
        """Hands over one chat's updates in order; stops at the first that must be brought again."""
        for update in line:
            if self._stop.is_set() or await self._reception.receive(update) is Handling.LATER:
                return
            self._settled.add(update["update_id"])

    async def _confirm(self) -> None:
        if self._offset is not None:
            try:
                async with asyncio.timeout(_LAST_WORD):
                    await self._ask(limit=1, seconds=0)
            except (TelegramError, TimeoutError) as error:
                log.warning("The last updates could not be confirmed and will come again: %s", error)


def chat_of(update: Mapping[str, Any]) -> int | None:
    """The chat that a raw update is about, else the person; None where it names neither."""
    for content in update.values():
        if not isinstance(content, Mapping):
            continue
        message = content.get("message")
        places = (content.get("chat"), message.get("chat") if isinstance(message, Mapping) else None)
        for whose in (*places, content.get("from"), content.get("user")):
            if isinstance(whose, Mapping) and isinstance(whose.get("id"), int):
                return int(whose["id"])
    return None
