"""What stands in the way: a "no" said to a person, records or an ENT out of reach."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """A "no" said to a person in one sentence: `reason` names the sentence, `facts` fill it."""

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts
        self.language = ""  #: of whom it is said to, once that is known


class Done(Exception):
    """The cause was seen before: what it asked is done already, and nothing more must happen."""


class Unavailable(Exception):
    """The records or the ENT cannot be reached just now: whoever brought the update must bring it again."""


class Declined(Exception):
    """The ENT said no, or nothing at all: nothing was changed. `bot.ent.directory` lists the reasons."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason


class InDoubt(Exception):
    """The ENT was asked to act and its answer was lost: nobody knows whether it was done."""
