"""The glossary explains every word in the name of a module, a package or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.ent.embedded.tables import ENT
from bot.storage.tables import DESK
from tests.house.source import modules, text

GLOSSARY = Path("docs/glossary.md")
PLAIN = "## Plain words"  # the heading of the glossary's last section, a list
NOT_NOUNS = {"__init__", "__main__"}
WORD = re.compile(r"[a-zé]+")


def singular(word: str) -> str:
    """The word without the ending of a plural: `delivery` for `deliveries`."""
    if word.endswith(("ss", "is")):
        return word
    for plural, one in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("s", "")):
        if word.endswith(plural):
            return word.removesuffix(plural) + one
    return word


def words(name: str) -> set[str]:
    """The words of a name or a sentence: two for `rate_windows` or `RateWindow`."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower().replace("_", " ")
    return {singular(word) for word in WORD.findall(parted)}


def known() -> set[str]:
    """The words in the glossary: those in its tables, without the last columns, and its plain words."""
    explained, _, plain = text(GLOSSARY).partition(PLAIN)
    rows = [line.strip("|").split("|")[:-1] for line in explained.splitlines() if line.startswith("| ")]
    return words(plain).union(*(words(cell) for row in rows for cell in row))


def named() -> Iterator[tuple[str, str]]:
    """By module, package and table of the program, the words of its name."""
    for path in modules("bot"):
        if path.parent.name != "versions":
            yield from ((str(path), word) for part in path.with_suffix("").parts[1:] for word in words_of(part))
    for table in (*DESK.tables, *ENT.tables):
        yield from ((f"table {table}", word) for word in words(table))


def words_of(part: str) -> set[str]:
    """The words of a module's name; none for names such as `__init__`."""
    return set() if part in NOT_NOUNS else words(part)


def test_the_glossary_knows_every_word_that_a_module_or_a_table_is_named_after() -> None:
    understood = known()
    assert [f"{word} ({where})" for where, word in named() if word not in understood] == []


def test_no_plain_word_is_listed_that_names_nothing() -> None:
    used = {word for _, word in named()}
    assert sorted(words(text(GLOSSARY).partition(PLAIN)[2].partition(":")[2]) - used) == []
