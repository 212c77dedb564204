"""The Bot API over HTTP: reads a call, carries it out, and answers as Telegram does."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from .calls import Calls
from .delivery import Delivery
from .errors import BotApiError, bad_request
from .faults import Fault, Faults
from .files import DOWNLOAD_MAX
from .methods import HANDLERS, Call
from .parameters import SPELLINGS, Upload, read_parameters
from .records import BotAccount, Json
from .world import World

UNSUPPORTED = "method is not supported by this emulator"
log = logging.getLogger(__name__)


class Dropped(Exception):
    """The connection must be cut without an answer."""


class Replaced(Exception):
    """A proxy answers in the server's place, with the body of this fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.method)
        self.fault = fault


class BotApi:
    """What bots talk to. The control API reads `calls` and sets `faults`."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.calls = Calls()
        self.faults = Faults()
        self.closing: tuple[BotApiError, float] | None = None  #: what every call is answered, and until when
        self.delivery = Delivery(world, self._from_webhook)

    def routes(self) -> list[web.RouteDef]:
        """Returns the routes of the Bot API."""
        return [
            web.route("*", "/bot{token:[^/]*}/{method}", self.handle),
            web.route("*", "/bot{token:[^/]*}", self.handle),
            web.get("/file/bot{token:[^/]*}/{path:.+}", self.download),
        ]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answers one call."""
        try:
            bot = self.world.bot_of(request.match_info["token"])
            outcome = await self._call(bot, _method(request), await _given(request))
        except Dropped:
            if request.transport is not None:
                request.transport.abort()
            outcome = {"ok": False}
        except Replaced as proxy:
            fault = proxy.fault
            body, headers = (fault.body or "").encode(), {"Content-Type": fault.content_type}
            return web.Response(status=int(fault.error), body=body, headers=headers)
        except BotApiError as refusal:
            outcome = _refused(refusal)
        return web.json_response(outcome, status=outcome.get("error_code", 200))

    async def _call(self, bot: BotAccount, method: str, given: Json) -> Json:
        fault = self.faults.take(method, given)
        if fault is not None and not fault.after_effect:
            await self._fail(fault)
            if fault.error != "slow":
                return self._answer(fault, bot, method, given)
        try:
            outcome = {"ok": True, "result": await self._do(bot, method, given)}
        except BotApiError as refusal:
            outcome = _refused(refusal)
        except Exception:
            log.exception("%s failed inside the emulator", method)
            outcome = _refused(BotApiError(500, "Internal Server Error"))
        self._record(bot, method, given, outcome)
        if fault is not None and fault.after_effect:
            await self._fail(fault)
            if fault.answers_after_effect:
                return self._answer(fault, bot, method, given)
            if fault.error != "slow":
                raise Dropped
        return outcome

    def _record(self, bot: BotAccount, method: str, given: Json, outcome: Json) -> None:
        self.calls.add(method, bot.id, self.world.clock.now(), given, outcome)

    def _answer(self, fault: Fault, bot: BotAccount, method: str, given: Json) -> Json:
        """Answers as the fault says. Raises Replaced where it is not an answer of the Bot API."""
        outcome = _refused(fault.refusal())
        if not fault.after_effect:
            self._record(bot, method, given, outcome)
        if fault.body is not None:
            raise Replaced(fault)
        return outcome

    async def _fail(self, fault: Fault) -> None:
        if fault.error == "slow":
            await asyncio.sleep(fault.seconds)
        elif fault.error == "drop":
            raise Dropped

    async def _do(self, bot: BotAccount, method: str, given: Json) -> Any:
        now = self.world.clock.now()
        if self.closing is not None and now < self.closing[1]:
            raise self.closing[0]
        bot.rates.check(method, given.get("chat_id"), now)
        handler = HANDLERS.get(method)
        if handler is None:
            raise bad_request(UNSUPPORTED)
        uploads = {name: value for name, value in given.items() if isinstance(value, Upload)}
        result = handler(Call(self.world, self.delivery, bot, method, read_parameters(method, given), uploads))
        return await result if inspect.isawaitable(result) else result

    def close(self, refusal: BotApiError, seconds: float) -> None:
        """Answers every call with this error for so many seconds, a waiting getUpdates at once."""
        self.closing = refusal, self.world.clock.now() + seconds
        self.delivery.interrupt(refusal)

    async def _from_webhook(self, bot: BotAccount, call: Json) -> None:
        method = SPELLINGS.get(call["method"].lower())
        if method is None:
            log.warning("a webhook answered with the unknown method %s", call["method"])
            return
        try:
            await self._call(bot, method, {name: value for name, value in call.items() if name != "method"})
        except (Dropped, Replaced):
            log.info("a call inside a webhook's answer was dropped on demand")

    async def download(self, request: web.Request) -> web.Response:
        """Answers the bytes of a file."""
        try:
            bot = self.world.bot_of(request.match_info["token"])
        except BotApiError as refusal:
            return web.json_response(_refused(refusal), status=refusal.code)
        stored = self.world.files.get(self.world.paths.get(request.match_info["path"], ""))
        if stored is None or bot.id not in stored.bots or len(stored.content) > DOWNLOAD_MAX:
            return web.json_response(_refused(BotApiError(404, "Not Found")), status=404)
        return web.Response(body=stored.content, content_type="application/octet-stream")


def _method(request: web.Request) -> str:
    """Returns the name of the method called, as the Bot API spells it. Raises 404 for an unknown one."""
    method = SPELLINGS.get(request.match_info.get("method", "").lower())
    if method is None:
        raise BotApiError(404, "Not Found")
    return method


def _refused(refusal: BotApiError) -> Json:
    parameters = {"parameters": refusal.parameters} if refusal.parameters else {}
    return {"ok": False, "error_code": refusal.code, "description": refusal.description, **parameters}


async def _given(request: web.Request) -> Json:
    """Returns the parameters of query and body together. Raises 400 for a body that cannot be read."""
    given: Json = dict(request.query)
    if request.method not in ("GET", "POST"):
        raise BotApiError(405, "Method Not Allowed")
    if request.content_type == "application/json":
        given |= await _json_body(request)
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            given[name] = _upload(value) if isinstance(value, FileField) else value
    return given


async def _json_body(request: web.Request) -> Json:
    raw = await request.read()
    try:
        body = json.loads(raw) if raw else {}
    except (ValueError, RecursionError):
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("expected a JSON object")
    return body


def _upload(field: FileField) -> Upload:
    with field.file as file:
        return Upload(field.filename, field.content_type, file.read())
