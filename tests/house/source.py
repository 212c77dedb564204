"""The project's own files, for the tests of the house rules."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def kept() -> tuple[Path, ...]:
    """The paths of all files that are under version control or not ignored by it, relative to the root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    found = (Path(name) for name in sorted(set(listed.split("\0"))) if name)
    return tuple(path for path in found if (ROOT / path).is_file())


def modules(*rooms: str, kinds: tuple[str, ...] = (".py",)) -> list[Path]:
    """The paths of the modules of these rooms, relative to the root."""
    return [path for path in kept() if path.parts[0] in rooms and path.suffix in kinds]


def rooms() -> set[str]:
    """The rooms of the house: the modules and packages right below `bot`."""
    return {
        path.parts[1].removesuffix(".py") for path in modules("bot") if path.name != "__init__.py" or path.parts[2:]
    }


@cache
def text(path: Path) -> str:
    """The content of a file as text; bytes that are no text are replaced."""
    return (ROOT / path).read_text("utf-8", errors="replace")


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a Python module."""
    return ast.parse(text(path))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a module, nested ones too."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def length(function: Function) -> int:
    """The number of lines from `def` to the last."""
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found
