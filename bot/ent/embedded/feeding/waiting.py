"""Who waits: a pupil for an INE or a class, an adult for a child who is not there yet."""

from __future__ import annotations

from dataclasses import dataclass

AMBIGUOUS = "child-ambiguous"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pupil who is held, or a child whom an adult awaits: names, and why."""

    key: str
    last_name: str
    first_name: str
    used_name: str = ""
    class_name: str = ""
    reason: str = ""  #: `AMBIGUOUS` for a child who may be one of several: nobody is tied to them later
