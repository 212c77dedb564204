"""The questions that say who somebody is: names, and of a pupil the birth date and the class."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.terms import Button, Kind, Notice, Refusal, Saying, Structure
from bot.workflows.conversations.shape import Question
from bot.workflows.creation.entry import Entry
from bot.workflows.desk import Turn
from bot.workflows.rules.calendar import today
from bot.workflows.rules.creation import names, typed
from bot.workflows.rules.screens import grid, mark

#: how a name may be written, by the value of the button that writes it so; the first is the likeliest
_WAYS: Mapping[str, Callable[[str], str]] = {"proper": names.proper, "yes": names.capitals, "no": str}


def _ask_names(_turn: Turn, entry: Entry) -> Notice:
    return Notice("create_names", entry.facts)


def hear_names(turn: Turn, entry: Entry, saying: Saying) -> bool:
    """Takes first and last name; a birth date and a class beside them, too."""
    read = typed.rest(saying.typed, today(turn.work.now), ()) if entry.pupil else typed.Rest(saying.typed)
    if read.unread:
        raise Refusal("name-signs")
    if read.born is not None:
        entry.born = typed.birth_date(f"{read.born:%d/%m/%Y}", today(turn.work.now))
    entry.call(read.names)
    return True


def _ask_split(turn: Turn, entry: Entry) -> Notice:
    """Asks which words are the first name."""
    found = enumerate(names.readings(entry.typed))
    rows = ((Button("create_split", str(at), turn.me.id, words=f"{first} · {last}"),) for at, (first, last) in found)
    return Notice("create_split", {"words": entry.typed}, tuple(rows))


def _choose_split(_turn: Turn, entry: Entry, value: str) -> None:
    found = names.readings(entry.typed)
    if value not in map(str, range(len(found))):
        raise Refusal("old-button")
    entry.first_name, entry.last_name = found[int(value)]
    entry.written, entry.alike = False, None


def _ask_capitals(turn: Turn, entry: Entry) -> Notice:
    """Offers the name with its capitals; where a part of it has nothing but capitals, also with these."""
    ways = {" ".join(write(one) for one in (entry.first_name, entry.last_name)): key for key, write in _WAYS.items()}
    (likely, first), *others = ways.items()
    row = (Button("create_capitals", first, turn.me.id, words=likely, style="primary"),)
    rows = ((Button("create_capitals", key, turn.me.id, words=words),) for words, key in others)
    return Notice("create_capitals", {"name": entry.name}, (row, *rows))


def _choose_capitals(_turn: Turn, entry: Entry, value: str) -> None:
    if value not in _WAYS:
        raise Refusal("old-button")
    entry.first_name, entry.last_name = map(_WAYS[value], (entry.first_name, entry.last_name))
    entry.written = True


def _ask_born(_turn: Turn, entry: Entry) -> Notice:
    return Notice("create_born", entry.facts | {"words": entry.unread})


def _hear_born(turn: Turn, entry: Entry, saying: Saying) -> bool:
    entry.born, entry.unread, entry.alike = typed.birth_date(saying.typed, today(turn.work.now)), "", None
    return True


def _ask_class(turn: Turn, entry: Entry) -> Notice:
    if not entry.classes:
        raise Refusal("creation-no-class", place=entry.schools[entry.school])
    known = entry.narrowed or list(entry.classes)
    keys = [Button("create_class", mark(key), turn.me.id, words=entry.classes[key]) for key in known]
    return Notice("create_class", entry.facts | {"words": entry.unread}, grid(keys, 3))


def _hear_class(_turn: Turn, entry: Entry, saying: Saying) -> bool:
    school = Structure(entry.school, "", Kind.SCHOOL, ())
    classes = [Structure(key, name, Kind.CLASS, (school,)) for key, name in entry.classes.items()]
    found = typed.class_named(saying.typed, classes)
    if not found:
        there = ", ".join(entry.classes.values())
        raise Refusal("creation-class", name=saying.typed.strip(), names=there)
    entry.unread, entry.narrowed = "", [one.id for one in found]
    entry.class_id = found[0].id if len(found) == 1 else ""
    return True


def _choose_class(_turn: Turn, entry: Entry, value: str) -> None:
    found = [key for key in entry.classes if mark(key) == value]
    if len(found) != 1:
        raise Refusal("old-button")
    entry.class_id, entry.unread = found[0], ""


NAMES: tuple[Question[Entry], ...] = (
    Question("names", lambda _, entry: not (entry.first_name or entry.typed), _ask_names, hear_names),
    Question("split", lambda _, entry: not entry.first_name, _ask_split, hear_names, {"create_split": _choose_split}),
    Question(
        "capitals",
        lambda _, entry: entry.lower and not entry.written,
        _ask_capitals,
        hear_names,
        {"create_capitals": _choose_capitals},
    ),
)
BORN: Question[Entry] = Question("born", lambda _, entry: entry.pupil and entry.born is None, _ask_born, _hear_born)
CLASS: Question[Entry] = Question(
    "class",
    lambda _, entry: entry.pupil and not entry.class_id,
    _ask_class,
    _hear_class,
    {"create_class": _choose_class},
)
