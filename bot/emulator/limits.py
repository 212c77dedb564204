"""How fast a bot may send: sliding windows per chat and per bot, close to Telegram's flood control."""

from __future__ import annotations

import math
from collections import deque

from .errors import too_many_requests


class Window:
    """At most `limit` sends in any `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._sent: deque[float] = deque()

    def wait_for(self, cost: int, now: float) -> float:
        """Returns the seconds until `cost` more sends fit, 0 when they fit now."""
        while self._sent and self._sent[0] <= now - self._seconds:
            self._sent.popleft()
        over = len(self._sent) + min(cost, self._limit) - self._limit
        return self._sent[over - 1] + self._seconds - now if over > 0 else 0.0

    def spend(self, cost: int, now: float) -> None:
        """Records `cost` sends."""
        self._sent.extend([now] * cost)


class Rates:
    """The windows of one bot: three messages in three seconds per private chat, twenty a minute per group (edits and
    new topics count too), thirty a second in all."""

    def __init__(self) -> None:
        self._overall = Window(30, 1.0)
        self._chats: dict[int, Window] = {}

    def charge(self, chat_id: int, *, group: bool, cost: int, now: float) -> None:
        """Records `cost` sends to the chat. If too fast, records nothing and raises 429 with `retry_after`."""
        chat = self._chats.setdefault(chat_id, Window(20, 60.0) if group else Window(3, 3.0))
        wait = max(chat.wait_for(cost, now), self._overall.wait_for(cost, now))
        if wait > 0:
            raise too_many_requests(math.ceil(wait))
        chat.spend(cost, now)
        self._overall.spend(cost, now)
