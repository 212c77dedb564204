"""Sentences are read from the files of their language, and parsed when they are first said."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.texts import wording
from bot.texts.languages import LANGUAGES, Language, sources
from tests.texts import facts

FOLDER = files("bot.texts")


def keys(file: Traversable) -> list[str]:
    """The keys of one file, in their order."""
    entries = FluentParser().parse(file.read_text("utf-8")).body
    return [entry.id.name for entry in entries if isinstance(entry, ast.Message)]


class Mentions(Visitor):
    """Collects the keys of the sentences that an entry includes."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 -- as fluent names it
        self.names.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        raise AssertionError(f"no term is looked for: {node.id.name}")


@pytest.fixture(autouse=True)
def nothing_lacking() -> None:
    """Replaces the suite's check that no fact is missing: here sentences are worded without facts."""


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Language:
    """Each language, with no sentence parsed yet."""
    return Language(request.param)


@pytest.fixture
def entries(spoken: Language) -> list[ast.EntryType]:
    """All entries of its files, as Fluent's own parser reads them."""
    parser = FluentParser()
    return [
        entry
        for file in FOLDER.joinpath(spoken.code).iterdir()
        for entry in parser.parse(spoken.typeset(file.read_text("utf-8"))).body
    ]


def test_every_file_has_the_same_keys_in_every_language() -> None:
    french, *others = ({file.name: keys(file) for file in FOLDER.joinpath(code).iterdir()} for code in LANGUAGES)
    assert {"house.ftl", "requests.ftl"} <= french.keys()
    for other in others:
        assert other == french


def test_a_language_has_the_sentences_of_all_its_files_and_of_no_other_file(tmp_path: Path) -> None:
    tmp_path.joinpath("blocks.ftl").write_text("# Blocks\nlonger =\n    Two\n    lines\n\nshort = One\n", "utf-8")
    tmp_path.joinpath("people.ftl").write_text("other = Three\n", "utf-8")
    tmp_path.joinpath("people.ftl~").write_text("stray = Four\n", "utf-8")
    assert sources(tmp_path).keys() == {"longer", "short", "other"}


@pytest.mark.parametrize("second", ["blocks.ftl", "people.ftl"])
def test_a_key_defined_twice_is_an_error_that_names_it_and_its_files(tmp_path: Path, second: str) -> None:
    for name in ("blocks.ftl", second):
        with tmp_path.joinpath(name).open("a", encoding="utf-8") as file:
            file.write("button-block = Block\n")
    with pytest.raises(ValueError, match=rf"^button-block is defined in blocks\.ftl and again in {second}$"):
        sources(tmp_path)


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
