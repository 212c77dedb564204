"""What the nouns declare fits together: every command and button has its handler and words, and is used."""

from __future__ import annotations

import ast
from pathlib import Path

from bot import handlers
from bot.handlers import COMMANDS, PRESSES
from bot.terms import Level, Role
from bot.workflows.nouns import NOUNS, menu
from tests.house.source import modules, tree

FIRST = ("requests", "people", "accounts")  #: each knows those before it; all other nouns know these three only
DECLARED = [command for noun in NOUNS for command in noun.commands]
#: actions of buttons that no handler needs: Telegram itself copies and opens; an empty action is no button
TREATED_BY_NOBODY = {"copy", "copy_link", "share_link", "sign_in", ""}


def made() -> set[str]:
    """The actions of the buttons that use-cases and handlers make, where the source has them as literal strings."""
    trees = [tree(path) for path in modules("bot") if path.parts[1] in ("workflows", "handlers")]
    calls = [node for one in trees for node in ast.walk(one) if isinstance(node, ast.Call) and node.args]
    first = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Button"]
    words = {arm.value for one in first for arm in ast.walk(one) if isinstance(arm, ast.Constant)}
    keys = {key for noun in NOUNS for event in noun.events for tell in event.tells for key in tell.keys}
    return {str(word) for word in words} | keys


def spoken_of() -> set[str]:
    """Every literal string in the use-cases."""
    trees = [tree(path) for path in modules("bot") if path.parts[1] == "workflows"]
    nodes = (node for one in trees for node in ast.walk(one) if isinstance(node, ast.Constant))
    return {node.value for node in nodes if isinstance(node.value, str)}


def test_every_command_that_is_declared_has_a_handler_and_no_other_has() -> None:
    assert sorted(command.name for command in DECLARED) == sorted(COMMANDS)


def test_every_command_is_in_the_menu_of_those_it_is_for_and_of_nobody_else() -> None:
    for level in Level:
        shown = menu([Role(level, "")])
        assert len(shown) == len(set(shown))
        assert set(shown) == {one.name for one in DECLARED if not one.levels or level in one.levels}
    assert set(menu([])) == {one.name for one in DECLARED if not one.levels}


def test_no_two_commands_of_a_menu_stand_at_the_same_place() -> None:
    places = [(bool(command.levels), command.place) for command in DECLARED]
    assert len(places) == len(set(places))


def test_every_button_that_is_made_is_treated() -> None:
    assert not made() - TREATED_BY_NOBODY - set(PRESSES)


def test_every_button_that_is_treated_is_made() -> None:
    assert not set(PRESSES) - spoken_of()


def test_every_noun_bears_the_same_name_in_every_room() -> None:
    named = {noun.name for noun in NOUNS}
    assert named == {noun.__name__.rpartition(".")[2] for noun in handlers.NOUNS}
    for name in named:
        assert Path("bot/workflows", name).is_dir() or Path("bot/workflows", f"{name}.py").is_file(), name
        for language in ("fr", "en"):
            assert Path("bot/texts", language, f"{name}.ftl").is_file(), name


def test_no_event_tells_the_same_circle_twice_of_one_thing() -> None:
    for noun in NOUNS:
        for event in noun.events:
            lines = [(tell.whom, tell.kind) for tell in event.tells]
            assert len(lines) == len(set(lines)), event.name


def known_by(path: Path) -> set[str]:
    """The nouns of whose use-cases a module imports something."""
    froms = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) and node.module]
    dotted = {f"{node.module}.{name.name}" for node in froms for name in node.names}
    parts = {one.split(".")[2] for one in dotted if one.startswith("bot.workflows.")}
    return parts & {noun.name for noun in NOUNS} - {"conversations"}


def test_requests_know_no_other_noun_and_the_others_only_what_came_before() -> None:
    for noun in (one.name for one in NOUNS if one.name != "conversations"):
        may = set(FIRST[: FIRST.index(noun)] if noun in FIRST else FIRST) | {noun}
        own = [path for path in modules("bot") if path.with_suffix("").parts[1:3] == ("workflows", noun)]
        assert own
        assert not {str(path): known_by(path) - may for path in own if known_by(path) - may}
