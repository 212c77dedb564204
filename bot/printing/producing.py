"""Documents made in a process of their own: the event loop goes on, and the memory goes back when it ends.

A thread would not do: drawing QR codes holds the interpreter, and typst takes all processors from the bot and keeps
its memory. The sheets go in and the document comes out through pipes, so that no code and no link lies on a disk.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

import msgspec

from bot.printing.forms import Form, write
from bot.printing.tables import write_csv, write_xlsx
from bot.terms import Sheet
from bot.terms.tables import Cell, Column, Content, Table

_MODULE = "bot.printing"
_LESS_URGENT = 10  #: how much the process yields to the bot
_TABLE = "table-"  #: begins what the process is asked for where it is given a table; the form follows


class Failed(Exception):
    """The process ended without a document; the message says how, and nothing of the sheets."""


async def produce(form: Form, sheets: Iterable[Sheet]) -> bytes:
    """The document of those sheets in that form, in the order given; `ValueError` where there are none.

    Raises `Failed` where it could not be made. Where this is cancelled, the process ends at once.
    """
    lines = msgspec.json.Encoder().encode_lines(list(sheets))
    if not lines:
        raise ValueError("there are no sheets")
    return await _made(form, lines)


async def produce_table(form: Form, table: Table) -> bytes:
    """The table as a CSV or an XLSX; raises as `produce` does, but that it may be without rows."""
    head = {"title": table.title, "page": table.page, "made": table.made, "columns": table.columns}
    return await _made(f"{_TABLE}{form}", msgspec.json.Encoder().encode_lines([head, *table.rows]))


async def _made(wanted: str, lines: bytes) -> bytes:
    """What the process makes of these lines."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", _MODULE, wanted, stdin=pipe, stdout=pipe, stderr=pipe
    )
    try:
        document, errors = await process.communicate(lines)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise Failed(f"status {process.returncode} {_kind(errors)}".strip())
    return document


def serve(form: str, given: BinaryIO, out: BinaryIO) -> None:
    """What the process does: reads a sheet a line, or the head of a table and a row a line; writes the document."""
    os.nice(_LESS_URGENT)
    if form.startswith(_TABLE):
        writer = write_csv if Form(form.removeprefix(_TABLE)) is Form.CSV else write_xlsx
        writer(_read(given), out)
        return
    decoder = msgspec.json.Decoder(Sheet)
    sheets: Iterator[Sheet] = map(decoder.decode, given)
    write(Form(form), sheets, out)


class _Head(msgspec.Struct):
    """What a table has beside its rows."""

    title: str
    page: str
    made: date
    columns: tuple[Column, ...]


def _read(given: BinaryIO) -> Table:
    """The table in these lines, whose rows are read as they are asked for."""
    head = msgspec.json.decode(next(iter(given)), type=_Head)
    rows = map(msgspec.json.Decoder(list[Any]).decode, given)
    cells = (tuple(_cell(*pair) for pair in zip(row, head.columns, strict=True)) for row in rows)
    return Table(head.title, head.page, head.made, head.columns, cells)


def _cell(value: Any, column: Column) -> Cell:
    """The cell as it was before it became a line; a text in a column of dates or numbers stays one."""
    reading = {Content.DAY: date.fromisoformat, Content.MOMENT: datetime.fromisoformat}.get(column.content)
    if reading is None or not isinstance(value, str):
        return value  # type: ignore[no-any-return]  # JSON has texts, numbers and nothing
    try:
        return reading(value)
    except ValueError:
        return value


def _kind(errors: bytes) -> str:
    """The kind of the error that ended the process, without its words, which may quote a sheet."""
    last = errors.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return last.partition(":")[0] if last.partition(":")[0].isidentifier() else ""
