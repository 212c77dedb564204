"""The lifecycle of a request: its table, and the guards.

It only decides about the status. `access` decides who may do what, `routing` to which level a request goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from transitions import EventData

from bot.terms import Act, Level, Refusal, Request, Status
from bot.workflows.rules.machines import Guard, Impossible, Lifecycle
from bot.workflows.rules.requests.access import Standing, check

SILENCE = timedelta(days=7)  #: a resolved request closes after this
REGRET = timedelta(days=30)  #: its requester may reopen a closed request until then

_N, _O, _W, _R, _C = Status.NEW, Status.OPEN, Status.WAITING, Status.RESOLVED, Status.CLOSED


@dataclass(slots=True)
class Case:
    """A request as the lifecycle sees it: its status, and the data for the guards."""

    state: str
    now: datetime
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    above: Level | None = None  #: the next level up that serves its requester
    below: Level | None = None  #: the next level down that serves its requester
    requester: bool = False  #: whether whoever acts is the requester
    merged: int = 0  #: the number of the request that is treated in its place, 0 if it was not merged
    held: bool = True  #: whether it has a holder
    erased: bool = False  #: whether its requester had their data erased


def _case(event: EventData) -> Case:
    assert isinstance(event.model, Case)
    return event.model


def served_above(event: EventData) -> bool:
    """A higher level serves this requester."""
    return _case(event).above is not None


def served_below(event: EventData) -> bool:
    """A lower level, not below the one where the request entered, serves this requester."""
    return _case(event).below is not None


def silent_long_enough(event: EventData) -> bool:
    """Seven days have passed since it was resolved."""
    case = _case(event)
    return case.resolved_at is not None and case.now - case.resolved_at >= SILENCE


def regretted_in_time(event: EventData) -> bool:
    """Whoever acts is its requester, and it ended thirty days ago at most. Never where they were erased.

    A merged request ends when the other one closes, or when its requester says that it is solved.
    """
    case = _case(event)
    if not case.requester or case.erased:
        return False
    return bool(case.merged) if case.closed_at is None else case.now - case.closed_at <= REGRET


def never_held(event: EventData) -> bool:
    """As `regretted_in_time`, and nobody ever held it."""
    return regretted_in_time(event) and not _case(event).held


def follows_another(event: EventData) -> bool:
    """It was merged into another request, and its requester has not said since that it is solved."""
    case = _case(event)
    return bool(case.merged) and case.resolved_at is None


#: (event, from, to, guard): docs/lifecycle.md shows it, and a test keeps the two equal
TABLE: tuple[tuple[Act, tuple[Status, ...], Status, Guard | None], ...] = (
    (Act.TAKE, (_N,), _O, None),
    (Act.ANSWER, (_N, _O), _O, None),
    (Act.ANSWER, (_W,), _W, None),
    (Act.REPLY, (_N,), _N, None),
    (Act.REPLY, (_O, _W), _O, None),
    (Act.ASK, (_N, _O), _W, None),
    (Act.RELEASE, (_O, _W), _N, None),
    (Act.HAND, (_N, _O, _W), _O, None),
    (Act.CORRECT, (_N,), _N, None),
    (Act.CORRECT, (_O,), _O, None),
    (Act.CORRECT, (_W,), _W, None),
    (Act.MOVE, (_N, _O, _W), _N, None),
    (Act.ESCALATE, (_N, _O, _W), _N, served_above),
    (Act.SEND_BACK, (_N, _O, _W), _N, served_below),
    (Act.RESOLVE, (_N, _O, _W), _R, None),
    (Act.CONFIRM, (_R,), _C, None),
    (Act.EXPIRE, (_R,), _C, silent_long_enough),
    (Act.REOPEN, (_R,), _O, None),
    (Act.REOPEN, (_C,), _N, never_held),
    (Act.REOPEN, (_C,), _O, regretted_in_time),
    (Act.MERGE, (_N, _O, _W, _R), _C, None),
    (Act.WITHDRAW, (_N,), _C, None),
    (Act.ERASE, (_N, _O, _W, _R), _C, None),
    (Act.ANSWER, (_C,), _C, follows_another),
    (Act.REPLY, (_C,), _C, follows_another),
    (Act.CONFIRM, (_C,), _C, follows_another),
    (Act.ERASE, (_C,), _C, follows_another),
)
LIFECYCLE = Lifecycle(Status, Status.NEW, TABLE)
_CLOSED_TO = (Act.ANSWER, Act.REPLY, Act.CONFIRM, Act.ERASE)  # where their guard says no, the request is just closed
_OWN = (Act.REPLY, Act.CONFIRM, Act.WITHDRAW, Act.REOPEN)  # what a requester does to a merged request of theirs


def case_of(
    request: Request,
    now: datetime,
    mine: Standing,
    above: Level | None,
    below: Level | None,
    other: Request | None = None,
    erased: bool = False,
) -> Case:
    """The request as the lifecycle sees it when somebody of that standing acts.

    `other` is the request that is treated in its place, where it was merged; `erased` says that its requester is.
    """
    return Case(
        request.status.value,
        now,
        request.resolved_at,
        other.closed_at if other and request.follows else request.closed_at,
        above,
        below,
        mine.requester,
        other.number if other else request.merged_into or 0,
        request.holder is not None,
        erased,
    )


def fire(act: Act, case: Case, number: int = 0) -> Status:
    """The status that the act leads to; raises a `Refusal` where it cannot be done now."""
    try:
        return LIFECYCLE.fire(act, case)
    except Impossible as no:
        if case.erased:
            raise Refusal("requester-erased", number=number) from no
        if case.merged and not (case.requester and act in _OWN):
            raise Refusal("merged", number=number, into=case.merged) from no
        if no.guarded and not (case.state == Status.CLOSED and act in _CLOSED_TO):
            raise Refusal(f"guard-{act.value}", number=number, status=case.state) from no
        raise Refusal("not-now", number=number, act=act.value, status=case.state) from no


def possible(acts: Iterable[Act], request: Request, mine: Standing, case: Case) -> list[Act]:
    """Those of the acts that this person may do to the request now, in the order given."""
    found, state = [], Status(case.state)
    for act in acts:
        if act is not Act.NOTE and not LIFECYCLE.leads(state, act):  # a note changes no status
            continue
        try:
            check(act, mine, request)
            if LIFECYCLE.guarded(state, act):
                fire(act, case)
        except Refusal:
            continue
        found.append(act)
    return found
