"""Quotas: how much one person may do to requests in any hour. A frightened child's words are never held back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.storage import quotas
from bot.storage.work import Work
from bot.terms import Act, Profile, Refusal, Request
from bot.workflows.desk import Turn
from bot.workflows.policy import Quota
from bot.workflows.rules.requests.distress import frightened
from bot.workflows.rules.requests.routing import DANGER

REACHED = "quota"  #: the reason of the refusal, whatever there was too much of, but for requests
FILE, EDIT = "file", "edit"  #: acts that are in the audit, and not in the lifecycle of requests
_MOMENT = timedelta(minutes=1)  # edits of a message within it make one notice
_MESSAGES = (Act.ANSWER, Act.REPLY, Act.ASK, Act.NOTE)
_OTHERS = tuple(act for act in Act if act not in (*_MESSAGES, Act.READ, Act.REOPEN, Act.EXPIRE, Act.ERASE))


def check(turn: Turn, act: str, request: Request, text: str = "", files: int = 0) -> None:
    """Raises the `Refusal` that says until when the person may not do that, where they did too much lately.

    It goes before anything else is done. Nothing is held back in the exchange of a child's call for help.
    """
    if _spared(turn, request.category, text):
        return
    limits = turn.policy.quotas.of(turn.me)
    acts, most = _counted(act, limits)
    until = quotas.full_until(turn.work, turn.me.id, acts, most)
    if until is None and files:
        until = quotas.files_until(turn.work, turn.me.id, files, limits.files)
    if until is not None:
        raise _addressed(turn, Refusal("quota", **_moments(turn, until)))


def told_lately(work: Work, number: int, person_id: int, message_id: int) -> dict[str, Any] | None:
    """What the audit has of the edit of that message which its readers were told a moment ago; None for none.

    `told` is the cause under which they were told, `before` the text before all edits since then.
    """
    facts = quotas.last_edit(work, number, person_id, work.now - _MOMENT)
    return facts if facts is not None and facts.get("message") == message_id and facts.get("told") else None


def too_many_requests(turn: Turn, category: str) -> Refusal | None:
    """The refusal of one more request, where the person filed too many lately; None where they did not."""
    if _spared(turn, category):
        return None
    most = turn.policy.quotas.of(turn.me).requests
    until = quotas.full_until(turn.work, turn.me.id, (FILE,), most)
    if until is None:
        return None
    return _addressed(turn, Refusal("quota-requests", limit=most, **_moments(turn, until)))


def _spared(turn: Turn, category: str, text: str = "") -> bool:
    afraid = turn.me.profile is Profile.STUDENT and bool(text) and frightened(text)
    return not turn.policy.limits or category == DANGER or afraid


def _counted(act: str, limits: Quota) -> tuple[tuple[str, ...], int]:
    """The acts that are counted with that one, and how many of them are allowed."""
    counted: Mapping[str, tuple[tuple[str, ...], int]] = {
        **dict.fromkeys(_MESSAGES, (_MESSAGES, limits.messages)),
        EDIT: ((EDIT,), limits.edits),
        Act.REOPEN: ((Act.REOPEN,), limits.reopenings),
    }
    return counted.get(act, (_OTHERS, limits.others))


def _moments(turn: Turn, until: datetime) -> dict[str, str]:
    return {"when": until.isoformat(), "now": turn.work.now.isoformat()}


def _addressed(turn: Turn, refusal: Refusal) -> Refusal:
    refusal.language = turn.me.tongue
    return refusal
