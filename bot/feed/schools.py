"""All files of one school as its `SchoolFeed`, one school after the other, so that memory holds one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from bot.feed.files import read_file
from bot.feed.joining import join_pupils, join_staff
from bot.feed.records import Terms
from bot.feed.sources import Source
from bot.terms.feed import AdultRecord, FeedKind, Finding, PupilRecord, SchoolFeed, StaffRecord, Verdict


def read(sources: Sequence[Source], today: date) -> Collection[SchoolFeed]:
    """What the files say of each school, in the order of the schools' codes; the order of the files does not matter.

    Every row that is not empty is in a record or in a finding. The files are read anew each time the schools are gone
    through.
    """
    return _Schools(sorted(sources, key=lambda one: (one.place, one.name)), Terms(today))


@dataclass(frozen=True, slots=True)
class _Schools(Collection[SchoolFeed]):
    """Schools whose files are read when it is their turn."""

    sources: Sequence[Source]
    terms: Terms

    def __iter__(self) -> Iterator[SchoolFeed]:
        for place, files in groupby(self.sources, lambda one: one.place):
            yield _school(place, list(files), self.terms)

    def __len__(self) -> int:
        return len({one.place for one in self.sources})

    def __contains__(self, school: object) -> bool:
        return any(one == school for one in self)


def _school(place: str, sources: Sequence[Source], terms: Terms) -> SchoolFeed:
    kinds: dict[str, FeedKind] = {}
    digests: dict[str, tuple[FeedKind, str]] = {}
    pupils: list[PupilRecord] = []
    adults: list[AdultRecord] = []
    staff: list[StaffRecord] = []
    findings: list[Finding] = []
    for source in sources:
        made = read_file(source.name, source.load, replace(terms, place=place, class_name=source.class_name))
        if made.kind is not None:
            kinds[source.name], digests[source.name] = made.kind, (made.kind, made.digest)
        findings += made.findings
        for one in made.records:
            if isinstance(one, PupilRecord):
                pupils.append(one)
            elif isinstance(one, AdultRecord):
                adults.append(one)
            else:
                staff.append(one)
    joined = join_pupils(pupils, findings), join_staff(staff, findings)
    refused = Counter(kinds.get(one.spot.file) for one in findings if one.verdict is Verdict.REFUSED)
    return SchoolFeed(
        place,
        tuple(source.name for source in sources),
        frozenset(kinds.values()),
        joined[0],
        tuple(sorted(adults, key=lambda one: one.spot)),
        joined[1],
        tuple(sorted(findings, key=lambda one: (one.spot, one.reason))),
        {kind: number for kind, number in refused.items() if kind is not None},
        digests,
    )
