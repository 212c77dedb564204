"""The rows: what can be typed or pressed with each command and button that is declared, about which things.

Nothing here names a command or button: the forms are tried, and those that mean something to it are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.handlers import COMMANDS, NOUNS, PRESSES
from tests.access.callers import CALLERS

INLINE = "inline"
_NAMED = re.compile(r"\{(\w+):(\w+)\}")
_FEW = ("élè", "dir", "eru", "2ac", "inc", "d-f")
#: the things of each kind, the last of which does not exist
THINGS: Mapping[str, tuple[str, ...]] = {
    "request": (
        *("free", "held", "noted", "top", "resolved", "closed", "withdrawn", "merged"),
        *("near", "away", "none"),
    ),
    "account": ("pupil", "teacher", "admin", "blocked", "deleted", "near", "away", "none"),
    "name": ("pupil", "near", "away", "none"),
    "query": ("free", "near", "none"),
    "report": ("waiting", "treated", "near", "away", "none"),
    "campaign": ("here", "near", "away", "none"),
    "mailing": ("here", "near", "away", "none"),
    "list": ("theirs", "near", "none"),
    "handout": ("here", "near", "away", "none"),
    "child": ("own", "waiting", "adult", "near", "away", "none"),
    "draft": ("other", "none"),
    "pair": ("here", "near", "away", "none"),
}
#: those with which it is found out what a command or button is about
TRIED: Mapping[str, tuple[str, ...]] = {
    "request": ("free", "held", "resolved", "noted"),
    "account": ("pupil", "blocked"),
    "name": ("pupil",),
    "query": ("free",),
    "report": ("waiting",),
    "campaign": ("here",),
    "mailing": ("here",),
    "list": ("theirs",),
    "handout": ("here",),
    "child": ("own", "waiting"),
    "draft": ("other",),
    "pair": ("here",),
}
_TYPED: Mapping[str, tuple[str, ...]] = {
    "request": (
        *("n°{}", "n°{} essayé en classe", "n°{} n°{request:held}", "n°{} adjoint", "n°{} compte"),
        "n°{} Jean-Moulin",
    ),
    "account": ("{}", "{} pour des insultes"),
    "name": ("{}",),
    "report": ("{}",),
    "campaign": ("{}",),
}
_PRESSED: Mapping[str, tuple[str, ...]] = {
    "request": ("{}", "{}:", "r{}:"),
    "account": (":{}", "{}", "{request:free}:{}", "a{}:"),
    "report": ("{}", "{}:w", "{}:{request:free}"),
    "campaign": ("{}",),
    "mailing": ("{}",),
    "list": ("{}:0", "{}", "{}:profile", "{}:profile:student"),
    "child": ("{}", "{}:9999999999999999"),  # shown after every answer
    "handout": ("{}",),
    "draft": ("{}:",),
    "pair": ("{}",),
}


def actions() -> Mapping[str, str]:
    """Every command (with its slash), button and inline result, each with the noun that declares it."""
    found = {INLINE: "lists"}
    for noun in NOUNS:
        name = noun.__name__.rpartition(".")[2]
        found |= dict.fromkeys((f"/{one}" for one in noun.COMMANDS), name)
        found |= dict.fromkeys(noun.BUTTONS, name)
    assert len(found) == 1 + len(COMMANDS) + len(PRESSES)
    return found


def bare(action: str) -> str:
    """The line with nothing after it."""
    return action if action.startswith("/") else f"{action} " if action == INLINE else f"{action}||0"


def foreign(action: str) -> str:
    """The line of a button that was made for somebody else; empty for what is no button."""
    return "" if action.startswith("/") or action == INLINE else f"{action}|{{request:free}}|{{person:other}}"


def lines(action: str, sort: str) -> Iterator[str]:
    """The forms in which the action may be about a thing of that sort, with `{SORT}` in the place of its name."""
    named = f"{{{sort}}}"
    if action == INLINE:
        yield from [f"inline {named}"] if sort in ("name", "account") else []
    elif action.startswith("/"):
        yield from (f"{action} {form.replace('{}', named)}" for form in _TYPED.get(sort, ()))
    else:
        yield from (f"{action}|{form.replace('{}', named)}|0" for form in _PRESSED.get(sort, ()))


def about(line: str, sort: str, thing: str) -> str:
    """The line about that thing."""
    return line.replace(f"{{{sort}}}", f"{{{sort}:{thing}}}")


def action_of(line: str) -> str:
    """The action of a line."""
    return line.partition("|")[0] if "|" in line else line.split(" ")[0]


def subject(line: str) -> tuple[str, str]:
    """The sort and the thing that a line is about; empty where it is about none, or was made for somebody else.

    That is the first one named, but the account where a request is only helped with by the way.
    """
    found: list[tuple[str, str]] = _NAMED.findall(line)
    if not found or any(sort == "person" for sort, _ in found):
        return "", ""
    return next((one for one in found if one[0] == "account"), found[0])


def tries(short: str, line: str) -> bool:
    """Whether that column does what the line says.

    Those to whom something happened try one thing of each sort, since only their rights are another's; and a button
    that was made for somebody else is tried by a few, since one place refuses it for all.
    """
    if "{person:" in line:
        return short in _FEW
    sort, thing = subject(line)
    return CALLERS[short].change is None or not sort or thing == THINGS[sort][0]


def none_of(line: str) -> str:
    """The line about a thing of the same sort that does not exist; empty where it is about none, or that one."""
    sort, thing = subject(line)
    if not sort or thing == "none":
        return ""
    return line.replace(f"{{{sort}:{thing}}}", f"{{{sort}:none}}", 1)
