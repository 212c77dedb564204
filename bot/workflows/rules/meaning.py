"""Whom typed words mean in a school: a class, a profile, both, or everybody. Pure.

The words may stand in any order, and with the little words that people write between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.folding import words
from bot.terms import Profile, Structure
from bot.workflows.rules import written

_AROUND = {"classe", "classes", "class", "profil", "profils", "profile"}
_AROUND |= {"la", "le", "les", "l", "de", "des", "du", "d"}
_AROUND |= {"pour", "et", "en", "au", "aux", "format", "tout", "tous", "toutes", "toute"}
_AROUND |= {"the", "of", "for", "and", "in", "all"}
_SCHOOL = ({"ecole"}, {"school"}, {"everybody"}, {"monde"}, {"ecole", "entiere"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom words may mean; the whole school where it has neither a profile nor a place."""

    profile: Profile | None = None
    place: Structure | None = None  #: the class

    @property
    def of_class(self) -> bool:
        """Whether a class alone is meant: such words may also be somebody's name."""
        return self.place is not None and self.profile is None


def read(typed: str, classes: Iterable[Structure]) -> list[Meaning]:
    """Everything that the words may mean, given the classes that there are; empty where they mean none of it.

    Words that are the whole name of a class mean that class, even where a part of them names a profile.
    """
    known = list(classes)
    exact = [Meaning(place=one) for one in _same(words(typed), known)]
    profiles, left = written.apart(words(typed))
    bare = _bare(left)
    if not bare or set(bare) in _SCHOOL:
        whole = [Meaning()] if bare else []
        return exact + ([Meaning(one) for one in profiles] or whole)
    places = _called(left, known) or _called(bare, known)
    return exact or [Meaning(profile, place) for place in places for profile in profiles or (None,)]


def within(said: Sequence[str], name: str) -> set[int]:
    """The places, among these typed words, of those that are the name of that class; empty where it is not named."""
    flat = [(word, at) for at, typed in enumerate(said) for word in words(typed)]
    wanted = words(name)
    starts = range(len(flat) - len(wanted) + 1) if wanted else ()
    runs = [flat[start : start + len(wanted)] for start in starts]
    return {at for run in runs if [word for word, _ in run] == wanted for _, at in run}


def _called(said: Sequence[str], known: Sequence[Structure]) -> list[Structure]:
    """The classes with that name; if none, those where each of the words begins a word of the name."""
    begun = [one for one in known if all(any(w.startswith(word) for w in words(one.name)) for word in said)]
    return _same(said, known) or begun


def _same(said: Sequence[str], known: Sequence[Structure]) -> list[Structure]:
    """The classes whose name the words are; « CM 2 » is CM2, and « CE2 CM1 » is CE2-CM1."""
    return [one for one in known if said and "".join(words(one.name)) == "".join(said)]


def _bare(said: Sequence[str]) -> list[str]:
    """The words without the little ones around them."""
    left = list(said)
    while left and left[0] in _AROUND:
        del left[0]
    while left and left[-1] in _AROUND - {"l", "d"}:  # « CM2 D » is a class
        del left[-1]
    return left
