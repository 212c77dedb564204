"""The image: checked with hadolint; its build steps are run without a container, as far as possible."""

from __future__ import annotations

import fnmatch
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.shipped import DIGESTS, ROOT, settings_in
from tests.processes import Palier, once

TEXT = (ROOT / "Dockerfile").read_text("utf-8")
COPIED = [words.split()[:-1] for words in re.findall(r"^COPY (?!--from)(.+)$", TEXT, re.MULTILINE)]
SOURCES = [source for sources in COPIED for source in sources]


def test_hadolint_has_nothing_to_say() -> None:
    ended = subprocess.run([Path(sys.executable).with_name("hadolint"), ROOT / "Dockerfile"], capture_output=True)

    assert (ended.returncode, ended.stdout) == (0, b"")


def test_the_image_is_small_pinned_and_nobodys() -> None:
    bases = re.findall(r"^FROM (\S+)", TEXT, re.MULTILINE)
    assert len(bases) == 2
    assert all(re.fullmatch(r"python:3\.\d+-slim-\w+@sha256:[0-9a-f]{64}", base) for base in bases)
    assert {base.partition("@")[0]: base.partition("@")[2] for base in bases}.items() <= DIGESTS.items()
    assert re.search(r"^USER \d+$", TEXT, re.MULTILINE)
    assert "--require-hashes -r lock/run.txt" in TEXT
    assert settings_in(TEXT) == {"database_url", "listen"}


def test_docker_is_sent_what_the_image_copies_and_nothing_else() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").split()
    assert "*" in lines
    assert {line[1:] for line in lines if line.startswith("!")} == set(SOURCES)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program installed as in the image, from only the files that the image copies."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("installed")
    for name in SOURCES:
        (source / name).parent.mkdir(exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    [how] = re.findall(r"install --no-cache-dir (--no-deps --no-build-isolation \.)", TEXT)
    words = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(target), *how.split()]
    subprocess.run(words, cwd=source, check=True, capture_output=True)
    return target


def test_the_package_brings_every_file_that_the_source_has(installed: Path) -> None:
    wanted = [path for name in ("bot", "config") for path in (ROOT / name).rglob("*") if path.is_file()]
    missing = [path for path in wanted if not (installed / path.relative_to(ROOT)).is_file()]
    assert not [str(path) for path in missing if not fnmatch.fnmatch(str(path), "*.pyc")]


async def test_the_installed_program_runs_where_no_source_is(installed: Path, tmp_path: Path) -> None:
    where = {"PYTHONPATH": str(installed), "PALIER_DATABASE_URL": f"sqlite:///{tmp_path / 'palier.db'}"}
    found = _found(tmp_path, where)
    migrated = await once("migrate", home=tmp_path, **where)
    demo = Palier("demo", "--port", "0", "--data", "world", home=tmp_path, **where)
    try:
        await demo.start()
    finally:
        await demo.stop()

    assert found == installed / "bot"
    assert migrated == (0, "The database is at the present schema.\n")


def _found(home: Path, where: dict[str, str]) -> Path:
    """The folder from which a process started in `home` imports `bot`; this process would find the sources."""
    asked = [sys.executable, "-c", "import bot; print(bot.__path__[0])"]
    return Path(subprocess.run(asked, cwd=home, env=where, capture_output=True, check=True, text=True).stdout.strip())
