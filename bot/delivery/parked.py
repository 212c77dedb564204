"""Parked updates, which no code could treat: an operator lists, replays or drops them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.storage import parking
from bot.storage.audit.lines import Line
from bot.storage.parking import Parked
from bot.storage.work import Work
from bot.workflows.talk import storable


def overview(work: Work, limit: int) -> tuple[int, list[Parked]]:
    """How many updates are parked, and the newest `limit` of them, oldest first."""
    return parking.count(work), parking.newest(work, limit)


def show(work: Work, number: int) -> Parked:
    """The parked update of that number, with its personal data; raises `ValueError` where there is none."""
    found = parking.load(work, number)
    if found is None:
        raise ValueError(f"there is no parked update {number}")
    work.trace(Line("see_parked", facts={"number": number}))
    return found


def chosen(work: Work, numbers: Sequence[int], everything: bool) -> list[int]:
    """The numbers given, or all with `everything`, in the order they came; raises `ValueError` for an unknown one."""
    known = parking.numbers(work)
    if unknown := sorted(set(numbers) - set(known)):
        raise ValueError(f"there is no parked update {unknown[0]}")
    return [number for number in known if everything or number in numbers]


def failed_again(work: Work, number: int, reason: str) -> None:
    """Replaces the reason why an update is parked, after a replay that failed."""
    parking.explain(work, number, storable(reason))
    work.trace(Line("parked_replay", facts={"number": number}))


def drop(work: Work, numbers: Sequence[int]) -> int:
    """Deletes parked updates and returns how many; raises `ValueError` for an unknown number."""
    known = chosen(work, numbers, everything=False)
    parking.remove(work, known)
    for number in known:
        work.trace(Line("parked_drop", facts={"number": number}))
    return len(known)
