"""Changes to accounts that the port cannot make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Protocol

from bot.ent.embedded.enrolment import Enrolment, enrol, remove
from bot.terms import Profile
from tests.contracts.stages.hands import EmbeddedHand, EntcoreHand

_LATELY = datetime(2026, 10, 1, tzinfo=UTC)


class AccountsStage(Protocol):
    """What a test may change about accounts."""

    async def never_activated(self, account: str) -> None:
        """Makes the account one that was never activated."""
        ...

    async def activated(self, account: str) -> None:
        """Makes the account one that was activated."""
        ...

    async def gone(self, account: str) -> None:
        """Deletes the account for good."""
        ...

    async def predeleted(self, account: str) -> None:
        """Makes the account one that was pre-deleted."""
        ...

    async def created(self, account: str, at: datetime) -> None:
        """Sets when the account was created."""
        ...

    async def born(self, account: str, day: date | None) -> None:
        """Sets when the account's owner was born; None where the ENT does not know it."""
        ...

    async def fed_by(self, account: str, source: str) -> None:
        """Sets where the account's data come from."""
        ...

    async def tie(self, relative: str, child: str) -> None:
        """Makes a pupil the child of a relative."""
        ...

    async def twins(self, one: str, other: str) -> None:
        """Makes each of two accounts a possible duplicate of the other."""
        ...

    async def appoint(self, login: str, function: str, at: Sequence[str], held: Sequence[str]) -> None:
        """Adds a teacher, « Aude » and the login, of these schools, with that function in the structures `held`."""
        ...


class EmbeddedAccountsStage(EmbeddedHand):
    """Changes rows of accounts."""

    async def never_activated(self, account: str) -> None:
        await self._change(account, activated=False)

    async def activated(self, account: str) -> None:
        await self._change(account, activated=True)

    async def gone(self, account: str) -> None:
        await self._records.run(lambda connection: remove(connection, account))

    async def predeleted(self, account: str) -> None:
        await self._change(account, deleted_at=_LATELY)

    async def created(self, account: str, at: datetime) -> None:
        await self._change(account, created_at=at)

    async def born(self, account: str, day: date | None) -> None:
        await self._change(account, birth_date=day)

    async def fed_by(self, account: str, source: str) -> None:
        await self._change(account, source=source)

    async def tie(self, relative: str, child: str) -> None:
        await self._insert("families", [{"relative": relative, "student": child}], relative)

    async def twins(self, one: str, other: str) -> None:
        pairs = [{"account": one, "other": other}, {"account": other, "other": one}]
        await self._insert("duplicates", pairs, one, other)

    async def appoint(self, login: str, function: str, at: Sequence[str], held: Sequence[str]) -> None:
        made = _teacher(login, function, at, held)
        await self._records.run(lambda connection: enrol(connection, (), (made,)))


class EntcoreAccountsStage(EntcoreHand):
    """Changes users of the town."""

    async def never_activated(self, account: str) -> None:
        self._town.users[account].code = self._town.code()

    async def activated(self, account: str) -> None:
        self._town.users[account].code = None

    async def gone(self, account: str) -> None:
        del self._town.users[account]
        self._directory_ages()

    async def predeleted(self, account: str) -> None:
        self._town.users[account].deleted = _LATELY
        self._directory_ages()

    async def created(self, account: str, at: datetime) -> None:
        self._town.users[account].created = at

    async def born(self, account: str, day: date | None) -> None:
        self._town.users[account].born = day

    async def fed_by(self, account: str, source: str) -> None:
        self._town.users[account].source = source

    async def tie(self, relative: str, child: str) -> None:
        self._town.users[relative].children.append(child)

    async def twins(self, one: str, other: str) -> None:
        self._town.users[one].duplicates = [other]
        self._town.users[other].duplicates = [one]

    async def appoint(self, login: str, function: str, at: Sequence[str], held: Sequence[str]) -> None:
        self._town.settle(_teacher(login, function, at, held))


def _teacher(login: str, function: str, at: Sequence[str], held: Sequence[str]) -> Enrolment:
    return Enrolment(
        id=login,
        login=login,
        first_name="Aude",
        last_name=login.title(),
        profile=Profile.TEACHER,
        places=tuple(at),
        functions=tuple((function, structure) for structure in held),
    )
