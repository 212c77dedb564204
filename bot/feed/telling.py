"""What an operator reads of what a feed changes of somebody."""

from __future__ import annotations

from collections.abc import Mapping

from bot.terms.feed import Change, Changed, Datum

DATA: Mapping[str, str] = {
    "name": "name",
    "used-name": "used name",
    "birth-date": "birth date",
    "gender": "gender",
    "title": "title",
    "ine": "INE",
    "mail": "mail",
    "mobile": "mobile",
    "phone": "other phone",
    "address": "address",
    "identifier": "identifier",
    "class": "class",
    "school": "school",
    "child-added": "link to the child",
    "child-removed": "no link any more to the child",
    "attached": "attached to",
    "detached": "attached no more to",
    "double": "maybe the same person as",
}
"""The words for each datum that may change."""


def done(change: Change, dry: bool) -> str:
    """What is, or would be, done to somebody."""
    if change is Change.UNCHANGED:
        return "unchanged"
    if change is Change.LEAVING:
        return "would wait for pre-deletion" if dry else "now waiting for pre-deletion"
    return f"would be {change.value}" if dry else change.value


def line(one: Changed) -> str:
    """A change in one line: who or what, and each datum."""
    said = ", ".join(words(datum) for datum in one.data)
    return f"{one.kind} {one.change.value}: {one.name}" + (f": {said}" if said else "")


def words(datum: Datum) -> str:
    """A datum in words: what it was and is, where that may be said."""
    what = DATA[datum.what]
    if not datum.before and not datum.now:
        return f"{what} changed"
    if datum.what in ("child-added", "child-removed", "attached", "detached", "double"):
        return f"{what} {datum.before or datum.now}"
    return f"{what} {datum.before or 'none'} → {datum.now or 'none'}"
