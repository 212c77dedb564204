"""`docs/access.md`, who may do what on one page: written from the table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.access import table
from tests.access.forms import action_of, actions, subject

FILE = Path("docs/access.md")
_WHO = {
    "élè": "the pupil it is about",
    "él2": "other pupils",
    "par": "their family",
    "ens": "teachers",
    "per": "personnel",
    "inv": "guests",
    "dir": "director",
    "adj": "local administrator",
    "eru": "ERUN",
    "dan": "DANEI",
    "pla": "help desk",
    "édi": "vendor",
    "inc": "whoever is not linked",
}
_HEAD = """\
# Who may do what

Written by `python -m tests.access` from [the table](../tests/access/matrix.md) of every command, button and inline
result by every kind of caller, which the tests compare with the product. Here is who of one school, and who above it,
may do it on at least one thing of that school: who *does* it changes something, who *reads* is shown something or
asked a question. Anybody else is refused; what is of another school looks to them as if it did not exist. Buttons
that only go on with a conversation or leaf are in the table alone.
"""


def written(rows: Mapping[str, table.Row]) -> str:
    """The page, from the rows of the table."""
    parts, nouns = [_HEAD], actions()
    for noun in dict.fromkeys(nouns.values()):
        mine = [action for action, other in nouns.items() if other == noun and _tells(action, rows)]
        if mine:
            parts.append(f"## {noun}\n\n| what | does | reads |\n| --- | --- | --- |")
            parts.append("\n".join(_line(action, rows) for action in mine) + "\n")
    return "\n".join(parts)


def _tells(action: str, rows: Mapping[str, table.Row]) -> bool:
    return action.startswith("/") or action == "inline" or any(subject(one)[0] for one in _of(action, rows))


def _of(action: str, rows: Mapping[str, table.Row]) -> list[str]:
    """The lines of an action about things of the school; of one that is about nothing, the line alone."""
    mine = [line for line in rows if action_of(line) == action and "{person:" not in line]
    far = {"near", "away", "none"}
    return [line for line in mine if subject(line)[0] and subject(line)[1] not in far] or mine


def _line(action: str, rows: Mapping[str, table.Row]) -> str:
    does, reads = list[str](), list[str]()
    for short, who in _WHO.items():
        marks = {rows[line].get(short, " ")[0] for line in _of(action, rows)}
        if table.CHANGES in marks:
            does.append(who)
        elif table.SHOWN in marks:
            reads.append(who)
    return f"| `{action}` | {_people(does)} | {_people(reads)} |"


def _people(found: list[str]) -> str:
    return (
        "everybody"
        if len(found) >= len(_WHO) - 1 and "whoever is not linked" not in found
        else ", ".join(found) or "—"
    )
