"""Verifying: once a day, the new lines of the audit; a fault is told until it is gone."""

from __future__ import annotations

import logging
from functools import partial

from bot.storage import verification
from bot.storage.audit.faults import Mark, Verdict, told
from bot.storage.audit.walking import head, verify
from bot.storage.work import Work
from bot.workflows.desk import Desk

log = logging.getLogger(__name__)
_TOLD = 10  # faults that the log names; the command tells all


async def check(desk: Desk) -> Verdict | None:
    """Verifies the lines that are new, and logs the head, which so is known outside of the database, too.

    What is broken is logged as an error and written down, for `/readyz`, the metrics and `palier doctor`; the lines
    after the last whole one are then verified again the next day. Returns None where this was done today.
    """
    since = await desk.once(f"audit:{desk.clock():%Y-%m-%d}", _begin)
    if since is None:
        return None
    found = await desk.records.read(partial(verify, since=since if since.position else None), long=True)
    newest = await desk.records.read(head)
    log.info("The audit ends at %s:%s", newest.position, newest.chain)
    for fault in found.faults[:_TOLD]:
        log.error("The audit is broken: %s", told(fault))
    if found.faults:
        await desk.put(verification.note, since, told(found.faults[0]))
    else:
        await desk.put(verification.note, found.reached, "")
    return found


def _begin(work: Work) -> Mark:
    """The newest line that was verified; position 0 before there is one."""
    return verification.verified(work) or Mark(0, "")
