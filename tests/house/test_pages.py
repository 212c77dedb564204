"""The project's own pages: what they mention exists, and what exists is mentioned."""

from __future__ import annotations

import re
from pathlib import Path

from bot import texts
from bot.handlers import COMMANDS
from bot.terms import Act, Level, Role, Status
from bot.workflows.nouns import menu
from config.settings import Settings
from tests.house.source import ROOT, kept, rooms, text

README = Path("README.md")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?!https?:|#)([^)#]+)[^)]*\)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
NAMED = re.compile(r"`((?:bot|config|tests|docs|benchmarks)/[\w./-]*)`")
FOREIGN = (f"{ROOT}/", "--index" + "-url", "/simple" + "/")


def test_no_file_names_where_this_checkout_lies_or_the_address_of_a_registry() -> None:
    assert not [f"{path}: {word}" for path in kept() for word in FOREIGN if word in text(path)]


def test_the_lock_files_pin_versions_and_hashes_and_no_address() -> None:
    for lock in sorted(Path("lock").glob("*.txt")):
        pinned = text(lock)
        assert "--hash=sha256:" in pinned
        assert not re.findall(r"://|--index|--extra-index|--find-links", pinned)


def test_the_two_commands_of_the_readme_exist() -> None:
    targets = re.findall(r"^([a-z-]+):", text(Path("Makefile")), re.MULTILINE)
    for command in ("demo", "test"):
        assert f"make {command}" in text(README)
        assert command in targets


def test_the_readme_tells_every_setting_and_no_other() -> None:
    told = set(re.findall(r"^\| `PALIER_(\w+)`", text(README), re.MULTILINE))
    assert told == {name.upper() for name in Settings.model_fields}


def test_every_command_has_its_words_in_the_menu_of_each_language() -> None:
    for language in texts.LANGUAGES:
        shown = dict(texts.commands(menu([Role(level, "") for level in Level]), language))
        assert set(shown) == set(COMMANDS)
        assert all(shown.values())


def test_every_command_has_its_entry_in_a_guide_and_no_other_is_promised() -> None:
    told = (Path(f"docs/guides/{name}.md") for name in ("familles", "directeurs", "agents"))
    guides = "".join(text(path) for path in told)
    assert set(re.findall(r"`/([a-z]+)", guides)) == set(COMMANDS)


def test_the_guides_are_typeset_as_french() -> None:
    for guide in (path for path in kept() if path.match("docs/guides/*.md")):
        prose = CODE.sub("", text(guide)).replace("C'est résolu", "")  # the label of a button, as scripts compare it
        assert not re.findall(r".{0,20} [?!:;»](?:\s|$).{0,9}|.{0,20}« .{0,9}|.{0,20}'.{0,9}", prose), guide


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [path for path in kept() if path.suffix == ".md"]
    links = [(page, link) for page in pages for link in LINK.findall(text(page))]
    assert links
    assert not [f"{page} -> {link}" for page, link in links if not (ROOT / page.parent / link).exists()]


def test_every_file_that_a_page_names_exists() -> None:
    pages = [path for path in kept() if path.suffix == ".md"]
    names = [(page, name) for page in pages for name in NAMED.findall(text(page))]
    assert names
    assert not [f"{page}: {name}" for page, name in names if not (ROOT / name).exists()]


def test_the_architecture_describes_every_room() -> None:
    described = re.findall(r"^\| `bot/(\w+)[./]", text(Path("docs/architecture.md")), re.MULTILINE)
    assert set(described) == rooms()


def test_the_glossary_explains_every_status_act_and_level() -> None:
    glossary = text(Path("docs/glossary.md"))
    words = [f"`{act.name}`" for act in Act if act is not Act.READ] + [f"`Status.{status.name}`" for status in Status]
    assert not [word for word in words if word not in glossary]
    assert not [level for level in Level if f"level {level.value}" not in glossary]


def test_decisions_are_numbered_one_after_the_other() -> None:
    numbers = [int(path.name[:4]) for path in kept() if path.match("docs/decisions/*.md")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers
