"""Makes the spreadsheet that was asked for, and sends it; one that names people is deleted a day later."""

from __future__ import annotations

from bot.storage import people
from bot.storage.printings import Printing
from bot.storage.work import Work
from bot.terms import Person
from bot.terms.tables import Table
from bot.workflows.desk import Desk
from bot.workflows.documents import Maker, running
from bot.workflows.people import rights
from bot.workflows.policy import Policy
from bot.workflows.statistics import accounts, reading, requests, summing

REQUESTS, ACCOUNTS, STATS = "requests", "accounts", "stats"  #: what may be exported
_NOTHING = "nobody"  #: the reason where there is nothing to export


async def _made(desk: Desk, printing: Printing) -> str:
    """Makes and sends a spreadsheet; returns the reason why that failed, or nothing where it was sent."""
    me = await rights.confirm(desk, printing.person)
    if me is None or not _may(desk.policy, me, printing):
        return "rights"
    table = await _table(desk, me, printing)
    rows = table.rows if isinstance(table.rows, list) else list(table.rows)
    if not 0 < len(rows) <= reading.MOST_ROWS:
        return "many" if rows else _NOTHING
    await desk.put(EXPORTS.counted, printing.id, len(rows))
    form = printing.wanted["form"]
    message = await desk.export(printing.chat_id, table, form, me.tongue, printing.topic)
    if not message:
        return "telegram"
    kept = printing.wanted["kind"] == STATS
    await desk.put(EXPORTS.progress, printing.id, message, len(rows), kept)
    reader = await desk.look(people.by_id, printing.person)
    if reader is None or not _may(desk.policy, reader, printing):
        return "rights"  # whoever asked reads no more in that chat
    await desk.once(f"printing:{printing.id}:over", _done, printing.id)
    return ""


async def _table(desk: Desk, me: Person, printing: Printing) -> Table:
    """What is exported, as it is now. Raises what the ENT declines."""
    kind, key = printing.wanted["kind"], printing.wanted["key"]
    if kind == REQUESTS:
        return await requests.table(desk, me, key, printing.id)
    if kind == ACCOUNTS:
        return await accounts.table(desk, me, int(key), printing.id)
    return await summing.table(desk, me, key)


def _may(policy: Policy, me: Person, printing: Printing) -> bool:
    """Whether whoever asked still administers something, and reads in the chat where they asked."""
    return me.is_agent and me.telegram_id == printing.chat_id and not me.barred and policy.ready(me)


def _done(work: Work, number: int) -> None:
    EXPORTS.end(work, running(work, number))


EXPORTS = Maker("spreadsheet", "spreadsheet_failed", exports=True, make=_made, quiet=frozenset({_NOTHING}))
