"""The exchange of a request as one person may read it: which messages, of which requests, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.storage import exchange, merged, people
from bot.storage.exchange import Message
from bot.storage.work import Work
from bot.terms import Person, Refusal, Request, Voice
from bot.workflows.desk import Turn
from bot.workflows.requests import scenes, telling
from bot.workflows.rules.accounts.administration import administers, function_at
from bot.workflows.rules.requests.access import Standing, hidden, standing


@dataclass(frozen=True, slots=True)
class Readable:
    """What a person may read of an exchange."""

    number: int
    but: Voice | None  #: the voice that they may not read
    merged: tuple[tuple[int, bool], ...] = ()  #: requests merged into it, and whether their notes are read too
    hidden: tuple[str, ...] = ()  #: schools that they do not answer for: what stays with the agents there is left out

    def newest(self, work: Work, limit: int) -> list[Message]:
        """The newest messages, `limit` at most, oldest first."""
        return exchange.newest(work, self.number, limit, self.but, self.merged, self.hidden)

    def since(self, work: Work, message_id: int, limit: int) -> list[Message]:
        """The messages from that `id` on, oldest first, `limit` at most."""
        return exchange.since(work, self.number, message_id, limit, self.but, self.merged, self.hidden)

    def first(self, work: Work) -> Message | None:
        """The first message of the request itself; None where there is none."""
        return exchange.first(work, self.number, self.but, self.hidden)

    def size(self, work: Work) -> tuple[int, int]:
        """The number of messages and of files."""
        return exchange.size(work, self.number, self.but, self.merged, self.hidden)


def readable(work: Work, person: Person, request: Request, mine: Standing) -> Readable:
    """What that person may read of the request's exchange; refused to somebody who only follows it.

    Whoever treats the request also reads the requests merged into it; those who may read it for another reason read
    of these only the ones that they could read before. Nobody reads the notes about a request of their own, nor what
    agents wrote at another school before the request came from there.
    """
    if not mine.reads:
        raise Refusal("follower-only", number=request.number)
    if not mine.reads_notes:
        return Readable(request.number, Voice.NOTE)
    found, below = [], merged.below(work, request)
    for one in below:
        before = standing(person, one)
        if mine.agent and administers(person, one.place):
            found.append((one.number, one.requester != person.id))
        elif before.reads:
            found.append((one.number, before.reads_notes))
    return Readable(request.number, None, tuple(found), hidden(person, (request, *below)))


def keep_notes(work: Work, request: Request) -> None:
    """Has what agents wrote so far stay with those of the request's school, and those above it.

    To be called before the request goes to another school; neither the request nor its place is saved.
    """
    exchange.confine(work, request.number, request.place.id)
    request.left = (*(place for place in request.left if place.id != request.place.id), request.place)


def lines(work: Work, messages: Sequence[Message], reader: Person, request: Request) -> list[dict[str, Any]]:
    """The facts of the messages, as the sentences about the request use them.

    An author's function is the one that they have at the place of the request in which they wrote.
    """
    authors = people.named(work, {message.author for message in messages})
    merged_in = {one.number: one.place for one in merged.below(work, request)}
    return [
        {
            "who": authors[m.author].name,
            "function": function_at(authors[m.author], merged_in.get(m.request, request.place)),
            "own": m.author == reader.id,
            "voice": m.voice.value,
            "text": m.text,
            "at": m.at.isoformat(),
            "now": work.now.isoformat(),
            "edited": m.edited_at is not None,
            "files": len(m.files),
            "number": 0 if m.request == request.number else m.request,
        }
        for m in messages
    ]


def send(turn: Turn, number: int, messages: Sequence[Message]) -> None:
    """Queues the files of these messages for the person, those of notes apart: a reply to one of them is a note.

    Refused without files, or where another bot has them all.
    """
    notes = [file for message in messages if message.voice is Voice.NOTE for file in message.files]
    others = [file for message in messages if message.voice is not Voice.NOTE for file in message.files]
    if not notes and not others:
        raise Refusal("no-files", number=number)
    if all(file.bot not in (0, turn.work.bot) for file in (*notes, *others)):
        raise Refusal("files-of-another-bot", number=number)
    telling.enclose(turn.work, turn.me, number, others, "answered")
    telling.enclose(turn.work, turn.me, number, notes, "noted")


def of(work: Work, person: Person, number: int) -> Readable:
    """What that person may read of the exchange of request `number`; refused to strangers and followers."""
    request, mine, _ = scenes.found(work, person, number)
    return readable(work, person, request, mine)
