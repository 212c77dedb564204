"""The question for a parent's children: looked for by name within the school, chosen one by one."""

from __future__ import annotations

from bot.ent.directory import Query
from bot.terms import Button, Notice, Profile, Refusal, Saying
from bot.workflows.accounts import finding
from bot.workflows.conversations.shape import Question
from bot.workflows.creation.entry import Entry
from bot.workflows.desk import Desk, Turn
from bot.workflows.rules import naming
from bot.workflows.rules.screens import Row, mark

MOST = 10  #: children of one parent


async def seek(desk: Desk, entry: Entry) -> None:
    """Looks for the pupils of the school by the name that was typed last."""
    query = Query(words=entry.sought, profiles=frozenset({Profile.STUDENT}))
    found = (await desk.directory.search(query, [entry.school], finding.MOST)).accounts
    entry.found = dict(zip([one.id for one in found], naming.labels(found), strict=True))
    entry.homes |= {one.id: one.classes[0].id for one in found if one.classes}


def _ask(turn: Turn, entry: Entry) -> Notice:
    """Asks for a child's name; below it the pupils of the name that was typed, and those chosen."""
    rows: list[Row] = [
        (Button("create_child", mark(key), turn.me.id, words=f"☐ {label}"),) for key, label in _left(entry)
    ]
    rows += [
        (Button("create_child", mark(key), turn.me.id, words=f"☑ {label}"),) for key, label in entry.children.items()
    ]
    if entry.children:
        rows.append((Button("create_family", "", turn.me.id, style="primary"),))
    facts = {"words": entry.sought, "total": len(_left(entry)), "count": len(entry.children)}
    return Notice("create_children", entry.facts | facts, tuple(rows))


def _hear(_turn: Turn, entry: Entry, saying: Saying) -> bool:
    if not saying.typed.strip():
        raise Refusal("text-needed")
    entry.sought, entry.found = saying.typed.strip(), {}
    return True


def _choose(_turn: Turn, entry: Entry, value: str) -> None:
    """Chooses a child, or leaves out one that was chosen."""
    known = {mark(key): key for key in (*entry.found, *entry.children)}
    key = known.get(value)
    if key is None:
        raise Refusal("old-button")
    if key in entry.children:
        del entry.children[key]
        return
    if len(entry.children) >= MOST:
        raise Refusal("children-many", limit=MOST)
    entry.children[key] = entry.found[key]


def _finish(_turn: Turn, entry: Entry, _value: str) -> None:
    if not entry.children:
        raise Refusal("children-none")
    entry.family, entry.sought = True, ""


def _left(entry: Entry) -> list[tuple[str, str]]:
    return [(key, label) for key, label in entry.found.items() if key not in entry.children]


QUESTION: Question[Entry] = Question(
    "children",
    lambda _, entry: entry.relative and not entry.family,
    _ask,
    _hear,
    {"create_child": _choose, "create_family": _finish},
    amendable=False,
)
