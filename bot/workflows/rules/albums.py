"""Which files travel in one message: Telegram takes up to ten together, of kinds that mix, and some kinds alone.

So says TDLib's `check_message_group_message_contents`: photos and videos mix, documents and audio files go with their
like; animations (GIFs), voice messages, round videos and stickers are in no album.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

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


def tied(file: Attachment, message_id: int) -> Attachment:
    """The file of that message of a chat, with the name of its album; where it has none, with one made of the number.

    The files of a description are kept together with its first message: by that name, an edit still finds them.
    """
    return file if file.album or not message_id else replace(file, album=alone(message_id))


def alone(message_id: int) -> str:
    """The album's name of a file that came alone, in the message of that number."""
    return f"message:{message_id}"
