"""The path behind both entrances: an update comes in, and a handling tells its bringer whether to bring it again."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, nullcontext
from contextvars import ContextVar
from enum import Enum
from typing import Any, Protocol
from weakref import WeakValueDictionary

from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import Application, CallbackContext

from bot import meters
from bot.logs import brief, caused
from bot.terms import Unavailable

log = logging.getLogger(__name__)

Park = Callable[[str, str], Awaitable[None]]
_PASSING = (Unavailable, ConnectionError, TimeoutError, NetworkError, RetryAfter)
_SHARES = 20
_OURS = ("text", "entities", "caption", "caption_entities", "reply_markup", "quote")


class Handling(Enum):
    """What became of an update."""

    TAKEN = "taken"
    PARKED = "parked"  #: it will never do; an operator sees it
    LATER = "later"  #: not now; it must be brought again


class Update(Protocol):
    """What the reception needs to know of an update."""

    @property
    def update_id(self) -> int:
        """Telegram's number of the update."""

    @property
    def kind(self) -> str:
        """Its kind: `message`, `callback_query`…"""

    @property
    def chat(self) -> int | None:
        """The chat it belongs to: updates of one chat are handled one at a time. None if it has none."""


Load = Callable[[bytes | Mapping[str, Any]], Update]


class Reception:
    """Hands updates to the application, one at a time for each chat, in the order they came.

    `load` parses a raw update and raises `ValueError` if it cannot. The handlers append what they could not do to
    `fails`; `park` keeps a raw update and the reason.
    """

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        load: Load,
        park: Park,
        fails: ContextVar[list[BaseException]],
        backlog: int = 1000,
    ) -> None:
        self._application = application
        self._bot = application.bot.token.partition(":")[0]
        self._load = load
        self._park = park
        self._fails = fails
        self._backlog = backlog
        self._share = max(1, backlog // _SHARES)  #: of the backlog, for one chat: it cannot take the others' place
        self._present = 0
        self._lines: Counter[int | None] = Counter()  #: how many of each chat are present
        # A lock lives as long as somebody holds it or waits for it.
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        application.add_error_handler(self._note)

    async def receive(self, raw: bytes | Mapping[str, Any]) -> Handling:
        """The handling on an update, once everything it asked for is recorded."""
        if self._present >= self._backlog:
            meters.update("unread", Handling.LATER.value, 0.0)
            return Handling.LATER
        began = time.perf_counter()
        self._present += 1
        try:
            try:
                update = self._load(raw)
            except (ValueError, RecursionError) as error:  # whatever its shape breaks, it would break again
                kind, number, done = "unread", _number(raw), self._parked(raw, error)
            else:
                kind, number, done = update.kind, update.update_id, self._receive(raw, update)
            with caused(f"tg:{self._bot}:{number}"):
                handling = await done
                _tell(kind, handling, time.perf_counter() - began)
            return handling
        finally:
            self._present -= 1

    async def _receive(self, raw: bytes | Mapping[str, Any], update: Update) -> Handling:
        chat = update.chat
        if self._lines[chat] >= self._share:
            return Handling.LATER
        async with self._in_line(chat):
            failures = await self._handle(update)
        if any(_is_passing(failure) for failure in failures):
            return Handling.LATER
        return await self._parked(raw, failures[0]) if failures else Handling.TAKEN

    async def _handle(self, update: Update) -> list[BaseException]:
        failures: list[BaseException] = []
        token = self._fails.set(failures)
        try:
            await self._application.process_update(update)
        except Exception as error:  # raised beside the handlers: the application itself refuses it
            failures.append(error)
        finally:
            self._fails.reset(token)
        return failures

    async def _note(self, _update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Hears what escapes the handlers: PTB alone would only log it, and the update would count as taken."""
        if context.error is not None:
            log.error("A handler failed.", exc_info=context.error)
            self._fails.get().append(context.error)

    async def _parked(self, raw: bytes | Mapping[str, Any], error: BaseException) -> Handling:
        reason = f"{type(error).__name__}: {error}"
        try:
            await self._park(_text(_bare(raw)), reason)
        except Exception as trouble:  # what cannot be kept here must stay with Telegram
            log.warning("An update could not be parked (%s); it will be asked for again.", brief(trouble))
            return Handling.LATER
        log.error("An update was parked: %s", type(error).__name__)
        return Handling.PARKED

    @asynccontextmanager
    async def _in_line(self, chat: int | None) -> AsyncIterator[None]:
        """Waits for the chat's turn; an update that names no chat has none to wait for."""
        self._lines[chat] += 1
        try:
            async with nullcontext() if chat is None else self._turns.setdefault(chat, asyncio.Lock()):
                yield
        finally:
            self._lines[chat] -= 1
            if not self._lines[chat]:
                del self._lines[chat]


def _tell(kind: str, handling: Handling, seconds: float) -> None:
    meters.update(kind, handling.value, seconds)
    log.info("An update (%s) is %s after %.0f ms", kind, handling.value, 1000 * seconds)


def _bare(raw: bytes | Mapping[str, Any]) -> bytes | Mapping[str, Any]:
    """The update without what messages of ours say in it: one of them may show a code, which nothing keeps."""
    update = _mapping(raw)
    return raw if update is None else {key: _without_ours(content) for key, content in update.items()}


def _number(raw: bytes | Mapping[str, Any]) -> int | None:
    """The number of an update that cannot be parsed; None if it has none."""
    number = (_mapping(raw) or {}).get("update_id")
    return number if isinstance(number, int) else None


def _mapping(raw: bytes | Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The raw update as a JSON object; None if it is not one."""
    try:
        update = json.loads(raw) if isinstance(raw, bytes) else raw
    except (ValueError, RecursionError):
        return None
    return update if isinstance(update, Mapping) else None


def _without_ours(content: Any) -> Any:
    if not isinstance(content, Mapping):
        return content
    kept = dict(content)
    for name in ("message", "reply_to_message"):  # the one under a button, the one replied to
        if isinstance(kept.get(name), Mapping):
            kept[name] = {key: value for key, value in kept[name].items() if key not in _OURS}
    return kept


def _text(raw: bytes | Mapping[str, Any]) -> str:
    return raw.decode(errors="replace") if isinstance(raw, bytes) else json.dumps(raw, ensure_ascii=False)


def _is_passing(failure: BaseException) -> bool:
    # A BadRequest is a NetworkError to PTB; it would be refused again.
    return isinstance(failure, _PASSING) and not isinstance(failure, BadRequest)
