"""What is typed to ask for a town's space: the name of the town, the codes and names of its schools. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.folding import visible, words
from bot.terms import Refusal, Structure, mail, uai

LONGEST = 80  #: characters of a name
_BETWEEN = re.compile(r"[\s,;]+")
_ALL = {("c", "est", "tout"), ("fini",), ("termine",), ("that", "is", "all"), ("done",)}


def line(typed: str) -> tuple[str, list[str]]:
    """The name and the codes of schools (UAI) in a line."""
    if uai.looks_like_one(typed):
        return "", [uai.plain(typed)]
    parts = [part for part in _BETWEEN.split(typed) if part]
    found = [part for part in parts if uai.looks_like_one(part)]
    if not found:
        return " ".join(typed.split()), []
    return " ".join(part for part in parts if part not in found), [uai.plain(one) for one in found]


def unknown(code: str) -> Refusal:
    """Why the ENT has no school with that code: its letter does not belong to its figures, or it is another one's."""
    letter = uai.letter(code)
    return Refusal("no-such-uai" if code[-1] == letter else "uai-letter", uai=code, letter=letter)


def name(typed: str) -> str:
    """A name on one line, of a town or of somebody; refused where it is none."""
    found = visible(typed)
    if len(found) > LONGEST:
        raise Refusal("answer-too-long", limit=LONGEST)
    if any(map(str.isdigit, found)):
        raise Refusal("name-unread")
    if not any(map(str.isalpha, found)) or {*"@<>"} & {*found}:
        raise Refusal("name-signs")
    return found


def address(typed: str) -> str:
    """A mail address; refused for what is none."""
    found = mail.address(typed)
    if not found:
        raise Refusal("mail-unread")
    return found


def all_named(typed: str) -> bool:
    """Whether the words say that no school is missing."""
    return tuple(words(typed)) in _ALL


def common(places: Sequence[Structure]) -> Structure:
    """The lowest structure that all of these are, or lie below: one school itself, else what lies above them.

    Raises `ValueError` where they have none in common.
    """
    first, *others = places
    for one in reversed((*first.above, first)):
        if all(one in (*other.above, other) for other in others):
            return one
    raise ValueError("these structures are of different trees")
