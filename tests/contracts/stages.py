"""The demo's world behind each adapter, and a hand that changes it where the port cannot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection

from bot.ent.directory import Directory
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.embedded.enrolment import index
from bot.ent.embedded.tables import ENT
from bot.ent.entcore.adapter import EntcoreDirectory
from bot.storage.engine import Records
from bot.terms import Profile
from tests.entcore.standin import Standin


class Stage(Protocol):
    """An ENT to ask, and what may happen to it meanwhile."""

    @property
    def directory(self) -> Directory:
        """The adapter."""
        ...

    async def never_activated(self, account: str) -> None:
        """Makes it an account that nobody ever used."""
        ...

    async def created(self, account: str, at: datetime) -> None:
        """Has the account created at that moment."""
        ...

    async def twins(self, one: str, other: str) -> None:
        """Makes each of two accounts a possible duplicate of the other."""
        ...

    async def group(self, school: str, name: str, *members: str) -> None:
        """Makes a manual group."""
        ...

    async def report(self, school: str, creator: str, html: str, reporters: Mapping[str, datetime]) -> str:
        """Has somebody's publication reported; returns the report's identifier."""
        ...

    async def trace(self, school: str, profile: Profile, blocked: bool, by: str, at: datetime) -> None:
        """Remembers a whole profile blocked or unblocked."""
        ...


class EmbeddedStage:
    """The embedded ENT, changed through its tables."""

    def __init__(self, records: Records) -> None:
        self.directory = EmbeddedDirectory(records)
        self._records = records

    async def never_activated(self, account: str) -> None:
        await self._change(account, activated=False)

    async def created(self, account: str, at: datetime) -> None:
        await self._change(account, created_at=at)

    async def twins(self, one: str, other: str) -> None:
        pairs = [{"account": one, "other": other}, {"account": other, "other": one}]
        await self._insert("duplicates", pairs, one, other)

    async def group(self, school: str, name: str, *members: str) -> None:
        await self._insert("groups", [{"id": name, "school": school, "name": name}])
        await self._insert("memberships", [{"account": member, "group": name} for member in members], *members)

    async def report(self, school: str, creator: str, html: str, reporters: Mapping[str, datetime]) -> str:
        at, key = min(reporters.values()), f"publication-of-{creator}-{len(reporters)}-{min(reporters.values())}"
        row = {
            "id": key,
            "author": creator,
            "school": school,
            "kind": "BLOG",
            "html": html,
            "at": at,
            "hidden": False,
        }
        await self._insert("publications", [row])
        rows = [{"publication": key, "reporter": who, "at": when} for who, when in reporters.items()]
        await self._insert("reports", rows)
        return key

    async def trace(self, school: str, profile: Profile, blocked: bool, by: str, at: datetime) -> None:
        row = {"school": school, "at": at, "profile": profile.value, "blocked": blocked, "by": by}
        await self._insert("block_traces", [row])

    async def _insert(self, table: str, rows: list[dict[str, Any]], *touched: str) -> None:
        def insert(connection: Connection) -> None:
            if rows:
                connection.execute(ENT.tables[f"ent_{table}"].insert(), rows)
            index(connection, list(touched))

        await self._records.run(insert)

    async def _change(self, account: str, **values: Any) -> None:
        accounts = ENT.tables["ent_accounts"]

        def change(connection: Connection) -> None:
            connection.execute(accounts.update().where(accounts.c.id == account).values(values))
            index(connection, [account])

        await self._records.run(change)


class EntcoreStage:
    """The adapter to a real ENT on the stand-in, changed inside the stand-in."""

    def __init__(self, standin: Standin, directory: EntcoreDirectory) -> None:
        self.directory = directory
        self._town = standin.town

    async def never_activated(self, account: str) -> None:
        self._town.users[account].code = self._town.code()

    async def created(self, account: str, at: datetime) -> None:
        self._town.users[account].created = at

    async def twins(self, one: str, other: str) -> None:
        self._town.users[one].duplicates = [other]
        self._town.users[other].duplicates = [one]

    async def group(self, school: str, name: str, *members: str) -> None:
        self._town.places[school].groups.add(name)
        for member in members:
            self._town.users[member].groups.append(name)

    async def report(self, school: str, creator: str, html: str, reporters: Mapping[str, datetime]) -> str:
        return self._town.report(school, creator, html, dict(reporters))

    async def trace(self, school: str, profile: Profile, blocked: bool, by: str, at: datetime) -> None:
        owner = {"userId": "somebody", "displayName": by}
        what = {"action": "BLOCK" if blocked else "UNBLOCK", "profile": profile.value.capitalize(), "owner": owner}
        when = {"created": {"$date": at.isoformat()}, "modified": {"$date": at.isoformat()}}
        self._town.traces.append({"_id": str(len(self._town.traces)), "structureId": school, **what, **when})
