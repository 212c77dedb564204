"""How fast a bot may call: sliding windows per chat and per bot, and holds that last, as Telegram's flood control.

A hold refuses every call of a chat, of a method or of the whole bot until it ends, with the rest of the wait. Who
goes on calling during one hold waits longer: from the sixth refused call on, each one doubles the rest of the wait.
"""

from __future__ import annotations

import math
from collections import deque

from .errors import too_many_requests

PATIENCE = 5
"""This many calls of one hold are refused without making it longer."""
LONGEST_HOLD = 900.0
"""A hold does not grow beyond this many seconds; one that was asked for may be longer."""
LOCAL = frozenset({"close", "logOut", "getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"})
"""What the server answers without asking Telegram (`Client::is_local_method`): a hold of the bot spares it."""
Key = tuple[str, int | str]
BOT: Key = ("bot", 0)


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
    """The windows and holds of one bot: three sends or edits in three seconds per private chat, twenty a minute per
    group (new topics count too), thirty a second in all."""

    def __init__(self) -> None:
        self._overall = Window(30, 1.0)
        self._chats: dict[int, Window] = {}
        self._held: dict[Key, float] = {}
        self._refused: dict[Key, int] = {}
        self.next_wait: float = 0.0  #: how long the next wait will be, where a window alone would ask for less

    def charge(self, chat_id: int | None, *, group: bool, cost: int, now: float) -> None:
        """Records `cost` sends to the chat (None: one that the bot does not know, as of an inline message).

        If too fast, records nothing and raises 429 with `retry_after`.
        """
        overall = self._overall.wait_for(cost, now)
        if overall > 0:
            self._refuse(BOT, overall, now)
        if chat_id is not None:
            chat = self._chats.setdefault(chat_id, Window(20, 60.0) if group else Window(3, 3.0))
            if (wait := chat.wait_for(cost, now)) > 0:
                self._refuse(("chat", chat_id), wait, now)
            chat.spend(cost, now)
        self._overall.spend(cost, now)

    def hold(self, key: Key, seconds: float, now: float) -> None:
        """Refuses every call of this chat, method or bot for so many seconds; 0 ends the hold."""
        self._held[key] = now + seconds
        self._refused.pop(key, None)

    def check(self, method: str, chat_id: object, now: float) -> None:
        """Raises 429 with the rest of the wait where the call falls into a hold."""
        keys: list[Key] = [("method", method)]
        if method not in LOCAL:
            keys.append(BOT)
        if str(chat_id).lstrip("-").isdigit():
            keys.append(("chat", int(str(chat_id))))
        for key in keys:
            left = self._held.get(key, 0.0) - now
            if left <= 0:
                self._held.pop(key, None)
                self._refused.pop(key, None)
            else:
                self._insist(key, left, now)

    def _refuse(self, key: Key, wait: float, now: float) -> None:
        """Begins a hold. Raises 429."""
        wait, self.next_wait = max(wait, self.next_wait), 0.0
        self.hold(key, wait, now)
        raise too_many_requests(math.ceil(wait))

    def _insist(self, key: Key, left: float, now: float) -> None:
        """Counts a call during a hold, which grows where there were too many. Raises 429."""
        self._refused[key] = self._refused.get(key, 0) + 1
        if self._refused[key] > PATIENCE:
            left = max(left, min(left * 2, LONGEST_HOLD))
            self._held[key] = now + left
        raise too_many_requests(math.ceil(left))
