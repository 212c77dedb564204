"""Stores and matches search terms in each kind of database: FTS5 on SQLite, a tsvector on PostgreSQL.

On PostgreSQL, the first one to three letters of a word are stored as terms too: a search for a short prefix would
otherwise read the index entry of every word that begins with it. FTS5 keeps an index of prefixes itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    column,
    false,
    func,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy import table as named_table
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from bot.ent.embedded.tables import ENT
from bot.ent.embedded.traits import LEADING, Clause

_SEARCH = ENT.tables["ent_search"]
_FTS = named_table("ent_fts", column("rowid"), column("ent_fts"))  # exists on SQLite only
_ROWS = select(_SEARCH.c.profile, _SEARCH.c.sort_name, _SEARCH.c.account)
_SHORT = 3  # letters of the longest prefix stored as a term on PostgreSQL
_INDEXED = 4  # letters of the longest prefix that FTS5 indexes, as set in the migration; `^` counts as one
_BEGINNING = ">"  # marks such a prefix


def document(terms: Sequence[str], dialect: str) -> str:
    """The text to store in `ent_search.terms` for those terms."""
    if dialect == "sqlite":
        return f" {' '.join(terms)} "
    return " ".join(_quoted(term) for term in dict.fromkeys(_with_beginnings(terms)))


def _with_beginnings(terms: Sequence[str]) -> Iterator[str]:
    for term in terms:
        yield term
        if not term.startswith("_"):
            word = term.removeprefix(LEADING)
            mark = term.removesuffix(word)
            yield from (_BEGINNING + mark + word[:length] for length in range(1, min(len(word), _SHORT) + 1))


def indexed(clauses: Sequence[Clause], dialect: str) -> Select[Any]:
    """Selects, through the index, the rows of `ent_search` that match every clause."""
    if dialect != "sqlite":
        rare = [clause for clause in clauses if not clause.common]
        rest = read([clause for clause in clauses if clause.common], dialect, _SEARCH.c.terms)
        return _ROWS.where(_matches(rare, _SEARCH.c.terms), rest) if rare else _ROWS.where(rest)
    short, cut = _cut(clauses)
    rows = _ROWS.join(_FTS, _FTS.c.rowid == _SEARCH.c.id).where(_fts(short))
    return rows.where(read(cut, dialect, _SEARCH.c.terms)) if cut else rows


def numbers(clauses: Sequence[Clause], dialect: str, most: int) -> Select[Any]:
    """Selects two columns: how many rows match, at most `most`, and their ids as `numbered` takes them."""
    if dialect == "sqlite" and not _cut(clauses)[1]:
        some = select(_FTS.c.rowid.label("id")).where(_fts(clauses)).limit(most).subquery()  # without reading any row
    else:
        some = indexed(clauses, dialect).with_only_columns(_SEARCH.c.id).limit(most).subquery()
    gathered = func.json_group_array if dialect == "sqlite" else func.array_agg
    return select(func.count(), gathered(some.c.id))


def numbered(ids: Any, dialect: str) -> Select[Any]:
    """Selects the rows of `ent_search` with those ids."""
    if dialect == "sqlite":
        each = func.json_each(ids).table_valued("value")
        return _ROWS.where(_SEARCH.c.id.in_(select(each.c.value)))
    return _ROWS.where(_SEARCH.c.id == func.any(literal(ids, ARRAY(Integer))))


def _cut(clauses: Sequence[Clause]) -> tuple[list[Clause], list[Clause]]:
    """The clauses with each word cut to the length that FTS5 indexes, and the clauses that had to be cut.

    Rows found by a cut word must be checked against the whole word; that is faster than a longer prefix in FTS5.
    For a single word it is not, so nothing is cut.
    """
    if sum(clause.begins for clause in clauses) < 2:
        return list(clauses), []
    short = [Clause(tuple(t[:_INDEXED] for t in c.terms), begins=True) if c.begins else c for c in clauses]
    return short, [whole for whole, part in zip(clauses, short, strict=True) if whole != part]


def _fts(clauses: Sequence[Clause]) -> ColumnElement[bool]:
    return _FTS.c.ent_fts.bool_op("MATCH")(" AND ".join(f"({' OR '.join(_phrases(clause))})" for clause in clauses))


def read(clauses: Sequence[Clause], dialect: str, terms: ColumnElement[Any]) -> ColumnElement[bool]:
    """A condition on the column `terms`: that it matches every clause. Uses no index: for rows read anyway."""
    if not clauses:
        return true()
    if dialect == "sqlite":
        return and_(*(or_(*(_within(term, clause.begins, terms) for term in clause.terms)) for clause in clauses))
    # As a CASE, whose selectivity the planner cannot estimate: expecting few rows, it would not read in name order.
    return case((_matches(clauses, terms), true()), else_=false())


def _phrases(clause: Clause) -> Iterator[str]:
    return (f'"{term}"{"*" if clause.begins else ""}' for term in clause.terms)


def _within(term: str, begins: bool, terms: ColumnElement[Any]) -> ColumnElement[bool]:
    return func.instr(terms, f" {term}" if begins else f" {term} ") > 0


def _matches(clauses: Sequence[Clause], terms: ColumnElement[Any]) -> ColumnElement[bool]:
    wanted = " & ".join(
        f"({' | '.join(_lexeme(term, clause.begins) for term in clause.terms)})" for clause in clauses
    )
    return terms.bool_op("@@")(bindparam(None, wanted, type_=TSQUERY()))


def _lexeme(term: str, begins: bool) -> str:
    if not begins:
        return _quoted(term)
    if len(term.removeprefix(LEADING)) <= _SHORT:
        return _quoted(_BEGINNING + term)
    return f"{_quoted(term)}:*"


def _quoted(term: str) -> str:
    return f"'{term}'"  # no term holds a quote or a backslash: words have only letters and digits
