"""The house rules of the code: sizes, names, docstrings, and who may import what."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

from bot.handlers import NOUNS
from tests.house.source import ROOT, functions, imported, length, modules, rooms, text, tree

PROGRAM = ("bot", "config")
EVERYTHING = ("bot", "config", "tests", "benchmarks")
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
MIGRATIONS = "versions"  # migrations may be long: each is a list of tables, written once and not changed again
HANDLERS = [Path(f"{noun.__name__.replace('.', '/')}.py") for noun in NOUNS]


def test_no_module_is_longer_than_300_lines() -> None:
    found = modules(*EVERYTHING, kinds=(".py", ".js", ".css"))
    long = {str(path): count for path in found if (count := len(text(path).splitlines())) > 300}
    assert not long


def test_no_function_reaches_35_lines() -> None:
    lively = [path for path in modules(*PROGRAM) if MIGRATIONS not in path.parts]
    found = ((path, function) for path in lively for function in functions(path))
    assert not [f"{p}:{f.lineno} {f.name} has {length(f)}" for p, f in found if length(f) >= 35]


def test_no_handler_reaches_20_lines() -> None:
    found = ((path, function) for path in HANDLERS for function in functions(path))
    assert not [f"{p}:{f.lineno} {f.name} has {length(f)}" for p, f in found if length(f) >= 20]


def test_no_module_has_a_name_that_says_nothing() -> None:
    found = modules(*EVERYTHING, kinds=(".py", ".js", ".css"))
    assert not [str(path) for path in found if VAGUE & {part.removesuffix(path.suffix) for part in path.parts}]


def test_every_module_says_its_purpose() -> None:
    found = [path for path in modules(*EVERYTHING) if text(path).strip()]
    assert not [str(path) for path in found if not ast.get_docstring(tree(path))]


def test_every_public_function_and_class_has_a_docstring() -> None:
    defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    found = ((p, n) for p in modules(*PROGRAM) for n in tree(p).body if isinstance(n, defined))
    public = [(path, node) for path, node in found if not node.name.startswith("_")]
    assert not [f"{p}:{n.lineno} {n.name}" for p, n in public if not ast.get_docstring(n)]


def test_only_the_command_line_prints() -> None:
    silent = [path for path in modules(*PROGRAM) if path != Path("bot/terminal.py")]
    calls = ((path, node) for path in silent for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    assert not [f"{p}:{c.lineno}" for p, c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"]


def test_sql_is_spoken_only_by_the_records_and_the_embedded_ent() -> None:
    speaks = ("bot/storage/", "bot/ent/embedded/", "bot/opening.py")
    others = [path for path in modules(*PROGRAM) if not path.as_posix().startswith(speaks)]
    assert not [str(path) for path in others if imported(path) & {"sqlalchemy", "sqlmodel", "alembic", "asyncpg"}]


def test_only_the_settings_read_the_environment() -> None:
    allowed = {
        "config/settings.py",
        "bot/web/client.py",  # silences a warning of the library, which reads nothing else
    }
    others = [path for path in modules(*PROGRAM) if str(path) not in allowed]
    named = ((path, node) for path in others for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute))
    assert not [f"{p}:{n.lineno}" for p, n in named if n.attr in ("environ", "environb", "getenv")]


def test_every_room_stands_in_the_layers_of_the_import_rules() -> None:
    layers = next(c for c in _contracts() if c["type"] == "layers")
    listed = {room.strip() for line in layers["layers"] for room in line.split("|")}
    assert layers["exhaustive"]
    assert listed | set(layers["exhaustive_ignores"]) == rooms()


def test_the_import_rules_name_only_rooms_that_exist() -> None:
    places = ("source_modules", "forbidden_modules", "protected_modules", "allowed_importers", "ancestors")
    named = {name for contract in _contracts() for place in places for name in contract.get(place, [])}
    ours = {name for name in named if name.partition(".")[0] in PROGRAM}
    paths = {name: ROOT / name.replace(".", "/") for name in ours}
    assert ours
    assert not [name for name, path in paths.items() if not (path.is_dir() or path.with_suffix(".py").is_file())]


def _contracts() -> list[dict[str, list[str] | str]]:
    settings = tomllib.loads(text(Path("pyproject.toml")))
    contracts: list[dict[str, list[str] | str]] = settings["tool"]["importlinter"]["contracts"]
    return contracts
