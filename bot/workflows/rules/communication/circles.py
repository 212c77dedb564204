"""Groups as the rules of communication know them, and the ones that somebody names. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.folding import words
from bot.terms import Account, Kind, Profile, Refusal
from bot.workflows.rules import written

_LITTLE = frozenset({"de", "du", "des", "la", "le", "les", "l", "d", "en", "classe", "groupe", "of", "the", "class"})
_SCHOOL = frozenset({"ecole", "school", "tous", "toutes", "all"})
_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»|[\"“]\s*([^\"“”]+?)\s*[\"”]")
_BETWEEN = re.compile(r"\s*(?:->|=>|→|>|,|;|\s(?:vers|to)\s)\s*", re.IGNORECASE)
_PARTING = re.compile(r"^[\s>=→,;-]+|[\s>=→,;-]+$")  #: what stands between a quoted name and another one
_MOST = 12  #: words of a line that are tried as two names


@dataclass(slots=True)
class Circle:
    """A group: of one profile, in a school or in one class of it, or of whoever was put into it."""

    id: str
    name: str = ""  #: as it is called; empty for the group of a profile, which texts name
    profile: str = ""
    class_id: str = ""
    class_name: str = ""
    size: int = 0
    together: bool = False  #: whether its members may write to each other

    @property
    def facts(self) -> dict[str, Any]:
        """What sentences say of it."""
        return {"name": self.name, "profile": self.profile, "room": self.class_name, "size": self.size}

    @property
    def coded(self) -> str:
        """Its name as the words of a button, from which `bot.texts.communication` makes the label."""
        return "\n".join([self.profile, " ".join((self.class_name or self.name).split())])


def of_profile(profile: Profile) -> Circle:
    """Everybody of that profile, in whatever school."""
    return Circle(profile.value, profile=profile.value)


def holding(circle: Circle, circles: Iterable[Circle]) -> list[Circle]:
    """The circle, and those in which each of its members is, too: a class's pupils are among the school's."""
    if not circle.class_id:
        return [circle]
    return [circle, *(one for one in circles if one.profile == circle.profile and not one.class_id)]


def of_account(account: Account, school: str, circles: Iterable[Circle]) -> list[Circle]:
    """The circles of a school that the account is in, as far as the ENT tells it with the account."""
    if school not in {place.id for place in account.places}:
        return []
    rooms = {"", *(place.id for place in account.classes if place.kind is Kind.CLASS)}
    groups = {*account.groups}
    return [
        one
        for one in circles
        if (one.profile == account.profile and one.class_id in rooms) or (not one.profile and one.name in groups)
    ]


def meant(typed: str, circles: Sequence[Circle]) -> list[Circle]:
    """The circles that the words name: a profile, one of a class, or a group by its name or its beginning.

    Empty where they name none; several where they may name any of these.
    """
    said = [word for word in words(typed) if word not in _SCHOOL] or words(typed)
    wanted = "".join(words(typed))
    if not wanted:
        return []
    called = [one for one in circles if one.name and "".join(words(one.name)) == wanted]
    if called:
        return called
    profiles, left = written.apart(said)
    room = [word for word in left if word not in _LITTLE]
    if len(profiles) == 1:
        found = [one for one in circles if one.profile == profiles[0]]
        if not room:
            return [one for one in found if not one.class_id]
        return _by_name(room, [one for one in found if one.class_id], lambda one: one.class_name)
    if profiles:
        return []
    return _by_name(room, [one for one in circles if not one.profile], lambda one: one.name)


def pairs(typed: str) -> Iterator[tuple[str, str]]:
    """The two names that a line may hold, the likeliest first: between quotes, around an arrow, else word by word."""
    quoted = [*_QUOTED.finditer(typed)]
    if len(quoted) in (1, 2):
        said = [_PARTING.sub("", part) for part in (typed[: quoted[0].start()], typed[quoted[0].end() :])]
        names = _held(quoted) if len(quoted) == 2 else [said[0], *_held(quoted), said[1]]
        found = [name for name in names if name]
        if len(found) == 2:
            yield found[0], found[1]
            return
    parts = [part for part in _BETWEEN.split(typed) if part]
    if len(parts) == 2:
        yield parts[0], parts[1]
        return
    said = typed.split()
    if len(said) <= _MOST:
        for at in sorted(range(1, len(said)), key=lambda at: abs(2 * at - len(said))):
            yield " ".join(said[:at]), " ".join(said[at:])


def _held(quoted: Iterable[re.Match[str]]) -> list[str]:
    return [part[1] or part[2] for part in quoted]


def two_meant(typed: str, circles: Sequence[Circle]) -> tuple[Circle, Circle] | None:
    """The two circles that the line names, in their order; None where it names no two.

    Refused where one of two names that are sure may be several.
    """
    doubted = ""
    for left, right in pairs(typed):
        one, other = meant(left, circles), meant(right, circles)
        if len(one) == 1 and len(other) == 1:
            return one[0], other[0]
        if one and other:
            doubted = doubted or (left if len(one) > 1 else right)
    if doubted:
        raise Refusal("communication-several", words=doubted)
    return None


def two_named(typed: str) -> tuple[str, str] | None:
    """The two names of people that the line holds: quoted, parted, or as many words each; None for anything else."""
    found = next(pairs(typed), None)
    said = typed.split()
    sure = _QUOTED.search(typed) or len(_BETWEEN.split(typed)) == 2 or len(said) in (2, 4)
    return found if found is not None and sure else None


def _by_name(wanted: Collection[str], among: Sequence[Circle], name: Callable[[Circle], str]) -> list[Circle]:
    """Those of that name; else those whose name begins so."""
    key = "".join(wanted)
    if not key:
        return []
    whole = [one for one in among if "".join(words(name(one))) == key]
    return whole or [one for one in among if "".join(words(name(one))).startswith(key)]
