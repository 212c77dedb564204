"""Simulates a school day of a whole académie: how long notices wait because of Telegram's rate limits.

`python -m benchmarks.simulation` prints the table of docs/scaling.md. Requests start at random, as often as is usual
at each hour; each leads to as many messages as the ordeals of tests/durability count. The limits are the bot's own.
A day with an announcement is simulated twice: where all waits in one line, and with the lane that announcements have.
"""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from random import Random
from statistics import quantiles
from typing import NamedTuple

from bot.delivery.rules.budget import ALL, FREE, window

# Share of a day's requests by hour, with peaks before school, around noon, after school and in the evening.
_HOURS = {7: 4, 8: 14, 9: 8, 10: 7, 11: 7, 12: 9, 13: 9, 14: 6, 15: 6, 16: 11, 17: 8, 18: 5, 19: 4, 20: 2}
#: steps of a request: hours after its beginning at most, number of agents notified, number of cards edited
_STEPS = ((0, 3, 0), (1, 2, 1), (1, 1, 0), (2, 2, 1), (3, 1, 1), (3, 2, 1), (4, 1, 0), (7, 1, 1))
_AGENTS = 3  # of a school's desk
_FAMILIES_OF_A_SCHOOL = 400


@dataclass(frozen=True, slots=True)
class Day:
    """The load of a day: number of accounts, requests per thousand accounts, an announcement at ten o'clock."""

    accounts: int
    requests_per_thousand: float
    announced_to: int = 0  #: percentage of the accounts that the announcement goes to


class Letter(NamedTuple):
    """A message to a chat, or an edit; `cost` is what it counts against the chat's limit, 0 for an edit."""

    at: float
    chat: int
    cost: int
    announced: bool = False


@dataclass(slots=True)
class Bot:
    """A bot with its own token, and therefore its own rate limits."""

    sent: Sequence[float] = ()
    chats: dict[int, Sequence[float]] = field(default_factory=dict)

    def turn(self, ready: float, spare: int = 0) -> float:
        """When a message that is ready at `ready` may be sent, by the bot's own limit alone, with places to spare."""
        return max(ready, ALL.opens(self.sent, 1 + spare), *self.sent[-1:])

    def opens(self, chat: int, cost: int) -> float:
        """When `cost` messages may be sent to this chat, by the chat's limit alone."""
        return window(chat).opens(self.chats.get(chat, ()), cost)

    def say(self, chat: int, cost: int, now: float) -> None:
        """Records that a message or an edit is sent at `now`."""
        self.sent = ALL.sent(self.sent, 1, now)
        if cost:
            self.chats[chat] = window(chat).sent(self.chats.get(chat, ()), cost, now)


def letters(day: Day, random: Random) -> Iterator[Letter]:
    """Yields the messages and edits of this day."""
    hours, shares = list(_HOURS), list(_HOURS.values())
    schools = max(1, day.accounts // _FAMILIES_OF_A_SCHOOL)
    for _ in range(round(day.accounts / 1000 * day.requests_per_thousand)):
        begun = 3600 * (random.choices(hours, shares)[0] + random.random())
        family, desk = random.randrange(day.accounts) + 1, day.accounts + _AGENTS * random.randrange(schools) + 1
        for later, told, drawn in _STEPS:
            at = begun + 3600 * later * random.random()
            yield Letter(at, family, 1)
            yield from (Letter(at, desk + agent, 1) for agent in range(told))
            yield from (Letter(at, desk + agent, 0) for agent in range(drawn))
    for _ in range(day.accounts * day.announced_to // 100):
        yield Letter(10 * 3600.0, random.randrange(day.accounts) + 1, 1, True)


def waits(said: Iterable[Letter], bots: int, lanes: bool = True) -> tuple[list[float], list[float]]:
    """The seconds that messages and edits about requests wait, and those that announcements do.

    The chats are divided among so many bots. Without `lanes`, an announcement waits in line as everything else.
    """
    queues: list[dict[int, deque[Letter]]] = [defaultdict(deque) for _ in range(bots)]
    apart: list[list[Letter]] = [[] for _ in range(bots)]
    for letter in sorted(said):
        if lanes and letter.announced:
            apart[letter.chat % bots].append(letter)
        else:
            queues[letter.chat % bots][letter.chat].append(letter)
    found: tuple[list[float], list[float]] = ([], [])
    for mine, later in zip(queues, apart, strict=True):
        for letter, waited in _served(mine, later):
            found[letter.announced].append(waited)
    return found


def _served(queues: dict[int, deque[Letter]], later: list[Letter]) -> Iterator[tuple[Letter, float]]:
    """One bot's messages, and how long each waits.

    Of the first message of each chat, the one ready longest is sent next. An announcement goes where none of these is
    ready, and while it leaves `FREE` places of the second to those that come meanwhile.
    """
    bot, due = Bot(), [(queue[0].at, chat) for chat, queue in queues.items()]
    announced = [(letter.at, place) for place, letter in enumerate(later)]
    heapq.heapify(due)
    while due or announced:
        soon = bot.turn(due[0][0]) if due else inf
        if announced and (now := bot.turn(announced[0][0], FREE)) < soon:
            _, place = heapq.heappop(announced)
            letter = later[place]
            if (opening := bot.opens(letter.chat, 1)) > now:
                heapq.heappush(announced, (opening, place))
                continue
            bot.say(letter.chat, 1, now)
            yield letter, now - letter.at
            continue
        _, chat = heapq.heappop(due)
        letter = queues[chat][0]
        if (opening := bot.opens(chat, letter.cost)) > soon:
            heapq.heappush(due, (opening, chat))
            continue
        bot.say(chat, letter.cost, soon)
        queues[chat].popleft()
        yield letter, soon - letter.at
        if queues[chat]:
            heapq.heappush(due, (queues[chat][0].at, chat))


_DAYS = {
    "an ordinary day, 1 request per 1,000 accounts": Day(1_500_000, 1),
    "a day of the September rush, 10 per 1,000": Day(1_500_000, 10),
    "a day three times as hard, 30 per 1,000": Day(1_500_000, 30),
    "an ordinary day, and an announcement to one account in ten": Day(1_500_000, 1, 10),
    "the September rush, and an announcement to one account in ten": Day(1_500_000, 10, 10),
}


def main() -> None:
    """Prints the waits of each day, with one bot and with several."""
    for name, day in _DAYS.items():
        said = list(letters(day, Random(1)))
        print(f"{name}: {sum(letter.cost for letter in said):,} messages, {len(said):,} places", flush=True)
        for lanes in (False, True) if day.announced_to else (True,):
            for bots in (1, 2, 5):
                _tell(f"bots: {bots}" + ", one line" * (not lanes), waits(said, bots, lanes))


def _tell(how: str, waited: tuple[list[float], list[float]]) -> None:
    for name, seconds in zip(("requests", "announcements"), waited, strict=True):
        if seconds:
            cuts = quantiles(seconds, n=100, method="inclusive")
            print(
                f"  {how}; {name}: half within {cuts[49]:.1f} s, 99 in 100 within {cuts[98]:.1f} s, "
                f"the last {max(seconds):.1f} s",
                flush=True,
            )


if __name__ == "__main__":
    main()
