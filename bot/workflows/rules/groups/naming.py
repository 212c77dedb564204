"""The names of groups that people make: short, worded, and no two alike in a school. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from bot.folding import fold, visible, words
from bot.terms import Refusal

LONGEST = 60  #: characters of a name: a button and a line of a list hold most of it


def checked(typed: str, taken: Iterable[str]) -> str:
    """The name that was typed, on one line; refused where it is empty, too long, or the name of one of `taken`.

    Two groups whose names differ only in case, accents and what nobody sees would be taken for one another.
    """
    name = visible(typed)
    if not words(name):
        raise Refusal("group-nameless")
    if len(name) > LONGEST:
        raise Refusal("group-name-long", most=LONGEST, count=len(name))
    other = next((one for one in taken if fold(visible(one)) == fold(name)), None)
    if other is not None:
        raise Refusal("group-name-taken", name=other)
    return name
