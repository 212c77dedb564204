"""Ahead: brings back the moments that were kept while the clock was ahead, once it was set right.

Whoever sees first that it was does so, within seconds: the courier before a round, the ticker before its chores.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.storage import ahead, deliveries, leases, rate_windows
from bot.storage.work import Work
from bot.workflows.blocks.campaigns import LEASE
from bot.workflows.conversations import keeping
from bot.workflows.desk import Desk
from bot.workflows.people.signing_in import LIFE as SIGN_IN_LIFE
from bot.workflows.policy import Policy
from bot.workflows.rules.calendar import next_school_day
from bot.workflows.sheets.making import SHOWN

log = logging.getLogger(__name__)


async def mend(desk: Desk) -> None:
    """Brings back every moment that lies too far ahead; logs that the clock was ahead, once each time it was."""
    far = await desk.put(set_right, desk.policy)
    if far:
        log.warning(
            "The clock was %.0f s ahead, and was set right: what was kept until then waits no longer for it",
            far.total_seconds(),
        )


def set_right(work: Work, policy: Policy) -> timedelta:
    """Does so in one transaction; returns how far the newest moment lay ahead, 0 where none did."""
    ahead.shorten(work, longest(policy, work.now))
    if not ahead.far(work):
        return timedelta()
    rate_windows.lock(work, rate_windows.WHOLE_BOT)  # one replica at a time
    far = ahead.far(work)
    if far:
        ahead.bring_back(work)
        keeping.bring_back(work)
    return far


def longest(policy: Policy, now: datetime) -> Mapping[str, timedelta]:
    """How far ahead of now each moment of `storage.ahead.TERMS` can lie at most."""
    return {
        "outbox.claimed_until": deliveries.CLAIM,
        "campaigns.lease_until": LEASE,
        "leases.busy_until": leases.TERM,
        "leases.due_at": leases.TERM,
        "expiries.at": timedelta(minutes=policy.codes.visible_minutes),
        "expiries.at of links": timedelta(minutes=policy.linking.visible_minutes),
        "expiries.at of sheets": SHOWN,
        "tokens.expires_at": max(policy.linking.life.values()),
        "sign_ins.expires_at": SIGN_IN_LIFE,
        "reports.remind_at": next_school_day(now) - now,
    }
