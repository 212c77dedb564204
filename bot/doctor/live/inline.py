"""Answers an inline query that the operator types, where the bot's updates can be read without taking any away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

from telegram.error import Conflict, TelegramError

from bot import app
from bot.delivery.rules.retry import Sent
from bot.doctor.live.stage import Stage, reason
from bot.ent.finding import Finding
from config.settings import Settings

_TYPED = "essai"
_MANY = 100  # updates that Telegram shows at once
_RESULT = {"type": "article", "id": "1", "title": "Essai", "description": "Camille Exemple · CE1"}


async def examine(stage: Stage, settings: Settings, typed: float) -> AsyncGenerator[Finding, None]:
    """What was found, and before it what to type.

    Updates are read and not confirmed, so that the bot gets every one of them: also the kinds asked for stay.
    """
    by_hand = f"type “@{stage.bot.username} {_TYPED}” in the chat, with the bot running: it answers"
    try:
        if (await stage.call("getWebhookInfo")).get("url"):
            yield Finding("inline", "not tried: updates go to the webhook", look=by_hand)
            return
        if not stage.bot.supports_inline_queries:
            yield Finding("inline", "off: say /setinline to @BotFather", fine=False)
            return
        if not typed:
            yield Finding("inline", "not tried: nobody is at the terminal", look=by_hand)
            return
        yield Finding("inline", f"type “@{stage.bot.username} {_TYPED}” in the chat now; {typed:.0f} s are left")
        query = await _query(stage, typed)
    except Conflict:
        words = "not tried: another process, such as the bot itself, takes the updates of this token"
        yield Finding("inline", words, look=by_hand)
        return
    except TelegramError as error:
        yield Finding("inline", f"not tried: {error}", look=by_hand)
        return
    if query is None:
        yield Finding("inline", "not tried: nothing was typed", look=by_hand)
        return
    result = _RESULT | {"input_message_content": {"message_text": "Essai"}}
    outcome = await stage.sender.suggest(query["id"], [result], "", None)
    fine = isinstance(outcome, Sent)
    said = "answered" if fine else f"not answered: {reason(outcome)}"
    yield Finding("inline", said, fine, "one result, “Essai”, stands above what you typed")


async def _query(stage: Stage, typed: float) -> dict[str, Any] | None:
    """The inline query, once it is typed; None where it is not in time, or too many updates wait to see it.

    Raises `Conflict` where another process asks for the updates, or has confirmed some that were seen.
    """
    loop = asyncio.get_running_loop()
    latest, seen = loop.time() + typed, set[int]()
    while (left := latest - loop.time()) > 0:
        asked = {"timeout": 0 if seen else min(int(left) + 1, 10), "limit": _MANY, "allowed_updates": app.ALLOWED}
        updates = await stage.call("getUpdates", **asked)
        for update in updates:
            query = update.get("inline_query")
            if query is not None and update["update_id"] not in seen and query["query"].strip() == _TYPED:
                return dict(query)
        if len(updates) >= _MANY:
            return None
        there = {update["update_id"] for update in updates}
        if seen - there:
            raise Conflict("updates that were seen are confirmed")
        seen |= there
        await asyncio.sleep(min(1.0, left))  # updates that are not confirmed come at once, each time
    return None
