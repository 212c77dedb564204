"""The outbox: use-cases put deliveries into it, and a courier carries them to the chats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Row, bindparam, func, literal_column, or_, select, update

from bot.storage import cards, lanes
from bot.storage.prepared import Prepared
from bot.storage.tables import DESK
from bot.storage.work import Work
from bot.terms import Attachment, Button, DeliveryState, Notice, Person, Refusal

_OUTBOX = DESK.tables["outbox"]
ANSWER = "later"  #: begins the cause of an answer that could not be said at once
HELP = "help"  #: begins it where the answer says whom a frightened child can call
_ANSWERS_WAIT = Prepared(
    select(_OUTBOX.c.id)
    .where(
        _OUTBOX.c.state == literal_column(f"'{DeliveryState.QUEUED.value}'"),
        _OUTBOX.c.chat_id == bindparam("chat"),
        _OUTBOX.c.person.is_(None),
        _OUTBOX.c.kind.in_([literal_column(f"'{kind}'") for kind in ("notice", "refusal", "refresh")]),
        or_(  # an edit that waits until it is tried again holds up no answer
            _OUTBOX.c.kind != literal_column("'refresh'"),
            _OUTBOX.c.not_before <= bindparam("now"),
            _OUTBOX.c.claimed_until.is_not(None),
        ),
    )
    .limit(literal_column("1"))
)
_BUTTON = tuple(field.name for field in fields(Button))


def tell(work: Work, person: Person, notice: Notice, request: int | None = None) -> None:
    """Queues a notice for a person; nothing where no Telegram account is linked."""
    if person.telegram_id is not None:
        _put(work, person.telegram_id, person.id, request, "notice", notice_to_json(notice))


def retell(work: Work, cause: str, person: Person, notice: Notice) -> bool:
    """Puts a notice in place of the one of that kind that was queued under that cause for the person.

    One that waits is changed; one that was sent is edited in its chat. False, and nothing done, where there is none,
    or it is being sent just now.
    """
    mine = (_OUTBOX.c.dedupe > f"{cause}#", _OUTBOX.c.dedupe < f"{cause}$", _OUTBOX.c.kind == "notice")
    rows = work.execute(select(_OUTBOX).where(*mine, _OUTBOX.c.person == person.id).with_for_update())
    told = next((row for row in rows if row.payload["kind"] == notice.kind), None)
    if told is None or told.chat_id != person.telegram_id or told.claimed_until is not None:
        return False
    payload = notice_to_json(notice)
    if told.state == DeliveryState.QUEUED.value:
        work.execute(update(_OUTBOX).where(_OUTBOX.c.id == told.id).values(payload=payload))
        return True
    if told.state != DeliveryState.SENT.value or told.message_id is None or told.bot not in (0, work.bot):
        return False
    _put(work, told.chat_id, person.id, told.request, "refresh", {"notice": payload}, told.message_id)
    return True


def show(work: Work, person: Person, request: int, headline: str = "", facts: dict[str, Any] | None = None) -> None:
    """Queues the card of a request for a person, under a headline if one is given.

    Nothing where no Telegram account is linked.
    """
    if person.telegram_id is not None:
        _put(work, person.telegram_id, person.id, request, "card", {"headline": headline, "facts": facts or {}})


def refresh(work: Work, request: int) -> None:
    """Queues an edit of every live card of a request, so that they show it as it is now."""
    for card in cards.live(work, request):
        _put(work, card.chat_id, card.person, request, "refresh", {}, card.message_id)


def screen(work: Work, person: Person, about: str, headline: str = "", facts: dict[str, Any] | None = None) -> None:
    """Queues a screen for a person, which shows `about` (such as `report:7`) and is edited when that changes.

    Nothing where no Telegram account is linked.
    """
    if person.telegram_id is not None:
        payload = {"about": about, "headline": headline, "facts": facts or {}}
        _put(work, person.telegram_id, person.id, None, "screen", payload)


def redraw(work: Work, chat_id: int, message_id: int, person: int, about: str) -> None:
    """Queues an edit of a message, so that it shows `about` (such as `report:7`) as it is now, to that person."""
    _put(work, chat_id, person, None, "refresh", {"about": about}, message_id)


def remove(work: Work, chat_id: int, message_id: int, deed: int = 0, bot: int = 0) -> None:
    """Queues the deletion of a message of that bot, or of the one that serves; `deed` made the code that it shows."""
    _put(work, chat_id, None, None, "delete", {"deed": deed} if deed else {}, message_id, bot)


def standing(work: Work) -> list[tuple[int, int, int]]:
    """Deletions of codes that failed and of which nobody was told: number, chat, and the act that made the code."""
    dead = (_OUTBOX.c.state == DeliveryState.DEAD.value, _OUTBOX.c.kind == "delete")
    rows = work.execute(select(_OUTBOX.c.id, _OUTBOX.c.chat_id, _OUTBOX.c.payload).where(*dead)).all()
    return [(row.id, row.chat_id, row.payload["deed"]) for row in rows if row.payload.get("deed")]


def owned_up(work: Work, number: int) -> None:
    """Notes that people were told of a deletion that failed."""
    work.execute(update(_OUTBOX).where(_OUTBOX.c.id == number).values(payload={}))


def files(work: Work, person: Person, request: int, attachments: Sequence[Attachment], of: str) -> None:
    """Queues files for a person, to be sent in one message; nothing without files or a linked Telegram account.

    Files that another bot received are left out. `of` is the kind of the notice that they go with.
    """
    ours = [asdict(a) for a in attachments if a.bot in (0, work.bot)]  # no bot can send another's files
    if person.telegram_id is not None and ours:
        payload = {"files": ours, "of": of}
        _put(work, person.telegram_id, person.id, request, "files", payload)


def crowded(work: Work, most: int) -> list[int]:
    """The chats for which more than so many deliveries wait."""
    waiting = (_OUTBOX.c.state == literal_column("'queued'"), _OUTBOX.c.claimed_until.is_(None))
    chats = select(_OUTBOX.c.chat_id).where(*waiting).group_by(_OUTBOX.c.chat_id).having(func.count() > most)
    return list(work.execute(chats.order_by(_OUTBOX.c.chat_id)).scalars())


def waiting(work: Work, chat_id: int) -> list[Row[Any]]:
    """What waits for a chat, first that comes first: rows of id, person, request, kind, message_id. Locked."""
    columns = (_OUTBOX.c[name] for name in ("id", "person", "request", "kind", "message_id"))
    mine = (_OUTBOX.c.state == literal_column("'queued'"), _OUTBOX.c.claimed_until.is_(None))
    rows = select(*columns).where(*mine, _OUTBOX.c.chat_id == chat_id).order_by(_OUTBOX.c.id)
    return list(work.execute(rows.with_for_update(skip_locked=True)))


def drop(work: Work, ids: Sequence[int]) -> None:
    """Gives up deliveries that wait."""
    work.execute(update(_OUTBOX).where(_OUTBOX.c.id.in_(ids)).values(state=DeliveryState.DROPPED.value))


def leave(work: Work, chat_id: int) -> None:
    """Queues that the bot leaves a group or channel."""
    _put(work, chat_id, None, None, "leave", {})


def waits(work: Work, chat_id: int, kind: str) -> bool:
    """Whether a delivery of that kind is queued for the chat."""
    queued = (_OUTBOX.c.state == literal_column("'queued'"), _OUTBOX.c.chat_id == chat_id, _OUTBOX.c.kind == kind)
    return work.execute(select(_OUTBOX.c.id).where(*queued).limit(1)).first() is not None


def menu(work: Work, person: Person, told: bool = False) -> None:
    """Queues an update of the command menu in a person's chat; nothing where no Telegram account is linked.

    `told` says that the person's language is the one that their Telegram has told just now.
    """
    if person.telegram_id is not None:
        _put(work, person.telegram_id, person.id, None, "menu", {"told": True} if told else {})


def menu_of(work: Work, chat_id: int, language: str) -> None:
    """Queues an update of the command menu in a chat where nobody may be linked any more, in that language."""
    _put(work, chat_id, None, None, "menu", {"language": language})


def say_later(work: Work, chat_id: int, said: Notice | Refusal, language: str) -> None:
    """Queues an answer that could not be said at once, in that language."""
    if isinstance(said, Notice):
        about = said.request or None
        _put(work, chat_id, None, about, "notice", notice_to_json(said) | {"language": language})
    else:
        rows = _rows_to_json(said.buttons)
        refusal = {"reason": said.reason, "facts": said.facts, "buttons": rows, "language": language}
        _put(work, chat_id, None, None, "refusal", refusal)


def replace_later(work: Work, chat_id: int, message_id: int, notice: Notice, language: str) -> None:
    """Queues an answer that takes the place of a message, and could not at once; the newest one stands in the end."""
    payload = {"notice": notice_to_json(notice), "language": language}
    _put(work, chat_id, None, notice.request or None, "refresh", payload, message_id)


def bare(work: Work, chat_id: int, message_id: int) -> None:
    """Queues that the buttons of a message are removed, once nothing else waits."""
    _put(work, chat_id, None, None, "bare", {}, message_id)


def export(work: Work, person: Person) -> None:
    """Queues the document with a person's own data; it is made when it goes, so nothing of it is kept here."""
    if person.telegram_id is not None:
        _put(work, person.telegram_id, person.id, None, "export", {})


def answers_wait(work: Work, chat_id: int) -> bool:
    """Whether an answer that could not be said at once waits for that chat, or is being sent just now."""
    return work.run(_ANSWERS_WAIT, {"chat": chat_id, "now": work.now}).first() is not None


def hush(work: Work, chat_id: int) -> None:
    """Drops the queued answers to what a chat wrote that are not being sent yet; whatever else it is told stays."""
    waiting = (_OUTBOX.c.state == DeliveryState.QUEUED.value, _OUTBOX.c.claimed_until.is_(None))
    said = (_OUTBOX.c.kind.in_(["notice", "refusal"]), _OUTBOX.c.dedupe.startswith(f"{ANSWER}:"))
    answers = update(_OUTBOX).where(_OUTBOX.c.chat_id == chat_id, _OUTBOX.c.person.is_(None), *said, *waiting)
    work.execute(answers.values(state=DeliveryState.DROPPED.value))


def said(work: Work, number: int) -> Notice | None:
    """The notice of that delivery, as the records have it now; None where they keep none any more."""
    row = work.execute(select(_OUTBOX.c.kind, _OUTBOX.c.payload).where(_OUTBOX.c.id == number)).first()
    return notice_from_json(row.payload) if row is not None and row.kind == "notice" else None


def told_in(work: Work, requests: Iterable[int]) -> set[tuple[int, int]]:
    """Chat and number of the messages about these requests of which a delivery is still kept."""
    about = (_OUTBOX.c.request.in_(sorted(requests)), _OUTBOX.c.message_id.is_not(None))
    rows = work.execute(select(_OUTBOX.c.chat_id, _OUTBOX.c.message_id).where(*about, _OUTBOX.c.kind != "refresh"))
    return {(row.chat_id, row.message_id) for row in rows}


def move_chat(work: Work, old: int, new: int) -> None:
    """Changes the chat of deliveries, after Telegram gave a group a new number."""
    work.execute(update(_OUTBOX).where(_OUTBOX.c.chat_id == old).values(chat_id=new))


def follow(work: Work, person: Person, left: int) -> None:
    """Brings what is queued for a person in the chat that they left to their present one, but no edits."""
    waiting = (_OUTBOX.c.person == person.id, _OUTBOX.c.chat_id == left, _OUTBOX.c.claimed_until.is_(None))
    queued = update(_OUTBOX).where(*waiting, _OUTBOX.c.state == DeliveryState.QUEUED.value)
    work.execute(queued.where(_OUTBOX.c.message_id.is_(None)).values(chat_id=person.telegram_id, topic=None))


def abandon(work: Work, person: Person, left: int, edits: bool) -> None:
    """Drops what waits for a person in a chat that they leave; with `edits`, only edits of messages there."""
    waiting = (_OUTBOX.c.person == person.id, _OUTBOX.c.chat_id == left, _OUTBOX.c.claimed_until.is_(None))
    queued = update(_OUTBOX).where(*waiting, _OUTBOX.c.state == DeliveryState.QUEUED.value)
    queued = queued.where(_OUTBOX.c.message_id.is_not(None)) if edits else queued
    work.execute(queued.values(state=DeliveryState.DROPPED.value))


def notice_to_json(notice: Notice) -> dict[str, Any]:
    """A notice as JSON, as the outbox keeps it; raises `ValueError` for a secret, which must not be kept at all."""
    if notice.secret:
        raise ValueError(f"a notice of kind {notice.kind} is a secret: it is said at once or not at all")
    hat = {"hat": dict(notice.hat)} if notice.hat else {}
    rows = _rows_to_json(notice.buttons)
    return {"kind": notice.kind, "facts": dict(notice.facts), "buttons": rows, "language": notice.language} | hat


def notice_from_json(data: dict[str, Any]) -> Notice:
    """The notice that `notice_to_json` wrote."""
    rows = _rows_from_json(data["buttons"])
    return Notice(data["kind"], data["facts"], rows, data["language"], hat=data.get("hat"))


def refusal_from_json(data: dict[str, Any]) -> Refusal:
    """The refusal that `say_later` wrote; the release before wrote it without buttons."""
    refusal = Refusal(data["reason"], **data["facts"])
    refusal.buttons = _rows_from_json(data.get("buttons", []))
    return refusal


def _rows_to_json(rows: Sequence[Sequence[Button]]) -> list[list[dict[str, Any]]]:
    return [[{name: getattr(button, name) for name in _BUTTON} for button in row] for row in rows]


def _rows_from_json(rows: Sequence[Sequence[dict[str, Any]]]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(Button(**button) for button in row) for row in rows)


def _put(
    work: Work,
    chat_id: int,
    person: int | None,
    request: int | None,
    kind: str,
    payload: dict[str, Any],
    message_id: int | None = None,
    bot: int = 0,
) -> None:
    about = {"chat_id": chat_id, "person": person, "request": request, "message_id": message_id}
    about["bot"] = bot or work.bot
    state = {"state": DeliveryState.QUEUED.value, "attempts": 0, "at": work.now, "not_before": work.now, "error": ""}
    lane = int(lanes.lane(work, chat_id, person, request, kind, payload))
    work.post({"kind": kind, "payload": payload, "lane": lane, **about, **state})
