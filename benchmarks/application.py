"""An application of python-telegram-bot that knows who it is and asks nothing else unless it is given a Bot API."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram.ext import Application, ApplicationBuilder
from telegram.request import BaseRequest

from bot.web.client import AiohttpRequest

App = Application[Any, Any, Any, Any, Any, Any]
BOT_ID = 123456
_ME = {"id": BOT_ID, "is_bot": True, "first_name": "Palier", "username": "palier_bot"}


class OwnName(BaseRequest):
    """Answers `getMe`, which python-telegram-bot asks before it starts; nothing else may be asked."""

    @property
    def read_timeout(self) -> float:
        """None is ever waited for."""
        return 0.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, *_args: Any, **_options: Any) -> tuple[int, bytes]:
        """The bot's name; raises AssertionError for whatever else is asked."""
        assert url.endswith("/getMe"), "the benchmark must not send"
        return 200, json.dumps({"ok": True, "result": _ME}).encode()


@asynccontextmanager
async def started(telegram: str = "") -> AsyncIterator[App]:
    """An application without handlers, ready to process updates; it sends to that Bot API, or nowhere."""
    request = AiohttpRequest() if telegram else OwnName()
    builder = ApplicationBuilder().token(f"{BOT_ID}:none").updater(None).job_queue(None)
    if telegram:
        builder = builder.base_url(f"{telegram}/bot")
    application = builder.request(request).get_updates_request(request).build()
    async with application:
        yield application
