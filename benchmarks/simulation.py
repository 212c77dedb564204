"""A school day of a whole académie, simulated: how long a notice waits for its place at Telegram's pace.

`python -m benchmarks.simulation` prints the table of docs/scaling.md. People arrive at random, hour by hour as a
school day goes; what a request leads to is what the ordeals of tests/durability count. The pace is the bot's rule.
"""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from statistics import quantiles

from bot.workflows.rules.budget import ALL, window

# Shares of a day's requests by the hour they begin in: before school, the break at noon, after school, the evening.
_HOURS = {7: 4, 8: 14, 9: 8, 10: 7, 11: 7, 12: 9, 13: 9, 14: 6, 15: 6, 16: 11, 17: 8, 18: 5, 19: 4, 20: 2}
_STEPS = (0, 1, 1, 2, 3, 3, 4, 7)  # hours after its beginning at which something is said about a request
_AGENTS = 3  # of a desk, who are told of each step where nobody holds the request yet
_FAMILIES_OF_A_SCHOOL = 400


@dataclass(frozen=True, slots=True)
class Day:
    """How much there is to do: accounts in all, requests for each thousand of them, what is announced at ten."""

    accounts: int
    requests_per_thousand: float
    announced_to: int = 0  #: share, in percent, of the accounts that one announcement goes to


@dataclass(slots=True)
class Bot:
    """A token of its own, and the pace that goes with it."""

    sent: deque[float] = field(default_factory=lambda: deque(maxlen=ALL.limit))
    chats: dict[int, deque[float]] = field(default_factory=dict)

    def opens(self, chat: int) -> float:
        """From when that chat may be written to, as far as it alone is concerned."""
        return window(chat).opens(list(self.chats.setdefault(chat, deque(maxlen=window(chat).limit))))

    def say(self, chat: int, now: float) -> float:
        """The second at which a message that could leave now does leave."""
        now = max(now, ALL.opens(list(self.sent)))
        self.sent.append(now)
        self.chats[chat].append(now)
        return now


def letters(day: Day, random: Random) -> Iterator[tuple[float, int]]:
    """What is to be said that day: the second, and to which chat."""
    hours, shares = list(_HOURS), list(_HOURS.values())
    schools = max(1, day.accounts // _FAMILIES_OF_A_SCHOOL)
    for _ in range(round(day.accounts / 1000 * day.requests_per_thousand)):
        begun = 3600 * (random.choices(hours, shares)[0] + random.random())
        family, school = random.randrange(day.accounts) + 1, random.randrange(schools)
        for step, later in enumerate(_STEPS):
            at = begun + 3600 * later * random.random()
            desk = range(_AGENTS) if step == 0 else range(1)
            yield from ((at + random.random(), day.accounts + _AGENTS * school + one + 1) for one in desk)
            yield at, family
    for _ in range(day.accounts * day.announced_to // 100):
        yield 10 * 3600.0, random.randrange(day.accounts) + 1


def waits(day: Day, bots: int, seed: int = 1) -> list[float]:
    """The seconds that each message waits; the chats are shared out among so many bots."""
    queues: list[dict[int, deque[float]]] = [defaultdict(deque) for _ in range(bots)]
    for at, chat in sorted(letters(day, Random(seed))):
        queues[chat % bots][chat].append(at)
    return [waited for mine in queues for waited in _served(mine)]


def _served(queues: dict[int, deque[float]]) -> Iterator[float]:
    """One bot's messages: the first of each chat, those first that could leave first."""
    bot, due = Bot(), [(queue[0], chat) for chat, queue in queues.items()]
    heapq.heapify(due)
    while due:
        ready, chat = heapq.heappop(due)
        if (opening := bot.opens(chat)) > ready:
            heapq.heappush(due, (opening, chat))
            continue
        left = bot.say(chat, ready)
        yield left - queues[chat].popleft()
        if queues[chat]:
            heapq.heappush(due, (max(left, queues[chat][0]), chat))


_DAYS = {
    "an ordinary day, 1 request per 1,000 accounts": Day(1_500_000, 1),
    "a day of the September rush, 10 per 1,000": Day(1_500_000, 10),
    "a day three times as hard, 30 per 1,000": Day(1_500_000, 30),
    "the September rush, and an announcement to one account in ten": Day(1_500_000, 10, 10),
}


def main() -> None:
    """Prints what each day asks of one bot, and of several."""
    for name, day in _DAYS.items():
        for bots in (1, 2, 5, 10):
            waited = waits(day, bots)
            cuts = quantiles(waited, n=100, method="inclusive")
            line = f"half within {cuts[49]:.1f} s, 99 in 100 within {cuts[98]:.0f} s, the last {max(waited):.0f} s"
            print(f"{name}; {bots} bots: {len(waited):,} messages, {line}", flush=True)


if __name__ == "__main__":
    main()
