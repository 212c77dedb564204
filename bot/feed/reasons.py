"""Why something of a file is not taken as it stands; raised by what reads it, worded in `sentences`."""

from __future__ import annotations

from collections.abc import Mapping


class Unreadable(Exception):
    """A whole file cannot be read: `reason` is its code, `line` where it shows, 0 for the file as a whole."""

    def __init__(self, reason: str, line: int = 0, **details: str) -> None:
        super().__init__(reason)
        self.reason, self.line, self.details = reason, line, details


class Wrong(Exception):
    """One cell, or one row, cannot be what it should be: `reason` is its code."""

    def __init__(self, reason: str, details: Mapping[str, str] | None = None) -> None:
        super().__init__(reason)
        self.reason, self.details = reason, dict(details or {})
