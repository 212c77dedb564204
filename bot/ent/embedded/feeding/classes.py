"""The classes that a school's files name: found by ONDE's number, else by label; renamed, or made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import uuid4

from bot.ent.embedded.feeding.keys import label_key
from bot.ent.embedded.feeding.loading import Class, Place
from bot.terms.feed import PupilRecord


class Classes:
    """The classes of one school, with those that the pupils' file adds."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def learn(self, records: Iterable[PupilRecord]) -> None:
        """Renames and makes classes until each one that the records name is there, in whatever order they come."""
        labels: dict[str, set[str]] = defaultdict(set)
        for record in records:
            if label := " ".join(record.class_name.split()):
                labels[record.class_id].add(label)
        known = {one.onde_id for one in self._place.classes.values()}
        for number in sorted(filter(None, labels), key=lambda one: (one not in known, one)):
            self._learn(number, labels[number], {*labels})
        for label in sorted(labels.get("", ())):
            if not self._labelled(label):
                self._make(label, "")

    def found(self, name: str, number: str = "") -> Class | None:
        """The class of that number, else of that label; None if there is none, or more than one of that label."""
        numbered = [one for one in self._place.classes.values() if number and one.onde_id == number]
        alike = numbered or self._labelled(name)
        return alike[0] if len(alike) == 1 else None

    def _learn(self, number: str, labels: set[str], numbers: set[str]) -> None:
        mine = next((one for one in self._place.classes.values() if one.onde_id == number), None)
        if mine is None:
            free = [
                one for label in sorted(labels) for one in self._labelled(label) if one.onde_id not in numbers - {""}
            ]
            mine = free[0] if len(free) == 1 else self._make(min(labels), number)
            mine.onde_id = number
        if mine.name not in labels:
            mine.name = min(labels)

    def _labelled(self, label: str) -> list[Class]:
        return [one for one in self._place.classes.values() if label_key(one.name) == label_key(label)]

    def _make(self, label: str, number: str) -> Class:
        made = Class(str(uuid4()), label, number)
        self._place.classes[made.id] = made
        return made
