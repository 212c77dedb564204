"""What must hold of everything that comes out of an entrance, whatever was put into it."""

from __future__ import annotations

import dataclasses
import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.logs import JsonLine, with_cause
from tests.bot_api import TOKEN
from tests.texts import telegram_html

_UNKEPT = re.compile("[\x00\ud800-\udfff]")  # what no database or no chat takes
_PARIS = ZoneInfo("Europe/Paris")
_TEXT, _CAPTION, _TOAST, _DATA = 4096, 1024, 200, 64  # the most that Telegram takes


class Log(logging.Handler):
    """Remembers what is logged while it listens, in the words of the operator's log."""

    def __init__(self, *secrets: str) -> None:
        super().__init__(logging.INFO)
        self.secrets = (TOKEN.partition(":")[2], *secrets)
        self.failures: list[str] = []  #: lines of what nobody treated
        self.setFormatter(JsonLine())
        self.addFilter(with_cause)

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        told = [secret for secret in self.secrets if secret in line]
        if told:
            self.failures.append(f"a secret is in the log: {line}")
        if record.exc_info and record.levelno >= logging.ERROR:
            self.failures.append(line)

    def check(self) -> None:
        """Fails where something nobody treated was logged since the last time, or a secret."""
        failures, self.failures = self.failures, []
        assert not failures, failures


@contextmanager
def listening(*secrets: str) -> Iterator[Log]:
    """Listens to everything that the bot and its libraries log, and keeps it from the screen."""
    log, root, house = Log(*secrets), logging.getLogger(), logging.getLogger("bot")
    level, spread = house.level, house.propagate
    root.addHandler(log)
    house.addHandler(log)
    house.setLevel(logging.INFO)
    house.propagate = False
    try:
        yield log
    finally:
        root.removeHandler(log)
        house.removeHandler(log)
        house.setLevel(level)
        house.propagate = spread


def keepable(value: Any) -> None:
    """Fails where a database, a chat or a calendar would not take what was read, anywhere in it."""
    if isinstance(value, str):
        assert not _UNKEPT.search(value), f"a text that nothing keeps: {value[:80]!a}"
    elif isinstance(value, datetime):
        value.astimezone(_PARIS)
    elif isinstance(value, Mapping):
        for part in value.items():
            keepable(part)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            keepable(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            keepable(getattr(value, field.name))


def sendable(calls: list[tuple[str, dict[str, Any]]]) -> None:
    """Fails where Telegram would refuse one of these calls."""
    for method, given in calls:
        for name, most in (("text", _TOAST if method == "answerCallbackQuery" else _TEXT), ("caption", _CAPTION)):
            if name in given:
                words = telegram_html.read(given[name]) if given.get("parse_mode") == "HTML" else given[name]
                assert telegram_html.units(words) <= most, f"{method}: {name} is too long"
                assert words.strip() or name == "caption", f"{method}: no text"
        for row in _parsed(given.get("reply_markup")).get("inline_keyboard", []):
            for key in row:
                assert key["text"].strip(), f"{method}: a button without words"
                assert len(key.get("callback_data", "x").encode()) in range(1, _DATA + 1), f"{method}: {key}"
        if method == "answerInlineQuery":
            _listed(_parsed(given["results"]))
        assert not _UNKEPT.search(json.dumps(given, ensure_ascii=False, default=repr)), f"{method}: {given}"


def _listed(results: list[dict[str, Any]]) -> None:
    assert len(results) <= 50
    assert len({one["id"] for one in results}) == len(results)
    for one in results:
        assert len(one["id"].encode()) in range(1, 65)
        content = one["input_message_content"]
        sendable([("sendMessage", {**content, "text": content["message_text"]})])


def _parsed(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value or {}
