"""Who may write to whom in the ENT, profile by profile."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.terms.people import Profile


class Reach(StrEnum):
    """How many of one profile those of another one may write to."""

    ALL = "all"  #: everybody of the school
    CLASS = "class"  #: those of their class
    OWN = "own"  #: their own parents, or their own children
    SOME = "some"  #: some of them: the rules of its groups are neither of the others
    NOBODY = "no"


Matrix = Mapping[tuple[Profile, Profile], Reach]
"""The reach of each profile, the first one, to each."""

ORDER = (Profile.PERSONNEL, Profile.TEACHER, Profile.STUDENT, Profile.RELATIVE, Profile.GUEST)
"""The profiles in the order of the guide's table."""

_USUAL = {Reach.ALL, Reach.CLASS, Reach.OWN, Reach.NOBODY}
_FAMILY = {(Profile.STUDENT, Profile.RELATIVE), (Profile.RELATIVE, Profile.STUDENT)}


def read_matrix(table: Mapping[str, Mapping[str, str]]) -> Matrix:
    """The matrix that the operator's table describes; raises `ValueError` where a cell is missing or impossible."""
    unknown = {*table} | {name for line in table.values() for name in line}
    if wrong := sorted(unknown - {one.value for one in Profile}):
        raise ValueError(f"communication: {', '.join(wrong)} is no profile")
    made: dict[tuple[Profile, Profile], Reach] = {}
    for sender in ORDER:
        for receiver in ORDER:
            said = table.get(sender, {}).get(receiver)
            if said not in {one.value for one in _USUAL}:
                raise ValueError(f"communication: {sender} to {receiver} must be all, class, own or no: {said!r}")
            made[sender, receiver] = Reach(said)
    if wrong := sorted(f"{a} to {b}" for (a, b), one in made.items() if one is Reach.OWN and (a, b) not in _FAMILY):
        raise ValueError(f"communication: only pupils and relatives have their own: {', '.join(wrong)}")
    return made
