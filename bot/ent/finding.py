"""What an examination of the ENT finds, a line each, for whoever runs the bot."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: how it is, and what to do where it is not fine."""

    subject: str
    words: str
    fine: bool = True
