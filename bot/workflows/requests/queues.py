"""Lists of requests, a page at a time: an agent's queue, what they sent on, and a person's own requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.folding import words
from bot.storage import people, requests
from bot.terms import ACTIVE, Button, Level, Notice, Part, Person, Refusal, Request, Structure
from bot.workflows import hats, looks
from bot.workflows.desk import Turn
from bot.workflows.refusing import refuse_waiting
from bot.workflows.requests import desks, outside, telling
from bot.workflows.requests.desks import Owned
from bot.workflows.rules.naming import begins
from bot.workflows.rules.requests.access import open_to, standing
from bot.workflows.rules.requests.routing import DANGER
from bot.workflows.rules.screens import Row, grid, mark, page_key, read_page_key

_ACROSS = 4  #: requests in a row of buttons
_SCHOOLS = 30  #: schools offered to choose from
SENT = "envoyees"  #: the filter of what the agent sent to another level
FILTERS = ("", "moi", "libres", "retard", SENT)
_LIKE = {
    "libre": "libres",
    "retards": "retard",
    **dict.fromkeys(("mes", "miennes", "mienne"), "moi"),
    **dict.fromkeys(("envoye", "envoyes", "envoyee"), "envoyees"),
}  # other ways to type a filter
_ALL = "tout"  #: the word, and the button, for no filter


@dataclass(frozen=True, slots=True)
class View:
    """Which requests of the queue are shown: one of `FILTERS`, and one school or None for all."""

    wanted: str = ""
    school: Structure | None = None

    @property
    def tag(self) -> str:
        """The mark of the school in buttons; empty where there is none."""
        return _tag(self.school) if self.school else ""


def queue(turn: Turn, typed: str, after: str = "") -> Notice:
    """A page of the queue of the agent's desks, oldest due first; `after` is the key at which the page before ended.

    The desks are those of all accounts of the Telegram account. `typed` is one of `FILTERS` or nothing, then the
    beginnings of a school's name or nothing; in buttons, `@` and the school's tag. Where several schools bear that
    name, they are offered. Any other word is refused, and so is somebody none of whose accounts is an agent.
    """
    accounts = desks.agents(turn)
    wanted, schools = _read(turn, accounts, typed)
    if len(schools) > 1:
        return _offer(turn, wanted, schools)
    view = View(wanted, schools[0] if schools else None)
    owned, further = (_sent if wanted == SENT else _standing)(turn, accounts, view, after)
    _look(turn, accounts, view, after, [one for one, _ in owned])
    rows = _opening(owned)
    if further:
        key = f"{wanted}@{view.tag}" if view.tag else wanted
        rows.append((Button("queue", f"{key}:{further}", turn.me.id),))
    facts = {"filter": wanted, "school": view.school.name if view.school else "", "further": bool(after)}
    marks = [desks.marks(turn.policy.levels, accounts, *pair) for pair in owned]
    lines = [line | mark for line, mark in zip(_lines(turn, [one for one, _ in owned]), marks, strict=True)]
    return Notice("queue", facts | {"lines": lines}, (*rows, *_filters(turn, accounts, view)))


def _look(turn: Turn, accounts: Sequence[Person], view: View, after: str, page: Sequence[Request]) -> None:
    """Traces the look at that page, for each school whose requests it shows."""
    shown: dict[str, list[int]] = {}
    for request in page:
        shown.setdefault(request.place.id, []).append(request.number)
    otherwise = view.school.id if view.school else desks.held(accounts)[0].structure
    seen = looks.View([view.wanted, view.tag, after], shown, otherwise)
    looks.at_list(turn.work, turn.policy, turn.me, "queue", seen)


def filtered(turn: Turn, target: str) -> Notice:
    """The queue as the button of a filter or of a school says: `TAG:FILTER`, with an empty tag for all schools."""
    tag, _, wanted = target.partition(":")
    return queue(turn, f"{wanted}@{tag}" if tag else wanted)


def schools(turn: Turn, wanted: str) -> Notice:
    """The schools of the agent's queue and of what they sent on, each as a button that shows its requests."""
    return _offer(turn, wanted if wanted in FILTERS else "", desks.places(turn.work, desks.agents(turn)))


def mine(turn: Turn, before: int | None = None) -> Notice:
    """A page of the person's own requests, newest first; only those with a number below `before`, if given.

    With those of their other accounts in the same Telegram account, each marked with the first name of its account;
    with what that account is and where, too, if others have the same first name. A pupil who waits for a yes is shown
    their calls for help; refused where they made none.
    """
    accounts = {one.id: one for one in (*hats.own(turn), turn.me) if not turn.me.barred or one.id == turn.me.id}
    waiting = [one.id for one in accounts.values() if one.waits]
    page = requests.of_people(turn.work, sorted(accounts), before, turn.policy.page + 1, waiting, DANGER)
    page = [one for one in page if open_to(turn.me, one)]
    more = len(page) > turn.policy.page
    page = page[: turn.policy.page]
    owned = [(one, _owner(turn, one, accounts)) for one in page]
    rows = _opening(owned)
    if more:
        rows.append((Button("mine", str(page[-1].number), turn.me.id),))
    if not page:
        refuse_waiting(turn.work, turn.me)
        rows.append((Button("new", "", turn.me.id, style="primary"),))
    lines = [line | _marks(owner, accounts) for line, (_, owner) in zip(_lines(turn, page), owned, strict=True)]
    return Notice("mine", {"lines": lines, "further": before is not None}, tuple(rows))


def _read(turn: Turn, accounts: Sequence[Person], typed: str) -> tuple[str, list[Structure]]:
    """The filter that was typed, and the schools that fit the other words: none where no school was typed."""
    head, at, tag = typed.partition("@")
    first, *rest = words(head) or [""]
    first = _LIKE.get(first, first)
    known = first in FILTERS or first == _ALL
    name = " ".join(rest if known else [first, *rest])
    wanted = first if first in FILTERS else ""
    if not name and not at:
        return wanted, []
    found = desks.known(turn.work, accounts)
    if at:
        fitting = [place for place in found if _tag(place) == tag]
        if name or len(fitting) != 1:
            raise Refusal("old-button")
        return wanted, fitting
    fitting = [place for place in found if begins(name, place.name)]
    if not fitting:
        raise Refusal("unknown-filter", name=name)
    return wanted, fitting


def _standing(turn: Turn, accounts: Sequence[Person], view: View, after: str) -> tuple[list[Owned], str]:
    """A page of what stands at the desks of these accounts, each with the account that treats it there.

    And the key of the next page: empty on the last.
    """
    found = [
        (request, account)
        for account in accounts
        for request in requests.queue(
            turn.work,
            account.roles,
            holder=account.id if view.wanted == "moi" else None,
            free=view.wanted == "libres",
            late=view.wanted == "retard",
            school=view.school.id if view.school else "",
            after=read_page_key(after),
            limit=turn.policy.page + 1,
        )
        if not outside.hides(turn.work, account, request)
    ]
    ours = desks.one_each(found, lambda request, account: request.holder == account.id)
    page = sorted(ours, key=lambda pair: (pair[0].due_at, pair[0].number))
    shown = page[: turn.policy.page]
    return shown, page_key(shown[-1][0].due_at, shown[-1][0].number) if len(page) > len(shown) else ""


def _sent(turn: Turn, accounts: Sequence[Person], view: View, after: str) -> tuple[list[Owned], str]:
    """A page of what these accounts sent to another level, newest first, each with the account that may do most.

    And the key of the next page: empty on the last. Without those that they may no longer read, since they were
    brought to another school.
    """
    if after and not (after.isascii() and after.isdecimal() and len(after) <= 18):
        raise Refusal("old-button")
    school, before, most = view.school.id if view.school else "", int(after) if after else None, turn.policy.page
    found = {
        request.number: request
        for account in accounts
        for request in requests.sent(turn.work, account.id, school, before, most + 1)
    }
    page = sorted(found.values(), key=lambda request: -request.number)
    shown = page[:most]
    reading = [(one, account) for one in shown for account in accounts if standing(account, one).reads]
    read = desks.one_each(reading, lambda request, account: standing(account, request).agent)
    return read, str(shown[-1].number) if len(page) > len(shown) else ""


def _filters(turn: Turn, accounts: Sequence[Person], view: View) -> list[Row]:
    """A button for each filter but the one that is shown, and one for the list of schools where there may be some."""
    others = [wanted or _ALL for wanted in FILTERS if wanted != view.wanted]
    made = [Button("queue_filter", f"{view.tag}:{wanted}", turn.me.id) for wanted in others]
    roles = desks.held(accounts)
    if len(roles) > 1 or any(role.level > Level.SCHOOL for role in roles):
        made.append(Button("queue_schools", view.wanted or _ALL, turn.me.id))
    return list(grid(made, _ACROSS))


def _offer(turn: Turn, wanted: str, found: Sequence[Structure]) -> Notice:
    made = [
        Button("queue_filter", f"{_tag(place)}:{wanted or _ALL}", turn.me.id, words=place.name)
        for place in found[:_SCHOOLS]
    ]
    back = Button("queue_filter", f":{wanted or _ALL}", turn.me.id)
    return Notice("queue_schools", {"more": len(found) > _SCHOOLS}, (*grid(made), (back,)))


def _tag(place: Structure) -> str:
    """A short mark of a school: its identifier would not fit into a button beside the key of a page."""
    return mark(place.id)


def _owner(turn: Turn, request: Request, accounts: dict[int, Person]) -> Person:
    """The account that asked for the request, filed or follows it: the one that speaks, if it does."""
    if len(accounts) == 1:
        return turn.me
    theirs = (Part.REQUESTER, Part.FILER, Part.FOLLOWER)
    ids = [who for who, part in requests.parties(turn.work, request.number) if part in theirs and who in accounts]
    return accounts[turn.me.id if turn.me.id in ids else ids[0]]


def _marks(owner: Person, accounts: dict[int, Person]) -> dict[str, Any]:
    """What tells the owner from the other accounts: nothing where there is no other."""
    first = owner.name.split()[0] if len(accounts) > 1 else ""
    twins = [one for one in accounts.values() if one.name.split()[0] == first and one.id != owner.id]
    return {"account": first, "hat": hats.apart(owner, twins) if twins else {}}


def _lines(turn: Turn, page: Sequence[Request]) -> list[dict[str, Any]]:
    ids = {i for r in page for i in (r.requester, r.holder) if i is not None}
    named = people.named(turn.work, ids)
    return [
        telling.facts_of(request)
        | {
            "requester": request.erased_name or named[request.requester].name,
            "holder": named[request.holder].name if request.holder in named else "",
            "late": request.status in ACTIVE and request.due_at < turn.work.now,
            "age": (turn.work.now - request.created_at).total_seconds(),
            "now": turn.work.now.isoformat(),
        }
        for request in page
    ]


def _opening(page: Sequence[tuple[Request, Person]]) -> list[Row]:
    """For each request of the page, a button that shows its card to that account."""
    made = [Button("open", str(one.number), owner.id, words=f"n°{one.number}") for one, owner in page]
    return list(grid(made, _ACROSS))
