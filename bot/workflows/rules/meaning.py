"""Whom typed words mean in a school: classes, a profile, both, or everybody. Pure.

The words may stand in any order, and with the little words that people write between them.
"""

from __future__ import annotations

import re
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
_EVERYBODY = {"tout", "tous", "toutes", "toute", "all"}  #: alone, they mean the school, too
_AND = re.compile(r"[,;/+&]|\b(?:et|and)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom words may mean; the whole school where it has neither a profile nor places."""

    profile: Profile | None = None
    places: tuple[Structure, ...] = ()  #: the classes, all of one school

    @property
    def of_class(self) -> bool:
        """Whether a class alone is meant: such words may also be somebody's name."""
        return len(self.places) == 1 and self.profile is None

    @property
    def keys(self) -> tuple[str, str]:
        """The profile, and the classes as `together` writes their identifiers; either may be empty."""
        return self.profile.value if self.profile is not None else "", together(one.id for one in self.places)


def together(ids: Iterable[str]) -> str:
    """The identifiers of classes as one text, as scopes and drafts keep it; `each` takes it apart."""
    return "\n".join(ids)


def each(key: str) -> list[str]:
    """The identifiers that `together` wrote."""
    return key.split("\n") if key else []


def homes(found: Iterable[Meaning]) -> set[str]:
    """The identifiers of the schools whose classes are among what words may mean."""
    return {place.above[-1].id for one in found for place in one.places}


def read(typed: str, classes: Iterable[Structure]) -> list[Meaning]:
    """Everything that the words may mean, given the classes that there are; empty where they mean none of it.

    Words that are the whole name of a class mean that class, even where a part of them names a profile. Several
    classes are meant together: in each school that has them all.
    """
    known = list(classes)
    return _one(typed, known) or [
        Meaning(profile, several)
        for school in sorted({one.above[-1].id for one in known if one.above})
        if (several := _several(typed, [one for one in known if one.above and one.above[-1].id == school]))
        for profile in written.apart(words(typed))[0] or (None,)
    ]


def _one(typed: str, known: Sequence[Structure]) -> list[Meaning]:
    """What the words may mean where they name one class at most."""
    exact = [Meaning(places=(one,)) for one in _same(words(typed), known)]
    profiles, left = written.apart(words(typed))
    bare = _bare(left)
    if not bare or set(bare) in _SCHOOL:
        whole = [Meaning()] if bare or _EVERYBODY.intersection(left) else []
        return exact + ([Meaning(one) for one in profiles] or whole)
    places = _called(left, known) or _called(bare, known)
    return exact or [Meaning(profile, (place,)) for place in places for profile in profiles or (None,)]


def _several(typed: str, known: Sequence[Structure]) -> tuple[Structure, ...]:
    """The classes that the parts of the words name, one each; empty where a part names none, or several."""
    parts = [left for part in _AND.split(typed) if (left := _bare(written.apart(words(part))[1]))]
    if len(parts) == 1:  # « CM2 CE1 »
        parts = [[word] for word in parts[0]]
    found = [_called(part, known) for part in parts]
    several = dict.fromkeys(one for some in found for one in some)
    return tuple(several) if len(several) > 1 and all(len(some) == 1 for some in found) else ()


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
