"""What rules between groups come to: who may write to whom is the sum of the rules of all groups that they are in.

Pure. A rule is a pair of groups, whose members may write, and may be written to; that of a group with itself is that
its members may write to each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass

from bot.terms import Profile
from bot.terms.communication import ORDER, Matrix, Reach
from bot.workflows.rules.communication.circles import Circle, holding

Rule = tuple[str, str]


def every(circles: Iterable[Circle], rules: Iterable[Rule]) -> frozenset[Rule]:
    """The rules between groups, and those within one."""
    return frozenset(rules) | {(one.id, one.id) for one in circles if one.together}


def between(senders: Iterable[Circle], receivers: Sequence[Circle], rules: Set[Rule]) -> list[tuple[Circle, Circle]]:
    """The rules by which those who are in all the senders may write to those who are in all the receivers."""
    return [(one, other) for one in senders for other in receivers if (one.id, other.id) in rules]


def reach(sender: Profile, receiver: Profile, circles: Collection[Circle], rules: Set[Rule], usual: Reach) -> Reach:
    """How many of the one profile the other may write to in a school with these groups and these rules.

    Where no rule could say it, it is as usual: families are no groups, and a school without classes has no rule
    within one.
    """
    mine = {one.class_id: one for one in circles if one.profile == sender}
    theirs = {one.class_id: one for one in circles if one.profile == receiver}
    found = {(a, b) for a, one in mine.items() for b, other in theirs.items() if (one.id, other.id) in rules}
    rooms = sorted((mine.keys() & theirs.keys()) - {""})
    if ("", "") in found or (rooms and all((room, "") in found or ("", room) in found for room in rooms)):
        return Reach.ALL
    if rooms and all({(room, room), (room, ""), ("", room)} & found for room in rooms):
        return Reach.CLASS if all(a == b for a, b in found) else Reach.SOME
    if found:
        return Reach.SOME
    return usual if usual is Reach.OWN or (usual is Reach.CLASS and not rooms) else Reach.NOBODY


def table(circles: Collection[Circle], rules: Set[Rule], usual: Matrix) -> dict[tuple[Profile, Profile], Reach]:
    """The matrix of a school with these groups and these rules."""
    return {pair: reach(*pair, circles, rules, usual[pair]) for pair in _pairs()}


def changed(made: Matrix, usual: Matrix) -> list[tuple[Profile, Profile]]:
    """Where a school's matrix is not as usual, in the order of the table."""
    return [pair for pair in _pairs() if made[pair] is not usual[pair]]


@dataclass(frozen=True, slots=True)
class Side:
    """Who is asked about: the groups that hold all of them, and those that hold some of them."""

    whole: tuple[Circle, ...]
    parts: tuple[Circle, ...] = ()
    profile: Profile | None = None  #: where it is everybody of one profile, in a school or in one class


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom of the others they may write to, and by which rules, each two groups."""

    reach: Reach
    by: tuple[tuple[Circle, Circle], ...] = ()


def side(circle: Circle, circles: Collection[Circle]) -> Side:
    """That group, as it is asked about."""
    profile = Profile(circle.profile) if circle.profile else None
    rooms = [one for one in circles if profile and not circle.class_id and one.profile == profile and one.class_id]
    return Side(tuple(holding(circle, circles)), tuple(rooms), profile)


def answer(one: Side, other: Side, circles: Collection[Circle], rules: Set[Rule], usual: Matrix) -> Answer:
    """Whether the one side may write to the other, by the rules of all groups that they are in.

    Where only some rules within them say so, these; a family writes to each other without any.
    """
    if found := between(one.whole, other.whole, rules):
        return Answer(Reach.ALL, tuple(found))
    some = tuple(between((*one.whole, *one.parts), (*other.whole, *other.parts), rules))
    expected = usual.get((one.profile, other.profile)) if one.profile and other.profile else None
    if some and one.profile and other.profile and one.parts and other.parts:
        return Answer(reach(one.profile, other.profile, circles, rules, expected or Reach.NOBODY), some)
    if some:
        same = all(a.class_id == b.class_id and a.class_id for a, b in some)
        return Answer(Reach.CLASS if same and other.profile else Reach.SOME, some)
    return Answer(Reach.OWN if expected is Reach.OWN else Reach.NOBODY)


def _pairs() -> Iterable[tuple[Profile, Profile]]:
    return ((sender, receiver) for sender in ORDER for receiver in ORDER)
