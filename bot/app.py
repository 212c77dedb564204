"""The composition root: builds the running bot out of its parts, on the desk that `bot.opening` opens."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from aiohttp import web
from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, ExtBot

from bot.courier import Courier
from bot.delivery import menus, pacing
from bot.delivery.gauging import Gauging
from bot.ent import metered
from bot.handlers import IN_PLACE, handlers
from bot.handlers.entrance import Entrance
from bot.handlers.failing import FAILURES
from bot.handlers.giving import Giving
from bot.handlers.sending import TelegramSender
from bot.handlers.update import KINDS, load
from bot.handlers.whispering import Whispering
from bot.living import Life
from bot.opening import Misconfigured, bot_of, opened, ready, serve_as, token_of
from bot.storage import bots
from bot.storage.verification import fault
from bot.terms import Unavailable
from bot.ticker import tick
from bot.web import address
from bot.web.client import AiohttpRequest, NotSent
from bot.web.health import Health
from bot.web.metrics import Metrics
from bot.web.monitor import Monitor
from bot.web.polling import Polling
from bot.web.reception import Park, Reception
from bot.web.server import WebServer
from bot.web.signing_in import pages
from bot.web.starting import PATIENCE, Insistence, insisting, introduce, set_webhook, way
from bot.web.webhook import Webhook
from bot.workflows import talk, upkeep
from bot.workflows.desk import Desk
from config.settings import Settings

log = logging.getLogger(__name__)

ALLOWED = KINDS
WEBHOOK_PATH = "/telegram"
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
    stop: asyncio.Event = field(default_factory=asyncio.Event)  #: ends the loops
    loops: list[asyncio.Task[None]] = field(default_factory=list)
    started: bool = False  #: whether Telegram answered at the start: only then updates are taken, notices sent

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
    async with prepared(settings, clock) as house:
        await begin(house, settings, insisting(house.desk, settings.start_patience))
        yield house


@asynccontextmanager
async def prepared(settings: Settings, clock: Callable[[], datetime] | None = None) -> AsyncIterator[House]:
    """A bot that has not asked Telegram anything yet; what `begin` starts is ended at the end of the context."""
    token = token_of(settings)
    async with opened(settings, clock) as desk:
        await ready(desk)
        await serve_as(desk, bot_of(token))
        house = _build(settings, desk, token, partial(talk.put_aside, desk))
        try:
            yield house
        finally:
            house.stop.set()
            if house.loops:
                await asyncio.wait(house.loops)  # a loop that died was logged by `Life`
            await _shut(house.application)


async def begin(house: House, settings: Settings, insistence: Insistence) -> None:
    """Meets Telegram, sets the usual menu, and starts the loops; does nothing where that was done.

    Raises `Misconfigured` for a wrong token, and what `insistence` raises.
    """
    if house.started:
        return
    with _naming_the_token():
        await insistence.on("getMe", house.application.initialize)
        await introduce(house.bot, insistence)
    house.desk.menus = menus.release()
    house.loops.append(house.life.begin("courier", lambda beat: house.courier.run(house.stop, beat), _STUCK))
    for job in upkeep.JOBS:
        ticking = partial(tick, house.desk, house.stop, job, alone=_alone(settings))
        house.loops.append(house.life.begin(f"ticker {job.name}", ticking, _SLOW))
    house.started = True


@asynccontextmanager
async def replaying(settings: Settings, park: Park) -> AsyncIterator[House]:
    """A bot that only takes updates, without a courier: the running bot's courier sends what it queues.

    `park` is called with an update that cannot be treated.
    """
    token = token_of(settings)
    async with opened(settings) as desk:
        await ready(desk)
        desk.bot = bot_of(token)
        house = _build(settings, desk, token, park)
        try:
            with _naming_the_token():
                await house.application.initialize()
            yield house
        finally:
            await _shut(house.application)


async def _shut(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    await application.shutdown()
    await application.bot.request.shutdown()  # `application.shutdown` leaves it open if the start failed


@contextmanager
def _naming_the_token() -> Iterator[None]:
    """Raises `Misconfigured` where Telegram does not know the token: the library's own error contains it."""
    try:
        yield
    except InvalidToken:
        raise Misconfigured("Telegram does not know the token of PALIER_TELEGRAM_TOKEN.") from None


def _build(settings: Settings, desk: Desk, token: str, park: Park) -> House:
    desk.directory = metered.metered(desk.directory)
    request = _client(settings)
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
    application.add_handlers(handlers(Entrance(desk, sender, desk.bot, IN_PLACE)))
    reception = Reception(application, load, park, FAILURES, settings.backlog)
    courier = Courier(desk, sender, _alone(settings))
    desk.wake, desk.whisper, desk.give = courier.wake, Whispering(desk, sender), (giving := Giving(desk, sender))
    desk.export = giving.table
    desk.username = lambda: sender.username
    return House(desk, application, reception, courier, Life())


def _client(settings: Settings) -> AiohttpRequest:
    """The HTTP client for Telegram, through the proxy that the settings name."""
    return AiohttpRequest(proxy=settings.telegram_proxy.get_secret_value() or None)


def _alone(settings: Settings) -> bool:
    """Whether no other replica shares the records: a SQLite file serves one bot only."""
    return settings.database_url.get_secret_value().startswith("sqlite")


async def poll_updates(house: House, stop: asyncio.Event, patience: float = PATIENCE) -> None:
    """Takes updates by polling until `stop`. Raises as `begin` does where a webhook cannot be removed first."""
    polling = Polling(house.bot, house.reception, stop, ALLOWED)
    with _naming_the_token():
        await polling.begin(insisting(house.desk, patience, stop))
    await house.life.begin("polling", polling.run, _STUCK)


def webhook_address(settings: Settings) -> str:
    """Where Telegram is to post updates; empty where the settings name no webhook."""
    return settings.webhook_url and f"{settings.webhook_url}{WEBHOOK_PATH}"


@asynccontextmanager
async def serving(settings: Settings, house: House, stop: asyncio.Event | None = None) -> AsyncIterator[WebServer]:
    """Takes updates by webhook while the context is open; at its end, updates under way are finished.

    Listens first, then begins with Telegram where that was not done: health says so meanwhile. Raises
    `Misconfigured` where the webhook's settings are missing or such that Telegram would refuse them, or its address
    cannot be listened on; else as `begin` does. A webhook that another replica set is never removed.
    """
    secret = settings.webhook_secret.get_secret_value()
    if not secret or not settings.webhook_url:
        raise Misconfigured("PALIER_WEBHOOK_URL and PALIER_WEBHOOK_SECRET are both needed to serve a webhook.")
    if why := address.refusal(settings.webhook_url, settings.telegram_api, WEBHOOK_PATH):
        raise Misconfigured(f"PALIER_WEBHOOK_URL {why}.")
    webhook = Webhook(house.reception, secret, WEBHOOK_PATH, lambda: not house.started)
    async with _listening(settings, [*webhook.routes(), *_watching(settings, house)]) as server:
        insistence = insisting(house.desk, settings.start_patience, stop)
        await begin(house, settings, insistence)
        with _naming_the_token():
            await insistence.on("setWebhook", partial(_register, settings, house))
        yield server


async def _register(settings: Settings, house: House) -> None:
    """Has Telegram post updates to the address in the settings, unless it was told so already."""
    url, secret = webhook_address(settings), settings.webhook_secret.get_secret_value()
    token = settings.telegram_token.get_secret_value().encode()
    digest = hmac.new(token, way(url, secret, ALLOWED).encode(), "sha256").hexdigest()
    known = await house.desk.look(bots.webhook) == digest
    if await set_webhook(house.bot, url, secret, ALLOWED, known) or not known:
        await house.desk.put(bots.keep_webhook, digest)


@asynccontextmanager
async def watched(settings: Settings, house: House, stop: asyncio.Event) -> AsyncIterator[WebServer]:
    """Serves health and metrics while the context is open; once `stop` is set, the bot says that it is not ready.

    Listens first, then begins with Telegram, as `serving` does.
    """
    async with _listening(settings, _watching(settings, house, stop)) as server:
        await begin(house, settings, insisting(house.desk, settings.start_patience, stop))
        yield server


def _watching(settings: Settings, house: House, stop: asyncio.Event | None = None) -> list[web.RouteDef]:
    async def check() -> dict[str, Any]:
        if stop is not None and stop.is_set():
            raise Unavailable("stopping")
        await ready(house.desk)
        if seconds := house.courier.stalled():
            raise Unavailable(f"nothing was sent for {seconds:.0f} s, though notices wait and nothing explains that")
        return await pacing.pauses(house.desk) | ({"audit": "broken"} if await house.desk.look(fault) else {})

    monitor = Monitor(*settings.monitors, settings.monitor_token.get_secret_value())
    watch = monitor.guarded(Health(house.life.troubles, check, lambda: not house.started).routes())
    metrics = monitor.guarded(Metrics(Gauging(house.desk)).routes(), by_token=True)
    return [*watch, *metrics, *pages(house.desk, lambda: house.bot.username if house.started else "")]


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
        async with Bot(
            token_of(settings), f"{settings.telegram_api}/bot", request=request or _client(settings)
        ) as bot:
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
