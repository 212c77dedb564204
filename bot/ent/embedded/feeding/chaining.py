"""Takes joins of this run back, where the files of a further school show that they were a chain.

Rows of one name in three schools: the first two share a mail, and the third shares an address with one of them only.
In another order of the schools, none would have been joined; so none stays joined. Nobody can have used an account
that this run made, so that nothing is lost. Accounts of earlier runs are never parted.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.ent.embedded.feeding.known import Brought, Known
from bot.ent.embedded.feeding.work import Work
from bot.terms import Profile


def is_chained(work: Work, known: Known, row: Brought) -> bool:
    """Whether a row shares something with what some of the places that named the account say, but not with all."""
    others = [said for place, said in known.brought.items() if place != work.place.id]
    shared = [one for one in others if row.shares(one)]
    return known.fresh and len(others) == len(known.brought) and 0 < len(shared) < len(others)


def part(work: Work, known: Known) -> Iterator[Known]:
    """The accounts parted from this one: one for each place that named it, but for the first by identifier."""
    return (_parted(work, known, place) for place in sorted(known.brought)[1:])


def _parted(work: Work, known: Known, place: str) -> Known:
    made = work.make(known.first_name, known.last_name, Profile.RELATIVE)
    made.bring(place, known.brought.pop(place))
    for child in [child for child in known.children if work.place.home(work.place.people[child]) == place]:
        made.children[child] = known.children.pop(child)
    if place in known.attached:
        made.attached[place] = known.attached.pop(place)
    shown = next(iter(known.brought))
    known.email = ""
    known.bring(shown, known.brought[shown])
    work.parted.append((known.id, made.id, place))
    return made
