"""Makes the sheets that were asked for: the documents, which are sent and never kept, then their links are good.

A printing is made once. Where it does not come to its end (the ENT or Telegram stops on the way, the process is
killed), its links never become good and earlier sheets stay as they are, the documents sent already are deleted, and
whoever asked is told to ask again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial

from bot.logs import brief
from bot.storage import outbox, people, printings, screens
from bot.storage.printings import Printing
from bot.storage.work import Work, acting
from bot.terms import (
    Declined,
    Level,
    Notice,
    Person,
    PrintingState,
    Role,
    Sheet,
    Unavailable,
    Way,
)
from bot.workflows.desk import Desk
from bot.workflows.people import issuing, rights
from bot.workflows.policy import Policy
from bot.workflows.rules.calendar import today
from bot.workflows.sheets import gathering
from bot.workflows.sheets.gathering import Wanted

log = logging.getLogger(__name__)

SHOWN = timedelta(hours=24)  #: for which the documents stay in the chat; after 48 no bot can delete its message
LIFE = timedelta(seconds=60)  #: for which a making is believed to go on after its last sign of life
_BEAT = 15.0  # seconds between two signs of life
_TOGETHER = 3  # printings made at once
_NAMED = 10  # people named in one sentence
_LEAST, _IDLE = 1.0, 3600.0  # seconds


class _Given(Exception):
    """The printing was given up meanwhile, as its process was thought to be dead."""


async def go_on(desk: Desk) -> int:
    """Gives up the printings whose process died, and makes those that are asked for; returns how many it made."""
    for number in await desk.look(printings.dead):
        await desk.once(f"printing:{number}:over", _fail, number, "stopped")
    claimed = await desk.put(printings.claim, LIFE, _TOGETHER)
    await asyncio.gather(*(_print(desk, printing) for printing in claimed))
    if claimed:
        desk.stir()
    return len(claimed)


async def until_next(desk: Desk) -> float:
    """Seconds until a printing under way would be given up; an hour where there is none."""
    due = await desk.look(printings.next_end)
    return max(_LEAST, (due - desk.clock()).total_seconds()) if due else _IDLE


async def _print(desk: Desk, printing: Printing) -> None:
    """Makes one printing, and records how it ended."""
    why = "trouble"
    try:
        async with _alive(desk, printing.id):
            why = await _made(desk, printing)
    except _Given:
        return
    except (Declined, Unavailable) as error:
        log.warning("Printing %s stops: %s", printing.id, brief(error))
        why = "ent"
    except Exception:
        log.exception("Printing %s failed", printing.id)
    if why:
        await desk.once(f"printing:{printing.id}:over", _fail, printing.id, why)


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
    await desk.put(_counted, printing.id, len(links))
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
        await desk.put(_progress, printing.id, message_id, count)

    return await desk.give(printing.chat_id, sheets, wanted.form, note, printing.topic)


def _may(policy: Policy, me: Person | None, printing: Printing) -> bool:
    """Whether whoever asked still administers the school, and reads in the chat where they asked."""
    if me is None:
        return False
    there = Role(Level.SCHOOL, printing.school) in me.roles and me.telegram_id == printing.chat_id
    return there and not me.barred and policy.ready(me)


def _counted(work: Work, number: int, total: int) -> None:
    printing = _running(work, number)
    printing.total = total
    printings.save(work, printing)
    screens.refresh(work, f"printing:{number}")


def _progress(work: Work, number: int, message_id: int, count: int) -> None:
    """Records that a document with so many sheets was sent, and when its message is to be deleted."""
    printing = printings.load(work, number, to_change=True)
    if printing is None or printing.state is not PrintingState.RUNNING:
        if printing is not None:
            outbox.remove(work, printing.chat_id, message_id)
        return
    screens.expire(work, printing.chat_id, message_id, work.now + SHOWN, 0)
    printing.done += count
    printing.messages = [*printing.messages, message_id]
    printings.save(work, printing)
    screens.refresh(work, f"printing:{number}")


def _done(
    work: Work, policy: Policy, number: int, me: Person, links: Mapping[str, str], unwritten: Sequence[str]
) -> None:
    """Makes the links good now that all sheets were sent; until then, and if they never are, the earlier ones are.

    Whoever asked is told the names that the sheets cannot write.
    """
    printing = _running(work, number)
    scope = Wanted(**printing.wanted).scope
    printing.handout, _ = issuing.hand_out(work, policy, list(links), Way.SHEET, printing.school, scope, me, links)
    printing.state, printing.alive_until = PrintingState.DONE, None
    printings.save(work, printing)
    screens.refresh(work, f"printing:{number}")
    if names := list(dict.fromkeys(unwritten)):
        facts = {"count": len(names), "names": ", ".join(names[:_NAMED]), "more": max(0, len(names) - _NAMED)}
        with acting(printing.chat_id, printing.topic):
            outbox.tell(work, me, Notice("sheets_unwritten", facts))


def _fail(work: Work, number: int, why: str) -> None:
    """Ends a printing: its links never become good, what was sent is deleted, its author is told."""
    printing = printings.load(work, number, to_change=True)
    if printing is None or printing.state is not PrintingState.RUNNING:
        return
    printing.state, printing.why, printing.alive_until = PrintingState.FAILED, why, None
    for message_id in printing.messages:
        screens.keep(work, printing.chat_id, message_id)
        outbox.remove(work, printing.chat_id, message_id)
    printings.save(work, printing)
    screens.refresh(work, f"printing:{number}")
    person = people.by_id(work, printing.person)
    if person is not None and person.telegram_id == printing.chat_id:
        with acting(printing.chat_id, printing.topic):
            outbox.tell(work, person, Notice("sheets_failed", {"why": why, "sent": printing.done}))


def _running(work: Work, number: int) -> Printing:
    """The printing, locked; raises `_Given` where it is not under way any more."""
    printing = printings.load(work, number, to_change=True)
    if printing is None or printing.state is not PrintingState.RUNNING:
        raise _Given
    return printing


@asynccontextmanager
async def _alive(desk: Desk, number: int) -> AsyncIterator[None]:
    """Gives signs of life of a printing for as long as the context is open."""

    async def beat() -> None:
        while True:
            await asyncio.sleep(_BEAT)
            with suppress(Unavailable):
                await desk.put(partial(printings.live, number=number, life=LIFE))

    beating = asyncio.create_task(beat())
    try:
        yield
    finally:
        beating.cancel()
