"""What is chosen so far on the screen of classes, or in a round of several teachers."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.workflows.classes.rounds import Round
from bot.workflows.rules.classes import labels
from bot.workflows.rules.classes.labels import Choice


@dataclass(slots=True)
class Draft:
    """Whose classes they are, what there is to choose from, and what is chosen so far, by position."""

    account: str = ""
    name: str = ""
    request: int | None = None  #: the request that it helps to solve
    typed: str = ""  #: the labels that were typed after the name
    words: str = ""  #: that name, where it fits several accounts
    bearers: dict[str, str] = field(default_factory=dict)  #: those accounts: label by identifier
    more: bool = False  #: whether it fits yet others
    choices: list[Choice] = field(default_factory=list)
    unread: str = ""  #: the words typed last that name none of these, or several
    had: list[int] = field(default_factory=list)
    chosen: list[int] = field(default_factory=list)
    known: bool = False  #: whether the ENT has said all that
    sure: bool = False  #: True once it is to be saved
    round: Round | None = None  #: the teachers that are gone through one after the other; None for one account alone

    @property
    def added(self) -> list[Choice]:
        """What is to be added."""
        return [self.choices[at] for at in self.chosen if at not in self.had]

    @property
    def removed(self) -> list[Choice]:
        """What is to be taken away."""
        return [self.choices[at] for at in self.had if at not in self.chosen]

    def take(self, typed: str) -> list[int]:
        """Chooses what the typed words name, and returns its positions; the words that name nothing are kept.

        Refused where they name nothing at all.
        """
        wanted, self.unread = labels.read(typed, self.choices)
        self.chosen = sorted({*self.chosen, *wanted})
        return wanted
