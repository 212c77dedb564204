"""What rules between groups come to: who may write to whom is the sum of the rules of all groups that they are in.

Pure. A rule is a pair of groups, whose members may write, and may be written to; that of a group with itself is that
its members may write to each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set

from bot.terms import Profile
from bot.terms.communication import ORDER, Matrix, Reach
from bot.workflows.rules.communication.circles import Circle

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


def _pairs() -> Iterable[tuple[Profile, Profile]]:
    return ((sender, receiver) for sender in ORDER for receiver in ORDER)
