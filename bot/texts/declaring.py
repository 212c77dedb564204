"""What the module of a noun declares: how some of its notices and buttons are worded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from bot.terms import Button
from bot.terms.charts import Picture
from bot.texts.languages import Language

Make = Callable[[Language, Mapping[str, Any]], str]
"""Makes the text of a notice from its facts."""

Label = Callable[[Language, Button], str]
"""Makes the words on a button."""

Draw = Callable[[Language, Mapping[str, Any]], tuple[Picture, ...]]
"""Words the pictures that go with a notice, from its facts."""

_Declared = TypeVar("_Declared")


def joined(tables: Iterable[Mapping[str, _Declared]]) -> dict[str, _Declared]:
    """All tables as one; `ValueError` for a name that two of them declare."""
    made: dict[str, _Declared] = {}
    for table in tables:
        if twice := made.keys() & table.keys():
            raise ValueError(f"two nouns declare {', '.join(sorted(twice))}")
        made.update(table)
    return made
