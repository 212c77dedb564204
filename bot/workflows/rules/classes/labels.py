"""Finds the classes and teaching groups that somebody names, whatever case, accents and spaces they type. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.folding import words
from bot.terms import Refusal

_WORD = re.compile(r"[^\W_]+")
_RENAMING = frozenset({"renommer", "renomme", "renommez", "rename"})
_BETWEEN = frozenset({"et", "and"})


@dataclass(slots=True)
class Choice:
    """A class or teaching group that may be chosen."""

    id: str
    name: str
    group: bool  #: whether it is a teaching group
    place: str = ""  #: the name of its school, where those of several are offered

    @property
    def label(self) -> str:
        """Its name, with that of its school where that tells it from others."""
        return f"{self.name} · {self.place}" if self.place else self.name


def read(typed: str, choices: Sequence[Choice]) -> tuple[list[int], str]:
    """The positions of the choices that the words name, in their order; and the words that name none, or several.

    Of a long name, its beginning is enough. Refused where none names anything: the sentence has the names there are.
    """
    refuse_renaming(typed)
    left, found, unread, no = words(typed), list[int](), list[str](), None
    shown = _WORD.findall(typed)  # as they were typed, for the sentence; folding seldom cuts them otherwise
    shown = shown if len(shown) == len(left) else list(left)
    while left:
        if left[0] in _BETWEEN:
            del left[0]
            continue
        try:
            taken, position = _longest(left, choices)
            found.append(position)
        except Refusal as refusal:
            taken, start = len(str(refusal.facts.get("words", left[0])).split()), len(shown) - len(left)
            refusal.facts["words"] = " ".join(shown[start : start + taken])
            no, unread = no or refusal, [*unread, refusal.facts["words"]]
        del left[:taken]
    if no is not None and not found:
        raise no
    return list(dict.fromkeys(found)), ", ".join(unread)


def refuse_renaming(typed: str) -> None:
    """Raises a `Refusal` for words that ask to rename: a class has the name that ONDE gives it."""
    if _RENAMING & set(words(typed)[:1]):
        raise Refusal("classes-rename")


def _longest(left: Sequence[str], choices: Sequence[Choice]) -> tuple[int, int]:
    """How many of the first words name a choice, as many as possible, and its position."""
    keys = ["".join(words(choice.name)) for choice in choices]
    for whole in (True, False):
        for taken in range(len(left), 0, -1):
            wanted = "".join(left[:taken])
            fits = [at for at, key in enumerate(keys) if (key == wanted if whole else key.startswith(wanted))]
            if len(fits) == 1:
                return taken, fits[0]
            if fits:
                raise Refusal("classes-several", words=" ".join(left[:taken]), names=_names(choices, fits))
    if not choices:
        raise Refusal("classes-none")
    raise Refusal("classes-unknown", words=left[0], names=_names(choices, range(len(choices))))


def _names(choices: Sequence[Choice], positions: Sequence[int]) -> str:
    return ", ".join(choices[at].label for at in positions)
