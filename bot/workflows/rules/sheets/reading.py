"""Reads what is typed after `/fiches`: for whom, in which form, and whether also for those already linked. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.folding import words
from bot.workflows.rules import meaning

FORMS = ("pdf", "csv", "xlsx")  #: in which sheets are sent; the first one where none is named
_FORMS = {**{form: form for form in FORMS}, "xls": "xlsx", "excel": "xlsx", "tableur": "xlsx"}
_ALL = {"tous", "toutes", "tout", "all"}
_HANDED_OUT = (["remises"], ["fiches", "remises"], ["sheets", "handed", "out"], ["handed", "out"])
_OF_SOME = {"le", "la", "les", "l", "the"}  #: after « tous », they say all of whom: « tous les parents »


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed."""

    whom: str  #: the words that name a class, a profile, the school or a person; empty where none are left
    everybody: bool  #: whether also those who are linked already
    form: str  #: one of `FORMS`; empty where none is named


def past(typed: str) -> bool:
    """Whether the words are those of the button that shows the sheets handed out before."""
    return words(typed) in _HANDED_OUT


def read(typed: str, classes: Iterable[str] = ()) -> Typed:
    """What the words ask for: `tous` and a form may stand anywhere among those that say for whom.

    Words that are the name of one of the classes are only that; `tous` alone says
    for whom.
    """
    said, form, everybody = typed.split(), "", False
    names = {at for name in classes for at in meaning.within(said, name)}
    whom: list[str] = []
    for at, word in enumerate(said):
        bare = "".join(words(word))
        if at in names or bare not in {*_FORMS, *_ALL}:
            whom.append(word)
        elif bare in _FORMS:
            form = _FORMS[bare]
        else:
            following = [one for later in said[at + 1 : at + 2] for one in words(later)]
            everybody = everybody or following[:1] == [] or following[0] not in _OF_SOME
    if everybody and not whom and not form:
        return Typed(next(one for one in said if "".join(words(one)) in _ALL), False, form)
    return Typed(" ".join(whom), everybody, form)
