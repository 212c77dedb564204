"""Buttons to callback data and back: `action|target|person`, with `|1` if pressed once only; 64 bytes at most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.terms import Button, Refusal
from bot.texts.speech import Key

LIMIT = 64  #: bytes: Telegram's limit

_ACTION = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)
_PERSON = re.compile(r"0|[1-9][0-9]{0,17}", re.ASCII)  # fits into 64 bits


def encode(button: Button) -> str:
    """The callback data of a button; raises `ValueError` where it is too long or could not be decoded again."""
    data = f"{button.action}|{button.target}|{button.person}{'|1' if button.once else ''}"
    if not _parts(data):
        raise ValueError(f"a button that could not be read back: {data!r}")
    if len(data.encode()) > LIMIT:
        raise ValueError(f"more than {LIMIT} bytes of callback data: {data!r}")
    return data


def decode(data: str | None) -> Button:
    """The button of callback data; refused as "old-button" for any that `encode` did not make."""
    parts = _parts(data or "")
    if parts is None or len((data or "").encode()) > LIMIT:
        raise Refusal("old-button")
    action, target, person, once = parts
    return Button(action, target, int(person), once=once)


def keyboard(rows: Sequence[Sequence[Key]]) -> dict[str, Any] | None:
    """The keyboard under a message, in the Bot API's form; None where there is no button."""
    shown = [[_shown(key) for key in row] for row in rows if row]
    return {"inline_keyboard": shown} if shown else None


def _shown(key: Key) -> dict[str, Any]:
    button = key.button
    style = {"style": button.style} if button.style else {}
    if button.url:
        return {"text": key.label, "url": button.url, **style}
    if button.copy:
        return {"text": key.label, "copy_text": {"text": button.copy}, **style}
    return {"text": key.label, "callback_data": encode(button), **style}


def _parts(data: str) -> tuple[str, str, str, bool] | None:
    action, *rest = data.split("|")
    once = len(rest) == 3 and rest.pop() == "1"
    if len(rest) != 2 or not data.isprintable() or data.count("|") != 2 + once:
        return None
    target, person = rest
    return (action, target, person, once) if _ACTION.fullmatch(action) and _PERSON.fullmatch(person) else None
