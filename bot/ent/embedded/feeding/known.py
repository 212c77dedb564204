"""An account as the feed sees it: what the files of each place said of it, and its ties, changed in memory first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime

from bot.ent.creation import MANUAL
from bot.ent.embedded.feeding import keys
from bot.terms import Profile
from bot.terms.feed import Address, AdultRecord, PupilRecord, StaffRecord


@dataclass(frozen=True, slots=True)
class Brought:
    """What the files of one place say of somebody, apart from ties; equal whenever it was said."""

    last_name: str
    first_name: str
    used_name: str = ""
    gender: str = ""
    title: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""
    email: str = ""
    home_phone: str = ""
    work_phone: str = ""
    mobile: str = ""
    external_id: str = ""
    birth_date: date | None = None  #: a pupil's
    changed_at: datetime | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        """The names as they are compared."""
        return keys.person_key(self.last_name, self.first_name)

    @property
    def address(self) -> str:
        """The address as it is compared."""
        return keys.address_key(Address(self.street, self.postcode, self.town, self.country))

    def shares(self, other: Brought) -> bool:
        """Whether mail, mobile or address are the same, where they are known.

        The address alone does not count where mail and mobile both differ: a building has many homes.
        """
        mails, mobiles, homes = self._beside(other)
        if _same(mails) or _same(mobiles):
            return True
        return _same(homes) and not (all(mails) and all(mobiles))

    def resembles(self, other: Brought) -> bool:
        """Whether they share anything by which people are reached; that may be too little to join them."""
        phones = [{keys.phone_key(one.home_phone), keys.phone_key(one.work_phone)} - {""} for one in (self, other)]
        return any(_same(pair) for pair in self._beside(other)) or bool(phones[0] & phones[1])

    def contradicts(self, other: Brought) -> bool:
        """Whether a title, a mail, a number or an address differs, and neither mail nor mobile is the same."""
        mails, mobiles, homes = self._beside(other)
        if self.title and other.title and self.title != other.title:
            return True
        phones = keys.phone_key(self.home_phone), keys.phone_key(other.home_phone)
        apart = any(all(pair) and pair[0] != pair[1] for pair in (mails, mobiles, homes, phones))
        return apart and not _same(mails) and not _same(mobiles)

    def is_another(self, other: Brought) -> bool:
        """Whether they are two people's: by identifier, title or mobile, where both say it."""
        mobiles = keys.phone_key(self.mobile), keys.phone_key(other.mobile)
        pairs = ((self.external_id, other.external_id), (self.title, other.title), mobiles)
        return any(all(pair) and pair[0] != pair[1] for pair in pairs)

    def _beside(self, other: Brought) -> Iterator[tuple[str, str]]:
        """Mails, mobiles and addresses of both, as they are compared."""
        yield keys.mail_key(self.email), keys.mail_key(other.email)
        yield keys.phone_key(self.mobile), keys.phone_key(other.mobile)
        yield self.address, other.address

    def filled(self, other: Brought) -> Brought:
        """The same, with what the other one says where this one says nothing; an address is one whole."""
        settled = HOME if any(getattr(self, name) for name in HOME) else ()
        left = [name for name in BROUGHT if not getattr(self, name) and name not in settled]
        return replace(self, **{name: getattr(other, name) for name in left})


def _same(pair: tuple[str, str]) -> bool:
    return bool(pair[0]) and pair[0] == pair[1]


HOME = ("street", "postcode", "town", "country")
BROUGHT = tuple(one.name for one in fields(Brought))


@dataclass(slots=True, eq=False)
class Known:
    """An account, its ties, and what each place's files brought of it; `was` is how it was before this feed."""

    id: str
    first_name: str
    last_name: str
    profile: Profile
    source: str = "AAF1D"
    email: str = ""
    birth_date: date | None = None
    ine: str | None = None
    missing_since: datetime | None = None
    deleted_at: datetime | None = None
    attached: dict[str, bool] = field(default_factory=dict)  #: structures, and whether the feed attached it
    removed: set[str] = field(default_factory=set)  #: structures from which it was detached by hand
    children: dict[str, bool] = field(default_factory=dict)  #: pupils' accounts, and whether the feed tied them
    brought: dict[str, Brought] = field(default_factory=dict)  #: by place
    awaited: bool = False  #: a pupil whom these files do not name, but those of another place of this run
    fresh: bool = False  #: made by another place's files in this run, so that nobody can have used it yet
    was: Known | None = None  #: None for an account that this feed makes

    @property
    def by_hand(self) -> bool:
        """Whether it was made by hand: the feed never touches it."""
        return self.source == MANUAL

    @property
    def leaving(self) -> bool:
        """Whether it waits for pre-deletion, or was pre-deleted."""
        return self.missing_since is not None or self.deleted_at is not None

    @property
    def departs(self) -> bool:
        """Whether it leaves this place, for another one or for good."""
        return self.leaving or self.awaited

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def keys(self) -> set[str]:
        """The names it goes by, as they are compared: what the files said, and what the account says."""
        return {one.key for one in self.brought.values()} or {keys.person_key(self.last_name, self.first_name)}

    @property
    def mailed(self) -> set[str]:
        """The names it goes by, each with each of its mails: whose row is this in another place's files?"""
        mails = {keys.mail_key(one) for one in (self.email, *(said.email for said in self.brought.values()))} - {""}
        return {f"{name}|{mail}" for name in self.keys for mail in mails}

    def remember(self) -> None:
        """Keeps how it is now, to tell later what changed."""
        ties = {"attached": dict(self.attached), "children": dict(self.children), "brought": dict(self.brought)}
        self.was = replace(self, was=None, **ties)  # type: ignore[arg-type]

    def bring(self, place: str, brought: Brought) -> None:
        """Takes what that place's files say, and shows it; what other places said stays beside it."""
        if self.brought.get(place) != brought:
            before = self.shown
            self.brought[place] = brought
            self._show(before)
        else:
            self._show(self.shown)

    def part(self, structures: Iterable[str]) -> None:
        """Ends its attachments to those structures, where the feed made them."""
        for one in list(structures):
            if self.attached.get(one):
                del self.attached[one]

    def stay(self) -> None:
        """Attaches a relative without any child yet to the schools that name them, which administer them."""
        if self.children:
            self.part(self.attached)
        else:
            self.attached |= {place: True for place in self.brought if place not in self.attached}

    def _show(self, before: Brought | None) -> None:
        now = self.shown
        assert now is not None
        self.last_name, self.first_name = now.last_name, now.first_name
        if self.profile is Profile.STUDENT:
            return
        mails = self._in_order("email")
        if mails or (before is not None and before.email and before.email == self.email):
            self.email = mails[0] if mails else ""

    @property
    def shown(self) -> Brought | None:
        """What is shown of it: what was said last; of what was said at one time, that of the first place by name."""
        return next(iter(self._by_age()), None)

    def _in_order(self, column: str) -> list[str]:
        return [value for one in self._by_age() if (value := getattr(one, column))]

    def _by_age(self) -> list[Brought]:
        places = sorted(self.brought)
        return [
            self.brought[p] for p in sorted(places, key=lambda p: self.brought[p].changed_at or _EVER, reverse=True)
        ]


_EVER = datetime.min.replace(tzinfo=UTC)


def of_pupil(record: PupilRecord, at: datetime) -> Brought:
    """What a pupil's row says."""
    return replace(_housed(record, at), gender=record.gender, birth_date=record.birth_date)


def of_adult(record: AdultRecord, at: datetime) -> Brought:
    """What an adult's row says."""
    return replace(_reached(_housed(record, at), record), work_phone=record.work_phone)


def of_staff(record: StaffRecord, at: datetime) -> Brought:
    """What the row of a member of staff says."""
    return _reached(_named(record, at), record)


def _named(record: PupilRecord | AdultRecord | StaffRecord, at: datetime) -> Brought:
    names = record.last_name, record.first_name, record.used_name
    return Brought(*names, external_id=record.external_id, changed_at=at)


def _housed(record: PupilRecord | AdultRecord, at: datetime) -> Brought:
    home = record.address
    named = _named(record, at)
    return replace(named, street=home.street, postcode=home.postcode, town=home.town, country=home.country)


def _reached(said: Brought, record: AdultRecord | StaffRecord) -> Brought:
    said = replace(said, title=record.title, email=record.email)
    return replace(said, home_phone=record.home_phone, mobile=record.mobile)
