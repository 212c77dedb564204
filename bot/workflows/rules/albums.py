"""Which files travel in one message: Telegram takes up to ten photos or ten documents together, never both kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.terms import Attachment

LARGEST = 10  #: files in one album


def albums(attachments: Sequence[Attachment]) -> Iterator[tuple[Attachment, ...]]:
    """The files split into albums: the photos first, then the documents, each in the order given."""
    for kind in ("photo", "document"):
        alike = tuple(file for file in attachments if file.kind == kind)
        yield from (alike[i : i + LARGEST] for i in range(0, len(alike), LARGEST))
