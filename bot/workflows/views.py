"""Reads for screens: the card of a request, the queue, one's own requests, help."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.folding import fold, words
from bot.storage import exchange, outbox, people, requests
from bot.storage.exchange import Message
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Button, Notice, Person, Refusal, Request, Voice
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.requests import telling
from bot.workflows.rules.naming import begins
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.access import Standing, check, standing
from bot.workflows.rules.requests.lifecycle import case_of, possible

SHOWN = 12  #: messages of the exchange on a card
_ENCLOSED = 200  # messages whose files are sent at once
FILTERS = ("", "moi", "libres", "retard")

#: acts as the buttons of a card, in their order; both sides' answers are one button
_BUTTONS = (
    (Act.TAKE, "take"),
    (Act.ANSWER, "answer"),
    (Act.REPLY, "answer"),
    (Act.ASK, "ask"),
    (Act.ESCALATE, "escalate"),
    (Act.SEND_BACK, "send_back"),
    (Act.RESOLVE, "resolve"),
    (Act.CONFIRM, "confirm"),
    (Act.REOPEN, "reopen"),
    (Act.NOTE, "note"),
    (Act.RELEASE, "release"),
    (Act.WITHDRAW, "withdraw"),
)
#: what helps with requests of a category, done on the ENT from their card
_REMEDIES = {"connexion": ("code", "account"), "compte": ("account",), "contenu": ("reports", "account")}
_KEY = re.compile(r"([0-9]{1,16}):([0-9]{1,18})")  #: microseconds and number, as a page's button has them
_STYLES = {"take": "primary", "resolve": "success", "confirm": "success"}


def show(turn: Turn, number: int) -> None:
    """Has the card of the request sent to the person: a card is recorded, so that it follows the request."""
    _readable(turn.work, turn.me, number)
    outbox.show(turn.work, turn.me, number)


def files(turn: Turn, number: int) -> None:
    """Has the files of the request sent to the person, but for those of notes they may not read."""
    mine = _readable(turn.work, turn.me, number)[1]
    if not mine.reads:
        raise Refusal("follower-only", number=number)
    found = [f for m in exchange.newest(turn.work, number, _ENCLOSED, _hidden(mine)) for f in m.files]
    if not found:
        raise Refusal("no-files", number=number)
    telling.enclose(turn.work, turn.me, number, found)


def card(work: Work, policy: Policy, person: Person, number: int) -> Notice:
    """The card of a request as that person may see it, with the buttons they may press."""
    request, mine = _readable(work, person, number)
    requester = people.by_id(work, request.requester)
    assert requester is not None
    shown = telling.facts_of(request) | _status(work, policy, request, requester)
    if not mine.reads:
        return Notice("card_followed", shown)
    messages, files = exchange.size(work, number, _hidden(mine))
    shown["exchange"] = _exchange(work, exchange.newest(work, number, SHOWN, _hidden(mine)), person)
    shown["left_out"] = max(0, messages - SHOWN)
    up = routing.above(policy.levels, request, requester)
    down = routing.below(policy.levels, request, requester)
    acts = possible([act for act, _ in _BUTTONS], request, mine, case_of(request, work.now, mine, up, down))
    if Act.NOTE in acts and not (mine.agent and request.status in ACTIVE):
        acts.remove(Act.NOTE)
    names = list(dict.fromkeys(name for act, name in _BUTTONS if act in acts))
    if mine.agent and request.status in ACTIVE:
        first = len({"take", "answer"} & set(names))  # what solves it stands right below them
        names[first:first] = [n for n in _REMEDIES.get(request.category, ()) if n != "code" or not requester.roles]
    if files:
        names.append("files")
    made = [Button(name, str(number), person.id, style=_STYLES.get(name, "")) for name in names]
    return Notice("card", shown, tuple(tuple(made[i : i + 2]) for i in range(0, len(made), 2)))


def queue(turn: Turn, wanted: str, after: str = "") -> Notice:
    """A page of the queue of the agent's desks, oldest due first; `after` is the key a page before ended on."""
    if not turn.me.is_agent:
        raise Refusal("agents-only-queue")
    if wanted not in FILTERS:
        raise Refusal("unknown-filter", name=wanted)
    page = requests.queue(
        turn.work,
        turn.me.roles,
        holder=turn.me.id if wanted == "moi" else None,
        free=wanted == "libres",
        late=wanted == "retard",
        after=_key(after),
        limit=turn.policy.page + 1,
    )
    more = len(page) > turn.policy.page
    page = page[: turn.policy.page]
    rows = [_open_row(page[i : i + 4], turn.me) for i in range(0, len(page), 4)]
    if more:
        last = page[-1]
        key = f"{wanted}:{int(last.due_at.timestamp() * 1_000_000)}:{last.number}"
        rows.append((Button("queue", key, turn.me.id),))
    return Notice("queue", {"filter": wanted, "further": bool(after), "lines": _lines(turn, page)}, tuple(rows))


def mine(turn: Turn, before: int | None = None) -> Notice:
    """A page of the person's own requests, newest first."""
    page = requests.of_person(turn.work, turn.me, before, turn.policy.page + 1)
    more = len(page) > turn.policy.page
    page = page[: turn.policy.page]
    rows = [_open_row(page[i : i + 4], turn.me) for i in range(0, len(page), 4)]
    if more:
        rows.append((Button("mine", str(page[-1].number), turn.me.id),))
    if not page:
        rows.append((Button("new", "", turn.me.id, style="primary"),))
    return Notice("mine", {"lines": _lines(turn, page), "further": before is not None}, tuple(rows))


def help_on(turn: Turn, typed: str) -> Notice:
    """The help articles that hold what was typed, best first; without words, the commands of the person."""
    button = ((Button("new", "", turn.me.id, style="primary"),),)
    articles = turn.policy.help.get(turn.me.language) or turn.policy.help.get("fr", ())
    if not typed:
        titles = [article.title for article in articles]
        return Notice("help", {"levels": [int(role.level) for role in turn.me.roles], "titles": titles}, button)
    asked = set(words(typed))
    ranked = [(_score(asked, article.title, article.words, article.body), article) for article in articles]
    best = [article for score, article in sorted(ranked, key=lambda pair: -pair[0]) if score][:2]
    found = [{"title": article.title, "body": article.body} for article in best]
    return Notice("help_found" if found else "help_nothing", {"articles": found, "words": typed}, button)


def _score(asked: set[str], title: str, keywords: str, body: str) -> int:
    strong, weak = f"{title} {keywords}", fold(body)
    long_words = [word for word in asked if len(word) > 2]
    return sum(3 * begins(word, strong) + (len(word) > 3 and word in weak) for word in long_words)


def _readable(work: Work, person: Person, number: int) -> tuple[Request, Standing]:
    request = requests.load(work, number)
    if request is None:
        raise Refusal("unknown-request", number=number)
    parts = {part for who, part in requests.parties(work, number) if who == person.id}
    mine = standing(person, request, parts)
    check(Act.READ, mine, request)
    return request, mine


def _hidden(mine: Standing) -> Voice | None:
    return None if mine.reads_notes else Voice.NOTE


def _status(work: Work, policy: Policy, request: Request, requester: Person) -> dict[str, Any]:
    some = {i for i in (request.holder, request.filer) if i is not None}
    named = people.named(work, some)
    holder = named.get(request.holder or 0)
    filer = named.get(request.filer or 0)
    return {
        "requester": requester.name,
        "profile": requester.function or requester.profile.value,
        "filer": filer.name if filer else "",
        "holder": holder.name if holder and request.status in ACTIVE else "",
        "desk": policy.levels[request.level].name,
        "contact": policy.levels[request.level].contact,
        "age": (work.now - request.created_at).total_seconds(),
        "late": request.status in ACTIVE and request.due_at < work.now,
        "into": request.merged_into or 0,
    }


def _exchange(work: Work, messages: Sequence[Message], reader: Person) -> list[dict[str, Any]]:
    authors = people.named(work, {message.author for message in messages})
    return [
        {
            "who": authors[m.author].name,
            "function": authors[m.author].function or authors[m.author].profile.value,
            "own": m.author == reader.id,
            "voice": m.voice.value,
            "text": m.text,
            "at": m.at.isoformat(),
            "edited": m.edited_at is not None,
            "files": len(m.files),
        }
        for m in messages
    ]


def _lines(turn: Turn, page: Sequence[Request]) -> list[dict[str, Any]]:
    ids = {i for r in page for i in (r.requester, r.holder) if i is not None}
    named = people.named(turn.work, ids)
    return [
        telling.facts_of(request)
        | {
            "requester": named[request.requester].name,
            "holder": named[request.holder].name if request.holder in named else "",
            "late": request.status in ACTIVE and request.due_at < turn.work.now,
            "age": (turn.work.now - request.created_at).total_seconds(),
        }
        for request in page
    ]


def _open_row(page: Sequence[Request], person: Person) -> tuple[Button, ...]:
    return tuple(Button("open", str(request.number), person.id, words=f"n°{request.number}") for request in page)


def _key(after: str) -> tuple[datetime, int] | None:
    if not after:
        return None
    match = _KEY.fullmatch(after)
    if match is None:  # people can send any data
        raise Refusal("old-button")
    return datetime.fromtimestamp(int(match[1]) / 1_000_000, UTC), int(match[2])
