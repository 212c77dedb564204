"""A bot on aiogram that answers one of thirty commands: `aiogram_program.py API`; runs in the peer's environment.

Prints the port it listens on; `GET /spent` answers the seconds of processor time used so far.
"""

from __future__ import annotations

import asyncio
import sys
import time

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

TOKEN, SECRET, COMMANDS = "123456:none", "secret", 30


async def answer(message: Message) -> None:
    """Answers with the text received."""
    await message.answer(f"Reçu : {message.text.partition(' ')[2]}")


async def spent(_request: web.Request) -> web.Response:
    """The processor time of this process."""
    return web.json_response(time.process_time())


async def serve(api: str) -> None:
    """Answers until its standard input is closed."""
    dispatcher = Dispatcher()
    for number in range(COMMANDS):
        dispatcher.message.register(answer, Command(f"verbe{number}"))
    bot = Bot(TOKEN, AiohttpSession(api=TelegramAPIServer.from_base(api)))
    app = web.Application()
    app.router.add_get("/spent", spent)
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=SECRET).register(app, "/telegram")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await bot.session.close()
    await runner.cleanup()


asyncio.run(serve(sys.argv[1]))
