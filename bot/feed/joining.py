"""Rows about the same pupil, or member of staff, made one record; and rows that cannot both be right.

Adults are not joined here: that two rows of one name are one person is a decision of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from bot.feed.lines import finding
from bot.folding import fold, words
from bot.terms.feed import Finding, PupilRecord, Spot, StaffRecord, Verdict

_MOST_NAMESAKES = 50  #: people of one name in a school among whom the one of a row is looked for
R = TypeVar("R", PupilRecord, StaffRecord)


def join_pupils(records: Sequence[PupilRecord], findings: list[Finding]) -> tuple[PupilRecord, ...]:
    """The pupils, each once, with the groups of all their rows; adds what is to be said.

    Rows that give one INE, or one identifier, to two children are refused, all of them.
    """
    kept = _unshared(records, lambda one: one.ine, _child, "ine-twice", findings)
    kept = _unshared(kept, lambda one: one.external_id, _child, "id-twice", findings)
    kept = _with_one_class(kept, findings)
    findings += _several_labels(kept)
    made: list[PupilRecord] = []
    for alike in _alike(kept, _child):
        codes = list(dict.fromkeys(one.ine for one in alike if one.ine))
        if len(codes) < 2:
            made.append(_one_pupil(alike))
            continue
        for code in codes:  # two children of one name, born on one day
            made.append(_one_pupil([one for one in alike if one.ine == code]))
        made += [one for one in alike if not one.ine]
    return tuple(sorted(made, key=_spot))


def _several_labels(records: Sequence[PupilRecord]) -> Iterator[Finding]:
    """A finding for each number of a class that rows give several labels: at the first row that has another one."""
    named: dict[str, dict[str, PupilRecord]] = defaultdict(dict)
    for one in sorted(records, key=_spot):
        if one.class_id and one.class_name:
            named[one.class_id].setdefault(" ".join(fold(one.class_name).split()), one)
    for number, labels in named.items():
        first, *others = labels.values()
        if others:
            said = ", ".join(one.class_name for one in (first, *others))
            yield finding(others[0].spot, Verdict.NOTED, "class-labels", number=number, labels=said)


def join_staff(records: Sequence[StaffRecord], findings: list[Finding]) -> tuple[StaffRecord, ...]:
    """The staff; rows of one name that contradict each other in nothing are one record with all its classes."""
    kept = _unshared(records, lambda one: one.external_id, _names, "id-twice", findings)
    made: list[StaffRecord] = []
    for namesakes in _alike(kept, _names):
        people: list[StaffRecord] = []
        for one in namesakes:
            at = next((at for at, other in enumerate(people[:_MOST_NAMESAKES]) if _agree(one, other)), None)
            if at is None:
                people.append(one)
            else:
                people[at] = _one_of_staff(people[at], one)
        made += people
    return tuple(sorted(made, key=_spot))


def _child(one: PupilRecord) -> Hashable:
    return _names(one), one.birth_date


def _names(one: PupilRecord | StaffRecord) -> tuple[str, str]:
    return "".join(words(one.last_name)), "".join(words(one.first_name))


def _spot(one: R) -> Spot:
    return one.spot


def _alike(records: Iterable[R], key: Callable[[R], Hashable]) -> Iterator[list[R]]:
    """The records that have the same key, together, in the order of their first."""
    found: dict[Hashable, list[R]] = defaultdict(list)
    for one in records:
        found[key(one)].append(one)
    yield from found.values()


def _unshared(
    records: Sequence[R], code: Callable[[R], str], who: Callable[[R], Hashable], reason: str, findings: list[Finding]
) -> list[R]:
    """The records without those that share a code though they are about different people; these are refused."""
    refused: set[Spot] = set()
    for alike in _alike([one for one in records if code(one)], code):
        first = alike[0]
        second = next((one for one in alike if who(one) != who(first)), None)
        if second is None:
            continue
        for one in alike:
            other = (second if who(one) == who(first) else first).spot
            where = f"{other.file}:{other.line}"
            name = f"{one.first_name} {one.last_name}"
            findings.append(finding(one.spot, Verdict.REFUSED, reason, name, other=where))
            refused.add(one.spot)
    return [one for one in records if one.spot not in refused]


def _with_one_class(records: Sequence[PupilRecord], findings: list[Finding]) -> list[PupilRecord]:
    """The records, where all rows about a pupil name the class that the first one does; others are noted."""
    made: list[PupilRecord] = []
    for alike in _alike(records, lambda one: (_child(one), one.ine)):
        first = next((one for one in alike if one.class_name), alike[0])
        for one in alike:
            if one.class_name not in ("", first.class_name):
                name, said = f"{one.first_name} {one.last_name}", {"class": one.class_name, "first": first.class_name}
                findings.append(finding(one.spot, Verdict.NOTED, "two-classes", name, **said))
            made.append(replace(one, class_name=first.class_name, class_id=first.class_id))
    return made


def _one_pupil(rows: Sequence[PupilRecord]) -> PupilRecord:
    """The pupil of all these rows: of each value the first that is there."""
    groups = tuple(dict.fromkeys(group for row in rows for group in row.groups))
    fields = ("used_name", "gender", "ine", "external_id", "class_name", "class_id", "year")
    values: dict[str, Any] = {
        name: next((getattr(row, name) for row in rows if getattr(row, name)), "") for name in fields
    }
    address = next((row.address for row in rows if row.address.street), rows[0].address)
    return replace(rows[0], groups=groups, address=address, **values)


def _agree(one: StaffRecord, other: StaffRecord) -> bool:
    """Whether nothing says that two of one name are two people."""
    pairs = ((getattr(one, name), getattr(other, name)) for name in ("birth_date", "email", "mobile", "external_id"))
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


def _one_of_staff(one: StaffRecord, other: StaffRecord) -> StaffRecord:
    fields = ("title", "used_name", "birth_date", "function", "email", "home_phone", "mobile", "external_id")
    values: dict[str, Any] = {name: getattr(one, name) or getattr(other, name) for name in fields}
    classes = tuple(dict.fromkeys((*one.classes, *other.classes)))
    both: dict[str, Any] = {"director": one.director or other.director, "teaches": one.teaches or other.teaches}
    return replace(one, classes=classes, **both, **values)
