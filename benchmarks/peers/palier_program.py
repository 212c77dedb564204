"""Palier's transport with a handler that only answers: `palier_program API CLIENT`, CLIENT being `ours` or `httpx`.

Reception, web server, application and sender are those of the bot; with `httpx`, the HTTP client is the one of
python-telegram-bot. Prints the port it listens on; `GET /spent` answers the seconds of processor time used.
"""

from __future__ import annotations

import asyncio
import sys
import time
from typing import Any

from aiohttp import web
from telegram.ext import ApplicationBuilder, TypeHandler

from bot.handlers.failing import FAILURES
from bot.handlers.sending import TelegramSender
from bot.handlers.update import Update, load
from bot.texts.speech import Speech
from bot.web.client import AiohttpRequest, NotSent
from bot.web.reception import Reception
from bot.web.server import WebServer
from bot.web.webhook import Webhook

TOKEN, SECRET, COMMANDS = "123456:none", "secret", 30


async def spent(_request: web.Request) -> web.Response:
    """The processor time of this process."""
    return web.json_response(time.process_time())


async def park(_body: str, reason: str) -> None:
    """Prints the reason why an update failed; none should."""
    print(reason, file=sys.stderr, flush=True)


async def serve(api: str, client: str) -> None:
    """Answers until its standard input is closed."""
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{api}/bot").updater(None).job_queue(None)
    if client == "ours":
        request = AiohttpRequest()
        builder = builder.request(request).get_updates_request(request)
    async with builder.build() as application:
        sender = TelegramSender(application.bot, NotSent)

        async def answer(update: Update, _context: Any) -> None:
            message = update.message
            assert message is not None
            assert message.text is not None
            await sender.say(message.chat.id, Speech(f"Reçu : {message.text.partition(' ')[2]}"))

        handlers = {f"/verbe{number}": answer for number in range(COMMANDS)}

        async def route(update: Update, context: Any) -> None:
            message = update.message
            assert message is not None
            await handlers[(message.text or "").partition(" ")[0]](update, context)

        application.add_handler(TypeHandler(Update, route))
        reception = Reception(application, load, park, FAILURES)
        server = WebServer("127.0.0.1", 0, [*Webhook(reception, SECRET).routes(), web.get("/spent", spent)])
        await server.start()
        print(server.port, flush=True)
        await asyncio.to_thread(sys.stdin.read)
        await server.stop()


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:]))
