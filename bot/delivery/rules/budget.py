"""How often a bot may write: thirty messages in any second, three in three to a person, twenty a minute to a group.

The windows are a little longer than Telegram's own: what leaves in one second may arrive in a shorter one. A moment
that lies in the future is not believed: the clock that told it was ahead, and was set right since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.terms.moments import APART


@dataclass(frozen=True, slots=True)
class Window:
    """At most `limit` messages in any `seconds`. Moments are seconds of one clock, in their order."""

    limit: int
    seconds: float

    def believed(self, sent: Sequence[float], now: float) -> list[float]:
        """The moments that are not in the future; the clocks of two replicas may differ a little."""
        return [moment for moment in sent if moment <= now + APART.total_seconds()]

    def opens(self, sent: Sequence[float], cost: int = 1) -> float:
        """The moment from which `cost` more messages fit, given those of earlier ones; 0 where they fit now."""
        over = len(sent) + min(cost, self.limit) - self.limit
        return sent[over - 1] + self.seconds if over > 0 else 0.0

    def room(self, sent: Sequence[float], now: float) -> int:
        """How many more messages fit now, given the moments of those before."""
        return self.limit - sum(moment + self.seconds > now for moment in sent)

    def sent(self, before: Sequence[float], cost: int, now: float) -> list[float]:
        """The moments to keep once `cost` more messages went out now."""
        return [*before, *[now] * cost][-self.limit :]

    def closed(self, until: float) -> list[float]:
        """The moments to keep so that no message fits before `until`."""
        return [until - self.seconds] * self.limit


ALL = Window(30, 1.1)
FREE = 15  #: places of the whole bot that announcements leave free for what is said about requests
_PERSON = Window(3, 3.2)
_GROUP = Window(20, 61.0)


def window(chat_id: int) -> Window:
    """The window of a chat: a person's, or a group's, whose number is negative."""
    return _PERSON if chat_id > 0 else _GROUP
