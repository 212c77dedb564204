"""What may fail: a "no" said to a person, a cause seen before, records or an ENT out of reach."""

from __future__ import annotations

from typing import Any

from bot.terms.sayings import Button


class Refusal(Exception):
    """A "no" said to a person in one sentence: `reason` names the sentence, `facts` fill it."""

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts
        self.language = ""  #: the `Person.tongue` of whom it is said to; empty until that is known
        self.buttons: tuple[tuple[Button, ...], ...] = ()  #: what may be done instead, if a button does it


class Done(Exception):
    """The cause was seen before: what it asked for is done already."""


class Unavailable(Exception):
    """The records or the ENT cannot be reached now: the update must come again."""


class Declined(Exception):
    """The ENT declined, or could not be reached: nothing was changed. `bot.ent.directory` lists the reasons."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason


class InDoubt(Exception):
    """The ENT was asked to act, and its answer was lost: it is not known whether it acted."""
