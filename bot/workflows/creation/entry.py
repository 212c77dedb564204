"""What was said so far of somebody who is to be given an account."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.ent.creation import Newcomer
from bot.terms import Profile, Refusal, Structure
from bot.workflows.rules.creation import names, typed

#: why somebody is not brought by ONDE (guide, chapter 2.C), by profile; `other` where it is none of these
CASES = {
    Profile.STUDENT.value: ("attached", "dispute", "other"),
    Profile.RELATIVE.value: ("foster", "dispute", "other"),
}


@dataclass(slots=True)
class Entry:
    """The account to make, as far as it is known."""

    rest: str = ""  #: words typed in the line of the command that were not read yet
    line: bool = False  #: whether names were typed in that line: then what a member of staff does is not asked
    doubt: str = ""  #: the first word of it, where it may be a profile that was mistyped
    meant: str = ""  #: the word for that profile
    profile: str = ""
    task: str | None = None  #: what a member of staff does; None until that is asked
    schools: dict[str, str] = field(default_factory=dict)  #: of whoever asks: name by identifier
    school: str = ""
    case: str = ""  #: one of `CASES`: kept with the act, and shown to no family
    typed: str = ""  #: names as they were typed, where it is not clear which is which
    first_name: str = ""
    last_name: str = ""
    written: bool = False  #: whether it is settled which capitals the names have
    born: date | None = None
    unread: str = ""  #: what was typed in the line and is neither a date nor a class
    classes: dict[str, str] = field(default_factory=dict)  #: of the school: name by identifier
    class_id: str = ""
    narrowed: list[str] = field(default_factory=list)  #: the classes that typed words may mean
    sought: str = ""  #: the name of a child that was typed last
    found: dict[str, str] = field(default_factory=dict)  #: the pupils of that name: label by identifier
    children: dict[str, str] = field(default_factory=dict)  #: those chosen: label by identifier
    homes: dict[str, str] = field(default_factory=dict)  #: the class of each, as far as it is known
    family: bool = False  #: whether all children are chosen
    alike: list[dict[str, str]] | None = None  #: accounts that may be theirs already; None before they are looked for
    anew: bool = False  #: whether one was found only once it was confirmed
    sure: bool = False
    account: str = ""  #: the account, where one is changed that is there already
    part: str = ""  #: what of it is to change
    before: str = ""  #: its name before
    hidden: list[str] = field(default_factory=list)  #: a parent's children out of sight: they stay

    @property
    def of(self) -> Profile:
        """The profile, once it is known."""
        return Profile(self.profile)

    @property
    def pupil(self) -> bool:
        """Whether it is a pupil's."""
        return self.profile == Profile.STUDENT.value

    @property
    def relative(self) -> bool:
        """Whether it is a parent's, or somebody's who stands in for one."""
        return self.profile == Profile.RELATIVE.value

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def lower(self) -> bool:
        """Whether a name has no capital, so that it is offered with some."""
        return any(names.capitals(one) != one for one in (self.first_name, self.last_name))

    @property
    def complete(self) -> bool:
        """Whether nothing is missing but the confirmation."""
        named = bool(self.first_name) and (self.written or not self.lower)
        pupil = not self.pupil or bool(self.born and self.class_id)
        return bool(named and self.school and self.settled and pupil) and (not self.relative or self.family)

    @property
    def settled(self) -> bool:
        """Whether the case, or what a member of staff does, needs not be asked any more."""
        if self.profile in CASES:
            return bool(self.case)
        return self.task is not None or self.line or self.profile != Profile.PERSONNEL.value

    @property
    def newcomer(self) -> Newcomer:
        """The account as the ENT is asked for it."""
        return Newcomer(
            first_name=self.first_name,
            last_name=self.last_name,
            profile=self.of,
            school=self.school,
            class_id=self.class_id if self.pupil else self._home,
            birth_date=self.born if self.pupil else None,
            children=tuple(self.children) if self.relative else (),
        )

    @property
    def _home(self) -> str:
        """The class of the first of a parent's children; empty for others."""
        return next((self.homes[one] for one in self.children if one in self.homes), "") if self.relative else ""

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that the sentences use; of the case nothing, since most are read later, by others too."""
        return {
            "profile": self.profile,
            "name": self.name,
            "place": self.schools.get(self.school, ""),
            "class": self.classes.get(self.class_id, ""),
            "born": self.born.isoformat() if self.born else "",
            "names": ", ".join(self.children.values()),
            "text": self.task or "",
        }

    def call(self, said: str) -> None:
        """Takes names; where it is not clear which is which, they are kept to be asked. Refused as `readings` is."""
        found = names.readings(said)
        self.typed, self.written, self.alike = said, False, None
        self.first_name, self.last_name = found[0] if len(found) == 1 else ("", "")

    def read_rest(self, today: date, classes: Sequence[Structure]) -> None:
        """Reads what the line said beside the profile: names, and a pupil's birth date and class.

        What cannot be is asked for as if it had not been typed.
        """
        said, self.rest = self.rest, ""
        if self.pupil:
            read = typed.rest(said, today, classes)
            said, self.class_id, self.unread = read.names, read.class_id, read.unread
            if read.born is not None and typed.plausible(read.born, today):
                self.born = read.born
            elif read.born is not None:
                self.unread = f"{read.born:%d/%m/%Y}"
        with suppress(Refusal):
            self.call(said)
