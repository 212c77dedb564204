"""A town for journey tests: the emulator and the real bot, used over HTTP only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from aiohttp import ClientSession

from bot import app, opening
from bot.demo import TOKEN as DEMO_TOKEN
from bot.emulator import Emulator, Persona
from bot.workflows.people import issuing
from config.settings import Settings
from tests.journeys.phone import Phone
from tests.patience import patient

SECRET = "a-secret-of-the-tests"


@dataclass
class Town:
    """The emulator, the phones of the demo's people by key, and a bot that can be stopped and started."""

    emulator: Emulator
    http: ClientSession
    settings: Settings
    webhook: bool
    phones: dict[str, Phone] = field(default_factory=dict)
    house: app.House | None = None
    ahead: timedelta = timedelta()
    _running: AsyncExitStack | None = None

    def __getitem__(self, key: str) -> Phone:
        return self.phones[key]

    def clock(self) -> datetime:
        """The bot's present time, which a test can move forward."""
        return opening.now() + self.ahead

    async def start(self) -> None:
        """Starts the bot."""
        self._running = AsyncExitStack()
        self.house = await self._running.enter_async_context(app.running(self.settings, self.clock))
        self.house.desk.policy = patient(self.house.desk.policy)
        if self.webhook:
            await self._running.enter_async_context(app.serving(self.settings, self.house))
        else:
            await self._running.enter_async_context(_polled(self.house))

    async def stop(self) -> None:
        """Stops the bot as SIGTERM does."""
        if self._running is not None:
            await self._running.aclose()
            self._running = None

    async def control(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Makes one call to the control API; returns the answer."""
        async with self.http.request(method, f"{self.emulator.url}/control/{path}", json=body) as response:
            answer = await response.json()
            assert response.status == 200, answer
            return answer

    async def token(self, login: str) -> str:
        """A one-time token for the account with this login, as `palier link` prints it."""
        assert self.house is not None
        _, token = await issuing.issue_token(self.house.desk, login)
        return token


@asynccontextmanager
async def _polled(house: app.House) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.create_task(app.poll_updates(house, stop))
    try:
        yield
    finally:
        stop.set()
        await task


@asynccontextmanager
async def built(database_url: str, port: int, webhook: bool, limits: str = "off", **more: Any) -> AsyncIterator[Town]:
    """A town on this migrated database, with its bot running."""
    cast = [Persona(p.key, p.telegram_id, p.first_name, p.last_name, p.role, p.structure) for p in opening.PERSONAS]
    emulator = Emulator(cast, rates=limits == "on")
    await emulator.start()
    settings = Settings(
        _env_file=None,
        telegram_token=DEMO_TOKEN,
        telegram_api=emulator.url,
        database_url=database_url,
        listen=f"127.0.0.1:{port}",
        webhook_url=f"http://127.0.0.1:{port}",
        webhook_secret=SECRET,
        limits=limits,
        **more,
    )
    async with ClientSession() as http:
        town = Town(emulator, http, settings, webhook)
        town.phones = {p.key: Phone(http, emulator.url, p.telegram_id) for p in opening.PERSONAS}
        async with opening.opened(settings) as desk:
            await opening.seed_demo(desk)
        await town.start()
        try:
            yield town
        finally:
            await town.stop()
            await emulator.stop()
