"""What the first-degree export files say of a school, read but not yet compared with any account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where something stands: a file as the operator named it, and its line; the header of a file is line 1."""

    file: str
    line: int = 0  #: 0 for the file as a whole


class FeedKind(StrEnum):
    """What a file of the feed lists."""

    PUPILS = "pupils"
    ADULTS = "adults"
    STAFF = "staff"


class Verdict(StrEnum):
    """What becomes of a line about which something is to be said."""

    REFUSED = "refused"  #: not read: the line is wrong
    HELD = "held"  #: right, but waits for something: an INE, a class
    NOTED = "noted"  #: taken, but without a value that is wrong, or without a link that is not sure


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to be said about a line. It never bears a whole INE, an address, a mail or a phone number."""

    spot: Spot
    verdict: Verdict
    reason: str  #: a code such as `no-ine`: each has its sentence
    about: str = ""  #: first and last name, where the line names somebody
    details: Mapping[str, str] = field(default_factory=dict)  #: what the sentence names: a column, a class


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives; empty where that is not said."""

    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class PupilRecord:
    """One pupil of a file of pupils."""

    spot: Spot
    last_name: str
    first_name: str
    birth_date: date | None = None  #: None only in a row that is held
    used_name: str = ""
    gender: str = ""  #: F, M, or nothing
    ine: str = field(default="", repr=False)  #: in capitals, without spaces
    external_id: str = ""  #: an identifier that the file itself gives
    class_name: str = ""  #: as the director wrote it in ONDE; empty for none
    class_id: str = ""  #: ONDE's own number for the class
    year: str = ""  #: the level of schooling, such as CE1: a class may have pupils of several
    groups: tuple[str, ...] = ()  #: names of teaching groups (regroupements)
    address: Address = field(default_factory=Address, repr=False)


@dataclass(frozen=True, slots=True)
class NamedChild:
    """A child as an adult's row names it: by names, or by the identifier that the file of pupils gives."""

    last_name: str = ""
    first_name: str = ""
    used_name: str = ""
    class_name: str = ""
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class AdultRecord:
    """One responsible adult of a file of adults."""

    spot: Spot
    last_name: str
    first_name: str
    title: str = ""  #: M. or Mme, or nothing
    used_name: str = ""
    address: Address = field(default_factory=Address, repr=False)
    email: str = field(default="", repr=False)
    home_phone: str = field(default="", repr=False)  #: digits, with a leading + where it is given
    work_phone: str = field(default="", repr=False)
    mobile: str = field(default="", repr=False)
    external_id: str = ""
    children: tuple[NamedChild, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffRecord:
    """One teacher or other member of staff of a file made by hand."""

    spot: Spot
    last_name: str
    first_name: str
    title: str = ""
    used_name: str = ""
    birth_date: date | None = None
    function: str = ""  #: as the file words it; empty for a teacher
    director: bool = False  #: whether the file says that they head the school
    teaches: bool = True  #: whether the row is about a teacher: others are personnel
    email: str = field(default="", repr=False)
    home_phone: str = field(default="", repr=False)
    mobile: str = field(default="", repr=False)
    external_id: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SchoolFeed:
    """All that the files of one run say of one school (or, for staff, of another structure)."""

    place: str  #: the school's UAI, or the identifier of a structure
    files: tuple[str, ...] = ()  #: in the order read
    kinds: frozenset[FeedKind] = frozenset()  #: of the files that were read, with rows or without
    pupils: tuple[PupilRecord, ...] = ()
    adults: tuple[AdultRecord, ...] = ()
    staff: tuple[StaffRecord, ...] = ()
    findings: tuple[Finding, ...] = ()  #: what was found while reading
    refused: Mapping[FeedKind, int] = field(default_factory=dict)  #: how many rows of the files of each kind are
    digests: Mapping[str, tuple[FeedKind, str]] = field(default_factory=dict)  #: by file, its kind and a hash of it


class Change(StrEnum):
    """What a feed does to somebody, or to a class."""

    CREATED = "created"
    CHANGED = "changed"  #: some of its data
    MOVED = "moved"  #: a pupil who comes from another school or another class
    RESTORED = "restored"  #: it waited for pre-deletion, or was pre-deleted
    LEAVING = "leaving"  #: not in a complete file: it waits for pre-deletion
    RENAMED = "renamed"  #: a class
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, order=True)
class Datum:
    """Something that a feed changes of somebody, or of a class; of what is private, only that it changed."""

    what: str  #: a code such as `birth-date`: each has its words
    before: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """One change that a feed makes."""

    change: Change
    kind: str  #: `pupil`, `relative`, `teacher`, `personnel` or `class`
    name: str  #: as it is from now on
    data: tuple[Datum, ...] = ()  #: what changes; nothing for who or what is new
    spot: Spot = field(default=Spot(""), compare=False)  #: the line that names them, where one does


@dataclass(frozen=True, slots=True)
class FeedReport:
    """What a feed did to one school, or would do."""

    place: str  #: as in the `SchoolFeed`
    name: str = ""  #: the school's
    changes: tuple[Changed, ...] = ()  #: all but the unchanged
    unchanged: Mapping[str, int] = field(default_factory=dict)  #: by kind: how many the feed leaves as they are
    doubles: tuple[str, ...] = ()  #: the names of two accounts that may be one person's, for each such pair
    findings: tuple[Finding, ...] = ()  #: of the reading and of the comparison, by file and line
    stopped: str = ""  #: the reason for which nothing of this school was changed; empty where it was
    facts: Mapping[str, str] = field(default_factory=dict)  #: what the sentence of `stopped` names
