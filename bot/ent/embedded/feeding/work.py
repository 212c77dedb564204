"""The work on one place: what its files say, who is known, and what was found so far."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from bot.ent.embedded.feeding.known import Brought, Known
from bot.ent.embedded.feeding.loading import Place
from bot.ent.embedded.feeding.options import Claims, Options
from bot.ent.embedded.feeding.waiting import Waiting
from bot.terms import Profile
from bot.terms.feed import AdultRecord, Finding, NamedChild, PupilRecord, SchoolFeed, Spot, StaffRecord, Verdict


@dataclass(slots=True)
class Work:
    """One place's feed under way. Everything is decided in memory, and written at the end or not at all."""

    feed: SchoolFeed
    place: Place
    options: Options
    now: datetime
    claims: Claims
    held: dict[str, Waiting] = field(default_factory=dict)  #: pupils that wait, by key; those of earlier files too
    #: by relative, the children they are not tied to yet
    awaited: dict[str, list[Waiting]] = field(default_factory=dict)
    was_held: dict[str, Waiting] = field(default_factory=dict)  #: as both were before
    was_awaited: dict[str, list[Waiting]] = field(default_factory=dict)
    listed: list[Known] = field(default_factory=list)  #: pupils whom the files name, wherever they are placed
    parted: list[tuple[str, str, str]] = field(default_factory=list)  #: accounts, those parted from them, and places
    spared: set[str] = field(default_factory=set)  #: accounts that a refused row may be about: they do not leave
    seen: dict[str, Known] = field(default_factory=dict)  #: by account, whom the files name
    spots: dict[str, Spot] = field(default_factory=dict)  #: by account, the line that names somebody
    #: pairs of accounts that may be one person's; by what, where the family names differ
    doubles: dict[tuple[str, str], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    logins: dict[str, str] = field(default_factory=dict)  #: by account that this feed makes, once it is written

    def say(self, spot: Spot, verdict: Verdict, reason: str, about: str = "", **details: str) -> None:
        """Says something of a line."""
        self.findings.append(Finding(spot, verdict, reason, about, details))

    def make(self, first_name: str, last_name: str, profile: Profile) -> Known:
        """A new account, which is among the people from now on."""
        made = Known(str(uuid4()), first_name, last_name, profile)
        self.place.people[made.id] = made
        return made

    def bring(self, known: Known, brought: Brought) -> None:
        """Takes what a row says of somebody; what it leaves empty stays, unless the files are complete."""
        before = known.brought.get(self.place.id)
        known.bring(self.place.id, brought if before is None or self.options.complete else brought.filled(before))

    def see(self, known: Known, spot: Spot) -> None:
        """Notes that the line there names somebody: who was leaving stays."""
        known.missing_since = known.deleted_at = None
        self.seen[known.id] = known
        self.spots.setdefault(known.id, spot)

    def goes(self, pupil: Known) -> bool:
        """Whether only the files of another place of this run name that pupil, whose turn may be later."""
        return self.claims.elsewhere(pupil.ine or "", self.feed.place)

    def untie(self, known: Known, named: Collection[str] = ()) -> None:
        """Ends the ties that the feed made to children of this place, but for those named.

        A child whom another place's files have too may be tied by those.
        """
        for child, fed in list(known.children.items()):
            one = self.place.people.get(child)
            if not fed or one is None or child in named or one.departs:
                continue
            if self.place.home(one) == self.place.id and not self.claims.shared(one.ine or "", self.feed.place):
                del known.children[child]

    def is_doubled(self, known: Known) -> bool:
        """Whether another account may be the same person's."""
        return any(known.id in pair for pair in self.doubles)


def about(record: PupilRecord | AdultRecord | StaffRecord | NamedChild) -> str:
    """First and last name, as a record has them."""
    return f"{record.first_name} {record.last_name or record.used_name}".strip()
