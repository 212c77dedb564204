"""A stream of stories generated from a seed; each is the life of one request, as the messages people type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random


@dataclass(frozen=True, slots=True)
class Step:
    """One act of one person. `token` is a unique word contained in the text they write."""

    who: str
    act: str
    token: str = ""
    pressed: str = ""  #: the button to press instead of typing, if the card shows it


@dataclass(frozen=True, slots=True)
class School:
    """The pupils and the administrators of a school."""

    pupils: tuple[str, ...]
    administrators: tuple[str, ...]


@dataclass(slots=True)
class Story:
    """The life of one request, from its filing."""

    school: School
    steps: list[Step]
    number: int = 0  #: the request's number, 0 until it is filed
    done: int = 0  #: how many steps were taken

    @property
    def requester(self) -> str:
        """The person who files the request."""
        return self.steps[0].who


#: lists of (person, act): `-` is the requester, `*` an administrator of the school, other names are the demo's people
_PLOTS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("-", "file"), ("*", "take"), ("*", "answer"), ("-", "reply"), ("*", "resolve"), ("-", "confirm")),
    (
        *(("-", "file"), ("-", "reply"), ("*", "note"), ("*", "escalate"), ("erun", "take")),
        *(("erun", "ask"), ("-", "reply"), ("erun", "resolve"), ("-", "reopen"), ("erun", "answer")),
    ),
    (
        *(("-", "file"), ("*", "take"), ("*", "note"), ("*", "release"), ("*", "take")),
        *(("*", "escalate"), ("erun", "note"), ("erun", "send_back"), ("*", "resolve")),
    ),
    (
        *(("-", "file"), ("*", "escalate"), ("erun", "take"), ("erun", "escalate"), ("danei", "take")),
        *(("danei", "answer"), ("-", "reply"), ("danei", "resolve"), ("-", "confirm")),
    ),
    (("-", "file"), ("*", "answer"), ("-", "reply"), ("-", "reply"), ("*", "answer")),
)
_SILENT = {"take", "release", "confirm"}  #: acts without a text
_BUTTONS = {"take": "Prendre"}


@dataclass(slots=True)
class Stream:
    """The stories of one seed; the same seed gives the same stories in the same order."""

    seed: int
    schools: tuple[School, ...]
    random: Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)

    def stories(self, updates: int) -> Iterator[Story]:
        """Yields stories until their steps add up to at least this many updates."""
        told = 0
        while told < updates:
            story = self._story(f"{self.seed}x{told}")
            told += len(story.steps)
            yield story

    def _story(self, name: str) -> Story:
        plot, school = self.random.choice(_PLOTS), self.random.choice(self.schools)
        cast = {"-": self.random.choice(school.pupils), "*": self.random.choice(school.administrators)}
        steps = []
        for index, (role, act) in enumerate(plot):
            who = cast.get(role, role)
            token = "" if act in _SILENT else f"mot{name}y{index}z"
            pressed = _BUTTONS.get(act, "") if self.random.random() < 0.5 else ""
            steps.append(Step(who, act, token, pressed))
        return Story(school, steps)


def words(step: Step, number: int) -> str:
    """The text that the person types for this step."""
    said = f"C'est {step.token}."
    return {
        "file": f"/assistance connexion {said}",
        "reply": f"/repondre {number} {said}",
        "answer": f"/repondre {number} {said}",
        "take": f"/prendre {number}",
        "release": f"/relacher n°{number}",
        "note": f"/note {number} {said}",
        "ask": f"/attente {number} {said}",
        "escalate": f"/escalader {number} {said}",
        "send_back": f"/renvoyer {number} {said}",
        "resolve": f"/resoudre #{number} {said}",
        "confirm": f"/clore {number}",
        "reopen": f"/rouvrir {number} {said}",
    }[step.act]
