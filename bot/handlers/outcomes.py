"""What an error of the Bot API means for what was being sent: an outcome of the courier's."""

from __future__ import annotations

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot import meters
from bot.delivery.rules.retry import Gone, Moved, NotWritten, Outcome, Rejected, Sent, Uncertain, Wait

_NOBODY = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")


def judged(error: TelegramError, unsent: type[TelegramError]) -> Outcome:
    """The outcome of a call that failed; `unsent` is the error raised where nothing was written to Telegram."""
    match error:
        case RetryAfter():
            meters.FLOODED.inc()
            return Wait(_seconds(error.retry_after))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case Forbidden():
            return Gone(error.message)
        case BadRequest():
            return _refused(error.message)
        case InvalidToken() | Conflict():
            return NotWritten(error.message)
        case TelegramError() if isinstance(error, unsent):
            return NotWritten(error.message)
        case TimedOut():
            return Uncertain(error.message)
        case NetworkError():  # answered with 5xx
            return NotWritten(error.message)
        case _:  # an answer of no known kind
            return Uncertain(error.message)


def harmless(outcome: Outcome) -> Outcome:
    """The outcome of a call that may be repeated without harm: where it is uncertain, it counts as not written."""
    return NotWritten(outcome.reason) if isinstance(outcome, Uncertain) else outcome


def unless(outcome: Outcome, phrase: str, instead: Sent) -> Outcome:
    """The outcome; `instead` of it where it is a refusal whose reason holds the phrase."""
    return instead if isinstance(outcome, Rejected) and phrase in outcome.reason.lower() else outcome


def _refused(reason: str) -> Outcome:
    words = reason.lower()
    if any(phrase in words for phrase in _NOBODY):
        return Gone(reason)
    return Rejected(reason)


def _seconds(duration: int | timedelta) -> float:
    return duration.total_seconds() if isinstance(duration, timedelta) else float(duration)
