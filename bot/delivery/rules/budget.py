"""How often a bot may write: thirty messages in any second, three in three to a person, twenty a minute to a group.

The windows are a little longer than Telegram's own: what leaves in one second may arrive in a shorter one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """At most `limit` messages in any `seconds`; moments are seconds of one clock."""

    limit: int
    seconds: float

    def opens(self, sent: Sequence[float], cost: int = 1) -> float:
        """From when so many more messages fit, given the moments of those before, in their order."""
        over = len(sent) + min(cost, self.limit) - self.limit
        return sent[over - 1] + self.seconds if over > 0 else 0.0

    def room(self, sent: Sequence[float], now: float) -> int:
        """How many messages fit now."""
        return self.limit - sum(moment + self.seconds > now for moment in sent)

    def sent(self, before: Sequence[float], cost: int, now: float) -> list[float]:
        """The moments to remember once so many more messages went out."""
        return [*before, *[now] * cost][-self.limit :]

    def closed(self, until: float) -> list[float]:
        """The moments to remember so that nothing fits before `until`."""
        return [until - self.seconds] * self.limit


ALL = Window(30, 1.1)
_PERSON = Window(3, 3.2)
_GROUP = Window(20, 61.0)


def window(chat_id: int) -> Window:
    """What may go to that chat."""
    return _PERSON if chat_id > 0 else _GROUP
