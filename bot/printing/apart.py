"""Documents made in a process of their own: the event loop goes on, and the memory goes back when it ends."""

from __future__ import annotations

from collections.abc import Iterable

from bot.printing.forms import Form
from bot.terms import Sheet


class Failed(Exception):
    """The process that makes documents ended without one; the message says its status, and nothing of the sheets."""


async def produce(form: Form, sheets: Iterable[Sheet]) -> bytes:
    """The document of those sheets in that form, in the order given; it never lies on a disk.

    Raises `Failed` where it could not be made, and `ValueError` where there are no sheets. Cancelling ends the process.
    """
    raise NotImplementedError
