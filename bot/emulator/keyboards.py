"""Keyboards: what Telegram accepts, and finding a button by the words on it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from .entities import Json
from .errors import bad_request

BUTTONS_MAX = 100
STYLES = frozenset({"danger", "success", "primary"})
ACTS = ("url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay")  # fmt: skip


def read_markup(markup: Json | None) -> tuple[Json | None, Json | None]:
    """Returns the inline keyboard and the reply keyboard (or its removal) of a message. Raises 400."""
    if not markup:
        return None, None
    if "inline_keyboard" not in markup:
        if "keyboard" in markup:
            _check_rows(markup["keyboard"])
        return None, markup
    rows = [row for row in markup["inline_keyboard"] if row]
    _check_rows(rows)
    for button in (button for row in rows for button in row):
        _check_inline(button)
    return ({"inline_keyboard": rows} if rows else None), None


def _check_rows(rows: list[list[Any]]) -> None:
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTONS_MAX:
        raise bad_request("reply markup is too long")
    for button in buttons:
        words = button if isinstance(button, str) else button["text"]
        if not words.strip():
            raise bad_request("keyboard button text must be non-empty")
        if not isinstance(button, str) and button.get("style") not in STYLES | {None}:
            raise bad_request("invalid button style specified")


def _check_inline(button: Json) -> None:
    acts = [act for act in ACTS if act in button]
    if not acts:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "url" in button and not re.match(r"(https?|tg|ton)://\S+|[\w-]+(\.[\w-]+)+(/\S*)?$", button["url"]):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def buttons_of(message: Json) -> list[Json]:
    """Returns the inline buttons under a message, in reading order."""
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def spoken(words: str) -> str:
    """Returns a button's words without leading emoji and spaces."""
    for index, char in enumerate(words):
        if unicodedata.category(char)[0] in "LNP":
            return words[index:].strip()
    return words.strip()


def find_button(message: Json, words: str) -> Json | None:
    """Returns the inline button with these words, ignoring leading emoji; None if there is none."""
    return next((button for button in buttons_of(message) if spoken(button["text"]) == spoken(words)), None)
