"""The command `palier structures`: yields lines to print, without a running bot."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import AsyncGenerator, Iterator, Sequence
from pathlib import Path

from bot import opening
from bot.feed import structures
from bot.feed.sentences import sentence
from bot.opening import Misconfigured
from bot.storage import requests
from bot.storage.work import Work
from bot.terminal import Command
from bot.terms.tree import Remark, StructureRecord, TreeChange, TreeReport
from config.settings import Settings

_REAL = "PALIER_ENT names a real ENT: its tree comes from the académie's directory, and its vendor changes it."
_SAID = {
    "workbook": "this is a workbook, whatever it is called: save its sheet as CSV, and give that file",
    "text-odd": "{column} holds a formula or markup: type it as it is to be read",
    "unprintable": "the line has a character that cannot be printed",
    "empty": "the file lists no structure",
    "bad-toml": "the TOML cannot be read: {error}",
    "no-tables": "the TOML has no list of tables: begin each structure with [[structures]]",
    "no-header": "none of these columns names a structure ({columns}): the first line needs uai, id or name{perhaps}",
    "columns-alike": "these columns say the same: {columns}; keep one",
    "column-twice": "{column} is said twice",
    "several-values": "several values for {column}",
    "no-words": "{column} is no text",
    "unread-column": "the column {column} is not read{perhaps}",
    "open-quote": "a quotation mark is not closed, or stands inside a cell",
    "too-many-cells": "{count} cells for {columns} columns: put quotation marks around a cell with the separator",
    "unknown-kind": "{kind!r} is no kind: vendor, rectorat, dsden, circonscription, école, syndicat or ville",
    "class": "classes come with the pupils, by `palier import`: leave this line out",
    "no-name": "it has no name",
    "no-kind": "it is new and has no kind: vendor, rectorat, dsden, circonscription, école, syndicat or ville",
    "no-parent": "a new {kind} needs its parent, a {under}",
    "bad-uai": "{uai!r} is no UAI: seven digits and a letter",
    "wrong-letter": "{uai} is no UAI: the letter of these digits is {letter}, so a digit or the letter is mistyped",
    "bad-id": "{id!r} is no identifier: 64 letters without accents, digits, dots, hyphens, underscores at most",
    "too-long": "a name has {most} characters at most",
    "bad-zone": "{zone!r} is no zone: A, B, C, or a name such as Corse",
    "uai-elsewhere": "{uai} is already the UAI of {name} ({id})",
    "uai-twice": "{uai} is already the UAI of line {first}",
    "twice": "line {first} is about {id} already",
    "several": "several structures are called {name}: give the id of the one that is meant ({ids})",
    "several-parents": "several structures are called {parent}: give the id of the one that is meant ({ids})",
    "unknown-parent": "no structure {parent!r}, neither in this file nor in the ENT",
    "other-kind": "{name} is a {kind}, and cannot become a {typed}",
    "id-taken": "the {kind} {name} has the id {id}: give this one another id; or, to move that one, name its id",
    "two-parents": "too many parents: {parents}; a school has one circonscription, and one ville besides",
    "circle": "it would stand above itself: {way}",
    "wrong-parent": "a {kind} stands below a {under}, and {parent} is a {is}",
    "alike": "another school is called {name} ({ids}): give each its commune, else they are told apart by UAI",
}
_FIELDS = {"uai": "UAI", "town": "commune", "commune": "ville"}


def add(command: Command) -> None:
    """Adds the command."""
    words = "makes and changes the tree of structures of the embedded ENT, from a CSV or TOML file"
    parser = command("structures", _structures, words)
    parser.add_argument("file", type=Path, metavar="FILE", help="columns uai, id, name, kind, parent, zone, commune")
    parser.add_argument("--dry-run", action="store_true", help="says what would change, and changes nothing")


async def _structures(given: argparse.Namespace, settings: Settings) -> AsyncGenerator[str, None]:
    """A line for each structure that changes and for each line to look at, then the counts.

    At the end, raises `ValueError` where a line is refused: then nothing is written.
    """
    if settings.ent != "embedded":
        raise Misconfigured(_REAL)
    records, refused, noted = structures.read(given.file.name, given.file.read_bytes())
    async with opening.opened(settings) as desk:
        await opening.ready(desk)
        cause = f"structures:{secrets.token_hex(16)}"
        report = await desk.do(cause, _plant, records, refused, given.dry_run)
    for remark in (*noted, *report.noted):
        yield f"note, {_remark(remark)}"
    for remark in report.refused:
        yield _remark(remark)
    if report.refused:
        count = len({remark.line for remark in report.refused})
        raise ValueError(f"{count} line{'s' if count != 1 else ''} of {given.file} refused: nothing is changed")
    for change in report.changes:
        for line in _change(change):
            yield line
    made = sum(change.made for change in report.changes)
    counts = f"{made} new, {len(report.changes) - made} changed, {report.unchanged} as they were."
    yield counts if report.changes else f"Nothing changes: {report.unchanged} structures are so already."
    if given.dry_run:
        yield "This was a dry run: nothing is written."


def _plant(work: Work, records: Sequence[StructureRecord], refused: Sequence[Remark], dry: bool) -> TreeReport:
    """Changes the tree, with a line in the audit for each structure that was there; a dry run is rolled back."""
    report = opening.plant(work.connection, records, refused)
    if report.changes:
        changed = [change.id for change in report.changes if not change.made]
        made = len(report.changes) - len(changed)
        requests.write_event(work, None, None, "structures_changed", {"made": made}, schools=changed)
    if dry:
        work.undo()
    return report


def _remark(remark: Remark) -> str:
    known = _SAID.get(remark.reason)
    said = known.format(**remark.facts) if known else sentence(remark.reason, remark.facts)
    return f"line {remark.line}: {said}" if remark.line else f"the file: {said}"


def _change(change: TreeChange) -> Iterator[str]:
    """What is said of one structure; of one that moves, who has rights over it no more, and who has from now on."""
    what = f"{change.kind} {change.name} ({change.id})"
    if change.made:
        yield f"+ {what}"
        return
    moves = change.changed.get("parent")
    parts = [f"{_FIELDS.get(name, name)} {was or 'none'} → {now}" for name, (was, now) in change.changed.items()]
    yield f"~ {what}: {'; '.join(parts)}"
    if moves is not None:
        yield f"    moves from {moves[0] or 'nowhere'} to {moves[1]}, with all below it"
    if moves is not None or change.loses or change.gains:
        yield f"    lose rights over it: {', '.join(change.loses) or 'nobody'}"
        yield f"    gain rights over it: {', '.join(change.gains) or 'nobody'}"
