"""Accounts that may be one person's though the feed does not join them: a director decides about each pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations

from bot.ent.embedded.feeding.keys import pupil_key
from bot.ent.embedded.feeding.known import Brought, Known
from bot.ent.embedded.feeding.work import Work
from bot.terms import Profile


def note_pupils(work: Work) -> None:
    """Notes pupils of the same names and birth date, wherever they are."""
    alike: dict[str, set[str]] = defaultdict(set)
    for row in work.feed.pupils:
        key = pupil_key(row.last_name, row.first_name, row.birth_date)
        if row.birth_date is not None:
            alike[key] |= work.place.born.get(key, set())
    for one in work.place.of(Profile.STUDENT):
        if one.birth_date is not None:
            for name in one.keys:
                alike[f"{name}|{one.birth_date}"].add(one.id)
    for several in alike.values():
        _note(work, several)


def note_adults(work: Work, namesakes: Iterable[Known]) -> None:
    """Notes the relatives of one name who have a child in common, or are reached in the same way."""
    _note_where(work, namesakes, lambda one, other: _reached_alike(one, other) or have_a_child(work, one, other))


def note_staff(work: Work) -> None:
    """Notes members of staff of one name who work here both, were born on one day, or are reached in the same way."""
    by_name: dict[str, list[Known]] = defaultdict(list)
    for one in work.place.of(Profile.TEACHER, Profile.PERSONNEL):
        for name in one.keys:
            by_name[name].append(one)

    def alike(one: Known, other: Known) -> bool:
        born = one.birth_date is not None and one.birth_date == other.birth_date
        here = work.place.is_here(one) and work.place.is_here(other)
        return born or here or _reached_alike(one, other)

    for namesakes in by_name.values():
        _note_where(work, namesakes, alike)


def _note_where(work: Work, namesakes: Iterable[Known], alike: Callable[[Known, Known], bool]) -> None:
    for one, other in combinations({known.id: known for known in namesakes}.values(), 2):
        if alike(one, other):
            _note(work, (one.id, other.id))


def _note(work: Work, accounts: Iterable[str]) -> None:
    """Notes the pairs of these accounts of which the files name at least one."""
    pairs = combinations(sorted(accounts), 2)
    work.doubles |= {(one, other): "" for one, other in pairs if one in work.seen or other in work.seen}


def _reached_alike(one: Known, other: Known) -> bool:
    return any(mine.resembles(theirs) for mine in said_of(one) for theirs in said_of(other))


def said_of(known: Known) -> list[Brought]:
    """What the files of each place say of somebody; of whom none does, what the account says."""
    return list(known.brought.values()) or [Brought(known.last_name, known.first_name, email=known.email)]


def have_a_child(work: Work, one: Known, other: Known) -> bool:
    """Whether two relatives have a child in common, tied or awaited."""
    awaited = [{child.key for child in work.awaited.get(known.id, ())} for known in (one, other)]
    return not one.children.keys().isdisjoint(other.children) or not awaited[0].isdisjoint(awaited[1])
