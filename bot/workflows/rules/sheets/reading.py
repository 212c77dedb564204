"""Reads what is typed after `/fiches`: for whom, in which form, and whether also for those already linked. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.folding import words

FORMS = ("pdf", "csv", "xlsx")  #: in which sheets are sent; the first one where none is named
_FORMS = {**{form: form for form in FORMS}, "excel": "xlsx", "tableur": "xlsx"}
_ALL = {"tous", "toutes", "all"}
_SCHOOL = ({"ecole"}, {"toute", "l", "ecole"}, {"toute", "ecole"}, {"school"}, {"everybody"})


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed."""

    whom: str  #: the words that name a class, a profile, the school or a person; empty where none are left
    everybody: bool  #: whether also those who are linked already
    form: str  #: one of `FORMS`


def read(typed: str) -> Typed:
    """What the words ask for; the last words may be `tous` and a form, in any order."""
    said, form, everybody = typed.split(), FORMS[0], False
    while said and (last := "".join(words(said[-1]))) in {*_FORMS, *_ALL}:
        said.pop()
        everybody = everybody or last in _ALL
        form = _FORMS.get(last, form)
    return Typed(" ".join(said), everybody, form)


def names_school(typed: str) -> bool:
    """Whether the words mean the whole school."""
    return set(words(typed)) in _SCHOOL
