"""Giving: makes sheets and spreadsheets, in a process of their own, and sends each document at Telegram's pace."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bot import printing, texts
from bot.delivery import pacing
from bot.delivery.rules.retry import NotWritten, Sent, Wait
from bot.folding import words
from bot.handlers.sending import TelegramSender
from bot.printing import Form
from bot.terms import Sheet, deep_link
from bot.terms.tables import Table
from bot.workflows.desk import Desk
from bot.workflows.unkept import Note

log = logging.getLogger(__name__)

_WHOLE, _PART = 300, 250  # sheets of one document, and of each of several: a document must go through in a minute
_ATTEMPTS, _PATIENCE, _GLANCE = 4, 120.0, 0.25  # for one document: attempts, and seconds to wait for a place
_LENGTH = 40  # characters of a file's name


class Giving:
    """Makes and sends documents; in the memory alone, so that none is left on a disk."""

    def __init__(self, desk: Desk, sender: TelegramSender) -> None:
        self._desk = desk
        self._sender = sender

    async def __call__(
        self,
        chat_id: int,
        sheets: Sequence[Sheet],
        form: str,
        note: Note,
        topic: int = 0,
        /,
    ) -> bool:
        """Sends all sheets in the order of their classes; False where one document may not have arrived.

        Many sheets are several documents, one for each class: `parts` divides them.
        """
        made = form_of(form, len(sheets))
        for name, part in parts(sheets):
            document = await printing.produce(made, [linked(sheet, self._sender.username) for sheet in part])
            message_id = await self._send(chat_id, f"{name}{made.suffix}", document, topic)
            if not message_id:
                return False
            await note(message_id, len(part), printing.unwritten(part) if made.suffix == ".pdf" else ())
        return True

    async def table(self, chat_id: int, table: Table, form: str, language: str, topic: int = 0, /) -> int:
        """Sends the table as a spreadsheet; returns its message's number, 0 where it may not have arrived."""
        worded = await asyncio.to_thread(texts.table, table, language)
        made = Form(form)
        document = await printing.produce_table(made, worded)
        name = "-".join([*words(worded.page), worded.made.isoformat()])
        return await self._send(chat_id, f"{name}{made.suffix}", document, topic)

    async def _send(self, chat_id: int, name: str, document: bytes, topic: int) -> int:
        """Sends one document; returns its message's number, 0 where it may not have arrived."""
        latest = asyncio.get_running_loop().time() + _PATIENCE
        for _ in range(_ATTEMPTS):
            while seconds := await pacing.until(self._desk, chat_id, edit=False):
                if asyncio.get_running_loop().time() + seconds > latest:
                    return 0
                await asyncio.sleep(max(seconds, _GLANCE))
            outcome = await self._sender.document(chat_id, name, document, topic)
            if isinstance(outcome, Sent):
                return outcome.message_id
            if isinstance(outcome, Wait):
                await self._desk.put(pacing.hold, chat_id, outcome.seconds)
            elif isinstance(outcome, NotWritten):
                await asyncio.sleep(_GLANCE)
            else:
                break
        log.warning("A document did not surely arrive: %s", type(outcome).__name__)
        return 0


def form_of(form: str, count: int) -> Form:
    """The form that is meant: as a PDF, one sheet has its page, and several are four on a page."""
    return Form(form) if form != "pdf" else Form.ONE if count == 1 else Form.FOUR


def linked(sheet: Sheet, username: str) -> Sheet:
    """The sheet with the deep link that presents its token to that bot."""
    return replace(sheet, link=deep_link(username, sheet.link))


def parts(sheets: Sequence[Sheet]) -> Iterator[tuple[str, list[Sheet]]]:
    """The documents to make of the sheets, each with its name: one, or one for each class where there are many.

    A class with very many sheets, such as that of people without a class, is divided.
    """
    ordered = printing.order(sheets)
    day = ordered[0].made.isoformat()
    if len(ordered) <= _WHOLE:
        yield f"{named(ordered)}-{day}", ordered
        return
    for _, group in groupby(ordered, lambda sheet: sheet.classes[:1]):
        several = list(group)
        for number, start in enumerate(range(0, len(several), _PART), 1):
            beyond = f"-{number}" if len(several) > _PART else ""
            yield f"{named(several)}{beyond}-{day}", several[start : start + _PART]


def named(sheets: Sequence[Sheet]) -> str:
    """How the file's name begins: with the class where all sheets are of one, and never with a person's name."""
    classes = {sheet.classes[:1] for sheet in sheets}
    (only,) = classes if len(classes) == 1 else ((),)
    return "-".join(["fiches", *words(" ".join(only))])[:_LENGTH]
