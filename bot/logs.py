"""Logging: one line per event, with its cause and no personal data.

Exception messages are left out too: they may quote what somebody wrote, or rows of the database. Of what comes from
elsewhere, nothing begins a line, moves the cursor or turns the writing, and no token of a bot is shown.
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Literal

log = logging.getLogger(__name__)

_CAUSE: ContextVar[str] = ContextVar("cause", default="")
#: kinds of causes that hold no personal data; of any other cause only the kind is logged
_OPEN = {
    *("tg", "later", "park", "deed", "doubt", "overtaken", "campaign", "silence", "gone", "remind", "watch"),
    *("sweep", "vanish"),
}
#: line breaks, escapes of terminals, changes of direction, and halves of surrogates, which no stream takes
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SECRET = re.compile(
    r"(\d{5,16}):[A-Za-z0-9_-]{30,}|(://[^\s/:@]{0,100}):[^\s/@]{1,200}(?=@)"
)  # of a bot, of an address
_Thrown = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


@contextmanager
def caused(cause: str) -> Iterator[None]:
    """Logs everything inside the block under this cause. A notice's cause is `<cause>#<n>`."""
    token = _CAUSE.set(cause)
    try:
        yield
    finally:
        _CAUSE.reset(token)


def branch(cause: str) -> None:
    """Logs that work continues under a new cause; logs nothing if there is no current cause or it is the same."""
    here = _CAUSE.get()
    if here and cause and cause != here:
        log.info("It goes on as %s", _readable(cause))


def brief(error: BaseException) -> str:
    """The error without its message: its `reason` attribute if it has one, else the name of its type."""
    return str(getattr(error, "reason", "")) or type(error).__name__


def configure(form: Literal["human", "json"], level: int = logging.INFO) -> None:
    """Makes this process log to standard error: the bot from `level` on, libraries from WARNING on."""
    logging.basicConfig(level=logging.WARNING, handlers=[handler(form)])
    logging.getLogger("bot").setLevel(level)


def handler(form: Literal["human", "json"]) -> logging.Handler:
    """A log handler that writes to standard error in this form."""
    writing = logging.StreamHandler()
    writing.addFilter(with_cause)
    writing.setFormatter(JsonLine() if form == "json" else HumanLine())
    return writing


class _Wordless(logging.Formatter):
    """Formats an exception as its traceback and type, without its message."""

    def formatException(self, ei: _Thrown) -> str:  # noqa: N802  # logging's own name
        parts, error = [], ei[1]
        while error is not None:
            parts.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nwhich led to:\n".join(reversed(parts))


class HumanLine(_Wordless):
    """One line per event, for people; the cause comes last."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # logging's own name
        cause = record.__dict__["cause"]
        return printable(super().formatMessage(record) + (f" [{cause}]" if cause else ""))


class JsonLine(_Wordless):
    """One JSON object per event, for log collectors."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"at": self.formatTime(record), "level": record.levelname, "logger": record.name}
        line |= {"cause": record.__dict__["cause"]} if record.__dict__["cause"] else {}
        line["message"] = record.getMessage()
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return printable(json.dumps(line, ensure_ascii=False))


def printable(text: str) -> str:
    """The text on one line: what is not to be printed as an escape such as `\\u000a`, and `…` for secrets."""
    shown = _SECRET.sub(r"\1\2:…", text)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", shown)


def with_cause(record: logging.LogRecord) -> bool:
    """Sets `record.cause` to the current cause, without personal data; a notice gets the cause of its update.

    Of a library's message only the first line is kept: asyncio puts exception messages on the following ones.
    Always returns True, as a logging filter that keeps every record.
    """
    if not record.name.startswith("bot."):
        record.msg, record.args = record.getMessage().partition("\n")[0], ()
    record.exc_text = None  # cached by another handler, with the exception's message
    record.cause = _readable(_CAUSE.get().partition("#")[0])
    return True


def _readable(cause: str) -> str:
    kind = cause.partition(":")[0]
    return cause if kind in _OPEN else kind
