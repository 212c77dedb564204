"""Moments that each reader sees in their own time zone: `date_time` entities."""

from __future__ import annotations

from typing import Any


def moment(unix: int, form: str) -> dict[str, Any]:
    """Returns the fields of a `date_time` entity. Raises ValueError, in Telegram's words, for a bad format."""
    if form in ("r", "R"):
        return {"unix_time": unix, "date_time_format": "r"}
    if set(form) - set("tTdDwW"):
        raise ValueError("Invalid date format used")
    day = "d" if "d" in form else "D" if "D" in form else ""
    hour = "t" if "t" in form else "T" if "T" in form else ""
    return {"unix_time": unix, "date_time_format": ("w" if set(form) & set("wW") else "") + day + hour}
