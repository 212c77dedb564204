"""The files that paths stand for, through folders and archives, and the school to which each belongs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.feed import archives
from bot.feed.archives import Bytes
from bot.feed.encodings import MOST_BYTES
from bot.feed.files import lists_nobody
from bot.feed.reasons import Unreadable
from bot.terms.feed import Finding, Spot, Verdict

_UAI = re.compile(r"(?<![0-9A-Za-z])[0-9]{7}[A-Za-z](?![0-9A-Za-z])")
_NOISE = ("__MACOSX", "Thumbs.db", "desktop.ini")  # what systems leave in folders and archives
_PARTS = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: its name as an operator finds it, its school, and how its bytes are fetched."""

    name: str
    place: str  #: the school's UAI in capitals, or an identifier; empty where nothing names it
    load: Bytes  #: raises `Unreadable`
    class_name: str = ""  #: of the pupils in it, where its folder names one
    claims: tuple[str, ...] = ()  #: every school that its path names, where these are several
    stray: bool = False  #: whether it lies in a folder or an archive beside the files of the feed, and lists nobody


def find(paths: Sequence[Path]) -> list[Source]:
    """Every file that these paths stand for, each once, by name. Raises `OSError` where a folder cannot be read.

    An archive that cannot be opened is one source, whose `load` says why.
    """
    found: dict[str, Source] = {}
    seen: set[tuple[int, int]] = set()
    for path in sorted(paths):
        for file in _files(path):
            status = file.stat()
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                beside = path.is_dir()
                found.update(
                    (name, _source(name, load, beside or name != str(file))) for name, load in _contents(file)
                )
    return [found[name] for name in sorted(found)]


def placed(sources: Iterable[Source], school: str) -> tuple[list[Source], list[Finding]]:
    """The sources, each with its school, and a finding for each that has no one school.

    The school is `school` where a path names none. A path that names several schools, or another than `school`, is
    refused; so is one that names none where `school` is empty.
    """
    taken, findings = [], []
    for source in sources:
        claims = source.claims or ((source.place,) if source.place else ())
        if school and not claims:
            taken.append(Source(source.name, school, source.load, source.class_name))
        elif len(claims) == 1 and school.upper() in ("", claims[0].upper()):
            taken.append(source)
        else:
            all_of = sorted({*claims, school} - {""})
            reason = "two-schools" if all_of else "no-school"
            findings.append(Finding(Spot(source.name), Verdict.REFUSED, reason, "", {"schools": ", ".join(all_of)}))
    return taken, findings


def _files(path: Path) -> Iterator[Path]:
    """The path itself, or the files below it, by name; without hidden files and what systems leave there."""
    if not path.is_dir():
        yield path
        return
    for folder, below, names in os.walk(path, onerror=_raised):
        below[:] = sorted(name for name in below if not _is_noise(name))
        yield from (file for name in sorted(names) if not _is_noise(name) and (file := Path(folder, name)).is_file())


def _raised(error: OSError) -> None:
    raise error


def _is_noise(name: str) -> bool:
    return (name.startswith(".") and name not in (".", "..")) or name in _NOISE


def _contents(file: Path) -> Iterator[tuple[str, Bytes]]:
    """The names and bytes of the files in that file: itself, or what an archive holds."""
    name, load = str(file), _loader(file)
    with file.open("rb") as opened:
        start = opened.read(4)
    if start != archives.MAGIC:
        yield name, load
        return
    for member, fetch in archives.members(file):
        if not any(_is_noise(part) for part in _PARTS.split(member)):
            yield f"{name}/{member}" if member else name, fetch


def _loader(file: Path) -> Bytes:
    def load() -> bytes:
        with file.open("rb") as opened:
            raw = opened.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise Unreadable("too-large")
        return raw

    return load


def _source(name: str, load: Callable[[], bytes], packed: bool) -> Source:
    """The source of that name, with the school and the class that the parts of its path name.

    One of those `packed` in a folder or an archive may lie there by chance.
    """
    parts = _PARTS.split(name)
    claims = {code.upper() for part in parts for code in _UAI.findall(part)}
    class_name = ""
    marked = parts[-2].removesuffix(".zip").rpartition("@")[2] if len(parts) > 1 and "@" in parts[-2] else ""
    if marked:  # Name@externalId_UAI_class
        id_, _, rest = marked.partition("_")
        claims = claims or {id_} - {""}
        class_name = rest.partition("_")[2]
    one = next(iter(claims)) if len(claims) == 1 else ""
    stray = packed and not parts[-1].lower().endswith(".csv") and lists_nobody(load)
    return Source(name, one, load, class_name, tuple(sorted(claims)) if len(claims) > 1 else (), stray)
