"""Verifying: once a day, new lines of the audit, and old ones by turns; faults are told until they are gone."""

from __future__ import annotations

import logging
from functools import partial
from typing import NamedTuple

from bot.storage import verification
from bot.storage.audit.faults import BEGINNING, Mark, Verdict, told
from bot.storage.audit.walking import head, verify
from bot.storage.work import Work
from bot.workflows.desk import Desk

log = logging.getLogger(__name__)
_TOLD = 10  # faults that the log names; the command tells all


class Checked(NamedTuple):
    """What was found in the new lines, and in those of the old ones whose turn it was."""

    new: Verdict
    old: Verdict


async def check(desk: Desk) -> Checked | None:
    """Verifies lines, and logs the head, which so is known outside of the database, too.

    What is broken is logged as an error and written down, for `/readyz`, the metrics and `palier doctor`; the lines
    after the last whole one are then verified again the next day. Returns None where this was done today.
    """
    begun = await desk.once(f"audit:{desk.clock():%Y-%m-%d}", _begin)
    if begun is None:
        return None
    since, turn = begun
    new = await desk.records.read(partial(verify, since=since if since.position else None), long=True)
    share = partial(
        verification.verify_share, since=turn, upto=since.position, within=desk.policy.reread, grown=new.lines
    )
    old = await desk.records.read(share, long=True)
    newest = await desk.records.read(head)
    log.info("The audit ends at %s:%s", newest.position, newest.chain)
    faults = [*new.faults, *old.faults]
    for fault in faults[:_TOLD]:
        log.error("The audit is broken: %s", told(fault))
    upto, again = since if new.faults else new.reached, turn if old.faults else old.reached
    await desk.put(verification.note, upto, again, told(faults[0]) if faults else "")
    return Checked(new, old)


def _begin(work: Work) -> tuple[Mark, Mark]:
    """The newest line that was verified, and the one up to which old ones were read again; position 0 for none."""
    return verification.verified(work) or BEGINNING, verification.reread(work)
