"""The programs of the machine that tests need: finds them, and leaves tests out where one is missing.

A test marked `needs("nginx")` is left out where nginx is missing, and the last line of the run says so; it fails
instead where the environment has `CI` or `PALIER_TESTS=all`. As a program, it prints the packages that are missing.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter

import pytest

#: Debian's, by program
PACKAGES = {"chromium": "chromium", "faketime": "faketime", "nginx": "nginx-light", "systemd-analyze": "systemd"}
OTHER_NAMES = {"chromium": ("chromium-browser", "google-chrome")}
FURTHER = "/usr/sbin:/sbin"  #: folders that may be missing from PATH

_LACKING = "lacking"


def program(name: str) -> str | None:
    """The path of that program; None where the machine does not have it."""
    path = os.pathsep.join((os.environ.get("PATH", ""), FURTHER))
    found = (shutil.which(each, path=path) for each in (name, *OTHER_NAMES.get(name, ())))
    return next(filter(None, found), None)


def required(name: str) -> str:
    """The path of that program; raises `AssertionError` where the machine does not have it."""
    found = program(name)
    assert found is not None, advice(name)
    return found


def advice(*names: str) -> str:
    """How to install those programs."""
    return f"apt-get install {' '.join(sorted(PACKAGES[name] for name in names))}"


def all_must_run() -> bool:
    """Whether leaving a test out is a failure: with `CI` or `PALIER_TESTS=all` in the environment."""
    return os.environ.get("PALIER_TESTS") == "all" or os.environ.get("CI", "") not in ("", "0", "false")


def pytest_configure(config: pytest.Config) -> None:
    """Registers the mark `needs`."""
    config.addinivalue_line("markers", "needs(program): the test starts that program of the machine")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leaves a test out whose program is missing, or fails it where all must run."""
    for mark in item.iter_markers("needs"):
        [name] = mark.args
        if program(name) is None:
            if all_must_run():
                pytest.fail(f"{name} is missing: {advice(name)}", pytrace=False)
            item.user_properties.append((_LACKING, name))
            pytest.skip(f"needs {name}")


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how many tests were left out for which program, and how to install it; nothing where all ran."""
    skipped = terminalreporter.stats.get("skipped", [])
    found = Counter(name for report in skipped for what, name in report.user_properties if what == _LACKING)
    if found:
        told = ", ".join(f"{found[name]} {'needs' if found[name] == 1 else 'need'} {name}" for name in sorted(found))
        terminalreporter.ensure_newline()
        terminalreporter.write_line(f"Tests left out: {told}. To run them too: {advice(*found)}")


if __name__ == "__main__":
    sys.stdout.write(" ".join(PACKAGES[name] for name in PACKAGES if program(name) is None))
