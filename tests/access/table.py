"""The recorded table, `matrix.md`: a page with a row for each thing that can be done and a column for each caller."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.access.acting import Outcome
from tests.access.callers import CALLERS
from tests.access.forms import action_of, actions

FILE = Path(__file__).with_name("matrix.md")
Row = dict[str, str]  #: by column, what is met: a symbol and words
#: marks of a cell
CHANGES, SHOWN, REFUSED, AS_NONE = "+", "✓", "✗", "∅"
_HEAD = """\
# Who may do what

Written by `python -m tests.access`, compared with the product by `tests/access`. Look at each line that changes.

| mark | means |
| --- | --- |
| `+` | done: the records changed |
| `✓` | shown or asked; nothing changed |
| `✗` | refused, in a sentence of its own |
| `∅` | the same answer, word for word, as for what does not exist |

The letter beside a mark names what the caller is told, in the last column: the kinds of notices, or `no` and the
reason of a refusal. A cell is empty where it is not tried (`forms.tries` says why). `{sort:thing}` stands for a thing
of the stage: `free`, `held` (by `adj`), `noted` (with a note, risen to `eru`), `top` (risen to `édi`), `resolved`,
`closed`, `withdrawn` and `merged` are requests of the school; `near` is a thing of another school of the
circonscription, `away` of another département; `none` does not exist. `{draft:other}` is a conversation of somebody
else's, `{list:theirs}` a list of the director's; `{person:other}` is whom somebody else's button was made for.
"""
_CELL = re.compile(r"(\S)([a-z]*)")


def cell(outcome: Outcome, nothing: Outcome | None) -> str:
    """The cell of an outcome; `nothing` is what came of the same about what does not exist, if that was tried."""
    told = ", ".join(outcome.told) or "nothing"
    if outcome.changed and not outcome.refused:  # what the ENT declined is written down as tried
        return f"{CHANGES} {told}"
    if (
        nothing is not None
        and not nothing.changed
        and outcome.words == nothing.words
        and outcome.told == nothing.told
    ):
        return f"{AS_NONE} {told}"
    return f"{REFUSED if outcome.refused else SHOWN} {told}"


def page(rows: Mapping[str, Row]) -> str:
    """The page of these rows, by the noun of each."""
    nouns, parts = actions(), [_HEAD]
    parts.append("| column | who |\n| --- | --- |")
    parts.append("\n".join(f"| `{short}` | {caller.words} |" for short, caller in CALLERS.items()))
    for noun in dict.fromkeys(nouns.values()):
        mine = {line: row for line, row in rows.items() if nouns[action_of(line)] == noun}
        parts.append(f"\n## {noun}\n\n| | {' | '.join(CALLERS)} | told |\n|{' --- |' * (len(CALLERS) + 2)}")
        parts.append("\n".join(_line(line, row) for line, row in mine.items()))
    return "\n".join(parts) + "\n"


def _line(line: str, row: Row) -> str:
    told = list(dict.fromkeys(row[short].partition(" ")[2] for short in CALLERS if short in row))
    letters = {words: _letter(place) for place, words in enumerate(told)}
    cells = (_short(row.get(short, ""), letters) for short in CALLERS)
    legend = " · ".join(f"{letter} {words}" for words, letter in letters.items())
    return f"| `{line.replace('|', '¦')}` | {' | '.join(cells)} | {legend} |"


def _short(met: str, letters: Mapping[str, str]) -> str:
    mark, _, told = met.partition(" ")
    return f"{mark}{letters[told]}" if met else " "


def _letter(place: int) -> str:
    return chr(ord("a") + place)


def read() -> dict[str, Row]:
    """The rows of the recorded page, in their order; empty where there is none yet."""
    lines = FILE.read_text("utf-8").splitlines() if FILE.exists() else []
    heads = [number for number, line in enumerate(lines) if line.startswith("| | ")]
    rows: dict[str, Row] = {}
    for number, head in enumerate(heads):
        columns = [one.strip() for one in lines[head].split("|")[2:-2]]
        until = heads[number + 1] if number + 1 < len(heads) else len(lines)
        rows |= dict(_read(line, columns) for line in lines[head + 2 : until] if line.startswith("| `"))
    return rows


def _read(line: str, columns: Iterable[str]) -> tuple[str, Row]:
    first, *cells, legend = [one.strip() for one in line.strip("|").split(" | ")]
    told = dict(one.split(" ", 1) for one in legend.rstrip("| ").split(" · "))
    met = [_CELL.fullmatch(one) for one in cells]
    row = {short: f"{one[1]} {told[one[2]]}" for short, one in zip(columns, met, strict=True) if one}
    return first.strip("`").replace("¦", "|"), row


def write(rows: Mapping[str, Row]) -> None:
    """Writes the page."""
    FILE.write_text(page(rows), "utf-8")
