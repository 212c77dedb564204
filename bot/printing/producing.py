"""Documents made in a process of their own: the event loop goes on, and the memory goes back when it ends.

A thread would not do: drawing QR codes holds the interpreter, and typst takes all processors from the bot and keeps
its memory. The sheets go in and the document comes out through pipes, so that no code and no link lies on a disk.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from bot.printing.forms import Form, write
from bot.terms import Sheet

_MODULE = "bot.printing"
_LESS_URGENT = 10  #: how much the process yields to the bot


class Failed(Exception):
    """The process ended without a document; the message says how, and nothing of the sheets."""


async def produce(form: Form, sheets: Iterable[Sheet]) -> bytes:
    """The document of those sheets in that form, in the order given; `ValueError` where there are none.

    Raises `Failed` where it could not be made. Where this is cancelled, the process ends at once.
    """
    lines = msgspec.json.Encoder().encode_lines(list(sheets))
    if not lines:
        raise ValueError("there are no sheets")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", _MODULE, form, stdin=pipe, stdout=pipe, stderr=pipe
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
    """What the process does: reads a sheet a line, and writes the document."""
    os.nice(_LESS_URGENT)
    decoder = msgspec.json.Decoder(Sheet)
    sheets: Iterator[Sheet] = map(decoder.decode, given)
    write(Form(form), sheets, out)


def _kind(errors: bytes) -> str:
    """The kind of the error that ended the process, without its words, which may quote a sheet."""
    last = errors.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return last.partition(":")[0] if last.partition(":")[0].isidentifier() else ""
