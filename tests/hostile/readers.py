"""The functions that read foreign text by themselves.

Whoever adds one (the reader of a CSV file, say) adds a line to `READERS`, and its name to `NAMES` in `__main__`.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from bot import feed
from bot.cutting import units
from bot.ent.entcore.answers import Answer, login_refusal, refusal, said, session_ended
from bot.ent.entcore.blocks import read_traces
from bot.ent.entcore.cards import read_card
from bot.ent.entcore.reading import moment, named, rows
from bot.ent.entcore.reports import read_reports
from bot.ent.entcore.tree import read_tree
from bot.handlers.buttons import decode, encode
from bot.handlers.reading import Event, read
from bot.handlers.update import load
from bot.terms import Refusal
from bot.texts import markup
from bot.workflows.desk import Caller
from bot.workflows.rules import written
from bot.workflows.rules.lists import filters
from bot.workflows.rules.reports.publication import KEPT, cleaned
from bot.workflows.rules.requests.distress import frightened
from bot.workflows.rules.requests.thanks import is_greeting, is_thanks
from tests.hostile import samples
from tests.hostile.checks import keepable
from tests.texts import telegram_html

_TODAY = date(2026, 11, 26)
_STORED = range(-(2**63), 2**63)  # numbers that every database takes


def update(raw: bytes) -> None:
    """An update is read into an event that every database takes, or is none."""
    with suppress(ValueError, RecursionError):  # which park it
        event = read(load(raw), 1)
        if event is not None:
            keepable((event.cause, event.command, event.arguments, event.saying, event.overheard, event.caller))
            numbers = [event.caller.telegram_id, event.caller.chat_id, event.caller.topic, event.reply_to or 0]
            numbers += [file.size for file in event.saying.files]
            numbers += [event.saying.origin.message_id] if event.saying.origin else []
            assert all(number in _STORED for number in numbers)


def button(raw: bytes) -> None:
    """The data of a press is refused, or is exactly what the button that it names was made of."""
    data = raw.decode(errors="surrogateescape")
    with suppress(Refusal):
        assert encode(decode(data)) == data


def typed(raw: bytes) -> None:
    """What somebody types is understood or refused."""
    text = raw.decode(errors="ignore")[:4096]
    frightened(text), is_thanks(text), is_greeting(text), written.at_once(text), written.profile(text)
    for asked in (lambda: filters.read(text, _TODAY), lambda: written.days_in(text, _TODAY)):
        with suppress(Refusal):
            asked()
    with suppress(Refusal):
        written.day_before(text, _TODAY)
    with suppress(Refusal):
        assert Event("tg:1:1", Caller(1, 1), "prendre", text).number() in _STORED


def publication(raw: bytes) -> None:
    """What anybody publishes in the ENT becomes a text that Telegram shows."""
    shown = cleaned(raw.decode(errors="surrogateescape"))
    assert units(shown) <= KEPT
    quoted = markup.quote(shown, 4096)
    assert telegram_html.units(telegram_html.read(quoted)) <= 4096


def ent(raw: bytes) -> None:
    """Whatever JSON the ENT answers is read as accounts, structures and reports that every database takes."""
    answer = Answer(200, "", "", "application/json", raw)
    said(answer)
    try:
        body = answer.json()
    except ValueError:
        return
    tree = read_tree(body)
    read_tree_again = (tree.schools(tree.own), tree.roots(), tree.tops(tree.own))
    cards = [read_card(item, tree, place) for item in rows(body) for place in ("", *sorted(tree.own)[:1])]
    keepable([tree, read_tree_again, cards, read_reports(body), read_traces(body), named(body), moment(body)])


def answer(raw: bytes) -> None:
    """Whatever status, address and body the ENT answers with has a meaning."""
    status, _, rest = raw.partition(b" ")
    location, _, body = rest.decode(errors="surrogateescape").partition("\n")
    number = int(status) if status.isdigit() and len(status) == 3 else 302
    made = Answer(number, location, "https://ent.example/directory", "", body.encode(errors="surrogateescape"))
    session_ended(made), refusal(made), login_refusal(made), said(made)


def feed_file(raw: bytes) -> None:
    """Whatever a file of the feed holds, alone or in an archive, is read or refused, and every database takes it."""
    with tempfile.NamedTemporaryFile(suffix="0801234A") as file:
        file.write(raw)
        file.flush()
        for school in feed.read(feed.find([Path(file.name)]), _TODAY):
            keepable(school)


def _moments() -> list[bytes]:
    """Moments in each form in which the ENT gives them."""
    now = datetime(2026, 11, 26, 9, tzinfo=UTC)
    forms = (now.isoformat(), int(now.timestamp() * 1000), {"$date": {"$numberLong": "1764100000000"}})
    return [json.dumps([{"id": "a", "created": form, "type": ["Student"]}]).encode() for form in forms]


#: by name, the function and honest inputs for it
READERS: dict[str, tuple[Callable[[bytes], object], Callable[[], Iterable[bytes]]]] = {
    "read-update": (update, samples.updates),
    "read-button": (button, samples.buttons),
    "read-typed": (typed, samples.typed),
    "read-publication": (publication, samples.publications),
    "read-ent": (ent, lambda: [*samples.ent(), *_moments()]),
    "read-answer": (answer, samples.answers),
    "read-feed": (feed_file, samples.feed),
}
