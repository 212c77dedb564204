"""What is logged, and how: one line an event, with the cause it belongs to, and nothing that tells of a person.

So no words of an exception either: they may hold what somebody wrote, or the rows of a statement.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Literal

log = logging.getLogger(__name__)

_CAUSE: ContextVar[str] = ContextVar("cause", default="")
#: kinds of causes that name nobody; of any other, no more than the kind is logged
_OPEN = {
    *("tg", "later", "park", "deed", "doubt", "overtaken", "campaign", "silence", "gone", "remind", "watch"),
    *("sweep", "vanish"),
}
_Thrown = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


@contextmanager
def caused(cause: str) -> Iterator[None]:
    """What is logged inside belongs to that cause, or to that notice's: `<cause>#<n>`."""
    token = _CAUSE.set(cause)
    try:
        yield
    finally:
        _CAUSE.reset(token)


def branch(cause: str) -> None:
    """Says that what follows has that cause, where it follows from another."""
    here = _CAUSE.get()
    if here and cause and cause != here:
        log.info("It goes on as %s", _readable(cause))


def brief(error: BaseException) -> str:
    """What an error is, without its words: its reason where it has one, else its type."""
    return str(getattr(error, "reason", "")) or type(error).__name__


def configure(form: Literal["human", "json"], level: int = logging.INFO) -> None:
    """Has this process log to standard error: what the bot does, from that level on, and what warns of trouble."""
    logging.basicConfig(level=logging.WARNING, handlers=[handler(form)])
    logging.getLogger("bot").setLevel(level)


def handler(form: Literal["human", "json"]) -> logging.Handler:
    """What writes to standard error in that form."""
    writing = logging.StreamHandler()
    writing.addFilter(with_cause)
    writing.setFormatter(JsonLine() if form == "json" else HumanLine())
    return writing


class _Wordless(logging.Formatter):
    """Tells of an exception where it arose and what it is."""

    def formatException(self, ei: _Thrown) -> str:  # noqa: N802  # logging's own name
        parts, error = [], ei[1]
        while error is not None:
            parts.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nwhich led to:\n".join(reversed(parts))


class HumanLine(_Wordless):
    """One line an event, for who reads along; the cause comes last."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # logging's own name
        cause = record.__dict__["cause"]
        return super().formatMessage(record) + (f" [{cause}]" if cause else "")


class JsonLine(_Wordless):
    """One JSON object an event, for machines that read logs."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"at": self.formatTime(record), "level": record.levelname, "logger": record.name}
        line |= {"cause": record.__dict__["cause"]} if record.__dict__["cause"] else {}
        line["message"] = record.getMessage()
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def with_cause(record: logging.LogRecord) -> bool:
    """Puts the cause on a record, as it may be read: the notices of an update have the update's.

    Of what a library says the first line is kept: asyncio puts the words of an exception into the next ones.
    """
    if not record.name.startswith("bot."):
        record.msg, record.args = record.getMessage().partition("\n")[0], ()
    record.exc_text = None  # another handler's, which has the words
    record.cause = _readable(_CAUSE.get().partition("#")[0])
    return True


def _readable(cause: str) -> str:
    kind = cause.partition(":")[0]
    return cause if kind in _OPEN else kind
