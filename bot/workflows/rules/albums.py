"""Which files travel in one message: Telegram takes up to ten together, of kinds that mix, and some kinds alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.terms import Attachment

LARGEST = 10  #: files in one album
_TOGETHER = (("photo", "video"), ("document",), ("audio",))  #: kinds that one album may hold
_GROUPED = frozenset(kind for kinds in _TOGETHER for kind in kinds)


def albums(attachments: Sequence[Attachment]) -> Iterator[tuple[Attachment, ...]]:
    """The files split into albums: photos and videos, then documents, then audio files, each in the order given.

    Then come the files of all other kinds, each alone.
    """
    for kinds in _TOGETHER:
        alike = tuple(file for file in attachments if file.kind in kinds)
        yield from (alike[i : i + LARGEST] for i in range(0, len(alike), LARGEST))
    yield from ((file,) for file in attachments if file.kind not in _GROUPED)
