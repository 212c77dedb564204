"""`make audit`: whether a vulnerability is known of what the lock files pin, and whether they are sound.

pip-audit looks each version up: in the data of the public index, else in another collection. Exits with 0 where all
were looked up and nothing is known, 1 where a vulnerability is, 2 where a lock file or a dependency is not as it must
be, and 3 where some could not be looked up.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

LOCKS = ("lock/run.txt", "lock/dev.txt", "lock/aiogram.txt")
_SERVICES = ("pypi", "osv")
_PINNED = re.compile(r"[a-z0-9][a-z0-9._-]*(\[[a-z0-9,._-]+\])?==[^\s;]+( ; [^\\]+?)? \\")
_HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
#: the module of a dependency, where it is not its name
_MODULES = {
    "pillow": "PIL",
    "fluent.runtime": "fluent",
    "markdown-it-py": "markdown_it",
    "python-telegram-bot": "telegram",
}


def unsound(lock: str) -> Iterator[str]:
    """What is wrong with the text of a lock file: a version that is not pinned, or that has no hash."""
    lines = lock.splitlines()
    for number, line in enumerate(lines, 1):
        if _HASH.fullmatch(line):
            continue
        if not _PINNED.fullmatch(line):
            yield f"line {number} pins nothing: {line}"
        elif not (number < len(lines) and _HASH.fullmatch(lines[number])):
            yield f"line {number} has no hash: {line}"


def unused(project: Mapping[str, Any], sources: Iterable[Path]) -> list[str]:
    """The dependencies of the program, by its pyproject.toml, that none of its modules imports."""
    read = "\n".join(source.read_text("utf-8") for source in sources)
    names = [_NAME.match(wanted)[0] for wanted in project["project"]["dependencies"]]  # type: ignore[index]
    modules = {name: _MODULES.get(name, name.lower().replace("-", "_")) for name in names}
    return [name for name, module in modules.items() if not re.search(rf"^\s*(from|import) {module}\b", read, re.M)]


def judged(report: str) -> tuple[list[str], set[str]]:
    """Of a report of pip-audit: the vulnerabilities known, a line each; and the names that were not looked up.

    Raises `ValueError` where it is no report.
    """
    found = json.loads(report)["dependencies"]
    known = [f"{one['name']} {one['version']}: {v['id']}" for one in found for v in one.get("vulns", ())]
    return known, {one["name"] for one in found if "skip_reason" in one}


def main() -> int:
    """Looks the lock files up, prints a line for each, and returns the status."""
    wrong = [f"{lock}: {fault}" for lock in LOCKS for fault in unsound(Path(lock).read_text("utf-8"))]
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    idle = unused(project, [*Path("bot").rglob("*.py"), *Path("config").rglob("*.py")])
    wrong += [f"pyproject.toml: nothing imports {name}" for name in idle]
    known, missed = list[str](), set[str]()
    for lock in LOCKS:
        found, left = _looked_up(lock)
        known += [f"{lock}: {line}" for line in found]
        missed |= left
    for line in (*wrong, *known):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"{_told(bool(wrong), len(known), len(missed))}\n")
    return 1 if known else 2 if wrong else 3 if missed else 0


def _told(wrong: bool, known: int, missed: int) -> str:
    sound = "The lock files are not sound." if wrong else "The lock files are sound, and every dependency is used."
    if missed:
        return f"{sound} The vulnerabilities of {missed} could not be looked up: their data is out of reach here."
    return f"{sound} {known or 'No'} vulnerabilities are known of them."


def _looked_up(lock: str) -> tuple[list[str], set[str]]:
    """The vulnerabilities known of what a lock file pins, and the names that no service could look up."""
    known, missed = list[str](), {_NAME.match(line)[0] for line in _pins(lock)}  # type: ignore[index]
    for service in _SERVICES:
        asked = (
            sys.executable,
            "-m",
            "pip_audit",
            "-r",
            lock,
            "-s",
            service,
            "-f",
            "json",
            "--progress-spinner",
            "off",
        )
        done = subprocess.run(
            [*asked, "--require-hashes", "--disable-pip"], capture_output=True, text=True, check=False
        )
        try:
            found, left = judged(done.stdout)
        except (ValueError, KeyError):
            continue  # out of reach
        known += [line for line in found if line not in known]
        missed &= left
        if not missed:
            break
    return known, missed


def _pins(lock: str) -> list[str]:
    return [line for line in Path(lock).read_text("utf-8").splitlines() if _PINNED.fullmatch(line)]


if __name__ == "__main__":
    sys.exit(main())
