"""Sentences are parsed when they are first said; nothing is missed for it."""

from __future__ import annotations

from importlib.resources import files

import pytest
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.texts import wording
from bot.texts.languages import LANGUAGES, Language
from tests.texts import facts


class Mentions(Visitor):
    """Collects the sentences that an entry says within itself."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 -- as fluent names it
        self.names.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        raise AssertionError(f"no term is looked for: {node.id.name}")


@pytest.fixture(autouse=True)
def nothing_lacking() -> None:
    """Sentences are said without their facts here, which show as their names."""


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Language:
    """A language of which nothing was said yet."""
    return Language(request.param)


@pytest.fixture
def entries(spoken: Language) -> list[ast.EntryType]:
    """Its whole file, as Fluent's own parser reads it."""
    source = files("bot.texts").joinpath(f"{spoken.code}.ftl").read_text("utf-8")
    return FluentParser().parse(spoken.typeset(source)).body


def test_every_entry_is_found_and_none_is_junk(spoken: Language, entries: list[ast.EntryType]) -> None:
    assert not [entry for entry in entries if isinstance(entry, ast.Junk)]
    assert spoken.names() == {entry.id.name for entry in entries if isinstance(entry, ast.Message)}


def test_a_sentence_said_alone_reads_as_among_all(spoken: Language, entries: list[ast.EntryType]) -> None:
    whole = FluentBundle([spoken.code], use_isolating=False)
    whole.add_resource(ast.Resource(entries))
    for name in sorted(spoken.names()):
        wording = whole.get_message(name).value
        assert wording is not None
        alone = Language(spoken.code)
        assert alone.say(name, {"number": 2}) == whole.format_pattern(wording, {"number": 2})[0]


def test_what_a_sentence_says_within_itself_is_parsed_with_it(spoken: Language, entries: list[ast.EntryType]) -> None:
    mentioning = 0
    for entry in entries:
        if isinstance(entry, ast.Message):
            mentions = Mentions()
            mentions.visit(entry)
            spoken.say(entry.id.name)
            mentioning += len(mentions.names)
            assert all(spoken._bundle.has_message(name) for name in mentions.names)
    assert mentioning > 10


def test_no_secret_is_remembered(spoken: Language) -> None:
    sizes = []
    for code in ("Ab3-9", "Zx7-4", "Qq2-8"):
        assert code in wording.sentence(spoken, "notice-code_given", facts.plain(code=code))
        sizes.append(spoken._worded.cache_info().currsize)

    assert len(set(sizes)) == 1
