"""Polling, for a bot without a public address: asks Telegram for updates, and confirms each once it is recorded."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeGuard, TypeVar
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import Conflict, TelegramError, TimedOut

from bot.living import Beat
from bot.logs import brief
from bot.stopping import to_the_end
from bot.web.reception import Handling
from bot.web.starting import Hold, Insistence, in_words, no_hold, seconds_asked

log = logging.getLogger(__name__)

LONG_POLL = 30  #: seconds that Telegram may wait for an update
LONGEST_PAUSE = 30.0

_MARGIN = 10.0  # seconds beyond the long poll after which the answer counts as lost
_CONFLICTS = 2  # in a row, after which another process must be there
_NUMBERS = 2**63  # no update has that number, nor a greater one
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
    polling = Polling(bot, reception, stop, allowed_updates, pause)
    await polling.begin(Insistence(stop, pause=pause))
    await polling.run(beat)


class Polling:
    """The state of one bot's polling: the next offset, updates settled but not yet confirmed, the next pause."""

    def __init__(
        self, bot: Bot, reception: Receiver, stop: asyncio.Event, allowed_updates: Sequence[str], pause: float = 1.0
    ) -> None:
        self._bot = bot
        self._reception = reception
        self._stop = stop
        self._allowed = json.dumps(list(allowed_updates))
        self._first_pause = self._pause = pause
        # Sent once and then dropped: Telegram may restart its numbering, and would skip updates below an old offset.
        self._offset: int | None = None
        self._settled: set[int] = set()
        self._conflicts = 0  #: in a row
        self._beat: Beat = lambda: None
        self._hold: Hold = no_hold

    async def begin(self, insistence: Insistence) -> None:
        """Removes the webhook, without which Telegram answers no poll. Raises as `insistence` does."""
        self._hold = insistence.hold  # what Telegram asks for later holds everybody, too
        await insistence.on("deleteWebhook", self._bot.delete_webhook)

    async def run(self, beat: Beat) -> None:
        """Asks for updates, hands them over and confirms them, until `stop` is set."""
        self._beat = beat
        while not self._stop.is_set():
            beat()
            updates = await self._attempt(self._ask())
            if updates is None:
                continue
            self._conflicts, self._offset = 0, None
            if await self._hand_over(updates):
                self._pause = self._first_pause
            else:
                await self._wait()
        await self._confirm()

    async def _ask(self, limit: int = 100, seconds: int = LONG_POLL) -> list[_Update]:
        """The next updates as raw JSON: one that the library cannot parse must not lose the others.

        Raises `TelegramError`, also where the answer holds anything but updates.
        """
        query: dict[str, int | str] = {"timeout": seconds, "limit": limit, "allowed_updates": self._allowed}
        if self._offset is not None:
            query["offset"] = self._offset
        url = f"{self._bot.base_url}/getUpdates?{urlencode(query)}"
        updates = await self._bot.request.post(url, read_timeout=seconds + _MARGIN)
        came = updates if isinstance(updates, list) else [updates]
        found = [update for update in came if is_numbered(update)]
        if came and not found:
            raise TelegramError("The answer holds no updates")
        return found

    async def _attempt(self, call: Awaitable[_T]) -> _T | None:
        """What the call returns; None at once if `stop` is set first, or after a pause if the call fails."""
        asked = asyncio.ensure_future(call)
        stopped = asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait((asked, stopped), return_when=asyncio.FIRST_COMPLETED)
            return await asked if asked.done() else None
        except TelegramError as error:
            self._tell(error)
            if pause := seconds_asked(error):
                await self._hold(pause)
            await self._wait(pause)
            return None
        finally:
            for task in (asked, stopped):
                task.cancel()
            await asyncio.gather(asked, stopped, return_exceptions=True)

    def _tell(self, error: TelegramError) -> None:
        """Logs a failure. One conflict alone is none: a poll that was broken off may still be open at Telegram."""
        if not isinstance(error, Conflict):
            self._conflicts = 0
            log.warning("Telegram could not be asked for updates: %s", in_words(error))
            return
        self._conflicts += 1
        if self._conflicts == _CONFLICTS:
            log.error(
                "Another process takes this bot's updates (%s). Stop it; this one keeps trying.", in_words(error)
            )

    async def _wait(self, asked: float = 0.0) -> None:
        """Waits before the next attempt, for `asked` seconds at least; returns at once at the stop."""
        pause, self._pause = max(self._pause, asked), min(LONGEST_PAUSE, self._pause * 2)
        end = asyncio.get_running_loop().time() + pause
        while not self._stop.is_set() and (left := end - asyncio.get_running_loop().time()) > 0:
            self._beat()
            try:
                async with asyncio.timeout(min(left, LONGEST_PAUSE)):
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
        """Tells the last offset. Telegram reads it when the question comes, and may hold the answer for three
        seconds where it was asked with this offset just before, so an answer that does not come is no failure."""
        if self._offset is None:
            return
        try:
            async with asyncio.timeout(_LAST_WORD):
                await self._ask(limit=1, seconds=0)
        except (TimedOut, TimeoutError, Conflict) as error:
            log.info("The last confirmation was not answered (%s); updates that come again are known", brief(error))
        except TelegramError as error:
            log.warning("The last updates could not be confirmed and will come again: %s", in_words(error))


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


def is_numbered(update: object) -> TypeGuard[_Update]:
    """Whether it is an update that can be confirmed: by another number, Telegram would forget those that wait."""
    number = update.get("update_id") if isinstance(update, Mapping) else None
    return type(number) is int and 0 <= number < _NUMBERS
