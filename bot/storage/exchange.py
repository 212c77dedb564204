"""The exchange of a request: its messages, their files, and where in a chat each was written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select, update

from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Attachment, Origin, Voice

_MESSAGES = DESK.tables["messages"]
_FILES = DESK.tables["attachments"]
_INSERT = Prepared(_MESSAGES.insert().returning(_MESSAGES.c.id))
_INSERT_FILE = _FILES.insert()
_OURS = _MESSAGES.c.bot.in_((bindparam("bot"), 0))  # 0: written to the bot of the release before
_BY_ORIGIN = Prepared(
    select(_MESSAGES).where(
        _MESSAGES.c.chat_id == bindparam("chat"), _MESSAGES.c.message_id == bindparam("at"), _OURS
    )
)
_OF_ALBUM = (
    select(_MESSAGES)
    .join(_FILES, _FILES.c.message == _MESSAGES.c.id)
    .where(_MESSAGES.c.chat_id == bindparam("chat"), _FILES.c.album == bindparam("album"), _OURS)
    .order_by(_MESSAGES.c.id)
    .limit(1)
)


_LATEST = Prepared(
    select(_MESSAGES)
    .where(_MESSAGES.c.chat_id == bindparam("chat"), _OURS)
    .order_by(_MESSAGES.c.message_id.desc())
    .limit(1)
)
_MINE = (_MESSAGES.c.request == bindparam("key"), _MESSAGES.c.voice != bindparam("but"))
_NEWEST = Prepared(select(_MESSAGES).where(*_MINE).order_by(_MESSAGES.c.id.desc()).limit(bindparam("most")))
_FIRST = Prepared(select(_MESSAGES).where(*_MINE).order_by(_MESSAGES.c.id).limit(1))
_ENCLOSED = Prepared(
    select(_FILES)
    .join(_MESSAGES, _FILES.c.message == _MESSAGES.c.id)
    .where(*_MINE, _MESSAGES.c.id >= bindparam("first"))
    .order_by(_FILES.c.id)
)
_COUNT = select(
    func.count(func.distinct(_MESSAGES.c.id)).label("messages"), func.count(_FILES.c.id).label("files")
).select_from(_MESSAGES.outerjoin(_FILES, _FILES.c.message == _MESSAGES.c.id))
_SIZE = Prepared(_COUNT.where(*_MINE))

Merged = Sequence[tuple[int, bool]]
"""Requests that were merged into the one that is read: the number of each, and whether its notes are read."""
Hidden = Sequence[str]
"""Schools: what only their agents, and those above them, may read is left out."""


@dataclass(slots=True)
class Message:
    """One message of an exchange, with its files."""

    id: int
    request: int
    author: int
    voice: Voice
    text: str
    at: datetime
    edited_at: datetime | None
    files: list[Attachment]


def add(
    work: Work,
    number: int,
    author: int,
    voice: Voice,
    text: str,
    origin: Origin | None = None,
    files: Sequence[Attachment] = (),
) -> int:
    """Adds a message to the exchange of that request; returns its `id`."""
    values = {
        "request": number,
        "author": author,
        "voice": voice.value,
        "text": text,
        "at": work.now,
        "chat_id": origin and origin.chat_id,
        "message_id": origin and origin.message_id,
        "bot": work.bot,
        "within": "",
    }
    message_id: int = work.run(_INSERT, values).first().id
    add_files(work, message_id, files)
    return message_id


def add_files(work: Work, message_id: int, files: Sequence[Attachment]) -> None:
    """Adds files to a message; those of an album may come after it."""
    if files:
        rows = [
            {"message": message_id, "kind": f.kind, "file_id": f.file_id, "unique_id": f.unique_id}
            | {"name": f.name, "mime": f.mime, "size": f.size, "album": f.album, "bot": work.bot}
            for f in files
        ]
        work.execute(_INSERT_FILE, rows)


def drop_files(work: Work, message_id: int) -> None:
    """Takes the files of a message out of the exchange."""
    work.execute(_FILES.delete().where(_FILES.c.message == message_id))


def newest(
    work: Work, number: int, limit: int, but: Voice | None = None, merged: Merged = (), hidden: Hidden = ()
) -> list[Message]:
    """The newest messages of the exchange with their files, `limit` at most, without those of the voice `but`.

    The messages of the requests in `merged` are among them, those of the schools in `hidden` are not. The oldest of
    all comes first.
    """
    if merged or hidden:
        among = _among(number, but, merged, hidden)
        rows = select(_MESSAGES).where(among).order_by(_MESSAGES.c.id.desc()).limit(limit)
        found = [_message(row) for row in work.execute(rows)][::-1]
        _fill(work, found)
        return found
    mine = {"key": number, "but": but.value if but else ""}
    messages = [_message(row) for row in work.run(_NEWEST, mine | {"most": limit})][::-1]
    if messages:
        _enclose(messages, work.run(_ENCLOSED, mine | {"first": messages[0].id}))
    return messages


def first(work: Work, number: int, but: Voice | None = None, hidden: Hidden = ()) -> Message | None:
    """The first message of the exchange with its files, chosen as `newest` does; None where there is none."""
    if hidden:
        return next(iter(since(work, number, 0, 1, but, (), hidden)), None)
    return _one(work, work.run(_FIRST, {"key": number, "but": but.value if but else ""}).first())


def since(
    work: Work,
    number: int,
    message_id: int,
    limit: int,
    but: Voice | None = None,
    merged: Merged = (),
    hidden: Hidden = (),
) -> list[Message]:
    """The messages of the exchange from that `id` on, oldest first, `limit` at most; chosen as `newest` does."""
    rows = select(_MESSAGES).where(_among(number, but, merged, hidden), _MESSAGES.c.id >= message_id)
    found = [_message(row) for row in work.execute(rows.order_by(_MESSAGES.c.id).limit(limit))]
    _fill(work, found)
    return found


def size(
    work: Work, number: int, but: Voice | None = None, merged: Merged = (), hidden: Hidden = ()
) -> tuple[int, int]:
    """The number of messages and of files in the exchange; chosen as `newest` does."""
    if merged or hidden:
        row: Any = work.execute(_COUNT.where(_among(number, but, merged, hidden))).one()
    else:
        row = work.run(_SIZE, {"key": number, "but": but.value if but else ""}).first()
    return row.messages, row.files


def by_origin(work: Work, chat_id: int, message_id: int) -> Message | None:
    """The message of an exchange that was written in that message of a chat; None where there is none."""
    return _one(work, work.run(_BY_ORIGIN, {"chat": chat_id, "at": message_id, "bot": work.bot}).first())


def at(work: Work, number: int, moment: datetime) -> Message | None:
    """The message of the exchange that was added at exactly that moment, the last of several; None for none."""
    then = (_MESSAGES.c.request == number, _MESSAGES.c.at == moment)
    return _one(work, work.execute(select(_MESSAGES).where(*then).order_by(_MESSAGES.c.id.desc()).limit(1)).first())


def by_album(work: Work, chat_id: int, album: str) -> Message | None:
    """The message that holds the files of that album which came before; None where there is none."""
    values = {"chat": chat_id, "album": album, "bot": work.bot}
    return _one(work, work.execute(_OF_ALBUM, values).first()) if album else None


def album(work: Work, number: int, name: str) -> list[str]:
    """What identifies the files of that album at Telegram, in the order in which the request got them."""
    mine = select(_FILES.c.unique_id).join(_MESSAGES, _FILES.c.message == _MESSAGES.c.id)
    mine = mine.where(_MESSAGES.c.request == number, _FILES.c.album == name)
    return list(work.execute(mine.order_by(_FILES.c.id)).scalars()) if name else []


def latest(work: Work, chat_id: int) -> Message | None:
    """The message of an exchange that was written last in that chat, as Telegram numbers them; None for none."""
    return _one(work, work.run(_LATEST, {"chat": chat_id, "bot": work.bot}).first())


def identities(work: Work, number: int) -> set[str]:
    """What identifies the files of the exchange of that request at Telegram, whoever sent them."""
    files = select(_FILES.c.unique_id).join(_MESSAGES, _FILES.c.message == _MESSAGES.c.id)
    return set(work.execute(files.where(_MESSAGES.c.request == number)).scalars())


def edit(work: Work, message_id: int, text: str) -> None:
    """Changes the text of a message, and marks it as edited."""
    work.execute(update(_MESSAGES).where(_MESSAGES.c.id == message_id).values(text=text, edited_at=work.now))


def give_words(work: Work, message_id: int, text: str, origin: Origin) -> None:
    """Gives a message of files alone its words, which came in another message of the chat."""
    values = {"text": text, "chat_id": origin.chat_id, "message_id": origin.message_id}
    work.execute(update(_MESSAGES).where(_MESSAGES.c.id == message_id).values(**values))


def confine(work: Work, number: int, school: str) -> None:
    """Has the notes and acts of that exchange read by the agents of that school, and those above it, alone.

    Those that were kept within another school before stay so.
    """
    inner = _MESSAGES.c.voice.in_([Voice.NOTE.value, Voice.ACT.value])
    mine = update(_MESSAGES).where(_MESSAGES.c.request == number, inner, _MESSAGES.c.within == "")
    work.execute(mine.values(within=school))


def by_author(work: Work, author: int) -> list[Message]:
    """All messages that a person wrote, oldest first, with their files."""
    rows = work.execute(select(_MESSAGES).where(_MESSAGES.c.author == author).order_by(_MESSAGES.c.id))
    messages = [_message(row) for row in rows]
    _fill(work, messages)
    return messages


def of_author(work: Work, number: int, author: int) -> list[Message]:
    """What that person wrote in the exchange of the request, apart from notes; oldest first, with their files."""
    mine = (_MESSAGES.c.request == number, _MESSAGES.c.author == author, _MESSAGES.c.voice == Voice.ANSWER.value)
    found = [_message(row) for row in work.execute(select(_MESSAGES).where(*mine).order_by(_MESSAGES.c.id))]
    _fill(work, found)
    return found


def _among(number: int, but: Voice | None, merged: Merged, hidden: Hidden) -> ColumnElement[bool]:
    """The condition that a message is of the request, not of the voice `but`, or of one of the merged requests.

    And that it may not only be read at one of the schools in `hidden`.
    """
    own = and_(_MESSAGES.c.request == number, _MESSAGES.c.voice != (but.value if but else ""))
    unread = {True: "", False: Voice.NOTE.value}
    others = (and_(_MESSAGES.c.request == one, _MESSAGES.c.voice != unread[notes]) for one, notes in merged)
    return and_(or_(own, *others), _MESSAGES.c.within.not_in(list(hidden)))


def _one(work: Work, row: Any) -> Message | None:
    if row is None:
        return None
    message = _message(row)
    _fill(work, [message])
    return message


def _fill(work: Work, messages: Sequence[Message]) -> None:
    if messages:
        ids = sorted(message.id for message in messages)
        _enclose(messages, work.execute(select(_FILES).where(_FILES.c.message.in_(ids)).order_by(_FILES.c.id)))


def _enclose(messages: Iterable[Message], files: Iterable[Any]) -> None:
    by_id = {message.id: message for message in messages}
    for row in files:
        file = Attachment(row.kind, row.file_id, row.unique_id, row.name, row.mime, row.size, row.album, row.bot)
        by_id[row.message].files.append(file)


def _message(row: Any) -> Message:
    return Message(row.id, row.request, row.author, Voice(row.voice), row.text, row.at, row.edited_at, [])
