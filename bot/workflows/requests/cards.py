"""The card of a request: what each reader may see of it, and the buttons they may press; and its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.storage import exchange, merged, outbox, pairs, particulars, people, rate_windows
from bot.storage.exchange import Message
from bot.storage.work import Work
from bot.terms import ACTIVE, Act, Button, Level, Notice, Person, Request
from bot.workflows import looks
from bot.workflows.desk import Turn
from bot.workflows.policy import Policy
from bot.workflows.requests import exchanges, returning, scenes, serving, telling
from bot.workflows.requests.exchanges import Readable
from bot.workflows.rules import feed
from bot.workflows.rules.accounts.administration import function_at
from bot.workflows.rules.calendar import today
from bot.workflows.rules.requests import routing
from bot.workflows.rules.requests.access import adrift
from bot.workflows.rules.requests.leafing import fits_a_card
from bot.workflows.rules.requests.lifecycle import case_of, possible
from bot.workflows.rules.screens import grid

SHOWN = 12  #: the newest messages of the exchange, which a card shows below the first
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
_HEARD = {Act.ANSWER, Act.ASK}  #: acts that nobody would read whose requester had their data erased
#: by category, the buttons that lead from a card to an act on the ENT
_REMEDIES = {
    "connexion": ("code", "account"),
    "compte": ("account",),
    "contenu": ("reports", "account"),
    "classe": ("classes", "account"),
    "rattachement": ("attach",),
}
_ABOVE = {"attach", "detach"}  #: those that only agents above the schools may press
_STYLES = {"take": "primary", "resolve": "success", "confirm": "success"}


def send(turn: Turn, number: int) -> None:
    """Queues the card of the request for the person; it is edited whenever the request changes."""
    looks.at_request(turn, scenes.found(turn.work, turn.me, number)[0])
    outbox.show(turn.work, turn.me, number)


def send_files(turn: Turn, number: int) -> None:
    """Queues the files of the request for the person, without those of notes that they may not read.

    The files of the requests merged into it are among them. Refused to a follower, and where there is no file.
    """
    mine = exchanges.of(turn.work, turn.me, number)
    looks.at_request(turn, scenes.found(turn.work, turn.me, number)[0])
    exchanges.send(turn, number, mine.newest(turn.work, _ENCLOSED))


def card(work: Work, policy: Policy, person: Person, number: int) -> Notice:
    """The card of a request as that person may see it, with the buttons they may press; refused to strangers."""
    request, mine, other = scenes.found(work, person, number)
    requester = people.by_id(work, request.requester)
    assert requester is not None
    shown = telling.facts_of(request) | _status(work, policy, request, requester, mine.agent)
    if not mine.reads:
        return _followed(work, person, request, shown)
    shown["particulars"] = particulars.of(work, number)
    here = not adrift(request, requester)  # nobody of this school acts on the account of somebody who left it
    said, shown["left_out"], files = _said(work, exchanges.readable(work, person, request, mine))
    shown["exchange"] = exchanges.lines(work, said, person, request)
    shown |= _onde(work, policy, request, requester, mine.agent, said)
    up, down = (way(policy.levels, request, requester) for way in (routing.above, routing.below))
    case = case_of(request, work.now, mine, up, down, other, requester.erased)
    acts = possible([act for act, _ in _BUTTONS if not (requester.erased and act in _HEARD)], request, mine, case)
    if Act.NOTE in acts and request.status not in ACTIVE:
        acts.remove(Act.NOTE)
    names = list(dict.fromkeys(name for act, name in _BUTTONS if act in acts))
    if mine.agent and shown["away"]:
        names.insert(0, "take")
    if mine.agent and returning.back_to(work, policy.levels, request, requester) is not None:
        names.append("give_back")
    if mine.agent and here and request.status in ACTIVE:
        first = len({"take", "answer"} & set(names))  # the acts on the ENT come right after these two
        names[first:first] = _remedies(work, request, requester, shown["particulars"])
    if request.merged_into is not None:  # it opens again apart from the other one
        names = ["still" if name == "reopen" else name for name in names]
    if files:
        names.append("files")
    if shown["left_out"] or not fits_a_card(*([line[key] for line in shown["exchange"]] for key in ("text", "who"))):
        names.append("all")
    made = [Button(name, str(number), person.id, style=_STYLES.get(name, "")) for name in names]
    return Notice("card", shown, grid(made))


def _remedies(work: Work, request: Request, requester: Person, asked: Mapping[str, Any]) -> list[str]:
    """The buttons that lead to what may be done on the ENT.

    Where the request was guided, the one that it asks for; where it asks for advice about a pair, one to the pair.
    """
    wanted = (asked["ask"],) if asked.get("ask") in _ABOVE else _REMEDIES.get(request.category, ())
    wanted = wanted if request.level > Level.SCHOOL else tuple(name for name in wanted if name not in _ABOVE)
    usual = [name for name in wanted if name != "code" or not requester.roles]
    return [*usual, *["pair"] * (pairs.of(work, request.number) is not None)]


def _followed(work: Work, person: Person, request: Request, shown: dict[str, Any]) -> Notice:
    """What somebody sees who only follows the request: its status, and buttons that open their own requests.

    And, where they filed it for somebody who has moved since, what they wrote.
    """
    written = exchange.of_author(work, request.number, person.id)
    if written:
        shown |= {"exchange": exchanges.lines(work, written, person, request), "left_out": 0}
        return Notice("card", shown | {"contact": "", "holder": ""})
    mine = [one.number for one, who in merged.followers(work, request) if who == person.id]
    opening = [Button("open", str(number), person.id, words=f"n°{number}") for number in mine]
    return Notice("card_followed" if request.status in ACTIVE else "card_ended", shown, grid(opening))


def _said(work: Work, mine: Readable) -> tuple[list[Message], int, int]:
    """The first message of the exchange and the newest; how many between them are left out; how many files it has."""
    messages, files = mine.size(work)
    newest = mine.newest(work, SHOWN)
    first = next((one for one in newest if one.request == mine.number), None)
    if messages > len(newest):
        first = mine.first(work)
    others = [one for one in newest if first is None or one.id != first.id]
    said = [*([first] if first else []), *others]
    return said, messages - len(said), files


def _put_off(work: Work, request: Request) -> str:
    """Until when Telegram has what was written to the requester wait; empty where it does not."""
    until = rate_windows.put_off(work, request.number, request.requester, request.filer or request.requester)
    return until.isoformat() if until else ""


def _onde(
    work: Work, policy: Policy, request: Request, requester: Person, agent: bool, said: Sequence[Message]
) -> dict[str, Any]:
    """When a correction made in ONDE arrives, where a family or a director asks for one; not above the school."""
    theirs = requester.profile in feed.FAMILY or any(role.level is Level.SCHOOL for role in requester.roles)
    concerned = theirs and request.status in ACTIVE and request.category != routing.DANGER
    if not concerned or (agent and request.level) or not said or not feed.corrects(said[0].text):
        return {}
    days, resumes = feed.arrival(policy.feed, today(work.now))
    return {"onde": True, "arrives": days, "resumes": resumes.isoformat() if resumes else ""}


def _status(work: Work, policy: Policy, request: Request, requester: Person, agent: bool) -> dict[str, Any]:
    some = {i for i in (request.holder, request.filer) if i is not None}
    named = people.named(work, some)
    holder = named.get(request.holder or 0)
    filer = named.get(request.filer or 0)
    return {
        "requester": requester.name,
        "erased": requester.erased,
        "erased_name": request.erased_name,
        "profile": function_at(requester, request.place),
        "filer": filer.name if filer else "",
        "holder": holder.name if holder and request.status in ACTIVE else "",
        "away": holder is not None and request.status in ACTIVE and not serving.counts(holder, request),
        "proper": serving.name_of(policy.levels, request.place, request.proper[0]) if request.proper else "",
        "outside": bool(request.outside),
        "stranded": request.stranded_at is not None,
        "put_off": _put_off(work, request) if agent else "",
        "unread": agent
        and request.status in ACTIVE
        and requester.telegram_id is not None
        and not requester.reads(work.bot),
        "desk": policy.levels[request.level].name,
        "contact": policy.levels[request.level].contact,
        "age": (work.now - request.created_at).total_seconds(),
        "now": work.now.isoformat(),
        "late": request.status in ACTIVE and request.due_at < work.now,
        "into": request.merged_into or 0,
    }
