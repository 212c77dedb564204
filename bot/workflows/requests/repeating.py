"""Repeating: somebody files the very same words again, perhaps since they did not learn that they were filed."""

from __future__ import annotations

from datetime import timedelta

from bot.storage import exchange, requests
from bot.storage import serving as records
from bot.terms import ACTIVE
from bot.workflows.desk import Turn
from bot.workflows.requests.draft import Filing
from bot.workflows.rules.requests.routing import DANGER

_LATELY = timedelta(hours=1)
_LOOKED_AT = 5  # requests: the newest ones


def before(turn: Turn, draft: Filing) -> int:
    """The number of a request with exactly these words, for the same person, filed within the hour; 0 for none.

    Also 0 for words with files, for a call for help, and where the policy sets no limits.
    """
    said = [words for _, words in draft.said]
    if not said or draft.files or draft.category == DANGER or not turn.policy.limits:
        return 0
    whom, since = draft.whom or turn.me.id, turn.work.now - _LATELY
    for number in records.asked_for(turn.work, turn.me, (*ACTIVE,), 1000)[-_LOOKED_AT:]:
        request = requests.load(turn.work, number)
        if request is None or request.requester != whom or request.created_at < since:
            continue
        if [one.text for one in exchange.of_author(turn.work, number, turn.me.id)][: len(said)] == said:
            return number
    return 0
