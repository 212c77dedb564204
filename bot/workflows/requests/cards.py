"""The card of a request: what each reader may see of it, and the buttons they may press; and its files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.storage import exchange, outbox, people, requests
from bot.storage.exchange import Message
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Button, Notice, Person, Refusal, Request, Voice
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.requests import telling
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.access import Standing, check, standing
from bot.workflows.rules.requests.lifecycle import case_of, possible
from bot.workflows.rules.screens import grid

SHOWN = 12  #: the newest messages of the exchange, which a card shows
_ENCLOSED = 200  # the newest messages, whose files are sent by the button for files

#: the button of each act, in the order of the card; an agent's answer and a requester's reply share one
_BUTTONS = (
    (Act.TAKE, "take"),
    (Act.ANSWER, "answer"),
    (Act.REPLY, "answer"),
    (Act.ASK, "ask"),
    (Act.ESCALATE, "escalate"),
    (Act.SEND_BACK, "send_back"),
    (Act.RESOLVE, "resolve"),
    (Act.RESOLVE, "conclude"),
    (Act.CONFIRM, "confirm"),
    (Act.REOPEN, "reopen"),
    (Act.NOTE, "note"),
    (Act.HAND, "entrust"),
    (Act.RELEASE, "release"),
    (Act.CORRECT, "correct"),
    (Act.WITHDRAW, "withdraw"),
)
#: by category, the buttons that lead from a card to an act on the ENT
_REMEDIES = {"connexion": ("code", "account"), "compte": ("account",), "contenu": ("reports", "account")}
_STYLES = {"take": "primary", "resolve": "success", "confirm": "success"}


def send(turn: Turn, number: int) -> None:
    """Queues the card of the request for the person; it is edited whenever the request changes."""
    _readable(turn.work, turn.me, number)
    outbox.show(turn.work, turn.me, number)


def send_files(turn: Turn, number: int) -> None:
    """Queues the files of the request for the person, without those of notes that they may not read.

    Refused to a follower, and where there is no file.
    """
    mine = _readable(turn.work, turn.me, number)[1]
    if not mine.reads:
        raise Refusal("follower-only", number=number)
    found = [f for m in exchange.newest(turn.work, number, _ENCLOSED, _hidden(mine)) for f in m.files]
    if not found:
        raise Refusal("no-files", number=number)
    if all(file.bot not in (0, turn.work.bot) for file in found):
        raise Refusal("files-of-another-bot", number=number)
    telling.enclose(turn.work, turn.me, number, found)


def card(work: Work, policy: Policy, person: Person, number: int) -> Notice:
    """The card of a request as that person may see it, with the buttons they may press; refused to strangers."""
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
        first = len({"take", "answer"} & set(names))  # the acts on the ENT come right after these two
        names[first:first] = [n for n in _REMEDIES.get(request.category, ()) if n != "code" or not requester.roles]
    if files:
        names.append("files")
    made = [Button(name, str(number), person.id, style=_STYLES.get(name, "")) for name in names]
    return Notice("card", shown, grid(made))


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
