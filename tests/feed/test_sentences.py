"""Each reason has one sentence, and each sentence a reason that is given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.feed.sentences import SENTENCES, sentence

ENGINE = Path("bot/ent/embedded/feeding")


def reasons(folder: str) -> Iterator[str]:
    """The codes that the modules of that folder give: the first text after a verdict, and those that are raised."""
    for path in Path(folder).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                verdict = [ast.unparse(one).startswith("Verdict.") for one in node.args]
                if name in ("Unreadable", "Wrong"):
                    yield from _texts(node.args[0])
                elif True in verdict:
                    yield from _texts(node.args[verdict.index(True) + 1])
                elif name == "_unshared":
                    yield from _texts(node.args[3])


def _texts(node: ast.AST) -> Iterator[str]:
    return (one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_every_reason_of_the_reading_has_its_sentence() -> None:
    from bot.feed.encodings import _SIGNATURES

    given = {*reasons("bot/feed"), *(reason for _, reason in _SIGNATURES), "two-schools", "no-school"}

    assert len(given) > 40
    assert given - set(SENTENCES) == set()


def test_every_reason_of_the_comparison_has_its_sentence() -> None:
    assert set(reasons(str(ENGINE))) - set(SENTENCES) == set()


def test_a_sentence_names_what_it_is_told_and_never_fails() -> None:
    assert "Sexe" in sentence("gender-odd", {"column": "Sexe"})
    for reason in SENTENCES:
        assert re.search(r"\{|\}", sentence(reason, {})) is None


@pytest.mark.parametrize("reason", sorted(SENTENCES))
def test_a_sentence_is_one_and_short(reason: str) -> None:
    assert len(SENTENCES[reason]) < 180
    assert not SENTENCES[reason].endswith(".")
