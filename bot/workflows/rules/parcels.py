"""Which files travel in one message: photos and documents apart, ten at most together, as Telegram has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.terms import Attachment

ALBUM = 10  #: files in one message


def parcels(attachments: Sequence[Attachment]) -> Iterator[tuple[Attachment, ...]]:
    """The files, photos first, in the messages that can carry them."""
    for kind in ("photo", "document"):
        alike = tuple(file for file in attachments if file.kind == kind)
        yield from (alike[i : i + ALBUM] for i in range(0, len(alike), ALBUM))
