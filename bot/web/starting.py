"""The start: asks Telegram for what the bot needs first, again and again while Telegram cannot be reached."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.delivery import menus, pacing
from bot.delivery.rules.holding import of_the_bot
from bot.workflows.desk import Desk

log = logging.getLogger(__name__)

T = TypeVar("T")
PATIENCE = 300.0  #: seconds for which the start insists
FIRST_PAUSE = 1.0  #: seconds before the second attempt; each pause after it is twice as long
LONGEST_PAUSE = 30.0  #: seconds, unless Telegram asks for a longer pause
_REFUSALS = (403, 401)  # what a webhook answers to a wrong secret


class NotStarted(Exception):
    """Telegram refused what the start asked for, or could not be reached in time; the message tells the operator."""


class Stopped(Exception):
    """The process was told to stop while it was starting."""


def seconds_asked(error: BaseException) -> float:
    """The pause that Telegram asks for with this error; 0 where it asks for none."""
    if not isinstance(error, RetryAfter):
        return 0.0
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)


def in_words(error: TelegramError) -> str:
    """What went wrong, on one line: without the page that a proxy answered with."""
    return " ".join(str(error).partition(". Parsing the server response")[0].split())


Hold = Callable[[float], Awaitable[None]]
"""Has all replicas write nothing for so many seconds."""


async def no_hold(_seconds: float) -> None:
    """Holds nothing."""


class Insistence:
    """Repeats calls to Telegram that fail in passing, for `patience` seconds in all, or until `stop` is set."""

    def __init__(
        self,
        stop: asyncio.Event | None = None,
        patience: float = PATIENCE,
        pause: float = FIRST_PAUSE,
        hold: Hold = no_hold,
    ) -> None:
        self._stop = stop or asyncio.Event()
        self._first_pause = pause
        self.hold = hold  #: called with the pause that Telegram asks for where it is the whole bot's
        self._patience = patience
        self._end = time.monotonic() + patience

    async def on(self, method: str, call: Callable[[], Awaitable[T]]) -> T:
        """What the call returns. `method` names it in the log and in errors.

        Raises `Stopped` at a stop, `InvalidToken` for a wrong token, `NotStarted` where Telegram refuses the call
        or where the patience is over.
        """
        pause = self._first_pause
        while True:
            try:
                return await self._unless_stopped(call())
            except InvalidToken:
                raise
            except BadRequest as error:
                raise NotStarted(f"Telegram refuses {method}: {in_words(error)}") from None
            except TelegramError as error:
                failure = error
            wait = max(pause, asked := seconds_asked(failure))
            if asked and of_the_bot(method, asked):
                await self.hold(asked)
            left = self._end - time.monotonic()
            if left <= 0:
                raise NotStarted(self._given_up(method, failure))
            log.warning("%s failed (%s); it is repeated in %.0f s", method, in_words(failure), min(wait, left))
            await self._unless_stopped(asyncio.sleep(min(wait, left)))
            if wait > left:  # it was not to be repeated sooner
                raise NotStarted(self._given_up(method, failure))
            pause = min(LONGEST_PAUSE, pause * 2)

    def _given_up(self, method: str, failure: TelegramError) -> str:
        if asked := seconds_asked(failure):
            advice = f"Telegram asks to wait {asked:.0f} s: start again after that, and less often"
        else:
            advice = "look at this machine's network (PALIER_TELEGRAM_API, PALIER_TELEGRAM_PROXY), then start again"
        return f"{method} failed for {self._patience:.0f} s ({in_words(failure)}): {advice}."

    async def _unless_stopped(self, work: Awaitable[T]) -> T:
        task, stopped = asyncio.ensure_future(work), asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                raise Stopped
            return await task
        finally:
            for one in (task, stopped):
                one.cancel()
            await asyncio.gather(task, stopped, return_exceptions=True)


def insisting(desk: Desk, patience: float, stop: asyncio.Event | None = None) -> Insistence:
    """Insists for so many seconds, until `stop`; a pause that Telegram asks the whole bot for holds every replica."""
    return Insistence(stop, patience, hold=partial(pacing.hold_everybody, desk))


async def ask(bot: Bot, method: str, **parameters: str) -> Any:
    """The result of a method that only reads, as raw JSON. Raises `TelegramError`."""
    query = f"?{urlencode(parameters)}" if parameters else ""
    return await bot.request.post(f"{bot.base_url}/{method}{query}")


async def introduce(bot: Bot, insistence: Insistence) -> None:
    """Sets the usual command menu in each language of a Telegram; a chat whose accounts have roles gets its own."""
    for code, language in menus.LANGUAGES.items():
        await insistence.on("setMyCommands", partial(set_menu, bot, menus.usual(language), code))


async def set_menu(bot: Bot, commands: Sequence[tuple[str, str]], language: str) -> None:
    """Sets the command menu of everybody with this language (empty: any), unless it is that already."""
    wanted = [{"command": name, "description": words} for name, words in commands]
    if await ask(bot, "getMyCommands", language_code=language) != wanted:
        await bot.set_my_commands(list(commands), language_code=language or None)


async def set_webhook(bot: Bot, url: str, secret: str, allowed: Sequence[str], known: bool) -> bool:
    """Sets the webhook, unless it is set that way already; returns whether it had to be set.

    Telegram does not tell the secret: `known` says whether it was last given this one.
    """
    info = await ask(bot, "getWebhookInfo")
    if known and isinstance(info, dict) and _is_same(info, url, allowed):
        return False
    await bot.set_webhook(url, allowed_updates=list(allowed), secret_token=secret)
    return True


def _is_same(info: dict[str, Any], url: str, allowed: Sequence[str]) -> bool:
    refused = any(f": {status} " in f"{info.get('last_error_message', '')} " for status in _REFUSALS)
    asked = info.get("allowed_updates")
    same = info.get("url") == url and isinstance(asked, list) and {*map(str, asked)} == {*allowed}
    return same and not refused and not info.get("has_custom_certificate")


def way(url: str, secret: str, allowed: Sequence[str]) -> str:
    """The way in which a webhook is set, on one line; it holds the secret, so only its digest may be kept."""
    return json.dumps([url, secret, sorted(allowed)])
