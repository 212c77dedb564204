"""What the Bot API answers when it refuses: a code, a description in Telegram's words, and parameters.

And what stops the acts of people: `Impossible`.
"""

from __future__ import annotations

from typing import Any


class BotApiError(Exception):
    """A refused call; `code`, `description` and `parameters` are sent to the bot unchanged."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class Impossible(Exception):
    """An act that cannot be done. The message says why: in French if the page shows it, in English to API callers."""


def bad_request(reason: str, **parameters: Any) -> BotApiError:
    """Returns the 400 whose description is `Bad Request: <reason>`."""
    return BotApiError(400, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> BotApiError:
    """Returns the 403 whose description is `Forbidden: <reason>`."""
    return BotApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> BotApiError:
    """Returns the 409 whose description is `Conflict: <reason>`."""
    return BotApiError(409, f"Conflict: {reason}")


def too_many_requests(retry_after: int) -> BotApiError:
    """Returns the 429 that asks to wait `retry_after` seconds."""
    return BotApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
