"""The command `palier import`: yields lines to print, without a running bot."""

from __future__ import annotations

import argparse
import csv
import os
import re
from collections import Counter, defaultdict
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from bot import feed, opening, terminal
from bot.feed import Source
from bot.feed.sentences import sentence
from bot.feed.telling import DATA, done, line, words
from bot.logs import printable
from bot.opening import Misconfigured
from bot.terminal import Command
from bot.terms import uai
from bot.terms.feed import Change, Changed, FeedReport, Finding, Spot, Verdict
from bot.workflows.desk import Desk
from bot.workflows.rules.calendar import today
from config.settings import Settings

_REAL = "PALIER_ENT names a real ENT, which has its own feed from ONDE: only the embedded one is fed from files."
_ALL = 100  # percent
_MOST = 300  #: lines that are printed before findings are only counted
_ALIKE = 50  #: lines of one file that are printed with one reason
_CHOICE = 20  #: changes of one school that are told one by one
_CALCULATED = re.compile(r"^(?=[=+@＝＋＠\t\r-])")  # where a spreadsheet may see a formula begin
_COLUMNS = ("school", "file", "line", "verdict", "reason", "about", "sentence")
_KINDS = {
    "pupil": "pupils",
    "relative": "relatives",
    "teacher": "teachers",
    "personnel": "personnel",
    "class": "classes",
}
_NAMED = (Change.RENAMED, Change.MOVED, Change.RESTORED, Change.LEAVING)  #: changes that are told one by one


def add(command: Command) -> None:
    """Adds the command."""
    words = "brings pupils, adults and staff in from the files of ONDE, school by school"
    parser = command("import", _import, words)
    parser.add_argument("paths", type=_path, nargs="+", metavar="FILE|FOLDER|ZIP", help="its name may hold the UAI")
    parser.add_argument("--school", default="", metavar="UAI|ID|NAME", help="of files in whose path no UAI stands")
    parser.add_argument("--dry-run", action="store_true", help="says what would change, and changes nothing")
    parser.add_argument("--complete", action="store_true", help="pupils, parents and staff in no file leave")
    share = "how many in a hundred of a school may leave or move away (default: `most_percent` of feed.toml)"
    parser.add_argument("--most-leaving", type=_percent, metavar="PERCENT", help=share)
    parser.add_argument("--without-ine", action="store_true", help="also makes accounts of pupils without INE")
    dates = "also takes a birth date that is years from the one known"
    parser.add_argument("--birth-dates", action="store_true", help=dates)
    parser.add_argument("--report", type=_report, metavar="FILE.csv", help="a new file: what changes or is not taken")


async def _import(given: argparse.Namespace, settings: Settings) -> AsyncGenerator[str, None]:
    """What becomes of each school, and of each line that is not taken as it stands.

    Raises `ValueError` at the end where something was refused; before anything is read where a file has no school.
    """
    if settings.ent != "embedded":
        raise Misconfigured(_REAL)
    failed, found, printed = Counter[str](), 0, 0
    table = settings.tables()["feed"]
    most = given.most_leaving or opening.read_most_leaving(table)
    with ExitStack() as stack:
        async with opening.opened(settings) as desk:
            await opening.ready(desk)
            sources, homeless, strays = await _sources(desk, given)
            write = _writer(stack, given.report)
            for line in _findings("", strays, _MOST):
                yield line
            for line in _turned_away(homeless, write):
                yield line
            async for report in _reports(desk, given, sources, most, table):
                write(report.place, _told(report))
                for line in _school(report, given.dry_run, _MOST - printed):
                    printed += 1
                    yield line
                found += len(report.findings)
                failed += _failed(report)
    if found > printed and not given.report:
        yield "Not all that was found is printed: --report FILE.csv writes all of it."
    if given.dry_run:
        yield "This was a dry run: nothing is written."
    if failed:
        raise ValueError(_counted(failed) + (f" and {given.report}" if given.report else ""))


def _turned_away(homeless: Sequence[Finding], write: Callable[[str, Iterable[Sequence[str]]], None]) -> Iterator[str]:
    """The lines about files without a school; raises `ValueError` after them, where there are any."""
    if not homeless:
        return
    write("", map(_found, homeless))
    yield from _findings("", homeless, _MOST)
    raise ValueError("nothing was read: each file needs its school")


def _counted(failed: Counter[str]) -> str:
    return ", ".join(f"{number} {what}" for what, number in sorted(failed.items())) + ": see above"


def _failed(report: FeedReport) -> Counter[str]:
    """How many lines of a school are refused, and whether all of it is stopped."""
    refused = sum(one.verdict is Verdict.REFUSED for one in report.findings)
    return Counter(refused=refused, stopped=int(bool(report.stopped)))


async def _reports(
    desk: Desk, given: argparse.Namespace, sources: Sequence[Source], most: float, table: Mapping[str, Any]
) -> AsyncIterator[FeedReport]:
    """A report for each school as it is fed; `most` is the share that may leave, `table` is what `feed.toml` says."""
    schools = feed.read(sources, today(desk.clock()))
    moving = opening.read_moving(table, today(desk.clock()))
    options = opening.Options(given.complete, given.without_ine, given.birth_dates, given.dry_run, most, moving)
    ready, count, progress = 0, len({source.place for source in sources}), terminal.bar()
    async for report in opening.fed(desk, schools, options):
        ready += 1
        progress(ready, count)
        yield report


async def _sources(desk: Desk, given: argparse.Namespace) -> tuple[list[Source], list[Finding], list[Finding]]:
    """The files to read, a finding for each that has no one school, and one for each that is left out.

    The only school of an ENT needs no name.
    """
    school = await _meant(desk, given.school) if given.school else ""
    found = feed.find(given.paths)
    strays = [Finding(Spot(one.name), Verdict.NOTED, "left-out") for one in found if one.stray]
    found = [one for one in found if not one.stray]
    if not found:
        raise ValueError("there is no file of ONDE in what was named")
    sources, homeless = feed.placed(found, school)
    nameless = [one for one in homeless if one.reason == "no-school"]
    there = await opening.schools_there(desk) if homeless else []
    if nameless and len(there) == 1 and not school:
        sources, homeless = feed.placed(found, there[0][0])
        return sources, _named(homeless, there), strays
    for code, name in there[:_ALIKE] if nameless else ():
        homeless.append(Finding(nameless[0].spot, Verdict.NOTED, "choice", "", {"code": code, "name": name}))
    return sources, _named(homeless, there), strays


def _named(homeless: Sequence[Finding], there: Sequence[tuple[str, str]]) -> list[Finding]:
    """The same; of a file that would be of several schools, with the name of each that the ENT has."""
    names = dict(there)
    said = []
    for one in homeless:
        codes = one.details["schools"].split(", ") if one.reason == "two-schools" else []
        each = ", ".join(f"{code}: {names.get(code, 'unknown here')}" for code in codes)
        said.append(replace(one, details={"schools": each}) if codes else one)
    return said


async def _meant(desk: Desk, typed: str) -> str:
    """The code of the one structure that `--school` means; raises `ValueError` with the choice of several.

    A UAI that the ENT does not have stays: the report of its files says what is wrong with it.
    """
    found = await opening.places_meant(desk, typed)
    if len(found) == 1:
        return found[0][0]
    if found:
        raise ValueError(
            f"several may be meant by --school {typed}: " + "; ".join(f"{c}: {n}" for c, n in found[:_CHOICE])
        )
    if uai.looks_like_one(typed):
        return uai.plain(typed)
    some = "; ".join(f"{code}: {name}" for code, name in (await opening.schools_there(desk))[:_CHOICE])
    raise ValueError(f"no school is called {typed!r}: give its UAI or its name ({some or 'there is none yet'})")


def _school(report: FeedReport, dry: bool, most: int) -> Iterator[str]:
    """What became of one school: counts by kind, the changes that need a look, and at most so many findings."""
    yield f"{report.name or 'School'} ({report.place})" + (", dry run:" if dry else ":")
    if report.stopped:
        yield f"  stopped, nothing is changed: {printable(sentence(report.stopped, report.facts))}"
    by_kind: dict[str, Counter[Change]] = defaultdict(Counter)
    for one in report.changes:
        by_kind[one.kind][one.change] += 1
    for kind, number in report.unchanged.items():
        by_kind[kind][Change.UNCHANGED] += number
    for kind in sorted(by_kind):
        counts = (f"{number} {done(change, dry)}" for change, number in sorted(by_kind[kind].items()) if number)
        yield f"  {_KINDS[kind]}: {', '.join(counts)}"
    yield from _data(report.changes)
    if report.doubles:
        many = len(report.doubles)
        yield f"  {many} pair{'s' if many > 1 else ''} of accounts that may be one person's: their cards say so"
    named = [one for one in report.changes if one.change in _NAMED]
    for one in named[:_CHOICE]:
        yield f"  {printable(line(one))}"
    if len(named) > _CHOICE:
        yield f"  … and {len(named) - _CHOICE} more of these changes"
    yield from _findings(report.place, report.findings, most)


def _data(changes: Iterable[Changed]) -> Iterator[str]:
    """How often each datum changes, of the people of each kind."""
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for one in changes:
        if one.kind != "class":
            by_kind[one.kind].update({datum.what for datum in one.data} - {"double"})
    for kind, counts in sorted(by_kind.items()):
        said = ", ".join(f"{DATA[what]} {counts[what]}" for what in DATA if counts[what])
        if said:
            yield f"  what changes of {_KINDS[kind]}: {said}"


def _told(report: FeedReport) -> Iterator[Sequence[str]]:
    """The lines of the report of a school: why it was stopped, what was found, and each datum that changes."""
    if report.stopped:
        yield "", "", "stopped", report.stopped, report.name, sentence(report.stopped, report.facts)
    yield from map(_found, report.findings)
    for one in report.changes:
        if one.change is not Change.CREATED:
            for datum in one.data or (None,):
                said = f": {words(datum)}" if datum else ""
                where = one.spot.file, str(one.spot.line or "")
                yield *where, one.change.value, datum.what if datum else "", one.name, f"{one.kind}{said}"


def _found(one: Finding) -> Sequence[str]:
    line = str(one.spot.line or "")
    return one.spot.file, line, one.verdict.value, one.reason, one.about, sentence(one.reason, one.details)


def _findings(place: str, findings: Sequence[Finding], most: int) -> Iterator[str]:
    """A line for each finding, and no more than so many; of many lines of a file with one reason, only the first."""
    counts = Counter(one.verdict for one in findings)
    if place and findings:
        yield "  " + ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in Verdict if counts[verdict])
    groups: dict[tuple[Verdict, str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        groups[one.verdict, one.spot.file, one.reason].append(one)
    left = max(most, 0)
    for (verdict, file, reason), alike in sorted(groups.items(), key=_order):
        shown = min(len(alike), _ALIKE, left)
        for one in alike[:shown]:
            where = f"{one.spot.file}:{one.spot.line}" if one.spot.line else one.spot.file
            about = f"{one.about}: " if one.about else ""
            yield "  " + printable(f"{where}: {verdict.value}: {about}{sentence(reason, one.details)}")
        if shown and shown < len(alike):
            yield "  " + printable(f"{file}: {verdict.value}: {len(alike) - shown} more lines, for the same reason")
        left -= shown


def _order(group: tuple[tuple[Verdict, str, str], list[Finding]]) -> tuple[int, object]:
    """Refused first, then held, then noted; then by file and line."""
    (verdict, *_), alike = group
    return list(Verdict).index(verdict), alike[0].spot


def _writer(stack: ExitStack, path: Path | None) -> Callable[[str, Iterable[Sequence[str]]], None]:
    """Writes the lines about a school into a new file, the owner's alone; nowhere where none is named."""
    if path is None:
        return lambda _place, _lines: None
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    out: TextIO = stack.enter_context(os.fdopen(file, "w", encoding="utf-8-sig", newline=""))
    rows = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(_COLUMNS)

    def write(place: str, lines: Iterable[Sequence[str]]) -> None:
        for cells in lines:
            rows.writerow([_CALCULATED.sub("'", printable(cell)) for cell in (place, *cells)])
        out.flush()

    return write


def _path(typed: str) -> Path:
    path = Path(typed)
    if not path.is_dir() and not path.is_file():
        raise argparse.ArgumentTypeError(f"there is no file or folder {typed!r}")
    return path


def _percent(typed: str) -> float:
    if not typed.isdecimal() or not 1 <= int(typed) <= _ALL:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a percentage from 1 to {_ALL}")
    return int(typed) / _ALL


def _report(typed: str) -> Path:
    path = Path(typed)
    if path.exists() or path.is_symlink():
        raise argparse.ArgumentTypeError(f"{typed} is there already: delete it, or name another file")
    if not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {str(path.parent)!r}")
    return path
