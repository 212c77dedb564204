"""Versions: which edits of a message change nothing that the bot reads, as when a link gets its preview."""

from __future__ import annotations

from collections import OrderedDict

from bot.handlers.reading import Event

_KEPT = 10_000  #: messages of this process that are remembered: an edit comes soon after its message, mostly
Key = tuple[int, int]  #: chat and number of a message


class Versions:
    """Remembers what the latest messages say, as a number that their words cannot be read from.

    Only in this process, like the flood limit: after a restart, an edit that changes nothing is treated once as one
    that does.
    """

    def __init__(self) -> None:
        self._seen: OrderedDict[Key, tuple[int, str]] = OrderedDict()

    def same(self, event: Event) -> bool:
        """Notes what the message of the event says; returns whether the event is an edit that changes nothing of it.

        An update that Telegram brings again is not taken for one: it was not treated the first time.
        """
        origin = event.saying.origin
        if origin is None:
            return False
        key = (origin.chat_id, origin.message_id)
        now = hash(
            (event.command, event.arguments, event.saying.text, tuple(f.unique_id for f in event.saying.files))
        )
        said, cause = self._seen.pop(key, (0, event.cause))
        unchanged = event.edited and said == now and cause != event.cause
        self._seen[key] = (now, cause if unchanged else event.cause)
        if len(self._seen) > _KEPT:
            self._seen.popitem(last=False)
        return unchanged
