"""One file, from its bytes to its records and to what is to be said about its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b

from bot.feed import records
from bot.feed.encodings import decode, garbled
from bot.feed.headers import Header, folded, known, perhaps, read_header, shown
from bot.feed.lines import Line, finding, refused
from bot.feed.reasons import Unreadable, Wrong
from bot.feed.records import Terms
from bot.feed.rows import MOST_COLUMNS, SEPARATORS, Row, split
from bot.terms import uai
from bot.terms.feed import AdultRecord, FeedKind, Finding, PupilRecord, Spot, StaffRecord, Verdict

Record = PupilRecord | AdultRecord | StaffRecord
_READ: Mapping[FeedKind, Callable[[Line, Terms], Record | None]] = {
    FeedKind.PUPILS: records.pupil,
    FeedKind.ADULTS: records.adult,
    FeedKind.STAFF: records.staff,
}
_SIGNS = {";": "semicolons", "\t": "tabs", ",": "commas"}
_HOSTS = ["intitule", "adresseorganisme"]  # the header of the table of host organisations below the adults

_TOTALS = (
    "total",
    "soustotal",
    "effectif",
    "nombredeleves",
    "nbdeleves",
    "nbeleves",
)  # how a line begins that counts
_FOOTER = re.compile(
    r"page\d|(imprimee?|editee?|extraite?|exportee?|genere?e|faita?)(le|a)?\d"
)  #: or what was printed below
_SCHOOLS = 5  #: codes of schools that a sentence names at most
#: a letter of a header that was lost (« Pr?nom »), or that a mail or a web page spells otherwise
_LOST = re.compile(r"[A-Za-z]\?[A-Za-z]|\?l\?ve|=[0-9A-F]{2}[A-Za-z=]|&(?:#[0-9]+|[A-Za-z]+);|\\u00[0-9a-f]{2}")
_DIGEST = 16  # bytes
_ABOVE = 20  #: lines above the header among which one looks for it


@dataclass(slots=True)
class Contents:
    """What one file holds."""

    kind: FeedKind | None = None  #: None for a file that is refused
    records: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    schools: set[str] = field(default_factory=set)  #: the codes of schools that its rows name
    digest: str = ""  #: a hash of all of it


def read_file(name: str, load: Callable[[], bytes], terms: Terms) -> Contents:
    """Reads the file that `load` fetches; a file that cannot be read at all is one finding."""
    made = Contents()
    try:
        raw = load()
        lines = decode(raw)
        header, rows = _head(lines)
        _check_columns(header, terms)
    except Unreadable as error:
        made.findings.append(finding(Spot(name, error.line), Verdict.REFUSED, error.reason, **error.details))
        return made
    made.kind, made.digest = header.kind, blake2b(raw, digest_size=_DIGEST).hexdigest()
    every = list(rows)
    usual = Counter(len(row.cells) for row in every).most_common(1)
    most = max(len(header.cells), usual[0][0] if usual else 0)
    if header.unknown:
        said = {"columns": ", ".join(header.unknown), "perhaps": perhaps(header.unknown)}
        made.findings.append(finding(Spot(name, header.line), Verdict.NOTED, "unknown-columns", **said))
    whole: Counter[bool] = Counter()  # rows that have all their cells, and rows that lack the last ones
    for row in every:
        if _is_hosts(row) and header.kind is FeedKind.ADULTS:
            made.findings.append(finding(Spot(name, row.line), Verdict.NOTED, "host-organisations"))
            break
        if _is_cut(header, row, lines, whole[True] > 1 and not whole[False]):
            made.findings.append(finding(Spot(name, row.line), Verdict.REFUSED, "cut-off"))
            break
        if row.cells != header.cells:
            whole[len(row.cells) >= header.width] += 1
        _take(made, header, row, Spot(name, row.line), lines, terms, most)
    return _of_one_school(name, made, header, terms)


def _check_columns(header: Header, terms: Terms) -> None:
    """Raises `Unreadable` where a list of pupils has no column without which none of them can have an account."""
    if header.kind is not FeedKind.PUPILS:
        return
    lacks = {"birth": "birth date"} | ({} if terms.class_name else {"class": "class"})
    if header.columns.keys() & {"class-id", "class"}:
        lacks.pop("class", None)
    lacking = [word for meaning, word in lacks.items() if meaning not in header.columns]
    if lacking:
        said = {"column": " and ".join(lacking), "perhaps": perhaps(header.cells)}
        raise Unreadable("no-pupil-column", header.line, **said)


def _of_one_school(name: str, made: Contents, header: Header, terms: Terms) -> Contents:
    """What the file holds; nothing but a finding where a row of it is of another school."""
    others = sorted(made.schools - {uai.plain(terms.place)}) if uai.looks_like_one(terms.place) else []
    if not others:
        return made
    column = shown(header.cells[header.columns["school"][0]])
    said = {"column": column, "schools": ", ".join(others[:_SCHOOLS])}
    return Contents(findings=[finding(Spot(name), Verdict.REFUSED, "other-schools", **said)])


def lists_nobody(load: Callable[[], bytes]) -> bool:
    """Whether this is a text without any column of a list, as `lisez-moi.txt` is; not what cannot be read."""
    try:
        lines = decode(load())
    except Unreadable:
        return False
    first = next((line for line in lines if line.strip()), "")
    return not any(known(first.split(separator)) for separator in SEPARATORS)


def _head(lines: Sequence[str]) -> tuple[Header, Iterator[Row]]:
    """The header and the rows below it, with the separator under which the header makes sense.

    Raises `Unreadable` where it makes none.
    """
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise Unreadable("empty-file")
    if folded(lines[first]) == "sep":  # a line for Excel: sep=;
        first = next((at for at, line in enumerate(lines) if at > first and line.strip()), first)
    try:
        return _head_at(lines, first)
    except Unreadable as error:
        below = _header_below(lines, first) if error.reason == "kind-unknown" else 0
        if below:
            raise Unreadable("header-below", error.line, header=str(below)) from error
        raise


def _header_below(lines: Sequence[str], first: int) -> int:
    """The line of the header, where others stand above it; 0 where there is none."""
    for at in range(first + 1, min(first + _ABOVE, len(lines))):
        with suppress(Unreadable):
            _head_at(lines, at)
            return at + 1
    return 0


def _head_at(lines: Sequence[str], first: int) -> tuple[Header, Iterator[Row]]:
    """The header in the line with that index, and the rows below it; raises `Unreadable` where it is none."""
    line = first + 1
    if lines[first].lstrip().startswith(">"):
        raise Unreadable("quoted-mail", line)
    if garbled(lines[first]) or _LOST.search(lines[first]):
        raise Unreadable("garbled-file", line)
    heads = {separator: next(split(lines[: first + 12], separator, first), Row(line)) for separator in SEPARATORS}
    if any(len(head.cells) == 1 and known(head.cells[0].split(sign)) > 1 for sign, head in heads.items()):
        raise Unreadable("one-cell", line)
    separator = max(SEPARATORS, key=lambda one: known(heads[one].cells))
    head = heads[separator]
    if head.spoilt or head.line != line or len(head.cells) > MOST_COLUMNS:
        raise Unreadable("kind-unknown", line)
    _check_rows(lines, first, separator)
    header = read_header(head.cells, line)
    rows = split(lines, separator, first)
    next(rows)
    return header, rows


def _check_rows(lines: Sequence[str], first: int, separator: str) -> None:
    """Raises `Unreadable` where each of the first rows has one cell, and several with another separator."""
    rows = [line for line in lines[first + 1 : first + 6] if line.strip()]
    if lines[first].count(separator) == 0 or any(separator in line for line in rows):
        return
    others = [one for one in SEPARATORS if rows and all(line.count(one) > 1 for line in rows)]
    if others:
        raise Unreadable("separators", first + 1, header=_SIGNS[separator], rows=_SIGNS[others[0]])


def _is_cut(header: Header, row: Row, lines: Sequence[str], whole: bool) -> bool:
    """Whether the file ends within that row: in a quoted cell, or before its last cells, though others have them."""
    last = whole and not row.spoilt and row.end == len(lines)
    short = last and len(row.cells) < header.width and not _is_total(row)
    return short or (row.open and not any(line.strip() for line in lines[row.end :]))


def _is_hosts(row: Row) -> bool:
    names = [folded(cell) for cell in row.cells[:3]]
    return _HOSTS in (names[:2], names[1:])


def _is_total(row: Row) -> bool:
    """Whether a row that names nobody counts those above it."""
    first = folded(next((cell for cell in row.cells if cell.strip()), ""))
    return first.startswith(_TOTALS) or _FOOTER.match(first) is not None


def _take(
    made: Contents, header: Header, row: Row, spot: Spot, lines: Sequence[str], terms: Terms, most: int
) -> None:
    """Adds the record of a row, which has so many cells at most, or the finding that it has none."""
    line = Line(header, row.cells, spot)
    if uai.looks_like_one(line.cell("school")):
        made.schools.add(uai.plain(line.cell("school")))
    try:
        _check(header, row, lines, most)
        record = _READ[header.kind](line, terms)
        _check_place(header, row, line)
    except Wrong as wrong:
        if wrong.reason == "row-long":
            line.about = line.read_names()
        made.findings += (
            [refused(line, Wrong("total-line"))] if _is_total(row) else [*line.findings, refused(line, wrong)]
        )
        return
    made.findings += line.findings
    if record is not None:
        made.records.append(record)


def _check_place(header: Header, row: Row, line: Line) -> None:
    """Raises `Wrong` for a row longer than the header by empty cells, where something stands in a wrong place."""
    if len(row.cells) > len(header.cells) and any(one.verdict is Verdict.NOTED for one in line.findings):
        raise Wrong("row-long")


def _check(header: Header, row: Row, lines: Sequence[str], most: int) -> None:
    """Raises `Wrong` for a row that cannot be under that header, whatever its cells say."""
    if row.spoilt:
        raise Wrong("quote")
    more = row.cells[header.width :]
    if len(row.cells) > most or any(cell and not cell.isspace() for cell in more):
        raise Wrong("row-long")
    if row.cells[: header.width] == header.cells[: header.width]:
        raise Wrong("header-again")
    if any(garbled(line) for line in lines[row.line - 1 : row.end]):
        raise Wrong("garbled")
