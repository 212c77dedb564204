"""The composition root: puts the house together, over the ground floor that `bot.opening` lays."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from aiohttp import web
from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, ExtBot

from bot import texts
from bot.courier import Courier
from bot.delivery.gauging import Gauging
from bot.ent import metered
from bot.handlers import IN_PLACE, handlers
from bot.handlers.entrance import Entrance
from bot.handlers.failing import FAILURES
from bot.handlers.sending import TelegramSender
from bot.handlers.update import KINDS, load
from bot.living import Life
from bot.opening import Misconfigured, now, opened, ready
from bot.terms import Unavailable
from bot.ticker import tick
from bot.web.client import AiohttpRequest, NotSent
from bot.web.health import Health
from bot.web.metrics import Metrics
from bot.web.polling import poll
from bot.web.reception import Park, Reception
from bot.web.server import WebServer
from bot.web.webhook import Webhook
from bot.workflows import talk, upkeep
from bot.workflows.desk import Desk
from config.settings import Settings

log = logging.getLogger(__name__)

ALLOWED = KINDS
_WEBHOOK_PATH = "/telegram"
_STUCK = 180.0  # seconds: beyond the patience with Telegram, with a database and with an ENT together
_SLOW = 1800.0  # seconds: a round of the ENT's may be long


@dataclass(slots=True)
class House:
    """A bot that runs: its desk, its Telegram side, its courier, and the life of its loops."""

    desk: Desk
    application: Application[Any, Any, Any, Any, Any, Any]
    reception: Reception
    courier: Courier
    life: Life

    @property
    def bot(self) -> ExtBot[None]:
        """The bot itself."""
        bot: ExtBot[None] = self.application.bot
        return bot


@asynccontextmanager
async def running(settings: Settings, clock: Callable[[], datetime] = now) -> AsyncIterator[House]:
    """A house with its courier and ticker at work; at the end they finish what they hold."""
    token = _token(settings)
    async with opened(settings, clock) as desk:
        await ready(desk)
        house = _build(settings, desk, token, partial(talk.put_aside, desk))
        async with _initialized(house.application):
            stop = asyncio.Event()
            await _introduce(house.bot)
            tasks = [house.life.begin("courier", lambda beat: house.courier.run(stop, beat), _STUCK)]
            for job in upkeep.JOBS:
                ticking = partial(tick, desk, stop, job, alone=_alone(settings))
                tasks.append(house.life.begin(f"ticker {job.name}", ticking, _SLOW))
            try:
                yield house
            finally:
                stop.set()
                await asyncio.wait(tasks)  # one that died has said so


@asynccontextmanager
async def replaying(settings: Settings, park: Park) -> AsyncIterator[House]:
    """A house that only takes updates: its answers go at once, its notices with the courier of the bot that runs.

    `park` hears of an update that cannot be treated.
    """
    token = _token(settings)
    async with opened(settings) as desk:
        await ready(desk)
        house = _build(settings, desk, token, park)
        async with _initialized(house.application):
            yield house


def _token(settings: Settings) -> str:
    token = settings.telegram_token.get_secret_value()
    if not token:
        raise Misconfigured("PALIER_TELEGRAM_TOKEN is missing: it is what @BotFather gave you.")
    if not token.partition(":")[0].isdigit() or not token.partition(":")[2]:
        raise Misconfigured("PALIER_TELEGRAM_TOKEN does not look like a token: it is digits, a colon, and letters.")
    return token


@asynccontextmanager
async def _initialized(application: Application[Any, Any, Any, Any, Any, Any]) -> AsyncIterator[None]:
    try:
        await application.initialize()
        yield
    except InvalidToken:  # whose own words hold the token
        raise Misconfigured("Telegram does not know the token of PALIER_TELEGRAM_TOKEN.") from None
    finally:
        await application.shutdown()
        await application.bot.request.shutdown()  # the bot's own shutdown does nothing where it never began


def _build(settings: Settings, desk: Desk, token: str, park: Park) -> House:
    desk.directory = metered.metered(desk.directory)
    request = AiohttpRequest()
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{settings.telegram_api}/bot")
        .base_file_url(f"{settings.telegram_api}/file/bot")
        .request(request)
        .get_updates_request(request)
        .updater(None)
        .job_queue(None)
        .build()
    )
    sender = TelegramSender(application.bot, NotSent)
    entrance = Entrance(desk, sender, int(token.partition(":")[0]), IN_PLACE)
    application.add_handlers(handlers(entrance))
    reception = Reception(application, load, park, FAILURES, settings.backlog)
    courier = Courier(desk, sender, _alone(settings))
    desk.wake = courier.wake
    desk.whisper = sender.whisper
    return House(desk, application, reception, courier, Life())


def _alone(settings: Settings) -> bool:
    """Whether no other process shares the records: a SQLite file serves one bot."""
    return settings.database_url.get_secret_value().startswith("sqlite")


async def poll_updates(house: House, stop: asyncio.Event) -> None:
    """Takes updates by polling until `stop`."""
    await house.life.begin("polling", lambda beat: poll(house.bot, house.reception, stop, ALLOWED, beat=beat), _STUCK)


def webhook_address(settings: Settings) -> str:
    """Where Telegram is to post updates; empty where the settings name no webhook."""
    return settings.webhook_url and f"{settings.webhook_url}{_WEBHOOK_PATH}"


@asynccontextmanager
async def serving(settings: Settings, house: House) -> AsyncIterator[WebServer]:
    """Takes updates by webhook while the context is open; what is under way at its end is finished first."""
    secret = settings.webhook_secret.get_secret_value()
    if not secret or not settings.webhook_url:
        raise Misconfigured("PALIER_WEBHOOK_URL and PALIER_WEBHOOK_SECRET are both needed to serve a webhook.")
    webhook = Webhook(house.reception, secret, _WEBHOOK_PATH)
    async with _listening(settings, [*webhook.routes(), *_watching(house)]) as server:
        await house.bot.set_webhook(webhook_address(settings), allowed_updates=ALLOWED, secret_token=secret)
        yield server


@asynccontextmanager
async def watched(settings: Settings, house: House, stop: asyncio.Event) -> AsyncIterator[WebServer]:
    """Answers who watches the bot while the context is open; the bot is not ready any more once it is to `stop`."""
    async with _listening(settings, _watching(house, stop)) as server:
        yield server


def _watching(house: House, stop: asyncio.Event | None = None) -> list[web.RouteDef]:
    async def check() -> None:
        if stop is not None and stop.is_set():
            raise Unavailable("stopping")
        await ready(house.desk)

    return [*Health(house.life.troubles, check).routes(), *Metrics(Gauging(house.desk)).routes()]


@asynccontextmanager
async def _listening(settings: Settings, routes: Iterable[web.RouteDef]) -> AsyncIterator[WebServer]:
    server = WebServer(*settings.address, routes)
    try:
        await server.start()
    except OSError as error:
        raise Misconfigured(f"PALIER_LISTEN: {settings.listen} cannot be listened on ({error.strerror}).") from error
    try:
        yield server
    finally:
        await server.stop()


@asynccontextmanager
async def asking(settings: Settings) -> AsyncIterator[Bot]:
    """The bot alone, to ask Telegram things.

    `Misconfigured` without a good token, `TelegramError` where Telegram cannot be asked.
    """
    try:
        async with Bot(_token(settings), f"{settings.telegram_api}/bot", request=AiohttpRequest()) as bot:
            yield bot
    except InvalidToken:  # whose own words hold the token
        raise Misconfigured("Telegram does not know the token of PALIER_TELEGRAM_TOKEN.") from None


async def username(settings: Settings) -> str:
    """The bot's public name; empty where no token is set or Telegram cannot be asked."""
    try:
        async with asking(settings) as bot:
            return bot.username
    except (Misconfigured, TelegramError):
        return ""


async def _introduce(bot: Bot) -> None:
    """The command menu of whoever is not linked yet, in each language; linked people get their own."""
    for language in ("", "en"):
        await bot.set_my_commands(texts.stranger_commands(language or "fr"), language_code=language or None)
