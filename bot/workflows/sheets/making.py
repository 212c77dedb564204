"""Makes the sheets that were asked for: the documents, which are sent and never kept, then their links are good.

Where a printing does not come to its end, its links never become good, and earlier sheets stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.storage import outbox, people
from bot.storage.printings import Printing
from bot.storage.work import Work, acting
from bot.terms import Level, Notice, Person, Role, Sheet, Way
from bot.workflows.desk import Desk
from bot.workflows.documents import LIFE as LIFE
from bot.workflows.documents import SHOWN as SHOWN
from bot.workflows.documents import Maker, running
from bot.workflows.documents import until_next as until_next
from bot.workflows.people import issuing, rights
from bot.workflows.policy import Policy
from bot.workflows.rules.calendar import today
from bot.workflows.sheets import gathering
from bot.workflows.sheets.gathering import Wanted

_NAMED = 10  # people named in one sentence


async def _made(desk: Desk, printing: Printing) -> str:
    """Makes and sends the sheets; returns the reason why that failed, or nothing where all were sent."""
    me, place = await rights.confirm(desk, printing.person), await desk.directory.structure(printing.school)
    if me is None or place is None or not _may(desk.policy, me, printing):
        return "rights"
    wanted = Wanted(**printing.wanted)
    gathered = await gathering.gather(desk, me, printing.school, wanted)
    chosen = gathered.chosen.accounts
    if not chosen:
        return "nobody"
    codes = await gathering.codes(desk, printing.school, chosen)
    names = await gathering.children(desk, gathered)
    links = issuing.make([one.id for one in chosen])
    await desk.put(SHEETS.counted, printing.id, len(links))
    days = (today(desk.clock()), today(desk.clock() + desk.policy.linking.life[Way.SHEET]))
    made = gathering.sheets(gathered, wanted, place, links, codes, names, days)
    left_out: list[str] = []
    if not await _sent(desk, printing, wanted, made, left_out):
        return "telegram"
    if not _may(desk.policy, await desk.look(people.by_id, printing.person), printing):
        return "rights"  # whoever asked reads no more in that chat
    await desk.once(f"printing:{printing.id}:over", _done, desk.policy, printing.id, me, links, left_out)
    return ""


async def _sent(desk: Desk, printing: Printing, wanted: Wanted, sheets: Sequence[Sheet], left_out: list[str]) -> bool:
    """Sends the sheets; `left_out` gets the names that they cannot write. False where not all arrived."""

    async def note(message_id: int, count: int, unwritten: Sequence[str] = ()) -> None:
        left_out.extend(unwritten)
        await desk.put(SHEETS.progress, printing.id, message_id, count)

    return await desk.give(printing.chat_id, sheets, wanted.form, note, printing.topic)


def _may(policy: Policy, me: Person | None, printing: Printing) -> bool:
    """Whether whoever asked still administers the school, and reads in the chat where they asked."""
    if me is None:
        return False
    there = Role(Level.SCHOOL, printing.school) in me.roles and me.telegram_id == printing.chat_id
    return there and not me.barred and policy.ready(me)


def _done(
    work: Work, policy: Policy, number: int, me: Person, links: Mapping[str, str], unwritten: Sequence[str]
) -> None:
    """Makes the links good now that all sheets were sent; until then, and if they never are, the earlier ones are.

    Whoever asked is told the names that the sheets cannot write.
    """
    printing = running(work, number)
    scope = Wanted(**printing.wanted).scope
    printing.handout, _ = issuing.hand_out(work, policy, list(links), Way.SHEET, printing.school, scope, me, links)
    SHEETS.end(work, printing)
    if names := list(dict.fromkeys(unwritten)):
        facts = {"count": len(names), "names": ", ".join(names[:_NAMED]), "more": max(0, len(names) - _NAMED)}
        with acting(printing.chat_id, printing.topic):
            outbox.tell(work, me, Notice("sheets_unwritten", facts))


SHEETS = Maker("printing", "sheets_failed", exports=False, make=_made)
go_on = SHEETS.go_on
