"""Updates as Telegram never sends them."""

from __future__ import annotations

import json

import msgspec

from bot.handlers.update import Update


def decoded(text: str) -> Update | None:
    """The update of a private message with that text; None where it is none."""
    message = {"message_id": 1, "from": {"id": 1}, "chat": {"id": 1, "type": "private"}, "text": text}
    try:
        return msgspec.json.decode(json.dumps({"update_id": 1, "message": message}), type=Update)
    except msgspec.DecodeError:
        return None
