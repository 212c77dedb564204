"""One result of an examination, shown to the operator as a line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was examined: its state, and what to do about it if it is not fine."""

    subject: str
    words: str
    fine: bool = True
    look: str = ""  #: what only the operator's eyes can tell; empty where nothing is left to look at
