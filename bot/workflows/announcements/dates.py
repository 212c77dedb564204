"""The questions for the first and the last day of an announcement: a month of buttons, or typed."""

from __future__ import annotations

from datetime import date
from functools import partial

from bot.terms import Notice, Refusal, Saying
from bot.workflows.announcements.plan import Plan
from bot.workflows.conversations import days
from bot.workflows.conversations.shape import Question
from bot.workflows.desk import Turn
from bot.workflows.rules import announcements as rules
from bot.workflows.rules.calendar import today


def _first(turn: Turn, plan: Plan, last: bool) -> date:
    """The first day that may be chosen for the beginning, or else for the end."""
    day = today(turn.work.now)
    return max(day, plan.starts) if last and plan.starts else day


def _ask_day(last: bool, turn: Turn, plan: Plan) -> Notice:
    """A month of buttons: that in which the first day to choose lies, or the one that was leafed to."""
    day, first = today(turn.work.now), _first(turn, plan, last)
    shown = plan.shown if plan.shown and plan.shown >= first.replace(day=1) else first.replace(day=1)
    pick = "flash_until" if last else "flash_from"
    rows = days.month(turn.me.id, pick, "flash_month", shown, first, day)
    kind = "flash_ends" if last else "flash_starts"
    return Notice(kind, {**plan.facts, "calendar": shown.isoformat()}, rows)


def _hear_day(last: bool, turn: Turn, plan: Plan, saying: Saying) -> bool:
    """Takes one day; for the beginning, also both, as in "du 10 au 12 juillet"."""
    found = rules.days(saying.typed, today(turn.work.now))
    if last and len(found) > 1:
        raise Refusal("flash-day-unread")
    if last:
        _set_last(turn, plan, found[0])
    else:
        _set_days(turn, plan, found[0], found[1] if len(found) > 1 else None)
    return True


def _pick_first(turn: Turn, plan: Plan, value: str) -> None:
    _set_days(turn, plan, days.picked(value), None)


def _pick_last(turn: Turn, plan: Plan, value: str) -> None:
    _set_last(turn, plan, days.picked(value))


def _leaf(turn: Turn, plan: Plan, value: str) -> None:
    plan.shown = days.leafed(value, today(turn.work.now))


def _set_days(turn: Turn, plan: Plan, starts: date, ends: date | None) -> None:
    if starts != plan.began:
        rules.check_days(starts, ends, today(turn.work.now))
    plan.starts, plan.ends, plan.shown = starts, ends, None
    if starts != today(turn.work.now) or plan.entry:
        plan.alerts = []  # only for what begins today (guide, chapter 3.A.2)


def _set_last(turn: Turn, plan: Plan, ends: date) -> None:
    if plan.starts is None:
        raise Refusal("old-button")
    rules.check_days(max(plan.starts, today(turn.work.now)), ends, today(turn.work.now))
    rules.check_days(plan.starts, ends, plan.starts)
    plan.ends, plan.shown = ends, None


STARTS = Question(
    "starts",
    lambda _, plan: plan.starts is None,
    partial(_ask_day, False),
    partial(_hear_day, False),
    {"flash_from": _pick_first, "flash_month": _leaf},
)
ENDS = Question(
    "ends",
    lambda _, plan: plan.ends is None,
    partial(_ask_day, True),
    partial(_hear_day, True),
    {"flash_until": _pick_last},
)
