"""The control API's writing half: acts of people, faults, clock. JSON, loopback only."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from . import acts, botfather, inline
from .acts import Scene
from .botapi import BotApi
from .errors import BotApiError, Impossible
from .faults import read_fault
from .limits import BOT, Rates
from .records import Json

IDS = ("user_id", "chat_id", "bot_id", "message_id", "reply_to_message_id", "message_thread_id")
Act = Callable[["Control", Json], Any | Awaitable[Any]]


class Control:
    """The acts of the control API over one world."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self.world = api.world

    def routes(self) -> list[web.RouteDef]:
        """Returns the routes that change something."""
        found = [web.post(f"/control/{name}", self._handler(act)) for name, act in ACTS.items()]
        return [*found, web.delete("/control/faults", self._handler(_clear_faults))]

    def _handler(self, act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            result = act(self, await _body(request))
            return web.json_response(await result if isinstance(result, Awaitable) else result)

        return handle

    def scene(self, given: Json) -> Scene:
        """Returns the person, chat and bot named by a call's fields. Raises Impossible."""
        wrong = next(
            (n for n in IDS if not isinstance(given.get(n), int | None) or isinstance(given.get(n), bool)), None
        )
        if wrong is not None:
            raise Impossible(f"The field {wrong} must be a whole number.")
        return acts.scene(self.world, given.get("user_id"), given.get("chat_id"), given.get("bot_id"))


async def _body(request: web.Request) -> Json:
    raw = await request.read()
    if not raw:
        return {}
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise Impossible("The body is not valid JSON.") from None
    if not isinstance(body, dict):
        raise Impossible("The body must be a JSON object.")
    return body


def field(given: Json, name: str, kind: type | tuple[type, ...]) -> Any:
    """Returns a required field of this type. Raises Impossible if it is missing or of another type."""
    value = given.get(name)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise Impossible(f"The field {name} is missing or of the wrong type.")
    return value


def _add_user(control: Control, given: Json) -> Json:
    if not field(given, "first_name", str).strip():
        raise Impossible("The first name is empty.")
    if given.get("id") is not None and field(given, "id", int) <= 0:
        raise Impossible("The id must be positive.")
    names = ("id", "first_name", "last_name", "username", "language_code")
    try:
        return control.world.add_person({name: given.get(name) for name in names}).user
    except ValueError as taken:
        raise Impossible(str(taken)) from None


def _add_group(control: Control, given: Json) -> Json:
    members = given.get("members") or []
    if not isinstance(members, list) or not all(isinstance(user_id, int) for user_id in members):
        raise Impossible("The members are a list of user ids.")
    title, forum, plain = field(given, "title", str), bool(given.get("is_forum")), bool(given.get("plain"))
    return acts.add_group(control.world, title, members, is_forum=forum, plain=plain).as_api()


def _write(control: Control, given: Json) -> Json:
    return acts.write(control.scene(given), given)


def _edit(control: Control, given: Json) -> Json:
    return acts.edit(control.scene(given), field(given, "message_id", int), given)


def _remove(control: Control, given: Json) -> Json:
    return acts.remove(control.scene(given), field(given, "message_id", int))


def _react(control: Control, given: Json) -> Json:
    emoji = field(given, "emoji", str) if given.get("emoji") is not None else None
    return acts.react(control.scene(given), field(given, "message_id", int), emoji)


async def _press(control: Control, given: Json) -> Json:
    return await acts.press(control.scene(given), given)


async def _ask_inline(control: Control, given: Json) -> Json:
    query, offset = str(given.get("query") or ""), str(given.get("offset") or "")
    return await inline.ask(control.scene(given), query, offset)


async def _choose_inline(control: Control, given: Json) -> Json:
    query, result_id = str(given.get("query") or ""), field(given, "result_id", str)
    return await inline.choose(control.scene(given), query, result_id, given)


def _set_up_bot(control: Control, given: Json) -> Json:
    return botfather.settle(control.world, acts.bot_for(control.world, given.get("bot_id")), given)


def _open_topic(control: Control, given: Json) -> Json:
    return botfather.open_topic(control.scene(given), field(given, "name", str).strip())


def _block(control: Control, given: Json) -> Json:
    return acts.block(control.scene({**given, "chat_id": None}), blocked=True)


def _unblock(control: Control, given: Json) -> Json:
    return acts.block(control.scene({**given, "chat_id": None}), blocked=False)


def _migrate(control: Control, given: Json) -> Json:
    return acts.migrate(control.world, given.get("chat_id")).as_api()


def _add_fault(control: Control, given: Json) -> Json:
    control.api.faults.add(read_fault(given))
    return {"ok": True, "faults": control.api.faults.shown()}


def _clear_faults(control: Control, given: Json) -> Json:
    control.api.faults.clear()
    return {"ok": True}


def _advance(control: Control, given: Json) -> Json:
    seconds = field(given, "advance_s", (int, float))
    if seconds < 0:
        raise Impossible("The clock only goes forward.")
    control.world.clock.advance(seconds)
    control.world.mark("counter")
    return {"now": control.world.clock.now()}


def _rates(control: Control, given: Json) -> Json:
    if "enabled" in given or not {"hold_s", "next_wait_s"} & given.keys():
        control.world.rates = field(given, "enabled", bool)
        for bot in () if control.world.rates else control.world.bots.values():
            bot.rates = Rates()
    if "next_wait_s" in given:
        acts.bot_for(control.world, given.get("bot_id")).rates.next_wait = field(given, "next_wait_s", (int, float))
    if "hold_s" in given:
        _hold(control, given)
    return {"enabled": control.world.rates}


def _hold(control: Control, given: Json) -> None:
    rates, key = acts.bot_for(control.world, given.get("bot_id")).rates, BOT
    if given.get("chat_id") is not None:
        key = ("chat", field(given, "chat_id", int))
    elif given.get("method") is not None:
        key = ("method", field(given, "method", str))
    rates.hold(key, field(given, "hold_s", (int, float)), control.world.clock.now())


CLOSINGS = {
    "restart": BotApiError(500, "Internal Server Error: restart"),
    "logging_out": BotApiError(401, "Unauthorized"),
    "logged_out": BotApiError(400, "Logged out"),
}
"""What Client::get_closing_error answers."""


def _close(control: Control, given: Json) -> Json:
    why = given.get("why", "restart")
    if why not in CLOSINGS:
        raise Impossible(f"The field why is one of {', '.join(CLOSINGS)}.")
    control.api.close(CLOSINGS[why], field(given, "seconds", (int, float)))
    return {"ok": True}


def _webhooks(control: Control, given: Json) -> Json:
    control.api.delivery.strict = field(given, "strict", bool)
    return {"strict": control.api.delivery.strict}


def _deactivate(control: Control, given: Json) -> Json:
    person = control.world.people.get(field(given, "user_id", int))
    if person is None:
        raise Impossible(f"There is no person {given['user_id']}.")
    person.deactivated = True
    control.world.mark("person", person.id)
    control.world.events.add("user", user_id=person.id)
    return {"ok": True}


def _kick(control: Control, given: Json) -> Json:
    return acts.kick(control.scene(given))


def _duplicates(control: Control, given: Json) -> Json:
    control.world.duplicates = field(given, "times", int)
    return {"times": control.world.duplicates}


ACTS: dict[str, Act] = {
    "users": _add_user,
    "groups": _add_group,
    "bots": _set_up_bot,
    "topics": _open_topic,
    "messages": _write,
    "edits": _edit,
    "deletions": _remove,
    "reactions": _react,
    "callbacks": _press,
    "inline": _ask_inline,
    "inline/choose": _choose_inline,
    "block": _block,
    "unblock": _unblock,
    "deactivate": _deactivate,
    "kick": _kick,
    "closing": _close,
    "webhooks": _webhooks,
    "migrations": _migrate,
    "faults": _add_fault,
    "clock": _advance,
    "rates": _rates,
    "duplicates": _duplicates,
}
