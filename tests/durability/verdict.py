"""Compares the database and the chats at the end of an ordeal with the expected result."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from bot.storage.tables import DESK
from tests.durability.model import Told, expected
from tests.durability.stories import Story
from tests.durability.town import Town
from tests.journeys.phone import text_of

_TOKEN = re.compile(r"\bmot\w+z\b")
_T = DESK.tables


def number_of(connection: Connection, token: str) -> int:
    """The number of the request filed with this token; 0 if there is none, or more than one."""
    messages = _T["messages"]
    found = connection.execute(select(messages.c.request).where(messages.c.text == f"C'est {token}.")).scalars().all()
    return int(found[0]) if len(found) == 1 else 0


def texts_of(connection: Connection, number: int) -> list[str]:
    """The texts of a request's messages."""
    messages = _T["messages"]
    return list(connection.execute(select(messages.c.text).where(messages.c.request == number)).scalars())


def waiting(connection: Connection) -> int:
    """How many notices are still to be sent."""
    outbox = _T["outbox"]
    return len(connection.execute(select(outbox.c.id).where(outbox.c.state == "queued")).all())


def claimed(connection: Connection) -> int:
    """How many notices are claimed by a courier."""
    outbox = _T["outbox"]
    held = select(outbox.c.id).where(outbox.c.state == "queued", outbox.c.claimed_until.is_not(None))
    return len(connection.execute(held).all())


@dataclass(slots=True)
class Found:
    """The database at the end: logins and requests by number, and the rows of the tables that are checked."""

    people: dict[int, str]
    requests: dict[int, dict[str, Any]]
    messages: list[dict[str, Any]]
    events: list[dict[str, Any]]
    outbox: list[dict[str, Any]]
    parked: list[dict[str, Any]]


def read(connection: Connection) -> Found:
    """Reads everything that is checked from the database."""

    def rows(name: str) -> list[dict[str, Any]]:
        found = connection.execute(select(_T[name]).order_by(next(iter(_T[name].c))))
        return [dict(row._mapping) for row in found]

    people = {int(row["id"]): str(row["login"]) for row in rows("people")}
    requests = {int(row["number"]): row for row in rows("requests")}
    return Found(people, requests, rows("messages"), rows("events"), rows("outbox"), rows("parked"))


#: what is told where nobody knows whether a delivery arrived: how often that happens is no part of the story
_OWNED = ("words_unsure", "card:unsure")


def complaints(town: Town, found: Found, stories: list[Story], said: dict[str, list[str]]) -> Iterator[str]:
    """Yields a sentence for everything that is wrong."""
    for row in found.parked:
        yield f"an update was parked: {row['reason']}"
    numbers = Counter(story.number for story in stories)
    for number in found.requests.keys() ^ numbers.keys():
        yield f"request {number} is {'of no story' if number in found.requests else 'missing'}"
    for story in stories:
        yield from _of_request(found, story)
    yield from _of_orders(found, said)
    yield from _of_outbox(town, found)
    yield from _of_chats(town, found, stories)


def _of_request(found: Found, story: Story) -> Iterator[str]:
    model, row = expected(story), found.requests[story.number]
    about = f"request {story.number} ({', '.join(step.act for step in story.steps)})"
    holder = found.people[row["holder"]] if row["holder"] else ""
    if (row["status"], row["level"], holder) != (model.status, model.rung, model.holder):
        yield f"{about} is {row['status']} at {row['level']} with {holder}, not {model.status}"
    messages = [
        (found.people[m["author"]], m["voice"], _token(m["text"]))
        for m in found.messages
        if m["request"] == story.number
    ]
    if messages != model.messages:
        yield f"{about} holds {messages}, not {model.messages}"
    acts = [event["act"] for event in found.events if event["request"] == story.number]
    if acts != model.acts:
        yield f"{about} went through {acts}, not {model.acts}"
    mine = [row for row in found.outbox if row["request"] == story.number]
    told = Counter[Told](_told(found, row) for row in mine if _says(row))
    owned = Counter({one: told.pop(one) for one in [*told] if one[1] in _OWNED})
    for crowded in [one for one in told if one[1] == "summed_up"]:  # a slow machine: much waited for one chat
        del told[crowded]
    doubted = sum(row["state"] == "uncertain" for row in mine)
    if owned.total() > 2 * doubted:  # the reader of each delivery in doubt, and whoever wrote its words
        yield f"{about}: {doubted} deliveries are in doubt, and told are {dict(owned)}"
    if told != model.told:
        yield f"{about}: unasked {dict(told - model.told)}, missing {dict(model.told - told)}"


def _of_orders(found: Found, said: dict[str, list[str]]) -> Iterator[str]:
    for who, tokens in said.items():
        kept = [_token(m["text"]) for m in found.messages if found.people[m["author"]] == who]
        if kept != tokens:
            yield f"{who} wrote {tokens}, and in this order was kept {kept}"


def _of_outbox(town: Town, found: Found) -> Iterator[str]:
    for row in found.outbox:
        if row["state"] == "queued" or (row["state"] in ("dead", "uncertain") and not row["error"]):
            yield f"notice {row['id']} of kind {row['kind']} is {row['state']} and says not why"
    arrived = [row for row in found.outbox if row["state"] == "sent" and _says(row)]
    sent = Counter((row["chat_id"], row["message_id"]) for row in arrived)
    # For each chat and request, the newest message so far. Rows are numbered before their transactions commit, so two
    # of different requests may be sent in the order of the commits; those of one request wait for its lock.
    last = Counter[tuple[int, int]]()
    for row in arrived:
        chat, message = (row["chat_id"], row["request"]), row["message_id"]
        if message < last[chat]:
            yield f"message {message} came out of turn in chat {chat}"
        last[chat] = message
    there = {(town.phones[name].user_id, one.id) for name in town.phones for one in town.shown(name)}
    for place, times in sent.items():
        if times > 1 or place not in there:
            yield f"message {place} is said to be {times} notices, and is {'' if place in there else 'not '}there"


def _of_chats(town: Town, found: Found, stories: list[Story]) -> Iterator[str]:
    """Checks that nobody was shown a text they may not read, nor was sent another person's text twice."""
    readers = {token: expected(s).may_read(token) for s in stories for _, _, token in expected(s).messages}
    number_with = {step.token: story.number for story in stories for step in story.steps}
    for name, phone in town.phones.items():
        mine = [row for row in found.outbox if row["chat_id"] == phone.user_id and _says(row)]
        known = {row["message_id"] for row in mine if row["state"] == "sent"}
        doubtful = Counter(row["request"] for row in mine if row["state"] == "uncertain")
        for one in town.shown(name):
            tokens = set(_TOKEN.findall(text_of(one.body)))
            for token in tokens:
                if name not in readers[token]:
                    yield f"{name} sees {token}, which is not theirs"
            if one.sender_id == phone.user_id or one.id in known or not tokens:
                continue
            about = number_with[min(tokens)]
            doubtful[about] -= 1
            if doubtful[about] < 0:
                yield f"{name} was told once too often: {text_of(one.body)!r}"


def _says(row: dict[str, Any]) -> bool:
    """Whether the row is a notice or a card for somebody."""
    return row["kind"] in ("notice", "card") and row["person"] is not None and row["request"] is not None


def _told(found: Found, row: dict[str, Any]) -> Told:
    payload = row["payload"]
    kind = f"card:{payload['headline']}" if row["kind"] == "card" else str(payload["kind"])
    return found.people[row["person"]], kind


def _token(text: str) -> str:
    token = _TOKEN.search(text)
    return token.group() if token else ""
