"""From the bytes of a file to records of structures; what a row cannot say is refused with its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from bot.feed import cells
from bot.feed.encodings import decode, garbled
from bot.feed.reasons import Unreadable
from bot.feed.structures import rows
from bot.feed.structures.rows import Row
from bot.feed.structures.words import CODE, kind
from bot.folding import words
from bot.terms import Kind
from bot.terms import uai as codes
from bot.terms.tree import Remark, StructureRecord

Read = tuple[list[StructureRecord], list[Remark], list[Remark]]
"""Records, what is refused, and what is noted."""

_SEVERAL = "|"  # between the parents of a school
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
_LONGEST = 200  # characters of a name
_ZONES = ("a", "b", "c")
_ZONE = re.compile(r"[^\W\d_][^\W\d_ '’-]*(?:[ '’-][^\W\d_]+)*")  # words: Corse, La Réunion


def read(name: str, content: bytes) -> Read:
    """The structures that a file of that name lists, in its order; what is refused, and what is noted."""
    told, refused = _lines(content)
    if not told:
        return [], refused, []
    found = rows.of_toml(told) if rows.is_toml(name, told) else rows.of_csv(told)
    if not (found[0] or found[1] or refused):
        refused.append(Remark(0, "empty"))
    wrong = [*refused, *found[1]]
    records = list[StructureRecord]()
    for row in found[0]:
        record = _record(row)
        faults = list(_faults(row, record))
        wrong += [replace(fault, record=record) for fault in faults]
        if not faults:
            records.append(record)
    return records, sorted(wrong, key=lambda remark: remark.line), found[2]


def _lines(content: bytes) -> tuple[list[str], list[Remark]]:
    """The lines of the file, and a remark for each that cannot be read, or one for the file as a whole."""
    try:
        told = [unicodedata.normalize("NFC", line) for line in decode(content)]
    except Unreadable as error:
        return [], [Remark(error.line, error.reason, error.details)]
    refused = [Remark(number, reason) for number, line in enumerate(told, 1) if (reason := _unreadable(line))]
    spoilt = {remark.line for remark in refused}
    return ["" if number in spoilt else line for number, line in enumerate(told, 1)], refused


def _unreadable(line: str) -> str:
    """Why a line is refused as a whole; empty where it is not."""
    if garbled(line):
        return "garbled"
    return "unprintable" if any(unicodedata.category(sign) == "Cc" and sign != "\t" for sign in line) else ""


def _record(row: Row) -> StructureRecord:
    told = {field: values[0] for field, values in row.cells.items() if values}
    uai, id_ = told.get("uai", ""), told.get("id", "")
    if code := told.get(CODE, ""):
        uai, id_ = (uai or code, id_) if codes.looks_like_one(code) else (uai, id_ or code)
    if id_ and not uai and codes.looks_like_one(id_):
        uai, id_ = id_, ""
    parents = (part.strip() for value in row.cells.get("parents", ()) for part in value.split(_SEVERAL))
    return StructureRecord(
        line=row.line,
        kind=kind(told.get("kind", "")),
        id=id_,
        uai=codes.plain(uai),
        name=told.get("name", ""),
        parents=tuple(dict.fromkeys(filter(None, parents))),
        zone=_zone(told.get("zone", "")),
        commune=told.get("commune", ""),
    )


def _faults(row: Row, record: StructureRecord) -> Iterator[Remark]:
    typed = next(iter(row.cells.get("kind", ())), "")
    several = [field for field, values in row.cells.items() if len(values) > 1 and field != "parents"]
    if several:
        yield Remark(row.line, "several-values", {"column": several[0]})
    if typed and not record.kind:
        yield Remark(row.line, "unknown-kind", {"kind": typed})
    if record.kind == Kind.CLASS.value:
        yield Remark(row.line, "class")
    if not (record.id or record.uai or record.name):
        yield Remark(row.line, "no-name")
    if record.uai and not codes.looks_like_one(record.uai):
        yield Remark(row.line, "bad-uai", {"uai": record.uai})
    if record.id and not _ID.fullmatch(record.id):
        yield Remark(row.line, "bad-id", {"id": record.id})
    for column, text in (("name", record.name), ("commune", record.commune)):
        if cells.is_odd(text):
            yield Remark(row.line, "text-odd", {"column": column})
    if max(len(record.name), len(record.commune)) > _LONGEST:
        yield Remark(row.line, "too-long", {"most": str(_LONGEST)})
    if record.zone and (not _ZONE.fullmatch(record.zone) or (len(record.zone) == 1 and record.zone not in "ABC")):
        yield Remark(row.line, "bad-zone", {"zone": record.zone})


def _zone(typed: str) -> str:
    """The zone as it is kept: « Zone b » is B; another one's name, such as Corse, stays as it is."""
    told = words(typed)
    last = told[-1] if told else ""
    return last.upper() if last in _ZONES and told in ([last], ["zone", last]) else typed
