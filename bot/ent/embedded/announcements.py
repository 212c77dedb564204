"""Announcements of the embedded ENT, whose people read them in their chats: only its demo has a page for them."""

from __future__ import annotations

from datetime import datetime
from html import escape
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, or_, select, update

from bot.ent.announcements import Announcements
from bot.ent.embedded.database import Slice
from bot.ent.embedded.structures import lineage, scope
from bot.ent.embedded.tables import ENT
from bot.ent.reasons import Reason
from bot.terms import Account, Declined, Profile
from bot.terms.announcements import Alert, Announced, Announcement, begins_at, day_of, ends_at

_MOST = 500  #: of a school, the newest
_ACCOUNTS = ENT.tables["ent_accounts"]
_ATTACHMENTS = ENT.tables["ent_attachments"]
_FAMILIES = ENT.tables["ent_families"]
_MESSAGES = ENT.tables["ent_messages"]
_READINGS = ENT.tables["ent_announcement_readings"]
_TABLE = ENT.tables["ent_announcements"]


class EmbeddedAnnouncements(Slice, Announcements):
    """Keeps announcements in the tables."""

    async def shows_announcements(self) -> bool:
        """False: whoever asks must bring them to its people."""
        return False

    async def announcements(self, school: str) -> list[Announced]:
        """Those of the school and of the structures above it, the last changed first."""

        def read(connection: Connection) -> list[Announced]:
            place = lineage(connection, [school]).get(school)
            known = [school, *(one.id for one in place.above)] if place is not None else []
            rows = connection.execute(
                select(_TABLE)
                .where(_TABLE.c.school.in_(known))
                .order_by(_TABLE.c.changed_at.desc(), _TABLE.c.id)
                .limit(_MOST)
            )
            return [announced(row) for row in rows]

        return await self._database.read(read)

    async def announce(self, school: str, announcement: Announcement, author: str) -> str:
        """Inserts the announcement."""
        made, now = token_hex(8), self._clock()

        def insert(connection: Connection) -> None:
            if school not in lineage(connection, [school]):
                raise Declined(Reason.FORBIDDEN)
            row = {"id": made, "school": school, "author": author, "created_at": now, "changed_at": now, "views": 0}
            connection.execute(_TABLE.insert(), row | _values(announcement))

        await self._database.run(insert)
        return made

    async def amend(self, school: str, announcement_id: str, announcement: Announcement) -> None:
        """Updates the announcement; its moments stay where its days do."""

        def change(connection: Connection) -> None:
            before = announced(_own(connection, school, announcement_id))
            values = _values(announcement)
            for name, same in (
                ("starts_at", before.said.starts == announcement.starts),
                ("ends_at", before.said.ends == announcement.ends),
            ):
                if same:
                    del values[name]
            mine = update(_TABLE).where(_TABLE.c.id == announcement_id)
            connection.execute(mine.values(**values, changed_at=self._clock()))

        await self._database.run(change)

    async def end_announcement(self, school: str, announcement_id: str) -> None:
        """Sets its last moment to now, or deletes it where nobody has seen it yet."""
        now = self._clock()

        def end(connection: Connection) -> None:
            stage = announced(_own(connection, school, announcement_id)).stage(now)
            mine = _TABLE.c.id == announcement_id
            if stage == "coming":
                connection.execute(delete(_TABLE).where(mine))
            elif stage == "running":
                connection.execute(update(_TABLE).where(mine).values(ends_at=now, changed_at=now))

        await self._database.run(end)

    async def alert(self, school: str, announcement_id: str, language: str, way: Alert) -> int:
        """Puts it into the mailboxes of those that it is for; there are no telephones to tell."""

        def tell(connection: Connection) -> int:
            row = _own(connection, school, announcement_id)
            found = connection.execute(_readers(school, row.profiles)).scalars().all()
            text = row.texts.get(language) or next(iter(row.texts.values()), "")
            subject, html = row.signature or row.author, "".join(f"<p>{escape(one)}</p>" for one in text.splitlines())
            same = {"subject": subject, "html": html, "at": self._clock()}
            if way.mail and found:
                connection.execute(_MESSAGES.insert(), [same | {"id": token_hex(8), "account": one} for one in found])
            return len(found)

        return await self._database.run(tell)

    async def count_reading(self, announcement_id: str, account_id: str) -> bool:
        """Counts the reading, once for each account."""
        return await self._database.run(lambda connection: read_by(connection, announcement_id, account_id))


def announced(row: Row[Any]) -> Announced:
    """The announcement of a row."""
    said = Announcement(
        title=row.title,
        texts=dict(row.texts),
        starts=day_of(row.starts_at),
        ends=day_of(row.ends_at),
        profiles=frozenset(Profile(one) for one in row.profiles),
        color=row.color,
        signature=row.signature,
    )
    moments = {"starts_at": row.starts_at, "ends_at": row.ends_at, "created_at": row.created_at}
    return Announced(id=row.id, school=row.school, said=said, author=row.author, views=row.views, **moments)


def unread(connection: Connection, account: Account, now: datetime) -> list[Announced]:
    """The announcements that the account sees now, the last changed first, until it says that it has read them."""
    places = {one.id for place in account.places for one in (*place.above, place)}
    mine = select(_READINGS.c.announcement).where(_READINGS.c.account == account.id)
    shown = (_TABLE.c.starts_at <= now, _TABLE.c.ends_at > now, _TABLE.c.id.not_in(mine))
    rows = connection.execute(
        select(_TABLE)
        .where(_TABLE.c.school.in_(places), *shown)
        .order_by(_TABLE.c.changed_at.desc(), _TABLE.c.id)
        .limit(_MOST)
    )
    return [one for one in map(announced, rows) if account.profile in one.said.profiles]


def read_by(connection: Connection, announcement_id: str, account_id: str) -> bool:
    """Counts that the account has read it; does nothing the second time. Whether there is such an announcement."""
    mine = select(_TABLE.c.id).where(_TABLE.c.id == announcement_id).with_for_update()
    if connection.execute(mine).first() is None:
        return False
    key = {"announcement": announcement_id, "account": account_id}
    same = and_(*(_READINGS.c[name] == value for name, value in key.items()))
    if connection.execute(select(_READINGS.c.account).where(same)).first() is None:
        connection.execute(_READINGS.insert(), key)
        connection.execute(update(_TABLE).where(_TABLE.c.id == announcement_id).values(views=_TABLE.c.views + 1))
    return True


def _own(connection: Connection, school: str, announcement_id: str) -> Row[Any]:
    mine = (_TABLE.c.id == announcement_id, _TABLE.c.school == school)
    row = connection.execute(select(_TABLE).where(*mine).with_for_update()).first()
    if row is None:
        raise Declined(Reason.GONE)
    return row


def _values(said: Announcement) -> dict[str, Any]:
    return {
        "title": said.title,
        "texts": dict(said.texts),
        "profiles": sorted(profile.value for profile in said.profiles),
        "color": said.color,
        "signature": said.signature,
        "starts_at": begins_at(said.starts),
        "ends_at": ends_at(said.ends),
    }


def _readers(school: str, profiles: list[str]) -> Any:
    """The accounts of the school with these profiles that enter the ENT."""
    below = scope([school])
    there = select(_ATTACHMENTS.c.account).join(below, below.c.id == _ATTACHMENTS.c.structure)
    enters = (_ACCOUNTS.c.activated, ~_ACCOUNTS.c.blocked, _ACCOUNTS.c.deleted_at.is_(None))
    parents = select(_FAMILIES.c.relative).where(_FAMILIES.c.student.in_(there))
    mine = or_(_ACCOUNTS.c.id.in_(there), _ACCOUNTS.c.id.in_(parents))
    return select(_ACCOUNTS.c.id).where(_ACCOUNTS.c.profile.in_(profiles), *enters, mine).order_by(_ACCOUNTS.c.id)
