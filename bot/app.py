"""The composition root: builds the running bot out of its parts, on the desk that `bot.opening` opens."""

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
from bot.opening import Misconfigured, opened, ready, serve_as
from bot.terms import Unavailable
from bot.ticker import tick
from bot.web.client import AiohttpRequest, NotSent
from bot.web.health import Health
from bot.web.metrics import Metrics
from bot.web.monitor import Monitor
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
_STUCK = 180.0  # seconds: longer than the timeouts of Telegram, a database and an ENT together
_SLOW = 1800.0  # seconds: a round of chores that ask the ENT may take long


@dataclass(slots=True)
class House:
    """A running bot: its desk, its Telegram application and reception, its courier, and its loops."""

    desk: Desk
    application: Application[Any, Any, Any, Any, Any, Any]
    reception: Reception
    courier: Courier
    life: Life

    @property
    def bot(self) -> ExtBot[None]:
        """The bot as Telegram knows it."""
        bot: ExtBot[None] = self.application.bot
        return bot


@asynccontextmanager
async def running(settings: Settings, clock: Callable[[], datetime] | None = None) -> AsyncIterator[House]:
    """Runs a bot with its courier and its tickers; at the end of the context, they finish what they have begun.

    Without a `clock`, it goes by that of its records.
    """
    token = _token(settings)
    async with opened(settings, clock) as desk:
        await ready(desk)
        await serve_as(desk, bot_of(token))
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
                await asyncio.wait(tasks)  # a loop that died was logged by `Life`


@asynccontextmanager
async def replaying(settings: Settings, park: Park) -> AsyncIterator[House]:
    """A bot that only takes updates, without a courier: the running bot's courier sends what it queues.

    `park` is called with an update that cannot be treated.
    """
    token = _token(settings)
    async with opened(settings) as desk:
        await ready(desk)
        desk.bot = bot_of(token)
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


def bot_of(token: str) -> int:
    """Telegram's number of the bot to which a token belongs."""
    return int(token.partition(":")[0])


@asynccontextmanager
async def _initialized(application: Application[Any, Any, Any, Any, Any, Any]) -> AsyncIterator[None]:
    try:
        await application.initialize()
        yield
    except InvalidToken:  # the message of this error contains the token
        raise Misconfigured("Telegram does not know the token of PALIER_TELEGRAM_TOKEN.") from None
    finally:
        await application.shutdown()
        await application.bot.request.shutdown()  # `application.shutdown` leaves it open if the start failed


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
    entrance = Entrance(desk, sender, desk.bot, IN_PLACE)
    application.add_handlers(handlers(entrance))
    reception = Reception(application, load, park, FAILURES, settings.backlog)
    courier = Courier(desk, sender, _alone(settings))
    desk.wake = courier.wake
    desk.whisper = sender.whisper
    return House(desk, application, reception, courier, Life())


def _alone(settings: Settings) -> bool:
    """Whether no other replica shares the records: a SQLite file serves one bot only."""
    return settings.database_url.get_secret_value().startswith("sqlite")


async def poll_updates(house: House, stop: asyncio.Event) -> None:
    """Takes updates by polling until `stop`."""
    await house.life.begin("polling", lambda beat: poll(house.bot, house.reception, stop, ALLOWED, beat=beat), _STUCK)


def webhook_address(settings: Settings) -> str:
    """Where Telegram is to post updates; empty where the settings name no webhook."""
    return settings.webhook_url and f"{settings.webhook_url}{_WEBHOOK_PATH}"


@asynccontextmanager
async def serving(settings: Settings, house: House) -> AsyncIterator[WebServer]:
    """Takes updates by webhook while the context is open; at its end, updates under way are finished.

    Raises `Misconfigured` where the webhook's settings are missing, or its address cannot be listened on.
    """
    secret = settings.webhook_secret.get_secret_value()
    if not secret or not settings.webhook_url:
        raise Misconfigured("PALIER_WEBHOOK_URL and PALIER_WEBHOOK_SECRET are both needed to serve a webhook.")
    webhook = Webhook(house.reception, secret, _WEBHOOK_PATH)
    async with _listening(settings, [*webhook.routes(), *_watching(settings, house)]) as server:
        await house.bot.set_webhook(webhook_address(settings), allowed_updates=ALLOWED, secret_token=secret)
        yield server


@asynccontextmanager
async def watched(settings: Settings, house: House, stop: asyncio.Event) -> AsyncIterator[WebServer]:
    """Serves health and metrics while the context is open; once `stop` is set, the bot says that it is not ready."""
    async with _listening(settings, _watching(settings, house, stop)) as server:
        yield server


def _watching(settings: Settings, house: House, stop: asyncio.Event | None = None) -> list[web.RouteDef]:
    async def check() -> None:
        if stop is not None and stop.is_set():
            raise Unavailable("stopping")
        await ready(house.desk)
        if seconds := house.courier.stalled():
            raise Unavailable(f"nothing was sent for {seconds:.0f} s, though notices wait and nothing explains that")

    monitor = Monitor(*settings.monitors, settings.monitor_token.get_secret_value())
    health, metrics = Health(house.life.troubles, check), Metrics(Gauging(house.desk))
    return [*monitor.guarded(health.routes()), *monitor.guarded(metrics.routes(), by_token=True)]


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
async def asking(settings: Settings, request: AiohttpRequest | None = None) -> AsyncIterator[Bot]:
    """The bot without the rest of the house, to ask Telegram things; by way of `request`, if one is given.

    Raises `Misconfigured` without a valid token, `TelegramError` where Telegram cannot be asked.
    """
    try:
        async with Bot(_token(settings), f"{settings.telegram_api}/bot", request=request or AiohttpRequest()) as bot:
            yield bot
    except InvalidToken:  # the message of this error contains the token
        raise Misconfigured("Telegram does not know the token of PALIER_TELEGRAM_TOKEN.") from None


async def username(settings: Settings) -> str:
    """The bot's public name; empty where no token is set or Telegram cannot be asked."""
    try:
        async with asking(settings) as bot:
            return bot.username
    except (Misconfigured, TelegramError):
        return ""


async def _introduce(bot: Bot) -> None:
    """Sets the command menu of people who are not linked, in each language; linked people have their own menu."""
    for language in ("", "en"):
        await bot.set_my_commands(texts.stranger_commands(language or "fr"), language_code=language or None)
