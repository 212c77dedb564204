"""Parked updates: what an operator sees of them, gives to the bot once more, or forgets."""

from __future__ import annotations

from collections.abc import Sequence

from bot.storage import parking
from bot.storage.parking import Parked
from bot.storage.work import Work
from bot.workflows.talk import storable


def overview(work: Work, limit: int) -> tuple[int, list[Parked]]:
    """How many updates are parked; and the newest of them, newest last."""
    return parking.count(work), parking.newest(work, limit)


def show(work: Work, number: int) -> Parked:
    """The update of that number; `ValueError` where there is none."""
    found = parking.load(work, number)
    if found is None:
        raise ValueError(f"there is no parked update {number}")
    return found


def chosen(work: Work, numbers: Sequence[int], everything: bool) -> list[int]:
    """Those numbers, or all, in the order they came; `ValueError` where one does not exist."""
    known = parking.numbers(work)
    if unknown := sorted(set(numbers) - set(known)):
        raise ValueError(f"there is no parked update {unknown[0]}")
    return [number for number in known if everything or number in numbers]


def failed_again(work: Work, number: int, reason: str) -> None:
    """Notes why it stays parked."""
    parking.explain(work, number, storable(reason))


def drop(work: Work, numbers: Sequence[int]) -> int:
    """How many updates were forgotten; `ValueError` where one does not exist."""
    known = chosen(work, numbers, everything=False)
    parking.remove(work, known)
    return len(known)
