"""Announcements ("flash messages") of a real ENT, which shows them on the page where its people arrive."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape, unescape
from typing import Any

import nh3

from bot.ent.announcements import Announcements
from bot.ent.entcore.reading import moment, text, things
from bot.ent.entcore.server import Slice
from bot.ent.entcore.wire import Call, segment
from bot.ent.reasons import Reason
from bot.terms import Declined, InDoubt, Profile
from bot.terms.announcements import COLORS, Alert, Announced, Announcement, begins_at, day_of, ends_at

log = logging.getLogger(__name__)

_PATH = "/timeline/flashmsg"
_PROFILES = {profile.value.capitalize(): profile for profile in Profile}
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6])\s*>", re.IGNORECASE)
_MOST = 20_000  #: characters of HTML that are read
_CUSTOM = re.compile(r"#[0-9a-fA-F]{6}")
_NO_DATE = datetime.fromtimestamp(0, UTC)


class EntcoreAnnouncements(Slice, Announcements):
    """Manages announcements over HTTP, for one school at a time."""

    async def shows_announcements(self) -> bool:
        """True: its people meet them in the ENT."""
        return True

    async def announcements(self, school: str) -> list[Announced]:
        """The list of the school, which the server would also give of a school that is not administered."""
        if school not in (await self._server.tree()).known:
            return []
        return [_read(row) for row in await self._rows(school)]

    async def announce(self, school: str, announcement: Announcement, author: str) -> str:
        """Creates it, then says that it goes to no structure below, as the console always does.

        The server names the bot's own account as the author: whose it is, its signature says.
        """
        await self._server.check_administered(school)
        call = Call("POST", f"{_PATH}/structure/{segment(school)}", json=_body(announcement, {}))
        answer = await self._server.session.act(call)
        made = _number(answer) if isinstance(answer, dict) else ""
        if not made:
            raise InDoubt(f"an announcement was to be made in {school}, and the ENT did not say whether it was")
        below = Call("POST", f"{_PATH}/structure/{segment(school)}/{made}/substructures", json={"subStructures": []})
        try:
            await self._server.session.act(below, repeatable=True)
        except (Declined, InDoubt) as no:  # it is online; a new one goes to no structure below
            log.warning("Announcement %s was not told to stay in its school: %s", made, no)
        return made

    async def amend(self, school: str, announcement_id: str, announcement: Announcement) -> None:
        """Reads it, and sends it whole; what the bot does not know of it stays."""
        row = await self._own(school, announcement_id)
        await self._put(school, announcement_id, _body(announcement, row))

    async def end_announcement(self, school: str, announcement_id: str) -> None:
        """Has it end now, or deletes it where nobody has seen it yet."""
        row = await self._own(school, announcement_id)
        known = _read(row)
        stage = known.stage(self._server.now())
        if stage == "coming":
            await self._server.session.act(
                Call("DELETE", f"{_PATH}/structure/{segment(school)}/{segment(announcement_id)}"), repeatable=True
            )
        elif stage == "running":
            await self._put(school, announcement_id, _body(known.said, row) | {"endDate": _iso(self._server.now())})

    async def alert(self, school: str, announcement_id: str, language: str, way: Alert) -> int:
        """Tells those whom the school's own list names: the server tells whomever it is given."""
        said = await self._own(school, announcement_id)
        profiles = _read(said).said.profiles
        listed = (card.account for card in await self._server.users(school))
        readers = sorted(one.id for one in listed if one.profile in profiles and one.activated and not one.barred)
        contents = said.get("contents")
        texts = contents if isinstance(contents, dict) else {}
        html = texts.get(language) or next(iter(texts.values()), "")
        told = {"mailNotification": way.mail, "pushNotification": way.mobile}
        body = {"recipientIds": readers, "content": html, **told}
        await self._server.session.act(Call("POST", f"{_PATH}/notify", json=body))
        return len(readers)

    async def count_reading(self, announcement_id: str, account_id: str) -> bool:
        """False: only whoever is signed in says so."""
        return False

    async def _rows(self, school: str) -> list[dict[str, Any]]:
        await self._server.check_administered(school)
        listed = await self._server.read(f"{_PATH}/listadmin/{segment(school)}")
        return [row for row in things(listed) if isinstance(row, dict) and _number(row)]

    async def _own(self, school: str, announcement_id: str) -> dict[str, Any]:
        """The school's own announcement, as the server lists it; declined as `GONE` where there is none."""
        rows = await self._rows(school)
        found = (row for row in rows if _number(row) == announcement_id and text(row.get("structureId")) == school)
        if (row := next(found, None)) is None:
            raise Declined(Reason.GONE)
        return row

    async def _put(self, school: str, announcement_id: str, body: Mapping[str, Any]) -> None:
        """Sends it whole. The server says how many rows it changed, and nothing at all where it changed none."""
        call = Call("PUT", f"{_PATH}/structure/{segment(school)}/{segment(announcement_id)}", json=body)
        answer = await self._server.session.act(call, repeatable=True)
        changed = answer.get("rows") if isinstance(answer, dict) else None
        if not changed:
            raise Declined(Reason.GONE)


def _number(row: Mapping[str, Any]) -> str:
    """The identifier, which is a number; empty where there is none."""
    found = row.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    return text(found) if text(found).isdecimal() else ""


def _read(row: Mapping[str, Any]) -> Announced:
    starts, ends = (moment(row.get(name)) or _NO_DATE for name in ("startDate", "endDate"))
    contents, named = row.get("contents"), [text(one) for one in things(row.get("profiles"))]
    said = Announcement(
        title=text(row.get("title")),
        texts={text(k): plain(v) for k, v in contents.items() if plain(v)} if isinstance(contents, dict) else {},
        starts=day_of(starts),
        ends=day_of(ends),
        profiles=frozenset(_PROFILES[one] for one in named if one in _PROFILES),
        color=text(row.get("customColor")) or text(row.get("color")) or COLORS[0],
        signature=text(row.get("signature")),
    )
    views = row.get("readCount")
    return Announced(
        id=_number(row),
        school=text(row.get("structureId")),
        said=said,
        author=text(row.get("author")),
        views=views if isinstance(views, int) else 0,
        starts_at=starts,
        ends_at=ends,
        created_at=moment(row.get("created")),
        further=any(one not in _PROFILES for one in named) or any(things(row.get("userPositions"))),
    )


def _body(said: Announcement, before: Mapping[str, Any]) -> dict[str, Any]:
    """What is sent for an announcement: of the one that was there `before`, what is the same is sent as it was.

    A signature of null is refused, and positions cannot be changed: they stay where they are not sent.
    """
    was, contents = _read(before), before.get("contents")
    kept = contents if isinstance(contents, dict) else {}
    starts = was.starts_at if before and was.said.starts == said.starts else begins_at(said.starts)
    ends = was.ends_at if before and was.said.ends == said.ends else ends_at(said.ends)
    custom = _CUSTOM.fullmatch(said.color) is not None
    further = [text(one) for one in things(before.get("profiles")) if text(one) not in _PROFILES]
    body: dict[str, Any] = {
        "title": said.title,
        "contents": {k: kept[k] if k in kept and plain(kept[k]) == v else markup(v) for k, v in said.texts.items()},
        "startDate": _iso(starts),
        "endDate": _iso(ends),
        "profiles": [one.value.capitalize() for one in Profile if one in said.profiles] + further,
        "color": None if custom else said.color,
        "customColor": said.color if custom else None,
    }
    return body | ({"signature": said.signature} if said.signature else {})


def markup(words: str) -> str:
    """The words as the server keeps them: each line a paragraph."""
    return "".join(f"<p>{escape(line)}</p>" for line in words.splitlines() if line.strip())


def plain(html: Any) -> str:
    """The words of some markup, a line for each paragraph."""
    broken = _BREAK.sub("\n", html[:_MOST]) if isinstance(html, str) else ""
    bare = unescape(nh3.clean(text(broken), tags=set()))
    return "\n".join(line for line in (" ".join(part.split()) for part in bare.split("\n")) if line)


def _iso(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}Z"
