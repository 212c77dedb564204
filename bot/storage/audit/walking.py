"""Walking: goes through the lines of the audit in their order, and says which were changed, taken away or added.

One page of lines is held at a time, whatever their number. Where a line does not follow the one before, the line that
does is looked for among all others, a few times at most: so a swap and an addition are told from a change.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from bot.storage.audit.appending import HEAD
from bot.storage.audit.faults import BEGINNING, Kind, Mark, Verdict
from bot.storage.audit.lines import BLANK, CUT, Written, chain_of, is_blank, is_sound
from bot.storage.audit.reading import LINES, one, read

PAGE = 1000  #: lines read at once
_SEARCHES = 8  # walks through all lines in search of one
_LARGEST = 2**63  # position that a database can keep
_RENUMBERED = 50  # how far lines may have been moved to be recognised


def verify(connection: Connection, since: Mark | None = None, most: int | None = None) -> Verdict:
    """Walks through all lines, or those after `since`, `most` at most; at the end of all, compares with the head.

    The connection must see one state of the database throughout.
    """
    walk = _Walk(connection)
    for line in _lines(connection, walk.begin(since), most):
        walk.step(line)
    walk.settle()
    if most is None or walk.verdict.lines < most:
        walk.end()
    return walk.verdict


def verify_against(known: Mark | None, connection: Connection) -> tuple[Verdict, Mark, str]:
    """As `verify`, with the head; and what is wrong with a line that was noted before, empty for nothing.

    A line that was deleted for its age since it was noted cannot be compared any more.
    """
    found, newest = verify(connection), head(connection)
    if known is None or known.position < newest_cut(connection).position:
        return found, newest, ""
    line = mark_at(connection, known.position)
    if line is None:
        return found, newest, f"missing: line {known.position}, which was noted, is no longer there"
    wrong = f"changed: line {known.position} is not the one that was noted: it was changed, or one before it"
    return found, newest, "" if line == known else wrong


def mark_at(connection: Connection, position: int) -> Mark | None:
    """The line at that position, also the last one deleted for its age; None where there is none."""
    if position == (cut := newest_cut(connection)).position:
        return cut
    chain = connection.execute(select(LINES.c.chain).where(LINES.c.position == position)).scalar()
    return Mark(position, chain) if chain is not None else None


def newest_cut(connection: Connection) -> Mark:
    """The last line that was deleted for its age, as a line tells; the beginning where none was."""
    cuts = select(LINES.c.position).where(LINES.c.act == CUT).order_by(LINES.c.position.desc()).limit(1)
    told = connection.execute(cuts).scalar()
    facts = one(connection, told).facts if told is not None else {}
    upto, chain = facts.get("upto"), facts.get("chain")
    return Mark(upto, chain) if isinstance(upto, int) and isinstance(chain, str) else BEGINNING


def head(connection: Connection) -> Mark:
    """The newest line, as the head names it; the beginning where somebody deleted the head."""
    row = connection.execute(select(HEAD.c.position, HEAD.c.chain).where(HEAD.c.id == 1)).first()
    return Mark(row.position, row.chain) if row is not None else BEGINNING


def _lines(connection: Connection, after: int | None, most: int | None = None) -> Iterator[Written]:
    """The lines after that position, in their order, `most` at most; from the lowest one where it is None."""
    left = most
    while left is None or left > 0:
        limit = PAGE if left is None else min(PAGE, left)
        rows = _page(connection, after, limit)
        yield from rows
        if len(rows) < limit:
            return
        after, left = rows[-1].position, left if left is None else left - len(rows)


def _page(connection: Connection, after: int | None, limit: int) -> list[Written]:
    """As `_lines`, for one page."""
    page = select(LINES).order_by(LINES.c.position).limit(limit)
    return read(connection, page if after is None else page.where(LINES.c.position > after))


class _Walk:
    """Where a walk stands, and what it found."""

    def __init__(self, connection: Connection) -> None:
        self.verdict = Verdict()
        self._connection = connection
        self._cut, self._head = newest_cut(connection), head(connection)
        self._next = 1  #: the position at which the next line was written
        self._shift = 0  #: how much higher its present position is, since lines were added or taken away
        self._chains: Sequence[str] = ()  #: what the chain before may be; empty where that line is missing
        self._doubt = 0  #: the position of a line that fits nowhere: changed, or the first after some taken away
        self._searches = _SEARCHES
        self._told: set[int] = set()  #: positions of lines that were told to be swapped
        self._blanks = _Blanks(connection)

    def begin(self, since: Mark | None) -> int | None:
        """Returns the position after which to read: where the audit begins, or `since` if it still has that line."""
        start = self._cut
        if since is not None and since.position >= start.position:
            start, found = since, mark_at(self._connection, since.position)
            if found != since:
                self.verdict.add(Kind.CHANGED if found else Kind.MISSING, since.position)
        self.verdict.reached = start
        self._go_on(start.position, [start.chain])
        return start.position if start is since else None

    def step(self, line: Written) -> None:
        """Looks at the next line."""
        self.verdict.lines += 1
        place = line.position - self._shift
        if line.position <= self._cut.position:
            self.verdict.add(Kind.ADDED, line.position)
        if place < self._next:
            return  # told already
        if place > self._next and place > self._head.position:
            self.verdict.add(Kind.ADDED, line.position)
            return
        if place > self._next:
            self._gap(place)
        self._fit(line)
        self.verdict.reached = Mark(line.position, line.chain)
        if is_blank(line) and not self._blanks.explain(place):
            self.verdict.add(Kind.BLANKED, line.position)

    def settle(self) -> None:
        """Tells of the line that fitted nowhere: nothing that follows shows that it was anything but changed."""
        if self._doubt:
            self.verdict.add(Kind.CHANGED, self._doubt)
        self._doubt = 0

    def end(self) -> None:
        """Compares the last line with the head."""
        last, chain = self._next - 1, self.verdict.reached.chain
        verified = self._connection.execute(select(HEAD.c.verified).where(HEAD.c.id == 1)).scalar()
        if verified is None and not self.verdict.lines:
            self.verdict.add(Kind.EMPTIED, 0)
        elif (named := max(self._head.position, verified or 0)) > last:
            self.verdict.add(Kind.AHEAD, last + 1, named)
        elif self._head.position < last:
            self.verdict.add(Kind.BEHIND, self._head.position)
        elif self._head.chain != chain and not self.verdict.faults:
            self.verdict.add(Kind.CHANGED, last)

    def _go_on(self, position: int, chains: Sequence[str]) -> None:
        """The next line is the one after that position, and follows one of these chains."""
        self._next, self._chains = position + 1, chains

    def _gap(self, place: int) -> None:
        """The lines before that place are missing."""
        self.settle()
        begun = self.verdict.reached != self._cut
        self.verdict.add(Kind.MISSING if begun else Kind.CUT, self._next, place - 1)
        self._go_on(place - 1, ())

    def _fit(self, line: Written) -> None:
        """Looks whether the line follows the one before; if not, what happened there."""
        if not self._chains or self._follows(line, self._next):
            self.settle()
            if not is_sound(line):
                self.verdict.add(Kind.CHANGED, line.position)
            self._go_on(self._next, [line.chain])
        elif self._doubt and (by := self._renumbered(line)):
            self.verdict.add(Kind.MISSING, self._doubt, self._doubt + by - 1)
            self._doubt, self._shift = 0, self._shift - by
            self._go_on(self._next + by, [line.chain])
        else:
            self.settle()
            self._misfit(line)

    def _follows(self, line: Written, position: int) -> bool:
        return any(chain_of(line, chain, position) == line.chain for chain in self._chains)

    def _renumbered(self, line: Written) -> int:
        """How many lines before the one in doubt were taken away, if that was hidden by new numbers; else 0."""
        return next((by for by in range(1, _RENUMBERED) if self._follows(line, self._next + by)), 0)

    def _misfit(self, line: Written) -> None:
        """The line does not follow the one before: it was added, swapped with another, or changed."""
        if self._next > self._head.position:  # nobody appended it
            self.verdict.add(Kind.ADDED, line.position)
            return
        found = self._search(line)
        if found is None:
            self._doubt = line.position
            self._go_on(self._next, [line.chain, *(chain_of(line, one, self._next) for one in self._chains)])
            return
        right, chain = found
        if self._is_pushed(line, right, chain):
            self.verdict.add(Kind.ADDED, line.position, right.position - 1)
            self._shift += right.position - line.position
            return
        if line.position not in self._told:
            self.verdict.add(Kind.SWAPPED, line.position, right.position)
        self._told |= {line.position, right.position}
        self._go_on(self._next, [chain])

    def _search(self, line: Written) -> tuple[Written, str] | None:
        """The line that follows the one before, and its chain, which may stand at `line`; None if there is none."""
        if not self._searches:
            return None
        self._searches -= 1
        for other in _lines(self._connection, None):
            for made in (chain_of(other, chain, self._next) for chain in self._chains):
                if made == other.chain or (made == line.chain and other.position != line.position):
                    return other, made
        return None

    def _is_pushed(self, line: Written, right: Written, chain: str) -> bool:
        """Whether all lines from `right` on were given higher positions, to make room for `line`."""
        if right.position < line.position:
            return False
        after = next(_lines(self._connection, right.position, 1), None)
        if after is not None:
            return chain_of(after, chain, self._next + 1) == after.chain
        if right.position == line.position + 1:
            return chain_of(line, chain, self._next + 1) not in (line.chain, right.chain)
        beside = next(_lines(self._connection, line.position, 1))
        return chain_of(beside, chain, self._next + 1) != beside.chain


class _Blanks:
    """Which lines erasures blanked, as their own lines say: eight bytes for each, read when the first is met."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._positions: array[int] | None = None

    def explain(self, position: int) -> bool:
        """Whether a line tells that an erasure blanked the line at that position."""
        if self._positions is None:
            telling = select(LINES.c.position).where(LINES.c.act == BLANK)
            lines = self._connection.execute(telling).scalars().all()
            self._positions = array("q", (named for line in lines for named in _named(one(self._connection, line))))
            self._positions = array("q", sorted(self._positions))
        at = bisect_left(self._positions, position)
        return at < len(self._positions) and self._positions[at] == position


def _named(line: Written) -> Iterator[int]:
    """The positions that a line names as blanked."""
    found = line.facts.get("positions")
    return (at for at in found if isinstance(at, int) and abs(at) < _LARGEST) if isinstance(found, list) else iter(())
