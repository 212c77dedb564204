"""Documents that somebody asked for in their chat: made once, beside the bot, and followed by a message.

A printing is made once. Where it does not come to its end (the ENT or Telegram stops on the way, the process is
killed), the documents sent already are deleted, and whoever asked is told to ask again. A noun that has documents
made says how in its `Maker`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.logs import brief
from bot.storage import outbox, people, printings, screens
from bot.storage.printings import Printing
from bot.storage.work import Work, acting
from bot.terms import Declined, Notice, PrintingState, Unavailable
from bot.workflows.desk import Desk

log = logging.getLogger(__name__)

SHOWN = timedelta(hours=24)  #: for which the documents stay in the chat; after 48 no bot can delete its message
LIFE = timedelta(seconds=60)  #: for which a making is believed to go on after its last sign of life
_BEAT = 15.0  # seconds between two signs of life
_TOGETHER = 3  # printings made at once
_LEAST, _IDLE = 1.0, 3600.0  # seconds


class Given(Exception):
    """The printing was given up meanwhile, as its process was thought to be dead."""


@dataclass(frozen=True, slots=True)
class Maker:
    """How a noun has its documents made."""

    screen: str  #: the kind of the message that follows a printing
    failed: str  #: the kind of the notice that it failed
    exports: bool  #: whether its printings are exports
    #: makes one and sends it; returns the reason why that failed, or nothing where all was sent
    make: Callable[[Desk, Printing], Awaitable[str]]
    quiet: frozenset[str] = frozenset()  #: the reasons that the message which follows it tells enough

    async def go_on(self, desk: Desk) -> int:
        """Gives up the printings whose process died, and makes those that are asked for; returns how many it made."""
        for number in await desk.look(printings.dead, self.exports):
            await self.fail(desk, number, "stopped")
        claimed = await desk.put(printings.claim, LIFE, _TOGETHER, self.exports)
        await asyncio.gather(*(self._print(desk, printing) for printing in claimed))
        if claimed:
            desk.stir()
        return len(claimed)

    async def fail(self, desk: Desk, number: int, why: str) -> None:
        """Ends a printing: what was sent is deleted, its author is told; nothing where it has ended already."""
        await desk.once(f"printing:{number}:over", self._fail, number, why)

    async def _print(self, desk: Desk, printing: Printing) -> None:
        """Makes one printing, and records how it ended."""
        why = "trouble"
        try:
            async with _alive(desk, printing.id):
                why = await self.make(desk, printing)
        except Given:
            return
        except (Declined, Unavailable) as error:
            log.warning("Printing %s stops: %s", printing.id, brief(error))
            why = "ent"
        except Exception:
            log.exception("Printing %s failed", printing.id)
        if why:
            await self.fail(desk, printing.id, why)

    def counted(self, work: Work, number: int, total: int) -> None:
        """Records how much there is to be sent."""
        printing = running(work, number)
        printing.total = total
        printings.save(work, printing)
        screens.refresh(work, f"{self.screen}:{number}")

    def progress(self, work: Work, number: int, message_id: int, count: int, kept: bool = False) -> None:
        """Records that a document with so much was sent; its message is to be deleted, unless it is `kept`."""
        printing = printings.load(work, number, to_change=True)
        if printing is None or printing.state is not PrintingState.RUNNING:
            if printing is not None:
                outbox.remove(work, printing.chat_id, message_id)
            return
        if not kept:
            screens.expire(work, printing.chat_id, message_id, work.now + SHOWN, 0)
        printing.done += count
        printing.messages = [*printing.messages, message_id]
        printings.save(work, printing)
        screens.refresh(work, f"{self.screen}:{number}")

    def end(self, work: Work, printing: Printing) -> None:
        """Records that all of a printing was sent."""
        printing.state, printing.alive_until = PrintingState.DONE, None
        printings.save(work, printing)
        screens.refresh(work, f"{self.screen}:{printing.id}")

    def _fail(self, work: Work, number: int, why: str) -> None:
        printing = printings.load(work, number, to_change=True)
        if printing is None or printing.state is not PrintingState.RUNNING:
            return
        printing.state, printing.why, printing.alive_until = PrintingState.FAILED, why, None
        for message_id in printing.messages:
            screens.keep(work, printing.chat_id, message_id)
            outbox.remove(work, printing.chat_id, message_id)
        printings.save(work, printing)
        screens.refresh(work, f"{self.screen}:{number}")
        person = people.by_id(work, printing.person)
        if person is not None and person.telegram_id == printing.chat_id and why not in self.quiet:
            with acting(printing.chat_id, printing.topic):
                outbox.tell(work, person, Notice(self.failed, {"why": why, "sent": printing.done}))


async def until_next(desk: Desk) -> float:
    """Seconds until a printing under way would be given up; an hour where there is none."""
    due = await desk.look(printings.next_end)
    return max(_LEAST, (due - desk.clock()).total_seconds()) if due else _IDLE


def running(work: Work, number: int) -> Printing:
    """The printing, locked; raises `Given` where it is not under way any more."""
    printing = printings.load(work, number, to_change=True)
    if printing is None or printing.state is not PrintingState.RUNNING:
        raise Given
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
