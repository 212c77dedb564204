"""A director asks the ERUN to detach somebody who left the school (guide, chapter 2.D)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.storage import particulars
from bot.terms import STAFF, Account, Button, Kind, Notice, Refusal, Saying, Structure
from bot.workflows.attachments import schools
from bot.workflows.attachments.filing import ASK, DETACH, file_for
from bot.workflows.conversations import course
from bot.workflows.conversations.shape import Conversation, Question, Waits
from bot.workflows.desk import Caller, Desk, Turn
from bot.workflows.requests import scenes
from bot.workflows.requests.guided import again, hear_sum, send
from bot.workflows.rules.accounts import administration
from bot.workflows.rules.calendar import today
from bot.workflows.rules.dates import day_before

REASONS = ("left", "retired", "other")  #: why somebody is to be detached; the texts name them `why-REASON`


@dataclass(slots=True)
class Leaver:
    """Who is to be detached, as far as the director has said it; None is what is still to be asked."""

    account: str
    name: str
    schools: list[Structure] = field(default_factory=list)  #: those of the director where that account is
    place: Structure | None = None
    why: str = ""
    since: str | None = None  #: an ISO date; empty where it is not known
    sent: bool = False
    number: int = 0  #: the number of the request once it is filed


async def start(desk: Desk, cause: str, caller: Caller, account: Account) -> Notice | None:
    """Begins to ask about that account, which the caller administers; returns the first question."""
    return await course.carry_on(desk, cause, caller, await desk.act(cause, caller, _begin, account))


def _begin(turn: Turn, account: Account) -> Notice | course.Pending | None:
    """Refused for pupils and families, whom ONDE moves, for oneself, and at schools that are not the person's."""
    check_staff(account)
    mine = administration.own_schools(turn.me)
    schools = [one for one in account.places if one.kind is Kind.SCHOOL and one.id in mine]
    if account.id == turn.me.account:
        raise Refusal("detach-oneself")
    if not schools:
        raise Refusal("no-account", name="")
    draft = Leaver(account.id, account.name, schools, schools[0] if len(schools) == 1 else None)
    return course.begin(turn, LEAVING, draft)


def check_staff(account: Account) -> None:
    """Raises a `Refusal` for somebody who is no member of staff."""
    if account.profile not in STAFF:
        raise Refusal("moved-by-onde", name=account.name)


def _ask_why(turn: Turn, draft: Leaver) -> Notice:
    row = tuple(Button("why", reason, turn.me.id) for reason in REASONS)
    return Notice("detach_why", {"name": draft.name}, (row,))


def _hear_why(turn: Turn, draft: Leaver, saying: Saying) -> bool:
    scenes.refuse_empty(turn, saying)
    draft.why = " ".join(saying.typed.split())
    return True


def _choose_why(_turn: Turn, draft: Leaver, reason: str) -> None:
    if reason not in REASONS:
        raise Refusal("old-button")
    draft.why = reason


def _ask_since(_turn: Turn, draft: Leaver) -> Notice:
    return Notice("detach_since", {"name": draft.name})


def _hear_since(turn: Turn, draft: Leaver, saying: Saying) -> bool:
    now = today(turn.work.now)
    found: date | None = day_before(saying.typed, now)
    if found is None:
        raise Refusal("since-unread")
    if found > now:  # the ERUN detaches at once: nobody loses their classes before they leave
        raise Refusal("since-ahead", date=f"{found:%d/%m/%Y}")
    draft.since = found.isoformat()
    return True


def _unknown_since(draft: Leaver) -> None:
    draft.since = ""


def _sum_up(turn: Turn, draft: Leaver) -> Notice:
    """The summary before it is sent; it names a request about the same account that is still open."""
    assert draft.place is not None
    alike = particulars.standing(turn.work, draft.place.id)
    open_ = next((n for n, one in alike if one.get(ASK) == DETACH and one.get("account") == draft.account), 0)
    facts = {"name": draft.name, "place": draft.place.name, "particulars": _facts(draft), "number": open_}
    return Notice("detach_summary", facts, again(turn, open_))


def _facts(draft: Leaver) -> dict[str, Any]:
    found = {ASK: DETACH, "name": draft.name, "account": draft.account, "why": draft.why, "since": draft.since or ""}
    return {name: fact for name, fact in found.items() if fact}


def _file(turn: Turn, draft: Leaver) -> None:
    assert draft.place is not None
    draft.number = file_for(turn, draft.place, _facts(draft))


def _may(turn: Turn, draft: Leaver) -> None:
    """Refused where this person administers none of these schools any more."""
    mine = administration.own_schools(turn.me)
    if draft.place is not None and draft.place.id not in mine:
        raise Refusal("not-your-school")


LEAVING = Conversation(
    "leaving",
    Leaver,
    (
        schools.among("detach_where"),
        Question("why", lambda _, it: not it.why, _ask_why, _hear_why, {"why": _choose_why}),
        Question("since", lambda _, it: it.since is None, _ask_since, _hear_since, skip=_unknown_since),
        Question("summary", lambda _, it: not it.sent, _sum_up, hear_sum, {"send": send}),
    ),
    waits=Waits.FILINGS,
    finish=_file,
    may=_may,
    about=lambda draft: draft.number,
    lasting=lambda draft: bool(draft.why),
)
