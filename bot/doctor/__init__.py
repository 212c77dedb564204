"""What `palier doctor` checks: everything the bot needs before it can serve anybody. It changes nothing."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import datetime

from telegram import Bot
from telegram.error import TelegramError

from bot import app, opening
from bot.doctor import (
    audit,
    backlog,
    botfather,
    clock,
    database,
    files,
    holidays,
    proxy,
    reach,
    retention,
    sign_in,
    webhook,
)
from bot.ent.finding import Finding
from bot.workflows.desk import Desk
from bot.workflows.rules.calendar import today
from config.settings import Settings


async def examine(settings: Settings, now: Callable[[], datetime] = opening.now) -> AsyncGenerator[Finding, None]:
    """Yields a finding per check: Telegram, the settings, the database, the ENT, in this order.

    A check is skipped where it depends on one that failed.
    """
    async with AsyncExitStack() as stack:
        through = await proxy.answers(
            "Telegram proxy", "PALIER_TELEGRAM_PROXY", settings.telegram_proxy, settings.telegram_api
        )
        if through:
            yield through
        bot, met = await _met(stack, settings)
        yield met
        async for finding in _telegram(bot, settings, now):
            yield finding
        try:
            desk = await stack.enter_async_context(opening.opened(settings, now))
        except (opening.Misconfigured, OSError, ValueError) as error:
            yield Finding("settings", str(error), fine=False)
            return
        yield Finding("settings", "complete")
        for told in (files.secrets(settings.secret_files()), files.database(database.file(settings))):
            if told:
                yield told
        yield holidays.known(desk.policy.year, today(now()))
        reached = await database.reached(desk, settings)
        yield reached
        if reached.fine:
            async for finding in _records(desk, settings):
                yield finding
        if reached.fine or settings.ent != "embedded":
            async for finding in _ent(desk, settings, reached.fine):
                yield finding


async def _met(stack: AsyncExitStack, settings: Settings) -> tuple[Bot | None, Finding]:
    try:
        bot = await stack.enter_async_context(app.asking(settings))
    except (opening.Misconfigured, TelegramError) as error:
        return None, Finding("Telegram", str(error), fine=False)
    return bot, Finding("Telegram", f"the bot is @{bot.username}")


async def _telegram(bot: Bot | None, settings: Settings, now: Callable[[], datetime]) -> AsyncIterator[Finding]:
    if bot is not None:
        for finding in botfather.settings(bot):
            yield finding
        try:
            yield webhook.registered(settings, await bot.get_webhook_info(), now())
        except TelegramError as error:
            yield Finding("webhook", str(error), fine=False)
    if told := webhook.declared(settings):
        yield told
    if told := await webhook.resolved(settings):
        yield told
    if told := await clock.against("clock", settings.telegram_api, now, settings.telegram_proxy.get_secret_value()):
        yield told


async def _records(desk: Desk, settings: Settings) -> AsyncIterator[Finding]:
    async for finding in database.examine(desk, settings):
        yield finding
    if told := await backlog.bot(desk, settings):
        yield told
    yield await clock.kept(desk)
    yield await backlog.outbox(desk)
    yield await backlog.pauses(desk)
    yield await backlog.parked(desk)
    yield await audit.examine(desk)
    async for finding in retention.examine(desk):
        yield finding


async def _ent(desk: Desk, settings: Settings, records: bool) -> AsyncIterator[Finding]:
    through = settings.entcore_proxy
    if settings.ent == "entcore":
        if told := await proxy.answers("ENT proxy", "PALIER_ENTCORE_PROXY", through, settings.entcore_url):
            yield told
        if told := await clock.against("ENT clock", settings.entcore_url, desk.clock, through.get_secret_value()):
            yield told
    async for finding in opening.ent_findings(desk):
        yield finding
    async for finding in sign_in.examine(desk, settings):
        yield finding
    if records and (told := await reach.examine(desk)):
        yield told
